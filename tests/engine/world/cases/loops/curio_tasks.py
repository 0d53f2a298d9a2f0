"""Tasks, groups, cancellation, time limits, queues."""
import curio

async def countdown(n):
    while n > 0:
        print("T-minus", n)
        await curio.sleep(1)
        n -= 1

async def kid(x, y):
    try:
        print("Getting around to doing my homework")
        await curio.sleep(1000)
        return x * y
    except curio.CancelledError:
        print("No go diggy die!")
        raise

start_evt = curio.Event()

async def friend(name):
    print("Hi, my name is", name)
    print("Playing Minecraft")
    try:
        await curio.sleep(1000)
    except curio.CancelledError:
        print(name, "going home")
        raise

async def kid2():
    print("Building the Millenium Falcon in Minecraft")
    async with curio.TaskGroup() as f:
        await f.spawn(friend, "Max")
        await f.spawn(friend, "Lillian")
        await f.spawn(friend, "Thomas")
        try:
            await curio.sleep(1000)
        except curio.CancelledError:
            print("Fine. Saving my work.")
            raise

async def parent():
    kid_task = await curio.spawn(kid, 12, 6)
    await curio.sleep(1)
    print("Let me see your work")
    count_task = await curio.spawn(countdown, 3)
    await count_task.join()
    print("We're leaving!")
    try:
        await curio.timeout_after(2, kid_task.join)
    except curio.TaskTimeout:
        print("I warned you!")
        await kid_task.cancel()
    try:
        await kid_task.join()
    except curio.TaskError as e:
        print("failed:", repr(e.__cause__))
    t = await curio.spawn(kid2)
    await curio.sleep(1)
    await t.cancel()
    print("Leaving!")

curio.run(parent)

async def producer(queue):
    for n in range(4):
        await queue.put(n)
    await queue.join()
    print("Producer done")

async def consumer(queue):
    while True:
        item = await queue.get()
        print("Consumer got", item)
        await queue.task_done()

async def main():
    q = curio.Queue()
    prod = await curio.spawn(producer, q)
    cons = await curio.spawn(consumer, q)
    await prod.join()
    await cons.cancel()
    async def n(x):
        await curio.sleep(x / 10)
        return x
    async with curio.TaskGroup(wait=any) as g:
        a = await g.spawn(n, 3)
        b = await g.spawn(n, 1)
    print(g.result, a.cancelled)
    async with curio.TaskGroup() as g:
        for i in range(3): await g.spawn(n, i)
    print(g.results)
    async with curio.TaskGroup() as g:
        for i in (3, 1, 2): await g.spawn(n, i)
        async for t in g: print("done", t.result)
    async with curio.ignore_after(0.5):
        await curio.sleep(5)
        print("never")
    print(await curio.ignore_after(0.1, curio.sleep, 1, timeout_result="late"))
    try:
        async with curio.timeout_after(0.1):
            await curio.sleep(1)
    except curio.TaskTimeout as e:
        print("timeout", e.args)
    lock = curio.Lock()
    async def locked(n):
        async with lock:
            print("in", n); await curio.sleep(0.1)
    ts = [await curio.spawn(locked, i) for i in range(3)]
    for t in ts: await t.join()
    print(await curio.run_in_thread(lambda: 6 * 7))
    async def bad(): raise ValueError("bad")
    t = await curio.spawn(bad)
    try: await t.join()
    except curio.TaskError as e: print(repr(e), repr(e.__cause__))
    return "end"
print(curio.run(main))

# What it prints:
#=> Getting around to doing my homework
#=> Let me see your work
#=> T-minus 3
#=> T-minus 2
#=> T-minus 1
#=> We're leaving!
#=> I warned you!
#=> No go diggy die!
#=> failed: TaskCancelled()
#=> Building the Millenium Falcon in Minecraft
#=> Hi, my name is Max
#=> Playing Minecraft
#=> Hi, my name is Lillian
#=> Playing Minecraft
#=> Hi, my name is Thomas
#=> Playing Minecraft
#=> Fine. Saving my work.
#=> Max going home
#=> Lillian going home
#=> Thomas going home
#=> Leaving!
#=> Consumer got 0
#=> Consumer got 1
#=> Consumer got 2
#=> Consumer got 3
#=> Producer done
#=> 1 True
#=> [0, 1, 2]
#=> done 1
#=> done 2
#=> done 3
#=> late
#=> timeout (0.1,)
#=> in 0
#=> in 1
#=> in 2
#=> 42
#=> TaskError('Task crash') ValueError('bad')
#=> end
