def t(f, *a, **k):
    try:
        print(repr(f(*a, **k)))
    except BaseException as e:
        print(type(e).__name__, e)
# print
print()  #=>
print(1, 2, 'a')  #=> 1 2 a
print(1, 2, sep='-')  #=> 1-2
print('a', end='|')
print('b', 'c', sep='', end='!\n')  #=> a|bc!
print(sep='x')  #=>
print(None, sep=None, end=None)  #=> None
print(*[1, 2], sep=', ')  #=> 1, 2
print('x', 'y', sep='\n')
#=> x
#=> y
print('no newline', end='')
print()  #=> no newline
print([1, 'a'], ('b',), {'c': 1.5}, None, True, ...)  #=> [1, 'a'] ('b',) {'c': 1.5} None True Ellipsis
t(print, sep=1)  #=> TypeError sep must be None or a string, not int
t(print, end=b'x')  #=> TypeError end must be None or a string, not bytes
t(print, foo=1)  #=> TypeError 'foo' is an invalid keyword argument for print()
t(print, 'a', file=5)  #=> AttributeError 'int' object has no attribute 'write'
t(print, flush='x')
#=>
#=> None
t(print, 'a', file=None)
#=> a
#=> None
class W:
    def __init__(self): self.out = []
    def write(self, s): self.out.append(s)
    def flush(self): self.out.append('FLUSH')
w = W()
print('a', 1, file=w, sep='-', end='E')
print('x', file=w, flush=True)
print(file=w)
print(w.out)  #=> ['a', '-', '1', 'E', 'x', '\n', 'FLUSH', '\n']
class NoFlush:
    def write(self, s): pass
t(print, 'a', file=NoFlush(), flush=True)  #=> AttributeError 'NoFlush' object has no attribute 'flush'
class BadStr:
    def __str__(self): raise ValueError('str')
class BadStr2:
    def __str__(self): return 5
class OnlyRepr:
    def __repr__(self): return 'R!'
t(print, BadStr())  #=> ValueError str
t(print, BadStr2())  #=> TypeError __str__ returned non-string (type int)
print(OnlyRepr(), [OnlyRepr()], str(OnlyRepr()))  #=> R! [R!] R!
# len, repr, hash, id, callable, type
t(len, 'añ')  #=> 2
t(len, {1: 2})  #=> 1
t(len, 5)  #=> TypeError object of type 'int' has no len()
t(len)  #=> TypeError len() takes exactly one argument (0 given)
t(len, [], [])  #=> TypeError len() takes exactly one argument (2 given)
t(len, obj=[])  #=> TypeError len() takes no keyword arguments
t(repr, 'a"b')  #=> '\'a"b\''
t(repr)  #=> TypeError repr() takes exactly one argument (0 given)
t(hash, 'a' == 'a')  #=> 1
t(hash, [])  #=> TypeError unhashable type: 'list'
t(hash, 10**30)  #=> 465258685558744706
t(hash, 1.0)  #=> 1
t(hash, True)  #=> 1
t(hash, -1)  #=> -2
t(hash, 2**61 - 1)  #=> 0
t(hash, None.__class__ is type(None))  #=> 1
x = []
print(id(x) == id(x), id(x) != id([]), type(id(x)), id(None) == id(None))  #=> True True <class 'int'> True
t(id)  #=> TypeError id() takes exactly one argument (0 given)
print([callable(x) for x in (print, len, int, lambda: 1, 5, 'a', [].append, type, object(), None, t, [].__len__)])
#=> [True, True, True, True, False, False, True, True, False, False, True, True]
t(callable)  #=> TypeError callable() takes exactly one argument (0 given)
print(type(1), type('a'), type(type), type(None), type([]) is list, type(...), type(NotImplemented), type(t), type(len), type([].append), type(lambda: 1), type(x for x in []), type(range(1)), type(list.append), type(object()))
#=> <class 'int'> <class 'str'> <class 'type'> <class 'NoneType'> True <class 'ellipsis'> <class 'NotImplementedType'> <class 'function'> <class 'builtin_function_or_method'> <class 'builtin_function_or_method'> <class 'function'> <class 'generator'> <class 'range'> <class 'method_descriptor'> <class 'object'>
t(type)  #=> TypeError type() takes 1 or 3 arguments
t(type, 1, 2)  #=> TypeError type() takes 1 or 3 arguments
t(type, 'X')  #=> <class 'str'>
t(type, 'X', (), {}, 1)  #=> TypeError type() takes 1 or 3 arguments
X = type('X', (int,), {'a': 1, 'f': lambda self: self + 1})
print(X, X(5).f(), X.a, X.__bases__, X.__name__)  #=> <class '__main__.X'> 6 1 (<class 'int'>,) X
t(type, 1, (), {})  #=> TypeError type.__new__() argument 1 must be str, not int
t(type, 'X', 1, {})  #=> TypeError type.__new__() argument 2 must be tuple, not int
t(type, 'X', (), 1)  #=> TypeError type.__new__() argument 3 must be dict, not int
t(type, 'X', (1,), {})
#=> TypeError metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of all its bases
t(type, 'X', (bool,), {})  #=> TypeError type 'bool' is not an acceptable base type
# isinstance, issubclass
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance(1, (str, (float, int))), isinstance(1, ()), isinstance(None, type(None)), isinstance(int, type), isinstance(1, int | str), isinstance('a', int | None), isinstance(None, int | None), issubclass(bool, int), issubclass(int, (str, object)), issubclass(int, int | str), isinstance([], object))
#=> True True True True False True True True False True True True True True
t(isinstance, 1, 'int')  #=> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
t(isinstance, 1, [int])  #=> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
t(isinstance, 1)  #=> TypeError isinstance expected 2 arguments, got 1
t(isinstance, 1, (int, 'x'))  #=> True
t(isinstance, 'a', (int, 'x'))  #=> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
t(issubclass, 1, int)  #=> TypeError issubclass() arg 1 must be a class
t(issubclass, int, 'x')  #=> TypeError issubclass() arg 2 must be a class, a tuple of classes, or a union
t(issubclass, int)  #=> TypeError issubclass expected 2 arguments, got 1
t(isinstance, 1, list[int])  #=> TypeError isinstance() argument 2 cannot be a parameterized generic
t(isinstance, 1, 5)  #=> TypeError isinstance() arg 2 must be a type, a tuple of types, or a union
t(issubclass, int, list[int])  #=> TypeError issubclass() argument 2 cannot be a parameterized generic
class Meta(type):
    def __instancecheck__(cls, x): return x == 'magic'
    def __subclasscheck__(cls, c): return c is str
class M(metaclass=Meta): pass
print(isinstance('magic', M), isinstance(5, M), issubclass(str, M), issubclass(int, M), isinstance(M(), M), isinstance('magic', (int, M)))
#=> True False True False True True
class Lie:
    @property
    def __class__(self): return int
print(isinstance(Lie(), int), isinstance(Lie(), Lie), type(Lie()))  #=> True True <class '__main__.Lie'>
# getattr & co
class A:
    x = 1
    def __init__(self): self.y = 2
    @property
    def p(self): raise AttributeError('inner')
    @property
    def q(self): raise ValueError('other')
a = A()
t(getattr, a, 'x')  #=> 1
t(getattr, a, 'y')  #=> 2
t(getattr, a, 'z')  #=> AttributeError 'A' object has no attribute 'z'
t(getattr, a, 'z', 5)  #=> 5
t(getattr, a, 'p')  #=> AttributeError inner
t(getattr, a, 'p', 6)  #=> 6
t(getattr, a, 'q', 7)  #=> ValueError other
t(getattr, a)  #=> TypeError getattr expected at least 2 arguments, got 1
t(getattr, a, 'x', 1, 2)  #=> TypeError getattr expected at most 3 arguments, got 4
t(getattr, a, 5)  #=> TypeError attribute name must be string, not 'int'
t(getattr, a, 'z', default=1)  #=> TypeError getattr() takes no keyword arguments
t(hasattr, a, 'x')  #=> True
t(hasattr, a, 'p')  #=> False
t(hasattr, a, 'q')  #=> ValueError other
t(hasattr, a, 5)  #=> TypeError attribute name must be string, not 'int'
t(hasattr, a)  #=> TypeError hasattr expected 2 arguments, got 1
t(hasattr, [], '__iter__')  #=> True
t(hasattr, 5, '__iter__')  #=> False
t(hasattr, [], '__hash__')  #=> True
t(setattr, a, 'new', 3)  #=> None
t(setattr, a, 'p', 3)  #=> AttributeError property 'p' of 'A' object has no setter
t(setattr, a, 5, 3)  #=> TypeError attribute name must be string, not 'int'
t(setattr, a, 'x')  #=> TypeError setattr expected 3 arguments, got 2
t(setattr, 5, 'x', 1)  #=> AttributeError 'int' object has no attribute 'x'
t(setattr, A, 'cls', 9)  #=> None
t(setattr, int, 'x', 1)  #=> TypeError cannot set 'x' attribute of immutable type 'int'
t(delattr, a, 'new')  #=> None
t(delattr, a, 'new')  #=> AttributeError 'A' object has no attribute 'new'
t(delattr, a, 'x')  #=> AttributeError 'A' object has no attribute 'x'
t(delattr, A, 'cls')  #=> None
t(delattr, a, 5)  #=> TypeError attribute name must be string, not 'int'
t(delattr, a, 'p')  #=> AttributeError property 'p' of 'A' object has no deleter
t(delattr, a)  #=> TypeError delattr expected 2 arguments, got 1
t(getattr, A, 'nope')  #=> AttributeError type object 'A' has no attribute 'nope'
t(getattr, None, 'x')  #=> AttributeError 'NoneType' object has no attribute 'x'
t(getattr, len, 'x')  #=> AttributeError 'builtin_function_or_method' object has no attribute 'x'
t(getattr, t, 'x')  #=> AttributeError 'function' object has no attribute 'x'
t(setattr, a, 'a b', 1)  #=> None
t(getattr, a, 'a b')  #=> 1
print(a.__dict__)  #=> {'y': 2, 'a b': 1}
# vars, dir, globals, locals
print(vars(a), vars(a) is a.__dict__, 'x' in vars(A), type(vars(A)))
#=> {'y': 2, 'a b': 1} True True <class 'mappingproxy'>
t(vars, 5)  #=> TypeError vars() argument must have __dict__ attribute
t(vars, 1, 2)  #=> TypeError vars expected at most 1 argument, got 2
t(vars, [])  #=> TypeError vars() argument must have __dict__ attribute
def loc(p, q=2):
    z = p + q
    def inner(): return z
    return sorted(locals()), sorted(vars()), dir()
print(loc(1))  #=> (['inner', 'p', 'q', 'z'], ['inner', 'p', 'q', 'z'], ['inner', 'p', 'q', 'z'])
def empty(): return locals()
print(empty())  #=> {}
print(locals() is globals(), globals()['t'] is t, vars() is globals())  #=> True True True
globals()['dyn'] = 77
print(dyn)  #=> 77
class B:
    k = 5
    names = sorted(n for n in locals() if n[0] != '_')
    print(dir())
#=> ['__module__', '__qualname__', 'k', 'names']
print(B.names)  #=> ['k']
print([n for n in dir(a) if n[0] != '_' ], [n for n in dir(A) if n[0] != '_'], 'append' in dir([]), dir(a) == sorted(dir(a)), '__init__' in dir(5))
#=> ['a b', 'p', 'q', 'x', 'y'] ['p', 'q', 'x'] True True True
class D:
    def __dir__(self): return ['b', 'a']
print(dir(D()))  #=> ['a', 'b']
t(dir, 1, 2)  #=> TypeError dir expected at most 1 argument, got 2
class D2:
    def __dir__(self): return 5
t(dir, D2())  #=> TypeError 'int' object is not iterable
class D3:
    def __dir__(self): return ['a', 1]
t(dir, D3())  #=> TypeError '<' not supported between instances of 'int' and 'str'
# min, max are in sort.py; exit
t(exit)  #=> SystemExit None
t(exit, 3)  #=> SystemExit 3
t(quit, 'bye')  #=> SystemExit bye
t(input, 1, 2)  #=> TypeError input expected at most 1 argument, got 2
print(NotImplemented, Ellipsis, __debug__, ... is Ellipsis)  #=> NotImplemented Ellipsis True True
t(lambda: NotImplemented())  #=> TypeError 'NotImplementedType' object is not callable
t(__import__, 5)  #=> TypeError module name must be a string
t(__import__, '')  #=> ValueError Empty module name
t(__import__, 'a', level=-1)  #=> ValueError level must be >= 0
t(object, 1)  #=> TypeError object() takes no arguments
print(len.__name__, print.__name__, len.__module__, [].append.__name__, [].append.__self__, list.append.__name__, len.__qualname__, list.append.__qualname__, [].append.__qualname__)
#=> len print builtins append [] append len list.append list.append
try: len.foo = 1
except AttributeError as e: print(e)
#=> 'builtin_function_or_method' object has no attribute 'foo'
