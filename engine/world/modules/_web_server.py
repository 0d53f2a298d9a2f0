"""What web frameworks have in common: reading requests, writing answers, patterns of paths."""

import _web
from _http_reasons import reason
from urllib.parse import unquote


class Incoming:
    """A request as it came in."""

    def __init__(self, method, target, headers, body, peer):
        self.method = method
        self.target = target
        path, _, self.query = target.partition("?")
        self.path = unquote(path)
        self.headers = _web.Headers(headers)
        self.body = body
        self.peer = peer

    @property
    def keeps_open(self):
        return self.headers.get("Connection", "").lower() == "keep-alive"


def parse_request(peer=None):
    """A generator like _web.parse_answer; returns an Incoming, or None at the end of the connection."""
    line = yield "line"
    words = line.decode("latin-1").split()
    if len(words) < 2:
        return None
    headers = yield from _web.parse_headers()
    found = _web.Received("", 0, "", headers)
    body = yield from _web.parse_body(found.header, False)
    return Incoming(words[0], words[1], headers, body, peer)


def encode_answer(status, headers, body, method="GET", with_length=True):
    lines = [f"HTTP/1.1 {status} {reason(status)}"] + [f"{name}: {value}" for name, value in headers]
    names = [name.lower() for name, value in headers]
    if with_length and "content-length" not in names:
        lines.append(f"Content-Length: {len(body)}")
    if "connection" not in names:
        lines.append("Connection: close")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + (b"" if method == "HEAD" else body)


class Pattern:
    """A path with places: "/users/{id}", "/users/<int:id>"."""

    def __init__(self, text):
        self.text = text
        self.parts = [self._part(each) for each in text.split("/")]

    @staticmethod
    def _part(text):
        if text.startswith("{") and text.endswith("}"):
            name, _, rule = text[1:-1].partition(":")
            return name, rule or "str"
        if text.startswith("<") and text.endswith(">"):
            kind, colon, name = text[1:-1].rpartition(":")
            return name, kind or "str"
        return text

    def is_plain(self):
        return all([isinstance(part, str) for part in self.parts])

    def match(self, path):
        """The values of its places, or None."""
        given = path.split("/")
        values = {}
        for n, part in enumerate(self.parts):
            if isinstance(part, tuple) and part[1] in ("path", ".*", ".+"):
                values[part[0]] = "/".join(given[n:])
                return values
            if n >= len(given):
                return None
            if isinstance(part, str):
                if part != given[n]:
                    return None
                continue
            value = self._convert(part[1], given[n])
            if value is None:
                return None
            values[part[0]] = value
        return values if len(given) == len(self.parts) else None

    @staticmethod
    def _convert(kind, text):
        if not text:
            return None
        if kind == "int":
            return int(text) if text.isdigit() else None
        if kind == "float":
            return float(text) if text.replace(".", "", 1).isdigit() else None
        if kind in ("str", "string", "uuid", "path"):
            return text
        from re import fullmatch

        return text if fullmatch(kind, text) else None

    def example(self):
        """A path that fits it, for whoever looks at the server."""
        return "/".join([part if isinstance(part, str) else "world" if part[1] in ("str", "string") else "1"
                         for part in self.parts])
