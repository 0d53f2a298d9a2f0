"""Greenlets switch where they wait, in the order in which they were spawned."""
import gevent
def foo():
    print('Running in foo')
    gevent.sleep(0)
    print('Explicit context switch to foo again')
def bar():
    print('Explicit context to bar')
    gevent.sleep(0)
    print('Implicit context switch back to bar')
gevent.joinall([gevent.spawn(foo), gevent.spawn(bar)])
def task(pid):
    gevent.sleep((pid*7%10)*0.001)
    print('Task %s done' % pid)
def synchronous():
    for i in range(1,10): task(i)
def asynchronous():
    threads = [gevent.spawn(task, i) for i in range(10)]
    gevent.joinall(threads)
print('Synchronous:'); synchronous()
print('Asynchronous:'); asynchronous()

# What it prints:
#=> Running in foo
#=> Explicit context to bar
#=> Explicit context switch to foo again
#=> Implicit context switch back to bar
#=> Synchronous:
#=> Task 1 done
#=> Task 2 done
#=> Task 3 done
#=> Task 4 done
#=> Task 5 done
#=> Task 6 done
#=> Task 7 done
#=> Task 8 done
#=> Task 9 done
#=> Asynchronous:
#=> Task 0 done
#=> Task 3 done
#=> Task 6 done
#=> Task 9 done
#=> Task 2 done
#=> Task 5 done
#=> Task 8 done
#=> Task 1 done
#=> Task 4 done
#=> Task 7 done
