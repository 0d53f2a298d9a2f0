"""Events, locks and the like."""

import math
from _collections import deque

from trio._core import (
    WouldBlock,
    _may_abort,
    cancel_shielded_checkpoint,
    checkpoint,
    checkpoint_if_cancelled,
    current_task,
    wait_task_rescheduled,
)


class ParkingLot:
    """Tasks that wait, in order."""

    def __init__(self):
        self._parked = deque()

    def __len__(self):
        return len(self._parked)

    def __bool__(self):
        return bool(self._parked)

    async def park(self, what="future"):
        task = current_task()
        self._parked.append(task)

        def abort(raise_cancel):
            if task in self._parked:
                self._parked.remove(task)
            return True

        await wait_task_rescheduled(abort, what)

    def unpark(self, *, count=1):
        woken = []
        while self._parked and len(woken) < count:
            task = self._parked.popleft()
            task.wake()
            woken.append(task)
        return woken

    def unpark_all(self):
        return self.unpark(count=len(self))

    def repark(self, new_lot, *, count=1):
        for _ in range(min(count, len(self._parked))):
            new_lot._parked.append(self._parked.popleft())

    def repark_all(self, new_lot):
        self.repark(new_lot, count=len(self))


class _Statistics:
    def __init__(self, **values):
        self.__dict__.update(values)

    def __repr__(self):
        return f"Statistics({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"


class Event:
    def __init__(self):
        self._flag = False
        self._tasks = {}

    def is_set(self):
        return self._flag

    def set(self):
        if not self._flag:
            self._flag = True
            tasks, self._tasks = self._tasks, {}
            for task in tasks:
                task.wake()

    async def wait(self):
        if self._flag:
            await checkpoint()
            return
        task = current_task()
        self._tasks[task] = True

        def abort(raise_cancel):
            self._tasks.pop(task, None)
            return True

        await wait_task_rescheduled(abort, "event")

    def statistics(self):
        return _Statistics(tasks_waiting=len(self._tasks))


class _Acquiring:
    _what = "semaphore"

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()

    async def acquire(self):
        await checkpoint_if_cancelled()
        try:
            self.acquire_nowait()
        except WouldBlock:
            await self._lot.park(self._what)
        else:
            await cancel_shielded_checkpoint()


class Lock(_Acquiring):
    """Given straight to whoever waits longest."""

    _what = "lock"

    def __init__(self):
        self._lot = ParkingLot()
        self._owner = None

    def __repr__(self):
        state = "locked" if self.locked() else "unlocked"
        waiters = f" with {len(self._lot)} waiters" if self._lot else ""
        return f"<{state} trio.{type(self).__name__} object at {id(self):#x}{waiters}>"

    def locked(self):
        return self._owner is not None

    def acquire_nowait(self):
        task = current_task()
        if self._owner is task:
            raise RuntimeError("attempt to re-acquire an already held Lock")
        if self._owner is not None:
            raise WouldBlock
        self._owner = task

    def release(self):
        if current_task() is not self._owner:
            raise RuntimeError("can't release a Lock you don't own")
        self._owner = None
        for task in self._lot.unpark():
            self._owner = task

    def statistics(self):
        return _Statistics(locked=self.locked(), owner=self._owner, tasks_waiting=len(self._lot))


class StrictFIFOLock(Lock):
    pass


class Semaphore(_Acquiring):
    def __init__(self, initial_value, *, max_value=None):
        if not isinstance(initial_value, int):
            raise TypeError("initial_value must be an int")
        if initial_value < 0:
            raise ValueError("initial value must be >= 0")
        if max_value is not None and max_value < initial_value:
            raise ValueError("max_values must be >= initial_value")
        self._lot = ParkingLot()
        self._value = initial_value
        self._max_value = max_value

    def __repr__(self):
        most = "" if self._max_value is None else f", max_value={self._max_value}"
        return f"<trio.Semaphore({self._value}{most}) at {id(self):#x}>"

    value = property(lambda self: self._value)
    max_value = property(lambda self: self._max_value)

    def acquire_nowait(self):
        if self._value <= 0:
            raise WouldBlock
        self._value -= 1

    def release(self):
        if self._lot:
            self._lot.unpark()
        else:
            if self._max_value is not None and self._value == self._max_value:
                raise ValueError("semaphore released too many times")
            self._value += 1

    def statistics(self):
        return _Statistics(tasks_waiting=len(self._lot))


class CapacityLimiter(_Acquiring):
    def __init__(self, total_tokens):
        self._lot = ParkingLot()
        self._borrowers = {}
        self._waiting_for = {}
        self.total_tokens = total_tokens

    def __repr__(self):
        return (f"<trio.CapacityLimiter at {id(self):#x}, {self.borrowed_tokens}/{self.total_tokens} with "
                f"{len(self._lot)} waiting>")

    @property
    def borrowed_tokens(self):
        return len(self._borrowers)

    @property
    def available_tokens(self):
        return self.total_tokens - self.borrowed_tokens

    def acquire_nowait(self):
        self.acquire_on_behalf_of_nowait(current_task())

    def acquire_on_behalf_of_nowait(self, borrower):
        if borrower in self._borrowers:
            raise RuntimeError("this borrower is already holding one of this CapacityLimiter's tokens")
        if self.available_tokens <= 0 or self._lot:
            raise WouldBlock
        self._borrowers[borrower] = True

    async def acquire(self):
        await self.acquire_on_behalf_of(current_task())

    async def acquire_on_behalf_of(self, borrower):
        await checkpoint_if_cancelled()
        try:
            self.acquire_on_behalf_of_nowait(borrower)
        except WouldBlock:
            self._waiting_for[current_task()] = borrower
            try:
                await self._lot.park("semaphore")
            except BaseException:
                self._waiting_for.pop(current_task(), None)
                raise
        else:
            await cancel_shielded_checkpoint()

    def release(self):
        self.release_on_behalf_of(current_task())

    def release_on_behalf_of(self, borrower):
        if borrower not in self._borrowers:
            raise RuntimeError("this borrower isn't holding any of this CapacityLimiter's tokens")
        del self._borrowers[borrower]
        for task in self._lot.unpark():
            self._borrowers[self._waiting_for.pop(task)] = True

    def statistics(self):
        return _Statistics(borrowed_tokens=self.borrowed_tokens, total_tokens=self.total_tokens,
                           borrowers=list(self._borrowers), tasks_waiting=len(self._lot))


class Condition:
    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._lot = ParkingLot()
        self.acquire = self._lock.acquire
        self.acquire_nowait = self._lock.acquire_nowait
        self.release = self._lock.release
        self.locked = self._lock.locked

    async def __aenter__(self):
        await self._lock.acquire()

    async def __aexit__(self, *exc):
        self._lock.release()

    async def wait(self):
        if current_task() is not self._lock._owner:
            raise RuntimeError("must hold the lock to wait")
        self.release()
        try:
            await self._lot.park("condition")
        except BaseException:
            from trio._core import CancelScope

            with CancelScope(shield=True):
                await self.acquire()
            raise
        if self._lock._owner is not current_task():
            await self.acquire()

    def notify(self, n=1):
        if current_task() is not self._lock._owner:
            raise RuntimeError("must hold the lock to notify")
        self._lot.repark(self._lock._lot, count=n)

    def notify_all(self):
        if current_task() is not self._lock._owner:
            raise RuntimeError("must hold the lock to notify")
        self._lot.repark_all(self._lock._lot)

    def statistics(self):
        return _Statistics(tasks_waiting=len(self._lot), lock_statistics=self._lock.statistics())
