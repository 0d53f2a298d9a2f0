"""Functions in other threads."""

from curio._kernel import _current, _nothing, kernel, spawn


async def run_in_thread(callable, *args, call_on_cancel=None):
    task = _current()
    future = kernel().loop.run_in_executor(None, lambda: callable(*args))

    def finished(future):
        error = future.exception()
        if error is None:
            task.wake(future.result())
        else:
            task.fail(error)

    future.add_done_callback(finished)
    return await task._wait(_nothing, "thread")


block_in_thread = run_in_process = run_in_thread


async def spawn_thread(func, *args, daemon=False):
    async def work():
        return await run_in_thread(func, *args)

    work.__qualname__ = work.__name__ = getattr(func, "__qualname__", "thread")
    return await spawn(work)


def async_thread(func):
    async def start(*args, **kwargs):
        return await run_in_thread(lambda: func(*args, **kwargs))

    return start
