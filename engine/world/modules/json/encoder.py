"""JSONEncoder."""

import _json

_INFINITY = float("inf")


def encode_basestring(s, /):
    return _json.quote(s, False)


def encode_basestring_ascii(s, /):
    return _json.quote(s, True)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = " " * indent
        return _json.encode(o, self.default, self.skipkeys, self.ensure_ascii, self.check_circular, self.allow_nan,
                            indent, self.item_separator, self.key_separator, self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        """The text in the parts that it comes to be in."""
        return _Parts(self).of(o, 0)


class _Parts:
    """One walk through a value: what is before a scalar is in one part with it."""

    def __init__(self, encoder):
        self.encoder = encoder
        indent = encoder.indent
        self.indent = " " * indent if indent is not None and not isinstance(indent, str) else indent
        self.text = encode_basestring_ascii if encoder.ensure_ascii else encode_basestring
        # The containers that are being written, to notice when one holds itself.
        self.open = {}

    def scalar(self, o):
        """The text of what is no container, None of others."""
        if isinstance(o, str):
            return self.text(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        return self.float(o) if isinstance(o, float) else None

    def float(self, o):
        text = "NaN" if o != o else "Infinity" if o == _INFINITY else "-Infinity" if o == -_INFINITY else None
        if text is None:
            return float.__repr__(o)
        if not self.encoder.allow_nan:
            raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
        return text

    def of(self, o, level):
        text = self.scalar(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self.list(o, level)
        elif isinstance(o, dict):
            yield from self.dict(o, level)
        else:
            self.enter(o)
            yield from self.of(self.encoder.default(o), level)
            self.leave(o)

    def enter(self, o):
        if self.encoder.check_circular:
            if id(o) in self.open:
                raise ValueError("Circular reference detected")
            self.open[id(o)] = o

    def leave(self, o):
        if self.encoder.check_circular:
            del self.open[id(o)]

    def list(self, values, level):
        if not values:
            yield "[]"
            return
        self.enter(values)
        line = "" if self.indent is None else "\n" + self.indent * (level + 1)
        before = "[" + line
        for value in values:
            text = self.scalar(value)
            if text is not None:
                yield before + text
            else:
                yield before
                yield from self.of(value, level + 1)
            before = self.encoder.item_separator + line
        if self.indent is not None:
            yield "\n" + self.indent * level
        yield "]"
        self.leave(values)

    def dict(self, values, level):
        if not values:
            yield "{}"
            return
        self.enter(values)
        yield "{"
        line = None if self.indent is None else "\n" + self.indent * (level + 1)
        if line is not None:
            yield line
        separator = self.encoder.item_separator + (line or "")
        first = True
        for key, value in sorted(values.items()) if self.encoder.sort_keys else values.items():
            if not isinstance(key, str):
                key = self.key(key)
                if key is None:
                    continue
            if not first:
                yield separator
            first = False
            yield self.text(key)
            yield self.encoder.key_separator
            text = self.scalar(value)
            if text is not None:
                yield text
            else:
                yield from self.of(value, level + 1)
        if line is not None:
            yield "\n" + self.indent * level
        yield "}"
        self.leave(values)

    def key(self, key):
        text = self.scalar(key)
        if text is None and not self.encoder.skipkeys:
            raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")
        return text
