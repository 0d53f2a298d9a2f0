"""Where CPython has the pool of threads: here the whole of concurrent.futures is one module."""

from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor


class BrokenThreadPool(BrokenExecutor):
    pass
