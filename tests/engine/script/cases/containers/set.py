def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
def m(s, f):
    try:
        r = f(s)
    except BaseException as e:
        r = type(e).__name__ + ': ' + str(e)
    print(r, s)
t(set)  #=> set()
t(set, [1, 2, 1])  #=> {1, 2}
t(set, 'hello'[:1])  #=> {'h'}
t(set, 5)  #=> TypeError 'int' object is not iterable
t(set, 1, 2)  #=> TypeError set expected at most 1 argument, got 2
t(set, x=1)  #=> TypeError set() takes no keyword arguments
t(set, [[]])  #=> TypeError unhashable type: 'list'
t(set, {1: 2})  #=> {1}
t(set, range(5))  #=> {0, 1, 2, 3, 4}
t(frozenset)  #=> frozenset()
t(frozenset, [3, 1])  #=> frozenset({1, 3})
t(frozenset, 5)  #=> TypeError 'int' object is not iterable
t(frozenset, 1, 2)  #=> TypeError frozenset expected at most 1 argument, got 2
t(frozenset, x=1)  #=> TypeError frozenset() takes no keyword arguments
t(frozenset, [{}])  #=> TypeError unhashable type: 'dict'
t(set, None)  #=> TypeError 'NoneType' object is not iterable
s = {1, 2}
s.__init__([5])
print(s)  #=> {5}
f = frozenset([1])
print(frozenset(f) is f, f.copy() is f, set(s) is s)  #=> True True False
m({1}, lambda s: s.add(2))  #=> None {1, 2}
m({1}, lambda s: s.add(1))  #=> None {1}
m({1}, lambda s: s.add([]))  #=> TypeError: unhashable type: 'list' {1}
m({1}, lambda s: s.add())  #=> TypeError: set.add() takes exactly one argument (0 given) {1}
m({1}, lambda s: s.add(1, 2))  #=> TypeError: set.add() takes exactly one argument (2 given) {1}
m({1, 2}, lambda s: s.discard(1))  #=> None {2}
m({1}, lambda s: s.discard(5))  #=> None {1}
m({1}, lambda s: s.discard([]))  #=> TypeError: unhashable type: 'list' {1}
m({1}, lambda s: s.remove(1))  #=> None set()
m({1}, lambda s: s.remove(3))  #=> KeyError: 3 {1}
m({1}, lambda s: s.remove('x'))  #=> KeyError: 'x' {1}
m({1}, lambda s: s.remove([]))  #=> TypeError: unhashable type: 'list' {1}
m({1}, lambda s: s.pop())  #=> 1 set()
m(set(), lambda s: s.pop())  #=> KeyError: 'pop from an empty set' set()
m({1}, lambda s: s.pop(1))  #=> TypeError: set.pop() takes no arguments (1 given) {1}
m({1}, lambda s: s.clear())  #=> None set()
m({1}, lambda s: s.clear(1))  #=> TypeError: set.clear() takes no arguments (1 given) {1}
m({1}, lambda s: s.copy())  #=> {1} {1}
m({1}, lambda s: s.copy(2))  #=> TypeError: set.copy() takes no arguments (1 given) {1}
m({frozenset([1])}, lambda s: s.remove({1}))  #=> None set()
m({frozenset([1])}, lambda s: s.discard({1}))  #=> None set()
m({frozenset([1])}, lambda s: {1} in s)  #=> True {frozenset({1})}
m({1}, lambda s: s.remove({5}))  #=> KeyError: {5} {1}
m({1}, lambda s: {} in s)  #=> TypeError: unhashable type: 'dict' {1}
m(frozenset([1]), lambda s: s.add(1))  #=> AttributeError: 'frozenset' object has no attribute 'add' frozenset({1})
a, b = {1, 2, 3}, {3, 4}
print(a | b, a & b, a - b, a ^ b, b - a, a.union(b), a.intersection(b), a.difference(b), a.symmetric_difference(b), a.union(), a.union([9], (8,), {7: 1}), a.intersection([1, 3], {3}), a.difference([1], [2]), a.intersection(), a.difference(), a.union('x'[:0]), a.symmetric_difference([1, 1, 9]))
#=> {1, 2, 3, 4} {3} {1, 2} {1, 2, 4} {4} {1, 2, 3, 4} {3} {1, 2} {1, 2, 4} {1, 2, 3} {1, 2, 3, 7, 8, 9} {3} {3} {1, 2, 3} {1, 2, 3} {1, 2, 3} {2, 3, 9}
t(lambda: a | [1])  #=> TypeError unsupported operand type(s) for |: 'set' and 'list'
t(lambda: a & [1])  #=> TypeError unsupported operand type(s) for &: 'set' and 'list'
t(lambda: a - [1])  #=> TypeError unsupported operand type(s) for -: 'set' and 'list'
t(lambda: a ^ [1])  #=> TypeError unsupported operand type(s) for ^: 'set' and 'list'
t(lambda: [1] | a)  #=> TypeError unsupported operand type(s) for |: 'list' and 'set'
t(lambda: a + b)  #=> TypeError unsupported operand type(s) for +: 'set' and 'set'
t(lambda: a * 2)  #=> TypeError unsupported operand type(s) for *: 'set' and 'int'
t(a.union, 5)  #=> TypeError 'int' object is not iterable
t(a.intersection, 5)  #=> TypeError 'int' object is not iterable
t(a.difference, 5)  #=> TypeError 'int' object is not iterable
t(a.symmetric_difference, 5)  #=> TypeError 'int' object is not iterable
t(a.symmetric_difference)  #=> TypeError set.symmetric_difference() takes exactly one argument (0 given)
t(a.union, [[]])  #=> TypeError unhashable type: 'list'
t(a.intersection, [[]])  #=> TypeError unhashable type: 'list'
t(a.difference, [[]])  #=> TypeError unhashable type: 'list'
t(a.symmetric_difference, 1, 2)  #=> TypeError set.symmetric_difference() takes exactly one argument (2 given)
t(lambda: a | None)  #=> TypeError unsupported operand type(s) for |: 'set' and 'NoneType'
t(lambda: a | {1: 2})  #=> TypeError unsupported operand type(s) for |: 'set' and 'dict'
t(lambda: a & {1: 2}.keys())  #=> {1}
t(lambda: a - {1: 2}.keys())  #=> {2, 3}
m({1, 2, 3}, lambda s: s.update([4], {5}))  #=> None {1, 2, 3, 4, 5}
m({1}, lambda s: s.update())  #=> None {1}
m({1}, lambda s: s.update(5))  #=> TypeError: 'int' object is not iterable {1}
m({1}, lambda s: s.update([2], [[]]))  #=> TypeError: unhashable type: 'list' {1, 2}
m({1, 2, 3}, lambda s: s.intersection_update([2, 3], {3}))  #=> None {3}
m({1, 2}, lambda s: s.difference_update([1]))  #=> None {2}
m({1, 2}, lambda s: s.symmetric_difference_update([2, 3]))  #=> None {1, 3}
m({1, 2}, lambda s: s.intersection_update())  #=> None {1, 2}
m({1}, lambda s: s.difference_update(5))  #=> TypeError: 'int' object is not iterable {1}
m({1}, lambda s: s.intersection_update(5))  #=> TypeError: 'int' object is not iterable {1}
m({1}, lambda s: s.symmetric_difference_update(5))  #=> TypeError: 'int' object is not iterable {1}
m({1}, lambda s: s.update(s))  #=> None {1}
m({1}, lambda s: s.difference_update(s))  #=> None set()
m({1, 2}, lambda s: s.symmetric_difference_update(s))  #=> None set()
m({1, 2}, lambda s: s.intersection_update(s))  #=> None {1, 2}
m({1}, lambda s: s.update({2: 3}))  #=> None {1, 2}
def op(s, o, name):
    if name == '|': s |= o
    elif name == '&': s &= o
    elif name == '-': s -= o
    else: s ^= o
    return s
for name in '|&-^':
    m({1, 2}, lambda s: op(s, {2, 3}, name)); m({1, 2}, lambda s: op(s, [2], name)); m({1, 2}, lambda s: op(s, frozenset([2, 3]), name)); x = {1, 2}; print(op(x, x, name), x); y = z = {1}; print(op(y, {5}, name) is z); f = frozenset([1, 2]); g = op(f, {2}, name); print(f, g, g is f)
#=> {1, 2, 3} {1, 2, 3}
#=> TypeError: unsupported operand type(s) for |=: 'set' and 'list' {1, 2}
#=> {1, 2, 3} {1, 2, 3}
#=> {1, 2} {1, 2}
#=> True
#=> frozenset({1, 2}) frozenset({1, 2}) False
#=> {2} {2}
#=> TypeError: unsupported operand type(s) for &=: 'set' and 'list' {1, 2}
#=> {2} {2}
#=> {1, 2} {1, 2}
#=> True
#=> frozenset({1, 2}) frozenset({2}) False
#=> {1} {1}
#=> TypeError: unsupported operand type(s) for -=: 'set' and 'list' {1, 2}
#=> {1} {1}
#=> set() set()
#=> True
#=> frozenset({1, 2}) frozenset({1}) False
#=> {1, 3} {1, 3}
#=> TypeError: unsupported operand type(s) for ^=: 'set' and 'list' {1, 2}
#=> {1, 3} {1, 3}
#=> set() set()
#=> True
#=> frozenset({1, 2}) frozenset({1}) False
print({1} == {1}, {1} != {2}, {1} < {1, 2}, {1} <= {1}, {1, 2} > {1}, {1} >= {1}, {1} < {1}, {1} == frozenset([1]), frozenset([1]) < {1, 2}, {1} == [1], set() == frozenset(), {1} < {2}, {1.0} == {1}, {1} == {True})
#=> True True True True True True False True True False True False True True
t(lambda: {1} < [1])  #=> TypeError '<' not supported between instances of 'set' and 'list'
t(lambda: {1} < 1)  #=> TypeError '<' not supported between instances of 'set' and 'int'
t(lambda: {1} >= 'a')  #=> TypeError '>=' not supported between instances of 'set' and 'str'
print(a.issubset([1, 2, 3, 4]), a.issubset({1}), a.issuperset([1]), a.issuperset('z'), a.isdisjoint([5]), a.isdisjoint({1}), a.issubset(range(10)), a.issuperset([]), set().issubset([]), a.isdisjoint(iter([3])), a.isdisjoint(a), set().isdisjoint(set()))
#=> True False True False True False True True True False False True
t(a.issubset, 5)  #=> TypeError 'int' object is not iterable
t(a.issuperset, 5)  #=> TypeError 'int' object is not iterable
t(a.isdisjoint, 5)  #=> TypeError 'int' object is not iterable
t(a.isdisjoint, [[]])  #=> TypeError unhashable type: 'list'
t(a.issuperset, [[]])  #=> TypeError unhashable type: 'list'
t(a.issubset, [[]])  #=> TypeError unhashable type: 'list'
t(a.issubset)  #=> TypeError set.issubset() takes exactly one argument (0 given)
print(1 in a, 9 in a, 'x' in a, 1.0 in a)  #=> True False False True
t(lambda: [] in a)  #=> TypeError unhashable type: 'list'
t(hash, a)  #=> TypeError unhashable type: 'set'
print(hash(frozenset([1, 2])) == hash(frozenset([2, 1])), hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([(1, 2), 5.5, -1])), {frozenset([1]): 'x'}[frozenset([1])])
#=> True 133146708735736 -272375401224217160 1240110589370635705 x
fz = frozenset([1, 2])
print(type(fz | {3}), type({3} | fz), type(fz & {1}), type(fz - {1}), type({1} ^ fz), type(fz.union([5])), type(fz.copy()), type(fz.difference([1])))
#=> <class 'frozenset'> <class 'set'> <class 'frozenset'> <class 'frozenset'> <class 'set'> <class 'frozenset'> <class 'frozenset'> <class 'frozenset'>
print(a.__or__([1]), a.__or__({9}), a.__ror__({9}), a.__and__({1}), a.__sub__({1}), a.__rsub__({1, 9}), a.__xor__({1, 9}), a.__contains__(1), a.__len__(), a.__eq__([1]), a.__lt__([1]), a.__le__({1, 2, 3}), set.__hash__, a.__iter__().__next__())
#=> NotImplemented {1, 2, 3, 9} {9, 2, 3, 1} {1} {2, 3} {9} {2, 3, 9} True 3 NotImplemented NotImplemented True None 1
t(a.__or__)  #=> TypeError expected 1 argument, got 0
t(a.__contains__)  #=> TypeError set.__contains__() takes exactly one argument (0 given)
t(a.__contains__, [])  #=> TypeError unhashable type: 'list'
t(set.add, 1)  #=> TypeError descriptor 'add' for 'set' objects doesn't apply to a 'int' object
t(set.add)  #=> TypeError unbound method set.add() needs an argument
t(set.add, frozenset(), 1)  #=> TypeError descriptor 'add' for 'set' objects doesn't apply to a 'frozenset' object
t(set.union, frozenset(), [1])
#=> TypeError descriptor 'union' for 'set' objects doesn't apply to a 'frozenset' object
t(frozenset.union, {1})  #=> TypeError descriptor 'union' for 'frozenset' objects doesn't apply to a 'set' object
t(set.__len__, [])  #=> TypeError descriptor '__len__' requires a 'set' object but received a 'list'
t(lambda: frozenset().add)  #=> AttributeError 'frozenset' object has no attribute 'add'
t(lambda: set().foo)  #=> AttributeError 'set' object has no attribute 'foo'
t(a.__ior__, [1])  #=> NotImplemented
t(a.__ior__, {77})  #=> {1, 2, 3, 77}
print(a)  #=> {1, 2, 3, 77}
s = {1, 2, 3}
def loop(f):
    for x in s: f(x)
t(loop, lambda x: s.add(x + 10))  #=> RuntimeError Set changed size during iteration
print(len(s) > 3)  #=> True
s = {1, 2, 3}
t(loop, lambda x: s.discard(x))  #=> RuntimeError Set changed size during iteration
it = iter({1, 2, 3})
print(it.__length_hint__(), next(it), list(it), list(it), it.__length_hint__())  #=> 3 1 [2, 3] [] 0
print(type(iter({1})).__name__)  #=> set_iterator
class S(set):
    def __init__(self, *a): super().__init__(*a); self.n = 1
    def add(self, x): super().add(x * 2)
x = S([1, 2])
x.add(5)
print(x, x.n, type(x | {1}), type({1} | x), type(x.copy()), type(x.union([1])), x == {1, 2, 10}, len(x), 10 in x, S() == set(), repr(S()), isinstance(x, set))
#=> S({1, 2, 10}) 1 <class 'set'> <class 'set'> <class 'set'> <class 'set'> True 3 True True S() True
x |= {99}
print(type(x), x)  #=> <class '__main__.S'> S({99, 1, 2, 10})
t(hash, x)  #=> TypeError unhashable type: 'S'
print(type(x & {1}), type(x - {1}), sorted(x))  #=> <class 'set'> <class 'set'> [1, 2, 10, 99]
class F(frozenset):
    def __new__(cls, it=(), tag=None):
        self = super().__new__(cls, it); self.tag = tag; return self
y = F([1, 2], 't')
print(y, y.tag, hash(y) == hash(frozenset([1, 2])), type(y | {3}), type(y.copy()), {y: 1}[frozenset([1, 2])], y == {1, 2})
#=> F({1, 2}) t True <class 'frozenset'> <class 'frozenset'> 1 True
class SS(set):
    def __repr__(self): return 'SS!'
print(SS([1]), [SS()], str(SS()))  #=> SS! [SS!] SS!
n = {1}
print({frozenset(n)}, {frozenset(): 1}, [set()], {()})  #=> {frozenset({1})} {frozenset(): 1} [set()] {()}
class E:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError('eq')
q = {E()}
t(lambda: E() in q)  #=> ValueError eq
t(q.add, E())  #=> ValueError eq
t(q.remove, E())  #=> ValueError eq
t(q.discard, 1)  #=> ValueError eq
t(lambda: q & {E()})  #=> ValueError eq
t(lambda: q - {1})  #=> ValueError eq
t(lambda: q == {E()})  #=> ValueError eq
t(lambda: q <= {1})  #=> ValueError eq
t(lambda: {1} | q)  #=> ValueError eq
print({'a', 'b', 'a'} == {'b', 'a'}, len({'a', 'b', 1, None, (), 1.5}), sorted({'c', 'a', 'b'}), {x for x in (3, 1, 2)}, {*[1], *(2,), *{3}}, {x % 3 for x in range(10)})
#=> True 6 ['a', 'b', 'c'] {1, 2, 3} {1, 2, 3} {0, 1, 2}
t(lambda: {*5})  #=> TypeError 'int' object is not iterable
t(lambda: {[], 1})  #=> TypeError unhashable type: 'list'
t(lambda: {x for x in [[]]})  #=> TypeError unhashable type: 'list'
print(set[int], frozenset.__name__, set.__mro__, bool(set()), bool({0}), {1, 2}.__class__)
#=> set[int] frozenset (<class 'set'>, <class 'object'>) False True <class 'set'>
r = set()
r2 = frozenset([1])
r.add(r2)
print(r)  #=> {frozenset({1})}
print({1, 'a'} - {'a'}, ({'a', 'b'} & {'b', 'c'}), {'x'} ^ {'x', 'y'}, {'x'} | set())  #=> {1} {'b'} {'y'} {'x'}
