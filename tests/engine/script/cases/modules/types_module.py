# types
import types
from types import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


n = SimpleNamespace(a=1, b="x")
t(lambda: n)  #=> namespace(a=1, b='x')
t(lambda: n.a)  #=> 1
n.c = [1]
t(lambda: n)  #=> namespace(a=1, b='x', c=[1])
del n.a
t(lambda: n)  #=> namespace(b='x', c=[1])
t(lambda: n == SimpleNamespace(b="x", c=[1]))  #=> True
t(lambda: n == 3)  #=> False
t(lambda: SimpleNamespace())  #=> namespace()
t(lambda: vars(n))  #=> {'b': 'x', 'c': [1]}
t(lambda: SimpleNamespace(1))  #=> TypeError no positional arguments expected
t(lambda: hasattr(n, "zz"))  #=> False
class NS(SimpleNamespace): pass
t(lambda: NS(q=1))  #=> NS(q=1)
n.me = n
t(lambda: n)  #=> namespace(b='x', c=[1], me=namespace(...))
def f(a, b=2): return a + b
def g(): yield 1
async def c(): pass
async def ag(): yield 1
class A:
    def m(self): return self
co = c()
t(lambda: [isinstance(f, FunctionType), isinstance(lambda: 0, LambdaType), isinstance(len, BuiltinFunctionType), isinstance(A().m, MethodType), isinstance(types, ModuleType), isinstance(g(), GeneratorType), isinstance(co, CoroutineType), isinstance(ag(), AsyncGeneratorType), isinstance(f.__code__, CodeType), isinstance(None, NoneType), isinstance(..., EllipsisType), isinstance(NotImplemented, NotImplementedType), isinstance(list[int], GenericAlias), isinstance(int | str, UnionType), isinstance(A.__dict__, MappingProxyType)])
#=> [True, True, True, True, True, True, True, True, True, True, True, True, True, True, True]
co.close()
try:
    1 / 0
except ZeroDivisionError as e:
    t(lambda: isinstance(e.__traceback__, TracebackType))
    t(lambda: isinstance(e.__traceback__.tb_frame, FrameType))
#=> True
#=> True
m = MethodType(lambda self, x: (self, x), 5)
t(lambda: m(6))  #=> (5, 6)
t(lambda: m.__self__)  #=> 5
t(lambda: MethodType(3, 4))  #=> TypeError first argument must be callable
t(lambda: MethodType(f, None))  #=> TypeError instance must not be None
f2 = FunctionType(f.__code__, globals(), "renamed", (10,))
t(lambda: (f2(1), f2.__name__))  #=> (11, 'renamed')
t(lambda: FunctionType(3, {}))  #=> TypeError function() argument 'code' must be code, not int
def outer():
    x = 7
    def inner(): return x
    return inner
i = outer()
i2 = FunctionType(i.__code__, {}, None, None, (CellType(9),))
t(lambda: i2())  #=> 9
t(lambda: FunctionType(i.__code__, {}))  #=> TypeError arg 5 (closure) must be tuple
t(lambda: CellType(3).cell_contents)  #=> 3
t(lambda: CellType().cell_contents)  #=> ValueError Cell is empty
mod = ModuleType("mymod", "doc")
mod.x = 1
t(lambda: (mod, mod.__name__, mod.__doc__, mod.x))  #=> (<module 'mymod'>, 'mymod', 'doc', 1)
t(lambda: ModuleType(3))  #=> TypeError module() argument 'name' must be str, not int
t(lambda: mod.nope)  #=> AttributeError module 'mymod' has no attribute 'nope'
mp = MappingProxyType({"a": 1})
t(lambda: (mp, mp["a"], len(mp), list(mp), mp.get("z"), "a" in mp, mp == {"a": 1}, mp.copy()))
#=> (mappingproxy({'a': 1}), 1, 1, ['a'], None, True, True, {'a': 1})
def fail(): mp["b"] = 1
t(fail)  #=> TypeError 'mappingproxy' object does not support item assignment
t(lambda: MappingProxyType(3))  #=> TypeError mappingproxy() argument must be a mapping, not int
t(lambda: mp | {"b": 2})  #=> {'a': 1, 'b': 2}
t(lambda: GenericAlias(list, (int,)))  #=> list[int]
t(lambda: GenericAlias(dict, (str, int)))  #=> dict[str, int]
t(lambda: new_class("X", (), {}, lambda ns: ns.update(a=1)).a)  #=> 1
t(lambda: new_class("X").__name__)  #=> X
t(lambda: new_class("Y", (A,)).__mro__[1] is A)  #=> True
class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        cls = super().__new__(mcls, name, bases, ns)
        cls.kw = kw
        return cls
    def __init__(cls, *a, **k): super().__init__(*a)
t(lambda: new_class("Z", (), {"metaclass": Meta, "k": 1}).kw)  #=> {'k': 1}
t(lambda: type(new_class("Z", (), {"metaclass": Meta})).__name__)  #=> Meta
t(lambda: prepare_class("Q", (int,))[0])  #=> <class 'type'>
t(lambda: resolve_bases((int, str)))  #=> (<class 'int'>, <class 'str'>)
@types.coroutine
def gen_coro():
    x = yield 1
    return x
async def user():
    return await gen_coro()
u = user()
t(lambda: u.send(None))  #=> 1
try:
    u.send(42)
except StopIteration as e:
    print("result", e.value)  #=> result 42
t(lambda: types.coroutine(3))  #=> TypeError types.coroutine() expects a callable
t(lambda: types.coroutine(c) is c)  #=> True
t(lambda: types.coroutine(gen_coro) is gen_coro)  #=> True
@types.coroutine
def plain(): return c()
k = plain()
t(lambda: type(k).__name__)  #=> coroutine
k.close()
class D:
    @DynamicClassAttribute
    def v(self): return 5
t(lambda: D().v)  #=> 5
t(lambda: D.v)  #=> AttributeError 
