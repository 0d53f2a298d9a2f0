# Classes of scripts that derive from asyncio's: the objects that the loop hands back are instances of them.
import asyncio


class UniqueQueue(asyncio.Queue):
    def __init__(self, name):
        super().__init__(maxsize=3)
        self.name = name

    def _init(self, maxsize):
        super()._init(maxsize)
        self.seen = set()

    def _put(self, item):
        if item not in self.seen:
            self.seen.add(item)
            super()._put(item)

    def _get(self):
        return (self.name, super()._get())


class Newest(asyncio.PriorityQueue):
    def _put(self, item):
        super()._put((-item, item))

    def _get(self):
        return super()._get()[1]


class ByKey(asyncio.Queue):
    def _init(self, maxsize):
        self._queue = {}

    def _put(self, item):
        self._queue[item[0]] = item[1]

    def _get(self):
        return self._queue.popitem()


async def queues():
    q = UniqueQueue("q")
    for i in (1, 1, 2):
        await q.put(i)
    print(q.qsize(), q.full(), q.empty(), q.maxsize, q, list(q._queue))
    print(await q.get(), q.get_nowait(), isinstance(q, asyncio.Queue), q.seen)
    newest = Newest()
    for i in (1, 3, 2):
        newest.put_nowait(i)
    print([await newest.get() for _ in range(3)])
    by_key = ByKey(2)
    by_key.put_nowait(("a", 1))
    by_key.put_nowait(("a", 2))
    print(by_key.qsize(), by_key._queue, await by_key.get(), by_key.empty())


class Named:
    def __init__(self, name, *args):
        super().__init__(*args)
        self.name = name


class NamedLock(Named, asyncio.Lock):
    async def acquire(self):
        print("acquire", self.name)
        return await super().acquire()

    def release(self):
        print("release", self.name)
        super().release()


class NamedSemaphore(Named, asyncio.Semaphore):
    pass


class Carrier(asyncio.Event):
    def __init__(self):
        super().__init__()
        self.value = None

    def set(self, value):
        self.value = value
        super().set()

    async def wait(self):
        await super().wait()
        return self.value


class Pair(asyncio.Barrier):
    def __init__(self):
        super().__init__(2)


async def primitives():
    lock = NamedLock("L")
    async with lock:
        print(lock.locked())
    semaphore = NamedSemaphore("S", 2)
    async with semaphore:
        print(semaphore._value, semaphore.name)
    event = Carrier()
    asyncio.get_running_loop().call_soon(event.set, "v")
    print(await event.wait())
    pair = Pair()
    print(sorted(await asyncio.gather(pair.wait(), pair.wait())), pair.parties)


class Labelled(asyncio.Task):
    def __init__(self, coro, *, label="none", **kwargs):
        super().__init__(coro, **kwargs)
        self.label = label

    def __repr__(self):
        return f"<Labelled {self.label}>"


async def tasks():
    task = Labelled(asyncio.sleep(0.01, "slept"), label="t", name="named")
    print(task, task.get_name(), task in asyncio.all_tasks())
    task.add_done_callback(lambda t: print(t is task, t.label))
    done, _ = await asyncio.wait([task])
    print(done, asyncio.ensure_future(task) is task, await asyncio.gather(task))
    loop = asyncio.get_running_loop()
    loop.set_task_factory(lambda loop, coro, context=None: Labelled(coro, loop=loop, label="made"))
    made = asyncio.create_task(asyncio.sleep(0, 1), name="n")
    print(made, made.get_name(), await made)
    loop.set_task_factory(None)


class Tagged(asyncio.Future):
    def __init__(self, tag, **kwargs):
        super().__init__(**kwargs)
        self.tag = tag


class Group(asyncio.TaskGroup):
    def __init__(self, *, name):
        super().__init__()
        self.name = name

    def create_task(self, coro, **kwargs):
        print("create in", self.name)
        return super().create_task(coro, **kwargs)


async def rest():
    future = Tagged("f")
    asyncio.get_running_loop().call_soon(future.set_result, 5)
    print(await future, future, future.tag)
    async with Group(name="g") as group:
        task = group.create_task(asyncio.sleep(0, "r"))
    print(task.result())
    gathering = asyncio.gather(asyncio.sleep(0))
    print(gathering, await gathering, asyncio.as_completed([]).__name__)
    completed = asyncio.as_completed(asyncio.Future())
    try:
        next(completed)
    except TypeError as e:
        print(e)
    asyncio.as_completed([]).close()


async def main():
    for part in (queues, primitives, tasks, rest):
        await part()


asyncio.run(main())
#=> 2 False False 3 <UniqueQueue maxsize=3 _queue=[1, 2] tasks=3> [1, 2]
#=> ('q', 1) ('q', 2) True {1, 2}
#=> [3, 2, 1]
#=> 1 {} ('a', 2) True
#=> acquire L
#=> True
#=> release L
#=> 1 S
#=> v
#=> [0, 1] 2
#=> <Labelled t> named True
#=> True t
#=> {<Labelled t>} True ['slept']
#=> <Labelled made> n 1
#=> 5 <Tagged finished result=5> f
#=> create in g
#=> r
#=> <_GatheringFuture finished result=[None]> [None] as_completed
#=> expect an iterable of futures, not Future


# ---- a future that says itself how it is awaited
class Telling(asyncio.Future):
    def __await__(self):
        print("awaited")
        result = yield from super().__await__()
        print("goes on")
        return result


class Timed(asyncio.Task):
    def __await__(self):
        steps = super().__await__()

        def told():
            try:
                for step in steps:
                    yield step
            finally:
                print("timed", self.get_name())

        return told()


async def seven():
    await asyncio.sleep(1)
    return 7


async def awaiting():
    loop = asyncio.get_running_loop()
    future = Telling(loop=loop)
    loop.call_soon(future.set_result, 5)
    print(await future)
    print(await Timed(seven(), loop=loop, name="t"))
    print(await asyncio.gather(Timed(seven(), loop=loop, name="not asked")))


asyncio.run(awaiting())
#=> awaited
#=> goes on
#=> 5
#=> timed t
#=> None
#=> [7]
