from gevent.hub import sleep

__all__ = ["sleep"]
