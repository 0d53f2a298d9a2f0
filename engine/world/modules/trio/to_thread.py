"""Functions in other threads."""

from trio._core import _may_abort, checkpoint_if_cancelled, current_task, wait_task_rescheduled
from trio._sync import CapacityLimiter

_limiters = {}


def current_default_thread_limiter():
    runner = current_task().runner
    if runner not in _limiters:
        _limiters[runner] = CapacityLimiter(40)
    return _limiters[runner]


async def run_sync(sync_fn, *args, thread_name=None, abandon_on_cancel=False, cancellable=False, limiter=None):
    """What the function returns, called in a worker thread. A cancellation does not stop it there."""
    await checkpoint_if_cancelled()
    task = current_task()
    runner = task.runner
    if limiter is None:
        limiter = current_default_thread_limiter()
    placeholder = object()
    await limiter.acquire_on_behalf_of(placeholder)

    def work():
        from trio import from_thread

        from_thread._bind(runner)
        return sync_fn(*args)

    future = runner.loop.run_in_executor(None, work)

    def finished(future):
        limiter.release_on_behalf_of(placeholder)
        error = future.exception()
        if error is None:
            task.wake(future.result())
        else:
            task.fail(error)

    future.add_done_callback(finished)
    return await wait_task_rescheduled(_may_abort if abandon_on_cancel or cancellable else None, "thread")
