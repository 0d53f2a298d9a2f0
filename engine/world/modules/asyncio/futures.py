from _asyncio import (
    Future,
    isfuture,
    wrap_future,
)
