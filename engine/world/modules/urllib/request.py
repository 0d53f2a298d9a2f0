"""urlopen() and what belongs to it. It blocks the thread, and with it the thread's loop."""

import _web
import http.client
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urlparse

pathname2url = quote
url2pathname = unquote
_installed = []


class Request:
    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.data = data
        self.headers = {}
        self.unredirected_hdrs = {}
        for name, value in headers.items():
            self.add_header(name, value)
        if method:
            self.method = method

    @property
    def full_url(self):
        return self._full_url

    @full_url.setter
    def full_url(self, url):
        self._full_url = url
        parts = urlparse(url)
        self.type = parts.scheme
        self.host = parts.netloc
        self.selector = parts.path or "/"
        if not self.type:
            raise ValueError(f"unknown url type: {url!r}")

    def get_method(self):
        return getattr(self, "method", "POST" if self.data is not None else "GET")

    def get_full_url(self):
        return self._full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


def urlopen(url, data=None, timeout=None, *, cafile=None, capath=None, cadefault=False, context=None):
    request = url if isinstance(url, Request) else Request(url)
    if data is not None:
        request.data = data
    if request.data is not None and isinstance(request.data, str):
        raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    if request.type == "file":
        return _open_file(request)
    if request.type not in ("http", "https"):
        raise URLError(f"unknown url type: {request.type}")
    headers = {"User-Agent": "Python-urllib/3.11", "Accept-Encoding": "identity", **dict(request.header_items())}
    body = request.data or b""
    if body and "Content-type" not in headers:
        headers["Content-type"] = "application/x-www-form-urlencoded"
    method, place = request.get_method(), request.full_url
    for _ in range(10):
        try:
            received = _web.request(method, place, headers, bytes(body), timeout, "urlopen")
        except TimeoutError as error:
            raise URLError(error) if error.errno else error
        except OSError as error:
            raise URLError(error)
        onward = _web.redirected(method, received)
        if onward is None:
            break
        method, place = onward
    response = http.client.HTTPResponse._of(received, method)
    if not 200 <= received.status < 300:
        raise HTTPError(place, received.status, received.reason, response.headers, response)
    return response


def _open_file(request):
    from io import BytesIO

    try:
        with open(unquote(urlparse(request.full_url).path), "rb") as file:
            return BytesIO(file.read())
    except OSError as error:
        raise URLError(error)


def urlretrieve(url, filename=None, reporthook=None, data=None):
    with urlopen(url, data) as response:
        content = response.read()
        filename = filename or f"/tmp/tmp{len(url):04}"
        if reporthook is not None:
            for count in range(len(content) // 8192 + 2):
                reporthook(count, 8192, len(content))
        with open(filename, "wb") as file:
            file.write(content)
        return filename, response.headers


def urlcleanup():
    pass


class BaseHandler:
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent


class HTTPHandler(BaseHandler):
    pass


class HTTPSHandler(BaseHandler):
    def __init__(self, debuglevel=0, context=None, check_hostname=None):
        self.context = context


class HTTPRedirectHandler(BaseHandler):
    pass


class HTTPCookieProcessor(BaseHandler):
    def __init__(self, cookiejar=None):
        self.cookiejar = cookiejar


class ProxyHandler(BaseHandler):
    def __init__(self, proxies=None):
        self.proxies = proxies


class OpenerDirector:
    def __init__(self):
        self.addheaders = [("User-agent", "Python-urllib/3.11")]
        self.handlers = []

    def add_handler(self, handler):
        self.handlers.append(handler)

    def open(self, fullurl, data=None, timeout=None):
        request = fullurl if isinstance(fullurl, Request) else Request(fullurl)
        for name, value in self.addheaders:
            if not request.has_header(name.capitalize()):
                request.add_header(name, value)
        return urlopen(request, data, timeout)


def build_opener(*handlers):
    made = OpenerDirector()
    for each in handlers:
        made.add_handler(each() if isinstance(each, type) else each)
    return made


def install_opener(opener):
    _installed[:] = [opener]


def getproxies():
    return {}
