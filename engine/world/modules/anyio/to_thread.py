"""Functions that block, called in worker threads."""

import asyncio
from functools import partial

from anyio._scopes import CancelScope, checkpoint
from anyio._sync import CapacityLimiter

_limiters = {}  # of loops


def current_default_thread_limiter():
    loop = asyncio.get_running_loop()
    if loop not in _limiters:
        _limiters[loop] = CapacityLimiter(40), _pool()
    return _limiters[loop][0]


def _pool():
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(1000, thread_name_prefix="AnyIO worker thread")


async def run_sync(func, *args, abandon_on_cancel=False, cancellable=False, limiter=None):
    await checkpoint()
    default = current_default_thread_limiter()
    loop = asyncio.get_running_loop()
    context = limiter or default
    borrower = object()
    await context.acquire_on_behalf_of(borrower)
    try:
        with CancelScope(shield=not (abandon_on_cancel or cancellable)):
            from anyio import from_thread

            return await loop.run_in_executor(_limiters[loop][1], partial(from_thread._call_within, loop, func, args))
    finally:
        context.release_on_behalf_of(borrower)
