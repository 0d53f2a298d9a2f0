"""What os.path asks of the file system."""

import os


def _stat(path):
    try:
        return os.stat(path)
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


def isfile(path):
    found = _stat(path)
    return found is not None and found.st_mode & 0o170000 == 0o100000


def isdir(s):
    found = _stat(s)
    return found is not None and found.st_mode & 0o170000 == 0o040000


def getsize(filename):
    return os.stat(filename).st_size


def getmtime(filename):
    return os.stat(filename).st_mtime


def getatime(filename):
    return os.stat(filename).st_atime


def getctime(filename):
    return os.stat(filename).st_ctime


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple([os.fspath(each) for each in m])
    first, last = min(m), max(m)
    for place, c in enumerate(first):
        if c != last[place]:
            return first[:place]
    return first


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    return fp1 == fp2
