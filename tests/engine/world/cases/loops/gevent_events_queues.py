"""Events, results and queues between greenlets."""
import gevent
from gevent.event import Event, AsyncResult
evt = Event()
def setter():
    print('A: Hey wait for me, I have to do something')
    gevent.sleep(0.3)
    print("Ok, I'm done")
    evt.set()
def waiter(i):
    print("I'll wait for you", i)
    evt.wait()
    print("It's about time", i)
gevent.joinall([gevent.spawn(setter)] + [gevent.spawn(waiter, i) for i in range(5)])
a = AsyncResult()
def s2():
    gevent.sleep(0.3); a.set('Hello!')
def w2(): print(a.get())
gevent.joinall([gevent.spawn(s2), gevent.spawn(w2), gevent.spawn(w2)])
from gevent.queue import Queue, Empty, JoinableQueue
tasks = Queue(maxsize=3)
def worker(name):
    try:
        while True:
            task = tasks.get(timeout=1)
            print('Worker %s got task %s' % (name, task))
            gevent.sleep(0)
    except Empty:
        print('Quitting time!', name)
def boss():
    for i in range(1,10): tasks.put(i)
    print('Assigned all work in iteration 1')
    for i in range(10,20): tasks.put(i)
    print('Assigned all work in iteration 2')
gevent.joinall([gevent.spawn(boss), gevent.spawn(worker, 'steve'), gevent.spawn(worker, 'john'), gevent.spawn(worker, 'bob')])
q = JoinableQueue()
def w3():
    for item in q:
        print("item", item); gevent.sleep(0.1); q.task_done()
for i in range(2): gevent.spawn(w3)
for i in range(5): q.put(i)
q.join(); print("all done")

# What it prints:
#=> A: Hey wait for me, I have to do something
#=> I'll wait for you 0
#=> I'll wait for you 1
#=> I'll wait for you 2
#=> I'll wait for you 3
#=> I'll wait for you 4
#=> Ok, I'm done
#=> It's about time 0
#=> It's about time 1
#=> It's about time 2
#=> It's about time 3
#=> It's about time 4
#=> Hello!
#=> Hello!
#=> Worker steve got task 1
#=> Worker john got task 2
#=> Worker bob got task 3
#=> Worker steve got task 4
#=> Worker john got task 5
#=> Worker bob got task 6
#=> Assigned all work in iteration 1
#=> Worker steve got task 7
#=> Worker john got task 8
#=> Worker bob got task 9
#=> Worker steve got task 10
#=> Worker john got task 11
#=> Worker bob got task 12
#=> Worker steve got task 13
#=> Worker john got task 14
#=> Worker bob got task 15
#=> Worker steve got task 16
#=> Worker john got task 17
#=> Worker bob got task 18
#=> Assigned all work in iteration 2
#=> Worker steve got task 19
#=> Quitting time! john
#=> Quitting time! bob
#=> Quitting time! steve
#=> item 0
#=> item 1
#=> item 2
#=> item 3
#=> item 4
#=> all done
