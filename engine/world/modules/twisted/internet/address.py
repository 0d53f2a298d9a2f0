"""Addresses of connections."""

__all__ = ["HostnameAddress", "IPv4Address"]


class _Address:
    def _fields(self):
        return tuple(vars(self).values())

    def __eq__(self, other):
        return type(other) is type(self) and other._fields() == self._fields()

    def __hash__(self):
        return hash(self._fields())

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"


class IPv4Address(_Address):
    def __init__(self, type, host, port):
        self.type = type
        self.host = host
        self.port = port


class HostnameAddress(_Address):
    def __init__(self, hostname, port):
        self.hostname = hostname
        self.port = port
