# An echo server and its clients over streams.
import asyncio

async def handle_echo(reader, writer):
    data = await reader.read(100)
    message = data.decode()
    addr = writer.get_extra_info('peername')
    print(f"Received {message!r} from {addr[0]!r}")
    print(f"Send: {message!r}")
    writer.write(data)
    await writer.drain()
    print("Close the connection")
    writer.close()
    await writer.wait_closed()

async def tcp_echo_client(message):
    reader, writer = await asyncio.open_connection('127.0.0.1', 8888)
    print(f'Send: {message!r}')
    writer.write(message.encode())
    await writer.drain()
    data = await reader.read(100)
    print(f'Received: {data.decode()!r}')
    print('Close the connection')
    writer.close()
    await writer.wait_closed()

async def main():
    server = await asyncio.start_server(handle_echo, '127.0.0.1', 8888)
    addrs = ', '.join(str(sock.getsockname()) for sock in server.sockets)
    print(f'Serving on {addrs}')
    async with server:
        await asyncio.gather(*(tcp_echo_client(f"hello {i}") for i in range(3)))
        print(server.is_serving())
    print(server.is_serving(), server)

asyncio.run(main())
#=> Serving on ('127.0.0.1', 8888)
#=> Send: 'hello 0'
#=> Send: 'hello 1'
#=> Send: 'hello 2'
#=> Received 'hello 0' from '127.0.0.1'
#=> Send: 'hello 0'
#=> Close the connection
#=> Received 'hello 1' from '127.0.0.1'
#=> Send: 'hello 1'
#=> Close the connection
#=> Received 'hello 2' from '127.0.0.1'
#=> Send: 'hello 2'
#=> Close the connection
#=> Received: 'hello 0'
#=> Close the connection
#=> Received: 'hello 1'
#=> Close the connection
#=> Received: 'hello 2'
#=> Close the connection
#=> True
#=> False <Server sockets=()>
