# What a function says of itself can be changed.


def f(a, b=1, *, c=2):
    "doc"


f.__name__ = f.__qualname__ = "g"
f.__doc__ = "other"
f.__module__ = "elsewhere"
f.__defaults__ = (5,)
f.__kwdefaults__ = {"c": 6}
f.own = 7
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.own, f.__dict__)  #=> g g other elsewhere (5,) {'c': 6} 7 {'own': 7}
try:
    f.__name__ = 3
except TypeError as e:
    print(e)  #=> __name__ must be set to a string object
try:
    f.nothing
except AttributeError as e:
    print(e)  #=> 'function' object has no attribute 'nothing'
