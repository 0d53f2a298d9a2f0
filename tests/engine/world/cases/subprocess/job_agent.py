# A job agent: notify, heartbeat, stream, report.
#% command match='make *' output='one\ntwo\n' duration=2 exit_code=2
import asyncio, aiohttp, psutil, sys
async def notify(session, state, **data):
    async with session.post("https://tracker.example.com/jobs/7", json={"state": state, **data}) as r:
        print(f"tracker: {state} -> {r.status}")
async def heartbeat(session, process, every):
    while True:
        await asyncio.sleep(every)
        p = psutil.Process(process.pid)
        print(f"heartbeat cpu={p.cpu_percent() > 0} mem={p.memory_info().rss > 0}")
        await notify(session, "alive")
async def run_job(command):
    async with aiohttp.ClientSession() as session:
        await notify(session, "started")
        process = await asyncio.create_subprocess_shell(command, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT)
        beat = asyncio.create_task(heartbeat(session, process, 2))
        async for line in process.stdout:
            print("job:", line.decode().rstrip())
        status = await process.wait()
        beat.cancel()
        await asyncio.gather(beat, return_exceptions=True)
        await notify(session, "succeeded" if status == 0 else "failed", status=status)
asyncio.run(run_job("for i in 1 2 3; do echo step $i; sleep 1.5; done"))
asyncio.run(run_job("echo trying; sleep 1; echo oops >&2; exit 3"))
async def bad():
    p = await asyncio.create_subprocess_exec("make", "all", stdout=asyncio.subprocess.PIPE)
    async for line in p.stdout: print(line)
    print(await p.wait())
asyncio.run(bad())
#=> tracker: started -> 200
#=> job: step 1
#=> job: step 2
#=> heartbeat cpu=True mem=True
#=> tracker: alive -> 200
#=> job: step 3
#=> heartbeat cpu=True mem=True
#=> tracker: alive -> 200
#=> tracker: succeeded -> 200
#=> tracker: started -> 200
#=> job: trying
#=> job: oops
#=> tracker: failed -> 200
#=> b'one\n'
#=> b'two\n'
#=> 2
