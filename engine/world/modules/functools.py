"""Tools for functions."""

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)

_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def reduce(function, iterable, initial=_missing, /):
    iterator = iter(iterable)
    if initial is _missing:
        try:
            value = next(iterator)
        except StopIteration:
            raise TypeError("reduce() of empty iterable with no initial value") from None
    else:
        value = initial
    for item in iterator:
        value = function(value, item)
    return value


class partial:
    __slots__ = ("func", "args", "keywords", "__dict__", "__weakref__")

    def __new__(cls, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial) and type(func) is cls and not func.__dict__:
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self = super().__new__(cls)
        self.func = func
        self.args = args
        self.keywords = keywords
        return self

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        cls = type(self)
        name = "functools.partial" if cls is partial else f"{cls.__module__}.{cls.__qualname__}"
        parts = [repr(self.func)]
        parts += [repr(value) for value in self.args]
        parts += [f"{key}={value!r}" for key, value in self.keywords.items()]
        return f"{name}({', '.join(parts)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.func = func
        self.args = args
        self.keywords = keywords

    def _make_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None and not callable(self.func) or isinstance(self.func, (classmethod, staticmethod)):
            return partial(get(obj, cls), *self.args, **self.keywords)
        return self._make_method().__get__(obj, cls)


class cmp_to_key:
    __slots__ = ("_compare", "obj")

    def __new__(cls, mycmp):
        class K:
            __slots__ = ("obj",)
            __hash__ = None

            def __init__(self, obj):
                self.obj = obj

            def __lt__(self, other):
                return mycmp(self.obj, other.obj) < 0

            def __gt__(self, other):
                return mycmp(self.obj, other.obj) > 0

            def __eq__(self, other):
                return mycmp(self.obj, other.obj) == 0

            def __le__(self, other):
                return mycmp(self.obj, other.obj) <= 0

            def __ge__(self, other):
                return mycmp(self.obj, other.obj) >= 0

        return K


def total_ordering(cls):
    def negated(op, self, other):
        result = getattr(type(self), op)(self, other)
        return result if result is NotImplemented else not result

    def or_equal(op, self, other):
        result = getattr(type(self), op)(self, other)
        return result if result is NotImplemented else result or self == other

    def and_not_equal(op, self, other):
        result = getattr(type(self), op)(self, other)
        return result if result is NotImplemented else result and self != other

    def not_and_not_equal(op, self, other):
        result = getattr(type(self), op)(self, other)
        return result if result is NotImplemented else not result and self != other

    def not_or_equal(op, self, other):
        result = getattr(type(self), op)(self, other)
        return result if result is NotImplemented else not result or self == other

    rules = {
        "__lt__": (("__gt__", not_and_not_equal), ("__le__", or_equal), ("__ge__", negated)),
        "__le__": (("__ge__", not_or_equal), ("__lt__", and_not_equal), ("__gt__", negated)),
        "__gt__": (("__lt__", not_and_not_equal), ("__ge__", or_equal), ("__le__", negated)),
        "__ge__": (("__le__", not_or_equal), ("__gt__", and_not_equal), ("__lt__", negated)),
    }
    roots = [op for op in rules if getattr(cls, op, None) is not getattr(object, op, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(roots)

    def define(name, rule):
        def method(self, other):
            return rule(root, self, other)

        method.__name__ = name
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        setattr(cls, name, method)

    for name, rule in rules[root]:
        if name not in roots:
            define(name, rule)
    return cls


class _CacheInfo(tuple):
    _fields = ("hits", "misses", "maxsize", "currsize")

    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return f"CacheInfo(hits={self[0]}, misses={self[1]}, maxsize={self[2]}, currsize={self[3]})"


class _Typed:
    """A mark between positional and keyword arguments in keys."""


_keyword_mark = _Typed()


def _make_key(args, keywords, typed):
    key = args
    if keywords:
        key += (_keyword_mark,)
        for item in keywords.items():
            key += item
    if typed:
        key += tuple(type(value) for value in args)
        key += tuple(type(value) for value in keywords.values())
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


class _lru_cache_wrapper:
    def __init__(self, function, maxsize, typed):
        self._function = function
        self._maxsize = maxsize
        self._typed = typed
        self._cache = {}
        self._hits = 0
        self._misses = 0
        update_wrapper(self, function)

    def __call__(self, /, *args, **keywords):
        if self._maxsize == 0:
            self._misses += 1
            return self._function(*args, **keywords)
        key = _make_key(args, keywords, self._typed)
        cache = self._cache
        value = cache.get(key, _missing)
        if value is not _missing:
            self._hits += 1
            if self._maxsize is not None:
                # The newest stands last.
                del cache[key]
                cache[key] = value
            return value
        self._misses += 1
        value = self._function(*args, **keywords)
        if self._maxsize is not None and key not in cache and len(cache) >= self._maxsize:
            del cache[next(iter(cache))]
        cache[key] = value
        return value

    def __get__(self, obj, cls=None):
        if obj is None:
            return self
        return _BoundCache(self, obj)

    def cache_info(self):
        return _CacheInfo((self._hits, self._misses, self._maxsize, len(self._cache)))

    def cache_clear(self):
        self._cache.clear()
        self._hits = self._misses = 0

    def cache_parameters(self):
        return {"maxsize": self._maxsize, "typed": self._typed}

    def __repr__(self):
        return f"<functools._lru_cache_wrapper object at {hex(id(self))}>"


class _BoundCache:
    def __init__(self, cached, obj):
        self.__func__ = cached
        self.__self__ = obj

    def __call__(self, /, *args, **keywords):
        return self.__func__(self.__self__, *args, **keywords)

    def __getattr__(self, name):
        return getattr(self.__func__, name)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _lru_cache_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorating_function(function):
        return _lru_cache_wrapper(function, maxsize, typed)

    return decorating_function


def cache(user_function, /):
    return lru_cache(maxsize=None)(user_function)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            message = (
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            )
            raise TypeError(message) from None
        value = cache.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            cache[self.attrname] = value
        return value


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for ancestor in cls.__mro__:
            if ancestor in registry:
                return registry[ancestor]
        best = None
        for candidate in registry:
            if candidate is not object and issubclass(cls, candidate):
                if best is None or issubclass(candidate, best):
                    best = candidate
        return registry[best] if best is not None else func

    def register(cls, function=None):
        if function is None:
            if isinstance(cls, type):
                return lambda f: register(cls, f)
            function = cls
            annotations = getattr(function, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` "
                    "on an annotated function."
                )
            cls = next(iter(annotations.values()))
        members = getattr(cls, "__args__", None)
        if members is not None and not isinstance(cls, type):
            for member in members:
                registry[member] = function
        else:
            registry[cls] = function
        return function

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    name = getattr(func, "__name__", "singledispatch function")
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        def _method(*args, **keywords):
            method = self.dispatcher.dispatch(type(args[0]))
            return method.__get__(obj, cls)(*args, **keywords)

        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method
