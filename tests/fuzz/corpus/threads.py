import threading, queue, time, asyncio
q = queue.Queue()
def w():
    q.put(1); time.sleep(1)
t = threading.Thread(target=w)
t.start(); q.get(); t.join()
async def m(): return await asyncio.to_thread(len, 'ab')
print(asyncio.run(m()))
