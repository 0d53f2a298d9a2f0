# int and bool: construction, methods, special methods, hashes.

def t(f):
    try:
        r = f()
        print(type(r).__name__, repr(r))
    except BaseException as e:
        print(type(e).__name__, e)

t(lambda: int())  #=> int 0
t(lambda: int(3.9))  #=> int 3
t(lambda: int(-3.9))  #=> int -3
t(lambda: int("42"))  #=> int 42
t(lambda: int("  -42\n"))  #=> int -42
t(lambda: int("1_000"))  #=> int 1000
t(lambda: int("1__0"))  #=> ValueError invalid literal for int() with base 10: '1__0'
t(lambda: int("_1"))  #=> ValueError invalid literal for int() with base 10: '_1'
t(lambda: int("0x1f", 16))  #=> int 31
t(lambda: int("0x1f", 0))  #=> int 31
t(lambda: int("0b101", 0))  #=> int 5
t(lambda: int("0o17", 0))  #=> int 15
t(lambda: int("017", 0))  #=> ValueError invalid literal for int() with base 0: '017'
t(lambda: int("00", 0))  #=> int 0
t(lambda: int("z", 36))  #=> int 35
t(lambda: int("Zz", 36))  #=> int 1295
t(lambda: int("8", 8))  #=> ValueError invalid literal for int() with base 8: '8'
t(lambda: int("5", 1))  #=> ValueError int() base must be >= 2 and <= 36, or 0
t(lambda: int("5", 37))  #=> ValueError int() base must be >= 2 and <= 36, or 0
t(lambda: int("5", -1))  #=> ValueError int() base must be >= 2 and <= 36, or 0
t(lambda: int(5, 10))  #=> TypeError int() can't convert non-string with explicit base
t(lambda: int(base=10))  #=> TypeError int() missing string argument
t(lambda: int(""))  #=> ValueError invalid literal for int() with base 10: ''
t(lambda: int("1.5"))  #=> ValueError invalid literal for int() with base 10: '1.5'
t(lambda: int(None))  #=> TypeError int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
t(lambda: int([]))  #=> TypeError int() argument must be a string, a bytes-like object or a real number, not 'list'
t(lambda: int(b"12"))  #=> int 12
t(lambda: int(bytearray(b" 7 ")))  #=> int 7
t(lambda: int(memoryview(b"12")))  #=> int 12
t(lambda: int(b"x1"))  #=> ValueError invalid literal for int() with base 10: b'x1'
t(lambda: int("٣٤"))  #=> int 34
t(lambda: int("\u20035\u2003"))  #=> int 5
t(lambda: int("\x1c5"))  #=> ValueError invalid literal for int() with base 10: '\x1c5'
t(lambda: int("5\0"))  #=> ValueError invalid literal for int() with base 10: '5\x00'
t(lambda: int(float("inf")))  #=> OverflowError cannot convert float infinity to integer
t(lambda: int(float("nan")))  #=> ValueError cannot convert float NaN to integer
t(lambda: int(1e30))  #=> int 1000000000000000019884624838656
t(lambda: int("9" * 4300) % 7)  #=> int 3
t(lambda: int("9" * 4301))  #=> ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit
t(lambda: str(10 ** 4300))  #=> ValueError Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit
t(lambda: len(str(10 ** 4299)))  #=> int 4300
t(lambda: int("f" * 5000, 16) > 0)  #=> bool True
t(lambda: len(hex(10 ** 6000)))  #=> int 4985
t(lambda: int(True))  #=> int 1
t(lambda: int("١_٢"))  #=> int 12
t(lambda: int("1", "2"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: int(1, 2, 3))  #=> TypeError int() takes at most 2 arguments (3 given)
t(lambda: int(x=1))  #=> TypeError 'x' is an invalid keyword argument for int()
t(lambda: int(3j))  #=> TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'

class Index:
    def __index__(self):
        return 7


class Int:
    def __int__(self):
        return 8


class Trunc:
    def __trunc__(self):
        return 9


class Bad:
    def __int__(self):
        return "8"
    __index__ = __int__
    __float__ = __int__


class Sub(int):
    pass


class Loud(int):
    def __int__(self):
        return 99
    def __repr__(self):
        return "Loud!"

t(lambda: int(Index()))  #=> int 7
t(lambda: int(Int()))  #=> int 8
t(lambda: int(Trunc()))  #=> int 9
t(lambda: int(Bad()))  #=> TypeError __int__ returned non-int (type str)
t(lambda: int(Sub(5)))  #=> int 5
t(lambda: int(Loud(5)))  #=> int 99
t(lambda: Loud(5) + 1)  #=> int 6
t(lambda: Loud(5))  #=> Loud Loud!
t(lambda: str(Loud(5)))  #=> str 'Loud!'
t(lambda: f"{Loud(5):d}")  #=> str '5'
t(lambda: [1, 2, 3][Index()])  #=> IndexError list index out of range
t(lambda: [1, 2][Bad()])  #=> TypeError __index__ returned non-int (type str)
t(lambda: Sub("12") * 2)  #=> int 24
t(lambda: Sub(3).bit_length())  #=> int 2
t(lambda: -Sub(3))  #=> int -3
t(lambda: +Sub(3))  #=> int 3
t(lambda: type(Sub(3) + Sub(4)).__name__)  #=> str 'int'
t(lambda: Sub(3) == 3)  #=> bool True
t(lambda: hash(Sub(3)))  #=> int 3
t(lambda: {3: "x"}[Sub(3)])  #=> str 'x'
t(lambda: isinstance(True, int))  #=> bool True
t(lambda: int.__new__(Sub, 5))  #=> Sub 5
t(lambda: int.__new__(str))  #=> TypeError int.__new__(str): str is not a subtype of int
t(lambda: int.__new__(5))  #=> TypeError int.__new__(X): X is not a type object (int)
t(lambda: bool(""))  #=> bool False
t(lambda: bool(0.0))  #=> bool False
t(lambda: bool([0]))  #=> bool True
t(lambda: bool(1, 2))  #=> TypeError bool expected at most 1 argument, got 2
t(lambda: True + True)  #=> int 2
t(lambda: True & False)  #=> bool False
t(lambda: True & 1)  #=> int 1
t(lambda: True ^ True)  #=> bool False
t(lambda: ~True)  #=> int -2
t(lambda: -True)  #=> int -1
t(lambda: True.__and__(1))  #=> int 1
t(lambda: True.__or__(False))  #=> bool True
t(lambda: True.real)  #=> int 1
t(lambda: repr(True))  #=> str 'True'
t(lambda: f"{True:d} {True} {True:5}")  #=> str '1 True     1'
t(lambda: True.__int__())  #=> int 1
t(lambda: True == 1.0)  #=> bool True
t(lambda: (255).bit_length())  #=> int 8
t(lambda: (-256).bit_length())  #=> int 9
t(lambda: (0).bit_length())  #=> int 0
t(lambda: (2 ** 100).bit_length())  #=> int 101
t(lambda: (-7).bit_count())  #=> int 3
t(lambda: (2 ** 100 - 1).bit_count())  #=> int 100
t(lambda: (1000).to_bytes(2, "big"))  #=> bytes b'\x03\xe8'
t(lambda: (1000).to_bytes(2, "little"))  #=> bytes b'\xe8\x03'
t(lambda: (1000).to_bytes(1, "big"))  #=> OverflowError int too big to convert
t(lambda: (-1).to_bytes(2, "big"))  #=> OverflowError can't convert negative int to unsigned
t(lambda: (-1).to_bytes(2, "big", signed=True))  #=> bytes b'\xff\xff'
t(lambda: (-129).to_bytes(1, "big", signed=True))  #=> OverflowError int too big to convert
t(lambda: (128).to_bytes(1, "big", signed=True))  #=> OverflowError int too big to convert
t(lambda: (5).to_bytes())  #=> bytes b'\x05'
t(lambda: (0).to_bytes(0, "big"))  #=> bytes b''
t(lambda: (1).to_bytes(0, "big"))  #=> OverflowError int too big to convert
t(lambda: (1).to_bytes(-1, "big"))  #=> ValueError length argument must be non-negative
t(lambda: (1).to_bytes(1, "middle"))  #=> ValueError byteorder must be either 'little' or 'big'
t(lambda: (1).to_bytes(length=3, byteorder="little"))  #=> bytes b'\x01\x00\x00'
t(lambda: (2 ** 70).to_bytes(10, "big"))  #=> bytes b'\x00@\x00\x00\x00\x00\x00\x00\x00\x00'
t(lambda: int.from_bytes(b"\x03\xe8"))  #=> int 1000
t(lambda: int.from_bytes(b"\xff\xfe", "little", signed=True))  #=> int -257
t(lambda: int.from_bytes([1, 2, 3], "big"))  #=> int 66051
t(lambda: int.from_bytes("ab", "big"))  #=> TypeError cannot convert 'str' object to bytes
t(lambda: int.from_bytes(b"", "big"))  #=> int 0
t(lambda: int.from_bytes(b"\xff" * 10, "big"))  #=> int 1208925819614629174706175
t(lambda: Sub.from_bytes(b"\x05", "big"))  #=> Sub 5
t(lambda: int.from_bytes(b"a", "x"))  #=> ValueError byteorder must be either 'little' or 'big'
t(lambda: (7).as_integer_ratio())  #=> tuple (7, 1)
t(lambda: (7).conjugate())  #=> int 7
t(lambda: (7).numerator + (7).denominator + (7).real + (7).imag)  #=> int 15
t(lambda: (7).__round__())  #=> int 7
t(lambda: (1250).__round__(-2))  #=> int 1200
t(lambda: (7).__getnewargs__())  #=> tuple (7,)
t(lambda: (7).__add__("a"))  #=> NotImplementedType NotImplemented
t(lambda: (7).__add__(1.5))  #=> NotImplementedType NotImplemented
t(lambda: (7).__radd__(1))  #=> int 8
t(lambda: (7).__rsub__(1))  #=> int -6
t(lambda: (7).__divmod__(2))  #=> tuple (3, 1)
t(lambda: (7).__rdivmod__(2))  #=> tuple (0, 2)
t(lambda: (7).__pow__(2, 5))  #=> int 4
t(lambda: (7).__pow__(2.0))  #=> NotImplementedType NotImplemented
t(lambda: (7).__rpow__(2))  #=> int 128
t(lambda: (7).__lshift__(2))  #=> int 28
t(lambda: (7).__rlshift__(2))  #=> int 256
t(lambda: (7).__eq__(7.0))  #=> NotImplementedType NotImplemented
t(lambda: (7).__lt__(8))  #=> bool True
t(lambda: (7).__bool__())  #=> bool True
t(lambda: (7).__float__())  #=> float 7.0
t(lambda: (10 ** 400).__float__())  #=> OverflowError int too large to convert to float
t(lambda: (7).__index__())  #=> int 7
t(lambda: (7).__format__("b"))  #=> str '111'
t(lambda: (7).__hash__())  #=> int 7
t(lambda: (7).__add__())  #=> TypeError expected 1 argument, got 0
t(lambda: int.__add__("a", 1))  #=> TypeError descriptor '__add__' requires a 'int' object but received a 'str'
t(lambda: int.bit_length("a"))  #=> TypeError descriptor 'bit_length' for 'int' objects doesn't apply to a 'str' object
t(lambda: int.bit_length())  #=> TypeError unbound method int.bit_length() needs an argument
t(lambda: (5).foo)  #=> AttributeError 'int' object has no attribute 'foo'
t(lambda: (5)())  #=> TypeError 'int' object is not callable
t(lambda: (5)[0])  #=> TypeError 'int' object is not subscriptable
t(lambda: len(5))  #=> TypeError object of type 'int' has no len()
t(lambda: hasattr(5, "__iter__"))  #=> bool False
t(lambda: hash(2 ** 61))  #=> int 1
t(lambda: hash(2 ** 61 - 1))  #=> int 0
t(lambda: hash(-1))  #=> int -2
t(lambda: hash(-2 ** 61))  #=> int -2
t(lambda: hash(10 ** 40))  #=> int 1388497483929617590
t(lambda: hash(-10 ** 40))  #=> int -1388497483929617590
t(lambda: hash(1.5))  #=> int 1152921504606846977
t(lambda: hash(float("inf")))  #=> int 314159
t(lambda: hash(float("-inf")))  #=> int -314159
t(lambda: hash(1e300))  #=> int 1224995262755759164
t(lambda: hash(2.0 ** 61))  #=> int 1
t(lambda: hash(3 + 4j))  #=> int 4000015
t(lambda: hash(3 + 0j))  #=> int 3
t(lambda: hash(True))  #=> int 1
t(lambda: hash("abc"))  #=> int -4594863902769663758
t(lambda: hash(""))  #=> int 0
t(lambda: hash("é"))  #=> int 6047309291227476195
t(lambda: hash("€"))  #=> int -5529981157763016009
t(lambda: hash("😀"))  #=> int -3536540696076613844
t(lambda: hash(b"abc"))  #=> int -4594863902769663758
t(lambda: hash((1, "a", 2.5)))  #=> int -8030008116423961961
t(lambda: hash(-0.0))  #=> int 0
t(lambda: hash(5e-324))  #=> int 16777216
