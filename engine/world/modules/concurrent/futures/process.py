"""Where CPython has the pool of processes: here its processes are threads."""

from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor


class BrokenProcessPool(BrokenExecutor):
    pass
