"""Helpers of nodes: time limits, wall time, and generators as tasks for code that came from txros."""

import asyncio
import functools
import traceback

__all__ = ["wrap_timeout", "wrap_time_notice", "wall_sleep", "cancellableInlineCallbacks", "launch_main", "TxrosFuture",
           "Cancelled"]


class Cancelled(asyncio.CancelledError):
    pass


async def wall_sleep(duration):
    await asyncio.sleep(duration.to_sec() if hasattr(duration, "to_sec") else duration)


async def wrap_timeout(fut, duration, *, cancel=True):
    """The result, or TimeoutError after so many seconds."""
    seconds = duration.to_sec() if hasattr(duration, "to_sec") else duration
    return await asyncio.wait_for(fut if cancel else asyncio.shield(fut), seconds)


async def wrap_time_notice(fut, duration, description):
    """Says so when it takes longer."""
    seconds = duration.to_sec() if hasattr(duration, "to_sec") else duration
    task = asyncio.ensure_future(fut)
    done, _ = await asyncio.wait([task], timeout=seconds)
    if not done:
        print(f"{description} is taking a while...")
        await asyncio.wait([task])
        print(f"...{description} succeeded.")
    return await task


def cancellableInlineCallbacks(function):
    """A generator that waits with `yield` as a function that returns a task; cancelling reaches what it waits for."""

    @functools.wraps(function)
    def start(*args, **kwargs):
        return asyncio.get_event_loop().create_task(_drive(function(*args, **kwargs), function.__qualname__))

    return start


def _drive(generator, name):
    async def run():
        if not hasattr(generator, "send"):
            return generator
        send, value = generator.send, None
        while True:
            try:
                waits_for = send(value)
            except StopIteration as end:
                return end.value
            try:
                if asyncio.isfuture(waits_for) or hasattr(waits_for, "__await__"):
                    value = await waits_for
                else:
                    value = waits_for
                send = generator.send
            except BaseException as error:
                send, value = generator.throw, error

    run.__qualname__ = run.__name__ = name
    return run()


def launch_main(main_func):
    asyncio.run(main_func())


def return_value(value):
    raise StopIteration(value)
