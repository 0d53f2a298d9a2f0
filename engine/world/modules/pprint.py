"""Data structures over several lines."""

import collections
import types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _safe_key:
    """Sorts anything: by `<`, and by type and identity where that is not known."""

    __slots__ = ("obj",)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


def _safe_tuple(pair):
    return _safe_key(pair[0]), _safe_key(pair[1])


def _recursion(object):
    return f"<Recursion on {type(object).__name__} with id={id(object)}>"


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        indent = int(indent)
        width = int(width)
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        text = self.pformat(object) + "\n"
        if self._stream is not None:
            self._stream.write(text)
        else:
            print(text, end="")

    def pformat(self, object):
        parts = []
        self._format(object, parts.append, 0, 0, {}, 0)
        return "".join(parts)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        return self._safe_repr(object, context, maxlevels, level)

    # In several lines. `allowance` is the room that what closes the outer containers needs.

    def _format(self, object, write, indent, allowance, context, level):
        objid = id(object)
        if objid in context:
            write(_recursion(object))
            return
        rep = self._repr(object, context, level)
        if len(rep) > self._width - indent - allowance:
            cls = type(object)
            method = self._dispatch.get(cls.__repr__)
            if method is None and _shows_as_dataclass(object):
                method = PrettyPrinter._pprint_dataclass
            if method is not None:
                context[objid] = 1
                method(self, object, write, indent, allowance, context, level + 1)
                del context[objid]
                return
        write(rep)

    def _repr(self, object, context, level):
        return self.format(object, dict(context), self._depth, level)[0]

    def _pprint_dict(self, object, write, indent, allowance, context, level):
        write("{")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        if len(object):
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
            self._format_dict_items(items, write, indent, allowance + 1, context, level)
        write("}")

    def _format_dict_items(self, items, write, indent, allowance, context, level):
        items = list(items)
        indent += self._indent_per_level
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            rep = self._repr(key, context, level)
            write(rep + ": ")
            self._format(value, write, indent + len(rep) + 2, allowance if last else 1, context, level)
            if not last:
                write(",\n" + " " * indent)

    def _format_items(self, items, write, indent, allowance, context, level):
        indent += self._indent_per_level
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        items = list(items)
        separator = ""
        width = max_width = self._width - indent + 1
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                max_width -= allowance
                width -= allowance
            if self._compact:
                rep = self._repr(item, context, level)
                w = len(rep) + 2
                if width < w:
                    width = max_width
                    if separator:
                        separator = ",\n" + " " * indent
                if width >= w:
                    width -= w
                    write(separator + rep)
                    separator = ", "
                    continue
            write(separator)
            separator = ",\n" + " " * indent
            self._format(item, write, indent, allowance if last else 1, context, level)

    def _pprint_list(self, object, write, indent, allowance, context, level):
        write("[")
        self._format_items(object, write, indent, allowance + 1, context, level)
        write("]")

    def _pprint_tuple(self, object, write, indent, allowance, context, level):
        write("(")
        end = ",)" if len(object) == 1 else ")"
        self._format_items(object, write, indent, allowance + len(end), context, level)
        write(end)

    def _pprint_set(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        cls = object.__class__
        if cls is set:
            write("{")
            end = "}"
        else:
            write(cls.__name__ + "({")
            end = "})"
            indent += len(cls.__name__) + 1
        self._format_items(sorted(object, key=_safe_key), write, indent, allowance + len(end), context, level)
        write(end)

    def _pprint_str(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        max_width1 = max_width = self._width - indent
        rep = ""
        for i, line in enumerate(lines):
            rep = repr(line)
            if i == len(lines) - 1:
                max_width1 -= allowance
            if len(rep) <= max_width1:
                chunks.append(rep)
                continue
            # Words with the white space behind them, as many to a line as fit.
            parts = _words(line)
            max_width2 = max_width
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    max_width2 -= allowance
                if len(repr(candidate)) > max_width2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            write(rep)
            return
        if level == 1:
            write("(")
        write(("\n" + " " * indent).join(chunks))
        if level == 1:
            write(")")

    def _pprint_bytes(self, object, write, indent, allowance, context, level):
        if len(object) <= 4:
            write(repr(object))
            return
        parens = level == 1
        if parens:
            indent += 1
            allowance += 1
            write("(")
        delim = ""
        for rep in _wrap_bytes_repr(object, self._width - indent, allowance):
            write(delim + rep)
            delim = "\n" + " " * indent
        if parens:
            write(")")

    def _pprint_bytearray(self, object, write, indent, allowance, context, level):
        write("bytearray(")
        self._pprint_bytes(bytes(object), write, indent + 10, allowance + 1, context, level + 1)
        write(")")

    def _pprint_mappingproxy(self, object, write, indent, allowance, context, level):
        write("mappingproxy(")
        self._format(object.copy(), write, indent + 13, allowance + 1, context, level)
        write(")")

    def _pprint_simplenamespace(self, object, write, indent, allowance, context, level):
        name = "namespace" if type(object) is types.SimpleNamespace else object.__class__.__name__
        indent += len(name) + 1
        write(name + "(")
        self._format_namespace_items(object.__dict__.items(), write, indent, allowance, context, level)
        write(")")

    def _pprint_dataclass(self, object, write, indent, allowance, context, level):
        import dataclasses

        name = object.__class__.__name__
        indent += len(name) + 1
        items = [(f.name, getattr(object, f.name)) for f in dataclasses.fields(object) if f.repr]
        write(name + "(")
        self._format_namespace_items(items, write, indent, allowance, context, level)
        write(")")

    def _format_namespace_items(self, items, write, indent, allowance, context, level):
        items = list(items)
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            write(key + "=")
            if id(value) in context:
                write("...")
            else:
                self._format(value, write, indent + len(key) + 1, allowance if last else 1, context, level)
            if not last:
                write(",\n" + " " * indent)

    def _pprint_ordered_dict(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        self._format(list(object.items()), write, indent + len(name) + 1, allowance + 1, context, level)
        write(")")

    def _pprint_default_dict(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        rdf = self._repr(object.default_factory, context, level)
        indent += len(object.__class__.__name__) + 1
        write(f"{object.__class__.__name__}({rdf},\n{' ' * indent}")
        self._pprint_dict(object, write, indent, allowance + 1, context, level)
        write(")")

    def _pprint_counter(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "({")
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * " ")
        self._format_dict_items(object.most_common(), write, indent + len(name) + 1, allowance + 2, context, level)
        write("})")

    def _pprint_chain_map(self, object, write, indent, allowance, context, level):
        if not len(object.maps):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        indent += len(name) + 1
        for i, m in enumerate(object.maps):
            if i == len(object.maps) - 1:
                self._format(m, write, indent, allowance + 1, context, level)
                write(")")
            else:
                self._format(m, write, indent, 1, context, level)
                write(",\n" + " " * indent)

    def _pprint_deque(self, object, write, indent, allowance, context, level):
        if not len(object):
            write(repr(object))
            return
        name = object.__class__.__name__
        write(name + "(")
        indent += len(name) + 1
        write("[")
        if object.maxlen is None:
            self._format_items(object, write, indent, allowance + 2, context, level)
            write("])")
        else:
            self._format_items(object, write, indent, 2, context, level)
            rml = self._repr(object.maxlen, context, level)
            write(f"],\n{' ' * indent}maxlen={rml})")

    def _pprint_user(self, object, write, indent, allowance, context, level):
        self._format(object.data, write, indent, allowance, context, level - 1)

    _dispatch = {
        dict.__repr__: _pprint_dict,
        list.__repr__: _pprint_list,
        tuple.__repr__: _pprint_tuple,
        set.__repr__: _pprint_set,
        frozenset.__repr__: _pprint_set,
        str.__repr__: _pprint_str,
        bytes.__repr__: _pprint_bytes,
        bytearray.__repr__: _pprint_bytearray,
        types.MappingProxyType.__repr__: _pprint_mappingproxy,
        types.SimpleNamespace.__repr__: _pprint_simplenamespace,
        collections.OrderedDict.__repr__: _pprint_ordered_dict,
        collections.defaultdict.__repr__: _pprint_default_dict,
        collections.Counter.__repr__: _pprint_counter,
        collections.ChainMap.__repr__: _pprint_chain_map,
        collections.deque.__repr__: _pprint_deque,
        collections.UserDict.__repr__: _pprint_user,
        collections.UserList.__repr__: _pprint_user,
        collections.UserString.__repr__: _pprint_user,
    }

    # In one line: the text, whether it can be read back, whether something contains itself.

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        if cls in (str, bytes, bytearray, float, complex, bool, type(None)):
            return repr(object), True, False
        r = getattr(cls, "__repr__", None)
        if issubclass(cls, int) and r is int.__repr__:
            return (f"{object:_d}" if self._underscore_numbers else repr(object)), True, False
        if issubclass(cls, dict) and r is dict.__repr__:
            if not object:
                return "{}", True, False
            left, right = "{", "}"
            items = sorted(object.items(), key=_safe_tuple) if self._sort_dicts else object.items()
        elif issubclass(cls, (list, tuple)) and r in (list.__repr__, tuple.__repr__):
            if issubclass(cls, list):
                if not object:
                    return "[]", True, False
                left, right = "[", "]"
            elif len(object) == 1:
                left, right = "(", ",)"
            else:
                if not object:
                    return "()", True, False
                left, right = "(", ")"
            items = None
        else:
            rep = repr(object)
            return rep, bool(rep) and not rep.startswith("<"), False
        objid = id(object)
        if maxlevels and level >= maxlevels:
            return f"{left}...{right}", False, objid in context
        if objid in context:
            return _recursion(object), False, True
        context[objid] = 1
        readable, recursive = True, False
        parts = []
        for part in object if items is None else items:
            texts = []
            for each in (part,) if items is None else part:
                text, is_readable, is_recursive = self.format(each, context, maxlevels, level + 1)
                texts.append(text)
                readable = readable and is_readable
                recursive = recursive or is_recursive
            parts.append(": ".join(texts))
        del context[objid]
        return left + ", ".join(parts) + right, readable, recursive


def _shows_as_dataclass(object):
    cls = type(object)
    params = getattr(cls, "__dataclass_params__", None)
    return params is not None and params.repr and cls.__repr__.__module__ == "dataclasses"


def _words(line):
    """The words of a line, each with the white space behind it."""
    parts = []
    at = 0
    while at < len(line):
        end = at
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        parts.append(line[at:end])
        at = end
    return parts


def _wrap_bytes_repr(object, width, allowance):
    current = b""
    last = len(object) // 4 * 4
    for i in range(0, len(object), 4):
        part = object[i:i + 4]
        candidate = current + part
        if i == last:
            width -= allowance
        if len(repr(candidate)) > width:
            if current:
                yield repr(current)
            current = part
        else:
            current = candidate
    if current:
        yield repr(current)
