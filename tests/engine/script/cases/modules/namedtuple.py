# collections.namedtuple
import collections
import copy
from collections import namedtuple


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


P = namedtuple("P", "x y")
p = P(1, 2)
t(lambda: p)  #=> P(x=1, y=2)
t(lambda: str(p))  #=> P(x=1, y=2)
t(lambda: p.x)  #=> 1
t(lambda: p[1])  #=> 2
t(lambda: p == (1, 2))  #=> True
t(lambda: P(x=1, y=2))  #=> P(x=1, y=2)
t(lambda: P(1, y=2))  #=> P(x=1, y=2)
t(lambda: P(1))  #=> TypeError P.__new__() missing 1 required positional argument: 'y'
t(lambda: P())  #=> TypeError P.__new__() missing 2 required positional arguments: 'x' and 'y'
t(lambda: P(1, 2, 3))  #=> TypeError P.__new__() takes 3 positional arguments but 4 were given
t(lambda: P(1, 2, z=3))  #=> TypeError P.__new__() got an unexpected keyword argument 'z'
t(lambda: P(1, x=2))  #=> TypeError P.__new__() got multiple values for argument 'x'
t(lambda: P._fields)  #=> ('x', 'y')
t(lambda: P._make([3, 4]))  #=> P(x=3, y=4)
t(lambda: P._make([3]))  #=> TypeError Expected 2 arguments, got 1
t(lambda: p._replace(x=5))  #=> P(x=5, y=2)
t(lambda: p._replace(q=5))  #=> ValueError Got unexpected field names: ['q']
t(lambda: p._asdict())  #=> {'x': 1, 'y': 2}
t(lambda: P._field_defaults)  #=> {}
t(lambda: P.__doc__)  #=> P(x, y)
t(lambda: P.x)  #=> _tuplegetter(0, 'Alias for field number 0')
t(lambda: P.x.__doc__)  #=> Alias for field number 0
t(lambda: P.__name__)  #=> P
t(lambda: P.__module__)  #=> __main__
t(lambda: P.__qualname__)  #=> P
t(lambda: P.__mro__)  #=> (<class '__main__.P'>, <class 'tuple'>, <class 'object'>)
t(lambda: P.__match_args__)  #=> ('x', 'y')
t(lambda: P.__slots__)  #=> ()
t(lambda: p.__getnewargs__())  #=> (1, 2)
t(lambda: hash(p) == hash((1, 2)))  #=> True
t(lambda: p < P(1, 3))  #=> True
t(lambda: sorted([P(2, 1), P(1, 2)]))  #=> [P(x=1, y=2), P(x=2, y=1)]
t(lambda: isinstance(p, tuple))  #=> True
t(lambda: len(p))  #=> 2
t(lambda: list(p))  #=> [1, 2]
t(lambda: p + (3,))  #=> (1, 2, 3)
t(lambda: p * 2)  #=> (1, 2, 1, 2)
t(lambda: p.q)  #=> AttributeError 'P' object has no attribute 'q'
t(lambda: 2 in p)  #=> True
t(lambda: p.index(2))  #=> 1
t(lambda: p.count(1))  #=> 1
t(lambda: {p: 1}[(1, 2)])  #=> 1
t(lambda: p[:1])  #=> (1,)
t(lambda: copy.copy(p))  #=> P(x=1, y=2)
t(lambda: copy.deepcopy(P([1], 2)))  #=> P(x=[1], y=2)
t(lambda: P.__new__.__qualname__)  #=> P.__new__
t(lambda: P.__new__.__doc__)  #=> Create new instance of P(x, y)
t(lambda: P._make.__qualname__)  #=> P._make
def f(): p.x = 9
t(f)  #=> AttributeError can't set attribute
def f(): del p.x
t(f)  #=> AttributeError can't delete attribute
def f(): p.zz = 9
t(f)  #=> AttributeError 'P' object has no attribute 'zz'
x, y = p
print(x, y, *p)  #=> 1 2 1 2
t(lambda: "%s-%s" % p)  #=> 1-2
t(lambda: "{0.x} {0.y}".format(p))  #=> 1 2
t(lambda: f"{p.x} {p!r}")  #=> 1 P(x=1, y=2)
t(lambda: namedtuple("A", ["a", "b"])(1, 2))  #=> A(a=1, b=2)
t(lambda: namedtuple("A", "a, b")(1, 2))  #=> A(a=1, b=2)
t(lambda: namedtuple("A", "")())  #=> A()
t(lambda: namedtuple("A", "a")(5))  #=> A(a=5)
t(lambda: namedtuple("A", "a b", defaults=[7])(1))  #=> A(a=1, b=7)
t(lambda: namedtuple("A", "a b", defaults=[7])._field_defaults)  #=> {'b': 7}
t(lambda: namedtuple("A", "a", defaults=[7, 8]))  #=> TypeError Got more default values than field names
t(lambda: namedtuple("A", "a a"))  #=> ValueError Encountered duplicate field name: 'a'
t(lambda: namedtuple("A", "class"))  #=> ValueError Type names and field names cannot be a keyword: 'class'
t(lambda: namedtuple("A", "_x"))  #=> ValueError Field names cannot start with an underscore: '_x'
t(lambda: namedtuple("A", "1x"))  #=> ValueError Type names and field names must be valid identifiers: '1x'
t(lambda: namedtuple("1A", "x"))  #=> ValueError Type names and field names must be valid identifiers: '1A'
t(lambda: namedtuple("def", "x"))  #=> ValueError Type names and field names cannot be a keyword: 'def'
t(lambda: namedtuple("A", "a class a _b", rename=True)._fields)  #=> ('a', '_1', '_2', '_3')
t(lambda: namedtuple("A", "a", module="mm").__module__)  #=> mm
t(lambda: namedtuple("A", (n for n in "xyz"))._fields)  #=> ('x', 'y', 'z')
t(lambda: namedtuple("A", "a b", defaults=(None,) * 2)())  #=> A(a=None, b=None)
class Point(namedtuple("PointBase", "x y")):
    __slots__ = ()
    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
    def __str__(self):
        return f"<{self.x};{self.y}>"
a = Point(3, 4)
t(lambda: a)  #=> <3;4>
t(lambda: str(a))  #=> <3;4>
t(lambda: a.length)  #=> 5.0
t(lambda: a + a)  #=> <6;8>
t(lambda: a._replace(x=0))  #=> <0;4>
t(lambda: type(a._replace(x=0)).__name__)  #=> Point
t(lambda: Point._make([1, 2]))  #=> <1;2>
class WithNew(namedtuple("WN", "a b")):
    def __new__(cls, a, b=10):
        return super().__new__(cls, a, b)
t(lambda: WithNew(1))  #=> WithNew(a=1, b=10)
t(lambda: WithNew(1, 2).b)  #=> 2
match p:
    case P(x, y):
        print("class pattern", x, y)  #=> class pattern 1 2
match p:
    case (q, r):
        print("sequence pattern", q, r)  #=> sequence pattern 1 2
match p:
    case P(x=1):
        print("by name")  #=> by name
for a, b in [P(1, 2), P(3, 4)]:
    print(a, b)
#=> 1 2
#=> 3 4
t(lambda: max([P(1, 5), P(2, 0)], key=lambda p: p.y))  #=> P(x=1, y=5)
t(lambda: dict([P("k", 1)]))  #=> {'k': 1}
t(lambda: P(*[1, 2]))  #=> P(x=1, y=2)
t(lambda: P(**{"x": 1, "y": 2}))  #=> P(x=1, y=2)
t(lambda: list(map(P._make, [(1, 2), (3, 4)])))  #=> [P(x=1, y=2), P(x=3, y=4)]
t(lambda: repr(P(P(1, 2), "s")))  #=> P(x=P(x=1, y=2), y='s')
