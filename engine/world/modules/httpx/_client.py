"""The clients: what both do, and how each waits."""

import _web
import _world
from httpx._errors import ConnectError, ReadError, ReadTimeout, TooManyRedirects, UnsupportedProtocol
from httpx._models import Headers, Request, Response, Timeout

__version__ = "0.27.2"

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

    def _steps(self, method, url, *, content=None, data=None, files=None, json=None, params=None, headers=None,
               cookies=None, auth=None, follow_redirects=None, extensions=None):
        """A generator: yields each request, is sent (or thrown) what came of it, returns the last response."""
        request = self._prepare(method, url, params, headers, data, json, content, auth, cookies, files)
        began, history = _world.now(), []
        while True:
            try:
                received = yield request
            except OSError as error:
                raise self._error(error, request) from error
            response = Response(received=received, request=request, history=history, seconds=_world.now() - began)
            onward = self._next(request, received, follow_redirects, history)
            if onward is None:
                return response
            history.append(response)
            request = onward

    def build_request(self, method, url, **kwargs):
        return Request(method, url, **kwargs)


class Client(_BaseClient):
    def request(self, method, url, *, timeout=_UNSET, **kwargs):
        steps = self._steps(method, url, **kwargs)
        try:
            request = next(steps)
            while True:
                try:
                    received = _web.request(request.method, str(request.url), dict(request.headers.items()),
                                            request.content, self._seconds(timeout), f"httpx.{method.lower()}")
                except OSError as error:
                    request = steps.throw(error)
                else:
                    request = steps.send(received)
        except StopIteration as end:
            return end.value

    def send(self, request, **kwargs):
        return self.request(request.method, request.url, headers=request.headers, content=request.content)

    def stream(self, method, url, **kwargs):
        return Stream(self, method, url, kwargs)

    def close(self):
        self.is_closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class AsyncClient(_BaseClient):
    async def request(self, method, url, *, timeout=_UNSET, **kwargs):
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        steps = self._steps(method, url, **kwargs)
        try:
            request = next(steps)
            while True:
                try:
                    received = await self._exchange(request, self._seconds(timeout))
                except OSError as error:
                    request = steps.throw(error)
                else:
                    request = steps.send(received)
        except StopIteration as end:
            return end.value

    @staticmethod
    async def _exchange(request, seconds):
        import asyncio

        exchange = _web.Exchange(asyncio.get_running_loop(), request.method, str(request.url),
                                 dict(request.headers.items()), request.content)
        async with asyncio.timeout(seconds):
            received = await exchange.begin()
        received.body = await exchange.body()
        return received

    async def send(self, request, **kwargs):
        return await self.request(request.method, request.url, headers=request.headers, content=request.content)

    def stream(self, method, url, **kwargs):
        return Stream(self, method, url, kwargs)

    async def aclose(self):
        self.is_closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.aclose()


def _add_verbs():
    """get(), post() and so on of both clients."""

    def verb(name):
        def call(self, url, **kwargs):
            return self.request(name.upper(), url, **kwargs)

        async def call_async(self, url, **kwargs):
            return await self.request(name.upper(), url, **kwargs)

        return call, call_async

    for name in ("get", "post", "put", "patch", "delete", "head", "options"):
        for cls, function in zip((Client, AsyncClient), verb(name)):
            function.__name__, function.__qualname__ = name, f"{cls.__name__}.{name}"
            setattr(cls, name, function)


_add_verbs()


class Stream:
    """What stream() gives: for `with` and `async with`."""

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
