"""URLs as aiohttp gives them."""

from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit, urlunsplit


class URL:
    def __init__(self, val="", *, encoded=False):
        self._text = str(val)
        self._parts = urlsplit(self._text)

    @classmethod
    def build(cls, *, scheme="", host="", port=None, path="", query=None, fragment=""):
        place = host if port is None else f"{host}:{port}"
        return cls(urlunsplit((scheme, place, path, urlencode(query) if query else "", fragment)))

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL('{self._text}')"

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, URL) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def __lt__(self, other):
        return self._text < other._text

    def __truediv__(self, name):
        scheme, place, path, query, fragment = self._parts
        return URL(urlunsplit((scheme, place, path.rstrip("/") + "/" + quote(name), "", "")))

    def __mod__(self, query):
        return self.update_query(query)

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname)
    authority = raw_authority = property(lambda self: self._parts.netloc)
    user = property(lambda self: self._parts.username)
    password = property(lambda self: self._parts.password)
    path = raw_path = property(lambda self: self._parts.path or "/")
    query_string = raw_query_string = property(lambda self: self._parts.query)
    fragment = property(lambda self: self._parts.fragment)

    @property
    def port(self):
        return self._parts.port or {"http": 80, "https": 443, "ws": 80, "wss": 443}.get(self.scheme)

    @property
    def query(self):
        from _web import Headers

        return Headers(parse_qsl(self._parts.query, keep_blank_values=True))

    @property
    def path_qs(self):
        return self.path + (f"?{self.query_string}" if self.query_string else "")

    @property
    def name(self):
        return self.path.rpartition("/")[2]

    @property
    def parts(self):
        return tuple(["/"] + self.path.strip("/").split("/"))

    @property
    def parent(self):
        return self._with(path=self.path.rpartition("/")[0] or "/", query="", fragment="")

    def is_absolute(self):
        return bool(self._parts.netloc)

    def origin(self):
        return URL(f"{self.scheme}://{self.authority}")

    def _with(self, **changed):
        names = ("scheme", "netloc", "path", "query", "fragment")
        return URL(urlunsplit([changed.get(name, old) for name, old in zip(names, self._parts)]))

    def with_path(self, path):
        return self._with(path=path, query="", fragment="")

    def with_scheme(self, scheme):
        return self._with(scheme=scheme)

    def with_host(self, host):
        return self._with(netloc=host if self._parts.port is None else f"{host}:{self._parts.port}")

    def with_query(self, query=None, **kwargs):
        items = kwargs or query or {}
        return self._with(query=items if isinstance(items, str) else urlencode(
            list(items.items() if hasattr(items, "items") else items)))

    def update_query(self, query=None, **kwargs):
        items = dict(parse_qsl(self._parts.query))
        items.update(kwargs or query or {})
        return self.with_query(items)

    def with_fragment(self, fragment):
        return self._with(fragment=fragment or "")

    def join(self, url):
        return URL(urljoin(self._text, str(url)))

    def human_repr(self):
        return self._text
