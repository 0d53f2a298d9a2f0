"""Requests that come in at given times: the world's clients of the program's servers."""

import _net
import _world

_ports = []  # on which the program has listened, in that order
_requests = _world.settings()["requests"]
_open = {"left": sum([request["count"] for request in _requests]), "stops": False}


def listening(port):
    _ports.append(port)
    if len(_ports) == 1:
        for request in _requests:
            for n in range(request["count"]):
                due = request["at"] + n * request["every"]
                _world.at(max(0, due - _world.now()), _send, request)


def serve_for_ever(port, paths=()):
    """A server that would run until somebody stops it. With requests in the settings it is stopped (Ctrl-C) a second
    after the last one has its answer and nothing goes on in the world; without any, somebody asks for each of `paths`
    first."""
    if _open["stops"] or _world.settings()["interrupts"]:
        return
    _open["stops"] = True
    if not _requests:
        for n, path in enumerate(paths):
            _open["left"] += 1
            _world.at(0.5 * (n + 1), _send, {"port": port, "method": "GET", "path": path, "headers": [], "body": ""})
    if _open["left"] == 0:
        _world.at(1.0, _stop)


def _answered():
    _open["left"] -= 1
    if _open["left"] == 0 and _open["stops"]:
        _world.at(1.0, _stop)


def _stop():
    import _signal

    left = _world.busy_until() + 1.0 - _world.now()
    if left > 1e-6:  # what the requests have set off is not over yet; less is rounding
        _world.at(left, _stop)
        return

    _world.signal_delivered("SIGINT", 2)
    _signal.mark(2)


def _send(request):
    port = request["port"] or _ports[0]
    url = f"http://localhost:{port}{request['path']}"
    text = f"{request['method']} {url}"
    number = _world.request_sent(text)
    listener = _net.listener_at("localhost", port)
    if listener is None:
        _world.request_answered(f"{text}: Connection refused", number, 0)
        _answered()
        return
    end = _net.connect_locally(listener)
    end.open_wide(True)
    headers = {"Host": f"localhost:{port}", "User-Agent": "visitor", "Accept": "*/*", "Connection": "close"}
    body = request["body"].encode()
    if body:
        headers["Content-Type"] = "application/json" if body[:1] in b"{[" else "application/x-www-form-urlencoded"
        headers["Content-Length"] = str(len(body))
    headers.update(request["headers"])
    lines = [f"{request['method']} {request['path']} HTTP/1.1"] + [f"{name}: {value}" for name, value in headers.items()]
    told = []

    def news():
        line, newline, _ = bytes(end.incoming).partition(b"\r\n")
        if told or not (newline or end.at_eof):
            return
        told.append(True)
        words = line.decode("latin-1").split(" ", 2)
        if len(words) < 2:
            _world.request_answered(f"{text}: no answer", number, 0)
        else:
            _world.request_answered(text, number, int(words[1]))
        _answered()

    end.watchers.append(news)
    end.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
