# Callbacks that a loop's own call_soon wraps: each step runs inside the wrapper.
import asyncio


class Counting(asyncio.SelectorEventLoop):
    def __init__(self):
        super().__init__()
        self.calls = []

    def call_soon(self, callback, *args, context=None):
        def counted(*given):
            self.calls.append(type(getattr(callback, "__self__", None)).__name__)
            return callback(*given)

        return super().call_soon(counted, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self.calls.append("timer")
        return super().call_at(when, callback, *args, context=context)


async def fail():
    await asyncio.sleep(0.01)
    raise ValueError("no")


async def main():
    task = asyncio.create_task(fail())
    try:
        await task
    except ValueError as error:
        print("failed", error)
    loop = asyncio.get_running_loop()
    handle = loop.call_later(1, print, "never")
    handle.cancel()
    print(handle.cancelled())
    try:
        async with asyncio.timeout(0.01):
            await asyncio.sleep(1)
    except TimeoutError:
        print("over")
    return len(loop.calls)


loop = Counting()
print(loop.run_until_complete(main()) > 5, loop.calls.count("timer"), loop.calls[:4])
loop.close()


class Leaving(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        return super().call_soon(lambda *given: callback(*given), *args, context=context)


async def leave():
    raise SystemExit(3)


loop = Leaving()
try:
    loop.run_until_complete(leave())
except SystemExit as error:
    print("left with", error.code)
loop.close()
#=> failed no
#=> True
#=> over
#=> True 4 ['Task', 'Task', 'timer', 'Task']
#=> left with 3
