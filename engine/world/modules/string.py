"""Constants and tools for texts."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


# ---- templates -----------------------------------------------------------------------------------------------------

_absent = {}


class Template:
    """Texts with $name and ${name} in them."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = 2

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(kind, text, position): kind is 'text', 'name', 'escaped' or 'invalid'."""
        if "pattern" in type(self).__dict__ or self.idpattern is not Template.idpattern or self.braceidpattern is not None:
            return self._parts_by_pattern()
        return self._plain_parts()

    def _plain_parts(self):
        text, sign = self.template, self.delimiter
        at = 0
        while True:
            start = text.find(sign, at)
            if start < 0:
                yield "text", text[at:], at
                return
            if start > at:
                yield "text", text[at:start], at
            after = start + len(sign)
            if text.startswith(sign, after):
                yield "escaped", sign, start
                at = after + len(sign)
                continue
            braced = text[after:after + 1] == "{"
            first = end = after + braced
            while end < len(text) and (text[end] in ascii_letters or text[end] == "_" or end > first and text[end] in digits):
                end += 1
            if end > first and (not braced or text[end:end + 1] == "}"):
                yield "name", text[first:end], start
                at = end + braced
            else:
                yield "invalid", sign, start
                at = after

    def _parts_by_pattern(self):
        import re

        pattern = getattr(type(self), "pattern", None)
        if pattern is None:
            sign = re.escape(self.delimiter)
            braced = self.braceidpattern or self.idpattern
            pattern = (rf"{sign}(?:(?P<escaped>{sign})|(?P<named>{self.idpattern})|"
                       rf"{{(?P<braced>{braced})}}|(?P<invalid>))")
        if isinstance(pattern, str):
            pattern = re.compile(pattern, self.flags | re.VERBOSE)
        at = 0
        for match in pattern.finditer(self.template):
            if match.start() > at:
                yield "text", self.template[at:match.start()], at
            name = match.group("named") or match.group("braced")
            if name is not None:
                yield "name", name, match.start()
            elif match.group("escaped") is not None:
                yield "escaped", self.delimiter, match.start()
            else:
                yield "invalid", match.group(), match.start("invalid") - len(self.delimiter)
            at = match.end()
        yield "text", self.template[at:], at

    def _invalid(self, position):
        lines = self.template[:position].splitlines(keepends=True)
        if not lines:
            line, column = 1, 1
        else:
            column = position - len("".join(lines[:-1])) + 1
            line = len(lines)
            if lines[-1].endswith("\n"):
                line, column = line + 1, 1
        raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")

    def substitute(self, mapping=_absent, /, **kws):
        values = _merged(mapping, kws)
        result = []
        for kind, text, position in self._parts():
            if kind == "name":
                text = str(values[text])
            elif kind == "invalid":
                self._invalid(position)
            result.append(text)
        return "".join(result)

    def safe_substitute(self, mapping=_absent, /, **kws):
        values = _merged(mapping, kws)
        result = []
        for kind, text, position in self._parts():
            if kind == "name":
                braced = self.template[position + len(self.delimiter):][:1] == "{"
                written = self.delimiter + ("{" + text + "}" if braced else text)
                try:
                    text = str(values[text])
                except KeyError:
                    text = written
            result.append(text)
        return "".join(result)

    def is_valid(self):
        return all(kind != "invalid" for kind, _, _ in self._parts())

    def get_identifiers(self):
        names = []
        for kind, text, _ in self._parts():
            if kind == "name" and text not in names:
                names.append(text)
        return names


def _merged(mapping, kws):
    if mapping is _absent:
        return kws
    if not kws:
        return mapping
    from collections import ChainMap

    return ChainMap(kws, mapping)


# ---- str.format, taken apart ---------------------------------------------------------------------------------------

def _field_end(text, at):
    """Where a replacement field that begins at `at` ends."""
    depth = 1
    in_brackets = False
    for i in range(at, len(text)):
        c = text[i]
        if in_brackets:
            in_brackets = c != "]"
        elif c == "[" and depth == 1 and ":" not in text[at:i]:
            in_brackets = True
        elif c == "{":
            depth += 1
        elif c == "}":
            depth -= 1
            if depth == 0:
                return i
    raise ValueError("expected '}' before end of string")


def _parse_format(text):
    """(literal text, field name, format spec, conversion) for each replacement field; the last may have no field."""
    literal = ""
    at = 0
    while at < len(text):
        c = text[at]
        if c not in "{}":
            end = at
            while end < len(text) and text[end] not in "{}":
                end += 1
            literal += text[at:end]
            at = end
            continue
        if text[at + 1:at + 2] == c:
            yield literal + c, None, None, None
            literal = ""
            at += 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if at + 1 == len(text):
            raise ValueError("Single '{' encountered in format string")
        end = _field_end(text, at + 1)
        yield (literal, *_parse_field(text[at + 1:end]))
        literal = ""
        at = end + 1
    if literal:
        yield literal, None, None, None


def _parse_field(field):
    depth = 0
    for i, c in enumerate(field):
        if c == "[":
            depth += 1
        elif c == "]":
            depth -= 1
        elif depth <= 0 and c == "!" and field[i + 2:i + 3] in ("", ":"):
            if i + 1 == len(field):
                raise ValueError("end of string while looking for conversion specifier")
            return field[:i], field[i + 3:], field[i + 1]
        elif depth <= 0 and c == ":":
            return field[:i], field[i + 1:], None
    return field, "", None


def _split_name(field_name):
    """The first part of a field name, and the (is_attribute, name) of the others."""
    end = 0
    while end < len(field_name) and field_name[end] not in ".[":
        end += 1
    first = field_name[:end]
    rest = []
    while end < len(field_name):
        if field_name[end] == ".":
            start = end = end + 1
            while end < len(field_name) and field_name[end] not in ".[":
                end += 1
            name = field_name[start:end]
            is_attribute = True
        elif field_name[end] == "[":
            close = field_name.find("]", end)
            if close < 0:
                raise ValueError("Missing ']' in format string")
            name = field_name[end + 1:close]
            end = close + 1
            is_attribute = False
        else:
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        if not name:
            raise ValueError("Empty attribute in format string")
        rest.append((is_attribute, int(name) if not is_attribute and name.isdigit() else name))
    return int(first) if first.isdigit() else first, rest


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            if field_name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif field_name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(
                format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        return _parse_format(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _split_name(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            obj = getattr(obj, name) if is_attribute else obj[name]
        return obj, first
