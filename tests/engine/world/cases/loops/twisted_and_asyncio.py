"""A reactor on asyncio's loop: Deferreds and coroutines side by side."""
import asyncio
from twisted.internet import asyncioreactor
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
asyncioreactor.install(loop)
from twisted.internet import reactor, defer, task

@defer.inlineCallbacks
def old(n):
    for i in range(n):
        yield task.deferLater(reactor, 0.3, lambda: None)
        print("deferred", i)
    return "old done"

async def new(n):
    for i in range(n):
        await asyncio.sleep(0.25)
        print("await", i)
    return "new done"

async def both():
    results = await asyncio.gather(old(3).asFuture(loop), new(3))
    print(results)
    print(await defer.Deferred.fromFuture(asyncio.ensure_future(new(1))).asFuture(loop))
    f = asyncio.ensure_future(asyncio.sleep(5))
    d = defer.Deferred.fromFuture(f)
    d.addErrback(lambda failure: print("err", failure.type.__name__))
    d.cancel()
    await asyncio.sleep(0)
    print(f.cancelled() or f.cancelling())
    reactor.stop()

reactor.callWhenRunning(lambda: asyncio.ensure_future(both()))
reactor.run()
print("end", type(reactor).__name__)

# What it prints:
#=> await 0
#=> deferred 0
#=> await 1
#=> deferred 1
#=> await 2
#=> deferred 2
#=> ['old done', 'new done']
#=> await 0
#=> new done
#=> True
#=> err CancelledError
#=> end AsyncioSelectorReactor
