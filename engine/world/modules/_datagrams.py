"""Datagrams between the sockets of the program. What nobody receives is lost."""

import _net

_boxes = {}


class Box:
    def __init__(self, address):
        self.address = address
        self.letters = []
        self.watchers = []

    def is_readable(self):
        return bool(self.letters)

    def take(self, count):
        data, sender = self.letters.pop(0)
        return data[:count], sender

    def close(self):
        _boxes.pop(self.address[1], None)


def open_box(address):
    host, port = address[0] or "0.0.0.0", address[1] or _net.free_port()
    if port in _boxes:
        raise OSError(98, "Address already in use")
    _boxes[port] = box = Box((_net.resolve(host) if host != "0.0.0.0" else host, port))
    return box


def send(sender, data, address):
    box = _boxes.get(address[1]) if _net.is_local(address[0]) else None
    if box is not None:
        source = "127.0.0.1" if sender.address[0] == "0.0.0.0" else sender.address[0]
        box.letters.append((data, (source, sender.address[1])))
        for watcher in list(box.watchers):
            watcher()
