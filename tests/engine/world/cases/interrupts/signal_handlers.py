# SIGTERM from outside: the handler cancels every task.
#% interrupt at=2.5 signal=15
import asyncio, signal
async def worker(n):
    try:
        while True:
            print("working", n); await asyncio.sleep(1)
    except asyncio.CancelledError:
        print("worker", n, "cancelled"); raise
async def shutdown(sig, loop):
    print("received", sig.name)
    tasks = [t for t in asyncio.all_tasks() if t is not asyncio.current_task()]
    for t in tasks: t.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    loop.stop()
def main():
    loop = asyncio.new_event_loop()
    for s in (signal.SIGHUP, signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(s, lambda s=s: asyncio.create_task(shutdown(s, loop)))
    try:
        loop.create_task(worker(1)); loop.create_task(worker(2))
        loop.run_forever()
    finally:
        loop.close(); print("closed")
main()
#=> working 1
#=> working 2
#=> working 1
#=> working 2
#=> working 1
#=> working 2
#=> received SIGTERM
#=> worker 1 cancelled
#=> worker 2 cancelled
#=> closed
