from _asyncio import (
    BaseEventLoop,
)
