"""Streams of objects between tasks: what is sent waits in a buffer until somebody receives it."""

import asyncio
import math

from anyio._scopes import checkpoint, checkpoint_if_cancelled
from anyio._sync import WouldBlock


class EndOfStream(Exception):
    pass


class ClosedResourceError(Exception):
    pass


class BrokenResourceError(Exception):
    pass


class BusyResourceError(Exception):
    def __init__(self, action):
        super().__init__(f"Another task is already {action} this resource")


class _State:
    """What the two ends share."""

    def __init__(self, limit):
        self.limit = limit
        self.buffer = []
        self.senders = self.receivers = 0
        self.waiting_senders = []  # [future, item]
        self.waiting_receivers = []  # futures

    def statistics(self):
        return MemoryObjectStreamStatistics(len(self.buffer), self.limit, self.senders, self.receivers,
                                            len(self.waiting_senders), len(self.waiting_receivers))


class MemoryObjectStreamStatistics:
    def __init__(self, current_buffer_used, max_buffer_size, open_send_streams, open_receive_streams,
                 tasks_waiting_send, tasks_waiting_receive):
        self.current_buffer_used = current_buffer_used
        self.max_buffer_size = max_buffer_size
        self.open_send_streams = open_send_streams
        self.open_receive_streams = open_receive_streams
        self.tasks_waiting_send = tasks_waiting_send
        self.tasks_waiting_receive = tasks_waiting_receive

    def __repr__(self):
        return f"MemoryObjectStreamStatistics({', '.join(f'{k}={v}' for k, v in vars(self).items())})"


class _End:
    def __init__(self, state):
        self._state = state
        self._closed = False

    def clone(self):
        self._check_open()
        return type(self)(self._state)

    def _check_open(self):
        if self._closed:
            raise ClosedResourceError

    async def aclose(self):
        self.close()
        await checkpoint()

    def statistics(self):
        return self._state.statistics()

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.aclose()


class MemoryObjectSendStream(_End):
    def __init__(self, state):
        super().__init__(state)
        state.senders += 1

    def send_nowait(self, item):
        self._check_open()
        state = self._state
        if not state.receivers:
            raise BrokenResourceError
        while state.waiting_receivers:
            future = state.waiting_receivers.pop(0)
            if not future.done():
                future.set_result(item)
                return
        if len(state.buffer) >= state.limit:
            raise WouldBlock
        state.buffer.append(item)

    async def send(self, item):
        await checkpoint_if_cancelled()
        try:
            self.send_nowait(item)
        except WouldBlock:
            await self._wait(item)

    async def _wait(self, item):
        entry = [asyncio.get_running_loop()._io_future("queue put"), item]
        self._state.waiting_senders.append(entry)
        try:
            await entry[0]
        except BaseException:
            if entry in self._state.waiting_senders:
                self._state.waiting_senders.remove(entry)
            raise

    def close(self):
        if self._closed:
            return
        self._closed = True
        self._state.senders -= 1
        if self._state.senders == 0:
            waiting, self._state.waiting_receivers = self._state.waiting_receivers, []
            for future in waiting:
                if not future.done():
                    future.set_exception(EndOfStream())


class MemoryObjectReceiveStream(_End):
    def __init__(self, state):
        super().__init__(state)
        state.receivers += 1

    def receive_nowait(self):
        self._check_open()
        state = self._state
        if state.waiting_senders:
            future, item = state.waiting_senders.pop(0)
            state.buffer.append(item)
            if not future.done():
                future.set_result(None)
        if state.buffer:
            return state.buffer.pop(0)
        if not state.senders:
            raise EndOfStream
        raise WouldBlock

    async def receive(self):
        await checkpoint()
        try:
            return self.receive_nowait()
        except WouldBlock:
            pass
        future = asyncio.get_running_loop()._io_future("queue get")
        self._state.waiting_receivers.append(future)
        try:
            return await future
        except BaseException:
            if future in self._state.waiting_receivers:
                self._state.waiting_receivers.remove(future)
            elif future.done() and not future.cancelled() and future.exception() is None:
                self._state.buffer.insert(0, future.result())  # it came, and nobody took it
            raise

    def __aiter__(self):
        return self

    async def __anext__(self):
        try:
            return await self.receive()
        except EndOfStream:
            raise StopAsyncIteration from None

    def close(self):
        if self._closed:
            return
        self._closed = True
        self._state.receivers -= 1
        if self._state.receivers == 0:
            waiting, self._state.waiting_senders = self._state.waiting_senders, []
            for future, _ in waiting:
                if not future.done():
                    future.set_exception(BrokenResourceError())


class create_memory_object_stream(tuple):
    """(send stream, receive stream); create_memory_object_stream[int](10) says what they carry."""

    def __new__(cls, max_buffer_size=0, item_type=None):
        if max_buffer_size != math.inf and not isinstance(max_buffer_size, int):
            raise ValueError("max_buffer_size must be either an integer or math.inf")
        if max_buffer_size < 0:
            raise ValueError("max_buffer_size cannot be negative")
        state = _State(max_buffer_size)
        return MemoryObjectSendStream(state), MemoryObjectReceiveStream(state)

    def __class_getitem__(cls, item):
        return cls
