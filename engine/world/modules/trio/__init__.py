"""trio: tasks in nurseries, and scopes that cancel all that runs inside them.

Tasks that are ready together run in the order in which they got ready; the real trio shuffles them, so that nobody
relies on an order. Time begins at 0. Errors of a nursery come as an ExceptionGroup, as since trio 0.25.
"""

import math

from _package_names import adopt
from trio import abc, lowlevel, from_thread, to_thread
from trio._channels import (
    BrokenResourceError,
    ClosedResourceError,
    EndOfChannel,
    MemoryReceiveChannel,
    MemorySendChannel,
    open_memory_channel,
)
from trio._core import (
    BusyResourceError,
    Cancelled,
    CancelScope,
    Nursery,
    RunFinishedError,
    TASK_STATUS_IGNORED,
    TaskStatus,
    TrioInternalError,
    WouldBlock,
    current_effective_deadline,
    current_time,
    open_nursery,
    run,
)
from trio._network import (
    SocketListener,
    SocketStream,
    open_tcp_listeners,
    open_tcp_stream,
    run_process,
    serve_listeners,
    serve_tcp,
)
from trio._sync import CapacityLimiter, Condition, Event, Lock, Semaphore, StrictFIFOLock
from trio._timeouts import (
    TooSlowError,
    fail_after,
    fail_at,
    move_on_after,
    move_on_at,
    sleep,
    sleep_forever,
    sleep_until,
)

__version__ = "0.25.0"

MultiError = BaseExceptionGroup
NonBaseMultiError = ExceptionGroup


async def aclose_forcefully(resource):
    with CancelScope() as scope:
        scope.cancel()
        await resource.aclose()


async def run_sync_in_worker_thread(sync_fn, *args, **kwargs):
    return await to_thread.run_sync(sync_fn, *args, **kwargs)


adopt("trio", globals())
