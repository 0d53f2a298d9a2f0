"""Functions in other threads, and their results as Deferreds in the reactor's."""

import queue

from twisted.internet import defer
from twisted.python.failure import Failure


def deferToThreadPool(reactor, threadpool, f, *args, **kwargs):
    d = defer.Deferred()

    def onResult(success, result):
        reactor.callFromThread(d.callback if success else d.errback, result)

    threadpool.callInThreadWithCallback(onResult, f, *args, **kwargs)
    return d


def deferToThread(f, *args, **kwargs):
    from twisted.internet import reactor

    return deferToThreadPool(reactor, reactor.getThreadPool(), f, *args, **kwargs)


def callMultipleInThread(tupleList):
    from twisted.internet import reactor

    def run():
        for f, args, kwargs in tupleList:
            f(*args, **kwargs)

    reactor.callInThread(run)


def blockingCallFromThread(reactor, f, *a, **kw):
    """Runs f in the reactor's thread; this thread waits for what it comes to."""
    answer = queue.Queue()
    reactor.callFromThread(lambda: defer.maybeDeferred(f, *a, **kw).addBoth(answer.put))
    result = answer.get()
    if isinstance(result, Failure):
        result.raiseException()
    return result
