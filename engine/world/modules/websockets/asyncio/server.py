"""The server side: what websockets itself offers, by its other name."""

from websockets import WebSocketServer as Server, WebSocketServerProtocol as ServerConnection, broadcast, serve

__all__ = ["Server", "ServerConnection", "broadcast", "serve"]
