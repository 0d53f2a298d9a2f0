# str.format: fields, conversions, nested specifications, mistakes.

def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)

t(lambda: "{} {}".format(1,2))  #=> '1 2'
t(lambda: "{0} {1} {0}".format(1,2))  #=> '1 2 1'
t(lambda: "{} {0}".format(1,2))  #=> ValueError cannot switch from automatic field numbering to manual field specification
t(lambda: "{0} {}".format(1,2))  #=> ValueError cannot switch from manual field specification to automatic field numbering
t(lambda: "{a} {b}".format(a=1,b=2))  #=> '1 2'
t(lambda: "{".format())  #=> ValueError Single '{' encountered in format string
t(lambda: "}".format())  #=> ValueError Single '}' encountered in format string
t(lambda: "{{}}".format())  #=> '{}'
t(lambda: "{0".format(1))  #=> ValueError expected '}' before end of string
t(lambda: "{0!r:>5}|".format("a"))  #=> "  'a'|"
t(lambda: "{0!}".format(1))  #=> ValueError unmatched '{' in format spec
t(lambda: "{0!x}".format(1))  #=> ValueError Unknown conversion specifier x
t(lambda: "{0!rx}".format(1))  #=> ValueError expected ':' after conversion specifier
t(lambda: "{0!r".format(1))  #=> ValueError unmatched '{' in format spec
t(lambda: "{0:{1}}".format(5,"04"))  #=> '0005'
t(lambda: "{:{}}".format(5,4))  #=> '   5'
t(lambda: "{:{:{}}}".format(5,4,3))  #=> ValueError Max string recursion exceeded
t(lambda: "{0.real}".format(5))  #=> '5'
t(lambda: "{0[a]}".format({"a":1}))  #=> '1'
t(lambda: "{0[0]}".format([7]))  #=> '7'
t(lambda: "{0[-1]}".format([7]))  #=> TypeError list indices must be integers or slices, not str
t(lambda: "{0[x}".format([7]))  #=> ValueError expected '}' before end of string
t(lambda: "{0[]}".format([7]))  #=> ValueError Empty attribute in format string
t(lambda: "{0.}".format([7]))  #=> ValueError Empty attribute in format string
t(lambda: "{0[0]x}".format([7]))  #=> ValueError Only '.' or '[' may follow ']' in format field specifier
t(lambda: "{1}".format(1))  #=> IndexError Replacement index 1 out of range for positional args tuple
t(lambda: "{}".format())  #=> IndexError Replacement index 0 out of range for positional args tuple
t(lambda: "{a}".format())  #=> KeyError 'a'
t(lambda: "{:>{w}}".format("a",w=5))  #=> '    a'
t(lambda: "{a.b[c].d}".format(a=1))  #=> AttributeError 'int' object has no attribute 'b'
t(lambda: "{a[b]}".format(a={"b":{"c":1}}))  #=> "{'c': 1}"
t(lambda: "{!s}".format("x"))  #=> 'x'
t(lambda: "{:d}".format("x"))  #=> ValueError Unknown format code 'd' for object of type 'str'
t(lambda: "{0:}".format(1))  #=> '1'
t(lambda: "{0!r:}".format(1))  #=> '1'
t(lambda: "{99999999999999999999}".format(1))  #=> ValueError Too many decimal digits in format string
t(lambda: "{0[99999999999999999999]}".format([1]))  #=> ValueError Too many decimal digits in format string
t(lambda: "{x!r}{y!a}".format(x="é",y="é"))  #=> "'é''\\xe9'"
t(lambda: "{}".format_map({}))  #=> ValueError Format string contains positional fields
t(lambda: "{a}".format_map({"a":3}))  #=> '3'
t(lambda: "{a}".format_map({}))  #=> KeyError 'a'
t(lambda: "a{b{c}".format(b=1))  #=> ValueError unexpected '{' in field name
t(lambda: "{a!}".format(a=1))  #=> ValueError unmatched '{' in format spec
t(lambda: "{:{}{}}".format(3,">",10))  #=> '         3'
t(lambda: "{ 0}".format(1))  #=> KeyError ' 0'
t(lambda: "{0 }".format(1))  #=> KeyError '0 '
t(lambda: "{!r}".format("q"))  #=> "'q'"
t(lambda: "{:c}".format(97))  #=> 'a'
t(lambda: "{:%}".format(.5))  #=> '50.000000%'
t(lambda: "{:,}".format(10**10))  #=> '10,000,000,000'
t(lambda: "é{}é".format("ü"))  #=> 'éüé'
t(lambda: "{é}".format(é=1))  #=> '1'
t(lambda: "{0!é}".format(1))  #=> ValueError Unknown conversion specifier \xe9
t(lambda: "{:{{}}}".format(1))  #=> ValueError Invalid format specifier '{}' for object of type 'int'
t(lambda: "{0:{0:{0}}}".format(1))  #=> ValueError Max string recursion exceeded
t(lambda: "{self}".format(self=3))  #=> '3'

class C:
    def __format__(s,f): return "<"+f+">"
    def __getattr__(s,n): return n.upper()
    def __getitem__(s,k): return k

t(lambda: "{:abc} {0.foo} ".format(C()))  #=> ValueError cannot switch from automatic field numbering to manual field specification
t(lambda: "{0.foo} {0[bar]} {0[5]} {0:x{{}".format(C()))  #=> ValueError unmatched '{' in format spec
t(lambda: "{0:x}{0}".format(C()))  #=> '<x><>'
t(lambda: "{0.a.b!r:>10}|".format(C()))  #=> AttributeError 'str' object has no attribute 'b'

class D:
    def __format__(s,f): return 5

t(lambda: "{}".format(D()))  #=> TypeError __format__ must return a str, not int
t(lambda: f"{D()}")  #=> TypeError __format__ must return a str, not int
t(lambda: format(D()))  #=> TypeError __format__ must return a str, not int

class M(dict):
    def __missing__(s,k): return "?"+k

t(lambda: "{a}{b}".format_map(M(a=1)))  #=> '1?b'
t(lambda: "{a}".format(**M(b=1)))  #=> KeyError 'a'
print("%s" % "ß".upper(), "ǆ".title(), "ΑΣ".lower(), "İ".lower(), "ﬁ".upper(), "ŉ".title(), "Straße".casefold(), "ὈΔΥΣΣΕΎΣ".lower(), "ὈΔΥΣΣΕΎΣ Σ Σa aΣ.".title(),"hello wORLD 3rd".title(), "hELLO".swapcase(), "ǅ".swapcase())  #=> SS ǅ ας i̇ FI ʼN strasse ὀδυσσεύς Ὀδυσσεύς Σ Σa Aς. Hello World 3Rd Hello ǅ
