from _asyncio import (
    iscoroutine,
    iscoroutinefunction,
)


async def _coroutine_of(awaitable):
    """An object with a coroutine's methods, as one that a task can run."""
    return await awaitable
