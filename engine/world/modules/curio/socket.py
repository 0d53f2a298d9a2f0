"""Sockets whose calls are awaited."""

import socket as _original
from socket import *  # noqa: F403

import _net

from _coroutine_loop import until_later, until_ready
from curio._kernel import _current, _nothing, schedule


async def _until(is_ready, *watched):
    task = _current()
    if not is_ready():
        await until_ready(task.runner, lambda: task._wait(_nothing, "io"), task, is_ready, *watched)


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None, made=None):
        self._socket = _original.socket(family, type, proto) if made is None else made

    def __getattr__(self, name):
        return getattr(self._socket, name)

    async def accept(self):
        await _until(self._socket._is_readable, self._socket._watchers())
        connection, address = self._socket._accept_now()
        return socket(made=connection), address

    async def connect(self, address):
        task = _current()
        seconds, end, error = _net.connect(*address[:2])
        if seconds > 0:
            await until_later(task.runner, lambda: task._wait(_nothing, "io"), task, seconds)
        else:
            await schedule()
        if error is not None:
            raise error
        self._socket._end = end

    async def recv(self, maxsize, flags=0):
        await _until(self._socket._is_readable, self._socket._watchers())
        return self._socket._end.take(maxsize)

    async def send(self, data, flags=0):
        await _until(self._socket._is_writable, self._socket._room_watchers())
        return self._socket._end.offer(data)

    async def sendall(self, data, flags=0):
        while data:
            data = data[await self.send(data):]

    async def close(self):
        self._socket.close()

    async def shutdown(self, how):
        self._socket.shutdown(how)

    def as_stream(self):
        return SocketStream(self)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self._socket.close()


class SocketStream:
    """Reads lines and blocks of a connection."""

    def __init__(self, sock):
        self._sock = sock
        self._buffer = b""

    async def read(self, maxbytes=65536):
        if not self._buffer:
            return await self._sock.recv(maxbytes)
        data, self._buffer = self._buffer[:maxbytes], self._buffer[maxbytes:]
        return data

    async def readall(self):
        parts = []
        while data := await self.read():
            parts.append(data)
        return b"".join(parts)

    async def readline(self):
        while b"\n" not in self._buffer:
            data = await self._sock.recv(65536)
            if not data:
                break
            self._buffer += data
        at = self._buffer.find(b"\n") + 1 or len(self._buffer)
        line, self._buffer = self._buffer[:at], self._buffer[at:]
        return line

    async def write(self, data):
        await self._sock.sendall(data)
        return len(data)

    async def flush(self):
        pass

    async def close(self):
        await self._sock.close()

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        pass


async def create_connection(address, timeout=None, source_address=None):
    made = socket()
    await made.connect(address)
    return made
