"""ast, as far as reading data goes: literal_eval()."""

import re as _re

_TOKEN = _re.compile(
    r"""[ \t\f\r\n]*(?:\#[^\n]*\s*)*(?:
      (?P<string>(?:[bBrRuU]|[bB][rR]|[rR][bB])?(?:
          '''(?:[^\\]|\\.)*?''' | \"\"\"(?:[^\\]|\\.)*?\"\"\" | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*"))
    | (?P<number>(?:0[xXoObB][0-9a-fA-F_]+ | (?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9_]+)?)[jJ]?)
    | (?P<name>[^\W\d]\w*)
    | (?P<mark>\.\.\.|.)
    | $)""",
    _re.VERBOSE | _re.DOTALL,
)
_NAMES = {"None": None, "True": True, "False": False}


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0
        self.advance()

    def advance(self):
        found = _TOKEN.match(self.text, self.at)
        self.line = self.text.count("\n", 0, self.at) + 1
        self.at = found.end()
        self.kind = found.lastgroup
        self.token = found[self.kind] if self.kind else ""

    def take(self, mark):
        if self.kind != "mark" or self.token != mark:
            return False
        self.advance()
        return True

    def refuse(self, kind):
        raise ValueError(f"malformed node or string on line {self.line}: <ast.{kind} object>")

    def whole(self):
        value = self.items(None)
        if self.kind:
            self.refuse("Call" if self.token == "(" else "Attribute" if self.token == "." else "BinOp")
        return value

    def items(self, end):
        """Values with commas between them up to a closing mark: a tuple where there was a comma."""
        values = []
        comma = False
        while not (self.kind is None or self.kind == "mark" and self.token == end):
            values.append(self.value())
            comma = self.take(",")
            if not comma:
                break
        if len(values) == 1 and not comma:
            return values[0]
        return tuple(values)

    def closed(self, mark):
        if not self.take(mark):
            self.refuse("Call" if self.token == "(" else "BinOp")

    def value(self):
        left = self.signed()
        if self.kind == "mark" and self.token in ("+", "-") and type(left) in (int, float):
            minus = self.token == "-"
            self.advance()
            right = self.signed()
            if type(right) is not complex:
                self.refuse("BinOp")
            return left - right if minus else left + right
        return left

    def signed(self):
        if self.kind == "mark" and self.token in ("+", "-"):
            minus = self.token == "-"
            self.advance()
            operand = self.signed()
            if type(operand) not in (int, float, complex):
                self.refuse("UnaryOp")
            return -operand if minus else +operand
        return self.atom()

    def atom(self):
        kind, token = self.kind, self.token
        if kind == "string":
            value = eval(token)
            self.advance()
            while self.kind == "string":
                value += eval(self.token)
                self.advance()
            return value
        if kind == "number":
            self.advance()
            return eval(token)
        if kind == "name":
            return self.name()
        self.advance()
        if token == "...":
            return ...
        if token == "(":
            value = () if self.token == ")" else self.items(")")
            self.closed(")")
            return value
        if token == "[":
            return self.elements("]")
        if token == "{":
            return self.braces()
        self.refuse("Expression")

    def name(self):
        token = self.token
        self.advance()
        if token in _NAMES:
            return _NAMES[token]
        if token == "set" and self.take("("):
            if self.take(")"):
                return set()
            self.refuse("Call")
        self.refuse("Call" if self.token == "(" else "Attribute" if self.token == "." else "Name")

    def elements(self, end):
        values = []
        while not self.take(end):
            values.append(self.value())
            if not self.take(","):
                self.closed(end)
                break
        return values

    def braces(self):
        if self.take("}"):
            return {}
        first = self.value()
        if not self.take(":"):
            values = [first]
            if self.take(","):
                values += self.elements("}")
            else:
                self.closed("}")
            return set(values)
        pairs = {first: self.value()}
        while self.take(","):
            if self.take("}"):
                return pairs
            key = self.value()
            self.closed(":")
            pairs[key] = self.value()
        self.closed("}")
        return pairs


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    compile(text, "<unknown>", "eval")
    return _Reader(text).whole()
