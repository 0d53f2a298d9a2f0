"""Attributes that every greenlet has for itself."""

from greenlet import getcurrent

__all__ = ["local"]


class local:
    def __new__(cls, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError(f"Initialization arguments are not supported: {args!r} {kwargs!r}")
        self = object.__new__(cls)
        object.__setattr__(self, "_local__args", (args, kwargs))
        object.__setattr__(self, "_local__dicts", {getcurrent(): {}})
        return self

    def __getattribute__(self, name):
        values = _values(self)
        if name == "__dict__":
            return values
        return values[name] if name in values else object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == "__dict__":
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        _values(self)[name] = value

    def __delattr__(self, name):
        values = _values(self)
        if name not in values:
            raise AttributeError(name)
        del values[name]


def _values(self):
    dicts = object.__getattribute__(self, "_local__dicts")
    me = getcurrent()
    if me not in dicts:
        dicts[me] = {}
        for dead in [each for each in dicts if each.dead]:
            del dicts[dead]
        args, kwargs = object.__getattribute__(self, "_local__args")
        type(self).__init__(self, *args, **kwargs)
    return dicts[me]
