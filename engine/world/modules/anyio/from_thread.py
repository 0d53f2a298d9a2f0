"""What worker threads call in the event loop that started them."""

import asyncio
import threading

_local = threading.local()


def _call_within(loop, func, args):
    """In a worker thread: func(*args), which may call run() and run_sync()."""
    _local.loop = loop
    try:
        return func(*args)
    finally:
        del _local.loop


def _loop():
    try:
        return _local.loop
    except AttributeError:
        raise RuntimeError("This function can only be run from an AnyIO worker thread") from None


def run(func, *args):
    return asyncio.run_coroutine_threadsafe(func(*args), _loop()).result()


def run_sync(func, *args):
    async def call():
        return func(*args)

    return asyncio.run_coroutine_threadsafe(call(), _loop()).result()


def check_cancelled():
    _loop()
