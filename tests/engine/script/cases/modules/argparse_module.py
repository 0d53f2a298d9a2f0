# Command lines, and what is said about them.

import argparse
p = argparse.ArgumentParser(prog='prog', description='A test program.', epilog='The end.')
p.add_argument('files', nargs='*', help='files to read')
p.add_argument('-v', '--verbose', action='store_true', help='be loud')
p.add_argument('-n', '--number', type=int, default=3, help='how many (default: %(default)s)')
p.add_argument('--mode', choices=['a', 'b'], default='a')
p.add_argument('--long-option-name', metavar='X', help='a rather long help text that goes on and on so that it must be wrapped somewhere')
p.add_argument('-q', action='count', default=0)
p.add_argument('--version', action='version', version='%(prog)s 1.0')
g = p.add_mutually_exclusive_group()
g.add_argument('--foo', action='store_const', const=1)
g.add_argument('--bar', action='append')
print(p.format_usage()); print(p.format_help())
for a in ([], ['x','y','-v'], ['-n','5'], ['-n5','--mode=b'], ['-qqq'], ['--bar','1','--bar','2'], ['--verb'], ['--','-v'],['-vq']):
    print(a, p.parse_args(a))
for a in (['-n','x'],['--mode','c'],['--nope'],['--foo','--bar','1'],['-n'],['--version'],['--help']):
    try: p.parse_args(a)
    except SystemExit as e: print('exit', e.code)
q = argparse.ArgumentParser(prog='q'); q.add_argument('pos'); q.add_argument('num', type=int); q.add_argument('--req', required=True)
for a in ([],['a','1','--req','r'],['a','b','--req','r'],['a','1','2','--req','r'],['a','1']):
    try: print(q.parse_args(a))
    except SystemExit as e: print('exit', e.code)
s = argparse.ArgumentParser(prog='s'); sub = s.add_subparsers(dest='cmd', required=True, help='sub help'); a1=sub.add_parser('run', help='runs'); a1.add_argument('x', type=float); a1.add_argument('--fast', action='store_true'); sub.add_parser('stop')
print(s.format_help()); print(a1.format_help())
for a in (['run','1.5','--fast'],['stop'],[],['go'],['run']):
    try: print(s.parse_args(a))
    except SystemExit as e: print('exit', e.code)
d = argparse.ArgumentParser(prog='d', formatter_class=argparse.ArgumentDefaultsHelpFormatter); d.add_argument('--port', type=int, default=8080, help='port'); d.add_argument('--flag', action=argparse.BooleanOptionalAction, default=True, help='fl'); print(d.format_help()); print(d.parse_args(['--no-flag']), d.parse_known_args(['--zzz','1']))
d.set_defaults(k=5); print(d.parse_args([]), argparse.Namespace(a=1), vars(d.parse_args([])))
#=> usage: prog [-h] [-v] [-n NUMBER] [--mode {a,b}] [--long-option-name X] [-q]
#=>             [--version] [--foo | --bar BAR]
#=>             [files ...]
#=>
#=> usage: prog [-h] [-v] [-n NUMBER] [--mode {a,b}] [--long-option-name X] [-q]
#=>             [--version] [--foo | --bar BAR]
#=>             [files ...]
#=>
#=> A test program.
#=>
#=> positional arguments:
#=>   files                 files to read
#=>
#=> options:
#=>   -h, --help            show this help message and exit
#=>   -v, --verbose         be loud
#=>   -n NUMBER, --number NUMBER
#=>                         how many (default: 3)
#=>   --mode {a,b}
#=>   --long-option-name X  a rather long help text that goes on and on so that it
#=>                         must be wrapped somewhere
#=>   -q
#=>   --version             show program's version number and exit
#=>   --foo
#=>   --bar BAR
#=>
#=> The end.
#=>
#=> [] Namespace(files=[], verbose=False, number=3, mode='a', long_option_name=None, q=0, foo=None, bar=None)
#=> ['x', 'y', '-v'] Namespace(files=['x', 'y'], verbose=True, number=3, mode='a', long_option_name=None, q=0, foo=None, bar=None)
#=> ['-n', '5'] Namespace(files=[], verbose=False, number=5, mode='a', long_option_name=None, q=0, foo=None, bar=None)
#=> ['-n5', '--mode=b'] Namespace(files=[], verbose=False, number=5, mode='b', long_option_name=None, q=0, foo=None, bar=None)
#=> ['-qqq'] Namespace(files=[], verbose=False, number=3, mode='a', long_option_name=None, q=3, foo=None, bar=None)
#=> ['--bar', '1', '--bar', '2'] Namespace(files=[], verbose=False, number=3, mode='a', long_option_name=None, q=0, foo=None, bar=['1', '2'])
#=> ['--verb'] Namespace(files=[], verbose=True, number=3, mode='a', long_option_name=None, q=0, foo=None, bar=None)
#=> ['--', '-v'] Namespace(files=['-v'], verbose=False, number=3, mode='a', long_option_name=None, q=0, foo=None, bar=None)
#=> ['-vq'] Namespace(files=[], verbose=True, number=3, mode='a', long_option_name=None, q=1, foo=None, bar=None)
#=> exit 2
#=> exit 2
#=> exit 2
#=> exit 2
#=> exit 2
#=> prog 1.0
#=> exit 0
#=> usage: prog [-h] [-v] [-n NUMBER] [--mode {a,b}] [--long-option-name X] [-q]
#=>             [--version] [--foo | --bar BAR]
#=>             [files ...]
#=>
#=> A test program.
#=>
#=> positional arguments:
#=>   files                 files to read
#=>
#=> options:
#=>   -h, --help            show this help message and exit
#=>   -v, --verbose         be loud
#=>   -n NUMBER, --number NUMBER
#=>                         how many (default: 3)
#=>   --mode {a,b}
#=>   --long-option-name X  a rather long help text that goes on and on so that it
#=>                         must be wrapped somewhere
#=>   -q
#=>   --version             show program's version number and exit
#=>   --foo
#=>   --bar BAR
#=>
#=> The end.
#=> exit 0
#=> exit 2
#=> Namespace(pos='a', num=1, req='r')
#=> exit 2
#=> exit 2
#=> exit 2
#=> usage: s [-h] {run,stop} ...
#=>
#=> positional arguments:
#=>   {run,stop}  sub help
#=>     run       runs
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>
#=> usage: s run [-h] [--fast] x
#=>
#=> positional arguments:
#=>   x
#=>
#=> options:
#=>   -h, --help  show this help message and exit
#=>   --fast
#=>
#=> Namespace(cmd='run', x=1.5, fast=True)
#=> Namespace(cmd='stop')
#=> exit 2
#=> exit 2
#=> exit 2
#=> usage: d [-h] [--port PORT] [--flag | --no-flag]
#=>
#=> options:
#=>   -h, --help         show this help message and exit
#=>   --port PORT        port (default: 8080)
#=>   --flag, --no-flag  fl (default: True)
#=>
#=> Namespace(port=8080, flag=False) (Namespace(port=8080, flag=True), ['--zzz', '1'])
#=> Namespace(port=8080, flag=True, k=5) Namespace(a=1) {'port': 8080, 'flag': True, 'k': 5}
