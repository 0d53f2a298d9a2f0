def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
# tuple
t(tuple)  #=> ()
t(tuple, 'abc')  #=> ('a', 'b', 'c')
t(tuple, [1, [2]])  #=> (1, [2])
t(tuple, {1: 2})  #=> (1,)
t(tuple, range(3))  #=> (0, 1, 2)
t(tuple, 5)  #=> TypeError 'int' object is not iterable
t(tuple, 1, 2)  #=> TypeError tuple expected at most 1 argument, got 2
t(tuple, x=1)  #=> TypeError tuple() takes no keyword arguments
t(tuple, (x for x in 'ab'))  #=> ('a', 'b')
a = (1, 2, 3)
print(tuple(a) is a, a[:] is a, a * 1 == a, (1,), ((),), (1, (2, (3,))))
#=> True True True (1,) ((),) (1, (2, (3,)))
t(a.index, 2)  #=> 1
t(a.index, 9)  #=> ValueError tuple.index(x): x not in tuple
t(a.index, 1, 1)  #=> ValueError tuple.index(x): x not in tuple
t(a.index, 3, -1)  #=> 2
t(a.index, 3, -2, 3)  #=> 2
t(a.index, 2, 0, -2)  #=> ValueError tuple.index(x): x not in tuple
t(a.index)  #=> TypeError index expected at least 1 argument, got 0
t(a.index, 1, 'x')  #=> TypeError slice indices must be integers or have an __index__ method
t(a.count, 1)  #=> 1
t(a.count, 'q')  #=> 0
t(a.count)  #=> TypeError tuple.count() takes exactly one argument (0 given)
t(a.count, 1, 2)  #=> TypeError tuple.count() takes exactly one argument (2 given)
t(a.index, 1, 2, 3, 4)  #=> TypeError index expected at most 3 arguments, got 4
t(lambda: a + (4,))  #=> (1, 2, 3, 4)
t(lambda: a + [4])  #=> TypeError can only concatenate tuple (not "list") to tuple
t(lambda: a + 4)  #=> TypeError can only concatenate tuple (not "int") to tuple
t(lambda: a * 2)  #=> (1, 2, 3, 1, 2, 3)
t(lambda: 2 * a)  #=> (1, 2, 3, 1, 2, 3)
t(lambda: a * -1)  #=> ()
t(lambda: a * 'x')  #=> TypeError can't multiply sequence by non-int of type 'str'
t(lambda: a * 1.5)  #=> TypeError can't multiply sequence by non-int of type 'float'
t(lambda: a - a)  #=> TypeError unsupported operand type(s) for -: 'tuple' and 'tuple'
t(lambda: a[0])  #=> 1
t(lambda: a[3])  #=> IndexError tuple index out of range
t(lambda: a[-4])  #=> IndexError tuple index out of range
t(lambda: a['x'])  #=> TypeError tuple indices must be integers or slices, not str
t(lambda: a[1.0])  #=> TypeError tuple indices must be integers or slices, not float
t(lambda: a[::-1])  #=> (3, 2, 1)
t(lambda: a[::0])  #=> ValueError slice step cannot be zero
t(lambda: a[10**20])  #=> IndexError cannot fit 'int' into an index-sized integer
t(lambda: a[True])  #=> 2
t(lambda: () * 10**9)  #=> ()
t(lambda: (1,) * 10**30)  #=> OverflowError cannot fit 'int' into an index-sized integer
def seti(): a[0] = 1
def deli(): del a[0]
t(seti)  #=> TypeError 'tuple' object does not support item assignment
t(deli)  #=> TypeError 'tuple' object doesn't support item deletion
print((1, 2) == (1, 2), (1, 2) < (1, 3), () < (0,), (1, 2) == [1, 2], (2,) > (1, 5), (1, 'a') < (1, 'b'), hash((1, 2)) == hash((1, 2)), hash(()), hash((1,)), hash((1, 2, 3)), hash((1.5, (2, -1))), hash((None,)) == hash((None,)))
#=> True True True False True True True 5740354900026072187 -6644214454873602895 529344067295497451 4357589405312469601 True
t(lambda: (1,) < ('a',))  #=> TypeError '<' not supported between instances of 'int' and 'str'
t(lambda: (1,) < [1])  #=> TypeError '<' not supported between instances of 'tuple' and 'list'
t(hash, ([],))  #=> TypeError unhashable type: 'list'
t(hash, (1, (2, [3])))  #=> TypeError unhashable type: 'list'
print(1 in a, 5 in a, (1,) in ((1,),), a.__contains__(1), a.__len__(), a.__getitem__(0), a.__add__((9,)), a.__mul__(2), a.__rmul__(2), a.__eq__([1]), a.__lt__((2,)), a.__hash__() == hash(a), a.__iter__().__next__(), a.__getnewargs__(), a.__repr__(), a.__ne__((1,)))
#=> True False True True 3 1 (1, 2, 3, 9) (1, 2, 3, 1, 2, 3) (1, 2, 3, 1, 2, 3) NotImplemented True True 1 ((1, 2, 3),) (1, 2, 3) True
t(a.__add__, [1])  #=> TypeError can only concatenate tuple (not "list") to tuple
t(a.__mul__, 'x')  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: a.__setitem__)  #=> AttributeError 'tuple' object has no attribute '__setitem__'
t(lambda: a.append)  #=> AttributeError 'tuple' object has no attribute 'append'
t(lambda: a.__iadd__)  #=> AttributeError 'tuple' object has no attribute '__iadd__'
t(tuple.index, [1], 1)  #=> TypeError descriptor 'index' for 'tuple' objects doesn't apply to a 'list' object
t(tuple.__len__, [1])  #=> TypeError descriptor '__len__' requires a 'tuple' object but received a 'list'
b = a
b += (4,)
print(b, a, b is a)  #=> (1, 2, 3, 4) (1, 2, 3) False
b *= 2
print(b)  #=> (1, 2, 3, 4, 1, 2, 3, 4)
class P(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return P(self[0] + o[0], self[1] + o[1])
p = P(1, 2)
print(p, p.x, p + (3, 4), type(p + p), p == (1, 2), hash(p) == hash((1, 2)), len(p), {p: 1}[1, 2], p[1], list(p), type(p[:]), isinstance(p, tuple), (0,) + p, p * 2, sorted([P(2, 1), P(1, 5)]))
#=> (1, 2) 1 (4, 6) <class '__main__.P'> True True 2 1 2 [1, 2] <class 'tuple'> True (0, 1, 2) (1, 2, 1, 2) [(1, 5), (2, 1)]
x, y = p
print(x, y)  #=> 1 2
p.z = 5
print(p.__dict__)  #=> {'z': 5}
t(P, 1)  #=> TypeError P.__new__() missing 1 required positional argument: 'y'
class Q(tuple):
    __slots__ = ()
    def __repr__(self): return 'Q' + super().__repr__()
    def __eq__(self, o): return 'eq!'
    __hash__ = tuple.__hash__
print(Q([1]), Q() == 3, hash(Q([1])) == hash((1,)), [Q('ab')], str(Q()))  #=> Q(1,) eq! True [Q('a', 'b')] Q()
t(Q, 1)  #=> TypeError 'int' object is not iterable
t(setattr, Q(), 'x', 1)  #=> AttributeError 'Q' object has no attribute 'x'
rec = ([],)
rec[0].append(rec)
print(rec)  #=> ([(...)],)
# range
t(range)  #=> TypeError range expected at least 1 argument, got 0
t(range, 5)  #=> range(0, 5)
t(range, 1, 5)  #=> range(1, 5)
t(range, 1, 10, 3)  #=> range(1, 10, 3)
t(range, 1, 2, 0)  #=> ValueError range() arg 3 must not be zero
t(range, 1.0)  #=> TypeError 'float' object cannot be interpreted as an integer
t(range, '5')  #=> TypeError 'str' object cannot be interpreted as an integer
t(range, 1, 2, 3, 4)  #=> TypeError range expected at most 3 arguments, got 4
t(range, stop=5)  #=> TypeError range() takes no keyword arguments
t(range, True)  #=> range(0, 1)
t(range, None)  #=> TypeError 'NoneType' object cannot be interpreted as an integer
for r in (range(0), range(5), range(2, 10, 3), range(10, 0, -3), range(5, 5), range(-5, 5, 2), range(10**20), range(10**20, 10**20 + 10, 3), range(0, -10**20, -10**19), range(2**63 - 2, 2**63 + 2), range(-2**63, -2**63 + 3), range(0, 2**64, 2**62)):
    print(r, r.start, r.stop, r.step, bool(r), list(r[:3]), list(r[-2:]), r[::-1], r[1:], r[:-1], r[::2], hash(r) == hash(r[:]))
    t(len, r); t(lambda: r[0]); t(lambda: r[-1]); t(lambda: r[10**25]); t(lambda: r[1]); t(lambda: list(reversed(r))[:3] if len(r) < 100 else next(reversed(r)))
    print(3 in r, 10**20 in r, 10**20 + 3 in r, r.count(2), r.count(10**20), r == r[:]); len(r[:100]) < 100 and print(3.0 in r, 3.5 in r, 'x' in r, r.count(2.0)); t(r.index, 2); t(r.index, 10**20 + 3); t(r.index, 10**30);
#=> range(0, 0) 0 0 1 False [] [] range(-1, -1, -1) range(0, 0) range(0, 0) range(0, 0, 2) True
#=> 0
#=> IndexError range object index out of range
#=> IndexError range object index out of range
#=> IndexError range object index out of range
#=> IndexError range object index out of range
#=> []
#=> False False False 0 0 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(0, 5) 0 5 1 True [0, 1, 2] [3, 4] range(4, -1, -1) range(1, 5) range(0, 4) range(0, 5, 2) True
#=> 5
#=> 0
#=> 4
#=> IndexError range object index out of range
#=> 1
#=> [4, 3, 2]
#=> True False False 1 0 True
#=> True False False 1
#=> 2
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(2, 10, 3) 2 10 3 True [2, 5, 8] [5, 8] range(8, -1, -3) range(5, 11, 3) range(2, 8, 3) range(2, 11, 6) True
#=> 3
#=> 2
#=> 8
#=> IndexError range object index out of range
#=> 5
#=> [8, 5, 2]
#=> False False False 1 0 True
#=> False False False 1
#=> 0
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(10, 0, -3) 10 0 -3 True [10, 7, 4] [4, 1] range(1, 13, 3) range(7, -2, -3) range(10, 1, -3) range(10, -2, -6) True
#=> 4
#=> 10
#=> 1
#=> IndexError range object index out of range
#=> 7
#=> [1, 4, 7]
#=> False False False 0 0 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(5, 5) 5 5 1 False [] [] range(4, 4, -1) range(5, 5) range(5, 5) range(5, 5, 2) True
#=> 0
#=> IndexError range object index out of range
#=> IndexError range object index out of range
#=> IndexError range object index out of range
#=> IndexError range object index out of range
#=> []
#=> False False False 0 0 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(-5, 5, 2) -5 5 2 True [-5, -3, -1] [1, 3] range(3, -7, -2) range(-3, 5, 2) range(-5, 3, 2) range(-5, 5, 4) True
#=> 5
#=> -5
#=> 3
#=> IndexError range object index out of range
#=> -3
#=> [3, 1, -1]
#=> True False False 0 0 True
#=> True False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(0, 100000000000000000000) 0 100000000000000000000 1 True [0, 1, 2] [99999999999999999998, 99999999999999999999] range(99999999999999999999, -1, -1) range(1, 100000000000000000000) range(0, 99999999999999999999) range(0, 100000000000000000000, 2) True
#=> OverflowError Python int too large to convert to C ssize_t
#=> 0
#=> 99999999999999999999
#=> IndexError range object index out of range
#=> 1
#=> OverflowError Python int too large to convert to C ssize_t
#=> True False False 1 0 True
#=> 2
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(100000000000000000000, 100000000000000000010, 3) 100000000000000000000 100000000000000000010 3 True [100000000000000000000, 100000000000000000003, 100000000000000000006] [100000000000000000006, 100000000000000000009] range(100000000000000000009, 99999999999999999997, -3) range(100000000000000000003, 100000000000000000012, 3) range(100000000000000000000, 100000000000000000009, 3) range(100000000000000000000, 100000000000000000012, 6) True
#=> 4
#=> 100000000000000000000
#=> 100000000000000000009
#=> IndexError range object index out of range
#=> 100000000000000000003
#=> [100000000000000000009, 100000000000000000006, 100000000000000000003]
#=> False True True 0 1 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> 1
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(0, -100000000000000000000, -10000000000000000000) 0 -100000000000000000000 -10000000000000000000 True [0, -10000000000000000000, -20000000000000000000] [-80000000000000000000, -90000000000000000000] range(-90000000000000000000, 10000000000000000000, 10000000000000000000) range(-10000000000000000000, -100000000000000000000, -10000000000000000000) range(0, -90000000000000000000, -10000000000000000000) range(0, -100000000000000000000, -20000000000000000000) True
#=> 10
#=> 0
#=> -90000000000000000000
#=> IndexError range object index out of range
#=> -10000000000000000000
#=> [-90000000000000000000, -80000000000000000000, -70000000000000000000]
#=> False False False 0 0 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(9223372036854775806, 9223372036854775810) 9223372036854775806 9223372036854775810 1 True [9223372036854775806, 9223372036854775807, 9223372036854775808] [9223372036854775808, 9223372036854775809] range(9223372036854775809, 9223372036854775805, -1) range(9223372036854775807, 9223372036854775810) range(9223372036854775806, 9223372036854775809) range(9223372036854775806, 9223372036854775810, 2) True
#=> 4
#=> 9223372036854775806
#=> 9223372036854775809
#=> IndexError range object index out of range
#=> 9223372036854775807
#=> [9223372036854775809, 9223372036854775808, 9223372036854775807]
#=> False False False 0 0 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(-9223372036854775808, -9223372036854775805) -9223372036854775808 -9223372036854775805 1 True [-9223372036854775808, -9223372036854775807, -9223372036854775806] [-9223372036854775807, -9223372036854775806] range(-9223372036854775806, -9223372036854775809, -1) range(-9223372036854775807, -9223372036854775805) range(-9223372036854775808, -9223372036854775806) range(-9223372036854775808, -9223372036854775805, 2) True
#=> 3
#=> -9223372036854775808
#=> -9223372036854775806
#=> IndexError range object index out of range
#=> -9223372036854775807
#=> [-9223372036854775806, -9223372036854775807, -9223372036854775808]
#=> False False False 0 0 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
#=> range(0, 18446744073709551616, 4611686018427387904) 0 18446744073709551616 4611686018427387904 True [0, 4611686018427387904, 9223372036854775808] [9223372036854775808, 13835058055282163712] range(13835058055282163712, -4611686018427387904, -4611686018427387904) range(4611686018427387904, 18446744073709551616, 4611686018427387904) range(0, 13835058055282163712, 4611686018427387904) range(0, 18446744073709551616, 9223372036854775808) True
#=> 4
#=> 0
#=> 13835058055282163712
#=> IndexError range object index out of range
#=> 4611686018427387904
#=> [13835058055282163712, 9223372036854775808, 4611686018427387904]
#=> False False False 0 0 True
#=> False False False 0
#=> ValueError 2 is not in range
#=> ValueError 100000000000000000003 is not in range
#=> ValueError 1000000000000000000000000000000 is not in range
t(range(5).index, 'x')  #=> ValueError sequence.index(x): x not in sequence
t(range(5).index, 2.0)  #=> 2
t(range(5).index, 2.5)  #=> ValueError sequence.index(x): x not in sequence
t(range(5).count, 'x')  #=> 0
t(range(5).index)  #=> TypeError range.index() takes exactly one argument (0 given)
t(range(5).index, 1, 2)  #=> TypeError range.index() takes exactly one argument (2 given)
t(lambda: range(5)['a'])  #=> TypeError range indices must be integers or slices, not str
t(lambda: range(5)[1.0])  #=> TypeError range indices must be integers or slices, not float
t(lambda: range(5)[::0])  #=> ValueError slice step cannot be zero
t(lambda: range(5)['a':])  #=> TypeError slice indices must be integers or None or have an __index__ method
t(lambda: range(3) + range(3))  #=> TypeError unsupported operand type(s) for +: 'range' and 'range'
t(lambda: range(3) * 2)  #=> TypeError unsupported operand type(s) for *: 'range' and 'int'
t(lambda: range(3) < range(4))  #=> TypeError '<' not supported between instances of 'range' and 'range'
t(lambda: setattr(range(3), 'start', 4))  #=> AttributeError readonly attribute
t(lambda: setattr(range(3), 'foo', 4))  #=> AttributeError 'range' object has no attribute 'foo'
t(lambda: range(3).foo)  #=> AttributeError 'range' object has no attribute 'foo'
print(range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), range(3) == [0, 1, 2], range(3) != range(4), range(1, 2) == range(1, 3, 5), hash(range(0)) == hash(range(5, 3)), {range(3): 1}[range(0, 3, 1)], range(10**20) == range(10**20), range(10**20) == range(5))
#=> True True False True True True 1 True False
print(range(5).__len__(), range(5).__contains__(3), range(5).__getitem__(2), range(5).__eq__(3), range(5).__lt__(3), range(5).__iter__().__next__(), range(5).__reversed__().__next__(), range(3).__bool__(), range(0).__bool__(), range(10**20).__bool__())
#=> 5 True 2 NotImplemented NotImplemented 0 4 True False True
it = iter(range(5))
print(type(it).__name__, next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
#=> range_iterator 0 4 [1, 2, 3, 4] [] 0
it = iter(range(10**20, 10**20 + 2))
print(type(it).__name__, next(it), it.__length_hint__(), next(it))
#=> longrange_iterator 100000000000000000000 1 100000000000000000001
t(next, it)  #=> StopIteration 
print(type(reversed(range(3))).__name__, list(reversed(range(1, 10, 3))), list(reversed(range(0))), next(reversed(range(10**20))))
#=> range_iterator [7, 4, 1] [] 99999999999999999999
try:
    class R(range): pass
except TypeError as e: print(e)
#=> type 'range' is not an acceptable base type
class I:
    def __index__(self): return 3
print(range(I()), list(range(I(), 6)), range(10)[I()], range(I())[I():])  #=> range(0, 3) [3, 4, 5] 3 range(3, 3)
print([*range(3)], tuple(range(2)), {*range(3)}, sum(range(101)), max(range(5)), sorted(range(3), reverse=True), list(range(3)) * 2)
#=> [0, 1, 2] (0, 1) {0, 1, 2} 5050 4 [2, 1, 0] [0, 1, 2, 0, 1, 2]
for i in range(3): i = 10; print(i, end=' ')
print(i)  #=> 10 10 10 10
print(range(3, 0), list(range(0, -3, -1)), range(-1), range(1, 1, -1))
#=> range(3, 0) [0, -1, -2] range(0, -1) range(1, 1, -1)
# slice
print(slice(5), slice(1, 2), slice(1, 2, 3), slice(None), slice('a', [1], 2.5))
#=> slice(None, 5, None) slice(1, 2, None) slice(1, 2, 3) slice(None, None, None) slice('a', [1], 2.5)
t(slice)  #=> TypeError slice expected at least 1 argument, got 0
t(slice, 1, 2, 3, 4)  #=> TypeError slice expected at most 3 arguments, got 4
s = slice(1, 2, 3)
print(s.start, s.stop, s.step, s == slice(1, 2, 3), s != slice(1, 2), slice(1) < slice(2), slice(1, 2) == (1, 2), s.indices(10), slice(None, None, -1).indices(5), slice(-3, None).indices(2), slice(10**30).indices(5), slice(0, 10**30, 10**29).indices(10**31))
#=> 1 2 3 True True True False (1, 2, 3) (4, -1, -1) (0, 2, 1) (0, 5, 1) (0, 1000000000000000000000000000000, 100000000000000000000000000000)
t(s.indices, -1)  #=> ValueError length should not be negative
t(s.indices, 'a')  #=> TypeError 'str' object cannot be interpreted as an integer
t(s.indices)  #=> TypeError slice.indices() takes exactly one argument (0 given)
t(slice(None, None, 0).indices, 3)  #=> ValueError slice step cannot be zero
t(slice('a').indices, 3)  #=> TypeError slice indices must be integers or None or have an __index__ method
t(hash, s)  #=> TypeError unhashable type: 'slice'
t(setattr, s, 'start', 3)  #=> AttributeError readonly attribute
t(lambda: {s: 1})  #=> TypeError unhashable type: 'slice'
t(lambda: slice(1) < slice('a'))  #=> TypeError '<' not supported between instances of 'int' and 'str'
print(slice(None).indices(0), slice(2, None, -2).indices(9), repr(slice(1, slice(2))))
#=> (0, 0, 1) (2, -1, -2) slice(1, slice(None, 2, None), None)
t(slice, stop=3)  #=> TypeError slice() takes no keyword arguments
class G:
    def __getitem__(self, k): return k
g = G()
print(g[1], g[1:2], g[:], g[::2], g[1, 2], g[1:2, ..., None], g[-1:], g['a':'b'], g[(1, 2)], g[()], g[slice(1)], g[[1]])
#=> 1 slice(1, 2, None) slice(None, None, None) slice(None, None, 2) (1, 2) (slice(1, 2, None), Ellipsis, None) slice(-1, None, None) slice('a', 'b', None) (1, 2) () slice(None, 1, None) [1]
t(lambda: g[1:2].foo)  #=> AttributeError 'slice' object has no attribute 'foo'
try:
    class SL(slice): pass
except TypeError as e: print(e)
#=> type 'slice' is not an acceptable base type
