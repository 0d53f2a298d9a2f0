"""The network of the world: listeners on ports, connections as pairs of byte streams, hosts that answer by themselves.

Nothing here waits: whoever wants to, blocking or in a loop, is called when something has changed.
"""

import _world

LOCAL_NAMES = ("localhost", "127.0.0.1", "::1", "0.0.0.0", "::", "", "localhost.localdomain")
CAPACITY = 262144  # bytes on their way through a connection before the other end has read some; pipes take less
PIPE_CAPACITY = 65536
CONNECT_SECONDS = 0.01  # of a connection to a simulated host; part of the latency of its first answer

# The first three tell the end of a run whether the program is a server that nobody asks any more: see install.h.
_listeners = {}  # by port
_clients = {}  # ends of connections to listeners of this program, while they are open
_serving = {}  # calls that serve for ever
_numbers = {"port": 49152, "fd": 6}


def next_fd():
    _numbers["fd"] += 1
    return _numbers["fd"]


def free_port():
    while _numbers["port"] in _listeners:
        _numbers["port"] += 1
    _numbers["port"] += 1
    return _numbers["port"] - 1


def is_local(host):
    return host is None or host in LOCAL_NAMES or host.startswith("127.")


class End:
    """One end of a connection. What the other end sends arrives in `incoming`; `watchers` are called at each change,
    `room_watchers` when the other end takes more again."""

    def __init__(self, address, peer_address, capacity=CAPACITY):
        self.address = address
        self.peer_address = peer_address
        self.peer = None
        self.incoming = bytearray()
        self.at_eof = False  # the other end sends nothing more
        self.error = None
        self.sends = True  # until close_writing()
        self.watchers = []
        self.room_watchers = []
        self.capacity = capacity
        self._is_wide = 0

    def changed(self):
        for watcher in list(self.watchers):
            watcher()

    def is_readable(self):
        return bool(self.incoming) or self.at_eof or self.error is not None

    def take(self, count):
        """Up to `count` bytes of what has come; b'' if nothing has (or nothing will: ask at_eof)."""
        if self.error is not None and not self.incoming:
            raise self.error
        data = bytes(self.incoming[:count])
        del self.incoming[:count]
        self._tell_room()
        return data

    def open_wide(self, is_wide):
        """Somebody reads on and keeps what comes (True), so that it takes all there is, until (False) no more."""
        self._is_wide += 1 if is_wide else -1
        self._tell_room()

    def _tell_room(self):
        peer = self.peer
        if isinstance(peer, End) and peer.room_watchers and peer.is_writable():
            for watcher in list(peer.room_watchers):
                watcher()

    def receive(self, data):
        if not self.at_eof:
            self.incoming += data
            self.changed()

    def receive_eof(self):
        if not self.at_eof:
            self.at_eof = True
            self.changed()

    def fail(self, error):
        self.error = error
        self.at_eof = True
        self.changed()

    def send(self, data):
        if not self.sends or self.peer is None:
            raise BrokenPipeError(32, "Broken pipe")
        self.peer.receive(data)

    def room(self):
        """How many bytes the other end takes now; those that stand for a host of the world take all."""
        peer = self.peer
        if not isinstance(peer, End) or peer._is_wide:
            return CAPACITY * 4096
        return max(0, peer.capacity - len(peer.incoming))

    def is_writable(self):
        return not self.sends or self.peer is None or self.room() > 0

    def offer(self, data):
        """Sends as much as there is room for; how much that was."""
        if not self.sends or self.peer is None:
            raise BrokenPipeError(32, "Broken pipe")
        sent = min(len(data), self.room())
        if sent:
            self.send(bytes(data[:sent]))
        return sent

    def close_writing(self):
        if self.sends:
            self.sends = False
            if self.peer is not None:
                self.peer.receive_eof()

    def close(self):
        self.close_writing()
        self.at_eof = True
        _clients.pop(self, None)
        peer, self.peer = self.peer, None
        if isinstance(peer, End) and peer.peer is self:
            peer.peer = None
            for watcher in list(peer.room_watchers):
                watcher()


def connect_ends(left, right):
    left.peer = right
    right.peer = left


class Listener:
    """A port on which somebody takes connections."""

    def __init__(self, host, port, backlog=100):
        self.address = (host or "0.0.0.0", port)
        self.waiting = []  # ends whose connections nobody has accepted yet
        self.watchers = []
        self.backlog = backlog

    def is_readable(self):
        return bool(self.waiting)

    def changed(self):
        for watcher in list(self.watchers):
            watcher()

    def close(self):
        if _listeners.get(self.address[1]) is self:
            del _listeners[self.address[1]]
        for end in self.waiting:
            if end.peer is not None:
                end.peer.fail(ConnectionResetError(104, "Connection reset by peer"))
        self.waiting = []


def listen(host, port, backlog=100):
    if port == 0:
        port = free_port()
    if port in _listeners:
        raise OSError(98, "Address already in use")
    _listeners[port] = listener = Listener(host, port, backlog)
    import _visitors

    _visitors.listening(port)
    return listener


def listener_at(host, port):
    return _listeners.get(port) if is_local(host) else None


def connect_locally(listener, host="127.0.0.1"):
    """A connection to a listener of this program; its own end."""
    mine = End((host, free_port()), (host, listener.address[1]))
    other = End((host, listener.address[1]), mine.address)
    connect_ends(mine, other)
    _clients[mine] = True
    listener.waiting.append(other)
    listener.changed()
    return mine


def resolve(host):
    """The address of a name, always the same one."""
    if is_local(host):
        return "127.0.0.1"
    if host.replace(".", "").isdigit():
        return host
    number = 0
    for each in host.encode():
        number = (number * 31 + each) % 254 ** 2
    return f"203.0.{number // 254}.{number % 254 + 1}"


def connect(host, port):
    """(seconds, end, error): how long connecting takes, and the one or the other."""
    listener = listener_at(host, port)
    if listener is not None:
        return 0.0, connect_locally(listener), None
    import _hosts

    if is_local(host) and not _hosts.has_rule(f"{host}:{port}"):
        return 0.0, None, ConnectionRefusedError(111, "Connection refused")
    failure = _hosts.connection_failure(host, port)
    if failure == "unknown_host":
        return CONNECT_SECONDS, None, unknown_host()
    if failure == "refused":
        return CONNECT_SECONDS, None, ConnectionRefusedError(111, "Connection refused")
    mine = End(("192.0.2.1", free_port()), (resolve(host), port))
    mine.peer = _hosts.server_for(host, port, mine)
    return mine.peer.connect_seconds, mine, None


def unknown_host():
    from socket import gaierror

    return gaierror(-2, "Name or service not known")


def later(seconds, function, *args):
    """Calls it when so much time has passed; at once for none."""
    if seconds > 0:
        _world.at(seconds, function, *args)
    else:
        function(*args)
