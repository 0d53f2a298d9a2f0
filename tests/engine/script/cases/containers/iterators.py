def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
def L(*a, **k): return list(*a, **k)
# enumerate
print(L(enumerate('abc')), L(enumerate('ab', 5)), L(enumerate('ab', start=-1)), L(enumerate([])), L(enumerate('ab', 10**20)), L(enumerate(iterable='x', start=2)), L(enumerate('ab', 2**63 - 1)), L(enumerate('a', True)))
#=> [(0, 'a'), (1, 'b'), (2, 'c')] [(5, 'a'), (6, 'b')] [(-1, 'a'), (0, 'b')] [] [(100000000000000000000, 'a'), (100000000000000000001, 'b')] [(2, 'x')] [(9223372036854775807, 'a'), (9223372036854775808, 'b')] [(1, 'a')]
t(enumerate, 5)  #=> TypeError 'int' object is not iterable
t(enumerate, 'a', 'b')  #=> TypeError 'str' object cannot be interpreted as an integer
t(enumerate, 'a', 1.5)  #=> TypeError 'float' object cannot be interpreted as an integer
t(enumerate, 'a', None)  #=> TypeError 'NoneType' object cannot be interpreted as an integer
t(enumerate)  #=> TypeError enumerate() missing required argument 'iterable'
t(enumerate, foo=1)  #=> TypeError 'foo' is an invalid keyword argument for enumerate()
t(enumerate, 'a', 1, 2)  #=> TypeError enumerate() takes at most 2 arguments (3 given)
t(enumerate, [], foo=2)  #=> TypeError 'foo' is an invalid keyword argument for enumerate()
e = enumerate('abc')
print(next(e), iter(e) is e, L(e), L(e))  #=> (0, 'a') True [(1, 'b'), (2, 'c')] []
t(next, e)  #=> StopIteration 
t(lambda: e.__length_hint__)  #=> AttributeError 'enumerate' object has no attribute '__length_hint__'
t(lambda: len(e))  #=> TypeError object of type 'enumerate' has no len()
t(lambda: e[0])  #=> TypeError 'enumerate' object is not subscriptable
t(lambda: e.x)  #=> AttributeError 'enumerate' object has no attribute 'x'
# zip
print(L(zip()), L(zip('ab')), L(zip('ab', 'xyz', [1, 2, 3])), L(zip([], 'a')), L(zip(*[(1, 2), (3, 4)])), dict(zip('ab', range(9))), L(zip('ab', 'cd', strict=True)), L(zip(strict=True)))
#=> [] [('a',), ('b',)] [('a', 'x', 1), ('b', 'y', 2)] [] [(1, 3), (2, 4)] {'a': 0, 'b': 1} [('a', 'c'), ('b', 'd')] []
t(zip, 5)  #=> TypeError 'int' object is not iterable
t(zip, 'a', 5)  #=> TypeError 'int' object is not iterable
t(L, zip('a', 'bc', strict=True))  #=> ValueError zip() argument 2 is longer than argument 1
t(L, zip('ab', 'c', strict=True))  #=> ValueError zip() argument 2 is shorter than argument 1
t(L, zip('a', 'b', 'cd', strict=True))  #=> ValueError zip() argument 3 is longer than arguments 1-2
t(L, zip('ab', 'cd', 'e', strict=True))  #=> ValueError zip() argument 3 is shorter than arguments 1-2
t(zip, foo=1)  #=> TypeError 'foo' is an invalid keyword argument for zip()
t(L, zip('', 'a', strict=True))  #=> ValueError zip() argument 2 is longer than argument 1
z = zip('abc', [1])
print(next(z))  #=> ('a', 1)
t(next, z)  #=> StopIteration 
t(next, z)  #=> StopIteration 
it = iter([1, 2, 3])
print(L(zip('a', it)), next(it))  #=> [('a', 1)] 2
it = iter([1, 2, 3])
print(L(zip(it, 'a')), L(it))  #=> [(1, 'a')] [3]
it = iter(range(6))
print(L(zip(it, it)))  #=> [(0, 1), (2, 3), (4, 5)]
def g(n):
    print('start', n)
    for i in range(n): print('give', i); yield i
    print('end', n)
z = zip(g(2), g(3))
print('made')  #=> made
print(L(z))
#=> start 2
#=> give 0
#=> start 3
#=> give 0
#=> give 1
#=> give 1
#=> end 2
#=> [(0, 0), (1, 1)]
def bad():
    yield 1
    raise ValueError('in gen')
t(L, zip(bad(), 'abc'))  #=> ValueError in gen
t(L, zip('abc', bad()))  #=> ValueError in gen
t(L, map(str, bad()))  #=> ValueError in gen
t(L, enumerate(bad()))  #=> ValueError in gen
t(L, filter(None, bad()))  #=> ValueError in gen
t(sum, bad())  #=> ValueError in gen
t(max, bad())  #=> ValueError in gen
t(any, (x == 5 for x in bad()))  #=> ValueError in gen
t(L, bad())  #=> ValueError in gen
t(tuple, bad())  #=> ValueError in gen
t(set, bad())  #=> ValueError in gen
t(dict, bad())  #=> TypeError cannot convert dictionary update sequence element #0 to a sequence
t(sorted, bad())  #=> ValueError in gen
# map, filter
print(L(map(str, [1, 2])), L(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), L(map(max, 'ab', 'ba', 'cc')), L(map(lambda *a: len(a), 'ab', 'ab', 'ab', 'ab', 'ab', 'ab')), L(filter(None, [0, 1, '', 'a', [], None])), L(filter(lambda x: x > 1, [1, 2, 3])), L(filter(bool, [0, 2])), L(filter(str.upper, ['a', ''])))
#=> ['1', '2'] [11, 22] ['c', 'c'] [6, 6] [1, 'a'] [2, 3] [2] ['a']
t(map)  #=> TypeError map() must have at least two arguments.
t(map, str)  #=> TypeError map() must have at least two arguments.
t(map, str, 5)  #=> TypeError 'int' object is not iterable
t(L, map(5, [1]))  #=> TypeError 'int' object is not callable
t(L, map(lambda x: x, [1], [2]))  #=> TypeError <lambda>() takes 1 positional argument but 2 were given
t(filter)  #=> TypeError filter expected 2 arguments, got 0
t(filter, None)  #=> TypeError filter expected 2 arguments, got 1
t(filter, None, 5)  #=> TypeError 'int' object is not iterable
t(L, filter(5, [1]))  #=> TypeError 'int' object is not callable
t(L, filter(lambda: 1, [1]))  #=> TypeError <lambda>() takes 0 positional arguments but 1 was given
t(filter, function=None, iterable=[])  #=> TypeError filter() takes no keyword arguments
t(map, func=str, x=[])  #=> TypeError map() takes no keyword arguments
t(L, map(lambda x: 1 / x, [1, 0]))  #=> ZeroDivisionError division by zero
class Bo:
    def __bool__(self): raise KeyError('bool')
t(L, filter(None, [Bo()]))  #=> KeyError 'bool'
t(L, filter(lambda x: Bo(), [1]))  #=> KeyError 'bool'
t(any, [Bo()])  #=> KeyError 'bool'
t(all, [1, Bo()])  #=> KeyError 'bool'
m = map(print, 'ab')
print('lazy')  #=> lazy
next(m)  #=> a
L(m)  #=> b
f = filter(lambda x: print('test', x) or x, [0, 1, 2])
print('lazy')  #=> lazy
print(next(f))
#=> test 0
#=> test 1
#=> 1
# reversed
print(L(reversed([1, 2])), L(reversed('añb')), L(reversed((1, 2))), L(reversed(range(3))), L(reversed({1: 2, 3: 4})), L(reversed({1: 2, 3: 4}.items())), L(reversed(b'ab')))
#=> [2, 1] ['b', 'ñ', 'a'] [2, 1] [2, 1, 0] [3, 1] [(3, 4), (1, 2)] [98, 97]
t(reversed, {1})  #=> TypeError 'set' object is not reversible
t(reversed, 5)  #=> TypeError 'int' object is not reversible
t(reversed, iter([]))  #=> TypeError 'list_iterator' object is not reversible
t(reversed)  #=> TypeError reversed expected 1 argument, got 0
t(reversed, [], 1)  #=> TypeError reversed expected 1 argument, got 2
t(reversed, x=1)  #=> TypeError reversed() takes no keyword arguments
t(reversed, (x for x in 'a'))  #=> TypeError 'generator' object is not reversible
class Seq:
    def __init__(self, *d): self.d = d
    def __len__(self): return len(self.d)
    def __getitem__(self, i): print('get', i); return self.d[i]
r = reversed(Seq('a', 'b'))
print(type(r).__name__, r.__length_hint__(), next(r), r.__length_hint__(), L(r), L(r), r.__length_hint__())
#=> get 1
#=> get 0
#=> reversed 2 b 1 ['a'] [] 0
print(L(Seq(1, 2)), 2 in Seq(1, 2), [*Seq(5)], type(iter(Seq())).__name__, sum(Seq(1, 2)))
#=> get 0
#=> get 1
#=> get 2
#=> get 0
#=> get 1
#=> get 0
#=> get 1
#=> get 0
#=> get 1
#=> get 2
#=> [1, 2] True [5] iterator 3
class Rev:
    def __reversed__(self): return 'my reversed'
print(reversed(Rev()))  #=> my reversed
class NoRev(list): __reversed__ = None
t(reversed, NoRev())  #=> TypeError 'NoRev' object is not reversible
class NoLen:
    def __getitem__(self, i): return i
t(reversed, NoLen())  #=> TypeError object of type 'NoLen' has no len()
it = iter(NoLen())
print(next(it), next(it))  #=> 0 1
t(lambda: it.__length_hint__())  #=> NotImplemented
class Len1:
    def __len__(self): return -1
    def __getitem__(self, i): return i
t(reversed, Len1())  #=> ValueError __len__() should return >= 0
t(len, Len1())  #=> ValueError __len__() should return >= 0
t(bool, Len1())  #=> ValueError __len__() should return >= 0
t(L, Len1())  #=> ValueError __len__() should return >= 0
class Len2:
    def __len__(self): return 'x'
t(len, Len2())  #=> TypeError 'str' object cannot be interpreted as an integer
t(bool, Len2())  #=> TypeError 'str' object cannot be interpreted as an integer
class Len3:
    def __len__(self): return 10**30
t(len, Len3())  #=> OverflowError cannot fit 'int' into an index-sized integer
t(bool, Len3())  #=> OverflowError cannot fit 'int' into an index-sized integer
class Len4:
    def __len__(self): raise ValueError('len')
    def __iter__(self): return iter([1])
t(len, Len4())  #=> ValueError len
t(L, Len4())  #=> ValueError len
t(bool, Len4())  #=> ValueError len
class Hint:
    def __init__(s, h): s.h = h
    def __iter__(s): return iter([1, 2])
    def __length_hint__(s):
        if isinstance(s.h, Exception): raise s.h
        return s.h
t(L, Hint(5))  #=> [1, 2]
t(L, Hint(-1))  #=> ValueError __length_hint__() should return >= 0
t(L, Hint('x'))  #=> TypeError __length_hint__ must be an integer, not str
t(L, Hint(NotImplemented))  #=> [1, 2]
t(L, Hint(TypeError('t')))  #=> [1, 2]
t(L, Hint(ValueError('v')))  #=> ValueError v
t(tuple, Hint(-1))  #=> ValueError __length_hint__() should return >= 0
t(tuple, Hint(10))  #=> (1, 2)
t(sorted, Hint(3))  #=> [1, 2]
# iter
it = iter([1, 2, 3])
print(type(it).__name__, next(it), it.__length_hint__(), L(it), next(it, 'done'))
#=> list_iterator 1 2 [2, 3] done
t(next, it)  #=> StopIteration 
vals = iter([1, 2, 'stop', 3])
it = iter(lambda: next(vals), 'stop')
print(type(it).__name__, L(it), L(it), next(vals))  #=> callable_iterator [1, 2] [] 3
t(iter, 5, 6)  #=> TypeError iter(v, w): v must be callable
t(iter, 5)  #=> TypeError 'int' object is not iterable
t(iter)  #=> TypeError iter expected at least 1 argument, got 0
t(iter, [], 1)  #=> TypeError iter(v, w): v must be callable
t(iter, print, 1, 2)  #=> TypeError iter expected at most 2 arguments, got 3
def boom(): raise StopIteration
t(L, iter(boom, 1))  #=> []
def boom2(): raise ValueError('callable')
t(L, iter(boom2, 1))  #=> ValueError callable
class It:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3: raise StopIteration('over')
        return self.n
print(L(It()), [*It()], max(It()), sum(It()), 2 in It(), 9 in It(), sorted(It(), reverse=True), dict.fromkeys(It()), next(It(), None), [x for x in It()], ''.join(map(str, It())), L(zip(It(), It())), L(enumerate(It())))
#=> [1, 2, 3] [1, 2, 3] 3 6 True False [3, 2, 1] {1: None, 2: None, 3: None} 1 [1, 2, 3] 123 [(1, 1), (2, 2), (3, 3)] [(0, 1), (1, 2), (2, 3)]
a, b, c = It()
print(a, b, c)  #=> 1 2 3
a, *b = It()
print(a, b)  #=> 1 [2, 3]
t(lambda: next(iter(It())))  #=> 1
it = It()
L(it)
t(next, it)  #=> StopIteration over
t(next, it, 'd')  #=> 'd'
class BadIter:
    def __iter__(self): return 5
t(iter, BadIter())  #=> TypeError iter() returned non-iterator of type 'int'
t(L, BadIter())  #=> TypeError iter() returned non-iterator of type 'int'
t(lambda: [*BadIter()])  #=> TypeError iter() returned non-iterator of type 'int'
class NoneIter:
    __iter__ = None
    def __getitem__(self, i): return i
t(iter, NoneIter())  #=> TypeError 'NoneIter' object is not iterable
t(lambda: 1 in NoneIter())  #=> TypeError argument of type 'NoneIter' is not iterable
t(lambda: [x for x in NoneIter()])  #=> TypeError 'NoneIter' object is not iterable
class RaiseIter:
    def __iter__(self): raise ValueError('iter')
t(iter, RaiseIter())  #=> ValueError iter
t(L, RaiseIter())  #=> ValueError iter
t(lambda: 1 in RaiseIter())  #=> ValueError iter
class RaiseNext:
    def __iter__(self): return self
    def __next__(self): raise KeyError('next')
t(L, RaiseNext())  #=> KeyError 'next'
t(lambda: 1 in RaiseNext())  #=> KeyError 'next'
t(next, RaiseNext(), 5)  #=> KeyError 'next'
class GI:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * i
print(L(GI()), 4 in GI(), 5 in GI(), [*GI()], L(zip(GI(), 'abc')))
#=> [0, 1, 4] True False [0, 1, 4] [(0, 'a'), (1, 'b'), (4, 'c')]
x, y, z = GI()
print(x, y, z)  #=> 0 1 4
class GS:
    def __getitem__(self, i):
        if i > 1: raise StopIteration
        return i
print(L(GS()))  #=> [0, 1]
class GE:
    def __getitem__(self, i): raise ValueError('item')
t(L, GE())  #=> ValueError item
t(next, 5)  #=> TypeError 'int' object is not an iterator
t(next, [])  #=> TypeError 'list' object is not an iterator
t(next, 'abc')  #=> TypeError 'str' object is not an iterator
t(next, [], 1)  #=> TypeError 'list' object is not an iterator
t(next)  #=> TypeError next expected at least 1 argument, got 0
t(lambda: [].__next__)  #=> AttributeError 'list' object has no attribute '__next__'
# unpacking
def unpack(n, v):
    if n == 0: [] = v; return 'ok'
    if n == 2: a, b = v; return a, b
    if n == 3: a, b, c = v; return a, b, c
    if n == 'm': a, *b, c = v; return a, b, c
    if n == 's': *a, = v; return a
    if n == 'n': (a, b), [c, *d] = v; return a, b, c, d
for n, v in ((2, [1]), (2, [1, 2, 3]), (2, 'ab'), (2, {1: 2, 3: 4}), (2, 5), (2, iter([1])), (2, It()), (3, 'abcd'), (3, ''), ('m', [1]), ('m', [1, 2]), ('m', range(5)), ('m', 5), ('s', 'xyz'), ('s', None), ('n', ('ab', 'cdef')), ('n', ('ab', '')), ('n', ('a', 'c')), (0, []), (0, [1]), (2, None), (2, (x for x in 'ab')), (2, (x for x in 'abc')), (2, {1, 2, 3})):
    t(unpack, n, v)
#=> ValueError not enough values to unpack (expected 2, got 1)
#=> ValueError too many values to unpack (expected 2)
#=> ('a', 'b')
#=> (1, 3)
#=> TypeError cannot unpack non-iterable int object
#=> ValueError not enough values to unpack (expected 2, got 1)
#=> ValueError too many values to unpack (expected 2)
#=> ValueError too many values to unpack (expected 3)
#=> ValueError not enough values to unpack (expected 3, got 0)
#=> ValueError not enough values to unpack (expected at least 2, got 1)
#=> (1, [], 2)
#=> (0, [1, 2, 3], 4)
#=> TypeError cannot unpack non-iterable int object
#=> ['x', 'y', 'z']
#=> TypeError cannot unpack non-iterable NoneType object
#=> ('a', 'b', 'c', ['d', 'e', 'f'])
#=> ValueError not enough values to unpack (expected at least 1, got 0)
#=> ValueError not enough values to unpack (expected 2, got 1)
#=> 'ok'
#=> ValueError too many values to unpack (expected 0)
#=> TypeError cannot unpack non-iterable NoneType object
#=> ('a', 'b')
#=> ValueError too many values to unpack (expected 2)
#=> ValueError too many values to unpack (expected 2)
print([*'ab', *[1], *()], (*range(2), 9), {**{'a': 1}, 'b': 2}, [*{1: 2}], *'xy', *[])
#=> ['a', 'b', 1] (0, 1, 9) {'a': 1, 'b': 2} [1] x y
t(lambda: [*5])  #=> TypeError Value after * must be an iterable, not int
t(lambda: (*None,))  #=> TypeError Value after * must be an iterable, not NoneType
t(lambda: {*5})  #=> TypeError 'int' object is not iterable
t(lambda: {**[1]})  #=> TypeError 'list' object is not a mapping
t(lambda: print(*5))  #=> TypeError print() argument after * must be an iterable, not int
t(lambda: dict(**5))  #=> TypeError dict() argument after ** must be a mapping, not int
t(lambda: dict(**{1: 2}))  #=> TypeError keywords must be strings
t(lambda: dict(a=1, **{'a': 2}))  #=> TypeError dict() got multiple values for keyword argument 'a'
for i, (a, *b) in enumerate(['abc', 'd', (1, 2)]): print(i, a, b)
#=> 0 a ['b', 'c']
#=> 1 d []
#=> 2 1 [2]
for [x, y] in {1: 2}.items(): print(x, y)  #=> 1 2
# any, all, sum
print(any([]), all([]), any([0, '']), any([0, 1]), all([1, 'a']), all([1, 0]), any(x > 2 for x in [1, 3]), all(x for x in []))
#=> False True False True True False True True
t(any, 5)  #=> TypeError 'int' object is not iterable
t(all, None)  #=> TypeError 'NoneType' object is not iterable
t(any)  #=> TypeError any() takes exactly one argument (0 given)
t(all, 1, 2)  #=> TypeError all() takes exactly one argument (2 given)
print(sum([]), sum([1, 2]), sum([1, 2], 10), sum([.1] * 10), sum([1, 2.5, True]), sum([[1], [2]], []), sum([(1,), (2,)], ()), sum([2**62, 2**62, 2**62]), sum([1], start=5), sum([10**20, 1.5]), sum([1.5, 10**20, -0.5]), sum([True, True]), sum(x * x for x in range(5)), sum([0.1, 0.2, 0.3]), sum([-0.0]), sum([1e308, 1e308]))
#=> 0 3 13 0.9999999999999999 4.5 [1, 2] (1, 2) 13835058055282163712 6 1e+20 1e+20 2 30 0.6000000000000001 0.0 inf
t(sum, ['a'])  #=> TypeError unsupported operand type(s) for +: 'int' and 'str'
t(sum, ['a'], '')  #=> TypeError sum() can't sum strings [use ''.join(seq) instead]
t(sum, [b'a'], b'')  #=> TypeError sum() can't sum bytes [use b''.join(seq) instead]
t(sum, [[]])  #=> TypeError unsupported operand type(s) for +: 'int' and 'list'
t(sum, 5)  #=> TypeError 'int' object is not iterable
t(sum)  #=> TypeError sum() takes at least 1 positional argument (0 given)
t(sum, [1], None)  #=> TypeError unsupported operand type(s) for +: 'NoneType' and 'int'
t(sum, [1], 2, 3)  #=> TypeError sum() takes at most 2 arguments (3 given)
t(sum, [1], bytearray())  #=> TypeError sum() can't sum bytearray [use b''.join(seq) instead]
t(sum, iterable=[1])  #=> TypeError sum() takes at least 1 positional argument (0 given)
print(L(iter('añ€')), L(iter(b'ab')), [type(iter(x)).__name__ for x in ('', (), {}, set(), b'', range(0))])
#=> ['a', 'ñ', '€'] [97, 98] ['str_ascii_iterator', 'tuple_iterator', 'dict_keyiterator', 'set_iterator', 'bytes_iterator', 'range_iterator']
class En(enumerate): pass
class Zi(zip): pass
class Ma(map):
    def __next__(self): return ('mine', super().__next__())
print(L(En('ab')), L(Zi('ab', 'cd')), L(Ma(str, [1, 2])), type(En('')).__name__, isinstance(En(''), enumerate), iter(En('')).__class__.__name__)
#=> [(0, 'a'), (1, 'b')] [('a', 'c'), ('b', 'd')] [('mine', '1'), ('mine', '2')] En True En
