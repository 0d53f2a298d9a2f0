"""What stand-ins write down of the calls made on them, and the values that stand for others: ANY, DEFAULT, sentinel."""

import pprint


class _SentinelObject:
    """A value that is only itself."""

    __module__ = "unittest.mock"

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel." + self.name

    def __reduce__(self):
        return "sentinel." + self.name


class _Sentinel:
    """Its attributes are values of their own, the same ones each time."""

    __module__ = "unittest.mock"

    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))

    def __reduce__(self):
        return "sentinel"


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT


class _ANY:
    """Equal to everything."""

    __module__ = "unittest.mock"

    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def call_text(name, args, kwargs):
    return f"{name}({', '.join([*map(repr, args), *(f'{key}={value!r}' for key, value in kwargs.items())])})"


def _parts(value):
    """Name, arguments in order and arguments by name of any tuple that may stand for a call; None of another one."""
    if len(value) == 0:
        return "", (), {}
    if len(value) == 1:
        only, = value
        if isinstance(only, str):
            return only, (), {}
        return ("", only, {}) if isinstance(only, tuple) else ("", (), only)
    if len(value) == 2:
        first, second = value
        if not isinstance(first, str):
            return "", first, second
        return (first, second, {}) if isinstance(second, tuple) else (first, (), second)
    return tuple(value) if len(value) == 3 else None


class _Call(tuple):
    """A call: (args, kwargs) for what a mock was called with itself, (name, args, kwargs) for the others.

    call.name(1) is made of call: an attribute gives a call with a longer name, calling it one that has arguments.
    """

    __module__ = "unittest.mock"

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        found = _parts(value)
        if found is None:
            raise ValueError(f"a call has three parts at the most, not {len(value)}")
        own, args, kwargs = found
        return tuple.__new__(cls, (args, kwargs) if two else (own if value else name or "", args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        # Whether it was called: call.name was not.
        self._mock_from_kall = from_kall

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        theirs = _parts(other)
        if theirs is None:
            return False
        mine = _parts(self)
        above, below = self._mock_parent, getattr(other, "_mock_parent", None) if isinstance(other, _Call) else None
        if above and below and above != below:
            return False
        # A call without a name stands for one of whatever name.
        if mine[0] and mine[0] != theirs[0]:
            return False
        return (theirs[1], theirs[2]) == (mine[1], mine[2])

    __hash__ = None

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    def __call__(self, /, *args, **kwargs):
        if self._mock_name is None:
            return _Call(("", args, kwargs), name="()")
        return _Call((self._mock_name, args, kwargs), name=self._mock_name + "()", parent=self)

    def __getattribute__(self, name):
        # call.count(2) is a call of something named count.
        if name == "count" or name == "index":
            return _Call.__getattr__(self, name)
        return tuple.__getattribute__(self, name)

    def __getattr__(self, name):
        if self._mock_name is None:
            return _Call(name=name, from_kall=False)
        return _Call(name=f"{self._mock_name}.{name}", parent=self, from_kall=False)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return "call" + name if name.startswith("()") else name
        name, args, kwargs = _parts(self)
        if not name:
            name = "call"
        elif name.startswith("()"):
            name = "call" + name
        else:
            name = "call." + name
        return call_text(name, args, kwargs)

    def call_list(self):
        """The calls that lead to this one, itself the last: a chain as mock_calls holds it."""
        calls = []
        each = self
        while each is not None:
            if each._mock_from_kall:
                calls.append(each)
            each = each._mock_parent
        return _CallList(reversed(calls))


call = _Call(from_kall=False)


class _CallList(list):
    """A list of calls; a list is in it when its calls follow each other there."""

    __module__ = "unittest.mock"

    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        count = len(value)
        return any(self[i:i + count] == value for i in range(len(self) - count + 1))

    def __repr__(self):
        return pprint.pformat(list(self))


def is_error(value):
    return isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)


def is_dunder(name):
    return len(name) > 4 and name.startswith("__") and name.endswith("__")
