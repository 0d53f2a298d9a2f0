# A class of loops with its own ways to schedule: the library goes through them.
import asyncio

def name_of(cb):
    return getattr(getattr(cb, "func", cb), "__qualname__", None) or type(cb).__name__

class Loop(asyncio.SelectorEventLoop):
    def call_soon(self, callback, *args, context=None):
        print("call_soon", name_of(callback), [type(a).__name__ for a in args], type(context).__name__)
        return super().call_soon(callback, *args, context=context)
    def call_later(self, delay, callback, *args, context=None):
        print("call_later", delay, name_of(callback), [type(a).__name__ for a in args], type(context).__name__)
        return super().call_later(delay, callback, *args, context=context)
    def call_at(self, when, callback, *args, context=None):
        print("call_at", name_of(callback), [type(a).__name__ for a in args], type(context).__name__)
        return super().call_at(when, callback, *args, context=context)
    def create_task(self, coro, *, name=None, context=None):
        print("create_task", name)
        return super().create_task(coro, name=name, context=context)

async def work(n):
    await asyncio.sleep(0.1)
    return n

async def main():
    print("-- sleep 0"); await asyncio.sleep(0)
    print("-- sleep"); await asyncio.sleep(0.1)
    print("-- task"); t = asyncio.create_task(work(1), name="x"); print(await t)
    print("-- gather"); print(await asyncio.gather(work(1), work(2)))
    print("-- wait_for"); print(await asyncio.wait_for(work(3), 1))
    print("-- wait_for over")
    try: await asyncio.wait_for(work(3), 0.05)
    except TimeoutError: print("over")
    print("-- timeout")
    try:
        async with asyncio.timeout(0.05): await work(1)
    except TimeoutError: print("over")
    print("-- group")
    async with asyncio.TaskGroup() as g: g.create_task(work(1), name="g")
    print("-- wait"); await asyncio.wait([asyncio.ensure_future(work(2))], timeout=1)
    print("-- shield"); await asyncio.shield(work(1))
    print("-- as_completed")
    for f in asyncio.as_completed([work(1)], timeout=3): print(await f)
    print("-- queue")
    q = asyncio.Queue()
    t = asyncio.create_task(q.get())
    await asyncio.sleep(0)
    q.put_nowait(1)
    await t
    print("-- executor")
    print(await asyncio.get_running_loop().run_in_executor(None, len, "abc"))
    fut = asyncio.get_running_loop().create_future()
    fut.add_done_callback(lambda f: print("done"))
    fut.set_result(1)
    await asyncio.sleep(0)
    print("-- agen")
    async def ag():
        yield 1
        yield 2
    pass
    await asyncio.sleep(0)
    print("-- end")

loop = Loop()
print("== run")
with asyncio.Runner(loop_factory=lambda: loop) as r: r.run(main())
#=> == run
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> -- sleep 0
#=> call_soon TaskStepMethWrapper [] Context
#=> -- sleep
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> -- task
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon Task.task_wakeup ['Task'] Context
#=> 1
#=> -- gather
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon gather.<locals>._done_callback ['Task'] Context
#=> call_soon gather.<locals>._done_callback ['Task'] Context
#=> call_soon Task.task_wakeup ['_GatheringFuture'] Context
#=> [1, 2]
#=> -- wait_for
#=> call_later 1 _release_waiter ['Future'] NoneType
#=> call_at _release_waiter ['Future'] NoneType
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon _release_waiter ['Task'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> 3
#=> -- wait_for over
#=> call_later 0.05 _release_waiter ['Future'] NoneType
#=> call_at _release_waiter ['Future'] NoneType
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon _release_waiter ['Task'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> over
#=> -- timeout
#=> call_at Timeout._on_timeout [] NoneType
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> over
#=> -- group
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon TaskGroup._on_task_done ['Task'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> -- wait
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 1 _release_waiter ['Future'] NoneType
#=> call_at _release_waiter ['Future'] NoneType
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon _wait.<locals>._on_completion ['Task'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> -- shield
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon shield.<locals>._inner_done_callback ['Task'] Context
#=> call_soon shield.<locals>._outer_done_callback ['Future'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> -- as_completed
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_later 3 as_completed.<locals>._on_timeout [] NoneType
#=> call_at as_completed.<locals>._on_timeout [] NoneType
#=> call_later 0.1 _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_at _set_result_unless_cancelled ['Future', 'NoneType'] NoneType
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon as_completed.<locals>._on_completion ['Task'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> 1
#=> -- queue
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_soon TaskStepMethWrapper [] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon Task.task_wakeup ['Task'] Context
#=> -- executor
#=> call_soon _chain_future.<locals>._call_check_cancel ['Future'] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> 3
#=> call_soon main.<locals>.<lambda> ['Future'] Context
#=> call_soon TaskStepMethWrapper [] Context
#=> done
#=> -- agen
#=> call_soon TaskStepMethWrapper [] Context
#=> -- end
#=> call_soon _run_until_complete_cb ['Task'] Context
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_soon _run_until_complete_cb ['Task'] Context
#=> create_task None
#=> call_soon TaskStepMethWrapper [] Context
#=> call_soon Task.task_wakeup ['Future'] Context
#=> call_soon _run_until_complete_cb ['Task'] Context
