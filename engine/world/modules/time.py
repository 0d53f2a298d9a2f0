"""The clocks are native and virtual; the calendar is UTC."""

from _time import (
    monotonic,
    monotonic_ns,
    perf_counter,
    perf_counter_ns,
    process_time,
    process_time_ns,
    sleep,
    thread_time,
    thread_time_ns,
    time,
    time_ns,
)

timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December")
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, sequence):
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        if len(values) > 11:
            raise TypeError(f"time.struct_time() takes an at most 11-sequence ({len(values)}-sequence given)")
        return super().__new__(cls, values[:9])

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: "UTC")
    tm_gmtoff = property(lambda self: 0)

    def __repr__(self):
        fields = ", ".join(f"{name}={value!r}" for name, value in zip(_FIELDS, self))
        return f"time.struct_time({fields})"


def _days_before_year(year):
    year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_lengths(year):
    return (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


_EPOCH_DAY = _days_before_year(1970)


def _civil(days):
    """Year, month, day and day of the year of a number of days since 1970-01-01."""
    days += _EPOCH_DAY
    year = days * 400 // 146097 + 1
    while _days_before_year(year) > days:
        year -= 1
    while _days_before_year(year + 1) <= days:
        year += 1
    left = days - _days_before_year(year)
    yday = left + 1
    month = 1
    for length in _month_lengths(year):
        if left < length:
            break
        left -= length
        month += 1
    return year, month, left + 1, yday


def gmtime(secs=None):
    if secs is None:
        secs = time()
    seconds = int(secs // 1)
    days, rest = divmod(seconds, 86400)
    year, month, day, yday = _civil(days)
    return struct_time((year, month, day, rest // 3600, rest % 3600 // 60, rest % 60, (days + 3) % 7, yday, 0))


def localtime(secs=None):
    return gmtime(secs)


def mktime(t):
    year, month, day, hour, minute, second = tuple(t)[:6]
    year += (month - 1) // 12
    month = (month - 1) % 12 + 1
    days = _days_before_year(year) - _EPOCH_DAY + sum(_month_lengths(year)[:month - 1]) + day - 1
    return float(days * 86400 + hour * 3600 + minute * 60 + second)


def asctime(t=None):
    t = struct_time(gmtime() if t is None else t)
    return (f"{_DAYS[t.tm_wday][:3]} {_MONTHS[t.tm_mon - 1][:3]} {t.tm_mday:2d} "
            f"{t.tm_hour:02d}:{t.tm_min:02d}:{t.tm_sec:02d} {t.tm_year}")


def ctime(secs=None):
    return asctime(gmtime(secs))


def _iso_week(t):
    """ISO year and week of a struct_time."""
    week = (t.tm_yday - (t.tm_wday + 1) + 10) // 7
    if week < 1:
        last = struct_time((t.tm_year - 1, 12, 31, 0, 0, 0, (t.tm_wday - t.tm_yday) % 7, 366 if _is_leap(t.tm_year - 1) else 365, 0))
        return _iso_week(last)
    if week == 53:
        length = 366 if _is_leap(t.tm_year) else 365
        if length - t.tm_yday < 3 - t.tm_wday:
            return t.tm_year + 1, 1
    return t.tm_year, week


def _directive(letter, t):
    hour12 = t.tm_hour % 12 or 12
    if letter == "Y":
        return str(t.tm_year)
    if letter == "m":
        return f"{t.tm_mon:02d}"
    if letter == "d":
        return f"{t.tm_mday:02d}"
    if letter == "H":
        return f"{t.tm_hour:02d}"
    if letter == "M":
        return f"{t.tm_min:02d}"
    if letter == "S":
        return f"{t.tm_sec:02d}"
    if letter == "X" or letter == "T":
        return f"{t.tm_hour:02d}:{t.tm_min:02d}:{t.tm_sec:02d}"
    if letter == "x" or letter == "D":
        return f"{t.tm_mon:02d}/{t.tm_mday:02d}/{t.tm_year % 100:02d}"
    if letter == "F":
        return f"{t.tm_year}-{t.tm_mon:02d}-{t.tm_mday:02d}"
    if letter == "R":
        return f"{t.tm_hour:02d}:{t.tm_min:02d}"
    if letter == "r":
        return f"{hour12:02d}:{t.tm_min:02d}:{t.tm_sec:02d} {'AM' if t.tm_hour < 12 else 'PM'}"
    if letter == "c":
        return asctime(t)
    if letter == "p":
        return "AM" if t.tm_hour < 12 else "PM"
    if letter == "I":
        return f"{hour12:02d}"
    if letter == "l":
        return f"{hour12:2d}"
    if letter == "k":
        return f"{t.tm_hour:2d}"
    if letter == "y":
        return f"{t.tm_year % 100:02d}"
    if letter == "C":
        return f"{t.tm_year // 100:02d}"
    if letter == "e":
        return f"{t.tm_mday:2d}"
    if letter == "j":
        return f"{t.tm_yday:03d}"
    if letter == "a":
        return _DAYS[t.tm_wday][:3]
    if letter == "A":
        return _DAYS[t.tm_wday]
    if letter == "b" or letter == "h":
        return _MONTHS[t.tm_mon - 1][:3]
    if letter == "B":
        return _MONTHS[t.tm_mon - 1]
    if letter == "w":
        return str((t.tm_wday + 1) % 7)
    if letter == "u":
        return str(t.tm_wday + 1)
    if letter == "U":
        return f"{(t.tm_yday + 6 - (t.tm_wday + 1) % 7) // 7:02d}"
    if letter == "W":
        return f"{(t.tm_yday + 6 - t.tm_wday) // 7:02d}"
    if letter == "V":
        return f"{_iso_week(t)[1]:02d}"
    if letter == "G":
        return str(_iso_week(t)[0])
    if letter == "s":
        return str(int(mktime(t)))
    if letter == "Z":
        return "UTC"
    if letter == "z":
        return "+0000"
    if letter == "n":
        return "\n"
    if letter == "t":
        return "\t"
    if letter == "%":
        return "%"
    return "%" + letter


def strftime(format, t=None):
    t = gmtime() if t is None else struct_time(t)
    parts = format.split("%")
    text = parts[0]
    i = 1
    while i < len(parts):
        part = parts[i]
        if part == "":
            # "%%", or a lone sign at the end
            text += "%"
            if i + 1 < len(parts):
                text += parts[i + 1]
            i += 2
            continue
        if part[0] == "-" and len(part) > 1:
            text += _directive(part[1], t).lstrip("0") or "0"
            text += part[2:]
        else:
            text += _directive(part[0], t) + part[1:]
        i += 1
    return text


def strptime(string, format="%a %b %d %H:%M:%S %Y"):
    import _strptime

    return _strptime.parse_time(string, format)


def get_clock_info(name):
    import types

    if name not in ("time", "monotonic", "perf_counter", "process_time", "thread_time"):
        raise ValueError("unknown clock")
    return types.SimpleNamespace(adjustable=name == "time", implementation="virtual", monotonic=name != "time", resolution=1e-09)


def clock_gettime(clk_id):
    return time() if clk_id == CLOCK_REALTIME else monotonic()


def tzset():
    pass
