"""gevent: servers of connections and of WSGI applications."""
import gevent
from gevent import socket
from gevent.pool import Pool
from gevent.pywsgi import WSGIServer
from gevent.server import StreamServer

def echo(connection, address):
    print("new connection from", address[0])
    lines = connection.makefile(mode="rb")
    for line in lines:
        gevent.sleep(0.1)
        connection.sendall(line.upper())
    print("client left")

def client(number):
    connection = socket.create_connection(("127.0.0.1", 16000))
    connection.sendall(b"hello %d\n" % number)
    print(connection.recv(100))
    connection.close()

server = StreamServer(("127.0.0.1", 16000), echo, spawn=Pool(2))
print(server.started)
server.start()
print(server.started, server.server_port)
gevent.joinall([gevent.spawn(client, number) for number in range(3)])
server.stop()
print(server.started)

def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"you asked for ", environ["PATH_INFO"].encode()]

web = WSGIServer(("127.0.0.1", 8088), application, log=None)
web.start()

def ask():
    connection = socket.create_connection(("127.0.0.1", 8088))
    connection.sendall(b"GET /greeting HTTP/1.0\r\nHost: localhost\r\n\r\n")
    head, _, body = connection.makefile("rb").read().partition(b"\r\n\r\n")
    print(head.split(b"\r\n")[0], body)
    web.stop()

gevent.spawn(ask).join()

# What it prints:
#=> False
#=> True 16000
#=> new connection from 127.0.0.1
#=> new connection from 127.0.0.1
#=> b'HELLO 0\n'
#=> b'HELLO 1\n'
#=> client left
#=> client left
#=> new connection from 127.0.0.1
#=> b'HELLO 2\n'
#=> client left
#=> False
#=> b'HTTP/1.1 200 OK' b'you asked for /greeting'
