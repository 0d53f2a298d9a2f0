"""Pools of processes and of threads."""

from multiprocessing import AsyncResult, Pool

__all__ = ["Pool", "ThreadPool", "AsyncResult"]


class ThreadPool(Pool):
    def __init__(self, processes=None, initializer=None, initargs=()):
        super().__init__(processes, initializer, initargs)
