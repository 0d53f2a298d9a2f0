"""What all messages have in common. A field that gets a value of the wrong type says so when the message is sent."""


class Time:
    def __init__(self, secs=0, nsecs=0):
        self.secs = secs
        self.nsecs = nsecs

    def to_sec(self):
        return self.secs + self.nsecs / 1e9

    @classmethod
    def from_sec(cls, seconds):
        return cls(int(seconds), int(seconds % 1 * 1e9))

    def __eq__(self, other):
        return type(self) is type(other) and (self.secs, self.nsecs) == (other.secs, other.nsecs)

    def __repr__(self):
        return f"rospy.{type(self).__name__}[{self.secs * 10 ** 9 + self.nsecs}]"


class Duration(Time):
    pass


class SerializationError(Exception):
    pass


class Message:
    """Fields in order: name -> (type as ROS writes it, a function that makes the default)."""

    _fields = {}
    _type = ""

    def __init__(self, *args, **kwargs):
        names = list(self._fields)
        if args and kwargs:
            raise TypeError("Message constructor may only use args OR keywords, not both")
        if args and len(args) != len(names):
            raise TypeError(f"Invalid number of arguments, args should be {names!r} args are{args!r}")
        for name in kwargs:
            if name not in self._fields:
                raise AttributeError(f"{name} is not an attribute of {type(self).__name__}")
        given = dict(zip(names, args)) if args else kwargs
        for name, (_, default) in self._fields.items():
            value = given.get(name)
            setattr(self, name, default() if value is None else value)

    def _check_types(self):
        for name, (kind, _) in self._fields.items():
            _check(name, kind, getattr(self, name))

    def __eq__(self, other):
        return type(self) is type(other) and all(getattr(self, n) == getattr(other, n) for n in self._fields)

    __hash__ = None

    def __repr__(self):
        return "\n".join(_lines(self, ""))


def _lines(message, indent):
    for name in message._fields:
        value = getattr(message, name)
        if isinstance(value, Message):
            yield f"{indent}{name}: "
            yield from _lines(value, indent + "  ")
        elif isinstance(value, Time):
            yield f"{indent}{name}: "
            yield f"{indent}  secs: {value.secs}"
            yield f"{indent}  nsecs: {value.nsecs:9d}"
        elif isinstance(value, str):
            yield f'{indent}{name}: "{value}"'
        else:
            yield f"{indent}{name}: {value!r}"


_INTEGERS = {f"{sign}int{bits}": (0 if sign else -(1 << bits - 1), (1 << bits - (0 if sign else 1)) - 1)
             for sign in ("", "u") for bits in (8, 16, 32, 64)}


def _check(name, kind, value):
    if isinstance(kind, type):
        if not isinstance(value, kind):
            raise SerializationError(f"field {name} must be of type [{kind._type}], not {type(value).__name__}")
        value._check_types() if isinstance(value, Message) else None
    elif kind.endswith("[]"):
        if not isinstance(value, (list, tuple)):
            raise SerializationError(f"field {name} must be a list or tuple type")
        for each in value:
            _check(name + "[]", kind[:-2], each)
    elif kind in _INTEGERS:
        low, high = _INTEGERS[kind]
        if not isinstance(value, int):
            raise SerializationError(f"field {name} must be an integer type")
        if not low <= value <= high:
            raise SerializationError(f"field {name} exceeds specified width [{kind}]")
    elif kind.startswith("float"):
        if not isinstance(value, (int, float)):
            raise SerializationError(f"field {name} must be float type")
    elif kind == "string":
        if not isinstance(value, (str, bytes)):
            raise SerializationError(f"field {name} must be of type bytes or an ascii string")
    elif kind == "bool":
        if value not in (True, False, 0, 1):
            raise SerializationError(f"field {name} is not a bool")
    elif kind == "time":
        if not isinstance(value, Time):
            raise SerializationError(f"field {name} must be of type Time")


def message(package, name, **fields):
    """A class of messages; a field's type is ROS's name for it or another class."""
    defaults = {"string": str, "bool": bool, "time": Time, "duration": Duration}

    def default(kind):
        if isinstance(kind, type):
            return kind
        if kind.endswith("[]"):
            return list
        return defaults.get(kind, float if kind.startswith("float") else int)

    made = type(name, (Message,), {"_type": f"{package}/{name}",
                                   "_fields": {field: (kind, default(kind)) for field, kind in fields.items()}})
    made.__module__ = f"{package}.msg._{name}"
    return made
