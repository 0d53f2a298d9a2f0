"""Patched: threads, locks, queues and events are cooperative."""
from gevent import monkey; monkey.patch_all()
import gevent, time, threading, queue, asyncio
def w(n):
    print("start", n, threading.current_thread().name.split("-")[0]); time.sleep(0.5); print("end", n)
ts=[threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start()
g=gevent.spawn(w, 9)
for t in ts: t.join()
g.join()
q=queue.Queue()
def prod():
    for i in range(3): q.put(i); time.sleep(0.1)
    q.put(None)
def cons():
    while (x:=q.get()) is not None: print("got", x)
gevent.joinall([gevent.spawn(prod), gevent.spawn(cons)])
l=threading.Lock()
def locked(n):
    with l: print("in", n); time.sleep(0.1)
    print("out", n)
gevent.joinall([gevent.spawn(locked, i) for i in range(3)])
e=threading.Event()
gevent.spawn_later(0.3, e.set); print(e.wait(1))
def start():
    try: asyncio.get_event_loop()
    except RuntimeError as x: print(str(x)[:40])
    loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
    async def c():
        for i in range(3): print("c", i); await asyncio.sleep(0)
        fut=loop.create_future(); gevent.spawn_later(0.2, lambda: loop.call_soon_threadsafe(fut.set_result, 42))
        print(await fut)
    loop.run_until_complete(c())
gevent.joinall([gevent.spawn(start), gevent.spawn(w, 5)])

# What it prints:
#=> start 0 Thread
#=> start 1 Thread
#=> start 2 Thread
#=> start 9 Dummy
#=> end 0
#=> end 1
#=> end 2
#=> end 9
#=> got 0
#=> got 1
#=> got 2
#=> in 0
#=> out 0
#=> in 1
#=> out 1
#=> in 2
#=> out 2
#=> True
#=> There is no current event loop in thread
#=> start 5 Dummy
#=> c 0
#=> c 1
#=> c 2
#=> 42
#=> end 5
