# HTTP's numbers and methods, JSON in parts, lines of files.
import json
import linecache
import os
from http import HTTPMethod, HTTPStatus

print(HTTPStatus.OK, repr(HTTPStatus.OK), HTTPStatus.OK.phrase, HTTPStatus.OK.description)  #=> 200 <HTTPStatus.OK: 200> OK Request fulfilled, document follows
print(HTTPStatus(404).name, HTTPStatus(404).description, HTTPStatus.IM_A_TEAPOT.phrase, len(HTTPStatus))  #=> NOT_FOUND Nothing matches the given URI I'm a Teapot 62
print(list(HTTPMethod))  #=> [<HTTPMethod.CONNECT>, <HTTPMethod.DELETE>, <HTTPMethod.GET>, <HTTPMethod.HEAD>, <HTTPMethod.OPTIONS>, <HTTPMethod.PATCH>, <HTTPMethod.POST>, <HTTPMethod.PUT>, <HTTPMethod.TRACE>]
print(HTTPMethod.GET, HTTPMethod("PUT").description, HTTPMethod.GET == "GET", sum(status // 100 == 4 for status in HTTPStatus))  #=> GET Replace the target with the request payload. True 29


def parts(value, **kwargs):
    try:
        return list(json.JSONEncoder(**kwargs).iterencode(value))
    except (TypeError, ValueError) as error:
        return f"{type(error).__name__}: {error}"


print(parts([1, [2, 3], {"a": [None, {}]}, "x"]))  #=> ['[1', ', ', '[2', ', 3', ']', ', ', '{', '"a"', ': ', '[null', ', ', '{}', ']', '}', ', "x"', ']']
print(parts({"a": 1, 2: [1.5], None: "é", True: {}}))  #=> ['{', '"a"', ': ', '1', ', ', '"2"', ': ', '[1.5', ']', ', ', '"null"', ': ', '"\\u00e9"', ', ', '"true"', ': ', '{}', '}']
print(parts({"b": [1, {"c": 2}], "a": []}, indent=2, sort_keys=True))  #=> ['{', '\n  ', '"a"', ': ', '[]', ',\n  ', '"b"', ': ', '[\n    1', ',\n    ', '{', '\n      ', '"c"', ': ', '2', '\n    ', '}', '\n  ', ']', '\n', '}']
print(parts([], indent=1), parts("é", ensure_ascii=False), parts((1, 2), separators=("|", "=")))  #=> ['[]'] ['"é"'] ['[1', '|2', ']']
print(parts({(1,): 2}), parts({(1,): 2, "a": 3}, skipkeys=True), parts({1}), parts([{2, 1}], default=sorted))  #=> TypeError: keys must be str, int, float, bool or None, not tuple ['{', '"a"', ': ', '3', '}'] TypeError: Object of type set is not JSON serializable ['[', '[1', ', 2', ']', ']']
ring = [1]
ring.append(ring)
print(parts(ring), parts([float("nan"), float("-inf")]), parts(float("nan"), allow_nan=False))  #=> ValueError: Circular reference detected ['[NaN', ', -Infinity', ']'] ValueError: Out of range float values are not JSON compliant: nan


class Numbers(json.JSONEncoder):
    def default(self, o):
        return [o.real, o.imag] if isinstance(o, complex) else super().default(o)


print(list(Numbers().iterencode(2 + 1j)))  #=> ['[2.0', ', 1.0', ']']
with open("lines.txt", "w") as file:
    file.write("one\ntwo")
print([linecache.getline("lines.txt", 2), linecache.getline("lines.txt", 3)], linecache.getlines("missing.txt"))  #=> ['two\n', ''] []
with open("lines.txt", "w") as file:
    file.write("changed\n")
print(linecache.getlines("lines.txt"))  #=> ['one\n', 'two\n']
linecache.checkcache("lines.txt")
print(linecache.getlines("lines.txt"))  #=> ['changed\n']
os.remove("lines.txt")
