"""HTTP with the same interface for programs that wait and for tasks: Client and AsyncClient."""

from _package_names import adopt
from httpx._client import AsyncClient, Client, Stream as _Stream, __version__
from httpx._errors import (
    ConnectError,
    ConnectTimeout,
    HTTPError,
    HTTPStatusError,
    InvalidURL,
    NetworkError,
    PoolTimeout,
    ProtocolError,
    ReadError,
    ReadTimeout,
    RemoteProtocolError,
    RequestError,
    TimeoutException,
    TooManyRedirects,
    TransportError,
    UnsupportedProtocol,
    WriteTimeout,
)
from httpx._models import URL, BasicAuth, Headers, Limits, Request, Response, Timeout


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


adopt("httpx", globals())
