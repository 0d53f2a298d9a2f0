# itertools: every iterator, keywords, errors.
import itertools
from itertools import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def take(n, it):
    return list(islice(it, n))


t(lambda: take(3, count()))  #=> [0, 1, 2]
t(lambda: take(3, count(5, -2)))  #=> [5, 3, 1]
t(lambda: take(3, count(1.5, 0.5)))  #=> [1.5, 2.0, 2.5]
t(lambda: take(2, count(start=3, step=4)))  #=> [3, 7]
t(lambda: count(3))  #=> count(3)
t(lambda: count(3, 2))  #=> count(3, 2)
t(lambda: count(1.0))  #=> count(1.0)
t(lambda: count("a"))  #=> TypeError a number is required
t(lambda: take(2, count(2**63 - 1)))  #=> [9223372036854775807, 9223372036854775808]
t(lambda: count(step=1))  #=> count(0)
c = count(10)
next(c)
t(lambda: c)  #=> count(11)
t(lambda: take(7, cycle("abc")))  #=> ['a', 'b', 'c', 'a', 'b', 'c', 'a']
t(lambda: list(cycle([])))  #=> []
t(lambda: cycle(3))  #=> TypeError 'int' object is not iterable
t(lambda: list(repeat("x", 3)))  #=> ['x', 'x', 'x']
t(lambda: repeat(1))  #=> repeat(1)
t(lambda: repeat([1], 2))  #=> repeat([1], 2)
t(lambda: list(repeat(1, -5)))  #=> []
t(lambda: take(2, repeat(object=7)))  #=> [7, 7]
t(lambda: list(repeat(7, times=2)))  #=> [7, 7]
t(lambda: repeat(1, 3).__length_hint__())  #=> 3
t(lambda: repeat(1).__length_hint__())  #=> TypeError len() of unsized object
t(lambda: repeat(1, "x"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: list(accumulate([1, 2, 3, 4])))  #=> [1, 3, 6, 10]
t(lambda: list(accumulate([1, 2, 3], lambda a, b: a * b)))  #=> [1, 2, 6]
t(lambda: list(accumulate([1, 2], initial=100)))  #=> [100, 101, 103]
t(lambda: list(accumulate([], initial=1)))  #=> [1]
t(lambda: list(accumulate([])))  #=> []
t(lambda: list(accumulate("abc")))  #=> ['a', 'ab', 'abc']
t(lambda: list(accumulate([1, "a"])))  #=> TypeError unsupported operand type(s) for +: 'int' and 'str'
t(lambda: list(accumulate([3, 1, 2], max)))  #=> [3, 3, 3]
t(lambda: list(accumulate([1, 2], func=None)))  #=> [1, 3]
t(lambda: list(chain("ab", [1], (2,))))  #=> ['a', 'b', 1, 2]
t(lambda: list(chain()))  #=> []
t(lambda: list(chain.from_iterable(["ab", "cd"])))  #=> ['a', 'b', 'c', 'd']
t(lambda: list(chain([1], 2)))  #=> TypeError 'int' object is not iterable
t(lambda: list(chain.from_iterable([[1], 2])))  #=> TypeError 'int' object is not iterable
t(lambda: list(compress("ABCDEF", [1, 0, 1, 0, 1, 1])))  #=> ['A', 'C', 'E', 'F']
t(lambda: list(compress("AB", [1])))  #=> ['A']
t(lambda: list(compress(data="AB", selectors=[0, 1])))  #=> ['B']
t(lambda: list(dropwhile(lambda x: x < 3, [1, 2, 3, 1])))  #=> [3, 1]
t(lambda: list(takewhile(lambda x: x < 3, [1, 2, 3, 1])))  #=> [1, 2]
t(lambda: list(filterfalse(lambda x: x % 2, range(6))))  #=> [0, 2, 4]
t(lambda: list(filterfalse(None, [0, 1, "", "a"])))  #=> [0, '']
t(lambda: list(dropwhile(lambda x: 1 / x, [0])))  #=> ZeroDivisionError division by zero
tw = takewhile(lambda x: x < 2, iter([1, 2, 1]))
t(lambda: list(tw))  #=> [1]
t(lambda: list(tw))  #=> []
t(lambda: [(k, list(g)) for k, g in groupby("AAABBCA")])
#=> [('A', ['A', 'A', 'A']), ('B', ['B', 'B']), ('C', ['C']), ('A', ['A'])]
t(lambda: [(k, list(g)) for k, g in groupby([1, 3, 2, 4], key=lambda x: x % 2)])  #=> [(1, [1, 3]), (0, [2, 4])]
t(lambda: [k for k, g in groupby([1, 1, 2])])  #=> [1, 2]
t(lambda: list(groupby([])))  #=> []
g = groupby("AAB")
k, first = next(g)
next(first)
k2, second = next(g)
t(lambda: (k, k2, list(first), list(second)))  #=> ('A', 'B', [], ['B'])
t(lambda: list(islice("ABCDEFG", 2)))  #=> ['A', 'B']
t(lambda: list(islice("ABCDEFG", 2, 4)))  #=> ['C', 'D']
t(lambda: list(islice("ABCDEFG", 2, None)))  #=> ['C', 'D', 'E', 'F', 'G']
t(lambda: list(islice("ABCDEFG", 0, None, 3)))  #=> ['A', 'D', 'G']
t(lambda: list(islice("ABC", 0)))  #=> []
t(lambda: islice("A", -1))  #=> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
t(lambda: islice("A", 0, -1))  #=> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
t(lambda: islice("A", -1, 2))  #=> ValueError Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.
t(lambda: islice("A", 0, 1, 0))  #=> ValueError Step for islice() must be a positive integer or None.
t(lambda: islice("A", "x"))  #=> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
t(lambda: islice("A", 1, "x"))  #=> ValueError Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
t(lambda: islice("A"))  #=> TypeError islice expected at least 2 arguments, got 1
t(lambda: list(islice(range(10), 1, 8, 2)))  #=> [1, 3, 5, 7]
it = iter(range(10))
t(lambda: (list(islice(it, 3)), next(it)))  #=> ([0, 1, 2], 3)
t(lambda: list(pairwise("ABCD")))  #=> [('A', 'B'), ('B', 'C'), ('C', 'D')]
t(lambda: list(pairwise("A")))  #=> []
t(lambda: list(pairwise([])))  #=> []
t(lambda: list(starmap(pow, [(2, 5), (3, 2)])))  #=> [32, 9]
t(lambda: list(starmap(pow, [2])))  #=> TypeError 'int' object is not iterable
t(lambda: list(zip_longest("ABC", "x")))  #=> [('A', 'x'), ('B', None), ('C', None)]
t(lambda: list(zip_longest("ABC", "x", fillvalue="-")))  #=> [('A', 'x'), ('B', '-'), ('C', '-')]
t(lambda: list(zip_longest()))  #=> []
t(lambda: zip_longest("a", bad=1))  #=> TypeError zip_longest() got an unexpected keyword argument
t(lambda: list(product("AB", "xy")))  #=> [('A', 'x'), ('A', 'y'), ('B', 'x'), ('B', 'y')]
t(lambda: list(product([0, 1], repeat=2)))  #=> [(0, 0), (0, 1), (1, 0), (1, 1)]
t(lambda: list(product()))  #=> [()]
t(lambda: list(product("A", [])))  #=> []
t(lambda: list(product("A", repeat=0)))  #=> [()]
t(lambda: product("A", repeat=-1))  #=> ValueError repeat argument cannot be negative
t(lambda: len(list(product(range(3), repeat=3))))  #=> 27
t(lambda: list(permutations("ABC")))
#=> [('A', 'B', 'C'), ('A', 'C', 'B'), ('B', 'A', 'C'), ('B', 'C', 'A'), ('C', 'A', 'B'), ('C', 'B', 'A')]
t(lambda: list(permutations("ABC", 2)))  #=> [('A', 'B'), ('A', 'C'), ('B', 'A'), ('B', 'C'), ('C', 'A'), ('C', 'B')]
t(lambda: list(permutations("AB", 3)))  #=> []
t(lambda: list(permutations("AB", 0)))  #=> [()]
t(lambda: permutations("AB", -1))  #=> ValueError r must be non-negative
t(lambda: permutations("AB", "x"))  #=> TypeError Expected int as r
t(lambda: len(list(permutations(range(5), 3))))  #=> 60
t(lambda: list(permutations([], 0)))  #=> [()]
t(lambda: list(combinations("ABCD", 2)))  #=> [('A', 'B'), ('A', 'C'), ('A', 'D'), ('B', 'C'), ('B', 'D'), ('C', 'D')]
t(lambda: list(combinations("AB", 3)))  #=> []
t(lambda: list(combinations("AB", 0)))  #=> [()]
t(lambda: combinations("AB", -1))  #=> ValueError r must be non-negative
t(lambda: combinations("AB"))  #=> TypeError combinations() missing required argument 'r' (pos 2)
t(lambda: list(combinations(range(4), r=3)))  #=> [(0, 1, 2), (0, 1, 3), (0, 2, 3), (1, 2, 3)]
t(lambda: list(combinations_with_replacement("ABC", 2)))
#=> [('A', 'A'), ('A', 'B'), ('A', 'C'), ('B', 'B'), ('B', 'C'), ('C', 'C')]
t(lambda: list(combinations_with_replacement("", 2)))  #=> []
t(lambda: list(combinations_with_replacement("", 0)))  #=> [()]
t(lambda: list(combinations_with_replacement("AB", 3)))
#=> [('A', 'A', 'A'), ('A', 'A', 'B'), ('A', 'B', 'B'), ('B', 'B', 'B')]
a, b = tee([1, 2, 3])
t(lambda: (next(a), next(a), next(b), list(a), list(b)))  #=> (1, 2, 1, [3], [2, 3])
t(lambda: tee([1], 0))  #=> ()
t(lambda: tee([1], -1))  #=> ValueError n must be >= 0
t(lambda: [list(x) for x in tee("ab", 3)])  #=> [['a', 'b'], ['a', 'b'], ['a', 'b']]
import copy
x, y = tee("abc")
next(x)
z = copy.copy(x)
t(lambda: (list(x), list(y), list(z)))  #=> (['b', 'c'], ['a', 'b', 'c'], ['b', 'c'])
t(lambda: chain.__module__)  #=> itertools
t(lambda: type(count()).__name__)  #=> count
t(lambda: itertools.chain)  #=> <class 'itertools.chain'>
t(lambda: chain[int])  #=> itertools.chain[int]
t(lambda: iter(chain("a")) is not None)  #=> True


class MyCount(count):
    def double(self):
        return next(self) * 2


m = MyCount(4)
t(lambda: (m.double(), m.double(), isinstance(m, count), list(islice(m, 2))))  #=> (8, 10, True, [6, 7])
t(lambda: m)  #=> MyCount(8)


def bad():
    yield 1
    raise ValueError("boom")


t(lambda: list(chain(bad())))  #=> ValueError boom
t(lambda: list(accumulate(bad())))  #=> ValueError boom
t(lambda: list(zip_longest(bad(), [1, 2, 3])))  #=> ValueError boom
t(lambda: list(cycle(bad())))  #=> ValueError boom
t(lambda: list(product(bad())))  #=> ValueError boom
t(lambda: count(1, 2, 3))  #=> TypeError count() takes at most 2 arguments (3 given)
t(lambda: cycle())  #=> TypeError cycle expected 1 argument, got 0
t(lambda: pairwise(1))  #=> TypeError 'int' object is not iterable
t(lambda: accumulate())  #=> TypeError accumulate() missing required argument 'iterable' (pos 1)
t(lambda: starmap(1))  #=> TypeError starmap expected 2 arguments, got 1
t(lambda: groupby())  #=> TypeError groupby() missing required argument 'iterable' (pos 1)
t(lambda: product(1))  #=> TypeError 'int' object is not iterable
t(lambda: combinations(1, 2))  #=> TypeError 'int' object is not iterable
