# pprint, reprlib, numbers, graphlib, sched, keyword, __future__
from __future__ import annotations, division
import __future__
import collections
import dataclasses
import graphlib
import keyword
import numbers
import pprint
import reprlib
import sched
import types


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


P = pprint.pformat
data = {"name": "value", "list": list(range(30)), "nested": {"a": {"b": {"c": [1, 2, {"d": "x" * 30}]}}}, "t": (1,), "s": {3, 1, 2}, "text": "word " * 30, "b": b"bytes" * 20}
t(lambda: P(data))
#=> {'b': b'bytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbyt'
#=>       b'esbytesbytesbytesbytesbytesbytes',
#=>  'list': [0,
#=>           1,
#=>           2,
#=>           3,
#=>           4,
#=>           5,
#=>           6,
#=>           7,
#=>           8,
#=>           9,
#=>           10,
#=>           11,
#=>           12,
#=>           13,
#=>           14,
#=>           15,
#=>           16,
#=>           17,
#=>           18,
#=>           19,
#=>           20,
#=>           21,
#=>           22,
#=>           23,
#=>           24,
#=>           25,
#=>           26,
#=>           27,
#=>           28,
#=>           29],
#=>  'name': 'value',
#=>  'nested': {'a': {'b': {'c': [1, 2, {'d': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}]}}},
#=>  's': {1, 2, 3},
#=>  't': (1,),
#=>  'text': 'word word word word word word word word word word word word word '
#=>          'word word word word word word word word word word word word word '
#=>          'word word word word '}
t(lambda: P(data, width=40))
#=> {'b': b'bytesbytesbytesbytesbytesbyt'
#=>       b'esbytesbytesbytesbytesbytesb'
#=>       b'ytesbytesbytesbytesbytesbyte'
#=>       b'sbytesbytesbytes',
#=>  'list': [0,
#=>           1,
#=>           2,
#=>           3,
#=>           4,
#=>           5,
#=>           6,
#=>           7,
#=>           8,
#=>           9,
#=>           10,
#=>           11,
#=>           12,
#=>           13,
#=>           14,
#=>           15,
#=>           16,
#=>           17,
#=>           18,
#=>           19,
#=>           20,
#=>           21,
#=>           22,
#=>           23,
#=>           24,
#=>           25,
#=>           26,
#=>           27,
#=>           28,
#=>           29],
#=>  'name': 'value',
#=>  'nested': {'a': {'b': {'c': [1,
#=>                               2,
#=>                               {'d': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}]}}},
#=>  's': {1, 2, 3},
#=>  't': (1,),
#=>  'text': 'word word word word word '
#=>          'word word word word word '
#=>          'word word word word word '
#=>          'word word word word word '
#=>          'word word word word word '
#=>          'word word word word word '}
t(lambda: P(data, indent=4, width=60))
#=> {   'b': b'bytesbytesbytesbytesbytesbytesbytesbytesbytesbyt'
#=>          b'esbytesbytesbytesbytesbytesbytesbytesbytesbytesb'
#=>          b'ytes',
#=>     'list': [   0,
#=>                 1,
#=>                 2,
#=>                 3,
#=>                 4,
#=>                 5,
#=>                 6,
#=>                 7,
#=>                 8,
#=>                 9,
#=>                 10,
#=>                 11,
#=>                 12,
#=>                 13,
#=>                 14,
#=>                 15,
#=>                 16,
#=>                 17,
#=>                 18,
#=>                 19,
#=>                 20,
#=>                 21,
#=>                 22,
#=>                 23,
#=>                 24,
#=>                 25,
#=>                 26,
#=>                 27,
#=>                 28,
#=>                 29],
#=>     'name': 'value',
#=>     'nested': {   'a': {   'b': {   'c': [   1,
#=>                                              2,
#=>                                              {   'd': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}]}}},
#=>     's': {1, 2, 3},
#=>     't': (1,),
#=>     'text': 'word word word word word word word word word '
#=>             'word word word word word word word word word '
#=>             'word word word word word word word word word '
#=>             'word word word '}
t(lambda: P(data, depth=2))
#=> {'b': b'bytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbyt'
#=>       b'esbytesbytesbytesbytesbytesbytes',
#=>  'list': [0,
#=>           1,
#=>           2,
#=>           3,
#=>           4,
#=>           5,
#=>           6,
#=>           7,
#=>           8,
#=>           9,
#=>           10,
#=>           11,
#=>           12,
#=>           13,
#=>           14,
#=>           15,
#=>           16,
#=>           17,
#=>           18,
#=>           19,
#=>           20,
#=>           21,
#=>           22,
#=>           23,
#=>           24,
#=>           25,
#=>           26,
#=>           27,
#=>           28,
#=>           29],
#=>  'name': 'value',
#=>  'nested': {'a': {...}},
#=>  's': {1, 2, 3},
#=>  't': (1,),
#=>  'text': 'word word word word word word word word word word word word word '
#=>          'word word word word word word word word word word word word word '
#=>          'word word word word '}
t(lambda: P(data, compact=True))
#=> {'b': b'bytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbytesbyt'
#=>       b'esbytesbytesbytesbytesbytesbytes',
#=>  'list': [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19,
#=>           20, 21, 22, 23, 24, 25, 26, 27, 28, 29],
#=>  'name': 'value',
#=>  'nested': {'a': {'b': {'c': [1, 2, {'d': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}]}}},
#=>  's': {1, 2, 3},
#=>  't': (1,),
#=>  'text': 'word word word word word word word word word word word word word '
#=>          'word word word word word word word word word word word word word '
#=>          'word word word word '}
t(lambda: P(data, sort_dicts=False, width=50))
#=> {'name': 'value',
#=>  'list': [0,
#=>           1,
#=>           2,
#=>           3,
#=>           4,
#=>           5,
#=>           6,
#=>           7,
#=>           8,
#=>           9,
#=>           10,
#=>           11,
#=>           12,
#=>           13,
#=>           14,
#=>           15,
#=>           16,
#=>           17,
#=>           18,
#=>           19,
#=>           20,
#=>           21,
#=>           22,
#=>           23,
#=>           24,
#=>           25,
#=>           26,
#=>           27,
#=>           28,
#=>           29],
#=>  'nested': {'a': {'b': {'c': [1,
#=>                               2,
#=>                               {'d': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'}]}}},
#=>  't': (1,),
#=>  's': {1, 2, 3},
#=>  'text': 'word word word word word word word '
#=>          'word word word word word word word '
#=>          'word word word word word word word '
#=>          'word word word word word word word '
#=>          'word word ',
#=>  'b': b'bytesbytesbytesbytesbytesbytesbytesbytes'
#=>       b'bytesbytesbytesbytesbytesbytesbytesbytes'
#=>       b'bytesbytesbytesbytes'}
t(lambda: P([]))  #=> []
t(lambda: P({}))  #=> {}
t(lambda: P((1,)))  #=> (1,)
t(lambda: P("x" * 100))
#=> 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
t(lambda: P("a\nb\n" * 30))
#=> ('a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n'
#=>  'a\n'
#=>  'b\n')
t(lambda: P(list(range(50)), width=30, compact=True))
#=> [0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
#=>  10, 11, 12, 13, 14, 15, 16,
#=>  17, 18, 19, 20, 21, 22, 23,
#=>  24, 25, 26, 27, 28, 29, 30,
#=>  31, 32, 33, 34, 35, 36, 37,
#=>  38, 39, 40, 41, 42, 43, 44,
#=>  45, 46, 47, 48, 49]
t(lambda: P({2: 1, "a": 3, (1,): 4}))  #=> {2: 1, 'a': 3, (1,): 4}
t(lambda: P(1234567, underscore_numbers=True))  #=> 1_234_567
t(lambda: P(collections.OrderedDict((str(i), i) for i in range(20))))
#=> OrderedDict([('0', 0),
#=>              ('1', 1),
#=>              ('2', 2),
#=>              ('3', 3),
#=>              ('4', 4),
#=>              ('5', 5),
#=>              ('6', 6),
#=>              ('7', 7),
#=>              ('8', 8),
#=>              ('9', 9),
#=>              ('10', 10),
#=>              ('11', 11),
#=>              ('12', 12),
#=>              ('13', 13),
#=>              ('14', 14),
#=>              ('15', 15),
#=>              ('16', 16),
#=>              ('17', 17),
#=>              ('18', 18),
#=>              ('19', 19)])
t(lambda: P(collections.defaultdict(list, {str(i): list(range(i)) for i in range(9)})))
#=> defaultdict(<class 'list'>,
#=>             {'0': [],
#=>              '1': [0],
#=>              '2': [0, 1],
#=>              '3': [0, 1, 2],
#=>              '4': [0, 1, 2, 3],
#=>              '5': [0, 1, 2, 3, 4],
#=>              '6': [0, 1, 2, 3, 4, 5],
#=>              '7': [0, 1, 2, 3, 4, 5, 6],
#=>              '8': [0, 1, 2, 3, 4, 5, 6, 7]})
t(lambda: P(collections.Counter("abracadabra" * 3), width=20))
#=> Counter({'a': 15,
#=>          'b': 6,
#=>          'r': 6,
#=>          'c': 3,
#=>          'd': 3})
t(lambda: P(collections.deque(range(40), maxlen=50), width=40))
#=> deque([0,
#=>        1,
#=>        2,
#=>        3,
#=>        4,
#=>        5,
#=>        6,
#=>        7,
#=>        8,
#=>        9,
#=>        10,
#=>        11,
#=>        12,
#=>        13,
#=>        14,
#=>        15,
#=>        16,
#=>        17,
#=>        18,
#=>        19,
#=>        20,
#=>        21,
#=>        22,
#=>        23,
#=>        24,
#=>        25,
#=>        26,
#=>        27,
#=>        28,
#=>        29,
#=>        30,
#=>        31,
#=>        32,
#=>        33,
#=>        34,
#=>        35,
#=>        36,
#=>        37,
#=>        38,
#=>        39],
#=>       maxlen=50)
t(lambda: P(types.SimpleNamespace(a=1, b=list(range(40))), width=40))
#=> namespace(a=1,
#=>           b=[0,
#=>              1,
#=>              2,
#=>              3,
#=>              4,
#=>              5,
#=>              6,
#=>              7,
#=>              8,
#=>              9,
#=>              10,
#=>              11,
#=>              12,
#=>              13,
#=>              14,
#=>              15,
#=>              16,
#=>              17,
#=>              18,
#=>              19,
#=>              20,
#=>              21,
#=>              22,
#=>              23,
#=>              24,
#=>              25,
#=>              26,
#=>              27,
#=>              28,
#=>              29,
#=>              30,
#=>              31,
#=>              32,
#=>              33,
#=>              34,
#=>              35,
#=>              36,
#=>              37,
#=>              38,
#=>              39])
t(lambda: P(collections.ChainMap({"a": 1}, {str(i): i for i in range(20)})))
#=> ChainMap({'a': 1},
#=>          {'0': 0,
#=>           '1': 1,
#=>           '10': 10,
#=>           '11': 11,
#=>           '12': 12,
#=>           '13': 13,
#=>           '14': 14,
#=>           '15': 15,
#=>           '16': 16,
#=>           '17': 17,
#=>           '18': 18,
#=>           '19': 19,
#=>           '2': 2,
#=>           '3': 3,
#=>           '4': 4,
#=>           '5': 5,
#=>           '6': 6,
#=>           '7': 7,
#=>           '8': 8,
#=>           '9': 9})
t(lambda: P(frozenset(range(40)), width=40))
#=> frozenset({0,
#=>            1,
#=>            2,
#=>            3,
#=>            4,
#=>            5,
#=>            6,
#=>            7,
#=>            8,
#=>            9,
#=>            10,
#=>            11,
#=>            12,
#=>            13,
#=>            14,
#=>            15,
#=>            16,
#=>            17,
#=>            18,
#=>            19,
#=>            20,
#=>            21,
#=>            22,
#=>            23,
#=>            24,
#=>            25,
#=>            26,
#=>            27,
#=>            28,
#=>            29,
#=>            30,
#=>            31,
#=>            32,
#=>            33,
#=>            34,
#=>            35,
#=>            36,
#=>            37,
#=>            38,
#=>            39})
t(lambda: P(types.MappingProxyType({str(i): i for i in range(20)})))
#=> mappingproxy({'0': 0,
#=>               '1': 1,
#=>               '10': 10,
#=>               '11': 11,
#=>               '12': 12,
#=>               '13': 13,
#=>               '14': 14,
#=>               '15': 15,
#=>               '16': 16,
#=>               '17': 17,
#=>               '18': 18,
#=>               '19': 19,
#=>               '2': 2,
#=>               '3': 3,
#=>               '4': 4,
#=>               '5': 5,
#=>               '6': 6,
#=>               '7': 7,
#=>               '8': 8,
#=>               '9': 9})
t(lambda: P(bytearray(b"x" * 90)))
#=> bytearray(b'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'
#=>           b'xxxxxxxxxxxxxxxxxxxxxxxxxx')
@dataclasses.dataclass
class D:
    x: int
    ys: list = dataclasses.field(default_factory=list)
t(lambda: P(D(1, list(range(40))), width=40))
#=> D(x=1,
#=>   ys=[0,
#=>       1,
#=>       2,
#=>       3,
#=>       4,
#=>       5,
#=>       6,
#=>       7,
#=>       8,
#=>       9,
#=>       10,
#=>       11,
#=>       12,
#=>       13,
#=>       14,
#=>       15,
#=>       16,
#=>       17,
#=>       18,
#=>       19,
#=>       20,
#=>       21,
#=>       22,
#=>       23,
#=>       24,
#=>       25,
#=>       26,
#=>       27,
#=>       28,
#=>       29,
#=>       30,
#=>       31,
#=>       32,
#=>       33,
#=>       34,
#=>       35,
#=>       36,
#=>       37,
#=>       38,
#=>       39])
t(lambda: P(D(1)))  #=> D(x=1, ys=[])
pprint.pprint({"b": 1, "a": 2})  #=> {'a': 2, 'b': 1}
pprint.pp({"b": 1, "a": 2})  #=> {'b': 1, 'a': 2}
l = [1]
l.append(l)
t(lambda: P(l)[:16])  #=> [1, <Recursion o
t(lambda: (pprint.isreadable([1]), pprint.isreadable(l), pprint.isrecursive(l), pprint.saferepr({"b": 1, "a": 2})))
#=> (True, False, True, "{'a': 2, 'b': 1}")
t(lambda: P([{"k": i, "v": "x" * 20} for i in range(5)]))
#=> [{'k': 0, 'v': 'xxxxxxxxxxxxxxxxxxxx'},
#=>  {'k': 1, 'v': 'xxxxxxxxxxxxxxxxxxxx'},
#=>  {'k': 2, 'v': 'xxxxxxxxxxxxxxxxxxxx'},
#=>  {'k': 3, 'v': 'xxxxxxxxxxxxxxxxxxxx'},
#=>  {'k': 4, 'v': 'xxxxxxxxxxxxxxxxxxxx'}]
t(lambda: pprint.PrettyPrinter(width=0))  #=> ValueError width must be != 0
t(lambda: pprint.PrettyPrinter(indent=-1))  #=> ValueError indent must be >= 0
t(lambda: pprint.PrettyPrinter(depth=0))  #=> ValueError depth must be > 0
t(lambda: P([["a" * 20] * 3] * 3, width=50))
#=> [['aaaaaaaaaaaaaaaaaaaa',
#=>   'aaaaaaaaaaaaaaaaaaaa',
#=>   'aaaaaaaaaaaaaaaaaaaa'],
#=>  ['aaaaaaaaaaaaaaaaaaaa',
#=>   'aaaaaaaaaaaaaaaaaaaa',
#=>   'aaaaaaaaaaaaaaaaaaaa'],
#=>  ['aaaaaaaaaaaaaaaaaaaa',
#=>   'aaaaaaaaaaaaaaaaaaaa',
#=>   'aaaaaaaaaaaaaaaaaaaa']]
t(lambda: P({"key": ("a" * 40, "b" * 40)}))
#=> {'key': ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
#=>          'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb')}
t(lambda: reprlib.repr(list(range(100))))  #=> [0, 1, 2, 3, 4, 5, ...]
t(lambda: reprlib.repr("x" * 100))  #=> 'xxxxxxxxxxxx...xxxxxxxxxxxxx'
t(lambda: reprlib.repr({i: i for i in range(10)}))  #=> {0: 0, 1: 1, 2: 2, 3: 3, ...}
t(lambda: reprlib.repr(set(range(10))))  #=> {0, 1, 2, 3, 4, 5, ...}
t(lambda: reprlib.repr((1,)))  #=> (1,)
t(lambda: reprlib.repr([[[[[[[[1]]]]]]]]))  #=> [[[[[[[...]]]]]]]
t(lambda: reprlib.repr(10**60))  #=> 100000000000000000...0000000000000000000
t(lambda: reprlib.repr(frozenset()))  #=> frozenset()
t(lambda: reprlib.repr(collections.deque(range(9))))  #=> deque([0, 1, 2, 3, 4, 5, ...])
class RR:
    @reprlib.recursive_repr("<...>")
    def __repr__(self): return f"RR({self.me!r})"
r = RR()
r.me = r
t(lambda: r)  #=> RR(<...>)
t(lambda: [isinstance(3, k) for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
#=> [True, True, True, True, True]
t(lambda: [isinstance(3.5, k) for k in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)])
#=> [True, True, True, False, False]
t(lambda: isinstance(True, numbers.Integral))  #=> True
t(lambda: isinstance("3", numbers.Number))  #=> False
t(lambda: isinstance(1j, numbers.Complex))  #=> True
t(lambda: type("X", (numbers.Number,), {})() is not None)  #=> True
t(lambda: numbers.Complex())
#=> TypeError Can't instantiate abstract class Complex with abstract methods __abs__, __add__, __complex__, __eq__, __mul__, __neg__, __pos__, __pow__, __radd__, __rmul__, __rpow__, __rtruediv__, __truediv__, conjugate, imag, real
G = graphlib.TopologicalSorter({"D": {"B", "C"}, "B": {"A"}, "C": {"A"}} and {"D": ["B", "C"], "C": ["A"], "B": ["A"]})
t(lambda: tuple(G.static_order()))  #=> ('A', 'C', 'B', 'D')
t(lambda: tuple(graphlib.TopologicalSorter({1: [2], 2: [1]}).static_order()))
#=> CycleError ('nodes are in a cycle', [1, 2, 1])
t(lambda: list(graphlib.TopologicalSorter().static_order()))  #=> []
g = graphlib.TopologicalSorter()
g.add("b", "a")
g.add("c", "a", "b")
g.prepare()
while g.is_active():
    ready = g.get_ready()
    print(ready, bool(g))
    g.done(*ready)
#=> ('a',) True
#=> ('b',) True
#=> ('c',) True
t(lambda: g.done("zz"))  #=> ValueError node 'zz' was not added using add()
t(lambda: g.add("x"))  #=> ValueError Nodes cannot be added after a call to prepare()
t(lambda: g.prepare())  #=> ValueError cannot prepare() more than once
t(lambda: g.done("a"))  #=> ValueError node 'a' was already marked done
t(lambda: graphlib.TopologicalSorter().get_ready())  #=> ValueError prepare() must be called first
s = sched.scheduler()
s.enter(0.02, 1, print, ("second",))
s.enter(0.01, 1, print, ("first",), {"end": "!\n"})
ev = s.enter(0.5, 1, print, ("cancelled",))
s.cancel(ev)
t(lambda: (len(s.queue), s.empty()))  #=> (2, False)
s.run()
#=> first!
#=> second
t(lambda: s.empty())  #=> True
t(lambda: s.cancel(ev))  #=> ValueError list.remove(x): x not in list
t(lambda: s.run(blocking=False))  #=> None
t(lambda: (keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.issoftkeyword("match"), keyword.kwlist, keyword.softkwlist))
#=> (True, False, True, ['False', 'None', 'True', 'and', 'as', 'assert', 'async', 'await', 'break', 'class', 'continue', 'def', 'del', 'elif', 'else', 'except', 'finally', 'for', 'from', 'global', 'if', 'import', 'in', 'is', 'lambda', 'nonlocal', 'not', 'or', 'pass', 'raise', 'return', 'try', 'while', 'with', 'yield'], ['_', 'case', 'match'])
t(lambda: __future__.annotations)  #=> _Feature((3, 7, 0, 'beta', 1), None, 16777216)
t(lambda: __future__.all_feature_names)
#=> ['nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function', 'unicode_literals', 'barry_as_FLUFL', 'generator_stop', 'annotations']
t(lambda: division.getMandatoryRelease())  #=> (3, 0, 0, 'alpha', 0)
t(lambda: D.__annotations__)  #=> {'x': 'int', 'ys': 'list'}

# ---- timeit compiles its statement once ----
import timeit
print(timeit.timeit("t = a; a = b; b = t", "a = 1; b = 2", number=100_000) >= 0)  #=> True
print(len(timeit.repeat("if x:\n    y = x\nelse:\n    y = 0", "x = 1", number=10, repeat=3)))  #=> 3
counted = []
print(timeit.Timer(lambda: counted.append(1), lambda: counted.append(0)).timeit(3) >= 0, counted)  #=> True [0, 1, 1, 1]
try:
    timeit.Timer("x =")
except SyntaxError as error:
    print(error.msg)  #=> invalid syntax
try:
    timeit.Timer(3)
except ValueError as error:
    print(error)  #=> stmt is neither a string nor callable
