# operator
import operator
from operator import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for name in "add sub mul truediv floordiv mod pow lshift rshift and_ or_ xor eq ne lt le gt ge is_ is_not".split():
    f = getattr(operator, name)
    t(lambda: (name, f(12, 5)))
#=> ('add', 17)
#=> ('sub', 7)
#=> ('mul', 60)
#=> ('truediv', 2.4)
#=> ('floordiv', 2)
#=> ('mod', 2)
#=> ('pow', 248832)
#=> ('lshift', 384)
#=> ('rshift', 0)
#=> ('and_', 4)
#=> ('or_', 13)
#=> ('xor', 9)
#=> ('eq', False)
#=> ('ne', True)
#=> ('lt', False)
#=> ('le', False)
#=> ('gt', True)
#=> ('ge', True)
#=> ('is_', False)
#=> ('is_not', True)
for name in "iadd isub imul itruediv ifloordiv imod ipow ilshift irshift iand ior ixor".split():
    f = getattr(operator, name)
    t(lambda: (name, f(12, 5)))
#=> ('iadd', 17)
#=> ('isub', 7)
#=> ('imul', 60)
#=> ('itruediv', 2.4)
#=> ('ifloordiv', 2)
#=> ('imod', 2)
#=> ('ipow', 248832)
#=> ('ilshift', 384)
#=> ('irshift', 0)
#=> ('iand', 4)
#=> ('ior', 13)
#=> ('ixor', 9)
for name in "neg pos inv invert abs not_ truth index".split():
    f = getattr(operator, name)
    t(lambda: (name, f(-3), f(0)))
#=> ('neg', 3, 0)
#=> ('pos', -3, 0)
#=> ('inv', 2, -1)
#=> ('invert', 2, -1)
#=> ('abs', 3, 0)
#=> ('not_', False, True)
#=> ('truth', True, False)
#=> ('index', -3, 0)
l = [1]
t(lambda: (iadd(l, [2]), l))  #=> ([1, 2], [1, 2])
t(lambda: iconcat(l, (3,)))  #=> [1, 2, 3]
t(lambda: concat([1], [2]))  #=> [1, 2]
t(lambda: concat(1, 2))  #=> TypeError 'int' object can't be concatenated
t(lambda: concat("a", 1))  #=> TypeError can only concatenate str (not "int") to str
t(lambda: contains([1, 2], 2))  #=> True
t(lambda: countOf([1, 2, 1], 1))  #=> 2
t(lambda: indexOf([1, 2, 1], 2))  #=> 1
t(lambda: indexOf([1], 5))  #=> ValueError sequence.index(x): x not in sequence
t(lambda: getitem([1, 2], 1))  #=> 2
t(lambda: getitem({"a": 1}, "b"))  #=> KeyError 'b'
t(lambda: setitem(l, 0, 9))  #=> None
t(lambda: l)  #=> [9, 2, 3]
t(lambda: delitem(l, 0))  #=> None
t(lambda: l)  #=> [2, 3]
t(lambda: length_hint([1, 2]))  #=> 2
t(lambda: length_hint(iter([1]), 5))  #=> 1
t(lambda: length_hint(3, 7))  #=> 7
t(lambda: length_hint(3, "x"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: add(1, "a"))  #=> TypeError unsupported operand type(s) for +: 'int' and 'str'
t(lambda: add(1))  #=> TypeError add expected 2 arguments, got 1
t(lambda: index("a"))  #=> TypeError 'str' object cannot be interpreted as an integer
t(lambda: index(True))  #=> 1
t(lambda: matmul(1, 2))  #=> TypeError unsupported operand type(s) for @: 'int' and 'int'
t(lambda: call(max, 1, 2))  #=> 2
t(lambda: call(dict, a=1))  #=> {'a': 1}
t(lambda: lt(1, "a"))  #=> TypeError '<' not supported between instances of 'int' and 'str'
t(lambda: itemgetter(1)("abc"))  #=> b
t(lambda: itemgetter(0, 2)("abc"))  #=> ('a', 'c')
t(lambda: itemgetter("k")({"k": 1}))  #=> 1
t(lambda: itemgetter(slice(1, None))("abc"))  #=> bc
t(lambda: itemgetter(5)("abc"))  #=> IndexError string index out of range
t(lambda: itemgetter("z")({}))  #=> KeyError 'z'
t(lambda: itemgetter())  #=> TypeError itemgetter expected 1 argument, got 0
t(lambda: itemgetter(1))  #=> operator.itemgetter(1)
t(lambda: itemgetter(1, "a"))  #=> operator.itemgetter(1, 'a')
t(lambda: itemgetter(1)(1))  #=> TypeError 'int' object is not subscriptable
t(lambda: itemgetter(1)())  #=> TypeError itemgetter expected 1 argument, got 0
t(lambda: sorted([(1, "b"), (2, "a")], key=itemgetter(1)))  #=> [(2, 'a'), (1, 'b')]
class P:
    def __init__(self, x): self.x = x; self.me = self
    def hi(self, a, b=2): return (self.x, a, b)
p = P(5)
t(lambda: attrgetter("x")(p))  #=> 5
t(lambda: attrgetter("me.me.x")(p))  #=> 5
t(lambda: attrgetter("x", "me.x")(p))  #=> (5, 5)
t(lambda: attrgetter("zz")(p))  #=> AttributeError 'P' object has no attribute 'zz'
t(lambda: attrgetter(1))  #=> TypeError attribute name must be a string
t(lambda: attrgetter("x"))  #=> operator.attrgetter('x')
t(lambda: attrgetter("a.b", "c"))  #=> operator.attrgetter('a.b', 'c')
t(lambda: attrgetter())  #=> TypeError attrgetter expected 1 argument, got 0
t(lambda: methodcaller("hi", 1)(p))  #=> (5, 1, 2)
t(lambda: methodcaller("hi", 1, b=7)(p))  #=> (5, 1, 7)
t(lambda: methodcaller("upper")("abc"))  #=> ABC
t(lambda: methodcaller("nope")(p))  #=> AttributeError 'P' object has no attribute 'nope'
t(lambda: methodcaller())  #=> TypeError methodcaller needs at least one argument, the method name
t(lambda: methodcaller(1))  #=> TypeError method name must be a string
t(lambda: methodcaller("hi", 1, b=2))  #=> operator.methodcaller('hi', 1, b=2)
t(lambda: list(map(methodcaller("split", ","), ["a,b", "c"])))  #=> [['a', 'b'], ['c']]
t(lambda: max([P(1), P(3)], key=attrgetter("x")).x)  #=> 3
t(lambda: add)  #=> <built-in function add>
t(lambda: operator.add.__name__)  #=> add
t(lambda: operator.add.__module__)  #=> _operator
t(lambda: itemgetter)  #=> <class 'operator.itemgetter'>
t(lambda: operator.__add__(1, 2))  #=> 3
t(lambda: operator.__not__(0))  #=> True
import functools
t(lambda: functools.reduce(mul, range(1, 6)))  #=> 120
