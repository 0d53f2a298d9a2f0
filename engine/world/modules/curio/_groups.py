"""Groups of tasks that end together."""

from _collections import deque

from curio._kernel import CurioError, TaskCancelled, _current, block, spawn, wake


class TaskGroupError(CurioError):
    pass


class TaskGroup:
    """`wait`: all (of them), any (the first to end), object (the first with a result), None (cancel all at once)."""

    def __init__(self, tasks=(), *, wait=all):
        self._running = []
        self._ended_tasks = deque()
        self._waiting = []
        self._wait = wait
        self._joined = False
        self.completed = None
        self.tasks = []
        for each in tasks:
            self._adopt(each)

    def _adopt(self, task):
        if task.taskgroup is not None:
            raise RuntimeError("Task is already part of a group")
        task.taskgroup = self
        self.tasks.append(task)
        if task.terminated:
            self._ended_tasks.append(task)
        else:
            self._running.append(task)

    def _ended(self, task):
        if task in self._running:
            self._running.remove(task)
        if not task.daemon:
            self._ended_tasks.append(task)
        wake(self._waiting)

    def _taken(self, task):
        if task in self._ended_tasks:
            self._ended_tasks.remove(task)

    async def spawn(self, coro, *args, daemon=False):
        if self._joined:
            raise RuntimeError("Task group is already closed")
        task = await spawn(coro, *args, daemon=daemon)
        self._adopt(task)
        return task

    async def add_task(self, task):
        self._adopt(task)

    async def next_done(self):
        """The next task that ends, or None when none is left."""
        while not self._ended_tasks and any(not each.daemon for each in self._running):
            await block(self._waiting, what="task group")
        if not self._ended_tasks:
            return None
        task = self._ended_tasks.popleft()
        task.joined = True
        return task

    async def next_result(self):
        task = await self.next_done()
        if task is None:
            raise RuntimeError("No task available")
        return task.result

    async def cancel_remaining(self):
        for each in list(self._running):
            await each.cancel(blocking=False)
        for each in list(self._running):
            await each.cancel()

    async def join(self):
        """Waits as `wait` says; an error of one cancels the others."""
        try:
            while self._wait is not None:
                task = await self.next_done()
                if task is None:
                    break
                if task._error is not None:
                    if self.completed is None:
                        self.completed = task
                    break
                if self.completed is None and (task._result is not None or self._wait is not object):
                    self.completed = task
                if self._wait is any or self._wait is object and task._result is not None:
                    break
        finally:
            await self.cancel_remaining()
            self._joined = True
            for each in self._ended_tasks:
                each.joined = True

    @property
    def exception(self):
        return self.completed.exception if self.completed is not None else None

    @property
    def exceptions(self):
        return [each.exception for each in self.tasks]

    @property
    def result(self):
        if not self._joined:
            raise RuntimeError("Task group not yet terminated")
        if self.completed is None:
            raise RuntimeError("No successful result")
        return self.completed.result

    @property
    def results(self):
        if not self._joined:
            raise RuntimeError("Task group not yet terminated")
        return [each.result for each in self.tasks]

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        if error is not None:
            await self.cancel_remaining()
            self._joined = True
        else:
            await self.join()

    def __aiter__(self):
        return self

    async def __anext__(self):
        task = await self.next_done()
        if task is None:
            raise StopAsyncIteration
        return task


class ContextTask:
    """async with a task: leaving the block waits for it."""

    def __init__(self, *args, **kwargs):
        self._args = args

    async def __aenter__(self):
        self._task = await spawn(*self._args)
        return self._task

    async def __aexit__(self, kind, error, traceback):
        if error is not None:
            await self._task.cancel()
        else:
            await self._task.join()
