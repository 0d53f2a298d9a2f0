"""What an object is made of, for pickle: the function and the arguments that make it again, and its state."""

import sys
import types
from _types import core_of as _core_of

from copy import _pickle_name, _slots_of
from copyreg import __newobj__, dispatch_table


class PickleError(Exception):
    __module__ = "_pickle"


class PicklingError(PickleError):
    __module__ = "_pickle"


_NEVER = (types.ModuleType, types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType, types.FrameType,
          types.TracebackType, types.CodeType)


def reduced(obj, protocol):
    cls = type(obj)
    if isinstance(obj, types.MethodType):
        return getattr, (obj.__self__, obj.__func__.__name__)
    if isinstance(obj, types.BuiltinFunctionType):
        return getattr, (obj.__self__, obj.__name__)
    if isinstance(obj, _NEVER):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    if cls in dispatch_table:
        return dispatch_table[cls](obj)
    for name, args in (("__reduce_ex__", (protocol,)), ("__reduce__", ())):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            return method(obj, *args)
    simple = _SIMPLE.get(cls)
    if simple is not None:
        return simple(obj)
    if isinstance(obj, BaseException):
        state = getattr(obj, "__dict__", None)
        return (cls, obj.args, state) if state else (cls, obj.args)
    core = _core_of(obj)
    if core is obj:
        try:
            object.__new__(cls)
        except TypeError:
            raise TypeError(f"cannot pickle {_pickle_name(cls)!r} object") from None
        return __newobj__, (cls, *_arguments(obj)), state_of(obj)
    if isinstance(core, (set, frozenset)):
        return cls, (list(core),), getattr(obj, "__dict__", None)
    if isinstance(core, (list, dict)):
        items = iter(core) if isinstance(core, list) else None
        return __newobj__, (cls, *_arguments(obj)), state_of(obj), items, None if items else iter(core.items())
    own = hasattr(cls, "__getnewargs__") or hasattr(cls, "__getnewargs_ex__")
    return __newobj__, (cls, *(_arguments(obj) if own else (core,))), state_of(obj)


_SIMPLE = {
    complex: lambda obj: (complex, (obj.real, obj.imag)),
    range: lambda obj: (range, (obj.start, obj.stop, obj.step)),
    slice: lambda obj: (slice, (obj.start, obj.stop, obj.step)),
    set: lambda obj: (set, (list(obj),)),
    frozenset: lambda obj: (frozenset, (list(obj),)),
    type(NotImplemented): lambda obj: "NotImplemented",
    type(...): lambda obj: "Ellipsis",
}


def _arguments(obj):
    cls = type(obj)
    if hasattr(cls, "__getnewargs_ex__"):
        args, names = obj.__getnewargs_ex__()
        if names:
            raise PicklingError("__getnewargs_ex__ with keyword arguments is not available in the sandbox")
        return args
    return obj.__getnewargs__() if hasattr(cls, "__getnewargs__") else ()


def state_of(obj):
    if hasattr(type(obj), "__getstate__"):
        return obj.__getstate__()
    state = getattr(obj, "__dict__", None) or None
    slots = _slots_of(obj)
    return (state, slots) if slots else state


def global_name(obj, name=None):
    """The module and the name by which an object is found again."""
    if name is None:
        name = getattr(obj, "__qualname__", None) or obj.__name__
    module = getattr(obj, "__module__", None) or "__main__"
    found = sys.modules.get(module)
    if found is None:
        try:
            found = __import__(module, fromlist=["*"])
        except ImportError:
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module!r} failed") from None
    if "<locals>" in name.split("."):
        raise AttributeError(f"Can't pickle local object {name!r}")
    for part in name.split("."):
        try:
            found = getattr(found, part)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module} failed") from None
    if found is not obj:
        raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module}.{name}")
    return module, name
