"""asyncio's exceptions: the loop's own are native."""

from _asyncio import BrokenBarrierError, CancelledError, InvalidStateError, QueueEmpty, QueueFull, TimeoutError


class SendfileNotAvailableError(RuntimeError):
    pass


class IncompleteReadError(EOFError):
    def __init__(self, partial, expected):
        text = "undefined" if expected is None else repr(expected)
        super().__init__(f"{len(partial)} bytes read on a total of {text} expected bytes")
        self.partial = partial
        self.expected = expected


class LimitOverrunError(Exception):
    def __init__(self, message, consumed):
        super().__init__(message)
        self.consumed = consumed
