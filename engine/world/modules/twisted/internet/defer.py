"""Deferreds: what something will come to, with callbacks that each turn one result into the next.

A callback that returns a Deferred makes the chain wait for that. A result nobody handles, a Failure, is reported when
its Deferred is forgotten. inlineCallbacks runs a generator that waits for Deferreds with `yield`, ensureDeferred a
coroutine that does so with `await`.
"""

import sys
from _collections import deque
from contextvars import copy_context
from functools import wraps

from twisted.python import log
from twisted.python.failure import Failure

__all__ = [
    "AlreadyCalledError", "CancelledError", "Deferred", "DeferredList", "DeferredLock", "DeferredQueue",
    "DeferredSemaphore", "FAILURE", "FirstError", "QueueOverflow", "QueueUnderflow", "SUCCESS", "TimeoutError",
    "ensureDeferred", "execute", "fail", "gatherResults", "inlineCallbacks", "maybeDeferred", "passthru", "race",
    "returnValue", "setDebugging", "getDebugging", "succeed", "timeout", "logError",
]

SUCCESS = True
FAILURE = False


class AlreadyCalledError(Exception):
    pass


class CancelledError(Exception):
    """What a cancelled Deferred comes to."""


class TimeoutError(Exception):
    pass


class NotACoroutineError(TypeError):
    pass


def logError(err):
    log.err(err)
    return err


def succeed(result):
    d = Deferred()
    d.callback(result)
    return d


def fail(result=None):
    d = Deferred()
    d.errback(result)
    return d


def execute(callable, *args, **kwargs):
    try:
        return succeed(callable(*args, **kwargs))
    except BaseException:
        return fail()


def maybeDeferred(f, *args, **kwargs):
    """What the call comes to, whether it returns a Deferred, a coroutine or a value, or raises."""
    try:
        result = f(*args, **kwargs)
    except BaseException:
        return fail(Failure())
    if isinstance(result, Deferred):
        return result
    if isinstance(result, Failure):
        return fail(result)
    if _is_coroutine(result):
        return Deferred.fromCoroutine(result)
    return succeed(result)


def timeout(deferred):
    deferred.errback(Failure(TimeoutError("Callback timed out")))


def passthru(arg):
    return arg


def setDebugging(on):
    pass


def getDebugging():
    return False


def _is_coroutine(value):
    return hasattr(value, "send") and hasattr(value, "cr_frame")


class _Unhandled:
    """Belongs to one Deferred; dies with it, and then tells of the failure nobody took."""

    failure = None

    def __del__(self):
        if self.failure is not None:
            sys.stderr.write("Unhandled error in Deferred:\n\n" + self.failure.getTraceback() + "\n")


class Deferred:
    called = False
    paused = 0
    _cancelled_before = False  # the callback that may still come is to be ignored
    _chained = None

    def __init__(self, canceller=None):
        self.callbacks = []
        self._canceller = canceller
        self._running = False
        self._unhandled = None

    # ---- callbacks

    def addCallbacks(self, callback, errback=None, callbackArgs=(), callbackKeywords=None, errbackArgs=(),
                     errbackKeywords=None):
        assert callable(callback)
        self.callbacks.append(((callback, callbackArgs or (), callbackKeywords or {}),
                               (passthru if errback is None else errback, errbackArgs or (), errbackKeywords or {})))
        if self.called:
            self._run()
        return self

    def addCallback(self, callback, *args, **kwargs):
        return self.addCallbacks(callback, callbackArgs=args, callbackKeywords=kwargs)

    def addErrback(self, errback, *args, **kwargs):
        return self.addCallbacks(passthru, errback, errbackArgs=args, errbackKeywords=kwargs)

    def addBoth(self, callback, *args, **kwargs):
        return self.addCallbacks(callback, callback, args, kwargs, args, kwargs)

    def addTimeout(self, timeout, clock, onTimeoutCancel=None):
        """Cancels it after so many seconds; it then fails with TimeoutError."""
        timed_out = [False]

        def expire():
            timed_out[0] = True
            self.cancel()

        expire.__qualname__ = "Deferred.addTimeout"
        call = clock.callLater(timeout, expire)

        def convert(value):
            if timed_out[0]:
                return (onTimeoutCancel or _cancelled_to_timeout)(value, timeout)
            return value

        def stop(value):
            if call.active():
                call.cancel()
            return value

        self.addBoth(convert)
        return self.addBoth(stop)

    def chainDeferred(self, d):
        d._chained_to = self
        return self.addCallbacks(d.callback, d.errback)

    def callback(self, result):
        assert not isinstance(result, Deferred)
        self._fire(result)

    def errback(self, fail=None):
        if fail is None:
            fail = Failure()
        elif not isinstance(fail, Failure):
            fail = Failure(fail)
        self._fire(fail)

    def _fire(self, result):
        if self.called:
            if self._cancelled_before:
                self._cancelled_before = False
                return
            raise AlreadyCalledError
        self.called = True
        self._canceller = None
        self.result = result
        self._run()

    def pause(self):
        self.paused += 1

    def unpause(self):
        self.paused -= 1
        if not self.paused and self.called:
            self._run()

    def cancel(self):
        """Asks whoever works on it to stop; without an answer it fails with CancelledError."""
        if not self.called:
            canceller = self._canceller
            if canceller:
                canceller(self)
            else:
                self._cancelled_before = True
            if not self.called:
                self.errback(Failure(CancelledError()))
        elif isinstance(self.result, Deferred):
            self.result.cancel()

    def _run(self):
        """Calls what is in the chain, one after another, as far as results are there."""
        if self._running:
            return
        chain = [self]
        while chain:
            waiter = chain[-1]._run_own()
            if waiter is None:
                chain.pop()
            else:
                chain.append(waiter)

    def _run_own(self):
        """Returns the Deferred that waited for this one, which goes on with its result."""
        if self.paused or self._running:
            return None
        if self._unhandled is not None:
            self._unhandled.failure = None
        while self.callbacks:
            pair = self.callbacks.pop(0)
            failed = isinstance(self.result, Failure)
            callback, args, kw = pair[1] if failed else pair[0]
            if callback is _go_on:
                # Another Deferred waits for this one: it takes the result over.
                waiter = args[0]
                waiter.result, self.result = self.result, None
                if self._unhandled is not None:
                    self._unhandled.failure = None
                waiter._chained = None
                waiter.paused -= 1
                return waiter
            try:
                self._running = True
                try:
                    self.result = callback(self.result, *args, **kw)
                finally:
                    self._running = False
            except BaseException as error:
                if isinstance(error, (KeyboardInterrupt, SystemExit)):
                    raise
                self.result = Failure(error)
                continue
            if isinstance(self.result, Deferred):
                inner = self.result
                if inner is self:
                    continue
                if hasattr(inner, "result") and not isinstance(inner.result, Deferred) and not inner.paused \
                        and not inner._running:
                    self.result, inner.result = inner.result, None
                    if inner._unhandled is not None:
                        inner._unhandled.failure = None
                else:
                    self.paused += 1
                    self._chained = inner
                    inner.callbacks.append(((_go_on, (self,), {}), (_go_on, (self,), {})))
                    return None
        if isinstance(self.result, Failure):
            if self._unhandled is None:
                self._unhandled = _Unhandled()
            self._unhandled.failure = self.result
        return None

    def __str__(self):
        text = f"<{type(self).__name__} at {id(self):#x}"
        if self._chained is not None:
            text += f" waiting on Deferred at {id(self._chained):#x}"
        elif hasattr(self, "result"):
            text += f" current result: {self.result!r}"
        return text + ">"

    __repr__ = __str__

    # ---- await

    def __iter__(self):
        return self

    __await__ = __iter__

    def __next__(self):
        return self.send()

    def send(self, value=None):
        if self.paused or not hasattr(self, "result"):
            return self
        result = self.result
        if isinstance(result, Failure):
            self.result = None
            if self._unhandled is not None:
                self._unhandled.failure = None
            raise result.value
        raise StopIteration(result)

    @classmethod
    def fromCoroutine(cls, coro):
        if _is_coroutine(coro) or hasattr(coro, "send") and hasattr(coro, "throw"):
            return _drive(coro)
        raise NotACoroutineError(f"{coro!r} is not a coroutine")

    # ---- asyncio

    def asFuture(self, loop):
        """A future of asyncio that comes to the same."""
        future = loop.create_future()

        def stop(future):
            if future.cancelled():
                self.addErrback(lambda failure: failure.trap(CancelledError) and None)
                self.cancel()

        future.add_done_callback(stop)

        def done(result):
            if not future.done():
                if isinstance(result, Failure):
                    future.set_exception(result.value)
                else:
                    future.set_result(result)
            return None

        self.addBoth(done)
        return future

    @classmethod
    def fromFuture(cls, future):
        """What a future of asyncio comes to."""
        later = []  # once it was cancelled: what it then waits for, since the future may take its time

        def adapt(done):
            try:
                result = done.result()
            except BaseException:
                result = Failure()
            (later[0] if later else made).callback(result)

        def cancel(d):
            later.append(cls())
            future.cancel()
            d.callback(None)

        made = cls(cancel)
        made.addCallback(lambda result: later[0] if later else result)
        future.add_done_callback(adapt)
        return made


def _go_on(result, waiter):
    """Marks, in a chain, the Deferred that waits for it."""


def _cancelled_to_timeout(value, timeout):
    if isinstance(value, Failure):
        value.trap(CancelledError)
        raise TimeoutError(timeout, "Deferred")
    return value


def ensureDeferred(coro):
    return coro if isinstance(coro, Deferred) else Deferred.fromCoroutine(coro)


# ---- several at once -----------------------------------------------------------------------------------------------

class FirstError(Exception):
    def __init__(self, failure, index):
        super().__init__(failure, index)
        self.subFailure = failure
        self.index = index

    def __repr__(self):
        return f"FirstError[#{self.index}, {self.subFailure}]"

    def __str__(self):
        return f"FirstError[#{self.index}, {self.subFailure}]"


class DeferredList(Deferred):
    """Fires with a list of (success, result)."""

    def __init__(self, deferredList, fireOnOneCallback=False, fireOnOneErrback=False, consumeErrors=False):
        super().__init__()
        self._deferredList = list(deferredList)
        self.resultList = [None] * len(self._deferredList)
        self.fireOnOneCallback = fireOnOneCallback
        self.fireOnOneErrback = fireOnOneErrback
        self.consumeErrors = consumeErrors
        self.finishedCount = 0
        if not self._deferredList and not fireOnOneCallback:
            self.callback([])
        for index, each in enumerate(self._deferredList):
            each.addCallbacks(self._cbDeferred, self._cbDeferred, callbackArgs=(index, SUCCESS),
                              errbackArgs=(index, FAILURE))

    def _cbDeferred(self, result, index, succeeded):
        self.resultList[index] = (succeeded, result)
        self.finishedCount += 1
        if not self.called:
            if succeeded == SUCCESS and self.fireOnOneCallback:
                self.callback((result, index))
            elif succeeded == FAILURE and self.fireOnOneErrback:
                self.errback(Failure(FirstError(result, index)))
            elif self.finishedCount == len(self.resultList):
                self.callback(self.resultList)
        if succeeded == FAILURE and self.consumeErrors:
            result = None
        return result

    def cancel(self):
        if not self.called:
            for each in self._deferredList:
                try:
                    each.cancel()
                except BaseException:
                    log.err(None, "Exception raised from user supplied canceller")
        else:
            super().cancel()


def gatherResults(deferredList, consumeErrors=False):
    """Fires with the results, or with the first failure as FirstError."""
    d = DeferredList(deferredList, fireOnOneErrback=True, consumeErrors=consumeErrors)
    d.addCallback(lambda results: [value for _, value in results])
    return d


def race(ds):
    """Fires with (index, result) of the first that succeeds and cancels the others."""
    ds = list(ds)
    winner = Deferred(lambda _: [each.cancel() for each in ds])
    failures = []

    def won(result, index):
        if not winner.called:
            for each in ds:
                if each is not ds[index]:
                    each.cancel()
            winner.callback((index, result))

    def lost(failure):
        failures.append(failure)
        if len(failures) == len(ds) and not winner.called:
            winner.errback(failures[0])

    for index, each in enumerate(ds):
        each.addCallbacks(won, lost, callbackArgs=(index,))
    return winner


# ---- generators and coroutines -------------------------------------------------------------------------------------

class _Return(BaseException):
    def __init__(self, value):
        self.value = value


def returnValue(val):
    """Leaves a function of inlineCallbacks with a value; in Python 3 `return` does."""
    raise _Return(val)


class _Run:
    """One generator (or coroutine) on its way, what it waits for, and the Deferred of what it comes to."""

    def __init__(self, generator):
        self.generator = generator
        self.context = copy_context()
        self.waits_for = None
        self.deferred = Deferred(self._cancel)

    def _cancel(self, deferred):
        """What it waits for is cancelled: the generator sees CancelledError at its yield and may clean up. Its Deferred
        waits for what the generator then comes to."""
        chain, deferred.callbacks = deferred.callbacks, []
        deferred.addErrback(self._go_on_cancelled)
        deferred.callbacks.extend(chain)
        deferred.errback(Failure(CancelledError()))

    def _go_on_cancelled(self, failure):
        self.deferred = Deferred(self._cancel)
        if self.waits_for is not None:
            self.waits_for.cancel()
        return self.deferred

    def step(self, result):
        while True:
            try:
                if isinstance(result, Failure):
                    result = self.context.run(result.throwExceptionIntoGenerator, self.generator)
                else:
                    result = self.context.run(self.generator.send, result)
            except StopIteration as end:
                return self._finish("callback", end.value)
            except _Return as end:
                return self._finish("callback", end.value)
            except BaseException as error:
                if isinstance(error, (KeyboardInterrupt, SystemExit)):
                    raise
                return self._finish("errback", Failure(error))
            if not isinstance(result, Deferred):
                continue
            # A result that is there already is taken at once, without growing the stack.
            answer = []
            waiting = [True]

            def got(value):
                if waiting[0]:
                    answer.append(value)
                else:
                    self.waits_for = None
                    self.step(value)

            self.waits_for = result
            result.addBoth(got)
            if not answer:
                waiting[0] = False
                return
            self.waits_for = None
            result = answer[0]

    def _finish(self, how, value):
        deferred = self.deferred
        if not deferred.called:
            if how == "callback":
                deferred.callback(value)
            else:
                deferred.errback(value)


def _drive(generator):
    run = _Run(generator)
    run.step(None)
    return run.deferred


def inlineCallbacks(f):
    """The generator function f as one that returns a Deferred."""

    @wraps(f)
    def unwindGenerator(*args, **kwargs):
        try:
            generator = f(*args, **kwargs)
        except _Return:
            raise TypeError(
                f"inlineCallbacks requires {f!r} to produce a generator; instead caught returnValue being used in a "
                "non-generator")
        if not hasattr(generator, "gi_frame"):
            raise TypeError(
                f"inlineCallbacks requires {f!r} to produce a generator; instead got {generator!r}")
        return _drive(generator)

    return unwindGenerator


# ---- locks and queues ----------------------------------------------------------------------------------------------

class _ConcurrencyPrimitive:
    def __init__(self):
        self.waiting = []

    def run(self, f, *args, **kwargs):
        """Acquires it, calls f, waits for what that comes to, releases it."""

        def execute(result):
            d = maybeDeferred(f, *args, **kwargs)
            d.addBoth(self._released)
            return d

        return self.acquire().addCallback(execute)

    def _released(self, result):
        self.release()
        return result

    def _cancelAcquire(self, d):
        self.waiting.remove(d)

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, *exc):
        self.release()


class DeferredLock(_ConcurrencyPrimitive):
    locked = False

    def acquire(self):
        d = Deferred(self._cancelAcquire)
        if self.locked:
            self.waiting.append(d)
        else:
            self.locked = True
            d.callback(self)
        return d

    def release(self):
        assert self.locked, "Tried to release an unlocked lock"
        self.locked = False
        if self.waiting:
            self.locked = True
            self.waiting.pop(0).callback(self)


class DeferredSemaphore(_ConcurrencyPrimitive):
    def __init__(self, tokens):
        super().__init__()
        if tokens < 1:
            raise ValueError("DeferredSemaphore requires tokens >= 1")
        self.tokens = self.limit = tokens

    def acquire(self):
        d = Deferred(self._cancelAcquire)
        if not self.tokens:
            self.waiting.append(d)
        else:
            self.tokens -= 1
            d.callback(self)
        return d

    def release(self):
        assert self.tokens < self.limit, "Someone released me too many times: too many tokens!"
        self.tokens += 1
        if self.waiting:
            self.tokens -= 1
            self.waiting.pop(0).callback(self)


class QueueOverflow(Exception):
    pass


class QueueUnderflow(Exception):
    pass


class DeferredQueue:
    def __init__(self, size=None, backlog=None):
        self.waiting = []
        self.pending = []
        self.size = size
        self.backlog = backlog

    def put(self, obj):
        if self.waiting:
            self.waiting.pop(0).callback(obj)
        elif self.size is None or len(self.pending) < self.size:
            self.pending.append(obj)
        else:
            raise QueueOverflow()

    def get(self):
        if self.pending:
            return succeed(self.pending.pop(0))
        if self.backlog is None or len(self.waiting) < self.backlog:
            d = Deferred(self.waiting.remove)
            self.waiting.append(d)
            return d
        raise QueueUnderflow()
