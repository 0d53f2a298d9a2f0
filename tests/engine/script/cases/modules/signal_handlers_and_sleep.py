# A signal whose handler returns does not cut a sleep short.
import signal
import time


def ring(number, frame):
    print("alarm", round(time.monotonic() - began, 1))


signal.signal(signal.SIGALRM, ring)
began = time.monotonic()
signal.setitimer(signal.ITIMER_REAL, 0.1)
time.sleep(0.3)
print(round(time.monotonic() - began, 1))
#=> alarm 0.1
#=> 0.3
