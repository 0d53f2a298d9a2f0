# Requests as old tutorials wrote them; requests in executors.
# old-style aiohttp
import asyncio, aiohttp
async def fetch_page(url):
    response = await aiohttp.request('GET', url)
    assert response.status == 200
    return await response.read()
loop = asyncio.get_event_loop()
content = loop.run_until_complete(fetch_page('http://python.org'))
print(len(content))
async def main():
    with aiohttp.ClientSession() as session: pass
try: loop.run_until_complete(main())
except TypeError as e: print(e)
async def hello(): 
    session = aiohttp.ClientSession()
    r = await session.get("https://httpbin.org/get")
    print(r.status, type(await r.text()))
    await session.close()
loop.run_until_complete(hello())
import requests, concurrent.futures, time
async def m2():
    loop = asyncio.get_running_loop()
    t = time.time()
    fs = [loop.run_in_executor(None, requests.get, f"http://example.org/?i={i}") for i in range(4)]
    for r in await asyncio.gather(*fs): print(r.status_code, end=" ")
    print(round(time.time() - t, 2))
asyncio.run(m2())
#=> 5597
#=> Use async with instead
#=> 200 <class 'str'>
#=> 200 200 200 200 0.67
