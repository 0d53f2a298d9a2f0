"""The transport of a DatagramProtocol."""

import _datagrams
from asyncio.transports import DatagramTransport, set_result_unless_done


class DatagramEnd(DatagramTransport):
    __qualname__ = "_SelectorDatagramTransport"

    def __init__(self, loop, protocol, local_addr, remote_addr, waiter):
        self._box = _datagrams.open_box(local_addr or ("127.0.0.1", 0))
        super().__init__({"sockname": self._box.address, "peername": remote_addr})
        self._loop = loop
        self._protocol = protocol
        self._remote = remote_addr
        self._closing = False
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._box.watchers.append, self._news)
        loop.call_soon(set_result_unless_done, waiter)

    def _news(self):
        self._loop._io_ready(self._read_ready)

    def _read_ready(self):
        if self._box.letters and not self._closing:
            data, sender = self._box.take(65536)
            self._protocol.datagram_received(data, sender)

    def sendto(self, data, addr=None):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if data:
            _datagrams.send(self._box, bytes(data), addr or self._remote)

    def is_closing(self):
        return self._closing

    def close(self):
        if not self._closing:
            self._closing = True
            self._box.close()
            self._loop.call_soon(self._call_connection_lost)

    def _call_connection_lost(self):
        self._protocol.connection_lost(None)

    abort = close
