"""Groups of greenlets, and pools: groups of at most so many."""

from greenlet import GreenletExit, getcurrent

from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.hub import get_hub
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Queue
from gevent.timeout import Timeout

__all__ = ["Group", "Pool", "PoolFull"]


class PoolFull(Exception):
    pass


class _Failure:
    def __init__(self, error):
        self.error = error


class Group:
    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = {}  # as a set that keeps its order
        self.dying = set()
        self._empty = Event()
        self._empty.set()
        for each in args[0] if args else ():
            self.add(each)

    def __repr__(self):
        members = set(self.greenlets)
        return f"<{type(self).__name__} at {id(self):#x} {members!r}>"

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(list(self.greenlets))

    def add(self, greenlet):
        """Keeps it until it has ended."""
        greenlet.rawlink(self._discard)
        self.greenlets[greenlet] = True
        self._empty.clear()

    def discard(self, greenlet):
        self._discard(greenlet)
        greenlet.unlink(self._discard)

    def _discard(self, greenlet):
        self.dying.discard(greenlet)
        if self.greenlets.pop(greenlet, None) and not self.greenlets:
            self._empty.set()

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        made = self.greenlet_class(*args, **kwargs)
        self.start(made)
        return made

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    def join(self, timeout=None, raise_error=False):
        """Until all have ended, those that are added meanwhile too."""
        members = list(self.greenlets) if raise_error else ()
        result = self._empty.wait(timeout=timeout)
        for each in members:
            if each.exception is not None:
                raise each.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        limit = Timeout.start_new(timeout)
        try:
            while self.greenlets:
                for each in list(self.greenlets):
                    if each not in self.dying:
                        self.dying.add(each)
                        each.kill(exception, block=False)
                if not block:
                    return
                joinall(list(self.greenlets))
        except Timeout as over:
            if over is not limit:
                raise
        finally:
            limit.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet in self.greenlets and greenlet not in self.dying:
            self.dying.add(greenlet)
            greenlet.kill(exception, block, timeout)

    # ---- applying functions

    def apply(self, func, args=None, kwds=None):
        return self.spawn(func, *(args or ()), **(kwds or {})).get()

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            Greenlet.spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        made = self.spawn(func, *(args or ()), **(kwds or {}))
        if callback is not None:
            made.link_value(lambda source: callback(source.value))
        return made

    def map(self, func, iterable):
        return list(self.imap(func, iterable))

    def map_async(self, func, iterable, callback=None):
        def work():
            result = self.map(func, iterable)
            if callback is not None:
                callback(result)
            return result

        return Greenlet.spawn(work)

    def imap(self, func, *iterables, maxsize=None):
        """The results in the order of the arguments."""
        waiting = {}
        expected = 0
        for at, result in self._results(func, iterables, maxsize):
            waiting[at] = result
            while expected in waiting:
                yield _value(waiting.pop(expected))
                expected += 1

    def imap_unordered(self, func, *iterables, maxsize=None):
        """The results as they come."""
        for _, result in self._results(func, iterables, maxsize):
            yield _value(result)

    def _results(self, func, iterables, maxsize):
        results = Queue()
        started = Greenlet.spawn(self._spawn_all, func, iterables, results)
        done = 0
        total = None
        while total is None or done < total:
            at, result = results.get()
            if at is None:
                total = result
                if isinstance(total, _Failure):
                    raise total.error
            else:
                done += 1
                yield at, result

    def _spawn_all(self, func, iterables, results):
        count = 0
        try:
            for arguments in zip(*iterables):
                made = self.spawn(func, *arguments)
                made.rawlink(lambda source, at=count: results.put((at, _outcome(source))))
                count += 1
        except Exception as error:
            results.put((None, _Failure(error)))
        else:
            results.put((None, count))


def _outcome(source):
    return source.value if source.successful() else _Failure(source.exception)


def _value(result):
    if isinstance(result, _Failure):
        raise result.error
    return result


class Pool(Group):
    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError("size must not be negative: %r" % (size,))
        super().__init__()
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def wait_available(self, timeout=None):
        return self._semaphore.wait(timeout=timeout)

    def start(self, greenlet, blocking=True, timeout=None):
        self.add(greenlet, blocking, timeout)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        """Waits until there is room."""
        if not self._semaphore.acquire(blocking=blocking, timeout=timeout):
            raise PoolFull("No available slots", 0, timeout)
        try:
            super().add(greenlet)
        except BaseException:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        was_here = greenlet in self.greenlets
        super()._discard(greenlet)
        if was_here:
            self._semaphore.release()
