"""Threads for what cannot be made cooperative: the greenlet that asked waits, the others run on."""

from concurrent.futures import ThreadPoolExecutor as _Pool

from _greenlet import add_work

from gevent.event import AsyncResult
from gevent.hub import get_hub

__all__ = ["ThreadPool", "ThreadResult"]


class ThreadPool:
    def __init__(self, maxsize=10, hub=None):
        self.maxsize = maxsize
        self._pool = _Pool(maxsize, thread_name_prefix="threadpool")

    def spawn(self, func, *args, **kwargs):
        result = AsyncResult()
        loop = get_hub().loop
        add_work(loop, 1)

        def finished(future):
            loop.call_soon_threadsafe(settle, future)

        def settle(future):
            add_work(loop, -1)
            error = future.exception()
            if error is None:
                result.set(future.result())
            else:
                result.set_exception(error)

        self._pool.submit(func, *args, **kwargs).add_done_callback(finished)
        return result

    def apply(self, func, args=None, kwds=None):
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_async(self, func, args=None, kwds=None, callback=None):
        return self.spawn(func, *(args or ()), **(kwds or {}))

    def map(self, func, iterable):
        return [each.get() for each in [self.spawn(func, item) for item in iterable]]

    def join(self):
        self._pool.shutdown(wait=True)

    def kill(self):
        self._pool.shutdown(wait=False)


ThreadResult = AsyncResult
