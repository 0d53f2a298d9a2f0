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
from asyncio.streams import StreamReader
from asyncio.threads import to_thread


if _asyncio._legacy:
    import asyncio.legacy

    asyncio.legacy.install(globals())
