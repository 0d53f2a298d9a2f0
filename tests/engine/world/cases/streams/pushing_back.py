"""Who writes faster than the other side reads waits in drain()."""
import asyncio
import socket

async def main():
    loop = asyncio.get_running_loop()

    async def slow(reader, writer):
        await asyncio.sleep(5)
        count = 0
        while data := await reader.read(65536):
            count += len(data)
        print("read", count, "bytes")
        writer.close()

    server = await asyncio.start_server(slow, "127.0.0.1", 8888)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8888)
    began = loop.time()
    print(writer.transport.get_write_buffer_limits())
    for number in range(100):
        writer.write(b"x" * 65536)
        if loop.time() - began == 0 and writer.transport.get_write_buffer_size() > 65536:
            print("too much waits: drain() will take its time")
        await writer.drain()
    print(round(loop.time() - began, 2), writer.transport.get_write_buffer_size() <= 65536)
    writer.write(b"y" * 1_000_000)
    writer.close()
    await writer.wait_closed()
    await reader.read()
    server.close()

    # a pipe of a process that reads nothing
    process = await asyncio.create_subprocess_exec("sleep", "3", stdin=asyncio.subprocess.PIPE)
    process.stdin.write(b"z" * 200_000)
    try:
        await asyncio.wait_for(process.stdin.drain(), 1)
    except asyncio.TimeoutError:
        print("sleep does not read")
    process.kill()
    await process.wait()
    process = await asyncio.create_subprocess_exec("wc", "-c", stdin=asyncio.subprocess.PIPE,
                                                   stdout=asyncio.subprocess.PIPE)
    print((await process.communicate(b"z" * 200_000))[0])

asyncio.run(main())

# sockets
left, right = socket.socketpair()
left.setblocking(False)
sent = 0
try:
    while True:
        sent += left.send(b"x" * 100_000)
except BlockingIOError as error:
    print(error, sent == len(right.recv(sent)))
left.settimeout(0.5)
left.sendall(b"x" * sent)
try:
    left.send(b"more")
except TimeoutError as error:
    print(error)

async def over_sockets():
    loop = asyncio.get_running_loop()
    left, right = socket.socketpair()
    left.setblocking(False)
    right.setblocking(False)
    sending = asyncio.create_task(loop.sock_sendall(left, b"x" * 1_000_000))
    await asyncio.sleep(0.1)
    print("all is sent:", sending.done())
    count = 0
    while count < 1_000_000:
        count += len(await loop.sock_recv(right, 65536))
    print(count, await sending)
    room = loop.create_future()
    loop.add_writer(left, lambda: room.done() or room.set_result("room"))
    print(await room, loop.remove_writer(left), loop.remove_writer(left))

asyncio.run(over_sockets())

# What it prints:
#=> (16384, 65536)
#=> too much waits: drain() will take its time
#=> too much waits: drain() will take its time
#=> 5.0 True
#=> read 7553600 bytes
#=> sleep does not read
#=> b'200000\n'
#=> [Errno 11] Resource temporarily unavailable True
#=> timed out
#=> all is sent: False
#=> 1000000 None
#=> room True False
