"""Threading's names over greenlets."""

from gevent.local import local
from gevent.lock import RLock, Semaphore as Lock
from gevent.event import Event

__all__ = ["local", "Lock", "RLock", "Event"]
