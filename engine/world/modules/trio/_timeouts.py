"""Sleeping, and time limits."""

import math
from contextlib import contextmanager

from trio._core import CancelScope, _may_abort, checkpoint, current_task, current_time, wait_task_rescheduled


class TooSlowError(Exception):
    pass


async def sleep_forever():
    await wait_task_rescheduled(_may_abort)


async def sleep_until(deadline):
    await _sleep(deadline)


async def sleep(seconds):
    if seconds < 0:
        raise ValueError("`seconds` must be non-negative")
    if math.isnan(seconds):
        raise ValueError("deadline must not be NaN")
    if seconds == 0:
        await checkpoint()
    else:
        await _sleep(current_time() + seconds)


async def _sleep(deadline):
    task = current_task()
    timer = None if deadline == math.inf else task.runner.loop.call_at(deadline, task.wake)
    try:
        await wait_task_rescheduled(_may_abort, "sleep", None if timer is None else deadline)
    finally:
        if timer is not None:
            timer.cancel()


def move_on_at(deadline, *, shield=False):
    if math.isnan(deadline):
        raise ValueError("deadline must not be NaN")
    return CancelScope(deadline=deadline, shield=shield)


def move_on_after(seconds, *, shield=False):
    if seconds < 0:
        raise ValueError("`seconds` must be non-negative")
    if math.isnan(seconds):
        raise ValueError("`seconds` must not be NaN")
    scope = CancelScope(shield=shield)
    scope._relative = seconds
    return scope


@contextmanager
def fail_at(deadline, *, shield=False):
    with move_on_at(deadline, shield=shield) as scope:
        yield scope
    if scope.cancelled_caught:
        raise TooSlowError


@contextmanager
def fail_after(seconds, *, shield=False):
    with move_on_after(seconds, shield=shield) as scope:
        yield scope
    if scope.cancelled_caught:
        raise TooSlowError
