"""HTTP with the same interface for programs that wait and for tasks: Client and AsyncClient."""

import _hosts
import _web
import _world

__version__ = "0.27.2"


class HTTPError(Exception):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The .request property has not been set.")
        return self._request


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class WriteTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class ProtocolError(TransportError):
    pass


class RemoteProtocolError(ProtocolError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class TooManyRedirects(RequestError):
    pass


class InvalidURL(Exception):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message, request=request)
        self.response = response


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


_DEFAULT = Timeout(5.0)
_UNSET = object()


class _BaseClient:
    def __init__(self, *, auth=None, params=None, headers=None, cookies=None, verify=True, cert=None, http1=True,
                 http2=False, proxies=None, proxy=None, mounts=None, timeout=_UNSET, follow_redirects=False, limits=None,
                 max_redirects=20, event_hooks=None, base_url="", transport=None, app=None, trust_env=True,
                 default_encoding="utf-8"):
        self.auth = auth
        self.params = params or {}
        self.headers = Headers({"Accept": "*/*", "Accept-Encoding": "gzip, deflate", "Connection": "keep-alive",
                                "User-Agent": f"python-httpx/{__version__}"})
        self.headers.update(headers or {})
        self.cookies = dict(cookies or {})
        self.timeout = _DEFAULT if timeout is _UNSET else timeout
        self.follow_redirects = follow_redirects
        self.base_url = base_url
        self.is_closed = False

    def _prepare(self, method, url, params, headers, data, json, content, auth, cookies, files):
        url = str(url)
        if self.base_url and "://" not in url:
            url = str(self.base_url).rstrip("/") + "/" + url.lstrip("/")
        if "://" not in url:
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.",
                                      request=Request(method, url))
        sent = {**dict(self.headers.items()), **dict(headers or {}), "Connection": "close"}
        auth = auth or self.auth
        if auth:
            from base64 import b64encode

            sent["Authorization"] = "Basic " + b64encode(f"{auth[0]}:{auth[1]}".encode()).decode()
        jar = {**self.cookies, **dict(cookies or {})}
        if jar:
            sent["Cookie"] = "; ".join([f"{name}={value}" for name, value in jar.items()])
        url = _web.with_query(_web.with_query(url, self.params), params)
        body = _web.encode_body(content if content is not None else data, json, sent)
        return Request(method, url, headers=sent, content=body)

    def _seconds(self, timeout):
        timeout = self.timeout if timeout is _UNSET else timeout
        return timeout.seconds if isinstance(timeout, Timeout) else timeout[0] if isinstance(timeout, tuple) else timeout

    @staticmethod
    def _error(error, request):
        if isinstance(error, TimeoutError):
            return ReadTimeout("The read operation timed out" if error.errno is None else "", request=request)
        if isinstance(error, ConnectionResetError):
            return ReadError(str(error), request=request)
        return ConnectError("All connection attempts failed" if error.errno == 111 else str(error), request=request)

    def _next(self, request, received, follow, history):
        follow = self.follow_redirects if follow is None else follow
        onward = _web.redirected(request.method, received) if follow else None
        if onward is None:
            return None
        if len(history) > 20:
            raise TooManyRedirects("Exceeded maximum allowed redirects.", request=request)
        return Request(onward[0], onward[1], headers=dict(request.headers.items()),
                       content=request.content if onward[0] == request.method else b"")

    def build_request(self, method, url, **kwargs):
        return Request(method, url, **kwargs)


class Client(_BaseClient):
    def request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                cookies=None, auth=None, follow_redirects=None, timeout=_UNSET, extensions=None):
        request = self._prepare(method, url, params, headers, data, json, content, auth, cookies, files)
        began, history = _world.now(), []
        while True:
            try:
                received = _web.request(request.method, str(request.url), dict(request.headers.items()), request.content,
                                        self._seconds(timeout), f"httpx.{method.lower()}")
            except OSError as error:
                raise self._error(error, request) from error
            response = Response(received=received, request=request, history=history, seconds=_world.now() - began)
            onward = self._next(request, received, follow_redirects, history)
            if onward is None:
                return response
            history.append(response)
            request = onward

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def post(self, url, **kwargs):
        return self.request("POST", url, **kwargs)

    def put(self, url, **kwargs):
        return self.request("PUT", url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request("PATCH", url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def send(self, request, **kwargs):
        return self.request(request.method, request.url, headers=request.headers, content=request.content)

    def stream(self, method, url, **kwargs):
        return _Stream(self, method, url, kwargs)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class AsyncClient(_BaseClient):
    async def request(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
                      cookies=None, auth=None, follow_redirects=None, timeout=_UNSET, extensions=None):
        import asyncio

        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        request = self._prepare(method, url, params, headers, data, json, content, auth, cookies, files)
        began, history = _world.now(), []
        while True:
            exchange = _web.Exchange(asyncio.get_running_loop(), request.method, str(request.url),
                                     dict(request.headers.items()), request.content)
            try:
                async with asyncio.timeout(self._seconds(timeout)):
                    received = await exchange.begin()
                received.body = await exchange.body()
            except OSError as error:
                raise self._error(error, request) from error
            response = Response(received=received, request=request, history=history, seconds=_world.now() - began)
            onward = self._next(request, received, follow_redirects, history)
            if onward is None:
                return response
            history.append(response)
            request = onward

    async def get(self, url, **kwargs):
        return await self.request("GET", url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request("POST", url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request("PUT", url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request("PATCH", url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request("DELETE", url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request("HEAD", url, **kwargs)

    async def options(self, url, **kwargs):
        return await self.request("OPTIONS", url, **kwargs)

    async def send(self, request, **kwargs):
        return await self.request(request.method, request.url, headers=request.headers, content=request.content)

    def stream(self, method, url, **kwargs):
        return _Stream(self, method, url, kwargs)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.aclose()


class _Stream:
    def __init__(self, client, method, url, kwargs):
        self._client, self._method, self._url, self._kwargs = client, method, url, kwargs

    def __enter__(self):
        return self._client.request(self._method, self._url, **self._kwargs)

    def __exit__(self, *args):
        pass

    async def __aenter__(self):
        return await self._client.request(self._method, self._url, **self._kwargs)

    async def __aexit__(self, *args):
        pass


def request(method, url, **kwargs):
    own = {name: kwargs.pop(name) for name in ("verify", "cert", "trust_env") if name in kwargs}
    with Client() as client:
        return client.request(method, url, **kwargs)


def get(url, **kwargs):
    return request("GET", url, **kwargs)


def post(url, **kwargs):
    return request("POST", url, **kwargs)


def put(url, **kwargs):
    return request("PUT", url, **kwargs)


def patch(url, **kwargs):
    return request("PATCH", url, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


def options(url, **kwargs):
    return request("OPTIONS", url, **kwargs)


def stream(method, url, **kwargs):
    return _Stream(Client(), method, url, kwargs)
