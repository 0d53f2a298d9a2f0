"""Processes that are terminated run nothing more: no handler, no finally, no clean-up of their loop's tasks."""
import asyncio
import multiprocessing
import time


def busy():
    try:
        while True:
            time.sleep(1)
    finally:
        print("never printed")


async def ticking():
    try:
        while True:
            await asyncio.sleep(1)
    finally:
        print("never printed")


def looping():
    asyncio.run(ticking())


def holding(lock):
    with lock:
        time.sleep(100)


def short():
    pass


class Named(multiprocessing.Process):
    def run(self):
        print(self.name)


if __name__ == "__main__":
    for target in (busy, looping):
        for how in ("terminate", "kill"):
            process = multiprocessing.Process(target=target)
            process.start()
            time.sleep(2.5)
            getattr(process, how)()
            process.join()
            print(process.is_alive(), process.exitcode, repr(process).split("stopped ")[1])
    #=> False -15 exitcode=-SIGTERM>
    #=> False -9 exitcode=-SIGKILL>
    #=> False -15 exitcode=-SIGTERM>
    #=> False -9 exitcode=-SIGKILL>
    ended = multiprocessing.Process(target=short)
    ended.start()
    ended.join()
    ended.terminate()
    print(ended.exitcode)  #=> 0
    lock = multiprocessing.Lock()
    holder = multiprocessing.Process(target=holding, args=(lock,))
    holder.start()
    time.sleep(0.5)
    holder.terminate()
    holder.join()
    print(lock.acquire(timeout=1))  #=> False
    named = Named()
    named.start()  #=> Named-7
    named.join()
