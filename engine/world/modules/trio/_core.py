"""Tasks, nurseries, cancel scopes."""

import inspect
import math
from contextvars import copy_context

from _coroutine_loop import ForeignLoop, Runner, Waiting, pass_turn, runner


class Cancelled(BaseException):
    """Leaves the tasks of a cancelled scope; the scope catches it."""

    def __str__(self):
        return "Cancelled"


class TrioInternalError(Exception):
    pass


class RunFinishedError(RuntimeError):
    pass


class WouldBlock(Exception):
    pass


class BusyResourceError(Exception):
    pass


class _Loop(ForeignLoop):
    _label = "trio"


class TrioRunner(Runner):
    loop_class = _Loop
    strict = True
    main_task = init_task = None
    result = error = None


def _runner():
    found = runner(TrioRunner)
    if found is None:
        raise RuntimeError("must be called from async context")
    return found


def current_task():
    task = _runner().current()
    if task is None:
        raise RuntimeError("must be called from async context")
    return task


def current_time():
    return _runner().loop.time()


class Task(Waiting):
    def __init__(self, runner, coro, name, nursery, scope):
        self.runner = runner
        self.coro = coro
        self.name = name
        self.parent_nursery = nursery
        self.eventual_parent_nursery = None
        self.child_nurseries = []
        self.scope = scope  # the innermost one it is in
        self.context = None
        self.custom_sleep_data = None

    def __repr__(self):
        return f"<Task {self.name!r} at {id(self):#x}>"

    def is_cancelled(self):
        scope = self.scope
        while scope is not None:
            if scope._cancel_called:
                return True
            if scope._shield:
                return False
            scope = scope._parent
        return False

    def deliver_cancel(self):
        """Ends what it waits for, if that can be ended."""
        if self.is_waiting and self._abort is not None and self.is_cancelled():
            if self._abort(_raise_cancelled):
                self.fail(Cancelled())


def _raise_cancelled():
    raise Cancelled()


async def wait_task_rescheduled(abort, what="future", until=None):
    """`abort(raise_cancel)` says whether a cancellation may end the wait, `what` what a timeline calls it."""
    task = current_task()
    if abort is not None and task.is_cancelled():
        if abort(_raise_cancelled):
            await pass_turn()
            raise Cancelled()
        abort = None
    return await task.wait(task.runner, abort, what, until)


def _may_abort(raise_cancel):
    return True


async def cancel_shielded_checkpoint():
    current_task()
    await pass_turn()


async def checkpoint_if_cancelled():
    if current_task().is_cancelled():
        await pass_turn()
        raise Cancelled()


async def checkpoint():
    """Lets others run; raises if the scope was cancelled."""
    await cancel_shielded_checkpoint()
    await checkpoint_if_cancelled()


# ---- scopes --------------------------------------------------------------------------------------------------------

class CancelScope:
    _parent = None
    _task = None
    _timer = None
    _cancel_called = False
    cancelled_caught = False
    _has_been_entered = False

    def __init__(self, *, deadline=math.inf, shield=False):
        self._deadline = deadline
        self._shield = shield
        self._relative = None

    def __repr__(self):
        state = "cancelled" if self._cancel_called else ""
        if self._task is not None:
            binding = "active"
        elif self._has_been_entered:
            binding = "exited"
        else:
            binding = "unbound"
        if not state and self._deadline != math.inf and runner(TrioRunner) is not None:
            left = self._deadline - current_time()
            state = f"deadline is {abs(left):.2f} seconds {'from now' if left >= 0 else 'ago'}"
        return f"<trio.CancelScope at {id(self):#x}, {binding}{', ' + state if state else ''}>"

    def __enter__(self):
        task = current_task()
        if self._has_been_entered:
            raise RuntimeError("Each CancelScope may only be used for a single 'with' block")
        self._has_been_entered = True
        if self._relative is not None:
            self._deadline = current_time() + self._relative
        self._task = task
        self._parent = task.scope
        task.scope = self
        self._set_timer()
        return self

    def __exit__(self, kind, error, traceback):
        left = self._close(error)
        if left is None:
            return error is not None
        if left is error:
            return False
        context = left.__context__
        try:
            raise left
        finally:
            left.__context__ = context

    def _close(self, error):
        """What of the error goes on outside."""
        task = current_task()
        if task is not self._task or task.scope is not self:
            raise RuntimeError(f"Cancel scope stack corrupted: attempted to exit {self!r} in {task!r} that's still within "
                               f"its child {task.scope!r}")
        self._drop_timer()
        task.scope = self._parent
        self._task = None
        outside = not self._shield and task.is_cancelled()
        if error is not None and self._cancel_called and not outside:
            left = _without_cancelled(error)
            if left is not error:
                self.cancelled_caught = True
            error = left
        return error

    # ---- cancelling

    def cancel(self):
        if self._cancel_called:
            return
        self._cancel_called = True
        self._drop_timer()
        if self._task is not None:
            for task in list(self._task.runner.tasks.values()):
                task.deliver_cancel()

    @property
    def cancel_called(self):
        if not self._cancel_called and self._task is not None and self._deadline <= self._task.runner.loop.time():
            self.cancel()
        return self._cancel_called

    @property
    def deadline(self):
        return self._deadline

    @deadline.setter
    def deadline(self, when):
        self._deadline = float(when)
        self._set_timer()

    @property
    def shield(self):
        return self._shield

    @shield.setter
    def shield(self, shield):
        if not isinstance(shield, bool):
            raise TypeError("shield must be a bool")
        self._shield = shield
        if not shield and self._task is not None:
            for task in list(self._task.runner.tasks.values()):
                task.deliver_cancel()

    def _set_timer(self):
        self._drop_timer()
        if self._task is None or self._cancel_called or self._deadline == math.inf:
            return
        loop = self._task.runner.loop
        if self._deadline <= loop.time():
            self.cancel()
        else:
            self._timer = loop.call_at(self._deadline, self._expire)

    def _expire(self):
        self._timer = None
        self.cancel()

    def _drop_timer(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def _without_cancelled(error):
    if isinstance(error, Cancelled):
        return None
    if isinstance(error, BaseExceptionGroup):
        matched, rest = error.split(Cancelled)
        return error if matched is None else rest
    return error


def current_effective_deadline():
    scope = current_task().scope
    earliest = math.inf
    while scope is not None:
        if scope._cancel_called:
            return -math.inf
        earliest = min(earliest, scope._deadline)
        if scope._shield:
            break
        scope = scope._parent
    return earliest


# ---- nurseries -----------------------------------------------------------------------------------------------------

class TaskStatus:
    """What nursery.start() waits for."""

    def __init__(self, task):
        self._task = task
        self._called = False
        self._value = None

    def started(self, value=None):
        if self._called:
            raise RuntimeError("called 'started' twice on the same task status")
        self._called = True
        self._value = value
        self._task.wake()


class _Ignored:
    def started(self, value=None):
        pass

    def __repr__(self):
        return "TASK_STATUS_IGNORED"


TASK_STATUS_IGNORED = _Ignored()


class Nursery:
    def __init__(self, task, scope, strict):
        self._parent_task = task
        self.cancel_scope = scope
        self._children = {}  # as a set that keeps its order
        self._errors = []
        self._nested_runs = True
        self._waits = False
        self._closed = False
        self._strict = strict
        task.child_nurseries.append(self)

    @property
    def child_tasks(self):
        return frozenset(self._children)

    @property
    def parent_task(self):
        return self._parent_task

    def start_soon(self, async_fn, *args, name=None):
        """A new task that begins in the loop's next turn."""
        return self._spawn(async_fn, args, name)

    async def start(self, async_fn, *args, name=None):
        """The same; returns when it calls task_status.started()."""
        async with open_nursery() as inner:
            task = current_task()
            status = TaskStatus(task)
            child = inner._spawn(async_fn, args, name, task_status=status)
            failed = []
            watcher = inner._check_closed
            inner._check_closed = lambda: (task.wake(), watcher())
            while not status._called and child in inner._children:
                await wait_task_rescheduled(_may_abort, "task")
            inner._check_closed = watcher
            if not status._called and not inner._errors:
                raise RuntimeError("child exited without calling task_status.started()")
            if child in inner._children:
                del inner._children[child]
                self._children[child] = True
                child.parent_nursery = self
                child.scope = _moved(child.scope, inner.cancel_scope, self.cancel_scope)
        return status._value

    def _spawn(self, async_fn, args, name=None, **keywords):
        if self._closed:
            raise RuntimeError("Nursery is closed to new arrivals")
        runner = self._parent_task.runner
        task = _make_task(runner, async_fn, args, name, self, self.cancel_scope, keywords)
        self._children[task] = True
        return task

    def _add(self, error):
        self._errors.append(error)
        self.cancel_scope.cancel()

    def _child_ended(self, task, error):
        self._children.pop(task, None)
        if error is not None:
            self._add(error)
        self._check_closed()

    def _check_closed(self):
        if not self._nested_runs and not self._children:
            self._closed = True
            if self._waits:
                self._waits = False
                self._parent_task.wake()

    async def _nested_ended(self, error):
        """Waits for the children; what comes of all errors."""
        if error is not None:
            self._add(error)
        self._nested_runs = False
        self._check_closed()
        if not self._closed:

            def aborted(raise_cancel):
                self._add(Cancelled())
                return False

            self._waits = True
            await wait_task_rescheduled(aborted, "task group")
        else:
            await cancel_shielded_checkpoint()
        self._parent_task.child_nurseries.remove(self)
        errors = self._errors
        if not errors:
            return None
        if not self._strict and len(errors) == 1 or all(isinstance(each, Cancelled) for each in errors):
            return errors[0]
        kept = [each for each in errors if not isinstance(each, Cancelled)]
        if not self._strict and len(kept) == 1:
            return kept[0]
        return BaseExceptionGroup("Exceptions from Trio nursery", errors)


def _moved(scope, old, new):
    """A child's scope after its nursery has changed."""
    if scope is old:
        return new
    each = scope
    while each._parent is not None and each._parent is not old:
        each = each._parent
    if each._parent is old:
        each._parent = new
    return scope


class _NurseryManager:
    def __init__(self, strict):
        self._strict = strict

    async def __aenter__(self):
        task = current_task()
        strict = task.runner.strict if self._strict is None else self._strict
        self._scope = CancelScope()
        self._scope.__enter__()
        self._nursery = Nursery(task, self._scope, strict)
        return self._nursery

    async def __aexit__(self, kind, error, traceback):
        left = self._scope._close(await self._nursery._nested_ended(error))
        if left is None:
            return error is not None
        if left is error:
            return False
        context = left.__context__
        try:
            raise left
        finally:
            left.__context__ = context

    def __enter__(self):
        raise RuntimeError("use 'async with open_nursery(...)', not 'with open_nursery(...)'")

    def __exit__(self, *exc):
        pass


def open_nursery(strict_exception_groups=None):
    return _NurseryManager(strict_exception_groups)


# ---- tasks and runs ------------------------------------------------------------------------------------------------

_HELP = """Trio was expecting an async function, but instead it got a coroutine object {coro!r}

Probably you did something like:

  trio.run({name}(...))            # incorrect!
  nursery.start_soon({name}(...))  # incorrect!

Instead, you want (notice the parentheses!):

  trio.run({name}, ...)            # correct!
  nursery.start_soon({name}, ...)  # correct!"""


def _coroutine(async_fn, args, keywords):
    if inspect.iscoroutine(async_fn):
        name = async_fn.__name__
        async_fn.close()
        raise TypeError(_HELP.format(coro=async_fn, name=name))
    if not callable(async_fn):
        raise TypeError(f"Trio was expecting an async function, but instead it got {async_fn!r}")
    made = async_fn(*args, **keywords)
    if not inspect.iscoroutine(made):
        if inspect.isasyncgen(made):
            raise TypeError(f"start_soon expected an async function but got an async generator {made!r}")
        raise TypeError("Trio expected an async function, but {!r} appears to be synchronous".format(
            getattr(async_fn, "__qualname__", async_fn)))
    return made


def _make_task(runner, async_fn, args, name, nursery, scope, keywords):
    coro = _coroutine(async_fn, args, keywords)
    if name is None:
        name = getattr(async_fn, "func", async_fn)
    if not isinstance(name, str):
        name = f"{name.__module__}.{name.__qualname__}" if hasattr(name, "__qualname__") else repr(name)
    task = Task(runner, coro, name, nursery, scope)
    runner.start(_body(task, coro), task, name.removeprefix("__main__."))
    return task


def _body(task, coro):
    async def body():
        error = result = None
        try:
            result = await coro
        except BaseException as raised:
            error = raised
        task.runner.ended(task)
        if task.parent_nursery is not None:
            task.parent_nursery._child_ended(task, error)
        else:
            task.runner.result, task.runner.error = result, error
            task.runner.loop.stop()

    body.__name__ = getattr(coro, "__name__", "task")
    body.__qualname__ = getattr(coro, "__qualname__", "task")
    return body()


def run(async_fn, *args, clock=None, instruments=(), restrict_keyboard_interrupt_to_checkpoints=False,
        strict_exception_groups=True):
    """Runs the function as the main task; what it returns or raises."""
    if runner(TrioRunner) is not None:
        raise RuntimeError("Attempted to call run() from inside a run()")
    made = TrioRunner()
    made.strict = strict_exception_groups

    def first():
        made.main_task = _make_task(made, async_fn, args, None, None, None, {})

    made.run(first)
    if made.error is not None:
        raise made.error
    return made.result
