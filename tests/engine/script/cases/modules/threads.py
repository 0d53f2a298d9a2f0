# threading, queue
import queue
import threading
import time


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def work(n, out, delay=0.0):
    time.sleep(delay)
    out.append(n)
out = []
ts = [threading.Thread(target=work, args=(i, out, (3 - i) * 0.25)) for i in range(3)]
for x in ts: x.start()
for x in ts: x.join()
print(out)  #=> [2, 1, 0]
th = threading.Thread(target=print, args=("hello",), name="greeter", daemon=True)
print(th.name, th.daemon, th.is_alive(), th.ident)
#=> greeter True False None
#=> hello
th.start()
th.join()
print(th.is_alive(), th.ident is not None)  #=> False True
t(lambda: th.start())  #=> RuntimeError threads can only be started once
t(lambda: threading.Thread().join())  #=> RuntimeError cannot join thread before it is started
t(lambda: threading.current_thread().join())  #=> RuntimeError cannot join current thread
t(lambda: threading.Thread(group=1))  #=> AssertionError group argument must be None for now
def f(): th.daemon = False
t(f)  #=> RuntimeError cannot set daemon status of active thread
print(threading.current_thread().name, threading.main_thread().name, threading.current_thread() is threading.main_thread())
#=> MainThread MainThread True
a = threading.Thread(target=work)
b = threading.Thread()
c = threading.Thread(target=lambda: 0)
print(a.name.split(" ")[1], b.name.count("("), c.name.split(" ")[1], repr(b).split(",")[1])
#=> (work) 0 (<lambda>)  initial)>
class T(threading.Thread):
    def __init__(self, v):
        super().__init__()
        self.v = v
        self.result = None
    def run(self):
        self.result = self.v * 2
x = T(21)
x.start()
x.join()
print(x.result)  #=> 42
class NoInit(threading.Thread):
    def __init__(self): pass
t(lambda: NoInit().start())  #=> RuntimeError thread.__init__() not called
l = threading.Lock()
print(l.acquire(), l.locked(), l.acquire(False), l.acquire(timeout=0.01), l.release(), l.locked())
#=> True True False False None False
t(lambda: l.release())  #=> RuntimeError release unlocked lock
t(lambda: l.acquire(False, 1))  #=> ValueError can't specify a timeout for a non-blocking call
t(lambda: l.acquire(timeout=-5))  #=> ValueError timeout value must be positive
with l: print("in lock", l.locked())  #=> in lock True
r = threading.RLock()
with r:
    with r: print("nested")  #=> nested
t(lambda: r.release())  #=> RuntimeError cannot release un-acquired lock
print(r.acquire(), r.acquire(), r.release(), r.release())  #=> True True None None
t(lambda: r.release())  #=> RuntimeError cannot release un-acquired lock
count = 0
def add():
    global count
    for _ in range(100):
        with l: count += 1
ts = [threading.Thread(target=add) for _ in range(5)]
for x in ts: x.start()
for x in ts: x.join()
print(count)  #=> 500
e = threading.Event()
print(e.is_set(), e.wait(0.01))
#=> False False
#=> event True
w = threading.Thread(target=lambda: print("event", e.wait()))
w.start()
e.set()
w.join()
e.clear()
print(e.is_set())
#=> False
#=> got 5
cond = threading.Condition()
items = []
def consumer():
    with cond:
        while not items: cond.wait()
        print("got", items.pop())
w = threading.Thread(target=consumer)
w.start()
with cond:
    items.append(5)
    cond.notify()
w.join()
t(lambda: cond.wait())  #=> RuntimeError cannot wait on un-acquired lock
t(lambda: cond.notify())  #=> RuntimeError cannot notify on un-acquired lock
with cond: print(cond.wait(0.01), cond.wait_for(lambda: True), cond.wait_for(lambda: False, timeout=0.02))
#=> False True False
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01), s.release(), s.acquire())
#=> True True False False None True
t(lambda: threading.Semaphore(-1))  #=> ValueError semaphore initial value must be >= 0
t(lambda: s.release(0))  #=> ValueError n must be one or more
t(lambda: s.acquire(False, 1))  #=> ValueError can't specify timeout for non-blocking acquire
bs = threading.BoundedSemaphore(1)
t(lambda: bs.release())  #=> ValueError Semaphore released too many times
with bs: print("bounded")
#=> bounded
#=> all here
bar = threading.Barrier(3, action=lambda: print("all here"))
res = []
ts = [threading.Thread(target=lambda: res.append(bar.wait())) for _ in range(3)]
for x in ts: x.start()
for x in ts: x.join()
print(sorted(res), bar.parties, bar.n_waiting, bar.broken)
#=> [0, 1, 2] 3 0 False
#=> broken BrokenBarrierError()
def broken():
    try: bar.wait(0.1)
    except threading.BrokenBarrierError as e: print("broken", repr(e))
w = threading.Thread(target=broken)
w.start()
w.join()
print(bar.broken)  #=> True
bar.reset()
print(bar.broken)  #=> False
bar.abort()
t(lambda: bar.wait())
#=> BrokenBarrierError 
#=> timer fired
tm = threading.Timer(0.02, print, ["timer", "fired"])
tm.start()
tm.join()
tm = threading.Timer(10, print, ["never"])
tm.start()
tm.cancel()
tm.join()
print(tm.finished.is_set())
#=> True
#=> AttributeError
#=> thread {'v': 'thread'}
loc = threading.local()
loc.v = "main"
def use():
    try: print(loc.v)
    except AttributeError as e: print("AttributeError")
    loc.v = "thread"
    print(loc.v, vars(loc))
w = threading.Thread(target=use)
w.start()
w.join()
print(loc.v, loc.__dict__)
#=> main {'v': 'main'}
#=> 3 5
class L(threading.local):
    x = 5
    def __init__(self, n): self.n = n
ll = L(3)
w = threading.Thread(target=lambda: print(ll.n, ll.x))
w.start()
w.join()
t(lambda: threading.local(1))  #=> TypeError Initialization arguments are not supported
t(lambda: hasattr(loc, "nope"))  #=> False
hook = []
threading.excepthook = lambda args: hook.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
def boom(): raise ValueError("in thread")
w = threading.Thread(target=boom, name="boomer")
w.start()
w.join()
print(hook)  #=> [('ValueError', 'in thread', 'boomer')]
def ex(): raise SystemExit
w = threading.Thread(target=ex)
w.start()
w.join()
print(len(hook), threading.active_count(), threading.enumerate() == [threading.main_thread()])  #=> 2 1 True

q = queue.Queue()
for i in range(3): q.put(i)
print(q.qsize(), q.empty(), q.full(), q.get(), q.get_nowait(), q.get(block=False))  #=> 3 False False 0 1 2
t(lambda: q.get_nowait())  #=> Empty 
t(lambda: q.get(timeout=0.01))  #=> Empty 
t(lambda: q.get(timeout=-1))  #=> ValueError 'timeout' must be a non-negative number
t(lambda: queue.Empty)  #=> <class '_queue.Empty'>
q = queue.Queue(maxsize=1)
q.put("a")
t(lambda: q.put_nowait("b"))  #=> Full 
t(lambda: q.put("b", timeout=0.01))  #=> Full 
print(q.full())  #=> True
q.task_done()
t(lambda: q.task_done())
#=> ValueError task_done() called too many times
#=> w did 0
#=> w did 1
#=> w did 2
q.get()
def worker(q, name):
    while True:
        item = q.get()
        if item is None: break
        time.sleep(item * 0.01)
        print(name, "did", item)
        q.task_done()
q = queue.Queue()
w = threading.Thread(target=worker, args=(q, "w"))
w.start()
for i in range(3): q.put(i)
q.join()
q.put(None)
w.join()
p = queue.PriorityQueue()
for x in [(3, "c"), (1, "a"), (2, "b")]: p.put(x)
print([p.get() for _ in range(3)])  #=> [(1, 'a'), (2, 'b'), (3, 'c')]
k = queue.LifoQueue()
for x in "abc": k.put(x)
print([k.get() for _ in range(3)])  #=> ['c', 'b', 'a']
sq = queue.SimpleQueue()
sq.put(1)
sq.put(2)
print(sq.qsize(), sq.get(), sq.get(), sq.empty())  #=> 2 1 2 True
t(lambda: sq.get_nowait())  #=> Empty 
t(lambda: sq.get(timeout=0.01))  #=> Empty 
t(lambda: queue.Queue[int])  #=> queue.Queue[int]
def producer(q):
    for i in range(3):
        q.put(i)
        time.sleep(0.01)
    q.put(None)
q = queue.Queue()
threading.Thread(target=producer, args=(q,)).start()
while (item := q.get()) is not None: print("item", item)
#=> item 0
#=> item 1
#=> item 2
def late(): 
    time.sleep(0.3)
    print("late thread finishes after main")
threading.Thread(target=late).start()
print("main ends")
#=> main ends
#=> late thread finishes after main
