"""Memory channels: queues with two ends, each of which can be closed."""

import math
from _collections import deque

from trio import abc
from trio._core import WouldBlock, cancel_shielded_checkpoint, checkpoint, checkpoint_if_cancelled, current_task, \
    wait_task_rescheduled
from trio._sync import _Statistics


class ClosedResourceError(Exception):
    pass


class BrokenResourceError(Exception):
    pass


class EndOfChannel(Exception):
    pass


class _State:
    def __init__(self, max_buffer_size):
        self.max_buffer_size = max_buffer_size
        self.data = deque()
        self.senders = 0
        self.receivers = 0
        self.sending = {}  # task -> value
        self.receiving = {}  # task -> True

    def statistics(self):
        return _Statistics(current_buffer_used=len(self.data), max_buffer_size=self.max_buffer_size,
                           open_send_channels=self.senders, open_receive_channels=self.receivers,
                           tasks_waiting_send=len(self.sending), tasks_waiting_receive=len(self.receiving))


def _first(waiting):
    task = next(iter(waiting))
    return task, waiting.pop(task)


class _End:
    def __init__(self, state):
        self._state = state
        self._closed = False
        self._tasks = set()

    def __repr__(self):
        return f"<{'send' if isinstance(self, MemorySendChannel) else 'receive'} channel at {id(self):#x}, using buffer " \
               f"at {id(self._state):#x}>"

    def statistics(self):
        return self._state.statistics()

    async def aclose(self):
        self.close()
        await checkpoint()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def clone(self):
        if self._closed:
            raise ClosedResourceError
        return type(self)(self._state)


class MemorySendChannel(_End, abc.SendChannel):
    def __init__(self, state):
        super().__init__(state)
        state.senders += 1

    def send_nowait(self, value):
        if self._closed:
            raise ClosedResourceError
        state = self._state
        if state.receivers == 0:
            raise BrokenResourceError
        if state.receiving:
            task, _ = _first(state.receiving)
            task.wake(value)
        elif len(state.data) < state.max_buffer_size:
            state.data.append(value)
        else:
            raise WouldBlock

    async def send(self, value):
        await checkpoint_if_cancelled()
        try:
            self.send_nowait(value)
        except WouldBlock:
            pass
        else:
            await cancel_shielded_checkpoint()
            return
        task = current_task()
        state = self._state
        self._tasks.add(task)
        state.sending[task] = value

        def abort(raise_cancel):
            state.sending.pop(task, None)
            self._tasks.discard(task)
            return True

        try:
            await wait_task_rescheduled(abort, "queue put")
        finally:
            self._tasks.discard(task)

    def close(self):
        if self._closed:
            return
        self._closed = True
        for task in list(self._tasks):
            self._state.sending.pop(task, None)
            task.fail(ClosedResourceError())
        self._tasks.clear()
        self._state.senders -= 1
        if self._state.senders == 0:
            receiving, self._state.receiving = self._state.receiving, {}
            for task in receiving:
                task.fail(EndOfChannel())


class MemoryReceiveChannel(_End, abc.ReceiveChannel):
    def __init__(self, state):
        super().__init__(state)
        state.receivers += 1

    def receive_nowait(self):
        if self._closed:
            raise ClosedResourceError
        state = self._state
        if state.sending:
            task, value = _first(state.sending)
            task.wake()
            state.data.append(value)
        if state.data:
            return state.data.popleft()
        if not state.senders:
            raise EndOfChannel
        raise WouldBlock

    async def receive(self):
        await checkpoint_if_cancelled()
        try:
            value = self.receive_nowait()
        except WouldBlock:
            pass
        else:
            await cancel_shielded_checkpoint()
            return value
        task = current_task()
        state = self._state
        self._tasks.add(task)
        state.receiving[task] = True

        def abort(raise_cancel):
            state.receiving.pop(task, None)
            self._tasks.discard(task)
            return True

        try:
            return await wait_task_rescheduled(abort, "queue get")
        finally:
            self._tasks.discard(task)

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.receive()
        except EndOfChannel:
            raise StopAsyncIteration from None

    def close(self):
        if self._closed:
            return
        self._closed = True
        for task in list(self._tasks):
            self._state.receiving.pop(task, None)
            task.fail(ClosedResourceError())
        self._tasks.clear()
        self._state.receivers -= 1
        if self._state.receivers == 0:
            sending, self._state.sending = self._state.sending, {}
            for task in sending:
                task.fail(BrokenResourceError())
            self._state.data.clear()


class _OpenChannel:
    def __getitem__(self, kind):
        return self

    def __call__(self, max_buffer_size):
        if max_buffer_size != math.inf and not isinstance(max_buffer_size, int):
            raise TypeError("max_buffer_size must be an integer or math.inf")
        if max_buffer_size < 0:
            raise ValueError("max_buffer_size must be >= 0")
        state = _State(max_buffer_size)
        return MemorySendChannel(state), MemoryReceiveChannel(state)


open_memory_channel = _OpenChannel()
