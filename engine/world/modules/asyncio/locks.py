from _asyncio import (
    Lock,
    Event,
    Condition,
    Semaphore,
    BoundedSemaphore,
    Barrier,
)


# What `async with` does with an object of a class derived from Lock or Semaphore, whose acquire() and release() may be
# other ones.


async def _enter(self):
    await self.acquire()


async def _exit(self):
    self.release()
