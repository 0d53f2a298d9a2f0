# collections.deque
from collections import deque
import copy


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def do(d, name, *args):
    getattr(d, name)(*args)
    return d


D = lambda: deque([1, 2, 3, 4])
t(lambda: deque())  #=> deque([])
t(lambda: deque("abc"))  #=> deque(['a', 'b', 'c'])
t(lambda: deque([1, 2, 3], 2))  #=> deque([2, 3], maxlen=2)
t(lambda: deque(maxlen=3))  #=> deque([], maxlen=3)
t(lambda: deque([1], maxlen=None))  #=> deque([1])
t(lambda: deque(5))  #=> TypeError 'int' object is not iterable
t(lambda: deque([1], "x"))  #=> TypeError an integer is required
t(lambda: deque([1], -1))  #=> ValueError maxlen must be non-negative
t(lambda: deque(iterable=[1]))  #=> deque([1])
t(lambda: deque([1], 1, 2))  #=> TypeError deque() takes at most 2 arguments (3 given)
t(lambda: deque([], 0))  #=> deque([], maxlen=0)
t(lambda: do(deque(maxlen=0), "append", 1))  #=> deque([], maxlen=0)
t(lambda: do(D(), "append", 5))  #=> deque([1, 2, 3, 4, 5])
t(lambda: do(D(), "appendleft", 0))  #=> deque([0, 1, 2, 3, 4])
t(lambda: do(D(), "extend", "ab"))  #=> deque([1, 2, 3, 4, 'a', 'b'])
t(lambda: do(D(), "extendleft", "ab"))  #=> deque(['b', 'a', 1, 2, 3, 4])
t(lambda: do(D(), "rotate"))  #=> deque([4, 1, 2, 3])
t(lambda: do(D(), "rotate", -1))  #=> deque([2, 3, 4, 1])
t(lambda: do(D(), "rotate", 10))  #=> deque([3, 4, 1, 2])
t(lambda: do(deque(), "rotate", 3))  #=> deque([])
t(lambda: do(D(), "rotate", "x"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: do(D(), "reverse"))  #=> deque([4, 3, 2, 1])
t(lambda: do(D(), "clear"))  #=> deque([])
t(lambda: do(D(), "insert", 1, "x"))  #=> deque([1, 'x', 2, 3, 4])
t(lambda: do(D(), "insert", -1, "x"))  #=> deque([1, 2, 3, 'x', 4])
t(lambda: do(D(), "insert", 99, "x"))  #=> deque([1, 2, 3, 4, 'x'])
t(lambda: do(D(), "insert", -99, "x"))  #=> deque(['x', 1, 2, 3, 4])
t(lambda: deque([1, 2], 2).insert(0, 1))  #=> IndexError deque already at its maximum size
t(lambda: do(D(), "remove", 3))  #=> deque([1, 2, 4])
t(lambda: do(D(), "remove", 9))  #=> ValueError 9 is not in deque
t(lambda: D().pop())  #=> 4
t(lambda: D().popleft())  #=> 1
t(lambda: deque().pop())  #=> IndexError pop from an empty deque
t(lambda: deque().popleft())  #=> IndexError pop from an empty deque
t(lambda: D().index(3))  #=> 2
t(lambda: D().index(3, 1))  #=> 2
t(lambda: D().index(3, 3))  #=> ValueError 3 is not in deque
t(lambda: D().index(3, 0, 2))  #=> ValueError 3 is not in deque
t(lambda: D().index("q"))  #=> ValueError 'q' is not in deque
t(lambda: D().count(2))  #=> 1
t(lambda: deque("aab").count("a"))  #=> 2
t(lambda: D().copy())  #=> deque([1, 2, 3, 4])
t(lambda: deque([1], 3).copy().maxlen)  #=> 3
t(lambda: D().maxlen)  #=> None
t(lambda: deque([], 7).maxlen)  #=> 7
t(lambda: len(D()))  #=> 4
t(lambda: bool(deque()))  #=> False
t(lambda: bool(D()))  #=> True
t(lambda: D()[0])  #=> 1
t(lambda: D()[-1])  #=> 4
t(lambda: D()[4])  #=> IndexError deque index out of range
t(lambda: D()[-5])  #=> IndexError deque index out of range
t(lambda: D()["a"])  #=> TypeError sequence index must be integer, not 'str'
t(lambda: D()[1:2])  #=> TypeError sequence index must be integer, not 'slice'
t(lambda: list(D()))  #=> [1, 2, 3, 4]
t(lambda: list(reversed(D())))  #=> [4, 3, 2, 1]
t(lambda: 3 in D())  #=> True
t(lambda: 9 in D())  #=> False
t(lambda: sorted(deque([3, 1, 2])))  #=> [1, 2, 3]
t(lambda: D().append())  #=> TypeError deque.append() takes exactly one argument (0 given)
t(lambda: D().pop(1))  #=> TypeError deque.pop() takes no arguments (1 given)
t(lambda: D().foo)  #=> AttributeError 'collections.deque' object has no attribute 'foo'
d = D()
d[1] = "x"
del d[0]
t(lambda: d)  #=> deque(['x', 3, 4])
def f(): d[9] = 1
t(f)  #=> IndexError deque index out of range
def f(): del d[9]
t(f)  #=> IndexError deque index out of range
def f(): d.maxlen = 4
t(f)  #=> AttributeError attribute 'maxlen' of 'collections.deque' objects is not writable
t(lambda: D() + deque([5]))  #=> deque([1, 2, 3, 4, 5])
t(lambda: D() + [5])  #=> TypeError can only concatenate deque (not "list") to deque
t(lambda: D() * 2)  #=> deque([1, 2, 3, 4, 1, 2, 3, 4])
t(lambda: 2 * deque([1]))  #=> deque([1, 1])
t(lambda: deque([1, 2], 3) * 3)  #=> deque([2, 1, 2], maxlen=3)
t(lambda: deque([1, 2], 3) + deque([3, 4]))  #=> deque([2, 3, 4], maxlen=3)
t(lambda: D() * "a")  #=> TypeError can't multiply sequence by non-int of type 'str'
t(lambda: D() * 0)  #=> deque([])
d = D()
d += "ab"
t(lambda: d)  #=> deque([1, 2, 3, 4, 'a', 'b'])
d *= 2
t(lambda: d)  #=> deque([1, 2, 3, 4, 'a', 'b', 1, 2, 3, 4, 'a', 'b'])
d = deque([1, 2], 3)
d += [3, 4]
t(lambda: d)  #=> deque([2, 3, 4], maxlen=3)
d *= 2
t(lambda: d)  #=> deque([2, 3, 4], maxlen=3)
t(lambda: D() == deque([1, 2, 3, 4]))  #=> True
t(lambda: D() == [1, 2, 3, 4])  #=> False
t(lambda: D() != deque())  #=> True
t(lambda: deque([1, 2]) < deque([1, 3]))  #=> True
t(lambda: deque([1]) <= deque([1]))  #=> True
t(lambda: deque([2]) > deque([1, 5]))  #=> True
t(lambda: deque([1]) >= deque([2]))  #=> False
t(lambda: deque([1], 2) == deque([1], 3))  #=> True
t(lambda: deque([1]) < deque(["a"]))  #=> TypeError '<' not supported between instances of 'int' and 'str'
t(lambda: copy.copy(D()))  #=> deque([1, 2, 3, 4])
t(lambda: copy.deepcopy(deque([[1]], 4)))  #=> deque([[1]], maxlen=4)
t(lambda: deque[int])  #=> collections.deque[int]
t(lambda: deque.__module__)  #=> collections
t(lambda: deque)  #=> <class 'collections.deque'>
t(lambda: isinstance(D(), deque))  #=> True
t(lambda: type(iter(D())).__name__)  #=> _deque_iterator
t(lambda: iter(D()).__length_hint__())  #=> 4
def f():
    d = D()
    for x in d:
        d.append(x)
t(f)  #=> RuntimeError deque mutated during iteration
def f():
    d = D()
    i = iter(d)
    next(i)
    d.pop()
    return next(i)
t(f)  #=> RuntimeError deque mutated during iteration
def f():
    d = deque()
    d.append(d)
    return d
t(f)  #=> deque([[...]])
window = deque(maxlen=3)
for i in range(6):
    window.append(i)
t(lambda: window)  #=> deque([3, 4, 5], maxlen=3)
window.appendleft("L")
t(lambda: window)  #=> deque(['L', 3, 4], maxlen=3)
t(lambda: str(window))  #=> deque(['L', 3, 4], maxlen=3)
t(lambda: f"{window}")  #=> deque(['L', 3, 4], maxlen=3)
class Named(deque):
    def __init__(self, name, *args):
        super().__init__(*args)
        self.name = name
    def last(self):
        return self[-1]
n = Named("q", [1, 2])
n.append(3)
t(lambda: (n, n.name, n.last(), len(n), n == deque([1, 2, 3]), isinstance(n, deque), bool(n)))
#=> (Named([1, 2, 3]), 'q', 3, 3, True, True, True)
t(lambda: n.pop())  #=> 3
t(lambda: list(n))  #=> [1, 2]
t(lambda: n + deque([1]))  #=> Named([1])
match deque([1, 2, 3]):
    case [a, *rest]:
        print("seq", a, rest)  #=> seq 1 [2, 3]
a, b, *c = D()
print(a, b, c)  #=> 1 2 [3, 4]
t(lambda: sum(D()))  #=> 10
t(lambda: max(D()))  #=> 4
t(lambda: list(zip(D(), "ab")))  #=> [(1, 'a'), (2, 'b')]
t(lambda: [*D(), *D()])  #=> [1, 2, 3, 4, 1, 2, 3, 4]
t(lambda: dict.fromkeys(D()))  #=> {1: None, 2: None, 3: None, 4: None}
t(lambda: ",".join(deque("abc")))  #=> a,b,c
class Bad:
    def __eq__(self, other):
        raise ValueError("no eq")
t(lambda: deque([Bad()]).index(1))  #=> ValueError no eq
t(lambda: deque([Bad()]).count(1))  #=> ValueError no eq
t(lambda: deque([Bad()]).remove(1))  #=> ValueError no eq
t(lambda: 1 in deque([Bad()]))  #=> ValueError no eq
queue = deque([("a", 1)])
queue.append(("b", 2))
while queue:
    print(queue.popleft(), len(queue))
#=> ('a', 1) 1
#=> ('b', 2) 0
