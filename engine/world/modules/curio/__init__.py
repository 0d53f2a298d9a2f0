"""curio: a small kernel for coroutines. spawn() starts tasks, join() waits for them, cancel() ends them.

Tasks run in the order in which they got ready.
"""

from curio._kernel import (
    CancelledError,
    CurioError,
    Kernel,
    Task,
    TaskCancelled,
    TaskError,
    TaskTimeout,
    TimeoutCancellationError,
    check_cancellation,
    clock,
    current_task,
    disable_cancellation,
    enable_cancellation,
    ignore_after,
    ignore_at,
    run,
    schedule,
    sleep,
    spawn,
    timeout_after,
    timeout_at,
    wake_at,
)
from curio._sync import (
    BoundedSemaphore,
    Condition,
    Event,
    LifoQueue,
    Lock,
    PriorityQueue,
    Queue,
    Result,
    RLock,
    Semaphore,
    UniversalEvent,
    UniversalQueue,
)
from curio._groups import ContextTask, TaskGroup, TaskGroupError
from curio import errors, socket, subprocess
from curio._network import open_connection, run_server, tcp_server, tcp_server_socket
from curio._workers import async_thread, block_in_thread, run_in_process, run_in_thread, spawn_thread

__version__ = "1.6"
