def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
# making
t(dict)  #=> {}
t(dict, {1: 2})  #=> {1: 2}
t(dict, [(1, 2), [3, 4], 'ab'])  #=> {1: 2, 3: 4, 'a': 'b'}
t(dict, a=1)  #=> {'a': 1}
t(dict, {1: 2}, a=3)  #=> {1: 2, 'a': 3}
t(dict, [('a', 1)], a=2)  #=> {'a': 2}
t(dict, 5)  #=> TypeError 'int' object is not iterable
t(dict, [5])  #=> TypeError cannot convert dictionary update sequence element #0 to a sequence
t(dict, ['abc'])  #=> ValueError dictionary update sequence element #0 has length 3; 2 is required
t(dict, [[1]])  #=> ValueError dictionary update sequence element #0 has length 1; 2 is required
t(dict, [(1, 2), (1,)])  #=> ValueError dictionary update sequence element #1 has length 1; 2 is required
t(dict, {}, {})  #=> TypeError dict expected at most 1 argument, got 2
t(dict, None)  #=> TypeError 'NoneType' object is not iterable
t(dict, [([], 1)])  #=> TypeError unhashable type: 'list'
t(dict, ((i, i * i) for i in range(3)))  #=> {0: 0, 1: 1, 2: 4}
t(dict, zip('ab', (1, 2)))  #=> {'a': 1, 'b': 2}
t(dict, **{'x y': 1})  #=> {'x y': 1}
t(dict, {1: 2}.items())  #=> {1: 2}
t(dict, iter([]))  #=> {}
t(dict, [({}, 1)])  #=> TypeError unhashable type: 'dict'
t(dict, '')  #=> {}
class Map:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): return k * 2
t(dict, Map())  #=> {'p': 'pp', 'q': 'qq'}
t(dict, Map(), z=1)  #=> {'p': 'pp', 'q': 'qq', 'z': 1}
class BadMap:
    def keys(self): return ['p', 'q']
    def __getitem__(self, k): raise KeyError('bad ' + k)
t(dict, BadMap())  #=> KeyError 'bad p'
class BadKeys:
    keys = 3
t(dict, BadKeys())  #=> TypeError 'int' object is not callable
d = {1: 'a', 1.0: 'b', True: 'c'}
print(d, {**d, 2: 3}, {'x': 1, **{'x': 2}}, {**{}})  #=> {1: 'c'} {1: 'c', 2: 3} {'x': 2} {}
t(lambda: {[]: 1})  #=> TypeError unhashable type: 'list'
t(lambda: {{}: 1})  #=> TypeError unhashable type: 'dict'
t(lambda: {**5})  #=> TypeError 'int' object is not a mapping
d = {}
d['b'] = 1
d['a'] = 2
d['c'] = 3
d['b'] = 4
print(d)  #=> {'b': 4, 'a': 2, 'c': 3}
del d['b']
d['b'] = 5
print(d, list(d), len(d))  #=> {'a': 2, 'c': 3, 'b': 5} ['a', 'c', 'b'] 3
# get, setdefault, pop, popitem
d = {'a': 1, 'n': None}
t(d.get, 'a')  #=> 1
t(d.get, 'x')  #=> None
t(d.get, 'x', 5)  #=> 5
t(d.get)  #=> TypeError get expected at least 1 argument, got 0
t(d.get, 1, 2, 3)  #=> TypeError get expected at most 2 arguments, got 3
t(d.get, [])  #=> TypeError unhashable type: 'list'
t(d.get, 'n', 7)  #=> None
t(d.get, 'a', default=1)  #=> TypeError dict.get() takes no keyword arguments
t(d.setdefault, 'a', 5)  #=> 1
t(d.setdefault, 'z')  #=> None
t(d.setdefault, 'y', [])  #=> []
t(d.setdefault, [])  #=> TypeError unhashable type: 'list'
t(d.setdefault)  #=> TypeError setdefault expected at least 1 argument, got 0
print(d)  #=> {'a': 1, 'n': None, 'z': None, 'y': []}
t(d.pop, 'a')  #=> 1
t(d.pop, 'a')  #=> KeyError 'a'
t(d.pop, 'a', 'dflt')  #=> 'dflt'
t(d.pop, [], 1)  #=> TypeError unhashable type: 'list'
t(d.pop)  #=> TypeError pop expected at least 1 argument, got 0
t(d.pop, 1, 2, 3)  #=> TypeError pop expected at most 2 arguments, got 3
t({}.pop, [], 1)  #=> 1
t({}.pop, [])  #=> KeyError []
print(d)  #=> {'n': None, 'z': None, 'y': []}
t(d.popitem)  #=> ('y', [])
t(d.popitem, 1)  #=> TypeError dict.popitem() takes no arguments (1 given)
t(d.popitem)  #=> ('z', None)
t(d.popitem)  #=> ('n', None)
t(d.popitem)  #=> KeyError 'popitem(): dictionary is empty'
t(lambda: d['q'])  #=> KeyError 'q'
t(lambda: d[[]])  #=> TypeError unhashable type: 'list'
t(lambda: d[1, 2])  #=> KeyError (1, 2)
def deli(k): del d[k]
t(deli, 'q')  #=> KeyError 'q'
t(deli, [])  #=> TypeError unhashable type: 'list'
def seti(k, v): d[k] = v
t(seti, [], 1)  #=> TypeError unhashable type: 'list'
# update, clear, copy, fromkeys
d = {'a': 1}
t(d.update)  #=> None
t(d.update, {'b': 2})  #=> None
t(d.update, [('c', 3)], d=4)  #=> None
t(d.update, x=1)  #=> None
t(d.update, 5)  #=> TypeError 'int' object is not iterable
t(d.update, [(1, 2, 3)])  #=> ValueError dictionary update sequence element #0 has length 3; 2 is required
t(d.update, {}, {})  #=> TypeError update expected at most 1 argument, got 2
t(d.update, Map())  #=> None
t(d.update, None)  #=> TypeError 'NoneType' object is not iterable
print(d)  #=> {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'x': 1, 'p': 'pp', 'q': 'qq'}
t(d.update, [('k', 1), 'xyz'])  #=> ValueError dictionary update sequence element #1 has length 3; 2 is required
print(d)  #=> {'a': 1, 'b': 2, 'c': 3, 'd': 4, 'x': 1, 'p': 'pp', 'q': 'qq', 'k': 1}
c = d.copy()
c['new'] = 1
print('new' in d, 'new' in c, d == c)  #=> False True False
t(d.copy, 1)  #=> TypeError dict.copy() takes no arguments (1 given)
d.clear()
print(d, len(c))  #=> {} 9
t(d.clear, 1)  #=> TypeError dict.clear() takes no arguments (1 given)
t(dict.fromkeys, 'aba')  #=> {'a': None, 'b': None}
t(dict.fromkeys, [1, 2], 0)  #=> {1: 0, 2: 0}
t(dict.fromkeys, 5)  #=> TypeError 'int' object is not iterable
t(dict.fromkeys)  #=> TypeError fromkeys expected at least 1 argument, got 0
t(dict.fromkeys, [[]])  #=> TypeError unhashable type: 'list'
t({}.fromkeys, {1, 2}, 'x')  #=> {1: 'x', 2: 'x'}
t(dict.fromkeys, {'a': 1})  #=> {'a': None}
l = []
e = dict.fromkeys('ab', l)
e['a'].append(1)
print(e)  #=> {'a': [1], 'b': [1]}
# operators
a = {'x': 1, 'y': 2}
b = {'y': 3, 'z': 4}
print(a | b, b | a, a == {'y': 2, 'x': 1}, a != b, {} == {}, a | {}, a == [('x', 1)])
#=> {'x': 1, 'y': 3, 'z': 4} {'y': 2, 'z': 4, 'x': 1} True True True {'x': 1, 'y': 2} False
t(lambda: a | [('q', 1)])  #=> TypeError unsupported operand type(s) for |: 'dict' and 'list'
t(lambda: [('q', 1)] | a)  #=> TypeError unsupported operand type(s) for |: 'list' and 'dict'
t(lambda: a + b)  #=> TypeError unsupported operand type(s) for +: 'dict' and 'dict'
t(lambda: a - b)  #=> TypeError unsupported operand type(s) for -: 'dict' and 'dict'
t(lambda: a & b)  #=> TypeError unsupported operand type(s) for &: 'dict' and 'dict'
t(lambda: a < b)  #=> TypeError '<' not supported between instances of 'dict' and 'dict'
t(lambda: a | None)  #=> TypeError unsupported operand type(s) for |: 'dict' and 'NoneType'
c = a
c |= b
print(a is c, a)  #=> True {'x': 1, 'y': 3, 'z': 4}
c |= [('w', 9)]
print(a)  #=> {'x': 1, 'y': 3, 'z': 4, 'w': 9}
def ior(o):
    global c
    c |= o
t(ior, 5)  #=> TypeError 'int' object is not iterable
t(ior, [1])  #=> TypeError cannot convert dictionary update sequence element #0 to a sequence
t(ior, None)  #=> TypeError 'NoneType' object is not iterable
print('x' in a, 'nope' in a, 1 in a)  #=> True False False
t(lambda: [] in a)  #=> TypeError unhashable type: 'list'
t(hash, a)  #=> TypeError unhashable type: 'dict'
t(lambda: -a)  #=> TypeError bad operand type for unary -: 'dict'
print(a.__or__(b), a.__or__(3), a.__ror__([]), a.__contains__('x'), a.__len__(), a.__eq__(a), a.__eq__(1), a.__lt__(b), a.__getitem__('x'), a.__ne__(b))
#=> {'x': 1, 'y': 3, 'z': 4, 'w': 9} NotImplemented NotImplemented True 4 True NotImplemented NotImplemented 1 True
t(a.__getitem__, 'none')  #=> KeyError 'none'
t(a.__setitem__, 'k', 1)  #=> None
t(a.__delitem__, 'k')  #=> None
t(a.__delitem__, 'k')  #=> KeyError 'k'
t(a.__setitem__, 1)  #=> TypeError  expected 2 arguments, got 1
print(dict.__hash__, a.__iter__().__next__(), a.__reversed__().__next__())  #=> None x w
t(a.__ior__, {'v': 1})  #=> {'x': 1, 'y': 3, 'z': 4, 'w': 9, 'v': 1}
t(a.__or__)  #=> TypeError expected 1 argument, got 0
t(dict.get, 5)  #=> TypeError descriptor 'get' for 'dict' objects doesn't apply to a 'int' object
t(dict.get)  #=> TypeError unbound method dict.get() needs an argument
t(dict.keys, [])  #=> TypeError descriptor 'keys' for 'dict' objects doesn't apply to a 'list' object
t(dict.__len__, [])  #=> TypeError descriptor '__len__' requires a 'dict' object but received a 'list'
nan = float('nan')
print({nan: 1} == {nan: 1}, {'a': nan} == {'a': nan})  #=> True True
# views
def o(s): return sorted(s, key=repr)
d = {'a': 1, 'b': 2, 'c': 3}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
#=> dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) 3 3 3
d['d'] = 4
print(k, v, i, list(reversed(k)), list(reversed(v)), list(reversed(i)), list(reversed(d)))
#=> dict_keys(['a', 'b', 'c', 'd']) dict_values([1, 2, 3, 4]) dict_items([('a', 1), ('b', 2), ('c', 3), ('d', 4)]) ['d', 'c', 'b', 'a'] [4, 3, 2, 1] [('d', 4), ('c', 3), ('b', 2), ('a', 1)] ['d', 'c', 'b', 'a']
print('a' in k, 'z' in k, 4 in v, 9 in v, ('a', 1) in i, ('a', 2) in i, ('z', 1) in i, 'a' in i, ['a', 1] in i, (1, 2, 3) in i)
#=> True False True False True False False False False False
t(lambda: [] in k)  #=> TypeError unhashable type: 'list'
t(lambda: ([], 1) in i)  #=> TypeError unhashable type: 'list'
print(o(k & {'a', 'z'}), o(k & ['b', 'c', 'q']), o({'a', 'z'} & k), o(i & {('a', 1)}), o(i & [('b', 2), ('c', 0)]))
#=> ['a'] ['b', 'c'] ['a'] [('a', 1)] [('b', 2)]
print(o(k - {'a'}), o(k - ['a', 'b']), o({'a', 'z'} - k), o(i - {('a', 1)}), o(['a', 'q'] - k), o(k - d))
#=> ['b', 'c', 'd'] ['c', 'd'] ['z'] [('b', 2), ('c', 3), ('d', 4)] ['q'] []
print(o(k | {'z'}), o(k | 'xy'), o({'z'} | k), o(k ^ {'a', 'z'}), o({'a', 'z'} ^ k), o(k ^ 'ab'), o(i ^ {('a', 1), ('q', 0)}))
#=> ['a', 'b', 'c', 'd', 'z'] ['a', 'b', 'c', 'd', 'x', 'y'] ['a', 'b', 'c', 'd', 'z'] ['b', 'c', 'd', 'z'] ['b', 'c', 'd', 'z'] ['c', 'd'] [('b', 2), ('c', 3), ('d', 4), ('q', 0)]
print(k == {'a', 'b', 'c', 'd'}, k == d.keys(), k != {'a'}, k < {'a', 'b', 'c', 'd', 'e'}, k <= set('abcd'), k > {'a'}, k >= set('abcd'), {'a'} < k, k == ['a', 'b', 'c', 'd'], v == v, v == d.values(), i == d.items(), i == set(d.items()), k == list(k), i > {('a', 1)})
#=> True True True True True True True True False True False True True False True
t(lambda: k < ['a'])  #=> TypeError '<' not supported between instances of 'dict_keys' and 'list'
t(lambda: v | v)  #=> TypeError unsupported operand type(s) for |: 'dict_values' and 'dict_values'
t(lambda: v & {1})  #=> TypeError unsupported operand type(s) for &: 'dict_values' and 'set'
t(lambda: v < v)  #=> TypeError '<' not supported between instances of 'dict_values' and 'dict_values'
t(lambda: k + k)  #=> TypeError unsupported operand type(s) for +: 'dict_keys' and 'dict_keys'
t(lambda: k & 5)  #=> TypeError 'int' object is not iterable
t(lambda: 5 & k)  #=> TypeError 'int' object is not iterable
t(lambda: k | 5)  #=> TypeError 'int' object is not iterable
t(lambda: k - 5)  #=> TypeError 'int' object is not iterable
t(lambda: k[0])  #=> TypeError 'dict_keys' object is not subscriptable
t(hash, k)  #=> TypeError unhashable type: 'dict_keys'
t(lambda: hash(v) == hash(v))  #=> True
t(lambda: k.append)  #=> AttributeError 'dict_keys' object has no attribute 'append'
print(k.isdisjoint(['z']), k.isdisjoint('xa'), k.isdisjoint({'a'}), k.isdisjoint(k), i.isdisjoint([('a', 1)]), {}.keys().isdisjoint({}.keys()), k.isdisjoint({'a': 1, 'q': 1, 'r': 1, 's': 1, 't': 1}.keys()))
#=> True False False False False True False
t(k.isdisjoint, 5)  #=> TypeError 'int' object is not iterable
t(k.isdisjoint)  #=> TypeError dict_keys.isdisjoint() takes exactly one argument (0 given)
t(lambda: v.isdisjoint([]))  #=> AttributeError 'dict_values' object has no attribute 'isdisjoint'
print(k.mapping, type(k.mapping))  #=> {'a': 1, 'b': 2, 'c': 3, 'd': 4} <class 'mappingproxy'>
t(lambda: k.mapping.__setitem__)  #=> AttributeError 'mappingproxy' object has no attribute '__setitem__'
t(type(k))  #=> TypeError cannot create 'dict_keys' instances
t(lambda: k.__and__({'a'}))  #=> {'a'}
t(k.__rsub__, {'z'})  #=> {'z'}
t(k.__len__)  #=> 4
t(k.__contains__, 'a')  #=> True
print([x for x in i], dict(i), sorted(k), max(v), sum(v), list(map(str, v)), dict(zip(v, k)), tuple(k), [*v])
#=> [('a', 1), ('b', 2), ('c', 3), ('d', 4)] {'a': 1, 'b': 2, 'c': 3, 'd': 4} ['a', 'b', 'c', 'd'] 4 10 ['1', '2', '3', '4'] {1: 'a', 2: 'b', 3: 'c', 4: 'd'} ('a', 'b', 'c', 'd') [1, 2, 3, 4]
t(lambda: i & {(1, [])})  #=> TypeError unhashable type: 'list'
t(lambda: {1: []}.items() | set())  #=> TypeError unhashable type: 'list'
t(lambda: {1: []}.items() & [(1, [])])  #=> TypeError unhashable type: 'list'
t(lambda: {1: []}.items() - {1})  #=> TypeError unhashable type: 'list'
t(lambda: {1: []}.items() == {1: []}.items())  #=> True
t(lambda: {1: []}.items() ^ {1: []}.items())  #=> set()
m = {1: 2}
m[2] = m
print(m, m.values(), m.items())
#=> {1: 2, 2: {...}} dict_values([2, {1: 2, 2: {...}}]) dict_items([(1, 2), (2, {1: 2, 2: {...}})])
# iterating
it = iter(d)
print(next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())  #=> a 3 ['b', 'c', 'd'] [] 0
d = {i: i for i in range(5)}
it = iter(d.items())
next(it)
d[9] = 1
t(next, it)  #=> RuntimeError dictionary changed size during iteration
t(next, it)  #=> RuntimeError dictionary changed size during iteration
t(list, it)  #=> RuntimeError dictionary changed size during iteration
d = {i: i for i in range(5)}
it = iter(d)
next(it)
del d[4]
d[4] = 4
print(list(it))  #=> [1, 2, 3, 4]
it = iter(d)
next(it)
del d[0]
t(next, it)  #=> RuntimeError dictionary changed size during iteration
def loop(f):
    d = {1: 1, 2: 2}
    for x in d: f(d, x)
    return d
t(loop, lambda d, x: d.pop(x))  #=> RuntimeError dictionary changed size during iteration
t(loop, lambda d, x: d.update({x: x + 1}))  #=> {1: 2, 2: 3}
t(loop, lambda d, x: d.setdefault(x + 10, 0))  #=> RuntimeError dictionary changed size during iteration
d = {1: 1, 2: 2, 3: 3}
def swap(d, x):
    del d[x]; d[x + 5] = x
def loop2():
    for x in d: swap(d, x)
pass
it = reversed({1: 2, 3: 4}.values())
print(next(it), list(it), type(it).__name__)  #=> 4 [2] dict_reversevalueiterator
it = reversed({1: 2}.items())
print(type(it).__name__, next(it))  #=> dict_reverseitemiterator (1, 2)
it = iter({}.keys())
t(next, it)  #=> StopIteration 
print([type(x).__name__ for x in (iter({}), iter({}.values()), iter({}.items()), reversed({}))])
#=> ['dict_keyiterator', 'dict_valueiterator', 'dict_itemiterator', 'dict_reversekeyiterator']
d = {1: 1, 2: 2}
it = reversed(d)
d[3] = 3
t(next, it)  #=> RuntimeError dictionary changed size during iteration
# derived
class D(dict):
    def __missing__(self, k): return 'missing ' + str(k)
d = D(a=1)
print(d['a'], d['b'], d.get('b'), 'b' in d, d, len(d), type(d.copy()), type(d | {}), type({} | d), d == {'a': 1}, D([(1, 2)]), D.fromkeys('ab', 3), type(D.fromkeys('a')))
#=> 1 missing b None False {'a': 1} 1 <class 'dict'> <class 'dict'> <class 'dict'> True {1: 2} {'a': 3, 'b': 3} <class '__main__.D'>
t(d.pop, 'zz')  #=> KeyError 'zz'
d.x = 5
print(d.x, d.__dict__, {**d}, dict(d), list(d), [*d], d.items())
#=> 5 {'x': 5} {'a': 1} {'a': 1} ['a'] ['a'] dict_items([('a', 1)])
t(lambda: d[[]])  #=> TypeError unhashable type: 'list'
t(hash, d)  #=> TypeError unhashable type: 'D'
class M2(dict):
    def __setitem__(self, k, v): super().__setitem__(k, v * 10)
    def __getitem__(self, k): return ('got', super().__getitem__(k))
    def __init__(self, *a, **k): super().__init__(*a, **k); self['init'] = 1
m = M2(a=1)
m['b'] = 2
m.update(c=3)
m.setdefault('e', 5)
print(m, m['b'], m.get('b'), {**m}, dict(m), m | {'q': 1}, f"{m['a']}")
#=> {'a': 1, 'init': 10, 'b': 20, 'c': 3, 'e': 5} ('got', 20) 20 {'a': 1, 'init': 10, 'b': 20, 'c': 3, 'e': 5} {'a': 1, 'init': 10, 'b': 20, 'c': 3, 'e': 5} {'a': 1, 'init': 10, 'b': 20, 'c': 3, 'e': 5, 'q': 1} ('got', 1)
m |= {'w': 1}
print(m, type(m))  #=> {'a': 1, 'init': 10, 'b': 20, 'c': 3, 'e': 5, 'w': 1} <class '__main__.M2'>
del m['a']
print(m)  #=> {'init': 10, 'b': 20, 'c': 3, 'e': 5, 'w': 1}
class It(dict):
    def __iter__(self): return iter(['z'])
    def keys(self): return ['k1']
    def __getitem__(self, k): return 'v:' + k
print(dict(It(a=1)), {**It(a=1)}, list(It(a=1)), It(a=1).items(), len(It(a=1)))
#=> {'k1': 'v:k1'} {'k1': 'v:k1'} ['z'] dict_items([('a', 1)]) 1
class CI(dict):
    def __contains__(self, k): return super().__contains__(k.lower())
    def get(self, k, d=None): return super().get(k.lower(), d)
print('A' in CI(a=1), CI(a=1).get('A'), 'B' in CI())  #=> True 1 False
# odd keys
class K:
    def __init__(self, n): self.n = n
    def __hash__(self): return self.n % 3
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __repr__(self): return 'K%d' % self.n
d = {K(i): i for i in range(12)}
print(d[K(7)], K(20) in d, len(d), d)
#=> 7 False 12 {K0: 0, K1: 1, K2: 2, K3: 3, K4: 4, K5: 5, K6: 6, K7: 7, K8: 8, K9: 9, K10: 10, K11: 11}
d[K(7)] = 'seven'
del d[K(3)]
print(d, list(d)[-1])
#=> {K0: 0, K1: 1, K2: 2, K4: 4, K5: 5, K6: 6, K7: 'seven', K8: 8, K9: 9, K10: 10, K11: 11} K11
class H:
    def __hash__(self): raise ValueError('no hash')
t(lambda: {H(): 1})  #=> ValueError no hash
t(lambda: {}[H()])  #=> ValueError no hash
t(lambda: {}.get(H()))  #=> ValueError no hash
t(lambda: H() in {})  #=> ValueError no hash
t({}.setdefault, H())  #=> ValueError no hash
class Q:
    def __hash__(self): return 1
    def __eq__(self, o): raise ValueError('no eq')
d = {Q(): 1}
t(lambda: d[Q()])  #=> ValueError no eq
t(lambda: d.get(Q(), 3))  #=> ValueError no eq
t(lambda: {1: 1}[Q()])  #=> ValueError no eq
t(d.pop, Q(), None)  #=> ValueError no eq
t(lambda: Q() in d)  #=> ValueError no eq
t(lambda: d == {Q(): 1})  #=> ValueError no eq
class NH:
    def __eq__(self, o): return True
t(lambda: {NH(): 1})  #=> TypeError unhashable type: 'NH'
print({1: 'i', 1.5: 'f', (1, 2): 't', None: 'n', 'é': 'u', b'x': 'b', frozenset([1]): 'fs', ...: 'e', int: 'c', -1: 'm', -2: 'm2'})
#=> {1: 'i', 1.5: 'f', (1, 2): 't', None: 'n', 'é': 'u', b'x': 'b', frozenset({1}): 'fs', Ellipsis: 'e', <class 'int'>: 'c', -1: 'm', -2: 'm2'}
print({0: 1, False: 2, 0.0: 3}, {1: 1, '1': 2}, {10**20: 1}[10**20], {2.0**70: 'big'}[2**70], {(1, (2, 3)): 4}[1, (2, 3)])
#=> {0: 3} {1: 1, '1': 2} 1 big 4
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 3): del big[i]
for i in range(0, 1000, 7): big[i] = 'x'
print(len(big), list(big)[:5], list(big)[-5:], list(big.values())[-3:], 500 in big, 501 in big, big.get(499))
#=> 714 [1, 2, 4, 5, 7] [903, 924, 945, 966, 987] ['x', 'x', 'x'] True False 249001
while len(big) > 990 - 400: big.popitem()
print(len(big), list(big.items())[-2:])  #=> 590 [(883, 779689), (884, 781456)]
big[5000] = 1
print(list(big)[-1], 5000 in big)  #=> 5000 True
d = {}
for i in range(100):
    d[i] = i
    if i % 2: d.popitem()
    if i % 5 == 0: d[-i] = i
print(d)
#=> {0: 0, 2: 2, 4: 4, -5: 5, 6: 6, 8: 8, 10: 10, -10: 10, 12: 12, 14: 14, -15: 15, 16: 16, 18: 18, 20: 20, -20: 20, 22: 22, 24: 24, -25: 25, 26: 26, 28: 28, 30: 30, -30: 30, 32: 32, 34: 34, -35: 35, 36: 36, 38: 38, 40: 40, -40: 40, 42: 42, 44: 44, -45: 45, 46: 46, 48: 48, 50: 50, -50: 50, 52: 52, 54: 54, -55: 55, 56: 56, 58: 58, 60: 60, -60: 60, 62: 62, 64: 64, -65: 65, 66: 66, 68: 68, 70: 70, -70: 70, 72: 72, 74: 74, -75: 75, 76: 76, 78: 78, 80: 80, -80: 80, 82: 82, 84: 84, -85: 85, 86: 86, 88: 88, 90: 90, -90: 90, 92: 92, 94: 94, -95: 95, 96: 96, 98: 98}
print(type({}.__class__), dict[str, int], dict.__mro__, dict.__name__)
#=> <class 'type'> dict[str, int] (<class 'dict'>, <class 'object'>) dict
t(lambda: {}.foo)  #=> AttributeError 'dict' object has no attribute 'foo'
t(lambda: {}())  #=> TypeError 'dict' object is not callable
nested = {'a': {'b': [1, {'c': (2,)}]}}
print(nested['a']['b'][1]['c'][0])  #=> 2
nested['a']['b'][1]['c'] += (3,)
print(nested)  #=> {'a': {'b': [1, {'c': (2, 3)}]}}
