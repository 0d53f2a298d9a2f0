"""Futures of threads. The pool itself is native; processes of a pool are threads in the sandbox."""

import _asyncio
from _asyncio import BrokenExecutor, CancelledError, ConcurrentFuture as Future, InvalidStateError, TimeoutError

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"


class Error(Exception):
    pass


class Executor:
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        from _time import monotonic

        end = None if timeout is None else monotonic() + timeout
        futures = [self.submit(fn, *args) for args in zip(*iterables)]

        def results():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    yield future.result(None if end is None else end - monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return results()

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


class ThreadPoolExecutor(_asyncio.ThreadPool, Executor):
    _count = 0

    def __new__(cls, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        if not thread_name_prefix:
            thread_name_prefix = f"ThreadPoolExecutor-{ThreadPoolExecutor._count}"
            ThreadPoolExecutor._count += 1
        return super().__new__(cls, max_workers, thread_name_prefix, initializer, initargs)


class ProcessPoolExecutor(ThreadPoolExecutor):
    def __new__(cls, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        return super().__new__(cls, max_workers, "", initializer, initargs)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    import _futures

    return _futures.wait(fs, timeout, return_when)


def as_completed(fs, timeout=None):
    import _futures

    return _futures.as_completed(fs, timeout)
