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


def cron(cron_string, start=None, stop=None, second=0):
    """The times of a line of crontab: minute, hour, day, month, day of the week (0 and 7: Sunday)."""
    fields = cron_string.split()
    if len(fields) != 5:
        raise ValueError(f"invalid cron string: {cron_string!r}")
    ranges = ((0, 59), (0, 23), (1, 31), (1, 12), (0, 7))
    minutes, hours, days, months, weekdays = [_numbers(field, *each) for field, each in zip(fields, ranges)]
    if 7 in weekdays:
        weekdays.add(0)
    either = fields[2] != "*" and fields[4] != "*"  # then one of them is enough
    now = datetime.datetime.now() if start is None else start
    when = now.replace(second=second, microsecond=0)
    if when < now:
        when += datetime.timedelta(minutes=1)
    while stop is None or when < stop:
        of_month, of_week = when.day in days, when.isoweekday() % 7 in weekdays
        if when.month not in months or not (of_month or of_week if either else of_month and of_week):
            when = (when + datetime.timedelta(days=1)).replace(hour=0, minute=0)
        elif when.hour not in hours:
            when = (when + datetime.timedelta(hours=1)).replace(minute=0)
        else:
            if when.minute in minutes:
                yield when
            when += datetime.timedelta(minutes=1)


def _numbers(field, least, most):
    """"*", "5", "1-5", "*/10", "1-30/2", or several with commas."""
    found = set()
    for part in field.split(","):
        span, _, step = part.partition("/")
        first, _, last = span.partition("-")
        first, last = (least, most) if span == "*" else (int(first), int(last or (most if step else first)))
        found.update(range(first, last + 1, int(step or 1)))
    return found
