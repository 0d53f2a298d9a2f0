"""Mocks after an example, with the signatures of its functions; sealed mocks; open() without files."""

import asyncio
import inspect
import io

from unittest._mock_base import (
    FUNCTION_TYPES,
    GONE,
    InvalidSpecError,
    LazySpec,
    instances_are_called,
    is_async,
    is_called,
    is_mock,
    signature_of,
)
from unittest._mock_calls import DEFAULT, _CallList, is_dunder
from unittest._mock_magic import AsyncMock, MagicMock, NonCallableMagicMock


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """Makes a mock that has what the spec has, all the way down; what is called takes only what the original takes.

    With instance the mock is one of the class that is the spec, not of the class itself.
    """
    if isinstance(spec, list):
        spec = type(spec)
    is_type = isinstance(spec, type)
    if is_mock(spec):
        raise InvalidSpecError(f"Cannot autospec a Mock object. [object={spec!r}]")
    given = {} if spec is None else {"spec_set" if spec_set else "spec": spec}
    if spec is not None and instance:
        given["_spec_as_instance"] = True
    if unsafe:
        given["unsafe"] = True
    given.update(kwargs)
    cls, given = _class_for(spec, is_type, instance, given)
    name = given.pop("name", _name)
    mock = cls(parent=_parent, _new_parent=_parent, _new_name="" if _parent is None else name, name=name, **given)
    shown = mock
    if isinstance(spec, FUNCTION_TYPES):
        shown = _as_function(mock, spec)
    elif is_called(spec):
        _take_signature(mock, spec, instance, False)
    if _parent is not None and not instance:
        _parent._mock_children[_name] = shown
    if is_type and not instance and "return_value" not in kwargs:
        mock.return_value = create_autospec(spec, spec_set, instance=True, _name="()", _parent=mock)
    _add_children(mock, shown, spec, spec_set, is_type, instance)
    return shown


def _class_for(spec, is_type, instance, given):
    if inspect.isdatadescriptor(spec):
        # What it gives is not known: anything goes.
        return MagicMock, {key: value for key, value in given.items() if key not in ("spec", "spec_set")}
    if is_type and instance and not instances_are_called(spec):
        return NonCallableMagicMock, given
    if not is_called(spec):
        return NonCallableMagicMock, given
    if isinstance(spec, FUNCTION_TYPES) and asyncio.iscoroutinefunction(spec):
        if instance:
            raise RuntimeError("Instance can not be True when create_autospec is mocking an async function")
        return AsyncMock, given
    return MagicMock, given


def _take_signature(mock, spec, instance, without_first):
    found = signature_of(spec, instance, without_first)
    if found is not None:
        mock.__dict__["_call_signature"] = found
        mock.__dict__["__signature__"] = found


def _add_children(mock, shown, spec, spec_set, is_type, instance):
    for entry in dir(spec):
        if is_dunder(entry):
            continue
        try:
            original = getattr(spec, entry)
        except AttributeError:
            continue
        if not isinstance(original, FUNCTION_TYPES):
            mock._mock_children[entry] = LazySpec(original, spec_set, mock, entry, instance)
            continue
        without_first = _is_method(spec, entry, is_type)
        made = AsyncMock if asyncio.iscoroutinefunction(original) else MagicMock
        child = made(parent=mock, name=entry, _new_name=entry, _new_parent=mock, _eat_self=without_first,
                     **{"spec_set" if spec_set else "spec": original})
        mock._mock_children[entry] = child
        child.return_value = made()
        _take_signature(child, original, False, without_first)
        if shown is not mock:
            setattr(shown, entry, child)


def _is_method(spec, entry, is_type):
    """Whether the first parameter of the entry is the object itself, so that no caller gives it."""
    if not is_type:
        if entry in getattr(spec, "__dict__", {}):
            return False
        spec = type(spec)
        bound = True
    else:
        bound = False
    for each in spec.__mro__:
        if entry in each.__dict__:
            found = each.__dict__[entry]
            if isinstance(found, (staticmethod, classmethod)):
                return False
            return not bound and isinstance(found, FUNCTION_TYPES)
    return not bound


_ASSERTS = ("assert_called_with", "assert_not_called", "assert_called_once_with", "assert_called_once", "assert_called",
            "assert_has_calls", "assert_any_call")
_AWAIT_ASSERTS = ("assert_awaited", "assert_awaited_once", "assert_awaited_with", "assert_awaited_once_with",
                  "assert_any_await", "assert_has_awaits", "assert_not_awaited")


def _as_function(mock, spec):
    """A function that calls the mock when the arguments fit, and through which the mock is configured and asked."""
    found = signature_of(spec)

    def function(*args, **kwargs):
        if found is not None:
            found.bind(*args, **kwargs)
        return mock(*args, **kwargs)

    for name in ("__name__", "__qualname__", "__module__"):
        if hasattr(spec, name):
            setattr(function, name, getattr(spec, name))
    if not function.__name__.isidentifier():
        function.__name__ = "funcopy"
    if found is not None:
        function.__signature__ = found
    function.mock = mock
    function.called = False
    function.call_count = 0
    function.call_args = None
    function.call_args_list = _CallList()
    function.method_calls = _CallList()
    function.mock_calls = _CallList()
    function.return_value = mock.return_value
    function.side_effect = mock.side_effect
    function._mock_children = mock._mock_children
    for name in _ASSERTS:
        setattr(function, name, getattr(mock, name))
    if is_async(spec):
        _add_awaits(function, mock)

    def reset_mock():
        function.method_calls = _CallList()
        function.mock_calls = _CallList()
        mock.reset_mock()
        value = function.return_value
        if is_mock(value) and value is not mock:
            value.reset_mock()

    function.reset_mock = reset_mock
    mock.__dict__["_mock_delegate"] = function
    return function


def _add_awaits(function, mock):
    # asyncio.iscoroutinefunction looks for it.
    function._is_coroutine = True
    function.await_count = 0
    function.await_args = None
    function.await_args_list = _CallList()
    for name in _AWAIT_ASSERTS:
        setattr(function, name, getattr(mock, name))


def seal(mock):
    """Makes it an error to get an attribute that the mock, or a child of it, does not have yet."""
    mock.__dict__["_mock_sealed"] = True
    for name in dir(mock):
        child = mock._mock_children.get(name)
        if child is GONE or isinstance(child, LazySpec):
            continue
        try:
            child = getattr(mock, name)
        except AttributeError:
            continue
        if is_mock(child) and child._mock_new_parent is mock:
            seal(child)


_FILE_NAMES = sorted({*dir(io.TextIOWrapper), *dir(io.BytesIO)})


def mock_open(mock=None, read_data=""):
    """A mock for open: what it returns is read from read_data, again from the start by each call."""
    if mock is None:
        mock = MagicMock(name="open", spec=open)
    handle = MagicMock(spec=_FILE_NAMES)
    source = None

    def rewind():
        nonlocal source
        source = io.StringIO(read_data) if isinstance(read_data, str) else io.BytesIO(bytes(read_data))

    def read(*args, **kwargs):
        return _or_else(handle.read, source.read, args, kwargs)

    def readline(*args, **kwargs):
        return _or_else(handle.readline, source.readline, args, kwargs)

    def readlines(*args, **kwargs):
        return _or_else(handle.readlines, source.readlines, args, kwargs)

    def lines():
        fixed = _given(handle.readline)
        while fixed is not None:
            yield fixed
        while line := source.readline():
            yield line

    def next_line():
        fixed = _given(handle.readline)
        return next(source) if fixed is None else fixed

    def opened(*args, **kwargs):
        rewind()
        if handle.readline.side_effect is not readline:
            handle.readline.side_effect = readline
        return DEFAULT

    rewind()
    handle.__enter__.return_value = handle
    handle.write.return_value = None
    handle.read.return_value = None
    handle.readline.return_value = None
    handle.readlines.return_value = None
    handle.read.side_effect = read
    handle.readline.side_effect = readline
    handle.readlines.side_effect = readlines
    handle.__iter__.side_effect = lines
    handle.__next__.side_effect = next_line
    mock.side_effect = opened
    mock.return_value = handle
    return mock


def _given(method):
    return method._mock_return_value


def _or_else(method, read, args, kwargs):
    fixed = _given(method)
    return read(*args, **kwargs) if fixed is None else fixed
