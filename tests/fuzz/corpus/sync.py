import asyncio
class Q(asyncio.Queue):
    def _put(self, x): super()._put(x)
async def main():
    q = Q(2)
    async with asyncio.timeout(1), asyncio.Lock():
        await q.put(1)
        await q.get()
    e = asyncio.Event()
    e.set()
    await e.wait()
    async for x in gen():
        break
async def gen():
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
asyncio.run(main())
