"""Task groups."""

import asyncio

from anyio._scopes import CancelScope, enter_scope


def name_of(func):
    func = getattr(func, "func", func)
    qualified = getattr(func, "__qualname__", None)
    return ".".join(filter(None, (getattr(func, "__module__", None), qualified))) if qualified else str(func)


class TaskInfo:
    def __init__(self, task):
        self.id = id(task)
        self.parent_id = None
        self.name = task.get_name()
        self.coro = task.get_coro()
        self._task = task

    def __eq__(self, other):
        return isinstance(other, TaskInfo) and self.id == other.id

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        return f"TaskInfo(id={self.id!r}, name={self.name!r})"

    def has_pending_cancellation(self):
        return bool(self._task.cancelling())


class TaskStatus:
    """What TaskGroup.start() waits for."""

    def __init__(self, future):
        self._future = future

    def started(self, value=None):
        if self._future.done():
            if self._future.cancelled():
                return
            raise RuntimeError("called 'started' twice on the same task status")
        self._future.set_result(value)


class _Ignored:
    def started(self, value=None):
        pass


TASK_STATUS_IGNORED = _Ignored()


class TaskGroup:
    def __init__(self):
        self.cancel_scope = CancelScope()
        self._active = False
        self._errors = []
        self._tasks = {}  # as a set that keeps its order
        self._all_done = None

    async def __aenter__(self):
        self.cancel_scope.__enter__()
        self._active = True
        return self

    async def __aexit__(self, kind, error, traceback):
        if error is not None:
            self.cancel_scope.cancel()
            if not isinstance(error, asyncio.CancelledError):
                self._errors.append(error)
        cancelled = error if isinstance(error, asyncio.CancelledError) else None
        while self._tasks:
            self._all_done = asyncio.get_running_loop()._io_future("task group")
            try:
                await self._all_done
            except asyncio.CancelledError as came:
                self.cancel_scope.cancel()
                cancelled = cancelled or came
        self._active = False
        outcome = cancelled
        if self._errors:
            outcome = BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)
        if self.cancel_scope.__exit__(type(outcome) if outcome else None, outcome, None):
            return True
        if outcome is not None and outcome is not error:
            try:
                raise outcome
            finally:
                self._errors = outcome = None
        return False

    def start_soon(self, func, *args, name=None):
        """A new task that begins in the loop's next turn."""
        self._spawn(func, args, {}, name)

    async def start(self, func, *args, name=None):
        """The same; returns when it calls task_status.started()."""
        future = asyncio.get_running_loop()._io_future("task")
        task = self._spawn(func, args, {"task_status": TaskStatus(future)}, name, future)
        try:
            return await future
        except asyncio.CancelledError:
            task.cancel()
            raise

    def _spawn(self, func, args, keywords, name, status=None):
        if not self._active:
            raise RuntimeError("This task group is not active; no new tasks can be started.")
        coro = func(*args, **keywords)
        if not asyncio.iscoroutine(coro):
            raise TypeError(f"Expected {name_of(func)}() to return a coroutine, but the return value ({coro!r}) is not "
                            "a coroutine object")
        task = asyncio.create_task(coro, name=name_of(func) if name is None else str(name))
        enter_scope(task, self.cancel_scope)
        self.cancel_scope._tasks[task] = True
        self._tasks[task] = status
        task.add_done_callback(self._ended)
        if self.cancel_scope.is_cancelled():
            self.cancel_scope._deliver_from_top()
        return task

    def _ended(self, task):
        status = self._tasks.pop(task)
        self.cancel_scope._tasks.pop(task, None)
        enter_scope(task, None)
        error = None if task.cancelled() else task.exception()
        if status is not None and not status.done():
            if error is not None:
                status.set_exception(error)
            else:
                status.set_exception(RuntimeError("Child exited without calling task_status.started()"))
        elif error is not None:
            self._errors.append(error)
            if not self.cancel_scope.is_cancelled():
                self.cancel_scope.cancel()
        if not self._tasks and self._all_done is not None and not self._all_done.done():
            self._all_done.set_result(None)


def create_task_group():
    return TaskGroup()


def get_current_task():
    return TaskInfo(asyncio.current_task())


def get_running_tasks():
    return [TaskInfo(each) for each in asyncio.all_tasks()]
