"""Servers that block: one request after the other, or a thread for each."""

import socket
import threading


class BaseServer:
    timeout = None
    request_queue_size = 5
    allow_reuse_address = False

    def __init__(self, server_address, RequestHandlerClass):
        self.server_address = server_address
        self.RequestHandlerClass = RequestHandlerClass
        self._stopping = False

    def serve_forever(self, poll_interval=0.5):
        import _visitors

        if not self._stopping and hasattr(self, "visited_paths"):
            _visitors.serve_for_ever(self.server_address[1], self.visited_paths)
        while not self._stopping:
            self.handle_request()

    def handle_request(self):
        try:
            request, client_address = self.get_request()
        except OSError:
            if self._stopping:
                return
            raise
        if self.verify_request(request, client_address):
            self.process_request(request, client_address)

    def verify_request(self, request, client_address):
        return True

    def process_request(self, request, client_address):
        self._process(request, client_address)

    def _process(self, request, client_address):
        try:
            self.finish_request(request, client_address)
        except Exception:
            self.handle_error(request, client_address)
        finally:
            request.close()

    def finish_request(self, request, client_address):
        self.RequestHandlerClass(request, client_address, self)

    def handle_error(self, request, client_address):
        import sys
        import traceback

        sys.stderr.write(f"{'-' * 40}\nException occurred during processing of request from {client_address}\n"
                         f"{traceback.format_exc()}{'-' * 40}\n")

    def shutdown(self):
        self._stopping = True
        self.wake()

    def server_close(self):
        self.socket.close()

    def service_actions(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.server_close()


class TCPServer(BaseServer):
    address_family = socket.AF_INET

    def __init__(self, server_address, RequestHandlerClass, bind_and_activate=True):
        super().__init__(server_address, RequestHandlerClass)
        self.socket = socket.socket()
        if bind_and_activate:
            self.server_bind()
            self.server_activate()

    def server_bind(self):
        self.socket.bind(self.server_address)

    def server_activate(self):
        self.socket.listen(self.request_queue_size)
        self.server_address = self.socket.getsockname()

    def fileno(self):
        return self.socket.fileno()

    def get_request(self):
        connection, address = self.socket.accept()
        if self._stopping:
            connection.close()
            raise OSError("shut down")
        return connection, address

    def wake(self):
        socket.create_connection(("localhost", self.server_address[1])).close()


class ThreadingMixIn:
    daemon_threads = False

    def process_request(self, request, client_address):
        threading.Thread(target=self._process, args=(request, client_address), daemon=self.daemon_threads,
                         name=None).start()


class ThreadingTCPServer(ThreadingMixIn, TCPServer):
    pass


class BaseRequestHandler:
    def __init__(self, request, client_address, server):
        self.request = request
        self.client_address = client_address
        self.server = server
        self.setup()
        try:
            self.handle()
        finally:
            self.finish()

    def setup(self):
        pass

    def handle(self):
        pass

    def finish(self):
        pass


class StreamRequestHandler(BaseRequestHandler):
    def setup(self):
        self.connection = self.request
        self.rfile = self.connection.makefile("rb")
        self.wfile = self.connection.makefile("wb")
