"""Memory by the line that took it: the sandbox does not follow it, and says so where a figure would be."""

_state = {"tracing": False, "limit": 1}


def start(nframe=1, /):
    _state["tracing"] = True
    _state["limit"] = nframe


def stop():
    _state["tracing"] = False


def is_tracing():
    return _state["tracing"]


def get_traceback_limit():
    return _state["limit"]


def _refuse(name):
    raise RuntimeError(f"tracemalloc.{name}() is not available in the sandbox: memory is not followed line by line")


def take_snapshot():
    if not _state["tracing"]:
        raise RuntimeError("the tracemalloc module must be tracing memory allocations to take a snapshot")
    _refuse("take_snapshot")


def get_traced_memory():
    if not _state["tracing"]:
        return 0, 0
    _refuse("get_traced_memory")


def get_object_traceback(obj):
    return None


def clear_traces():
    pass


def reset_peak():
    pass


def get_tracemalloc_memory():
    return 0
