"""Groups, pools, semaphores, locals, actors, timeouts, channels."""
import gevent
from gevent.pool import Group, Pool
from gevent import getcurrent
group = Group()
def talk(msg):
    for i in range(3): print(msg, i); gevent.sleep(0)
for m in ('bar','bar','fizz'): group.add(gevent.spawn(talk, m))
group.join()
def hello_from(n):
    print('Size of group %s' % len(group)); print(n)
group.map(hello_from, range(3))
def intensive(n):
    gevent.sleep(3 - n); return 'task', n
print('Ordered')
ogroup = Group()
for i in ogroup.imap(intensive, range(3)): print(i)
print('Unordered')
igroup = Group()
for i in igroup.imap_unordered(intensive, range(3)): print(i)
pool = Pool(2)
def h(n):
    print('Size of pool %s' % len(pool), n); gevent.sleep(0.1)
pool.map(h, range(3))
for i in range(4): pool.spawn(h, i); print("spawned", i, pool.free_count())
pool.join()
from gevent.lock import BoundedSemaphore
sem = BoundedSemaphore(2)
def worker1(n):
    sem.acquire(); print('Worker %i acquired semaphore' % n); gevent.sleep(0); sem.release(); print('Worker %i released semaphore' % n)
def worker2(n):
    with sem:
        print('Worker %i acquired semaphore' % n); gevent.sleep(0)
    print('Worker %i released semaphore' % n)
pool = Pool(); pool.map(worker1, range(0,2)); pool.map(worker2, range(3,6))
from gevent.local import local
stash = local()
def f1(): stash.x = 1; print(stash.x)
def f2():
    stash.y = 2; print(stash.y)
    try: stash.x
    except AttributeError: print("x is not local to f2")
gevent.joinall([gevent.spawn(f1), gevent.spawn(f2)])
from gevent.queue import Queue
class Actor(gevent.Greenlet):
    def __init__(self):
        self.inbox = Queue()
        gevent.Greenlet.__init__(self)
    def receive(self, message): raise NotImplementedError()
    def _run(self):
        self.running = True
        while self.running:
            message = self.inbox.get()
            self.receive(message)
n=0
class Pinger(Actor):
    def receive(self, message):
        global n
        print(message); n+=1
        if n>6: self.running=False
        pong.inbox.put('ping'); gevent.sleep(0)
class Ponger(Actor):
    def receive(self, message):
        print(message); ping.inbox.put('pong'); gevent.sleep(0)
        if n>6: self.running=False
ping = Pinger(); pong = Ponger(); ping.start(); pong.start(); ping.inbox.put('start'); gevent.joinall([ping, pong], timeout=2)
from gevent import Timeout
timeout = Timeout(1); timeout.start()
thread1 = gevent.spawn(gevent.sleep, 5)
try: thread1.join(timeout=timeout)
except Timeout: print('Thread 1 timed out')
timer = Timeout.start_new(1)
thread2 = gevent.spawn(gevent.sleep, 5)
try: thread2.get(timeout=timer)
except Timeout: print('Thread 2 timed out')
try: gevent.with_timeout(1, gevent.sleep, 5)
except Timeout: print('Thread 3 timed out')
class TooLong(Exception): pass
try:
    with Timeout(0.1, TooLong): gevent.sleep(2)
except TooLong: print("too long")
from gevent.queue import Channel, PriorityQueue, LifoQueue
ch=Channel()
def prod():
    for i in range(3): print("put",i); ch.put(i)
def cons():
    for i in range(3): print("got", ch.get())
gevent.joinall([gevent.spawn(prod), gevent.spawn(cons)])
pq=PriorityQueue(); [pq.put(x) for x in (3,1,2)]; print([pq.get() for _ in range(3)])
lq=LifoQueue(); [lq.put(x) for x in (3,1,2)]; print([lq.get() for _ in range(3)])

# What it prints:
#=> bar 0
#=> bar 0
#=> fizz 0
#=> bar 1
#=> bar 1
#=> fizz 1
#=> bar 2
#=> bar 2
#=> fizz 2
#=> Size of group 3
#=> 0
#=> Size of group 3
#=> 1
#=> Size of group 3
#=> 2
#=> Ordered
#=> ('task', 0)
#=> ('task', 1)
#=> ('task', 2)
#=> Unordered
#=> ('task', 2)
#=> ('task', 1)
#=> ('task', 0)
#=> Size of pool 2 0
#=> Size of pool 2 1
#=> Size of pool 1 2
#=> spawned 0 1
#=> spawned 1 0
#=> Size of pool 2 0
#=> Size of pool 2 1
#=> spawned 2 1
#=> spawned 3 0
#=> Size of pool 2 2
#=> Size of pool 2 3
#=> Worker 0 acquired semaphore
#=> Worker 1 acquired semaphore
#=> Worker 0 released semaphore
#=> Worker 1 released semaphore
#=> Worker 3 acquired semaphore
#=> Worker 4 acquired semaphore
#=> Worker 3 released semaphore
#=> Worker 4 released semaphore
#=> Worker 5 acquired semaphore
#=> Worker 5 released semaphore
#=> 1
#=> 2
#=> x is not local to f2
#=> start
#=> ping
#=> pong
#=> ping
#=> pong
#=> ping
#=> pong
#=> ping
#=> pong
#=> ping
#=> pong
#=> ping
#=> pong
#=> Thread 2 timed out
#=> Thread 3 timed out
#=> too long
#=> put 0
#=> got 0
#=> put 1
#=> got 1
#=> put 2
#=> got 2
#=> [1, 2, 3]
#=> [2, 1, 3]
