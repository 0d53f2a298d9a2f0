"""Where CPython has what the pools share."""

from concurrent.futures import (ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, BrokenExecutor, CancelledError, Error,
                                Executor, Future, InvalidStateError, TimeoutError, as_completed, wait)
