def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
def mutate(l, f):
    try:
        r = f(l)
    except Exception as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r, l)
# making
t(list)  #=> []
t(list, 'abc')  #=> ['a', 'b', 'c']
t(list, (1, 2))  #=> [1, 2]
t(list, {1: 2})  #=> [1]
t(list, range(3))  #=> [0, 1, 2]
t(list, 5)  #=> TypeError 'int' object is not iterable
t(list, 1, 2)  #=> TypeError list expected at most 1 argument, got 2
t(list, x=1)  #=> TypeError list() takes no keyword arguments
t(list, None)  #=> TypeError 'NoneType' object is not iterable
t(list, (x for x in 'ab'))  #=> ['a', 'b']
t(list.__new__, list)  #=> []
t(list.__new__)  #=> TypeError list.__new__(): not enough arguments
t(list.__new__, int)  #=> TypeError list.__new__(int): int is not a subtype of list
t(list.__new__, 3)  #=> TypeError list.__new__(X): X is not a type object (int)
a = [1]
a.__init__('xy')
print(a)  #=> ['x', 'y']
a.__init__()
print(a)  #=> []
# append, extend, insert
mutate([], lambda l: l.append(1))  #=> None [1]
mutate([], lambda l: l.append())  #=> TypeError: list.append() takes exactly one argument (0 given) []
mutate([], lambda l: l.append(1, 2))  #=> TypeError: list.append() takes exactly one argument (2 given) []
mutate([1], lambda l: l.append(x=1))  #=> TypeError: list.append() takes no keyword arguments [1]
mutate([1], lambda l: l.extend('ab'))  #=> None [1, 'a', 'b']
mutate([1], lambda l: l.extend(l))  #=> None [1, 1]
mutate([1], lambda l: l.extend(5))  #=> TypeError: 'int' object is not iterable [1]
mutate([1], lambda l: l.extend({2: 3}))  #=> None [1, 2]
mutate([1], lambda l: l.extend(x for x in l if len(l) < 5))  #=> None [1, 1, 1, 1, 1]
for i in (0, 1, -1, 5, -5, True, 10**30, -10**30, 1.0, 'a', None):
    mutate([1, 2, 3], lambda l: l.insert(i, 'x'))
#=> None ['x', 1, 2, 3]
#=> None [1, 'x', 2, 3]
#=> None [1, 2, 'x', 3]
#=> None [1, 2, 3, 'x']
#=> None ['x', 1, 2, 3]
#=> None [1, 'x', 2, 3]
#=> OverflowError: Python int too large to convert to C ssize_t [1, 2, 3]
#=> OverflowError: Python int too large to convert to C ssize_t [1, 2, 3]
#=> TypeError: 'float' object cannot be interpreted as an integer [1, 2, 3]
#=> TypeError: 'str' object cannot be interpreted as an integer [1, 2, 3]
#=> TypeError: 'NoneType' object cannot be interpreted as an integer [1, 2, 3]
mutate([1], lambda l: l.insert(1))  #=> TypeError: insert expected 2 arguments, got 1 [1]
mutate([1], lambda l: l.insert())  #=> TypeError: insert expected 2 arguments, got 0 [1]
# remove, pop, clear, index, count
mutate([1, 2, 1], lambda l: l.remove(1))  #=> None [2, 1]
mutate([1], lambda l: l.remove(5))  #=> ValueError: list.remove(x): x not in list [1]
mutate([1, 2.0], lambda l: l.remove(2))  #=> None [1]
mutate([], lambda l: l.remove())  #=> TypeError: list.remove() takes exactly one argument (0 given) []
for i in (0, -1, 1, 3, -4, 10**30, 'a', None, 1.5, True):
    mutate([1, 2, 3], lambda l: l.pop(i))
#=> 1 [2, 3]
#=> 3 [1, 2]
#=> 2 [1, 3]
#=> IndexError: pop index out of range [1, 2, 3]
#=> IndexError: pop index out of range [1, 2, 3]
#=> OverflowError: Python int too large to convert to C ssize_t [1, 2, 3]
#=> TypeError: 'str' object cannot be interpreted as an integer [1, 2, 3]
#=> TypeError: 'NoneType' object cannot be interpreted as an integer [1, 2, 3]
#=> TypeError: 'float' object cannot be interpreted as an integer [1, 2, 3]
#=> 2 [1, 3]
mutate([], lambda l: l.pop())  #=> IndexError: pop from empty list []
mutate([], lambda l: l.pop(0))  #=> IndexError: pop from empty list []
mutate([1], lambda l: l.pop(0, 1))  #=> TypeError: pop expected at most 1 argument, got 2 [1]
mutate([1, 2], lambda l: l.clear())  #=> None []
mutate([1], lambda l: l.clear(1))  #=> TypeError: list.clear() takes no arguments (1 given) [1]
x = [1, 2, 3, 2, 1]
t(x.index, 2)  #=> 1
t(x.index, 2, 2)  #=> 3
t(x.index, 2, -2)  #=> 3
t(x.index, 1, 1, 4)  #=> ValueError 1 is not in list
t(x.index, 9)  #=> ValueError 9 is not in list
t(x.index, 1, -100, 100)  #=> 0
t(x.index, 'q')  #=> ValueError 'q' is not in list
t(x.index)  #=> TypeError index expected at least 1 argument, got 0
t(x.index, 1, None)  #=> TypeError slice indices must be integers or have an __index__ method
t(x.index, 1, 'a')  #=> TypeError slice indices must be integers or have an __index__ method
t(x.index, 1, 10**30)  #=> ValueError 1 is not in list
t(x.index, 1, -10**30, 10**30)  #=> 0
t(x.count, 2)  #=> 2
t(x.count, 7)  #=> 0
t(x.count, True)  #=> 2
t(x.count)  #=> TypeError list.count() takes exactly one argument (0 given)
t(x.count, 1, 2)  #=> TypeError list.count() takes exactly one argument (2 given)
# reverse, copy
mutate([1, 2, 3], lambda l: l.reverse())  #=> None [3, 2, 1]
mutate([], lambda l: l.reverse())  #=> None []
t([1, [2]].copy)  #=> [1, [2]]
t([1].copy, 1)  #=> TypeError list.copy() takes no arguments (1 given)
# operators
t(lambda: [1] + [2])  #=> [1, 2]
t(lambda: [1] + (2,))  #=> TypeError can only concatenate list (not "tuple") to list
t(lambda: [1] + 1)  #=> TypeError can only concatenate list (not "int") to list
t(lambda: (1,) + [1])  #=> TypeError can only concatenate tuple (not "list") to tuple
t(lambda: [1, 2] * 2)  #=> [1, 2, 1, 2]
t(lambda: 2 * [1])  #=> [1, 1]
t(lambda: [1] * -1)  #=> []
t(lambda: [1] * 'a')  #=> TypeError can't multiply sequence by non-int of type 'str'
t(lambda: [1] * 1.0)  #=> TypeError can't multiply sequence by non-int of type 'float'
t(lambda: [1] * [1])  #=> TypeError can't multiply sequence by non-int of type 'list'
t(lambda: [1] * True)  #=> [1]
t(lambda: [0] * 10**30)  #=> OverflowError cannot fit 'int' into an index-sized integer
t(lambda: [] * 10**10)  #=> []
t(lambda: [1] - [2])  #=> TypeError unsupported operand type(s) for -: 'list' and 'list'
t(lambda: [1] % 2)  #=> TypeError unsupported operand type(s) for %: 'list' and 'int'
t(lambda: -[1])  #=> TypeError bad operand type for unary -: 'list'
t(lambda: ~[1])  #=> TypeError bad operand type for unary ~: 'list'
t(lambda: [1] & [2])  #=> TypeError unsupported operand type(s) for &: 'list' and 'list'
t(lambda: [1] / 2)  #=> TypeError unsupported operand type(s) for /: 'list' and 'int'
def iadd(l, o):
    l += o
    return l
def imul(l, o):
    l *= o
    return l
mutate([1], lambda l: iadd(l, 'ab'))  #=> [1, 'a', 'b'] [1, 'a', 'b']
mutate([1], lambda l: iadd(l, l))  #=> [1, 1] [1, 1]
mutate([1], lambda l: iadd(l, 3))  #=> TypeError: 'int' object is not iterable [1]
mutate([1], lambda l: imul(l, 3))  #=> [1, 1, 1] [1, 1, 1]
mutate([1], lambda l: imul(l, 0))  #=> [] []
mutate([1], lambda l: imul(l, 'a'))  #=> TypeError: can't multiply sequence by non-int of type 'str' [1]
mutate([1], lambda l: iadd(l, None))  #=> TypeError: 'NoneType' object is not iterable [1]
mutate([1], lambda l: imul(l, 1.5))  #=> TypeError: can't multiply sequence by non-int of type 'float' [1]
mutate([1], lambda l: imul(l, l))  #=> TypeError: can't multiply sequence by non-int of type 'list' [1]
a = b = [1]
a += [2]
print(b, a is b)  #=> [1, 2] True
a *= 2
print(b, a is b)  #=> [1, 2, 1, 2] True
a = a + [3]
print(b, a is b)  #=> [1, 2, 1, 2] False
# comparison
print([1, 2] == [1, 2], [1, 2] != [1, 2], [1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [1], [2] > [1, 5], [1] <= [1], [1] >= [2], [1] == (1,), [1.0] == [1])
#=> True False True True True True True False False True
t(lambda: [1] < (1,))  #=> TypeError '<' not supported between instances of 'list' and 'tuple'
t(lambda: [1] < ['a'])  #=> TypeError '<' not supported between instances of 'int' and 'str'
t(lambda: [1, 'a'] < [2, 3])  #=> True
t(lambda: [1] < 1)  #=> TypeError '<' not supported between instances of 'list' and 'int'
t(lambda: [[1], 'a'] < [[1], 2])  #=> TypeError '<' not supported between instances of 'str' and 'int'
nan = float('nan')
print([nan] == [nan], [nan] != [nan], nan in [nan])  #=> True False True
# in
print(1 in [1, 2], 3 in [1, 2], 'a' in ['abc'], [] in [[]], 1.0 in [1], None in [0])
#=> True False False True True False
# items and slices
l = list(range(10))
for s in (slice(None), slice(2, 5), slice(-3, None), slice(None, None, -1), slice(8, 2, -2), slice(5, 2), slice(100), slice(-100, 100, 3), slice(None, None, 10**30), slice(10**30), slice(-10**30, None), slice(None, None, -10**30), slice(True, 3), slice(0, 0)):
    print(l[s], end=' ')
print()
#=> [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [2, 3, 4] [7, 8, 9] [9, 8, 7, 6, 5, 4, 3, 2, 1, 0] [8, 6, 4] [] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [0, 3, 6, 9] [0] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] [9] [1, 2] [] 
t(lambda: l[10])  #=> IndexError list index out of range
t(lambda: l[-11])  #=> IndexError list index out of range
t(lambda: l[10**30])  #=> IndexError cannot fit 'int' into an index-sized integer
t(lambda: l['a'])  #=> TypeError list indices must be integers or slices, not str
t(lambda: l[1.0])  #=> TypeError list indices must be integers or slices, not float
t(lambda: l[None])  #=> TypeError list indices must be integers or slices, not NoneType
t(lambda: l[1, 2])  #=> TypeError list indices must be integers or slices, not tuple
t(lambda: l[::0])  #=> ValueError slice step cannot be zero
t(lambda: l['a':])  #=> TypeError slice indices must be integers or None or have an __index__ method
t(lambda: l[:1.5])  #=> TypeError slice indices must be integers or None or have an __index__ method
t(lambda: l[True])  #=> 1
t(lambda: l[-1])  #=> 9
def setitem(k, v):
    def f(l):
        l[k] = v
    return f
def delitem(k):
    def f(l):
        del l[k]
    return f
S = slice
for k, v in ((0, 'x'), (-1, 'x'), (5, 'x'), (-6, 'x'), ('a', 1), (1.5, 1), (10**30, 1), (S(1, 3), 'abc'), (S(1, 3), []), (S(1, 1), 'ab'), (S(3, 1), 'ab'), (S(None), range(2)), (S(None, None, 2), 'abc'), (S(None, None, 2), 'ab'), (S(None, None, -1), 'abcde'), (S(None, None, -1), 'ab'), (S(1, 3), 5), (S(None, None, 2), 5), (S(10, 20), 'z'), (S(-2, None), 'z'), (S(None, None, 0), 'z'), (S('a', None), 'z'), (S(0, 0, 2), []), (S(0, 0, 2), [1]), (S(4, 1, -1), 'abc'), (S(None, None, 1), 'q')):
    mutate([1, 2, 3, 4, 5], setitem(k, v))
#=> None ['x', 2, 3, 4, 5]
#=> None [1, 2, 3, 4, 'x']
#=> IndexError: list assignment index out of range [1, 2, 3, 4, 5]
#=> IndexError: list assignment index out of range [1, 2, 3, 4, 5]
#=> TypeError: list indices must be integers or slices, not str [1, 2, 3, 4, 5]
#=> TypeError: list indices must be integers or slices, not float [1, 2, 3, 4, 5]
#=> IndexError: cannot fit 'int' into an index-sized integer [1, 2, 3, 4, 5]
#=> None [1, 'a', 'b', 'c', 4, 5]
#=> None [1, 4, 5]
#=> None [1, 'a', 'b', 2, 3, 4, 5]
#=> None [1, 2, 3, 'a', 'b', 4, 5]
#=> None [0, 1]
#=> None ['a', 2, 'b', 4, 'c']
#=> ValueError: attempt to assign sequence of size 2 to extended slice of size 3 [1, 2, 3, 4, 5]
#=> None ['e', 'd', 'c', 'b', 'a']
#=> ValueError: attempt to assign sequence of size 2 to extended slice of size 5 [1, 2, 3, 4, 5]
#=> TypeError: can only assign an iterable [1, 2, 3, 4, 5]
#=> TypeError: must assign iterable to extended slice [1, 2, 3, 4, 5]
#=> None [1, 2, 3, 4, 5, 'z']
#=> None [1, 2, 3, 'z']
#=> ValueError: slice step cannot be zero [1, 2, 3, 4, 5]
#=> TypeError: slice indices must be integers or None or have an __index__ method [1, 2, 3, 4, 5]
#=> None [1, 2, 3, 4, 5]
#=> ValueError: attempt to assign sequence of size 1 to extended slice of size 0 [1, 2, 3, 4, 5]
#=> None [1, 2, 'c', 'b', 'a']
#=> None ['q']
for k in (0, -1, 5, -6, 'a', 10**30, S(1, 3), S(None), S(None, None, 2), S(None, None, -1), S(None, None, -2), S(3, 1), S(4, 1, -1), S(10, 20), S(None, None, 0), S(1, None, 3), S('a', None)):
    mutate([1, 2, 3, 4, 5], delitem(k))
#=> None [2, 3, 4, 5]
#=> None [1, 2, 3, 4]
#=> IndexError: list assignment index out of range [1, 2, 3, 4, 5]
#=> IndexError: list assignment index out of range [1, 2, 3, 4, 5]
#=> TypeError: list indices must be integers or slices, not str [1, 2, 3, 4, 5]
#=> IndexError: cannot fit 'int' into an index-sized integer [1, 2, 3, 4, 5]
#=> None [1, 4, 5]
#=> None []
#=> None [2, 4]
#=> None []
#=> None [2, 4]
#=> None [1, 2, 3, 4, 5]
#=> None [1, 2]
#=> None [1, 2, 3, 4, 5]
#=> ValueError: slice step cannot be zero [1, 2, 3, 4, 5]
#=> None [1, 3, 4]
#=> TypeError: slice indices must be integers or None or have an __index__ method [1, 2, 3, 4, 5]
l = [1, 2, 3]
l[1:2] = l
print(l)  #=> [1, 1, 2, 3, 3]
l[::2] = l[::2][::-1]
print(l)  #=> [3, 1, 2, 3, 1]
l[:] = (x * 2 for x in l)
print(l)  #=> [6, 2, 4, 6, 2]
l = [1, 2, 3]
l[:] = l
print(l)  #=> [1, 2, 3]
l[1:] = l
print(l)  #=> [1, 1, 2, 3]
class Idx:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
l = list('abcde')
print(l[Idx(1)], l[Idx(1):Idx(3)], l[Idx(-1)])  #=> b ['b', 'c'] e
l[Idx(0)] = 'z'
del l[Idx(1)]
print(l)  #=> ['z', 'c', 'd', 'e']
class Bad:
    def __index__(self): return 'x'
t(lambda: l[Bad()])  #=> TypeError __index__ returned non-int (type str)
t(lambda: l[Bad():])  #=> TypeError __index__ returned non-int (type str)
# dunders
l = [3, 1, 2]
print(l.__len__(), l.__contains__(1), l.__getitem__(0), l.__getitem__(S(1)), l.__add__([4]), l.__mul__(2), l.__rmul__(2), l.__eq__([3, 1, 2]), l.__eq__(3), l.__lt__([4]), l.__lt__(3), l.__ne__([]), l.__repr__(), l.__str__(), l.__reversed__().__next__(), l.__iter__().__next__())
#=> 3 True 3 [3] [3, 1, 2, 4] [3, 1, 2, 3, 1, 2] [3, 1, 2, 3, 1, 2] True NotImplemented True NotImplemented True [3, 1, 2] [3, 1, 2] 2 3
t(l.__add__, 3)  #=> TypeError can only concatenate list (not "int") to list
t(l.__mul__, 'a')  #=> TypeError 'str' object cannot be interpreted as an integer
t(l.__setitem__, 0, 9)  #=> None
t(l.__delitem__, 0)  #=> None
print(l)  #=> [1, 2]
t(l.__iadd__, 'ab')  #=> [1, 2, 'a', 'b']
t(l.__imul__, 2)  #=> [1, 2, 'a', 'b', 1, 2, 'a', 'b']
t(l.__iadd__, 3)  #=> TypeError 'int' object is not iterable
t(l.__imul__, 'x')  #=> TypeError 'str' object cannot be interpreted as an integer
t(l.__hash__ is None)  #=> TypeError 'bool' object is not callable
print(list.__hash__)  #=> None
t(hash, l)  #=> TypeError unhashable type: 'list'
t(l.__getitem__)  #=> TypeError list.__getitem__() takes exactly one argument (0 given)
t(l.__len__, 1)  #=> TypeError expected 0 arguments, got 1
t(l.__add__)  #=> TypeError expected 1 argument, got 0
t(l.__setitem__, 1)  #=> TypeError  expected 2 arguments, got 1
t(list.append)  #=> TypeError unbound method list.append() needs an argument
t(list.append, 1, 2)  #=> TypeError descriptor 'append' for 'list' objects doesn't apply to a 'int' object
t(list.append, (), 2)  #=> TypeError descriptor 'append' for 'list' objects doesn't apply to a 'tuple' object
t(list.__len__, 3)  #=> TypeError descriptor '__len__' requires a 'list' object but received a 'int'
t(list.sort, 3)  #=> TypeError descriptor 'sort' for 'list' objects doesn't apply to a 'int' object
# itself in itself
l = [1]
l.append(l)
print(l, l[1] is l, repr(l))  #=> [1, [...]] True [1, [...]]
t(lambda: l == l)  #=> True
m = [1]
m.append(m)
try:
    l == m
except RecursionError as e:
    print('RecursionError', e)
#=> RecursionError maximum recursion depth exceeded in comparison
# changed while iterating
l = [1, 2, 3]
out = []
for x in l:
    out.append(x)
    if x < 3 and len(l) < 6: l.append(x + 10)
print(out, l)  #=> [1, 2, 3, 11, 12] [1, 2, 3, 11, 12]
l = [1, 2, 3, 4]
for x in l: l.remove(x)
print(l)  #=> [2, 4]
it = iter(l)
print(list(it), list(it))  #=> [2, 4] []
l.append(1)
print(list(it))  #=> []
it = reversed([1, 2, 3])
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())  #=> 3 2 [2, 1] [] 0
l = [1, 2, 3, 4]
it = reversed(l)
next(it)
del l[:]
print(list(it))  #=> []
class E:
    def __init__(self, l): self.l = l
    def __eq__(self, o): self.l.clear(); return False
l = []
l[:] = [E(l), 1, 2]
print(l.count(5), l)  #=> 0 []
l[:] = [1, E(l), 2, 3]
t(l.index, 7)  #=> ValueError 7 is not in list
l[:] = [1, E(l), 2, 3]
t(l.remove, 7)  #=> ValueError list.remove(x): x not in list
l[:] = [1, E(l), 2]
print(9 in l, l)  #=> False []
class R:
    def __eq__(self, o): raise ValueError('eq')
t([R()].index, 1)  #=> ValueError eq
t([R()].count, 1)  #=> ValueError eq
t([R()].remove, 1)  #=> ValueError eq
t(lambda: 1 in [R()])  #=> ValueError eq
t(lambda: [R()] == [1])  #=> ValueError eq
t(lambda: [R()] < [1])  #=> ValueError eq
# derived
class L(list):
    def __init__(self, *a): super().__init__(a); self.tag = 't'
    def append(self, x): super().append(x * 2)
    def __getitem__(self, i): return ('got', super().__getitem__(i))
m = L(1, 2)
m.append(3)
print(m, m.tag, len(m), m[0], m[1:], list(m), type(m + [1]), type(m.copy()), m == [1, 2, 6], isinstance(m, list), type(m * 2), type(m[:]))
#=> [1, 2, 6] t 3 ('got', 1) ('got', [2, 6]) [1, 2, 6] <class 'list'> <class 'list'> True True <class 'list'> <class 'tuple'>
m += [4]
print(type(m), m)  #=> <class '__main__.L'> [1, 2, 6, 4]
m.extend('a')
print(m, m.pop(), sorted(m), m.index(6))  #=> [1, 2, 6, 4] a [1, 2, 4, 6] 2
del m[0]
m[0] = 'q'
print(m, bool(L()), bool(L(1)))  #=> ['q', 6, 4] False True
class P(list): pass
p = P('ab')
p.x = 1
print(p, p.x, p.__dict__, P() == [], P([1]) + [2], [0] + P([1]), P([1]) < [2], repr(P([P()])))
#=> ['a', 'b'] 1 {'x': 1} True [1, 2] [0, 1] True [[]]
t(P, 1, 2)  #=> TypeError list expected at most 1 argument, got 2
t(hash, P())  #=> TypeError unhashable type: 'P'
print([*P('xy')], [y for y in P('xy')], dict.fromkeys(P('xy')), tuple(P('ab')), 'a' in P('ab'), P('ab').__reversed__().__next__())
#=> ['x', 'y'] ['x', 'y'] {'x': None, 'y': None} ('a', 'b') True b
try: [].foo = 1
except AttributeError as e: print(e)
#=> 'list' object has no attribute 'foo'
try: [].foo
except AttributeError as e: print(e)
#=> 'list' object has no attribute 'foo'
try: del [].append
except AttributeError as e: print(e)
#=> 'list' object attribute 'append' is read-only
print(list[int], [].__class__, list.__name__, isinstance([], list), list.__mro__)
#=> list[int] <class 'list'> list True (<class 'list'>, <class 'object'>)
