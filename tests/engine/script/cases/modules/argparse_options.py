# Options, parents, arguments from files, abbreviations.
import argparse
import contextlib
import io
import os
import sys


def attempt(function):
    """Prints what the function returns or how it ends, and what it writes."""
    out, errors = io.StringIO(), io.StringIO()
    try:
        with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(out):
            result = function()
        print("->", result)
    except SystemExit as error:
        print("exit", error.code)
    except Exception as error:
        print(type(error).__name__, error)
    for text in (out.getvalue(), errors.getvalue()):
        if text:
            print(text)


def P(**kwargs):
    return argparse.ArgumentParser(**{"prog": "P", **kwargs})


par = P(add_help=False)
par.add_argument("--parent", type=int)
g = par.add_argument_group("gg", "desc")
g.add_argument("--gx")
m = par.add_mutually_exclusive_group()
m.add_argument("--m1", action="store_true")
m.add_argument("--m2", action="store_true")
c = P(parents=[par])
c.add_argument("foo")
attempt(lambda: c.parse_args(["--parent", "2", "X"]))
attempt(c.print_help)
attempt(lambda: c.parse_args(["--m1", "--m2", "x"]))
with open("ap_args.txt", "w") as f:
    f.write('-f\nbar')
p = P(fromfile_prefix_chars="@")
p.add_argument("-f")
attempt(lambda: p.parse_args(["-f", "foo", "@ap_args.txt"]))
attempt(lambda: p.parse_args(["@nofile_x"]))
os.remove("ap_args.txt")
p = P(argument_default=argparse.SUPPRESS)
p.add_argument("--foo")
p.add_argument("bar", nargs="?")
attempt(lambda: p.parse_args(["--foo", "1", "BAR"]))
attempt(lambda: p.parse_args([]))
p = P()
print(p.add_argument("--version", action="version", version="%(prog)s 2.0"))
attempt(lambda: p.parse_args(["--version"]))
print(p.add_argument("--raw", type=argparse.FileType("wb", 0)))
print(argparse.FileType("r", encoding="UTF-8"), argparse.FileType())
print(p)
p = P()
p.add_argument("i", nargs="?", type=argparse.FileType("r"), default=sys.stdin)
attempt(lambda: p.parse_args(["nofile_x"]))
p = P(prefix_chars="-+")
p.add_argument("+f")
p.add_argument("++bar")
attempt(lambda: p.parse_args("+f X ++bar Y".split()))
p = P(prefix_chars="+")
p.add_argument("+x")
attempt(p.print_help)
p = P(allow_abbrev=False)
p.add_argument("--foobar", action="store_true")
attempt(lambda: p.parse_args(["--foon"]))
p = P()
p.add_argument("--bacon")
p.add_argument("--badger")
attempt(lambda: p.parse_args("-bac MMM".split()))
attempt(lambda: p.parse_args("-bad WOOD".split()))
attempt(lambda: p.parse_args("-ba BA".split()))
attempt(lambda: p.parse_args("--ba BA".split()))
p = P()
p.add_argument("-bacon")
p.add_argument("-badger")
attempt(lambda: p.parse_args("-bac MMM".split()))
attempt(lambda: p.parse_args("-ba BA".split()))
p = P()
p.add_argument("--foo")
p.add_argument("cmd")
p.add_argument("rest", nargs="*", type=int)
attempt(lambda: p.parse_intermixed_args("doit 1 --foo bar 2 3".split()))
attempt(lambda: p.parse_known_args("doit 1 --foo bar 2 3".split()))
attempt(lambda: p.parse_args("doit 1 --foo bar 2 3".split()))
attempt(lambda: p.parse_known_intermixed_args("doit 1 --foo bar 2 3 --zz".split()))
p = P(conflict_handler="resolve")
p.add_argument("-f", "--foo", help="old")
p.add_argument("--foo", help="new")
attempt(p.print_help)
p = P()
p.add_argument("-f", "--foo")
attempt(lambda: p.add_argument("--foo"))
p = P(description="A foo that bars", epilog="And that's how you'd foo a bar, in %(prog)s")
attempt(p.print_help)
p = P(usage="%(prog)s [options]")
p.add_argument("--foo", nargs="?", help="foo help")
p.add_argument("bar", nargs="+", help="bar help")
attempt(p.print_help)
attempt(p.print_usage)
p = P()
p.add_argument("-x")
p.add_argument("foo", nargs="?")
attempt(lambda: p.parse_args(["-x", "-1"]))
attempt(lambda: p.parse_args(["-x", "-1", "-5"]))
p.add_argument("-1", dest="one")
attempt(lambda: p.parse_args(["-1", "X"]))
attempt(lambda: p.parse_args(["-2"]))
attempt(lambda: p.parse_args(["-1", "-1"]))
attempt(lambda: p.parse_args(["--", "-f"]))
p = P()
p.add_argument("-a", action="store_true")
p.add_argument("-b", action="store_true")
p.add_argument("-c")
attempt(lambda: p.parse_args(["-abcX"]))
attempt(lambda: p.parse_args(["-abc", "X"]))
attempt(lambda: p.parse_args(["-abx"]))
attempt(lambda: p.parse_args(["-ab=1"]))
attempt(lambda: p.parse_known_args(["-q", "zz", "-a"]))
p = P(exit_on_error=False)
p.add_argument("--i", type=int)
attempt(lambda: p.parse_args("--i a".split()))
attempt(lambda: p.parse_args("--zz".split()))
p = P()
p.set_defaults(bar=42, baz="badger")
p.add_argument("foo", type=int)
attempt(lambda: p.parse_args(["736"]))
print(p.get_default("bar"), p.get_default("foo"))
attempt(lambda: p.error("custom"))
attempt(lambda: p.exit(3, 'bye\n'))

class C:
    pass
c = C()
attempt(lambda: p.parse_args(["7"], namespace=c) is c)
print(c.foo, c.bar)

class MyP(argparse.ArgumentParser):

    def convert_arg_line_to_args(self, line):
        return line.split()

    def error(self, m):
        raise RuntimeError(m)
with open("ap_args.txt", "w") as f:
    f.write('-f bar\n')
p = MyP(prog="P", fromfile_prefix_chars="@")
p.add_argument("-f")
attempt(lambda: p.parse_args(["@ap_args.txt"]))
attempt(lambda: p.parse_args(["-q"]))
os.remove("ap_args.txt")

def typ(s):
    if s != "ok":
        raise argparse.ArgumentTypeError("not ok: " + s)
    return s
p = P()
p.add_argument("--t", type=typ)
attempt(lambda: p.parse_args(["--t", "no"]))
attempt(lambda: p.add_argument("a", "b"))
attempt(lambda: p.add_argument("--q", action="nope"))
attempt(lambda: p.add_argument("--q", nargs=0))
attempt(lambda: p.add_argument("--q", type="int"))
attempt(lambda: p.add_argument("q", required=True))
attempt(lambda: p.add_argument("--x", nargs=2, metavar=("a",)))
attempt(lambda: p.add_argument("q", dest="z"))
attempt(lambda: p.add_argument("+f"))
attempt(lambda: p.add_argument("--"))
attempt(lambda: p.add_argument("--s", action="store_true", type=int))
attempt(lambda: p.add_argument("--s", const=3))
attempt(lambda: p.add_argument("--s", action="append", nargs=0))
attempt(lambda: p.add_argument("--z", help="100%"))
attempt(p.format_help)
n = argparse.Namespace(a=1, **{"b c": 2})
print(n, n == argparse.Namespace(a=1, **{"b c": 2}), "a" in n, n != 3, vars(n))
print(argparse.ArgumentError(None, "m"), repr(argparse.ArgumentTypeError("x")))
#=> -> Namespace(parent=2, gx=None, m1=False, m2=False, foo='X')
#=> -> None
#=> usage: P [-h] [--parent PARENT] [--gx GX] [--m1 | --m2] foo
#=>
#=> positional arguments:
#=>   foo
#=>
#=> options:
#=>   -h, --help       show this help message and exit
#=>   --parent PARENT
#=>   --m1
#=>   --m2
#=>
#=> gg:
#=>   desc
#=>
#=>   --gx GX
#=>
#=> exit 2
#=> usage: P [-h] [--parent PARENT] [--gx GX] [--m1 | --m2] foo
#=> P: error: argument --m2: not allowed with argument --m1
#=>
#=> -> Namespace(f='bar')
#=> exit 2
#=> usage: P [-h] [-f F]
#=> P: error: [Errno 2] No such file or directory: 'nofile_x'
#=>
#=> -> Namespace(foo='1', bar='BAR')
#=> -> Namespace()
#=> _VersionAction(option_strings=['--version'], dest='version', nargs=0, const=None, default='==SUPPRESS==', type=None, choices=None, required=False, help="show program's version number and exit", metavar=None)
#=> exit 0
#=> P 2.0
#=>
#=> _StoreAction(option_strings=['--raw'], dest='raw', nargs=None, const=None, default=None, type=FileType('wb', 0), choices=None, required=False, help=None, metavar=None)
#=> FileType('r', encoding='UTF-8') FileType('r')
#=> ArgumentParser(prog='P', usage=None, description=None, formatter_class=<class 'argparse.HelpFormatter'>, conflict_handler='error', add_help=True)
#=> exit 2
#=> usage: P [-h] [i]
#=> P: error: argument i: can't open 'nofile_x': [Errno 2] No such file or directory: 'nofile_x'
#=>
#=> -> Namespace(f='X', bar='Y')
#=> -> None
#=> usage: P [+h] [+x X]
#=>
#=> options:
#=>   +h, ++help  show this help message and exit
#=>   +x X
#=>
#=> exit 2
#=> usage: P [-h] [--foobar]
#=> P: error: unrecognized arguments: --foon
#=>
#=> exit 2
#=> usage: P [-h] [--bacon BACON] [--badger BADGER]
#=> P: error: unrecognized arguments: -bac MMM
#=>
#=> exit 2
#=> usage: P [-h] [--bacon BACON] [--badger BADGER]
#=> P: error: unrecognized arguments: -bad WOOD
#=>
#=> exit 2
#=> usage: P [-h] [--bacon BACON] [--badger BADGER]
#=> P: error: unrecognized arguments: -ba BA
#=>
#=> exit 2
#=> usage: P [-h] [--bacon BACON] [--badger BADGER]
#=> P: error: ambiguous option: --ba could match --bacon, --badger
#=>
#=> -> Namespace(bacon='MMM', badger=None)
#=> exit 2
#=> usage: P [-h] [-bacon BACON] [-badger BADGER]
#=> P: error: ambiguous option: -ba could match -bacon, -badger
#=>
#=> -> Namespace(foo='bar', cmd='doit', rest=[1, 2, 3])
#=> -> (Namespace(foo='bar', cmd='doit', rest=[1]), ['2', '3'])
#=> exit 2
#=> usage: P [-h] [--foo FOO] cmd [rest ...]
#=> P: error: unrecognized arguments: 2 3
#=>
#=> -> (Namespace(foo='bar', cmd='doit', rest=[1, 2, 3]), ['--zz'])
#=> -> None
#=> usage: P [-h] [-f FOO] [--foo FOO]
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   -f FOO      old
#=>   --foo FOO   new
#=>
#=> ArgumentError argument --foo: conflicting option string: --foo
#=> -> None
#=> usage: P [-h]
#=>
#=> A foo that bars
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>
#=> And that's how you'd foo a bar, in P
#=>
#=> -> None
#=> usage: P [options]
#=>
#=> positional arguments:
#=>   bar          bar help
#=>
#=> options:
#=>   -h, --help   show this help message and exit
#=>   --foo [FOO]  foo help
#=>
#=> -> None
#=> usage: P [options]
#=>
#=> -> Namespace(x='-1', foo=None)
#=> -> Namespace(x='-1', foo='-5')
#=> -> Namespace(x=None, foo=None, one='X')
#=> exit 2
#=> usage: P [-h] [-x X] [-1 ONE] [foo]
#=> P: error: unrecognized arguments: -2
#=>
#=> exit 2
#=> usage: P [-h] [-x X] [-1 ONE] [foo]
#=> P: error: argument -1: expected one argument
#=>
#=> -> Namespace(x=None, foo='-f', one=None)
#=> -> Namespace(a=True, b=True, c='X')
#=> -> Namespace(a=True, b=True, c='X')
#=> exit 2
#=> usage: P [-h] [-a] [-b] [-c C]
#=> P: error: argument -b: ignored explicit argument 'x'
#=>
#=> exit 2
#=> usage: P [-h] [-a] [-b] [-c C]
#=> P: error: argument -b: ignored explicit argument '=1'
#=>
#=> -> (Namespace(a=True, b=False, c=None), ['-q', 'zz'])
#=> ArgumentError argument --i: invalid int value: 'a'
#=> exit 2
#=> usage: P [-h] [--i I]
#=> P: error: unrecognized arguments: --zz
#=>
#=> -> Namespace(foo=736, bar=42, baz='badger')
#=> 42 None
#=> exit 2
#=> usage: P [-h] foo
#=> P: error: custom
#=>
#=> exit 3
#=> bye
#=>
#=> -> True
#=> 7 42
#=> -> Namespace(f='bar')
#=> RuntimeError unrecognized arguments: -q
#=> exit 2
#=> usage: P [-h] [--t T]
#=> P: error: argument --t: not ok: no
#=>
#=> ValueError invalid option string 'a': must start with a character '-'
#=> ValueError unknown action "nope"
#=> ValueError nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate
#=> ValueError 'int' is not callable
#=> TypeError 'required' is an invalid argument for positionals
#=> ValueError length of metavar tuple does not match nargs
#=> ValueError dest supplied twice for positional argument
#=> -> _StoreAction(option_strings=[], dest='+f', nargs=None, const=None, default=None, type=None, choices=None, required=True, help=None, metavar=None)
#=> ValueError dest= is required for options like '--'
#=> TypeError _StoreTrueAction.__init__() got an unexpected keyword argument 'type'
#=> ValueError nargs must be '?' to supply const
#=> ValueError nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append const action may be more appropriate
#=> -> _StoreAction(option_strings=['--z'], dest='z', nargs=None, const=None, default=None, type=None, choices=None, required=False, help='100%', metavar=None)
#=> ValueError incomplete format
#=> Namespace(a=1, **{'b c': 2}) True True True {'a': 1, 'b c': 2}
#=> m ArgumentTypeError('x')
