"""Web sockets for asyncio: connect() and serve()."""

import asyncio

import _web
import _web_server
import _websocket
from websockets import exceptions
from websockets.exceptions import (
    ConnectionClosed,
    ConnectionClosedError,
    ConnectionClosedOK,
    InvalidHandshake,
    InvalidStatusCode,
    InvalidURI,
    WebSocketException,
)

__version__ = "12.0"


class WebSocketCommonProtocol:
    def __init__(self, reader, writer, path="/", request_headers=None):
        self._reader = reader
        self._writer = writer
        self.path = path
        self.request_headers = request_headers or _web.Headers()
        self.close_code = None
        self.close_reason = ""
        self._pongs = []
        self._says_goodbye = False
        self._receives = 0
        self._ended = asyncio.Event()
        self.id = path

    open = property(lambda self: self.close_code is None)
    closed = property(lambda self: self.close_code is not None)
    remote_address = property(lambda self: self._writer.get_extra_info("peername"))
    local_address = property(lambda self: self._writer.get_extra_info("sockname"))

    def _raise_closed(self):
        if self.close_code in (1000, 1001):
            raise ConnectionClosedOK(self.close_code, self.close_reason)
        raise ConnectionClosedError(self.close_code, self.close_reason)

    async def recv(self):
        self._receives += 1
        try:
            return await self._receive()
        finally:
            self._receives -= 1

    async def _receive(self):
        while self.open:
            opcode, data = await _websocket.read_frame(self._reader)
            if opcode == _websocket.TEXT:
                return data.decode()
            if opcode == _websocket.BINARY:
                return data
            if opcode == _websocket.PING:
                self._writer.write(_websocket.encode(_websocket.PONG, data))
            elif opcode == _websocket.PONG:
                for each in self._pongs:
                    if not each.done():
                        each.set_result(0.0)
                self._pongs = []
            elif opcode == _websocket.CLOSE:
                self.close_code = int.from_bytes(data[:2], "big") if data else 1006
                self.close_reason = data[2:].decode()
                if data and not self._says_goodbye:
                    try:
                        self._writer.write(_websocket.encode_close(self.close_code))
                    except OSError:
                        pass
                self._end()
        self._raise_closed()

    async def send(self, message):
        if not self.open or self._says_goodbye or self._writer.is_closing():
            self.close_code = self.close_code or 1006
            self._raise_closed()
        if isinstance(message, str):
            frame = _websocket.encode(_websocket.TEXT, message.encode())
        elif isinstance(message, (bytes, bytearray)):
            frame = _websocket.encode(_websocket.BINARY, bytes(message))
        else:
            raise TypeError("data must be str, bytes-like, or iterable")
        self._writer.write(frame)
        await self._writer.drain()

    async def ping(self, data=b""):
        waiter = asyncio.get_running_loop().create_future()
        self._pongs.append(waiter)
        self._writer.write(_websocket.encode(_websocket.PING, data if isinstance(data, bytes) else data.encode()))
        return waiter

    async def pong(self, data=b""):
        self._writer.write(_websocket.encode(_websocket.PONG, data))

    async def close(self, code=1000, reason=""):
        if not self.open:
            return
        if not self._says_goodbye:
            self._says_goodbye = True
            self._writer.write(_websocket.encode_close(code, reason))
        if self._receives:  # whoever receives gets the other side's goodbye
            await self._ended.wait()
            return
        while True:
            opcode, data = await _websocket.read_frame(self._reader)
            if opcode == _websocket.CLOSE:
                break
        self.close_code, self.close_reason = code, reason
        self._end()

    def _end(self):
        self._writer.close()
        self._ended.set()

    async def wait_closed(self):
        while self.open:
            if self._receives or self._says_goodbye:
                await self._ended.wait()
                return
            try:
                await self.recv()
            except ConnectionClosed:
                return

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.recv()
        except ConnectionClosedOK:
            raise StopAsyncIteration


WebSocketClientProtocol = WebSocketServerProtocol = WebSocketCommonProtocol


class connect:
    """Awaited, entered, or iterated (then it connects again and again)."""

    def __init__(self, uri, *, extra_headers=None, ping_interval=20, ping_timeout=20, open_timeout=10, close_timeout=10,
                 max_size=2 ** 20, ssl=None, subprotocols=None, additional_headers=None, **kwargs):
        if not uri.startswith(("ws://", "wss://")):
            raise InvalidURI(uri, "scheme isn't ws or wss")
        self._uri = uri
        headers = extra_headers or additional_headers or {}
        self._headers = list(headers.items() if hasattr(headers, "items") else headers)

    async def _connect(self):
        try:
            reader, writer = await _websocket.open_client(self._uri, self._headers)
        except ValueError as error:
            raise InvalidStatusCode(int(str(error).rsplit(" ", 1)[1]), None) from None
        self._protocol = WebSocketCommonProtocol(reader, writer)
        return self._protocol

    def __await__(self):
        return self._connect().__await__()

    async def __aenter__(self):
        return await self._connect()

    async def __aexit__(self, *args):
        await self._protocol.close()

    async def __aiter__(self):
        while True:
            async with self as protocol:
                yield protocol


class WebSocketServer:
    def __init__(self, server):
        self._server = server
        self.websockets = set()
        self._closing = []

    sockets = property(lambda self: self._server.sockets)

    def is_serving(self):
        return self._server.is_serving()

    def close(self, close_connections=True):
        self._server.close()
        if close_connections:
            self._closing = [asyncio.ensure_future(each.close(1001)) for each in self.websockets]

    async def wait_closed(self):
        if self._closing:
            await asyncio.wait(self._closing)
        await self._server.wait_closed()

    async def serve_forever(self):
        await self._server.serve_forever()


class serve:
    def __init__(self, ws_handler, host=None, port=None, **kwargs):
        self._handler = ws_handler
        self._host, self._port = host or "localhost", port
        self._made = None

    async def _serve(self):
        server = await asyncio.start_server(self._connected, self._host, self._port)
        self._made = WebSocketServer(server)
        return self._made

    async def _connected(self, reader, writer):
        incoming = await _web.drive_async(_web_server.parse_request(), reader)
        if incoming is None or not await _websocket.accept_server(incoming.headers, writer):
            text = b"Failed to open a WebSocket connection: missing Upgrade header.\n"
            writer.write(_web_server.encode_answer(426, [("Upgrade", "websocket")], text))
            writer.close()
            return
        protocol = WebSocketCommonProtocol(reader, writer, incoming.target, incoming.headers)
        self._made.websockets.add(protocol)
        try:
            handler = self._handler
            code = getattr(handler, "__code__", None) or getattr(handler, "__func__", handler).__code__
            count = code.co_argcount - (1 if hasattr(handler, "__self__") else 0)
            await (handler(protocol, incoming.target) if count == 2 else handler(protocol))
            await protocol.close()
        except ConnectionClosed:
            pass
        except Exception:
            import sys
            import traceback

            sys.stderr.write("connection handler failed\n" + traceback.format_exc())
            await protocol.close(1011)
        finally:
            self._made.websockets.discard(protocol)

    def __await__(self):
        return self._serve().__await__()

    async def __aenter__(self):
        return await self._serve()

    async def __aexit__(self, *args):
        self._made.close()
        await self._made.wait_closed()


def broadcast(websockets, message):
    for each in list(websockets):
        if each.open:
            opcode = _websocket.TEXT if isinstance(message, str) else _websocket.BINARY
            each._writer.write(_websocket.encode(opcode, message.encode() if isinstance(message, str) else message))
