"""kill() and a Timeout reach a greenlet that waits in a socket or in a patched lock."""
import gevent
from gevent import monkey, socket

left, right = socket.socketpair()

def reader(name):
    try:
        print(name, left.recv(10))
    except BaseException as error:
        print(name, "got", type(error).__name__)
        raise

killed = gevent.spawn(reader, "killed")
gevent.sleep(1)
killed.kill()
print(repr(killed.value), killed.successful(), killed.dead)

def limited():
    with gevent.Timeout(1, False):
        left.recv(10)
    print("the time is over")
    right.sendall(b"late")
    print(left.recv(10))

gevent.spawn(limited).join()
monkey.patch_all()
import threading
import time

lock = threading.Lock()
lock.acquire()
waiting = gevent.spawn(lock.acquire)
sleeping = gevent.spawn(time.sleep, 10)
gevent.sleep(0.1)
gevent.killall([waiting, sleeping])
print(repr(waiting.value), repr(sleeping.value))
lock.release()
print(lock.acquire(timeout=1))

# What it prints:
#=> killed got GreenletExit
#=> GreenletExit() True True
#=> the time is over
#=> b'late'
#=> GreenletExit() GreenletExit()
#=> True
