"""An agent that asks, and what it gets."""

import _hosts
import _web
import _world
from twisted.internet import defer, protocol
from twisted.internet.endpoints import HostnameEndpoint
from twisted.python.failure import Failure
from twisted.web.http_headers import Headers

__all__ = ["Agent", "FileBodyProducer", "ResponseDone", "ResponseFailed", "readBody"]


class ResponseDone(Exception):
    """Response body fully received"""


class ResponseFailed(Exception):
    pass


class PotentialDataLoss(Exception):
    pass


class FileBodyProducer:
    def __init__(self, inputFile, *args, **kwargs):
        self.data = inputFile.read()


class Response:
    def __init__(self, received):
        self.version = (b"HTTP", 1, 1)
        self.code = received.status
        self.phrase = received.reason.encode()
        self.headers = Headers()
        for name, value in received.headers:
            self.headers.addRawHeader(name, value)
        self._body = received.body
        self.length = len(received.body)

    def deliverBody(self, protocol):
        protocol.makeConnection(self)
        if self._body:
            protocol.dataReceived(self._body)
        protocol.connectionLost(Failure(ResponseDone("Response body fully received")))


class _Exchange(protocol.Protocol):
    """Sends one request; `done` gets the response once it is there."""

    def __init__(self, method, url, request):
        self._request = request
        self._parser = _web.parse_answer(url, method)
        self._wanted = next(self._parser)
        self._buffer = b""
        self.done = defer.Deferred(lambda _: self.transport.abortConnection())

    def connectionMade(self):
        self.transport.write(self._request)

    def dataReceived(self, data):
        self._buffer += data
        self._go_on(False)

    def _take(self, at_end):
        """What the parser wants, or None while it has not come."""
        wanted = self._wanted
        count = self._buffer.find(b"\n") + 1 or None if wanted == "line" else wanted
        if count is None or count > len(self._buffer):
            if not at_end:
                return None
            count = len(self._buffer)
        taken, self._buffer = self._buffer[:count], self._buffer[count:]
        return taken

    def _go_on(self, at_end):
        while not self.done.called and (taken := self._take(at_end)) is not None:
            try:
                self._wanted = self._parser.send(taken)
            except StopIteration as end:
                self.transport.loseConnection()
                self.done.callback(Response(end.value))
            except Exception:
                self.transport.loseConnection()
                self.done.errback(ResponseFailed([Failure()]))

    def connectionLost(self, reason):
        self._go_on(True)


class Agent:
    def __init__(self, reactor, contextFactory=None, connectTimeout=None, bindAddress=None, pool=None):
        self._reactor = reactor
        self._timeout = connectTimeout

    @defer.inlineCallbacks
    def request(self, method, uri, headers=None, bodyProducer=None):
        """A Deferred of the response."""
        method, uri = method.decode(), uri.decode()
        scheme, host, port, path = _hosts.split_url(uri)
        sent = {name.decode(): values[0].decode() for name, values in (headers or Headers()).getAllRawHeaders()}
        body = b"" if bodyProducer is None else bodyProducer.data
        exchange = _Exchange(method, uri, _web.encode_request(method, uri, sent, body))
        factory = protocol.Factory.forProtocol(lambda: exchange)
        factory.noisy = False
        number = _world.request_sent(f"{method} {uri}")
        try:
            yield HostnameEndpoint(self._reactor, host, port, self._timeout or 30).connect(factory)
            response = yield exchange.done
        except Exception as error:
            _world.request_answered(f"{method} {uri}: {error}", number, 0)
            raise
        _world.request_answered(f"{method} {uri}", number, response.code)
        return response


class _Collector(protocol.Protocol):
    def __init__(self):
        self.parts = []
        self.done = defer.Deferred()

    def dataReceived(self, data):
        self.parts.append(data)

    def connectionLost(self, reason):
        if reason.check(ResponseDone):
            self.done.callback(b"".join(self.parts))
        else:
            self.done.errback(reason)


def readBody(response):
    """A Deferred of the whole body."""
    collector = _Collector()
    response.deliverBody(collector)
    return collector.done
