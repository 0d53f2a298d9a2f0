"""Timeout: an exception that the hub raises in a greenlet when its time is over."""

from greenlet import getcurrent

from gevent.hub import get_hub

__all__ = ["Timeout", "with_timeout"]


class Timeout(BaseException):
    def __init__(self, seconds=None, exception=None, ref=True, priority=-1):
        super().__init__()
        self.seconds = seconds
        self.exception = exception
        self.timer = None

    def start(self):
        """Begins to count; what it raises goes to the greenlet that called this."""
        if self.pending:
            raise AssertionError(f"{self!r} is already started; to restart it, cancel it first")
        if self.seconds is not None:
            raises = self if self.exception is None or self.exception is False or isinstance(self.exception, str) \
                else self.exception
            self.timer = get_hub().loop.call_later(self.seconds, self._expire, getcurrent(), raises)

    def _expire(self, greenlet, raises):
        self.timer = None
        greenlet.throw(raises)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True):
        if not isinstance(timeout, Timeout):
            timeout = cls(timeout, exception)
        if not timeout.pending:
            timeout.start()
        return timeout

    @property
    def pending(self):
        return self.timer is not None

    def cancel(self):
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None

    close = cancel

    def __repr__(self):
        pending = " pending" if self.pending else ""
        exception = f" exception={self.exception!r}" if self.exception is not None else ""
        return f"<{type(self).__name__} at {id(self):#x} seconds={self.seconds}{pending}{exception}>"

    def __str__(self):
        if self.seconds is None:
            return ""
        text = f"{self.seconds} second" if self.seconds == 1 else f"{self.seconds} seconds"
        if self.exception is None:
            return text
        return text + (" (silent)" if self.exception is False else f": {self.exception}")

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, type, value, tb):
        self.cancel()
        return value is self and self.exception is False


class _Never:
    def cancel(self):
        pass


_NEVER = _Never()


def _limit(timeout):
    """A running Timeout, or something that never expires."""
    return _NEVER if timeout is None else Timeout.start_new(timeout)


def with_timeout(seconds, function, *args, **kwds):
    has_default = "timeout_value" in kwds
    default = kwds.pop("timeout_value", None)
    limit = Timeout.start_new(seconds)
    try:
        return function(*args, **kwds)
    except Timeout as over:
        if over is limit and has_default:
            return default
        raise
    finally:
        limit.cancel()
