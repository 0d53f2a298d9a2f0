# Ten tasks that do nothing but let each other run.
import asyncio


async def worker(switches):
    for _ in range(switches):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*(worker(50_000) for _ in range(10)))


asyncio.run(main())
