"""Requests and responses."""

import _hosts
import _web
from httpx._errors import HTTPStatusError


class URL(str):
    @property
    def host(self):
        return _hosts.split_url(self)[1]

    @property
    def path(self):
        return _hosts.split_url(self)[3].partition("?")[0]

    @property
    def scheme(self):
        return _hosts.split_url(self)[0]

    def __repr__(self):
        return f"URL('{str(self)}')"


class Timeout:
    def __init__(self, timeout=None, *, connect=None, read=None, write=None, pool=None):
        limits = [each for each in (timeout, connect, read, write, pool) if each]
        self.read = read or timeout
        self.connect = connect or timeout
        self.seconds = read or timeout or (min(limits) if limits else None)


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections = max_connections


class BasicAuth(tuple):
    def __new__(cls, username, password):
        return tuple.__new__(cls, (username, password))


class Headers(_web.Headers):
    def __repr__(self):
        return f"Headers({dict(self.items())!r})"


class Request:
    def __init__(self, method, url, *, headers=None, content=b"", **kwargs):
        self.method = method
        self.url = URL(url)
        self.headers = Headers(headers or {})
        self.content = content

    def __repr__(self):
        return f"<Request('{self.method}', '{self.url}')>"


class Response:
    def __init__(self, status_code=200, *, received=None, request=None, history=(), seconds=0.0):
        from datetime import timedelta

        self.status_code = received.status if received else status_code
        self.reason_phrase = received.reason if received else ""
        self.headers = Headers(received.headers if received else ())
        self.content = received.body if received else b""
        self.url = URL(received.url) if received else None
        self.request = request
        self.history = list(history)
        self.elapsed = timedelta(seconds=seconds)
        self.http_version = "HTTP/1.1"
        self.encoding = "utf-8"
        self.cookies = {}

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"

    is_success = property(lambda self: 200 <= self.status_code < 300)
    is_error = property(lambda self: self.status_code >= 400)
    is_client_error = property(lambda self: 400 <= self.status_code < 500)
    is_server_error = property(lambda self: self.status_code >= 500)
    is_redirect = property(lambda self: 300 <= self.status_code < 400)
    has_redirect_location = property(lambda self: self.is_redirect and "Location" in self.headers)

    @property
    def text(self):
        return self.content.decode(self.encoding, "replace")

    def json(self, **kwargs):
        import json

        return json.loads(self.content, **kwargs)

    def raise_for_status(self):
        if self.is_success:
            return self
        kind = {1: "Informational response", 3: "Redirect response", 4: "Client error", 5: "Server error"}
        message = f"{kind[self.status_code // 100]} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\n"
        if self.has_redirect_location:
            message += f"Redirect location: '{self.headers['Location']}'\n"
        message += f"For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}"
        raise HTTPStatusError(message, request=self.request, response=self)

    def read(self):
        return self.content

    async def aread(self):
        return self.content

    def _pieces(self, size):
        size = size or 65536
        return [self.content[at:at + size] for at in range(0, len(self.content), size)]

    def iter_bytes(self, chunk_size=None):
        yield from self._pieces(chunk_size)

    def iter_text(self, chunk_size=None):
        for each in self._pieces(chunk_size):
            yield each.decode(self.encoding, "replace")

    def iter_lines(self):
        yield from self.text.splitlines()

    async def aiter_bytes(self, chunk_size=None):
        for each in self._pieces(chunk_size):
            yield each

    async def aiter_text(self, chunk_size=None):
        for each in self.iter_text(chunk_size):
            yield each

    async def aiter_lines(self):
        for each in self.text.splitlines():
            yield each

    aiter_raw = aiter_bytes

    def close(self):
        pass

    async def aclose(self):
        pass
