"""Characters with a meaning in HTML."""

import re

from html.entities import name2codepoint

__all__ = ["escape", "unescape"]


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(match):
    name = match.group(1)
    if name[0] == "#":
        number = int(name[2:].rstrip(";"), 16) if name[1] in "xX" else int(name[1:].rstrip(";"))
        if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            return "\ufffd"
        if 0x80 <= number < 0xA0:
            return bytes([number]).decode("latin-1")
        return chr(number)
    code = name2codepoint.get(name.rstrip(";"))
    if code is not None:
        return chr(code)
    for end in range(len(name) - 1, 1, -1):
        if name[:end] in ("amp", "lt", "gt", "quot", "nbsp", "copy", "reg"):
            return chr(name2codepoint[name[:end]]) + name[end:]
    return "&" + name


def unescape(s):
    return re.sub(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)", _character, s) if "&" in s else s
