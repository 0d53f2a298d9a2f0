"""Mocks with special methods, mocks that are awaited, mocks that are properties."""

import inspect

from unittest._mock_asserts import AwaitAsserts
from unittest._mock_base import ASYNC_MAGIC, MAGIC, SYNC_MAGIC, CallableMixin, Mock, NonCallableMock, delegated, is_called
from unittest._mock_calls import DEFAULT, _Call, _CallList, is_error

_CODE = type(is_error.__code__)
_PLAIN = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented,
          "__int__": 1, "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0,
          "__bool__": True, "__index__": 1, "__aexit__": False}
_CALCULATED = {"__hash__": object.__hash__, "__str__": object.__str__, "__sizeof__": object.__sizeof__,
               "__fspath__": lambda mock: f"{type(mock).__name__}/{mock._full_name()}/{id(mock)}"}


async def _walk(values):
    for value in values:
        yield value


def _equal(mock, child):
    def equal(other):
        if child._mock_return_value is not DEFAULT:
            return child._mock_return_value
        return True if mock is other else NotImplemented

    return equal


def _unequal(mock, child):
    def unequal(other):
        if child._mock_return_value is not DEFAULT:
            return DEFAULT
        return False if mock is other else NotImplemented

    return unequal


def _iterated(mock, child):
    return lambda: iter(() if child._mock_return_value is DEFAULT else child._mock_return_value)


def _iterated_later(mock, child):
    return lambda: _walk(() if child._mock_return_value is DEFAULT else child._mock_return_value)


_EFFECTS = {"__eq__": _equal, "__ne__": _unequal, "__iter__": _iterated, "__aiter__": _iterated_later}


class MagicProxy:
    """A special method until it is first used: then the mock behind it takes its place in the class of that mock."""

    __module__ = "unittest.mock"

    def __init__(self, name):
        self.name = name

    def __get__(self, mock, owner=None):
        if mock is None:
            return self
        name = self.name
        if name == "__hash__" and name in mock._mock_children:
            return mock._mock_children[name]
        child = mock._get_child_mock(name=name, _new_name=name, _new_parent=mock)
        setattr(mock, name, child)
        if name in _PLAIN:
            child.return_value = _PLAIN[name]
        elif name in _CALCULATED:
            child.return_value = _CALCULATED[name](mock)
        elif name in _EFFECTS:
            child.side_effect = _EFFECTS[name](mock, child)
        return child

    def __call__(self, mock):
        # hash() calls what the class has without binding it.
        return self.__get__(mock)()


_PROXIES = {name: MagicProxy(name) for name in sorted(MAGIC)}
HASH = _PROXIES["__hash__"]


class MagicMixin(NonCallableMock):
    """What gives a mock its special methods, those of the spec when it has one."""

    __module__ = "unittest.mock"
    _specials = _PROXIES

    def _take_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        super()._take_spec(spec, spec_set, as_instance, eat_self)
        names = self._mock_methods
        if names is None:
            return
        names = set(names)
        cls = type(self)
        for name, proxy in _PROXIES.items():
            known = cls.__dict__.get(name)
            if name in names:
                if known is None:
                    setattr(cls, name, proxy)
            elif known is proxy:
                delattr(cls, name)


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    """A MagicMock that cannot be called."""

    __module__ = "unittest.mock"


class MagicMock(MagicMixin, Mock):
    """A Mock that has the special methods from the start; the arguments are those of Mock."""

    __module__ = "unittest.mock"


class AsyncMagicMixin(MagicMixin):
    __module__ = "unittest.mock"


class AsyncMockMixin(AwaitAsserts, CallableMixin):
    """What makes the calls of a mock coroutines."""

    __module__ = "unittest.mock"
    _is_awaited = True
    # asyncio.iscoroutinefunction looks for it.
    _is_coroutine = True

    def __init__(self, /, *args, **kwargs):
        self.__dict__.update(_mock_delegate=None, _mock_await_count=0, _mock_await_args=None,
                             _mock_await_args_list=_CallList())
        super().__init__(*args, **kwargs)
        code = NonCallableMock(spec_set=_CODE)
        code.__dict__["co_flags"] = inspect.CO_COROUTINE
        self.__dict__.update(__code__=code, __name__="AsyncMock", __defaults__=(), __kwdefaults__={}, __annotations__=None)

    await_count = delegated("await_count")
    await_args = delegated("await_args")
    await_args_list = delegated("await_args_list")

    async def _execute_mock_call(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        self.await_count += 1
        self.await_args = made
        self.await_args_list.append(made)
        effect = self.side_effect
        if effect is not None:
            result = await _take_effect(effect, args, kwargs)
            if result is not DEFAULT:
                return result
        if self._mock_wraps is not None and self._mock_return_value is DEFAULT:
            result = self._mock_wraps(*args, **kwargs)
            return await result if inspect.iscoroutinefunction(self._mock_wraps) else result
        return self.return_value

    def reset_mock(self, /, *args, **kwargs):
        super().reset_mock(*args, **kwargs)
        self.await_count = 0
        self.await_args = None
        self.await_args_list = _CallList()


async def _take_effect(effect, args, kwargs):
    if is_error(effect):
        raise effect
    if not is_called(effect):
        try:
            result = next(effect)
        except StopIteration:
            raise StopAsyncIteration from None
        if is_error(result):
            raise result
        return result
    result = effect(*args, **kwargs)
    return await result if inspect.iscoroutinefunction(effect) else result


class AsyncMock(AsyncMockMixin, AsyncMagicMixin, Mock):
    """A MagicMock whose calls are awaited; the arguments are those of Mock."""

    __module__ = "unittest.mock"


class PropertyMock(Mock):
    """A Mock for a class: getting the attribute calls it without arguments, setting it with the value."""

    __module__ = "unittest.mock"

    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def child_class(mock, name):
    """The class for a child: the one that the mock is of, unless its own name or the spec speaks for another."""
    cls = type(mock)
    if name in mock._spec_asyncs:
        return AsyncMock
    if issubclass(cls, MagicMock) and name in ASYNC_MAGIC:
        return AsyncMock
    if issubclass(cls, AsyncMockMixin):
        in_spec = mock._mock_methods and name in mock._mock_methods
        return MagicMock if name in SYNC_MAGIC or in_spec else AsyncMock
    if not issubclass(cls, CallableMixin):
        return MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
    return cls.__mro__[1]
