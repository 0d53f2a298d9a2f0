def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
l = [3, 1, 2]
print(l.sort(), l)  #=> None [1, 2, 3]
l.sort(reverse=True)
print(l)  #=> [3, 2, 1]
l.sort(key=lambda x: -x)
print(l)  #=> [3, 2, 1]
l.sort(key=None, reverse=0)
print(l)  #=> [1, 2, 3]
t(l.sort, 1)  #=> TypeError sort() takes no positional arguments
t(l.sort, foo=1)  #=> TypeError 'foo' is an invalid keyword argument for sort()
t(l.sort, key=3)  #=> TypeError 'int' object is not callable
t(l.sort, reverse='a')  #=> TypeError 'str' object cannot be interpreted as an integer
t(l.sort, reverse=None)  #=> TypeError 'NoneType' object cannot be interpreted as an integer
t(l.sort, reverse=1.5)  #=> TypeError 'float' object cannot be interpreted as an integer
t(l.sort, reverse=2)  #=> None
t(sorted, [3, 'a'])  #=> TypeError '<' not supported between instances of 'str' and 'int'
t(sorted, [1, None])  #=> TypeError '<' not supported between instances of 'NoneType' and 'int'
t(sorted, 5)  #=> TypeError 'int' object is not iterable
t(sorted, 'hello')  #=> ['e', 'h', 'l', 'l', 'o']
t(sorted, {3: 1, 1: 2})  #=> [1, 3]
t(sorted, [1, 2], key=1)  #=> TypeError 'int' object is not callable
t(sorted, [3, 1], key=str, reverse=True)  #=> [3, 1]
t(sorted, iterable=[1])  #=> TypeError sorted expected 1 argument, got 0
t(sorted, [[2], [1]])  #=> [[1], [2]]
t(sorted, [(1, 'b'), (1, 'a')])  #=> [(1, 'a'), (1, 'b')]
t(sorted, ['b', 'B', 'a', 'é', 'z'])  #=> ['B', 'a', 'b', 'z', 'é']
t(sorted, ['b', 'B', 'a'], key=lambda s: (s == 'B', s))  #=> ['a', 'b', 'B']
t(sorted, [0.5, 1, True, False, -3, 2**70, -2**70])
#=> [-1180591620717411303424, -3, False, 0.5, 1, True, 1180591620717411303424]
t(sorted, [])  #=> []
words = [(i % 3, i) for i in range(20)]
print([w[1] for w in sorted(words, key=lambda w: w[0])])
#=> [0, 3, 6, 9, 12, 15, 18, 1, 4, 7, 10, 13, 16, 19, 2, 5, 8, 11, 14, 17]
print([w[1] for w in sorted(words, key=lambda w: w[0], reverse=True)])
#=> [2, 5, 8, 11, 14, 17, 1, 4, 7, 10, 13, 16, 19, 0, 3, 6, 9, 12, 15, 18]
class C:
    log = []
    def __init__(self, k): self.k = k
    def __lt__(self, o): C.log.append((self.k, o.k)); return self.k < o.k
    def __repr__(self): return 'C' + str(self.k)
print(sorted([C(3), C(1), C(2)]), C.log)  #=> [C1, C2, C3] [(1, 3), (2, 1), (2, 3), (2, 1)]
C.log.clear()
print(sorted([C(x) for x in (5, 2, 8, 1, 9, 3)], reverse=True))  #=> [C9, C8, C5, C3, C2, C1]
print(C.log)  #=> [(9, 3), (1, 9), (1, 9), (1, 3), (8, 3), (8, 9), (2, 8), (2, 3), (2, 1), (5, 3), (5, 9), (5, 8)]
C.log.clear()
l = [C(x) for x in (4, 4, 1, 3, 7, 0, 9, 2, 2, 6)]
l.sort()
print(l, C.log)
#=> [C0, C1, C2, C2, C3, C4, C4, C6, C7, C9] [(4, 4), (1, 4), (1, 4), (1, 4), (3, 4), (3, 1), (7, 4), (7, 4), (0, 4), (0, 3), (0, 1), (9, 4), (9, 7), (2, 4), (2, 1), (2, 3), (2, 4), (2, 2), (2, 3), (6, 3), (6, 7), (6, 4)]
class G:
    def __gt__(self, o): return True
t(lambda: len(sorted([G(), G()])))  #=> 2
l = [3, 2, 1]
def key(x):
    l.append(x); return x
t(l.sort, key=key)  #=> ValueError list modified during sort
print(l)  #=> [1, 2, 3]
l = [3, 2, 1]
def key(x):
    print(l); return x
l.sort(key=key)
#=> []
#=> []
#=> []
print(l)  #=> [1, 2, 3]
l = [3, 2, 1]
def key(x):
    if x == 1: raise ValueError('no key')
    return x
t(l.sort, key=key)  #=> ValueError no key
print(l)  #=> [3, 2, 1]
l = [3, 2, 1, 5, 4]
class B:
    def __init__(s, x): s.x = x
    def __lt__(s, o):
        if s.x == 4: raise KeyError('cmp')
        return s.x < o.x
    def __repr__(s): return str(s.x)
l = [B(x) for x in l]
t(l.sort)  #=> KeyError 'cmp'
print(l)  #=> [1, 2, 3, 5, 4]
l = [B(x) for x in (1, 2, 3)]
def clr(x): l.clear(); return x.x
t(l.sort, key=clr)  #=> None
print(l)  #=> [1, 2, 3]
def clr(x): l[:] = [9]; return x.x
t(l.sort, key=clr)  #=> ValueError list modified during sort
print(l)  #=> [1, 2, 3]
pairs_ = [(2, 'a'), (1, 'b'), (2, 'c'), (1, 'd')]
pairs_.sort(key=lambda p: p[0])
print(pairs_)  #=> [(1, 'b'), (1, 'd'), (2, 'a'), (2, 'c')]
pairs_.sort(key=lambda p: p[0], reverse=True)
print(pairs_)  #=> [(2, 'a'), (2, 'c'), (1, 'b'), (1, 'd')]
nan = float('nan')
print(sorted([3.0, nan, 1.0, 2.0]), sorted([nan, 2, 1]), sorted([1, 2.5, nan, 0]))
#=> [3.0, nan, 1.0, 2.0] [nan, 1, 2] [1, 2.5, nan, 0]
print(sorted([True, False, 2, 0.5]), sorted([(1, 2), (1,), ()]), sorted(['aa', 'a', '']), sorted([[1, 'x'], [1, 'a']]))
#=> [False, 0.5, True, 2] [(), (1,), (1, 2)] ['', 'a', 'aa'] [[1, 'a'], [1, 'x']]
t(sorted, [(1, 'x'), (1, 2)])  #=> TypeError '<' not supported between instances of 'int' and 'str'
t(sorted, [None, None])  #=> TypeError '<' not supported between instances of 'NoneType' and 'NoneType'
t(sorted, [{}, {}])  #=> TypeError '<' not supported between instances of 'dict' and 'dict'
t(sorted, [{1}, {2}, {1, 2}])  #=> [{1}, {2}, {1, 2}]
class D(int):
    def __lt__(self, o): return int(self) > int(o)
print(sorted([D(1), D(3), D(2)]), sorted([D(1), 3, D(2)]), sorted([5, D(1), 3]))  #=> [3, 2, 1] [1, 3, 2] [5, 1, 3]
class S2(str):
    def __lt__(self, o): return len(self) < len(o)
print(sorted([S2('ccc'), S2('a'), S2('bb')]), sorted(['zz', S2('a'), 'b']))
#=> ['a', 'bb', 'ccc'] ['a', 'b', 'zz']
class NI:
    def __lt__(self, o): return NotImplemented
t(lambda: sorted([NI(), NI()]))  #=> TypeError '<' not supported between instances of 'NI' and 'NI'
class T:
    def __lt__(self, o): return 'yes'
print(len(sorted([T(), T(), T()])))  #=> 3
class Boo:
    def __bool__(self): raise ZeroDivisionError('bool')
class TT:
    def __lt__(self, o): return Boo()
t(sorted, [TT(), TT()])  #=> ZeroDivisionError bool
seed = 12345
def rnd():
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed
for n in (0, 1, 2, 5, 31, 32, 33, 63, 64, 65, 100, 257, 1000):
    data = [rnd() % 50 for _ in range(n)]
    pairs = list(enumerate(data))
    pairs.sort(key=lambda p: p[1])
    assert all(a[1] < b[1] or (a[1] == b[1] and a[0] < b[0]) for a, b in zip(pairs, pairs[1:])), n
    pairs.sort(key=lambda p: (p[1], p[0]), reverse=True)
    assert [p[1] for p in pairs] == sorted(data)[::-1]
    count = 0
    class K:
        def __init__(self, x): self.x = x
        def __lt__(self, o):
            global count
            count += 1
            return self.x < o.x
    data.sort(key=K); print(n, count)
    part = data[:n // 2] + [rnd() for _ in range(n - n // 2)]
    count = 0; part.sort(key=K); print(count, end=' ')
    count = 0; part.reverse(); part.sort(key=K); print(count, part == sorted(part))
#=> 0 0
#=> 0 0 True
#=> 1 0
#=> 0 0 True
#=> 2 1
#=> 1 1 True
#=> 5 7
#=> 7 4 True
#=> 31 118
#=> 83 71 True
#=> 32 123
#=> 82 91 True
#=> 33 126
#=> 84 94 True
#=> 63 295
#=> 203 212 True
#=> 64 295
#=> 166 172 True
#=> 65 313
#=> 173 161 True
#=> 100 533
#=> 281 296 True
#=> 257 1729
#=> 871 690 True
#=> 1000 8538
#=> 4343 2938 True
a = [[1], [0]]
a.sort(key=len)
print(a)  #=> [[1], [0]]
t(min, [])  #=> ValueError min() arg is an empty sequence
t(max, [], default=3)  #=> 3
t(min, 'b', 'a', key=ord)  #=> 'a'
print(max('abc', 'abd', key=len), min([3, 1, 2], default=0), max({1: 5, 2: 3}, key={1: 5, 2: 3}.get), min((2, 'a'), (1, 'b')))
#=> abc 1 1 (1, 'b')
t(max, 1, 'a')  #=> TypeError '>' not supported between instances of 'str' and 'int'
t(max, [1, 2], [3], default=1)  #=> TypeError Cannot specify a default for max() with multiple positional arguments
t(max, default=1)  #=> TypeError max expected at least 1 argument, got 0
t(max, 1, 2, key=None)  #=> 2
t(min, [1], key=5)  #=> TypeError 'int' object is not callable
t(max, iter([1, 5, 3]))  #=> 5
t(max, 1, 2.0, 2)  #=> 2.0
t(min, 1, 1.0, True)  #=> 1
