"""A server of connections."""

from gevent.baseserver import BaseServer

__all__ = ["StreamServer"]


class StreamServer(BaseServer):
    def __init__(self, listener, handle=None, backlog=None, spawn="default", **ssl_args):
        super().__init__(listener, handle, spawn)
        self.backlog = backlog
        self.ssl_enabled = bool(ssl_args)

    def do_handle(self, client, address):
        try:
            self.handle(client, address)
        finally:
            client.close()
