"""Classes that hold data: their methods are written for them."""

from _types import run_library as _run_library
from types import FunctionType, GenericAlias, MappingProxyType

__all__ = [
    "dataclass", "field", "Field", "FrozenInstanceError", "InitVar", "KW_ONLY", "MISSING", "fields", "asdict", "astuple",
    "make_dataclass", "replace", "is_dataclass",
]


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    def __repr__(self):
        return "<factory>"


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()

_FIELDS = "__dataclass_fields__"
_PARAMS = "__dataclass_params__"


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FieldKind("_FIELD")
_FIELD_CLASSVAR = _FieldKind("_FIELD_CLASSVAR")
_FIELD_INITVAR = _FieldKind("_FIELD_INITVAR")


class InitVar:
    __slots__ = ("type",)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) and not isinstance(self.type, GenericAlias) else repr(self.type)
        return f"dataclasses.InitVar[{name}]"

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ("name", "type", "default", "default_factory", "repr", "hash", "init", "compare", "metadata", "kw_only",
                 "_field_type")

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (
            f"Field(name={self.name!r},type={self.type!r},default={self.default!r},"
            f"default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},"
            f"compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},_field_type={self._field_type})"
        )

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), "__set_name__", None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ("init", "repr", "eq", "order", "unsafe_hash", "frozen")

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        return "_DataclassParams(" + ",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__) + ")"


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# ---- the fields of a class -----------------------------------------------------------------------------------------

def _string_means(annotation, cls, wanted, module_name):
    """Whether an annotation given as text names what `wanted` is in the module it should come from."""
    prefix = annotation.split("[")[0].strip()
    if not all(part.isidentifier() for part in prefix.split(".")):
        return False
    import sys

    module = sys.modules.get(cls.__module__)
    names = module.__dict__ if module is not None else {}
    first, _, rest = prefix.partition(".")
    if not rest:
        return names.get(first) is wanted
    holder = names.get(first)
    return getattr(holder, "__name__", None) == module_name and getattr(holder, rest, None) is wanted


def _is_classvar(annotation, cls):
    if isinstance(annotation, str):
        if "ClassVar" not in annotation:
            return False
        import typing

        return _string_means(annotation, cls, typing.ClassVar, "typing")
    # Who has no typing.ClassVar has not imported typing.
    kind = type(annotation)
    if kind.__module__ != "typing":
        return False
    import typing

    return annotation is typing.ClassVar or getattr(annotation, "__origin__", None) is typing.ClassVar


def _is_initvar(annotation, cls):
    if isinstance(annotation, str):
        return "InitVar" in annotation and _string_means(annotation, cls, InitVar, "dataclasses")
    return annotation is InitVar or type(annotation) is InitVar


def _is_kw_only(annotation, cls):
    if isinstance(annotation, str):
        return "KW_ONLY" in annotation and _string_means(annotation, cls, KW_ONLY, "dataclasses")
    return annotation is KW_ONLY


def _get_field(cls, name, annotation, default_kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    if _is_classvar(annotation, cls):
        f._field_type = _FIELD_CLASSVAR
    elif _is_initvar(annotation, cls):
        f._field_type = _FIELD_INITVAR
    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f"field {name} cannot have a default factory")
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f"field {name} is a ClassVar but specifies kw_only")
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f"mutable default {type(f.default)} for field {name} is not allowed: use default_factory")
    return f


def _collect_fields(cls, kw_only, frozen):
    """All fields by name, those of base classes first."""
    fields = {}
    any_frozen_base = has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            fields.update(base_fields)
            any_frozen_base = any_frozen_base or getattr(base, _PARAMS).frozen
    own = []
    kw_only_seen = False
    for name, annotation in cls.__dict__.get("__annotations__", {}).items():
        if _is_kw_only(annotation, cls):
            if kw_only_seen:
                raise TypeError(f"{name!r} is KW_ONLY, but KW_ONLY has already been specified")
            kw_only_seen = kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get("__annotations__", {}):
            raise TypeError(f"{name!r} is a field but has no type annotation")
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
        if not any_frozen_base and frozen:
            raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    return fields


# ---- writing methods -----------------------------------------------------------------------------------------------

class _Writer:
    """Collects the text of methods, and what it refers to; then makes them all at once."""

    def __init__(self, cls):
        self.cls = cls
        self.names = {"_FACTORY": _HAS_DEFAULT_FACTORY, "_set": object.__setattr__, "_class": cls,
                      "_FrozenError": FrozenInstanceError, "__name__": cls.__module__}
        self.lines = []
        self.methods = []

    def add(self, name, parameters, body, target=None):
        self.lines.append(f"def {name}({parameters}):")
        self.lines += [" " + line for line in body]
        self.methods.append(name)

    def make(self):
        if not self.lines:
            return {}
        _run_library("\n".join(self.lines) + "\n", self.names)
        made = {name: self.names[name] for name in self.methods}
        for name, function in made.items():
            function.__qualname__ = f"{self.cls.__qualname__}.{name}"
        return made


def _write_init(writer, standard, keyword_only, frozen, has_post_init, self_name, slots):
    seen_default = False
    for f in standard:
        if f.init:
            if f.default is not MISSING or f.default_factory is not MISSING:
                seen_default = True
            elif seen_default:
                raise TypeError(f"non-default argument {f.name!r} follows default argument")

    def parameter(f):
        if f.default is MISSING and f.default_factory is MISSING:
            return f.name
        if f.default is not MISSING:
            writer.names[f"_dflt_{f.name}"] = f.default
            return f"{f.name}=_dflt_{f.name}"
        return f"{f.name}=_FACTORY"

    parameters = [self_name] + [parameter(f) for f in standard if f.init]
    named = [parameter(f) for f in keyword_only if f.init]
    if named:
        parameters += ["*"] + named
    body = []
    for f in standard + keyword_only:
        value = _init_value(writer, f, slots)
        if value is not None:
            body.append(f"_set({self_name},{f.name!r},{value})" if frozen else f"{self_name}.{f.name}={value}")
    if has_post_init:
        arguments = ",".join(f.name for f in standard + keyword_only if f._field_type is _FIELD_INITVAR)
        body.append(f"{self_name}.__post_init__({arguments})")
    writer.add("__init__", ", ".join(parameters), body or ["pass"])


def _init_value(writer, f, slots):
    """The expression that a field is set to, or None if __init__ does not set it."""
    if f.default_factory is not MISSING:
        writer.names[f"_factory_{f.name}"] = f.default_factory
        if f.init:
            value = f"_factory_{f.name}() if {f.name} is _FACTORY else {f.name}"
        else:
            value = f"_factory_{f.name}()"
    elif f.init:
        value = f.name
    elif slots and f.default is not MISSING:
        writer.names[f"_dflt_{f.name}"] = f.default
        value = f"_dflt_{f.name}"
    else:
        return None
    return None if f._field_type is _FIELD_INITVAR else value


def _tuple_text(obj, fields):
    return "(" + "".join(f"{obj}.{f.name}," for f in fields) + ")"


def _repr_of(fields):
    running = set()
    names = [f.name for f in fields]

    def __repr__(self):
        key = id(self)
        if key in running:
            return "..."
        running.add(key)
        try:
            shown = ", ".join([f"{name}={getattr(self, name)!r}" for name in names])
        finally:
            running.discard(key)
        return f"{self.__class__.__qualname__}({shown})"

    return __repr__


def _write_frozen(writer, fields):
    names = "(" + "".join(f"{f.name!r}," for f in fields) + ")"
    check = f"if type(self) is _class or name in {names}:"
    writer.add("__setattr__", "self, name, value", [
        check, ' raise _FrozenError(f"cannot assign to field {name!r}")', "super(_class, self).__setattr__(name, value)"])
    writer.add("__delattr__", "self, name", [
        check, ' raise _FrozenError(f"cannot delete field {name!r}")', "super(_class, self).__delattr__(name)"])


def _add_method(cls, name, function):
    """True if the class has such a method already, which then stays."""
    if name in cls.__dict__:
        return True
    if isinstance(function, FunctionType):
        function.__qualname__ = f"{cls.__qualname__}.{function.__name__}"
    setattr(cls, name, function)
    return False


def _doc_of(cls, init_fields):
    def text_of(annotation):
        if isinstance(annotation, type) and not isinstance(annotation, GenericAlias):
            if annotation.__module__ in ("builtins", cls.__module__):
                return annotation.__qualname__
            return f"{annotation.__module__}.{annotation.__qualname__}"
        if getattr(type(annotation), "__module__", None) == "typing":
            return repr(annotation).replace("typing.", "")
        return repr(annotation)

    parts = []
    for f in init_fields:
        if f.kw_only and "*" not in parts:
            parts.append("*")
        text = f"{f.name}: {text_of(f.type)}"
        if f.default is not MISSING:
            text += f" = {f.default!r}"
        elif f.default_factory is not MISSING:
            text += " = <factory>"
        parts.append(text)
    return f"{cls.__name__}({', '.join(parts)})"


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    writer = _Writer(cls)
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    fields = _collect_fields(cls, kw_only, frozen)
    setattr(cls, _FIELDS, fields)
    class_hash = cls.__dict__.get("__hash__", MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and "__eq__" in cls.__dict__))
    if order and not eq:
        raise ValueError("eq must be true if order is true")
    in_init = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    standard = [f for f in in_init if not f.kw_only]
    keyword_only = [f for f in in_init if f.kw_only]
    own = [f for f in fields.values() if f._field_type is _FIELD]
    if init:
        self_name = "__dataclass_self__" if "self" in fields else "self"
        _write_init(writer, standard, keyword_only, frozen, hasattr(cls, "__post_init__"), self_name, slots)
    if repr:
        _add_method(cls, "__repr__", _repr_of([f for f in own if f.repr]))
    compared = [f for f in own if f.compare]
    mine, others = _tuple_text("self", compared), _tuple_text("other", compared)
    same_class = "if other.__class__ is self.__class__:"
    if eq:
        writer.add("__eq__", "self, other", [same_class, f" return {mine}=={others}", "return NotImplemented"])
    if order:
        for name, op in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            writer.add(name, "self, other", [same_class, f" return {mine}{op}{others}", "return NotImplemented"])
    if frozen:
        _write_frozen(writer, own)
    adds_hash = unsafe_hash or (eq and frozen and not has_explicit_hash)
    if adds_hash:
        hashed = [f for f in own if (f.compare if f.hash is None else f.hash)]
        writer.add("__hash__", "self", [f"return hash({_tuple_text('self', hashed)})"])
    made = writer.make()
    if init:
        annotations = {f.name: f.type for f in standard + keyword_only if f.init}
        annotations["return"] = None
        made["__init__"].__annotations__ = annotations
    for name, function in made.items():
        if name == "__hash__":
            continue
        if not _add_method(cls, name, function):
            continue
        if name in ("__lt__", "__le__", "__gt__", "__ge__"):
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}. "
                            "Consider using functools.total_ordering")
        if name in ("__setattr__", "__delattr__"):
            raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
    if unsafe_hash and has_explicit_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if adds_hash:
        cls.__hash__ = made["__hash__"]
    elif eq and not frozen and not has_explicit_hash:
        cls.__hash__ = None
    if not getattr(cls, "__doc__"):
        cls.__doc__ = _doc_of(cls, [f for f in standard + keyword_only if f.init])
    if match_args:
        _add_method(cls, "__match_args__", tuple(f.name for f in standard if f.init))
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot, writer.names)
    elif weakref_slot:
        raise TypeError("weakref_slot is True but slots is False")
    return cls


def _with_slots(cls, frozen, weakref_slot, names):
    """The class again, with slots for its fields: they cannot be added to a class that exists."""
    if "__slots__" in cls.__dict__:
        raise TypeError(f"{cls.__name__} already specifies __slots__")
    namespace = dict(cls.__dict__)
    field_names = tuple(f.name for f in fields(cls))
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get("__slots__", ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    slots = tuple(name for name in field_names + (("__weakref__",) if weakref_slot else ()) if name not in inherited)
    namespace["__slots__"] = slots
    for name in field_names:
        namespace.pop(name, None)
    namespace.pop("__dict__", None)
    namespace.pop("__weakref__", None)
    qualname = getattr(cls, "__qualname__", None)
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    if qualname is not None:
        made.__qualname__ = qualname
    names["_class"] = made
    if frozen:
        if "__getstate__" not in cls.__dict__:
            made.__getstate__ = _frozen_getstate
        if "__setstate__" not in cls.__dict__:
            made.__setstate__ = _frozen_setstate
    return made


def _frozen_getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _frozen_setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)

    return wrap if cls is None else wrap(cls)


# ---- tools for instances -------------------------------------------------------------------------------------------

def fields(class_or_instance):
    try:
        fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError("must be called with a dataclass type or instance") from None
    return tuple(f for f in fields.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) and not isinstance(obj, GenericAlias) else type(obj), _FIELDS)


_SIMPLE = {type(None), bool, int, float, str, complex, bytes, type(...), type, range, property}


def _converted(obj, convert, make_mapping):
    """A copy in which `convert` has been applied to every dataclass instance inside."""
    kind = type(obj)
    if kind in _SIMPLE:
        return obj
    if _is_dataclass_instance(obj):
        return convert(obj)
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return kind(*[_converted(item, convert, make_mapping) for item in obj])
    if isinstance(obj, (list, tuple)):
        return kind([_converted(item, convert, make_mapping) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_converted(k, convert, make_mapping), _converted(v, convert, make_mapping)) for k, v in obj.items()]
        if hasattr(kind, "default_factory"):
            result = kind(getattr(obj, "default_factory"))
            result.update(pairs)
            return result
        return kind(pairs)
    import copy

    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_dataclass_instance(obj):
        raise TypeError("asdict() should be called on dataclass instances")

    def convert(instance):
        return dict_factory([(f.name, _converted(getattr(instance, f.name), convert, dict_factory)) for f in fields(instance)])

    return convert(obj)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_dataclass_instance(obj):
        raise TypeError("astuple() should be called on dataclass instances")

    def convert(instance):
        return tuple_factory([_converted(getattr(instance, f.name), convert, dict) for f in fields(instance)])

    return convert(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    from keyword import iskeyword
    from types import new_class

    namespace = {} if namespace is None else namespace
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, "typing.Any"
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f"Invalid field: {item!r}")
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f"Field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise TypeError(f"Field names must not be keywords: {name!r}")
        if name in seen:
            raise TypeError(f"Field name duplicated: {name!r}")
        seen.add(name)
        annotations[name] = annotation

    def fill(body):
        body.update(namespace)
        body.update(defaults)
        body["__annotations__"] = annotations
        body.setdefault("__module__", "types")

    cls = new_class(cls_name, bases, {}, fill)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_dataclass_instance(obj):
        raise TypeError("replace() should be called on dataclass instances")
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f"field {f.name} is declared with init=False, it cannot be specified with replace()")
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f"InitVar {f.name!r} must be specified with replace()")
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
