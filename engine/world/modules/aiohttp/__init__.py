"""HTTP for asyncio: a client here, a server in aiohttp.web."""

__version__ = "3.10.11"

from yarl import URL

from aiohttp.client import (
    BaseConnector,
    ClientRequest,
    ClientResponse,
    ClientSession,
    ClientTimeout,
    TCPConnector,
    UnixConnector,
    request,
)
from aiohttp.client_exceptions import (
    ClientConnectionError,
    ClientConnectorCertificateError,
    ClientConnectorDNSError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientError,
    ClientHttpProxyError,
    ClientOSError,
    ClientPayloadError,
    ClientProxyConnectionError,
    ClientResponseError,
    ClientSSLError,
    ConnectionTimeoutError,
    ContentTypeError,
    InvalidURL,
    ServerConnectionError,
    ServerDisconnectedError,
    ServerFingerprintMismatch,
    ServerTimeoutError,
    SocketTimeoutError,
    TooManyRedirects,
    WSServerHandshakeError,
)
from aiohttp.helpers import (
    BasicAuth,
    CookieJar,
    DummyCookieJar,
    FormData,
    Fingerprint,
    TraceConfig,
    WSCloseCode,
    WSMessage,
    WSMsgType,
)


def __getattr__(name):
    if name == "web":
        import aiohttp.web

        return aiohttp.web
    if name == "ClientWebSocketResponse":
        from aiohttp._sockets import ClientWebSocketResponse

        return ClientWebSocketResponse
    raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")
