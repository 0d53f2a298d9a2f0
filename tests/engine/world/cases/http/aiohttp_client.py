# aiohttp's client: sessions, limits, errors, time limits, redirects.
import aiohttp, asyncio, time
async def fetch(session, n, sem):
    async with sem:
        async with session.get(f"https://example.com/{n}") as resp:
            text = await resp.text()
            return n, resp.status, len(text)
async def main():
    t = time.monotonic()
    sem = asyncio.Semaphore(3)
    async with aiohttp.ClientSession() as session:
        print(await asyncio.gather(*(fetch(session, i, sem) for i in range(10))))
        print(round(time.monotonic() - t, 2))
        async with session.get("https://httpbin.org/get", params={"a": 1}, headers={"X-A": "b"}) as r:
            j = await r.json(); print(j["args"], j["headers"]["X-A"], r.content_type, r.url, r.headers["content-type"])
        r = await session.post("https://httpbin.org/post", json={"k": [1]}); print((await r.json())["json"]); r.close()
        async with session.post("https://httpbin.org/post", data={"k": "v"}) as r: print((await r.json())["form"])
        for u in ("https://nosuchhost/", "http://localhost:9/", "bad", "https://httpbin.org/status/503"):
            try:
                async with session.get(u, raise_for_status=True) as r: print(r.status)
            except aiohttp.ClientError as e: print(type(e).__name__, e)
        try:
            async with session.get("https://httpbin.org/delay/5", timeout=aiohttp.ClientTimeout(total=1)) as r: pass
        except asyncio.TimeoutError as e: print("timeout", repr(e))
        try: await (await session.get("https://example.com")).json()
        except aiohttp.ContentTypeError as e: print(e)
        async with session.get("https://httpbin.org/redirect/2") as r: print(r.status, r.url, len(r.history))
        async with session.get("https://example.com/") as r:
            async for chunk in r.content.iter_chunked(1000): print(len(chunk), end=" ")
            print()
    async with aiohttp.request("GET", "https://python.org") as r: print(r.status)
    try: await session.get("http://x.org")
    except RuntimeError as e: print(e)
asyncio.run(main())
#=> [(0, 200, 3503), (1, 200, 3543), (2, 200, 3583), (3, 200, 3623), (4, 200, 3663), (5, 200, 3703), (6, 200, 3743), (7, 200, 3783), (8, 200, 3823), (9, 200, 3863)]
#=> 1.99
#=> {'a': '1'} b application/json https://httpbin.org/get?a=1 application/json; charset=utf-8
#=> {'k': [1]}
#=> {'k': 'v'}
#=> ClientConnectorDNSError Cannot connect to host nosuchhost:443 ssl:default [Name or service not known]
#=> ClientConnectorError Cannot connect to host localhost:9 ssl:default [Connect call failed ('127.0.0.1', 9)]
#=> InvalidURL bad
#=> ClientResponseError 503, message='Service Unavailable', url='https://httpbin.org/status/503'
#=> timeout TimeoutError()
#=> 200, message='Attempt to decode JSON with unexpected mimetype: text/html', url='https://example.com'
#=> 200 https://httpbin.org/get 2
#=> 1000 1000 1000 1000 1000 1000 463 
#=> 200
#=> Session is closed
