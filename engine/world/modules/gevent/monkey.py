"""Makes what blocks in the standard library cooperative: in a greenlet, it waits in the hub.

What a loop of asyncio does in a greenlet shows it: without patch_all() its select and every time.sleep() hold the hub
and all other greenlets; with it, they run meanwhile.
"""

import _greenlet
import _thread
import threading
import time

from gevent.hub import get_hub, sleep, spawn_raw

__all__ = ["patch_all", "patch_time", "patch_thread", "patch_select", "patch_socket", "patch_os", "patch_ssl",
           "patch_subprocess", "patch_sys", "patch_builtins", "patch_signal", "patch_dns", "patch_queue",
           "patch_contextvars", "is_module_patched", "is_object_patched", "get_original", "patch_module"]

saved = {}


def _patch(module, name, value):
    items = saved.setdefault(module.__name__, {})
    items.setdefault(name, getattr(module, name, None))
    setattr(module, name, value)


def _note(name):
    saved.setdefault(name, {})


def _cooperate():
    hub = get_hub()
    thread = "threading" in saved
    _greenlet.cooperate(hub.loop, hub._stack, "select" in saved, thread, "socket" in saved, thread)


def patch_time():
    _patch(time, "sleep", sleep)


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True, existing_locks=True):
    import threading as module

    def start_new_thread(function, args, kwargs=None, name=None, sentinel=None):
        def run():
            try:
                function(*args, **kwargs or {})
            finally:
                if sentinel is not None and sentinel.locked():
                    sentinel.release()

        run.__name__ = name or getattr(function, "__name__", "thread")
        spawn_raw(run)
        return 0

    _patch(_thread, "start_new_thread", start_new_thread)
    _note("threading")
    _note("thread")
    _cooperate()


def patch_select(aggressive=True):
    _note("select")
    _note("selectors")
    _cooperate()


def patch_socket(dns=True, aggressive=True):
    _note("socket")
    _cooperate()


def patch_subprocess():
    _note("subprocess")


def patch_dns():
    pass


def patch_builtins():
    pass


patch_os = patch_ssl = patch_sys = patch_signal = patch_queue = patch_contextvars = lambda *args, **kwargs: None


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True, subprocess=True, sys=False,
              aggressive=True, Event=True, builtins=True, signal=True, queue=True, contextvars=True, **kwargs):
    if time:
        patch_time()
    if thread:
        patch_thread(Event=Event)
    if select:
        patch_select(aggressive=aggressive)
    if socket:
        patch_socket(dns=dns, aggressive=aggressive)
    if subprocess:
        patch_subprocess()
    return True


def patch_module(target_module, source_module, items=None, **kwargs):
    for name in items or getattr(source_module, "__implements__", ()):
        _patch(target_module, name, getattr(source_module, name))
    return True


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return is_module_patched(mod_name) and item_name in saved[mod_name]


def is_anything_patched():
    return bool(saved)


def get_original(mod_name, item_name):
    """What a name stood for before it was patched."""
    names = [item_name] if isinstance(item_name, str) else item_name
    module = __import__(mod_name)
    found = [saved.get(mod_name, {}).get(name) or getattr(module, name) for name in names]
    return found[0] if isinstance(item_name, str) else found
