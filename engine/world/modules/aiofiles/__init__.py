"""Files for tasks: each call runs in a thread of the loop's pool, as it does there."""

import asyncio
import builtins


class AsyncFile:
    def __init__(self, file):
        self._file = file

    name = property(lambda self: self._file.name)
    mode = property(lambda self: self._file.mode)
    closed = property(lambda self: self._file.closed)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


def _in_thread(name):
    async def method(self, *args):
        return await asyncio.get_running_loop().run_in_executor(None, getattr(self._file, name), *args)

    method.__name__ = name
    return method


for _name in ("read", "readline", "readlines", "write", "writelines", "seek", "tell", "truncate", "flush", "close"):
    setattr(AsyncFile, _name, _in_thread(_name))


class _Opening:
    def __init__(self, args, kwargs):
        self._args, self._kwargs = args, kwargs
        self._file = None

    async def _open(self):
        import functools

        loop = asyncio.get_running_loop()
        self._file = AsyncFile(await loop.run_in_executor(
            None, functools.partial(builtins.open, *self._args, **self._kwargs)))
        return self._file

    def __await__(self):
        return self._open().__await__()

    async def __aenter__(self):
        return await self._open()

    async def __aexit__(self, *args):
        await self._file.close()


def open(file, mode="r", *args, **kwargs):
    return _Opening((file, mode, *args), kwargs)
