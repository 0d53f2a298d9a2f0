# Exceptions and stacks as text.

import io
import re
import sys
import traceback

show = print


def print(*values, **options):
    """Without the folder of this file."""
    show(*[re.sub(r'File \\?"[^"]*/', 'File "', str(value)) for value in values], **options)


def inner():
    return {}['k']
def outer():
    try:
        inner()
    except KeyError as e:
        raise ValueError('bad\nvalue') from e
try:
    outer()
except ValueError as e:
    E = e
    text = traceback.format_exc()
out = io.StringIO()
out2 = io.StringIO()
print(text)
print(traceback.format_exception_only(E), traceback.format_exception_only(ValueError, ValueError('z')))
for l in traceback.format_exception(E): print(repr(l))
for l in traceback.format_tb(E.__traceback__): print(repr(l))
fs = traceback.extract_tb(E.__traceback__)
print([(f.lineno, f.name, f.line) for f in fs], len(fs), fs[0].colno, fs[0].end_colno)
te = traceback.TracebackException.from_exception(E)
print(te, str(te), te.exc_type, len(te.stack), te.__cause__, te.__suppress_context__)
print(''.join(te.format(chain=False)))
def g():
    s = traceback.extract_stack(); print([(f.name, f.lineno) for f in s]); print(traceback.format_stack()[-1]); traceback.print_stack(file=out)
g()
print(out.getvalue())
try:
    try: 1/0
    except ZeroDivisionError: [][1]
except IndexError as e:
    traceback.print_exc(file=out2, limit=1)
    traceback.print_exception(e, file=out2, chain=False)
    print(out2.getvalue())
    e.add_note('note 1'); e.add_note('note\n2'); print(traceback.format_exception_only(e))
try:
    raise ExceptionGroup('eg', [ValueError('a'), ExceptionGroup('inner', [TypeError('b'), KeyError('c')])])
except ExceptionGroup as e:
    print(''.join(traceback.format_exception(e)))
def rec(n):
    if n: rec(n-1)
    else: raise RuntimeError('deep')
try: rec(10)
except RuntimeError as e: print(''.join(traceback.format_exception(e))); print(len(traceback.extract_tb(e.__traceback__)), len(traceback.format_tb(e.__traceback__, limit=2)), len(traceback.extract_tb(e.__traceback__, limit=-3)))
print(traceback.format_list([('f.py',3,'nm','ln'),('f.py',4,'nm',None)]), traceback.StackSummary.from_list([('f.py',3,'nm','ln')]))

for action in (lambda: traceback.format_exception(3), lambda: traceback.format_exception(ValueError)):
    try:
        action()
    except TypeError as e:
        print(e)
print(traceback.format_exception_only(None), traceback.format_tb(None), traceback.FrameSummary("f", 1, "n"))
print(traceback.format_exception_only(SyntaxError("m", ("f", 1, 2, "ab c"))), traceback.format_exc())
print([type(frame).__name__ for frame, line in traceback.walk_tb(E.__traceback__)])


class Noisy:
    def __del__(self):
        raise ValueError("in a finaliser")


def hook(unraisable):
    print("hook:", repr(unraisable.exc_value), unraisable.exc_type.__name__, unraisable.err_msg)


sys.unraisablehook = hook
Noisy()
#=> Traceback (most recent call last):
#=>   File "traceback_module.py", line 20, in outer
#=>     inner()
#=>   File "traceback_module.py", line 17, in inner
#=>     return {}['k']
#=>            ~~^^^^^
#=> KeyError: 'k'
#=>
#=> The above exception was the direct cause of the following exception:
#=>
#=> Traceback (most recent call last):
#=>   File "traceback_module.py", line 24, in <module>
#=>     outer()
#=>   File "traceback_module.py", line 22, in outer
#=>     raise ValueError('bad\nvalue') from e
#=> ValueError: bad
#=> value
#=>
#=> ['ValueError: bad\nvalue\n'] ['ValueError: z\n']
#=> 'Traceback (most recent call last):\n'
#=> '  File "traceback_module.py", line 20, in outer\n    inner()\n'
#=> '  File "traceback_module.py", line 17, in inner\n    return {}[\'k\']\n           ~~^^^^^\n'
#=> "KeyError: 'k'\n"
#=> '\nThe above exception was the direct cause of the following exception:\n\n'
#=> 'Traceback (most recent call last):\n'
#=> '  File "traceback_module.py", line 24, in <module>\n    outer()\n'
#=> '  File "traceback_module.py", line 22, in outer\n    raise ValueError(\'bad\\nvalue\') from e\n'
#=> 'ValueError: bad\nvalue\n'
#=> '  File "traceback_module.py", line 24, in <module>\n    outer()\n'
#=> '  File "traceback_module.py", line 22, in outer\n    raise ValueError(\'bad\\nvalue\') from e\n'
#=> [(24, '<module>', 'outer()'), (22, 'outer', "raise ValueError('bad\\nvalue') from e")] 2 4 11
#=> bad
#=> value bad
#=> value <class 'ValueError'> 2 'k' True
#=> Traceback (most recent call last):
#=>   File "traceback_module.py", line 24, in <module>
#=>     outer()
#=>   File "traceback_module.py", line 22, in outer
#=>     raise ValueError('bad\nvalue') from e
#=> ValueError: bad
#=> value
#=>
#=> [('<module>', 41), ('g', 40)]
#=>   File "traceback_module.py", line 40, in g
#=>     s = traceback.extract_stack(); print([(f.name, f.lineno) for f in s]); print(traceback.format_stack()[-1]); traceback.print_stack(file=out)
#=>
#=>   File "traceback_module.py", line 41, in <module>
#=>     g()
#=>   File "traceback_module.py", line 40, in g
#=>     s = traceback.extract_stack(); print([(f.name, f.lineno) for f in s]); print(traceback.format_stack()[-1]); traceback.print_stack(file=out)
#=>
#=> Traceback (most recent call last):
#=>   File "traceback_module.py", line 44, in <module>
#=>     try: 1/0
#=>          ~^~
#=> ZeroDivisionError: division by zero
#=>
#=> During handling of the above exception, another exception occurred:
#=>
#=> Traceback (most recent call last):
#=>   File "traceback_module.py", line 45, in <module>
#=>     except ZeroDivisionError: [][1]
#=>                               ~~^^^
#=> IndexError: list index out of range
#=> Traceback (most recent call last):
#=>   File "traceback_module.py", line 45, in <module>
#=>     except ZeroDivisionError: [][1]
#=>                               ~~^^^
#=> IndexError: list index out of range
#=>
#=> ['IndexError: list index out of range\n', 'note 1\n', 'note\n', '2\n']
#=>   + Exception Group Traceback (most recent call last):
#=>   |   File "traceback_module.py", line 52, in <module>
#=>   |     raise ExceptionGroup('eg', [ValueError('a'), ExceptionGroup('inner', [TypeError('b'), KeyError('c')])])
#=>   | ExceptionGroup: eg (2 sub-exceptions)
#=>   +-+---------------- 1 ----------------
#=>     | ValueError: a
#=>     +---------------- 2 ----------------
#=>     | ExceptionGroup: inner (2 sub-exceptions)
#=>     +-+---------------- 1 ----------------
#=>       | TypeError: b
#=>       +---------------- 2 ----------------
#=>       | KeyError: 'c'
#=>       +------------------------------------
#=>
#=> Traceback (most recent call last):
#=>   File "traceback_module.py", line 58, in <module>
#=>     try: rec(10)
#=>          ^^^^^^^
#=>   File "traceback_module.py", line 56, in rec
#=>     if n: rec(n-1)
#=>           ^^^^^^^^
#=>   File "traceback_module.py", line 56, in rec
#=>     if n: rec(n-1)
#=>           ^^^^^^^^
#=>   File "traceback_module.py", line 56, in rec
#=>     if n: rec(n-1)
#=>           ^^^^^^^^
#=>   [Previous line repeated 7 more times]
#=>   File "traceback_module.py", line 57, in rec
#=>     else: raise RuntimeError('deep')
#=>           ^^^^^^^^^^^^^^^^^^^^^^^^^^
#=> RuntimeError: deep
#=>
#=> 12 2 3
#=> ['  File "f.py", line 3, in nm\n    ln\n', '  File "f.py", line 4, in nm\n'] [<FrameSummary file f.py, line 3 in nm>]
#=> Exception expected for value, int found
#=> Exception expected for value, type found
#=> ['NoneType: None\n'] [] <FrameSummary file f, line 1 in n>
#=> ['  File "f", line 1\n', '    ab c\n', '     ^\n', 'SyntaxError: m\n'] NoneType: None
#=>
#=> ['frame', 'frame']
#=> hook: ValueError('in a finaliser') ValueError None
