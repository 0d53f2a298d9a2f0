"""URLs taken apart and put together."""

import re

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs",
           "parse_qsl", "quote", "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes",
           "DefragResult", "ParseResult", "SplitResult", "DefragResultBytes", "ParseResultBytes", "SplitResultBytes"]

uses_relative = ["", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero",
                 "rtsp", "rtspu", "sftp", "svn", "svn+ssh", "ws", "wss"]
uses_netloc = uses_relative + ["telnet", "snews", "rsync", "nfs", "git", "git+ssh"]
uses_params = ["", "ftp", "hdl", "prospero", "http", "imap", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms",
               "sftp", "tel"]
scheme_chars = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-."


class _Netloc:
    """What is said about the network location of the tuple it is mixed into."""

    __slots__ = ()

    def _userinfo(self):
        info, at, _ = self.netloc.rpartition("@")
        if not at:
            return None, None
        name, colon, password = info.partition(":")
        return name, password if colon else None

    def _hostinfo(self):
        host = self.netloc.rpartition("@")[2]
        _, bracket, rest = host.partition("[")
        if bracket:
            name, _, port = rest.partition("]")
            port = port.partition(":")[2]
        else:
            name, _, port = host.partition(":")
        return name, port or None

    @property
    def username(self):
        return self._userinfo()[0]

    @property
    def password(self):
        return self._userinfo()[1]

    @property
    def hostname(self):
        name = self._hostinfo()[0]
        if not name:
            return None
        host, percent, zone = name.partition("%")
        return host.lower() + percent + zone

    @property
    def port(self):
        port = self._hostinfo()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f"Port could not be cast to integer value as {port!r}")
        if not 0 <= int(port) <= 65535:
            raise ValueError("Port out of range 0-65535")
        return int(port)


def _tuple_class(name, fields, mixin, unite):
    class Result(mixin, tuple):
        __slots__ = ()
        _fields = fields

        def __new__(cls, *args, **kwargs):
            values = list(args) + [kwargs[field] for field in fields[len(args):]]
            return tuple.__new__(cls, values)

        def __repr__(self):
            return f"{name}(" + ", ".join([f"{n}={v!r}" for n, v in zip(fields, self)]) + ")"

        def _replace(self, **kwargs):
            return type(self)(*[kwargs.get(n, v) for n, v in zip(fields, self)])

        def _asdict(self):
            return dict(zip(fields, self))

        def geturl(self):
            return unite(self)

        def encode(self, encoding="ascii", errors="strict"):
            return _counterparts[name](*[each.encode(encoding, errors) for each in self])

        def decode(self, encoding="ascii", errors="strict"):
            return _counterparts[name](*[each.decode(encoding, errors) for each in self])

    for place, field in enumerate(fields):
        setattr(Result, field, property(lambda self, place=place: self[place]))
    Result.__name__ = Result.__qualname__ = name
    return Result


class _Plain:
    __slots__ = ()


class _NetlocBytes:
    __slots__ = ()

    def _of_text(self, name):
        value = getattr(self.decode(), name)
        return value.encode() if isinstance(value, str) else value

    username = property(lambda self: self._of_text("username"))
    password = property(lambda self: self._of_text("password"))
    hostname = property(lambda self: self._of_text("hostname"))
    port = property(lambda self: self._of_text("port"))


_SPLIT = ("scheme", "netloc", "path", "query", "fragment")
_PARSE = ("scheme", "netloc", "path", "params", "query", "fragment")
SplitResult = _tuple_class("SplitResult", _SPLIT, _Netloc, lambda parts: urlunsplit(parts))
ParseResult = _tuple_class("ParseResult", _PARSE, _Netloc, lambda parts: urlunparse(parts))
DefragResult = _tuple_class("DefragResult", ("url", "fragment"), _Plain,
                            lambda parts: parts[0] + ("#" + parts[1] if parts[1] else ""))
SplitResultBytes = _tuple_class("SplitResultBytes", _SPLIT, _NetlocBytes, lambda parts: urlunsplit(parts))
ParseResultBytes = _tuple_class("ParseResultBytes", _PARSE, _NetlocBytes, lambda parts: urlunparse(parts))
DefragResultBytes = _tuple_class("DefragResultBytes", ("url", "fragment"), _Plain,
                                 lambda parts: parts[0] + (b"#" + parts[1] if parts[1] else b""))
_counterparts = {}
for _text_class, _bytes_class in ((SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes),
                                  (DefragResult, DefragResultBytes)):
    _counterparts[_text_class.__name__] = _bytes_class
    _counterparts[_bytes_class.__name__] = _text_class


def _text(url):
    return (url.decode("ascii"), True) if isinstance(url, (bytes, bytearray)) else (url or "", False)


def _result(parts, as_bytes):
    return parts.encode() if as_bytes else parts


def urlsplit(url, scheme="", allow_fragments=True):
    url, as_bytes = _text(url)
    if isinstance(scheme, bytes):
        scheme = scheme.decode("ascii")
    url = url.lstrip("".join(map(chr, range(33))))
    for c in "\t\r\n":
        url = url.replace(c, "")
    scheme = scheme.strip("".join(map(chr, range(33))))
    netloc = query = fragment = ""
    at = url.find(":")
    if at > 0 and url[0].isascii() and url[0].isalpha() and all([c in scheme_chars for c in url[:at]]):
        scheme, url = url[:at].lower(), url[at + 1:]
    if url[:2] == "//":
        end = min([i for i in (url.find(c, 2) for c in "/?#") if i >= 0], default=len(url))
        netloc, url = url[2:end], url[end:]
        if ("[" in netloc) != ("]" in netloc):
            raise ValueError("Invalid IPv6 URL")
    if allow_fragments and "#" in url:
        url, fragment = url.split("#", 1)
    if "?" in url:
        url, query = url.split("?", 1)
    return _result(SplitResult(scheme, netloc, url, query, fragment), as_bytes)


def urlparse(url, scheme="", allow_fragments=True):
    text, as_bytes = _text(url)
    scheme, netloc, path, query, fragment = urlsplit(text, scheme, allow_fragments)
    params = ""
    if scheme in uses_params and ";" in path:
        last = path.rfind("/")
        at = path.find(";", last if last >= 0 else 0)
        if at >= 0:
            path, params = path[:at], path[at + 1:]
    return _result(ParseResult(scheme, netloc, path, params, query, fragment), as_bytes)


def urlunsplit(components):
    scheme, netloc, url, query, fragment = components
    if isinstance(scheme, bytes) or isinstance(url, bytes):
        return urlunsplit([each.decode() if isinstance(each, bytes) else each for each in components]).encode()
    if netloc or scheme and scheme in uses_netloc and url[:2] != "//":
        if url and url[:1] != "/":
            url = "/" + url
        url = "//" + (netloc or "") + url
    if scheme:
        url = f"{scheme}:{url}"
    if query:
        url = f"{url}?{query}"
    return f"{url}#{fragment}" if fragment else url


def urlunparse(components):
    scheme, netloc, url, params, query, fragment = components
    if params:
        url = url + (b";" if isinstance(url, bytes) else ";") + params
    return urlunsplit((scheme, netloc, url, query, fragment))


def urljoin(base, url, allow_fragments=True):
    if not base:
        return url
    if not url:
        return base
    base, as_bytes = _text(base)
    url, _ = _text(url)
    bscheme, bnetloc, bpath, bparams, bquery, _ = urlparse(base, "", allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, bscheme, allow_fragments)
    if scheme != bscheme or scheme not in uses_relative:
        return url.encode() if as_bytes else url
    if scheme in uses_netloc:
        if netloc:
            made = urlunparse((scheme, netloc, path, params, query, fragment))
            return made.encode() if as_bytes else made
        netloc = bnetloc
    if not path and not params:
        path = bpath
        params = bparams
        if not query:
            query = bquery
        made = urlunparse((scheme, netloc, path, params, query, fragment))
        return made.encode() if as_bytes else made
    parts = bpath.split("/")
    if parts[-1] != "":
        del parts[-1]
    if path[:1] == "/":
        segments = path.split("/")
    else:
        segments = parts + path.split("/")
        segments[1:-1] = [each for each in segments[1:-1] if each]
    resolved = []
    for segment in segments:
        if segment == "..":
            if resolved:
                resolved.pop()
        elif segment != ".":
            resolved.append(segment)
    if segments[-1] in (".", ".."):
        resolved.append("")
    made = urlunparse((scheme, netloc, "/".join(resolved) or "/", params, query, fragment))
    return made.encode() if as_bytes else made


def urldefrag(url):
    url, as_bytes = _text(url)
    if "#" not in url:
        return _result(DefragResult(url, ""), as_bytes)
    s, n, p, a, q, fragment = urlparse(url)
    return _result(DefragResult(urlunparse((s, n, p, a, q, "")), fragment), as_bytes)


_ALWAYS_SAFE = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~")


def quote(string, safe="/", encoding=None, errors=None):
    if isinstance(string, str):
        if not string:
            return string
        string = string.encode(encoding or "utf-8", errors or "strict")
    elif encoding is not None:
        raise TypeError("quote() doesn't support 'encoding' for bytes")
    elif errors is not None:
        raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe="", encoding=None, errors=None):
    space = " " if isinstance(string, str) else b" "
    if space not in string:
        return quote(string, safe, encoding, errors)
    if isinstance(safe, str):
        safe += " "
    else:
        safe += b" "
    return quote(string, safe, encoding, errors).replace(" ", "+")


def quote_from_bytes(bs, safe="/"):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    kept = _ALWAYS_SAFE | set(safe.encode("ascii", "ignore") if isinstance(safe, str) else safe)
    return "".join([chr(b) if b in kept else f"%{b:02X}" for b in bs])


def unquote_to_bytes(string):
    if isinstance(string, str):
        string = string.encode()
    pieces = bytes(string).split(b"%")
    made = bytearray(pieces[0])
    for piece in pieces[1:]:
        try:
            made += bytes.fromhex(piece[:2].decode("ascii")) if len(piece) >= 2 else b"%" + piece[:2]
        except (ValueError, UnicodeDecodeError):
            made += b"%" + piece[:2]
        made += piece[2:]
    return bytes(made)


def unquote(string, encoding="utf-8", errors="replace"):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding or "utf-8", errors or "replace")
    if "%" not in string:
        return string
    return re.sub("(?:%[0-9A-Fa-f]{2})+",
                  lambda m: bytes.fromhex(m.group().replace("%", "")).decode(encoding or "utf-8", errors or "replace"),
                  string)


def unquote_plus(string, encoding="utf-8", errors="replace"):
    return unquote(string.replace("+", " "), encoding, errors)


def urlencode(query, doseq=False, safe="", encoding=None, errors=None, quote_via=quote_plus):
    if hasattr(query, "items"):
        query = query.items()
    elif not hasattr(query, "__len__") or len(query) and not isinstance(query[0], tuple):
        raise TypeError("not a valid non-string sequence or mapping object")

    def quoted(value):
        if isinstance(value, bytes):
            return quote_via(value, safe)
        return quote_via(str(value), safe, encoding, errors)

    pairs = []
    for key, value in query:
        values = [value]
        if doseq and not isinstance(value, (str, bytes)):
            try:
                values = list(value)
            except TypeError:
                pass
        pairs += [f"{quoted(key)}={quoted(each)}" for each in values]
    return "&".join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
              max_num_fields=None, separator="&"):
    qs, as_bytes = _text(qs)
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError("Separator must be of type string or bytes.")
    if isinstance(separator, bytes):
        separator = separator.decode()
    if max_num_fields is not None and qs.count(separator) + 1 > max_num_fields:
        raise ValueError("Max number of fields exceeded")
    found = []
    for pair in qs.split(separator) if qs else []:
        if not pair and not strict_parsing:
            continue
        name, equal, value = pair.partition("=")
        if not equal:
            if strict_parsing:
                raise ValueError(f"bad query field: {pair!r}")
            if not keep_blank_values:
                continue
        if value or keep_blank_values:
            name, value = unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)
            found.append((name.encode(), value.encode()) if as_bytes else (name, value))
    return found


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding="utf-8", errors="replace",
             max_num_fields=None, separator="&"):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
