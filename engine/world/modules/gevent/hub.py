"""The hub: a greenlet that runs a loop. All others wait by switching to it."""

import sys
import threading
from _asyncio import SelectorEventLoop
from _collections import deque
from greenlet import GreenletExit, getcurrent, greenlet

import _greenlet
from gevent.exceptions import InvalidSwitchError, LoopExit

_NONE = object()


class _HubLoop(SelectorEventLoop):
    _label = "gevent hub"
    _foreign = True

    def run_callback(self, func, *args):
        return self.call_soon(func, *args)

    run_callback_threadsafe = SelectorEventLoop.call_soon_threadsafe

    def weak_timer(self, after, func, *args):
        """One that keeps nobody waiting: without other work the loop is idle."""
        return _WeakTimer(self, after, func, args)

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        return _Timer(self, after)


class _WeakTimer:
    def __init__(self, loop, after, func, args):
        self.loop = loop
        self._handle = loop.call_later(after, self._fire, func, args)
        _greenlet.add_work(loop, -1)

    def _fire(self, func, args):
        self._handle = None
        _greenlet.add_work(self.loop, 1)
        func(*args)

    def cancel(self):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
            _greenlet.add_work(self.loop, 1)


class _Timer:
    """A timer that is started later."""

    def __init__(self, loop, after):
        self.loop = loop
        self.after = after
        self._handle = None

    def start(self, callback, *args):
        self._handle = self.loop.call_later(self.after, callback, *args)

    def stop(self):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    close = stop

    @property
    def active(self):
        return self._handle is not None and not self._handle.cancelled()

    pending = False


class Hub(greenlet):
    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit,)
    name = ""
    _joining = None

    def __init__(self):
        super().__init__(None, _main_greenlet())
        self.loop = _HubLoop()
        _greenlet.as_hub(self.loop)
        self.loop.set_exception_handler(self._callback_failed)
        self._make_stack().mark_hub()
        _greenlet.cooperate(self.loop, self._stack, False, False, False, False)

    def _title(self):
        return "Hub"

    def __repr__(self):
        return (f"<{type(self).__name__} {self.name!r} at {id(self):#x} epoll default pending=0 ref=0 "
                f"thread_ident={threading.get_ident():#x}>")

    def run(self):
        while True:
            try:
                self.loop.run_forever()
            except self.SYSTEM_ERROR as error:
                self.parent.throw(error)
                continue
            joining, self._joining = self._joining, None
            if joining is not None:
                joining.switch(True)
            else:
                self.parent.throw(LoopExit("This operation would block forever", self, []))

    @property
    def threadpool(self):
        if "_threadpool" not in self.__dict__:
            from gevent.threadpool import ThreadPool

            self._threadpool = ThreadPool(10)
        return self._threadpool

    def switch(self):
        return super().switch()

    def switch_out(self):
        raise InvalidSwitchError("Impossible to call blocking function in the event loop callback")

    def join(self, timeout=None):
        """Until no greenlet is left that anything will ever wake. Only for the main greenlet."""
        assert getcurrent() is self.parent, "only possible from the MAIN greenlet"
        if self.dead:
            return True
        waiter = self._joining = Waiter(self)
        timer = self.loop.weak_timer(timeout, waiter.switch, None) if timeout is not None else None
        try:
            return bool(waiter.get())
        finally:
            self._joining = None
            if timer is not None:
                timer.cancel()

    def destroy(self, destroy_loop=None):
        pass

    def handle_error(self, context, type, value, tb):
        if isinstance(value, str):
            value = type(value)
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        current = getcurrent()
        if current is self or current is self.parent:
            self.parent.throw(value)
        else:
            self.loop.run_callback(self.parent.throw, value)

    def print_exception(self, context, type, value, tb):
        import time
        import traceback

        lines = "".join(traceback.format_exception(type, value, tb))
        sys.stderr.write(lines)
        if context is not None:
            stamp = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
            sys.stderr.write(f"{stamp} {_context_text(context)} failed with {type.__name__}\n\n")

    def _callback_failed(self, loop, context):
        error = context.get("exception")
        if error is None:
            loop.default_exception_handler(context)
        else:
            self.handle_error(context.get("handle"), type(error), error, error.__traceback__)


def _context_text(context):
    if isinstance(context, tuple):
        return " ".join(map(repr, context))
    return context if isinstance(context, str) else repr(context)


def _main_greenlet():
    found = getcurrent()
    while found.parent is not None:
        found = found.parent
    return found


_hubs = {}


def get_hub():
    main = _main_greenlet()
    hub = _hubs.get(main)
    if hub is None:
        hub = _hubs[main] = Hub()
    return hub


def get_loop():
    return get_hub().loop


# ---- waiting -------------------------------------------------------------------------------------------------------

class Waiter:
    """Holds one switch: get() returns what switch() was given, whichever comes first."""

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self.clear()

    def clear(self):
        self.greenlet = None
        self.value = None
        self._error = _NONE

    def ready(self):
        return self._error is not _NONE

    def successful(self):
        return self._error is None

    def switch(self, value=None):
        if self.greenlet is None:
            self.value = value
            self._error = None
        else:
            self.greenlet.switch(value)

    def throw(self, *error):
        if self.greenlet is None:
            self._error = error[1] if len(error) > 1 and error[1] is not None else error[0]
        else:
            self.greenlet.throw(*error)

    def get(self):
        if self._error is None:
            return self.value
        if self._error is not _NONE:
            raise self._error
        self.greenlet = getcurrent()
        try:
            return self.hub.switch()
        finally:
            self.greenlet = None

    def __call__(self, source):
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)


class _MultipleWaiter(Waiter):
    """Keeps what comes while nobody waits."""

    def __init__(self, hub=None):
        super().__init__(hub)
        self._values = deque()

    def switch(self, value):
        self._values.append(value)
        if self.greenlet is not None:
            self.greenlet.switch()

    def get(self):
        if not self._values:
            Waiter.get(self)
        return self._values.popleft()


def sleep(seconds=0, ref=True):
    """Lets others run for so long; sleep(0): each that is ready once."""
    hub = get_hub()
    waiter = Waiter(hub)
    if seconds <= 0:
        hub.loop.run_callback(waiter.switch, None)
        waiter.get()
    else:
        timer = hub.loop.call_later(seconds, waiter.switch, None)
        try:
            waiter.get()
        finally:
            timer.cancel()


def idle(priority=0):
    """Until nothing else is ready."""
    hub = get_hub()
    waiter = Waiter(hub)
    hub.loop.call_later(0, waiter.switch, None)
    waiter.get()


def spawn_raw(function, *args, **kwargs):
    """A greenlet without get(), join() and the like."""
    hub = get_hub()
    if not callable(function):
        raise TypeError("function must be callable")
    if kwargs:
        from functools import partial

        function = partial(function, **kwargs)
    made = greenlet(function, hub)
    hub.loop.run_callback(made.switch, *args)
    return made


def iwait(objects, timeout=None, count=None):
    """Gives the objects in the order in which they get ready."""
    hub = get_hub()
    if objects is None:
        yield hub.join(timeout=timeout)
        return
    objects = list(objects)
    count = len(objects) if count is None else min(count, len(objects))
    waiter = _MultipleWaiter(hub)
    switch = waiter.switch
    timer = hub.loop.call_later(timeout, switch, _NONE) if timeout is not None else None
    try:
        for each in objects:
            each.rawlink(switch)
        for _ in range(count):
            item = waiter.get()
            if item is _NONE:
                return
            yield item
    finally:
        if timer is not None:
            timer.cancel()
        for each in objects:
            each.unlink(switch)


def wait(objects=None, timeout=None, count=None):
    """The objects that are ready, in that order, or whether all greenlets came to their end."""
    if objects is None:
        return get_hub().join(timeout=timeout)
    return list(iwait(objects, timeout, count))


def linkproxy(callback, obj):
    callback(obj)


def reraise(type, value, tb=None):
    raise value.with_traceback(tb)
