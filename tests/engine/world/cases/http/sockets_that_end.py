"""A server that ends says goodbye to its web sockets; requests as tasks; connections that nobody accepted."""
import asyncio
import socket
import aiohttp
import websockets

seen = set()

async def register(websocket):
    seen.add(websocket)
    try:
        await websocket.wait_closed()
    finally:
        seen.discard(websocket)
        print("handler is over")

async def listen():
    async with websockets.connect("ws://localhost:5678") as websocket:
        async for message in websocket:
            print("heard", message)
        print("closed with", websocket.close_code)

async def main():
    async with websockets.serve(register, "localhost", 5678):
        listening = asyncio.create_task(listen())
        await asyncio.sleep(0.1)
        for number in range(2):
            websockets.broadcast(seen, f"number {number}")
            await asyncio.sleep(1)
    await listening
    async with aiohttp.ClientSession() as session:
        tasks = [asyncio.create_task(session.get(f"https://example.com/{n}"), name=f"get {n}") for n in range(2)]
        for task in tasks:
            async with await task as response:
                print(task.get_name(), response.status)

asyncio.run(main())

class Ready(asyncio.Future.__mro__[-1]):
    """Has a coroutine's methods: that is enough for a task."""

    def __await__(self):
        yield from asyncio.sleep(0.1, "waited").__await__()
        return "ready"

    def send(self, value):
        raise StopIteration

    def throw(self, *error):
        raise error[0]

    def close(self):
        pass

async def run():
    print(await asyncio.create_task(Ready()))
    try:
        asyncio.create_task(3)
    except TypeError as error:
        print(error)

asyncio.run(run())

server = socket.create_server(("127.0.0.1", 4000))
first = socket.create_connection(("127.0.0.1", 4000))
second = socket.create_connection(("127.0.0.1", 4000))
first.close()
server.close()
try:
    second.recv(10)
except ConnectionResetError as error:
    print(error)

# What it prints:
#=> heard number 0
#=> heard number 1
#=> closed with 1001
#=> handler is over
#=> get 0 200
#=> get 1 200
#=> ready
#=> a coroutine was expected, got 3
#=> [Errno 104] Connection reset by peer
