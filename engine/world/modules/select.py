"""select() and poll() over the world's sockets."""

import selectors

POLLIN = 1
POLLOUT = 4
POLLERR = 8
POLLHUP = 16
EPOLLIN = POLLIN
EPOLLOUT = POLLOUT
error = OSError


def select(rlist, wlist, xlist, timeout=None, /):
    with selectors.DefaultSelector() as selector:
        wanted = {}
        for event, given in ((selectors.EVENT_READ, rlist), (selectors.EVENT_WRITE, wlist)):
            for each in given:
                wanted[each] = wanted.get(each, 0) | event
        for each, events in wanted.items():
            selector.register(each, events)
        ready = {key.fileobj: events for key, events in selector.select(timeout)}
    return ([each for each in rlist if ready.get(each, 0) & selectors.EVENT_READ],
            [each for each in wlist if ready.get(each, 0) & selectors.EVENT_WRITE], [])


class poll:
    def __init__(self):
        self._selector = selectors.DefaultSelector()

    def register(self, fd, eventmask=POLLIN | POLLOUT):
        events = (selectors.EVENT_READ if eventmask & POLLIN else 0) | (selectors.EVENT_WRITE if eventmask & POLLOUT else 0)
        self._selector.register(fd, events)

    def unregister(self, fd):
        self._selector.unregister(fd)

    def poll(self, timeout=None):
        seconds = None if timeout is None or timeout < 0 else timeout / 1000
        return [(key.fd, (POLLIN if events & 1 else 0) | (POLLOUT if events & 2 else 0))
                for key, events in self._selector.select(seconds)]


class epoll(poll):
    def __init__(self, sizehint=-1, flags=0):
        super().__init__()

    def poll(self, timeout=None, maxevents=-1):
        return super().poll(None if timeout is None or timeout < 0 else timeout * 1000)

    def close(self):
        self._selector.close()
