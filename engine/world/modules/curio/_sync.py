"""Events, locks, queues."""

import heapq
from _collections import deque

from curio._kernel import _current, block, wake


class Event:
    def __init__(self):
        self._set = False
        self._waiting = []

    def __repr__(self):
        return f"<curio.Event [{'set' if self._set else 'unset'},waiters:{len(self._waiting)}]>"

    def is_set(self):
        return self._set

    def clear(self):
        self._set = False

    async def wait(self):
        if not self._set:
            await block(self._waiting, what="event")

    async def set(self):
        self._set = True
        wake(self._waiting, len(self._waiting))


UniversalEvent = Event


class Result:
    """A value, or an exception, for all who unwrap() it."""

    def __init__(self):
        self._event = Event()
        self._value = self._error = None

    def is_set(self):
        return self._event.is_set()

    async def unwrap(self):
        await self._event.wait()
        if self._error is not None:
            raise self._error
        return self._value

    async def set_value(self, value):
        self._value = value
        await self._event.set()

    async def set_exception(self, exc):
        self._error = exc
        await self._event.set()


class _Guard:
    async def __aenter__(self):
        await self.acquire()
        return self

    async def __aexit__(self, *exc):
        await self.release()

    def __enter__(self):
        raise RuntimeError("Use async with")

    def __exit__(self, *exc):
        pass


class Lock(_Guard):
    def __init__(self):
        self._acquired = False
        self._waiting = []

    def __repr__(self):
        return f"<curio.Lock [{'locked' if self._acquired else 'unlocked'},waiters:{len(self._waiting)}]>"

    def locked(self):
        return self._acquired

    async def acquire(self):
        if self._acquired:
            await block(self._waiting, what="lock")
        self._acquired = True
        return True

    async def release(self):
        if not self._acquired:
            raise RuntimeError("Lock not acquired")
        if self._waiting:
            wake(self._waiting)
        else:
            self._acquired = False


class RLock(_Guard):
    def __init__(self):
        self._lock = Lock()
        self._owner = None
        self._count = 0

    def locked(self):
        return self._count > 0

    async def acquire(self):
        me = _current()
        if self._owner is not me:
            await self._lock.acquire()
            self._owner = me
        self._count += 1
        return True

    async def release(self):
        if self._owner is not _current():
            raise RuntimeError("RLock is not owned by us")
        self._count -= 1
        if not self._count:
            self._owner = None
            await self._lock.release()


class Semaphore(_Guard):
    def __init__(self, value=1):
        self._value = value
        self._waiting = []

    value = property(lambda self: self._value)

    def locked(self):
        return self._value == 0

    async def acquire(self):
        if self._value <= 0:
            await block(self._waiting, what="semaphore")
        else:
            self._value -= 1
        return True

    async def release(self):
        if self._waiting:
            wake(self._waiting)
        else:
            self._value += 1


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._bound = value

    async def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        await super().release()


class Condition(_Guard):
    def __init__(self, lock=None):
        self._lock = Lock() if lock is None else lock
        self._waiting = []
        self.acquire = self._lock.acquire
        self.release = self._lock.release
        self.locked = self._lock.locked

    async def wait(self):
        if not self.locked():
            raise RuntimeError("Can't wait on unacquired lock")
        await self.release()
        try:
            await block(self._waiting, what="condition")
        finally:
            from curio._kernel import disable_cancellation

            async with disable_cancellation():
                await self.acquire()

    async def wait_for(self, predicate):
        while True:
            result = predicate()
            if result:
                return result
            await self.wait()

    async def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("Can't notify on unacquired lock")
        wake(self._waiting, n)

    async def notify_all(self):
        await self.notify(len(self._waiting))


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._getting = []
        self._putting = []
        self._joining = []
        self._unfinished = 0
        self._queue = self._make()

    def _make(self):
        return deque()

    def _add(self, item):
        self._queue.append(item)

    def _take(self):
        return self._queue.popleft()

    def __repr__(self):
        return f"<curio.{type(self).__name__}, len={self.qsize()}>"

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self.maxsize <= self.qsize()

    def qsize(self):
        return len(self._queue)

    async def get(self):
        while not self._queue:
            await block(self._getting, what="queue get")
        item = self._take()
        wake(self._putting)
        return item

    async def put(self, item):
        while self.full():
            await block(self._putting, what="queue put")
        self._add(item)
        self._unfinished += 1
        wake(self._getting)

    async def join(self):
        if self._unfinished > 0:
            await block(self._joining, what="queue join")

    async def task_done(self):
        self._unfinished -= 1
        if self._unfinished == 0:
            wake(self._joining, len(self._joining))

    def __aiter__(self):
        return self

    async def __anext__(self):
        return await self.get()


UniversalQueue = Queue


class PriorityQueue(Queue):
    def _make(self):
        return []

    def _add(self, item):
        heapq.heappush(self._queue, item)

    def _take(self):
        return heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _take(self):
        return self._queue.pop()
