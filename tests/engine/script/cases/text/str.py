# str: construction and methods.

def t(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class S(str):
    def __repr__(self):
        return "S!"


class Shown:
    def __str__(self):
        return "shown"


class BadStr:
    def __str__(self):
        return 5


class Index:
    def __index__(self):
        return 2

t(lambda: str())  #=> ''
t(lambda: str(5))  #=> '5'
t(lambda: str(None))  #=> 'None'
t(lambda: str("é"))  #=> 'é'
t(lambda: str(Shown()))  #=> 'shown'
t(lambda: str(BadStr()))  #=> TypeError __str__ returned non-string (type int)
t(lambda: str(object=1))  #=> '1'
t(lambda: str(b"ab", "utf-8"))  #=> 'ab'
t(lambda: str(b"\xe9", encoding="latin-1"))  #=> 'é'
t(lambda: str(b"\xff", errors="replace"))  #=> '�'
t(lambda: str(b"ab"))  #=> "b'ab'"
t(lambda: str(bytearray(b"ab"), "ascii"))  #=> 'ab'
t(lambda: str(5, "utf-8"))  #=> TypeError decoding to str: need a bytes-like object, int found
t(lambda: str("a", "utf-8"))  #=> TypeError decoding str is not supported
t(lambda: str(b"", "bogus"))  #=> ''
t(lambda: str(1, 2, 3, 4))  #=> TypeError str() takes at most 3 arguments (4 given)
t(lambda: str(encoding="utf-8"))  #=> ''
t(lambda: S("abc"))  #=> S!
t(lambda: str(S("abc")))  #=> 'abc'
t(lambda: type(str(S("abc"))).__name__)  #=> 'str'
t(lambda: type(S("abc").upper()).__name__)  #=> 'str'
t(lambda: type(S("ABC").upper()).__name__)  #=> 'str'
t(lambda: S("ab") + "c")  #=> 'abc'
t(lambda: "x" + S("ab"))  #=> 'xab'
t(lambda: S("a") == "a")  #=> True
t(lambda: {"a": 1}[S("a")])  #=> 1
t(lambda: ",".join([S("x"), "y"]))  #=> 'x,y'
t(lambda: S("abc")[1])  #=> 'b'
t(lambda: S("a,b").split(","))  #=> ['a', 'b']
t(lambda: type(S("abc").strip()).__name__)  #=> 'str'
t(lambda: len(S("abc")))  #=> 3
t(lambda: "b" in S("abc"))  #=> True
t(lambda: S("%s") % 5)  #=> '5'
t(lambda: S("{}").format(5))  #=> '5'
t(lambda: f"{S('q')}")  #=> 'q'
t(lambda: f"{S('q'):>4}")  #=> '   q'
t(lambda: S("b") > "a")  #=> True
t(lambda: sorted([S("b"), "a"]))  #=> ['a', S!]
t(lambda: hash(S("abc")) == hash("abc"))  #=> True
t(lambda: "abc".find("b"))  #=> 1
t(lambda: "abcabc".find("c", 3))  #=> 5
t(lambda: "abc".find(""))  #=> 0
t(lambda: "abc".find("", 3))  #=> 3
t(lambda: "abc".find("", 4))  #=> -1
t(lambda: "abc".find("c", -1))  #=> 2
t(lambda: "abc".find("c", None, -1))  #=> -1
t(lambda: "abc".find("b", Index()))  #=> -1
t(lambda: "abc".find(5))  #=> TypeError must be str, not int
t(lambda: "abc".find("a", "b"))  #=> TypeError slice indices must be integers or None or have an __index__ method
t(lambda: "abc".find("a", 1.5))  #=> TypeError slice indices must be integers or None or have an __index__ method
t(lambda: "abc".find())  #=> TypeError find() takes at least 1 argument (0 given)
t(lambda: "abc".find("a", 1, 2, 3))  #=> TypeError find() takes at most 3 arguments (4 given)
t(lambda: "aéb€c😀".find("€"))  #=> 3
t(lambda: "aéb€c😀".find("😀", 4))  #=> 5
t(lambda: "aéb€c😀".rfind("é"))  #=> 1
t(lambda: "aéé€é".rfind("é", 0, 4))  #=> 2
t(lambda: "abc".index("z"))  #=> ValueError substring not found
t(lambda: "abc".rindex("z"))  #=> ValueError substring not found
t(lambda: "abcb".rindex("b"))  #=> 3
t(lambda: "aaaa".count("aa"))  #=> 2
t(lambda: "aaaa".count(""))  #=> 5
t(lambda: "aaaa".count("a", 1, 3))  #=> 2
t(lambda: "éaé".count("é"))  #=> 2
t(lambda: "abc".count("", 3))  #=> 1
t(lambda: "abc".count("", 4))  #=> 0
t(lambda: "abc".startswith("ab"))  #=> True
t(lambda: "abc".startswith(("x", "a")))  #=> True
t(lambda: "abc".startswith("bc", 1))  #=> True
t(lambda: "abc".startswith("", 3))  #=> True
t(lambda: "abc".startswith("", 4))  #=> False
t(lambda: "abc".startswith(5))  #=> TypeError startswith first arg must be str or a tuple of str, not int
t(lambda: "abc".startswith(("x", 5)))  #=> TypeError tuple for startswith must only contain str, not int
t(lambda: "abc".startswith(()))  #=> False
t(lambda: "abc".endswith("bc", 0, 3))  #=> True
t(lambda: "abc".endswith(("b", "c")))  #=> True
t(lambda: "abc".endswith(["c"]))  #=> TypeError endswith first arg must be str or a tuple of str, not list
t(lambda: "é€".endswith("€"))  #=> True
t(lambda: "b" in "abc")  #=> True
t(lambda: "" in "")  #=> True
t(lambda: 5 in "abc")  #=> TypeError 'in <string>' requires string as left operand, not int
t(lambda: "abc".__contains__("c"))  #=> True
t(lambda: "abc".__contains__(5))  #=> TypeError 'in <string>' requires string as left operand, not int
t(lambda: "abc".index("c", 0, 2))  #=> ValueError substring not found
t(lambda: "abc".count(5))  #=> TypeError must be str, not int
t(lambda: "abc".rfind("", 0, 2))  #=> 2
t(lambda: "aXbXc".replace("X", "-"))  #=> 'a-b-c'
t(lambda: "aXbXc".replace("X", "-", 1))  #=> 'a-bXc'
t(lambda: "abc".replace("", "-"))  #=> '-a-b-c-'
t(lambda: "aé€".replace("", "-", 2))  #=> '-a-é€'
t(lambda: "abc".replace("b", ""))  #=> 'ac'
t(lambda: "abc".replace("z", "y"))  #=> 'abc'
t(lambda: "aaa".replace("aa", "b"))  #=> 'ba'
t(lambda: "abc".replace("b", "é€"))  #=> 'aé€c'
t(lambda: "abc".replace("b", "x", 0))  #=> 'abc'
t(lambda: "abc".replace("b", "x", -5))  #=> 'axc'
t(lambda: "abc".replace("b"))  #=> TypeError replace expected at least 2 arguments, got 1
t(lambda: "abc".replace("b", 5))  #=> TypeError replace() argument 2 must be str, not int
t(lambda: "abc".replace(5, "b"))  #=> TypeError replace() argument 1 must be str, not int
t(lambda: "abc".replace("a", "b", "c"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: "abc".replace(old="a", new="b"))  #=> TypeError str.replace() takes no keyword arguments
t(lambda: "a.b.c".partition("."))  #=> ('a', '.', 'b.c')
t(lambda: "abc".partition("."))  #=> ('abc', '', '')
t(lambda: "a.b.c".rpartition("."))  #=> ('a.b', '.', 'c')
t(lambda: "abc".rpartition("."))  #=> ('', '', 'abc')
t(lambda: "abc".partition(""))  #=> ValueError empty separator
t(lambda: "abc".partition(5))  #=> TypeError must be str, not int
t(lambda: "TestHook".removeprefix("Test"))  #=> 'Hook'
t(lambda: "TestHook".removesuffix("Hook"))  #=> 'Test'
t(lambda: "abc".removeprefix("x"))  #=> 'abc'
t(lambda: "abc".removesuffix(""))  #=> 'abc'
t(lambda: "abc".removeprefix(5))  #=> TypeError removeprefix() argument must be str, not int
t(lambda: " a  b\tc\n".split())  #=> ['a', 'b', 'c']
t(lambda: "a,b,,c".split(","))  #=> ['a', 'b', '', 'c']
t(lambda: "a,b,c".split(",", 1))  #=> ['a', 'b,c']
t(lambda: " a b c ".split(None, 1))  #=> ['a', 'b c ']
t(lambda: " a b c ".rsplit(None, 1))  #=> [' a b', 'c']
t(lambda: "a,b,c".rsplit(",", 1))  #=> ['a,b', 'c']
t(lambda: "a--b--c".split("--"))  #=> ['a', 'b', 'c']
t(lambda: "".split())  #=> []
t(lambda: "".split(","))  #=> ['']
t(lambda: "   ".split())  #=> []
t(lambda: "abc".split(""))  #=> ValueError empty separator
t(lambda: "abc".split(5))  #=> TypeError must be str or None, not int
t(lambda: "a b".split(maxsplit=0))  #=> ['a b']
t(lambda: "a b".split(sep=" ", maxsplit=1))  #=> ['a', 'b']
t(lambda: "a b".split(" ", sep=" "))  #=> TypeError argument for split() given by name ('sep') and position (1)
t(lambda: "a b".split(x=1))  #=> TypeError 'x' is an invalid keyword argument for split()
t(lambda: "a b".split(1, 2, 3))  #=> TypeError split() takes at most 2 arguments (3 given)
t(lambda: "a\u2003b\xa0c\x1cd\x85e".split())  #=> ['a', 'b', 'c', 'd', 'e']
t(lambda: "aébéc".split("é"))  #=> ['a', 'b', 'c']
t(lambda: "a,b,c".split(",", maxsplit=10 ** 20))  #=> OverflowError Python int too large to convert to C ssize_t
t(lambda: "aXbXc".rsplit("X", 5))  #=> ['a', 'b', 'c']
t(lambda: "a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i\u2029j".splitlines())  #=> ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']
t(lambda: "a\nb\r\n".splitlines(True))  #=> ['a\n', 'b\r\n']
t(lambda: "a\n\nb".splitlines())  #=> ['a', '', 'b']
t(lambda: "".splitlines())  #=> []
t(lambda: "a\n".splitlines(keepends=True))  #=> ['a\n']
t(lambda: "-".join(["a", "b"]))  #=> 'a-b'
t(lambda: "".join(["é", "b"]))  #=> 'éb'
t(lambda: ", ".join(str(i) for i in range(4)))  #=> '0, 1, 2, 3'
t(lambda: "-".join("abc"))  #=> 'a-b-c'
t(lambda: "-".join([]))  #=> ''
t(lambda: "-".join(["a"]))  #=> 'a'
t(lambda: "-".join(["a", 5]))  #=> TypeError sequence item 1: expected str instance, int found
t(lambda: "-".join(5))  #=> TypeError can only join an iterable
t(lambda: "-".join({"x": 1, "y": 2}))  #=> 'x-y'
t(lambda: "-".join())  #=> TypeError str.join() takes exactly one argument (0 given)
t(lambda: "-".join(["a"], 2))  #=> TypeError str.join() takes exactly one argument (2 given)
t(lambda: "  a b \n".strip())  #=> 'a b'
t(lambda: "xxaxx".strip("x"))  #=> 'a'
t(lambda: "xyaxy".lstrip("xy"))  #=> 'axy'
t(lambda: "xyaxy".rstrip("yx"))  #=> 'xya'
t(lambda: "éaé".strip("é"))  #=> 'a'
t(lambda: "\u2003a\u3000".strip())  #=> 'a'
t(lambda: "abc".strip(""))  #=> 'abc'
t(lambda: "abc".strip(5))  #=> TypeError strip arg must be None or str
t(lambda: "abc".strip(None))  #=> 'abc'
t(lambda: "aaa".strip("a"))  #=> ''
t(lambda: "Hello".upper())  #=> 'HELLO'
t(lambda: "straße".upper())  #=> 'STRASSE'
t(lambda: "ﬁ ŉ ǰ ΐ".upper())  #=> 'FI ʼN J̌ Ϊ́'
t(lambda: "ΑΣ ΑΣΑ Σ ΑΣ.".lower())  #=> 'ας ασα σ ας.'
t(lambda: "İI".lower())  #=> 'i̇i'
t(lambda: "Straße ﬁ Σς".casefold())  #=> 'strasse fi σσ'
t(lambda: "hello wORLD's 3rd".title())  #=> "Hello World'S 3Rd"
t(lambda: "ǆ ǅ ﬁx".title())  #=> 'ǅ ǅ Fix'
t(lambda: "éCOLE".capitalize())  #=> 'École'
t(lambda: "ǆabc".capitalize())  #=> 'ǅabc'
t(lambda: "".capitalize())  #=> ''
t(lambda: "HeLLo ß Σ".swapcase())  #=> 'hEllO SS σ'
t(lambda: [c for c in "aA1ß²½Ⅷ٣ ǅ_" if c.isalpha()])  #=> ['a', 'A', 'ß', 'ǅ']
t(lambda: [c for c in "1²½Ⅷ٣①٫" if c.isdecimal()])  #=> ['1', '٣']
t(lambda: [c for c in "1²½Ⅷ٣①" if c.isdigit()])  #=> ['1', '²', '٣', '①']
t(lambda: [c for c in "1²½Ⅷ٣①一" if c.isnumeric()])  #=> ['1', '²', '½', 'Ⅷ', '٣', '①', '一']
t(lambda: [c for c in "a1_ ½é" if c.isalnum()])  #=> ['a', '1', '½', 'é']
t(lambda: "abc".islower())  #=> True
t(lambda: "aBc".islower())  #=> False
t(lambda: "123".islower())  #=> False
t(lambda: "ªⅷ".islower())  #=> True
t(lambda: "ABC1".isupper())  #=> True
t(lambda: "ǅ".isupper())  #=> False
t(lambda: "ǅ".istitle())  #=> True
t(lambda: "Hello World".istitle())  #=> True
t(lambda: "HEllo".istitle())  #=> False
t(lambda: " \t\u2003\x1c".isspace())  #=> True
t(lambda: "".isspace())  #=> False
t(lambda: "a\n".isprintable())  #=> False
t(lambda: "".isprintable())  #=> True
t(lambda: "\xa0".isprintable())  #=> False
t(lambda: "é€😀".isprintable())  #=> True
t(lambda: "abc".isascii())  #=> True
t(lambda: "é".isascii())  #=> False
t(lambda: "".isascii())  #=> True
t(lambda: "_a1".isidentifier())  #=> True
t(lambda: "1a".isidentifier())  #=> False
t(lambda: "é".isidentifier())  #=> True
t(lambda: "class".isidentifier())  #=> True
t(lambda: "".isidentifier())  #=> False
t(lambda: "a b".isidentifier())  #=> False
t(lambda: "ab".center(7))  #=> '   ab  '
t(lambda: "ab".center(6, "*"))  #=> '**ab**'
t(lambda: "abc".center(6, "*"))  #=> '*abc**'
t(lambda: "é".center(4, "€"))  #=> '€é€€'
t(lambda: "ab".ljust(5) + "|")  #=> 'ab   |'
t(lambda: "ab".rjust(5, "0"))  #=> '000ab'
t(lambda: "ab".center(1))  #=> 'ab'
t(lambda: "ab".center(5, "xx"))  #=> TypeError The fill character must be exactly one character long
t(lambda: "ab".center(5, 5))  #=> TypeError The fill character must be a unicode character, not int
t(lambda: "ab".center("5"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: "ab".center())  #=> TypeError center expected at least 1 argument, got 0
t(lambda: "42".zfill(5))  #=> '00042'
t(lambda: "-42".zfill(5))  #=> '-0042'
t(lambda: "+é".zfill(5))  #=> '+000é'
t(lambda: "".zfill(2))  #=> '00'
t(lambda: "abc".zfill(2))  #=> 'abc'
t(lambda: "a\tbc\td".expandtabs())  #=> 'a       bc      d'
t(lambda: "a\tbc\nd\te".expandtabs(4))  #=> 'a   bc\nd   e'
t(lambda: "a\tb".expandtabs(0))  #=> 'ab'
t(lambda: "é\tb".expandtabs(tabsize=3))  #=> 'é  b'
t(lambda: "a\tb".expandtabs(-1))  #=> 'ab'
t(lambda: "abc".translate({97: "X", 98: None, 99: 100}))  #=> 'Xd'
t(lambda: "abc".translate({}))  #=> 'abc'
t(lambda: "aé".translate({233: "e"}))  #=> 'ae'
t(lambda: "abc".translate(["x", "y"]))  #=> 'abc'
t(lambda: "abc".translate({97: 1.5}))  #=> TypeError character mapping must return integer, None or str
t(lambda: "abc".translate({97: 0x110000}))  #=> ValueError character mapping must be in range(0x110000)
t(lambda: str.maketrans("abc", "xyz"))  #=> {97: 120, 98: 121, 99: 122}
t(lambda: str.maketrans("abc", "xyz", "d"))  #=> {97: 120, 98: 121, 99: 122, 100: None}
t(lambda: str.maketrans({"a": 1, 98: "x"}))  #=> {97: 1, 98: 'x'}
t(lambda: str.maketrans("ab", "x"))  #=> ValueError the first two maketrans arguments must have equal length
t(lambda: str.maketrans({"ab": 1}))  #=> ValueError string keys in translate table must be of length 1
t(lambda: str.maketrans(5))  #=> TypeError if you give only one argument to maketrans it must be a dict
t(lambda: str.maketrans("a", 5))  #=> TypeError maketrans() argument 2 must be str, not int
t(lambda: str.maketrans({1.5: 2}))  #=> TypeError keys in translate table must be strings or integers
t(lambda: str.maketrans(5, "a"))  #=> TypeError first maketrans argument must be a string if there is a second argument
t(lambda: "abc"[0])  #=> 'a'
t(lambda: "abc"[-1])  #=> 'c'
t(lambda: "abc"[3])  #=> IndexError string index out of range
t(lambda: "abc"[-4])  #=> IndexError string index out of range
t(lambda: "abc"["a"])  #=> TypeError string indices must be integers, not 'str'
t(lambda: "abc"[1.0])  #=> TypeError string indices must be integers, not 'float'
t(lambda: "abc"[Index()])  #=> 'c'
t(lambda: "abcdef"[1:4])  #=> 'bcd'
t(lambda: "abcdef"[::-1])  #=> 'fedcba'
t(lambda: "abcdef"[::2])  #=> 'ace'
t(lambda: "abcdef"[4:1:-1])  #=> 'edc'
t(lambda: "aé€😀"[1:3])  #=> 'é€'
t(lambda: "aé€😀"[::-1])  #=> '😀€éa'
t(lambda: "aé€😀"[-1])  #=> '😀'
t(lambda: "abc"[10 ** 20])  #=> IndexError cannot fit 'int' into an index-sized integer
t(lambda: "abc"[:10 ** 20])  #=> 'abc'
t(lambda: "abc"[::0])  #=> ValueError slice step cannot be zero
t(lambda: "abc"["a":])  #=> TypeError slice indices must be integers or None or have an __index__ method
t(lambda: len("aé€😀"))  #=> 4
t(lambda: list("aé€"))  #=> ['a', 'é', '€']
t(lambda: "ab" * 3)  #=> 'ababab'
t(lambda: 3 * "ab")  #=> 'ababab'
t(lambda: "ab" * -1)  #=> ''
t(lambda: "ab" * "a")  #=> TypeError can't multiply sequence by non-int of type 'str'
t(lambda: "ab" * 1.5)  #=> TypeError can't multiply sequence by non-int of type 'float'
t(lambda: "ab" + 5)  #=> TypeError can only concatenate str (not "int") to str
t(lambda: 5 + "ab")  #=> TypeError unsupported operand type(s) for +: 'int' and 'str'
t(lambda: "a" < "b")  #=> True
t(lambda: "a" < "é" < "€" < "😀")  #=> True
t(lambda: "a" < 5)  #=> TypeError '<' not supported between instances of 'str' and 'int'
t(lambda: "a" == 5)  #=> False
t(lambda: "" < "a")  #=> True
t(lambda: "abc" >= "abd")  #=> False
t(lambda: "abc".__add__(5))  #=> TypeError can only concatenate str (not "int") to str
t(lambda: "abc".__mul__(2))  #=> 'abcabc'
t(lambda: "abc".__mul__("a"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: "abc".__rmul__(2))  #=> 'abcabc'
t(lambda: "abc".__getitem__(slice(1, None)))  #=> 'bc'
t(lambda: "abc".__len__())  #=> 3
t(lambda: "abc".__eq__(5))  #=> NotImplemented
t(lambda: "abc".__lt__("b"))  #=> True
t(lambda: "abc".__hash__() == hash("abc"))  #=> True
t(lambda: "abc".__getnewargs__())  #=> ('abc',)
t(lambda: "abc".__format__(">5"))  #=> '  abc'
t(lambda: "abc".__format__(5))  #=> TypeError __format__() argument must be str, not int
t(lambda: "abc".__mod__(()))  #=> 'abc'
t(lambda: "abc".__rmod__("%s"))  #=> 'abc'
t(lambda: "abc".__repr__())  #=> "'abc'"
t(lambda: "abc".__str__())  #=> 'abc'
t(lambda: list("ab".__iter__()))  #=> ['a', 'b']
t(lambda: str.upper(5))  #=> TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
t(lambda: str.upper())  #=> TypeError unbound method str.upper() needs an argument
t(lambda: str.__add__(5, "a"))  #=> TypeError descriptor '__add__' requires a 'str' object but received a 'int'
t(lambda: "abc".foo)  #=> AttributeError 'str' object has no attribute 'foo'
t(lambda: "abc"())  #=> TypeError 'str' object is not callable
t(lambda: "abc".__setitem__(0, "x"))  #=> AttributeError 'str' object has no attribute '__setitem__'
t(lambda: hasattr("", "__iter__"))  #=> True
t(lambda: "abc".upper(1))  #=> TypeError str.upper() takes no arguments (1 given)
t(lambda: repr("a'b"))  #=> '"a\'b"'
t(lambda: repr('a"b'))  #=> '\'a"b\''
t(lambda: repr("a'b\"c"))  #=> '\'a\\\'b"c\''
t(lambda: repr("\n\t\r\\\0\x1f\x7f"))  #=> "'\\n\\t\\r\\\\\\x00\\x1f\\x7f'"
t(lambda: repr("é\xa0\xad\u200b\u2028€😀\ud800\U0010ffff"))  #=> "'é\\xa0\\xad\\u200b\\u2028€😀\\ud800\\U0010ffff'"
t(lambda: ascii("é€😀'\n"))  #=> '"\\xe9\\u20ac\\U0001f600\'\\n"'
t(lambda: f"{'a':>{3}}{5!r:<4}|{'é'!a}{1.5:.2f}")  #=> "  a5   |'\\xe9'1.50"
t(lambda: f"{3=} {'x' = }")  #=> "3=3 'x' = 'x'"
t(lambda: f"{{}}")  #=> '{}'
t(lambda: "%s" % "é")  #=> 'é'
text = "aé€😀" * 200
found = []
at = text.find("€")
while at >= 0:
    found.append(at)
    at = text.find("€", at + 1)
print(len(found), found[-1], sum(1 for i in range(len(text)) if text[i] == "é"), text.count("😀"))  #=> 200 798 200 200

# All of a text, or of bytes, is the same object.
text, data = "some text", b"some bytes"
print(text[:] is text, text[0:99] is text, text[1:] is text, data[:] is data)  #=> True True False True
