"""Times at which core.schedule() calls."""

import datetime


def periodic(period, start=None, stop=None):
    """`period`: seconds or a timedelta."""
    if not isinstance(period, datetime.timedelta):
        period = datetime.timedelta(seconds=period)
    when = datetime.datetime.now() if start is None else start
    while stop is None or when < stop:
        yield when
        when += period
