"""timedelta, tzinfo and timezone, for the module datetime."""


def index(value):
    """An argument that must be an integer."""
    if type(value) is int:
        return value
    try:
        return value.__index__()
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None


def divide_half_even(a, b):
    """a / b as the nearest integer, ties to the even one."""
    q, r = divmod(a, b)
    twice = 2 * r
    if (twice > b) if b > 0 else (twice < b):
        return q + 1
    return q + (q & 1) if twice == b else q


def read_only(*names):
    """Makes properties of the slots behind the public names."""

    def decorate(cls):
        for name in names:
            slot = "_" + name
            setattr(cls, name, property(lambda self, slot=slot: getattr(self, slot)))
        return cls

    return decorate


_UNITS = (("days", 86400000000), ("seconds", 1000000), ("microseconds", 1), ("milliseconds", 1000),
          ("minutes", 60000000), ("hours", 3600000000), ("weeks", 604800000000))


@read_only("days", "seconds", "microseconds")
class timedelta:
    __module__ = "datetime"
    __type_name__ = "datetime.timedelta"
    __slots__ = ("_days", "_seconds", "_microseconds", "_total")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        total = 0
        left = 0.0  # fractions of microseconds
        for (name, size), value in zip(_UNITS, (days, seconds, microseconds, milliseconds, minutes, hours, weeks)):
            if isinstance(value, int):
                total += value * size
            elif isinstance(value, float):
                whole = int(value)
                total += whole * size
                rest = (value - whole) * size
                whole = int(rest)
                total += whole
                left += rest - whole
            else:
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        if left:
            # The nearest whole number; halves go to the even total.
            whole = int(left // 1)
            rest = left - whole
            total += whole
            if rest > 0.5 or rest == 0.5 and total % 2:
                total += 1
        return _delta(cls, total)

    def __repr__(self):
        parts = [f"{name}={value}" for name, value in
                 (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)) if value]
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        return f"{text}.{self._microseconds:06d}" if self._microseconds else text

    def total_seconds(self):
        return self._total / 1000000

    def __add__(self, other):
        return _delta(timedelta, self._total + other._total) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(timedelta, self._total - other._total) if isinstance(other, timedelta) else NotImplemented

    def __rsub__(self, other):
        return _delta(timedelta, other._total - self._total) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(timedelta, -self._total)

    def __pos__(self):
        return _delta(timedelta, self._total)

    def __abs__(self):
        return _delta(timedelta, abs(self._total))

    def __mul__(self, other):
        if isinstance(other, int):
            return _delta(timedelta, self._total * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(timedelta, divide_half_even(self._total * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return _divisible(self._total, other._total) // other._total
        if isinstance(other, int):
            return _delta(timedelta, _divisible(self._total, other) // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            if not other._total:
                raise ZeroDivisionError("division by zero")
            return self._total / other._total
        if isinstance(other, int):
            return _delta(timedelta, divide_half_even(_divisible(self._total, other), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return _delta(timedelta, divide_half_even(_divisible(b * self._total, a), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return _delta(timedelta, _divisible(self._total, other._total) % other._total)
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(_divisible(self._total, other._total), other._total)
            return q, _delta(timedelta, r)
        return NotImplemented

    def __eq__(self, other):
        return self._total == other._total if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total < other._total if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total <= other._total if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total > other._total if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total >= other._total if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total != 0

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _divisible(number, divisor):
    if not divisor:
        raise ZeroDivisionError("integer division or modulo by zero")
    return number


def _delta(cls, total):
    """A timedelta of so many microseconds."""
    self = object.__new__(cls)
    seconds, self._microseconds = divmod(total, 1000000)
    self._days, self._seconds = divmod(seconds, 86400)
    self._total = total
    if not -999999999 <= self._days <= 999999999:
        if not -2 ** 31 <= self._days < 2 ** 31:
            raise OverflowError("Python int too large to convert to C int")
        raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")
    return self


def microseconds(total):
    return _delta(timedelta, total)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(microseconds=1)
_ZERO = timedelta(0)
_DAY = timedelta(1)


# ---- time zones ------------------------------------------------------------------------------------------------


class tzinfo:
    __module__ = "datetime"
    __type_name__ = "datetime.tzinfo"

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def fromutc(self, dt):
        if not hasattr(dt, "tzinfo") or not hasattr(dt, "hour"):
            raise TypeError("fromutc: argument must be a datetime")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError("fromutc: non-None utcoffset() result required")
        dst = dt.dst()
        if dst is None:
            raise ValueError("fromutc: non-None dst() result required")
        standard = offset - dst
        if standard:
            dt += standard
            dst = dt.dst()
            if dst is None:
                raise ValueError("fromutc: tz.dst() gave inconsistent results; cannot convert")
        return dt + dst


def check_tzinfo(tz):
    if tz is not None and not isinstance(tz, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")


def check_offset(name, offset):
    """What a tzinfo's utcoffset() or dst() gave."""
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError(f"tzinfo.{name}() must return None or a timedelta, not '{type(offset).__name__}'")
    if not -_DAY < offset < _DAY:
        raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                         f"not {offset!r}.")
    return offset


def offset_text(offset, separator=":"):
    """+hh:mm, with seconds and microseconds where there are some; empty for None."""
    if offset is None:
        return ""
    sign = "-" if offset._total < 0 else "+"
    total = abs(offset._total)
    minutes, rest = divmod(total, 60000000)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if rest:
        seconds, micro = divmod(rest, 1000000)
        text += f"{separator}{seconds:02d}"
        if micro:
            text += f".{micro:06d}"
    return text


class timezone(tzinfo):
    __module__ = "datetime"
    __type_name__ = "datetime.timezone"
    __slots__ = ("_offset", "_name")

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if name is not None and not isinstance(name, str):
            raise TypeError(f"timezone() argument 2 must be str, not {type(name).__name__}")
        if name is None and not offset and hasattr(cls, "utc"):
            return cls.utc
        check_offset("utcoffset", offset)
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def _check(self, name, dt):
        if dt is not None and not (hasattr(dt, "tzinfo") and hasattr(dt, "year")):
            raise TypeError(f"{name}(dt) argument must be a datetime instance or None, not {type(dt).__name__}")

    def utcoffset(self, dt, /):
        self._check("utcoffset", dt)
        return self._offset

    def dst(self, dt, /):
        self._check("dst", dt)
        return None

    def tzname(self, dt, /):
        self._check("tzname", dt)
        if self._name is not None:
            return self._name
        return "UTC" + offset_text(self._offset) if self._offset else "UTC"

    def fromutc(self, dt, /):
        if not (hasattr(dt, "tzinfo") and hasattr(dt, "year")):
            raise TypeError("fromutc: argument must be a datetime instance")
        if dt.tzinfo is not self:
            raise ValueError("fromutc: dt.tzinfo is not self")
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        cls = type(self)
        name = "" if self._name is None else f", {self._name!r}"
        return f"{cls.__module__}.{cls.__qualname__}({self._offset!r}{name})"

    def __str__(self):
        return self.tzname(None)

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return type(self), self.__getinitargs__()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


timezone.utc = timezone(_ZERO)
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
