"""Processes. In the sandbox they are threads: they share the program's memory."""

import os
import queue
import signal
import threading
from threading import Barrier, BoundedSemaphore, Condition, Event, Lock, RLock, Semaphore

__all__ = [
    "Array", "AuthenticationError", "Barrier", "BoundedSemaphore", "BufferTooShort", "Condition", "Event", "JoinableQueue",
    "Lock", "Manager", "Pipe", "Pool", "Process", "ProcessError", "Queue", "RLock", "Semaphore", "SimpleQueue",
    "TimeoutError", "Value", "active_children", "cpu_count", "current_process", "freeze_support",
    "get_all_start_methods", "get_context", "get_start_method", "parent_process", "set_start_method",
]


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


# ---- processes -----------------------------------------------------------------------------------------------------

_counter = 0
_children = []
_processes = {}


class Process:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        global _counter
        assert group is None, "group argument must be None for now"
        _counter += 1
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or f"{type(self).__name__}-{_counter}"
        self._number = _counter
        self._parent_pid = os.getpid()
        self._thread = None
        self._exitcode = None
        self.daemon = bool(daemon)

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        assert self._thread is None, "cannot start a process twice"
        self._thread = threading.Thread(target=self._bootstrap, name=self._name, daemon=self.daemon)
        _children.append(self)
        self._thread.start()

    def _bootstrap(self):
        _processes[threading.get_ident()] = self
        try:
            self.run()
            self._exitcode = 0
        except SystemExit as e:
            self._exitcode = 0 if e.code is None else e.code if isinstance(e.code, int) else 1
        except BaseException as e:
            self._exitcode = 1
            threading._invoke_excepthook(self._thread, e)
        finally:
            del _processes[threading.get_ident()]

    def join(self, timeout=None):
        assert self._thread is not None, "can only join a started process"
        self._thread.join(timeout)
        if self in _children and not self._thread.is_alive():
            _children.remove(self)

    def is_alive(self):
        return self._thread is not None and self._thread.is_alive()

    def _end_by(self, number):
        if self.is_alive() and self._thread is not threading.current_thread():
            self._exitcode = -number
            ident = self._thread.ident
            threading._thread._terminate(ident)
            _processes.pop(ident, None)
            threading._active.pop(ident, None)

    def terminate(self):
        self._end_by(signal.SIGTERM)

    def kill(self):
        self._end_by(signal.SIGKILL)

    def close(self):
        if self.is_alive():
            raise ValueError("Cannot close a process while it is still running. You should first call join() or terminate().")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def exitcode(self):
        return None if self.is_alive() else self._exitcode

    @property
    def pid(self):
        return None if self._thread is None else self._parent_pid + self._number

    ident = pid

    def __repr__(self):
        if self._thread is None:
            status = "initial"
        elif self.is_alive():
            status = "started"
        else:
            code = self._exitcode
            status = f"stopped exitcode={code if code >= 0 else '-' + signal.Signals(-code).name}"
        pid = "" if self._thread is None else f" pid={self.pid}"
        daemon = " daemon" if self.daemon else ""
        return f"<{type(self).__name__} name={self._name!r}{pid} parent={self._parent_pid} {status}{daemon}>"


class _MainProcess(Process):
    def __init__(self):
        self._name = "MainProcess"
        self._number = 0
        self._parent_pid = os.getpid()
        self._thread = threading.main_thread()
        self._exitcode = None
        self.daemon = False

    def __repr__(self):
        return f"<_MainProcess name={self._name!r} parent=None started>"


_main_process = _MainProcess()


def current_process():
    return _processes.get(threading.get_ident(), _main_process)


def parent_process():
    return None if current_process() is _main_process else _main_process


def active_children():
    for process in list(_children):
        if not process.is_alive():
            _children.remove(process)
    return list(_children)


def cpu_count():
    return os.cpu_count()


def freeze_support():
    pass


# ---- what they share -----------------------------------------------------------------------------------------------

class Queue(queue.Queue):
    def close(self):
        pass

    def join_thread(self):
        pass

    def cancel_join_thread(self):
        pass


JoinableQueue = Queue


class SimpleQueue(queue.SimpleQueue):
    def close(self):
        pass


class _Value:
    def __init__(self, value, lock):
        self.value = value
        self._lock = lock

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *args):
        return self._lock.__exit__(*args)


_ZEROS = {"d": 0.0, "f": 0.0, "c": b"\0"}


def _zero_of(typecode):
    name = getattr(typecode, "__name__", typecode)
    return 0.0 if name in ("c_double", "c_float") else False if name == "c_bool" else _ZEROS.get(name, 0)


def Value(typecode_or_type, *args, lock=True):
    lock = RLock() if lock in (True, None) or lock is False else lock
    return _Value(args[0] if args else _zero_of(typecode_or_type), lock)


class _Array(_Value):
    def __getitem__(self, i):
        return self.value[i]

    def __setitem__(self, i, item):
        self.value[i] = item

    def __len__(self):
        return len(self.value)

    def __iter__(self):
        return iter(self.value)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    if isinstance(size_or_initializer, int):
        values = [_zero_of(typecode_or_type)] * size_or_initializer
    else:
        values = list(size_or_initializer)
    return _Array(values, RLock() if lock in (True, None) or lock is False else lock)


class _Connection:
    def __init__(self, incoming, outgoing):
        self._incoming = incoming
        self._outgoing = outgoing
        self.closed = False

    def send(self, obj):
        if self._outgoing is None:
            raise OSError("connection is read-only")
        self._outgoing.put(obj)

    def recv(self):
        if self._incoming is None:
            raise OSError("connection is write-only")
        item = self._incoming.get()
        if item is _end:
            raise EOFError
        return item

    def poll(self, timeout=0.0):
        return not self._incoming.empty()

    def close(self):
        if not self.closed and self._outgoing is not None:
            self._outgoing.put(_end)
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


_end = object()


def Pipe(duplex=True):
    there = queue.Queue()
    if not duplex:
        return _Connection(there, None), _Connection(None, there)
    back = queue.Queue()
    return _Connection(back, there), _Connection(there, back)


class Manager:
    """What a manager makes for processes to share is shared anyway."""

    Lock = staticmethod(Lock)
    RLock = staticmethod(RLock)
    Event = Event
    Condition = Condition
    Semaphore = Semaphore
    BoundedSemaphore = BoundedSemaphore
    Barrier = Barrier
    Queue = Queue
    JoinableQueue = Queue
    list = list
    dict = dict

    def Value(self, typecode, value):
        return _Value(value, RLock())

    def Array(self, typecode, sequence):
        return list(sequence)

    def Namespace(self, **kwargs):
        from types import SimpleNamespace

        return SimpleNamespace(**kwargs)

    def start(self):
        pass

    def shutdown(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


# ---- pools ---------------------------------------------------------------------------------------------------------

class AsyncResult:
    def __init__(self, collect, futures, callback=None, error_callback=None):
        self._collect = collect
        self._futures = futures
        self._left = len(futures)
        self._callback = callback
        self._error_callback = error_callback
        self._event = threading.Event()
        if not futures:
            self._finish()
        for future in futures:
            future.add_done_callback(self._note)

    def _note(self, future):
        self._left -= 1
        if self._left == 0:
            self._finish()

    def _finish(self):
        error = next((f.exception() for f in self._futures if f.exception() is not None), None)
        if error is None and self._callback:
            self._callback(self._collect([f.result() for f in self._futures]))
        elif error is not None and self._error_callback:
            self._error_callback(error)
        self._event.set()

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return all(f.exception() is None for f in self._futures)

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        return self._collect([f.result() for f in self._futures])


class Pool:
    def __init__(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None, context=None):
        from concurrent.futures import ThreadPoolExecutor

        if processes is None:
            processes = os.cpu_count() or 1
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        self._closed = False
        self._pool = ThreadPoolExecutor(processes, "PoolWorker", initializer, initargs)

    def _submit(self, calls):
        if self._closed:
            raise ValueError("Pool not running")
        return [self._pool.submit(func, *args, **kwds) for func, args, kwds in calls]

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        return AsyncResult(lambda values: values[0], self._submit([(func, args, kwds)]), callback, error_callback)

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        futures = self._submit([(func, (item,), {}) for item in iterable])
        return AsyncResult(lambda values: values, futures, callback, error_callback)

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        futures = self._submit([(func, tuple(args), {}) for args in iterable])
        return AsyncResult(lambda values: values, futures, callback, error_callback)

    def imap(self, func, iterable, chunksize=1):
        futures = self._submit([(func, (item,), {}) for item in iterable])
        return (future.result() for future in futures)

    def imap_unordered(self, func, iterable, chunksize=1):
        from concurrent.futures import as_completed

        futures = self._submit([(func, (item,), {}) for item in iterable])
        return (future.result() for future in as_completed(futures))

    def close(self):
        self._closed = True

    def terminate(self):
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    def join(self):
        if not self._closed:
            raise ValueError("Pool is still running")
        self._pool.shutdown(wait=True)

    def __enter__(self):
        if self._closed:
            raise ValueError("Pool not running")
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.terminate()


# ---- ways to start -------------------------------------------------------------------------------------------------

_start_method = "fork"


def get_all_start_methods():
    return ["fork", "spawn", "forkserver"]


def get_start_method(allow_none=False):
    return _start_method


def set_start_method(method, force=False):
    global _start_method
    if method is not None and method not in get_all_start_methods():
        raise ValueError(f"cannot find context for {method!r}")
    _start_method = method or "fork"


class _Context:
    """The functions of this module, as a context has them."""

    def __init__(self, method):
        self._method = method

    def get_start_method(self, allow_none=False):
        return self._method

    def __getattr__(self, name):
        if name in __all__:
            return globals()[name]
        raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")


def get_context(method=None):
    if method is not None and method not in get_all_start_methods():
        raise ValueError(f"cannot find context for {method!r}")
    return _Context(method or _start_method)


def log_to_stderr(level=None):
    import logging

    return logging.getLogger("multiprocessing")


get_logger = log_to_stderr
