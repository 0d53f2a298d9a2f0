"""Paths as text."""

import genericpath
from genericpath import commonprefix, exists, getatime, getctime, getmtime, getsize, isdir, isfile, samefile, sameopenfile, samestat

__all__ = ["normcase", "isabs", "join", "splitdrive", "split", "splitext", "basename", "dirname", "commonprefix",
           "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir", "isfile", "ismount",
           "expanduser", "expandvars", "normpath", "abspath", "samefile", "sameopenfile", "samestat", "curdir",
           "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "realpath",
           "supports_unicode_filenames", "relpath", "commonpath"]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    import os

    return os.fspath(path)


def _like(path, text):
    """A piece of a path in the type of the path."""
    return text.encode() if isinstance(path, bytes) else text


def normcase(s):
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(_like(s, "/"))


def join(a, /, *p):
    path = a = _fspath(a)
    slash = _like(a, "/")
    for b in map(_fspath, p):
        if isinstance(b, str) != isinstance(path, str):
            raise TypeError("Can't mix strings and bytes in path components")
        if b.startswith(slash):
            path = b
        elif not path or path.endswith(slash):
            path += b
        else:
            path += slash + b
    return path


def split(p):
    p = _fspath(p)
    slash = _like(p, "/")
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    return (head.rstrip(slash) or head), tail


def splitext(p):
    p = _fspath(p)
    dot = p.rfind(_like(p, "."))
    start = p.rfind(_like(p, "/")) + 1
    # Leading dots belong to the name.
    first = start
    while first < len(p) and p[first:first + 1] == _like(p, "."):
        first += 1
    return (p[:dot], p[dot:]) if dot > first - 1 and dot >= first else (p, p[:0])


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def basename(p):
    p = _fspath(p)
    return p[p.rfind(_like(p, "/")) + 1:]


def dirname(p):
    return split(p)[0]


def normpath(path):
    path = _fspath(path)
    if not path:
        return _like(path, ".")
    slash, dot, up = _like(path, "/"), _like(path, "."), _like(path, "..")
    # Exactly two slashes at the beginning may mean something of their own.
    lead = path[:0]
    if path.startswith(slash):
        lead = slash * 2 if path.startswith(slash * 2) and not path.startswith(slash * 3) else slash
    kept = []
    for part in path.split(slash):
        if not part or part == dot:
            continue
        if part != up or (not lead and not kept) or (kept and kept[-1] == up):
            kept.append(part)
        elif kept:
            kept.pop()
    return lead + slash.join(kept) or dot


def abspath(path):
    path = _fspath(path)
    if not isabs(path):
        import os

        path = join(_like(path, os.getcwd()), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    if strict:
        import os

        os.stat(filename)
    return abspath(filename)


def relpath(path, start=None):
    if not path:
        raise ValueError("no path specified")
    path = _fspath(path)
    start = _like(path, ".") if start is None else _fspath(start)
    slash = _like(path, "/")
    there = [part for part in abspath(path).split(slash) if part]
    here = [part for part in abspath(start).split(slash) if part]
    common = 0
    while common < min(len(there), len(here)) and there[common] == here[common]:
        common += 1
    return slash.join([_like(path, "..")] * (len(here) - common) + there[common:]) or _like(path, ".")


def commonpath(paths):
    paths = [_fspath(path) for path in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    slash, dot = _like(paths[0], "/"), _like(paths[0], ".")
    if len({isabs(path) for path in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    lists = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    common = []
    for parts in zip(*lists):
        if any([part != parts[0] for part in parts]):
            break
        common.append(parts[0])
    return (slash if isabs(paths[0]) else slash[:0]) + slash.join(common)


def expanduser(path):
    path = _fspath(path)
    tilde, slash = _like(path, "~"), _like(path, "/")
    if not path.startswith(tilde):
        return path
    import os

    at = path.find(slash, 1)
    if at < 0:
        at = len(path)
    home = _home(os.fsdecode(path[1:at]))
    if home is None:
        return path
    return (_like(path, home).rstrip(slash) + path[at:]) or slash


def _home(user):
    """Where a user's files are, as /etc/passwd says. None for a user it does not know."""
    import os

    if not user:
        return os.environ.get("HOME", "/home/user")
    try:
        with open("/etc/passwd") as file:
            found = [line.split(":") for line in file.read().splitlines()]
    except OSError:
        return None
    return next((fields[5] for fields in found if len(fields) > 5 and fields[0] == user), None)


def expandvars(path):
    path = _fspath(path)
    import os
    import re

    text = path.decode() if isinstance(path, bytes) else path
    done = re.sub(r"\$(\w+|\{[^}]*\}?)", lambda m: os.environ.get(m.group(1).strip("{}"), m.group(0)), text, flags=re.A)
    return _like(path, done)


def islink(path):
    return False


def lexists(path):
    return exists(path)


def ismount(path):
    return _fspath(path) in ("/", b"/")
