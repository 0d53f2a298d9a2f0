"""Twisted's agent asks the hosts of the world."""
#ends: exit
from twisted.internet import defer, error
from twisted.internet.task import react
from twisted.web.client import Agent, readBody
from twisted.web.http_headers import Headers

@defer.inlineCallbacks
def ask(agent, url):
    response = yield agent.request(b"GET", url, Headers({"User-Agent": ["lesson"]}))
    body = yield readBody(response)
    print(url, response.code, response.phrase, response.headers.getRawHeaders("content-type"), len(body))
    return len(body)

async def main(reactor):
    agent = Agent(reactor)
    began = reactor.seconds()
    sizes = await defer.gatherResults([ask(agent, b"http://example.com/%d" % n) for n in range(3)])
    print(len(sizes), reactor.seconds() - began < 1.1)
    await ask(agent, b"http://httpbin.org/status/404")
    try:
        await ask(agent, b"http://nowhere.invalid/")
    except error.DNSLookupError as failure:
        print(failure)

react(lambda reactor: defer.ensureDeferred(main(reactor)))

# What it prints:
#=> b'http://example.com/2' 200 b'OK' ['text/html; charset=utf-8'] 6623
#=> b'http://example.com/0' 200 b'OK' ['text/html; charset=utf-8'] 6543
#=> b'http://example.com/1' 200 b'OK' ['text/html; charset=utf-8'] 6583
#=> 3 True
#=> b'http://httpbin.org/status/404' 404 b'Not Found' ['text/html; charset=utf-8'] 0
#=> DNS lookup failed: no results for hostname lookup: nowhere.invalid.
