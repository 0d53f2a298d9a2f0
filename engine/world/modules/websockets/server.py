"""The server side: what websockets itself offers, by its other name."""

from websockets import WebSocketServer, WebSocketServerProtocol, broadcast, serve

__all__ = ["WebSocketServer", "WebSocketServerProtocol", "broadcast", "serve"]
