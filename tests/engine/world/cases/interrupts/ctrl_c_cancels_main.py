# Ctrl-C cancels the main task of asyncio.run; what it awaits sees CancelledError, then the program KeyboardInterrupt.
#% interrupt at=2.5
import asyncio


async def tick():
    for n in range(10):
        print("tick", n)
        await asyncio.sleep(1)


async def main():
    try:
        await tick()
    except asyncio.CancelledError:
        print("cancelled, cleaning up")
        raise


try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")
#=> tick 0
#=> tick 1
#=> tick 2
#=> cancelled, cleaning up
#=> interrupted
