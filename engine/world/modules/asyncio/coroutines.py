from _asyncio import (
    iscoroutine,
    iscoroutinefunction,
)
