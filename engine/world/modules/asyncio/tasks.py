from _asyncio import (
    Task,
    create_task,
    FIRST_COMPLETED,
    FIRST_EXCEPTION,
    ALL_COMPLETED,
    wait,
    wait_for,
    sleep,
    gather,
    shield,
    ensure_future,
    run_coroutine_threadsafe,
    current_task,
    all_tasks,
)
from _asyncio import as_completed as _as_completed


def as_completed(fs, *, timeout=None, **legacy):
    yield from _as_completed(fs, timeout=timeout, **legacy)
