from _asyncio import (
    TaskGroup,
)
