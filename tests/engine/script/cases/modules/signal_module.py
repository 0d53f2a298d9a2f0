# Signals that the program sends itself.
import os
import signal
import time


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: (signal.SIGINT, signal.SIGTERM, int(signal.SIGALRM), signal.SIG_DFL, signal.SIG_IGN, signal.Signals(2), signal.Signals.SIGHUP.name, str(signal.SIGINT)))  #=> (<Signals.SIGINT: 2>, <Signals.SIGTERM: 15>, 14, <Handlers.SIG_DFL: 0>, <Handlers.SIG_IGN: 1>, <Signals.SIGINT: 2>, 'SIGHUP', '2')
show(lambda: (signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGINT) is signal.default_int_handler, signal.strsignal(2), signal.strsignal(15)))  #=> (<Handlers.SIG_DFL: 0>, True, 'Interrupt', 'Terminated')
show(lambda: signal.signal(100, print))  #=> ValueError signal number out of range
show(lambda: signal.signal(signal.SIGTERM, 3.5))  #=> TypeError signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object
show(lambda: signal.signal(signal.SIGKILL, print))  #=> OSError [Errno 22] Invalid argument
show(lambda: signal.getsignal(0))  #=> ValueError signal number out of range
show(lambda: (signal.alarm(0), signal.setitimer(signal.ITIMER_REAL, 0)))  #=> (0, (0.0, 0.0))
show(lambda: (len(signal.valid_signals()) > 30, signal.NSIG))  #=> (True, 65)

def handler(number, frame):
    print("handled", signal.Signals(number).name, frame is not None)


print(signal.signal(signal.SIGTERM, handler))  #=> 0
print(signal.getsignal(signal.SIGTERM) is handler)  #=> True
signal.raise_signal(signal.SIGTERM)  #=> handled SIGTERM True
os.kill(os.getpid(), signal.SIGTERM)  #=> handled SIGTERM True
print(signal.signal(signal.SIGTERM, signal.SIG_IGN) is handler)  #=> True
signal.raise_signal(signal.SIGTERM)
print("ignored", signal.signal(signal.SIGTERM, signal.SIG_DFL))  #=> ignored 1
try:
    signal.raise_signal(signal.SIGINT)
except KeyboardInterrupt:
    print("interrupted")  #=> interrupted


def late(number, frame):
    raise TimeoutError("alarm")


signal.signal(signal.SIGALRM, late)
signal.setitimer(signal.ITIMER_REAL, 0.05)
try:
    time.sleep(5)
except TimeoutError as e:
    print(e)  #=> alarm
signal.signal(signal.SIGUSR1, handler)
signal.raise_signal(signal.SIGUSR1)  #=> handled SIGUSR1 True
