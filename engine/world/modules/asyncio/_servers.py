"""Servers: ports that a loop listens on."""

import _net
import asyncio.events
import asyncio.trsock
from _asyncio import CancelledError


class Server(asyncio.events.AbstractServer):
    __module__ = "asyncio.base_events"

    def __init__(self, loop, sockets, protocol_factory, backlog=100):
        self._loop = loop
        self._sockets = sockets
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._active_count = 0
        self._waiters = []
        self._serving = False
        self._serving_forever_fut = None
        self._watchers = []

    def __repr__(self):
        return f"<{self.__class__.__name__} sockets={self.sockets!r}>"

    def _attach(self):
        self._active_count += 1

    def _detach(self):
        self._active_count -= 1
        if self._active_count == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(waiter)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            listener = sock._listener
            told = []

            def news(sock=sock, told=told):
                if not told:
                    told.append(True)
                    self._loop._io_ready(self._accept_connection, sock, told)

            listener.watchers.append(news)
            self._watchers.append((listener, news))
            if listener.is_readable():
                news()

    def _accept_connection(self, sock, told):
        told.clear()
        while self._sockets is not None and sock._listener.is_readable():
            connection, address = sock._accept_now()
            self._loop.create_task(self._accept_connection2(connection, address))

    async def _accept_connection2(self, connection, address):
        from asyncio.transports import _SelectorSocketTransport

        protocol = self._protocol_factory()
        waiter = self._loop.create_future()
        transport = _SelectorSocketTransport(self._loop, connection, protocol, waiter, {"peername": address}, self)
        await waiter

    _accept_connection2.__qualname__ = "BaseSelectorEventLoop._accept_connection2"

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        return () if self._sockets is None else tuple(asyncio.trsock.TransportSocket(sock) for sock in self._sockets)

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for listener, news in self._watchers:
            listener.watchers.remove(news)
        for sock in sockets:
            sock.close()
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()
            self._serving_forever_fut = None
        if self._active_count == 0:
            self._wakeup()

    async def start_serving(self):
        self._start_serving()
        await asyncio.sleep(0)

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._sockets is None:
            raise RuntimeError(f"server {self!r} is closed")
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        _net._serving[self] = True
        try:
            await self._serving_forever_fut
        except CancelledError:
            try:
                self.close()
                await self.wait_closed()
            finally:
                raise
        finally:
            self._serving_forever_fut = None
            _net._serving.pop(self, None)

    async def wait_closed(self):
        if self._sockets is None or self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter
