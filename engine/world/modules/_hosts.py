"""Hosts that answer by themselves: what the world's settings say of them, else what _sites makes up."""

import _net
import _world

_rules = _world.settings()["hosts"]
_uses = {}  # of rules that count for some requests only
_MAIL_PORTS = (25, 465, 587, 1025, 2525)
_UNKNOWN = ("nonexist", "not-exist", "notexist", "no-such", "nosuch", "invalid")


class Answer:
    """What comes back for a request: after `seconds` its head, and the body at `bandwidth` bytes a second."""

    def __init__(self, url, status=200, body=b"", content_type="text/html; charset=utf-8", seconds=None, headers=()):
        self.url = url
        self.status = status
        self.body = body.encode() if isinstance(body, str) else body
        self.seconds = _world.latency(url) if seconds is None else seconds
        self.bandwidth = None
        self.failure = ""
        self.headers = [("Content-Type", content_type), ("Content-Length", str(len(self.body)))] + list(headers)
        self.has_body = True

    @property
    def reason(self):
        from _http_reasons import reason

        return reason(self.status)

    def body_seconds(self, count=None):
        if self.bandwidth is None:
            return 0.0
        return (len(self.body) if count is None else count) / self.bandwidth

    def to_bytes(self):
        lines = [f"HTTP/1.1 {self.status} {self.reason}"] + [f"{name}: {value}" for name, value in self.headers]
        return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + (self.body if self.has_body else b"")


def split_url(url):
    """(scheme, host, port, path with query) of an absolute URL."""
    scheme, separator, rest = url.partition("://")
    if not separator:
        scheme, rest = "http", url
    rest = rest.partition("#")[0]
    cut = len(rest)
    for mark in "/?":
        at = rest.find(mark)
        if 0 <= at < cut:
            cut = at
    place, path = rest[:cut], rest[cut:]
    if not path.startswith("/"):
        path = "/" + path
    place = place.rpartition("@")[2]
    host, colon, port = place.partition(":")
    scheme = scheme.lower()
    default = 443 if scheme in ("https", "wss") else 80
    return scheme, host.lower(), int(port) if port.isdigit() else default, path


def _candidates(host, port, path=None, scheme=None):
    yield host
    yield f"{host}:{port}"
    if path is not None:
        for place in (host, f"{host}:{port}"):
            for way in {path: 0, path.partition("?")[0]: 0, path.rstrip("/"): 0}:
                yield place + way
                yield f"{scheme}://{place}{way}"
    if scheme is not None:
        yield f"{scheme}://{host}"


def _rule(method, *place):
    for number, rule in enumerate(_rules):
        if rule["method"] and method and rule["method"].upper() != method:
            continue
        if rule["times"] and _uses.get(number, 0) >= rule["times"]:
            continue
        if any([_world.matches(rule["match"], each) for each in _candidates(*place)]):
            if method:
                _uses[number] = _uses.get(number, 0) + 1
            return rule
    return None


def has_rule(place):
    return any([_world.matches(rule["match"].partition("/")[0], place) for rule in _rules])


def connection_failure(host, port):
    rule = _rule("", host.lower(), port)
    if rule is not None and rule["failure"] in ("unknown_host", "refused"):
        return rule["failure"]
    if rule is None and not _net.is_local(host):
        known = "." in host and not host.endswith(".local") or ":" in host
        if not known or any([word in host for word in _UNKNOWN]):
            return "unknown_host"
    return ""


def answer(method, url, headers=None, body=b""):
    """The Answer to a request; its `failure` says if there is none."""
    scheme, host, port, path = split_url(url)
    headers = {name.title(): value for name, value in headers.items()} if headers else {}
    rule = _rule(method, host, port, path, scheme) if _rules else None
    if rule is None:
        made = _made_up(method, url, host, path, headers, body)
        made.failure = connection_failure(host, port)
        if not made.failure and _net.is_local(host):
            made.failure = "refused"
            made.seconds = 0.0
    else:
        made = _by_rule(rule, method, url, host, path, headers, body)
    if method == "HEAD" or made.status in (204, 304):
        made.has_body = False
    return made


def _made_up(method, url, host, path, headers, body):
    import _sites

    return _sites.answer(method, url, host, path, headers, body)


def _by_rule(rule, method, url, host, path, headers, body):
    if rule["body"] is None:
        made = _made_up(method, url, host, path, headers, body)
        if rule["status"] is not None and rule["status"] != made.status:
            made = Answer(url, rule["status"], f"{rule['status']}\n", "text/plain; charset=utf-8", made.seconds)
    else:
        text = rule["body"]
        kind = "application/json" if text[:1] in ("{", "[") else "text/html; charset=utf-8"
        made = Answer(url, rule["status"] or 200, text, rule["content_type"] or kind)
    if rule["content_type"]:
        made.headers[0] = ("Content-Type", rule["content_type"])
    made.headers += rule["headers"]
    if rule["latency"] is not None:
        made.seconds = rule["latency"]
    made.bandwidth = rule["bandwidth"]
    made.failure = rule["failure"]
    return made


def failed(failure):
    """The exception of a failure, as sockets raise it."""
    if failure == "unknown_host":
        return _net.unknown_host()
    if failure == "refused":
        return ConnectionRefusedError(111, "Connection refused")
    if failure == "reset":
        return ConnectionResetError(104, "Connection reset by peer")
    return TimeoutError(110, "Connection timed out")


# ---- hosts at the other end of a socket ------------------------------------------------------------------------


def server_for(host, port, client):
    if port in _MAIL_PORTS:
        import _mail

        return _mail.MailHost(client)
    return HttpHost(host, port, client)


class HttpHost:
    """Takes requests byte by byte, as a web server does."""

    connect_seconds = _net.CONNECT_SECONDS

    def __init__(self, host, port, client):
        self.host = host
        self.port = port
        self.client = client
        self.buffer = b""
        self.closed = False

    def receive(self, data):
        self.buffer += data
        while b"\r\n\r\n" in self.buffer or b"\n\n" in self.buffer:
            mark = b"\r\n\r\n" if b"\r\n\r\n" in self.buffer else b"\n\n"
            head, _, rest = self.buffer.partition(mark)
            lines = head.decode("latin-1").splitlines()
            headers = {}
            for line in lines[1:]:
                name, _, value = line.partition(":")
                headers[name.strip().title()] = value.strip()
            length = int(headers.get("Content-Length", 0) or 0)
            if len(rest) < length:
                return
            self.buffer = rest[length:]
            self.request(lines[0].split(), headers, rest[:length])

    def request(self, words, headers, body):
        if len(words) < 2:
            self.reply(Answer(self.host, 400, "Bad Request"), 0, "", True)
            return
        method, path = words[0].upper(), words[1]
        host = headers.get("Host", self.host).partition(":")[0]
        scheme = "https" if self.port == 443 else "http"
        place = host if self.port in (80, 443) else f"{host}:{self.port}"
        url = path if "://" in path else f"{scheme}://{place}{path}"
        text = f"{method} {url}"
        number = _world.request_sent(text)
        made = answer(method, url, headers, body)
        if made.failure == "timeout":
            return
        ends = headers.get("Connection", "").lower() == "close" or words[-1] == "HTTP/1.0"
        made.headers.append(("Connection", "close" if ends else "keep-alive"))
        _net.later(max(0.0, made.seconds - self.connect_seconds), self.reply, made, number, text, ends)

    def reply(self, made, number, text, ends):
        if self.closed:
            return
        if made.failure:
            _world.request_answered(f"{text}: {failed(made.failure).strerror}", number, 0)
            self.client.fail(failed(made.failure))
            return
        _world.request_answered(text, number, made.status)
        data = made.to_bytes()
        if made.bandwidth is None:
            self.deliver(data, ends)
            return
        # A body travels in pieces of a tenth of a second.
        step = max(1, int(made.bandwidth / 10))
        for at in range(0, len(data), step):
            piece = data[at:at + step]
            _world.at((at + len(piece)) / made.bandwidth, self.deliver, piece, ends and at + step >= len(data))

    def deliver(self, data, ends):
        if not self.closed:
            self.client.receive(data)
            if ends:
                self.client.receive_eof()

    def receive_eof(self):
        """The client has said all it will: it still gets its answer."""

    @property
    def peer(self):
        return None
