"""Plain call_soon from another thread: the sleeping loop does not wake for it."""
import asyncio
import threading
import time

loop = asyncio.new_event_loop()


def say(text):
    print(text, "after", round(time.time() - start, 1))




def run():
    asyncio.set_event_loop(loop)
    loop.run_until_complete(asyncio.sleep(5))


start = time.time()
worker = threading.Thread(target=run)
worker.start()
time.sleep(1)
loop.call_soon(say, "call_soon")
time.sleep(1)
print("nothing yet after", round(time.time() - start, 1))
worker.join()
start2 = time.time()


def run2():
    loop.run_until_complete(asyncio.sleep(5))


worker = threading.Thread(target=run2)
worker.start()
time.sleep(1)
start = start2
loop.call_soon_threadsafe(say, "call_soon_threadsafe")
worker.join()
loop.close()

# What it prints:
#=> nothing yet after 2.0
#=> call_soon after 5.0
#=> call_soon_threadsafe after 1.0
