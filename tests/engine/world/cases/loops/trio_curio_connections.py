"""trio and curio: servers, clients, processes."""
import curio
import trio

async def shout(stream):
    async for data in stream:
        await stream.send_all(data.upper())
    print("trio: client left")

async def main():
    async with trio.open_nursery() as nursery:
        await nursery.start(trio.serve_tcp, shout, 12345)
        stream = await trio.open_tcp_stream("127.0.0.1", 12345)
        async with stream:
            await stream.send_all(b"hello")
            print(await stream.receive_some())
            with trio.move_on_after(1) as scope:
                await stream.receive_some()
            print(scope.cancelled_caught)
        await trio.sleep(0.1)
        print((await trio.run_process(["echo", "hi"], capture_stdout=True)).stdout)
        with trio.move_on_after(1):
            await trio.run_process(["sleep", "60"])
        print(round(trio.current_time(), 1))
        nursery.cancel_scope.cancel()
    try:
        await trio.open_tcp_stream("127.0.0.1", 9)
    except OSError as error:
        print(error)

trio.run(main)

async def echo(client, address):
    while data := await client.recv(1000):
        await client.sendall(data)
    print("curio: client left")

async def client():
    server = await curio.spawn(curio.tcp_server, "", 25000, echo)
    await curio.sleep(0.1)
    connection = await curio.open_connection("localhost", 25000)
    async with connection:
        await connection.sendall(b"one\ntwo\n")
        lines = connection.as_stream()
        print(await lines.readline(), await lines.readline())
    await curio.sleep(0.1)
    await server.cancel()
    print(await curio.subprocess.check_output(["echo", "hi"]))

curio.run(client)

# What it prints:
#=> b'HELLO'
#=> True
#=> trio: client left
#=> b'hi\n'
#=> 2.1
#=> all attempts to connect to 127.0.0.1:9 failed
#=> b'one\n' b'two\n'
#=> curio: client left
#=> b'hi\n'
