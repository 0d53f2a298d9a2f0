# Both directions, every option, every complaint.
import json
from collections import OrderedDict


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: json.dumps([1, 2.5, -0.0, True, False, None, "a", 10**30, 1e100, float("nan"), float("inf"), -float("inf")]))  #=> '[1, 2.5, -0.0, true, false, null, "a", 1000000000000000000000000000000, 1e+100, NaN, Infinity, -Infinity]'
show(lambda: (json.dumps({"a": 1, "b": [1, {"c": []}], "d": {}}), json.dumps(()), json.dumps((1, 2))))  #=> ('{"a": 1, "b": [1, {"c": []}], "d": {}}', '[]', '[1, 2]')
show(lambda: json.dumps({1: 2, None: 3, True: 4, 1.5: 5, "x": 6}))  #=> '{"1": 4, "null": 3, "1.5": 5, "x": 6}'
show(lambda: json.dumps("q\"b\\n\n\t\r\f\b\x00\x1f\x7fé€😀\ud800/"))  #=> '"q\\"b\\\\n\\n\\t\\r\\f\\b\\u0000\\u001f\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\ud800/"'
show(lambda: json.dumps("é€😀\x7f\u2028", ensure_ascii=False))  #=> '"é€😀\x7f\u2028"'
show(lambda: json.dumps([1, [2, {"a": 3}], {}, []], indent=2))  #=> '[\n  1,\n  [\n    2,\n    {\n      "a": 3\n    }\n  ],\n  {},\n  []\n]'
show(lambda: (json.dumps({"a": 1, "b": 2}, indent="\t"), json.dumps([1, 2], indent=0), json.dumps([], indent=2)))  #=> ('{\n\t"a": 1,\n\t"b": 2\n}', '[\n1,\n2\n]', '[]')
show(lambda: (json.dumps({"a": 1, "b": [1, 2]}, separators=(",", ":")), json.dumps({"a": 1}, indent=1, separators=(";", "="))))  #=> ('{"a":1,"b":[1,2]}', '{\n "a"=1\n}')
show(lambda: json.dumps({"b": 1, "a": 2, "c": {"z": 1, "y": 2}}, sort_keys=True))  #=> '{"a": 2, "b": 1, "c": {"y": 2, "z": 1}}'
show(lambda: json.dumps({(1, 2): 3, "a": 1}, skipkeys=True))  #=> '{"a": 1}'
show(lambda: (json.dumps({1, 2}, default=list), json.dumps(object, default=lambda o: o.__name__)))  #=> ('[1, 2]', '"object"')
show(lambda: json.dumps({(1, 2): 3}))  #=> TypeError keys must be str, int, float, bool or None, not tuple
show(lambda: json.dumps({1, 2}))  #=> TypeError Object of type set is not JSON serializable
show(lambda: json.dumps(b"a"))  #=> TypeError Object of type bytes is not JSON serializable
show(lambda: json.dumps(1j))  #=> TypeError Object of type complex is not JSON serializable
show(lambda: json.dumps(float("nan"), allow_nan=False))  #=> ValueError Out of range float values are not JSON compliant
show(lambda: json.dumps({"a": 1, 2: 3}, sort_keys=True))  #=> TypeError '<' not supported between instances of 'int' and 'str'
show(lambda: json.dumps(1, foo=2))  #=> TypeError JSONEncoder.__init__() got an unexpected keyword argument 'foo'
show(lambda: json.dumps({1, 2}, default=lambda o: o))  #=> ValueError Circular reference detected
show(lambda: json.loads("[1, 2.5, -3, 1e5, 1E-2, true, false, null, \"a\", {}, []]"))  #=> [1, 2.5, -3, 100000.0, 0.01, True, False, None, 'a', {}, []]
show(lambda: json.loads(' { "a" : 1 , "b" : [ 1 , 2 ] } '))  #=> {'a': 1, 'b': [1, 2]}
show(lambda: json.loads('"\\u00e9\\ud83d\\ude00\\n\\t\\/\\\\\\""'))  #=> 'é😀\n\t/\\"'
show(lambda: (json.loads("NaN"), json.loads("[Infinity, -Infinity]"), json.loads("-0"), json.loads("-0.0"), json.loads("1e400")))  #=> (nan, [inf, -inf], 0, -0.0, inf)
show(lambda: (json.loads("123456789012345678901234567890"), json.loads('{"a": 1, "a": 2}')))  #=> (123456789012345678901234567890, {'a': 2})
show(lambda: (json.loads(b'["\xc3\xa9"]'), json.loads(bytearray(b"1")), json.loads("[1]".encode("utf-16")), json.loads("[1]".encode("utf-8-sig"))))  #=> (['é'], 1, [1], [1])
show(lambda: (json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: s + "!"), json.loads("[NaN]", parse_constant=lambda s: s)))  #=> (['1.5', '2!'], ['NaN'])
show(lambda: (json.loads('{"a": {"b": 1}}', object_hook=lambda d: list(d.items())), json.loads('{"a": {"b": 1}}', object_pairs_hook=tuple)))  #=> ([('a', [('b', 1)])], (('a', (('b', 1),)),))
show(lambda: json.loads('{"a": 1}', object_pairs_hook=OrderedDict))  #=> OrderedDict([('a', 1)])
show(lambda: json.loads('"a\tb"', strict=False))  #=> 'a\tb'
show(lambda: json.loads(""))  #=> JSONDecodeError Expecting value: line 1 column 1 (char 0)
show(lambda: json.loads("[1,]"))  #=> JSONDecodeError Expecting value: line 1 column 4 (char 3)
show(lambda: json.loads('{"a":1,}'))  #=> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 8 (char 7)
show(lambda: json.loads("{1:2}"))  #=> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
show(lambda: json.loads('{"a" 1}'))  #=> JSONDecodeError Expecting ':' delimiter: line 1 column 6 (char 5)
show(lambda: json.loads('{"a":1 "b"}'))  #=> JSONDecodeError Expecting ',' delimiter: line 1 column 8 (char 7)
show(lambda: json.loads("[1 2]"))  #=> JSONDecodeError Expecting ',' delimiter: line 1 column 4 (char 3)
show(lambda: json.loads('"abc'))  #=> JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
show(lambda: json.loads('"a\nb"'))  #=> JSONDecodeError Invalid control character at: line 1 column 3 (char 2)
show(lambda: json.loads('"\\x"'))  #=> JSONDecodeError Invalid \escape: line 1 column 2 (char 1)
show(lambda: json.loads('"\\u12"'))  #=> JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2)
show(lambda: json.loads('"\\u+123"'))  #=> JSONDecodeError Invalid \uXXXX escape: line 1 column 3 (char 2)
show(lambda: json.loads("1 2"))  #=> JSONDecodeError Extra data: line 1 column 3 (char 2)
show(lambda: json.loads("nul"))  #=> JSONDecodeError Expecting value: line 1 column 1 (char 0)
show(lambda: json.loads("-"))  #=> JSONDecodeError Expecting value: line 1 column 1 (char 0)
show(lambda: json.loads("01"))  #=> JSONDecodeError Extra data: line 1 column 2 (char 1)
show(lambda: json.loads('{"a":'))  #=> JSONDecodeError Expecting value: line 1 column 6 (char 5)
show(lambda: json.loads("["))  #=> JSONDecodeError Expecting value: line 1 column 2 (char 1)
show(lambda: json.loads("{"))  #=> JSONDecodeError Expecting property name enclosed in double quotes: line 1 column 2 (char 1)
show(lambda: json.loads('"\\'))  #=> JSONDecodeError Unterminated string starting at: line 1 column 1 (char 0)
show(lambda: json.loads("\ufeff1"))  #=> JSONDecodeError Unexpected UTF-8 BOM (decode using utf-8-sig): line 1 column 1 (char 0)
show(lambda: json.loads("[1,\n\n x]"))  #=> JSONDecodeError Expecting value: line 3 column 2 (char 6)
show(lambda: json.loads("['a']"))  #=> JSONDecodeError Expecting value: line 1 column 2 (char 1)
show(lambda: json.loads(3))  #=> TypeError the JSON object must be str, bytes or bytearray, not int
show(lambda: json.loads(None))  #=> TypeError the JSON object must be str, bytes or bytearray, not NoneType
show(lambda: json.loads("1", foo=2))  #=> TypeError JSONDecoder.__init__() got an unexpected keyword argument 'foo'
show(lambda: (json.JSONDecodeError("message", "text\nx", 5), json.JSONDecodeError("message", "text\nx", 5).lineno, json.JSONDecodeError("m", "d", 0).colno))  #=> (JSONDecodeError('message: line 2 column 1 (char 5)'), 2, 1)
show(lambda: (json.JSONDecoder().raw_decode("[1] rest"), json.JSONDecoder().raw_decode("x [1]", 2)))  #=> (([1], 3), ([1], 5))
show(lambda: (json.JSONDecoder().decode(" 1 "), json.JSONDecoder(parse_int=float).decode("[1]")))  #=> (1, [1.0])
show(lambda: (json.JSONEncoder(sort_keys=True, indent=1).encode({"b": 1, "a": 2}), "".join(json.JSONEncoder().iterencode([1, {"a": 2}]))))  #=> ('{\n "a": 2,\n "b": 1\n}', '[1, {"a": 2}]')
show(lambda: (issubclass(json.JSONDecodeError, ValueError), json.decoder.JSONDecoder is json.JSONDecoder))  #=> (True, True)

class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class PointEncoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x, "y": o.y}
        return super().default(o)


print(json.dumps([Point(1, 2)], cls=PointEncoder))  #=> [{"x": 1, "y": 2}]
try:
    json.dumps({1}, cls=PointEncoder)
except TypeError as e:
    print(e)  #=> Object of type set is not JSON serializable
circle = []
circle.append(circle)
try:
    json.dumps(circle)
except ValueError as e:
    print(e)  #=> Circular reference detected
deep = []
for _ in range(100000):
    deep = [deep]
try:
    json.dumps(deep)
except RecursionError:
    print("too deep")  #=> too deep
try:
    json.loads("[" * 100000)
except RecursionError:
    print("too deep")  #=> too deep


class Text(str):
    pass


class Number(int):
    def __repr__(self):
        return "?"


class Numbers(list):
    pass


print(json.dumps({Text("k"): Text("v"), "n": Number(3), "l": Numbers([1])}))  #=> {"k": "v", "n": 3, "l": [1]}
try:
    json.loads("[1, 2")
except json.JSONDecodeError as e:
    print(e.msg, e.doc, e.pos, e.lineno, e.colno)  #=> Expecting ',' delimiter [1, 2 5 1 6


class File:
    def __init__(self, text=""):
        self.text = text

    def write(self, text):
        self.text += text

    def read(self):
        return self.text


file = File()
json.dump({"a": [1, 2]}, file, indent=1)
print(repr(file.text), json.load(file))  #=> '{\n "a": [\n  1,\n  2\n ]\n}' {'a': [1, 2]}
