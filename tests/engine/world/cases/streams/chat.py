# A chat over streams; afterwards nobody listens.
import asyncio

clients = {}

async def handle(reader, writer):
    name = (await reader.readline()).decode().strip()
    clients[name] = writer
    print(f"{name} joined, {len(clients)} here")
    try:
        async for line in reader:
            text = line.decode().strip()
            if text == "quit":
                break
            for other, w in clients.items():
                if other != name:
                    w.write(f"{name}: {text}\n".encode())
                    await w.drain()
    finally:
        del clients[name]
        writer.close()
        await writer.wait_closed()
        print(f"{name} left")

async def client(name, lines, delay):
    reader, writer = await asyncio.open_connection("127.0.0.1", 9999)
    writer.write(name.encode() + b"\n")
    async def listen():
        while True:
            line = await reader.readline()
            if not line:
                break
            print(f"  [{name}] {line.decode().rstrip()}")
    task = asyncio.create_task(listen())
    for line in lines:
        await asyncio.sleep(delay)
        writer.write(line.encode() + b"\n")
        await writer.drain()
    await asyncio.sleep(1)
    writer.write(b"quit\n")
    await task
    writer.close()

async def main():
    server = await asyncio.start_server(handle, "127.0.0.1", 9999)
    srv = asyncio.create_task(server.serve_forever())
    await asyncio.gather(client("ann", ["hi", "how are you?"], 0.3), client("bob", ["hello"], 0.5))
    srv.cancel()
    try:
        await srv
    except asyncio.CancelledError:
        print("server stopped")
    try:
        await asyncio.open_connection("127.0.0.1", 9999)
    except ConnectionRefusedError as e:
        print(e)

asyncio.run(main())
#=> ann joined, 1 here
#=> bob joined, 2 here
#=>   [bob] ann: hi
#=>   [ann] bob: hello
#=>   [bob] ann: how are you?
#=> bob left
#=> ann left
#=> server stopped
#=> [Errno 111] Connect call failed ('127.0.0.1', 9999)
