"""Signals. They come from the program itself (raise_signal, os.kill, alarm) and from the world's interrupts."""

import _signal
import _sys
from enum import IntEnum

_NUMBERS = dict(
    SIGHUP=1, SIGINT=2, SIGQUIT=3, SIGILL=4, SIGTRAP=5, SIGABRT=6, SIGBUS=7, SIGFPE=8, SIGKILL=9, SIGUSR1=10,
    SIGSEGV=11, SIGUSR2=12, SIGPIPE=13, SIGALRM=14, SIGTERM=15, SIGSTKFLT=16, SIGCHLD=17, SIGCONT=18, SIGSTOP=19,
    SIGTSTP=20, SIGTTIN=21, SIGTTOU=22, SIGURG=23, SIGXCPU=24, SIGXFSZ=25, SIGVTALRM=26, SIGPROF=27, SIGWINCH=28,
    SIGIO=29, SIGPWR=30, SIGSYS=31, SIGRTMIN=34, SIGRTMAX=64)

Signals = IntEnum("Signals", _NUMBERS, module="signal")
Handlers = IntEnum("Handlers", dict(SIG_DFL=0, SIG_IGN=1), module="signal")
Sigmasks = IntEnum("Sigmasks", dict(SIG_BLOCK=0, SIG_UNBLOCK=1, SIG_SETMASK=2), module="signal")
globals().update(Signals.__members__)
globals().update(Handlers.__members__)
globals().update(Sigmasks.__members__)
SIGIOT = SIGABRT
SIGCLD = SIGCHLD
SIGPOLL = SIGIO
NSIG = 65
ITIMER_REAL = 0
ITIMER_VIRTUAL = 1
ITIMER_PROF = 2
ItimerError = OSError

_TEXTS = {
    1: "Hangup", 2: "Interrupt", 3: "Quit", 4: "Illegal instruction", 5: "Trace/breakpoint trap", 6: "Aborted",
    7: "Bus error", 8: "Floating point exception", 9: "Killed", 10: "User defined signal 1",
    11: "Segmentation fault", 12: "User defined signal 2", 13: "Broken pipe", 14: "Alarm clock", 15: "Terminated",
    16: "Stack fault", 17: "Child exited", 18: "Continued", 19: "Stopped (signal)", 20: "Stopped",
    21: "Stopped (tty input)", 22: "Stopped (tty output)", 23: "Urgent I/O condition", 24: "CPU time limit exceeded",
    25: "File size limit exceeded", 26: "Virtual timer expired", 27: "Profiling timer expired", 28: "Window changed",
    29: "I/O possible", 30: "Power failure", 31: "Bad system call",
}


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


_handlers = {2: default_int_handler, 13: SIG_IGN, 25: SIG_IGN}
_alarm = {"id": None, "due": 0.0, "interval": 0.0}


def _number(value):
    if not isinstance(value, int):
        value = value.__index__() if hasattr(value, "__index__") else None
        if value is None:
            raise TypeError("an integer is required")
    if not 1 <= value < NSIG:
        raise ValueError("signal number out of range")
    return int(value)


def _as_signal(number):
    try:
        return Signals(number)
    except ValueError:
        return number


def signal(signalnum, handler, /):
    number = _number(signalnum)
    if _sys.thread()[0] != 1:
        raise ValueError("signal only works in main thread of the main interpreter")
    if handler in (SIG_DFL, SIG_IGN) and isinstance(handler, int):
        handler = Handlers(handler)
    elif not callable(handler):
        raise TypeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object")
    if number in (9, 19, 32, 33):
        raise OSError(22, "Invalid argument")
    previous = getsignal(number)
    _handlers[number] = handler
    if handler is SIG_DFL or handler is default_int_handler and number == 2:
        _signal.set(number, None)
    elif handler is SIG_IGN:
        _signal.set(number, False)
    else:
        _signal.set(number, handler)
    return previous


def getsignal(signalnum, /):
    return _handlers.get(_number(signalnum), SIG_DFL)


def raise_signal(signalnum, /):
    _send(_number(signalnum))


def _send(number):
    # Some are ignored unless somebody handles them.
    if getsignal(number) is SIG_DFL and number in (17, 18, 23, 28):
        return
    if getsignal(number) is SIG_IGN:
        return
    _signal.raise_signal(number)


def pthread_kill(thread_id, signalnum, /):
    _send(_number(signalnum))


def strsignal(signalnum, /):
    number = _number(signalnum)
    return _TEXTS.get(number, f"Real-time signal {number - 34}" if number >= 34 else None)


def valid_signals():
    return {_as_signal(number) for number in range(1, NSIG) if number not in (32, 33)}


def _now():
    from _time import monotonic

    return monotonic()


def setitimer(which, seconds, interval=0.0, /):
    if which != ITIMER_REAL:
        raise OSError(22, "Invalid argument: the sandbox has the timer ITIMER_REAL only")
    if seconds < 0:
        raise OSError(22, "Invalid argument")
    previous = getitimer(which)
    if _alarm["id"] is not None:
        _signal.cancel(_alarm["id"])
        _alarm["id"] = None
    _alarm["interval"] = float(interval)
    if seconds:
        _arm(float(seconds))
    return previous


def _arm(seconds):
    _alarm["due"] = _now() + seconds
    _alarm["id"] = _signal.at(seconds, _ring)


def _ring():
    _alarm["id"] = None
    if _alarm["interval"]:
        _arm(_alarm["interval"])
    _signal.mark(14)


def getitimer(which, /):
    if _alarm["id"] is None:
        return 0.0, 0.0
    return max(0.0, _alarm["due"] - _now()), _alarm["interval"]


def alarm(seconds, /):
    from math import ceil

    return ceil(setitimer(ITIMER_REAL, seconds)[0])


def pause():
    _signal.pause()


def siginterrupt(signalnum, flag, /):
    _number(signalnum)


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    if fd != -1:
        raise ValueError("signal.set_wakeup_fd() is not available in the sandbox: there are no file descriptors")
    return -1


def _refused(name):
    def function(*args):
        raise PermissionError(f"signal.{name}() is not available in the sandbox")

    function.__name__ = function.__qualname__ = name
    return function


pthread_sigmask = _refused("pthread_sigmask")
sigpending = _refused("sigpending")
sigwait = _refused("sigwait")
sigwaitinfo = _refused("sigwaitinfo")
sigtimedwait = _refused("sigtimedwait")
