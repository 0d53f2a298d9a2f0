"""HTTP for people who do not mind waiting: every call blocks its thread."""

import _web
from requests import exceptions
from requests.exceptions import (
    ConnectionError,
    ConnectTimeout,
    HTTPError,
    JSONDecodeError,
    ReadTimeout,
    RequestException,
    Timeout,
    TooManyRedirects,
    URLRequired,
)

__version__ = "2.31.0"


class _Codes:
    def __getattr__(self, name):
        from _http_reasons import REASONS

        for status, text in REASONS.items():
            if text.lower().replace(" ", "_").replace("-", "_").replace("'", "") == name.lower():
                return status
        raise AttributeError(name)

    def __getitem__(self, name):
        return getattr(self, name)


codes = _Codes()


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method, self.url, self.headers = method, url, dict(headers or {})
        self.files, self.data, self.params, self.auth = files, data, params, auth
        self.cookies, self.json = cookies, json

    def prepare(self):
        return self


PreparedRequest = Request


class Response:
    def __init__(self, received=None, request=None, history=(), seconds=0.0):
        from datetime import timedelta

        self.request = request
        self.history = list(history)
        self.elapsed = timedelta(seconds=seconds)
        self.cookies = {}
        self.encoding = None
        self.raw = None
        if received is not None:
            self.url = received.url
            self.status_code = received.status
            self.reason = received.reason
            self.headers = _web.Headers(received.headers)
            self.content = received.body
            kind = self.headers.get("Content-Type", "")
            at = kind.find("charset=")
            self.encoding = kind[at + 8:].strip() if at >= 0 else "ISO-8859-1" if kind.startswith("text/") else None

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return "Location" in self.headers and self.status_code in (301, 302, 303, 307, 308)

    apparent_encoding = "utf-8"

    @property
    def text(self):
        return self.content.decode(self.encoding or "utf-8", "replace")

    def json(self, **kwargs):
        import json

        try:
            return json.loads(self.content.decode("utf-8"), **kwargs)
        except ValueError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos) from None

    def raise_for_status(self):
        if self.status_code >= 400:
            side = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {side} Error: {self.reason} for url: {self.url}", response=self)

    def iter_content(self, chunk_size=1, decode_unicode=False):
        for at in range(0, len(self.content), chunk_size or len(self.content) or 1):
            yield self.content[at:at + (chunk_size or len(self.content))]

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        for line in self.content.splitlines():
            yield line.decode() if decode_unicode else line

    def __iter__(self):
        return self.iter_content(128)

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


class Session:
    def __init__(self):
        self.headers = _web.Headers({"User-Agent": f"python-requests/{__version__}",
                                     "Accept-Encoding": "gzip, deflate", "Accept": "*/*",
                                     "Connection": "keep-alive"})
        self.params = {}
        self.auth = None
        self.cookies = {}
        self.verify = True
        self.proxies = {}
        self.max_redirects = 30
        self.hooks = {"response": []}

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None,
                timeout=None, allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None,
                json=None):
        import _world

        if "://" not in url:
            raise exceptions.MissingSchema(f"Invalid URL {url!r}: No scheme supplied. "
                                           f"Perhaps you meant https://{url}?")
        if url.partition("://")[0] not in ("http", "https"):
            raise exceptions.InvalidSchema(f"No connection adapters were found for {url!r}")
        method = method.upper()
        sent = {**dict(self.headers.items()), **(headers or {}), "Connection": "close"}
        jar = {**self.cookies, **(cookies or {})}
        if jar:
            sent["Cookie"] = "; ".join([f"{name}={value}" for name, value in jar.items()])
        auth = auth or self.auth
        if isinstance(auth, tuple):
            from base64 import b64encode

            sent["Authorization"] = "Basic " + b64encode(f"{auth[0]}:{auth[1]}".encode()).decode()
        place = _web.with_query(_web.with_query(url, self.params), params)
        body = _web.encode_body(data, json, sent)
        limit = timeout[1] if isinstance(timeout, tuple) else timeout
        began = _world.now()
        history = []
        while True:
            received = self._once(method, place, sent, body, limit, url)
            response = Response(received, Request(method, place, sent), history, _world.now() - began)
            onward = _web.redirected(method, received) if allow_redirects else None
            if onward is None:
                break
            history.append(response)
            if len(history) > self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=response)
            method, place = onward
            if method == "GET":
                body = b""
        for name, value in received.headers:
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                response.cookies[key] = self.cookies[key] = rest.partition(";")[0]
        return response

    def _once(self, method, url, headers, body, timeout, given):
        from _hosts import split_url

        scheme, host, port, path = split_url(url)
        pool = f"{'HTTPSConnectionPool' if scheme == 'https' else 'HTTPConnectionPool'}(host={host!r}, port={port})"
        try:
            return _web.request(method, url, headers, body, timeout, f"requests.{method.lower()}")
        except TimeoutError as error:
            raise ReadTimeout(f"{pool}: Read timed out. (read timeout={timeout})",
                              request=Request(method, url)) from None
        except ConnectionResetError as error:
            raise ConnectionError(f"('Connection aborted.', {error!r})", request=Request(method, url)) from None
        except OSError as error:
            what = "Failed to resolve " + repr(host) if error.errno == -2 else "Failed to establish a new connection"
            raise ConnectionError(f"{pool}: Max retries exceeded with url: {path} (Caused by NewConnectionError("
                                  f"'{what}: {error}'))", request=Request(method, url)) from None

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def prepare_request(self, request):
        return request

    def send(self, request, **kwargs):
        return self.request(request.method, request.url, params=request.params, data=request.data, json=request.json,
                            headers=request.headers, **kwargs)

    def mount(self, prefix, adapter):
        pass

    def close(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


def session():
    return Session()


def request(method, url, **kwargs):
    return Session().request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("get", url, params=params, **kwargs)


def options(url, **kwargs):
    return request("options", url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault("allow_redirects", False)
    return request("head", url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("post", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("put", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("patch", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("delete", url, **kwargs)
