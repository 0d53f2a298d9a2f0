"""What a client's request may raise."""

import asyncio


class ClientError(Exception):
    pass


class ClientResponseError(ClientError):
    def __init__(self, request_info, history, *, code=None, status=None, message="", headers=None):
        self.request_info = request_info
        self.status = self.code = status if status is not None else code or 0
        self.message = message
        self.headers = headers
        self.history = history
        self.args = (request_info, history)

    def __str__(self):
        return f"{self.status}, message={self.message!r}, url={str(self.request_info.real_url)!r}"

    def __repr__(self):
        return f"{type(self).__name__}({self.request_info!r}, {self.history!r}, status={self.status}, " \
               f"message={self.message!r})"


class ContentTypeError(ClientResponseError, ValueError):
    pass


class WSServerHandshakeError(ClientResponseError):
    pass


class ClientHttpProxyError(ClientResponseError):
    pass


class TooManyRedirects(ClientResponseError):
    pass


class ClientConnectionError(ClientError):
    pass


class ClientOSError(ClientConnectionError, OSError):
    pass


class ClientConnectorError(ClientOSError):
    def __init__(self, connection_key, os_error):
        self._conn_key = connection_key
        self._os_error = os_error
        super().__init__(os_error.errno, os_error.strerror)
        self.args = (connection_key, os_error)

    os_error = property(lambda self: self._os_error)
    host = property(lambda self: self._conn_key.host)
    port = property(lambda self: self._conn_key.port)
    ssl = property(lambda self: True)

    def __str__(self):
        reason = self._os_error.strerror
        if isinstance(self._os_error, ConnectionRefusedError):
            from _net import resolve

            reason = f"Connect call failed {(resolve(self.host), self.port)!r}"
        return f"Cannot connect to host {self.host}:{self.port} ssl:default [{reason}]"


class ClientConnectorDNSError(ClientConnectorError):
    pass


class ClientProxyConnectionError(ClientConnectorError):
    pass


class ServerConnectionError(ClientConnectionError):
    pass


class ServerDisconnectedError(ServerConnectionError):
    def __init__(self, message=None):
        self.args = (message,)
        self.message = "Server disconnected" if message is None else message

    def __str__(self):
        return str(self.message)


class ServerTimeoutError(ServerConnectionError, asyncio.TimeoutError):
    pass


class ConnectionTimeoutError(ServerTimeoutError):
    pass


class SocketTimeoutError(ServerTimeoutError):
    pass


class ServerFingerprintMismatch(ServerConnectionError):
    pass


class ClientPayloadError(ClientError):
    pass


class InvalidURL(ClientError, ValueError):
    def __init__(self, url, description=None):
        super().__init__(url)
        self.url = url


class ClientSSLError(ClientConnectorError):
    pass


class ClientConnectorSSLError(ClientSSLError):
    pass


class ClientConnectorCertificateError(ClientSSLError):
    pass
