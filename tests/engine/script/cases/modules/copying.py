# copy
import copy
from copy import copy as c, deepcopy as d
from dataclasses import dataclass, field


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


x = [1, [2, 3], {"a": [4]}]
y, z = c(x), d(x)
x[1].append(9)
x[2]["a"].append(8)
t(lambda: (x, y, z))  #=> ([1, [2, 3, 9], {'a': [4, 8]}], [1, [2, 3, 9], {'a': [4, 8]}], [1, [2, 3], {'a': [4]}])
t(lambda: y[1] is x[1])  #=> True
t(lambda: z[1] is x[1])  #=> False
for v in (1, 1.5, "s", None, True, (), (1, 2), frozenset([1]), len, int, b"b", ..., NotImplemented, range(3), c, lambda: 0, 10**30):
    print(c(v) is v, d(v) is v)
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
#=> True False
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
#=> True True
t(lambda: c({1, 2}))  #=> {1, 2}
t(lambda: d({(1, 2)}))  #=> {(1, 2)}
t(lambda: d(([1], 2)))  #=> ([1], 2)
t(lambda: c(bytearray(b"x")))  #=> bytearray(b'x')
t(lambda: d({1: [2]}))  #=> {1: [2]}
t(lambda: d({(1, 2): {3: 4}}))  #=> {(1, 2): {3: 4}}
l = [1]
l.append(l)
m = d(l)
t(lambda: m[1] is m)  #=> True
t(lambda: m is l)  #=> False
shared = [1]
p = d([shared, shared])
t(lambda: p[0] is p[1])  #=> True
tup = ([],)
tup[0].append(tup)
t(lambda: d(tup)[0][0][0] is not tup)  #=> True
class A:
    cls = 1
    def __init__(self, x): self.x = x; self.l = [x]
    def __repr__(self): return f"A({self.x}, {self.l})"
a = A(1)
t(lambda: c(a))  #=> A(1, [1])
t(lambda: c(a).l is a.l)  #=> True
t(lambda: d(a).l is a.l)  #=> False
t(lambda: d(a))  #=> A(1, [1])
t(lambda: type(d(a)) is A)  #=> True
a.self = a
t(lambda: d(a).self.self is not a)  #=> True
b = d(a)
t(lambda: b.self is b)  #=> True
class H:
    def __copy__(self): return "copied"
    def __deepcopy__(self, memo): return ("deep", type(memo).__name__)
t(lambda: c(H()))  #=> copied
t(lambda: d(H()))  #=> ('deep', 'dict')
t(lambda: d([H()]))  #=> [('deep', 'dict')]
class S:
    __slots__ = ("a", "b")
    def __init__(self): self.a = [1]
t(lambda: d(S()).a)  #=> [1]
t(lambda: hasattr(c(S()), "b"))  #=> False
class State:
    def __init__(self): self.v = 1; self.skip = 2
    def __getstate__(self): return {"v": self.v * 10}
    def __setstate__(self, s): self.__dict__.update(s); self.restored = True
t(lambda: vars(c(State())))  #=> {'v': 10, 'restored': True}
t(lambda: vars(d(State())))  #=> {'v': 10, 'restored': True}
class R:
    def __init__(self, a, b=0): self.a, self.b = a, b
    def __reduce__(self): return (R, (self.a, 99))
t(lambda: vars(d(R([1]))))  #=> {'a': [1], 'b': 99}
class ML(list):
    def __init__(self, *a): super().__init__(*a); self.tag = ["t"]
ml = ML([1, [2]])
t(lambda: (c(ml), c(ml).tag is ml.tag, type(c(ml)).__name__, d(ml), d(ml)[1] is ml[1], d(ml).tag is ml.tag))
#=> ([1, [2]], True, 'ML', [1, [2]], False, False)
class MD(dict): pass
md = MD(a=[1])
md.extra = 5
t(lambda: (d(md), d(md).extra, type(d(md)).__name__, d(md)["a"] is md["a"]))  #=> ({'a': [1]}, 5, 'MD', False)
class MT(tuple): pass
t(lambda: (d(MT(([1], 2))), type(d(MT((1,)))).__name__))  #=> (([1], 2), 'MT')
t(lambda: type(c(MT((1,)))).__name__)  #=> MT
class MI(int): pass
t(lambda: (d(MI(5)), type(c(MI(5))).__name__))  #=> (5, 'MI')
class Err(Exception):
    def __init__(self, msg, code): super().__init__(msg, code); self.code = code
e = Err("m", [1])
t(lambda: (repr(d(e)), d(e).code, d(e).code is e.code))  #=> ("Err('m', [1])", [1], False)
t(lambda: repr(c(ValueError("v"))))  #=> ValueError('v')
@dataclass
class DC:
    a: int
    b: list = field(default_factory=list)
t(lambda: d(DC(1, [DC(2)])))  #=> DC(a=1, b=[DC(a=2, b=[])])
t(lambda: c(DC(1)) == DC(1))  #=> True
def gen(): yield
t(lambda: d(gen()))  #=> TypeError cannot pickle 'generator' object
t(lambda: d(copy))  #=> TypeError cannot pickle 'module' object
t(lambda: c(gen()))  #=> TypeError cannot pickle 'generator' object
import threading
t(lambda: d(threading.Lock()))  #=> TypeError cannot pickle '_thread.lock' object
t(lambda: copy.Error)  #=> <class 'copy.Error'>
t(lambda: d(A.cls))  #=> 1
t(lambda: d({"f": print})["f"] is print)  #=> True
t(lambda: d(a.__init__).__self__ is not a)  #=> True
memo = {}
d(shared, memo)
t(lambda: id(shared) in memo)  #=> True
