"""Failures, lists, looping calls, what is reported."""
from twisted.internet import reactor, defer, task
from twisted.internet.defer import inlineCallbacks, returnValue, Deferred, DeferredList, gatherResults, succeed, fail, maybeDeferred
from twisted.python.failure import Failure
def ok(r): print("ok", r); return r
try: d.callback(4)
except Exception as e: print(type(e), e)
def bad(r): raise ValueError("x")
@inlineCallbacks
def f(n):
    x = yield task.deferLater(reactor, 0.1, lambda: n)
    print("x", x)
    y = (yield succeed(5))
    z = yield 7
    try:
        yield fail(KeyError("k"))
    except KeyError as e: print("caught", e)
    returnValue(x+y+z)
@inlineCallbacks
def g():
    r = yield f(1); print(r)
    r = yield gatherResults([f(2), f(3)]); print(r)
    r = yield DeferredList([f(2), fail(ValueError("q"))], consumeErrors=True); print(r)
    try: yield gatherResults([fail(ValueError("q"))], consumeErrors=True)
    except Exception as e: print(type(e), e)
    def slow(): raise RuntimeError("slow")
    try: yield maybeDeferred(slow)
    except RuntimeError as e: print("re", e)
    d = task.deferLater(reactor, 5, print, "never")
    d.addErrback(lambda f: print("cancelled", repr(f), f.check(defer.CancelledError)))
    d.cancel()
    lc = task.LoopingCall(lambda: print("lc"))
    dd = lc.start(0.1); reactor.callLater(0.35, lc.stop)
    print((yield dd))
    d = Deferred(); d.addTimeout(0.1, reactor)
    try: yield d
    except Exception as e: print(type(e), e)
    l = defer.DeferredLock(); yield l.acquire(); print(l.locked); l.release()
    q = defer.DeferredQueue(); q.put(1); print((yield q.get()))
    reactor.stop()
g()
def raising(): raise ValueError("in callLater")
reactor.callLater(0.05, raising)
try: c.cancel()
except Exception as e: print(type(e), e)
c=reactor.callLater(0, print, "zero")
print(c.active())
reactor.callWhenRunning(print, "running")
def lost(): fail(ValueError("lost"))
reactor.callLater(0.2, lost)
@inlineCallbacks
def deep():
    yield task.deferLater(reactor, 0.1, lambda: None)
    raise ValueError("deep")
reactor.callLater(0.3, deep)
reactor.run()
print("end")
try: reactor.run()
except Exception as e: print(type(e), e)
try: reactor.stop()
except Exception as e: print(type(e), e)

# What it prints:
#=> <class 'NameError'> name 'd' is not defined
#=> <class 'NameError'> name 'c' is not defined
#=> True
#=> running
#=> zero
#=> x 1
#=> caught 'k'
#=> 13
#=> x 2
#=> caught 'k'
#=> x 3
#=> caught 'k'
#=> [14, 15]
#=> x 2
#=> caught 'k'
#=> [(True, 14), (False, <twisted.python.failure.Failure builtins.ValueError: q>)]
#=> <class 'twisted.internet.defer.FirstError'> FirstError[#0, [Failure instance: Traceback (failure with no frames): <class 'ValueError'>: q
#=> ]]
#=> re slow
#=> cancelled <twisted.python.failure.Failure twisted.internet.defer.CancelledError: > <class 'twisted.internet.defer.CancelledError'>
#=> lc
#=> lc
#=> lc
#=> lc
#=> LoopingCall<0.1>(g.<locals>.<lambda>, *(), **{})
#=> <class 'twisted.internet.defer.TimeoutError'> (0.1, 'Deferred')
#=> True
#=> 1
#=> end
#=> <class 'twisted.internet.error.ReactorNotRestartable'> 
#=> <class 'twisted.internet.error.ReactorNotRunning'> Can't stop reactor that isn't running.
