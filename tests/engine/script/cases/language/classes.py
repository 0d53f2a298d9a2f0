def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
# C3, super
class A:
    def f(self): return 'A'
    def g(self): return 'gA'
class B(A):
    def f(self): return 'B' + super().f()
class C(A):
    def f(self): return 'C' + super().f()
    def g(self): return 'gC' + super().g()
class D(B, C):
    def f(self): return 'D' + super().f()
print(D().f(), D().g(), [c.__name__ for c in D.__mro__], D.mro() == list(D.__mro__), D.__bases__, D.__base__, super(B, D()).f(), super(D, D()).g(), super(C, D).f is A.f)
#=> DBCA gCgA ['D', 'B', 'C', 'A', 'object'] True (<class '__main__.B'>, <class '__main__.C'>) <class '__main__.B'> CA gCgA True
def mro_error():
    class X(A, B): pass
t(mro_error)
#=> TypeError Cannot create a consistent method resolution
#=> order (MRO) for bases A, B
def dup():
    class X(A, A): pass
t(dup)  #=> TypeError duplicate base class A
def notype():
    class X(5): pass
t(notype)  #=> TypeError int() takes at most 2 arguments (3 given)
def boolsub():
    class X(bool): pass
t(boolsub)  #=> TypeError type 'bool' is not an acceptable base type
def layout():
    class X(int, str): pass
t(layout)  #=> TypeError multiple bases have instance lay-out conflict
def nonesub():
    class X(type(None)): pass
t(nonesub)  #=> TypeError type 'NoneType' is not an acceptable base type
class E1(A):
    def f(self):
        def inner(): return super(E1, self).f()
        return inner()
    @classmethod
    def c(cls): return cls.__name__
    @staticmethod
    def s(x): return x
    def lst(self): return [super(E1, self).f() for _ in range(2)]
print(E1().f(), E1.c(), E1().c(), E1.s(5), E1().s(6), E1().lst())  #=> A E1 E1 5 6 ['A', 'A']
t(lambda: super().f())  #=> RuntimeError super(): no arguments
def nosuper(): super()
t(nosuper)  #=> RuntimeError super(): no arguments
t(super, 5)  #=> TypeError super() argument 1 must be a type, not int
t(super, A, 5)  #=> TypeError super(type, obj): obj must be an instance or subtype of type
t(super(B, B()).f)  #=> 'A'
t(lambda: super(B, B()).nope)  #=> AttributeError 'super' object has no attribute 'nope'
class CM:
    @classmethod
    def make(cls, *a): return cls.__name__, a
class CM2(CM):
    @classmethod
    def make(cls, *a): return super().make('extra', *a)
print(CM2.make(1), CM2().make(2), CM.make.__func__ is CM.__dict__['make'].__func__)
#=> ('CM2', ('extra', 1)) ('CM2', ('extra', 2)) True
# properties
class P:
    def __init__(self): self._x = 1
    @property
    def x(self): 'doc x'; return self._x
    @x.setter
    def x(self, v): self._x = v * 2
    @x.deleter
    def x(self): print('deleted'); self._x = None
    @property
    def ro(self): return 'ro'
    wo = property(None, lambda self, v: print('set', v))
p = P()
p.x = 5
print(p.x)  #=> 10
del p.x  #=> deleted
print(p.x, P.x.__doc__, type(P.x), P.x.fget.__name__)  #=> None doc x <class 'property'> x
def seta(o, n, v): setattr(o, n, v)
def dela(o, n): delattr(o, n)
t(seta, p, 'ro', 1)  #=> AttributeError property 'ro' of 'P' object has no setter
t(dela, p, 'ro')  #=> AttributeError property 'ro' of 'P' object has no deleter
t(getattr, p, 'wo')  #=> AttributeError property 'wo' of 'P' object has no getter
t(seta, p, 'wo', 3)
#=> set 3
#=> None
class P2(P):
    @P.x.getter
    def x(self): return 'sub'
print(P2().x)  #=> sub
p.__dict__['ro'] = 'shadow'
print(p.ro)  #=> ro
# slots
class S:
    __slots__ = ('a', 'b')
    def __init__(self): self.a = 1
s = S()
print(s.a)  #=> 1
t(seta, s, 'c', 1)  #=> AttributeError 'S' object has no attribute 'c'
t(getattr, s, 'b')  #=> AttributeError 'S' object has no attribute 'b'
t(lambda: s.__dict__)  #=> AttributeError 'S' object has no attribute '__dict__'
s.b = 2
del s.b
t(dela, s, 'b')  #=> AttributeError b
print(S.__slots__, type(S.a))  #=> ('a', 'b') <class 'member_descriptor'>
class S2(S): __slots__ = ['c']
class S3(S): pass
s2 = S2()
s2.c = 3
print(s2.a, s2.c)  #=> 1 3
t(seta, s2, 'd', 1)  #=> AttributeError 'S2' object has no attribute 'd'
s3 = S3()
s3.zz = 1
print(s3.__dict__, s3.a)  #=> {'zz': 1} 1
def slotconf():
    class X:
        __slots__ = ('a',)
        a = 1
t(slotconf)  #=> ValueError 'a' in __slots__ conflicts with class variable
def slotbad():
    class X: __slots__ = ('1a',)
t(slotbad)  #=> TypeError __slots__ must be identifiers
def slotint():
    class X: __slots__ = (1,)
t(slotint)  #=> TypeError __slots__ items must be strings, not 'int'
class SD:
    __slots__ = ('x', '__dict__')
sd = SD()
sd.x = 1
sd.y = 2
print(sd.__dict__, sd.x)  #=> {'y': 2} 1
# attribute hooks
class H:
    def __init__(self): object.__setattr__(self, 'log', [])
    def __getattr__(self, n):
        if n.startswith('no'): raise AttributeError('none of ' + n)
        return 'dyn ' + n
    def __setattr__(self, n, v): self.log.append((n, v)); super().__setattr__(n, v)
    def __delattr__(self, n): self.log.append(n); super().__delattr__(n)
h = H()
h.a = 1
print(h.a, h.b, h.log)  #=> 1 dyn b [('a', 1)]
del h.a
print(h.a, h.log)  #=> dyn a [('a', 1), 'a']
t(getattr, h, 'nope')  #=> AttributeError none of nope
t(getattr, h, 'nope', 'def')  #=> 'def'
t(hasattr, h, 'nope')  #=> False
t(dela, h, 'zz')  #=> AttributeError 'H' object has no attribute 'zz'
class GA:
    x = 5
    def __getattribute__(self, n):
        if n == 'secret': raise AttributeError('hidden')
        return ('got', n, super().__getattribute__(n) if n == 'x' else None)
    def __getattr__(self, n): return 'fallback ' + n
print(GA().x, GA().y, GA().secret)  #=> ('got', 'x', 5) ('got', 'y', None) fallback secret
# descriptors
class Desc:
    def __set_name__(self, owner, name): print('set_name', owner.__name__, name); self.name = name
    def __get__(self, obj, cls=None): return ('get', self.name, obj is None, cls.__name__)
    def __set__(self, obj, v): obj.__dict__[self.name] = v
    def __delete__(self, obj): print('delete', self.name)
class NonData:
    def __get__(self, obj, cls=None): return 'nondata'
class O:
    d = Desc()
    n = NonData()
#=> set_name O d
o = O()
o.d = 5
print(o.d, O.d, o.__dict__, o.n)  #=> ('get', 'd', False, 'O') ('get', 'd', True, 'O') {'d': 5} nondata
o.n = 'own'
print(o.n, O.n)  #=> own nondata
del o.d  #=> delete d
del o.n
print(o.n)  #=> nondata
class SetOnly:
    def __set__(self, o, v): print('setonly', v)
class OO: s = SetOnly()
oo = OO()
oo.s = 3  #=> setonly 3
print(type(oo.s).__name__)  #=> SetOnly
t(dela, oo, 's')  #=> AttributeError __delete__
# init_subclass, class_getitem, metaclass
class Base:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; Base.subs.append(cls.__name__)
class Sub1(Base, tag='t1'): pass
class Sub2(Sub1): pass
print(Base.subs, Sub1.tag, Sub2.tag)  #=> ['Sub1', 'Sub2'] t1 None
def badkw():
    class X(Base, foo=1): pass
t(badkw)  #=> TypeError badkw.<locals>.X.__init_subclass__() takes no keyword arguments
def badkw2():
    class X(foo=1): pass
t(badkw2)  #=> TypeError badkw2.<locals>.X.__init_subclass__() takes no keyword arguments
class CG:
    def __class_getitem__(cls, k): return (cls.__name__, k)
print(CG[int], CG[1, 2])  #=> ('CG', <class 'int'>) ('CG', (1, 2))
t(lambda: A[int])  #=> TypeError type 'A' is not subscriptable
t(lambda: CG()[1])  #=> TypeError 'CG' object is not subscriptable
class Meta(type):
    def __new__(m, name, bases, ns, **kw): ns['added'] = name.lower(); c = super().__new__(m, name, bases, ns); return c
    def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns); c.kw = kw
    def __call__(c, *a, **k): print('call', c.__name__, a); return super().__call__(*a, **k)
    def __prepare__(name, bases, **kw): return {'prepared': 1}
    def __getattr__(c, n): return 'meta ' + n
    def __len__(c): return 42
    def __iter__(c): return iter('xyz')
    def __contains__(c, x): return x == 1
    def __getitem__(c, k): return k
    def __repr__(c): return '<M ' + c.__name__ + '>'
    @property
    def mp(c): return c.__name__ + '!'
    def __eq__(c, o): return c is o
    def __hash__(c): return 5
    def __add__(c, o): return 'added ' + str(o)
    def __bool__(c): return False
class MC(metaclass=Meta, opt=1):
    def __init__(self, x): self.x = x
print(MC.added, MC.kw, MC.prepared, MC(3).x, MC.foo, len(MC), list(MC), 1 in MC, 2 in MC, MC[7], MC, MC.mp, type(MC), MC + 1, bool(MC), {MC: 1}[MC], type(MC(1)) is MC)
#=> call MC (3,)
#=> call MC (1,)
#=> mc {'opt': 1} 1 3 meta foo 42 ['x', 'y', 'z'] True False 7 <M MC> MC! <class '__main__.Meta'> added 1 False 1 True
t(lambda: MC(1).foo)
#=> call MC (1,)
#=> AttributeError 'MC' object has no attribute 'foo'
t(lambda: MC(1).mp)
#=> call MC (1,)
#=> AttributeError 'MC' object has no attribute 'mp'
class MC2(MC): pass
print(MC2.added, type(MC2), isinstance(MC2, Meta), MC2.kw)  #=> mc2 <class '__main__.Meta'> True {}
def metaconf():
    class M1(type): pass
    class M2(type): pass
    class X1(metaclass=M1): pass
    class X2(metaclass=M2): pass
    class X3(X1, X2): pass
t(metaconf)
#=> TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
class Single(type):
    inst = {}
    def __call__(cls, *a):
        if cls not in Single.inst: Single.inst[cls] = super().__call__(*a)
        return Single.inst[cls]
class Conf(metaclass=Single): pass
print(Conf() is Conf())  #=> True
# __new__
class N:
    def __new__(cls, *a): o = super().__new__(cls); o.a = a; return o
    def __init__(self, *a): self.n = len(a)
print(N(1, 2).a, N(1).n)  #=> (1, 2) 1
class Other:
    def __new__(cls): return 5
    def __init__(self): print('never')
print(Other())  #=> 5
class BadInit:
    def __init__(self): return 5
t(BadInit)  #=> TypeError __init__() should return None, not 'int'
t(A, 1)  #=> TypeError A() takes no arguments
t(object, 1)  #=> TypeError object() takes no arguments
t(lambda: object.__new__(5))  #=> TypeError object.__new__(X): X is not a type object (int)
t(lambda: object.__new__())  #=> TypeError object.__new__(): not enough arguments
t(lambda: A.__new__(A).f())  #=> 'A'
t(lambda: int.__new__(A))  #=> TypeError int.__new__(A): A is not a subtype of int
t(lambda: object.__new__(int))  #=> TypeError object.__new__(int) is not safe, use int.__new__()
t(lambda: list.__new__(A))  #=> TypeError list.__new__(A): A is not a subtype of list
class NoInit:
    def __new__(cls, x): return super().__new__(cls)
t(NoInit)  #=> TypeError NoInit.__new__() missing 1 required positional argument: 'x'
print(type(NoInit(1)).__name__)  #=> NoInit
class BothBad:
    def __init__(self, x): pass
t(BothBad)  #=> TypeError BothBad.__init__() missing 1 required positional argument: 'x'
t(BothBad, 1, 2)  #=> TypeError BothBad.__init__() takes 2 positional arguments but 3 were given
t(BothBad, y=1)  #=> TypeError BothBad.__init__() got an unexpected keyword argument 'y'
# operators
class V:
    def __init__(self, v): self.v = v
    def __repr__(self): return 'V(' + str(self.v) + ')'
    def __add__(self, o): return V(('add', self.v, o)) if not isinstance(o, str) else NotImplemented
    def __radd__(self, o): return V(('radd', self.v, o))
    def __iadd__(self, o): self.v = ('iadd', self.v, o); return self
    def __mul__(self, o): return NotImplemented
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __matmul__(self, o): return 'matmul'
    def __rpow__(self, o): return 'rpow'
    def __floordiv__(self, o): return 'floordiv'
    def __rdivmod__(self, o): return 'rdivmod'
    def __lshift__(self, o): return 'lshift'
    def __rand__(self, o): return 'rand'
    def __getitem__(self, k): return ('item', k)
    def __setitem__(self, k, v): print('setitem', k, v)
    def __delitem__(self, k): print('delitem', k)
    def __contains__(self, k): return k
    def __call__(self, *a, **k): return a, k
    def __len__(self): return 7
    def __index__(self): return 3
    def __bool__(self): return False
v = V(1)
print(v + 1, 1 + v, -v, +v, ~v, abs(v), v @ 1, 2 ** v, v // 1, v << 1, 5 & v, v[1], v[1:2], 5 in v, 0 in v, v(1, a=2), len(v), [1, 2, 3, 4][v], bool(v), not v)
#=> V(('add', 1, 1)) V(('radd', 1, 1)) neg pos inv abs matmul rpow floordiv lshift rand ('item', 1) ('item', slice(1, 2, None)) True False ((1,), {'a': 2}) 7 4 False True
v += 5
print(v)  #=> V(('iadd', 1, 5))
v[1] = 2  #=> setitem 1 2
del v[3]  #=> delitem 3
t(lambda: v * 2)  #=> TypeError unsupported operand type(s) for *: 'V' and 'int'
t(lambda: 2 * v)  #=> TypeError unsupported operand type(s) for *: 'int' and 'V'
t(lambda: v - 1)  #=> TypeError unsupported operand type(s) for -: 'V' and 'int'
t(lambda: 1 - v)  #=> TypeError unsupported operand type(s) for -: 'int' and 'V'
t(lambda: v + 'x')  #=> TypeError unsupported operand type(s) for +: 'V' and 'str'
t(lambda: v ** 2)  #=> TypeError unsupported operand type(s) for ** or pow(): 'V' and 'int'
t(lambda: v >> 1)  #=> TypeError unsupported operand type(s) for >>: 'V' and 'int'
t(lambda: v / 1)  #=> TypeError unsupported operand type(s) for /: 'V' and 'int'
t(lambda: v & 1)  #=> TypeError unsupported operand type(s) for &: 'V' and 'int'
t(lambda: 'x' + v)  #=> V(('radd', ('iadd', 1, 5), 'x'))
class Base1:
    def __add__(self, o): return 'Base1.add'
    def __radd__(self, o): return 'Base1.radd'
class Derived1(Base1):
    def __radd__(self, o): return 'Derived1.radd'
print(Base1() + Derived1(), Derived1() + Base1(), Base1() + 1, 1 + Base1(), Derived1() + Derived1())
#=> Derived1.radd Base1.add Base1.add Base1.radd Base1.add
def iop(x, y):
    x -= y
    return x
t(iop, v, 1)  #=> TypeError unsupported operand type(s) for -=: 'V' and 'int'
t(iop, Base1(), 1)  #=> TypeError unsupported operand type(s) for -=: 'Base1' and 'int'
class OnlyR:
    def __rsub__(self, o): return ('rsub', o)
    def __rmul__(self, o): return ('rmul', o)
print(5 - OnlyR(), [1] * OnlyR(), 'a' * OnlyR(), iop(5, OnlyR()))
#=> ('rsub', 5) ('rmul', [1]) ('rmul', 'a') ('rsub', 5)
t(lambda: OnlyR() - OnlyR())  #=> TypeError unsupported operand type(s) for -: 'OnlyR' and 'OnlyR'
t(lambda: OnlyR() - 5)  #=> TypeError unsupported operand type(s) for -: 'OnlyR' and 'int'
# comparison
class Cm:
    def __init__(self, n): self.n = n
    def __eq__(self, o): print('eq', self.n); return isinstance(o, Cm) and self.n == o.n
    def __lt__(self, o): print('lt', self.n); return self.n < o.n
print(Cm(1) == Cm(1), Cm(1) != Cm(2), Cm(1) < Cm(2), Cm(1) > Cm(2), 5 == Cm(5), Cm(5) == 5)
#=> eq 1
#=> eq 1
#=> lt 1
#=> lt 2
#=> eq 5
#=> eq 5
#=> True True True False False False
t(lambda: Cm(1) <= Cm(2))  #=> TypeError '<=' not supported between instances of 'Cm' and 'Cm'
t(hash, Cm(1))  #=> TypeError unhashable type: 'Cm'
t(lambda: Cm(1) >= 5)  #=> TypeError '>=' not supported between instances of 'Cm' and 'int'
class Sub(Cm):
    def __eq__(self, o): print('sub eq'); return True
    def __gt__(self, o): print('sub gt'); return 'gt!'
    __hash__ = None
print(Cm(1) == Sub(2), Cm(1) < Sub(2), Sub(1) != Cm(1))
#=> sub eq
#=> sub gt
#=> sub eq
#=> True gt! False
t(hash, Sub(1))  #=> TypeError unhashable type: 'Sub'
class Ne:
    def __ne__(self, o): return 'ne!'
print(Ne() != 1, Ne() == 1, 1 != Ne())  #=> ne! False ne!
class NIc:
    def __eq__(self, o): return NotImplemented
    def __lt__(self, o): return NotImplemented
n = NIc()
print(n == n, n == NIc(), n != n, n != 5)  #=> True False False True
t(lambda: n < n)  #=> TypeError '<' not supported between instances of 'NIc' and 'NIc'
t(lambda: n < 5)  #=> TypeError '<' not supported between instances of 'NIc' and 'int'
class HashEq:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __hash__(s): return hash(s.v)
print(len({HashEq(1), HashEq(1), HashEq(2)}), {HashEq(1): 'x'}[HashEq(1)], HashEq(1) in [HashEq(1)], [HashEq(1), HashEq(2)].index(HashEq(2)))
#=> 2 x True 1
class BadHash:
    def __hash__(self): return 'x'
t(hash, BadHash())  #=> TypeError __hash__ method should return an integer
class BigHash:
    def __hash__(self): return 2**100
print(hash(BigHash()) == hash(2**100))  #=> True
print(1 < 2 < 3, 1 < 3 > 2, 3 > 2 == 2 != 1, not 1 < 2 < 2)  #=> True True True True
# bool, len, contains, iteration protocols
class Bl:
    def __bool__(self): return 1
t(bool, Bl())  #=> TypeError __bool__ should return bool, returned int
class Ln:
    def __len__(self): return 0
print(bool(Ln()), 'yes' if Ln() else 'no', bool(object()), bool(A()), not Ln())  #=> False no True True True
class Ct:
    def __contains__(self, x): return 'truthy' if x else ''
print(1 in Ct(), 0 in Ct(), 1 not in Ct())  #=> True False False
class NC:
    __contains__ = None
    def __iter__(self): return iter([1])
t(lambda: 1 in NC())  #=> TypeError 'NC' object is not a container
t(lambda: 1 in A())  #=> TypeError argument of type 'A' is not iterable
t(lambda: A()[0])  #=> TypeError 'A' object is not subscriptable
t(lambda: A()())  #=> TypeError 'A' object is not callable
t(lambda: len(A()))  #=> TypeError object of type 'A' has no len()
t(lambda: iter(A()))  #=> TypeError 'A' object is not iterable
t(lambda: -A())  #=> TypeError bad operand type for unary -: 'A'
t(lambda: A() + 1)  #=> TypeError unsupported operand type(s) for +: 'A' and 'int'
t(lambda: A() < A())  #=> TypeError '<' not supported between instances of 'A' and 'A'
t(lambda: next(A()))  #=> TypeError 'A' object is not an iterator
t(lambda: A().x)  #=> AttributeError 'A' object has no attribute 'x'
t(lambda: A.x)  #=> AttributeError type object 'A' has no attribute 'x'
t(seta, A(), 'f', 3)  #=> None
def setit(o): o[0] = 1
def delit(o): del o[0]
t(setit, A())  #=> TypeError 'A' object does not support item assignment
t(delit, A())  #=> TypeError 'A' object doesn't support item deletion
t(setit, 'abc')  #=> TypeError 'str' object does not support item assignment
t(delit, 'abc')  #=> TypeError 'str' object doesn't support item deletion
t(setit, 5)  #=> TypeError 'int' object does not support item assignment
t(lambda: 5[0])  #=> TypeError 'int' object is not subscriptable
t(lambda: None[0])  #=> TypeError 'NoneType' object is not subscriptable
t(lambda: int[0])  #=> TypeError type 'int' is not subscriptable
t(lambda: (lambda: 1)[0])  #=> TypeError 'function' object is not subscriptable
t(lambda: print[0])  #=> TypeError 'builtin_function_or_method' object is not subscriptable
t(lambda: None + 1)  #=> TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
t(lambda: None.x)  #=> AttributeError 'NoneType' object has no attribute 'x'
t(lambda: None())  #=> TypeError 'NoneType' object is not callable
# context managers
class CMgr:
    def __init__(self, sw=False): self.sw = sw
    def __enter__(self): print('enter'); return self
    def __exit__(self, et, ev, tb): print('exit', et and et.__name__, ev); return self.sw
with CMgr() as c: print('body')
#=> enter
#=> body
#=> exit None None
with CMgr(True): raise ValueError('swallowed')
#=> enter
#=> exit ValueError swallowed
def wf():
    with CMgr(): return 'ret'
print(wf())
#=> enter
#=> exit None None
#=> ret
def wl():
    for i in range(3):
        with CMgr():
            if i == 0: continue
            break
    return i
print(wl())
#=> enter
#=> exit None None
#=> enter
#=> exit None None
#=> 1
def werr():
    with CMgr(): raise KeyError('k')
t(werr)
#=> enter
#=> exit KeyError 'k'
#=> KeyError 'k'
with CMgr() as x, CMgr() as y: print(x is y)
#=> enter
#=> enter
#=> False
#=> exit None None
#=> exit None None
def noenter():
    with A(): pass
t(noenter)  #=> TypeError 'A' object does not support the context manager protocol
class NoExit:
    def __enter__(self): pass
def noexit():
    with NoExit(): pass
t(noexit)  #=> TypeError 'NoExit' object does not support the context manager protocol (missed __exit__ method)
class ExitRaises:
    def __enter__(self): return 1
    def __exit__(self, *a): raise RuntimeError('in exit')
def er():
    with ExitRaises(): raise ValueError('orig')
try: er()
except RuntimeError as e: print(e, repr(e.__context__))
#=> in exit ValueError('orig')
with (CMgr() as x, CMgr(True) as y): 1 / 0
#=> enter
#=> enter
#=> exit ZeroDivisionError division by zero
#=> exit None None
# __del__, __format__, __repr__ ...
class Dl:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
x = Dl(1)
del x  #=> del 1
x = Dl(2)
x = None  #=> del 2
[Dl(3)]  #=> del 3
y = [Dl(4), Dl(5)]
y.clear()
#=> del 5
#=> del 4
print('after')  #=> after
def fd(): z = Dl(6); print('in')
fd()
#=> in
#=> del 6
class F:
    def __format__(self, s): return '<' + s + '>'
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
print(f'{F()} {F():abc} {F()!r} {F()!s:>5}|')  #=> <> <abc> repr   str|
t(lambda: f'{A():x}')  #=> TypeError unsupported format string passed to A.__format__
t(lambda: f'{[]:x}')  #=> TypeError unsupported format string passed to list.__format__
print(f'{A.__name__!r:>5} {1+1=} {F()=} {F()=!s} {"x":{">"}{5}} {[1,2][0]} {{}}')
#=>   'A' 1+1=2 F()=repr F()=str     x 1 {}
class BadFmt:
    def __format__(self, s): return 5
t(lambda: f'{BadFmt()}')  #=> TypeError __format__ must return a str, not int
class BadRepr:
    def __repr__(self): return 5
t(repr, BadRepr())  #=> TypeError __repr__ returned non-string (type int)
t(repr, [BadRepr()])  #=> TypeError __repr__ returned non-string (type int)
print(A.__doc__, A.__module__, A.__qualname__, A.__dict__.keys() >= {'f', 'g'}, A().__class__ is A, A.f.__qualname__, A().f.__self__.__class__.__name__, A.f.__name__, A().f.__func__ is A.f)
#=> None __main__ A True True A.f A f True
class Doc:
    """the doc"""
    class Inner:
        def m(self): pass
    v: int = 3
    w: str
print(Doc.__doc__, Doc.Inner.__qualname__, Doc.Inner.m.__qualname__, Doc.__annotations__)
#=> the doc Doc.Inner Doc.Inner.m {'v': <class 'int'>, 'w': <class 'str'>}
Doc.__name__ = 'Renamed'
print(Doc, Doc.__name__)  #=> <class '__main__.Doc'> Renamed
t(seta, Doc, '__name__', 5)  #=> TypeError can only assign string to Renamed.__name__, not 'int'
Doc.new = 1
print(Doc().new)  #=> 1
del Doc.new
t(lambda: Doc.new)  #=> AttributeError type object 'Renamed' has no attribute 'new'
t(dela, Doc, 'zzz')  #=> AttributeError type object 'Renamed' has no attribute 'zzz'
o = A()
o.__class__ = B
print(o.f())  #=> BA
t(seta, o, '__class__', 5)  #=> TypeError __class__ must be set to a class, not 'int' object
t(seta, o, '__class__', int)
#=> TypeError __class__ assignment only supported for mutable types or ModuleType subclasses
o.__dict__ = {'k': 1}
print(o.k)  #=> 1
t(seta, o, '__dict__', 5)  #=> TypeError __dict__ must be set to a dictionary, not a 'int'
print(type('T', (A,), {'z': 1})().z, A.__subclasses__()[:3] == [B, C, E1])  #=> 1 True
class Priv:
    __x = 1
    def get(self): return self.__x
    def __m(self): return 'm'
    def cm(self): return self.__m()
print(Priv().get(), Priv._Priv__x, Priv().cm())  #=> 1 1 m
t(lambda: Priv.__x)  #=> AttributeError type object 'Priv' has no attribute '__x'

# ---- what a class body's names are, and descriptors as a class's own __doc__ ----
class Told(dict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)
class Telling(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Told()
class Listened(metaclass=Telling):
    names = vars()
    names["extra"] = 1
#=> set __module__
#=> set __qualname__
#=> set names
#=> set extra
print(Listened.extra)  #=> 1
class ClassProperty:
    def __init__(self, function):
        self.function = function
    def __get__(self, instance, owner=None):
        return self.function(owner)
class Documented:
    @ClassProperty
    def __doc__(cls):
        return f"about {cls.__name__}"
print(Documented.__doc__, Documented().__doc__)  #=> about Documented about Documented
class Binding:
    def __get__(self, instance, owner=None):
        return lambda: 42
class Hashed:
    __hash__ = Binding()
print(hash(Hashed()))  #=> 42
