# defaultdict, OrderedDict, Counter, ChainMap, UserDict, UserList, UserString
import collections
import copy
from collections import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


d = defaultdict(list)
d["a"].append(1)
d["b"]
t(lambda: d)  #=> defaultdict(<class 'list'>, {'a': [1], 'b': []})
t(lambda: dict(d))  #=> {'a': [1], 'b': []}
t(lambda: d["zz"])  #=> []
t(lambda: len(d))  #=> 3
t(lambda: d.get("q"))  #=> None
t(lambda: "q" in d)  #=> False
t(lambda: d.default_factory)  #=> <class 'list'>
t(lambda: defaultdict(None)["x"])  #=> KeyError 'x'
t(lambda: defaultdict(3))  #=> TypeError first argument must be callable or None
t(lambda: defaultdict(int, a=1, b=2))  #=> defaultdict(<class 'int'>, {'a': 1, 'b': 2})
t(lambda: defaultdict(int, {"x": 1}, y=2))  #=> defaultdict(<class 'int'>, {'x': 1, 'y': 2})
t(lambda: defaultdict(int, [("k", 5)]))  #=> defaultdict(<class 'int'>, {'k': 5})
t(lambda: defaultdict())  #=> defaultdict(None, {})
t(lambda: defaultdict(int) == {})  #=> True
t(lambda: d.copy())  #=> defaultdict(<class 'list'>, {'a': [1], 'b': [], 'zz': []})
t(lambda: copy.copy(d))  #=> defaultdict(<class 'list'>, {'a': [1], 'b': [], 'zz': []})
t(lambda: copy.deepcopy(d))  #=> defaultdict(<class 'list'>, {'a': [1], 'b': [], 'zz': []})
t(lambda: type(d.copy()).__name__)  #=> defaultdict
t(lambda: defaultdict(int, a=1) | {"b": 2})  #=> defaultdict(<class 'int'>, {'a': 1, 'b': 2})
t(lambda: {"b": 2} | defaultdict(int, a=1))  #=> defaultdict(<class 'int'>, {'b': 2, 'a': 1})
t(lambda: defaultdict(lambda: 1 / 0)["x"])  #=> ZeroDivisionError division by zero
t(lambda: isinstance(d, dict))  #=> True
t(lambda: defaultdict.__mro__)  #=> (<class 'collections.defaultdict'>, <class 'dict'>, <class 'object'>)
t(lambda: defaultdict[str, int])  #=> collections.defaultdict[str, int]
t(lambda: d.__missing__("new"))  #=> []
t(lambda: d.pop("a"))  #=> [1]
t(lambda: defaultdict(int, 3))  #=> TypeError 'int' object is not iterable
t(lambda: sorted(d.items()))  #=> [('b', []), ('new', []), ('zz', [])]
n = defaultdict(int)
for ch in "mississippi":
    n[ch] += 1
t(lambda: n)  #=> defaultdict(<class 'int'>, {'m': 1, 'i': 4, 's': 4, 'p': 2})
t(lambda: sorted(n.items(), key=lambda kv: (-kv[1], kv[0])))  #=> [('i', 4), ('s', 4), ('p', 2), ('m', 1)]
tree = lambda: defaultdict(tree)
tr = tree()
tr["a"]["b"]["c"] = 1
t(lambda: dict(tr["a"]["b"]))  #=> {'c': 1}
n.default_factory = None
t(lambda: n["zzz"])  #=> KeyError 'zzz'
for k, v in n.items():
    print(k, v)
#=> m 1
#=> i 4
#=> s 4
#=> p 2
class DD(defaultdict):
    def __missing__(self, key):
        return "missing " + key
t(lambda: DD()["k"])  #=> missing k
t(lambda: DD(int))  #=> DD(<class 'int'>, {})
t(lambda: list(d))  #=> ['b', 'zz', 'new']
t(lambda: list(reversed(d)))  #=> ['new', 'zz', 'b']

o = OrderedDict([("a", 1), ("b", 2)])
o["c"] = 3
t(lambda: o)  #=> OrderedDict([('a', 1), ('b', 2), ('c', 3)])
t(lambda: OrderedDict())  #=> OrderedDict()
t(lambda: OrderedDict(x=1))  #=> OrderedDict([('x', 1)])
t(lambda: OrderedDict({"q": 1}, w=2))  #=> OrderedDict([('q', 1), ('w', 2)])
o.move_to_end("a")
t(lambda: list(o))  #=> ['b', 'c', 'a']
o.move_to_end("c", last=False)
t(lambda: list(o))  #=> ['c', 'b', 'a']
t(lambda: o.move_to_end("zz"))  #=> KeyError 'zz'
t(lambda: o.popitem())  #=> ('a', 1)
t(lambda: o.popitem(last=False))  #=> ('c', 3)
t(lambda: o)  #=> OrderedDict([('b', 2)])
t(lambda: OrderedDict().popitem())  #=> KeyError 'dictionary is empty'
t(lambda: o.pop("b"))  #=> 2
t(lambda: o.pop("b"))  #=> KeyError 'b'
t(lambda: o.pop("b", 9))  #=> 9
t(lambda: OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1))  #=> False
t(lambda: OrderedDict(a=1, b=2) == {"b": 2, "a": 1})  #=> True
t(lambda: OrderedDict.fromkeys("ab", 0))  #=> OrderedDict([('a', 0), ('b', 0)])
t(lambda: list(reversed(OrderedDict(a=1, b=2))))  #=> ['b', 'a']
t(lambda: OrderedDict(a=1) | {"b": 2})  #=> OrderedDict([('a', 1), ('b', 2)])
t(lambda: {"b": 2} | OrderedDict(a=1))  #=> OrderedDict([('b', 2), ('a', 1)])
t(lambda: copy.deepcopy(OrderedDict(a=[1])))  #=> OrderedDict([('a', [1])])
t(lambda: OrderedDict(a=1).copy())  #=> OrderedDict([('a', 1)])
t(lambda: OrderedDict(a=1).setdefault("b", 2))  #=> 2
t(lambda: OrderedDict(a=1, b=2).items() == {"a": 1, "b": 2}.items())  #=> True
t(lambda: OrderedDict(3))  #=> TypeError 'int' object is not iterable
t(lambda: OrderedDict(a=1, b=2).keys())  #=> odict_keys(['a', 'b'])
t(lambda: OrderedDict(a=1).values())  #=> odict_values([1])
t(lambda: OrderedDict(a=1).items())  #=> odict_items([('a', 1)])
t(lambda: list(reversed(OrderedDict(a=1, b=2).items())))  #=> [('b', 2), ('a', 1)]
t(lambda: OrderedDict(a=1).keys() & {'a', 'b'})  #=> {'a'}
t(lambda: len(OrderedDict(a=1).values()))  #=> 1
t(lambda: isinstance(OrderedDict().keys(), type({}.keys())))  #=> True
t(lambda: OrderedDict())  #=> OrderedDict()
class LRU(OrderedDict):
    def __init__(self, size):
        super().__init__()
        self.size = size
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        self.move_to_end(k)
        if len(self) > self.size:
            self.popitem(last=False)
    def __getitem__(self, k):
        v = super().__getitem__(k)
        self.move_to_end(k)
        return v
l = LRU(2)
l["a"] = 1
l["b"] = 2
l["a"]
l["c"] = 3
t(lambda: l)  #=> LRU([('a', 1), ('c', 3)])
t(lambda: list(l))  #=> ['a', 'c']
t(lambda: dict(OrderedDict(z=1, y=2)))  #=> {'z': 1, 'y': 2}

c = Counter("mississippi")
t(lambda: c)  #=> Counter({'i': 4, 's': 4, 'p': 2, 'm': 1})
t(lambda: c.most_common())  #=> [('i', 4), ('s', 4), ('p', 2), ('m', 1)]
t(lambda: c.most_common(2))  #=> [('i', 4), ('s', 4)]
t(lambda: c["q"])  #=> 0
t(lambda: Counter())  #=> Counter()
t(lambda: Counter(a=1, b=2))  #=> Counter({'b': 2, 'a': 1})
t(lambda: Counter({"x": 3}))  #=> Counter({'x': 3})
t(lambda: Counter([1, 1, 2]))  #=> Counter({1: 2, 2: 1})
t(lambda: list(Counter(a=2, b=1).elements()))  #=> ['a', 'a', 'b']
t(lambda: c.total())  #=> 11
t(lambda: Counter(a=3, b=1) + Counter(a=1, c=2))  #=> Counter({'a': 4, 'c': 2, 'b': 1})
t(lambda: Counter(a=3, b=1) - Counter(a=1, b=2))  #=> Counter({'a': 2})
t(lambda: Counter(a=3, b=1) & Counter(a=1, b=2))  #=> Counter({'a': 1, 'b': 1})
t(lambda: Counter(a=3, b=1) | Counter(a=1, b=2))  #=> Counter({'a': 3, 'b': 2})
t(lambda: +Counter(a=1, b=-1))  #=> Counter({'a': 1})
t(lambda: -Counter(a=1, b=-1))  #=> Counter({'b': 1})
t(lambda: Counter.fromkeys("a"))  #=> NotImplementedError Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
t(lambda: Counter(a=1) == Counter(a=1, b=0))  #=> True
t(lambda: Counter(a=1) <= Counter(a=2))  #=> True
t(lambda: Counter(a=3) < Counter(a=2))  #=> False
t(lambda: Counter(a=1) != Counter(a=1))  #=> False
t(lambda: Counter(a=1) + 3)  #=> TypeError unsupported operand type(s) for +: 'Counter' and 'int'
t(lambda: Counter(3))  #=> TypeError 'int' object is not iterable
t(lambda: Counter(a=1).copy())  #=> Counter({'a': 1})
t(lambda: Counter("ab") == {"a": 1, "b": 1})  #=> True
k = Counter("aab")
k.update("abc")
t(lambda: k)  #=> Counter({'a': 3, 'b': 2, 'c': 1})
k.subtract({"a": 5})
t(lambda: k)  #=> Counter({'b': 2, 'c': 1, 'a': -2})
k.update(z=3)
t(lambda: k)  #=> Counter({'z': 3, 'b': 2, 'c': 1, 'a': -2})
k.subtract("z", b=1)
t(lambda: k)  #=> Counter({'z': 2, 'b': 1, 'c': 1, 'a': -2})
del k["nope"]
del k["a"]
t(lambda: k)  #=> Counter({'z': 2, 'b': 1, 'c': 1})
k += Counter(b=5)
t(lambda: k)  #=> Counter({'b': 6, 'z': 2, 'c': 1})
k -= Counter(b=5)
t(lambda: k)  #=> Counter({'z': 2, 'b': 1, 'c': 1})
k |= Counter(q=2)
k &= Counter(q=1)
t(lambda: k)  #=> Counter({'q': 1})
t(lambda: sorted(Counter("hello").items()))  #=> [('e', 1), ('h', 1), ('l', 2), ('o', 1)]
t(lambda: Counter("hello world".split()))  #=> Counter({'hello': 1, 'world': 1})
t(lambda: max(Counter("hello"), key=Counter("hello").get))  #=> l
t(lambda: sum(Counter("abc").values()))  #=> 3
t(lambda: Counter(a="x", b=1))  #=> Counter({'a': 'x', 'b': 1})
t(lambda: isinstance(c, dict))  #=> True
t(lambda: c.most_common(0))  #=> []
t(lambda: c.most_common(-3))  #=> []
t(lambda: Counter(x for x in [1, 2, 1]))  #=> Counter({1: 2, 2: 1})
t(lambda: Counter(Counter(a=2)))  #=> Counter({'a': 2})
t(lambda: copy.copy(Counter("aa")))  #=> Counter({'a': 2})
t(lambda: Counter.__mro__)  #=> (<class 'collections.Counter'>, <class 'dict'>, <class 'object'>)

m = ChainMap({"a": 1}, {"a": 2, "b": 3})
t(lambda: m)  #=> ChainMap({'a': 1}, {'a': 2, 'b': 3})
t(lambda: m["a"])  #=> 1
t(lambda: m["b"])  #=> 3
t(lambda: m["z"])  #=> KeyError 'z'
t(lambda: list(m))  #=> ['a', 'b']
t(lambda: len(m))  #=> 2
t(lambda: m.get("z", 5))  #=> 5
t(lambda: "b" in m)  #=> True
m["b"] = 9
t(lambda: m)  #=> ChainMap({'a': 1, 'b': 9}, {'a': 2, 'b': 3})
t(lambda: m.new_child({"c": 1}))  #=> ChainMap({'c': 1}, {'a': 1, 'b': 9}, {'a': 2, 'b': 3})
t(lambda: m.new_child(x=1))  #=> ChainMap({'x': 1}, {'a': 1, 'b': 9}, {'a': 2, 'b': 3})
t(lambda: m.parents)  #=> ChainMap({'a': 2, 'b': 3})
t(lambda: m.maps)  #=> [{'a': 1, 'b': 9}, {'a': 2, 'b': 3}]
del m["b"]
t(lambda: m["b"])  #=> 3
t(lambda: m.pop("zz"))  #=> KeyError "Key not found in the first mapping: 'zz'"
t(lambda: dict(m))  #=> {'a': 1, 'b': 3}
t(lambda: ChainMap())  #=> ChainMap({})
t(lambda: ChainMap({}, {"q": 1}).popitem())  #=> KeyError 'No keys found in the first mapping.'
t(lambda: sorted(m.items()))  #=> [('a', 1), ('b', 3)]
t(lambda: bool(ChainMap({}, {})))  #=> False
t(lambda: m == {"a": 1, "b": 3})  #=> True
t(lambda: m | {"k": 1})  #=> ChainMap({'a': 1, 'k': 1}, {'a': 2, 'b': 3})
t(lambda: {"k": 1} | m)  #=> ChainMap({'k': 1, 'a': 1, 'b': 3})
t(lambda: ChainMap.fromkeys("ab", 1))  #=> ChainMap({'a': 1, 'b': 1})
t(lambda: m.copy())  #=> ChainMap({'a': 1}, {'a': 2, 'b': 3})
def f(): del m["nope"]
t(f)  #=> KeyError "Key not found in the first mapping: 'nope'"

class U(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
u = U(a=1)
u["b"] = 2
u.update({"c": 3})
t(lambda: u)  #=> {'A': 1, 'B': 2, 'C': 3}
t(lambda: u["A"])  #=> 1
t(lambda: u["a"])  #=> KeyError 'a'
t(lambda: len(u))  #=> 3
t(lambda: list(u))  #=> ['A', 'B', 'C']
t(lambda: u.get("zz"))  #=> None
t(lambda: u.pop("A"))  #=> 1
t(lambda: u == {"B": 2, "C": 3})  #=> True
t(lambda: u | {"d": 4})  #=> {'B': 2, 'C': 3, 'D': 4}
t(lambda: u.copy())  #=> {'B': 2, 'C': 3}
t(lambda: UserDict({"x": 1}))  #=> {'x': 1}
t(lambda: "B" in u)  #=> True
t(lambda: UserDict.fromkeys("ab"))  #=> {'a': None, 'b': None}
t(lambda: u.setdefault("z", 1))  #=> 1
t(lambda: u.data)  #=> {'B': 2, 'C': 3, 'Z': 1}
ul = UserList([3, 1, 2])
ul.append(0)
ul.sort()
t(lambda: ul)  #=> [0, 1, 2, 3]
t(lambda: ul[1:])  #=> [1, 2, 3]
t(lambda: ul + [5])  #=> [0, 1, 2, 3, 5]
t(lambda: [5] + ul)  #=> [5, 0, 1, 2, 3]
t(lambda: ul * 2)  #=> [0, 1, 2, 3, 0, 1, 2, 3]
t(lambda: ul == [0, 1, 2, 3])  #=> True
t(lambda: ul.index(2))  #=> 2
t(lambda: ul.pop())  #=> 3
t(lambda: len(ul))  #=> 3
t(lambda: type(ul[:1]).__name__)  #=> UserList
t(lambda: list(reversed(ul)))  #=> [2, 1, 0]
t(lambda: ul < [9])  #=> True
us = UserString("hello")
t(lambda: us)  #=> hello
t(lambda: us.upper())  #=> HELLO
t(lambda: us + "x")  #=> hellox
t(lambda: "x" + us)  #=> xhello
t(lambda: us[1:3])  #=> el
t(lambda: us == "hello")  #=> True
t(lambda: len(us))  #=> 5
t(lambda: us.find("l"))  #=> 2
t(lambda: "ell" in us)  #=> True
t(lambda: us * 2)  #=> hellohello
t(lambda: type(us.upper()).__name__)  #=> UserString
t(lambda: us.split("l"))  #=> ['he', '', 'o']
t(lambda: hash(us) == hash("hello"))  #=> True
t(lambda: us.replace("l", "L"))  #=> heLLo
t(lambda: int(UserString("5")))  #=> 5
t(lambda: str(us))  #=> hello
t(lambda: us % ())  #=> hello
t(lambda: us.join(["a", "b"]))  #=> ahellob
t(lambda: us.isalpha())  #=> True
