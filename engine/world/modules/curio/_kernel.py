"""The kernel: tasks, cancellation, time."""

import inspect

from _coroutine_loop import ForeignLoop, Runner, Waiting, pass_turn, runner


class CurioError(Exception):
    pass


class CancelledError(BaseException):
    pass


class TaskCancelled(CancelledError):
    """What a cancelled task sees at the call it waits in."""


class TimeoutCancellationError(CancelledError):
    """An outer time limit has expired."""


class TaskTimeout(CancelledError):
    """The time limit has expired."""


class TaskError(CurioError):
    """From join(): the task failed; the reason is the cause."""


class _Loop(ForeignLoop):
    _label = "curio"


class KernelRunner(Runner):
    loop_class = _Loop
    last_id = 0
    result = error = None


def kernel():
    found = runner(KernelRunner)
    if found is None:
        raise RuntimeError("No running curio kernel")
    return found


def _current():
    return kernel().current()


async def current_task():
    return _current()


class Task(Waiting):
    def __init__(self, runner, coro, daemon=False, parent=None):
        runner.last_id += 1
        self.id = runner.last_id
        self.coro = coro
        self.daemon = daemon
        self.parentid = parent.id if parent is not None else None
        self.name = getattr(coro, "__qualname__", repr(coro))
        self.runner = runner
        self.terminated = False
        self.cancelled = False
        self.joined = False
        self.cycles = 0
        self.taskgroup = None
        self._result = None
        self._error = None
        self._watchers = []
        self._pending = None  # a cancellation that no call has seen
        self._limits = []  # time limits it is in, innermost last
        self.allow_cancel = True

    def __repr__(self):
        return f"Task(id={self.id}, name={self.name!r}, state={self.state!r})"

    __str__ = __repr__

    @property
    def state(self):
        if self.terminated:
            return "TERMINATED"
        return "WAITING" if self.is_waiting else "READY"

    @property
    def exception(self):
        if not self.terminated:
            raise RuntimeError("Task not terminated")
        return self._error

    @property
    def result(self):
        if not self.terminated:
            raise RuntimeError("Task not terminated")
        if self._error is not None:
            raise self._error
        return self._result

    async def wait(self):
        """Until it has ended, however."""
        if not self.terminated:
            await block(self._watchers, what="task")

    async def join(self):
        """What it returned; TaskError if it failed."""
        await self.wait()
        self.joined = True
        if self.taskgroup is not None:
            self.taskgroup._taken(self)
        if self._error is not None:
            raise TaskError("Task crash") from self._error
        return self._result

    async def cancel(self, *, exc=TaskCancelled, blocking=True):
        """Raises TaskCancelled in it, and waits for its end."""
        if self.terminated:
            self.joined = True
            return False
        self.cancelled = True
        error = exc() if isinstance(exc, type) else exc
        self.interrupt(error)
        if blocking:
            await self.wait()
            self.joined = True
        return True

    def interrupt(self, error):
        if self.is_waiting and self._abort is not None and self.allow_cancel:
            self._abort()
            self.fail(error)
        else:
            self._pending = error

    async def _wait(self, abort, what="future", until=None):
        return await Waiting.wait(self, self.runner, abort, what, until)


def _nothing():
    pass


async def block(waiting, shielded=False, what="future"):
    """Appends the task to a list of those who wait; returns what it is woken with. `what`: for a timeline."""
    task = _current()
    _raise_pending(task)
    waiting.append(task)

    def leave():
        if task in waiting:
            waiting.remove(task)

    return await task._wait(None if shielded else leave, what)


def _raise_pending(task):
    if task._pending is not None and task.allow_cancel:
        error, task._pending = task._pending, None
        raise error


def wake(waiting, count=1, value=None):
    """The first so many of those who wait."""
    while waiting and count > 0:
        waiting.pop(0).wake(value)
        count -= 1


# ---- starting and running ------------------------------------------------------------------------------------------

def _coroutine(corofunc, args):
    if inspect.iscoroutine(corofunc):
        assert not args, "arguments can't be passed to an already instantiated coroutine"
        return corofunc
    made = corofunc(*args)
    if not inspect.iscoroutine(made):
        raise TypeError(f"Could not create coroutine from {corofunc}")
    return made


def start(runner, coro, daemon=False):
    task = Task(runner, coro, daemon, runner.current())

    async def body():
        try:
            task._result = await coro
        except BaseException as error:
            task._error = error
            if isinstance(error, (KeyboardInterrupt, SystemExit)):
                runner.error = error
                runner.loop.stop()
        task.terminated = True
        runner.ended(task)
        wake(task._watchers, len(task._watchers))
        if task.taskgroup is not None:
            task.taskgroup._ended(task)

    body.__name__ = getattr(coro, "__name__", "task")
    body.__qualname__ = task.name
    runner.start(body(), task, task.name)
    return task


async def spawn(corofunc, *args, daemon=False):
    """A new task, which runs when this one waits."""
    return start(kernel(), _coroutine(corofunc, args), daemon)


def run(corofunc, *args, with_monitor=False, selector=None, debug=None, activations=None, **kwargs):
    """Runs a coroutine and, until they end, the tasks it leaves behind; daemons are cancelled."""
    if runner(KernelRunner) is not None:
        raise RuntimeError("Only one Curio kernel per thread is allowed")
    made = KernelRunner()
    coro = _coroutine(corofunc, args)
    main = []

    async def supervise():
        task = start(made, coro)
        main.append(task)
        await task.wait()
        task.joined = True
        # The kernel shuts down: what still runs is cancelled.
        for each in sorted(made.tasks.values(), key=lambda each: -each.id):
            if each is not made.current() and not each.terminated:
                await each.cancel()
        made.loop.stop()

    made.run(lambda: start(made, supervise(), daemon=True))
    if made.error is not None:
        raise made.error
    if main[0]._error is not None:
        raise main[0]._error
    return main[0]._result


class Kernel:
    """Runs several coroutines, one run() after another."""

    def __init__(self, **kwargs):
        self._kwargs = kwargs

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def run(self, corofunc=None, *args, shutdown=False):
        return run(corofunc, *args) if corofunc is not None else None


# ---- time ----------------------------------------------------------------------------------------------------------

async def clock():
    return kernel().loop.time()


async def schedule():
    await sleep(0)


async def sleep(seconds):
    """The time when it goes on."""
    task = _current()
    _raise_pending(task)
    if seconds <= 0:
        await pass_turn()
        _raise_pending(task)
        return task.runner.loop.time()
    return await wake_at(task.runner.loop.time() + seconds)


async def wake_at(clock):
    task = _current()
    _raise_pending(task)
    timer = task.runner.loop.call_at(clock, task.wake)
    try:
        await task._wait(_nothing, "sleep", clock)
    finally:
        timer.cancel()
    return task.runner.loop.time()


class _Limit:
    """A time limit around a block. The innermost of those that expire together or before raises TaskTimeout."""

    def __init__(self, when, absolute, ignore, timeout_result=None):
        self._when = when
        self._absolute = absolute
        self._ignore = ignore
        self.expired = False
        self.result = True
        self._timeout_result = timeout_result

    async def __aenter__(self):
        self._task = task = _current()
        loop = task.runner.loop
        self._timer = None
        if self._when is not None:
            deadline = self._when if self._absolute else loop.time() + self._when
            self._timer = loop.call_at(deadline, self._expire)
        task._limits.append(self)
        return self

    def _expire(self):
        self._timer = None
        self._error = TaskTimeout(self._when)
        self.expired = True
        self._task.interrupt(self._error)

    async def __aexit__(self, kind, error, traceback):
        task = self._task
        task._limits.remove(self)
        if self._timer is not None:
            self._timer.cancel()
        if self.expired and task._pending is self._error:
            task._pending = None
        if not self.expired or error is None:
            return False
        if error is self._error:
            if self._ignore:
                self.result = self._timeout_result
                return True
            return False
        return False


class _Call:
    """timeout_after(seconds) as a block, timeout_after(seconds, coroutine) as a call."""

    def __init__(self, limit, corofunc, args):
        self._limit = limit
        self._corofunc = corofunc
        self._args = args

    def __await__(self):
        return self._run().__await__()

    async def _run(self):
        async with self._limit:
            return await _coroutine(self._corofunc, self._args)
        return self._limit._timeout_result


def _limited(limit, args):
    return _Call(limit, args[0], args[1:]) if args else limit


def timeout_after(seconds, *args):
    return _limited(_Limit(seconds, False, False), args)


def timeout_at(clock, *args):
    return _limited(_Limit(clock, True, False), args)


def ignore_after(seconds, *args, timeout_result=None):
    return _limited(_Limit(seconds, False, True, timeout_result), args)


def ignore_at(clock, *args, timeout_result=None):
    return _limited(_Limit(clock, True, True, timeout_result), args)


# ---- when cancellation may happen ----------------------------------------------------------------------------------

class _Cancellation:
    def __init__(self, allow):
        self._allow = allow

    async def __aenter__(self):
        self._task = _current()
        self._before = self._task.allow_cancel
        self._task.allow_cancel = self._allow
        return self._task

    async def __aexit__(self, *exc):
        self._task.allow_cancel = self._before


class _Uncancelled(_Cancellation):
    def __init__(self, call):
        super().__init__(False)
        self._call = call

    def __await__(self):
        return self._run().__await__()

    async def _run(self):
        async with self:
            return await self._call


def disable_cancellation(coro=None):
    return _Uncancelled(coro) if coro is not None else _Cancellation(False)


def enable_cancellation(coro=None):
    return _Cancellation(True)


async def check_cancellation(exc_type=None):
    task = _current()
    if task.allow_cancel:
        _raise_pending(task)
    return task._pending
