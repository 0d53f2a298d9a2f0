"""time (of the day), for the module datetime."""

import time as _clock
from _datetime_date import digits, wrap_strftime
from _datetime_delta import check_offset, check_tzinfo, index, microseconds, offset_text, read_only, timedelta, timezone


def check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = index(hour), index(minute), index(second), index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def clock_text(hour, minute, second, microsecond, timespec):
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    if timespec == "hours":
        return f"{hour:02d}"
    if timespec == "minutes":
        return f"{hour:02d}:{minute:02d}"
    text = f"{hour:02d}:{minute:02d}:{second:02d}"
    if timespec == "seconds":
        return text
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    raise ValueError("Unknown timespec value")


def _parse_clock(text):
    """Hours, minutes, seconds and microseconds of hh[:mm[:ss[.ffffff]]] or hhmmss…"""
    fraction = 0
    for mark in ".,":
        text, dot, after = text.partition(mark)
        if dot:
            digits(after)
            fraction = int((after + "000000")[:6])
            if len(text.replace(":", "")) != 6:
                raise ValueError(text)
            break
    if ":" in text:
        parts = text.split(":")
    else:
        parts = [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or any([len(part) != 2 for part in parts]):
        raise ValueError(text)
    numbers = [digits(part) for part in parts] + [0, 0]
    return numbers[0], numbers[1], numbers[2], fraction


def parse_iso_time(text):
    """(hour, minute, second, microsecond, tzinfo)"""
    zone = None
    if text.endswith("Z"):
        text = text[:-1]
        zone = timezone.utc
    else:
        at = max(text.find("+"), text.find("-"))
        if at >= 0:
            sign = -1 if text[at] == "-" else 1
            h, m, s, f = _parse_clock(text[at + 1:])
            text = text[:at]
            zone = timezone(sign * timedelta(hours=h, minutes=m, seconds=s, microseconds=f))
    return (*_parse_clock(text), zone)


@read_only("hour", "minute", "second", "microsecond", "tzinfo", "fold")
class time:
    __module__ = "datetime"
    __type_name__ = "datetime.time"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = check_time(hour, minute, second, microsecond, fold)
        check_tzinfo(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @classmethod
    def fromisoformat(cls, time_string, /):
        if not isinstance(time_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = time_string[1:] if time_string.startswith("T") else time_string
        try:
            parts = parse_iso_time(text)
        except ValueError as e:
            if "offset must be" in str(e):
                raise
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(*parts)

    def isoformat(self, timespec="auto"):
        return (clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
                + offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        cls = type(self)
        text = f"{cls.__module__}.{cls.__qualname__}({self._hour}, {self._minute}"
        if self._second or self._microsecond:
            text += f", {self._second}"
        if self._microsecond:
            text += f", {self._microsecond}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + ")"

    def strftime(self, format):
        when = _clock.struct_time((1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1))

        def zone(letter):
            if letter == "f":
                return f"{self._microsecond:06d}"
            return offset_text(self.utcoffset(), "") if letter == "z" else self.tzname() or ""

        return wrap_strftime(self, format, when, zone)

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def utcoffset(self):
        return None if self._tzinfo is None else check_offset("utcoffset", self._tzinfo.utcoffset(None))

    def dst(self):
        return None if self._tzinfo is None else check_offset("dst", self._tzinfo.dst(None))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    def _moment(self):
        """Microseconds since midnight, as of UTC if the zone is known; and whether it is."""
        total = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return (total, False) if offset is None else (total - offset // microseconds(1), True)

    def _ordered(self, other):
        a, aware = self._moment()
        b, other_aware = other._moment()
        if aware != other_aware:
            raise TypeError("can't compare offset-naive and offset-aware times")
        return a, b

    def __eq__(self, other):
        return self._moment() == other._moment() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a < b

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a <= b

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a > b

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        a, b = self._ordered(other)
        return a >= b

    def __hash__(self):
        return hash(self._moment())

    def __reduce__(self):
        return type(self), (self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


time.min = time(0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
