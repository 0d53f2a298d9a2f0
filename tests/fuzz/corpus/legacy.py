#L
import asyncio
@asyncio.coroutine
def f():
    yield from asyncio.sleep(1)
loop = asyncio.get_event_loop()
loop.run_until_complete(asyncio.wait([f()]))
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()
