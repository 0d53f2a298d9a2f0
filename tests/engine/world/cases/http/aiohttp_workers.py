# TaskGroup, queue workers, tracing, forms.
import asyncio
from aiohttp import ClientSession, ClientTimeout, ClientError
import aiohttp
URLS = ["https://python.org", "https://realpython.com/", "https://api.github.com/repos/python/cpython", "https://jsonplaceholder.typicode.com/todos/1", "https://pokeapi.co/api/v2/pokemon/25", "http://deelay.me/2000/x"]
async def fetch(session, url):
    try:
        async with session.get(url, timeout=ClientTimeout(total=1.5)) as response:
            if response.content_type == "application/json":
                d = await response.json(); return url, list(d)[:3]
            return url, response.status, len(await response.text())
    except asyncio.TimeoutError:
        return url, "timeout"
async def main():
    async with ClientSession(headers={"User-Agent": "x"}, raise_for_status=True) as session:
        async with asyncio.TaskGroup() as tg:
            tasks = [tg.create_task(fetch(session, u)) for u in URLS]
    for t in tasks: print(t.result())
    queue = asyncio.Queue()
    async def worker(name):
        while True:
            u = await queue.get()
            async with session2.get(u) as r: print(name, u, r.status)
            queue.task_done()
    session2 = aiohttp.ClientSession()
    for i in range(4): queue.put_nowait(f"https://example.org/{i}")
    ws = [asyncio.create_task(worker(f"w{i}")) for i in range(2)]
    await queue.join()
    for w in ws: w.cancel()
    await session2.close()
    tc = aiohttp.TraceConfig()
    async def on_start(session, ctx, params): ctx.start = asyncio.get_event_loop().time(); print("start", params.url)
    async def on_end(session, ctx, params): print("took", round(asyncio.get_event_loop().time() - ctx.start, 2))
    tc.on_request_start.append(on_start); tc.on_request_end.append(on_end)
    async with aiohttp.ClientSession(trace_configs=[tc]) as s:
        await s.get("https://example.com")
        r = await s.post("https://httpbin.org/post", data=aiohttp.FormData({"a": "b"}), auth=aiohttp.BasicAuth("u", "p"))
        j = await r.json(); print(j["form"], j["headers"]["Authorization"])
asyncio.run(main())
#=> ('https://python.org', 200, 2037)
#=> ('https://realpython.com/', 200, 823)
#=> ('https://api.github.com/repos/python/cpython', ['id', 'name', 'full_name'])
#=> ('https://jsonplaceholder.typicode.com/todos/1', ['userId', 'id', 'title'])
#=> ('https://pokeapi.co/api/v2/pokemon/25', ['id', 'name', 'height'])
#=> ('http://deelay.me/2000/x', 'timeout')
#=> w1 https://example.org/1 200
#=> w0 https://example.org/0 200
#=> w1 https://example.org/2 200
#=> w0 https://example.org/3 200
#=> start https://example.com
#=> took 0.32
#=> start https://httpbin.org/post
#=> took 0.33
#=> {'a': 'b'} Basic dTpw
