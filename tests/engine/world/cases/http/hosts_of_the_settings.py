# What the settings say of hosts: latency, bandwidth, bodies, failures, failures that go away.
#% host match=slow.example.com latency=2 body='slow page'
#% host match=*.down.example.com failure=refused
#% host match=https://api.example.com/v1/* body='{"ok": true}' header=X-Left:3
#% host match=flaky.example.com failure=reset times=2
#% host match=flaky.example.com body=fine latency=0.1
#% host match=big.example.com latency=1 bandwidth=1000 body=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
#% host match=gone.example.com failure=unknown_host
#% host match=hang.example.com failure=timeout
import asyncio, time, urllib.request, urllib.error
import aiohttp, httpx
t = time.monotonic()
print(urllib.request.urlopen("http://slow.example.com/x").read(), round(time.monotonic() - t, 3))
try: urllib.request.urlopen("http://www.down.example.com/")
except urllib.error.URLError as e: print(e)
try: urllib.request.urlopen("http://gone.example.com/")
except urllib.error.URLError as e: print(e)
try: urllib.request.urlopen("http://hang.example.com/", timeout=3)
except TimeoutError as e: print(e)
r = httpx.get("https://api.example.com/v1/x"); print(r.json(), r.headers["x-left"], r, r.status_code)
async def main():
    async with aiohttp.ClientSession() as s:
        for n in range(3):
            try:
                async with s.get("https://flaky.example.com/") as r: print(await r.text())
            except aiohttp.ClientOSError as e: print("again", e)
        t = time.monotonic()
        async with s.get("http://big.example.com/") as r:
            print(round(time.monotonic() - t, 3))
            await r.read()
            print(round(time.monotonic() - t, 3))
        try:
            async with asyncio.timeout(2): await s.get("http://hang.example.com/")
        except TimeoutError: print("gave up")
    async with httpx.AsyncClient(follow_redirects=True) as c:
        r = await c.get("https://httpbin.org/redirect/1"); print(r.status_code, r.url, len(r.history))
        try: (await c.get("https://httpbin.org/status/404")).raise_for_status()
        except httpx.HTTPStatusError as e: print(e)
        try: await c.get("https://httpbin.org/delay/9")
        except httpx.ReadTimeout as e: print(repr(e))
        try: await c.get("http://nosuch.invalid")
        except httpx.ConnectError as e: print(e)
asyncio.run(main())
#=> b'slow page' 2.0
#=> <urlopen error [Errno 111] Connection refused>
#=> <urlopen error [Errno -2] Name or service not known>
#=> timed out
#=> {'ok': True} 3 <Response [200 OK]> 200
#=> again [Errno 104] Connection reset by peer
#=> again [Errno 104] Connection reset by peer
#=> fine
#=> 1.0
#=> 1.108
#=> gave up
#=> 200 https://httpbin.org/get 1
#=> Client error '404 Not Found' for url 'https://httpbin.org/status/404'
#=> For more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/404
#=> ReadTimeout('The read operation timed out')
#=> [Errno -2] Name or service not known
