"""A server of HTTP for WSGI applications."""

import io
import sys

import _web
import _web_server
from gevent.baseserver import BaseServer

__all__ = ["WSGIServer"]


class WSGIServer(BaseServer):
    visited_paths = ("/",)

    def __init__(self, listener, application=None, backlog=None, spawn="default", log="default", error_log="default",
                 handler_class=None, environ=None, **ssl_args):
        super().__init__(listener, None, spawn)
        self.application = application
        self.log = sys.stderr if log == "default" else log

    def do_handle(self, client, address):
        with client:
            incoming = _web.drive(_web_server.parse_request(address), client.makefile("rb"))
            if incoming is not None:
                status, headers, body = self._answer(incoming)
                client.sendall(_web_server.encode_answer(status, headers, body, incoming.method))
                if self.log is not None:
                    self.log.write(f'{address[0]} - - "{incoming.method} {incoming.target} HTTP/1.1" {status} {len(body)}\n')

    def _answer(self, incoming):
        begun = []

        def start_response(status, headers, exc_info=None):
            begun[:] = [int(status.split()[0]), headers]

        try:
            parts = self.application(self._environ(incoming), start_response)
            return begun[0], begun[1], b"".join(parts)
        except Exception:
            import traceback

            traceback.print_exc()
            return 500, [("Content-Type", "text/plain")], b"Internal Server Error"

    def _environ(self, incoming):
        environ = {
            "REQUEST_METHOD": incoming.method, "SCRIPT_NAME": "", "PATH_INFO": incoming.path,
            "QUERY_STRING": incoming.query, "SERVER_NAME": "localhost", "SERVER_PORT": str(self.server_port),
            "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": incoming.peer[0], "CONTENT_LENGTH": str(len(incoming.body)),
            "CONTENT_TYPE": incoming.headers.get("Content-Type", ""), "wsgi.version": (1, 0), "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(incoming.body), "wsgi.errors": sys.stderr, "wsgi.multithread": False,
            "wsgi.multiprocess": False, "wsgi.run_once": False}
        for name, value in incoming.headers.items():
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
        return environ
