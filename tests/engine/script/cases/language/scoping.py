def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
# closures
fs = [lambda: i for i in range(3)]
print([f() for f in fs])  #=> [2, 2, 2]
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])  #=> [0, 1, 2]
def counter():
    n = 0
    def inc(by=1):
        nonlocal n; n += by; return n
    def get(): return n
    return inc, get
inc, get = counter()
inc()
inc(5)
print(get(), inc.__closure__[0].cell_contents)  #=> 6 6
def outer(x):
    def mid(y):
        def inner(z): return x + y + z
        return inner
    return mid
print(outer(1)(2)(3))  #=> 6
g = 1
def setg():
    global g; g += 1; return g
print(setg(), g)  #=> 2 2
def globdef():
    global newg
    def newg(): return 'newg'
globdef()
print(newg())  #=> newg
x = 'global'
class K:
    x = 'class'
    def m(self): return x
    l = [x for _ in range(1)]
    l2 = [y for y in x]
    def n(self): return self.x
    z = x + '!'
print(K().m(), K.l, K.l2[:2], K().n(), K.z)  #=> global ['global'] ['c', 'l'] class class!
def shadow():
    x = 'local'
    class C:
        y = x
        x = 'inner'
        z = x
    return C.y, C.z
t(shadow)  #=> ('global', 'inner')
# comprehensions
print([i * j for i in range(3) for j in range(i)], {i: i * i for i in range(3)}, {i % 2 for i in range(5)}, [[j for j in range(i)] for i in range(3)], [x for x in range(10) if x % 2 if x > 3], [a for a, b in [(1, 2), (3, 4)]], [a + b for a, (b, *c) in [(1, (2, 3))]])
#=> [0, 0, 2] {0: 0, 1: 1, 2: 4} {0, 1} [[], [0], [0, 1]] [5, 7, 9] [1, 3] [3]
t(lambda: [undefined for _ in [1]])  #=> NameError name 'undefined' is not defined
i = 'kept'
[i for i in range(3)]
print(i)  #=> kept
print([y := 5, y ** 2], [last := v for v in range(3)], last, (n := 10) + n, [(k, w) for k in range(3) if (w := k * 2) > 1])
#=> [5, 25] [0, 1, 2] 2 20 [(1, 2), (2, 4)]
def wal():
    if (m := len('abc')) > 2: return m
    return any((hit := z) > 1 for z in [1, 2, 3]) and hit
print(wal())  #=> 3
def wal2():
    any((hit := z) > 1 for z in [1, 2, 3]); return hit
print(wal2())  #=> 2
# functions
def args(a, b=2, *c, d, e=5, **f): return a, b, c, d, e, f
t(args, 1, d=4)  #=> (1, 2, (), 4, 5, {})
t(args, 1, 2, 3, 4, d=5, z=6)  #=> (1, 2, (3, 4), 5, 5, {'z': 6})
t(args)  #=> TypeError args() missing 1 required positional argument: 'a'
t(args, 1)  #=> TypeError args() missing 1 required keyword-only argument: 'd'
t(args, 1, d=1, a=2)  #=> TypeError args() got multiple values for argument 'a'
t(args, *[1, 2], **{'d': 3})  #=> (1, 2, (), 3, 5, {})
t(args, b=1, d=1)  #=> TypeError args() missing 1 required positional argument: 'a'
def po(a, b=1, /, c=2, *, d=3): return a, b, c, d
t(po, 1)  #=> (1, 1, 2, 3)
t(po, 1, 2, 3)  #=> (1, 2, 3, 3)
t(po, a=1)  #=> TypeError po() got some positional-only arguments passed as keyword arguments: 'a'
t(po, 1, b=2)  #=> TypeError po() got some positional-only arguments passed as keyword arguments: 'b'
t(po, 1, 2, 3, 4)  #=> TypeError po() takes from 1 to 3 positional arguments but 4 were given
t(po, 1, d=5, c=6)  #=> (1, 1, 6, 5)
t(po, 1, 2, c=3, e=4)  #=> TypeError po() got an unexpected keyword argument 'e'
t(po)  #=> TypeError po() missing 1 required positional argument: 'a'
def kwo(*, a, b): pass
t(kwo)  #=> TypeError kwo() missing 2 required keyword-only arguments: 'a' and 'b'
t(kwo, a=1)  #=> TypeError kwo() missing 1 required keyword-only argument: 'b'
t(kwo, 1)  #=> TypeError kwo() takes 0 positional arguments but 1 was given
t(kwo, a=1, b=2, c=3)  #=> TypeError kwo() got an unexpected keyword argument 'c'
t(lambda a: a)  #=> TypeError <lambda>() missing 1 required positional argument: 'a'
t(lambda a, b: a, 1)  #=> TypeError <lambda>() missing 1 required positional argument: 'b'
t(lambda a, b, c: a)  #=> TypeError <lambda>() missing 3 required positional arguments: 'a', 'b', and 'c'
t(lambda: 1, 1)  #=> TypeError <lambda>() takes 0 positional arguments but 1 was given
t(lambda a=1: a, 1, 2)  #=> TypeError <lambda>() takes from 0 to 1 positional arguments but 2 were given
t(lambda *a: a, 1, 2)  #=> (1, 2)
t(lambda **k: k, x=1)  #=> {'x': 1}
t(lambda *a, **k: (a, k), 1, z=2)  #=> ((1,), {'z': 2})
t(lambda a, /: a, a=1)
#=> TypeError <lambda>() got some positional-only arguments passed as keyword arguments: 'a'
t(lambda a, **k: (a, k), 1, **{'b': 2})  #=> (1, {'b': 2})
t(lambda a, /, **k: (a, k), 1, a=2)  #=> (1, {'a': 2})
def mut(l=[]): l.append(1); return l
mut()
print(mut(), mut.__defaults__)  #=> [1, 1] ([1, 1],)
def ann(a: int, b: 'str' = 'x', *c: float, d: bool = True, **e: dict) -> list: pass
print(ann.__annotations__, ann.__name__, ann.__kwdefaults__, ann.__doc__)
#=> {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': <class 'bool'>, 'e': <class 'dict'>, 'return': <class 'list'>} ann {'d': True} None
def deco(n):
    def d(f):
        def w(*a): return (n, f(*a))
        return w
    return d
@deco(1)
@deco(2)
def decorated(x): return x
print(decorated('v'))  #=> (1, (2, 'v'))
class CD:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return 'CD', self.f(*a)
@CD
def cd(x): return x
print(cd(1))  #=> ('CD', 1)
t(lambda: (lambda x, y=lambda: 3: x + y())(1))  #=> 4
print((lambda: (yield))().__class__.__name__, (lambda *a, k=1: (a, k))(1, 2, k=3))  #=> generator ((1, 2), 3)
def rec(n): return 1 if n < 2 else n * rec(n - 1)
print(rec(20), rec(30))  #=> 2432902008176640000 265252859812191058636308480000000
f = rec
del rec
t(f, 5)  #=> NameError name 'rec' is not defined
def fattr(): fattr.count += 1; return fattr.count
fattr.count = 0
fattr()
print(fattr(), fattr.__dict__)  #=> 2 {'count': 2}
t(lambda: fattr.nope)  #=> AttributeError 'function' object has no attribute 'nope'
# unpacking targets, star, chained
a = b = c = []
a.append(1)
print(b is c, c)  #=> True [1]
(a, b), c = [1, 2], 3
print(a, b, c)  #=> 1 2 3
a, b = b, a
print(a, b)  #=> 2 1
[a, *b] = 'xyz'
print(a, b)  #=> x ['y', 'z']
d = {}
d['k'], d['l'] = 1, 2
print(d)  #=> {'k': 1, 'l': 2}
l = [0] * 3
i = 0
i, l[i] = 2, 'x'
print(i, l)  #=> 2 [0, 0, 'x']
*a, b = [1]
print(a, b)  #=> [] 1
(x, y), *z = [(1, 2), 3, 4]
print(x, y, z)  #=> 1 2 [3, 4]
for_ = [(1, [2, 3])]
for q, [r, s] in for_: print(q, r, s)  #=> 1 2 3
class At: pass
o = At()
o.a, o.b = 1, 2
print(o.__dict__)  #=> {'a': 1, 'b': 2}
o.c = o.d = 3
del o.a, o.b
print(o.__dict__)  #=> {'c': 3, 'd': 3}
l = [1, 2, 3, 4]
del l[0], l[0]
print(l)  #=> [3, 4]
del (l[0]), d['k']
print(l, d)  #=> [4] {'l': 2}
x = y = 1
del x, y
t(lambda: x)  #=> NameError name 'x' is not defined
a, (b, c) = 1, (2, 3)
del a, (b, c)
t(lambda: a)  #=> NameError name 'a' is not defined
for o.attr in range(3): pass
print(o.attr)  #=> 2
l = [None]
for l[0] in 'ab': print(l, end=' ')
print()  #=> ['a'] ['b'] 
print(1 < 2 < 3, 1 < 2 > 1, 3 > 2 > 2, 1 == 1 != 2, 'a' in 'abc' in ['abc'], 1 < 3 < 2 < undefined, not 1 == 2, 5 if 0 else 6, 1 and 0 or 3, [] or {} or 0, 'x' and 'y')
#=> True True False True True False True 6 3 0 y
def side(x): print('side', x, end=' '); return x
print(side(1) < side(0) < side(5))  #=> side 1 side 0 False
print(side(0) or side('') or side(3))  #=> side 0 side  side 3 3
print(side(0) and side(1))  #=> side 0 0
print(side(1) if side(0) else side(2))  #=> side 0 side 2 2
i = 5
i += 1
i -= 2
i *= 3
i //= 2
i **= 2
i %= 7
i <<= 3
i >>= 1
i |= 1
i &= 13
i ^= 2
print(i)  #=> 7
f = 7
f /= 2
print(f)  #=> 3.5
s = 'a'
s += 'b'
s *= 2
print(s)  #=> abab
l = [1]
l += (2,)
l[0] += 5
print(l)  #=> [6, 2]
d = {'x': [1]}
d['x'] += [2]
d['x'][0] -= 1
print(d)  #=> {'x': [0, 2]}
tt = ([],)
try: tt[0] += [1]
except TypeError as e: print(e, tt)
#=> 'tuple' object does not support item assignment ([1],)
while i > 0:
    i -= 1
    if i == 2: break
else: print('no break')
while i > 0: i -= 1
else: print('while else')
#=> while else
for i in []: pass
else: print('for else', i)
#=> for else 0
for i in range(3):
    for j in range(3):
        if j == 1: break
    else: print('never')
    if i == 1: continue
    print(i, j)
#=> 0 1
#=> 2 1
print(0x1F, 0b101, 0o17, 1_000, 1e3, .5, 5., 1e-3, 'a' 'b', r'\n', '''x
y''', "it's", 'tab\tq', '\x41\u00e9', b'\x00a')
#=> 31 5 15 1000 1000.0 0.5 5.0 0.001 ab \n x
#=> y it's tab	q Aé b'\x00a'
print(f'{1}{"a"}' 'b' f'{2}', f'{{}}', f'{3!r:>4}|{3.14159:.2f}|{1000:,}|{"x":^5}|{5:05d}|{255:#x}', f'{(lambda x: x)(2)}', f'{ {"a": 1}["a"] }', f'{[i for i in range(2)]}', f"{'nested ' + f'{1 + 1}'}", f'{1 if 1 else 2}', f'{i=}', f'{i = }', f'{i=:>4}', f'{"s"=}')
#=> 1ab2 {}    3|3.14|1,000|  x  |00005|0xff 2 1 [0, 1] nested 2 1 i=2 i = 2 i=   2 "s"='s'
if 1: pass
elif 2: print('no')
else: print('no')
x: int = 5
y: 'str'
print(x, __annotations__)  #=> 5 {'x': <class 'int'>, 'y': 'str'}
t(lambda: y)  #=> NameError name 'y' is not defined
import_ok = 1
print(__name__)  #=> __main__
