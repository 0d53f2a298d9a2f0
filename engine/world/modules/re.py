"""Regular expressions. Patterns and matches are native."""

import _re
from _re import Match, Pattern

__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "compile", "purge", "template",
    "escape", "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U", "ASCII", "IGNORECASE", "LOCALE",
    "MULTILINE", "DOTALL", "VERBOSE", "UNICODE", "NOFLAG", "RegexFlag",
]


class error(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            newline = "\n" if isinstance(pattern, str) else b"\n"
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            msg = f"{msg} at position {pos}"
            if newline in pattern:
                msg = f"{msg} (line {self.lineno}, column {self.colno})"
        else:
            self.lineno = self.colno = None
        super().__init__(msg)


_FLAG_NAMES = {
    256: "ASCII", 128: "DEBUG", 16: "DOTALL", 2: "IGNORECASE", 4: "LOCALE", 8: "MULTILINE", 1: "TEMPLATE",
    32: "UNICODE", 64: "VERBOSE",
}


class RegexFlag(int):
    def __repr__(self):
        number = int(self)
        if not number:
            return "re.NOFLAG"
        names = [f"re.{_FLAG_NAMES[bit]}" for bit in (256, 2, 4, 32, 8, 16, 64, 1, 128) if number & bit]
        rest = number & ~511
        return "|".join(names + ([hex(rest)] if rest else []))

    __str__ = __repr__

    @property
    def name(self):
        return repr(self).replace("re.", "")

    @property
    def value(self):
        return int(self)

    def __or__(self, other):
        return RegexFlag(int(self) | int(other)) if isinstance(other, int) else NotImplemented

    def __and__(self, other):
        return RegexFlag(int(self) & int(other)) if isinstance(other, int) else NotImplemented

    def __xor__(self, other):
        return RegexFlag(int(self) ^ int(other)) if isinstance(other, int) else NotImplemented

    def __invert__(self):
        return RegexFlag(511 & ~int(self))

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__


NOFLAG = RegexFlag.NOFLAG = RegexFlag(0)
TEMPLATE = T = RegexFlag.TEMPLATE = RegexFlag.T = RegexFlag(1)
IGNORECASE = I = RegexFlag.IGNORECASE = RegexFlag.I = RegexFlag(2)
LOCALE = L = RegexFlag.LOCALE = RegexFlag.L = RegexFlag(4)
MULTILINE = M = RegexFlag.MULTILINE = RegexFlag.M = RegexFlag(8)
DOTALL = S = RegexFlag.DOTALL = RegexFlag.S = RegexFlag(16)
UNICODE = U = RegexFlag.UNICODE = RegexFlag.U = RegexFlag(32)
VERBOSE = X = RegexFlag.VERBOSE = RegexFlag.X = RegexFlag(64)
DEBUG = RegexFlag.DEBUG = RegexFlag(128)
ASCII = A = RegexFlag.ASCII = RegexFlag.A = RegexFlag(256)

_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    key = (type(pattern), pattern, int(flags))
    known = _cache.get(key)
    if known is not None:
        return known
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    made = _re.compile(pattern, int(flags))
    if len(_cache) >= _MAXCACHE:
        del _cache[next(iter(_cache))]
    _cache[key] = made
    return made


def compile(pattern, flags=0):
    return _compile(pattern, flags)


def match(pattern, string, flags=0):
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return _compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return _compile(pattern, flags).finditer(string)


def purge():
    _cache.clear()


def template(pattern, flags=0):
    return _compile(pattern, flags | TEMPLATE)


_SPECIAL = {ord(c): "\\" + c for c in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f"}


def escape(pattern):
    if isinstance(pattern, str):
        return pattern.translate(_SPECIAL)
    return str(pattern, "latin1").translate(_SPECIAL).encode("latin1")
