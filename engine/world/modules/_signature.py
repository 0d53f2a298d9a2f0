"""Signature, Parameter and BoundArguments, for the module inspect."""

import _inspect


class _empty:
    __module__ = "inspect"


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = super().__new__(cls, value)
        self._name = name
        self.description = description
        return self

    name = property(lambda self: self._name)
    value = property(lambda self: int(self))

    def __str__(self):
        return self.description

    def __repr__(self):
        return f"<_ParameterKind.{self._name}: {int(self)}>"


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__origin__"):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


class Parameter:
    __module__ = "inspect"
    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if not isinstance(kind, int) or not 0 <= kind <= 4:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{kind.description} parameters cannot have default values")
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name
        self._kind = kind
        self._default = default
        self._annotation = annotation

    name = property(lambda self: self._name)
    kind = property(lambda self: self._kind)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)

    def replace(self, *, name=None, kind=None, annotation=True, default=True):
        return type(self)(self._name if name is None else name, self._kind if kind is None else kind,
                          default=self._default if default is True else default,
                          annotation=self._annotation if annotation is True else annotation)

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text += (" = " if self._annotation is not _empty else "=") + repr(self._default)
        return "*" + text if self._kind is _VAR_POSITIONAL else "**" + text if self._kind is _VAR_KEYWORD else text

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name == other._name and self._kind == other._kind and self._default == other._default
                and self._annotation == other._annotation)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))


class BoundArguments:
    __module__ = "inspect"
    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    signature = property(lambda self: self._signature)

    @property
    def args(self):
        values = []
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if parameter.kind is _VAR_POSITIONAL:
                values.extend(self.arguments[name])
            else:
                values.append(self.arguments[name])
        return tuple(values)

    @property
    def kwargs(self):
        values = {}
        by_name = False
        for name, parameter in self._signature.parameters.items():
            if parameter.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if parameter.kind is _VAR_KEYWORD:
                values.update(self.arguments[name])
            else:
                values[name] = self.arguments[name]
        return values

    def apply_defaults(self):
        complete = {}
        for name, parameter in self._signature.parameters.items():
            if name in self.arguments:
                complete[name] = self.arguments[name]
            elif parameter.default is not _empty:
                complete[name] = parameter.default
            elif parameter.kind is _VAR_POSITIONAL:
                complete[name] = ()
            elif parameter.kind is _VAR_KEYWORD:
                complete[name] = {}
        self.arguments = complete

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    __hash__ = None

    def __repr__(self):
        return f"<{type(self).__name__} ({', '.join([f'{n}={v!r}' for n, v in self.arguments.items()])})>"


class Signature:
    __module__ = "inspect"
    __slots__ = ("_return_annotation", "_parameters")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        made = {}
        last = _POSITIONAL_ONLY
        has_default = False
        for parameter in parameters or ():
            kind = parameter.kind
            if kind < last:
                raise ValueError(f"wrong parameter order: {last.description} parameter before "
                                 f"{kind.description} parameter")
            last = kind
            if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                if parameter.default is not _empty:
                    has_default = True
                elif has_default:
                    raise ValueError("non-default argument follows default argument")
            if parameter.name in made:
                raise ValueError(f"duplicate parameter name: {parameter.name!r}")
            made[parameter.name] = parameter
        self._parameters = made
        self._return_annotation = return_annotation

    @property
    def parameters(self):
        return _inspect.read_only(self._parameters)

    return_annotation = property(lambda self: self._return_annotation)

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _from_callable(obj, follow_wrapped, cls)

    def replace(self, *, parameters=None, return_annotation=True):
        return type(self)(self._parameters.values() if parameters is None else parameters,
                          return_annotation=self._return_annotation if return_annotation is True else return_annotation)

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        mine, theirs = self._parameters, other._parameters
        return (self._return_annotation == other._return_annotation and mine == theirs
                and [n for n, p in mine.items() if p.kind is not _KEYWORD_ONLY]
                == [n for n, p in theirs.items() if p.kind is not _KEYWORD_ONLY])

    def __hash__(self):
        return hash((tuple(self._parameters.values()), self._return_annotation))

    def __repr__(self):
        return f"<{type(self).__name__} {self}>"

    def __str__(self):
        parts = []
        slash_due = False
        star_due = True
        for parameter in self._parameters.values():
            kind = parameter.kind
            if kind is _POSITIONAL_ONLY:
                slash_due = True
            elif slash_due:
                parts.append("/")
                slash_due = False
            if kind is _VAR_POSITIONAL:
                star_due = False
            elif kind is _KEYWORD_ONLY and star_due:
                parts.append("*")
                star_due = False
            parts.append(str(parameter))
        if slash_due:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self._return_annotation is not _empty:
            text += f" -> {formatannotation(self._return_annotation)}"
        return text

    def bind(self, /, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        arguments = {}
        values = list(args)
        kwargs = dict(kwargs)
        var_keyword = None
        left = list(self._parameters.values())
        while left:
            parameter = left[0]
            kind = parameter.kind
            if kind is _VAR_POSITIONAL:
                if values:
                    arguments[parameter.name] = tuple(values)
                    values = []
                left.pop(0)
                continue
            if kind in (_KEYWORD_ONLY, _VAR_KEYWORD) or not values:
                break
            if parameter.name in kwargs and kind is not _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {parameter.name!r}")
            arguments[parameter.name] = values.pop(0)
            left.pop(0)
        if values:
            raise TypeError("too many positional arguments")
        for parameter in left:
            name, kind = parameter.name, parameter.kind
            if kind is _VAR_KEYWORD:
                var_keyword = name
            elif kind is _VAR_POSITIONAL:
                continue
            elif name in kwargs and kind is not _POSITIONAL_ONLY:
                arguments[name] = kwargs.pop(name)
            elif kind is _POSITIONAL_ONLY and name in kwargs:
                raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
            elif not partial and parameter.default is _empty:
                raise TypeError(f"missing a required argument: {name!r}")
        if kwargs:
            if var_keyword is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[var_keyword] = kwargs
        return BoundArguments(self, arguments)


def _of_function(function, cls):
    code = function.__code__
    names = code.co_varnames
    positional = code.co_argcount
    only = code.co_posonlyargcount
    defaults = function.__defaults__ or ()
    annotations = function.__annotations__
    first_default = positional - len(defaults)
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))

    for place in range(positional):
        default = defaults[place - first_default] if place >= first_default else _empty
        add(names[place], _POSITIONAL_ONLY if place < only else _POSITIONAL_OR_KEYWORD, default)
    keyword_only = names[positional:positional + code.co_kwonlyargcount]
    at = positional + len(keyword_only)
    if code.co_flags & 4:
        add(names[at], _VAR_POSITIONAL)
        at += 1
    kw_defaults = function.__kwdefaults__ or {}
    for name in keyword_only:
        add(name, _KEYWORD_ONLY, kw_defaults.get(name, _empty))
    if code.co_flags & 8:
        add(names[at], _VAR_KEYWORD)
    return cls(parameters, return_annotation=annotations.get("return", _empty))


def _of_native(function, cls):
    parameters = []
    for name, kind, default in _inspect.native_parameters(function, _empty):
        parameters.append(Parameter(name, kind, default=default))
    return cls(parameters)


def _without_first(found):
    parameters = list(found.parameters.values())
    if not parameters or parameters[0].kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
        raise ValueError("invalid method signature")
    if parameters[0].kind is not _VAR_POSITIONAL:
        parameters = parameters[1:]
    return found.replace(parameters=parameters)


def _of_partial(partial, found):
    try:
        bound = found.bind_partial(*partial.args, **partial.keywords)
    except TypeError as e:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from e
    parameters = []
    keyword_only = False
    for name, parameter in found.parameters.items():
        if name in partial.keywords and parameter.kind is not _VAR_KEYWORD:
            keyword_only = True
            parameters.append(parameter.replace(kind=_KEYWORD_ONLY, default=partial.keywords[name]))
        elif name in bound.arguments and parameter.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            continue
        elif keyword_only and parameter.kind is _POSITIONAL_OR_KEYWORD:
            parameters.append(parameter.replace(kind=_KEYWORD_ONLY))
        elif not (keyword_only and parameter.kind is _VAR_POSITIONAL):
            parameters.append(parameter)
    return found.replace(parameters=parameters)


def _of_class(cls, follow_wrapped, made):
    meta_call = type(cls).__dict__.get("__call__")
    if type(cls) is not type and meta_call is not None and hasattr(meta_call, "__code__"):
        return _without_first(_from_callable(meta_call, follow_wrapped, made))
    for each in cls.__mro__[:-1]:
        names = each.__dict__
        maker = names.get("__new__")
        if maker is not None and hasattr(getattr(maker, "__func__", maker), "__code__"):
            return _without_first(_from_callable(getattr(maker, "__func__", maker), follow_wrapped, made))
        init = names.get("__init__")
        if init is not None and hasattr(init, "__code__"):
            return _without_first(_from_callable(init, follow_wrapped, made))
        if maker is not None:
            return _without_first(_of_native(maker, made))
    return made()


def _from_callable(obj, follow_wrapped=True, cls=Signature):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if type(obj).__name__ == "method":
        return _without_first(_from_callable(obj.__func__, follow_wrapped, cls))
    if follow_wrapped:
        while hasattr(obj, "__wrapped__") and not hasattr(obj, "__signature__"):
            obj = obj.__wrapped__
        if type(obj).__name__ == "method":
            return _from_callable(obj, follow_wrapped, cls)
    own = getattr(obj, "__signature__", None)
    if isinstance(own, Signature):
        return own
    if hasattr(obj, "__code__"):
        return _of_function(obj, cls)
    if type(obj).__name__ == "partial" and hasattr(obj, "keywords"):
        return _of_partial(obj, _from_callable(obj.func, follow_wrapped, cls))
    if isinstance(obj, type):
        return _of_class(obj, follow_wrapped, cls)
    if type(obj).__name__ in ("builtin_function_or_method", "method_descriptor"):
        return _of_native(obj, cls)
    call = getattr(type(obj), "__call__", None)
    if call is not None:
        return _without_first(_from_callable(call, follow_wrapped, cls))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    return _from_callable(obj, follow_wrapped)
