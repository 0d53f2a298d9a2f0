"""Addresses and dates of mail."""


def formataddr(pair, charset="utf-8"):
    name, address = pair
    return f"{name} <{address}>" if name else address


def parseaddr(addr):
    return getaddresses([addr])[0]


def getaddresses(fieldvalues):
    made = []
    for field in fieldvalues:
        for each in field.split(","):
            name, mark, rest = each.strip().partition("<")
            if mark:
                made.append((name.strip().strip('"'), rest.partition(">")[0].strip()))
            elif name:
                made.append(("", name.strip()))
    return made or [("", "")]


def formatdate(timeval=None, localtime=False, usegmt=False):
    from datetime import datetime, timedelta

    import time

    moment = datetime(1970, 1, 1) + timedelta(seconds=time.time() if timeval is None else timeval)
    return moment.strftime("%a, %d %b %Y %H:%M:%S ") + ("GMT" if usegmt else "-0000" if not localtime else "+0000")


def make_msgid(idstring=None, domain=None):
    import time

    return f"<{int(time.time() * 100)}.1000.1@{domain or 'localhost'}>"


def format_datetime(dt, usegmt=False):
    return dt.strftime("%a, %d %b %Y %H:%M:%S ") + ("GMT" if usegmt else "+0000" if dt.tzinfo else "-0000")
