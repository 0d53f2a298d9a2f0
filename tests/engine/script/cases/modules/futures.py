# concurrent.futures, multiprocessing
import concurrent.futures as cf
import time
from concurrent.futures import *
from concurrent.futures import InvalidStateError


def t(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__, e)


def work(n, d=0.0):
    time.sleep(d)
    if n < 0:
        raise ValueError(f"bad {n}")
    return n * n
with ThreadPoolExecutor(max_workers=3) as ex:
    f = ex.submit(work, 3)
    print(f.result(), f.done(), f.exception(), f.cancelled(), f.running())
    print(list(ex.map(work, range(5))))
    print(list(ex.map(work, [1, 2], [0.0, 0.0])))
    bad = ex.submit(work, -1)
    t(lambda: bad.result())
    print(repr(bad.exception()))
    fs = [ex.submit(work, n, d) for n, d in ((1, 0.6), (2, 0.3), (3, 0.0))]
    print([x.result() for x in as_completed(fs)])
    fs = [ex.submit(work, n, d) for n, d in ((1, 0.6), (2, 0.0))]
    done, pending = wait(fs, return_when=FIRST_COMPLETED)
    print([x.result() for x in done], len(pending))
    done, pending = wait(fs)
    print(sorted(x.result() for x in done), len(pending))
    fs = [ex.submit(work, -1, 0.0), ex.submit(work, 5, 0.5)]
    r = wait(fs, return_when=FIRST_EXCEPTION)
    print(len(r.done), len(r.not_done), type(r).__name__)
    slow = ex.submit(work, 7, 0.6)
    print(wait([slow], timeout=0.1).done)
    t(lambda: slow.result(timeout=0.05))
    t(lambda: list(as_completed([slow], timeout=0.05)))
    t(lambda: wait([slow], return_when="nope"))
    called = []
    f.add_done_callback(lambda x: called.append(x.result()))
    print(called)
#=> 9 True None False False
#=> [0, 1, 4, 9, 16]
#=> [1, 4]
#=> ValueError bad -1
#=> ValueError('bad -1')
#=> [9, 4, 1]
#=> [4] 1
#=> [1, 4] 0
#=> 1 1 DoneAndNotDoneFutures
#=> set()
#=> TimeoutError 
#=> TimeoutError 1 (of 1) futures unfinished
#=> ValueError Invalid return condition: 'nope'
#=> [9]
t(lambda: ex.submit(work, 1))  #=> RuntimeError cannot schedule new futures after shutdown
t(lambda: ThreadPoolExecutor(0))  #=> ValueError max_workers must be greater than 0
t(lambda: wait([]))  #=> DoneAndNotDoneFutures(done=set(), not_done=set())
t(lambda: list(as_completed([])))  #=> []
ex = ThreadPoolExecutor(1)
a = ex.submit(time.sleep, 0.3)
b = ex.submit(work, 2)
print(b.cancel(), b.cancelled(), b.done(), a.cancel())  #=> True True True False
t(lambda: b.result())  #=> CancelledError 
ex.shutdown()
f = Future()
print(f.done(), f.set_result(3), f.result(), f.cancel())  #=> False None 3 False
try:
    f.set_result(4)
except InvalidStateError as e:
    print(str(e)[:20])  #=> FINISHED: <Future at
import threading
with ThreadPoolExecutor(2, thread_name_prefix="pool") as ex:
    print(sorted(set(ex.map(lambda _: (time.sleep(0.2), threading.current_thread().name)[1], range(2)))))
#=> ['pool_0', 'pool_1']
#=> init
with ThreadPoolExecutor(1, initializer=lambda: print("init")) as ex:
    print(ex.submit(work, 4).result())  #=> 16
t(lambda: cf.FIRST_COMPLETED)  #=> FIRST_COMPLETED
t(lambda: Executor().submit(1))  #=> NotImplementedError 
