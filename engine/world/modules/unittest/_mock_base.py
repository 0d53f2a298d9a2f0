"""Mock and what every stand-in has: attributes that are stand-ins too, a record of the calls, specs."""

import asyncio
import inspect
import sys

from unittest._mock_asserts import Base
from unittest._mock_calls import DEFAULT, _Call, _CallList, is_dunder, is_error

FUNCTION_TYPES = (type(is_error), type(DEFAULT.__repr__))
GONE = object()
_MISSPELT = ("assert", "assret", "asert", "aseert", "assrt")
_UNSETTABLE = {"__getattr__", "__setattr__", "__init__", "__new__", "__prepare__", "__instancecheck__",
               "__subclasscheck__", "__del__"}
# The special methods that a MagicMock has from the start, and those that any mock can be given.
NUMERIC = ("add", "and", "floordiv", "lshift", "matmul", "mod", "mul", "or", "pow", "rshift", "sub", "truediv", "xor")
ASYNC_MAGIC = frozenset(("__aenter__", "__aexit__", "__anext__"))
SYNC_MAGIC = frozenset(f"__{name}__" for name in (
    *NUMERIC, *("i" + name for name in NUMERIC), *("r" + name for name in NUMERIC), "abs", "aiter", "bool", "ceil",
    "complex", "contains", "delitem", "divmod", "enter", "eq", "exit", "float", "floor", "fspath", "ge", "getitem", "gt",
    "hash", "index", "int", "invert", "iter", "le", "len", "lt", "ne", "neg", "next", "pos", "rdivmod", "round",
    "setitem", "sizeof", "str", "trunc"))
MAGIC = SYNC_MAGIC | ASYNC_MAGIC
_SETTABLE = MAGIC | frozenset(f"__{name}__" for name in (
    "delete", "dir", "format", "get", "getformat", "getinitargs", "getnewargs", "getnewargs_ex", "getstate", "missing",
    "reduce", "reduce_ex", "repr", "reversed", "set", "setstate", "subclasses"))


class InvalidSpecError(Exception):
    """A mock was given as the spec of another."""

    __module__ = "unittest.mock"


class LazySpec:
    """A child that create_autospec makes when it is first asked for."""

    def __init__(self, spec, spec_set, parent, name, instance):
        self.spec = spec
        self.spec_set = spec_set
        self.parent = parent
        self.name = name
        self.instance = instance


def is_mock(value):
    # Of the type, as a mock's __class__ may say anything.
    return issubclass(type(value), NonCallableMock)


def mock_behind(value):
    """The mock itself, or the one that a function made by create_autospec reports to."""
    return getattr(value, "mock", value) if isinstance(value, FUNCTION_TYPES) else value


def is_async(value):
    if is_mock(value) and not getattr(type(value), "_is_awaited", False):
        return False
    value = getattr(value, "__func__", value)
    return asyncio.iscoroutinefunction(value) or inspect.isawaitable(value)


def is_called(value):
    """Whether a class, a method object or anything else can be called."""
    if isinstance(value, type):
        return True
    if isinstance(value, (staticmethod, classmethod)):
        return is_called(value.__func__)
    return getattr(value, "__call__", None) is not None


def instances_are_called(value):
    """Whether what the class makes can be called; of an object that is no class, whether it can be."""
    if not isinstance(value, type):
        return getattr(value, "__call__", None) is not None
    return any("__call__" in each.__dict__ for each in value.__mro__)


def signature_of(spec, as_instance=False, without_first=False):
    """The signature of calls to the spec, or to instances of the class it is; None when there is none to be had."""
    if isinstance(spec, type) and not as_instance:
        without_first = without_first and not isinstance(spec, type)
        target = spec
    elif isinstance(spec, (staticmethod, classmethod)):
        without_first = isinstance(spec, classmethod)
        target = spec.__func__
    elif isinstance(spec, FUNCTION_TYPES):
        target = spec
    else:
        target = getattr(type(spec) if not isinstance(spec, type) else spec, "__call__", None)
        without_first = True
        if target is None or not isinstance(target, FUNCTION_TYPES):
            return None
    try:
        found = inspect.signature(target)
        if without_first:
            found = found.replace(parameters=list(found.parameters.values())[1:])
        return found
    except (TypeError, ValueError):
        return None


def adopt(parent, value, name, new_name):
    """Makes the value a child unless it is no mock, has a name or a parent, or is above the parent itself."""
    value = mock_behind(value)
    if not is_mock(value):
        return False
    if value._mock_name or value._mock_new_name or value._mock_parent is not None or value._mock_new_parent is not None:
        return False
    above = parent
    while above is not None:
        if above is value:
            return False
        above = above._mock_new_parent
    if new_name:
        value.__dict__.update(_mock_new_parent=parent, _mock_new_name=new_name)
    if name:
        value.__dict__.update(_mock_parent=parent, _mock_name=name)
    return True


def _effect(value):
    """What is to be iterated as an iterator."""
    if value is None or is_error(value) or is_called(value):
        return value
    try:
        return iter(value)
    except TypeError:
        return value


def delegated(name):
    """What a mock knows of its calls; a function made by create_autospec keeps it in the mock's stead."""
    kept = "_mock_" + name

    def get(self):
        own = self.__dict__
        to = own["_mock_delegate"]
        return own[kept] if to is None else getattr(to, name)

    def set(self, value):
        to = self.__dict__["_mock_delegate"]
        if to is None:
            self.__dict__[kept] = value
        else:
            setattr(to, name, value)

    return property(get, set)


class NonCallableMock(Base):
    """A stand-in that cannot be called."""

    __module__ = "unittest.mock"
    # Special methods that the class of each mock has from the start.
    _specials = {}

    def __new__(cls, /, *args, **kwargs):
        # A class of its own for each, so that special methods can be set on one of them.
        bases = (cls,)
        spec = kwargs.get("spec_set") or kwargs.get("spec") or (args[0] if args else None)
        if spec is not None and not getattr(cls, "_is_awaited", False) and issubclass(cls, CallableMixin) and is_async(spec):
            from unittest._mock_magic import AsyncMockMixin

            bases = (AsyncMockMixin, cls)
        names = {**cls._specials, "__doc__": cls.__doc__, "__module__": cls.__module__}
        return object.__new__(type(cls.__name__, bases, names))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="",
                 _new_parent=None, _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        self.__dict__.update(
            _mock_parent=parent, _mock_name=name, _mock_new_name=_new_name,
            _mock_new_parent=parent if _new_parent is None else _new_parent, _mock_children={}, _mock_wraps=wraps,
            _mock_delegate=None, _mock_sealed=False, _mock_unsafe=unsafe, _mock_return_value=DEFAULT,
            _mock_side_effect=None, _mock_called=False, _mock_call_count=0, _mock_call_args=None,
            _mock_call_args_list=_CallList(), _mock_mock_calls=_CallList(), method_calls=_CallList(), _call_signature=None)
        eat_self = parent is not None if _eat_self is None else _eat_self
        self._take_spec(spec if spec_set is None else spec_set, spec_set is not None, _spec_as_instance, eat_self)
        if kwargs:
            self.configure_mock(**kwargs)

    def _take_spec(self, spec, spec_set, as_instance=False, eat_self=False):
        spec_class = signature = names = None
        asyncs = ()
        if spec is not None:
            if is_mock(spec):
                raise InvalidSpecError(f"Cannot spec a Mock object. [object={spec!r}]")
            names = spec
            if not isinstance(spec, (list, tuple)):
                names = dir(spec)
                spec_class = spec if isinstance(spec, type) else type(spec)
                signature = signature_of(spec, as_instance, eat_self)
                asyncs = [each for each in names if asyncio.iscoroutinefunction(getattr(spec, each, None))]
        self.__dict__.update(_spec_class=spec_class, _spec_set=spec_set and spec is not None, _spec_signature=signature,
                             _mock_methods=names, _spec_asyncs=asyncs)

    def mock_add_spec(self, spec, spec_set=False):
        """Gives the mock a spec: only what that has can be got, and with spec_set be set."""
        self._take_spec(spec, spec_set)

    def attach_mock(self, mock, attribute):
        """Makes the mock an attribute of this one, which is its parent from then on."""
        inner = mock_behind(mock)
        inner.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def configure_mock(self, /, **kwargs):
        """Sets attributes by name, those of children under names with dots."""
        for name, value in sorted(kwargs.items(), key=lambda item: item[0].count(".")):
            *path, last = name.split(".")
            target = self
            for part in path:
                target = getattr(target, part)
            setattr(target, last, value)

    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        """Forgets the calls, those of children too."""
        visited = [] if visited is None else visited
        if id(self) in visited:
            return
        visited.append(id(self))
        self.called = False
        self.call_args = None
        self.call_count = 0
        self.mock_calls = _CallList()
        self.call_args_list = _CallList()
        self.method_calls = _CallList()
        own = self.__dict__
        if return_value:
            own["_mock_return_value"] = DEFAULT
        if side_effect:
            own["_mock_side_effect"] = None
        for child in [*self._mock_children.values(), own["_mock_return_value"]]:
            if is_mock(child) and child is not self:
                child.reset_mock(visited, return_value=return_value, side_effect=side_effect)

    # ---- what it is and what it answers

    called = delegated("called")
    call_count = delegated("call_count")
    call_args = delegated("call_args")
    call_args_list = delegated("call_args_list")
    mock_calls = delegated("mock_calls")

    @property
    def __class__(self):
        return type(self) if self._spec_class is None else self._spec_class

    @property
    def side_effect(self):
        to = self._mock_delegate
        if to is None:
            return self._mock_side_effect
        to.side_effect = _effect(to.side_effect)
        return to.side_effect

    @side_effect.setter
    def side_effect(self, value):
        to = self._mock_delegate
        if to is None:
            self.__dict__["_mock_side_effect"] = _effect(value)
        else:
            to.side_effect = value

    @property
    def return_value(self):
        to = self._mock_delegate
        value = self._mock_return_value if to is None else to.return_value
        if value is DEFAULT:
            value = self._get_child_mock(_new_parent=self, _new_name="()")
            self.return_value = value
        return value

    @return_value.setter
    def return_value(self, value):
        to = self._mock_delegate
        if to is None:
            self.__dict__["_mock_return_value"] = value
            adopt(self, value, None, "()")
        else:
            to.return_value = value

    # ---- attributes

    def __getattr__(self, name):
        own = self.__dict__
        if "_mock_methods" not in own:
            raise AttributeError(name)
        methods = own["_mock_methods"]
        if methods is not None:
            if name not in methods or name in _SETTABLE:
                raise AttributeError(f"Mock object has no attribute {name!r}")
        elif is_dunder(name):
            raise AttributeError(name)
        if name.startswith(_MISSPELT) and not own["_mock_unsafe"] and (not methods or name not in methods):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to "
                                 "be an attribute.")
        found = own["_mock_children"].get(name)
        if found is GONE:
            raise AttributeError(name)
        if found is None:
            wraps = None if own["_mock_wraps"] is None else getattr(own["_mock_wraps"], name)
            found = self._get_child_mock(parent=self, name=name, wraps=wraps, _new_name=name, _new_parent=self)
            own["_mock_children"][name] = found
        elif isinstance(found, LazySpec):
            from unittest._mock_autospec import create_autospec

            found = create_autospec(found.spec, found.spec_set, found.instance, found.parent, found.name)
            own["_mock_children"][name] = found
        return found

    def __setattr__(self, name, value):
        own = self.__dict__
        methods = own["_mock_methods"] if "_mock_methods" in own else None
        if name == "__class__":
            own["_spec_class"] = value
            return
        if name in _PROPERTIES or "_mock_methods" not in own:
            return object.__setattr__(self, name, value)
        if own["_spec_set"] and methods is not None and name not in methods and name not in own:
            raise AttributeError(f"Mock object has no attribute '{name}'")
        if name in _UNSETTABLE:
            raise AttributeError(f"Attempting to set unsupported magic method {name!r}.")
        if name in _SETTABLE:
            if methods is not None and name not in methods:
                raise AttributeError(f"Mock object has no attribute '{name}'")
            return self._set_special(name, value)
        if adopt(self, value, name, name):
            own["_mock_children"][name] = value
        if own["_mock_sealed"] and not hasattr(self, name):
            raise AttributeError(f"Cannot set {self._full_name()}.{name}")
        return object.__setattr__(self, name, value)

    def _set_special(self, name, value):
        """Special methods are looked up on the class; a plain function takes the mock as its first argument."""
        if is_mock(value):
            adopt(self, value, None, name)
            if name == "__hash__":
                from unittest._mock_magic import HASH

                setattr(type(self), name, HASH)
            else:
                setattr(type(self), name, value)
            self._mock_children[name] = value
            return
        if isinstance(value, FUNCTION_TYPES) or not callable(value):
            setattr(type(self), name, value)
        else:
            setattr(type(self), name, lambda self, /, *args, **kwargs: value(self, *args, **kwargs))

    def __delattr__(self, name):
        if name in _SETTABLE and name in type(self).__dict__:
            delattr(type(self), name)
            if name not in self.__dict__:
                return
        children = self._mock_children
        known = children.get(name)
        if name in self.__dict__:
            object.__delattr__(self, name)
        elif known is GONE:
            raise AttributeError(name)
        children[name] = GONE

    def __dir__(self):
        if not sys.modules["unittest.mock"].FILTER_DIR:
            return object.__dir__(self)
        own = [name for name in self.__dict__ if not name.startswith("_") or is_dunder(name)]
        of_type = [name for name in dir(type(self)) if not name.startswith("_")]
        children = [name for name, child in self._mock_children.items() if child is not GONE]
        return sorted({*(self._mock_methods or ()), *of_type, *own, *children})

    def _get_child_mock(self, /, **kw):
        """Makes the mock of an attribute or of what a call returns."""
        from unittest._mock_magic import child_class

        if self._mock_sealed:
            raise AttributeError(self._full_name() + (f".{kw['name']}" if "name" in kw else "()"))
        return child_class(self, kw.get("_new_name"))(**kw)

    # ---- names

    def _full_name(self):
        parts = []
        mock = self
        while mock._mock_new_parent is not None:
            parts.append(mock._mock_new_name or "")
            mock = mock._mock_new_parent
        text = mock._mock_name or "mock"
        for part in reversed(parts):
            text += part if part.startswith("()") else "." + part
        return text

    _extract_mock_name = _full_name

    def __repr__(self):
        name = self._full_name()
        name = "" if name == "mock" else f" name={name!r}"
        spec = ""
        if self._spec_class is not None:
            spec = f" {'spec_set' if self._spec_set else 'spec'}={self._spec_class.__name__!r}"
        return f"<{type(self).__name__}{name}{spec} id='{id(self)}'>"

    # ---- calls, here as a mock that is not called itself still has to write down its children's

    def _record_call(self, args, kwargs):
        self.called = True
        self.call_count += 1
        made = _Call((args, kwargs), two=True)
        self.call_args = made
        self.call_args_list.append(made)
        self.mock_calls.append(_Call(("", args, kwargs)))
        is_method = self._mock_parent is not None
        method_name = self._mock_name
        name = self._mock_new_name
        mock = self._mock_new_parent
        while mock is not None:
            if is_method:
                mock.method_calls.append(_Call((method_name, args, kwargs)))
                is_method = mock._mock_parent is not None
                if is_method:
                    method_name = f"{mock._mock_name}.{method_name}"
            mock.mock_calls.append(_Call((name, args, kwargs)))
            above = mock._mock_new_name
            if above:
                name = above + name if name.startswith("()") else f"{above}.{name}"
            mock = mock._mock_new_parent


_PROPERTIES = {"called", "call_count", "call_args", "call_args_list", "mock_calls", "side_effect", "return_value", "await_count",
               "await_args", "await_args_list"}


class CallableMixin(NonCallableMock):
    """What makes a mock one that can be called."""

    __module__ = "unittest.mock"

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 parent=None, _spec_state=None, _new_name="", _new_parent=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, parent, _spec_state, _new_name, _new_parent,
                         **{key: kwargs.pop(key) for key in ("_spec_as_instance", "_eat_self", "unsafe") if key in kwargs})
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect
        if kwargs:
            self.configure_mock(**kwargs)

    def __call__(self, /, *args, **kwargs):
        if self._call_signature is not None:
            self._call_signature.bind(*args, **kwargs)
        self._record_call(args, kwargs)
        return self._execute_mock_call(*args, **kwargs)

    def _execute_mock_call(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if is_error(effect):
                raise effect
            if is_called(effect):
                result = effect(*args, **kwargs)
            else:
                result = next(effect)
                if is_error(result):
                    raise result
            if result is not DEFAULT:
                return result
        if self._mock_wraps is not None and self._mock_return_value is DEFAULT:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


class Mock(CallableMixin):
    """A stand-in: its attributes, and what it returns, are stand-ins too; it remembers how it was used.

    spec, spec_set: what it may have; side_effect: what a call does; return_value: what it returns; wraps: what it calls
    on; name: what it is shown as; other arguments are attributes to begin with.
    """

    __module__ = "unittest.mock"
