"""Locks between greenlets."""

from greenlet import getcurrent

from gevent.event import _Linkable
from gevent.hub import get_hub
from gevent.timeout import Timeout

__all__ = ["Semaphore", "BoundedSemaphore", "DummySemaphore", "RLock"]


class Semaphore(_Linkable):
    def __init__(self, value=1, hub=None):
        if value is not None and value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        super().__init__()
        self.counter = 1 if value is None else value

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} counter={self.counter} _links[{len(self._links)}]>"

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        self.counter += 1
        self._tell()
        return self.counter

    def _notify(self, links):
        """As many go on as there are permits; they take them when they run."""
        self._notifier = None
        for link in links:
            if self.counter <= 0:
                return
            if link in self._links:
                self._links.remove(link)
                link(self)
        if self._links and self.counter > 0:
            self._tell()

    def acquire(self, blocking=True, timeout=None):
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking or timeout is not None and timeout <= 0:
            return False
        while self.counter <= 0:
            if not self._wait(timeout):
                return False
        self.counter -= 1
        return True

    def wait(self, timeout=None):
        """Until it could be acquired."""
        if self.counter <= 0:
            self._wait(timeout)
        return self.counter

    def __enter__(self):
        self.acquire()

    def __exit__(self, *args):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, hub=None):
        super().__init__(value)
        self._initial_value = self.counter

    def release(self):
        if self.counter >= self._initial_value:
            raise ValueError("Semaphore released too many times")
        return super().release()


class DummySemaphore:
    def __init__(self, value=None):
        pass

    def locked(self):
        return False

    ready = __enter__ = acquire = lambda self, *args, **kwargs: True

    def release(self):
        pass

    wait = __exit__ = lambda self, *args, **kwargs: None


class RLock:
    def __init__(self, hub=None):
        self._block = Semaphore(1)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} _block={self._block} _count={self._count!r})>"

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return True
        taken = self._block.acquire(blocking, None if timeout == -1 else timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError("cannot release un-acquired lock. Owner: %r Current: %r" % (self._owner, getcurrent()))
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()
