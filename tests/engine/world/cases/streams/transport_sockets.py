"""What servers and transports show of their sockets."""
import asyncio
import asyncio.trsock


async def serve(reader, writer):
    shown = writer.get_extra_info("socket")
    print(type(shown).__name__, shown.getsockname(), shown.gettimeout())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8123)
    sock = server.sockets[0]
    text = repr(server)
    print(text[: text.index("fd=")], text[text.index("family=") :])
    print(isinstance(sock, asyncio.trsock.TransportSocket), sock.getsockname(), int(sock.proto))
    for wrong in [lambda: sock.settimeout(1), lambda: sock.setblocking(True), lambda: sock.recv(1)]:
        try:
            wrong()
        except Exception as error:
            print(type(error).__name__, error)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8123)
    print(writer.get_extra_info("socket").getpeername(), await reader.read())
    writer.close()
    server.close()
    print(server.sockets, server)


asyncio.run(main())
#=> <Server sockets=(<asyncio.TransportSocket  family=2, type=1, proto=6, laddr=('127.0.0.1', 8123)>,)>
#=> True ('127.0.0.1', 8123) 6
#=> ValueError settimeout(): only 0 timeout is allowed on transport sockets
#=> ValueError setblocking(): transport sockets cannot be blocking
#=> AttributeError 'TransportSocket' object has no attribute 'recv'
#=> TransportSocket ('127.0.0.1', 8123) 0
#=> ('127.0.0.1', 8123) b''
#=> () <Server sockets=()>
