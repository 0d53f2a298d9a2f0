"""A loop that runs for ever in a worker thread: what call_soon_threadsafe queues runs in order, one at a time; what
run_coroutine_threadsafe sends waits side by side."""
import asyncio
import threading
import time


def run_loop(loop):
    asyncio.set_event_loop(loop)
    loop.run_forever()


def send_mail(n):
    print("mail", n, "begins")
    time.sleep(1)
    print("mail", n, "sent")


async def send_async(n):
    print("async mail", n, "begins")
    await asyncio.sleep(1)
    print("async mail", n, "sent")
    return n


loop = asyncio.new_event_loop()
worker = threading.Thread(target=run_loop, args=(loop,), daemon=True)
worker.start()
start = time.time()
for n in range(3):
    loop.call_soon_threadsafe(send_mail, n)
futures = [asyncio.run_coroutine_threadsafe(send_async(n), loop) for n in range(3)]
print("all asked for after", round(time.time() - start, 3))
print([future.result() for future in futures], "after", round(time.time() - start, 3))
loop.call_soon_threadsafe(loop.stop)
worker.join()
print(loop.is_running(), worker.is_alive())
loop.close()

# What it prints:
#=> all asked for after 0.0
#=> mail 0 begins
#=> mail 0 sent
#=> mail 1 begins
#=> mail 1 sent
#=> mail 2 begins
#=> mail 2 sent
#=> async mail 0 begins
#=> async mail 1 begins
#=> async mail 2 begins
#=> async mail 0 sent
#=> async mail 1 sent
#=> async mail 2 sent
#=> [0, 1, 2] after 4.0
#=> False False
