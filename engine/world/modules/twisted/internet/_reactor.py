"""The reactor: calls functions in a loop. Its loop is of the same kind as asyncio's, but asyncio does not see it run."""

import threading
from _asyncio import SelectorEventLoop

from twisted.internet import error
from twisted.python import log
from twisted.python.failure import Failure


class _ReactorLoop(SelectorEventLoop):
    _label = "twisted reactor"
    _foreign = True


class DelayedCall:
    def __init__(self, reactor, delay, func, args, kw):
        self.func = func
        self.args = args
        self.kw = kw
        self.called = self.cancelled = 0
        self._reactor = reactor
        self._schedule(reactor.seconds() + delay)

    def _schedule(self, time):
        self.time = time
        self._handle = self._reactor._loop.call_at(time, _Call(self))

    def _run(self):
        self.called = 1
        self._reactor._calls.pop(self, None)
        self._reactor._call(self.func, *self.args, **self.kw)

    def _check(self):
        if self.cancelled:
            raise error.AlreadyCancelled
        if self.called:
            raise error.AlreadyCalled

    def getTime(self):
        return self.time

    def cancel(self):
        self._check()
        self.cancelled = 1
        self._handle.cancel()
        self._reactor._calls.pop(self, None)
        del self.func, self.args, self.kw

    def reset(self, secondsFromNow):
        self._check()
        self._handle.cancel()
        self._schedule(self._reactor.seconds() + secondsFromNow)

    def delay(self, secondsLater):
        self._check()
        self._handle.cancel()
        self._schedule(self.time + secondsLater)

    def active(self):
        return not (self.cancelled or self.called)

    def __repr__(self):
        text = f"<DelayedCall {id(self):#x} [{self.time - self._reactor.seconds()}s] called={self.called} " \
               f"cancelled={self.cancelled}"
        if hasattr(self, "func"):
            given = [repr(each) for each in self.args] + [f"{key}={each!r}" for key, each in self.kw.items()]
            text += f" {getattr(self.func, '__qualname__', None) or self.func!r}({', '.join(given)})"
        return text + ">"


class _Call:
    """Shows a timeline the name of what is called."""

    def __init__(self, call):
        self.call = call
        self.__name__ = getattr(call.func, "__name__", "callLater")
        self.__qualname__ = getattr(call.func, "__qualname__", self.__name__)

    def __call__(self):
        self.call._run()


class _Named:
    def __init__(self, reactor, func, args, kw):
        self.what = reactor, func, args, kw
        self.__name__ = getattr(func, "__name__", "call")
        self.__qualname__ = getattr(func, "__qualname__", self.__name__)

    def __call__(self):
        reactor, func, args, kw = self.what
        reactor._call(func, *args, **kw)


class ReactorBase:
    def __init__(self, loop=None):
        self._loop = _ReactorLoop() if loop is None else loop
        self._calls = {}  # as a set that keeps its order
        self._triggers = {}
        self._connections = {}  # ports and connections that are open, in their order
        self.running = False
        self._started = self._stopped = False
        self._startedBefore = False
        self._pool = None

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} object at {id(self):#x}>"

    def seconds(self):
        return self._loop.time()

    def _call(self, func, *args, **kw):
        try:
            return func(*args, **kw)
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException:
            log.err(None, "Unhandled Error")

    # ---- running

    def run(self, installSignalHandlers=True):
        self.startRunning(installSignalHandlers)
        try:
            self._loop.run_forever()
        except KeyboardInterrupt:
            # As its handler of SIGINT does: the reactor stops in good order.
            if self.running:
                self.stop()
                self._loop.run_forever()
        finally:
            self._started = False
            self._startedBefore = True

    def startRunning(self, installSignalHandlers=True):
        if self._started:
            raise error.ReactorAlreadyRunning()
        if self._startedBefore:
            raise error.ReactorNotRestartable()
        self._started = True
        self.running = True
        self._loop.call_soon(_Named(self, self.fireSystemEvent, ("startup",), {}))

    def stop(self):
        if self._stopped or not self._started:
            raise error.ReactorNotRunning("Can't stop reactor that isn't running.")
        self._stopped = True
        self._loop.call_soon(_Named(self, self._shut_down, (), {}))

    def _shut_down(self):
        self.running = False
        from twisted.internet.defer import DeferredList

        for each in list(self._connections):
            each.connectionLost(Failure(error.ConnectionLost()))
        waiting = self.fireSystemEvent("shutdown")
        DeferredList(waiting).addBoth(lambda _: self._loop.stop())
        if self._pool is not None:
            self._pool.shutdown(wait=False)

    def crash(self):
        self._started = self.running = False
        self._loop.stop()

    def sigInt(self, *args):
        self.callFromThread(self.stop)

    def callWhenRunning(self, callable, *args, **kwargs):
        if self._started:
            callable(*args, **kwargs)
            return None
        return self.addSystemEventTrigger("after", "startup", callable, *args, **kwargs)

    def addSystemEventTrigger(self, phase, eventType, callable, *args, **kwargs):
        assert phase in ("before", "during", "after"), "invalid phase"
        entry = (phase, callable, args, kwargs)
        self._triggers.setdefault(eventType, []).append(entry)
        return eventType, entry

    def removeSystemEventTrigger(self, triggerID):
        eventType, entry = triggerID
        self._triggers[eventType].remove(entry)

    def fireSystemEvent(self, eventType):
        """The Deferreds that its triggers returned."""
        from twisted.internet.defer import Deferred

        waiting = []
        entries = self._triggers.pop(eventType, [])
        for phase in ("before", "during", "after"):
            for _, callable, args, kwargs in [each for each in entries if each[0] == phase]:
                result = self._call(callable, *args, **kwargs)
                if isinstance(result, Deferred):
                    waiting.append(result)
        return waiting

    # ---- connections

    def listenTCP(self, port, factory, backlog=50, interface=""):
        from twisted.internet._tcp import Port

        made = Port(self, port, factory, backlog, interface)
        made.startListening()
        return made

    def connectTCP(self, host, port, factory, timeout=30, bindAddress=None):
        from twisted.internet._tcp import Connector

        made = Connector(self, host, port, factory, timeout)
        made.connect()
        return made

    # ---- calls

    def callLater(self, delay, callable, *args, **kw):
        assert callable is not None and hasattr(callable, "__call__"), f"{callable} is not callable"
        assert delay >= 0, f"{delay} is not greater than or equal to 0 seconds"
        made = DelayedCall(self, delay, callable, args, kw)
        self._calls[made] = True
        return made

    def getDelayedCalls(self):
        return list(self._calls)

    def callFromThread(self, f, *args, **kwargs):
        assert callable(f), f"{f} is not callable"
        self._loop.call_soon_threadsafe(_Named(self, f, args, kwargs))

    def callInThread(self, callable, *args, **kwargs):
        self.getThreadPool().callInThread(callable, *args, **kwargs)

    def getThreadPool(self):
        if self._pool is None:
            self._pool = _ThreadPool(self)
        return self._pool

    def suggestThreadPoolSize(self, size):
        self.getThreadPool().adjustPoolsize(maxthreads=size)

    def iterate(self, delay=0):
        self._loop.call_later(delay, self._loop.stop)
        self._loop.run_forever()

    def wakeUp(self):
        self._loop.call_soon_threadsafe(lambda: None)


class EPollReactor(ReactorBase):
    pass


EPollReactor.__module__ = "twisted.internet.epollreactor"


class AsyncioSelectorReactor(ReactorBase):
    """The reactor on a loop of asyncio: both share one thread and one timeline."""

    def __init__(self, eventloop=None):
        import asyncio

        super().__init__(asyncio.get_event_loop() if eventloop is None else eventloop)
        self._asyncioEventloop = self._loop


AsyncioSelectorReactor.__module__ = "twisted.internet.asyncioreactor"


class _ThreadPool:
    max = 10

    def __init__(self, reactor):
        self.reactor = reactor
        self._pool = None
        self.started = True

    def adjustPoolsize(self, minthreads=None, maxthreads=None):
        if maxthreads is not None:
            self.max = maxthreads

    def callInThread(self, func, *args, **kw):
        self.callInThreadWithCallback(None, func, *args, **kw)

    def callInThreadWithCallback(self, onResult, func, *args, **kw):
        from concurrent.futures import ThreadPoolExecutor

        if self._pool is None:
            self._pool = ThreadPoolExecutor(self.max, thread_name_prefix="PoolThread-twisted.internet.reactor")

        def work():
            try:
                result, good = func(*args, **kw), True
            except BaseException:
                result, good = Failure(), False
            if onResult is not None:
                onResult(good, result)
            elif not good:
                log.err(result)

        self._pool.submit(work)

    def shutdown(self, wait=True):
        if self._pool is not None:
            self._pool.shutdown(wait=wait)

    def start(self):
        pass

    def stop(self):
        self.shutdown()


def install(reactor):
    """What twisted.internet.reactor is from now on."""
    import sys

    import twisted.internet

    if "twisted.internet.reactor" in sys.modules:
        raise error.ReactorAlreadyInstalledError("reactor already installed")
    twisted.internet.reactor = reactor
    sys.modules["twisted.internet.reactor"] = reactor
