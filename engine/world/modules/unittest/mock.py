"""Objects that stand in for others and remember how they were used."""

import asyncio
import functools
import importlib
import inspect

__all__ = ("Mock", "MagicMock", "NonCallableMock", "AsyncMock", "patch", "call", "ANY", "sentinel", "DEFAULT", "mock_open")


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name


class _Sentinels:
    def __getattr__(self, name):
        made = self.__dict__[name] = _Sentinel(name)
        return made


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _arguments_text(args, kwargs):
    return ", ".join([*map(repr, args), *(f"{key}={value!r}" for key, value in kwargs.items())])


class _Call(tuple):
    """A call: the name of what was called, the arguments in order, those by name."""

    def __new__(cls, name="", args=(), kwargs=None, from_name=False):
        made = super().__new__(cls, (name, tuple(args), {} if kwargs is None else kwargs))
        made._from_name = from_name
        return made

    @property
    def args(self):
        return tuple.__getitem__(self, 1)

    @property
    def kwargs(self):
        return tuple.__getitem__(self, 2)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        name, args, kwargs = "", (), {}
        for part in other:
            if isinstance(part, str):
                name = part
            elif isinstance(part, tuple):
                args = part
            elif isinstance(part, dict):
                kwargs = part
        own = tuple.__getitem__(self, 0)
        # A call without a name stands for one of whatever name.
        if own and name and own != name:
            return False
        return (args, kwargs) == (self.args, self.kwargs)

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = tuple.__hash__

    def __call__(self, *args, **kwargs):
        return _Call(tuple.__getitem__(self, 0), args, kwargs)

    def __getattribute__(self, name):
        if name.startswith("_") or name in ("args", "kwargs"):
            return tuple.__getattribute__(self, name)
        own = tuple.__getitem__(self, 0)
        return _Call(f"{own}.{name}" if own else name, from_name=True)

    def __len__(self):
        return 2

    def __iter__(self):
        return iter((self.args, self.kwargs))

    def __getitem__(self, index):
        return (self.args, self.kwargs)[index]

    def __repr__(self):
        own = tuple.__getitem__(self, 0)
        name = "call" + ("" if not own else own if own.startswith("()") else "." + own)
        return name if self._from_name else f"{name}({_arguments_text(self.args, self.kwargs)})"


call = _Call(from_name=True)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        count = len(value)
        return any(self[i:i + count] == value for i in range(len(self) - count + 1))


_SUPPORTED = ("__len__", "__iter__", "__contains__", "__getitem__", "__setitem__", "__delitem__", "__enter__", "__exit__",
              "__aenter__", "__aexit__", "__aiter__", "__bool__", "__int__", "__float__", "__str__", "__hash__", "__eq__",
              "__lt__", "__gt__", "__le__", "__ge__", "__add__", "__sub__", "__mul__", "__next__", "__index__")
_PLAIN = {"__len__": 0, "__contains__": False, "__bool__": True, "__int__": 1, "__float__": 1.0, "__index__": 1,
          "__exit__": False, "__aexit__": False}


class NonCallableMock:
    def __new__(cls, *args, **kwargs):
        # A class of its own for each, so that special methods can be set on one of them.
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, *,
                 _parent=None, _part="", **attributes):
        own = self.__dict__
        spec = spec_set if spec_set is not None else spec
        own.update(_parent=_parent, _part=_part, _name=name, _children={}, _wraps=wraps, _spec=None,
                   _spec_class=None, _side_effect=None, _return=return_value)
        if spec is not None:
            own["_spec"] = spec if isinstance(spec, (list, tuple)) else dir(spec)
            if not isinstance(spec, (list, tuple)):
                own["_spec_class"] = spec if isinstance(spec, type) else type(spec)
        self._forget()
        self.side_effect = side_effect
        self.configure_mock(**attributes)

    def _forget(self):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=_CallList(),
                             mock_calls=_CallList(), method_calls=_CallList())

    def configure_mock(self, **attributes):
        for name, value in sorted(attributes.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def reset_mock(self, *, return_value=False, side_effect=False):
        self._forget()
        if return_value:
            self.__dict__["_return"] = DEFAULT
        if side_effect:
            self.__dict__["_side_effect"] = None
        for child in self._children.values():
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        if isinstance(self._return, NonCallableMock):
            self._return.reset_mock()

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_parent=self, _part=attribute, _name=None)
        setattr(self, attribute, mock)

    @property
    def __class__(self):
        return self._spec_class if self._spec_class is not None else type(self)

    @property
    def side_effect(self):
        return self._side_effect

    @side_effect.setter
    def side_effect(self, effect):
        is_error = isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException)
        if effect is not None and not callable(effect) and not is_error:
            effect = iter(effect)
        self.__dict__["_side_effect"] = effect

    @property
    def return_value(self):
        if self._return is DEFAULT:
            self.__dict__["_return"] = self._child("()")
        return self._return

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_return"] = value

    def _child(self, part):
        cls = _child_class(self, part)
        return cls(_parent=self, _part=part)

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if self._spec is not None and name not in self._spec:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        children = self._children
        if name not in children:
            children[name] = self._child(name)
        if children[name] is _GONE:
            raise AttributeError(name)
        return children[name]

    def __setattr__(self, name, value):
        if name in _SUPPORTED:
            _set_special(type(self), name, value)
        elif isinstance(getattr(NonCallableMock, name, None), property) or name in self.__dict__:
            object.__setattr__(self, name, value)
        else:
            if isinstance(value, NonCallableMock) and value._parent is None and value._name is None:
                value.__dict__.update(_parent=self, _part=name)
                self._children[name] = value
                return
            self._children[name] = value
            self.__dict__[name] = value

    def __delattr__(self, name):
        self.__dict__.pop(name, None)
        self._children[name] = _GONE

    def _full_name(self):
        parent, part = self._parent, self._part
        if parent is None or self._name:
            return self._name or "mock"
        return parent._full_name() + (part if part.startswith("()") else "." + part)

    def __repr__(self):
        cls = type(self).__name__
        name = f" name={self._full_name()!r}" if self._name or self._parent is not None else ""
        spec = f" spec={self._spec_class.__name__!r}" if self._spec_class is not None else ""
        return f"<{cls}{name}{spec} id='{id(self)}'>"

    def __dir__(self):
        return sorted({*dir(type(self)), *self._children, *(self._spec or ())})

    def _record(self, args, kwargs):
        own = self.__dict__
        own["called"] = True
        own["call_count"] += 1
        own["call_args"] = _Call("", args, kwargs)
        own["call_args_list"].append(_Call("", args, kwargs))
        name, mock = "", self
        is_method = False
        while mock is not None:
            mock.mock_calls.append(_Call(name, args, kwargs))
            if is_method:
                mock.method_calls.append(_Call(name, args, kwargs))
            part = mock._part
            is_method = bool(part) and not part.startswith("()") and "()" not in name
            if name and not name.startswith("()"):
                part += "."
            name = part + name
            mock = mock._parent

    # ---- what is held against the calls

    def _text(self, made):
        return f"{self._name or (self._part if self._part and self._part != '()' else 'mock')}({_arguments_text(made.args, made.kwargs)})"

    def _shown(self):
        return self._name or ("mock" if self._parent is None else self._full_name())

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._name or self._part or 'mock'}' to have been called.")

    def assert_not_called(self):
        if self.call_count:
            raise AssertionError(f"Expected '{self._name or self._part or 'mock'}' to not have been called. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name or self._part or 'mock'}' to have been called once. "
                                 f"Called {self.call_count} times.{self._calls_text()}")

    def _calls_text(self):
        return f"\nCalls: {list(self.mock_calls)!r}." if self.mock_calls else ""

    def assert_called_with(self, /, *args, **kwargs):
        wanted = _Call("", args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {self._text(wanted)}\nActual: not called.")
        if self.call_args != wanted:
            raise AssertionError(f"expected call not found.\nExpected: {self._text(wanted)}\nActual: {self._text(self.call_args)}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError(f"Expected '{self._name or self._part or 'mock'}' to be called once. "
                                 f"Called {self.call_count} times.{self._calls_text()}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        wanted = _Call("", args, kwargs)
        if wanted not in self.call_args_list:
            raise AssertionError(f"{self._text(wanted)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        made = list(self.mock_calls)
        if any_order:
            left = list(made)
            missing = []
            for each in calls:
                if each in left:
                    left.remove(each)
                else:
                    missing.append(each)
            if missing:
                raise AssertionError(f"{self._name or 'mock'!r} does not contain all of {tuple(missing)!r} in its call list, "
                                     f"found {made!r} instead")
        elif list(calls) not in _CallList(made):
            raise AssertionError(f"Calls not found.\nExpected: {list(calls)!r}\nActual: {made!r}")


_GONE = sentinel._GONE


def _set_special(cls, name, value):
    if isinstance(value, NonCallableMock):
        setattr(cls, name, lambda self, *args, **kwargs: value(*args, **kwargs))
        setattr(cls, "_special" + name, value)
    else:
        setattr(cls, name, value)


class CallableMixin(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._answer(args, kwargs)

    def _answer(self, args, kwargs):
        effect = self._side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            if result is not DEFAULT:
                return result
        if self._return is not DEFAULT:
            return self._return
        if self._wraps is not None:
            return self._wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    pass


async def _walk(values):
    for value in values:
        yield value


class MagicMixin(NonCallableMock):
    def _special(self, name):
        children = self._children
        if name not in children:
            is_async = name in ("__aenter__", "__aexit__")
            child = children[name] = (AsyncMock if is_async else MagicMock)(_parent=self, _part=name)
            if name in _PLAIN:
                child.return_value = _PLAIN[name]
            elif name == "__iter__":
                child.side_effect = lambda: iter(() if child._return is DEFAULT else child._return)
            elif name == "__aiter__":
                child.side_effect = lambda: _walk(() if child._return is DEFAULT else child._return)
        return children[name]

    def __getattr__(self, name):
        if name in _MAGIC:
            return self._special(name)
        return super().__getattr__(name)


_MAGIC = ("__len__", "__iter__", "__contains__", "__getitem__", "__setitem__", "__delitem__", "__enter__", "__exit__",
          "__aenter__", "__aexit__", "__aiter__", "__bool__", "__int__", "__float__", "__index__", "__add__", "__sub__", "__mul__")

class _Reachable:
    """m.__len__ is the mock behind the method, so that its return_value can be set."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        return self if instance is None else instance._special(self.name)


for _name in _MAGIC:
    setattr(MagicMixin, _name, _Reachable(_name))


class MagicMock(MagicMixin, Mock):
    pass


class AsyncMock(MagicMixin, CallableMixin):
    def __init__(self, *args, **kwargs):
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())
        super().__init__(*args, **kwargs)

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._run(args, kwargs)

    async def _run(self, args, kwargs):
        own = self.__dict__
        own["await_count"] += 1
        own["await_args"] = _Call("", args, kwargs)
        own["await_args_list"].append(own["await_args"])
        effect = self._side_effect
        if effect is not None and not callable(effect):
            try:
                result = next(effect)
            except StopIteration:
                raise StopAsyncIteration from None
            if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                raise result
            return result
        result = self._answer(args, kwargs)
        if inspect.iscoroutine(result) and (effect is not None or self._wraps is not None):
            return await result
        return result

    def reset_mock(self, **kwargs):
        super().reset_mock(**kwargs)
        self.__dict__.update(await_count=0, await_args=None, await_args_list=_CallList())

    def _awaited_name(self):
        return self._name or self._part or "mock"

    def assert_awaited(self):
        if not self.await_count:
            raise AssertionError(f"Expected {self._awaited_name()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._awaited_name()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_not_awaited(self):
        if self.await_count:
            raise AssertionError(f"Expected {self._awaited_name()} to not have been awaited. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        wanted = _Call("", args, kwargs)
        if self.await_args is None:
            raise AssertionError(f"Expected await: {self._text(wanted)}\nNot awaited")
        if self.await_args != wanted:
            raise AssertionError(f"expected await not found.\nExpected: {self._text(wanted)}\nActual: {self._text(self.await_args)}")

    def assert_awaited_once_with(self, /, *args, **kwargs):
        self.assert_awaited_once()
        self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call("", args, kwargs) not in self.await_args_list:
            raise AssertionError(f"{self._text(_Call('', args, kwargs))} await not found")


def _child_class(mock, part):
    if isinstance(mock, AsyncMock):
        return MagicMock if part == "()" else AsyncMock
    return MagicMock if isinstance(mock, MagicMixin) else Mock


# ---- patching ------------------------------------------------------------------------------------------------------

class _Patch:
    def __init__(self, find, attribute, new, new_callable, attributes):
        self.find = find
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.attributes = attributes

    def __enter__(self):
        self.target = self.find()
        here = getattr(self.target, "__dict__", {})
        self.is_own = self.attribute in here
        self.original = here[self.attribute] if self.is_own else getattr(self.target, self.attribute, DEFAULT)
        if self.original is DEFAULT and not self.attributes.pop("create", False):
            raise AttributeError(f"{self.target!r} does not have the attribute {self.attribute!r}")
        new = self.new
        if new is DEFAULT:
            is_async = asyncio.iscoroutinefunction(self.original)
            made = self.new_callable if self.new_callable is not None else AsyncMock if is_async else MagicMock
            attributes = {key: value for key, value in self.attributes.items() if key not in ("autospec", "create")}
            new = made(**attributes) if self.new_callable is not None else made(name=self.attribute, **attributes)
        setattr(self.target, self.attribute, new)
        self.made = new
        return new

    def __exit__(self, *exc_info):
        if self.is_own:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
        return False

    start = __enter__

    def stop(self):
        self.__exit__(None, None, None)

    def _again(self):
        return _Patch(self.find, self.attribute, self.new, self.new_callable, dict(self.attributes))

    def __call__(self, target):
        if isinstance(target, type):
            for name, value in list(vars(target).items()):
                if name.startswith("test") and callable(value):
                    setattr(target, name, self._again()(value))
            return target

        def with_mock(args):
            return (*args, self.made) if self.new is DEFAULT else args

        if asyncio.iscoroutinefunction(target):
            @functools.wraps(target)
            async def patched(*args, **kwargs):
                with self:
                    return await target(*with_mock(args), **kwargs)
        else:
            @functools.wraps(target)
            def patched(*args, **kwargs):
                with self:
                    return target(*with_mock(args), **kwargs)
        return patched


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values, **kwargs)
        self.clear = clear

    def __enter__(self):
        self.kept = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self.kept)
        return False

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, function):
        @functools.wraps(function)
        def patched(*args, **kwargs):
            with self:
                return function(*args, **kwargs)

        return patched


def _find(path):
    first, *rest = path.split(".")
    found = importlib.import_module(first)
    for part in rest:
        first += "." + part
        try:
            found = getattr(found, part)
        except AttributeError:
            found = importlib.import_module(first)
    return found


def patch(target, new=DEFAULT, *, new_callable=None, **attributes):
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    return _Patch(lambda: _find(path), attribute, new, new_callable, attributes)


def _patch_object(target, attribute, new=DEFAULT, *, new_callable=None, **attributes):
    return _Patch(lambda: target, attribute, new, new_callable, attributes)


patch.object = _patch_object
patch.dict = _PatchDict


def mock_open(mock=None, read_data=""):
    import io

    mock = MagicMock(name="open") if mock is None else mock
    handle = MagicMock()

    def opened(*args, **kwargs):
        source = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(read_data)
        handle.read.side_effect = source.read
        handle.readline.side_effect = source.readline
        handle.readlines.side_effect = source.readlines
        handle.__iter__.side_effect = lambda: iter(source)
        return DEFAULT

    handle.__enter__.return_value = handle
    mock.side_effect = opened
    mock.return_value = handle
    return mock
