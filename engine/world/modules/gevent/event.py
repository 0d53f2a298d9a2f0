"""Event and AsyncResult: things that greenlets wait for."""

from _collections import deque
from greenlet import getcurrent

from gevent.hub import get_hub
from gevent.timeout import Timeout, _limit

__all__ = ["Event", "AsyncResult"]


class _Linkable:
    """Calls its links, in the hub, once it is ready."""

    _notifier = None

    def __init__(self):
        self._links = deque()

    def linkcount(self):
        return len(self._links)

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self._links.append(callback)
        if self.ready():
            self._tell()

    def unlink(self, callback):
        try:
            self._links.remove(callback)
        except ValueError:
            pass

    def _tell(self):
        if self._links and self._notifier is None:
            self._notifier = get_hub().loop.run_callback(self._notify, list(self._links))

    def _notify(self, links):
        self._notifier = None
        for link in links:
            if link not in self._links:
                continue
            self._links.remove(link)
            try:
                link(self)
            except BaseException as error:
                get_hub().handle_error((link, self), type(error), error, error.__traceback__)
        if self._links and self.ready():
            self._tell()

    def _wait(self, timeout):
        """Whether it got ready in time. Raises Timeouts that are not its own."""
        switch = getcurrent().switch
        self.rawlink(switch)
        limit = _limit(timeout)
        try:
            get_hub().switch()
            return True
        except Timeout as over:
            if over is not limit:
                raise
            return False
        finally:
            limit.cancel()
            self.unlink(switch)


class Event(_Linkable):
    def __init__(self):
        super().__init__()
        self._flag = False

    def __str__(self):
        return f"<{type(self).__name__} {'set' if self._flag else 'clear'} _links[{len(self._links)}]>"

    def __repr__(self):
        return f"<gevent._gevent_cevent.Event object at {id(self):#x}>"

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._tell()

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        return True if self._flag else self._wait(timeout)


class AsyncResult(_Linkable):
    """A value or an exception, given once, for all who get() it."""

    _set = False
    _error = None
    _result = None

    def __str__(self):
        if not self._set:
            state = "unset "
        elif self._error is not None:
            state = f"exception={self._error!r} "
        else:
            state = f"value={self._result!r} "
        return f"<{type(self).__name__} {state} _links[{len(self._links)}]>"

    @property
    def value(self):
        return self._result

    @property
    def exception(self):
        return self._error

    @property
    def exc_info(self):
        return () if self._error is None else (type(self._error), self._error, self._error.__traceback__)

    def ready(self):
        return self._set

    done = ready

    def successful(self):
        return self._set and self._error is None

    def set(self, value=None):
        self._result = value
        self._error = None
        self._set = True
        self._tell()

    set_result = set

    def set_exception(self, exception, exc_info=None):
        self._error = exception
        self._set = True
        self._tell()

    def get(self, block=True, timeout=None):
        if not self._set:
            if not block:
                raise Timeout()
            limit = _limit(timeout)
            try:
                self._wait(None)
            finally:
                limit.cancel()
        if self._error is not None:
            raise self._error
        return self._result

    result = get

    def get_nowait(self):
        return self.get(block=False)

    def wait(self, timeout=None):
        """The value, or None when the time is over."""
        if not self._set:
            self._wait(timeout)
        return self._result

    def __call__(self, source):
        """As a link of a greenlet: takes what it came to."""
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception)

    def cancel(self):
        return False

    def cancelled(self):
        return False
