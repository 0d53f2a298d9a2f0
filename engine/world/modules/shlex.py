"""Splitting a text as a shell does, and quoting for one."""

from _shlex import shlex

__all__ = ["shlex", "split", "quote", "join"]

_SAFE = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_@%+=:,./-")
_SPACE = " \t\r\n"


def quote(s):
    if not s:
        return "''"
    if all(c in _SAFE for c in s):
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join(quote(each) for each in split_command)


def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    if comments and not posix:
        words = shlex(s, posix=False)
        words.whitespace_split = True
        return list(words)
    words = []
    word = None
    i = 0
    while i < len(s):
        c = s[i]
        i += 1
        if c in _SPACE:
            if word is not None:
                words.append(word)
            word = None
        elif comments and c == "#":
            end = s.find("\n", i)
            i = len(s) if end < 0 else end
        elif posix and c == "\\":
            if i == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[i]
            i += 1
        elif c in "'\"" and (posix or word is None):
            text, i = _quoted(s, i, c, posix)
            word = (word or "") + text
            if not posix:
                words.append(word)
                word = None
        else:
            word = (word or "") + c
    if word is not None:
        words.append(word)
    return words


def _quoted(s, i, mark, posix):
    """The text up to the closing mark, and where it goes on. Not posix: with its marks."""
    text = "" if posix else mark
    while i < len(s):
        c = s[i]
        i += 1
        if c == mark:
            return (text if posix else text + mark), i
        if posix and c == "\\" and mark == '"' and i == len(s):
            raise ValueError("No escaped character")
        if posix and c == "\\" and mark == '"' and s[i] in '"\\':
            c = s[i]
            i += 1
        text += c
    raise ValueError("No closing quotation")
