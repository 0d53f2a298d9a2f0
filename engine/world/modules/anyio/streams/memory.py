"""The two ends of create_memory_object_stream()."""

from anyio._streams import MemoryObjectReceiveStream, MemoryObjectSendStream, MemoryObjectStreamStatistics

__all__ = ["MemoryObjectReceiveStream", "MemoryObjectSendStream", "MemoryObjectStreamStatistics"]
