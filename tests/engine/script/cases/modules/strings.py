# string, textwrap
import string
import textwrap
from string import *


def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)


for n in "ascii_letters ascii_lowercase ascii_uppercase digits hexdigits octdigits punctuation whitespace printable".split():
    print(n, repr(getattr(string, n)))
#=> ascii_letters 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
#=> ascii_lowercase 'abcdefghijklmnopqrstuvwxyz'
#=> ascii_uppercase 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
#=> digits '0123456789'
#=> hexdigits '0123456789abcdefABCDEF'
#=> octdigits '01234567'
#=> punctuation '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
#=> whitespace ' \t\n\r\x0b\x0c'
#=> printable '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~ \t\n\r\x0b\x0c'
t(lambda: capwords("hello  world foo"))  #=> 'Hello World Foo'
t(lambda: capwords("a-b-c", "-"))  #=> 'A-B-C'
t(lambda: capwords(""))  #=> ''
T = Template
t(lambda: T("$a and ${b} $$ $a").substitute(a=1, b="x"))  #=> '1 and x $ 1'
t(lambda: T("$a").substitute())  #=> KeyError 'a'
t(lambda: T("$a $b").safe_substitute(a=1))  #=> '1 $b'
t(lambda: T("${a} $b $$").safe_substitute())  #=> '${a} $b $'
t(lambda: T("$a").substitute({"a": 1}, a=2))  #=> '2'
t(lambda: T("bad $ here").substitute())  #=> ValueError Invalid placeholder in string: line 1, col 5
t(lambda: T("bad $1").substitute())  #=> ValueError Invalid placeholder in string: line 1, col 5
t(lambda: T("line\nbad ${x").substitute())  #=> ValueError Invalid placeholder in string: line 2, col 5
t(lambda: T("bad $ ok").safe_substitute())  #=> 'bad $ ok'
t(lambda: T("$a_b1c").substitute(a_b1c=5))  #=> '5'
t(lambda: T("x").template)  #=> 'x'
t(lambda: T("$a $b $a").get_identifiers())  #=> ['a', 'b']
t(lambda: T("$").is_valid())  #=> False
t(lambda: T("$ok").is_valid())  #=> True
t(lambda: T("$A").substitute(A=1))  #=> '1'
t(lambda: T("${a}b").substitute(a="q"))  #=> 'qb'
t(lambda: T("").substitute())  #=> ''
t(lambda: T("$$$a").substitute(a=1))  #=> '$1'
t(lambda: T("é$é").safe_substitute())  #=> 'é$é'
class Percent(Template):
    delimiter = "%"
t(lambda: Percent("%a %% $b").substitute(a=1))  #=> '1 % $b'
F = Formatter()
t(lambda: F.format("{} {} {x}", 1, 2, x=3))  #=> '1 2 3'
t(lambda: F.format("{0} {0!r:>5} {1:{2}}", "a", 5, 4))  #=> "a   'a'    5"
t(lambda: F.format("{a.real} {b[0]} {b[k]}", a=5, b={"k": 1, 0: 2}))  #=> '5 2 1'
t(lambda: F.format("{{}} {}", 1))  #=> '{} 1'
t(lambda: F.format("{}"))  #=> IndexError tuple index out of range
t(lambda: F.format("{x}"))  #=> KeyError 'x'
t(lambda: F.format("{0} {}", 1, 2))
#=> ValueError cannot switch from manual field specification to automatic field numbering
t(lambda: F.format("{} {0}", 1, 2))
#=> ValueError cannot switch from manual field specification to automatic field numbering
t(lambda: F.format("{!z}", 1))  #=> ValueError Unknown conversion specifier z
t(lambda: F.format("{", 1))  #=> ValueError Single '{' encountered in format string
t(lambda: F.format("}", 1))  #=> ValueError Single '}' encountered in format string
t(lambda: F.vformat("{0}-{k}", (1,), {"k": 2}))  #=> '1-2'
t(lambda: list(F.parse("a{b!r:>{w}}c{{d}}")))
#=> [('a', 'b', '>{w}', 'r'), ('c{', None, None, None), ('d}', None, None, None)]
t(lambda: F.get_field("0.real", (5,), {}))  #=> (5, 0)
t(lambda: F.format("{:.2f}", 3.14159))  #=> '3.14'
class Safe(Formatter):
    def get_value(self, key, args, kwargs):
        if isinstance(key, str):
            return kwargs.get(key, "{" + key + "}")
        return super().get_value(key, args, kwargs)
t(lambda: Safe().format("{a} {b} {0}", 9, a=1))  #=> '1 {b} 9'
class Check(Formatter):
    def check_unused_args(self, used, args, kwargs):
        unused = set(kwargs) - used
        if unused:
            raise ValueError(f"unused {sorted(unused)}")
t(lambda: Check().format("{a}", a=1, b=2))  #=> ValueError unused ['b']
text = "The quick brown fox jumped over the lazy dog. It was a well-known state-of-the-art example -- really! Supercalifragilisticexpialidocious."
for w in (10, 15, 20, 34, 70):
    t(lambda: textwrap.wrap(text, w))
#=> ['The quick', 'brown fox', 'jumped', 'over the', 'lazy dog.', 'It was a', 'well-known', 'state-of-', 'the-art', 'example --', 'really! Su', 'percalifra', 'gilisticex', 'pialidocio', 'us.']
#=> ['The quick brown', 'fox jumped over', 'the lazy dog.', 'It was a well-', 'known state-of-', 'the-art example', '-- really! Supe', 'rcalifragilisti', 'cexpialidocious', '.']
#=> ['The quick brown fox', 'jumped over the lazy', 'dog. It was a well-', 'known state-of-the-', 'art example --', 'really! Supercalifra', 'gilisticexpialidocio', 'us.']
#=> ['The quick brown fox jumped over', 'the lazy dog. It was a well-known', 'state-of-the-art example --', 'really! Supercalifragilisticexpial', 'idocious.']
#=> ['The quick brown fox jumped over the lazy dog. It was a well-known', 'state-of-the-art example -- really!', 'Supercalifragilisticexpialidocious.']
t(lambda: textwrap.fill("a b c d e", 3))  #=> 'a b\nc d\ne'
t(lambda: textwrap.wrap(""))  #=> []
t(lambda: textwrap.wrap("   "))  #=> []
t(lambda: textwrap.wrap("abc", 0))  #=> ValueError invalid width 0 (must be > 0)
t(lambda: textwrap.wrap("abcdef", 3))  #=> ['abc', 'def']
t(lambda: textwrap.wrap("abcdef gh", 3, break_long_words=False))  #=> ['abcdef', 'gh']
t(lambda: textwrap.wrap("a-b well-known thing", 8))  #=> ['a-b', 'well-', 'known', 'thing']
t(lambda: textwrap.wrap("a-b well-known thing", 8, break_on_hyphens=False))  #=> ['a-b well', '-known', 'thing']
t(lambda: textwrap.wrap("one two three", 9, initial_indent="* ", subsequent_indent="  "))  #=> ['* one two', '  three']
t(lambda: textwrap.wrap("a\tb\nc  d", 20))  #=> ['a       b c  d']
t(lambda: textwrap.wrap("a\tb\nc", 20, expand_tabs=False, replace_whitespace=False))  #=> ['a\tb\nc']
t(lambda: textwrap.wrap("Hello.  World. End", 40, fix_sentence_endings=True))  #=> ['Hello.  World.  End']
t(lambda: textwrap.wrap("one two three four", 9, max_lines=1))  #=> ['one [...]']
t(lambda: textwrap.wrap("one two three four five", 9, max_lines=2, placeholder="..."))  #=> ['one two', 'three...']
t(lambda: textwrap.wrap("one two", 3, max_lines=1, placeholder="........"))
#=> ValueError placeholder too large for max width
t(lambda: textwrap.wrap("  lead  two", 6, drop_whitespace=False))  #=> ['  lead', '  two']
t(lambda: textwrap.shorten("Hello  world how are you", 15))  #=> 'Hello [...]'
t(lambda: textwrap.shorten("Hello world", 11))  #=> 'Hello world'
t(lambda: textwrap.shorten("Hello world", 10))  #=> '[...]'
t(lambda: textwrap.shorten("Hello world", width=10, placeholder="..."))  #=> 'Hello...'
t(lambda: textwrap.shorten("Hello", 3))  #=> ValueError placeholder too large for max width
t(lambda: textwrap.dedent("  a\n    b\n  c\n"))  #=> 'a\n  b\nc\n'
t(lambda: textwrap.dedent("\n   x\n  \n   y"))  #=> '\nx\n\ny'
t(lambda: textwrap.dedent("\ta\n  b"))  #=> '\ta\n  b'
t(lambda: textwrap.dedent("no\n  yes"))  #=> 'no\n  yes'
t(lambda: textwrap.dedent(""))  #=> ''
t(lambda: textwrap.dedent("""
    def f():
        return 1
    """))  #=> '\ndef f():\n    return 1\n'
t(lambda: textwrap.indent("a\n\nb\n", "> "))  #=> '> a\n\n> b\n'
t(lambda: textwrap.indent("a\n\nb", "> ", lambda line: True))  #=> '> a\n> \n> b'
t(lambda: textwrap.indent("", "x"))  #=> ''
