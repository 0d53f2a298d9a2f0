"""uvloop: asyncio's loop on libuv. What runs, and in which order, is the same; so is the loop here, under its name."""

import asyncio
from _asyncio import SelectorEventLoop

__all__ = ["new_event_loop", "install", "EventLoopPolicy", "Loop", "run"]
__version__ = "0.17.0"


class Loop(SelectorEventLoop):
    _label = "uvloop"

    def __repr__(self):
        return "<uvloop" + SelectorEventLoop.__repr__(self).replace("<", ".")


def new_event_loop():
    return Loop()


class EventLoopPolicy(asyncio.DefaultEventLoopPolicy):
    """From set_event_loop_policy() on, asyncio makes loops of uvloop. Loops that are there already stay what they are."""

    _loop_factory = Loop


def install():
    asyncio.set_event_loop_policy(EventLoopPolicy())


def run(main, *, loop_factory=new_event_loop, debug=None, **run_kwargs):
    async def wrapper():
        if type(asyncio.get_running_loop()) is not Loop and loop_factory is new_event_loop:
            raise TypeError("uvloop.run() uses a non-uvloop event loop")
        return await main

    with asyncio.Runner(loop_factory=loop_factory, debug=debug) as runner:
        return runner.run(wrapper())
