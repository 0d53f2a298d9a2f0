"""Things that take time: later calls, repeated calls, cooperating iterators."""

import sys

from twisted.internet import defer, error
from twisted.internet.defer import Deferred, ensureDeferred
from twisted.python import log
from twisted.python.failure import Failure

__all__ = ["LoopingCall", "Clock", "deferLater", "react", "cooperate", "coiterate", "Cooperator"]


def _reactor():
    from twisted.internet import reactor

    return reactor


class LoopingCall:
    """Calls a function every so many seconds. Beats that a slow call missed are left out."""

    def __init__(self, f, *a, **kw):
        self.f = f
        self.a = a
        self.kw = kw
        self.call = None
        self.running = False
        self.deferred = None
        self.interval = None
        self.starttime = None
        self._counts = False
        self._last = None

    @property
    def clock(self):
        if "_clock" not in self.__dict__:
            self._clock = _reactor()
        return self._clock

    @clock.setter
    def clock(self, clock):
        self._clock = clock

    @classmethod
    def withCount(cls, countCallable):
        made = cls(countCallable)
        made._counts = True
        return made

    def __repr__(self):
        name = getattr(self.f, "__qualname__", None) or repr(self.f)
        return f"LoopingCall<{self.interval!r}>({name}, *{self.a!r}, **{self.kw!r})"

    def start(self, interval, now=True):
        assert not self.running, "Tried to start an already running LoopingCall."
        if interval < 0:
            raise ValueError("interval must be >= 0")
        self.running = True
        deferred = self.deferred = Deferred()
        self.starttime = self.clock.seconds()
        self.interval = interval
        self._last = None
        if now:
            self()
        else:
            self._schedule()
        return deferred

    def stop(self):
        assert self.running, "Tried to stop a LoopingCall that was not running."
        self.running = False
        if self.call is not None:
            self.call.cancel()
            self.call = None
            self._finish("callback", self)

    def reset(self):
        assert self.running, "Tried to reset a LoopingCall that was not running."
        if self.call is not None:
            self.call.cancel()
            self.call = None
            self.starttime = self.clock.seconds()
            self._schedule()

    def _finish(self, how, result):
        deferred, self.deferred = self.deferred, None
        getattr(deferred, how)(result)

    def __call__(self):
        self.call = None
        if self._counts:
            result = defer.maybeDeferred(self.f, self._count())
        else:
            result = defer.maybeDeferred(self.f, *self.a, **self.kw)
        result.addCallbacks(self._again, self._failed)

    def _count(self):
        now = self.clock.seconds()
        beats = int((now - self.starttime) / self.interval) if self.interval else 1
        before = self._last if self._last is not None else -1
        self._last = beats
        return max(1, beats - before)

    def _again(self, result):
        if self.running:
            self._schedule()
        else:
            self._finish("callback", self)

    def _failed(self, failure):
        self.running = False
        self._finish("errback", failure)

    def _schedule(self):
        now = self.clock.seconds()
        wait = 0
        if self.interval:
            # The next beat, counted from the start; a beat that is due this very moment was just called.
            beats = int((now - self.starttime) / self.interval + 1e-9) + 1
            wait = self.starttime + beats * self.interval - now
        self.call = self.clock.callLater(max(0, wait), self)

    @property
    def __name__(self):
        return getattr(self.f, "__name__", "LoopingCall")


def deferLater(clock, delay, callable=None, *args, **kw):
    """What the function, called so much later, comes to."""
    d = Deferred(lambda _: call.cancel())
    if callable is not None:
        d.addCallback(lambda _: callable(*args, **kw))
    call = clock.callLater(delay, _Fire(d, callable))
    return d


class _Fire:
    def __init__(self, d, callable):
        self.d = d
        self.__name__ = self.__qualname__ = getattr(callable, "__qualname__", "deferLater")

    def __call__(self):
        self.d.callback(None)


class Clock:
    """A clock for tests: time passes in advance()."""

    def __init__(self):
        self.rightNow = 0.0
        self.calls = []

    def seconds(self):
        return self.rightNow

    def callLater(self, delay, callable, *args, **kw):
        made = _ClockCall(self, self.rightNow + delay, callable, args, kw)
        self.calls.append(made)
        self.calls.sort(key=_ClockCall.getTime)
        return made

    def getDelayedCalls(self):
        return self.calls

    def advance(self, amount):
        self.rightNow += amount
        self.calls.sort(key=_ClockCall.getTime)
        while self.calls and self.calls[0].time <= self.rightNow:
            call = self.calls.pop(0)
            call.called = 1
            call.func(*call.args, **call.kw)

    def pump(self, timings):
        for each in timings:
            self.advance(each)


class _ClockCall:
    def __init__(self, clock, time, func, args, kw):
        self.clock, self.time, self.func, self.args, self.kw = clock, time, func, args, kw
        self.called = self.cancelled = 0

    def getTime(self):
        return self.time

    def active(self):
        return not (self.called or self.cancelled)

    def _check(self):
        if self.cancelled:
            raise error.AlreadyCancelled
        if self.called:
            raise error.AlreadyCalled

    def cancel(self):
        self._check()
        self.cancelled = 1
        self.clock.calls.remove(self)

    def reset(self, secondsFromNow):
        self._check()
        self.time = self.clock.seconds() + secondsFromNow

    def delay(self, secondsLater):
        self._check()
        self.time += secondsLater


# ---- iterators that share the reactor ------------------------------------------------------------------------------

class TaskFinished(Exception):
    pass


class TaskStopped(TaskFinished):
    pass


class CooperativeTask:
    def __init__(self, iterator, cooperator):
        self._iterator = iterator
        self._cooperator = cooperator
        self._waiting = []
        self._paused = 0
        self._result = None

    def whenDone(self):
        d = Deferred()
        if self._result is None:
            self._waiting.append(d)
        else:
            d.callback(self._result)
        return d

    def pause(self):
        self._paused += 1

    def resume(self):
        self._paused -= 1
        if not self._paused and self._result is None:
            self._cooperator._add(self)

    def stop(self):
        self._finish(Failure(TaskStopped()))

    def _finish(self, result):
        self._result = result
        waiting, self._waiting = self._waiting, []
        for d in waiting:
            d.callback(result) if not isinstance(result, Failure) else d.errback(result)

    def _step(self):
        if self._result is not None or self._paused:
            return
        try:
            result = next(self._iterator)
        except StopIteration:
            self._finish(self._iterator)
        except BaseException:
            self._finish(Failure())
        else:
            if isinstance(result, Deferred):
                self.pause()
                result.addCallbacks(lambda _: self.resume(), self._finish)
            else:
                self._cooperator._add(self)


class Cooperator:
    """Iterators take turns, a step each a turn of the reactor."""

    def __init__(self, *args, **kwargs):
        pass

    def cooperate(self, iterator):
        made = CooperativeTask(iterator, self)
        self._add(made)
        return made

    def coiterate(self, iterator, doneDeferred=None):
        return self.cooperate(iterator).whenDone()

    def _add(self, task):
        _reactor().callLater(0, task._step)


_theCooperator = Cooperator()


def cooperate(iterator):
    return _theCooperator.cooperate(iterator)


def coiterate(iterator):
    return _theCooperator.coiterate(iterator)


# ---- a whole program -----------------------------------------------------------------------------------------------

def react(main, argv=(), _reactor=None):
    """Runs main(reactor, *argv) until its Deferred has fired; then the process ends."""
    if _reactor is None:
        from twisted.internet import reactor as _reactor
    finished = ensureDeferred(main(_reactor, *argv)) if _is_coroutine(main) else main(_reactor, *argv)
    if not isinstance(finished, Deferred):
        finished = ensureDeferred(finished)
    code = [0]
    stopping = [False]
    _reactor.addSystemEventTrigger("before", "shutdown", lambda: stopping.__setitem__(0, True))

    def stop(result):
        if not stopping[0]:
            try:
                _reactor.stop()
            except error.ReactorNotRunning:
                pass
        return result

    def failed(failure):
        if stopping[0] and failure.check(error.ReactorNotRunning):
            return
        if failure.check(SystemExit):
            code[0] = failure.value.code
        else:
            log.err(failure, "main function encountered error")
            code[0] = 1

    def begin():
        finished.addBoth(stop).addErrback(failed)

    _reactor.callWhenRunning(begin)
    _reactor.run()
    sys.exit(code[0])


def _is_coroutine(function):
    from inspect import iscoroutinefunction

    return iscoroutinefunction(function)
