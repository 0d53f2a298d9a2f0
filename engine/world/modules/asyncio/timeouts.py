from _asyncio import (
    Timeout,
    timeout,
    timeout_at,
)
