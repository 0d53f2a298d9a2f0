"""Copies of objects, shallow and deep."""

import types
from copyreg import dispatch_table
from _types import core_of as _core_of, wrap_like as _wrap_like

__all__ = ["Error", "copy", "deepcopy"]


class Error(Exception):
    pass


error = Error

_ATOMIC = {
    type(None), int, float, bool, complex, str, bytes, tuple, frozenset, type, range, slice, property, type(Ellipsis),
    type(NotImplemented), types.FunctionType, types.BuiltinFunctionType, types.CodeType, types.MethodDescriptorType,
}
_IMMUTABLE = _ATOMIC - {tuple, frozenset, slice}
_missing = object()


def copy(x):
    cls = type(x)
    if cls in _ATOMIC or isinstance(x, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    own = getattr(cls, "__copy__", None)
    if own is not None:
        return own(x)
    return _rebuild(x, lambda part: part)


def deepcopy(x, memo=None, _nil=None):
    if memo is None:
        memo = {}
    known = memo.get(id(x), _missing)
    if known is not _missing:
        return known
    cls = type(x)
    if cls in _IMMUTABLE or isinstance(x, type):
        return x
    copier = _COPIERS.get(cls)
    if copier is not None:
        y = copier(x, memo)
    else:
        own = getattr(x, "__deepcopy__", None)
        y = own(memo) if own is not None else _rebuild(x, lambda part: deepcopy(part, memo), memo)
    if y is not x:
        memo[id(x)] = y
        # What was copied stays alive as long as the memo: another object must not get its id.
        memo.setdefault(id(memo), []).append(x)
    return y


# ---- the built-in containers ---------------------------------------------------------------------------------------

def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    for item in x:
        y.append(deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    items = [deepcopy(item, memo) for item in x]
    # A copy of an item may have made a copy of the tuple itself.
    if id(x) in memo:
        return memo[id(x)]
    return x if all(old is new for old, new in zip(x, items)) else tuple(items)


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_COPIERS = {
    list: _deepcopy_list,
    tuple: _deepcopy_tuple,
    dict: _deepcopy_dict,
    set: lambda x, memo: {deepcopy(item, memo) for item in x},
    frozenset: lambda x, memo: frozenset(deepcopy(item, memo) for item in x),
    bytearray: lambda x, memo: bytearray(x),
    types.MethodType: _deepcopy_method,
}


# ---- everything else -----------------------------------------------------------------------------------------------

def _rebuild(x, each, memo=None):
    """A copy made as pickle would make it: through __reduce_ex__ or __reduce__ if the class has one of its own, else from
    the value inside, the arguments of an exception, and the attributes."""
    cls = type(x)
    if cls in dispatch_table:
        return _reconstruct(x, dispatch_table[cls](x), each, memo)
    for name, args in (("__reduce_ex__", (4,)), ("__reduce__", ())):
        method = getattr(cls, name, None)
        if method is not None and method is not getattr(object, name, None):
            return _reconstruct(x, method(x, *args), each, memo)
    if isinstance(x, BaseException):
        y = cls(*map(each, x.args)) if cls.__init__ is BaseException.__init__ else cls.__new__(cls, *map(each, x.args))
        y.args = tuple(map(each, x.args))
    elif isinstance(x, (types.ModuleType, types.GeneratorType, types.CoroutineType, types.FrameType, types.TracebackType)):
        raise TypeError(f"cannot pickle {cls.__name__!r} object")
    else:
        core = _core_of(x)
        if core is x:
            try:
                y = object.__new__(cls)
            except TypeError:
                raise TypeError(f"cannot pickle {_pickle_name(cls)!r} object") from None
        elif memo is None:
            y = _wrap_like(x, copy(core))
        else:
            y = _wrap_like(x, type(core)())
            memo[id(x)] = y
            y = _fill(x, y, core, each)
    if memo is not None:
        memo[id(x)] = y
    _set_state(y, _state_of(x), each)
    return y


def _pickle_name(cls):
    return cls.__name__ if cls.__module__ == "builtins" else f"{cls.__module__}.{cls.__name__}"


def _fill(x, y, core, each):
    """Fills a deep copy of an instance of a class that derives from a built-in one."""
    if isinstance(core, list):
        list.extend(y, map(each, list.__iter__(x)))
    elif isinstance(core, dict):
        for key, value in dict.items(x):
            dict.__setitem__(y, each(key), each(value))
    elif isinstance(core, set):
        set.update(y, map(each, set.__iter__(x)))
    else:
        return _wrap_like(x, each(core))
    return y


def _state_of(x):
    if hasattr(type(x), "__getstate__"):
        return x.__getstate__()
    return getattr(x, "__dict__", None) or _slots_of(x)


def _slots_of(x):
    state = {}
    for cls in type(x).__mro__:
        slots = cls.__dict__.get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name not in ("__dict__", "__weakref__") and hasattr(x, name):
                state[name] = getattr(x, name)
    return state


def _set_state(y, state, each):
    if state is None or state == {} and not hasattr(type(y), "__setstate__"):
        return
    state = each(state)
    if hasattr(type(y), "__setstate__"):
        y.__setstate__(state)
        return
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
        for name, value in (slots or {}).items():
            object.__setattr__(y, name, value)
    for name, value in (state or {}).items():
        object.__setattr__(y, name, value)


def _reconstruct(x, reduced, each, memo):
    if isinstance(reduced, str):
        return x
    function, args, state, items, pairs = (*reduced, None, None, None)[:5]
    y = function(*map(each, args))
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, state, each)
    if items is not None:
        for item in items:
            y.append(each(item))
    if pairs is not None:
        for key, value in pairs:
            y[each(key)] = each(value)
    return y
