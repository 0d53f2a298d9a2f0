"""Time zones by name: the sandbox knows UTC alone."""

from _datetime_delta import timedelta, tzinfo

__all__ = ["ZoneInfo", "available_timezones", "ZoneInfoNotFoundError", "InvalidTZPathWarning", "TZPATH", "reset_tzpath"]
TZPATH = ()
_NAMES = ("UTC", "Etc/UTC", "Etc/GMT", "GMT", "Zulu", "Universal", "UCT", "Etc/UCT", "Etc/Zulu", "Etc/Universal")
_ZERO = timedelta(0)


class ZoneInfoNotFoundError(KeyError):
    pass


class InvalidTZPathWarning(RuntimeWarning):
    pass


class ZoneInfo(tzinfo):
    _known = {}

    def __new__(cls, key):
        known = cls._known.get(key)
        return cls._known.setdefault(key, cls.no_cache(key)) if known is None else known

    @classmethod
    def no_cache(cls, key):
        if key not in _NAMES:
            raise ZoneInfoNotFoundError(f"No time zone found with key {key}: the sandbox knows UTC alone")
        self = tzinfo.__new__(cls)
        self._key = key
        return self

    @classmethod
    def clear_cache(cls, *, only_keys=None):
        for key in list(cls._known) if only_keys is None else only_keys:
            cls._known.pop(key, None)

    @property
    def key(self):
        return self._key

    def utcoffset(self, dt, /):
        return _ZERO

    def dst(self, dt, /):
        return _ZERO

    def tzname(self, dt, /):
        return "GMT" if "GMT" in self._key else "UTC"

    def fromutc(self, dt, /):
        return dt

    def __str__(self):
        return self._key

    def __repr__(self):
        return f"zoneinfo.ZoneInfo(key={self._key!r})"

    def __reduce__(self):
        return ZoneInfo, (self._key,)


def available_timezones():
    return set(_NAMES)


def reset_tzpath(to=None):
    pass
