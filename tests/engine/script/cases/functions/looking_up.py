# Attributes that are not there, and whose text documents a method.


class Thing:
    def documented(self):
        "Says what it does."

    def silent(self):
        pass

    @property
    def missing(self):
        raise AttributeError("inside")


print(hasattr(Thing, "__abstractmethods__"), getattr(Thing, "__abstractmethods__", "none"))  #=> False none
print(hasattr(Thing(), "missing"), getattr(Thing(), "missing", 1))  #=> False 1
print(Thing().documented.__doc__, Thing().silent.__doc__, Thing.documented.__doc__)  #=> Says what it does. None Says what it does.


def nested(a, /, b, *args, c, **kw):
    return lambda: (a, b)


code = nested.__code__
print(code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount, code.co_varnames, code.co_nlocals)  #=> 2 1 1 ('a', 'b', 'c', 'args', 'kw') 5
print(nested(1, 2, c=3).__code__.co_freevars)  #=> ('a', 'b')
