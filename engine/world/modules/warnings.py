"""Warnings. What they print is a report of the interpreter's own, unless sys.stderr was replaced."""

import sys

import _sys
import _traceback

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings"]

# (action, message pattern, category, module pattern, line number), the first that matches decides
filters = [
    ("default", None, DeprecationWarning, "__main__", 0),
    ("ignore", None, DeprecationWarning, None, 0),
    ("ignore", None, PendingDeprecationWarning, None, 0),
    ("ignore", None, ImportWarning, None, 0),
    ("ignore", None, ResourceWarning, None, 0),
]
defaultaction = "default"
_defaultaction = defaultaction
onceregistry = {}
_state = {"version": 1}
_ACTIONS = ("error", "ignore", "always", "default", "module", "once")


def _filters_mutated():
    _state["version"] += 1


class WarningMessage:
    _WARNING_DETAILS = ("message", "category", "filename", "lineno", "file", "line", "source")

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")


def formatwarning(message, category, filename, lineno, line=None):
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        line = _line_of(filename, lineno)
    line = line.strip() if line else ""
    return f"{text}  {line}\n" if line else text


def _line_of(filename, lineno):
    import linecache

    return linecache.getline(filename, lineno)


def showwarning(message, category, filename, lineno, file=None, line=None):
    text = formatwarning(message, category, filename, lineno, line)
    if file is None:
        _traceback.warned(category.__name__, str(message))
        if sys.stderr is sys.__stderr__:
            _sys.report(text)
            return
        file = sys.stderr
    if file is not None:
        file.write(text)


_showwarning_orig = showwarning


def _insert(item, append):
    if append:
        if item not in filters:
            filters.append(item)
    else:
        if item in filters:
            filters.remove(item)
        filters.insert(0, item)
    _filters_mutated()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(message, str), "message must be a string"
    assert isinstance(category, type), "category must be a class"
    assert issubclass(category, Warning), "category must be a Warning subclass"
    assert isinstance(module, str), "module must be a string"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    if message or module:
        import re

        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    else:
        message = module = None
    _insert((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    assert action in _ACTIONS, f"invalid action: {action!r}"
    assert isinstance(lineno, int) and lineno >= 0, "lineno must be an int >= 0"
    _insert((action, None, category, None, lineno), append)


def resetwarnings():
    filters[:] = []
    _filters_mutated()


def _matches(pattern, text):
    return pattern is None or (pattern == text if isinstance(pattern, str) else pattern.match(text) is not None)


def _action_for(text, category, module, lineno):
    for action, message, wanted, where, line in filters:
        if (issubclass(category, wanted) and _matches(message, text) and _matches(where, module)
                and line in (0, lineno)):
            return action
    return defaultaction


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    elif not (isinstance(category, type) and issubclass(category, Warning)):
        raise TypeError(f"category must be a Warning subclass, not '{type(category).__name__}'")
    frame = _sys.warning_frame(stacklevel)
    if frame is None:
        filename, lineno, names = "sys", 1, sys.__dict__
    else:
        filename, lineno, names = frame.f_code.co_filename, frame.f_lineno, frame.f_globals
    registry = names.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, names.get("__name__", "<string>"), registry, names, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    if module is None:
        module = filename or "<unknown>"
        if module.endswith(".py"):
            module = module[:-3]
    if registry is None:
        registry = {}
    if registry.get("version", 0) != _state["version"]:
        registry.clear()
        registry["version"] = _state["version"]
    if isinstance(message, Warning):
        text = str(message)
        category = message.__class__
    else:
        text = message
        message = category(message)
    key = (text, category, lineno)
    if registry.get(key):
        return
    action = _action_for(str(text), category, module, lineno)
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = True
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = True
    elif action == "module":
        registry[key] = True
        if registry.get((text, category, 0)):
            return
        registry[text, category, 0] = True
    elif action == "default":
        registry[key] = True
    elif action != "always":
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {filters}")
    _show(WarningMessage(message, category, filename, lineno, source=source))


def _show(msg):
    recording = _state.get("recording")
    if recording is not None and showwarning is _showwarning_orig:
        recording.append(msg)
    else:
        showwarning(msg.message, msg.category, msg.filename, msg.lineno, msg.file, msg.line)


_showwarnmsg = _show


class catch_warnings:
    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._filter = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        options = []
        if self._record:
            options.append("record=True")
        if self._module is not sys.modules["warnings"]:
            options.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(options)})"

    def __enter__(self):
        global showwarning
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        self._filters = filters[:]
        self._showwarning = showwarning
        self._recording = _state.get("recording")
        if self._filter is not None:
            simplefilter(*self._filter)
        _filters_mutated()
        if not self._record:
            return None
        log = []
        _state["recording"] = log
        showwarning = _showwarning_orig
        return log

    def __exit__(self, *exc_info):
        global showwarning
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        filters[:] = self._filters
        showwarning = self._showwarning
        _state["recording"] = self._recording
        _filters_mutated()
