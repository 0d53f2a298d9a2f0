"""Looking at live objects: what they are, what they take, where they come from."""

import sys

import _inspect
import _traceback
from _types import FrameType as _FrameType

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512


def _function():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


class _Class:
    def method(self):
        pass


_FunctionType = type(_function)
_CodeType = type(_function.__code__)
_GeneratorType = type(_function())
_unused = _coroutine()
_CoroutineType = type(_unused)
_unused.close()
del _unused
_AsyncGeneratorType = type(_async_generator())
_MethodType = type(_Class().method)
_BuiltinType = type(len)
_MethodDescriptorType = type(str.join)
_ModuleType = type(sys)
_PropertyType = property


# ---- what an object is -----------------------------------------------------------------------------------------


def ismodule(object):
    return isinstance(object, _ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, _MethodType)


def isfunction(object):
    return isinstance(object, _FunctionType)


def isbuiltin(object):
    return isinstance(object, _BuiltinType)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def iscode(object):
    return isinstance(object, _CodeType)


def isframe(object):
    return type(object).__name__ == "frame"


def istraceback(object):
    return type(object).__name__ == "traceback"


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def ismethoddescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    if isinstance(object, _MethodDescriptorType):
        return True
    return hasattr(type(object), "__get__") and not hasattr(type(object), "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return isinstance(object, property) or hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isgetsetdescriptor(object):
    return type(object).__name__ == "getset_descriptor"


def ismemberdescriptor(object):
    return type(object).__name__ == "member_descriptor"


def _behind(object):
    """The function behind methods and partials."""
    while True:
        if ismethod(object):
            object = object.__func__
        elif type(object).__name__ == "partial" and hasattr(object, "func"):
            object = object.func
        else:
            return object


def _has_flag(object, flag):
    object = _behind(object)
    if isfunction(object):
        return bool(object.__code__.co_flags & flag)
    # What looks like a function is taken for one.
    code = getattr(object, "__code__", None)
    return (code is not None and callable(object) and isinstance(getattr(object, "__name__", None), str)
            and isinstance(code, _CodeType) and bool(code.co_flags & flag))


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


def isgenerator(object):
    return isinstance(object, _GeneratorType)


def iscoroutine(object):
    return isinstance(object, _CoroutineType)


def isasyncgen(object):
    return isinstance(object, _AsyncGeneratorType)


def isawaitable(object):
    return (iscoroutine(object) or isgenerator(object) and _inspect.is_iterable_coroutine(object)
            or hasattr(type(object), "__await__"))


# ---- states ----------------------------------------------------------------------------------------------------

GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"


def _state(running, suspended, frame, prefix):
    if running:
        return prefix + "RUNNING"
    if suspended:
        return prefix + "SUSPENDED"
    return prefix + ("CLOSED" if frame is None else "CREATED")


def getgeneratorstate(generator):
    return _state(generator.gi_running, generator.gi_suspended, generator.gi_frame, "GEN_")


def getcoroutinestate(coroutine):
    return _state(coroutine.cr_running, coroutine.cr_suspended, coroutine.cr_frame, "CORO_")


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinelocals(coroutine):
    frame = getattr(coroutine, "cr_frame", None)
    return {} if frame is None else frame.f_locals


# ---- members and documentation ---------------------------------------------------------------------------------


def getmembers(object, predicate=None):
    results = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            results.append((name, value))
    return results


_missing = object()


def getattr_static(obj, attr, default=_missing):
    if isinstance(obj, type):
        places = obj.__mro__
    else:
        own = getattr(obj, "__dict__", None)
        if isinstance(own, dict) and attr in own:
            return own[attr]
        places = type(obj).__mro__
    for each in places:
        if attr in each.__dict__:
            return each.__dict__[attr]
    if default is _missing:
        raise AttributeError(attr)
    return default


def getmembers_static(object, predicate=None):
    found = [(name, getattr_static(object, name)) for name in sorted(set(dir(object)))]
    return [pair for pair in found if predicate is None or predicate(pair[1])]


def getmro(cls):
    return cls.__mro__


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    indents = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    margin = min(indents) if indents else 0
    lines = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = getattr(object, "__doc__", None)
    if doc is None and isclass(object):
        for base in object.__mro__[1:]:
            if base.__name__ != "object" and base.__doc__ is not None:
                doc = base.__doc__
                break
    if doc is None and (ismethod(object) or isfunction(object)) and "." in object.__qualname__:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(method):
    owner = type(method.__self__) if ismethod(method) else sys.modules.get(method.__module__)
    if not ismethod(method):
        for name in method.__qualname__.split(".")[:-1]:
            owner = getattr(owner, name, None)
        if not isclass(owner):
            return None
    for base in owner.__mro__:
        doc = getattr(getattr(base, method.__name__, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getcomments(object):
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    above = []
    at = number - 1
    while at >= 0 and lines[at].lstrip().startswith("#"):
        above.insert(0, lines[at].strip() + "\n")
        at -= 1
    return "".join(above) or None


# ---- source ----------------------------------------------------------------------------------------------------


def _code_of(object):
    object = _behind(unwrap(object)) if callable(object) and not isclass(object) else object
    if isfunction(object):
        return object.__code__
    if iscode(object):
        return object
    if isframe(object):
        return object.f_code
    if istraceback(object):
        return object.tb_frame.f_code
    if hasattr(object, "cr_code"):
        return object.cr_code
    if hasattr(object, "gi_code"):
        return object.gi_code
    return None


def _refuse(object):
    raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                    f"{type(object).__name__}")


def getfile(object):
    if ismodule(object):
        file = getattr(object, "__file__", None)
        if file:
            return file
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        module = sys.modules.get(object.__module__)
        file = getattr(module, "__file__", None)
        if file:
            return file
        raise TypeError(f"{object!r} is a built-in class")
    code = _code_of(object)
    if code is None:
        _refuse(object)
    return code.co_filename


def getsourcefile(object):
    return getfile(object)


def getabsfile(object, _filename=None):
    return getfile(object)


def getmodulename(path):
    name = path.rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getmodule(object, _filename=None):
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    return sys.modules.get("__main__") if _code_of(object) is not None else None


def findsource(object):
    """All lines of the object's file, and the number of its first line, from 0."""
    if isclass(object):
        main = sys.modules["__main__"] if object.__module__ == "__main__" else None
        text = None if main is None else _inspect.main_source()
        if text is None:
            raise OSError("source code not available")
        return text.splitlines(True), _find_class(text.splitlines(), object.__qualname__)
    if ismodule(object):
        text = _inspect.main_source() if object.__name__ == "__main__" else None
        if text is None:
            raise OSError("source code not available")
        return text.splitlines(True), 0
    code = _code_of(object)
    if code is None:
        _refuse(object)
    text = _traceback.source_text(code)
    if text is None:
        raise OSError("could not get source code")
    return text.splitlines(True), max(code.co_firstlineno - 1, 0)


def _find_class(lines, qualname):
    """Where a class statement stands: nested ones are looked for inside the outer ones."""
    start = 0
    found = None
    for name in qualname.split("."):
        if name == "<locals>":
            continue
        for at in range(start, len(lines)):
            text = lines[at].lstrip()
            kinds = ("class ", "def ", "async def ")
            if any([text.startswith(kind + name) and not (text[len(kind + name):] + " ")[0].isidentifier()
                    for kind in kinds]):
                found = at
                start = at + 1
                break
        else:
            raise OSError("could not find class definition")
    while found and lines[found - 1].lstrip().startswith("@"):
        found -= 1
    return found


class EndOfBlock(Exception):
    pass


def getblock(lines):
    """The lines of the statement that begins with the first one."""
    depth = 0
    quote = None
    indent = len(lines[0]) - len(lines[0].lstrip())
    in_header = True
    last = 0
    for number, line in enumerate(lines):
        stripped = line.strip()
        level = len(line) - len(line.lstrip())
        if not in_header and quote is None and not depth and stripped and level <= indent:
            if not stripped.startswith("#"):
                break
            if level < indent or level == indent and not in_header:
                break
        at = 0
        while at < len(line):
            three = line[at:at + 3]
            if quote:
                if line[at] == "\\":
                    at += 1
                elif line.startswith(quote, at):
                    at += len(quote) - 1
                    quote = None
            elif three in ('"""', "'''"):
                quote = three
                at += 2
            elif line[at] in "\"'":
                quote = line[at]
            elif line[at] == "#":
                break
            elif line[at] in "([{":
                depth += 1
            elif line[at] in ")]}":
                depth -= 1
            at += 1
        if quote and len(quote) == 1:
            quote = None
        if stripped and (quote or not stripped.startswith("#") or level > indent):
            last = number
        if in_header and not depth and quote is None and stripped and not stripped.startswith(("@", "#")):
            code = stripped.split("#")[0].rstrip()
            is_block = stripped.startswith(("def ", "async ", "class "))
            if is_block and not code.endswith(":") or not is_block:
                return lines[:number + 1]
            in_header = False
    return lines[:last + 1]


def getsourcelines(object):
    object = unwrap(object) if callable(object) and not isclass(object) else object
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or isframe(object) and object.f_code.co_name == "<module>":
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    return "".join(getsourcelines(object)[0])


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


# ---- stacks ----------------------------------------------------------------------------------------------------


class FrameInfo(tuple):
    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, (frame, filename, lineno, function, code_context, index))
        self.positions = positions
        return self

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return (f"FrameInfo(frame={self[0]!r}, filename={self[1]!r}, lineno={self[2]!r}, function={self[3]!r}, "
                f"code_context={self[4]!r}, index={self[5]!r}, positions={self.positions!r})")


class Traceback(tuple):
    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = super().__new__(cls, (filename, lineno, function, code_context, index))
        self.positions = positions
        return self

    filename = property(lambda self: self[0])
    lineno = property(lambda self: self[1])
    function = property(lambda self: self[2])
    code_context = property(lambda self: self[3])
    index = property(lambda self: self[4])

    def __repr__(self):
        return (f"Traceback(filename={self[0]!r}, lineno={self[1]!r}, function={self[2]!r}, "
                f"code_context={self[3]!r}, index={self[4]!r}, positions={self.positions!r})")


def currentframe():
    return sys._getframe()


def getlineno(frame):
    return frame.f_lineno


def getframeinfo(frame, context=1):
    lineno = frame.f_lineno
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    code = frame.f_code
    lines = index = None
    if context > 0:
        text = _traceback.source_text(code)
        if text is not None:
            all_lines = text.splitlines(True)
            start = max(0, min(lineno - 1 - context // 2, len(all_lines) - context))
            lines = all_lines[start:start + context]
            index = lineno - 1 - start
    return Traceback(code.co_filename, lineno, code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        info = getframeinfo(tb.tb_frame, context)
        found.append(FrameInfo(tb.tb_frame, info[0], tb.tb_lineno, *info[2:]))
        tb = tb.tb_next
    return found


def stack(context=1):
    return getouterframes(sys._getframe(), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)


def unwrap(func, *, stop=None):
    seen = {id(func)}
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError("wrapper loop when unwrapping {!r}".format(func))
        seen.add(id(func))
    return func


# ---- signatures ------------------------------------------------------------------------------------------------

from _signature import (
    BoundArguments,
    Parameter,
    Signature,
    _empty,
    _ParameterKind,
    formatannotation,
    signature,
)


class FullArgSpec(tuple):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __repr__(self):
        return "FullArgSpec(" + ", ".join([f"{name}={value!r}" for name, value in zip(self._fields, self)]) + ")"


for _place, _name in enumerate(FullArgSpec._fields):
    setattr(FullArgSpec, _name, property(lambda self, place=_place: self[place]))


def getfullargspec(func):
    try:
        found = signature(func, follow_wrapped=False)
    except Exception as e:
        raise TypeError("unsupported callable") from e
    args, kwonly, defaults, kwdefaults, annotations = [], [], [], {}, {}
    varargs = varkw = None
    # Unlike signature(), this counts the object that a method is bound to.
    if ismethod(func):
        args.append(func.__func__.__code__.co_varnames[0])
    for name, each in found.parameters.items():
        if each.kind in (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD):
            args.append(name)
            if each.default is not _empty:
                defaults.append(each.default)
        elif each.kind is Parameter.VAR_POSITIONAL:
            varargs = name
        elif each.kind is Parameter.KEYWORD_ONLY:
            kwonly.append(name)
            if each.default is not _empty:
                kwdefaults[name] = each.default
        else:
            varkw = name
        if each.annotation is not _empty:
            annotations[name] = each.annotation
    if found.return_annotation is not _empty:
        annotations["return"] = found.return_annotation
    return FullArgSpec((args, varargs, varkw, tuple(defaults) or None, kwonly, kwdefaults or None, annotations))


def getcallargs(func, /, *positional, **named):
    if ismethod(func):
        positional = (func.__self__, *positional)
        func = func.__func__
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)


class ClosureVars(tuple):
    nonlocals = property(lambda self: self[0])
    globals = property(lambda self: self[1])
    builtins = property(lambda self: self[2])
    unbound = property(lambda self: self[3])

    def __repr__(self):
        return (f"ClosureVars(nonlocals={self[0]!r}, globals={self[1]!r}, builtins={self[2]!r}, "
                f"unbound={self[3]!r})")


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    if isinstance(obj, type):
        found = obj.__dict__.get("__annotations__")
    elif callable(obj) or ismodule(obj):
        found = getattr(obj, "__annotations__", None)
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    found = dict(found) if found else {}
    if eval_str:
        names = globals if globals is not None else getattr(unwrap(obj), "__globals__", None) or \
            vars(sys.modules[obj.__module__])
        found = {key: eval(value, names, locals) if isinstance(value, str) else value for key, value in found.items()}
    return found






def walktree(classes, children, parent):
    results = []
    classes.sort(key=lambda cls: (cls.__module__, cls.__name__))
    for cls in classes:
        results.append((cls, cls.__bases__))
        if cls in children:
            results.append(walktree(children[cls], children, cls))
    return results
