# abc, collections.abc
import abc
import collections.abc as c
from abc import ABC, ABCMeta, abstractmethod


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @abstractmethod
    def name(self): ...
    def describe(self):
        return f"{self.name()} {self.area()}"
class Half(Shape):
    def area(self):
        return 1
class Full(Half):
    def name(self):
        return "full"
t(lambda: Shape())  #=> TypeError Can't instantiate abstract class Shape with abstract methods area, name
t(lambda: Half())  #=> TypeError Can't instantiate abstract class Half with abstract method name
t(lambda: Full().describe())  #=> full 1
t(lambda: Shape.__abstractmethods__ == {"area", "name"})  #=> True
t(lambda: sorted(Half.__abstractmethods__))  #=> ['name']
t(lambda: Full.__abstractmethods__)  #=> frozenset()
t(lambda: isinstance(Full(), Shape))  #=> True
t(lambda: issubclass(Full, Shape))  #=> True
t(lambda: issubclass(int, Shape))  #=> False
t(lambda: issubclass(3, Shape))  #=> TypeError issubclass() arg 1 must be a class
t(lambda: type(Shape))  #=> <class 'abc.ABCMeta'>
t(lambda: Shape)  #=> <class '__main__.Shape'>
class WithProps(ABC):
    @property
    @abstractmethod
    def p(self): ...
    @p.setter
    def p(self, v): ...
    @classmethod
    @abstractmethod
    def cm(cls): ...
    @staticmethod
    @abstractmethod
    def sm(): ...
t(lambda: WithProps())  #=> TypeError Can't instantiate abstract class WithProps with abstract methods cm, p, sm
class Impl(WithProps):
    p = 3
    @classmethod
    def cm(cls): return "cm"
    @staticmethod
    def sm(): return "sm"
t(lambda: (Impl().p, Impl.cm(), Impl.sm()))  #=> (3, 'cm', 'sm')
class Meta(metaclass=ABCMeta):
    pass
@Meta.register
class Registered:
    pass
t(lambda: isinstance(Registered(), Meta))  #=> True
t(lambda: issubclass(Registered, Meta))  #=> True
t(lambda: Meta.register(3))  #=> TypeError Can only register classes
t(lambda: Meta in Registered.__mro__)  #=> False
class Sub(Registered): pass
t(lambda: issubclass(Sub, Meta))  #=> True
class A(ABC): pass
class B(A): pass
t(lambda: B.register(A))  #=> RuntimeError Refusing to create an inheritance cycle
t(lambda: A.register(int) is int)  #=> True
t(lambda: isinstance(3, A))  #=> True
t(lambda: isinstance(True, A))  #=> True
t(lambda: isinstance("x", A))  #=> False
t(lambda: isinstance(3, B))  #=> False
class Hooked(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hooked:
            return any("quack" in k.__dict__ for k in C.__mro__)
        return NotImplemented
class Duck:
    def quack(self): pass
t(lambda: isinstance(Duck(), Hooked))  #=> True
t(lambda: isinstance(3, Hooked))  #=> False
t(lambda: issubclass(Duck, Hooked))  #=> True
class AbstractExc(ABC, Exception):
    @abstractmethod
    def m(self): ...
t(lambda: type(AbstractExc()).__name__)  #=> AbstractExc
class Late(ABC):
    @abstractmethod
    def foo(self): ...
class LateImpl(Late): pass
LateImpl.foo = lambda self: "late"
t(lambda: LateImpl())  #=> TypeError Can't instantiate abstract class LateImpl with abstract method foo
abc.update_abstractmethods(LateImpl)
t(lambda: LateImpl().foo())  #=> late
t(lambda: isinstance(abc.get_cache_token(), int))  #=> True
class DataABC(ABC):
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
class Tagged(DataABC, tag="T"): pass
t(lambda: Tagged.tag)  #=> T
t(lambda: Shape.area.__isabstractmethod__)  #=> True
t(lambda: type("Dyn", (Shape,), {})())  #=> TypeError Can't instantiate abstract class Dyn with abstract methods area, name
t(lambda: type(type("Dyn", (Shape,), {})))  #=> <class 'abc.ABCMeta'>
t(lambda: super(Full, Full()).area())  #=> 1

for name in ("Hashable", "Iterable", "Iterator", "Reversible", "Sized", "Container", "Collection", "Callable", "Sequence", "MutableSequence", "Set", "MutableSet", "Mapping", "MutableMapping", "Awaitable", "Generator", "Coroutine", "ByteString", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "KeysView", "ItemsView", "ValuesView", "MappingView"):
    cls = getattr(c, name)
    gen = (x for x in [])
    objs = [1, "s", b"b", [], (), {}, set(), frozenset(), range(1), iter([]), gen, len, int, {}.keys(), {}.items(), {}.values(), None, reversed([]), bytearray(), memoryview(b"")]
    print(name, "".join("1" if isinstance(o, cls) else "." for o in objs))
#=> Hashable 111.1..111111..111.1
#=> Iterable .1111111111..111.111
#=> Iterator .........11......1..
#=> Reversible .11111..1....111..11
#=> Sized .11111111....111..11
#=> Container .11111111....111..11
#=> Collection .11111111....111..11
#=> Callable ...........11.......
#=> Sequence .1111...1.........11
#=> MutableSequence ...1..............1.
#=> Set ......11.....11.....
#=> MutableSet ......1.............
#=> Mapping .....1..............
#=> MutableMapping .....1..............
#=> Awaitable ....................
#=> Generator ..........1.........
#=> Coroutine ....................
#=> ByteString ..1...............1.
#=> AsyncIterable ....................
#=> AsyncIterator ....................
#=> AsyncGenerator ....................
#=> KeysView .............1......
#=> ItemsView ..............1.....
#=> ValuesView ...............1....
#=> MappingView .............111....
async def co(): pass
async def ag(): yield
k = co()
t(lambda: (isinstance(k, c.Coroutine), isinstance(k, c.Awaitable), isinstance(ag(), c.AsyncGenerator), isinstance(ag(), c.AsyncIterator), isinstance(co, c.Callable)))
#=> (True, True, True, True, True)
k.close()
class It:
    def __iter__(self): return iter([1])
class NoHash:
    __hash__ = None
class Ln:
    def __len__(self): return 0
class Cn:
    def __contains__(self, x): return True
t(lambda: [isinstance(It(), c.Iterable), isinstance(NoHash(), c.Hashable), isinstance(Ln(), c.Sized), isinstance(Cn(), c.Container), isinstance(It(), c.Collection), isinstance(It, c.Iterable), issubclass(It, c.Iterable)])
#=> [True, False, True, True, False, False, True]

class Seq(c.Sequence):
    def __init__(self, *items): self.items = items
    def __getitem__(self, i): return self.items[i]
    def __len__(self): return len(self.items)
s = Seq(1, 2, 3, 2)
t(lambda: (list(s), 2 in s, 9 in s, s.index(2), s.count(2), list(reversed(s)), isinstance(s, c.Sequence), isinstance(s, c.Reversible)))
#=> ([1, 2, 3, 2], True, False, 1, 2, [2, 3, 2, 1], True, True)
t(lambda: s.index(9))  #=> ValueError 
t(lambda: s.index(2, 2))  #=> 3
t(lambda: c.Sequence())  #=> TypeError Can't instantiate abstract class Sequence with abstract methods __getitem__, __len__
t(lambda: c.MutableMapping())
#=> TypeError Can't instantiate abstract class MutableMapping with abstract methods __delitem__, __getitem__, __iter__, __len__, __setitem__
match s:
    case [a, *rest]:
        print("Seq matches", a, rest)  #=> Seq matches 1 [2, 3, 2]
class ML(c.MutableSequence):
    def __init__(self, *items): self.items = list(items)
    def __getitem__(self, i): return self.items[i]
    def __setitem__(self, i, v): self.items[i] = v
    def __delitem__(self, i): del self.items[i]
    def __len__(self): return len(self.items)
    def insert(self, i, v): self.items.insert(i, v)
m = ML(1, 2)
m.append(3)
m.extend([4, 5])
m += [6]
m.reverse()
m.remove(4)
t(lambda: (m.items, m.pop(), m.pop(0), m.items))  #=> ([5, 3, 2], 1, 6, [5, 3, 2])
m.clear()
t(lambda: m.items)  #=> []
class Mp(c.MutableMapping):
    def __init__(self, *a, **k):
        self.d = {}
        self.update(*a, **k)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
p = Mp({"a": 1}, b=2)
t(lambda: (dict(p), p.get("z", 0), "a" in p, list(p.keys()), list(p.values()), list(p.items()), p == {"a": 1, "b": 2}, p.setdefault("c", 3), p.pop("a"), p.popitem(), len(p)))
#=> ({'a': 1, 'b': 2}, 0, True, ['a', 'b'], [1, 2], [('a', 1), ('b', 2)], True, 3, 1, ('b', 2), 1)
t(lambda: p.pop("zz"))  #=> KeyError 'zz'
t(lambda: p.pop("zz", 1))  #=> 1
t(lambda: repr(p.keys())[:17])  #=> KeysView(<__main_
t(lambda: repr(c.ItemsView({"q": 1})))  #=> ItemsView({'q': 1})
t(lambda: p.keys() & {"b"})  #=> set()
t(lambda: ("b", 2) in p.items())  #=> False
t(lambda: 2 in p.values())  #=> False
t(lambda: p.keys() | {"z"} == {"b", "z"})  #=> False
p.update([("x", 1)], y=2)
t(lambda: sorted(p))  #=> ['c', 'x', 'y']
p.clear()
t(lambda: len(p))  #=> 0
t(lambda: p.popitem())  #=> KeyError 
match Mp(a=1):
    case {"a": v}:
        print("Mapping matches", v)  #=> Mapping matches 1
class St(c.Set):
    def __init__(self, it): self.s = list(dict.fromkeys(it))
    def __contains__(self, x): return x in self.s
    def __iter__(self): return iter(self.s)
    def __len__(self): return len(self.s)
    def __repr__(self): return f"St({self.s})"
a, b = St("abc"), St("bcd")
t(lambda: (a & b, a | b, a - b, a ^ b, a <= b, a < a, St("ab") < a, a == St("cba"), a.isdisjoint(St("x")), a >= St("a"), a != b))
#=> (St(['b', 'c']), St(['a', 'b', 'c', 'd']), St(['a']), St(['a', 'd']), False, False, True, True, True, True, True)
t(lambda: a & "bx")  #=> St(['b'])
t(lambda: {"a"} | a)  #=> St(['a', 'b', 'c'])
t(lambda: a._hash() == St("cba")._hash())  #=> True
class MS(St, c.MutableSet):
    def add(self, x):
        if x not in self.s: self.s.append(x)
    def discard(self, x):
        if x in self.s: self.s.remove(x)
x = MS("ab")
x |= "cd"
x -= "a"
x &= MS("bc")
x ^= MS("cz")
t(lambda: x)  #=> St(['b', 'z'])
t(lambda: x.remove("q"))  #=> KeyError 'q'
t(lambda: x.pop())  #=> b
x.clear()
t(lambda: x)  #=> St([])
t(lambda: x.pop())  #=> KeyError 
class G(c.Generator):
    def send(self, v): return "sent %s" % v
    def throw(self, typ, val=None, tb=None): super().throw(typ, val, tb)
g = G()
t(lambda: (next(g), g.send(3), iter(g) is g))  #=> ('sent None', 'sent 3', True)
t(lambda: g.close())  #=> None
t(lambda: g.throw(ValueError("v")))  #=> ValueError v
t(lambda: c.Callable[[int], str])  #=> collections.abc.Callable[[int], str]
t(lambda: c.Iterable[int])  #=> collections.abc.Iterable[int]
t(lambda: c.Mapping[str, int])  #=> collections.abc.Mapping[str, int]
t(lambda: c.Callable[int])  #=> TypeError Callable must be used as Callable[[arg, ...], result].
t(lambda: c.Iterable.__module__)  #=> collections.abc
t(lambda: c.Sized)  #=> <class 'collections.abc.Sized'>
