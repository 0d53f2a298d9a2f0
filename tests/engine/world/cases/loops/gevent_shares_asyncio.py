"""Patched: the loop and time.sleep share the hub."""
from gevent import monkey; monkey.patch_all()
import gevent, time, asyncio, threading
def ticker():
    for i in range(6):
        print("tick", i); gevent.sleep(0.4)
async def work(n):
    for i in range(2):
        print("work", n, i); await asyncio.sleep(1)
    return n
async def main():
    print(await asyncio.gather(work(1), work(2)))
def run(): asyncio.run(main())
t0=time.time()
gevent.joinall([gevent.spawn(ticker), gevent.spawn(run)])
print("%.1f" % (time.time()-t0))
def block(): time.sleep(1); print("blocked", threading.current_thread().name)
gevent.joinall([gevent.spawn(ticker), gevent.spawn(block)])

# What it prints:
#=> tick 0
#=> work 1 0
#=> work 2 0
#=> tick 1
#=> tick 2
#=> work 1 1
#=> work 2 1
#=> tick 3
#=> tick 4
#=> [1, 2]
#=> tick 5
#=> 2.4
#=> tick 0
#=> tick 1
#=> tick 2
#=> blocked Dummy-1
#=> tick 3
#=> tick 4
#=> tick 5
