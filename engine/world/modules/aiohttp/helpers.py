"""Small things that clients and servers pass around."""

from collections import namedtuple
from enum import IntEnum


class BasicAuth(namedtuple("BasicAuth", ["login", "password", "encoding"])):
    def __new__(cls, login, password="", encoding="latin1"):
        return super().__new__(cls, login, password, encoding)

    def encode(self):
        from base64 import b64encode

        return "Basic " + b64encode(f"{self.login}:{self.password}".encode(self.encoding)).decode()


class CookieJar:
    def __init__(self, *, unsafe=False, quote_cookie=True, treat_as_secure_origin=None, loop=None):
        self._cookies = {}

    def update_cookies(self, cookies, response_url=None):
        self._cookies.update(cookies)

    def clear(self, predicate=None):
        self._cookies.clear()

    def filter_cookies(self, request_url=None):
        return dict(self._cookies)

    def __iter__(self):
        return iter(self._cookies.items())

    def __len__(self):
        return len(self._cookies)


class DummyCookieJar(CookieJar):
    def update_cookies(self, cookies, response_url=None):
        pass


class FormData:
    def __init__(self, fields=(), quote_fields=True, charset=None):
        self._fields = list(fields.items() if hasattr(fields, "items") else fields)

    def add_field(self, name, value, *, content_type=None, filename=None, content_transfer_encoding=None):
        self._fields.append((name, value.read() if hasattr(value, "read") else value))

    def items(self):
        return self._fields


class Fingerprint:
    def __init__(self, fingerprint):
        self.fingerprint = fingerprint


class _Signal(list):
    def freeze(self):
        pass

    async def send(self, *args, **kwargs):
        for each in self:
            await each(*args, **kwargs)


class TraceConfig:
    """Callbacks at the stages of a request; those of its start, end and exception are called."""

    def __init__(self, trace_config_ctx_factory=None):
        self._factory = trace_config_ctx_factory
        for name in ("start", "end", "exception", "chunk_sent", "redirect"):
            setattr(self, f"on_request_{name}", _Signal())
        for name in ("queued_start", "queued_end", "create_start", "create_end", "reuseconn"):
            setattr(self, f"on_connection_{name}", _Signal())
        self.on_dns_resolvehost_start = _Signal()
        self.on_dns_resolvehost_end = _Signal()
        self.on_response_chunk_received = _Signal()

    def trace_config_ctx(self, trace_request_ctx=None):
        if self._factory is not None:
            return self._factory(trace_request_ctx=trace_request_ctx)
        from types import SimpleNamespace

        return SimpleNamespace(trace_request_ctx=trace_request_ctx)


WSMsgType = IntEnum("WSMsgType", dict(CONTINUATION=0, TEXT=1, BINARY=2, PING=9, PONG=10, CLOSE=8, CLOSING=256,
                                      CLOSED=257, ERROR=258), module="aiohttp")
for _name, _member in list(WSMsgType.__members__.items()):
    setattr(WSMsgType, _name.lower(), _member)
WSCloseCode = IntEnum("WSCloseCode", dict(OK=1000, GOING_AWAY=1001, PROTOCOL_ERROR=1002, UNSUPPORTED_DATA=1003,
                                          ABNORMAL_CLOSURE=1006, INVALID_TEXT=1007, POLICY_VIOLATION=1008,
                                          MESSAGE_TOO_BIG=1009, INTERNAL_ERROR=1011), module="aiohttp")


class WSMessage(namedtuple("WSMessage", ["type", "data", "extra"])):
    def json(self, *, loads=None):
        from json import loads as standard

        return (loads or standard)(self.data)
