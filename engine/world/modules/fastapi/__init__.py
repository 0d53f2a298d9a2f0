"""A web framework for asyncio: functions answer, annotations say what they take. uvicorn.run() serves it."""

import asyncio
import inspect
import json

import _web
import _web_server
import pydantic
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from urllib.parse import parse_qsl

__version__ = "0.115.0"


class HTTPException(Exception):
    def __init__(self, status_code, detail=None, headers=None):
        from _http_reasons import reason

        super().__init__(status_code, detail)
        self.status_code = status_code
        self.detail = detail or reason(status_code)
        self.headers = headers


class Request:
    def __init__(self, incoming, path_params):
        self.method = incoming.method
        self.headers = incoming.headers
        self.path_params = path_params
        self.query_params = _web.Headers(parse_qsl(incoming.query, keep_blank_values=True))
        self.url = f"http://{incoming.headers.get('Host', 'localhost')}{incoming.target}"
        self._body = incoming.body
        self.state = type("State", (), {})()

    async def body(self):
        return self._body

    async def json(self):
        return json.loads(self._body)

    async def form(self):
        return _web.Headers(parse_qsl(self._body.decode(), keep_blank_values=True))


class BackgroundTasks:
    def __init__(self):
        self._tasks = []

    def add_task(self, func, *args, **kwargs):
        self._tasks.append((func, args, kwargs))

    async def _run(self):
        for func, args, kwargs in self._tasks:
            await _call(func, *args, **kwargs)


class Depends:
    def __init__(self, dependency=None, *, use_cache=True):
        self.dependency = dependency


def Query(default=None, **kwargs):
    return pydantic.Field(default, **kwargs)


Path = Body = Form = Header = Query


class status:
    """Numbers by name: status.HTTP_404_NOT_FOUND."""


def _name_statuses():
    from _http_reasons import REASONS

    for number, text in REASONS.items():
        name = text.upper().replace("-", "_").replace(" ", "_").replace("'", "")
        setattr(status, f"HTTP_{number}_{name}", number)


_name_statuses()


async def _call(func, *args, **kwargs):
    """Coroutines in the loop; plain functions in a thread, as the framework does."""
    if inspect.iscoroutinefunction(func):
        return await func(*args, **kwargs)
    return await asyncio.to_thread(func, *args, **kwargs)


class APIRouter:
    def __init__(self, prefix="", **kwargs):
        self.prefix = prefix
        self.routes = []

    def api_route(self, path, methods=("GET",), status_code=None, **options):
        def decorate(func):
            self.routes.append((tuple(methods), _web_server.Pattern(self.prefix + path), func, status_code))
            return func

        return decorate

    def get(self, path, **options):
        return self.api_route(path, ("GET",), **options)

    def post(self, path, **options):
        return self.api_route(path, ("POST",), **options)

    def put(self, path, **options):
        return self.api_route(path, ("PUT",), **options)

    def patch(self, path, **options):
        return self.api_route(path, ("PATCH",), **options)

    def delete(self, path, **options):
        return self.api_route(path, ("DELETE",), **options)


class FastAPI(APIRouter):
    def __init__(self, *, title="FastAPI", lifespan=None, **kwargs):
        super().__init__()
        self.title = title
        self.state = type("State", (), {})()
        self._lifespan = lifespan
        self._events = {"startup": [], "shutdown": []}
        self._middlewares = []

    def include_router(self, router, prefix="", **options):
        for methods, pattern, func, code in router.routes:
            self.routes.append((methods, _web_server.Pattern(prefix + pattern.text), func, code))

    def on_event(self, event):
        def decorate(func):
            self._events[event].append(func)
            return func

        return decorate

    def middleware(self, kind):
        def decorate(func):
            self._middlewares.append(func)
            return func

        return decorate

    def add_middleware(self, middleware, **options):
        pass

    def exception_handler(self, kind):
        return lambda func: func

    # ---- what the server calls

    async def startup(self):
        if self._lifespan is not None:
            self._context = self._lifespan(self)
            await self._context.__aenter__()
        for each in self._events["startup"]:
            await _call(each)

    async def shutdown(self):
        for each in self._events["shutdown"]:
            await _call(each)
        if self._lifespan is not None:
            await self._context.__aexit__(None, None, None)

    async def answer(self, incoming):
        """(Response, background tasks or None)"""
        background = BackgroundTasks()
        request = Request(incoming, {})

        async def last(request):
            try:
                return await self._dispatch(incoming, request, background)
            except HTTPException as error:
                return JSONResponse({"detail": error.detail}, error.status_code, error.headers)
            except pydantic.ValidationError as error:
                return JSONResponse({"detail": error.errors()}, 422)
            except Exception:
                import sys
                import traceback

                sys.stderr.write("ERROR:    Exception in ASGI application\n" + traceback.format_exc())
                return PlainTextResponse("Internal Server Error", 500)

        handler = last
        for each in self._middlewares:
            handler = _around(each, handler)
        return await handler(request), background

    async def _dispatch(self, incoming, request, background):
        is_known = False
        for methods, pattern, func, code in self.routes:
            values = pattern.match(incoming.path)
            if values is None:
                continue
            is_known = True
            if incoming.method in methods:
                request.path_params = values
                value = await _call(func, **await self._arguments(func, request, values, background))
                return _as_response(value, code)
        raise HTTPException(405 if is_known else 404)

    async def _arguments(self, func, request, values, background):
        made, errors = {}, []
        for name, parameter in inspect.signature(func).parameters.items():
            kind, default = parameter.annotation, parameter.default
            if kind is Request:
                made[name] = request
            elif kind is BackgroundTasks:
                made[name] = background
            elif isinstance(default, Depends):
                made[name] = await self._depend(default.dependency or kind, request, values, background)
            elif isinstance(kind, type) and issubclass(kind, pydantic.BaseModel):
                made[name] = kind(**json.loads(request._body or b"{}"))
            else:
                place, given = ("path", values.get(name)) if name in values else ("query", request.query_params.get(name))
                problem = self._fill(made, name, kind, default, given)
                if problem is not None:
                    errors.append({"type": problem.kind, "loc": [place, name], "msg": str(problem), "input": given})
        if errors:
            raise pydantic.ValidationError("Request", errors)
        return made

    @staticmethod
    def _fill(made, name, kind, default, given):
        default = pydantic._MISSING if default is inspect.Parameter.empty else default
        if given is None:
            made[name] = pydantic._default(default)
            return pydantic.Problem("missing", "Field required") if made[name] is pydantic._MISSING else None
        try:
            made[name] = given if kind is inspect.Parameter.empty else pydantic.convert(kind, given)
            pydantic._check_limits(default, made[name])
        except pydantic.Problem as problem:
            return problem

    async def _depend(self, dependency, request, values, background):
        arguments = await self._arguments(dependency, request, values, background)
        if inspect.isasyncgenfunction(dependency):
            return await dependency(**arguments).__anext__()
        if inspect.isgeneratorfunction(dependency):
            return next(dependency(**arguments))
        return await _call(dependency, **arguments)


def _around(middleware, handler):
    async def call(request):
        return await middleware(request, handler)

    return call


def _as_response(value, code):
    if isinstance(value, Response):
        return value
    return JSONResponse(pydantic._plain(value), code or 200)
