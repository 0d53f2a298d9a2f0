"""Greenlet: a greenlet that starts in the hub, keeps its result and tells those who wait for it."""

import sys
from _collections import deque
from contextvars import copy_context
from greenlet import GreenletExit, getcurrent, greenlet

from gevent.hub import Waiter, get_hub, iwait, wait
from gevent.timeout import Timeout, _limit

__all__ = ["Greenlet", "joinall", "killall"]

_count = 0


class _Spawned:
    """A link that runs in a greenlet of its own, whatever it does."""

    def __init__(self, callback, wants=None):
        self.callback = callback
        self.wants = wants

    def __call__(self, source):
        if self.wants is None or self.wants == source.successful():
            made = greenlet(self.callback, get_hub())
            made.switch(source)

    def __eq__(self, other):
        return self.callback == getattr(other, "callback", other)

    __hash__ = None


class Greenlet(greenlet):
    value = None
    args = ()
    kwargs = {}
    _error = None
    _traceback = None
    _start_event = None
    _notifier = None
    _ended = False

    def __init__(self, run=None, *args, **kwargs):
        global _count
        super().__init__(None, get_hub())
        if run is not None:
            self._run = run
        if not callable(self._run):
            raise TypeError("The run argument or self._run must be callable")
        self.args = args
        self.kwargs = kwargs
        self._links = deque()
        self._context = copy_context()
        self.minimal_ident = _count
        _count += 1

    def _run(self):
        """What it does, where no function was given: for subclasses."""

    @property
    def name(self):
        if "_name" not in self.__dict__:
            self._name = f"Greenlet-{self.minimal_ident}"
        return self._name

    @name.setter
    def name(self, name):
        self._name = name

    def _title(self):
        return f"{self.name} ({getattr(self._run, '__name__', '_run')})"

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}{self._call_text()}>"

    def _call_text(self):
        function = self._run
        if getattr(function, "__self__", None) is self:
            return ": _run" if not self.args else f": _run{self.args!r}"
        name = getattr(function, "__name__", None) or repr(function)
        if getattr(function, "__self__", None) is not None:
            name = repr(function)
        given = [repr(each)[:50] for each in self.args]
        given += [f"{key}={each!r}" for key, each in self.kwargs.items()]
        return f": {name}({', '.join(given)})" if given else f": {name}"

    # ---- starting

    @classmethod
    def spawn(cls, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.start()
        return made

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        if cls is Greenlet and not args:
            raise TypeError("spawn_later() takes at least 2 arguments (1 given)")
        made = cls(*args, **kwargs)
        made.start_later(seconds)
        return made

    def start(self):
        """In the hub's next turn."""
        if self._start_event is None:
            self._start_event = get_hub().loop.run_callback(self.switch)

    def start_later(self, seconds):
        if self._start_event is None:
            self._start_event = get_hub().loop.call_later(seconds, self.switch)

    def run(self):
        self._start_event = _STARTED
        try:
            result = self._context.run(self._run, *self.args, **self.kwargs)
        except GreenletExit as exit:
            self._end(exit)
        except BaseException as error:
            self._fail(error)
        else:
            self._end(result)

    def _end(self, value):
        self.value = value
        self._ended = True
        self._tell()

    def _fail(self, error):
        self._error = error
        self._traceback = error.__traceback__
        self._ended = True
        self._tell()
        get_hub().handle_error(self, type(error), error, error.__traceback__)

    # ---- how it goes

    @property
    def started(self):
        return bool(self) or self.dead and not self._never_ran

    _never_ran = False

    def __bool__(self):
        return self._start_event is not None and not self._ended

    @property
    def dead(self):
        return self._ended or greenlet.dead.__get__(self)

    def ready(self):
        return self.dead

    def successful(self):
        return self._ended and self._error is None

    @property
    def loop(self):
        return get_hub().loop

    @property
    def exception(self):
        return self._error

    @property
    def exc_info(self):
        if self._error is None:
            return (None, None, None) if self._ended else ()
        return type(self._error), self._error, self._traceback

    # ---- waiting for it

    def get(self, block=True, timeout=None):
        """Its result; raises what it raised, or Timeout."""
        if not self.ready():
            if not block:
                raise Timeout()
            self._wait(timeout, raises=True)
        if self._error is not None:
            raise self._error.with_traceback(self._traceback)
        return self.value

    def join(self, timeout=None):
        """Until it has ended, however, or the time is over."""
        if not self.ready():
            self._wait(timeout, raises=False)

    def _wait(self, timeout, raises):
        switch = getcurrent().switch
        self.rawlink(switch)
        limit = _limit(timeout)
        try:
            result = get_hub().switch()
            assert result is self, f"Invalid switch into Greenlet.join(): {result!r}"
        except Timeout as over:
            if raises or over is not limit:
                raise
        finally:
            limit.cancel()
            self.unlink(switch)

    # ---- ending it

    def throw(self, *args):
        """At once, from here: kill() does it in the hub."""
        if self._stack is None:
            self._die_unborn(*args)
        else:
            super().throw(*args)

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        """Raises the exception in it, in the hub's next turn."""
        if self._stack is None and not self._ended:
            self._die_unborn(exception)
        if not self.dead:
            waiter = Waiter() if block else None
            get_hub().loop.run_callback(_kill, self, exception, waiter)
            if waiter is not None:
                waiter.get()
                self.join(timeout)

    def _die_unborn(self, exception=GreenletExit, value=None, tb=None):
        """It never began: nothing of it runs any more."""
        self._cancel_start()
        self._never_ran = True
        if value is None:
            value = exception if isinstance(exception, BaseException) else exception()
        if isinstance(value, GreenletExit):
            self._end(value)
        else:
            self._fail(value)

    def _cancel_start(self):
        if self._start_event is not None and self._start_event is not _STARTED:
            self._start_event.cancel()
        self._start_event = _STARTED

    # ---- telling others

    def rawlink(self, callback):
        """Calls it, in the hub, when the greenlet has ended."""
        if not callable(callback):
            raise TypeError(f"Expected callable: {callback!r}")
        self._links.append(callback)
        if self.ready():
            self._tell()

    def link(self, callback, SpawnedLink=_Spawned):
        self.rawlink(SpawnedLink(callback))

    def link_value(self, callback, SpawnedLink=_Spawned):
        self.rawlink(_Spawned(callback, wants=True))

    def link_exception(self, callback, SpawnedLink=_Spawned):
        self.rawlink(_Spawned(callback, wants=False))

    def unlink(self, callback):
        for at, each in enumerate(self._links):
            if each == callback:
                del self._links[at]
                return

    def unlink_all(self):
        self._links.clear()

    def has_links(self):
        return len(self._links)

    def _tell(self):
        if self._links and self._notifier is None:
            self._notifier = get_hub().loop.run_callback(self._notify_links)

    def _notify_links(self):
        self._notifier = None
        while self._links:
            link = self._links.popleft()
            try:
                link(self)
            except BaseException as error:
                get_hub().handle_error((link, self), type(error), error, error.__traceback__)


class _Started:
    def cancel(self):
        pass


_STARTED = _Started()


def _kill(victim, exception, waiter):
    try:
        victim.throw(exception)
    except BaseException as error:
        get_hub().handle_error(victim, type(error), error, error.__traceback__)
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    """Those that have ended, in that order."""
    if not raise_error:
        return wait(greenlets, timeout, count)
    done = []
    for each in iwait(greenlets, timeout, count):
        if getattr(each, "exception", None) is not None:
            raise each.exception.with_traceback(each.exc_info[2])
        done.append(each)
    return done


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    greenlets = list(greenlets)
    for each in greenlets:
        if isinstance(each, Greenlet):
            each.kill(exception, block=False)
        elif not each.dead:
            get_hub().loop.run_callback(each.throw, exception)
    if block:
        alive = [each for each in greenlets if isinstance(each, Greenlet) and not each.dead]
        if alive and len(joinall(alive, timeout)) < len(alive) and timeout is not None:
            raise Timeout(timeout)
