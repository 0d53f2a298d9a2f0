"""Sockets that let other greenlets run while they wait."""

import socket as _original
from gevent._cooperative import cooperative, take_over

take_over(globals(), _original)
_Waiting = socket


class socket(_Waiting):
    _wait = cooperative(_original.socket._wait)

    def accept(self):
        connection, address = super().accept()
        return of(connection), address


def of(plain):
    """A socket of the standard library as one of these."""
    made = socket.__new__(socket)
    made.__dict__.update(plain.__dict__)
    _original._open[made._fd] = made
    return made


SocketType = socket
_connect = cooperative(_original.create_connection)


def create_connection(*args, **kwargs):
    return of(_connect(*args, **kwargs))


def socketpair(*args, **kwargs):
    return tuple(map(of, _original.socketpair(*args, **kwargs)))


def wait_read(fileno, timeout=None, timeout_exc=None):
    wait(_original._by_fd(fileno), timeout, timeout_exc)


def wait(watched, timeout=None, timeout_exc=None):
    ready = cooperative(_original._wait)(watched._watchers(), watched._is_readable, timeout)
    if not ready:
        raise timeout_exc or TimeoutError("timed out")
