"""Times and dates out of texts, for time.strptime and datetime.strptime."""

import re
import time
from _datetime_date import date, from_iso_calendar, is_leap, ordinal, from_ordinal

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _any_of(names):
    return "|".join(sorted(names, key=len, reverse=True))


_DIRECTIVES = {
    "d": r"3[01]|[12]\d|0[1-9]|[1-9]| [1-9]",
    "f": r"\d{1,6}",
    "H": r"2[0-3]|[01]\d|\d",
    "I": r"1[0-2]|0[1-9]|[1-9]| [1-9]",
    "G": r"\d\d\d\d",
    "j": r"36[0-6]|3[0-5]\d|[12]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
    "m": r"1[0-2]|0[1-9]|[1-9]",
    "M": r"[0-5]\d|\d",
    "S": r"6[01]|[0-5]\d|\d",
    "U": r"5[0-3]|[0-4]\d|\d",
    "W": r"5[0-3]|[0-4]\d|\d",
    "V": r"5[0-3]|0[1-9]|[1-4]\d|\d",
    "w": r"[0-6]",
    "u": r"[1-7]",
    "y": r"\d\d",
    "Y": r"\d\d\d\d",
    "z": r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)",
    "A": _any_of(_WEEKDAYS),
    "a": _any_of([name[:3] for name in _WEEKDAYS]),
    "B": _any_of(_MONTHS),
    "b": _any_of([name[:3] for name in _MONTHS]),
    "p": "am|pm",
    "Z": "utc|gmt",
}
_COMPOSED = {"c": "%a %b %d %H:%M:%S %Y", "x": "%m/%d/%y", "X": "%H:%M:%S"}
_patterns = {}


def _compile(format):
    parts = []
    seen = set()
    i = 0
    for short, long in _COMPOSED.items():
        format = format.replace("%" + short, long)
    while i < len(format):
        c = format[i]
        if c.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            parts.append(r"\s+")
            continue
        if c != "%":
            parts.append(re.escape(c))
            i += 1
            continue
        letter = format[i + 1:i + 2]
        if not letter:
            raise IndexError
        if letter == "%":
            parts.append("%")
        elif letter not in _DIRECTIVES:
            raise KeyError(letter)
        else:
            if letter in seen:
                raise re.error(f"redefinition of group name {letter!r}")
            seen.add(letter)
            parts.append(f"(?P<{letter}>{_DIRECTIVES[letter]})")
        i += 2
    return re.compile("".join(parts), re.I)


def _pattern(format):
    known = _patterns.get(format)
    if known is None:
        try:
            known = _compile(format)
        except KeyError as e:
            letter = e.args[0]
            raise ValueError(f"'{letter}' is a bad directive in format '{format}'") from None
        except IndexError:
            raise ValueError(f"stray % in format '{format}'") from None
        _patterns[format] = known
    return known


def _week_start(year, week, weekday, starts_on_monday):
    """Day of the year of a weekday (0 is Monday) in a week of %W or %U."""
    first = (ordinal(year, 1, 1) + 6) % 7
    if not starts_on_monday:
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    week_0_length = (7 - first) % 7
    if week == 0:
        return 1 + weekday - first
    return 1 + week_0_length + 7 * (week - 1) + weekday


def _offset(text):
    """Seconds and microseconds east of UTC."""
    if text == "Z":
        return 0, 0
    sign = -1 if text[0] == "-" else 1
    rest = text[1:].replace(":", "")
    seconds = int(rest[:2]) * 3600 + int(rest[2:4]) * 60 + int(rest[4:6] or 0)
    micro = int((rest[7:] + "000000")[:6]) if rest[6:7] == "." else 0
    return sign * seconds, sign * micro


def _parse(data_string, format):
    for name, value in (("0", data_string), ("1", format)):
        if not isinstance(value, str):
            raise TypeError(f"strptime() argument {name} must be str, not {type(value)!r}")
    found = _pattern(format).match(data_string)
    if not found:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if len(data_string) != found.end():
        raise ValueError(f"unconverted data remains: {data_string[found.end():]}")
    got = {key: value for key, value in found.groupdict().items() if value is not None}

    def number(key, default=None):
        return int(got[key]) if key in got else default

    year = number("Y")
    if "y" in got:
        year = number("y")
        year += 2000 if year <= 68 else 1900
    month = number("m", 1)
    if "B" in got:
        month = _MONTHS.index(got["B"].lower()) + 1
    elif "b" in got:
        month = [name[:3] for name in _MONTHS].index(got["b"].lower()) + 1
    day = number("d", 1)
    hour = number("H", 0)
    if "I" in got:
        hour = number("I") % 12 + (12 if got.get("p", "").lower() == "pm" else 0)
    weekday = None
    if "A" in got:
        weekday = _WEEKDAYS.index(got["A"].lower())
    elif "a" in got:
        weekday = [name[:3] for name in _WEEKDAYS].index(got["a"].lower())
    elif "w" in got:
        weekday = (number("w") - 1) % 7
    elif "u" in got:
        weekday = number("u") - 1
    julian = number("j")
    iso_year, iso_week = number("G"), number("V")
    _check_iso(iso_year, iso_week, julian, weekday, year)
    leap_year_guess = False
    if year is None and month == 2 and day == 29:
        year = 1904
        leap_year_guess = True
    elif year is None:
        year = 1900
    if julian is None and weekday is not None:
        if "U" in got or "W" in got:
            julian = _week_start(year, number("U", number("W")), weekday, "W" in got)
        elif iso_year is not None:
            year, month, day = from_iso_calendar(iso_year, iso_week, weekday + 1)
        if julian is not None and julian <= 0:
            year -= 1
            julian += 366 if is_leap(year) else 365
    if julian is not None:
        year, month, day = from_ordinal(ordinal(year, 1, 1) + julian - 1)
    whole_date = date(year, month, day)
    if weekday is None:
        weekday = whole_date.weekday()
    julian = whole_date.toordinal() - ordinal(year, 1, 1) + 1
    if leap_year_guess:
        year = 1900
    fraction = int((got["f"] + "00000")[:6]) if "f" in got else 0
    offset = _offset(got["z"]) if "z" in got else None
    zone = got.get("Z")
    is_dst = 0 if zone else -1
    return (year, month, day, hour, number("M", 0), number("S", 0), weekday, julian, is_dst), fraction, offset, zone


def _check_iso(iso_year, iso_week, julian, weekday, year):
    if iso_year is not None:
        if julian is not None:
            raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                             "Use '%Y' instead.")
        if iso_week is None or weekday is None:
            raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
    elif iso_week is not None:
        if year is None or weekday is None:
            raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday "
                             "directive ('%A', '%a', '%w', or '%u').")
        raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year "
                         "'%G' instead.")


def parse_time(string, format):
    return time.struct_time(_parse(string, format)[0])


def parse_datetime(cls, date_string, format):
    from _datetime_delta import timedelta, timezone

    fields, fraction, offset, zone = _parse(date_string, format)
    tz = None
    if offset is not None:
        delta = timedelta(seconds=offset[0], microseconds=offset[1])
        tz = timezone(delta, zone) if zone else timezone(delta)
    return cls(*fields[:6], fraction, tz)
