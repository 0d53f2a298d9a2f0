"""Errors of nurseries are groups."""
import trio
async def fails(n):
    await trio.sleep(n * 0.1)
    raise ValueError(n)
async def cancelled():
    try:
        await trio.sleep(5)
    except trio.Cancelled:
        print("cancelled")
        raise
async def main():
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(fails, 1)
            nursery.start_soon(cancelled)
    except* ValueError as group:
        print([repr(e) for e in group.exceptions])
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(fails, 0)
            nursery.start_soon(fails, 0)
    except BaseExceptionGroup as group:
        print(len(group.exceptions))
trio.run(main, strict_exception_groups=True)

# What it prints:
#=> cancelled
#=> ['ValueError(1)']
#=> 1
