"""anyio: groups, scopes, streams, threads."""
import time
import anyio
from anyio import create_memory_object_stream, create_task_group, to_thread

async def produce(send):
    async with send:
        for number in range(4):
            await send.send(number)
            print("sent", number)

async def consume(receive, name):
    async with receive:
        async for item in receive:
            print(name, "got", item)
            await anyio.sleep(0.1)

async def serve(port, *, task_status=anyio.TASK_STATUS_IGNORED):
    await anyio.sleep(1)
    task_status.started(port)
    await anyio.sleep(5)

async def fail():
    await anyio.sleep(0.5)
    raise ValueError("boom")

async def streams():
    send, receive = create_memory_object_stream[int](2)
    async with create_task_group() as group:
        group.start_soon(produce, send)
        group.start_soon(consume, receive, "a")
        group.start_soon(consume, receive.clone(), "b")
    send, receive = create_memory_object_stream()
    receive.close()
    try:
        await send.send(1)
    except anyio.BrokenResourceError as error:
        print(type(error).__name__)
    print(send.statistics())

async def limits():
    began = anyio.current_time()
    with anyio.move_on_after(1) as scope:
        await anyio.sleep(5)
    print(scope.cancelled_caught, scope.cancel_called, round(anyio.current_time() - began, 2))
    try:
        with anyio.fail_after(1):
            await anyio.sleep(3)
    except TimeoutError:
        print("timed out")
    with anyio.move_on_after(0.2) as scope:
        try:
            await anyio.sleep(1)
        except anyio.get_cancelled_exc_class():
            print("again and again:")
            try:
                await anyio.sleep(1)
            finally:
                with anyio.CancelScope(shield=True):
                    await anyio.sleep(0.3)
                    print("cleaned up")
    print(scope.cancelled_caught)
    with anyio.move_on_after(1):
        async with create_task_group() as group:
            group.start_soon(anyio.sleep_forever)
            with anyio.CancelScope(shield=True):
                await anyio.sleep(2)
                print("shielded")
            await anyio.sleep(1)
            print("not reached")

async def groups():
    async with create_task_group() as group:
        print("started", await group.start(serve, 8080))
        group.cancel_scope.cancel()
    try:
        async with create_task_group() as group:
            group.start_soon(fail)
            group.start_soon(anyio.sleep, 10)
    except* ValueError as errors:
        print(repr(errors))
    try:
        group.start_soon(fail)
    except RuntimeError as error:
        print(error)

async def shared():
    event, lock, slots = anyio.Event(), anyio.Lock(), anyio.Semaphore(2)
    limiter, ready = anyio.CapacityLimiter(2), anyio.Condition()
    began = anyio.current_time()

    async def use(number):
        await event.wait()
        async with slots:
            await anyio.sleep(1)
        async with lock:
            await anyio.sleep(1)
        async with limiter:
            await anyio.sleep(1)
        print(number, round(anyio.current_time() - began, 2))
        async with ready:
            ready.notify()

    async def watch():
        async with ready:
            await ready.wait()
            print("one is ready")

    async with create_task_group() as group:
        for number in range(3):
            group.start_soon(use, number)
        group.start_soon(watch)
        await anyio.sleep(1)
        event.set()

async def threads():
    began = time.monotonic()
    async with create_task_group() as group:
        for _ in range(3):
            group.start_soon(to_thread.run_sync, time.sleep, 1)
    print(round(time.monotonic() - began, 2))
    print(await to_thread.run_sync(lambda: anyio.from_thread.run(anyio.sleep, 0.1)))
    print((await anyio.run_process(["echo", "hi"])).stdout)

async def main():
    for each in (streams, limits, groups, shared, threads):
        await each()
    print(anyio.get_current_task().name)
    return "done"

print(anyio.run(main))

# What it prints:
#=> sent 0
#=> sent 1
#=> a got 0
#=> b got 1
#=> sent 2
#=> sent 3
#=> a got 2
#=> b got 3
#=> BrokenResourceError
#=> MemoryObjectStreamStatistics(current_buffer_used=0, max_buffer_size=0, open_send_streams=1, open_receive_streams=0, tasks_waiting_send=0, tasks_waiting_receive=0)
#=> True True 1.0
#=> timed out
#=> again and again:
#=> cleaned up
#=> True
#=> shielded
#=> started 8080
#=> ExceptionGroup('unhandled errors in a TaskGroup', [ValueError('boom')])
#=> This task group is not active; no new tasks can be started.
#=> 0 4.0
#=> one is ready
#=> 1 5.0
#=> 2 6.0
#=> 1.0
#=> None
#=> b'hi\n'
#=> __main__.main
#=> done
