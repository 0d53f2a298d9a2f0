"""A web framework whose every request runs in a thread of its own."""

import json as _json
import socket
import sys
import threading

import _web
import _web_server
from _http_reasons import REASONS

__version__ = "3.0.3"
_local = threading.local()


class _Current:
    """request and g: whatever belongs to the request that this thread answers."""

    def __init__(self, name):
        object.__setattr__(self, "_name", name)

    def _get(self):
        found = getattr(_local, self._name, None)
        if found is None:
            raise RuntimeError("Working outside of request context.")
        return found

    def __getattr__(self, name):
        return getattr(self._get(), name)

    def __setattr__(self, name, value):
        setattr(self._get(), name, value)

    def __getitem__(self, key):
        return self._get()[key]

    def __setitem__(self, key, value):
        self._get()[key] = value

    def __contains__(self, key):
        return key in self._get()

    def __repr__(self):
        return repr(self._get())


request = _Current("request")
g = _Current("g")
session = _Current("session")
current_app = _Current("app")


class Request:
    def __init__(self, incoming, view_args):
        from urllib.parse import parse_qsl

        self._incoming = incoming
        self.method = incoming.method
        self.path = incoming.path
        self.full_path = incoming.target if incoming.query else incoming.path + "?"
        self.headers = incoming.headers
        self.host = incoming.headers.get("Host", "localhost")
        self.url = f"http://{self.host}{incoming.target}"
        self.base_url = f"http://{self.host}{incoming.path}"
        self.host_url = self.url_root = f"http://{self.host}/"
        self.args = _web.Headers(parse_qsl(incoming.query, keep_blank_values=True))
        self.data = incoming.body
        kind = self.headers.get("Content-Type", "")
        self.mimetype = self.content_type = kind.partition(";")[0]
        is_form = "form-urlencoded" in kind
        self.form = _web.Headers(parse_qsl(incoming.body.decode(), keep_blank_values=True) if is_form else ())
        self.values = _web.Headers(self.args.items() + self.form.items())
        self.is_json = "json" in kind
        self.files = {}
        self.cookies = dict([each.strip().split("=", 1) for each in self.headers.get("Cookie", "").split(";")
                             if "=" in each])
        self.remote_addr = "127.0.0.1"
        self.view_args = view_args
        self.endpoint = None

    def __repr__(self):
        return f"<Request {self.url!r} [{self.method}]>"

    @property
    def json(self):
        return self.get_json()

    def get_json(self, force=False, silent=False, cache=True):
        if not self.is_json and not force:
            if silent:
                return None
            abort(415)
        try:
            return _json.loads(self.data.decode())
        except ValueError:
            if silent:
                return None
            abort(400)

    def get_data(self, cache=True, as_text=False, parse_form_data=False):
        return self.data.decode() if as_text else self.data


class Response:
    default_mimetype = "text/html"

    def __init__(self, response=None, status=None, headers=None, mimetype=None, content_type=None):
        body = b"" if response is None else response
        if not isinstance(body, (str, bytes)):
            body = b"".join([each.encode() if isinstance(each, str) else each for each in body])
        self.data = body.encode() if isinstance(body, str) else body
        self.status_code = int(str(status or 200).split()[0])
        kind = content_type or mimetype or self.default_mimetype
        if kind.startswith("text/") and "charset" not in kind:
            kind += "; charset=utf-8"
        self.headers = _web.Headers({"Content-Type": kind})
        self.headers.update(headers or {})

    status = property(lambda self: f"{self.status_code} {REASONS.get(self.status_code, '').upper()}")
    json = property(lambda self: _json.loads(self.data.decode()))
    text = property(lambda self: self.data.decode())

    def get_json(self, **kwargs):
        return self.json

    def get_data(self, as_text=False):
        return self.text if as_text else self.data

    def set_cookie(self, key, value="", **kwargs):
        self.headers._pairs.append(("Set-Cookie", f"{key}={value}; Path=/"))

    def delete_cookie(self, key, **kwargs):
        self.set_cookie(key)


class HTTPException(Exception):
    def __init__(self, code, description=None):
        super().__init__(description)
        self.code = code
        self.name = REASONS.get(code, "")
        self.description = description or self.name

    def __str__(self):
        return f"{self.code} {self.name}: {self.description}"


def abort(code, description=None, *args, **kwargs):
    raise HTTPException(code, description)


def jsonify(*args, **kwargs):
    value = kwargs if kwargs else args[0] if len(args) == 1 else list(args)
    return Response(_json.dumps(value) + "\n", mimetype="application/json")


def make_response(*args):
    return _as_response(args if len(args) > 1 else args[0] if args else "")


def redirect(location, code=302, Response=Response):
    return Response("", code, {"Location": location})


def render_template_string(source, **context):
    made = source
    for name, value in context.items():
        made = made.replace("{{ " + name + " }}", str(value)).replace("{{" + name + "}}", str(value))
    return made


def render_template(template_name_or_list, **context):
    with open(f"templates/{template_name_or_list}") as file:
        return render_template_string(file.read(), **context)


def send_file(path, mimetype=None, **kwargs):
    with open(path, "rb") as file:
        return Response(file.read(), mimetype=mimetype or "application/octet-stream")


def flash(message, category="message"):
    pass


def escape(text):
    import html

    return html.escape(str(text))


def url_for(endpoint, **values):
    return _local.app.url_for(endpoint, **values)


def stream_with_context(generator):
    return generator


def _as_response(value):
    if isinstance(value, Response):
        return value
    status = headers = None
    if isinstance(value, tuple):
        value, *rest = value
        for each in rest:
            if isinstance(each, (int, str)):
                status = each
            else:
                headers = each
    if isinstance(value, Response):
        value.status_code = int(status or value.status_code)
        value.headers.update(headers or {})
        return value
    if value is None:
        raise TypeError("The view function did not return a valid response. The function either returned None or "
                        "ended without a return statement.")
    if isinstance(value, (dict, list)):
        made = jsonify(value)
        made.status_code = int(status or 200)
        made.headers.update(headers or {})
        return made
    return Response(value, status, headers)


class _Bag:
    pass


class _Rule:
    def __init__(self, rule, methods, endpoint, view):
        self.rule = rule
        self.pattern = _web_server.Pattern(rule)
        self.methods = methods
        self.endpoint = endpoint
        self.view = view


class _Routes:
    """What applications and blueprints have in common."""

    def __init__(self):
        self.rules = []
        self.before = []
        self.after = []
        self.error_handlers = {}

    def route(self, rule, methods=None, endpoint=None, **options):
        def decorate(view):
            self.add_url_rule(rule, endpoint, view, methods=methods)
            return view

        return decorate

    def add_url_rule(self, rule, endpoint=None, view_func=None, methods=None, **options):
        self.rules.append(_Rule(rule, [each.upper() for each in methods or ("GET",)], endpoint or view_func.__name__,
                                view_func))

    def get(self, rule, **options):
        return self.route(rule, ["GET"], **options)

    def post(self, rule, **options):
        return self.route(rule, ["POST"], **options)

    def put(self, rule, **options):
        return self.route(rule, ["PUT"], **options)

    def patch(self, rule, **options):
        return self.route(rule, ["PATCH"], **options)

    def delete(self, rule, **options):
        return self.route(rule, ["DELETE"], **options)

    def before_request(self, f):
        self.before.append(f)
        return f

    def after_request(self, f):
        self.after.append(f)
        return f

    def teardown_request(self, f):
        return f

    teardown_appcontext = before_first_request = teardown_request

    def errorhandler(self, code_or_exception):
        def decorate(f):
            self.error_handlers[code_or_exception] = f
            return f

        return decorate


class Blueprint(_Routes):
    def __init__(self, name, import_name, url_prefix=None, **kwargs):
        super().__init__()
        self.name = name
        self.url_prefix = url_prefix


class Flask(_Routes):
    def __init__(self, import_name, **kwargs):
        super().__init__()
        self.import_name = import_name
        self.name = "main" if import_name == "__main__" else import_name
        self.config = _Config({"DEBUG": False, "TESTING": False})
        self.secret_key = None
        self.debug = False
        import logging

        self.logger = logging.getLogger(self.name)

    def register_blueprint(self, blueprint, url_prefix=None):
        prefix = url_prefix or blueprint.url_prefix or ""
        for rule in blueprint.rules:
            self.rules.append(_Rule(prefix + rule.rule, rule.methods, f"{blueprint.name}.{rule.endpoint}", rule.view))

    def url_for(self, endpoint, **values):
        for rule in self.rules:
            if rule.endpoint == endpoint:
                parts = [part if isinstance(part, str) else str(values.get(part[0], "")) for part in rule.pattern.parts]
                return "/".join(parts)
        return "/" + endpoint

    # ---- answering

    def _find(self, incoming):
        is_known = False
        for rule in self.rules:
            values = rule.pattern.match(incoming.path)
            if values is None:
                continue
            is_known = True
            if incoming.method in rule.methods or incoming.method == "HEAD" and "GET" in rule.methods:
                return rule, values
        raise HTTPException(405 if is_known else 404)

    def _answer(self, incoming):
        _local.app, _local.g, _local.session = self, _Bag(), {}
        _local.request = Request(incoming, {})
        try:
            rule, values = self._find(incoming)
            _local.request.view_args, _local.request.endpoint = values, rule.endpoint
            made = None
            for each in self.before:
                made = each()
                if made is not None:
                    break
            if made is None:
                made = rule.view(**values)
                if hasattr(made, "send") and hasattr(made, "cr_frame"):
                    import asyncio

                    made = asyncio.run(made)
            response = _as_response(made)
        except HTTPException as error:
            response = self._error(error, error.code)
        except Exception as error:
            response = self._error(error, 500)
        for each in reversed(self.after):
            response = each(response)
        return response

    def _error(self, error, code):
        for key in (type(error), code, Exception):
            if key in self.error_handlers:
                return _as_response(self.error_handlers[key](error))
        if not isinstance(error, HTTPException):
            import traceback

            sys.stderr.write(f"[2024-01-01] ERROR in app: Exception on {_local.request.path} [{_local.request.method}]\n"
                             + "".join(traceback.format_exception(error)))
            error = HTTPException(500)
        text = f"<!doctype html>\n<html lang=en>\n<title>{code} {error.name}</title>\n<h1>{error.name}</h1>\n" \
               f"<p>{error.description}</p>\n"
        return Response(text, code)

    def test_client(self):
        return _TestClient(self)

    def app_context(self):
        return _Context(self)

    def test_request_context(self, path="/", **kwargs):
        return _Context(self, path)

    # ---- serving

    def __call__(self, environ, start_response):
        """As a WSGI application."""
        headers = [(key[5:].replace("_", "-").title(), value) for key, value in environ.items() if key.startswith("HTTP_")]
        target = _web.with_query(environ["PATH_INFO"], environ.get("QUERY_STRING") or None)
        body = environ["wsgi.input"].read()
        response = self._answer(_web_server.Incoming(environ["REQUEST_METHOD"], target, headers, body, None))
        start_response(f"{response.status_code} {REASONS.get(response.status_code, '')}", response.headers.items())
        return [response.data]

    wsgi_app = __call__

    def run(self, host=None, port=None, debug=None, load_dotenv=True, threaded=True, use_reloader=None, **options):
        import _visitors

        host, port = host or "127.0.0.1", int(port or 5000)
        self.debug = bool(debug)
        print(f" * Serving Flask app {self.name!r}\n * Debug mode: {'on' if self.debug else 'off'}")
        server = socket.create_server((host, port))
        sys.stderr.write(f" * Running on http://{host}:{port}\nPress CTRL+C to quit\n")
        _visitors.serve_for_ever(port, [rule.pattern.example() for rule in self.rules if "GET" in rule.methods])
        number = 0
        try:
            while True:
                connection, address = server.accept()
                number += 1
                if threaded:
                    thread = threading.Thread(target=self._serve, args=(connection, address), daemon=True,
                                              name=f"Thread-{number} (process_request_thread)")
                    thread.start()
                else:
                    self._serve(connection, address)
        except KeyboardInterrupt:
            pass
        finally:
            server.close()

    def _serve(self, connection, address):
        import time

        with connection:
            incoming = _web.drive(_web_server.parse_request(address), connection.makefile("rb"))
            if incoming is None:
                return
            response = self._answer(incoming)
            connection.sendall(_web_server.encode_answer(response.status_code, response.headers.items(), response.data,
                                                         incoming.method))
            when = time.strftime("%d/%b/%Y %H:%M:%S", time.gmtime())
            sys.stderr.write(f'127.0.0.1 - - [{when}] "{incoming.method} {incoming.target} HTTP/1.1" '
                             f'{response.status_code} -\n')


class _Config(dict):
    def from_object(self, obj):
        self.update({key: getattr(obj, key) for key in dir(obj) if key.isupper()})

    def from_mapping(self, mapping=None, **kwargs):
        self.update(mapping or {}, **kwargs)


class _Context:
    def __init__(self, app, path="/"):
        self._app = app
        self._path = path

    def __enter__(self):
        _local.app, _local.g = self._app, _Bag()
        _local.request = Request(_web_server.Incoming("GET", self._path, [], b"", None), {})
        return self

    push = __enter__

    def __exit__(self, *args):
        _local.request = None


class _TestClient:
    def __init__(self, app):
        self._app = app

    def open(self, path, method="GET", data=None, json=None, headers=None, query_string=None, **kwargs):
        sent = {"Host": "localhost", **(headers or {})}
        body = _web.encode_body(data, json, sent)
        incoming = _web_server.Incoming(method, _web.with_query(path, query_string), list(sent.items()), body, None)
        return self._app._answer(incoming)

    def get(self, path, **kwargs):
        return self.open(path, "GET", **kwargs)

    def post(self, path, **kwargs):
        return self.open(path, "POST", **kwargs)

    def put(self, path, **kwargs):
        return self.open(path, "PUT", **kwargs)

    def delete(self, path, **kwargs):
        return self.open(path, "DELETE", **kwargs)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass
