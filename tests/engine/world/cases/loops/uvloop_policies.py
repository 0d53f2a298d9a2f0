"""uvloop: installed after a run it changes nothing that was; its loops say what they are."""
import asyncio
import uvloop

async def main():
    loop = asyncio.get_running_loop()
    print(type(loop), repr(loop))
    await asyncio.sleep(0.1)
    return [await x for x in asyncio.as_completed([asyncio.sleep(0.2, "b"), asyncio.sleep(0.1, "a")])]

asyncio.run(main())
uvloop.install()
print(asyncio.run(main()))
asyncio.set_event_loop_policy(None)
print(type(asyncio.new_event_loop()).__name__)
print(asyncio.new_event_loop().__class__.__module__)
loop = uvloop.new_event_loop()
asyncio.set_event_loop(loop)
print(loop.run_until_complete(main()), loop.is_running())
loop.close()
print(loop)
with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
    print(runner.run(main()))
print(isinstance(loop, asyncio.AbstractEventLoop), uvloop.Loop, type(uvloop.EventLoopPolicy()).__name__)

# What it prints:
#=> <class 'asyncio.unix_events._UnixSelectorEventLoop'> <_UnixSelectorEventLoop running=True closed=False debug=False>
#=> <class 'uvloop.Loop'> <uvloop.Loop running=True closed=False debug=False>
#=> ['a', 'b']
#=> _UnixSelectorEventLoop
#=> asyncio.unix_events
#=> <class 'uvloop.Loop'> <uvloop.Loop running=True closed=False debug=False>
#=> ['a', 'b'] False
#=> <uvloop.Loop running=False closed=True debug=False>
#=> <class 'uvloop.Loop'> <uvloop.Loop running=True closed=False debug=False>
#=> ['a', 'b']
#=> True <class 'uvloop.Loop'> EventLoopPolicy
