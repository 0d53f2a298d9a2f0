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

        def result_iterator():
            try:
                futures.reverse()
                while futures:
                    future = futures.pop()
                    yield future.result(None if end is None else end - monotonic())
            finally:
                for future in futures:
                    future.cancel()

        return result_iterator()

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


# ---- waiting for several -------------------------------------------------------------------------------------------

class DoneAndNotDoneFutures(tuple):
    __slots__ = ()
    _fields = __match_args__ = ("done", "not_done")

    def __new__(cls, done, not_done):
        return super().__new__(cls, (done, not_done))

    done = property(lambda self: self[0])
    not_done = property(lambda self: self[1])

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


class _Waiter:
    """Wakes a thread when enough futures are done."""

    def __init__(self, pending, stops):
        from _thread import allocate_lock

        self.lock = allocate_lock()
        self.lock.acquire()
        self.finished = []
        self.pending = pending
        self.stops = stops

    def __call__(self, future):
        self.finished.append(future)
        self.pending -= 1
        if self.lock.locked() and (self.pending == 0 or self.stops(future)):
            self.lock.release()

    def wait(self, timeout):
        if self.lock.acquire(True, -1 if timeout is None else max(timeout, 0)):
            self.lock.release()


def _has_failed(future):
    return not future.cancelled() and future.exception() is not None


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    fs = set(fs)
    done = {f for f in fs if f.done()}
    not_done = fs - done
    if return_when == FIRST_COMPLETED and done:
        return DoneAndNotDoneFutures(done, not_done)
    if return_when == FIRST_EXCEPTION and any(_has_failed(f) for f in done):
        return DoneAndNotDoneFutures(done, not_done)
    if not not_done:
        return DoneAndNotDoneFutures(done, not_done)
    if return_when == FIRST_COMPLETED:
        waiter = _Waiter(len(not_done), lambda future: True)
    elif return_when == FIRST_EXCEPTION:
        waiter = _Waiter(len(not_done), _has_failed)
    elif return_when == ALL_COMPLETED:
        waiter = _Waiter(len(not_done), lambda future: False)
    else:
        raise ValueError(f"Invalid return condition: {return_when!r}")
    for f in not_done:
        f.add_done_callback(waiter)
    waiter.wait(timeout)
    done.update(waiter.finished)
    return DoneAndNotDoneFutures(done, fs - done)


def as_completed(fs, timeout=None):
    from _thread import _now, allocate_lock

    end = None if timeout is None else timeout + _now()
    fs = set(fs)
    total = len(fs)
    finished = [f for f in fs if f.done()]
    pending = fs - set(finished)
    lock = allocate_lock()
    lock.acquire()

    def note(future):
        finished.append(future)
        if lock.locked():
            lock.release()

    for f in list(pending):
        f.add_done_callback(note)
    left = total
    while left:
        while finished:
            future = finished.pop(0)
            pending.discard(future)
            left -= 1
            yield future
            del future
        if not left:
            break
        wait_for = -1
        if end is not None:
            wait_for = end - _now()
            if wait_for < 0:
                raise TimeoutError(f"{left} (of {total}) futures unfinished")
        if not lock.locked():
            lock.acquire()
            continue
        lock.acquire(True, wait_for)
