# requests: blocking, sessions, errors, threads.
import requests, time
r = requests.get("https://api.github.com/events"); print(r.status_code, r.headers["content-type"], len(r.json()), r, r.ok, r.elapsed)
r = requests.post("https://httpbin.org/post", data={"k": "v"}, params={"p": 1}); print(r.json()["form"], r.url)
for u, k in (("https://httpbin.org/status/404", {}), ("https://httpbin.org/delay/3", {"timeout": 1}), ("http://nosuch.invalid/", {}), ("nope", {})):
    try:
        r = requests.get(u, **k); r.raise_for_status()
    except requests.exceptions.HTTPError as e: print("http", e, e.response.status_code)
    except requests.exceptions.Timeout as e: print("timeout", e)
    except requests.exceptions.ConnectionError as e: print("conn", e)
    except requests.RequestException as e: print(type(e), e)
with requests.Session() as s:
    s.headers.update({"X": "1"}); r = s.get("https://httpbin.org/headers"); print(r.json()["headers"]["X"])
from concurrent.futures import ThreadPoolExecutor
t = time.time()
with ThreadPoolExecutor(5) as ex: print([r.status_code for r in ex.map(requests.get, [f"https://example.com/{i}" for i in range(5)])])
print(round(time.time() - t, 2))
#=> 200 application/json; charset=utf-8 10 <Response [200]> True 0:00:00.880001
#=> {'k': 'v'} https://httpbin.org/post?p=1
#=> http 404 Client Error: Not Found for url: https://httpbin.org/status/404 404
#=> timeout HTTPSConnectionPool(host='httpbin.org', port=443): Read timed out. (read timeout=1)
#=> conn HTTPConnectionPool(host='nosuch.invalid', port=80): Max retries exceeded with url: / (Caused by NewConnectionError('Failed to resolve 'nosuch.invalid': [Errno -2] Name or service not known'))
#=> <class 'requests.exceptions.MissingSchema'> Invalid URL 'nope': No scheme supplied. Perhaps you meant https://nope?
#=> 1
#=> [200, 200, 200, 200, 200]
#=> 0.89
