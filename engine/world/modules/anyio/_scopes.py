"""Cancel scopes on asyncio's tasks: as long as a scope is cancelled, each wait within it ends with CancelledError."""

import asyncio
import math

_states = {}  # task -> the innermost scope it is in


def scope_of(task):
    return _states.get(task)


def enter_scope(task, scope):
    """Puts a task into a scope, or (None) out of all."""
    if scope is None:
        _states.pop(task, None)
    else:
        _states[task] = scope


class CancelScope:
    def __init__(self, *, deadline=math.inf, shield=False):
        self._deadline = deadline
        self._shield = shield
        self._parent = None
        self._children = {}  # as a set that keeps its order
        self._tasks = {}
        self._host = None
        self._timer = self._again = None
        self._cancel_called = self._entered = False
        self._calls = 0  # cancel() calls on the task that entered it
        self.cancelled_caught = False
        self._relative = None

    def __enter__(self):
        if self._entered:
            raise RuntimeError("Each CancelScope may only be used for a single 'with' block")
        self._entered = True
        self._host = host = asyncio.current_task()
        self._parent = scope_of(host)
        if self._parent is not None:
            self._parent._tasks.pop(host, None)
            self._parent._children[self] = True
        self._tasks[host] = True
        enter_scope(host, self)
        if self._relative is not None:
            self._deadline = asyncio.get_running_loop().time() + self._relative
        self._set_timer()
        if self._cancel_called:
            self._deliver()
        elif self._is_cancelled_from_outside():
            self._parent._deliver_from_top()
        return self

    def __exit__(self, kind, error, traceback):
        host = self._host
        if host is not asyncio.current_task():
            raise RuntimeError("Attempted to exit cancel scope in a different task than it was entered in")
        self._drop_timer()
        if self._again is not None:
            self._again.cancel()
            self._again = None
        self._tasks.pop(host, None)
        self._host = None
        enter_scope(host, self._parent)
        if self._parent is not None:
            self._parent._children.pop(self, None)
            self._parent._tasks[host] = True
            self._parent._deliver_from_top()
        caught = self._cancel_called and error is not None and not self._is_cancelled_from_outside()
        if caught:
            while self._calls and host.cancelling():
                self._calls -= 1
                host.uncancel()
            caught = _is_only_cancelled(error)
        self.cancelled_caught = self.cancelled_caught or caught
        return caught

    # ---- cancelling

    def cancel(self):
        if self._cancel_called:
            return
        self._cancel_called = True
        self._drop_timer()
        if self._host is not None:
            self._deliver()

    def _is_cancelled_from_outside(self):
        scope = self
        while scope is not None and not scope._shield:
            scope = scope._parent
            if scope is not None and scope._cancel_called:
                return True
        return False

    def is_cancelled(self):
        return self._cancel_called or self._is_cancelled_from_outside()

    def _deliver_from_top(self):
        """Goes on with the cancellation of the outermost cancelled scope that reaches here."""
        found, scope = None, self
        while scope is not None:
            if scope._cancel_called:
                found = scope
            if scope._shield:
                break
            scope = scope._parent
        if found is not None and found._again is None:
            found._again = asyncio.get_running_loop().call_soon(found._deliver)

    def _deliver(self):
        """Cancels what waits in here, and looks again in the next turn while somebody is left."""
        self._again = None
        if self._cancel_tasks(self):
            self._again = asyncio.get_running_loop().call_soon(self._deliver)

    def _cancel_tasks(self, origin):
        left = False
        running = asyncio.current_task()
        for task in list(self._tasks):
            left = True
            waits_for = task._fut_waiter
            if task is not running and waits_for is not None and not waits_for.done():
                if task is origin._host:
                    origin._calls += 1
                task.cancel(f"Cancelled by cancel scope {id(origin):x}")
        for child in list(self._children):
            if not child._shield and not child._cancel_called:
                left = child._cancel_tasks(origin) or left
        return left

    # ---- deadlines

    def _set_timer(self):
        self._drop_timer()
        if self._host is None or self._cancel_called or self._deadline == math.inf:
            return
        loop = asyncio.get_running_loop()
        if loop.time() >= self._deadline:
            self.cancel()
        else:
            self._timer = loop.call_at(self._deadline, self.cancel)

    def _drop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    @property
    def deadline(self):
        return self._deadline

    @deadline.setter
    def deadline(self, value):
        self._deadline = float(value)
        self._set_timer()

    @property
    def cancel_called(self):
        return self._cancel_called

    @property
    def shield(self):
        return self._shield

    @shield.setter
    def shield(self, value):
        if self._shield != value:
            self._shield = value
            if not value and self._parent is not None:
                self._parent._deliver_from_top()


def _is_only_cancelled(error):
    if isinstance(error, BaseExceptionGroup):
        return all(_is_only_cancelled(each) for each in error.exceptions)
    return isinstance(error, asyncio.CancelledError)


class _FailAfter:
    def __init__(self, delay, shield):
        self._scope = _after(delay, shield)

    def __enter__(self):
        return self._scope.__enter__()

    def __exit__(self, *exc):
        caught = self._scope.__exit__(*exc)
        if self._scope.cancelled_caught and asyncio.get_running_loop().time() >= self._scope.deadline:
            raise TimeoutError
        return caught


def _after(delay, shield):
    made = CancelScope(shield=shield)
    made._relative = delay
    return made


def fail_after(delay, shield=False):
    """A scope at whose deadline TimeoutError is raised."""
    return _FailAfter(delay, shield)


def move_on_after(delay, shield=False):
    """A scope that is left at its deadline."""
    return _after(delay, shield)


def current_effective_deadline():
    earliest, scope = math.inf, scope_of(asyncio.current_task())
    while scope is not None:
        if scope._cancel_called:
            return -math.inf
        earliest = min(earliest, scope._deadline)
        if scope._shield:
            break
        scope = scope._parent
    return earliest


async def checkpoint():
    """Lets others run; raises if the scope it is in was cancelled."""
    await asyncio.sleep(0)
    await checkpoint_if_cancelled()


async def checkpoint_if_cancelled():
    scope = scope_of(asyncio.current_task())
    while scope is not None and scope.is_cancelled():
        await asyncio.sleep(0)  # until the cancellation has come
        scope = scope_of(asyncio.current_task())


async def cancel_shielded_checkpoint():
    with CancelScope(shield=True):
        await asyncio.sleep(0)
