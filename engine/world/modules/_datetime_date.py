"""date, for the module datetime, and the calendar's arithmetic."""

import time as _clock
from _datetime_delta import index, microseconds, read_only, timedelta

MINYEAR = 1
MAXYEAR = 9999
_MAXORDINAL = 3652059
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]


def days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def day_of_year(year, month, day):
    return _BEFORE[month] + (month > 2 and is_leap(year)) + day


def ordinal(year, month, day):
    return days_before_year(year) + day_of_year(year, month, day)


def from_ordinal(n):
    """Year, month and day; n counts from 1 on 0001-01-01."""
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= days_in_month(year, month):
        n -= days_in_month(year, month)
        month += 1
    return year, month, n + 1


def check_date(year, month, day):
    year, month, day = index(year), index(month), index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _first_iso_monday(year):
    first = ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def iso_calendar(year, month, day):
    today = ordinal(year, month, day)
    start = _first_iso_monday(year)
    if today < start:
        year -= 1
        start = _first_iso_monday(year)
    elif today >= _first_iso_monday(year + 1):
        year += 1
        start = _first_iso_monday(year)
    week, weekday = divmod(today - start, 7)
    return year, week + 1, weekday + 1


def from_iso_calendar(year, week, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"Year is out of range: {year}")
    if not 0 < week < 53:
        weeks = (_first_iso_monday(year + 1) - _first_iso_monday(year)) // 7
        if week != 53 or weeks < 53:
            raise ValueError(f"Invalid week: {week}")
    if not 0 < day < 8:
        raise ValueError(f"Invalid day: {day} (range is [1, 7])")
    return from_ordinal(_first_iso_monday(year) + (week - 1) * 7 + day - 1)


def digits(text):
    """The number that a piece of an ISO text is; ValueError if it is none."""
    if not text or not (text.isascii() and text.isdigit()):
        raise ValueError(text)
    return int(text)


def parse_iso_date(text):
    """Year, month and day of YYYY-MM-DD, YYYYMMDD, YYYY-Www-D and their like."""
    if len(text) not in (7, 8, 10):
        raise ValueError(text)
    year = digits(text[:4])
    dashed = text[4:5] == "-"
    at = 5 if dashed else 4
    if text[at:at + 1] == "W":
        week = digits(text[at + 1:at + 3])
        rest = text[at + 3:]
        if not rest:
            return from_iso_calendar(year, week, 1)
        if (rest[0] == "-") != dashed:
            raise ValueError(text)
        rest = rest[1:] if dashed else rest
        if len(rest) != 1:
            raise ValueError(text)
        return from_iso_calendar(year, week, digits(rest))
    month = digits(text[at:at + 2])
    if (text[at + 2:at + 3] == "-") != dashed:
        raise ValueError(text)
    rest = text[at + 3 if dashed else at + 2:]
    if len(rest) != 2:
        raise ValueError(text)
    return year, month, digits(rest)


class IsoCalendarDate(tuple):
    __module__ = "datetime"
    __slots__ = ()

    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"

    def __reduce__(self):
        return tuple, (tuple(self),)


def wrap_strftime(value, format, when, zone):
    """time.strftime() with the directives that only dates of this module know. `zone` gives %f, %z and %Z."""
    parts = []
    i = 0
    while i < len(format):
        c = format[i]
        if c == "%" and i + 1 < len(format):
            letter = format[i + 1]
            if letter in "fzZ":
                parts.append(zone(letter).replace("%", "%%"))
            else:
                parts.append(c + letter)
            i += 2
        else:
            parts.append(c)
            i += 1
    return _clock.strftime("".join(parts), when)


@read_only("year", "month", "day")
class date:
    __module__ = "datetime"
    __type_name__ = "datetime.date"
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month=None, day=None):
        if month is None:
            raise TypeError("function missing required argument 'month' (pos 2)")
        if day is None:
            raise TypeError("function missing required argument 'day' (pos 3)")
        self = object.__new__(cls)
        self._year, self._month, self._day = check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        return cls(*tuple(_clock.gmtime(timestamp))[:3])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_clock.time())

    @classmethod
    def fromordinal(cls, n, /):
        n = index(n)
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        return cls(*from_ordinal(n))

    @classmethod
    def fromisoformat(cls, date_string, /):
        if not isinstance(date_string, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            parts = parse_iso_date(date_string)
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {date_string!r}") from None
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        return cls(*from_iso_calendar(index(year), index(week), index(day)))

    def __repr__(self):
        cls = type(self)
        return f"{cls.__module__}.{cls.__qualname__}({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        weekday = _DAYS[self.toordinal() % 7 - 1]
        return f"{weekday} {_MONTHS[self._month - 1]} {self._day:2d} 00:00:00 {self._year:04d}"

    def strftime(self, format):
        return wrap_strftime(self, format, self.timetuple(), lambda letter: "000000" if letter == "f" else "")

    def __format__(self, fmt):
        if not isinstance(fmt, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(fmt).__name__}")
        return self.strftime(fmt) if fmt else str(self)

    def timetuple(self):
        return _clock.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                   day_of_year(self._year, self._month, self._day), -1))

    def toordinal(self):
        return ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        return IsoCalendarDate(*iso_calendar(self._year, self._month, self._day))

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def _key(self):
        return self._year, self._month, self._day

    def _comparable(self, other):
        """True for another plain date; a datetime cannot be ordered with one."""
        if not isinstance(other, date):
            return False
        if hasattr(other, "hour"):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return True

    def __eq__(self, other):
        if isinstance(other, date) and not hasattr(other, "hour"):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def _plus_days(self, days):
        n = self.toordinal() + days
        if not 0 < n <= _MAXORDINAL:
            raise OverflowError("date value out of range")
        return type(self)(*from_ordinal(n))

    def __add__(self, other):
        return self._plus_days(other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._plus_days(-other.days)
        if isinstance(other, date):
            return microseconds((self.toordinal() - other.toordinal()) * 86400000000)
        return NotImplemented

    def __reduce__(self):
        return type(self), self._key()

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)
