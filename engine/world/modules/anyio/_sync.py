"""Events, locks, semaphores, conditions, limiters."""

import asyncio
import math

from anyio._scopes import cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled


class WouldBlock(Exception):
    pass


class _Waiters:
    """Who waits, first in, first out."""

    def __init__(self, what):
        self._what = what  # a timeline calls the wait so
        self.futures = []

    async def wait(self):
        future = asyncio.get_running_loop()._io_future(self._what)
        self.futures.append(future)
        try:
            return await future
        except BaseException:
            if future in self.futures:
                self.futures.remove(future)
            elif not future.cancelled():
                self.woken_in_vain()
            raise

    def woken_in_vain(self):
        """Somebody was woken, and cancelled before it ran."""

    def wake(self, count=1):
        woken = 0
        while self.futures and woken < count:
            future = self.futures.pop(0)
            if not future.done():
                future.set_result(None)
                woken += 1
        return woken


class EventStatistics:
    def __init__(self, tasks_waiting):
        self.tasks_waiting = tasks_waiting


class Event:
    def __init__(self):
        self._set = False
        self._waiters = _Waiters("event")

    def set(self):
        self._set = True
        self._waiters.wake(math.inf)

    def is_set(self):
        return self._set

    async def wait(self):
        if self._set:
            await checkpoint()
        else:
            await self._waiters.wait()

    def statistics(self):
        return EventStatistics(len(self._waiters.futures))


class Semaphore:
    def __init__(self, initial_value, *, max_value=None, fast_acquire=False):
        if not isinstance(initial_value, int):
            raise TypeError("initial_value must be an integer")
        if initial_value < 0:
            raise ValueError("initial_value must be >= 0")
        if max_value is not None and max_value < initial_value:
            raise ValueError("max_value must be equal to or higher than initial_value")
        self._value = initial_value
        self.max_value = max_value
        self._waiters = _Waiters("semaphore")
        self._waiters.woken_in_vain = self.release

    @property
    def value(self):
        return self._value

    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, *exc):
        self.release()

    def acquire_nowait(self):
        if self._value == 0:
            raise WouldBlock
        self._value -= 1

    async def acquire(self):
        await checkpoint_if_cancelled()
        if self._value == 0:
            await self._waiters.wait()
            return
        self._value -= 1
        try:
            await cancel_shielded_checkpoint()
        except BaseException:
            self.release()
            raise

    def release(self):
        if self.max_value is not None and self._value == self.max_value:
            raise ValueError("semaphore released too many times")
        if not self._waiters.wake():
            self._value += 1


class Lock:
    def __init__(self, *, fast_acquire=False):
        self._owner = None
        self._waiting = []

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()

    def locked(self):
        return self._owner is not None

    def acquire_nowait(self):
        task = asyncio.current_task()
        if self._owner is task:
            raise RuntimeError("Attempted to acquire an already held Lock")
        if self._owner is not None:
            raise WouldBlock
        self._owner = task

    async def acquire(self):
        await checkpoint_if_cancelled()
        try:
            self.acquire_nowait()
        except WouldBlock:
            await self._wait()
            return
        try:
            await cancel_shielded_checkpoint()
        except BaseException:
            self.release()
            raise

    async def _wait(self):
        entry = asyncio.current_task(), asyncio.get_running_loop()._io_future("lock")
        self._waiting.append(entry)
        try:
            await entry[1]
        except BaseException:
            if entry in self._waiting:
                self._waiting.remove(entry)
            elif self._owner is entry[0]:
                self._hand_on()
            raise

    def _hand_on(self):
        self._owner = None
        while self._waiting:
            task, future = self._waiting.pop(0)
            if not future.done():
                self._owner = task
                future.set_result(None)
                return

    def release(self):
        if self._owner is not asyncio.current_task():
            raise RuntimeError("The current task is not holding this lock")
        self._hand_on()


class Condition:
    def __init__(self, lock=None):
        self._lock = lock or Lock()
        self._waiters = _Waiters("condition")
        self._waiters.woken_in_vain = self._waiters.wake

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()

    async def acquire(self):
        await self._lock.acquire()

    def acquire_nowait(self):
        self._lock.acquire_nowait()

    def release(self):
        self._lock.release()

    def locked(self):
        return self._lock.locked()

    def _check(self):
        if self._lock._owner is not asyncio.current_task():
            raise RuntimeError("The current task is not holding the underlying lock")

    def notify(self, n=1):
        self._check()
        self._waiters.wake(n)

    def notify_all(self):
        self.notify(math.inf)

    async def wait(self):
        from anyio._scopes import CancelScope

        await checkpoint()
        self._check()
        self.release()
        try:
            await self._waiters.wait()
        finally:
            with CancelScope(shield=True):
                await self.acquire()


class CapacityLimiter:
    """So many borrowers at a time, each once."""

    def __init__(self, total_tokens):
        self.total_tokens = total_tokens
        self._borrowers = {}
        self._waiters = _Waiters("semaphore")
        self._waiters.woken_in_vain = self._waiters.wake

    @property
    def borrowed_tokens(self):
        return len(self._borrowers)

    @property
    def available_tokens(self):
        return self.total_tokens - len(self._borrowers)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()

    def acquire_nowait(self):
        self.acquire_on_behalf_of_nowait(asyncio.current_task())

    async def acquire(self):
        await self.acquire_on_behalf_of(asyncio.current_task())

    def release(self):
        self.release_on_behalf_of(asyncio.current_task())

    def acquire_on_behalf_of_nowait(self, borrower):
        if borrower in self._borrowers:
            raise RuntimeError("this borrower is already holding one of this CapacityLimiter's tokens")
        if self._waiters.futures or len(self._borrowers) >= self.total_tokens:
            raise WouldBlock
        self._borrowers[borrower] = True

    async def acquire_on_behalf_of(self, borrower):
        await checkpoint_if_cancelled()
        try:
            self.acquire_on_behalf_of_nowait(borrower)
        except WouldBlock:
            await self._waiters.wait()
            self._borrowers[borrower] = True

    def release_on_behalf_of(self, borrower):
        if borrower not in self._borrowers:
            raise RuntimeError("this borrower isn't holding any of this CapacityLimiter's tokens")
        del self._borrowers[borrower]
        self._waiters.wake()
