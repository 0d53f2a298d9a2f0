"""What trio and curio have in common: tasks on a loop of their own, with waits that a cancellation may interrupt.

The loop is of the same kind as asyncio's, so that a timeline shows its turns and tasks; asyncio does not see it run.
Who is ready runs first in, first out. (The real trio runs those that are ready together in random order.)
"""

import types
from _asyncio import SelectorEventLoop, Task, current_task

from _thread import get_ident


class ForeignLoop(SelectorEventLoop):
    _foreign = True
    _label = "coroutines"


_running = {}  # thread -> its loops' runners, innermost last


def runner(kind):
    """The runner of this kind that runs in this thread, or None."""
    stack = _running.get(get_ident())
    return stack[-1] if stack and type(stack[-1]) is kind else None


@types.coroutine
def pass_turn():
    yield


class Runner:
    """One run() call."""

    loop_class = ForeignLoop

    def __init__(self):
        self.loop = self.loop_class()
        self.tasks = {}  # the loop's task -> ours

    def run(self, first):
        """`first`: starts the first task."""
        stack = _running.setdefault(get_ident(), [])
        stack.append(self)
        try:
            first()
            self.loop.run_forever()
        finally:
            stack.pop()
            self.loop.close()

    def start(self, coroutine, task, name):
        """Runs a coroutine as `task`, from the next turn on."""
        task.native = self.loop.create_task(coroutine, name=name)
        self.tasks[task.native] = task

    def current(self):
        return self.tasks.get(current_task(self.loop))

    def ended(self, task):
        self.tasks.pop(task.native, None)


class Waiting:
    """Mixed into tasks: one wait at a time."""

    native = None
    _future = None
    _abort = None

    async def wait(self, runner, abort=None, what="future", until=None):
        """Until wake() or fail(). `abort` says whether a cancellation may end it, `what` what a timeline calls it."""
        self._future = runner.loop._io_future(what, 0, until)
        self._abort = abort
        try:
            return await self._future
        finally:
            self._future = self._abort = None

    @property
    def is_waiting(self):
        return self._future is not None and not self._future.done()

    def wake(self, value=None):
        if self.is_waiting:
            self._future.set_result(value)

    def fail(self, error):
        if self.is_waiting:
            self._future.set_exception(error)


async def until_ready(runner, wait, task, is_ready, *watched):
    """Until something of the world is ready; `watched` are its lists of watchers. `wait()` waits until task.wake()."""
    while not is_ready():
        state = {"told": False, "waits": True}

        def wake():
            if state["waits"]:
                task.wake()

        def news():
            if not state["told"]:
                state["told"] = True
                runner.loop._io_ready(wake)

        for each in watched:
            each.append(news)
        try:
            await wait()
        finally:
            state["waits"] = False
            for each in watched:
                if news in each:
                    each.remove(news)


async def until_later(runner, wait, task, seconds):
    """Until the world has taken so many seconds."""
    over = []
    watchers = []

    def now():
        over.append(True)
        for each in list(watchers):
            each()

    import _net

    _net.later(seconds, now)
    await until_ready(runner, wait, task, lambda: bool(over), watchers)
