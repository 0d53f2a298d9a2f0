"""Lines of files, the program's own among them, kept once they were read."""

import os
import sys

import _traceback

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None:
        return entry[2]
    for depth in range(1000):
        try:
            code = sys._getframe(depth).f_code
        except ValueError:
            break
        if code.co_filename == filename:
            lines = _traceback.source_text(code).splitlines(True)
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += "\n"
            cache[filename] = (0, None, lines, filename)
            return lines
    return updatecache(filename, module_globals)


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def updatecache(filename, module_globals=None):
    """Reads the file again. No lines when that cannot be done."""
    cache.pop(filename, None)
    if not filename or filename.startswith("<") and filename.endswith(">"):
        return []
    try:
        found = os.stat(filename)
        with open(filename, encoding="utf-8") as file:
            lines = file.readlines()
    except (OSError, UnicodeDecodeError):
        return []
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    cache[filename] = (found.st_size, found.st_mtime, lines, filename)
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Forgets the files that are not as they were when they were read."""
    for name in [*cache] if filename is None else [filename]:
        size, changed, _, path = cache.get(name, (0, None, None, None))
        if changed is None:
            continue
        try:
            found = os.stat(path)
        except OSError:
            del cache[name]
            continue
        if size != found.st_size or changed != found.st_mtime:
            del cache[name]


def lazycache(filename, module_globals):
    return False
