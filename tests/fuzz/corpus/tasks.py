import asyncio
async def w(n):
    try:
        await asyncio.sleep(n)
        return n
    finally:
        print(n)
async def main():
    t = asyncio.create_task(w(1))
    r = await asyncio.gather(w(2), t, return_exceptions=True)
    try:
        await asyncio.wait_for(w(9), 1)
    except TimeoutError as e:
        print(e, r)
    async with asyncio.TaskGroup() as g:
        g.create_task(w(0))
    t.cancel()
asyncio.run(main())
