"""Queues between greenlets. Whoever must wait is woken by the hub, in the order in which they came."""

import heapq
import queue as _threads_queue
from _collections import deque

from gevent.event import Event
from gevent.hub import Waiter, get_hub, getcurrent
from gevent.timeout import Timeout, _limit

Empty = _threads_queue.Empty
Full = _threads_queue.Full

__all__ = ["Queue", "PriorityQueue", "LifoQueue", "SimpleQueue", "JoinableQueue", "Channel", "Empty", "Full"]


class _Putting(Waiter):
    def __init__(self, item):
        super().__init__()
        self.item = item


class SimpleQueue:
    _unlocking = None

    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        self._maxsize = -1 if maxsize is None or maxsize <= 0 else maxsize
        self.getters = deque()
        self.putters = deque()
        self.queue = self._create_queue(items)

    def _create_queue(self, items):
        return deque(items)

    def _get(self):
        return self.queue.popleft()

    def _peek(self):
        return self.queue[0]

    def _put(self, item):
        self.queue.append(item)

    @property
    def maxsize(self):
        return self._maxsize if self._maxsize > 0 else None

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def __str__(self):
        return f"<{type(self).__name__}{self._text()}>"

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}{self._text()}>"

    def _text(self):
        text = f" maxsize={self.maxsize!r}" if self.maxsize is not None else ""
        if self.queue:
            text += f" queue={self.queue!r}"
        if self.getters:
            text += f" getters[{len(self.getters)}]"
        if self.putters:
            text += f" putters[{len(self.putters)}]"
        return text

    def qsize(self):
        return len(self.queue)

    def empty(self):
        return not self.qsize()

    def full(self):
        return 0 <= self._maxsize <= self.qsize()

    def put(self, item, block=True, timeout=None):
        if not self.full():
            self._put(item)
            if self.getters:
                self._schedule()
        elif not block:
            raise Full
        else:
            self._wait_in(self.putters, _Putting(item), timeout, Full)

    def put_nowait(self, item):
        self.put(item, False)

    def get(self, block=True, timeout=None):
        return self._take(self._get, block, timeout)

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        return self._take(self._peek, block, timeout)

    def peek_nowait(self):
        return self.peek(False)

    def _take(self, how, block, timeout):
        if self.qsize():
            if self.putters:
                self._schedule()
            return how()
        if not block:
            if self.putters and getcurrent() is get_hub():
                self._unlock()
                if self.qsize():
                    return how()
            raise Empty
        self._wait_in(self.getters, Waiter(), timeout, Empty)
        return how()

    def _wait_in(self, line, waiter, timeout, error):
        limit = _limit(timeout)
        line.append(waiter)
        if self.putters and self.getters:
            self._schedule()
        try:
            result = waiter.get()
            assert result is waiter, f"Invalid switch into Queue: {result!r}"
        except Timeout as over:
            if over is not limit:
                raise
            raise error from None
        finally:
            limit.cancel()
            if waiter in line:
                line.remove(waiter)

    def _schedule(self):
        if self._unlocking is None:
            self._unlocking = get_hub().loop.run_callback(self._unlock)

    def _unlock(self):
        self._unlocking = None
        while True:
            if self.putters and not self.full():
                putter = self.putters.popleft()
                self._put(putter.item)
                putter.switch(putter)
            elif self.getters and self.qsize():
                getter = self.getters.popleft()
                getter.switch(getter)
            else:
                return

    def __iter__(self):
        return self

    def __next__(self):
        result = self.get()
        if result is StopIteration:
            raise result
        return result


class Queue(SimpleQueue):
    """With task_done() and join(), as queue.Queue has them."""

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        self._finished = Event()
        self._finished.set()
        self.unfinished_tasks = 0
        super().__init__(maxsize, items)
        self._count(self.qsize() if unfinished_tasks is None else unfinished_tasks)

    def _count(self, more):
        self.unfinished_tasks += more
        if self.unfinished_tasks:
            self._finished.clear()

    def _text(self):
        text = super()._text()
        return text + f" tasks={self.unfinished_tasks}" if self.unfinished_tasks and self._shows_tasks else text

    _shows_tasks = False

    def _put(self, item):
        SimpleQueue._put(self, item)
        self._count(1)

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self.unfinished_tasks -= 1
        if not self.unfinished_tasks:
            self._finished.set()

    def join(self, timeout=None):
        return self._finished.wait(timeout=timeout)


class JoinableQueue(Queue):
    _shows_tasks = True


class UnboundQueue(Queue):
    def __init__(self, maxsize=None, items=()):
        if maxsize is not None:
            raise ValueError("UnboundQueue has no maxsize")
        super().__init__(maxsize, items)


class PriorityQueue(Queue):
    """The smallest first."""

    def _create_queue(self, items):
        made = list(items)
        heapq.heapify(made)
        return made

    def _put(self, item):
        heapq.heappush(self.queue, item)
        self._count(1)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """The last first."""

    def _create_queue(self, items):
        return list(items)

    def _put(self, item):
        self.queue.append(item)
        self._count(1)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class Channel(SimpleQueue):
    """Holds nothing: put() waits until somebody gets the item."""

    def __init__(self, maxsize=1):
        super().__init__()

    balance = property(lambda self: len(self.putters) - len(self.getters))

    def qsize(self):
        return 0

    def full(self):
        return True

    def empty(self):
        return True

    def put(self, item, block=True, timeout=None):
        if not block and not self.getters:
            raise Full
        self._wait_in(self.putters, _Putting(item), timeout, Full)

    def get(self, block=True, timeout=None):
        if not block and not self.putters:
            raise Empty
        waiter = Waiter()
        limit = _limit(timeout)
        self.getters.append(waiter)
        if self.putters:
            self._schedule()
        try:
            return waiter.get()
        except Timeout as over:
            if over is not limit:
                raise
            raise Empty from None
        finally:
            limit.cancel()
            if waiter in self.getters:
                self.getters.remove(waiter)

    def _unlock(self):
        self._unlocking = None
        while self.putters and self.getters:
            putter = self.putters.popleft()
            getter = self.getters.popleft()
            getter.switch(putter.item)
            putter.switch(putter)
