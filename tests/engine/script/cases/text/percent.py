# str % values and bytes % values.

def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)

t(lambda: "%d" % "a")  #=> TypeError %d format: a real number is required, not str
t(lambda: "%d" % 1.9)  #=> '1'
t(lambda: "%x" % 1.5)  #=> TypeError %x format: an integer is required, not float
t(lambda: "%s %s" % 1)  #=> TypeError not enough arguments for format string
t(lambda: "%s" % (1,2))  #=> TypeError not all arguments converted during string formatting
t(lambda: "%" % 1)  #=> ValueError incomplete format
t(lambda: "%(a" % {})  #=> ValueError incomplete format key
t(lambda: "%(a)s" % 1)  #=> TypeError format requires a mapping
t(lambda: "%(a)s" % {"b":1})  #=> KeyError 'a'
t(lambda: "%(a)s" % {"a":1})  #=> '1'
t(lambda: "%s" % {"a":1})  #=> "{'a': 1}"
t(lambda: "x" % {"a":1})  #=> 'x'
t(lambda: "x" % 1)  #=> TypeError not all arguments converted during string formatting
t(lambda: "x" % ())  #=> 'x'
t(lambda: "%z" % 1)  #=> ValueError unsupported format character 'z' (0x7a) at index 1
t(lambda: "%*d" % (5,3))  #=> '    3'
t(lambda: "%*d" % ("a",3))  #=> TypeError * wants int
t(lambda: "%.*f" % (2,3.14159))  #=> '3.14'
t(lambda: "%-5d|" % 3)  #=> '3    |'
t(lambda: "%05d" % -3)  #=> '-0003'
t(lambda: "%+d % d" % (3,3))  #=> '+3  3'
t(lambda: "%#x %#o %#X" % (255,8,255))  #=> '0xff 0o10 0XFF'
t(lambda:"%c%c" % ("a",98))  #=> 'ab'
t(lambda:"%c" % "ab")  #=> TypeError %c requires int or char
t(lambda:"%c" % 10**10)  #=> OverflowError %c arg not in range(0x110000)
t(lambda:"%c" % 1.5)  #=> TypeError %c requires int or char
t(lambda: "%.3s" % "abcdef")  #=> 'abc'
t(lambda: "%5.1f|%-8.2e|%g" % (3.14159, 31415.9, 1e20))  #=> '  3.1|3.14e+04|1e+20'
t(lambda: "%f" % "a")  #=> TypeError must be real number, not str
t(lambda: "%r %a" % ("é","é"))  #=> "'é' '\\xe9'"
t(lambda: "%%" % ())  #=> '%'
t(lambda: "%5%|" % ())  #=> TypeError not enough arguments for format string
t(lambda: "%i %u" % (1,2))  #=> '1 2'
t(lambda: "%ld" % 5)  #=> '5'
t(lambda: "%.5d" % 42)  #=> '00042'
t(lambda: "%8.5d|" % -42)  #=> '  -00042|'
t(lambda:"%08.3d|" % -42)  #=> '-0000042|'
t(lambda: "%#.5x" % 255)  #=> '0x000ff'
t(lambda: "%-#8x|" % 255)  #=> '0xff    |'
t(lambda: "%s" % [1])  #=> '[1]'
t(lambda: "%d" % None)  #=> TypeError %d format: a real number is required, not NoneType
t(lambda: "%d" % True)  #=> '1'
t(lambda: "%s" % b"a")  #=> "b'a'"
t(lambda: "%99999999999999999999d" % 1)  #=> ValueError width too big
t(lambda: "%.99999999999d" % 1)  #=> ValueError precision too big
t(lambda: "%s %s" % (1,))  #=> TypeError not enough arguments for format string
t(lambda: "%(a)s %(b)s" % {"a":1,"b":2})  #=> '1 2'
t(lambda: "%(a)*d" % {"a":5})  #=> TypeError not enough arguments for format string
t(lambda: "%((x))s" % {"(x)":4})  #=> '4'
t(lambda: b"%s" % b"a")  #=> b'a'
t(lambda: b"%s" % "a")  #=> TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
t(lambda: b"%b %a %r" % (b"x","é","é"))  #=> b"x '\\xe9' '\\xe9'"
t(lambda: b"%d %x" % (3,255))  #=> b'3 ff'
t(lambda: b"%c%c" % (65,b"B"))  #=> b'AB'
t(lambda: b"%c" % 256)  #=> OverflowError %c arg not in range(256)
t(lambda: b"%(a)s" % {b"a":b"1"})  #=> b'1'
t(lambda: b"%d" % "a")  #=> TypeError %d format: a real number is required, not str
t(lambda: b"%z" % 1)  #=> ValueError incomplete format
t(lambda: b"x" % 1)  #=> TypeError not all arguments converted during bytes formatting
t(lambda: b"%c" % "a")  #=> TypeError %c requires an integer in range(256) or a single byte
t(lambda: b"%5s|%-5s|%.2s" % (b"ab",b"ab",b"abc"))  #=> b'   ab|ab   |ab'
t(lambda: "%e" % 10**400)  #=> OverflowError int too large to convert to float
t(lambda: "%d" % 1e400)  #=> OverflowError cannot convert float infinity to integer
t(lambda: "%d" % float("nan"))  #=> ValueError cannot convert float NaN to integer
t(lambda: "%f" % float("nan"))  #=> 'nan'
t(lambda: "%05f" % float("inf"))  #=> '00inf'
t(lambda: "%F" % float("inf"))  #=> 'INF'
t(lambda: "%.0f %#.0f" % (0.5,2.5))  #=> '0 2.'
t(lambda: "%é" % 3)  #=> ValueError unsupported format character '?' (0xe9) at index 1
t(lambda: "abc %" % 3)  #=> ValueError incomplete format
t(lambda: "%s %" % 3)  #=> ValueError incomplete format
t(lambda: "%x" % "a")  #=> TypeError %x format: an integer is required, not str
t(lambda: "%o" % -8)  #=> '-10'
t(lambda: "%#o" % -8)  #=> '-0o10'
t(lambda: "% 05d" % 3)  #=> ' 0003'
t(lambda: "%-05d|" % 3)  #=> '3    |'
t(lambda: "%c" % -1)  #=> OverflowError %c arg not in range(0x110000)
t(lambda: "%5c|%-5c|" % ("a","b"))  #=> '    a|b    |'
t(lambda: "%\n" % 3)  #=> ValueError unsupported format character '?' (0xa) at index 1
t(lambda: "%s" % ())  #=> TypeError not enough arguments for format string
t(lambda: "%(a)s" % [1])  #=> TypeError list indices must be integers or slices, not str
t(lambda: "%s" % [1])  #=> '[1]'
t(lambda: "a" % [1])  #=> 'a'
t(lambda: "%(x)d %d" % {"x":1})  #=> TypeError not enough arguments for format string
t(lambda: "%(a)s" % ({"a":1},))  #=> TypeError format requires a mapping
t(lambda: "%(a)s" % "abc")  #=> TypeError format requires a mapping
t(lambda:"" % "abc")  #=> TypeError not all arguments converted during string formatting
t(lambda:"" % b"abc")  #=> ''

class M:
    def __getitem__(s,k): return k*2

t(lambda: "%(a)s" % M())  #=> 'aa'
t(lambda: "x" % M())  #=> 'x'
t(lambda: "%.*d" % (-3,5))  #=> '5'
t(lambda: "%*d|" % (-5,3))  #=> '3    |'
t(lambda: "%.d" % 5)  #=> '5'
t(lambda: "%.s|" % "abc")  #=> '|'
t(lambda: "%-+ #05d|" % 3)  #=> '+3   |'
t(lambda: "%c" % True)  #=> '\x01'
t(lambda:"%d" % "3")  #=> TypeError %d format: a real number is required, not str
t(lambda: "%s" % None)  #=> 'None'
t(lambda: "%#g %#e %#.0f" % (1.0,1.0,1.0))  #=> '1.00000 1.000000e+00 1.'
t(lambda: "%5s|%-5s|" % (None,True))  #=> ' None|True |'
t(lambda: "%x" % -255)  #=> '-ff'
t(lambda: "%08x" % -255)  #=> '-00000ff'
t(lambda: "%#08x" % -255)  #=> '-0x000ff'
t(lambda: "%+x" % 255)  #=> '+ff'
t(lambda: "% x" % 255)  #=> ' ff'
t(lambda: bytearray(b"%d") % 3)  #=> bytearray(b'3')
t(lambda: b"%b" % memoryview(b"abc"))  #=> b'abc'
t(lambda: b"%s" % 3)  #=> TypeError %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
t(lambda: "%i" % 10**30)  #=> '1000000000000000000000000000000'
t(lambda: "%.50d" % 10)  #=> '00000000000000000000000000000000000000000000000010'
t(lambda: "%+.3e" % 12345.678)  #=> '+1.235e+04'
t(lambda: "%s%%" % 50)  #=> '50%'
t(lambda: "%d%%" % 50)  #=> '50%'
t(lambda: "%% %s" % 3)  #=> '% 3'
t(lambda: "%()s" % {"":3})  #=> '3'

class I:
    def __index__(s): return 7


class J:
    def __int__(s): return 7

t(lambda: "%d" % I())  #=> '7'
t(lambda: "%x" % I())  #=> '7'
t(lambda: "%d" % J())  #=> '7'
t(lambda: "%x" % J())  #=> TypeError %x format: an integer is required, not J
t(lambda: "%c" % I())  #=> '\x07'
t(lambda: "%*d" % (I(),3))  #=> TypeError * wants int
t(lambda: "%f" % I())  #=> '7.000000'
t(lambda: "%f" % J())  #=> TypeError must be real number, not J
