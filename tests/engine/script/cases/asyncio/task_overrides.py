# A class of tasks with its own cancel(): whoever cancels a task calls it.
import asyncio
class MyTask(asyncio.Task):
    def cancel(self, msg=None):
        print("cancel", self.get_name(), msg)
        return super().cancel(msg)
def factory(loop, coro, context=None):
    return MyTask(coro, loop=loop, context=context) if context else MyTask(coro, loop=loop)
async def slow(): await asyncio.sleep(10)
async def bad(): raise ValueError("no")
async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    t = asyncio.create_task(slow(), name="a")
    await asyncio.sleep(0)
    print(type(t).__name__, t.cancel("why"))
    try: await t
    except asyncio.CancelledError as e: print("cancelled", e.args)
    try: await asyncio.wait_for(slow(), 0.1)
    except TimeoutError: print("over")
    g = asyncio.gather(slow(), slow())
    await asyncio.sleep(0)
    g.cancel()
    try: await g
    except asyncio.CancelledError: print("gather cancelled")
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(slow(), name="s1")
            tg.create_task(bad(), name="b1")
    except* ValueError as e: print("group", e.exceptions)
    async def inner():
        await asyncio.create_task(slow(), name="inner")
    t = asyncio.create_task(inner(), name="outer")
    await asyncio.sleep(0); await asyncio.sleep(0)
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("both")
    left = asyncio.create_task(slow(), name="left")
    await asyncio.sleep(0)
asyncio.run(main())
#=> cancel a why
#=> MyTask True
#=> cancelled ('why',)
#=> cancel Task-3 None
#=> over
#=> cancel Task-4 None
#=> cancel Task-5 None
#=> gather cancelled
#=> cancel s1 None
#=> group (ValueError('no'),)
#=> cancel outer None
#=> cancel inner None
#=> both
#=> cancel left None
