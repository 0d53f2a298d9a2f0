"""Programs, run while other tasks go on."""

import subprocess as _original
from subprocess import DEVNULL, PIPE, STDOUT, CalledProcessError, CompletedProcess, TimeoutExpired

from curio._workers import run_in_thread

__all__ = ["DEVNULL", "PIPE", "STDOUT", "CalledProcessError", "CompletedProcess", "TimeoutExpired", "Popen",
           "check_output", "run"]


class Popen:
    def __init__(self, args, **kwargs):
        self._process = _original.Popen(args, **kwargs)

    def __getattr__(self, name):
        return getattr(self._process, name)

    async def wait(self):
        return await run_in_thread(self._process.wait)

    async def communicate(self, input=b""):
        return await run_in_thread(self._process.communicate, input or None)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.wait()


async def run(args, *, input=None, stdout=None, stderr=None, shell=False, check=False):
    def work():
        return _original.run(args, input=input, stdout=stdout, stderr=stderr, shell=shell, check=check)

    return await run_in_thread(work)


async def check_output(args, *, stderr=None, shell=False, input=None):
    return (await run(args, input=input, stdout=PIPE, stderr=stderr, shell=shell, check=True)).stdout
