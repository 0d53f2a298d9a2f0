# ast.literal_eval, and arrays of numbers.
import ast
import copy
from array import array, typecodes

for text in ["1", " -2.5", "'a' \"b\"", "b'x\\n'", "(1,)", "()", "1, 2", "[1, [2, ()], {3}]", "{}", "{'a': 1, 2: [None, True],}",
             "set()", "1+2j", "-3-4j", "...", "r'\\d'", "'''a\nb'''", "[\n1, # one\n 2]", "0xff", "1_000", "1e3", "+5", "{1, 2, }", "-0.0"]:
    print(repr(ast.literal_eval(text)))
for text in ["x", "f()", "1+1", "a.b", "[1, x]", "__import__('os')", "-'a'", "{1: f}", "[i for i in a]", "{**{}}", "[*a]"]:
    try:
        print(ast.literal_eval(text))
    except ValueError as error:
        print(str(error).partition(" on line")[0].partition(":")[0])
for text in ["[1", "1 +", "", "a b"]:
    try:
        ast.literal_eval(text)
    except SyntaxError as error:
        print(error)

numbers = array("i", [1, 2, 3])
numbers.append(4)
numbers.extend(range(2))
print(numbers, len(numbers), numbers[1], numbers[-1], numbers[1:3], sum(numbers), 4 in numbers, numbers.typecode, numbers.itemsize)
numbers[0] = 9
numbers.insert(1, 7)
print(numbers.pop(), numbers.index(7), numbers.count(2), numbers.tolist(), numbers.tobytes()[:8])
numbers.remove(9)
numbers.reverse()
del numbers[0]
print(numbers, numbers + array("i", [5]), numbers * 2, numbers == array("i", [4, 3, 2, 7]), numbers < array("i", [9]), list(numbers))
print(array("d", [1, 2.5]), array("f", [0.1]), array("u", "ab"), array("b"), array("H", b"\x01\x00\x02\x00"), typecodes, copy.copy(numbers))
for make in [lambda: array("b", [200]), lambda: array("B", [-1]), lambda: array("i", [2**40]), lambda: array("h", [-40000]), lambda: array("x"),
             lambda: array("i", ["a"]), lambda: array("i", [1.5]), lambda: array("i", "ab"), lambda: numbers[9], lambda: array("i").pop(),
             lambda: numbers.remove(99), lambda: numbers.index(99), lambda: numbers + [1], lambda: array("d", ["x"]),
             lambda: array("i", b"abc")]:
    try:
        print(make())
    except (OverflowError, TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
#=> 1
#=> -2.5
#=> 'ab'
#=> b'x\n'
#=> (1,)
#=> ()
#=> (1, 2)
#=> [1, [2, ()], {3}]
#=> {}
#=> {'a': 1, 2: [None, True]}
#=> set()
#=> (1+2j)
#=> (-3-4j)
#=> Ellipsis
#=> '\\d'
#=> 'a\nb'
#=> [1, 2]
#=> 255
#=> 1000
#=> 1000.0
#=> 5
#=> {1, 2}
#=> -0.0
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> malformed node or string
#=> '[' was never closed (<unknown>, line 1)
#=> invalid syntax (<unknown>, line 1)
#=> invalid syntax (<unknown>, line 0)
#=> invalid syntax (<unknown>, line 1)
#=> array('i', [1, 2, 3, 4, 0, 1]) 6 2 1 array('i', [2, 3]) 11 True i 4
#=> 1 1 1 [9, 7, 2, 3, 4, 0] b'\t\x00\x00\x00\x07\x00\x00\x00'
#=> array('i', [4, 3, 2, 7]) array('i', [4, 3, 2, 7, 5]) array('i', [4, 3, 2, 7, 4, 3, 2, 7]) True True [4, 3, 2, 7]
#=> array('d', [1.0, 2.5]) array('f', [0.10000000149011612]) array('u', 'ab') array('b') array('H', [1, 2]) bBuhHiIlLqQfd array('i', [4, 3, 2, 7])
#=> OverflowError signed char is greater than maximum
#=> OverflowError unsigned byte integer is less than minimum
#=> OverflowError signed integer is greater than maximum
#=> OverflowError signed short integer is less than minimum
#=> ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
#=> TypeError 'str' object cannot be interpreted as an integer
#=> TypeError 'float' object cannot be interpreted as an integer
#=> TypeError cannot use a str to initialize an array with typecode 'i'
#=> IndexError array index out of range
#=> IndexError pop from empty array
#=> ValueError array.remove(x): x not in array
#=> ValueError array.index(x): x not in array
#=> TypeError can only append array (not "list") to array
#=> TypeError must be real number, not str
#=> ValueError bytes length not a multiple of item size
