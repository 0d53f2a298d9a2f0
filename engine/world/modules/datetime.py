"""Dates and times of the run's own clock, which stands in the time zone UTC."""

import time as _clock
from _datetime_date import MAXYEAR, MINYEAR, check_date, date, day_of_year, from_ordinal, parse_iso_date, wrap_strftime
from _datetime_delta import (
    check_offset,
    check_tzinfo,
    divide_half_even,
    microseconds,
    offset_text,
    read_only,
    timedelta,
    timezone,
    tzinfo,
)
from _datetime_time import check_time, clock_text, parse_iso_time, time

__all__ = ("date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC")

UTC = timezone.utc
_DAY = 86400000000
_EPOCH = 719163  # the ordinal of 1970-01-01
_time_class = time


@read_only("hour", "minute", "second", "microsecond", "tzinfo", "fold")
class datetime(date):
    __module__ = "datetime"
    __type_name__ = "datetime.datetime"
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if month is None:
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        self = object.__new__(cls)
        self._year, self._month, self._day = check_date(year, month, day)
        self._hour, self._minute, self._second, self._microsecond = check_time(hour, minute, second, microsecond, fold)
        check_tzinfo(tzinfo)
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    # making

    @classmethod
    def _at(cls, total, zone=None):
        """From microseconds since 0001-01-01, plus one day."""
        days, rest = divmod(total, _DAY)
        if not 0 < days <= 3652059:
            raise OverflowError("date value out of range")
        seconds, micro = divmod(rest, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(*from_ordinal(days), hour, minute, second, micro, zone)

    @classmethod
    def _from_seconds(cls, timestamp, zone):
        if isinstance(timestamp, float):
            if timestamp != timestamp:
                raise ValueError("cannot convert float NaN to integer")
            if abs(timestamp) > 1e18:
                raise OverflowError("timestamp out of range for platform time_t")
            a, b = timestamp.as_integer_ratio()
            micro = divide_half_even(a * 1000000, b)
        else:
            micro = timestamp * 1000000
        if abs(micro) > 4e17:
            raise ValueError(f"year {1970 + int(micro // 31556952000000)} is out of range")
        return cls._at(micro + _EPOCH * _DAY, zone)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        check_tzinfo(tz)
        made = cls._from_seconds(timestamp, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        return cls._from_seconds(timestamp, None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_clock.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_clock.time())

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        if not isinstance(date, _date_class):
            raise TypeError(f"combine() argument 1 must be datetime.date, not {type(date).__name__}")
        if not isinstance(time, _time_class):
            raise TypeError(f"combine() argument 2 must be datetime.time, not {type(time).__name__}")
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo, fold=time.fold)

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        text = date_string
        at = _separator(text)
        try:
            day = parse_iso_date(text[:at])
            clock = () if at >= len(text) else parse_iso_time(text[at + 1:])
        except ValueError as e:
            if "offset must be" in str(e):
                raise
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, date_string, format, /):
        import _strptime

        return _strptime.parse_datetime(cls, date_string, format)

    # taking apart

    def date(self):
        return _date_class(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold)

    def timetuple(self):
        dst = self.dst()
        return self._tuple(-1 if dst is None else 1 if dst else 0)

    def _tuple(self, dst):
        return _clock.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                   self.weekday(), day_of_year(self._year, self._month, self._day), dst))

    def utctimetuple(self):
        offset = self.utcoffset()
        return (self - offset if offset else self)._tuple(0)

    def timestamp(self):
        offset = self.utcoffset()
        total = self._total() - _EPOCH * _DAY
        return (total if offset is None else total - offset // microseconds(1)) / 1000000

    def _total(self):
        seconds = (self._hour * 60 + self._minute) * 60 + self._second
        return self.toordinal() * _DAY + seconds * 1000000 + self._microsecond

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo, fold=self._fold if fold is None else fold)

    # zones

    def utcoffset(self):
        return None if self._tzinfo is None else check_offset("utcoffset", self._tzinfo.utcoffset(self))

    def dst(self):
        return None if self._tzinfo is None else check_offset("dst", self._tzinfo.dst(self))

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def astimezone(self, tz=None):
        if tz is None:
            tz = UTC
        elif not isinstance(tz, tzinfo):
            check_tzinfo(tz)
        if tz is self._tzinfo:
            return self
        offset = self.utcoffset()
        utc = self if offset is None else self - offset
        return tz.fromutc(utc.replace(tzinfo=tz))

    # texts

    def isoformat(self, sep="T", timespec="auto"):
        return (f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
                + clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
                + offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        cls = type(self)
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if not self._microsecond:
            del parts[-1]
            if not self._second:
                del parts[-1]
        text = f"{cls.__module__}.{cls.__qualname__}({', '.join(map(str, parts))}"
        if self._fold:
            text += ", fold=1"
        if self._tzinfo is not None:
            text += f", tzinfo={self._tzinfo!r}"
        return text + ")"

    def ctime(self):
        return _clock.asctime(self._tuple(0))

    def strftime(self, format):
        def zone(letter):
            if letter == "f":
                return f"{self._microsecond:06d}"
            return offset_text(self.utcoffset(), "") if letter == "z" else self.tzname() or ""

        return wrap_strftime(self, format, self._tuple(0), zone)

    # comparing and reckoning

    def _moment(self):
        offset = self.utcoffset()
        return self._total() if offset is None else self._total() - offset // microseconds(1)

    def _ordered(self, other):
        """Whether the two can be ordered; they must both know their zone or both not."""
        if not isinstance(other, datetime):
            if isinstance(other, date):
                raise TypeError("can't compare datetime.datetime to datetime.date")
            return False
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return True

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            return False
        return self._moment() == other._moment()

    def __lt__(self, other):
        return self._moment() < other._moment() if self._ordered(other) else NotImplemented

    def __le__(self, other):
        return self._moment() <= other._moment() if self._ordered(other) else NotImplemented

    def __gt__(self, other):
        return self._moment() > other._moment() if self._ordered(other) else NotImplemented

    def __ge__(self, other):
        return self._moment() >= other._moment() if self._ordered(other) else NotImplemented

    def __hash__(self):
        return hash(self._moment())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return type(self)._at(self._total() + other // microseconds(1), self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        offset, other_offset = self.utcoffset(), other.utcoffset()
        if (offset is None) != (other_offset is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        if self._tzinfo is other._tzinfo:
            return microseconds(self._total() - other._total())
        return microseconds(self._moment() - other._moment())

    def __reduce__(self):
        return type(self), (self._year, self._month, self._day, self._hour, self._minute, self._second,
                            self._microsecond, self._tzinfo)


_date_class = date
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _separator(text):
    """Where the date of an ISO text ends."""
    if len(text) <= 7:
        return len(text)
    if text[4:5] == "-":
        if text[5:6] != "W":
            return min(10, len(text))
        return 10 if text[8:9] == "-" and text[9:10].isdigit() else 8
    if text[4:5] == "W":
        return 8 if text[7:8].isdigit() else 7
    return 8
