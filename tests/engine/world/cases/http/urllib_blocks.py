# urllib in coroutines: each download holds the loop; errors, redirects, http.client.
import urllib.request, urllib.error, time, asyncio, json
async def download(n):
    t = time.monotonic()
    with urllib.request.urlopen(f"https://example.com/page/{n}") as r:
        data = r.read()
    print(n, r.status, len(data), round(time.monotonic() - t, 2))
async def main():
    t = time.monotonic()
    await asyncio.gather(*(download(n) for n in range(5)))
    print("all", round(time.monotonic() - t, 2))
asyncio.run(main())
r = urllib.request.urlopen("http://httpbin.org/get?a=1"); print(json.load(r)["args"], r.headers["content-type"], r.getcode(), r.headers.get_content_charset())
for u in ("http://httpbin.org/status/404", "http://nosuchhost/x", "http://localhost:1/", "foo"):
    try: urllib.request.urlopen(u)
    except urllib.error.HTTPError as e: print("HTTP", e, e.code)
    except urllib.error.URLError as e: print("URL", e, e.reason)
    except ValueError as e: print(e)
try: urllib.request.urlopen("http://httpbin.org/delay/5", timeout=1)
except Exception as e: print(type(e), e)
req = urllib.request.Request("https://httpbin.org/post", data=b'{"a": 1}', headers={"Content-Type": "application/json"}, method="POST")
print(json.loads(urllib.request.urlopen(req).read())["json"])
import http.client
c = http.client.HTTPSConnection("www.python.org"); c.request("GET", "/"); r = c.getresponse(); print(r.status, r.reason, len(r.read())); c.close()
#=> 0 200 4383 0.99
#=> 1 200 4423 0.17
#=> 2 200 4463 0.61
#=> 3 200 4503 0.24
#=> 4 200 4543 0.32
#=> all 2.33
#=> {'a': '1'} application/json; charset=utf-8 200 utf-8
#=> HTTP HTTP Error 404: Not Found 404
#=> URL <urlopen error [Errno -2] Name or service not known> [Errno -2] Name or service not known
#=> URL <urlopen error [Errno 111] Connection refused> [Errno 111] Connection refused
#=> unknown url type: 'foo'
#=> <class 'TimeoutError'> timed out
#=> {'a': 1}
#=> 200 OK 6557
