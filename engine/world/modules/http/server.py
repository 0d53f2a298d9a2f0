"""HTTP servers that block: BaseHTTPRequestHandler with its do_GET and friends."""

import http.client
import sys

import _web
import _web_server
from _http_reasons import REASONS
from socketserver import StreamRequestHandler, TCPServer, ThreadingMixIn


class HTTPServer(TCPServer):
    allow_reuse_address = True
    visited_paths = ("/",)

    def server_activate(self):
        super().server_activate()
        self.server_name = "localhost"
        self.server_port = self.server_address[1]


class ThreadingHTTPServer(ThreadingMixIn, HTTPServer):
    daemon_threads = True


class BaseHTTPRequestHandler(StreamRequestHandler):
    server_version = "BaseHTTP/0.6"
    sys_version = "Python/3.11.2"
    protocol_version = "HTTP/1.0"
    responses = {status: (text, "") for status, text in REASONS.items()}

    def handle(self):
        line = self.rfile.readline()
        words = line.decode("latin-1").split()
        if len(words) < 2:
            return
        self.requestline = line.decode("latin-1").rstrip("\r\n")
        self.command, self.path = words[0], words[1]
        self.request_version = words[2] if len(words) > 2 else "HTTP/0.9"
        self.headers = http.client.HTTPMessage(_web.drive(_web.parse_headers(), self.rfile))
        self.close_connection = True
        self._head = []
        method = getattr(self, "do_" + self.command, None)
        if method is None:
            self.send_error(501, f"Unsupported method ({self.command!r})")
        else:
            method()

    def send_response(self, code, message=None):
        self.log_request(code)
        self.send_response_only(code, message)
        self.send_header("Server", self.version_string())
        self.send_header("Date", self.date_time_string())

    def send_response_only(self, code, message=None):
        self._head = [f"{self.protocol_version} {int(code)} {message or REASONS.get(int(code), '')}"]

    def send_header(self, keyword, value):
        self._head.append(f"{keyword}: {value}")

    def end_headers(self):
        self.wfile.write(("\r\n".join(self._head) + "\r\n\r\n").encode("latin-1"))
        self._head = []

    def send_error(self, code, message=None, explain=None):
        text = message or REASONS.get(int(code), "")
        body = f"<!DOCTYPE HTML>\n<html lang=\"en\"><head><title>Error response</title></head>\n<body>" \
               f"<h1>Error response</h1><p>Error code: {int(code)}</p><p>Message: {text}.</p></body></html>\n"
        self.send_response(code, text)
        self.send_header("Connection", "close")
        self.send_header("Content-Type", "text/html;charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body.encode())

    def log_request(self, code="-", size="-"):
        self.log_message('"%s" %s %s', self.requestline, str(int(code)), str(size))

    def log_error(self, format, *args):
        self.log_message(format, *args)

    def log_message(self, format, *args):
        sys.stderr.write(f"{self.client_address[0]} - - [{self.log_date_time_string()}] {format % args}\n")

    def log_date_time_string(self):
        import time

        return time.strftime("%d/%b/%Y %H:%M:%S", time.gmtime())

    def date_time_string(self, timestamp=None):
        from email.utils import formatdate

        return formatdate(timestamp, usegmt=True)

    def version_string(self):
        return f"{self.server_version} {self.sys_version}"

    def address_string(self):
        return self.client_address[0]


class SimpleHTTPRequestHandler(BaseHTTPRequestHandler):
    server_version = "SimpleHTTP/0.6"

    def __init__(self, *args, directory=None, **kwargs):
        self.directory = directory or "."
        super().__init__(*args, **kwargs)

    def do_GET(self):
        import os

        place = self.directory + self.path.partition("?")[0]
        if os.path.isdir(place):
            names = sorted(os.listdir(place))
            body = ("<!DOCTYPE HTML>\n<html><body><h1>Directory listing</h1><ul>\n" +
                    "".join([f'<li><a href="{name}">{name}</a></li>\n' for name in names]) + "</ul></body></html>\n").encode()
            kind = "text/html; charset=utf-8"
        elif os.path.isfile(place):
            with open(place, "rb") as file:
                body = file.read()
            kind = "text/html" if place.endswith(".html") else "application/octet-stream"
        else:
            self.send_error(404, "File not found")
            return
        self.send_response(200)
        self.send_header("Content-type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    do_HEAD = do_GET
