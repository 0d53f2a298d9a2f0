def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
def g():
    x = yield 1
    print('got', x)
    y = yield x
    print('got', y)
    return 'ret'
i = g()
print(next(i), i.send('a'))
#=> got a
#=> 1 a
t(next, i)
#=> got None
#=> StopIteration ret
t(next, i)  #=> StopIteration 
t(i.send, 1)  #=> StopIteration 
i = g()
t(i.send, 5)  #=> TypeError can't send non-None value to a just-started generator
t(i.send, None)  #=> 1
def g2():
    try: yield 1; yield 2
    except ValueError as e: print('caught', e); yield 'handled'
    finally: print('cleanup')
i = g2()
next(i)
print(i.throw(ValueError('boo')))
#=> caught boo
#=> handled
t(next, i)
#=> cleanup
#=> StopIteration 
i = g2()
next(i)
t(i.throw, KeyError('k'))
#=> cleanup
#=> KeyError 'k'
i = g2()
next(i)
i.close()  #=> cleanup
i.close()
t(next, i)  #=> StopIteration 
i = g2()
t(i.throw, ValueError('unstarted'))  #=> ValueError unstarted
t(next, i)  #=> StopIteration 
i = g2()
next(i)
del i  #=> cleanup
i = g2()
i.close()
t(next, i)  #=> StopIteration 
t(g().throw, 5)  #=> TypeError exceptions must be classes or instances deriving from BaseException, not int
t(g().throw)  #=> TypeError throw expected at least 1 argument, got 0
t(g().throw, ValueError, 'msg')  #=> ValueError msg
t(g().throw, ValueError('a'), 'b')  #=> TypeError instance exception may not have a separate value
def ignore():
    while True:
        try: yield 1
        except GeneratorExit: print('ignored'); yield 2
i = ignore()
next(i)
t(i.close)
#=> ignored
#=> RuntimeError generator ignored GeneratorExit
def ge():
    try: yield 1
    except GeneratorExit: print('exit'); raise
i = ge()
next(i)
print(i.close())
#=> exit
#=> None
def ret_on_close():
    try: yield 1
    except GeneratorExit: return 5
i = ret_on_close()
next(i)
print(i.close())  #=> None
def raise_on_close():
    try: yield 1
    finally: raise ValueError('in close')
i = raise_on_close()
next(i)
t(i.close)  #=> ValueError in close
def si(): yield 1; raise StopIteration('x')
t(list, si())  #=> RuntimeError generator raised StopIteration
i = si()
next(i)
try: next(i)
except RuntimeError as e: print(e, repr(e.__cause__))
#=> generator raised StopIteration StopIteration('x')
def yf():
    r = yield from g3()
    print('r', r)
    yield from [1, 2]
    yield from 'ab'
    return 'end'
def g3():
    try: x = yield 'g3'; print('x', x); return 'from g3'
    except ValueError as e: print('g3 caught', e); return 'err'
    finally: print('g3 fin')
i = yf()
print(next(i), i.send('S'), list(i))
#=> x S
#=> g3 fin
#=> r from g3
#=> g3 1 [2, 'a', 'b']
i = yf()
next(i)
print(i.throw(ValueError('T')))
#=> g3 caught T
#=> g3 fin
#=> r err
#=> 1
i.close()
i = yf()
next(i)
i.close()  #=> g3 fin
def yf2(): yield from 5
t(list, yf2())  #=> TypeError 'int' object is not iterable
def yf3(): x = yield from iter([1, 2]); print('none', x)
i = yf3()
next(i)
t(i.send, 5)  #=> AttributeError 'list_iterator' object has no attribute 'send'
i = yf3()
next(i)
t(i.throw, KeyError('k'))  #=> KeyError 'k'
print(list(yf3()))
#=> none None
#=> [1, 2]
class It:
    def __iter__(self): return self
    def __next__(self): raise StopIteration('val')
    def send(self, v): return ('sent', v)
    def throw(self, *a): return ('thrown', a[0])
def yf4(): return (yield from It())
t(next, yf4())  #=> StopIteration val
class It2(It):
    def __next__(self): return 'n'
    def close(self): print('closed')
def yf5(): return (yield from It2())
i = yf5()
print(next(i), i.send(3), i.throw(ValueError('z')))  #=> n ('sent', 3) ('thrown', ValueError('z'))
i.close()  #=> closed
i = g()
print(i.__name__, type(i), i.gi_running, iter(i) is i)  #=> g <class 'generator'> False True
t(lambda: len(i))  #=> TypeError object of type 'generator' has no len()
t(lambda: i[0])  #=> TypeError 'generator' object is not subscriptable
t(lambda: i())  #=> TypeError 'generator' object is not callable
def selfnext():
    next(me); yield 1
me = selfnext()
t(next, me)  #=> ValueError generator already executing
gen = (x * y for x in [1, 2] for y in [3, 4] if x != y)
print(list(gen), list(gen))  #=> [3, 4, 6, 8] []
print(sum(x for x in range(4)), [*(x for x in 'ab')], max((len(w), w) for w in ['a', 'bbb', 'cc']), dict((k, v) for k, v in [('a', 1)]), set(x % 2 for x in range(5)), tuple(c for c in 'xy' if c > 'x'), any(x == 2 for x in range(5)))
#=> 6 ['a', 'b'] (3, 'bbb') {'a': 1} {0, 1} ('y',) True
def lazy():
    print('never run until next')
    yield
z = lazy()
print('made')  #=> made
next(z)  #=> never run until next
def fib():
    a, b = 0, 1
    while True: yield a; a, b = b, a + b
f = fib()
print([next(f) for _ in range(15)])  #=> [0, 1, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377]
def tree(n):
    if n: yield from tree(n - 1); yield n; yield from tree(n - 1)
print(list(tree(4)))  #=> [1, 2, 1, 3, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1]
print(list(zip(fib(), 'abc')))  #=> [(0, 'a'), (1, 'b'), (1, 'c')]
def prim():
    n = 2; seen = []
    while 1:
        if all(n % p for p in seen): seen.append(n); yield n
        n += 1
p = prim()
print([next(p) for _ in range(10)])  #=> [2, 3, 5, 7, 11, 13, 17, 19, 23, 29]
def coro():
    total = 0; count = 0; avg = None
    while True: v = yield avg; total += v; count += 1; avg = total / count
c = coro()
next(c)
print(c.send(10), c.send(20), c.send(33))  #=> 10.0 15.0 21.0
def expr(): x = (yield) or 'dflt'; y = [(yield 'q'), (yield 'w')]; return x, y
i = expr()
next(i)
i.send(0)
i.send('A')
try: i.send('B')
except StopIteration as e: print(e.value)
#=> ('dflt', ['A', 'B'])
def gw():
    with CM() as c: yield c
class CM:
    def __enter__(self): print('in'); return 'cm'
    def __exit__(self, *a): print('out', a[0] and a[0].__name__)
i = gw()
print(next(i))
#=> in
#=> cm
i.close()  #=> out GeneratorExit
i = gw()
next(i)  #=> in
t(i.throw, ValueError('q'))
#=> out ValueError
#=> ValueError q
print(list(gw()))
#=> in
#=> out None
#=> ['cm']
def many(): 
    for i in range(3):
        try: yield i
        finally: print('f', i)
for x in many():
    if x == 1: break
#=> f 0
#=> f 1
print('after break')  #=> after break
a, *_ = many()
#=> f 0
#=> f 1
#=> f 2
print(a)  #=> 0
def nested():
    def inner(): yield 1; yield 2
    for v in inner(): yield v * 10
print(list(nested()))  #=> [10, 20]
print((yield_ := list(i for i in range(3))))  #=> [0, 1, 2]
t(lambda: (i for i in 5))  #=> TypeError 'int' object is not iterable
t(lambda: list(i for i in [1] for j in i))  #=> TypeError 'int' object is not iterable
