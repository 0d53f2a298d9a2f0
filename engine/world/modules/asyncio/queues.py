from _asyncio import (
    Queue,
    PriorityQueue,
    LifoQueue,
    QueueEmpty,
    QueueFull,
)
