from _asyncio import (
    Runner,
    run,
)
