"""Nurseries, cancel scopes, channels, locks, threads."""
import trio

async def child(name, seconds):
    print(f"{name}: begins")
    await trio.sleep(seconds)
    print(f"{name}: ends at {trio.current_time() - t0:.1f}")

async def parent():
    global t0
    t0 = trio.current_time()
    print("parent: begins")
    async with trio.open_nursery() as nursery:
        nursery.start_soon(child, "one", 1)
        nursery.start_soon(child, "two", 2)
        print("parent: waits")
    print(f"parent: ends at {trio.current_time() - t0:.1f}")
    with trio.move_on_after(0.5) as scope:
        await trio.sleep(10)
        print("never")
    print(scope.cancelled_caught, scope.cancel_called, f"{trio.current_time() - t0:.1f}")
    try:
        with trio.fail_after(0.5):
            await trio.sleep(10)
    except trio.TooSlowError as e:
        print("too slow", repr(e))
    async def stubborn():
        try:
            await trio.sleep_forever()
        finally:
            with trio.CancelScope(shield=True):
                await trio.sleep(0.2)
            print("cleaned up")
    with trio.move_on_after(0.3):
        await stubborn()
    print(f"{trio.current_time() - t0:.1f}")
    with trio.CancelScope() as scope:
        scope.cancel()
        try:
            await trio.sleep(1)
        except trio.Cancelled as e:
            print("cancelled", repr(str(e)))
            raise
    with trio.CancelScope() as outer:
        with trio.CancelScope() as inner:
            outer.cancel()
            await trio.lowlevel.checkpoint()
        print("not here")
    print(outer.cancelled_caught, inner.cancelled_caught)
    return 42

print(trio.run(parent))

async def workers():
    send, receive = trio.open_memory_channel(1)
    async def producer(send):
        async with send:
            for i in range(4):
                await send.send(i)
                print("sent", i)
    async def consumer(receive):
        async with receive:
            async for x in receive:
                await trio.sleep(0.1)
                print("got", x)
        print("consumer ends")
    async with trio.open_nursery() as nursery:
        nursery.start_soon(producer, send)
        nursery.start_soon(consumer, receive)
    try:
        send.send_nowait(1)
    except trio.ClosedResourceError as e: print(type(e).__name__)
trio.run(workers)

async def sync():
    event = trio.Event(); lock = trio.Lock(); sem = trio.Semaphore(2); lim = trio.CapacityLimiter(1)
    async def waiter(n):
        await event.wait(); 
        async with lock:
            await trio.sleep(0.1*n)
        async with sem: 
            await trio.sleep(0.1)
        async with lim: pass
        await trio.sleep(0.01*n)
    async with trio.open_nursery() as nursery:
        for i in range(3): nursery.start_soon(waiter, i)
        await trio.sleep(0.1); event.set(); print(event.is_set())
    cond = trio.Condition()
    items = []
    async def c():
        async with cond:
            while not items: await cond.wait()
            print("item", items.pop())
    async with trio.open_nursery() as nursery:
        nursery.start_soon(c)
        await trio.sleep(0.1)
        async with cond:
            items.append(7); cond.notify()
    async def starts(task_status=trio.TASK_STATUS_IGNORED):
        await trio.sleep(0.1)
        task_status.started("ready")
        await trio.sleep(0.1)
        print("server ends")
    async with trio.open_nursery() as nursery:
        print(await nursery.start(starts))
        print(len(nursery.child_tasks))
    print(await trio.to_thread.run_sync(lambda a: a * 2, 21))
    def in_thread():
        trio.from_thread.run_sync(print, "from thread")
        return trio.from_thread.run(coro)
    async def coro():
        await trio.sleep(0.1); return "coro"
    print(await trio.to_thread.run_sync(in_thread))
trio.run(sync)

async def nursery_cancel():
    async def forever(n):
        try: await trio.sleep_forever()
        finally: print("stopped", n)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(forever, 1)
        await trio.sleep(0.1)
        nursery.cancel_scope.cancel()
    print("after")
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(forever, 3)
            await trio.sleep(0.1)
            raise KeyError("k")
    except BaseException as e: print(type(e).__name__ in ("KeyError", "ExceptionGroup"))
trio.run(nursery_cancel)
try: trio.run(nursery_cancel())
except TypeError as e: print(str(e).split("<")[0])
async def nested():
    try: trio.run(parent)
    except RuntimeError as e: print(e)
trio.run(nested)
async def asyncio_in_trio():
    import asyncio
    try: await asyncio.sleep(1)
    except RuntimeError as e: print(e)
trio.run(asyncio_in_trio)
async def bad(): raise ValueError("x")
try: trio.run(bad)
except ValueError as e: print(repr(e))

# What it prints:
#=> parent: begins
#=> parent: waits
#=> one: begins
#=> two: begins
#=> one: ends at 1.0
#=> two: ends at 2.0
#=> parent: ends at 2.0
#=> True True 2.5
#=> too slow TooSlowError()
#=> cleaned up
#=> 3.5
#=> cancelled 'Cancelled'
#=> True False
#=> 42
#=> sent 0
#=> sent 1
#=> got 0
#=> sent 2
#=> got 1
#=> sent 3
#=> got 2
#=> got 3
#=> consumer ends
#=> ClosedResourceError
#=> True
#=> item 7
#=> ready
#=> 1
#=> server ends
#=> 42
#=> from thread
#=> coro
#=> stopped 1
#=> after
#=> stopped 3
#=> True
#=> Trio was expecting an async function, but instead it got a coroutine object 
#=> Attempted to call run() from inside a run()
#=> no running event loop
#=> ValueError('x')
