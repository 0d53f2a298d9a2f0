"""A server for asyncio: applications, routes, requests, responses, runners."""

import asyncio
import json as _json

import _web
import _web_server
from _http_reasons import REASONS
from collections.abc import MutableMapping
from yarl import URL


# ---- requests and responses ------------------------------------------------------------------------------------


class _Bag(MutableMapping):
    def __init__(self):
        self._state = {}

    def __getitem__(self, key):
        return self._state[key]

    def __setitem__(self, key, value):
        self._state[key] = value

    def __delitem__(self, key):
        del self._state[key]

    def __iter__(self):
        return iter(self._state)

    def __len__(self):
        return len(self._state)

    def __eq__(self, other):
        return self is other

    def __hash__(self):
        return id(self)


class BaseRequest(_Bag):
    def __init__(self, incoming, app, writer):
        super().__init__()
        self._incoming = incoming
        self._writer = writer
        self.app = app
        self.match_info = {}
        self.method = incoming.method
        self.path = incoming.path
        self.path_qs = incoming.target
        self.query_string = incoming.query
        self.headers = incoming.headers
        self.remote = incoming.peer[0] if incoming.peer else None
        self.host = incoming.headers.get("Host", "localhost")
        self.scheme = "http"
        self.version = (1, 1)
        self.transport = writer.transport
        self.url = URL(f"http://{self.host}{incoming.target}")
        self.rel_url = URL(incoming.target)
        self.can_read_body = self.body_exists = bool(incoming.body)
        self.content_length = len(incoming.body)

    query = property(lambda self: self.url.query)
    cookies = property(lambda self: dict([each.strip().split("=", 1) for each in
                                          self.headers.get("Cookie", "").split(";") if "=" in each]))
    content_type = property(lambda self: self.headers.get("Content-Type", "application/octet-stream").partition(";")[0])
    config_dict = property(lambda self: self.app)

    def __repr__(self):
        return f"<{type(self).__name__} {self.method} {self.path} >"

    async def read(self):
        return self._incoming.body

    async def text(self):
        return self._incoming.body.decode()

    async def json(self, *, loads=_json.loads):
        return loads(self._incoming.body.decode())

    async def post(self):
        from urllib.parse import parse_qsl

        return _web.Headers(parse_qsl(self._incoming.body.decode(), keep_blank_values=True))


class Request(BaseRequest):
    pass


class StreamResponse(_Bag):
    def __init__(self, *, status=200, reason=None, headers=None):
        super().__init__()
        self.status = status
        self.reason = reason or REASONS.get(status, "")
        self.headers = _web.Headers(headers or {})
        self._request = None
        self.prepared = False
        self._ended = False

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0]

    @content_type.setter
    def content_type(self, value):
        self.headers["Content-Type"] = value

    def set_status(self, status, reason=None):
        self.status = status
        self.reason = reason or REASONS.get(status, "")

    def set_cookie(self, name, value, **kwargs):
        self.headers._pairs.append(("Set-Cookie", f"{name}={value}"))

    def del_cookie(self, name, **kwargs):
        self.set_cookie(name, "")

    def enable_chunked_encoding(self):
        pass

    enable_compression = enable_chunked_encoding

    async def prepare(self, request):
        if self.prepared:
            return
        self.prepared = True
        self._request = request
        self.headers.setdefault("Content-Type", "application/octet-stream")
        request._writer.write(_web_server.encode_answer(self.status, self.headers.items(), b"", with_length=False))

    async def write(self, data):
        if not self.prepared:
            raise RuntimeError("Cannot call write() before prepare()")
        self._request._writer.write(data)
        await self._request._writer.drain()

    async def drain(self):
        await self._request._writer.drain()

    async def write_eof(self, data=b""):
        if data:
            await self.write(data)
        self._ended = True


class Response(StreamResponse):
    def __init__(self, *, body=None, status=200, reason=None, text=None, headers=None, content_type=None, charset=None,
                 zlib_executor_size=None, zlib_executor=None):
        super().__init__(status=status, reason=reason, headers=headers)
        if body is not None and text is not None:
            raise ValueError("body and text are not allowed together")
        if text is not None and not isinstance(text, str):
            raise TypeError(f"text argument must be str ({type(text)!r})")
        self.body = text.encode(charset or "utf-8") if text is not None else body
        if text is not None:
            self.headers.setdefault("Content-Type", f"{content_type or 'text/plain'}; charset={charset or 'utf-8'}")
        elif content_type:
            self.headers.setdefault("Content-Type", content_type)

    @property
    def text(self):
        return None if self.body is None else self.body.decode()

    @text.setter
    def text(self, value):
        self.body = value.encode()

    def _bytes(self, method):
        body = self.body or b""
        self.headers.setdefault("Content-Type", "application/octet-stream")
        return _web_server.encode_answer(self.status, self.headers.items(),
                                         body.encode() if isinstance(body, str) else bytes(body), method)


def json_response(data=None, *, text=None, body=None, status=200, reason=None, headers=None,
                  content_type="application/json", dumps=_json.dumps):
    if data is not None or text is None and body is None:
        text = dumps(data)
    return Response(text=text, body=body, status=status, reason=reason, headers=headers, content_type=content_type)


class FileResponse(Response):
    def __init__(self, path, chunk_size=262144, status=200, reason=None, headers=None):
        with open(path, "rb") as file:
            super().__init__(body=file.read(), status=status, reason=reason, headers=headers)


# ---- errors that are answers -----------------------------------------------------------------------------------


class HTTPException(Response, Exception):
    status_code = -1

    def __init__(self, *, headers=None, reason=None, body=None, text=None, content_type=None):
        Exception.__init__(self, reason or REASONS.get(self.status_code, ""))
        if body is None and text is None:
            text = f"{self.status_code}: {reason or REASONS.get(self.status_code, '')}"
        Response.__init__(self, status=self.status_code, headers=headers, reason=reason, body=body, text=text,
                          content_type=content_type)

    def __str__(self):
        return self.reason


class HTTPError(HTTPException):
    pass


class HTTPRedirection(HTTPException):
    def __init__(self, location="/", **kwargs):
        super().__init__(**kwargs)
        self.location = URL(location)
        self.headers["Location"] = str(location)


class HTTPSuccessful(HTTPException):
    pass


class HTTPClientError(HTTPError):
    pass


class HTTPServerError(HTTPError):
    pass


def _make_errors():
    names = {"OK": "Ok"}
    for status, text in REASONS.items():
        name = "".join([word[:1].upper() + word[1:] for word in text.replace("-", " ").replace("'", "").split()])
        base = {2: HTTPSuccessful, 3: HTTPRedirection, 4: HTTPClientError, 5: HTTPServerError}.get(status // 100)
        if base is not None:
            full = "HTTP" + names.get(name, name)
            globals()[full] = type(full, (base,), {"status_code": status, "__module__": "aiohttp.web_exceptions"})


_make_errors()


# ---- routes ----------------------------------------------------------------------------------------------------


class RouteDef:
    def __init__(self, method, path, handler, kwargs=None):
        self.method = method
        self.path = path
        self.handler = handler
        self.kwargs = kwargs or {}


def route(method, path, handler, **kwargs):
    return RouteDef(method, path, handler, kwargs)


def get(path, handler, *, name=None, allow_head=True, **kwargs):
    return RouteDef("GET", path, handler)


def post(path, handler, **kwargs):
    return RouteDef("POST", path, handler)


def put(path, handler, **kwargs):
    return RouteDef("PUT", path, handler)


def patch(path, handler, **kwargs):
    return RouteDef("PATCH", path, handler)


def delete(path, handler, **kwargs):
    return RouteDef("DELETE", path, handler)


def head(path, handler, **kwargs):
    return RouteDef("HEAD", path, handler)


def view(path, handler, **kwargs):
    return RouteDef("*", path, handler)


def static(prefix, path, **kwargs):
    async def send(request):
        return FileResponse(f"{path}/{request.match_info['name']}")

    return RouteDef("GET", prefix.rstrip("/") + "/{name:.*}", send)


class RouteTableDef:
    def __init__(self):
        self._items = []

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def route(self, method, path, **kwargs):
        def decorate(handler):
            self._items.append(RouteDef(method, path, handler))
            return handler

        return decorate

    def get(self, path, **kwargs):
        return self.route("GET", path)

    def post(self, path, **kwargs):
        return self.route("POST", path)

    def put(self, path, **kwargs):
        return self.route("PUT", path)

    def patch(self, path, **kwargs):
        return self.route("PATCH", path)

    def delete(self, path, **kwargs):
        return self.route("DELETE", path)

    def view(self, path, **kwargs):
        return self.route("*", path)


class View:
    def __init__(self, request):
        self.request = request

    def __await__(self):
        method = getattr(self, self.request.method.lower(), None)
        if method is None:
            raise HTTPMethodNotAllowed()
        return method().__await__()


class UrlDispatcher:
    def __init__(self):
        self._routes = []

    def add_route(self, method, path, handler, *, name=None, expect_handler=None):
        self._routes.append((method.upper(), _web_server.Pattern(path), handler))

    def add_get(self, path, handler, **kwargs):
        self.add_route("GET", path, handler)

    def add_post(self, path, handler, **kwargs):
        self.add_route("POST", path, handler)

    def add_put(self, path, handler, **kwargs):
        self.add_route("PUT", path, handler)

    def add_patch(self, path, handler, **kwargs):
        self.add_route("PATCH", path, handler)

    def add_delete(self, path, handler, **kwargs):
        self.add_route("DELETE", path, handler)

    def add_head(self, path, handler, **kwargs):
        self.add_route("HEAD", path, handler)

    def add_view(self, path, handler, **kwargs):
        self.add_route("*", path, handler)

    def add_static(self, prefix, path, **kwargs):
        self.add_routes([static(prefix, path)])

    def add_routes(self, routes):
        for each in routes:
            self.add_route(each.method, each.path, each.handler)

    def routes(self):
        return list(self._routes)

    def resolve(self, request):
        is_known = False
        for method, pattern, handler in self._routes:
            values = pattern.match(request.path)
            if values is None:
                continue
            is_known = True
            if method in ("*", request.method) or method == "GET" and request.method == "HEAD":
                request.match_info = values
                return handler
        raise HTTPMethodNotAllowed() if is_known else HTTPNotFound()


class Application(_Bag):
    def __init__(self, *, logger=None, router=None, middlewares=(), handler_args=None, client_max_size=1024 ** 2,
                 loop=None, debug=None):
        super().__init__()
        from aiohttp.helpers import _Signal

        self.router = UrlDispatcher()
        self.middlewares = list(middlewares)
        self.on_startup = _Signal()
        self.on_shutdown = _Signal()
        self.on_cleanup = _Signal()
        self.on_response_prepare = _Signal()
        self.cleanup_ctx = []
        self._contexts = []
        self._subs = []
        self.loop = loop

    def add_routes(self, routes):
        self.router.add_routes(routes)

    def add_subapp(self, prefix, subapp):
        self._subs.append(subapp)
        for method, pattern, handler in subapp.router._routes:
            self.router.add_route(method, prefix.rstrip("/") + pattern.text, handler)

    def freeze(self):
        pass

    async def startup(self):
        for app in [self, *self._subs]:
            for make in app.cleanup_ctx:
                context = make(app).__aiter__()
                await context.__anext__()
                app._contexts.append(context)
            await app.on_startup.send(app)

    async def shutdown(self):
        for app in [self, *self._subs]:
            await app.on_shutdown.send(app)

    async def cleanup(self):
        for app in [self, *self._subs]:
            await app.on_cleanup.send(app)
            for context in reversed(app._contexts):
                try:
                    await context.__anext__()
                except StopAsyncIteration:
                    pass

    async def _handle(self, request):
        handler = None
        try:
            handler = self.router.resolve(request)
        except HTTPException as error:
            problem = error

            async def handler(request):
                raise problem
        for each in reversed(self.middlewares):
            handler = _wrapped(each, handler)
        try:
            response = handler(request)
            if hasattr(response, "__await__"):
                response = await response
        except HTTPException as error:
            return error
        except asyncio.CancelledError:
            raise
        except Exception:
            import sys
            import traceback

            sys.stderr.write("Error handling request\n" + traceback.format_exc())
            return Response(status=500, text="500 Internal Server Error\n\nServer got itself in trouble")
        if not isinstance(response, StreamResponse):
            return Response(status=500, text="500 Internal Server Error\n\nServer got itself in trouble")
        return response


def _wrapped(middleware, handler):
    async def call(request):
        return await middleware(request, handler)

    return call


def middleware(f):
    return f


# ---- serving ---------------------------------------------------------------------------------------------------


class AppRunner:
    def __init__(self, app, *, handle_signals=False, access_log=None, **kwargs):
        self.app = app
        self.sites = []
        self.addresses = []

    async def setup(self):
        await self.app.startup()

    async def _serve(self, reader, writer):
        peer = writer.get_extra_info("peername")
        try:
            while True:
                incoming = await _web.drive_async(_web_server.parse_request(peer), reader)
                if incoming is None:
                    break
                request = Request(incoming, self.app, writer)
                request._reader = reader
                response = await self.app._handle(request)
                if not response.prepared:
                    await self.app.on_response_prepare.send(request, response)
                    if isinstance(response, Response):
                        writer.write(response._bytes(request.method))
                    else:
                        await response.prepare(request)
                await writer.drain()
                break
        finally:
            writer.close()

    _serve.__qualname__ = "RequestHandler.start"

    async def shutdown(self):
        await self.app.shutdown()

    async def cleanup(self):
        for site in list(self.sites):
            await site.stop()
        await self.app.shutdown()
        await self.app.cleanup()


class ServerRunner(AppRunner):
    pass


class TCPSite:
    def __init__(self, runner, host=None, port=None, *, shutdown_timeout=60.0, ssl_context=None, backlog=128,
                 reuse_address=None, reuse_port=None):
        self._runner = runner
        self._host = host or "0.0.0.0"
        self._port = 8080 if port is None else port
        self._server = None

    @property
    def name(self):
        return f"http://{self._host}:{self._port}"

    async def start(self):
        self._server = await asyncio.start_server(self._runner._serve, self._host, self._port)
        self._runner.sites.append(self)
        self._runner.addresses.append(self._server.sockets[0].getsockname())

    async def stop(self):
        self._server.close()
        self._runner.sites.remove(self)


def run_app(app, *, host=None, port=None, path=None, sock=None, shutdown_timeout=60.0, ssl_context=None,
            print=print, backlog=128, access_log_class=None, access_log_format=None, access_log=None,
            handle_signals=True, reuse_address=None, reuse_port=None, handler_cancellation=False, loop=None,
            keepalive_timeout=75.0):
    loop = loop or asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    task = loop.create_task(_run_app(app, host, port, print))
    try:
        loop.run_until_complete(task)
    except (GracefulExit, KeyboardInterrupt):
        pass
    finally:
        task.cancel()
        try:
            loop.run_until_complete(task)
        except (asyncio.CancelledError, KeyboardInterrupt):
            pass
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
        asyncio.set_event_loop(None)


class GracefulExit(SystemExit):
    code = 1


async def _run_app(app, host, port, print):
    import _visitors

    if hasattr(app, "__await__"):
        app = await app
    runner = AppRunner(app)
    await runner.setup()
    site = TCPSite(runner, host, port)
    await site.start()
    if print is not None:
        print(f"======== Running on {site.name} ========\n(Press CTRL+C to quit)")
    _visitors.serve_for_ever(site._port, [pattern.example() for method, pattern, handler in app.router._routes
                                          if method in ("GET", "*")])
    try:
        while True:
            await asyncio.sleep(3600)
    finally:
        await runner.cleanup()


class AppKey(str):
    def __new__(cls, name, t=None):
        return str.__new__(cls, name)


def __getattr__(name):
    if name == "WebSocketResponse":
        return _web_socket_class()
    if name in ("WSMsgType", "WSMessage", "WSCloseCode"):
        import aiohttp.helpers

        return getattr(aiohttp.helpers, name)
    raise AttributeError(f"module 'aiohttp.web' has no attribute {name!r}")


def _web_socket_class():
    """Made when a program wants it: few do."""
    import _websocket
    from aiohttp._sockets import _Socket

    class WebSocketResponse(_Socket, StreamResponse):
        def __init__(self, *, timeout=10.0, receive_timeout=None, autoclose=True, autoping=True, heartbeat=None,
                     protocols=(), compress=True, max_msg_size=4194304):
            StreamResponse.__init__(self, status=101)
            _Socket.__init__(self)

        async def prepare(self, request):
            if self.prepared:
                return
            self._reader, self._writer = request._reader, request._writer
            if not await _websocket.accept_server(request.headers, request._writer):
                raise HTTPBadRequest(text="No WebSocket UPGRADE hdr: None\n Can \"Upgrade\" only to \"WebSocket\".")
            self.prepared = True

    globals()["WebSocketResponse"] = WebSocketResponse
    return WebSocketResponse
