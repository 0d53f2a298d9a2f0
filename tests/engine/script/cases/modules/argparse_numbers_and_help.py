# How many values an argument takes, and the forms of help.
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


for n in (None, 2, "?", "*", "+", argparse.REMAINDER, 1):
    p = P()
    p.add_argument("--o", nargs=n)
    p.add_argument("pos", nargs=n)
    p.add_argument("-z", action="store_true")
    for args in ([], ["a"], ["a", "b"], ["--o", "x"], ["--o", "x", "y", "--", "a", "b"], ["a", "-z", "b"],
        ["--o=x", "a"], ["-z", "a", "b", "c"], ["--o"], ["a", "--o", "1", "2", "3"]):
        attempt(lambda: p.parse_args(args))
    attempt(p.print_help)
p = P()
p.add_argument("x", nargs="?", const="c", default="d")
p.add_argument("--y", nargs="?", const="c", default="d")
attempt(lambda: p.parse_args([]))
attempt(lambda: p.parse_args("XX --y YY".split()))
attempt(lambda: p.parse_args("XX --y".split()))
p = P()
p.add_argument("--l", default="10", type=int)
p.add_argument("--w", default=10.5, type=int)
p.add_argument("m", choices=["rock", "paper"])
p.add_argument("--d", type=int, choices=range(1, 4))
attempt(lambda: p.parse_args(["rock"]))
attempt(lambda: p.parse_args(["fire"]))
attempt(lambda: p.parse_args(["rock", "--d", "4"]))
attempt(lambda: p.parse_args(["rock", "--d", "x"]))
attempt(p.print_help)
p = P(formatter_class=argparse.ArgumentDefaultsHelpFormatter)
p.add_argument("--foo", type=int, default=42, help="FOO!")
p.add_argument("bar", nargs="*", default=[1, 2, 3], help="BAR!")
p.add_argument("q", help="%(type)s %(prog)s %(dest)s")
attempt(p.print_help)
p = P(formatter_class=argparse.MetavarTypeHelpFormatter)
p.add_argument("--foo", type=int)
p.add_argument("bar", type=float)
attempt(p.print_help)
import textwrap
p = P(formatter_class=argparse.RawDescriptionHelpFormatter, description='a\n   b\n\nc", epilog="  e\nf')
p.add_argument("--foo", help='x\n  y')
attempt(p.print_help)
p = P(formatter_class=argparse.RawTextHelpFormatter, description='a\n   b')
p.add_argument("--foo", help='x\n  y')
attempt(p.print_help)
p = P(formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=10, width=50))
[p.add_argument(f"--option-{i}", help="long help text " * 6, metavar="M") for i in range(4)]
p.add_argument("pos", help="pos help " * 9)
attempt(p.print_help)
p = P()
[p.add_argument(f"--option-number-{i}", metavar="META") for i in range(9)]
p.add_argument("one")
p.add_argument("two", nargs="*")
attempt(p.print_help)
p = P()
p.add_argument("--foo", metavar="YYY")
p.add_argument("bar", metavar="XXX")
p.add_argument("-x", nargs=2, metavar=("a", "b"))
p.add_argument("--hid", help=argparse.SUPPRESS)
attempt(p.print_help)
attempt(lambda: p.parse_args("X --foo Y -x 1 2".split()))
attempt(lambda: p.parse_args("X -x 1".split()))
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: the following arguments are required: pos
#=>
#=> -> Namespace(o=None, pos='a', z=False)
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: b
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: the following arguments are required: pos
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: a b
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: b
#=>
#=> -> Namespace(o='x', pos='a', z=False)
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: b c
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: argument --o: expected one argument
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: 2 3
#=>
#=> -> None
#=> usage: P [-h] [--o O] [-z] pos
#=>
#=> positional arguments:
#=>   pos
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --o O
#=>   -z
#=>
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: the following arguments are required: pos
#=>
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: the following arguments are required: pos
#=>
#=> -> Namespace(o=None, pos=['a', 'b'], z=False)
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: argument --o: expected 2 arguments
#=>
#=> -> Namespace(o=['x', 'y'], pos=['a', 'b'], z=False)
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: the following arguments are required: pos
#=>
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: argument --o: expected 2 arguments
#=>
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: unrecognized arguments: c
#=>
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: argument --o: expected 2 arguments
#=>
#=> exit 2
#=> usage: P [-h] [--o O O] [-z] pos pos
#=> P: error: the following arguments are required: pos
#=>
#=> -> None
#=> usage: P [-h] [--o O O] [-z] pos pos
#=>
#=> positional arguments:
#=>   pos
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --o O O
#=>   -z
#=>
#=> -> Namespace(o=None, pos=None, z=False)
#=> -> Namespace(o=None, pos='a', z=False)
#=> exit 2
#=> usage: P [-h] [--o [O]] [-z] [pos]
#=> P: error: unrecognized arguments: b
#=>
#=> -> Namespace(o='x', pos=None, z=False)
#=> exit 2
#=> usage: P [-h] [--o [O]] [-z] [pos]
#=> P: error: unrecognized arguments: a b
#=>
#=> exit 2
#=> usage: P [-h] [--o [O]] [-z] [pos]
#=> P: error: unrecognized arguments: b
#=>
#=> -> Namespace(o='x', pos='a', z=False)
#=> exit 2
#=> usage: P [-h] [--o [O]] [-z] [pos]
#=> P: error: unrecognized arguments: b c
#=>
#=> -> Namespace(o=None, pos=None, z=False)
#=> exit 2
#=> usage: P [-h] [--o [O]] [-z] [pos]
#=> P: error: unrecognized arguments: 2 3
#=>
#=> -> None
#=> usage: P [-h] [--o [O]] [-z] [pos]
#=>
#=> positional arguments:
#=>   pos
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --o [O]
#=>   -z
#=>
#=> -> Namespace(o=None, pos=[], z=False)
#=> -> Namespace(o=None, pos=['a'], z=False)
#=> -> Namespace(o=None, pos=['a', 'b'], z=False)
#=> -> Namespace(o=['x'], pos=[], z=False)
#=> -> Namespace(o=['x', 'y'], pos=['a', 'b'], z=False)
#=> exit 2
#=> usage: P [-h] [--o [O ...]] [-z] [pos ...]
#=> P: error: unrecognized arguments: b
#=>
#=> -> Namespace(o=['x'], pos=['a'], z=False)
#=> -> Namespace(o=None, pos=['a', 'b', 'c'], z=True)
#=> -> Namespace(o=[], pos=[], z=False)
#=> -> Namespace(o=['1', '2', '3'], pos=['a'], z=False)
#=> -> None
#=> usage: P [-h] [--o [O ...]] [-z] [pos ...]
#=>
#=> positional arguments:
#=>   pos
#=>
#=> options:
#=>   -h, --help   show this help message and exit
#=>   --o [O ...]
#=>   -z
#=>
#=> exit 2
#=> usage: P [-h] [--o O [O ...]] [-z] pos [pos ...]
#=> P: error: the following arguments are required: pos
#=>
#=> -> Namespace(o=None, pos=['a'], z=False)
#=> -> Namespace(o=None, pos=['a', 'b'], z=False)
#=> exit 2
#=> usage: P [-h] [--o O [O ...]] [-z] pos [pos ...]
#=> P: error: the following arguments are required: pos
#=>
#=> -> Namespace(o=['x', 'y'], pos=['a', 'b'], z=False)
#=> exit 2
#=> usage: P [-h] [--o O [O ...]] [-z] pos [pos ...]
#=> P: error: unrecognized arguments: b
#=>
#=> -> Namespace(o=['x'], pos=['a'], z=False)
#=> -> Namespace(o=None, pos=['a', 'b', 'c'], z=True)
#=> exit 2
#=> usage: P [-h] [--o O [O ...]] [-z] pos [pos ...]
#=> P: error: argument --o: expected at least one argument
#=>
#=> -> Namespace(o=['1', '2', '3'], pos=['a'], z=False)
#=> -> None
#=> usage: P [-h] [--o O [O ...]] [-z] pos [pos ...]
#=>
#=> positional arguments:
#=>   pos
#=>
#=> options:
#=>   -h, --help     show this help message and exit
#=>   --o O [O ...]
#=>   -z
#=>
#=> -> Namespace(o=None, pos=[], z=False)
#=> -> Namespace(o=None, pos=['a'], z=False)
#=> -> Namespace(o=None, pos=['a', 'b'], z=False)
#=> -> Namespace(o=['x'], pos=[], z=False)
#=> -> Namespace(o=['x', 'y'], pos=['--', 'a', 'b'], z=False)
#=> -> Namespace(o=None, pos=['a', '-z', 'b'], z=False)
#=> -> Namespace(o=['x'], pos=['a'], z=False)
#=> -> Namespace(o=None, pos=['a', 'b', 'c'], z=True)
#=> -> Namespace(o=[], pos=[], z=False)
#=> -> Namespace(o=None, pos=['a', '--o', '1', '2', '3'], z=False)
#=> -> None
#=> usage: P [-h] [--o ...] [-z] ...
#=>
#=> positional arguments:
#=>   pos
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --o ...
#=>   -z
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: the following arguments are required: pos
#=>
#=> -> Namespace(o=None, pos=['a'], z=False)
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: b
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: the following arguments are required: pos
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: a b
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: b
#=>
#=> -> Namespace(o=['x'], pos=['a'], z=False)
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: b c
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: argument --o: expected 1 argument
#=>
#=> exit 2
#=> usage: P [-h] [--o O] [-z] pos
#=> P: error: unrecognized arguments: 2 3
#=>
#=> -> None
#=> usage: P [-h] [--o O] [-z] pos
#=>
#=> positional arguments:
#=>   pos
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --o O
#=>   -z
#=>
#=> -> Namespace(x='d', y='d')
#=> -> Namespace(x='XX', y='YY')
#=> -> Namespace(x='XX', y='c')
#=> -> Namespace(l=10, w=10.5, m='rock', d=None)
#=> exit 2
#=> usage: P [-h] [--l L] [--w W] [--d {1,2,3}] {rock,paper}
#=> P: error: argument m: invalid choice: 'fire' (choose from 'rock', 'paper')
#=>
#=> exit 2
#=> usage: P [-h] [--l L] [--w W] [--d {1,2,3}] {rock,paper}
#=> P: error: argument --d: invalid choice: 4 (choose from 1, 2, 3)
#=>
#=> exit 2
#=> usage: P [-h] [--l L] [--w W] [--d {1,2,3}] {rock,paper}
#=> P: error: argument --d: invalid int value: 'x'
#=>
#=> -> None
#=> usage: P [-h] [--l L] [--w W] [--d {1,2,3}] {rock,paper}
#=>
#=> positional arguments:
#=>   {rock,paper}
#=>
#=> options:
#=>   -h, --help    show this help message and exit
#=>   --l L
#=>   --w W
#=>   --d {1,2,3}
#=>
#=> -> None
#=> usage: P [-h] [--foo FOO] [bar ...] q
#=>
#=> positional arguments:
#=>   bar         BAR! (default: [1, 2, 3])
#=>   q           None P q
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --foo FOO   FOO! (default: 42)
#=>
#=> -> None
#=> usage: P [-h] [--foo int] float
#=>
#=> positional arguments:
#=>   float
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --foo int
#=>
#=> -> None
#=> usage: P [-h] [--foo FOO]
#=>
#=> a
#=>    b
#=>
#=> c", epilog="  e
#=> f
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --foo FOO   x y
#=>
#=> -> None
#=> usage: P [-h] [--foo FOO]
#=>
#=> a
#=>    b
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --foo FOO   x
#=>                 y
#=>
#=> -> None
#=> usage: P [-h] [--option-0 M] [--option-1 M]
#=>          [--option-2 M] [--option-3 M]
#=>          pos
#=>
#=> positional arguments:
#=>   pos     pos help pos help pos help pos help pos
#=>           help pos help pos help pos help pos help
#=>
#=> options:
#=>   -h, --help
#=>           show this help message and exit
#=>   --option-0 M
#=>           long help text long help text long help
#=>           text long help text long help text long
#=>           help text
#=>   --option-1 M
#=>           long help text long help text long help
#=>           text long help text long help text long
#=>           help text
#=>   --option-2 M
#=>           long help text long help text long help
#=>           text long help text long help text long
#=>           help text
#=>   --option-3 M
#=>           long help text long help text long help
#=>           text long help text long help text long
#=>           help text
#=>
#=> -> None
#=> usage: P [-h] [--option-number-0 META] [--option-number-1 META]
#=>          [--option-number-2 META] [--option-number-3 META]
#=>          [--option-number-4 META] [--option-number-5 META]
#=>          [--option-number-6 META] [--option-number-7 META]
#=>          [--option-number-8 META]
#=>          one [two ...]
#=>
#=> positional arguments:
#=>   one
#=>   two
#=>
#=> options:
#=>   -h, --help            show this help message and exit
#=>   --option-number-0 META
#=>   --option-number-1 META
#=>   --option-number-2 META
#=>   --option-number-3 META
#=>   --option-number-4 META
#=>   --option-number-5 META
#=>   --option-number-6 META
#=>   --option-number-7 META
#=>   --option-number-8 META
#=>
#=> -> None
#=> usage: P [-h] [--foo YYY] [-x a b] XXX
#=>
#=> positional arguments:
#=>   XXX
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --foo YYY
#=>   -x a b
#=>
#=> -> Namespace(foo='Y', bar='X', x=['1', '2'], hid=None)
#=> exit 2
#=> usage: P [-h] [--foo YYY] [-x a b] XXX
#=> P: error: argument -x: expected 2 arguments
#=>
