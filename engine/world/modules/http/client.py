"""Connections that send requests and read answers, one after the other, blocking."""

import _hosts
import _web
from _http_reasons import REASONS as responses
from io import BytesIO

HTTP_PORT = 80
HTTPS_PORT = 443
OK = 200
NOT_FOUND = 404


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class BadStatusLine(HTTPException):
    pass


class IncompleteRead(HTTPException):
    pass


class CannotSendRequest(HTTPException):
    pass


class ResponseNotReady(HTTPException):
    pass


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    pass


class HTTPMessage(_web.Headers):
    def get_content_type(self):
        return self.get("Content-Type", "text/plain").partition(";")[0].strip()

    def get_content_charset(self, failobj=None):
        kind = self.get("Content-Type", "")
        at = kind.find("charset=")
        return kind[at + 8:].strip().lower() if at >= 0 else failobj

    get_param = get_content_charset

    def as_string(self):
        return "".join([f"{name}: {value}\n" for name, value in self.items()]) + "\n"

    __str__ = as_string


class HTTPResponse:
    def __init__(self, sock=None):
        self._file = BytesIO(b"")

    @classmethod
    def _of(cls, received, method):
        made = cls()
        made.url = received.url
        made.status = made.code = received.status
        made.reason = made.msg = received.reason
        made.version = 11
        made.headers = HTTPMessage(received.headers)
        made._file = BytesIO(received.body)
        made.length = len(received.body)
        return made

    def read(self, amt=None):
        return self._file.read(amt)

    def readinto(self, buffer):
        return self._file.readinto(buffer)

    def readline(self, limit=-1):
        return self._file.readline(limit)

    def readlines(self):
        return list(self)

    read1 = read

    def __iter__(self):
        return iter(self._file)

    def readable(self):
        return True

    def writable(self):
        return False

    seekable = writable

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return self.headers.items()

    def info(self):
        return self.headers

    def geturl(self):
        return self.url

    def getcode(self):
        return self.status

    def fileno(self):
        return 7

    @property
    def closed(self):
        return self._file.closed

    def isclosed(self):
        return self._file.closed

    def flush(self):
        pass

    def close(self):
        self._file.close()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class HTTPConnection:
    _scheme = "http"
    default_port = HTTP_PORT

    def __init__(self, host, port=None, timeout=None, source_address=None, blocksize=8192):
        name, colon, number = host.partition(":")
        self.host = name
        self.port = port or (int(number) if number else self.default_port)
        self.timeout = timeout
        self.sock = None
        self._received = None
        self._pending = None

    def set_debuglevel(self, level):
        pass

    def connect(self):
        failure = _hosts.connection_failure(self.host, self.port)
        if failure:
            raise _hosts.failed(failure)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        default = 443 if self._scheme == "https" else 80
        place = self.host if self.port == default else f"{self.host}:{self.port}"
        full = url if "://" in url else f"{self._scheme}://{place}{url}"
        data = body.encode("iso-8859-1") if isinstance(body, str) else body or b""
        if hasattr(data, "read"):
            data = data.read()
        self._method = method
        self._received = _web.request(method, full, dict(headers), bytes(data), self.timeout, "request")

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        self._pending = (method, url, {})

    def putheader(self, header, *argument):
        self._pending[2][header] = ", ".join([each if isinstance(each, str) else str(each) for each in argument])

    def endheaders(self, message_body=None, *, encode_chunked=False):
        method, url, headers = self._pending
        self.request(method, url, message_body, headers)

    def getresponse(self):
        if self._received is None:
            raise ResponseNotReady("Idle")
        received, self._received = self._received, None
        return HTTPResponse._of(received, self._method)

    def close(self):
        self._received = None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class HTTPSConnection(HTTPConnection):
    _scheme = "https"
    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=None, source_address=None, context=None, blocksize=8192, **kwargs):
        super().__init__(host, port, timeout, source_address, blocksize)
