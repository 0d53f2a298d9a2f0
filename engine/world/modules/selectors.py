"""Waiting for several sockets at once."""

from collections import namedtuple

import _processes
import _world
import socket

EVENT_READ = 1
EVENT_WRITE = 2
SelectorKey = namedtuple("SelectorKey", ["fileobj", "fd", "events", "data"])


def _number(fileobj):
    return fileobj if isinstance(fileobj, int) else fileobj.fileno()


def source_of(fileobj):
    """What can be asked whether it is readable, and watched."""
    return fileobj if hasattr(fileobj, "_is_readable") else _Pipe(fileobj)


class _Pipe:
    def __init__(self, fileobj):
        raw = getattr(fileobj, "buffer", fileobj)
        self._end = raw._end if hasattr(raw, "_end") else socket._end_of_file(fileobj)
        if isinstance(fileobj, int) and fileobj in socket._open:
            self._end = socket._open[fileobj]._end

    def _is_readable(self):
        return self._end.is_readable()

    def _watchers(self):
        return self._end.watchers

    def _is_writable(self):
        return self._end.is_writable()

    def _room_watchers(self):
        return self._end.room_watchers


class BaseSelector:
    def __init__(self):
        self._keys = {}  # by file number
        self._sources = {}

    def register(self, fileobj, events, data=None):
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f"Invalid events: {events!r}")
        fd = _number(fileobj)
        if fd in self._keys:
            raise KeyError(f"{fileobj!r} (FD {fd}) is already registered")
        self._keys[fd] = key = SelectorKey(fileobj, fd, events, data)
        self._sources[fd] = source_of(fileobj)
        return key

    def unregister(self, fileobj):
        fd = next((fd for fd, key in self._keys.items() if key.fileobj is fileobj or fd == fileobj), None)
        if fd is None:
            raise KeyError(f"{fileobj!r} is not registered")
        del self._sources[fd]
        return self._keys.pop(fd)

    def modify(self, fileobj, events, data=None):
        fd = _number(fileobj)
        if fd not in self._keys:
            raise KeyError(f"{fileobj!r} is not registered")
        self._keys[fd] = key = SelectorKey(fileobj, fd, events, data)
        return key

    def _ready(self):
        found = []
        for fd, key in self._keys.items():
            events = EVENT_READ if key.events & EVENT_READ and self._sources[fd]._is_readable() else 0
            if key.events & EVENT_WRITE and self._sources[fd]._is_writable():
                events |= EVENT_WRITE
            if events:
                found.append((key, events))
        return found

    def select(self, timeout=None):
        found = self._ready()
        if found:
            _world.let_happen()  # who asks again and again lets others run meanwhile
        elif (timeout is None or timeout > 0):
            watchers = [each._watchers() for each in self._sources.values()]
            watchers += [self._sources[fd]._room_watchers() for fd, key in self._keys.items() if key.events & EVENT_WRITE]
            _processes.block_until("select()", lambda: bool(self._ready()), watchers, timeout)
            found = self._ready()
        return found

    def get_map(self):
        return {key.fileobj: key for key in self._keys.values()}

    def get_key(self, fileobj):
        return self._keys[_number(fileobj)]

    def close(self):
        self._keys.clear()
        self._sources.clear()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class SelectSelector(BaseSelector):
    pass


class PollSelector(BaseSelector):
    pass


class EpollSelector(BaseSelector):
    pass


DefaultSelector = EpollSelector
