"""The cycle collector. It runs when it is asked to and at the end of the run, never by itself."""

import _gc
from _gc import get_referents, is_tracked

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38

callbacks = []
garbage = []
_settings = {"enabled": True, "threshold": (700, 10, 10), "debug": 0, "collections": 0, "collected": 0}


def enable():
    _settings["enabled"] = True


def disable():
    _settings["enabled"] = False


def isenabled():
    return _settings["enabled"]


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError("invalid generation")
    for callback in callbacks:
        callback("start", {"generation": generation, "collected": 0, "uncollectable": 0})
    count = _gc.collect()
    _settings["collections"] += 1
    _settings["collected"] += count
    for callback in callbacks:
        callback("stop", {"generation": generation, "collected": count, "uncollectable": 0})
    return count


def get_threshold():
    return _settings["threshold"]


def set_threshold(threshold0, threshold1=10, threshold2=10, /):
    _settings["threshold"] = (threshold0, threshold1, threshold2)


def get_count():
    return 0, 0, 0


def get_stats():
    return [{"collections": 0, "collected": 0, "uncollectable": 0}, {"collections": 0, "collected": 0, "uncollectable": 0},
            {"collections": _settings["collections"], "collected": _settings["collected"], "uncollectable": 0}]


def set_debug(flags, /):
    _settings["debug"] = flags


def get_debug():
    return _settings["debug"]


def freeze():
    pass


def unfreeze():
    pass


def get_freeze_count():
    return 0


def is_finalized(obj, /):
    return False


def get_objects(generation=None):
    raise RuntimeError("gc.get_objects() is not available in the sandbox")


def get_referrers(*objs):
    raise RuntimeError("gc.get_referrers() is not available in the sandbox")
