"""HTTP exchanges, blocking and in a loop: with simulated hosts directly, with servers of the program over sockets."""

import _hosts
import _net
import _world


class Received:
    """An answer as clients see it."""

    def __init__(self, url, status, reason, headers, body=b""):
        self.url = url
        self.status = status
        self.reason = reason
        self.headers = headers  # pairs
        self.body = body

    def header(self, name, default=None):
        name = name.lower()
        for key, value in self.headers:
            if key.lower() == name:
                return value
        return default


def encode_request(method, url, headers, body):
    """The bytes of a request. `headers` is a dictionary."""
    scheme, host, port, path = _hosts.split_url(url)
    names = {name.lower() for name in headers}
    lines = [f"{method} {path} HTTP/1.1"]
    if "host" not in names:
        lines.append(f"Host: {host}" if port in (80, 443) else f"Host: {host}:{port}")
    lines += [f"{name}: {value}" for name, value in headers.items()]
    if body and "content-length" not in names or method in ("POST", "PUT", "PATCH") and "content-length" not in names:
        lines.append(f"Content-Length: {len(body)}")
    if "connection" not in names:
        lines.append("Connection: close")
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def parse_answer(url, method):
    """A generator: yields "line", a number of bytes, or None for all there is, is sent the bytes, returns a Received."""
    made = yield from parse_head(url)
    if method == "HEAD" or made.status in (204, 304):
        return made
    made.body = yield from parse_body(made.header, True)
    return made


def parse_head(url):
    line = yield "line"
    words = line.decode("latin-1").rstrip("\r\n").split(" ", 2)
    if len(words) < 2 or not words[0].startswith("HTTP/"):
        raise ConnectionResetError(104, "Connection reset by peer") if not line else ValueError(f"bad status line {line!r}")
    headers = yield from parse_headers()
    return Received(url, int(words[1]), words[2] if len(words) > 2 else "", headers)


def parse_headers():
    headers = []
    while True:
        line = yield "line"
        if line in (b"\r\n", b"\n", b""):
            return headers
        name, _, value = line.decode("latin-1").partition(":")
        headers.append((name.strip(), value.strip()))


def parse_body(header, until_end):
    if "chunked" in header("Transfer-Encoding", ""):
        body = b""
        while True:
            size = int((yield "line").partition(b";")[0].strip() or b"0", 16)
            body += yield size
            yield "line"
            if size == 0:
                return body
    length = header("Content-Length")
    if length is None:
        return (yield None) if until_end else b""
    return (yield int(length))


def drive(parser, file):
    """Feeds a parser from a file of a socket."""
    data = None
    while True:
        try:
            wanted = parser.send(data)
        except StopIteration as end:
            return end.value
        data = file.readline() if wanted == "line" else file.read(-1 if wanted is None else wanted)


async def drive_async(parser, reader):
    data = None
    while True:
        try:
            wanted = parser.send(data)
        except StopIteration as end:
            return end.value
        if wanted == "line":
            data = await reader.readline()
        elif wanted is None:
            data = await reader.read()
        else:
            data = await reader.readexactly(wanted)


def is_local_server(url):
    scheme, host, port, path = _hosts.split_url(url)
    return _net.listener_at(host, port) is not None


def _received(made):
    return Received(made.url, made.status, made.reason, made.headers, made.body if made.has_body else b"")


def request(method, url, headers, body=b"", timeout=None, what="urlopen"):
    """A whole exchange that blocks the thread. Raises OSError, TimeoutError when the limit is over."""
    text = f"{method} {url}"
    number = _world.request_sent(text)
    shown = f"{what}({url!r})"
    try:
        if is_local_server(url):
            made = _over_socket(method, url, headers, body, timeout)
        else:
            made = _simulated(method, url, headers, body, timeout, shown)
    except OSError as error:
        _world.request_answered(f"{text}: {error.strerror or error}", number, 0)
        raise
    _world.request_answered(text, number, made.status)
    return made


def _simulated(method, url, headers, body, timeout, shown):
    made = _hosts.answer(method, url, headers, body)
    if made.failure == "timeout" or timeout is not None and timeout < made.seconds:
        _world.block(shown, 127.0 if timeout is None else timeout)
        raise TimeoutError("timed out") if timeout is not None else TimeoutError(110, "Connection timed out")
    _world.block(shown, made.seconds + (0.0 if made.failure else made.body_seconds()))
    if made.failure:
        raise _hosts.failed(made.failure)
    return _received(made)


def _over_socket(method, url, headers, body, timeout):
    import socket

    scheme, host, port, path = _hosts.split_url(url)
    with socket.create_connection((host, port), timeout) as sock:
        sock.sendall(encode_request(method, url, headers, body))
        return drive(parse_answer(url, method), sock.makefile("rb"))


class Exchange:
    """An exchange in a loop: begin() waits for the head, body() for the rest."""

    def __init__(self, loop, method, url, headers, body=b""):
        self.loop = loop
        self.method = method
        self.url = url
        self.headers = headers
        self.sent = body
        self.received = None
        self.raw = None  # what still comes from a server of the program, as it comes
        self._writer = None
        self._rest = 0.0  # seconds until the body is there
        self._text = f"{method} {url}"
        self._number = 0

    async def begin(self):
        self._number = _world.request_sent(self._text)
        answered = False
        try:
            if is_local_server(self.url):
                await self._over_streams()
            else:
                await self._simulated()
            answered = True
        except OSError as error:
            _world.request_answered(f"{self._text}: {error.strerror or error}", self._number, 0)
            answered = True
            raise
        finally:
            if not answered:
                _world.request_answered(f"{self._text}: given up", self._number, 0)
        _world.request_answered(self._text, self._number, self.received.status)
        return self.received

    async def _wait(self, seconds):
        future = self.loop._io_future("io", self.loop._io_object("connection", self._text))
        id = _world.at(seconds, self.loop._io_ready, _finish, future)
        try:
            await future
        except BaseException:
            _world.cancel(id)
            raise

    async def _simulated(self):
        made = _hosts.answer(self.method, self.url, self.headers, self.sent)
        if made.failure == "timeout":
            await self.loop._io_future("io", self.loop._io_object("connection", self._text))
        await self._wait(made.seconds)
        if made.failure:
            raise _hosts.failed(made.failure)
        self.received = _received(made)
        self._rest = made.body_seconds()

    async def _over_streams(self):
        from asyncio.streams import open_connection

        scheme, host, port, path = _hosts.split_url(self.url)
        reader, self._writer = await open_connection(host, port)
        try:
            self._writer.write(encode_request(self.method, self.url, self.headers, self.sent))
            self.received = await drive_async(parse_head(self.url), reader)
        except BaseException:
            self._writer.close()
            raise
        if self.method == "HEAD" or self.received.status in (204, 304):
            self._writer.close()
        else:
            self.raw = reader

    def is_plain_stream(self):
        """Whether `raw` gives the body just as it is, until its end."""
        return self.raw is not None and not self.received.header("Transfer-Encoding")

    async def body(self):
        if self.raw is not None:
            reader, self.raw = self.raw, None
            try:
                self.received.body = await drive_async(parse_body(self.received.header, True), reader)
            finally:
                self._writer.close()
        elif self._rest > 0:
            seconds, self._rest = self._rest, 0.0
            await self._wait(seconds)
        return self.received.body

    def close(self):
        if self._writer is not None:
            self._writer.close()


def _finish(future):
    if not future.done():
        future.set_result(None)


_finish.__qualname__ = "answer"  # as the recording names it


def join(base, location):
    if "://" in location:
        return location
    from urllib.parse import urljoin

    return urljoin(base, location)


def redirected(method, received):
    """(method, url) that an answer sends the client to, or None."""
    location = received.header("Location")
    if received.status not in (301, 302, 303, 307, 308) or not location:
        return None
    if received.status == 303 or received.status in (301, 302) and method == "POST":
        method = "GET" if method != "HEAD" else method
    return method, join(received.url, location)


def with_query(url, params):
    if not params:
        return url
    from urllib.parse import urlencode

    items = params.items() if hasattr(params, "items") else params
    text = params if isinstance(params, str) else urlencode([(key, value) for key, value in items if value is not None],
                                                            doseq=True)
    base, mark, fragment = url.partition("#")
    return f"{base}{'&' if '?' in base else '?'}{text}{mark}{fragment}" if text else url


def encode_body(data, json, headers):
    """The bytes of a body; its Content-Type is added to the headers (a dictionary)."""
    known = {name.lower() for name in headers}
    if json is not None:
        from json import dumps

        if "content-type" not in known:
            headers["Content-Type"] = "application/json"
        return dumps(json).encode()
    if data is None:
        return b""
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    if isinstance(data, str):
        if "content-type" not in known:
            headers["Content-Type"] = "text/plain; charset=utf-8"
        return data.encode()
    if hasattr(data, "read"):
        read = data.read()
        return read.encode() if isinstance(read, str) else read
    from urllib.parse import urlencode

    if "content-type" not in known:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    return urlencode(list(data.items()) if hasattr(data, "items") else list(data), doseq=True).encode()


class Headers:
    """A dictionary of headers; case does not matter in names."""

    def __init__(self, pairs=()):
        self._pairs = [(str(name), str(value)) for name, value in (pairs.items() if hasattr(pairs, "items") else pairs)]

    def get(self, name, default=None):
        name = name.lower()
        for key, value in self._pairs:
            if key.lower() == name:
                return value
        return default

    def __getitem__(self, name):
        value = self.get(name)
        if value is None:
            raise KeyError(name)
        return value

    def __setitem__(self, name, value):
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()] + [(name, str(value))]

    def __delitem__(self, name):
        self[name]
        self._pairs = [pair for pair in self._pairs if pair[0].lower() != name.lower()]

    def __contains__(self, name):
        return self.get(name) is not None

    def __iter__(self):
        return iter([name for name, value in self._pairs])

    def __len__(self):
        return len(self._pairs)

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if hasattr(other, "items") else NotImplemented

    def __repr__(self):
        return repr(dict(self._pairs))

    def keys(self):
        return [name for name, value in self._pairs]

    def values(self):
        return [value for name, value in self._pairs]

    def items(self):
        return list(self._pairs)

    def getall(self, name, default=None):
        found = [value for key, value in self._pairs if key.lower() == name.lower()]
        return found or ([] if default is None else default)

    get_all = getall
    getlist = getall

    def update(self, other):
        for name, value in (other.items() if hasattr(other, "items") else other):
            self[name] = value

    def setdefault(self, name, value):
        if name not in self:
            self[name] = value
        return self[name]

    def pop(self, name, default=None):
        value = self.get(name, default)
        if name in self:
            del self[name]
        return value

    def copy(self):
        return type(self)(self._pairs)
