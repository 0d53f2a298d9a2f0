"""Types for annotations."""

from anyio._scopes import CancelScope
from anyio._streams import MemoryObjectReceiveStream, MemoryObjectSendStream
from anyio._tasks import TaskGroup, TaskStatus as _TaskStatus


class TaskStatus(_TaskStatus):
    def __class_getitem__(cls, item):
        return cls


ObjectReceiveStream = MemoryObjectReceiveStream
ObjectSendStream = MemoryObjectSendStream

__all__ = ["CancelScope", "ObjectReceiveStream", "ObjectSendStream", "TaskGroup", "TaskStatus"]
