# A heartbeat while a command runs.
# heartbeats while a command runs; terminating a command
# marks: io
import asyncio
import time


async def heartbeat(t0):
    while True:
        print(f"heartbeat at {time.monotonic() - t0:.1f}")
        await asyncio.sleep(0.5)


async def main():
    t0 = time.monotonic()
    beat = asyncio.create_task(heartbeat(t0))
    job = await asyncio.create_subprocess_shell(
        "echo working; sleep 0.7; echo still working; sleep 0.7; echo done",
        stdout=asyncio.subprocess.PIPE)
    async for line in job.stdout:
        print("job:", line.decode().rstrip())
    print("exit status", await job.wait(), f"after {time.monotonic() - t0:.1f}s")
    sleeper = await asyncio.create_subprocess_exec("sleep", "60")
    await asyncio.sleep(0.2)
    sleeper.terminate()
    print("terminated:", await sleeper.wait())
    beat.cancel()


asyncio.run(main())
#=> heartbeat at 0.0
#=> job: working
#=> heartbeat at 0.5
#=> job: still working
#=> heartbeat at 1.0
#=> job: done
#=> exit status 0 after 1.4s
#=> heartbeat at 1.5
#=> terminated: -15
