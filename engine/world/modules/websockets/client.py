"""The client side: what websockets itself offers, by its other name."""

from websockets import WebSocketClientProtocol, connect

__all__ = ["WebSocketClientProtocol", "connect"]
