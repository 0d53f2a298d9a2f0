"""Models: classes whose annotations say what their fields must be."""

import types
import typing


class ValidationError(ValueError):
    def __init__(self, title, errors):
        self.title = title
        self._errors = errors
        lines = [f"{len(errors)} validation error{'s' if len(errors) > 1 else ''} for {title}"]
        for each in errors:
            lines += [".".join([str(part) for part in each["loc"]]), f"  {each['msg']} [type={each['type']}]"]
        super().__init__("\n".join(lines))

    def errors(self):
        return self._errors


class _Missing:
    def __repr__(self):
        return "PydanticUndefined"


_MISSING = _Missing()


class FieldInfo:
    def __init__(self, default=_MISSING, default_factory=None, **limits):
        self.default = default
        self.default_factory = default_factory
        self.limits = limits


def Field(default=_MISSING, *, default_factory=None, **limits):
    return FieldInfo(None if default is ... else default, default_factory, **limits) if default is not ... else \
        FieldInfo(_MISSING, default_factory, **limits)


class Problem(Exception):
    def __init__(self, kind, message):
        super().__init__(message)
        self.kind = kind


def convert(kind, value):
    """The value as the annotation wants it; Problem if it cannot be."""
    if kind is typing.Any or kind is object:
        return value
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Union or isinstance(kind, types.UnionType):
        if value is None and type(None) in args:
            return None
        for each in args:
            try:
                return convert(each, value)
            except Problem as problem:
                last = problem
        raise last
    if origin in (list, set, tuple):
        if not isinstance(value, (list, tuple, set)):
            raise Problem(f"{origin.__name__}_type", f"Input should be a valid {origin.__name__}")
        return origin([convert(args[0] if args else typing.Any, each) for each in value])
    if origin is dict:
        return dict(value)
    if origin is not None:
        return value
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return value if isinstance(value, kind) else kind(**value)
    if kind is int or kind is float:
        name = "integer" if kind is int else "number"
        try:
            made = kind(value) if not isinstance(value, (list, dict, type(None))) else None
        except (TypeError, ValueError):
            made = None
        if made is None:
            raise Problem("int_parsing" if kind is int else "float_parsing",
                          f"Input should be a valid {name}, unable to parse string as {'an integer' if kind is int else 'a number'}"
                          if isinstance(value, str) else f"Input should be a valid {name}")
        return made
    if kind is bool:
        return value in (True, "true", "True", "1", 1, "yes", "on")
    if kind is str and not isinstance(value, str):
        raise Problem("string_type", "Input should be a valid string")
    return value


class BaseModel:
    def __init__(self, **data):
        errors = []
        for name, kind in self._fields().items():
            default = getattr(type(self), name, _MISSING)
            if name in data:
                try:
                    value = convert(kind, data[name])
                    _check_limits(default, value)
                except Problem as problem:
                    errors.append({"type": problem.kind, "loc": (name,), "msg": str(problem), "input": data[name]})
                    continue
            else:
                value = _default(default)
                if value is _MISSING:
                    errors.append({"type": "missing", "loc": (name,), "msg": "Field required", "input": data})
                    continue
            self.__dict__[name] = value
        if errors:
            raise ValidationError(type(self).__name__, errors)

    @classmethod
    def _fields(cls):
        made = {}
        for each in reversed(cls.__mro__):
            made.update(each.__dict__.get("__annotations__", {}))
        return {name: kind for name, kind in made.items() if not name.startswith("_") and name != "model_config"}

    def model_dump(self, **options):
        return {name: _plain(value) for name, value in self.__dict__.items()}

    dict = model_dump

    def model_dump_json(self, **options):
        import json

        return json.dumps(self.model_dump())

    json = model_dump_json

    @classmethod
    def model_validate(cls, data):
        return cls(**data)

    parse_obj = model_validate

    @classmethod
    def model_validate_json(cls, text):
        import json

        return cls(**json.loads(text))

    def model_copy(self, *, update=None):
        return type(self)(**{**self.__dict__, **(update or {})})

    copy = model_copy

    def __repr__(self):
        return f"{type(self).__name__}(" + ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()]) + ")"

    def __str__(self):
        return " ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])

    def __eq__(self, other):
        return type(self) is type(other) and self.__dict__ == other.__dict__


def _default(default):
    if isinstance(default, FieldInfo):
        return default.default_factory() if default.default_factory else default.default
    return list(default) if type(default) is list else default


def _check_limits(default, value):
    if not isinstance(default, FieldInfo):
        return
    for name, fits, text in (("gt", lambda limit: value > limit, "greater than"),
                             ("ge", lambda limit: value >= limit, "greater than or equal to"),
                             ("lt", lambda limit: value < limit, "less than"),
                             ("le", lambda limit: value <= limit, "less than or equal to")):
        limit = default.limits.get(name)
        if limit is not None and not fits(limit):
            raise Problem(name, f"Input should be {text} {limit}")


def _plain(value):
    if isinstance(value, BaseModel):
        return value.model_dump()
    if isinstance(value, (list, tuple)):
        return [_plain(each) for each in value]
    return value
