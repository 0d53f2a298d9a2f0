"""Web sockets of aiohttp's client and server."""

import _websocket
from aiohttp.helpers import WSMessage, WSMsgType


class _Socket:
    def __init__(self):
        self._reader = self._writer = None
        self.closed = False
        self.close_code = None

    async def receive(self, timeout=None):
        if timeout is not None:
            import asyncio

            return await asyncio.wait_for(self.receive(), timeout)
        if self.closed:
            return WSMessage(WSMsgType.CLOSED, None, None)
        while True:
            opcode, data = await _websocket.read_frame(self._reader)
            if opcode == _websocket.TEXT:
                return WSMessage(WSMsgType.TEXT, data.decode(), "")
            if opcode == _websocket.BINARY:
                return WSMessage(WSMsgType.BINARY, data, "")
            if opcode == _websocket.PING:
                self._writer.write(_websocket.encode(_websocket.PONG, data))
            elif opcode == _websocket.CLOSE:
                self.close_code = int.from_bytes(data[:2], "big") if data else 1006
                self.closed = True
                if data:
                    self._writer.write(_websocket.encode_close(self.close_code))
                self._writer.close()
                return WSMessage(WSMsgType.CLOSE if data else WSMsgType.CLOSED, self.close_code, data[2:].decode())

    async def _receive_as(self, kind):
        message = await self.receive()
        if message.type != kind:
            raise TypeError(f"Received message {message.type}:{message.data!r} is not {kind!r}")
        return message.data

    async def receive_str(self, *, timeout=None):
        return await self._receive_as(WSMsgType.TEXT)

    async def receive_bytes(self, *, timeout=None):
        return await self._receive_as(WSMsgType.BINARY)

    async def receive_json(self, *, loads=None, timeout=None):
        import json

        return (loads or json.loads)(await self.receive_str())

    async def _send(self, opcode, data):
        if self.closed or self._writer is None:
            raise ConnectionResetError("Cannot write to closing transport")
        self._writer.write(_websocket.encode(opcode, data))
        await self._writer.drain()

    async def send_str(self, data, compress=None):
        await self._send(_websocket.TEXT, data.encode())

    async def send_bytes(self, data, compress=None):
        await self._send(_websocket.BINARY, bytes(data))

    async def send_json(self, data, compress=None, *, dumps=None):
        import json

        await self.send_str((dumps or json.dumps)(data))

    async def ping(self, message=b""):
        await self._send(_websocket.PING, message)

    async def close(self, *, code=1000, message=b""):
        if self.closed:
            return False
        self._writer.write(_websocket.encode_close(code, message.decode() if isinstance(message, bytes) else message))
        self.closed = True
        self.close_code = code
        while (await _websocket.read_frame(self._reader))[0] != _websocket.CLOSE:
            pass
        self._writer.close()
        return True

    def exception(self):
        return None

    def __aiter__(self):
        return self

    async def __anext__(self):
        message = await self.receive()
        if message.type in (WSMsgType.CLOSE, WSMsgType.CLOSING, WSMsgType.CLOSED):
            raise StopAsyncIteration
        return message


class ClientWebSocketResponse(_Socket):
    pass


async def connect(loop, url, options):
    made = ClientWebSocketResponse()
    headers = options.get("headers") or {}
    made._reader, made._writer = await _websocket.open_client(url, list(headers.items()))
    return made
