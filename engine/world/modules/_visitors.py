"""Requests that come in at given times: the world's clients of the program's servers."""

import _net
import _world

_ports = []  # on which the program has listened, in that order


def listening(port):
    _ports.append(port)
    if len(_ports) == 1:
        for request in _world.settings()["requests"]:
            for n in range(request["count"]):
                due = request["at"] + n * request["every"]
                _world.at(max(0, due - _world.now()), _send, request)


def _send(request):
    port = request["port"] or _ports[0]
    url = f"http://localhost:{port}{request['path']}"
    text = f"{request['method']} {url}"
    number = _world.request_sent(text)
    listener = _net.listener_at("localhost", port)
    if listener is None:
        _world.request_answered(f"{text}: Connection refused", number, 0)
        return
    end = _net.connect_locally(listener)
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

    end.watchers.append(news)
    end.send("\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body)
