"""Errors, and what cancels tasks."""

from curio._groups import TaskGroupError
from curio._kernel import (
    CancelledError,
    CurioError,
    TaskCancelled,
    TaskError,
    TaskTimeout,
    TimeoutCancellationError,
)

__all__ = ["CancelledError", "CurioError", "TaskCancelled", "TaskError", "TaskGroupError", "TaskTimeout",
           "TimeoutCancellationError"]

for _each in __all__:
    globals()[_each].__module__ = __name__
