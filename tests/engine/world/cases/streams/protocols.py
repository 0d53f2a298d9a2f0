# Protocols, datagrams, sockets in the loop, add_reader.
import asyncio

class EchoServerProtocol(asyncio.Protocol):
    def connection_made(self, transport):
        peername = transport.get_extra_info('peername')
        print('Connection from {}'.format(peername[0]))
        self.transport = transport

    def data_received(self, data):
        message = data.decode()
        print('Data received: {!r}'.format(message))
        print('Send: {!r}'.format(message))
        self.transport.write(data)
        print('Close the client socket')
        self.transport.close()

class EchoClientProtocol(asyncio.Protocol):
    def __init__(self, message, on_con_lost):
        self.message = message
        self.on_con_lost = on_con_lost

    def connection_made(self, transport):
        transport.write(self.message.encode())
        print('Data sent: {!r}'.format(self.message))

    def data_received(self, data):
        print('Data received: {!r}'.format(data.decode()))

    def connection_lost(self, exc):
        print('The server closed the connection', exc)
        self.on_con_lost.set_result(True)

class U:
    def connection_made(self, t): self.t = t
    def datagram_received(self, data, addr):
        print("udp", data, addr[0]); self.t.sendto(data, addr)
    def connection_lost(self, exc): pass
class C:
    def __init__(self, f): self.f = f
    def connection_made(self, t): self.t = t; t.sendto(b"ping")
    def datagram_received(self, data, addr):
        print("back", data)
        self.t.close()
    def error_received(self, e): print(e)
    def connection_lost(self, exc): self.f.set_result(1)

async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(EchoServerProtocol, '127.0.0.1', 8888)
    on_con_lost = loop.create_future()
    transport, protocol = await loop.create_connection(
        lambda: EchoClientProtocol('Hello World!', on_con_lost), '127.0.0.1', 8888)
    try:
        await on_con_lost
    finally:
        transport.close()
    server.close()
    await server.wait_closed()
    t, p = await loop.create_datagram_endpoint(U, local_addr=('127.0.0.1', 9998))
    f = loop.create_future()
    await loop.create_datagram_endpoint(lambda: C(f), remote_addr=('127.0.0.1', 9998))
    await f
    t.close()
    import socket
    s = socket.socket()
    s.bind(("127.0.0.1", 5555)); s.listen(); s.setblocking(False)
    async def srv():
        c, a = await loop.sock_accept(s)
        while data := await loop.sock_recv(c, 100):
            await loop.sock_sendall(c, data.upper())
        c.close()
    async def cli():
        c = socket.socket(); c.setblocking(False)
        await loop.sock_connect(c, ("127.0.0.1", 5555))
        await loop.sock_sendall(c, b"abc")
        print(await loop.sock_recv(c, 10))
        c.close()
    await asyncio.gather(srv(), cli())
    a, b = socket.socketpair()
    fut = loop.create_future()
    def rd():
        print("reader", a.recv(100)); loop.remove_reader(a); fut.set_result(None)
    loop.add_reader(a, rd)
    loop.call_later(0.5, b.send, b"abc")
    await fut
asyncio.run(main())
#=> Connection from 127.0.0.1
#=> Data sent: 'Hello World!'
#=> Data received: 'Hello World!'
#=> Send: 'Hello World!'
#=> Close the client socket
#=> Data received: 'Hello World!'
#=> The server closed the connection None
#=> udp b'ping' 127.0.0.1
#=> back b'ping'
#=> b'ABC'
#=> reader b'abc'
