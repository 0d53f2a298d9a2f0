"""Functions of os, called in a thread of the loop's pool."""

import asyncio
import functools
import os as _os
from types import SimpleNamespace


def wrap(function):
    @functools.wraps(function)
    async def call(*args, loop=None, executor=None, **kwargs):
        loop = loop or asyncio.get_running_loop()
        return await loop.run_in_executor(executor, functools.partial(function, *args, **kwargs))

    return call


access, getcwd, listdir, makedirs, mkdir, remove, removedirs, rename, replace, rmdir, scandir, stat, unlink = [
    wrap(getattr(_os, name)) for name in
    "access getcwd listdir makedirs mkdir remove removedirs rename replace rmdir scandir stat unlink".split()]
path = SimpleNamespace(**{name: wrap(getattr(_os.path, name)) for name in
                          "abspath exists getmtime getsize isdir isfile islink samefile".split()
                          if hasattr(_os.path, name)})
