# What asyncio says of its objects and of failures in callbacks: short texts, as CPython's reprlib makes them.
import asyncio
import functools
import io

HERE = __file__[: -len("reports.py")]


def show(text):
    print(text.replace(HERE, "") if HERE else text)


def plain(*args, **kwargs):
    pass


class Owner:
    def method(self, *args):
        pass


async def quick(value):
    return value


async def slow():
    await asyncio.sleep(1)


async def handles():
    loop = asyncio.get_running_loop()
    for handle in [
        loop.call_soon(plain, 1, "x"),
        loop.call_soon(functools.partial(plain, 2, k=3), 4),
        loop.call_soon(plain, list(range(20)), "t" * 50),
        loop.call_soon(Owner().method),
        loop.call_at(10, plain),
        loop.call_at(10.5, plain),
    ]:
        show(str(handle))
        handle.cancel()
    for value in ["a" * 60, list(range(20)), {n: n for n in range(9)}, 10**60]:
        task = asyncio.create_task(quick(value))
        await task
        print(str(task).partition(" result=")[2])
    print(loop.call_at(7, plain).when(), asyncio.timeout_at(3).when(), asyncio.timeout(None).when())


def failing(future):
    raise KeyError("in callback")


def handler(loop, context):
    show(context["message"])
    print(type(context["handle"]).__name__, sorted(context))


async def failures():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    future = loop.create_future()
    future.add_done_callback(failing)
    future.set_result("something that is longer than thirty characters")
    loop.call_soon(functools.partial(failing, future=1))
    loop.call_soon(failing, "w" * 40)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


async def stacks():
    task = asyncio.create_task(slow(), name="new")
    print([frame.f_lineno for frame in task.get_stack()])
    out = io.StringIO()
    task.print_stack(file=out)
    await asyncio.sleep(0)
    task.print_stack(file=out)
    show(out.getvalue().rstrip())
    task.cancel()


async def wrong_arguments():
    loop = asyncio.get_running_loop()
    for wrong in [
        lambda: asyncio.Barrier("a"),
        lambda: asyncio.Semaphore("a"),
        lambda: asyncio.Condition(5),
        lambda: asyncio.Lock(loop=None),
        lambda: asyncio.Queue(loop=None),
        lambda: asyncio.LifoQueue(loop=None),
        lambda: asyncio.BoundedSemaphore(loop=None),
        lambda: asyncio.sleep(1, loop=None),
        lambda: asyncio.gather(loop=None),
        lambda: loop.add_signal_handler(9, plain),
        lambda: loop.add_signal_handler(999, plain),
        lambda: loop.add_signal_handler("a", plain),
        lambda: loop.remove_signal_handler(0),
        lambda: loop.call_later("a", plain),
        lambda: asyncio.timeout("a"),
    ]:
        try:
            print(wrong())
        except Exception as error:
            print(type(error).__name__, error)


asyncio.run(handles())
asyncio.run(failures())
asyncio.run(stacks())
asyncio.run(wrong_arguments())
#=> <Handle plain(1, 'x') at reports.py:13>
#=> <Handle plain(2, k=3)(4) at reports.py:13>
#=> <Handle plain([0, 1, 2, 3, 4, 5, ...], 'tttttttttttt...ttttttttttttt') at reports.py:13>
#=> <Handle Owner.method()>
#=> <TimerHandle when=10 plain() at reports.py:13>
#=> <TimerHandle when=10.5 plain() at reports.py:13>
#=> 'aaaaaaaaaaaa...aaaaaaaaaaaaa'>
#=> [0, 1, 2, 3, 4, 5, ...]>
#=> {0: 0, 1: 1, 2: 2, 3: 3, ...}>
#=> 100000000000000000...0000000000000000000>
#=> 7 3 None
#=> Exception in callback failing(<Future finis...y characters'>) at reports.py:49
#=> Handle ['exception', 'handle', 'message']
#=> Exception in callback failing(future=1)() at reports.py:49
#=> Handle ['exception', 'handle', 'message']
#=> Exception in callback failing('wwwwwwwwwwww...wwwwwwwwwwwww') at reports.py:49
#=> Handle ['exception', 'handle', 'message']
#=> [26]
#=> Stack for <Task pending name='new' coro=<slow() running at reports.py:26>> (most recent call last):
#=>   File "reports.py", line 26, in slow
#=>     async def slow():
#=> Stack for <Task pending name='new' coro=<slow() running at reports.py:27> wait_for=<Future pending cb=[Task.task_wakeup()]>> (most recent call last):
#=>   File "reports.py", line 27, in slow
#=>     await asyncio.sleep(1)
#=> TypeError '<' not supported between instances of 'str' and 'int'
#=> TypeError '<' not supported between instances of 'str' and 'int'
#=> AttributeError 'int' object has no attribute 'locked'
#=> TypeError Lock.__init__() got an unexpected keyword argument 'loop'
#=> TypeError Queue.__init__() got an unexpected keyword argument 'loop'
#=> TypeError Queue.__init__() got an unexpected keyword argument 'loop'
#=> TypeError BoundedSemaphore.__init__() got an unexpected keyword argument 'loop'
#=> TypeError sleep() got an unexpected keyword argument 'loop'
#=> TypeError gather() got an unexpected keyword argument 'loop'
#=> RuntimeError sig 9 cannot be caught
#=> ValueError invalid signal number 999
#=> TypeError sig must be an int, not 'a'
#=> ValueError invalid signal number 0
#=> TypeError unsupported operand type(s) for +: 'float' and 'str'
#=> TypeError unsupported operand type(s) for +: 'float' and 'str'
