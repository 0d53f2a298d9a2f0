"""Putting something else in the place of an attribute, or of items, for a while."""

import asyncio
import builtins
import contextlib
import functools
import importlib
import types

from unittest._mock_autospec import create_autospec
from unittest._mock_base import InvalidSpecError, NonCallableMock, instances_are_called, is_async, is_called, is_mock
from unittest._mock_calls import DEFAULT
from unittest._mock_magic import AsyncMock, MagicMock, NonCallableMagicMock


def _resolve(path):
    """The object of a path with dots: as much of it as there are modules, attributes from there on."""
    first, *rest = path.split(".")
    found = importlib.import_module(first)
    at = first
    modules = True
    for part in rest:
        if modules:
            at += "." + part
            try:
                found = importlib.import_module(at)
                continue
            except ImportError:
                modules = False
        found = getattr(found, part)
    return found


def _split(target):
    try:
        path, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    return functools.partial(_resolve, path), attribute


class _patch:
    """One patch of an attribute: a context manager, a decorator, or started and stopped by hand."""

    __module__ = "unittest.mock"
    attribute_name = None
    _active_patches = []

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, *, unsafe=False):
        if new_callable is not None:
            if new is not DEFAULT:
                raise ValueError("Cannot use 'new' and 'new_callable' together")
            if autospec is not None:
                raise ValueError("Cannot use 'autospec' and 'new_callable' together")
        self.getter = getter
        self.attribute = attribute
        self.new = new
        self.new_callable = new_callable
        self.spec = spec
        self.create = create
        self.has_local = False
        self.spec_set = spec_set
        self.autospec = autospec
        self.kwargs = kwargs
        self.unsafe = unsafe
        self.additional_patchers = []
        self.is_started = False

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec,
                      self.new_callable, self.kwargs, unsafe=self.unsafe)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [each.copy() for each in self.additional_patchers]
        return made

    # ---- decorating

    def __call__(self, func):
        if isinstance(func, type):
            return _decorate_class(func, self.copy)
        if hasattr(func, "patchings"):
            func.patchings.append(self)
            return func
        if asyncio.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with _all_patched(patched.patchings, args, kwargs) as (args, kwargs):
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with _all_patched(patched.patchings, args, kwargs) as (args, kwargs):
                    return func(*args, **kwargs)
        patched.patchings = [self]
        return patched

    # ---- one use

    def get_original(self):
        target = self.getter()
        name = self.attribute
        original, is_local = DEFAULT, False
        try:
            original = target.__dict__[name]
            is_local = True
        except (AttributeError, KeyError):
            original = getattr(target, name, DEFAULT)
        if name in builtins.__dict__ and isinstance(target, types.ModuleType):
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError(f"{target} does not have the attribute {name!r}")
        return original, is_local

    def __enter__(self):
        """Puts the new value in place; returns it, or by name all of those of patch.multiple."""
        self._check()
        self.target = self.getter()
        original, is_local = self.get_original()
        new = self._new_value(original)
        self.temp_original = original
        self.is_local = is_local
        self._exit_stack = contextlib.ExitStack()
        self.is_started = True
        try:
            setattr(self.target, self.attribute, new)
            if self.attribute_name is None:
                return new
            named = {self.attribute_name: new} if self.new is DEFAULT else {}
            for each in self.additional_patchers:
                value = self._exit_stack.enter_context(each)
                if each.new is DEFAULT:
                    named.update(value)
            return named
        except BaseException as error:
            if not self.__exit__(type(error), error, error.__traceback__):
                raise

    def __exit__(self, *exc_info):
        if not self.is_started:
            return None
        if self.is_local and self.temp_original is not DEFAULT:
            setattr(self.target, self.attribute, self.temp_original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                # What the class of the target had was taken away with it.
                setattr(self.target, self.attribute, self.temp_original)
        self.is_started = False
        del self.temp_original, self.is_local, self.target
        stack, self._exit_stack = self._exit_stack, None
        return stack.__exit__(*exc_info)

    def start(self):
        """Puts the new value in place until stop."""
        result = self.__enter__()
        self._active_patches.append(self)
        return result

    def stop(self):
        """Puts the old value back; a patch that is not in place stays so."""
        if self not in self._active_patches:
            return None
        self._active_patches.remove(self)
        return self.__exit__(None, None, None)

    # ---- the new value

    def _check(self):
        for name in ("spec", "spec_set", "autospec"):
            if getattr(self, name) is False:
                setattr(self, name, None)
        if self.spec is not None and self.autospec is not None:
            raise TypeError("Can't specify spec and autospec")
        if (self.spec is not None or self.autospec is not None) and self.spec_set not in (True, None):
            raise TypeError("Can't provide explicit spec_set *and* spec or autospec")

    def _new_value(self, original):
        if self.autospec is not None:
            return self._autospecced(original)
        if self.new is DEFAULT:
            return self._made(original)
        if self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        return self.new

    def _specs(self, original):
        """spec and spec_set, True replaced by the original."""
        spec, spec_set = self.spec, self.spec_set
        if spec is True:
            spec = original
            if spec_set is True:
                spec, spec_set = None, original
        elif spec is not None:
            if spec_set is True:
                spec, spec_set = None, spec
        elif spec_set is True:
            spec_set = original
        if (spec is not None or spec_set is not None) and original is DEFAULT:
            raise TypeError("Can't use 'spec' with create=True")
        return spec, spec_set

    def _made(self, original):
        spec, spec_set = self._specs(original)
        this = spec if spec_set is None else spec_set
        if self.new_callable is not None:
            cls = self.new_callable
        elif this is not None:
            is_called_so = "__call__" in this if isinstance(this, (list, tuple)) else is_called(this)
            cls = AsyncMock if is_async(this) else MagicMock if is_called_so else NonCallableMagicMock
        else:
            cls = AsyncMock if is_async(original) else MagicMock
        given = {}
        if spec is not None:
            given["spec"] = spec
        if spec_set is not None:
            given["spec_set"] = spec_set
        if isinstance(cls, type) and issubclass(cls, NonCallableMock) and self.attribute:
            given["name"] = self.attribute
        if self.unsafe:
            given["unsafe"] = True
        given.update(self.kwargs)
        new = cls(**given)
        if this is not None and isinstance(original, type) and is_mock(new):
            # A class: what it makes is like its instances.
            of_instance = cls
            if not isinstance(this, (list, tuple)) and not instances_are_called(this):
                of_instance = NonCallableMagicMock
            given.pop("name", None)
            new.return_value = of_instance(_new_parent=new, _new_name="()", **given)
        return new

    def _autospecced(self, original):
        if self.new is not DEFAULT:
            raise TypeError("autospec creates the mock for you. Can't specify autospec and new.")
        if original is DEFAULT:
            raise TypeError("Can't use 'autospec' with create=True")
        example = original if self.autospec is True else self.autospec
        if is_mock(self.target):
            raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} as the patch target has already been mocked "
                                   f"out. [target={self.target!r}, attr={example!r}]")
        if is_mock(example):
            name = getattr(self.target, "__name__", self.target)
            raise InvalidSpecError(f"Cannot autospec attr {self.attribute!r} from target {name!r} as it has already been "
                                   f"mocked out. [target={self.target!r}, attr={example!r}]")
        return create_autospec(example, spec_set=bool(self.spec_set), _name=self.attribute, **self.kwargs)


@contextlib.contextmanager
def _all_patched(patchings, args, kwargs):
    """All patches of a function in place; the arguments with the mocks made for them."""
    with contextlib.ExitStack() as stack:
        more = []
        for each in patchings:
            made = stack.enter_context(each)
            if each.attribute_name is not None:
                kwargs = {**kwargs, **made}
            elif each.new is DEFAULT:
                more.append(made)
        yield (*args, *more), kwargs


def _decorate_class(cls, copy):
    for name in dir(cls):
        value = getattr(cls, name)
        if name.startswith(patch.TEST_PREFIX) and hasattr(value, "__call__"):
            setattr(cls, name, copy()(value))
    return cls


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
          **kwargs):
    """Patches the attribute that the target, a path such as "package.module.Class", names."""
    getter, attribute = _split(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None,
                  new_callable=None, *, unsafe=False, **kwargs):
    """Patches an attribute of the target, an object."""
    if isinstance(target, str):
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs, unsafe=unsafe)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    """Patches several attributes of the target, an object or a path; DEFAULT for those to make mocks for."""
    getter = functools.partial(_resolve, target) if isinstance(target, str) else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    first, *others = [_patch(getter, name, new, spec, create, spec_set, autospec, new_callable, {})
                      for name, new in kwargs.items()]
    first.attribute_name = first.attribute
    for each in others:
        each.attribute_name = each.attribute
    first.additional_patchers = others
    return first


class _patch_dict:
    """Other items in a dictionary for a while."""

    __module__ = "unittest.mock"

    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict = in_dict
        self.values = dict(values)
        self.values.update(kwargs)
        self.clear = clear
        self._original = None

    def copy(self):
        return _patch_dict(self.in_dict, self.values, self.clear)

    def __call__(self, func):
        if isinstance(func, type):
            return _decorate_class(func, self.copy)
        if asyncio.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with self:
                    return await func(*args, **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with self:
                    return func(*args, **kwargs)
        return patched

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _resolve(self.in_dict)
        items = self.in_dict
        try:
            self._original = items.copy()
        except AttributeError:
            # Anything that has items will do.
            self._original = {key: items[key] for key in items}
        if self.clear:
            _clear(items)
        try:
            items.update(self.values)
        except AttributeError:
            for key in self.values:
                items[key] = self.values[key]
        return items

    def __exit__(self, *exc_info):
        if self._original is None:
            return False
        items, original = self.in_dict, self._original
        _clear(items)
        try:
            items.update(original)
        except AttributeError:
            for key in original:
                items[key] = original[key]
        self._original = None
        return False

    def start(self):
        """Puts the items in place until stop."""
        result = self.__enter__()
        _patch._active_patches.append(self)
        return result

    def stop(self):
        """Puts the old items back; a patch that is not in place stays so."""
        if self not in _patch._active_patches:
            return None
        _patch._active_patches.remove(self)
        return self.__exit__(None, None, None)


def _clear(items):
    try:
        items.clear()
    except AttributeError:
        for key in list(items):
            del items[key]


def _stop_all():
    """Stops the patches that were started and not stopped yet, the last first."""
    for each in reversed(list(_patch._active_patches)):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"
