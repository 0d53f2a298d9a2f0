"""Weak references and containers of them."""

from _weakref import ReferenceType, getweakrefcount, getweakrefs

__all__ = ["ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
           "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize"]

ref = ReferenceType


# ---- proxies ---------------------------------------------------------------------------------------------------


def _target(proxy):
    found = object.__getattribute__(proxy, "_ref")()
    if found is None:
        raise ReferenceError("weakly-referenced object no longer exists")
    return found


class ProxyType:
    __slots__ = ("_ref", "__weakref__")
    __hash__ = None
    __class__ = property(lambda self: type(_target(self)))

    def __getattribute__(self, name):
        return getattr(_target(self), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __str__(self):
        return str(_target(self))

    def __repr__(self):
        found = _target(self)
        return f"<weakproxy at {id(self):#x} to {type(found).__name__} at {id(found):#x}>"

    def __bool__(self):
        return bool(_target(self))


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _target(self)(*args, **kwargs)


def _plain(value):
    return _target(value) if isinstance_proxy(value) else value


def isinstance_proxy(value):
    return type(value) is ProxyType or type(value) is CallableProxyType


def _forward(name):
    def method(self, *args):
        return getattr(type(_target(self)), name)(_target(self), *[_plain(each) for each in args])

    method.__name__ = name
    setattr(ProxyType, name, method)


for _name in ("len getitem setitem delitem iter next contains reversed eq ne lt le gt ge add sub mul truediv floordiv "
              "mod pow and or xor lshift rshift matmul radd rsub rmul rtruediv rfloordiv rmod rpow rand ror rxor iadd "
              "isub imul itruediv ifloordiv imod ipow iand ior ixor neg pos abs invert int float index bytes").split():
    _forward(f"__{_name}__")

ProxyTypes = (ProxyType, CallableProxyType)
ProxyType.__name__ = ProxyType.__qualname__ = "weakproxy"
CallableProxyType.__name__ = CallableProxyType.__qualname__ = "weakcallableproxy"


def proxy(object, callback=None, /):
    made = __builtins_object__.__new__(CallableProxyType if callable(object) else ProxyType)

    def gone(_):
        callback(made)

    __builtins_object__.__setattr__(made, "_ref", ref(object, gone) if callback is not None else ref(object))
    return made


__builtins_object__ = object


# ---- methods ---------------------------------------------------------------------------------------------------


class WeakMethod:
    """A reference to a bound method, which lives as long as its object."""

    def __init__(self, meth, callback=None):
        try:
            owner, function = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self._alive = True

        def gone(_):
            if self._alive:
                self._alive = False
                if callback is not None:
                    callback(self)

        self._owner = ref(owner, gone)
        self._function = ref(function, gone)
        self._type = type(meth)

    def __call__(self):
        owner, function = self._owner(), self._function()
        return None if owner is None or function is None else function.__get__(owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if not self._alive or not other._alive:
            return self is other
        return self._owner == other._owner and self._function == other._function

    def __hash__(self):
        return hash((self._owner, self._function))


# ---- containers ------------------------------------------------------------------------------------------------


class WeakSet:
    def __init__(self, data=None):
        self._refs = {}
        if data is not None:
            self.update(data)

    def _remover(self):
        mine = ref(self)

        def remove(dead):
            self = mine()
            if self is not None:
                self._refs.pop(dead, None)

        return remove

    def __iter__(self):
        for each in list(self._refs):
            item = each()
            if item is not None:
                yield item

    def __len__(self):
        return len(self._refs)

    def __contains__(self, item):
        try:
            return ref(item) in self._refs
        except TypeError:
            return False

    def add(self, item):
        self._refs.setdefault(ref(item, self._remover()))

    def discard(self, item):
        self._refs.pop(ref(item), None)

    def remove(self, item):
        del self._refs[ref(item)]

    def clear(self):
        self._refs.clear()

    def pop(self):
        while True:
            try:
                item = self._refs.popitem()[0]()
            except KeyError:
                raise KeyError("pop from empty WeakSet") from None
            if item is not None:
                return item

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def union(self, other):
        return self.__class__([*self, *other])

    __or__ = union

    def difference(self, other):
        return self.__class__([item for item in self if item not in other])

    __sub__ = difference

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection(self, other):
        return self.__class__([item for item in other if item in self])

    __and__ = intersection

    def intersection_update(self, other):
        for item in list(self):
            if item not in other:
                self.discard(item)

    def symmetric_difference(self, other):
        other = self.__class__(other)
        return self.__class__([i for i in self if i not in other] + [i for i in other if i not in self])

    __xor__ = symmetric_difference

    def __isub__(self, other):
        if self is other:
            self.clear()
        else:
            self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def issubset(self, other):
        return all([item in other for item in self])

    __le__ = issubset

    def issuperset(self, other):
        return all([item in self for item in other])

    __ge__ = issuperset

    def __lt__(self, other):
        return set(self) < set(other)

    def __gt__(self, other):
        return set(self) > set(other)

    def __eq__(self, other):
        return set(self) == set(other) if isinstance(other, self.__class__) else NotImplemented

    __hash__ = None

    def isdisjoint(self, other):
        return not any([item in self for item in other])

    def __repr__(self):
        return repr(set(self._refs))


_missing = object()


class _WeakDictionary:
    """What the two dictionaries share; _entries() gives the pairs that still live."""

    def __init__(self, other=(), /, **kwargs):
        self.data = {}
        self.update(other, **kwargs)

    def __len__(self):
        return len(self.data)

    def __iter__(self):
        return self.keys()

    def keys(self):
        for key, _ in self._entries():
            yield key

    def values(self):
        for _, value in self._entries():
            yield value

    def items(self):
        yield from self._entries()

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def pop(self, key, *args):
        try:
            value = self[key]
        except KeyError:
            if args:
                return args[0]
            raise
        del self[key]
        return value

    def popitem(self):
        for key, value in reversed(list(self._entries())):
            del self[key]
            return key, value
        raise KeyError("popitem(): dictionary is empty")

    def setdefault(self, key, default=None):
        value = self.get(key, _missing)
        if value is _missing:
            self[key] = value = default
        return value

    def update(self, other=None, /, **kwargs):
        if other is not None:
            pairs = other.items() if hasattr(other, "items") else other
            for key, value in pairs:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        made = self.copy()
        made.update(other)
        return made

    def __ror__(self, other):
        made = self.__class__(other)
        made.update(self)
        return made

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if hasattr(other, "items") else NotImplemented

    __hash__ = None

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"


class WeakValueDictionary(_WeakDictionary):
    def _entries(self):
        for key, each in list(self.data.items()):
            value = each()
            if value is not None:
                yield key, value

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        mine = ref(self)

        def remove(dead):
            self = mine()
            if self is not None and self.data.get(key) is dead:
                del self.data[key]

        self.data[key] = ref(value, remove)

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data and self.data[key]() is not None

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_WeakDictionary):
    def _entries(self):
        for each, value in list(self.data.items()):
            key = each()
            if key is not None:
                yield key, value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        mine = ref(self)

        def remove(dead):
            self = mine()
            if self is not None:
                self.data.pop(dead, None)

        self.data[ref(key, remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    def keyrefs(self):
        return list(self.data)


# ---- finalize --------------------------------------------------------------------------------------------------


class finalize:
    __slots__ = ()
    _registry = {}
    _counted = [0]
    _hooked = []

    class _Info:
        __slots__ = ("weakref", "func", "args", "kwargs", "atexit", "index")

    def __init__(self, obj, func, /, *args, **kwargs):
        if not self._hooked:
            import atexit

            atexit.register(finalize._exitfunc)
            self._hooked.append(True)
        info = self._Info()
        info.weakref = ref(obj, self)
        info.func = func
        info.args = args
        info.kwargs = kwargs
        info.atexit = True
        self._counted[0] += 1
        info.index = self._counted[0]
        self._registry[self] = info

    def __call__(self, _=None):
        info = self._registry.pop(self, None)
        if info is not None:
            return info.func(*info.args, **info.kwargs)

    def detach(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None and self._registry.pop(self, None):
            return obj, info.func, info.args, info.kwargs

    def peek(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is not None:
            return obj, info.func, info.args, info.kwargs

    @property
    def alive(self):
        return self in self._registry

    @property
    def atexit(self):
        info = self._registry.get(self)
        return bool(info) and info.atexit

    @atexit.setter
    def atexit(self, value):
        info = self._registry.get(self)
        if info:
            info.atexit = bool(value)

    def __repr__(self):
        info = self._registry.get(self)
        obj = info and info.weakref()
        if obj is None:
            return f"<{type(self).__name__} object at {id(self):#x}; dead>"
        return f"<{type(self).__name__} object at {id(self):#x}; for {type(obj).__name__!r} at {id(obj):#x}>"

    @classmethod
    def _exitfunc(cls):
        pending = sorted([(info.index, each) for each, info in cls._registry.items() if info.atexit],
                         key=lambda pair: pair[0], reverse=True)
        for _, each in pending:
            each()
