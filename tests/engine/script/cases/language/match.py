class P:
    __match_args__ = ('x', 'y')
    def __init__(self, x, y): self.x = x; self.y = y
    def __repr__(self): return 'P(' + str(self.x) + ',' + str(self.y) + ')'
class Q(P): pass
class N:
    a = 1
class E:
    RED = 'red'; BLUE = 'blue'
def m(v):
    match v:
        case 0: return 'zero'
        case 1 | 2: return 'one or two'
        case -5: return 'minus five'
        case 1.5: return 'float'
        case 'str': return 'literal str'
        case b'by': return 'bytes'
        case None: return 'none'
        case True: return 'true'
        case E.RED: return 'red'
        case []: return 'empty seq'
        case [x]: return 'one', x
        case [1, 2, *rest]: return 'starts 1 2', rest
        case [a, [b, c]]: return 'nested', a, b, c
        case (x, y) if x == y: return 'same', x
        case [first, *_, last] if first == 'f': return 'first last', last
        case ('a' | 'b' as letter, n): return letter, n
        case {'k': 1}: return 'k is 1'
        case {'k': v2, **rest}: return 'has k', v2, rest
        case {'a': {'b': [z]}}: return 'deep', z
        case {}  if not v: return 'empty map'
        case P(0, y=yy): return 'P0', yy
        case Q(x=xx): return 'Q', xx
        case P(x, y) as p: return 'P', x, y, p
        case N(a=1): return 'N'
        case int(n) if n > 100: return 'big', n
        case int() | float(): return 'number'
        case str() as s: return 'string', s
        case bool(): return 'never'
        case [*all_]: return 'list', all_
        case {**kw}: return 'map', kw
        case _: return 'other'
for v in (0, 1, 2, -5, 1.5, 'str', b'by', None, True, False, 'red', [], (), [7], (1, 2), [1, 2, 3, 4], [9, [8, 7]], (3, 3), ['f', 1, 2, 'l'], ('a', 5), ('b', [1]), ('c', 5), {'k': 1}, {'k': 2, 'z': 3}, {'a': {'b': [5]}}, {}, {'q': 1}, P(0, 1), P(1, 2), Q(5, 6), Q(0, 6), N(), 500, 50, 2.5, 'hello', [1, 2], [5, 6, 7, 8], range(2), range(3), {1, 2}, 'ab', b'xx', iter([]), lambda: 1, 0.0, 1.0, -5.0, {'k': 1.0}):
    print(m(v))
#=> zero
#=> one or two
#=> one or two
#=> minus five
#=> float
#=> literal str
#=> bytes
#=> none
#=> one or two
#=> zero
#=> red
#=> empty seq
#=> empty seq
#=> ('one', 7)
#=> ('starts 1 2', [])
#=> ('starts 1 2', [3, 4])
#=> ('nested', 9, 8, 7)
#=> ('same', 3)
#=> ('first last', 'l')
#=> ('a', 5)
#=> ('b', [1])
#=> ('list', ['c', 5])
#=> k is 1
#=> ('has k', 2, {'z': 3})
#=> ('deep', 5)
#=> empty map
#=> ('map', {'q': 1})
#=> ('P0', 1)
#=> ('P', 1, 2, P(1,2))
#=> ('Q', 5)
#=> ('P0', 6)
#=> N
#=> ('big', 500)
#=> number
#=> number
#=> ('string', 'hello')
#=> ('starts 1 2', [])
#=> ('list', [5, 6, 7, 8])
#=> ('list', [0, 1])
#=> ('list', [0, 1, 2])
#=> other
#=> ('string', 'ab')
#=> other
#=> other
#=> other
#=> zero
#=> one or two
#=> minus five
#=> k is 1
def t(f, *a):
    try: print(repr(f(*a)))
    except BaseException as e: print(type(e).__name__, e)
def c1(v):
    match v:
        case P(1, 2, 3): return 1
t(c1, P(1, 2))  #=> TypeError P() accepts 2 positional sub-patterns (3 given)
def c2(v):
    match v:
        case N(1): return 1
t(c2, N())  #=> TypeError N() accepts 0 positional sub-patterns (1 given)
def c3(v):
    x = 5
    match v:
        case x.foo: return 'attr'
t(c3, 1)  #=> AttributeError 'int' object has no attribute 'foo'
def c4(v):
    notcls = 5
    match v:
        case notcls(): return 1
t(c4, 1)  #=> TypeError called match pattern must be a type
class BadArgs: __match_args__ = 5
def c5(v):
    match v:
        case BadArgs(1): return 1
t(c5, BadArgs())  #=> TypeError BadArgs.__match_args__ must be a tuple (got int)
class BadArgs2: __match_args__ = (1,)
def c6(v):
    match v:
        case BadArgs2(1): return 1
t(c6, BadArgs2())  #=> TypeError __match_args__ elements must be strings (got int)
def c7(v):
    match v:
        case P(1, x=1): return 1
t(c7, P(1, 1))  #=> TypeError P() got multiple sub-patterns for attribute 'x'
def c8(v):
    match v:
        case P(zz=1): return 1
        case _: return 'no attr'
t(c8, P(1, 1))  #=> 'no attr'
class S(list): pass
class D(dict):
    def __missing__(self, k): return 'missing'
def c9(v):
    match v:
        case [a, b]: return 'seq', a, b
        case {'x': x}: return 'map', x
        case str(s): return 'str', s
    return 'none'
for v in (S([1, 2]), D(x=1), D(), 'ab', (1, 2), range(2), {'x': None}, 1): t(c9, v)
#=> ('seq', 1, 2)
#=> ('map', 1)
#=> 'none'
#=> ('str', 'ab')
#=> ('seq', 1, 2)
#=> ('seq', 0, 1)
#=> ('map', None)
#=> 'none'
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i
t(c9, Seq())  #=> 'none'
def c10(*a):
    match a:
        case (1, x) | (x, 1): return x
        case ((1 | 2) as n, *_): return n
        case [_, _]: return 'two'
        case _: pass
t(c10, 1, 5)  #=> 5
t(c10, 5, 1)  #=> 5
t(c10, 2, 3, 4)  #=> 2
t(c10, 7, 7)  #=> 'two'
t(c10)  #=> None
def c11(v):
    match v:
        case {'a': 1, 'b': b} if b > 5: return 'big b'
        case {'a': 1, **r}: return r
        case {1: x, None: y, 'z': [*w]}: return x, y, w
        case {E.RED: q}: return 'red', q
    return None
t(c11, {'a': 1, 'b': 9})  #=> 'big b'
t(c11, {'a': 1, 'b': 2, 'c': 3})  #=> {'b': 2, 'c': 3}
t(c11, {1: 'o', None: 'n', 'z': (1, 2)})  #=> ('o', 'n', [1, 2])
t(c11, {'red': 5})  #=> ('red', 5)
t(c11, {})  #=> None
def side():
    print('evaluated once'); return 3
match side():
    case 1: print('one')
    case x if x > 5: print('big')
    case 3: print('three', x)
#=> evaluated once
#=> three 3
match 1, 2:
    case a, b: print(a, b)
#=> 1 2
match [1, [2, [3, [4]]]]:
    case [a, [b, [c, [d]]]]: print(a, b, c, d)
#=> 1 2 3 4
match = 5
case = 6
print(match, case)  #=> 5 6
_ = 7
match _:
    case _: print('wild', _)
#=> wild 7
match (x := 5):
    case int(y): print(x, y)
#=> 5 5
def cmd(s):
    match s.split(' '):
        case ['go', ('north' | 'south') as d]: return 'going ' + d
        case ['drop', *objs]: return 'dropping ' + ','.join(objs)
        case ['quit' | 'exit']: return 'bye'
        case [action]: return 'just ' + action
        case [action, obj]: return action + ' the ' + obj
        case _: return '?'
for s in ('go north', 'go up', 'drop a b c', 'quit', 'look', 'eat apple', 'a b c d'): print(cmd(s))
#=> going north
#=> go the up
#=> dropping a,b,c
#=> bye
#=> just look
#=> eat the apple
#=> ?
def types(v):
    match v:
        case bool(b): return 'bool', b
        case int(i): return 'int', i
        case float(f): return 'float', f
        case str(s): return 'str', s
        case list(l): return 'list', l
        case tuple(t_): return 'tuple', t_
        case dict(d): return 'dict', d
        case set(s): return 'set', s
        case frozenset(f): return 'fs', f
        case bytes(b): return 'bytes', b
        case type(): return 'type'
        case object(): return 'object'
for v in (True, 1, 1.5, 's', [1], (1,), {1: 2}, {1}, frozenset([1]), b'b', int, None): print(types(v))
#=> ('bool', True)
#=> ('int', 1)
#=> ('float', 1.5)
#=> ('str', 's')
#=> ('list', [1])
#=> ('tuple', (1,))
#=> ('dict', {1: 2})
#=> ('set', {1})
#=> ('fs', frozenset({1}))
#=> ('bytes', b'b')
#=> type
#=> object
