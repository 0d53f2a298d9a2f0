"""Time limits around blocks of asyncio code, as they were written before asyncio.timeout()."""

import asyncio

__all__ = ["Timeout", "timeout", "timeout_at"]
__version__ = "4.0.3"


class Timeout:
    def __init__(self, deadline, after=None):
        self._after = after
        self._limit = asyncio.timeout_at(deadline)

    @property
    def deadline(self):
        return self._limit.when()

    @property
    def expired(self):
        return self._limit.expired()

    def reject(self):
        self._limit.reschedule(None)

    def shift(self, delay):
        self._limit.reschedule(self.deadline + delay)

    def update(self, deadline):
        self._limit.reschedule(deadline)

    async def __aenter__(self):
        await self._limit.__aenter__()
        if self._after is not None:
            self._limit.reschedule(asyncio.get_running_loop().time() + self._after)
        return self

    async def __aexit__(self, *exc):
        return await self._limit.__aexit__(*exc)


def timeout(delay):
    return Timeout(None, delay)


def timeout_at(deadline):
    return Timeout(deadline)
