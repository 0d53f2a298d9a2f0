"""What web sockets raise."""

_MEANINGS = {1000: "OK", 1001: "going away", 1002: "protocol error", 1003: "unsupported data",
             1006: "abnormal closure [internal]", 1007: "invalid frame payload data", 1008: "policy violation",
             1009: "message too big", 1011: "internal error"}


class WebSocketException(Exception):
    pass


class ConnectionClosed(WebSocketException):
    def __init__(self, code=1006, reason="", rcvd=None, sent=None):
        super().__init__(code, reason)
        self.code = code
        self.reason = reason

    def __str__(self):
        if self.code == 1006:
            return "no close frame received or sent"
        text = f"{self.code} ({_MEANINGS.get(self.code, 'private use')})" + (f" {self.reason}" if self.reason else "")
        return f"received {text}; then sent {text}"


class ConnectionClosedOK(ConnectionClosed):
    pass


class ConnectionClosedError(ConnectionClosed):
    pass


class InvalidHandshake(WebSocketException):
    pass


class InvalidStatusCode(InvalidHandshake):
    def __init__(self, status_code, headers):
        self.status_code = status_code
        self.headers = headers

    def __str__(self):
        return f"server rejected WebSocket connection: HTTP {self.status_code}"


InvalidStatus = InvalidStatusCode


class InvalidURI(WebSocketException):
    def __init__(self, uri, msg):
        self.uri = uri
        self.msg = msg

    def __str__(self):
        return f"{self.uri} isn't a valid URI: {self.msg}"
