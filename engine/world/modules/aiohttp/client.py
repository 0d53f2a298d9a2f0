"""The client: sessions, connectors with their limits, responses."""

import _hosts
import _web
import asyncio
from aiohttp.client_exceptions import (
    ClientConnectionError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientOSError,
    ClientResponseError,
    ContentTypeError,
    InvalidURL,
    ServerDisconnectedError,
    ServerTimeoutError,
    TooManyRedirects,
)
from collections import namedtuple
from yarl import URL

RequestInfo = namedtuple("RequestInfo", ["url", "method", "headers", "real_url"])
ConnectionKey = namedtuple("ConnectionKey", ["host", "port", "is_ssl"])
DEFAULT_SECONDS = 300
_UNSET = object()


class ClientTimeout:
    def __init__(self, total=None, connect=None, sock_read=None, sock_connect=None, ceil_threshold=5):
        self.total = total
        self.connect = connect
        self.sock_read = sock_read
        self.sock_connect = sock_connect
        self.ceil_threshold = ceil_threshold

    def __repr__(self):
        return f"ClientTimeout(total={self.total!r}, connect={self.connect!r}, sock_read={self.sock_read!r}, " \
               f"sock_connect={self.sock_connect!r}, ceil_threshold={self.ceil_threshold!r})"


class BaseConnector:
    """Lets only so many requests be under way at once."""

    def __init__(self, *, limit=100, limit_per_host=0, force_close=False, enable_cleanup_closed=False,
                 keepalive_timeout=None, loop=None, ssl=True, verify_ssl=True, use_dns_cache=True, ttl_dns_cache=10,
                 family=0, ssl_context=None, local_addr=None, resolver=None):
        self.limit = limit
        self.limit_per_host = limit_per_host
        self.closed = False
        self._busy = 0
        self._busy_hosts = {}
        self._waiting = []

    def _is_free(self, host):
        return (not self.limit or self._busy < self.limit) and \
            (not self.limit_per_host or self._busy_hosts.get(host, 0) < self.limit_per_host)

    async def _acquire(self, loop, host):
        while not self._is_free(host):
            waiter = loop._io_future("io")
            self._waiting.append(waiter)
            try:
                await waiter
            except BaseException:
                if waiter in self._waiting:
                    self._waiting.remove(waiter)
                else:
                    self._wake()
                raise
        self._busy += 1
        self._busy_hosts[host] = self._busy_hosts.get(host, 0) + 1

    def _release(self, host):
        self._busy -= 1
        self._busy_hosts[host] -= 1
        self._wake()

    def _wake(self):
        while self._waiting:
            waiter = self._waiting.pop(0)
            if not waiter.done():
                waiter.set_result(None)
                return

    async def close(self):
        self.closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()


class TCPConnector(BaseConnector):
    pass


class UnixConnector(BaseConnector):
    def __init__(self, path, **kwargs):
        super().__init__(**kwargs)
        self.path = path


class StreamContent:
    """response.content: the body as a stream."""

    def __init__(self, response):
        self._response = response
        self._at = 0

    async def read(self, n=-1):
        exchange = self._response._exchange
        if n >= 0 and exchange.is_plain_stream():
            return await exchange.raw.read(n)
        data = await self._response.read()
        end = len(data) if n < 0 else self._at + n
        taken = data[self._at:end]
        self._at += len(taken)
        return taken

    async def readline(self):
        exchange = self._response._exchange
        if exchange.is_plain_stream():
            return await exchange.raw.readline()
        data = await self._response.read()
        at = data.find(b"\n", self._at)
        return await self.read(-1 if at < 0 else at + 1 - self._at)

    async def readany(self):
        return await self.read(65536)

    async def readchunk(self):
        return await self.read(65536), True

    def at_eof(self):
        body = self._response._body
        return body is not None and self._at >= len(body)

    async def iter_chunked(self, n):
        while True:
            data = await self.read(n)
            if not data:
                return
            yield data

    async def iter_any(self):
        async for each in self.iter_chunked(65536):
            yield each

    async def iter_chunks(self):
        async for each in self.iter_chunked(65536):
            yield each, True

    async def __aiter__(self):
        while True:
            line = await self.readline()
            if not line:
                return
            yield line


class ClientRequest:
    pass


class ClientResponse:
    def __init__(self, session, exchange, received, headers, history):
        self._session = session
        self._exchange = exchange
        self._received = received
        self._body = None
        self._released = False
        self.method = exchange.method
        self.status = received.status
        self.reason = received.reason
        self.headers = _web.Headers(received.headers)
        self.history = tuple(history)
        self.cookies = {}
        self.version = namedtuple("HttpVersion", "major minor")(1, 1)
        self.request_info = RequestInfo(URL(exchange.url), exchange.method, _web.Headers(headers), URL(exchange.url))
        self.content = StreamContent(self)

    url = real_url = property(lambda self: URL(self._received.url))
    host = property(lambda self: self.url.host)
    ok = property(lambda self: self.status < 400)
    closed = property(lambda self: self._released)

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0].strip()

    @property
    def charset(self):
        kind = self.headers.get("Content-Type", "")
        at = kind.find("charset=")
        return kind[at + 8:].strip() if at >= 0 else None

    @property
    def content_length(self):
        length = self.headers.get("Content-Length")
        return None if length is None else int(length)

    def get_encoding(self):
        return self.charset or "utf-8"

    async def read(self):
        if self._body is None:
            if self._released:
                raise ClientConnectionError("Connection closed")
            async with self._session._limit(self._exchange):
                self._body = await self._exchange.body()
            self.release()
        return self._body

    async def text(self, encoding=None, errors="strict"):
        return (await self.read()).decode(encoding or self.get_encoding(), errors)

    async def json(self, *, encoding=None, loads=None, content_type="application/json"):
        body = await self.read()
        if content_type and not (self.content_type == content_type or self.content_type.endswith("+json")):
            raise ContentTypeError(self.request_info, self.history, status=self.status, headers=self.headers,
                                   message=f"Attempt to decode JSON with unexpected mimetype: {self.content_type}")
        from json import loads as standard

        text = body.decode(encoding or self.get_encoding()).strip()
        return (loads or standard)(text) if text else None

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason,
                                      headers=self.headers)

    def release(self):
        if not self._released:
            self._released = True
            self._exchange.close()
            self._session._connector._release(self._received.host)
        return _Nothing()

    close = release

    async def wait_for_close(self):
        self.release()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        self.release()

    def __del__(self):
        if not self._released:
            self.release()


class _Nothing:
    """What release() returns: may be awaited, need not be."""

    def __await__(self):
        return
        yield


class _RequestContext:
    """What session.get() returns: awaited it is the response, in `async with` it is closed at the end."""

    def __init__(self, coroutine, session=None):
        self._coroutine = coroutine
        self._session = session
        self._response = None

    def send(self, value):
        return self._coroutine.send(value)

    def throw(self, *args):
        return self._coroutine.throw(*args)

    def close(self):
        return self._coroutine.close()

    def __await__(self):
        return self._coroutine.__await__()

    __iter__ = __await__

    async def __aenter__(self):
        try:
            self._response = await self._coroutine
        except BaseException:
            if self._session is not None:
                await self._session.close()
            raise
        return self._response

    async def __aexit__(self, *args):
        if hasattr(self._response, "release"):
            self._response.release()
        else:
            await self._response.close()
        if self._session is not None:
            await self._session.close()


class _Limit:
    """A time limit over a part of a request: TimeoutError when it is over."""

    def __init__(self, deadline):
        self._deadline = deadline

    async def __aenter__(self):
        self._timeout = None
        if self._deadline is not None:
            self._timeout = asyncio.timeout_at(self._deadline)
            await self._timeout.__aenter__()

    async def __aexit__(self, *args):
        if self._timeout is not None:
            return await self._timeout.__aexit__(*args)


class ClientSession:
    def __init__(self, base_url=None, *, connector=None, loop=None, cookies=None, headers=None, auth=None,
                 json_serialize=None, timeout=None, raise_for_status=False, cookie_jar=None, trust_env=False,
                 connector_owner=True, trace_configs=None, skip_auto_headers=None, version=None, read_timeout=None,
                 conn_timeout=None, requote_redirect_url=True, read_bufsize=65536, auto_decompress=True):
        self._base_url = None if base_url is None else URL(base_url)
        self._loop = loop or asyncio.get_running_loop()
        self._connector = connector or TCPConnector()
        self._connector_owner = connector_owner
        self._headers = _web.Headers(headers or {})
        self._auth = auth
        self._timeout = self._as_timeout(timeout) or ClientTimeout(total=read_timeout or DEFAULT_SECONDS)
        self._raise_for_status = raise_for_status
        self._json_serialize = json_serialize
        self._traces = trace_configs or []
        self._closed = False
        from aiohttp.helpers import CookieJar

        self.cookie_jar = cookie_jar or CookieJar()
        if cookies:
            self.cookie_jar.update_cookies(cookies)

    connector = property(lambda self: self._connector)
    closed = property(lambda self: self._closed)
    headers = property(lambda self: self._headers)
    loop = property(lambda self: self._loop)
    timeout = property(lambda self: self._timeout)

    @staticmethod
    def _as_timeout(timeout):
        return ClientTimeout(total=timeout) if isinstance(timeout, (int, float)) else timeout

    def _limit(self, exchange):
        return _Limit(exchange.deadline)

    def request(self, method, url, **kwargs):
        return _RequestContext(self._request(method, url, **kwargs))

    def get(self, url, *, allow_redirects=True, **kwargs):
        return self.request("GET", url, allow_redirects=allow_redirects, **kwargs)

    def options(self, url, *, allow_redirects=True, **kwargs):
        return self.request("OPTIONS", url, allow_redirects=allow_redirects, **kwargs)

    def head(self, url, *, allow_redirects=False, **kwargs):
        return self.request("HEAD", url, allow_redirects=allow_redirects, **kwargs)

    def post(self, url, *, data=None, **kwargs):
        return self.request("POST", url, data=data, **kwargs)

    def put(self, url, *, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, *, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def ws_connect(self, url, **kwargs):
        from aiohttp._sockets import connect

        return _RequestContext(connect(self._loop, str(self._build_url(url)), kwargs))

    def _build_url(self, url):
        url = URL(url)
        return url if self._base_url is None else self._base_url.join(url)

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, cookies=None, auth=None,
                       allow_redirects=True, max_redirects=10, timeout=_UNSET, raise_for_status=None, ssl=None,
                       proxy=None, proxy_auth=None, compress=None, chunked=None, expect100=False, read_until_eof=True,
                       skip_auto_headers=None, verify_ssl=None, ssl_context=None, server_hostname=None,
                       trace_request_ctx=None, max_line_size=None, max_field_size=None, read_bufsize=None,
                       auto_decompress=None, proxy_headers=None, fingerprint=None):
        if self._closed:
            raise RuntimeError("Session is closed")
        if data is not None and json is not None:
            raise ValueError("data and json parameters can not be used at the same time")
        place = str(self._build_url(url))
        if "://" not in place or not URL(place).host:
            raise InvalidURL(url)
        place = _web.with_query(place, params)
        sent = _web.Headers(self._headers)
        sent.update(headers or {})
        sent.setdefault("Accept", "*/*")
        sent.setdefault("User-Agent", "Python/3.11 aiohttp/3.10.11")
        auth = auth or self._auth
        if auth is not None:
            sent["Authorization"] = auth.encode()
        jar = {**dict(self.cookie_jar), **(cookies or {})}
        if jar:
            sent["Cookie"] = "; ".join([f"{name}={value}" for name, value in jar.items()])
        own = dict(sent.items())
        body = _web.encode_body(data, json, own)
        limit = self._timeout if timeout is _UNSET else self._as_timeout(timeout) or ClientTimeout()
        seconds = [each for each in (limit.total, limit.sock_read, limit.connect, limit.sock_connect) if each]
        deadline = self._loop.time() + min(seconds) if seconds else None
        for trace in self._traces:
            trace.context = trace.trace_config_ctx(trace_request_ctx)
            await trace.on_request_start.send(self, trace.context, _TraceParams(method, place, own))
        try:
            async with _Limit(deadline):
                response = await self._follow(method, place, own, body, allow_redirects, max_redirects, deadline)
        except TimeoutError:
            await self._trace("on_request_exception", method, place, own)
            if limit.total is None:
                raise ServerTimeoutError(f"Timeout on reading data from socket") from None
            raise
        except BaseException:
            await self._trace("on_request_exception", method, place, own)
            raise
        await self._trace("on_request_end", method, place, own, response)
        check = self._raise_for_status if raise_for_status is None else raise_for_status
        if check is True:
            response.raise_for_status()
        elif check:
            await check(response)
        return response

    async def _trace(self, name, method, url, headers, response=None):
        for trace in self._traces:
            await getattr(trace, name).send(self, trace.context, _TraceParams(method, url, headers, response))

    async def _follow(self, method, url, headers, body, allow_redirects, max_redirects, deadline):
        history = []
        while True:
            response = await self._once(method, url, headers, body, history, deadline)
            onward = _web.redirected(method, response._received) if allow_redirects else None
            if onward is None:
                return response
            history.append(response)
            if len(history) >= max_redirects:
                raise TooManyRedirects(history[0].request_info, tuple(history))
            response.release()
            method, url = onward
            if method == "GET":
                body = b""

    async def _once(self, method, url, headers, body, history, deadline):
        scheme, host, port, path = _hosts.split_url(url)
        exchange = _web.Exchange(self._loop, method, url, headers, body)
        exchange.deadline = deadline
        await self._connector._acquire(self._loop, host)
        try:
            received = await exchange.begin()
        except OSError as error:
            self._connector._release(host)
            if isinstance(error, TimeoutError) and error.errno is None:
                raise
            key = ConnectionKey(host, port, scheme == "https")
            if isinstance(error, ConnectionResetError):
                raise ServerDisconnectedError() if _web.is_local_server(url) else \
                    ClientOSError(error.errno, error.strerror) from error
            known = ClientConnectorDNSError if error.errno == -2 else ClientConnectorError
            raise known(key, error) from error
        except BaseException:
            self._connector._release(host)
            raise
        received.host = host
        for name, value in received.headers:
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookie_jar.update_cookies({key: rest.partition(";")[0]})
        return ClientResponse(self, exchange, received, headers, history)

    async def close(self):
        if not self._closed:
            self._closed = True
            if self._connector_owner:
                await self._connector.close()

    def detach(self):
        self._closed = True

    async def __aenter__(self):
        return self

    async def __aexit__(self, *args):
        await self.close()

    def __enter__(self):
        raise TypeError("Use async with instead")

    def __exit__(self, *args):
        pass

    def __del__(self):
        if not self._closed and not self._loop.is_closed():
            self._loop.call_exception_handler({"client_session": self, "message": "Unclosed client session"})


class _TraceParams:
    def __init__(self, method, url, headers, response=None):
        self.method = method
        self.url = URL(url)
        self.headers = headers
        self.response = response


def request(method, url, *, connector=None, loop=None, headers=None, cookies=None, version=None, **kwargs):
    """aiohttp.request(): a session for one request. Old programs await it (or `yield from` it), new ones enter it."""
    session = ClientSession(connector=connector, loop=loop, headers=headers, cookies=cookies)
    context = _OneRequest(session._request(method, url, **kwargs), session)
    return context


class _OneRequest(_RequestContext):
    def __await__(self):
        return self._whole().__await__()

    __iter__ = __await__

    async def _whole(self):
        try:
            response = await self._coroutine
            await response.read()
            return response
        finally:
            await self._session.close()


