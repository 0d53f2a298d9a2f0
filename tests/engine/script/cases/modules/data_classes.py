import dataclasses
from dataclasses import *
import typing
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
@dataclass
class P:
    x: int
    y: int = 0
    z: list = field(default_factory=list)
t(lambda: P(1))  #=> P(x=1, y=0, z=[])
t(lambda: P())  #=> TypeError P.__init__() missing 1 required positional argument: 'x'
t(lambda: P(1,2,3,4))  #=> TypeError P.__init__() takes from 2 to 4 positional arguments but 5 were given
t(lambda: P(1)==P(1))  #=> True
t(lambda: P(1)<P(2))  #=> TypeError '<' not supported between instances of 'P' and 'P'
t(lambda: P.__doc__)  #=> 'P(x: int, y: int = 0, z: list = <factory>)'
t(lambda: hash(P(1)))  #=> TypeError unhashable type: 'P'
t(lambda: fields(P)[0].name)  #=> 'x'
t(lambda: asdict(P(1)))  #=> {'x': 1, 'y': 0, 'z': []}
t(lambda: astuple(P(1)))  #=> (1, 0, [])
t(lambda: replace(P(1), y=5))  #=> P(x=1, y=5, z=[])
t(lambda: P.__match_args__)  #=> ('x', 'y', 'z')
t(lambda: P(1, q=3))  #=> TypeError P.__init__() got an unexpected keyword argument 'q'
t(lambda: P(1, x=3))  #=> TypeError P.__init__() got multiple values for argument 'x'
t(lambda: P.__init__.__qualname__)  #=> 'P.__init__'
t(lambda: P.__init__.__annotations__)  #=> {'x': <class 'int'>, 'y': <class 'int'>, 'z': <class 'list'>, 'return': None}
@dataclass(order=True, frozen=True)
class Q:
    a: int
    b: str = 'x'
t(lambda: Q(1)<Q(2))  #=> True
t(lambda: hash(Q(1))==hash((1,'x')))  #=> True
t(lambda: sorted([Q(2),Q(1)]))  #=> [Q(a=1, b='x'), Q(a=2, b='x')]
t(lambda: Q(1) < 3)  #=> TypeError '<' not supported between instances of 'Q' and 'int'
t(lambda: Q.__doc__)  #=> "Q(a: int, b: str = 'x')"
def f(): Q(1).a=2
t(f)  #=> FrozenInstanceError cannot assign to field 'a'
def f(): del Q(1).a
t(f)  #=> FrozenInstanceError cannot delete field 'a'
def f(): Q(1).zz=2
t(f)  #=> FrozenInstanceError cannot assign to field 'zz'
def f():
    @dataclass
    class X:
        a: int = 1
        b: int
t(f)  #=> TypeError non-default argument 'b' follows default argument
def f():
    @dataclass
    class X:
        a: list = []
t(f)  #=> ValueError mutable default <class 'list'> for field a is not allowed: use default_factory
def f():
    @dataclass
    class X:
        a: dict = {}
t(f)  #=> ValueError mutable default <class 'dict'> for field a is not allowed: use default_factory
def f():
    @dataclass
    class X(Q):
        c: int = 1
t(f)  #=> TypeError cannot inherit non-frozen dataclass from a frozen one
def f():
    @dataclass(frozen=True)
    class X(P):
        c: int = 1
t(f)  #=> TypeError cannot inherit frozen dataclass from a non-frozen one
def f():
    @dataclass(order=True)
    class X:
        a: int
        def __lt__(self, o): pass
t(f)  #=> TypeError Cannot overwrite attribute __lt__ in class X. Consider using functools.total_ordering
def f():
    @dataclass(order=True, eq=False)
    class X:
        a: int
t(f)  #=> ValueError eq must be true if order is true
@dataclass
class I:
    a: int
    b: InitVar[int]
    c: int = field(init=False)
    d: typing.ClassVar[int] = 9
    e: 'ClassVar[int]' = 3
    def __post_init__(self, b):
        self.c = self.a + b
t(lambda: I(1,2))  #=> I(a=1, c=3, e=3)
t(lambda: I(1,2).c)  #=> 3
t(lambda: [f.name for f in fields(I)])  #=> ['a', 'c', 'e']
t(lambda: replace(I(1,2), a=3))  #=> ValueError InitVar 'b' must be specified with replace()
t(lambda: replace(I(1,2), a=3, b=4))  #=> I(a=3, c=7, e=3)
t(lambda: replace(I(1,2), c=3, b=4))
#=> ValueError field c is declared with init=False, it cannot be specified with replace()
t(lambda: I.__doc__)  #=> "I(a: int, b: dataclasses.InitVar[int], e: 'ClassVar[int]' = 3)"
@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2
t(lambda: K(1))  #=> TypeError K.__init__() takes 1 positional argument but 2 were given
t(lambda: K(a=1))  #=> K(a=1, b=2)
t(lambda: K())  #=> TypeError K.__init__() missing 1 required keyword-only argument: 'a'
@dataclass
class KO:
    a: int
    _: KW_ONLY
    b: int = 2
    c: int
t(lambda: KO(1, c=3))  #=> KO(a=1, b=2, c=3)
t(lambda: KO(1,2))  #=> TypeError KO.__init__() takes 2 positional arguments but 3 were given
t(lambda: KO.__match_args__)  #=> ('a',)
t(lambda: KO.__doc__)  #=> 'KO(a: int, *, b: int = 2, c: int)'
@dataclass(slots=True)
class S:
    a: int
    b: int = 2
t(lambda: S(1))  #=> S(a=1, b=2)
t(lambda: S.__slots__)  #=> ('a', 'b')
def f(): S(1).q=1
t(f)  #=> AttributeError 'S' object has no attribute 'q'
def f(): return S(1).__dict__
t(f)  #=> AttributeError 'S' object has no attribute '__dict__'
@dataclass
class Base:
    a: int
    b: int = 2
@dataclass
class D(Base):
    c: int = 3
    a: str = 'new'
t(lambda: D())  #=> D(a='new', b=2, c=3)
t(lambda: D.__doc__)  #=> "D(a: str = 'new', b: int = 2, c: int = 3)"
@dataclass
class T:
    name: str
    kids: list = field(default_factory=list, repr=False)
    meta: dict = field(default_factory=dict, compare=False, metadata={'k': 1})
    secret: int = field(default=3, repr=False, hash=True)
t(lambda: T('x'))  #=> T(name='x', meta={})
t(lambda: fields(T)[2].metadata)  #=> mappingproxy({'k': 1})
t(lambda: asdict(T('r',[T('k')],{'a':[T('q')]})))
#=> {'name': 'r', 'kids': [{'name': 'k', 'kids': [], 'meta': {}, 'secret': 3}], 'meta': {'a': [{'name': 'q', 'kids': [], 'meta': {}, 'secret': 3}]}, 'secret': 3}
t(lambda: astuple(T('r',[T('k')])))  #=> ('r', [('k', [], {}, 3)], {}, 3)
t(lambda: fields(P(1))[1].default)  #=> 0
t(lambda: field(default=1, default_factory=int))  #=> ValueError cannot specify both default and default_factory
t(lambda: asdict(3))  #=> TypeError asdict() should be called on dataclass instances
t(lambda: fields(3))  #=> TypeError must be called with a dataclass type or instance
t(lambda: replace(3))  #=> TypeError replace() should be called on dataclass instances
t(lambda: astuple(P))  #=> TypeError astuple() should be called on dataclass instances
t(lambda: is_dataclass(P))  #=> True
t(lambda: is_dataclass(P(1)))  #=> True
t(lambda: is_dataclass(3))  #=> False
t(lambda: asdict(P(1), dict_factory=lambda x: list(x)))  #=> [('x', 1), ('y', 0), ('z', [])]
C = make_dataclass('C', ['x', ('y', int), ('z', int, field(default=5))], namespace={'add': lambda self: self.x + self.z})
t(lambda: C(1,2))  #=> C(x=1, y=2, z=5)
t(lambda: C(1,2).add())  #=> 6
t(lambda: C.__doc__)  #=> "C(x: 'typing.Any', y: int, z: int = 5)"
t(lambda: make_dataclass('C', ['1x']))  #=> TypeError Field names must be valid identifiers: '1x'
t(lambda: make_dataclass('C', ['class']))  #=> TypeError Field names must not be keywords: 'class'
t(lambda: make_dataclass('C', ['x','x']))  #=> TypeError Field name duplicated: 'x'
t(lambda: make_dataclass('C', [3]))  #=> TypeError object of type 'int' has no len()
t(lambda: C.__module__)  #=> 'types'
@dataclass(unsafe_hash=True)
class UH:
    a: int
t(lambda: hash(UH(1)) == hash((1,)))  #=> True
@dataclass(eq=False)
class NE:
    a: int
t(lambda: NE(1)==NE(1))  #=> False
t(lambda: isinstance(hash(NE(1)), int))  #=> True
@dataclass(repr=False, init=False)
class NR:
    a: int = 3
t(lambda: NR().a)  #=> 3
@dataclass
class CR:
    a: int
    def __repr__(self): return 'custom'
t(lambda: CR(1))  #=> custom
t(lambda: P.__dataclass_params__)
#=> _DataclassParams(init=True,repr=True,eq=True,order=False,unsafe_hash=False,frozen=False)
t(lambda: InitVar[int])  #=> dataclasses.InitVar[int]
t(lambda: type(MISSING).__name__)  #=> '_MISSING_TYPE'
@dataclass
class Rec:
    me: object = None
r = Rec()
r.me = r
t(lambda: r)  #=> Rec(me=...)
match P(1, 2):
    case P(x, y): print('matched', x, y)  #=> matched 1 2
@dataclass
class F:
    f: typing.Callable = field(default=lambda self: 3)
    o: typing.Optional[int] = None
t(lambda: F.__doc__[:40])  #=> 'F(f: Callable = <function F.<lambda> at '
def f():
    @dataclass
    class X:
        a: int
        a_: int = field(default_factory=list, init=False)
        b: InitVar[int] = field(default_factory=list)
t(f)  #=> TypeError field b cannot have a default factory
def f():
    @dataclass
    class X:
        x = field(default=3)
t(f)  #=> TypeError 'x' is a field but has no type annotation

@dataclass
class PI:
    x: int
    def __post_init__(self):
        if self.x < 0: raise ValueError('neg')
t(lambda: PI(-1))  #=> ValueError neg
class Des:
    def __get__(self, i, o):
        return 7 if i is None else i._x
    def __set__(self, i, v): i._x = v
@dataclass
class WD:
    x: int = Des()
t(lambda: WD())  #=> WD(x=7)
t(lambda: WD(3).x)  #=> 3
from typing import NamedTuple
class NT(NamedTuple):
    a: int
    b: list
@dataclass
class HN:
    n: NT
t(lambda: asdict(HN(NT(1,[P(1)]))))  #=> {'n': NT(a=1, b=[{'x': 1, 'y': 0, 'z': []}])}
t(lambda: vars(P(1)))  #=> {'x': 1, 'y': 0, 'z': []}
t(lambda: P.__eq__(P(1), 3))  #=> NotImplemented
t(lambda: P(1) != P(2))  #=> True
@dataclass(frozen=True)
class FPI:
    a: int
    b: int = field(init=False)
    def __post_init__(self): object.__setattr__(self, 'b', self.a*2)
t(lambda: FPI(2))  #=> FPI(a=2, b=4)
t(lambda: {FPI(2): 1}[FPI(2)])  #=> 1
import copy
t(lambda: copy.copy(FPI(2)))  #=> FPI(a=2, b=4)
t(lambda: copy.deepcopy(P(1, z=[1])))  #=> P(x=1, y=0, z=[1])
@dataclass(slots=True, frozen=True)
class SF:
    a: int
t(lambda: SF(1))  #=> SF(a=1)
t(lambda: hash(SF(1))==hash((1,)))  #=> True
def f(): SF(1).a=2
t(f)  #=> FrozenInstanceError cannot assign to field 'a'
@dataclass
class Gen(typing.Generic[typing.TypeVar('T')]):
    a: int
t(lambda: Gen[int](3))  #=> Gen(a=3)
t(lambda: FrozenInstanceError.__mro__)
#=> (<class 'dataclasses.FrozenInstanceError'>, <class 'AttributeError'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
@dataclass
class Abc:
    a: int
    def __eq__(self, o): return True
t(lambda: Abc(1)==5)  #=> True
t(lambda: Abc.__hash__)  #=> None
