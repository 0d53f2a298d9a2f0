"""What the event loop does with the outside world: connections, servers, sockets, pipes and processes.

The loop finds these functions when one of its methods of that name is first called (METHODS).
"""

import _net
import asyncio
import socket
from asyncio.transports import StreamTransport, _SelectorSocketTransport, set_result_unless_done


# ---- names -----------------------------------------------------------------------------------------------------


async def getaddrinfo(loop, host, port, *, family=0, type=0, proto=0, flags=0):
    return await loop.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)


async def getnameinfo(loop, sockaddr, flags=0):
    return await loop.run_in_executor(None, socket.getnameinfo, sockaddr, flags)


# ---- connections -----------------------------------------------------------------------------------------------


async def _wait_for_world(loop, seconds, label):
    """A wait that the world ends; seen as waiting for I/O."""
    future = loop._io_future("io", loop._io_object("connection", label))
    if seconds > 0:
        import _world

        id = _world.at(seconds, loop._io_ready, set_result_unless_done, future)
        try:
            await future
        except asyncio.CancelledError:
            _world.cancel(id)
            raise
    else:
        loop._io_ready(set_result_unless_done, future)
        await future


async def _connect(loop, host, port):
    label = f"{host}:{port}"
    seconds, end, error = _net.connect(host, port)
    await _wait_for_world(loop, seconds, label)
    if error is None:
        return socket._of_end(end)
    if isinstance(error, ConnectionRefusedError):
        raise ConnectionRefusedError(111, f"Connect call failed {(_net.resolve(host), port)!r}")
    raise error


def _is_ssl(ssl, server_hostname):
    if server_hostname is not None and not ssl:
        raise ValueError("server_hostname is only meaningful with ssl")


async def create_connection(loop, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                            sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                            ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None):
    _is_ssl(ssl, server_hostname)
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock = await _connect(loop, host, port)
    elif sock is None:
        raise ValueError("host and port was not specified and no sock specified")
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = _SelectorSocketTransport(loop, sock, protocol, waiter, {"sslcontext": ssl} if ssl else None)
    try:
        await waiter
    except BaseException:
        transport.close()
        raise
    return transport, protocol


async def create_server(loop, protocol_factory, host=None, port=None, *, family=0, flags=1, sock=None, backlog=100,
                        ssl=None, reuse_address=None, reuse_port=None, ssl_handshake_timeout=None,
                        ssl_shutdown_timeout=None, start_serving=True):
    if isinstance(ssl, bool):
        raise TypeError("ssl argument must be an SSLContext or None")
    if host is not None or port is not None:
        if sock is not None:
            raise ValueError("host/port and sock can not be specified at the same time")
        sock = socket.socket()
        name = host if isinstance(host, str) or host is None else host[0]
        try:
            sock.bind((_net.resolve(name) if name and name != "0.0.0.0" else "0.0.0.0", port or 0))
        except OSError as error:
            sock.close()
            raise OSError(error.errno, f"error while attempting to bind on address {(_net.resolve(name), port)!r}: "
                                       f"{error.strerror.lower()}") from None
    elif sock is None:
        raise ValueError("Neither host/port nor sock were specified")
    from asyncio._servers import Server

    server = Server(loop, [sock], protocol_factory, backlog)
    if start_serving:
        server._start_serving()
        await asyncio.sleep(0)
    return server


async def connect_accepted_socket(loop, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                  ssl_shutdown_timeout=None):
    return await create_connection(loop, protocol_factory, sock=sock)


async def create_unix_connection(loop, protocol_factory, path=None, *, ssl=None, sock=None, server_hostname=None):
    return await create_connection(loop, protocol_factory, "localhost", socket._unix_port(path, make=False))


async def create_unix_server(loop, protocol_factory, path=None, *, sock=None, backlog=100, ssl=None,
                             start_serving=True):
    return await create_server(loop, protocol_factory, "localhost", socket._unix_port(path), backlog=backlog,
                               start_serving=start_serving)


# ---- datagrams -------------------------------------------------------------------------------------------------


async def create_datagram_endpoint(loop, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                   flags=0, reuse_port=None, allow_broadcast=None, sock=None):
    from asyncio._datagrams import DatagramEnd

    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = DatagramEnd(loop, protocol, local_addr, remote_addr, waiter)
    await waiter
    return transport, protocol


# ---- sockets ---------------------------------------------------------------------------------------------------


async def _when(loop, sock, is_ready, watchers=None):
    """Waits until a non-blocking socket has news of the kind."""
    while not is_ready():
        future = loop._io_future("io", loop._io_object("connection", f"socket {sock.fileno()}"))

        def news():
            loop._io_ready(set_result_unless_done, future)

        if watchers is None:
            watchers = sock._watchers()
        watchers.append(news)
        try:
            await future
        finally:
            watchers.remove(news)


def _check_non_blocking(loop, sock):
    if loop.get_debug() and sock.gettimeout() != 0:
        raise ValueError("the socket must be non-blocking")


async def sock_recv(loop, sock, n):
    _check_non_blocking(loop, sock)
    await _when(loop, sock, sock._end.is_readable)
    return sock._end.take(n)


async def sock_recv_into(loop, sock, buf):
    data = await sock_recv(loop, sock, len(buf))
    buf[:len(data)] = data
    return len(data)


async def sock_sendall(loop, sock, data):
    _check_non_blocking(loop, sock)
    sent = sock._end.offer(data)
    while sent < len(data):
        await _when(loop, sock, sock._end.is_writable, sock._end.room_watchers)
        sent += sock._end.offer(data[sent:])


async def sock_accept(loop, sock):
    _check_non_blocking(loop, sock)
    await _when(loop, sock, sock._listener.is_readable)
    connection, address = sock._accept_now()
    connection.setblocking(False)
    return connection, address


async def sock_connect(loop, sock, address):
    _check_non_blocking(loop, sock)
    made = await _connect(loop, address[0], address[1])
    sock._end = made._end


def _watched(loop):
    """What add_reader and add_writer have registered with the loop: by file number."""
    for known, watched in _watching:
        if known is loop:
            return watched
    _watching.append((loop, {}))
    return _watching[-1][1]


_watching = []


def add_reader(loop, fd, callback, *args):
    source = fd if hasattr(fd, "_watchers") else socket._by_fd(fd)
    remove_reader(loop, fd)
    told = []

    def news():
        if not told:
            told.append(True)
            loop._io_ready(ready)

    def ready():
        told.clear()
        if _watched(loop).get(number, (None,))[0] is news:
            callback(*args)
            if _watched(loop).get(number, (None,))[0] is news and source._is_readable():
                news()

    number = source.fileno()
    ready.__qualname__ = getattr(callback, "__qualname__", "reader")
    _watched(loop)[number] = (news, source)
    source._watchers().append(news)
    if source._is_readable():
        news()


def remove_reader(loop, fd):
    number = fd if isinstance(fd, int) else fd.fileno()
    news, source = _watched(loop).pop(number, (None, None))
    if news is None:
        return False
    if news in source._watchers():
        source._watchers().remove(news)
    return True


_writers = {}


def add_writer(loop, fd, callback, *args):
    source = fd if hasattr(fd, "_room_watchers") else socket._by_fd(fd)
    remove_writer(loop, fd)
    told = []

    def news():
        if not told and source._is_writable():
            told.append(True)
            loop._io_ready(ready)

    def ready():
        told.clear()
        if _writers.get(number, (None,))[0] is news:
            callback(*args)
            if _writers.get(number, (None,))[0] is news:
                news()

    number = source.fileno()
    ready.__qualname__ = getattr(callback, "__qualname__", "writer")
    _writers[number] = (news, source)
    source._room_watchers().append(news)
    news()


def remove_writer(loop, fd):
    number = fd if isinstance(fd, int) else fd.fileno()
    news, source = _writers.pop(number, (None, None))
    if news is None:
        return False
    if news in source._room_watchers():
        source._room_watchers().remove(news)
    return True


# ---- pipes and processes ---------------------------------------------------------------------------------------


async def connect_read_pipe(loop, protocol_factory, pipe):
    protocol = protocol_factory()
    waiter = loop.create_future()
    transport = StreamTransport(loop, socket._end_of_file(pipe), protocol, waiter, {"pipe": pipe})
    await waiter
    return transport, protocol


async def connect_write_pipe(loop, protocol_factory, pipe):
    return await connect_read_pipe(loop, protocol_factory, pipe)


async def subprocess_shell(loop, protocol_factory, cmd, *, stdin=-1, stdout=-1, stderr=-1, **kwargs):
    from asyncio.base_subprocess import start

    if not isinstance(cmd, (bytes, str)):
        raise ValueError("cmd must be a string")
    return await start(loop, protocol_factory(), cmd, True, stdin, stdout, stderr, kwargs)


async def subprocess_exec(loop, protocol_factory, program, *args, stdin=-1, stdout=-1, stderr=-1, **kwargs):
    from asyncio.base_subprocess import start

    return await start(loop, protocol_factory(), (program, *args), False, stdin, stdout, stderr, kwargs)


async def sendfile(loop, transport, file, offset=0, count=None, *, fallback=True):
    file.seek(offset)
    data = file.read() if count is None else file.read(count)
    transport.write(data)
    return len(data)


METHODS = {
    function.__name__: function
    for function in (
        getaddrinfo, getnameinfo, create_connection, create_server, connect_accepted_socket, create_unix_connection,
        create_unix_server, create_datagram_endpoint, sock_recv, sock_recv_into, sock_sendall, sock_accept,
        sock_connect, add_reader, remove_reader, add_writer, remove_writer, connect_read_pipe, connect_write_pipe,
        subprocess_shell, subprocess_exec, sendfile)
}
