"""anyio: task groups, cancel scopes, streams and threads, on asyncio."""

import asyncio
import math

from _package_names import adopt
from anyio import from_thread, lowlevel, to_thread
from anyio._scopes import CancelScope, current_effective_deadline, fail_after, move_on_after
from anyio._streams import (
    BrokenResourceError,
    BusyResourceError,
    ClosedResourceError,
    EndOfStream,
    create_memory_object_stream,
)
from anyio._sync import CapacityLimiter, Condition, Event, EventStatistics, Lock, Semaphore, WouldBlock
from anyio._tasks import (
    TASK_STATUS_IGNORED,
    TaskInfo,
    create_task_group,
    get_current_task,
    get_running_tasks,
    name_of as _name_of,
)

__version__ = "4.4.0"


def run(func, *args, backend="asyncio", backend_options=None):
    """Calls an async function and runs the loop until it returns."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        pass
    else:
        raise RuntimeError("Already running asyncio in this thread")
    if backend != "asyncio":
        raise LookupError(f"No such backend: {backend}")
    options = dict(backend_options or {})
    factory = options.get("loop_factory")
    if options.get("use_uvloop") and factory is None:
        import uvloop

        factory = uvloop.new_event_loop

    async def wrapper():
        asyncio.current_task().set_name(_name_of(func))
        return await func(*args)

    with asyncio.Runner(debug=options.get("debug"), loop_factory=factory) as runner:
        return runner.run(wrapper())


async def sleep(delay):
    await asyncio.sleep(delay)


async def sleep_forever():
    await asyncio.get_running_loop().create_future()


async def sleep_until(deadline):
    await asyncio.sleep(max(deadline - current_time(), 0))


def current_time():
    return asyncio.get_running_loop().time()


def get_cancelled_exc_class():
    return asyncio.CancelledError


def get_all_backends():
    return ("asyncio",)


async def run_process(command, *, input=None, stdout=-1, stderr=-1, check=True, cwd=None, env=None):
    """Runs a command to its end; what it wrote is in the result."""
    import subprocess

    given = dict(stdin=-1 if input is not None else -3, stdout=stdout, stderr=stderr, cwd=cwd, env=env)
    if isinstance(command, (str, bytes)):
        process = await asyncio.create_subprocess_shell(command, **given)
    else:
        process = await asyncio.create_subprocess_exec(*command, **given)
    out, err = await process.communicate(input)
    if check and process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command, out, err)
    return subprocess.CompletedProcess(command, process.returncode, out, err)


adopt("anyio", globals())
