"""Lines of the program's own files: there are no others in the sandbox."""

import sys

import _traceback

cache = {}


def getlines(filename, module_globals=None):
    entry = cache.get(filename)
    if entry is not None:
        return entry[2]
    for depth in range(1000):
        try:
            code = sys._getframe(depth).f_code
        except ValueError:
            return []
        if code.co_filename == filename:
            lines = _traceback.source_text(code).splitlines(True)
            if lines and not lines[-1].endswith("\n"):
                lines[-1] += "\n"
            cache[filename] = (0, None, lines, filename)
            return lines
    return []


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ""


def clearcache():
    cache.clear()


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False
