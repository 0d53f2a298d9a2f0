"""Sockets over the world's network: between threads and tasks of the program, and to simulated hosts."""

import _net
import _thread
import _world
from _pipe_files import EndReader
from enum import IntEnum, IntFlag

AddressFamily = IntEnum("AddressFamily", dict(AF_UNSPEC=0, AF_UNIX=1, AF_INET=2, AF_INET6=10), module="socket")
SocketKind = IntEnum("SocketKind", dict(SOCK_STREAM=1, SOCK_DGRAM=2, SOCK_RAW=3), module="socket")
globals().update(AddressFamily.__members__)
globals().update(SocketKind.__members__)
SOL_SOCKET = 1
SO_REUSEADDR = 2
SO_ERROR = 4
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_REUSEPORT = 15
IPPROTO_IP = 0
IPPROTO_TCP = 6
IPPROTO_UDP = 17
TCP_NODELAY = 1
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2
SOMAXCONN = 4096
AI_PASSIVE = 1
AI_CANONNAME = 2
EAI_NONAME = -2
INADDR_ANY = 0
has_ipv6 = True
error = OSError
timeout = TimeoutError
_GLOBAL = {"timeout": None}
_open = {}  # by file number


class herror(OSError):
    pass


class gaierror(OSError):
    pass


def _wait(watchers, is_ready, seconds):
    """Blocks the thread until there is news. False when the time is over."""
    end = None if seconds is None else _world.now() + seconds
    while not is_ready():
        bell = _thread.allocate_lock()
        bell.acquire()

        def ring():
            if bell.locked():
                bell.release()

        watchers.append(ring)
        try:
            rang = bell.acquire() if end is None else bell.acquire(True, max(0, end - _world.now()))
        finally:
            watchers.remove(ring)
        if not rang:
            return is_ready()
    return True


class socket:
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        self.family = AF_INET if family in (-1, 0) else family
        self.type = SOCK_STREAM if type == -1 else type
        self.proto = 0 if proto == -1 else proto
        self._end = None
        self._listener = None
        self._bound = None
        self._box = None  # of a datagram socket: what has come
        self._timeout = _GLOBAL["timeout"]
        self._options = {}
        self._fd = _net.next_fd()
        _open[self._fd] = self

    def __repr__(self):
        text = f"<{self.__class__.__module__}.{self.__class__.__qualname__}{' [closed]' if self._fd < 0 else ''} " \
               f"fd={self._fd}, family={int(self.family)}, type={int(self.type)}, proto={self.proto}"
        if self._fd >= 0:
            try:
                text += f", laddr={self.getsockname()}"
                text += f", raddr={self.getpeername()}"
            except OSError:
                pass
        return text + ">"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    # ---- addresses and options

    def _check_open(self):
        if self._fd < 0:
            raise OSError(9, "Bad file descriptor")

    def fileno(self):
        return self._fd

    def getsockname(self):
        self._check_open()
        if self._end is not None:
            return self._end.address
        if self._listener is not None:
            return self._listener.address
        return self._bound or ("0.0.0.0", 0)

    def getpeername(self):
        if self._end is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self._end.peer_address

    def setsockopt(self, level, optname, value, optlen=None):
        self._options[level, optname] = value

    def getsockopt(self, level, optname, buflen=0):
        return self._options.get((level, optname), 0)

    def settimeout(self, value):
        if value is not None and value < 0:
            raise ValueError("Timeout value out of range")
        self._timeout = None if value is None else float(value)

    def gettimeout(self):
        return self._timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self._timeout != 0.0

    def _watchers(self):
        holder = self._end or self._listener or self._box
        return [] if holder is None else holder.watchers

    def _is_readable(self):
        holder = self._end or self._listener or self._box
        return holder is not None and holder.is_readable()

    def _is_writable(self):
        return self._end is None or self._end.is_writable()

    def _room_watchers(self):
        return [] if self._end is None else self._end.room_watchers

    def _until_readable(self, holder):
        if self._timeout == 0.0 and not holder.is_readable():
            raise BlockingIOError(11, "Resource temporarily unavailable")
        if not self._wait(holder.watchers, holder.is_readable):
            raise TimeoutError("timed out")

    def _wait(self, watchers, is_ready):
        """Until there is news, at most as long as the time limit; then False."""
        return _wait(watchers, is_ready, self._timeout)

    # ---- servers

    def bind(self, address):
        self._check_open()
        if self.type == SOCK_DGRAM:
            import _datagrams

            self._box = _datagrams.open_box(address)
            return
        if self.family == AF_UNIX:
            address = ("localhost", _unix_port(address))
        host, port = address[0], address[1]
        if port in _net._listeners:
            raise OSError(98, "Address already in use")
        self._bound = (host or "0.0.0.0", port)

    def listen(self, backlog=128):
        self._check_open()
        if self._listener is None:
            host, port = self._bound or ("0.0.0.0", 0)
            self._listener = _net.listen(host, port, backlog)

    def _accept_now(self):
        end = self._listener.waiting.pop(0)
        return _of_end(end), end.peer_address

    def accept(self):
        self._check_open()
        if self._listener is None:
            raise OSError(22, "Invalid argument")
        listener = self._listener
        _net._serving[self] = True
        try:
            self._until_readable(listener)
        finally:
            del _net._serving[self]
        return self._accept_now()

    # ---- clients

    def connect(self, address):
        self._check_open()
        if self.type == SOCK_DGRAM:
            self._bound_peer = address
            return
        if self.family == AF_UNIX:
            address = ("localhost", _unix_port(address, make=False))
        host, port = address[0], address[1]
        seconds, end, failure = _net.connect(host, port)
        if seconds > 0:
            limit = self._timeout
            if limit and limit < seconds:
                _world.block(f"connect({host!r})", limit)
                raise TimeoutError("timed out")
            _world.block(f"connect({host!r})", seconds)
        if failure is not None:
            raise failure
        self._end = end

    def connect_ex(self, address):
        try:
            self.connect(address)
        except OSError as failure:
            return failure.errno or 110
        return 0

    # ---- bytes

    def _connected(self):
        self._check_open()
        if self._end is None:
            raise OSError(107, "Transport endpoint is not connected")
        return self._end

    def send(self, data, flags=0):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"a bytes-like object is required, not {type(data).__name__!r}")
        end = self._connected()
        if not end.is_writable():
            if self._timeout == 0.0:
                raise BlockingIOError(11, "Resource temporarily unavailable")
            if not self._wait(end.room_watchers, end.is_writable):
                raise TimeoutError("timed out")
        return end.offer(data)

    def sendall(self, data, flags=0):
        sent = self.send(data)
        while sent < len(data):
            sent += self.send(data[sent:])

    def recv(self, bufsize, flags=0):
        end = self._connected()
        self._until_readable(end)
        return end.take(bufsize)

    def recv_into(self, buffer, nbytes=0, flags=0):
        data = self.recv(nbytes or len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def sendto(self, data, *args):
        import _datagrams

        if self._box is None:
            self._box = _datagrams.open_box(("127.0.0.1", 0))
        _datagrams.send(self._box, bytes(data), args[-1])
        return len(data)

    def recvfrom(self, bufsize, flags=0):
        if self.type == SOCK_DGRAM:
            self._until_readable(self._box)
            return self._box.take(bufsize)
        return self.recv(bufsize), self._end.peer_address

    def makefile(self, mode="r", buffering=None, *, encoding=None, errors=None, newline=None):
        import io

        raw = _SocketFile(self)
        return raw if "b" in mode else io.TextIOWrapper(raw, encoding, errors, newline)

    def shutdown(self, how):
        end = self._connected()
        if how in (SHUT_WR, SHUT_RDWR):
            end.close_writing()
        if how in (SHUT_RD, SHUT_RDWR):
            end.at_eof = True
            end.changed()

    def detach(self):
        fd, self._fd = self._fd, -1
        return fd

    def close(self):
        if self._fd < 0:
            return
        _open.pop(self._fd, None)
        self._fd = -1
        if self._end is not None:
            self._end.close()
        if self._listener is not None:
            self._listener.close()
        if self._box is not None:
            self._box.close()


SocketType = socket


class _SocketFile(EndReader):
    """What makefile() gives: reads lines and blocks of what comes, writes at once."""

    _by_line = False

    def __init__(self, sock):
        self._sock = sock
        self.name = sock.fileno()

    def writable(self):
        return True

    def _until(self, enough):
        end = self._sock._connected()
        end.open_wide(True)
        try:
            while not end.at_eof and not enough(end.incoming):
                before = len(end.incoming)
                if not self._sock._wait(end.watchers, lambda: len(end.incoming) > before or end.at_eof):
                    raise TimeoutError("timed out")
        finally:
            end.open_wide(False)
        return end

    def write(self, data):
        self._sock.sendall(data)
        return len(data)


def _of_end(end):
    made = socket()
    made._end = end
    return made


def _by_fd(fd):
    if fd in _open:
        return _open[fd]
    import _files

    return _files.by_fd(fd)


def _end_of_file(file):
    if isinstance(file, int):
        file = _by_fd(file)
    raw = getattr(file, "buffer", file)
    end = getattr(getattr(raw, "_sock", raw), "_end", None)
    if end is None:
        import _files

        end = _files.standard_end(file)
    return end


_unix_ports = {}


def _unix_port(path, make=True):
    """Sockets of the file system are ports that have a path for a name."""
    path = str(path)
    if path not in _unix_ports:
        if not make:
            raise FileNotFoundError(2, "No such file or directory")
        _unix_ports[path] = _net.free_port()
    return _unix_ports[path]


def create_connection(address, timeout=..., source_address=None, *, all_errors=False):
    made = socket()
    if timeout is not ...:
        made.settimeout(timeout)
    try:
        made.connect(address)
    except BaseException:
        made.close()
        raise
    return made


def create_server(address, *, family=AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    made = socket(family)
    made.bind(address)
    made.listen(backlog or 128)
    return made


def socketpair(family=None, type=SOCK_STREAM, proto=0):
    left, right = _net.End("", ""), _net.End("", "")
    _net.connect_ends(left, right)
    return _of_end(left), _of_end(right)


def getdefaulttimeout():
    return _GLOBAL["timeout"]


def setdefaulttimeout(timeout):
    _GLOBAL["timeout"] = timeout


def gethostname():
    return "localhost"


def getfqdn(name=""):
    return name or "localhost"


def gethostbyname(hostname):
    _check_name(hostname)
    return _net.resolve(hostname)


def gethostbyname_ex(hostname):
    return hostname, [], [gethostbyname(hostname)]


def gethostbyaddr(ip_address):
    return ip_address, [], [ip_address]


def _check_name(host):
    if _net.is_local(host):
        return
    import _hosts

    _world.block(f"getaddrinfo({host!r})", _net.CONNECT_SECONDS)
    if _hosts.connection_failure(host, 0) == "unknown_host":
        raise gaierror(-2, "Name or service not known")


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    _check_name(host)
    if isinstance(port, str):
        port = getservbyname(port)
    address = (_net.resolve(host), port or 0)
    kinds = [(SOCK_STREAM, 6), (SOCK_DGRAM, 17), (SOCK_RAW, 0)]
    return [(AF_INET, kind, number, "", address) for kind, number in kinds if type in (0, kind)]


def getnameinfo(sockaddr, flags):
    return sockaddr[0], str(sockaddr[1])


def getservbyname(servicename, protocolname="tcp"):
    known = {"http": 80, "https": 443, "ftp": 21, "ssh": 22, "smtp": 25, "domain": 53}
    if servicename.isdigit():
        return int(servicename)
    if servicename not in known:
        raise OSError("service/proto not found")
    return known[servicename]


def inet_aton(ip_string):
    parts = ip_string.split(".")
    if len(parts) != 4 or not all(part.isdigit() and int(part) < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, parts))


def inet_ntoa(packed_ip):
    return ".".join(map(str, packed_ip))


def htons(x):
    return (x & 0xFF) << 8 | x >> 8 & 0xFF


ntohs = htons


def htonl(x):
    return int.from_bytes(x.to_bytes(4, "little"), "big")


ntohl = htonl
