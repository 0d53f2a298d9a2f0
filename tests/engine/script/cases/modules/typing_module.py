# typing
import collections
import typing
from typing import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class C: pass
for x in ("List", "List[int]", "Dict[str, int]", "Tuple[int, ...]", "Tuple[()]", "Tuple[int, str]", "Set[int]", "FrozenSet[C]", "Optional[int]", "Optional[C]", "Union[int, str]", "Union[int, None]", "Union[int]", "Union[int, int]", "Union[int, Union[str, float]]", "Optional[Union[int, str]]", "Callable", "Callable[[int, str], bool]", "Callable[..., int]", "Callable[[], None]", "Any", "NoReturn", "Type[int]", "Type", "Iterable[int]", "Iterator[int]", "Generator[int, None, str]", "AsyncGenerator[int, None]", "Awaitable[int]", "Coroutine[Any, Any, int]", "AsyncIterator[int]", "Sequence[int]", "Mapping[str, int]", "MutableMapping[str, int]", "DefaultDict[str, int]", "OrderedDict[str, int]", "Counter[str]", "Deque[int]", "ClassVar[int]", "ClassVar", "Final[int]", "Final", "Literal[1, 'a', None]", "Literal[1, 1, 2]", "Annotated[int, 'x', 5]", "List['C']", "List[List[int]]", "Dict[str, List[Optional[int]]]", "Self", "Never", "LiteralString", "TypeAlias", "Required[int]", "NotRequired[int]", "TypeGuard[int]", "ContextManager[int]", "AsyncContextManager[int]", "Hashable", "Sized", "Collection[int]", "Container[int]", "AbstractSet[int]", "KeysView[int]", "Reversible[int]", "ChainMap[str, int]", "Text", "AnyStr", "Union[List[int], Dict[str, int]]", "Optional[Callable[[int], int]]", "Union[int, 'C']", "Concatenate[int, ...]", "Literal['a']", "ByteString", "Tuple", "Union", "Optional", "Literal", "Generic", "Protocol", "SupportsInt", "Annotated[List[int], 1]", "Annotated[Annotated[int, 1], 2]", "Tuple[int]", "IO[str]", "Type['C']", "Union[None, str]", "Callable[[Any], Awaitable[None]]", "List[int] | None", "int | Optional[str]", "Optional[None]", "List[None]"):
    print(x, "->", eval(x))
#=> List -> typing.List
#=> List[int] -> typing.List[int]
#=> Dict[str, int] -> typing.Dict[str, int]
#=> Tuple[int, ...] -> typing.Tuple[int, ...]
#=> Tuple[()] -> typing.Tuple[()]
#=> Tuple[int, str] -> typing.Tuple[int, str]
#=> Set[int] -> typing.Set[int]
#=> FrozenSet[C] -> typing.FrozenSet[__main__.C]
#=> Optional[int] -> typing.Optional[int]
#=> Optional[C] -> typing.Optional[__main__.C]
#=> Union[int, str] -> typing.Union[int, str]
#=> Union[int, None] -> typing.Optional[int]
#=> Union[int] -> <class 'int'>
#=> Union[int, int] -> <class 'int'>
#=> Union[int, Union[str, float]] -> typing.Union[int, str, float]
#=> Optional[Union[int, str]] -> typing.Union[int, str, NoneType]
#=> Callable -> typing.Callable
#=> Callable[[int, str], bool] -> typing.Callable[[int, str], bool]
#=> Callable[..., int] -> typing.Callable[..., int]
#=> Callable[[], None] -> typing.Callable[[], NoneType]
#=> Any -> typing.Any
#=> NoReturn -> typing.NoReturn
#=> Type[int] -> typing.Type[int]
#=> Type -> typing.Type
#=> Iterable[int] -> typing.Iterable[int]
#=> Iterator[int] -> typing.Iterator[int]
#=> Generator[int, None, str] -> typing.Generator[int, NoneType, str]
#=> AsyncGenerator[int, None] -> typing.AsyncGenerator[int, NoneType]
#=> Awaitable[int] -> typing.Awaitable[int]
#=> Coroutine[Any, Any, int] -> typing.Coroutine[typing.Any, typing.Any, int]
#=> AsyncIterator[int] -> typing.AsyncIterator[int]
#=> Sequence[int] -> typing.Sequence[int]
#=> Mapping[str, int] -> typing.Mapping[str, int]
#=> MutableMapping[str, int] -> typing.MutableMapping[str, int]
#=> DefaultDict[str, int] -> typing.DefaultDict[str, int]
#=> OrderedDict[str, int] -> typing.OrderedDict[str, int]
#=> Counter[str] -> typing.Counter[str]
#=> Deque[int] -> typing.Deque[int]
#=> ClassVar[int] -> typing.ClassVar[int]
#=> ClassVar -> typing.ClassVar
#=> Final[int] -> typing.Final[int]
#=> Final -> typing.Final
#=> Literal[1, 'a', None] -> typing.Literal[1, 'a', None]
#=> Literal[1, 1, 2] -> typing.Literal[1, 2]
#=> Annotated[int, 'x', 5] -> typing.Annotated[int, 'x', 5]
#=> List['C'] -> typing.List[ForwardRef('C')]
#=> List[List[int]] -> typing.List[typing.List[int]]
#=> Dict[str, List[Optional[int]]] -> typing.Dict[str, typing.List[typing.Optional[int]]]
#=> Self -> typing.Self
#=> Never -> typing.Never
#=> LiteralString -> typing.LiteralString
#=> TypeAlias -> typing.TypeAlias
#=> Required[int] -> typing.Required[int]
#=> NotRequired[int] -> typing.NotRequired[int]
#=> TypeGuard[int] -> typing.TypeGuard[int]
#=> ContextManager[int] -> typing.ContextManager[int]
#=> AsyncContextManager[int] -> typing.AsyncContextManager[int]
#=> Hashable -> typing.Hashable
#=> Sized -> typing.Sized
#=> Collection[int] -> typing.Collection[int]
#=> Container[int] -> typing.Container[int]
#=> AbstractSet[int] -> typing.AbstractSet[int]
#=> KeysView[int] -> typing.KeysView[int]
#=> Reversible[int] -> typing.Reversible[int]
#=> ChainMap[str, int] -> typing.ChainMap[str, int]
#=> Text -> <class 'str'>
#=> AnyStr -> ~AnyStr
#=> Union[List[int], Dict[str, int]] -> typing.Union[typing.List[int], typing.Dict[str, int]]
#=> Optional[Callable[[int], int]] -> typing.Optional[typing.Callable[[int], int]]
#=> Union[int, 'C'] -> typing.Union[int, ForwardRef('C')]
#=> Concatenate[int, ...] -> typing.Concatenate[int, ...]
#=> Literal['a'] -> typing.Literal['a']
#=> ByteString -> typing.ByteString
#=> Tuple -> typing.Tuple
#=> Union -> typing.Union
#=> Optional -> typing.Optional
#=> Literal -> typing.Literal
#=> Generic -> <class 'typing.Generic'>
#=> Protocol -> <class 'typing.Protocol'>
#=> SupportsInt -> <class 'typing.SupportsInt'>
#=> Annotated[List[int], 1] -> typing.Annotated[typing.List[int], 1]
#=> Annotated[Annotated[int, 1], 2] -> typing.Annotated[int, 1, 2]
#=> Tuple[int] -> typing.Tuple[int]
#=> IO[str] -> typing.IO[str]
#=> Type['C'] -> typing.Type[ForwardRef('C')]
#=> Union[None, str] -> typing.Optional[str]
#=> Callable[[Any], Awaitable[None]] -> typing.Callable[[typing.Any], typing.Awaitable[NoneType]]
#=> List[int] | None -> typing.Optional[typing.List[int]]
#=> int | Optional[str] -> typing.Union[int, str, NoneType]
#=> Optional[None] -> <class 'NoneType'>
#=> List[None] -> typing.List[NoneType]
for x in ("List[int, str]", "Dict[int]", "Optional[int, str]", "Optional[1, 2]", "Union[()]", "Callable[int]", "Callable[int, str]", "ClassVar[int, str]", "Any[int]", "List()", "Union[int, str]()", "Any()", "NoReturn[int]", "Literal()", "Tuple[int][str]", "Generic[int]", "Generic[()]", "isinstance([], List[int])", "isinstance(1, Any)", "isinstance(1, Union[int, str])", "isinstance('a', Optional[int])", "isinstance([], List)", "issubclass(list, List)", "issubclass(int, Union[int, str])", "isinstance(1, Literal[1])", "isinstance({}, Mapping)", "isinstance(len, Callable)", "Annotated[int]", "Dict[str, int]()", "Type[int]", "List[int]()", "Deque[int]([1])", "DefaultDict[str, int](int)", "TypeVar('T', int)", "TypeVar('T', int, str, bound=int)", "TypeVar('T', covariant=True, contravariant=True)", "ForwardRef('a b')", "Optional[ClassVar]", "List[int] == List[int]", "List[int] == List[str]", "Union[int, str] == Union[str, int]", "Literal[1] == Literal[1]", "Optional[int] == Union[int, None]", "hash(List[int]) == hash(List[int])", "{List[int]: 1}[List[int]]"):
    t(lambda: (x, eval(x)))
#=> TypeError Too many arguments for typing.List; actual 2, expected 1
#=> TypeError Too few arguments for typing.Dict; actual 1, expected 2
#=> TypeError typing.Optional requires a single type. Got (<class 'int'>, <class 'str'>).
#=> TypeError typing.Optional requires a single type. Got (1, 2).
#=> TypeError Cannot take a Union of no types.
#=> TypeError Callable must be used as Callable[[arg, ...], result].
#=> ('Callable[int, str]', typing.Callable[[int], str])
#=> TypeError typing.ClassVar accepts only single type. Got (<class 'int'>, <class 'str'>).
#=> TypeError type 'Any' is not subscriptable
#=> TypeError Type List cannot be instantiated; use list() instead
#=> TypeError Cannot instantiate typing.Union
#=> TypeError Any cannot be instantiated
#=> TypeError typing.NoReturn is not subscriptable
#=> TypeError Cannot instantiate typing.Literal
#=> TypeError typing.Tuple[int] is not a generic class
#=> TypeError Parameters to Generic[...] must all be type variables or parameter specification variables.
#=> TypeError Parameter list to Generic[...] cannot be empty
#=> TypeError Subscripted generics cannot be used with class and instance checks
#=> TypeError typing.Any cannot be used with isinstance()
#=> ('isinstance(1, Union[int, str])', True)
#=> ("isinstance('a', Optional[int])", False)
#=> ('isinstance([], List)', True)
#=> ('issubclass(list, List)', True)
#=> ('issubclass(int, Union[int, str])', True)
#=> TypeError Subscripted generics cannot be used with class and instance checks
#=> ('isinstance({}, Mapping)', True)
#=> ('isinstance(len, Callable)', True)
#=> TypeError Annotated[...] should be used with at least two arguments (a type and an annotation).
#=> TypeError Type Dict cannot be instantiated; use dict() instead
#=> ('Type[int]', typing.Type[int])
#=> TypeError Type List cannot be instantiated; use list() instead
#=> ('Deque[int]([1])', deque([1]))
#=> ('DefaultDict[str, int](int)', defaultdict(<class 'int'>, {}))
#=> TypeError A single constraint is not allowed
#=> TypeError Constraints cannot be combined with bound=...
#=> ValueError Bivariant types are not supported.
#=> SyntaxError Forward reference must be an expression -- got 'a b'
#=> TypeError Plain typing.ClassVar is not valid as type argument
#=> ('List[int] == List[int]', True)
#=> ('List[int] == List[str]', False)
#=> ('Union[int, str] == Union[str, int]', True)
#=> ('Literal[1] == Literal[1]', True)
#=> ('Optional[int] == Union[int, None]', True)
#=> ('hash(List[int]) == hash(List[int])', True)
#=> ('{List[int]: 1}[List[int]]', 1)
T = TypeVar("T")
K = TypeVar("K", bound=int)
N = TypeVar("N", int, str)
Co = TypeVar("Co", covariant=True)
Ctr = TypeVar("Ctr", contravariant=True)
P = ParamSpec("P")
Ts = TypeVarTuple("Ts")
t(lambda: (T, K, Co, Ctr, N, P, Ts))  #=> (~T, ~K, +Co, -Ctr, ~N, ~P, Ts)
t(lambda: (K.__bound__, N.__constraints__, T.__name__, Co.__covariant__))
#=> (<class 'int'>, (<class 'int'>, <class 'str'>), 'T', True)
t(lambda: (P.args, P.kwargs))  #=> (P.args, P.kwargs)
t(lambda: List[T][int])  #=> typing.List[int]
t(lambda: Dict[T, K][str, int])  #=> typing.Dict[str, int]
t(lambda: List[T].__parameters__)  #=> (~T,)
t(lambda: Union[T, int][str])  #=> typing.Union[str, int]
t(lambda: Callable[[T], K][int, int])  #=> typing.Callable[[int], int]
t(lambda: Callable[P, T])  #=> typing.Callable[~P, ~T]
t(lambda: Optional[T][int])  #=> typing.Optional[int]
t(lambda: Dict[str, T][int])  #=> typing.Dict[str, int]
t(lambda: List[T][int, str])  #=> TypeError Too many arguments for typing.List[~T]; actual 2, expected 1
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int]()
s.push(1)
t(lambda: (s.pop(), Stack[int], Stack[T], Stack.__parameters__, s.__orig_class__))
#=> (1, __main__.Stack[int], __main__.Stack[~T], (~T,), __main__.Stack[int])
t(lambda: Stack[int, str])  #=> TypeError Too many arguments for <class '__main__.Stack'>; actual 2, expected 1
t(lambda: type(s) is Stack)  #=> True
t(lambda: isinstance(s, Stack))  #=> True
t(lambda: isinstance(s, Stack[int]))  #=> TypeError Subscripted generics cannot be used with class and instance checks
t(lambda: Stack.__orig_bases__)  #=> (typing.Generic[~T],)
class Pair(Generic[T, K]): pass
class IntPair(Pair[int, K]): pass
class Done(Pair[int, bool]): pass
t(lambda: (Pair[str, int], IntPair[bool], IntPair.__parameters__, Done.__parameters__, Done.__mro__[1] is Pair))
#=> (__main__.Pair[str, int], __main__.IntPair[bool], (~K,), (), True)
t(lambda: Pair[int])  #=> TypeError Too few arguments for <class '__main__.Pair'>; actual 1, expected 2
t(lambda: Done[int])  #=> TypeError <class '__main__.Done'> is not a generic class
def f():
    class Bad(Generic): pass
t(f)  #=> TypeError Cannot inherit from plain Generic
def f():
    class Bad(Generic[T, T]): pass
t(f)  #=> TypeError Parameters to Generic[...] must all be unique
class MyList(List[int]): pass
class MyDict(Dict[str, int]): pass
class MyIter(Iterable[T]):
    def __iter__(self): return iter([1])
t(lambda: (MyList([1]), MyList.__mro__[1], MyDict(a=1), list(MyIter()), MyIter.__parameters__))
#=> ([1], <class 'list'>, {'a': 1}, [1], (~T,))
@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...
class NotRuntime(Protocol):
    def x(self): ...
class File:
    def close(self): pass
class Explicit(Closer):
    pass
t(lambda: (isinstance(File(), Closer), isinstance(3, Closer), issubclass(File, Closer), issubclass(int, Closer), isinstance(Explicit(), Closer)))
#=> (True, False, True, False, True)
t(lambda: isinstance(3, NotRuntime))
#=> TypeError Instance and class checks can only be used with @runtime_checkable protocols
t(lambda: issubclass(int, NotRuntime))
#=> TypeError Instance and class checks can only be used with @runtime_checkable protocols
t(lambda: Closer())  #=> TypeError Protocols cannot be instantiated
t(lambda: Explicit().close())  #=> None
@runtime_checkable
class HasName(Protocol):
    name: str
class Named:
    def __init__(self): self.name = "n"
t(lambda: (isinstance(Named(), HasName), isinstance(3, HasName)))  #=> (True, False)
t(lambda: issubclass(Named, HasName))  #=> TypeError Protocols with non-method members don't support issubclass()
t(lambda: runtime_checkable(int))
#=> TypeError @runtime_checkable can be only applied to protocol classes, got <class 'int'>
class Sized2(Protocol[T]):
    def get(self) -> T: ...
t(lambda: Sized2[int])  #=> __main__.Sized2[int]
t(lambda: isinstance(3, SupportsInt))  #=> True
t(lambda: isinstance("a", SupportsIndex))  #=> False
t(lambda: isinstance(3, SupportsAbs))  #=> True
def f():
    class Bad(Protocol, File): pass
t(f)  #=> TypeError Protocols can only inherit from other protocols, got <class '__main__.File'>
class Employee(NamedTuple):
    """doc"""
    name: str
    id: int = 3
    def hello(self): return "hi " + self.name
e = Employee("Bob")
t(lambda: (e, e.name, e.id, e.hello(), Employee._fields, Employee._field_defaults, Employee.__annotations__, Employee.__doc__, isinstance(e, tuple), e == ("Bob", 3), e._replace(id=4), e._asdict()))
#=> (Employee(name='Bob', id=3), 'Bob', 3, 'hi Bob', ('name', 'id'), {'id': 3}, {'name': <class 'str'>, 'id': <class 'int'>}, 'doc', True, True, Employee(name='Bob', id=4), {'name': 'Bob', 'id': 3})
t(lambda: Employee())  #=> TypeError Employee.__new__() missing 1 required positional argument: 'name'
t(lambda: Employee("a", 1, 2))  #=> TypeError Employee.__new__() takes from 2 to 3 positional arguments but 4 were given
t(lambda: NamedTuple("X", [("a", int), ("b", str)])(1, "x"))  #=> X(a=1, b='x')
t(lambda: NamedTuple("X", a=int)(a=1))  #=> X(a=1)
def f():
    class Bad(NamedTuple):
        a: int = 1
        b: int
t(f)  #=> TypeError Non-default namedtuple field b cannot follow default field a
def f():
    class Bad(NamedTuple):
        a: int
        def _asdict(self): pass
t(f)  #=> AttributeError Cannot overwrite NamedTuple attribute _asdict
class Movie(TypedDict):
    title: str
    year: int
class More(Movie, total=False):
    rating: float
class Opt(TypedDict):
    a: Required[int]
    b: NotRequired[str]
m = Movie(title="x", year=1)
t(lambda: (m, type(m), Movie.__annotations__, Movie.__total__, More.__total__, sorted(More.__required_keys__), sorted(More.__optional_keys__), sorted(Opt.__optional_keys__), is_typeddict(Movie), is_typeddict(dict)))
#=> ({'title': 'x', 'year': 1}, <class 'dict'>, {'title': <class 'str'>, 'year': <class 'int'>}, True, False, ['title', 'year'], ['rating'], ['b'], True, False)
t(lambda: isinstance({}, Movie))  #=> TypeError TypedDict does not support instance and class checks
t(lambda: TypedDict("P", {"x": int})(x=1))  #=> {'x': 1}
t(lambda: Movie({"title": 1}))  #=> {'title': 1}
t(lambda: More.__annotations__)  #=> {'title': <class 'str'>, 'year': <class 'int'>, 'rating': <class 'float'>}
UserId = NewType("UserId", int)
t(lambda: (UserId(5), UserId, UserId.__name__, UserId.__supertype__, type(UserId).__name__))
#=> (5, __main__.UserId, 'UserId', <class 'int'>, 'NewType')
t(lambda: Optional[UserId])  #=> typing.Optional[__main__.UserId]
def f():
    class Bad(UserId): pass
t(f)  #=> TypeError Cannot subclass an instance of NewType. Perhaps you were looking for: `Bad = NewType('Bad', UserId)`
t(lambda: cast(int, "x"))  #=> x
t(lambda: assert_type(3, int))  #=> 3
t(lambda: assert_never(3))  #=> AssertionError Expected code to be unreachable, but got: 3
t(lambda: TYPE_CHECKING)  #=> False
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
t(lambda: (ov(3), len(get_overloads(ov))))  #=> (3, 2)
t(lambda: overload(lambda: 0)())
#=> NotImplementedError You should not call an overloaded function. A series of @overload-decorated functions outside a stub module should always be followed by an implementation that is not @overload-ed.
@final
class Fin:
    @final
    def m(self): pass
t(lambda: (Fin.__final__, Fin.m.__final__))  #=> (True, True)
class Node:
    next: "Optional[Node]"
    val: List["int"]
    c: ClassVar[int] = 1
def fn(a: int, b: "str" = "x", *c: float, d: Optional["Node"] = None) -> "List[Node]": ...
t(lambda: get_type_hints(Node))
#=> {'next': typing.Optional[__main__.Node], 'val': typing.List[int], 'c': typing.ClassVar[int]}
t(lambda: get_type_hints(fn))
#=> {'a': <class 'int'>, 'b': <class 'str'>, 'c': <class 'float'>, 'd': typing.Optional[__main__.Node], 'return': typing.List[__main__.Node]}
t(lambda: get_type_hints(fn)["return"])  #=> typing.List[__main__.Node]
t(lambda: fn.__annotations__)
#=> {'a': <class 'int'>, 'b': 'str', 'c': <class 'float'>, 'd': typing.Optional[ForwardRef('Node')], 'return': 'List[Node]'}
t(lambda: get_type_hints(3))  #=> TypeError 3 is not a module, class, method, or function.
t(lambda: get_type_hints(len))  #=> {}
def g(a: Annotated[int, "m"], b: "Undefined"): ...
t(lambda: get_type_hints(g))  #=> NameError name 'Undefined' is not defined
def g2(a: Annotated[int, "m"], n: None) -> None: ...
t(lambda: (get_type_hints(g2), get_type_hints(g2, include_extras=True)))
#=> ({'a': <class 'int'>, 'n': <class 'NoneType'>, 'return': <class 'NoneType'>}, {'a': typing.Annotated[int, 'm'], 'n': <class 'NoneType'>, 'return': <class 'NoneType'>})
t(lambda: [get_origin(x) for x in (List[int], Union[int, str], Optional[int], Callable[[int], str], Generic, Stack[int], list[int], int | str, int, Annotated[int, 1], Literal[1], Tuple[int], ClassVar[int])])
#=> [<class 'list'>, typing.Union, typing.Union, <class 'collections.abc.Callable'>, <class 'typing.Generic'>, <class '__main__.Stack'>, <class 'list'>, <class 'types.UnionType'>, None, <class 'typing.Annotated'>, typing.Literal, <class 'tuple'>, typing.ClassVar]
t(lambda: [get_args(x) for x in (List[int], Union[int, str], Callable[[int], str], Callable[..., str], Stack[int], list[int], int | str, int, Annotated[int, 1], Literal[1, 2], Dict[str, int], List, Optional[int])])
#=> [(<class 'int'>,), (<class 'int'>, <class 'str'>), ([<class 'int'>], <class 'str'>), (Ellipsis, <class 'str'>), (<class 'int'>,), (<class 'int'>,), (<class 'int'>, <class 'str'>), (), (<class 'int'>, 1), (1, 2), (<class 'str'>, <class 'int'>), (), (<class 'int'>, <class 'NoneType'>)]
t(lambda: List[int].__origin__)  #=> <class 'list'>
t(lambda: List[int].__args__)  #=> (<class 'int'>,)
t(lambda: List.__origin__)  #=> <class 'list'>
t(lambda: Callable[[int], str].__args__)  #=> (<class 'int'>, <class 'str'>)
t(lambda: Annotated[int, 5].__metadata__)  #=> (5,)
t(lambda: Union[int, str].__args__)  #=> (<class 'int'>, <class 'str'>)
t(lambda: ForwardRef("x"))  #=> ForwardRef('x')
t(lambda: List.__name__ if hasattr(List, "__name__") else None)  #=> List
t(lambda: typing.Any.__module__)  #=> typing
t(lambda: type(T).__name__)  #=> TypeVar
t(lambda: no_type_check(fn) is fn)  #=> True
class Sub(Any): pass
t(lambda: type(Sub()).__name__)  #=> Sub
