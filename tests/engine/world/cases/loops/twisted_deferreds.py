"""inlineCallbacks, nested cancellation, locks, threads, chains."""
from twisted.internet import reactor, defer, task
from twisted.internet.defer import inlineCallbacks, returnValue, CancelledError

def sleep(seconds):
    d = defer.Deferred(lambda d: call.cancel())
    call = reactor.callLater(seconds, d.callback, seconds)
    return d

@inlineCallbacks
def inner():
    try:
        print("inner begins")
        yield sleep(5)
        print("never")
    except CancelledError:
        print("inner cancelled")
        yield sleep(0.1)
        print("inner cleaned up")
        raise
    finally:
        print("inner finally")

@inlineCallbacks
def outer():
    try:
        result = yield inner()
    except CancelledError:
        print("outer cancelled")
        raise

@inlineCallbacks
def swallow():
    try:
        yield sleep(5)
    except CancelledError:
        print("swallowed")
    defer.returnValue("went on")

@inlineCallbacks
def main():
    d = outer()
    yield sleep(0.5)
    d.cancel()
    try:
        yield d
    except CancelledError as e:
        print("main saw", type(e).__name__)
    s = swallow()
    s.cancel()
    print((yield s))
    l = defer.DeferredLock()
    @inlineCallbacks
    def locked(n):
        yield l.acquire()
        try:
            print("in", n)
            yield sleep(0.1)
        finally:
            l.release()
    yield defer.gatherResults([locked(i) for i in range(3)])
    sem = defer.DeferredSemaphore(2)
    yield defer.gatherResults([sem.run(sleep, 0.1 * i) for i in range(1, 5)])
    q = defer.DeferredQueue()
    got = q.get(); q.put("item"); print((yield got))
    a, b = yield defer.DeferredList([sleep(0.2), sleep(0.1)])
    print(a, b)
    r = yield defer.DeferredList([sleep(0.2), sleep(0.1)], fireOnOneCallback=True)
    print(r)
    beats = []
    loop = task.LoopingCall(lambda: beats.append(len(beats)))
    done = loop.start(0.1, now=False)
    reactor.callLater(0.35, loop.stop)
    yield done
    print(beats)
    def work(n):
        import time; time.sleep(0.2); return n * n
    from twisted.internet import threads
    print((yield threads.deferToThread(work, 7)))
    def boom(): raise ValueError("in thread")
    try: yield threads.deferToThread(boom)
    except ValueError as e: print("caught", e)
    def from_thread():
        return threads.blockingCallFromThread(reactor, sleep, 0.1)
    print((yield threads.deferToThread(from_thread)))
    returnValue("end")

async def native():
    print("native", await sleep(0.1))
    try:
        await defer.fail(KeyError("x"))
    except KeyError as e: print("native caught", e)
    return 5

def finish(result):
    print(result)
    reactor.stop()

main().addCallback(lambda r: defer.ensureDeferred(native()).addCallback(lambda v: (r, v))).addBoth(finish)
reactor.addSystemEventTrigger("before", "shutdown", print, "shutting down")
reactor.run()
print("reactor stopped")

# chains
d = defer.Deferred()
inner_d = defer.Deferred()
d.addCallback(lambda r: inner_d)
d.addCallback(lambda r: print("after inner", r))
d.callback(1)
print(str(d).split(" at ")[0], "waiting" in str(d))
inner_d.addCallback(lambda r: r * 2)
inner_d.callback(21)
d2 = defer.Deferred(); d3 = defer.Deferred(); d2.chainDeferred(d3); d3.addCallback(print); d2.callback("chained")
clock = task.Clock()
clock.callLater(2, print, "two"); clock.callLater(1, print, "one")
clock.advance(1); clock.advance(1)
try: defer.inlineCallbacks(lambda: 3)()
except TypeError as e: print(str(e)[:30])

# What it prints:
#=> inner begins
#=> inner cancelled
#=> inner cleaned up
#=> inner finally
#=> outer cancelled
#=> main saw CancelledError
#=> swallowed
#=> went on
#=> in 0
#=> in 1
#=> in 2
#=> item
#=> (True, 0.2) (True, 0.1)
#=> (0.1, 1)
#=> [0, 1, 2]
#=> 49
#=> caught in thread
#=> 0.1
#=> native 0.1
#=> native caught 'x'
#=> ('end', 5)
#=> shutting down
#=> reactor stopped
#=> <Deferred True
#=> after inner 21
#=> chained
#=> one
#=> two
#=> inlineCallbacks requires <func
