import enum
from enum import *
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e, '| cause', repr(e.__cause__), '| ctx', repr(e.__context__))
class Color(Enum):
    RED=1; GREEN=2; BLUE=3; CRIMSON=1
class Perm(Flag):
    R=4; W=2; X=1
class IP(IntFlag):
    R=4; W=2; X=1
class S(StrEnum):
    A=auto(); B='bee'
class SE(str, Enum):
    A='a'
class IE(IntEnum):
    ONE=1
for x in (Color.RED, Perm.R|Perm.W, Perm(0), IP.R|IP.W, IP(0), IP(8), IP(12), S.A, SE.A, IE.ONE, ~Perm.R, ~IP.R, IP.R|8):
    print(repr(x), str(x), f"{x}", "%s"%x)
#=> <Color.RED: 1> Color.RED Color.RED Color.RED
#=> <Perm.R|W: 6> Perm.R|W Perm.R|W Perm.R|W
#=> <Perm: 0> Perm(0) Perm(0) Perm(0)
#=> <IP.R|W: 6> 6 6 6
#=> <IP: 0> 0 0 0
#=> <IP: 8> 8 8 8
#=> <IP.R|8: 12> 12 12 12
#=> <S.A: 'a'> a a a
#=> <SE.A: 'a'> SE.A SE.A SE.A
#=> <IE.ONE: 1> 1 1 1
#=> <Perm.W|X: 3> Perm.W|X Perm.W|X Perm.W|X
#=> <IP.W|X: 3> 3 3 3
#=> <IP.R|8: 12> 12 12 12
print(f"{IE.ONE:5}", f"{SE.A:>5}", f"{Color.RED:>12}|", f"{S.A:>5}")  #=>     1  SE.A    Color.RED|     a
t(lambda: Color(7))  #=> ValueError 7 is not a valid Color | cause None | ctx None
t(lambda: Color['X'])  #=> KeyError 'X' | cause None | ctx None
t(lambda: Color.X)  #=> AttributeError X | cause None | ctx KeyError('X')
t(lambda: 1 in Color)  #=> TypeError unsupported operand type(s) for 'in': 'int' and 'EnumType' | cause None | ctx None
t(lambda: Color.RED in Color)  #=> True
t(lambda: Perm(8))  #=> <Perm: 0>
t(lambda: Color.RED.BLUE)  #=> <Color.BLUE: 3>
t(lambda: list(Color))  #=> [<Color.RED: 1>, <Color.GREEN: 2>, <Color.BLUE: 3>]
t(lambda: Color.__members__)
#=> mappingproxy({'RED': <Color.RED: 1>, 'GREEN': <Color.GREEN: 2>, 'BLUE': <Color.BLUE: 3>, 'CRIMSON': <Color.RED: 1>})
t(lambda: len(Color))  #=> 3
t(lambda: Color)  #=> <enum 'Color'>
t(lambda: Color.RED.__class__)  #=> <enum 'Color'>
t(lambda: Color.CRIMSON)  #=> <Color.RED: 1>
def f(): Color.RED=5
t(f)  #=> AttributeError cannot reassign member 'RED' | cause None | ctx None
def f(): Color.RED.value=5
t(f)  #=> AttributeError <enum 'Enum'> cannot set attribute 'value' | cause None | ctx None
def f(): Color.RED.name='x'
t(f)  #=> AttributeError <enum 'Enum'> cannot set attribute 'name' | cause None | ctx None
def f(): del Color.RED
t(f)  #=> AttributeError 'Color' cannot delete member 'RED'. | cause None | ctx None
def f():
    class D(Color): pass
t(f)  #=> TypeError <enum 'D'> cannot extend <enum 'Color'> | cause None | ctx None
def f():
    class D(Enum):
        A=1; A=2
t(f)  #=> TypeError 'A' already defined as 1 | cause None | ctx None
def f():
    @unique
    class D(Enum):
        A=1; B=1;C=1
t(f)  #=> ValueError duplicate values found in <enum 'D'>: B -> A, C -> A | cause None | ctx None
def f():
    @verify(CONTINUOUS)
    class D(Enum):
        A=1; B=4
t(f)  #=> ValueError invalid enum 'D': missing values 2, 3 | cause None | ctx None
t(lambda: Enum('Animal','ANT BEE CAT'))  #=> <enum 'Animal'>
t(lambda: list(Enum('Animal','ANT BEE CAT', start=5)))  #=> [<Animal.ANT: 5>, <Animal.BEE: 6>, <Animal.CAT: 7>]
t(lambda: list(Enum('A',{'x':1,'y':'q'})))  #=> [<A.x: 1>, <A.y: 'q'>]
t(lambda: list(Enum('A',[('x',1),('y',2)])))  #=> [<A.x: 1>, <A.y: 2>]
t(lambda: Color.RED < Color.BLUE)
#=> TypeError '<' not supported between instances of 'Color' and 'Color' | cause None | ctx None
t(lambda: Color.RED == 1)  #=> False
t(lambda: IE.ONE == 1)  #=> True
t(lambda: hash(Color.RED)==hash('RED'))  #=> True
t(lambda: Color.RED.foo)  #=> AttributeError 'Color' object has no attribute 'foo' | cause None | ctx None
t(lambda: dir(Color))
#=> ['BLUE', 'GREEN', 'RED', '__class__', '__contains__', '__doc__', '__getitem__', '__init_subclass__', '__iter__', '__len__', '__members__', '__module__', '__name__', '__qualname__']
t(lambda: dir(Color.RED))
#=> ['BLUE', 'CRIMSON', 'GREEN', 'RED', '__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']
t(lambda: bool(Perm(0)))  #=> False
t(lambda: list(Perm.R|Perm.X))  #=> [<Perm.R: 4>, <Perm.X: 1>]
t(lambda: len(Perm.R|Perm.X))  #=> 2
t(lambda: Perm.R in (Perm.R|Perm.W))  #=> True
t(lambda: 4 in Perm.R)  #=> TypeError unsupported operand type(s) for 'in': 'int' and 'Perm' | cause None | ctx None
t(lambda: Perm.R | 2)  #=> TypeError unsupported operand type(s) for |: 'Perm' and 'int' | cause None | ctx None
t(lambda: IP.R|2)  #=> <IP.R|W: 6>
t(lambda: IP.R & 6)  #=> <IP.R: 4>
t(lambda: IP.R ^ 1)  #=> <IP.R|X: 5>
t(lambda: IP.R + 1)  #=> 5
t(lambda: 1|IP.R)  #=> <IP.R|X: 5>
t(lambda: Color.__doc__)  #=> None
t(lambda: Color.__module__)  #=> '__main__'
t(lambda: Color.RED.__doc__)  #=> None
t(lambda: Color.__call__)  #=> <bound method EnumType.__call__ of <enum 'Color'>>
t(lambda: Color())  #=> TypeError EnumType.__call__() missing 1 required positional argument: 'value' | cause None | ctx None
t(lambda: Enum('X'))  #=> ValueError 'X' is not a valid Enum | cause None | ctx None
class P(Enum):
    M=(1,2); E=(3,4)
    def __init__(self, a, b): self.a=a; self.b=b
    @property
    def s(self): return self.a+self.b
    @classmethod
    def _missing_(cls, v): return cls.M if v=='m' else None
t(lambda: P.M)  #=> <P.M: (1, 2)>
t(lambda: P.M.s)  #=> 3
t(lambda: P((3,4)))  #=> <P.E: (3, 4)>
t(lambda: P('m'))  #=> <P.M: (1, 2)>
t(lambda: P('z'))  #=> ValueError 'z' is not a valid P | cause None | ctx None
class Q(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    A=auto(); B=auto()
t(lambda: list(Q))  #=> [<Q.A: 'a'>, <Q.B: 'b'>]
class AB(Enum):
    A=auto(); B=auto(); C=10; D=auto()
t(lambda: list(AB))  #=> [<AB.A: 1>, <AB.B: 2>, <AB.C: 10>, <AB.D: 11>]
class W(Flag):
    A=auto(); B=auto(); C=auto(); AB=A|B; N=0
t(lambda: list(W))  #=> [<W.A: 1>, <W.B: 2>, <W.C: 4>]
t(lambda: W.AB)  #=> <W.AB: 3>
t(lambda: W.A|W.B)  #=> <W.AB: 3>
t(lambda: W.N)  #=> <W.N: 0>
t(lambda: ~W.A)  #=> <W.B|C: 6>
t(lambda: W(7))  #=> <W.A|B|C: 7>
t(lambda: W.__members__)  #=> mappingproxy({'A': <W.A: 1>, 'B': <W.B: 2>, 'C': <W.C: 4>, 'AB': <W.AB: 3>, 'N': <W.N: 0>})
class V(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value]); obj._value_=value; obj.label=label; return obj
    P=(1,'x'); Y=(2,'y')
t(lambda: V.P)  #=> TypeError descriptor '__repr__' requires a 'bytes' object but received a 'int' | cause None | ctx None
t(lambda: V.P.label)  #=> 'x'
t(lambda: V(1))  #=> TypeError descriptor '__repr__' requires a 'bytes' object but received a 'int' | cause None | ctx None
class E2(Enum):
    X = 1
    def meth(self): return self.value
    Y = 'y'
    _ignore_ = ['z']
    z = 3
    __private = 4
t(lambda: list(E2))  #=> [<E2.X: 1>, <E2.Y: 'y'>]
t(lambda: E2.X.meth())  #=> 1
t(lambda: type(E2))  #=> <class 'enum.EnumType'>
t(lambda: E2.X._value_)  #=> 1
t(lambda: E2._member_names_)  #=> ['X', 'Y']
t(lambda: E2._value2member_map_)  #=> {1: <E2.X: 1>, 'y': <E2.Y: 'y'>}
t(lambda: E2._member_map_)  #=> {'X': <E2.X: 1>, 'Y': <E2.Y: 'y'>}
t(lambda: [x for x in reversed(Color)])  #=> [<Color.BLUE: 3>, <Color.GREEN: 2>, <Color.RED: 1>]
t(lambda: Color.RED is Color(1))  #=> True
t(lambda: isinstance(Color.RED, Color))  #=> True
import copy
t(lambda: copy.deepcopy(Color.RED) is Color.RED)  #=> True
t(lambda: auto())  #=> auto(_auto_null)
t(lambda: EnumMeta is EnumType)  #=> True
t(lambda: S('bee'))  #=> <S.B: 'bee'>
t(lambda: S.A.upper())  #=> 'A'
t(lambda: S.A == 'a')  #=> True
t(lambda: {S.A: 1}['a'])  #=> 1
def f():
    class D(StrEnum):
        A=1
t(f)  #=> TypeError 1 is not a string | cause None | ctx None
def f():
    class D(IntEnum):
        A='x'
t(f)  #=> ValueError invalid literal for int() with base 10: 'x' | cause None | ctx None
class EmptyBase(Enum):
    def hello(self): return 'hi '+self.name
class Child(EmptyBase):
    A=1
t(lambda: Child.A.hello())  #=> 'hi A'
t(lambda: Color.RED.name)  #=> 'RED'
t(lambda: Color.RED.value)  #=> 1
class Mixed(float, Enum):
    PI=3.14
t(lambda: (Mixed.PI, Mixed.PI+1, str(Mixed.PI), f"{Mixed.PI:.1f}"))
#=> ValueError Unknown format code 'f' for object of type 'str' | cause None | ctx None
t(lambda: Color.mro())  #=> [<enum 'Color'>, <enum 'Enum'>, <class 'object'>]
class N(Enum):
    A = nonmember(3)
    B = member(lambda self: 3)
t(lambda: (N.A, N.B.name))  #=> (3, 'B')
class F3(Flag, boundary=KEEP):
    A=1
t(lambda: F3(8))  #=> <F3: 8>
t(lambda: F3.A|F3(8))  #=> <F3.A|8: 9>
class F4(Flag, boundary=CONFORM):
    A=1
t(lambda: F4(9))  #=> <F4.A: 1>
class F5(Flag, boundary=EJECT):
    A=1
t(lambda: F5(9))  #=> 9
t(lambda: Perm.R.__or__(3))  #=> NotImplemented
t(lambda: Perm('R'))  #=> ValueError 'R' is not a valid Perm | cause None | ctx None
t(lambda: Perm(7))  #=> <Perm.R|W|X: 7>
t(lambda: Perm(-1))  #=> <Perm.R|W|X: 7>
t(lambda: ~Perm(0))  #=> <Perm.R|W|X: 7>
t(lambda: IP(-1))  #=> <IP.R|W|X: 7>
t(lambda: IP(-5))  #=> <IP.W|X: 3>

class Overlap(Flag):
    X=1; Y=2; Z=7
print(list(Overlap), Overlap._flag_mask_, Overlap._all_bits_)  #=> [<Overlap.X: 1>, <Overlap.Y: 2>] 3 7
t(lambda: Overlap(7))  #=> <Overlap.Z: 7>
t(lambda: Overlap(4))  #=> <Overlap: 0>
t(lambda: Overlap.X | Overlap.Z)  #=> <Overlap.Z: 7>
from datetime import timedelta
class Period(timedelta, Enum):
    _ignore_ = 'Period i'
    Period = vars()
    for i in range(3):
        Period['day_%d' % i] = i
print(list(Period)[:2])  #=> [<Period.day_0: datetime.timedelta(0)>, <Period.day_1: datetime.timedelta(days=1)>]
