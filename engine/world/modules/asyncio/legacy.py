"""What Python 3.11 no longer has: see ARCHITECTURE's decision on legacy behaviour. Loaded only where it is asked for.

The native part (loop= arguments, coroutines given to wait(), Task.all_tasks) looks at the same switch.
"""

import functools
import types

from _asyncio import Queue, ensure_future, iscoroutine, isfuture


def coroutine(func):
    """@asyncio.coroutine (until 3.10): a generator function whose generators tasks may drive."""
    from inspect import iscoroutinefunction, isgeneratorfunction

    if iscoroutinefunction(func):
        return func
    if isgeneratorfunction(func):
        return types.coroutine(func)

    @functools.wraps(func)
    def wrapper(*args, **kwargs):
        result = func(*args, **kwargs)
        if isfuture(result) or iscoroutine(result) or hasattr(result, "send"):
            result = yield from result
        elif hasattr(result, "__await__"):
            result = yield from result.__await__()
        return result

    return types.coroutine(wrapper)


def install(namespace):
    namespace["coroutine"] = coroutine
    namespace["JoinableQueue"] = Queue  # until 3.5
    namespace["async"] = ensure_future  # until 3.7, when it became a keyword
    namespace["async_"] = ensure_future
