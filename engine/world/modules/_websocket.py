"""Frames of web sockets over streams: what websockets and aiohttp have in common."""

import asyncio

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
_KEY = "dGhlIHNhbXBsZSBub25jZQ=="


def encode(opcode, data):
    if len(data) < 126:
        size = bytes([len(data)])
    elif len(data) < 65536:
        size = b"\x7e" + len(data).to_bytes(2, "big")
    else:
        size = b"\x7f" + len(data).to_bytes(8, "big")
    return bytes([0x80 | opcode]) + size + data


async def read_frame(reader):
    """(opcode, data); (CLOSE, b'') at the end of the connection."""
    try:
        head = await reader.readexactly(2)
        size = head[1] & 0x7F
        if size == 126:
            size = int.from_bytes(await reader.readexactly(2), "big")
        elif size == 127:
            size = int.from_bytes(await reader.readexactly(8), "big")
        mask = await reader.readexactly(4) if head[1] & 0x80 else b""
        data = await reader.readexactly(size)
    except (asyncio.IncompleteReadError, ConnectionError):
        return CLOSE, b""
    if mask:
        data = bytes([each ^ mask[n % 4] for n, each in enumerate(data)])
    return head[0] & 0x0F, data


def encode_close(code, reason=""):
    return encode(CLOSE, code.to_bytes(2, "big") + reason.encode())


def accept_key(key):
    import base64
    import hashlib

    return base64.b64encode(hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()).decode()



async def open_client(url, headers=()):
    """(reader, writer) of a web socket to a server of the program, or to a simulated host, which echoes."""
    import _hosts
    import _net
    import _world

    scheme, host, port, path = _hosts.split_url(url)
    loop = asyncio.get_running_loop()
    number = _world.request_sent(f"GET {url}")
    if _net.listener_at(host, port) is None:
        failure = "refused" if _net.is_local(host) else _hosts.connection_failure(host, port)
        if not failure:
            await asyncio.sleep(_world.latency(url))
            _world.request_answered(f"GET {url}", number, 101)
            return _echoing(loop, url)
        _world.request_answered(f"GET {url}: {failure}", number, 0)
        error = _hosts.failed(failure)
        if failure == "refused":
            error = ConnectionRefusedError(111, f"Connect call failed {(_net.resolve(host), port)!r}")
        raise error
    reader, writer = await asyncio.open_connection(host, port)
    lines = [f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Upgrade: websocket", "Connection: Upgrade",
             f"Sec-WebSocket-Key: {_KEY}", "Sec-WebSocket-Version: 13"]
    lines += [f"{name}: {value}" for name, value in headers]
    writer.write("\r\n".join(lines).encode() + b"\r\n\r\n")
    status = int((await reader.readline()).split()[1])
    while (await reader.readline()) not in (b"\r\n", b""):
        pass
    _world.request_answered(f"GET {url}", number, status)
    if status != 101:
        writer.close()
        raise ValueError(f"server rejected WebSocket connection: HTTP {status}")
    return reader, writer


def _echoing(loop, url):
    """Streams to a host that sends everything back after a while."""
    import _net
    import _world
    from asyncio.streams import StreamReader, StreamReaderProtocol, StreamWriter
    from asyncio.transports import StreamTransport

    mine, other = _net.End(("192.0.2.1", 1), (url, 443)), _net.End((url, 443), ("192.0.2.1", 1))
    _net.connect_ends(mine, other)

    def echo():
        data = other.take(65536)
        if data:
            _world.at(0.05, mine.receive, data)
        elif other.at_eof:
            mine.receive_eof()

    other.watchers.append(echo)
    reader = StreamReader(loop=loop)
    protocol = StreamReaderProtocol(reader, loop=loop)
    transport = StreamTransport(loop, mine, protocol, extra={"peername": (url, 443)})
    return reader, StreamWriter(transport, protocol, reader, loop)


async def accept_server(headers, writer):
    """Answers a request for a web socket. False if it was none."""
    key = headers.get("Sec-WebSocket-Key")
    if key is None or headers.get("Upgrade", "").lower() != "websocket":
        return False
    writer.write(f"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 f"Sec-WebSocket-Accept: {accept_key(key)}\r\n\r\n".encode())
    await writer.drain()
    return True
