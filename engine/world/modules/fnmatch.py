"""Names against patterns with * ? [seq] [!seq]."""

import re

__all__ = ["filter", "fnmatch", "fnmatchcase", "translate"]

_compiled = {}


def translate(pat):
    text = ""
    i = 0
    while i < len(pat):
        c = pat[i]
        i += 1
        if c == "*":
            if not text.endswith(".*"):
                text += ".*"
        elif c == "?":
            text += "."
        elif c == "[":
            end = i
            if pat[end:end + 1] == "!":
                end += 1
            end = pat.find("]", end + 1)
            if end < 0:
                text += "\\["
                continue
            inside = pat[i:end].replace("\\", "\\\\")
            i = end + 1
            if inside.startswith("!"):
                inside = "^" + inside[1:]
            elif inside.startswith(("^", "[")):
                inside = "\\" + inside
            text += f"[{inside}]"
        else:
            text += re.escape(c)
    return f"(?s:{text})\\Z"


def fnmatchcase(name, pat):
    known = _compiled.get(pat)
    if known is None:
        text = pat.decode("latin-1") if isinstance(pat, bytes) else pat
        translated = translate(text)
        known = _compiled[pat] = re.compile(translated.encode("latin-1") if isinstance(pat, bytes) else translated)
    return known.match(name) is not None


def fnmatch(name, pat):
    return fnmatchcase(name, pat)


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
