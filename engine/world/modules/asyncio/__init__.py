"""asyncio, as CPython 3.11 has it: the loop's own parts are native, what is around them is here."""

import _asyncio
from _asyncio import (
    ALL_COMPLETED,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    AbstractEventLoop,
    Barrier,
    BaseEventLoop,
    BoundedSemaphore,
    BrokenBarrierError,
    CancelledError,
    Condition,
    Event,
    Future,
    Handle,
    InvalidStateError,
    LifoQueue,
    Lock,
    PriorityQueue,
    Queue,
    QueueEmpty,
    QueueFull,
    Runner,
    SelectorEventLoop,
    Semaphore,
    Task,
    TaskGroup,
    Timeout,
    TimeoutError,
    TimerHandle,
    all_tasks,
    create_task,
    current_task,
    ensure_future,
    gather,
    get_running_loop,
    _get_running_loop,
    iscoroutine,
    iscoroutinefunction,
    isfuture,
    run,
    run_coroutine_threadsafe,
    shield,
    sleep,
    timeout,
    timeout_at,
    wait,
    wait_for,
    wrap_future,
)

from asyncio.events import (
    AbstractEventLoopPolicy,
    AbstractServer,
    DefaultEventLoopPolicy,
    get_event_loop,
    get_event_loop_policy,
    new_event_loop,
    set_event_loop,
    set_event_loop_policy,
)
from asyncio.exceptions import IncompleteReadError, LimitOverrunError, SendfileNotAvailableError
from asyncio.tasks import as_completed
from asyncio.threads import to_thread

# What only programs with connections and processes need is loaded when they ask for it.
_LATER = {
    "streams": ("StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
                "open_unix_connection", "start_unix_server"),
    "protocols": ("BaseProtocol", "Protocol", "BufferedProtocol", "DatagramProtocol", "SubprocessProtocol"),
    "transports": ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
                   "SubprocessTransport"),
    "subprocess": ("create_subprocess_exec", "create_subprocess_shell"),
    "_servers": ("Server",),
    "_watchers": ("AbstractChildWatcher", "SafeChildWatcher", "FastChildWatcher", "MultiLoopChildWatcher",
                  "ThreadedChildWatcher", "PidfdChildWatcher", "get_child_watcher", "set_child_watcher"),
}


# CPython's package has loaded all of these: they are attributes of it.
_SUBMODULES = ("base_events", "base_subprocess", "coroutines", "events", "exceptions", "futures", "locks", "protocols",
               "queues", "runners", "streams", "subprocess", "taskgroups", "tasks", "threads", "timeouts", "transports",
               "trsock")


def __getattr__(name):
    import importlib
    import sys

    if name in _SUBMODULES:
        return importlib.import_module("asyncio." + name)
    for module, names in _LATER.items():
        if name in names:
            value = globals()[name] = getattr(importlib.import_module("asyncio." + module), name)
            return value
    raise AttributeError(f"module 'asyncio' has no attribute {name!r}", name=name, obj=sys.modules["asyncio"])


def __dir__():
    hidden = ("_LATER", "_SUBMODULES", "_asyncio", "__getattr__", "__dir__")
    later = [name for names in _LATER.values() for name in names]
    return sorted({*(name for name in globals() if name not in hidden), *later, *_SUBMODULES})


if _asyncio._legacy:
    import asyncio.legacy

    asyncio.legacy.install(globals())
