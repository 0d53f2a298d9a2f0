"""A module of the standard library as one whose calls wait in the hub."""

import functools
from types import FunctionType

from _greenlet import call_cooperatively

from gevent.hub import get_hub


def cooperative(function):
    @functools.wraps(function)
    def call(*args, **kwargs):
        get_hub()
        return call_cooperatively(functools.partial(function, *args, **kwargs))

    return call


def _cooperative_class(cls):
    """A subclass whose methods let others run."""
    methods = {}
    for base in cls.__mro__[:-1]:
        for name, value in vars(base).items():
            if isinstance(value, FunctionType) and (not name.startswith("_") or name in ("__init__", "__exit__")):
                methods.setdefault(name, cooperative(value))
    return type(cls.__name__, (cls,), methods)


def take_over(namespace, module):
    for name, value in vars(module).items():
        if name.startswith("__") and name != "__all__" or name in namespace:
            continue
        if isinstance(value, FunctionType):
            value = cooperative(value)
        elif name in ("socket", "SSLSocket", "Popen"):
            value = _cooperative_class(value)
        namespace[name] = value
