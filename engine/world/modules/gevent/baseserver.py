"""Servers: each connection is handled by a greenlet of its own."""

from gevent import socket
from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.pool import Pool


def _parse_address(address):
    if isinstance(address, tuple):
        return address
    host, _, port = str(address).rpartition(":")
    return host, int(port)


class BaseServer:
    min_delay = 0.01
    max_accept = 100
    stop_timeout = 1

    def __init__(self, listener, handle=None, spawn="default"):
        self._stop_event = Event()
        self._stop_event.set()
        self._accepting = None
        self.pool = None
        if hasattr(listener, "accept"):
            self.socket = listener
            self.address = listener.getsockname()
        else:
            self.socket = None
            self.address = _parse_address(listener)
        self.set_spawn(spawn)
        if handle is not None:
            self.handle = handle

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._state()}>"

    def _state(self):
        return f"address={self.address}" if not self.started else f"serving {self.address}"

    def set_spawn(self, spawn):
        """"default": a greenlet each; "raw": the same; a Pool, or how many at most; None: in the acceptor itself."""
        if isinstance(spawn, int):
            spawn = Pool(spawn)
        if hasattr(spawn, "spawn"):
            self.pool = spawn
            self._spawn = spawn.spawn
        else:
            self._spawn = spawn if callable(spawn) else None if spawn is None else Greenlet.spawn

    @property
    def started(self):
        return not self._stop_event.is_set()

    @property
    def server_host(self):
        return self.address[0]

    @property
    def server_port(self):
        return self.address[1]

    def init_socket(self):
        if self.socket is None:
            self.socket = socket.socket()
            self.socket.bind(self.address)
            self.socket.listen(256)
        self.address = self.socket.getsockname()

    def start(self):
        assert not self.started, f"{type(self).__name__} already started"
        self.init_socket()
        self._stop_event.clear()
        self.start_accepting()

    def start_accepting(self):
        self._accepting = Greenlet.spawn(self._accept)

    def stop_accepting(self):
        accepting, self._accepting = self._accepting, None
        if accepting is not None:
            accepting.kill(block=False)

    def _accept(self):
        while self.started:
            try:
                client, address = self.do_read()
            except OSError:
                if not self.started:
                    return
                raise
            if self._spawn is None:
                self.do_handle(client, address)
            else:
                self._spawn(self.do_handle, client, address)

    def do_read(self):
        connection, address = self.socket.accept()
        return socket.of(connection), address

    def do_handle(self, client, address):
        self.handle(client, address)

    def handle(self, client, address):
        raise NotImplementedError

    def close(self):
        self._stop_event.set()
        self.stop_accepting()
        if self.socket is not None:
            self.socket.close()
            self.socket = None

    def stop(self, timeout=None):
        self.close()
        if self.pool is not None:
            self.pool.join(timeout=self.stop_timeout if timeout is None else timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        import _visitors

        if not self.started:
            self.start()
        if hasattr(self, "visited_paths"):
            _visitors.serve_for_ever(self.address[1], self.visited_paths)
        try:
            self._stop_event.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()
