# partial, cmp_to_key, total_ordering, singledispatch, partialmethod: what they are made of shows.
import copy
import functools

p = functools.partial(print, 1, sep="-")
print(vars(p), p.func, p.args, p.keywords)  #=> {} <built-in function print> (1,) {'sep': '-'}
p(2)  #=> 1-2
q = functools.partial(p, 9)
print(q, q.func is print)  #=> functools.partial(functools.partial(<built-in function print>, 1, sep='-'), 9) False
p.note = "own"
print(vars(p), functools.partial(p, 1).func is p)  #=> {'note': 'own'} True


class Named(functools.partial):
    def first(self):
        return self.args[0]


n = Named(int, "10")
print(n, n(base=2), n.first(), vars(n))  #=> Named(<class 'int'>, '10') 2 10 {}
print(copy.copy(n), copy.copy(p).note)  #=> Named(<class 'int'>, '10') own
for wrong in (lambda: functools.partial(3), lambda: functools.partial(), lambda: hash(functools.cmp_to_key(max)(1))):
    try:
        wrong()
    except TypeError as e:
        print(e)
#=> the first argument must be callable
#=> type 'partial' takes at least one argument
#=> unhashable type: 'functools.KeyWrapper'
print(functools.partial(dict, a=1, b=2)(b=3, c=4))  #=> {'a': 1, 'b': 3, 'c': 4}

key = functools.cmp_to_key(lambda a, b: b - a)
print(sorted([1, 5, 3], key=key), key(3) < key(2), key(3).obj)  #=> [5, 3, 1] True 3
try:
    key(1) < 3
except TypeError as e:
    print(e)
#=> other argument must be K instance


@functools.total_ordering
class Size:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Size(1) >= Size(2), Size(1) <= Size(1), Size.__ge__.__name__, Size.__ge__.__qualname__)
#=> False True __ge__ _ge_from_lt


class Cell:
    def place(self, x, y=2):
        return (x, y)

    at_five = functools.partialmethod(place, 5)
    low = functools.partialmethod(place, y=7)


print(Cell().at_five(), Cell().low(1), Cell().at_five(y=0))  #=> (5, 2) (1, 7) (5, 0)


@functools.singledispatch
def kind(value):
    return "any"


@kind.register
def _(value: int | float):
    return "number"


@kind.register(list)
def _(value):
    return "list"


print(kind(1), kind(1.5), kind([]), kind("x"), kind(True), len(kind.registry))  #=> number number list any number 4
for wrong in (lambda: kind(), lambda: kind.register(3, print), lambda: kind.register(lambda value: 0)):
    try:
        wrong()
    except TypeError as e:
        print(str(e).split("<")[0].strip())
#=> kind requires at least 1 positional argument
#=> Invalid first argument to `register()`. 3 is not a class or union type.
#=> Invalid first argument to `register()`:
for wrong in (lambda: functools.reduce(max, []), lambda: functools.reduce(max, 3)):
    try:
        wrong()
    except TypeError as e:
        print(e)
#=> reduce() of empty iterable with no initial value
#=> reduce() arg 2 must support iteration
