"""to_thread: a blocking function in a thread of the loop's pool."""

import contextvars
import functools

from _asyncio import get_running_loop


async def to_thread(func, /, *args, **kwargs):
    loop = get_running_loop()
    context = contextvars.copy_context()
    call = functools.partial(context.run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)
