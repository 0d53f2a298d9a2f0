"""Executors, queues and threads beside a loop."""
import asyncio
import concurrent.futures
import queue
import threading
import time


def blocking(n):
    time.sleep(0.5)
    return n * n


async def main():
    loop = asyncio.get_running_loop()
    with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
        print(await asyncio.gather(*[loop.run_in_executor(pool, blocking, n) for n in range(4)]))
    print(round(loop.time(), 1))
    print(await asyncio.to_thread(blocking, 9))


asyncio.run(main())
jobs = queue.Queue()


def worker(name):
    while True:
        job = jobs.get()
        if job is None:
            break
        time.sleep(0.1)
        print(name, "did", job)
        jobs.task_done()


threads = [threading.Thread(target=worker, args=(f"w{n}",)) for n in range(2)]
for each in threads:
    each.start()
for n in range(4):
    jobs.put(n)
jobs.join()
print("all done")
for each in threads:
    jobs.put(None)
for each in threads:
    each.join()
with concurrent.futures.ThreadPoolExecutor() as pool:
    waiting = [pool.submit(blocking, n) for n in (3, 1, 2)]
    for future in concurrent.futures.as_completed(waiting):
        print(future.result())
    print(list(pool.map(blocking, range(3))))

# What it prints:
#=> [0, 1, 4, 9]
#=> 1.0
#=> 81
#=> w0 did 0
#=> w1 did 1
#=> w0 did 2
#=> w1 did 3
#=> all done
#=> 9
#=> 1
#=> 4
#=> [0, 1, 4]
