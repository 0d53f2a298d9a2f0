"""CPython asyncio, or uvloop under the same asyncio API.

    peer_asyncio.py VARIANT CASE N [T [REPS]]

VARIANT  asyncio  the standard selector event loop, real clock
         debug    the same with asyncio debug mode on (its own way of tracing)
         virtual  the same with a virtual clock: select() never waits, it moves
                  the clock to the next timer (timers only)
         uvloop   uvloop's loop, real clock
CASE     yield, gather, timers, pingpong, call: as in limit_coro.cpp

Timers on a real clock: every delay gets an offset long enough for all sleepers
to be armed before the first one fires; the CPU time is what counts, the waiting
is not in it.
"""
import asyncio
import selectors
import sys
import time


class Box:
    a = None
    b = None


async def yielder(n):
    sleep = asyncio.sleep
    for _ in range(n):
        await sleep(0)


async def case_yield(n, t):
    tasks = [asyncio.ensure_future(yielder(n // t)) for _ in range(t)]
    for task in tasks:
        await task


async def child(i):
    return i


async def case_gather(n, _t):
    res = await asyncio.gather(*[child(i) for i in range(n)])
    assert sum(res) == n * (n - 1) // 2


def delays(n, span=100):
    x = 12345
    for _ in range(n):
        x = (x * 1664525 + 1013904223) & 0xFFFFFFFF
        yield (x >> 16) % span


async def sleeper(when):
    await asyncio.sleep(when)


async def case_timers(n, offset):
    tasks = [asyncio.ensure_future(sleeper(offset + d * 0.001)) for d in delays(n)]
    for task in tasks:
        await task


async def ping(loop, box, me, n):
    other = 1 - me
    for i in range(n):
        mine = loop.create_future()
        box[me] = mine
        fut = box[other]
        if fut is not None:
            box[other] = None
            fut.set_result(i)
        if i + 1 == n and me == 1:
            break
        await mine
    if box[other] is not None:
        box[other].set_result(0)
        box[other] = None


async def case_pingpong(n, _t):
    loop = asyncio.get_running_loop()
    box = [None, None]
    tasks = [asyncio.ensure_future(ping(loop, box, me, n // 2)) for me in (0, 1)]
    for task in tasks:
        await task


async def case_call(n, _t):
    s = 0
    for i in range(n):
        s += await child(i)
    assert s == n * (n - 1) // 2


class VirtualSelector(selectors.DefaultSelector):
    now = 0.0

    def select(self, timeout=None):
        if timeout is None or timeout > 0:
            if timeout is None:
                return super().select(timeout)
            self.now += timeout
            timeout = 0
        return super().select(timeout)


class VirtualLoop(asyncio.SelectorEventLoop):
    def __init__(self):
        self.vsel = VirtualSelector()
        super().__init__(self.vsel)

    def time(self):
        return self.vsel.now


def main():
    variant, case, n = sys.argv[1], sys.argv[2], int(sys.argv[3])
    t = int(sys.argv[4]) if len(sys.argv) > 4 else 1
    reps = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    fn = globals().get("case_" + case)
    if fn is None or variant not in ("asyncio", "debug", "virtual", "uvloop"):
        sys.exit(3)
    if variant == "uvloop":
        import uvloop

        loop = uvloop.new_event_loop()
    elif variant == "virtual":
        loop = VirtualLoop()
    else:
        loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.set_debug(variant == "debug")
    loop.slow_callback_duration = 1e9
    arg = t
    if case == "timers":
#about 20 us a sleeper to arm, as an upper bound
        arg = 0.0 if variant == "virtual" else 0.2 + n * 20e-6
    warm = n if reps > 1 else max(n // 10, t)
    loop.run_until_complete(fn(warm, arg if case == "timers" else t))
    wall0, cpu0 = time.perf_counter_ns(), time.process_time_ns()
    for _ in range(reps):
        loop.run_until_complete(fn(n, arg))
    cpu, wall = time.process_time_ns() - cpu0, time.perf_counter_ns() - wall0
    loop.close()
    print(f"ops={n * reps} cpu_ns={cpu} wall_ns={wall}")


main()
