# float, arithmetic, and the functions about numbers.

def t(f):
    try:
        r = f()
        print(type(r).__name__, repr(r))
    except BaseException as e:
        print(type(e).__name__, e)


class F:
    def __float__(self):
        return 2.5


class I:
    def __index__(self):
        return 3


class Bad:
    def __float__(self):
        return "x"


class Sub(float):
    pass

t(lambda: float())  #=> float 0.0
t(lambda: float("1.5"))  #=> float 1.5
t(lambda: float("  -1.5e3\n"))  #=> float -1500.0
t(lambda: float("inf"))  #=> float inf
t(lambda: float("-Infinity"))  #=> float -inf
t(lambda: float("nan"))  #=> float nan
t(lambda: float("+NaN"))  #=> float nan
t(lambda: float("1_000.5_5"))  #=> float 1000.55
t(lambda: float("1__0"))  #=> ValueError could not convert string to float: '1__0'
t(lambda: float("_1"))  #=> ValueError could not convert string to float: '_1'
t(lambda: float("1_"))  #=> ValueError could not convert string to float: '1_'
t(lambda: float("1e400"))  #=> float inf
t(lambda: float("-1e400"))  #=> float -inf
t(lambda: float("1e-400"))  #=> float 0.0
t(lambda: float(".5"))  #=> float 0.5
t(lambda: float("5."))  #=> float 5.0
t(lambda: float("."))  #=> ValueError could not convert string to float: '.'
t(lambda: float(""))  #=> ValueError could not convert string to float: ''
t(lambda: float("0x10"))  #=> ValueError could not convert string to float: '0x10'
t(lambda: float("1.5.5"))  #=> ValueError could not convert string to float: '1.5.5'
t(lambda: float("1 5"))  #=> ValueError could not convert string to float: '1 5'
t(lambda: float("١.٥"))  #=> float 1.5
t(lambda: float(b"2.5"))  #=> float 2.5
t(lambda: float(bytearray(b" 3 ")))  #=> float 3.0
t(lambda: float(b"x"))  #=> ValueError could not convert string to float: b'x'
t(lambda: float(10 ** 400))  #=> OverflowError int too large to convert to float
t(lambda: float(10 ** 20))  #=> float 1e+20
t(lambda: float(2 ** 53 + 1))  #=> float 9007199254740992.0
t(lambda: float(True))  #=> float 1.0
t(lambda: float(None))  #=> TypeError float() argument must be a string or a real number, not 'NoneType'
t(lambda: float([]))  #=> TypeError float() argument must be a string or a real number, not 'list'
t(lambda: float(1, 2))  #=> TypeError float expected at most 1 argument, got 2
t(lambda: float(F()))  #=> float 2.5
t(lambda: float(I()))  #=> float 3.0
t(lambda: float(Bad()))  #=> TypeError Bad.__float__ returned non-float (type str)
t(lambda: Sub("1.5") + 1)  #=> float 2.5
t(lambda: type(Sub(1) * 2).__name__)  #=> str 'float'
t(lambda: Sub(2.5).hex())  #=> str '0x1.4000000000000p+1'
t(lambda: float(Sub(2.5)))  #=> float 2.5
t(lambda: float(3j))  #=> TypeError float() argument must be a string or a real number, not 'complex'
t(lambda: float(x=1))  #=> TypeError float() takes no keyword arguments
t(lambda: (1.5).hex())  #=> str '0x1.8000000000000p+0'
t(lambda: (-0.1).hex())  #=> str '-0x1.999999999999ap-4'
t(lambda: (0.0).hex())  #=> str '0x0.0p+0'
t(lambda: (-0.0).hex())  #=> str '-0x0.0p+0'
t(lambda: (5e-324).hex())  #=> str '0x0.0000000000001p-1022'
t(lambda: (1e308).hex())  #=> str '0x1.1ccf385ebc8a0p+1023'
t(lambda: float("inf").hex())  #=> str 'inf'
t(lambda: float("nan").hex())  #=> str 'nan'
t(lambda: float.fromhex("0x1.8p3"))  #=> float 12.0
t(lambda: float.fromhex("-1.8"))  #=> float -1.5
t(lambda: float.fromhex("inf"))  #=> float inf
t(lambda: float.fromhex("-nan"))  #=> float nan
t(lambda: float.fromhex("0x1p-1074"))  #=> float 5e-324
t(lambda: float.fromhex("0x1p-1075"))  #=> float 0.0
t(lambda: float.fromhex("0x1.8p-1075"))  #=> float 5e-324
t(lambda: float.fromhex("0x1p1024"))  #=> OverflowError hexadecimal value too large to represent as a float
t(lambda: float.fromhex("0x1.fffffffffffff8p1023"))  #=> OverflowError hexadecimal value too large to represent as a float
t(lambda: float.fromhex("x"))  #=> ValueError invalid hexadecimal floating-point string
t(lambda: float.fromhex("0x"))  #=> ValueError invalid hexadecimal floating-point string
t(lambda: float.fromhex(5))  #=> TypeError bad argument type for built-in operation
t(lambda: float.fromhex("  0x.8p1  "))  #=> float 1.0
t(lambda: Sub.fromhex("0x1p1"))  #=> Sub 2.0
t(lambda: (2.0).is_integer())  #=> bool True
t(lambda: (2.5).is_integer())  #=> bool False
t(lambda: float("inf").is_integer())  #=> bool False
t(lambda: (0.75).as_integer_ratio())  #=> tuple (3, 4)
t(lambda: (-2.5).as_integer_ratio())  #=> tuple (-5, 2)
t(lambda: (1e300).as_integer_ratio()[1])  #=> int 1
t(lambda: float("inf").as_integer_ratio())  #=> OverflowError cannot convert Infinity to integer ratio
t(lambda: float("nan").as_integer_ratio())  #=> ValueError cannot convert NaN to integer ratio
t(lambda: (2.5).conjugate())  #=> float 2.5
t(lambda: (2.5).real)  #=> float 2.5
t(lambda: (2.5).imag)  #=> float 0.0
t(lambda: (2.7).__int__())  #=> int 2
t(lambda: (-2.7).__trunc__())  #=> int -2
t(lambda: (-2.7).__floor__())  #=> int -3
t(lambda: (-2.7).__ceil__())  #=> int -2
t(lambda: (2.5).__round__())  #=> int 2
t(lambda: (3.5).__round__())  #=> int 4
t(lambda: (2.675).__round__(2))  #=> float 2.67
t(lambda: (2.5).__round__(None))  #=> int 2
t(lambda: (2.5).__getnewargs__())  #=> tuple (2.5,)
t(lambda: float.__getformat__("double"))  #=> str 'IEEE, little-endian'
t(lambda: float.__getformat__("x"))  #=> ValueError __getformat__() argument 1 must be 'double' or 'float'
t(lambda: (2.5).__add__(1))  #=> float 3.5
t(lambda: (2.5).__add__("a"))  #=> NotImplementedType NotImplemented
t(lambda: (2.5).__rsub__(1))  #=> float -1.5
t(lambda: (2.5).__divmod__(2))  #=> tuple (1.0, 0.5)
t(lambda: (2.5).__rdivmod__(2))  #=> tuple (0.0, 2.0)
t(lambda: (2.5).__pow__(2))  #=> float 6.25
t(lambda: (2.5).__pow__(2, 3))  #=> TypeError pow() 3rd argument not allowed unless all arguments are integers
t(lambda: (2.5).__rpow__(2))  #=> float 5.656854249492381
t(lambda: (2.5).__eq__(2.5))  #=> bool True
t(lambda: (2.5).__lt__("a"))  #=> NotImplementedType NotImplemented
t(lambda: (2.5).__bool__())  #=> bool True
t(lambda: (2.5).__neg__())  #=> float -2.5
t(lambda: (2.5).__format__(".3f"))  #=> str '2.500'
t(lambda: (2.5).__hash__())  #=> int 1152921504606846978
t(lambda: float.hex(5))  #=> TypeError descriptor 'hex' for 'float' objects doesn't apply to a 'int' object
t(lambda: float.__add__(1, 2))  #=> TypeError descriptor '__add__' requires a 'float' object but received a 'int'
t(lambda: (2.5).foo)  #=> AttributeError 'float' object has no attribute 'foo'
t(lambda: (2.5) % 0)  #=> ZeroDivisionError float modulo
t(lambda: 2.5 // 0)  #=> ZeroDivisionError float floor division by zero
t(lambda: 2.5 / 0)  #=> ZeroDivisionError float division by zero
t(lambda: divmod(2.5, 0))  #=> ZeroDivisionError float divmod()
t(lambda: 2.5 << 1)  #=> TypeError unsupported operand type(s) for <<: 'float' and 'int'
t(lambda: ~2.5)  #=> TypeError bad operand type for unary ~: 'float'
t(lambda: [1][1.0])  #=> TypeError list indices must be integers or slices, not float
t(lambda: 0.1 + 0.2)  #=> float 0.30000000000000004
t(lambda: 1e16)  #=> float 1e+16
t(lambda: 1e15)  #=> float 1000000000000000.0
t(lambda: 123456789012345680.0)  #=> float 1.2345678901234568e+17
t(lambda: 1e-4)  #=> float 0.0001
t(lambda: 1e-5)  #=> float 1e-05
t(lambda: 5e-324)  #=> float 5e-324
t(lambda: 1.7976931348623157e308)  #=> float 1.7976931348623157e+308
t(lambda: 100.0)  #=> float 100.0
t(lambda: -0.0)  #=> float -0.0
t(lambda: 1e22)  #=> float 1e+22
t(lambda: 1.0e23)  #=> float 1e+23
t(lambda: 2 ** 0.5)  #=> float 1.4142135623730951
t(lambda: 4.35)  #=> float 4.35
t(lambda: 0.3)  #=> float 0.3
t(lambda: 9007199254740993.0)  #=> float 9007199254740992.0
t(lambda: -7 // 2.0)  #=> float -4.0
t(lambda: -7 % 2.0)  #=> float 1.0
t(lambda: 7 % -2.0)  #=> float -1.0
t(lambda: -0.0 % 5)  #=> float 0.0
t(lambda: 5 % float("inf"))  #=> float 5.0
t(lambda: -5 % float("inf"))  #=> float inf
t(lambda: 5 // float("-inf"))  #=> float -1.0
t(lambda: float("inf") // 1)  #=> float nan
t(lambda: 1e300 * 1e10)  #=> float inf
t(lambda: float("inf") - float("inf"))  #=> float nan
t(lambda: 10.0 ** 400)  #=> OverflowError (34, 'Numerical result out of range')
t(lambda: 0.0 ** -1)  #=> ZeroDivisionError 0.0 cannot be raised to a negative power
t(lambda: (-8) ** (1 / 3))  #=> complex (1.0000000000000002+1.7320508075688772j)
t(lambda: (-8.0) ** 2)  #=> float 64.0
t(lambda: float("nan") ** 0)  #=> float 1.0
t(lambda: 1.0 ** float("nan"))  #=> float 1.0
t(lambda: 2 ** -1)  #=> float 0.5
t(lambda: 2 ** -1075)  #=> float 0.0
t(lambda: 10 ** -400)  #=> float 0.0
t(lambda: (10 ** 400) / (10 ** 399))  #=> float 10.0
t(lambda: 10 ** 400 / 3)  #=> OverflowError integer division result too large for a float
t(lambda: 1 / 10 ** 400)  #=> float 0.0
t(lambda: 3 / 10 ** 330)  #=> float 0.0
t(lambda: (2 ** 53 + 1) / 1)  #=> float 9007199254740992.0
t(lambda: 10 ** 400 * 1.0)  #=> OverflowError int too large to convert to float
t(lambda: 1.0 < 10 ** 400)  #=> bool True
t(lambda: 2 ** 53 + 1 == float(2 ** 53 + 1))  #=> bool False
t(lambda: 2 ** 53 + 1 > float(2 ** 53))  #=> bool True
t(lambda: float("nan") == float("nan"))  #=> bool False
t(lambda: float("nan") != 1)  #=> bool True
t(lambda: float("nan") < 10 ** 400)  #=> bool False
t(lambda: float("inf") > 10 ** 400)  #=> bool True
t(lambda: 1.5 < "a")  #=> TypeError '<' not supported between instances of 'float' and 'str'
t(lambda: round(2.5))  #=> int 2
t(lambda: round(-2.5))  #=> int -2
t(lambda: round(3.5))  #=> int 4
t(lambda: round(2.675, 2))  #=> float 2.67
t(lambda: round(1234.5678, -2))  #=> float 1200.0
t(lambda: round(1234, -2))  #=> int 1200
t(lambda: round(1250, -2))  #=> int 1200
t(lambda: round(1350, -2))  #=> int 1400
t(lambda: round(-1250, -2))  #=> int -1200
t(lambda: round(5, -5))  #=> int 0
t(lambda: round(10 ** 30 + 5, -1))  #=> int 1000000000000000000000000000000
t(lambda: round(5e15, -15))  #=> float 5000000000000000.0
t(lambda: round(1e300, -300))  #=> float 1e+300
t(lambda: round(1.7e308, -308))  #=> OverflowError rounded value too large to represent
t(lambda: round(1.5, 400))  #=> float 1.5
t(lambda: round(1.5, -400))  #=> float 0.0
t(lambda: round(0.5, 0))  #=> float 0.0
t(lambda: round(1.5, 0))  #=> float 2.0
t(lambda: round(float("nan")))  #=> ValueError cannot convert float NaN to integer
t(lambda: round(float("inf")))  #=> OverflowError cannot convert float infinity to integer
t(lambda: round(float("inf"), 2))  #=> float inf
t(lambda: round(True))  #=> int 1
t(lambda: round(1.5, None))  #=> int 2
t(lambda: round("a"))  #=> TypeError type str doesn't define __round__ method
t(lambda: round(1.5, "a"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: round(1, 2.0))  #=> TypeError 'float' object cannot be interpreted as an integer
t(lambda: round(number=2.5, ndigits=0))  #=> float 2.0
t(lambda: round())  #=> TypeError round() missing required argument 'number' (pos 1)
t(lambda: round(-0.4))  #=> int 0
t(lambda: round(-0.04, 1))  #=> float -0.0
t(lambda: round(1e16 + 2, -1))  #=> float 1e+16
t(lambda: round(I()))  #=> TypeError type I doesn't define __round__ method
t(lambda: divmod(7, 2))  #=> tuple (3, 1)
t(lambda: divmod(-7, 2))  #=> tuple (-4, 1)
t(lambda: divmod(7, -2))  #=> tuple (-4, -1)
t(lambda: divmod(7.5, 2))  #=> tuple (3.0, 1.5)
t(lambda: divmod(-10 ** 30, 7))  #=> tuple (-142857142857142857142857142858, 6)
t(lambda: divmod(7, 0))  #=> ZeroDivisionError integer division or modulo by zero
t(lambda: divmod(1, "a"))  #=> TypeError unsupported operand type(s) for divmod(): 'int' and 'str'
t(lambda: divmod(True, 2))  #=> tuple (0, 1)
t(lambda: pow(2, 10))  #=> int 1024
t(lambda: pow(2, 10, 1000))  #=> int 24
t(lambda: pow(2, -1, 7))  #=> int 4
t(lambda: pow(2, -1, 4))  #=> ValueError base is not invertible for the given modulus
t(lambda: pow(-2, 3, 7))  #=> int 6
t(lambda: pow(2, 3, -7))  #=> int -6
t(lambda: pow(2, 3, 1))  #=> int 0
t(lambda: pow(2, 3, 0))  #=> ValueError pow() 3rd argument cannot be 0
t(lambda: pow(2, 3, -1))  #=> int 0
t(lambda: pow(3, 10 ** 20, 10 ** 9 + 7))  #=> int 139421235
t(lambda: pow(2.0, 3, 5))  #=> TypeError pow() 3rd argument not allowed unless all arguments are integers
t(lambda: pow("a", 2))  #=> TypeError unsupported operand type(s) for ** or pow(): 'str' and 'int'
t(lambda: pow("a", 2, 3))  #=> TypeError unsupported operand type(s) for ** or pow(): 'str', 'int', 'int'
t(lambda: pow(2, "a"))  #=> TypeError unsupported operand type(s) for ** or pow(): 'int' and 'str'
t(lambda: pow(base=2, exp=3))  #=> int 8
t(lambda: pow(2, exp=3, mod=5))  #=> int 3
t(lambda: pow(2))  #=> TypeError pow() missing required argument 'exp' (pos 2)
t(lambda: abs(-5))  #=> int 5
t(lambda: abs(-5.5))  #=> float 5.5
t(lambda: abs(True))  #=> int 1
t(lambda: abs(-2 ** 63))  #=> int 9223372036854775808
t(lambda: abs("a"))  #=> TypeError bad operand type for abs(): 'str'
t(lambda: bin(10))  #=> str '0b1010'
t(lambda: bin(-10))  #=> str '-0b1010'
t(lambda: oct(64))  #=> str '0o100'
t(lambda: hex(-255))  #=> str '-0xff'
t(lambda: hex(2 ** 70))  #=> str '0x400000000000000000'
t(lambda: bin(True))  #=> str '0b1'
t(lambda: bin(I()))  #=> str '0b11'
t(lambda: hex(1.5))  #=> TypeError 'float' object cannot be interpreted as an integer
t(lambda: bin("1"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: chr(65))  #=> str 'A'
t(lambda: chr(0x1f600))  #=> str '😀'
t(lambda: chr(0xd800))  #=> str '\ud800'
t(lambda: chr(-1))  #=> ValueError chr() arg not in range(0x110000)
t(lambda: chr(0x110000))  #=> ValueError chr() arg not in range(0x110000)
t(lambda: chr(10 ** 20))  #=> OverflowError Python int too large to convert to C int
t(lambda: chr("a"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: ord("a"))  #=> int 97
t(lambda: ord("😀"))  #=> int 128512
t(lambda: ord(b"a"))  #=> int 97
t(lambda: ord("ab"))  #=> TypeError ord() expected a character, but string of length 2 found
t(lambda: ord(""))  #=> TypeError ord() expected a character, but string of length 0 found
t(lambda: ord(5))  #=> TypeError ord() expected string of length 1, but int found
t(lambda: ascii("é€😀\n"))  #=> str "'\\xe9\\u20ac\\U0001f600\\n'"
t(lambda: format(5))  #=> str '5'
t(lambda: format(5, "x"))  #=> str '5'
t(lambda: format(5, 5))  #=> TypeError format() argument 2 must be str, not int
t(lambda: format([], "x"))  #=> TypeError unsupported format string passed to list.__format__
t(lambda: 7 // 2)  #=> int 3
t(lambda: -7 // 2)  #=> int -4
t(lambda: 7 // -2)  #=> int -4
t(lambda: -7 % 3)  #=> int 2
t(lambda: 7 % -3)  #=> int -2
t(lambda: 7 / 2)  #=> float 3.5
t(lambda: 6 / 2)  #=> float 3.0
t(lambda: 1 // 0)  #=> ZeroDivisionError integer division or modulo by zero
t(lambda: 1 % 0)  #=> ZeroDivisionError integer modulo by zero
t(lambda: 1 / 0)  #=> ZeroDivisionError division by zero
t(lambda: 2 ** 64 - 1)  #=> int 18446744073709551615
t(lambda: 9223372036854775807 + 1)  #=> int 9223372036854775808
t(lambda: -9223372036854775808 - 1)  #=> int -9223372036854775809
t(lambda: -9223372036854775808 // -1)  #=> int 9223372036854775808
t(lambda: 3037000500 ** 2)  #=> int 9223372037000250000
t(lambda: 2 ** 63)  #=> int 9223372036854775808
t(lambda: -2 ** 63)  #=> int -9223372036854775808
t(lambda: (-2) ** 63)  #=> int -9223372036854775808
t(lambda: (-3) ** 5)  #=> int -243
t(lambda: 0 ** 0)  #=> int 1
t(lambda: 1 << 100)  #=> int 1267650600228229401496703205376
t(lambda: (1 << 100) >> 98)  #=> int 4
t(lambda: -1 >> 100)  #=> int -1
t(lambda: -5 >> 1)  #=> int -3
t(lambda: 1 << -1)  #=> ValueError negative shift count
t(lambda: 1 >> -1)  #=> ValueError negative shift count
t(lambda: 0 << 10 ** 20)  #=> int 0
t(lambda: 5 >> 10 ** 20)  #=> int 0
t(lambda: -5 >> 10 ** 20)  #=> int -1
t(lambda: 1 << 10 ** 20)  #=> OverflowError too many digits in integer
t(lambda: 6 & 3)  #=> int 2
t(lambda: -6 & 0xFF)  #=> int 250
t(lambda: 2 ** 70 | 1)  #=> int 1180591620717411303425
t(lambda: -2 ** 70 ^ 5)  #=> int -1180591620717411303419
t(lambda: ~(2 ** 70))  #=> int -1180591620717411303425
t(lambda: 10 ** 20 // 7)  #=> int 14285714285714285714
t(lambda: -10 ** 20 % 7)  #=> int 5
t(lambda: 10 ** 20 // -7)  #=> int -14285714285714285715
t(lambda: 5 + "a")  #=> TypeError unsupported operand type(s) for +: 'int' and 'str'
t(lambda: "a" + 5)  #=> TypeError can only concatenate str (not "int") to str
t(lambda: 5 - None)  #=> TypeError unsupported operand type(s) for -: 'int' and 'NoneType'
t(lambda: 5 @ 5)  #=> TypeError unsupported operand type(s) for @: 'int' and 'int'
t(lambda: -"a")  #=> TypeError bad operand type for unary -: 'str'
t(lambda: 3 < 3.5)  #=> bool True
t(lambda: 3 < "a")  #=> TypeError '<' not supported between instances of 'int' and 'str'
t(lambda: 10 ** 20 > 10 ** 19)  #=> bool True
t(lambda: 3 == 3.0 == True + 2)  #=> bool True
