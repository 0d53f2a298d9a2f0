"""The parts that trio's own classes are made of."""

from enum import Enum

from trio._core import (
    Task,
    _runner,
    cancel_shielded_checkpoint,
    checkpoint,
    checkpoint_if_cancelled,
    current_task,
    wait_task_rescheduled as _wait,
)
from trio._sync import ParkingLot


class Abort(Enum):
    SUCCEEDED = 1
    FAILED = 2


async def wait_task_rescheduled(abort_func):
    return await _wait(lambda raise_cancel: abort_func(raise_cancel) is Abort.SUCCEEDED)


def reschedule(task, next_send=None):
    """`next_send`: an outcome, or nothing."""
    if next_send is None:
        task.wake(None)
    elif hasattr(next_send, "error"):
        task.fail(next_send.error)
    else:
        task.wake(getattr(next_send, "value", next_send))


def current_root_task():
    return _runner().main_task


def current_statistics():
    from types import SimpleNamespace

    return SimpleNamespace(tasks_living=len(_runner().tasks))


def spawn_system_task(async_fn, *args, name=None, context=None):
    from trio._core import _make_task

    class _System:
        def _child_ended(self, task, error):
            if error is not None:
                raise error

    return _make_task(_runner(), async_fn, args, name, _System(), None, {})


def current_clock():
    return _runner().loop


class TrioToken:
    def __init__(self, runner):
        self._loop = runner.loop

    def run_sync_soon(self, sync_fn, *args, idempotent=False):
        self._loop.call_soon_threadsafe(sync_fn, *args)


def current_trio_token():
    return TrioToken(_runner())
