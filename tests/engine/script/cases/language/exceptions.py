def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
def r(e):
    def f(): raise e
    return f
t(r(ValueError))  #=> ValueError 
t(r(ValueError('x')))  #=> ValueError x
t(r(ValueError('x', 1)))  #=> ValueError ('x', 1)
t(r(5))  #=> TypeError exceptions must derive from BaseException
t(r('s'))  #=> TypeError exceptions must derive from BaseException
t(r(None))  #=> TypeError exceptions must derive from BaseException
t(r(KeyError('k')))  #=> KeyError 'k'
t(r(KeyError))  #=> KeyError 
t(r(int))  #=> TypeError exceptions must derive from BaseException
t(r(SystemExit(3)))  #=> SystemExit 3
t(r(StopIteration(5)))  #=> StopIteration 5
e = ValueError('a', 1)
print(e, repr(e), e.args, str(ValueError()), repr(ValueError()), str(KeyError('a')), repr(KeyError('a')), str(KeyError(1, 2)), e.__cause__, e.__context__, e.__traceback__, e.__suppress_context__)
#=> ('a', 1) ValueError('a', 1) ('a', 1)  ValueError() 'a' KeyError('a') (1, 2) None None None False
e.args = (2,)
print(e, e.args)  #=> 2 (2,)
e.x = 1
print(e.__dict__)  #=> {'x': 1}
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise KeyError('new') from z
except KeyError as k: print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
#=> ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('new')
except KeyError as k: print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
#=> None ZeroDivisionError('division by zero') False
try:
    try: 1 / 0
    except ZeroDivisionError: raise KeyError('new') from None
except KeyError as k: print(repr(k.__cause__), repr(k.__context__), k.__suppress_context__)
#=> None ZeroDivisionError('division by zero') True
def rf(): raise ValueError from 5
t(rf)  #=> TypeError exception causes must derive from BaseException
def rf2(): raise ValueError from KeyError
try: rf2()
except ValueError as e: print(repr(e.__cause__))
#=> KeyError()
def bare(): raise
t(bare)  #=> RuntimeError No active exception to reraise
def re():
    try: raise ValueError('first')
    except ValueError: raise
t(re)  #=> ValueError first
def nested():
    try:
        try: raise ValueError('1')
        finally: raise KeyError('2')
    except KeyError as e: return repr(e), repr(e.__context__)
print(nested())  #=> ("KeyError('2')", "ValueError('1')")
class My(Exception):
    def __init__(self, a, b=2): super().__init__(a); self.b = b
    def __str__(self): return 'my ' + str(self.args)
m = My(1)
print(m, repr(m), m.args, m.b, isinstance(m, Exception))  #=> my (1,) My(1) (1,) 2 True
t(r(m))  #=> My my (1,)
t(My)  #=> TypeError My.__init__() missing 1 required positional argument: 'a'
class NoArgs(Exception): pass
class Kw(Exception):
    def __init__(self, *, code): self.code = code
print(repr(Kw(code=5)), Kw(code=5).args, str(Kw(code=5)), NoArgs(1, 2), repr(NoArgs()))
#=> Kw() ()  (1, 2) NoArgs()
t(NoArgs, x=1)  #=> TypeError NoArgs() takes no keyword arguments
def exc_as():
    try: raise ValueError('v')
    except (KeyError, ValueError) as e: pass
    return e
t(exc_as)  #=> UnboundLocalError cannot access local variable 'e' where it is not associated with a value
def nomatch():
    try: raise ValueError('v')
    except KeyError: return 'no'
t(nomatch)  #=> ValueError v
def badmatch():
    try: raise ValueError('v')
    except 5: pass
t(badmatch)  #=> TypeError catching classes that do not inherit from BaseException is not allowed
def badmatch2():
    try: raise ValueError('v')
    except (KeyError, 'x'): pass
t(badmatch2)  #=> TypeError catching classes that do not inherit from BaseException is not allowed
def order():
    out = []
    try:
        out.append('try')
        try: raise KeyError
        except ValueError: out.append('no')
        except KeyError: out.append('except')
        else: out.append('else')
        finally: out.append('finally')
    except Exception: out.append('outer')
    else: out.append('outer else')
    return out
print(order())  #=> ['try', 'except', 'finally', 'outer else']
n = Exception('n')
n.add_note('note 1')
n.add_note('note 2')
print(n.__notes__)  #=> ['note 1', 'note 2']
t(n.add_note, 5)  #=> TypeError note must be a str, not 'int'
# finally and control flow
def f1():
    try: return 'try'
    finally: print('fin')
def f2():
    try: return 'try'
    finally: return 'fin'
def f3():
    for i in range(3):
        try: continue
        finally: print('c', i)
    return 'done'
def f4():
    for i in range(3):
        try: break
        finally: print('b', i)
    return i
def f5():
    for i in range(3):
        try: raise ValueError
        except ValueError: continue
        finally: print('x', i)
def f6():
    while True:
        try: return 'r'
        finally: break
    return 'after'
def f7():
    try: raise ValueError('lost')
    finally: return 'swallowed'
def f8():
    for i in range(2):
        try: raise ValueError
        finally: continue
    return 'cont'
def f9():
    try:
        try: return 1
        finally: 1 / 0
    except ZeroDivisionError: return 'zd'
def f10(x):
    try:
        if x: raise KeyError(x)
        return 'none'
    except KeyError as e: return 'k' + str(e)
    else: return 'else'
    finally: print('fin', x)
def f11():
    x = 1
    try: return x
    finally: x = 2
def f12():
    l = []
    for i in range(4):
        try:
            if i == 1: continue
            if i == 3: break
            l.append(i)
        except Exception: pass
        else: l.append('e')
        finally: l.append('f')
    else: l.append('never')
    return l
for f in (f1, f2, f3, f4, f5, f6, f7, f8, f9, lambda: f10(0), lambda: f10(5), f11, f12): t(f)
#=> fin
#=> 'try'
#=> 'fin'
#=> c 0
#=> c 1
#=> c 2
#=> 'done'
#=> b 0
#=> 0
#=> x 0
#=> x 1
#=> x 2
#=> None
#=> 'after'
#=> 'swallowed'
#=> 'cont'
#=> 'zd'
#=> fin 0
#=> 'none'
#=> fin 5
#=> 'k5'
#=> 1
#=> [0, 'e', 'f', 'f', 2, 'e', 'f', 'f']
# groups
eg = ExceptionGroup('eg', [ValueError(1), KeyError('k'), ExceptionGroup('in', [ValueError(2), OSError('o')])])
print(eg, repr(eg), eg.message, eg.exceptions[0], len(eg.exceptions))
#=> eg (3 sub-exceptions) ExceptionGroup('eg', [ValueError(1), KeyError('k'), ExceptionGroup('in', [ValueError(2), OSError('o')])]) eg 1 3
print(eg.split(ValueError))
#=> (ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [ValueError(2)])]), ExceptionGroup('eg', [KeyError('k'), ExceptionGroup('in', [OSError('o')])]))
print(eg.subgroup(OSError), eg.subgroup(TypeError), eg.split(lambda e: isinstance(e, KeyError)), eg.subgroup((KeyError, OSError)))
#=> eg (1 sub-exception) None (ExceptionGroup('eg', [KeyError('k')]), ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [ValueError(2), OSError('o')])])) eg (2 sub-exceptions)
t(ExceptionGroup, 'x', [])  #=> ValueError second argument (exceptions) must be a non-empty sequence
t(ExceptionGroup, 'x', [5])  #=> ValueError Item 0 of second argument (exceptions) is not an exception
t(ExceptionGroup, 'x')  #=> TypeError BaseExceptionGroup.__new__() takes exactly 2 arguments (1 given)
t(ExceptionGroup, 5, [ValueError()])  #=> TypeError BaseExceptionGroup.__new__() argument 1 must be str, not int
t(ExceptionGroup, 'x', [KeyboardInterrupt()])  #=> TypeError Cannot nest BaseExceptions in an ExceptionGroup
t(ExceptionGroup, 'x', 5)  #=> TypeError second argument (exceptions) must be a sequence
print(type(BaseExceptionGroup('b', [ValueError()])), type(BaseExceptionGroup('b', [KeyboardInterrupt()])), isinstance(eg, Exception))
#=> <class 'ExceptionGroup'> <class 'BaseExceptionGroup'> True
print(eg.derive([ValueError(9)]), type(eg.derive([ValueError(9)])))
#=> eg (1 sub-exception) <class 'ExceptionGroup'>
class MyEG(ExceptionGroup):
    def derive(self, excs): return MyEG(self.message + '!', excs)
print(repr(MyEG('m', [ValueError(1), KeyError(2)]).split(ValueError)))
#=> (MyEG('m!', [ValueError(1)]), MyEG('m!', [KeyError(2)]))
try: raise eg
except* ValueError as g: print('V', repr(g))
except* KeyError as g: print('K', repr(g))
except* OSError as g: print('O', repr(g))
#=> V ExceptionGroup('eg', [ValueError(1), ExceptionGroup('in', [ValueError(2)])])
#=> K ExceptionGroup('eg', [KeyError('k')])
#=> O ExceptionGroup('eg', [ExceptionGroup('in', [OSError('o')])])
try:
    try: raise eg
    except* ValueError as g: print('V', len(g.exceptions))
except ExceptionGroup as rest: print('rest', repr(rest))
#=> V 2
#=> rest ExceptionGroup('eg', [KeyError('k'), ExceptionGroup('in', [OSError('o')])])
try: raise ValueError('plain')
except* ValueError as g: print(repr(g))
#=> ExceptionGroup('', (ValueError('plain'),))
try:
    try: raise ExceptionGroup('a', [ValueError(1), KeyError(2)])
    except* ValueError: raise TypeError('new')
    except* KeyError: raise OSError('new2')
except BaseException as e: print(repr(e))
#=> ExceptionGroup('', [TypeError('new'), OSError('new2')])
try:
    try: raise ExceptionGroup('a', [ValueError(1)])
    except* ValueError: raise
except ExceptionGroup as e: print(repr(e))
#=> ExceptionGroup('a', [ValueError(1)])
try: print('ok')
except* ValueError: print('never')
else: print('else')
finally: print('fin')
#=> ok
#=> else
#=> fin
def eg_in_eg():
    try: raise ExceptionGroup('x', [ValueError(1)])
    except* ExceptionGroup: pass
t(eg_in_eg)  #=> TypeError catching ExceptionGroup with except* is not allowed. Use except instead.
# recursion
def rec(n): return rec(n + 1)
t(rec, 0)  #=> RecursionError maximum recursion depth exceeded
class RR:
    def __repr__(self): return repr(self)
try: repr(RR())
except RecursionError as e: print('RecursionError', str(e)[:32])
#=> RecursionError maximum recursion depth exceeded
class RG:
    def __getattr__(self, n): return getattr(self, n + 'x')
try: RG().a
except RecursionError as e: print('RecursionError', str(e)[:32])
#=> RecursionError maximum recursion depth exceeded
class RE:
    def __eq__(self, o): return self == o
try: RE() == 1
except RecursionError as e: print('RecursionError', str(e)[:32])
#=> RecursionError maximum recursion depth exceeded
def deep(n): return 0 if n == 0 else 1 + deep(n - 1)
print(deep(900))  #=> 900
l = []
for i in range(200): l = [l]
print(repr(l)[:10], l == l)  #=> [[[[[[[[[[ True
def catch_deep(n):
    try: return catch_deep(n + 1)
    except RecursionError: return 'caught'
print(catch_deep(0))  #=> caught
# assert, del
def asr(x, *m):
    if m: assert x, m[0]
    else: assert x
t(asr, 1)  #=> None
t(asr, 0)  #=> AssertionError 
t(asr, 0, 'msg')  #=> AssertionError msg
t(asr, [], ('t', 1))  #=> AssertionError ('t', 1)
def dl():
    x = 1; del x; return x
t(dl)  #=> UnboundLocalError cannot access local variable 'x' where it is not associated with a value
t(lambda: undefined_name)  #=> NameError name 'undefined_name' is not defined
def ub():
    print(loc); loc = 1
t(ub)  #=> UnboundLocalError cannot access local variable 'loc' where it is not associated with a value
def outer():
    def inner(): return free
    if 0: free = 1
    return inner()
t(outer)
#=> NameError cannot access free variable 'free' where it is not associated with a value in enclosing scope
def delfree():
    x = 1
    def inner(): return x
    del x
    return inner()
t(delfree)
#=> NameError cannot access free variable 'x' where it is not associated with a value in enclosing scope
print(BaseException.__subclasses__.__name__, issubclass(ExceptionGroup, Exception), [c.__name__ for c in ModuleNotFoundError.__mro__])
#=> __subclasses__ True ['ModuleNotFoundError', 'ImportError', 'Exception', 'BaseException', 'object']
import_error = ImportError('m', name='n', path='p')
print(import_error, import_error.name, import_error.path)  #=> m n p
a = AttributeError('x', name='n', obj=5)
print(a.name, a.obj)  #=> n 5
o = OSError(2, 'No such', 'file')
print(o, repr(o), o.errno, o.strerror, o.filename, type(o))
#=> [Errno 2] No such: 'file' FileNotFoundError(2, 'No such') 2 No such file <class 'FileNotFoundError'>
print(StopIteration(5).value, SystemExit(3).code, NameError('x', name='y').name, repr(UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad')), UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad'))
#=> 5 3 y UnicodeDecodeError('utf-8', b'x', 0, 1, 'bad') 'utf-8' codec can't decode byte 0x78 in position 0: bad
class Refused(OSError):
    def __init__(self, name):
        self.args = (name,)
        self.filename = name
        self.errno = 5
r = Refused("f")
print(r.filename, r.errno, r.strerror)  #=> f 5 None

# ---- OSError with two paths ----
two = OSError(2, "No such file", "from", None, "to")
print(two, two.args, two.filename, two.filename2)  #=> [Errno 2] No such file: 'from' -> 'to' (2, 'No such file') from to
two.filename2 = "there"
print(two)  #=> [Errno 2] No such file: 'from' -> 'there'
