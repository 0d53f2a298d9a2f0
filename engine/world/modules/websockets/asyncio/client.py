"""The client side: what websockets itself offers, by its other name."""

from websockets import WebSocketClientProtocol as ClientConnection, connect

__all__ = ["ClientConnection", "connect"]
