# Subcommands, groups and actions.
import argparse
import contextlib
import io


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


p = P()
p.add_argument("--foo", action="store_true", help="foo help")
s = p.add_subparsers(help="sub-command help")
a = s.add_parser("a", help="a help")
a.add_argument("bar", type=int, help="bar help")
b = s.add_parser("b", help="b help", aliases=["bb", "bc"])
b.add_argument("--baz", choices="XYZ", help="baz help")
for args in (["a", "12"], ["--foo", "bb", "--baz", "Z"], ["--help"], ["a", "--help"], ["b", "--help"], ["c"], [],
    ["b", "--baz", "W"], ["a"], ["a", "1", "2"]):
    attempt(lambda: p.parse_args(args))
p = P()
s = p.add_subparsers(title="subcommands", description="valid subcommands", help="additional help", dest="cmd",
    required=True, metavar="CMD")
s.add_parser("foo")
s.add_parser("bar", help="HH")
attempt(lambda: p.parse_args(["-h"]))
attempt(lambda: p.parse_args([]))
attempt(lambda: p.parse_args(["foo"]))
attempt(lambda: p.add_subparsers())
attempt(lambda: s.add_parser("foo"))
p = P(add_help=False)
g = p.add_argument_group("group")
g.add_argument("--foo", help="foo help")
g.add_argument("bar", help="bar help")
p.add_argument_group("g2", "d2").add_argument("--x")
attempt(p.print_help)
p = P()
g = p.add_mutually_exclusive_group(required=True)
g.add_argument("--foo", action="store_true")
g.add_argument("--bar", action="store_false")
attempt(lambda: p.parse_args([]))
attempt(lambda: p.parse_args(["--foo", "--bar"]))
attempt(lambda: p.parse_args(["--bar"]))
attempt(p.print_usage)
p = P()
g = p.add_argument_group("Group", "desc")
e = g.add_mutually_exclusive_group(required=True)
e.add_argument("--foo", help="foo help")
e.add_argument("--bar", help="bar help")
attempt(p.print_help)
p = P()
p.add_argument("--a", action="append")
p.add_argument("--c", action="append_const", dest="t", const=str)
p.add_argument("-v", "--verbose", action="count", default=0)
p.add_argument("--e", action="extend", nargs="+", type=str)
p.add_argument("--b", action=argparse.BooleanOptionalAction, default=True, help="bb")
p.add_argument("--k", action="store_const", const=42)
attempt(lambda: p.parse_args("--a 1 --a 2 --c -vvv --e f1 --e f2 f3 --no-b --k".split()))
attempt(p.print_help)

class Foo(argparse.Action):

    def __init__(self, option_strings, dest, nargs=None, **kwargs):
        if nargs is not None:
            raise ValueError("nargs not allowed")
        super().__init__(option_strings, dest, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setatattempt(namespace, self.dest, (values, option_string))
p = P()
p.add_argument("--foo", action=Foo)
p.add_argument("bar", action=Foo)
attempt(lambda: p.parse_args("1 --foo 2".split()))
p.register("action", "mine", Foo)
p.add_argument("--mm", action="mine")
p.register("type", "hex", lambda s: int(s, 16))
p.add_argument("--hx", type="hex")
attempt(lambda: p.parse_args("1 --mm 3 --hx ff".split()))
#=> -> Namespace(foo=False, bar=12)
#=> -> Namespace(foo=True, baz='Z')
#=> exit 0
#=> usage: P [-h] [--foo] {a,b,bb,bc} ...
#=>
#=> positional arguments:
#=>   {a,b,bb,bc}  sub-command help
#=>     a          a help
#=>     b (bb, bc)
#=>                b help
#=>
#=> options:
#=>   -h, --help   show this help message and exit
#=>   --foo        foo help
#=>
#=> exit 0
#=> usage: P a [-h] bar
#=>
#=> positional arguments:
#=>   bar         bar help
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>
#=> exit 0
#=> usage: P b [-h] [--baz {X,Y,Z}]
#=>
#=> options:
#=>   -h, --help     show this help message and exit
#=>   --baz {X,Y,Z}  baz help
#=>
#=> exit 2
#=> usage: P [-h] [--foo] {a,b,bb,bc} ...
#=> P: error: argument {a,b,bb,bc}: invalid choice: 'c' (choose from 'a', 'b', 'bb', 'bc')
#=>
#=> -> Namespace(foo=False)
#=> exit 2
#=> usage: P b [-h] [--baz {X,Y,Z}]
#=> P b: error: argument --baz: invalid choice: 'W' (choose from 'X', 'Y', 'Z')
#=>
#=> exit 2
#=> usage: P a [-h] bar
#=> P a: error: the following arguments are required: bar
#=>
#=> exit 2
#=> usage: P [-h] [--foo] {a,b,bb,bc} ...
#=> P: error: unrecognized arguments: 2
#=>
#=> exit 0
#=> usage: P [-h] CMD ...
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>
#=> subcommands:
#=>   valid subcommands
#=>
#=>   CMD         additional help
#=>     bar       HH
#=>
#=> exit 2
#=> usage: P [-h] CMD ...
#=> P: error: the following arguments are required: CMD
#=>
#=> -> Namespace(cmd='foo')
#=> exit 2
#=> usage: P [-h] CMD ...
#=> P: error: cannot have multiple subparser arguments
#=>
#=> ArgumentError argument CMD: conflicting subparser: foo
#=> -> None
#=> usage: P [--foo FOO] [--x X] bar
#=>
#=> group:
#=>   --foo FOO  foo help
#=>   bar        bar help
#=>
#=> g2:
#=>   d2
#=>
#=>   --x X
#=>
#=> exit 2
#=> usage: P [-h] (--foo | --bar)
#=> P: error: one of the arguments --foo --bar is required
#=>
#=> exit 2
#=> usage: P [-h] (--foo | --bar)
#=> P: error: argument --bar: not allowed with argument --foo
#=>
#=> -> Namespace(foo=False, bar=False)
#=> -> None
#=> usage: P [-h] (--foo | --bar)
#=>
#=> -> None
#=> usage: P [-h] (--foo FOO | --bar BAR)
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>
#=> Group:
#=>   desc
#=>
#=>   --foo FOO   foo help
#=>   --bar BAR   bar help
#=>
#=> -> Namespace(a=['1', '2'], t=[<class 'str'>], verbose=3, e=['f1', 'f2', 'f3'], b=False, k=42)
#=> -> None
#=> usage: P [-h] [--a A] [--c] [-v] [--e E [E ...]] [--b | --no-b] [--k]
#=>
#=> options:
#=>   -h, --help     show this help message and exit
#=>   --a A
#=>   --c
#=>   -v, --verbose
#=>   --e E [E ...]
#=>   --b, --no-b    bb
#=>   --k
#=>
#=> NameError name 'setatattempt' is not defined
#=> NameError name 'setatattempt' is not defined
