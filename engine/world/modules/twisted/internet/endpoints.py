"""Endpoints: where to listen or connect, as values."""

from twisted.internet import defer
from twisted.internet.protocol import ClientFactory, Factory

__all__ = ["HostnameEndpoint", "TCP4ClientEndpoint", "TCP4ServerEndpoint", "clientFromString", "connectProtocol",
           "serverFromString"]


class TCP4ServerEndpoint:
    def __init__(self, reactor, port, backlog=50, interface=""):
        self._reactor = reactor
        self._port = port
        self._listenArgs = dict(backlog=backlog, interface=interface)

    def listen(self, protocolFactory):
        """A Deferred of the port."""
        return defer.execute(self._reactor.listenTCP, self._port, protocolFactory, **self._listenArgs)


class _WrappingFactory(ClientFactory):
    """Between a connector and the factory of who asked for the connection."""

    noisy = False

    def __init__(self, factory, deferred):
        self._factory = factory
        self._deferred = deferred

    def doStart(self):
        self._factory.doStart()

    def doStop(self):
        self._factory.doStop()

    def buildProtocol(self, addr):
        made = self._factory.buildProtocol(addr)
        if made is None:
            return None
        begin = made.makeConnection

        def makeConnection(transport):
            begin(transport)
            self._deferred.callback(made)

        made.makeConnection = makeConnection
        return made

    def clientConnectionFailed(self, connector, reason):
        if not self._deferred.called:
            self._deferred.errback(reason)


class TCP4ClientEndpoint:
    def __init__(self, reactor, host, port, timeout=30, bindAddress=None):
        self._reactor = reactor
        self._host = host
        self._port = port
        self._timeout = timeout

    def connect(self, protocolFactory):
        """A Deferred of the protocol, once it is connected."""
        connectors = []
        done = defer.Deferred(lambda _: connectors[0].stopConnecting())
        connectors.append(self._reactor.connectTCP(self._host, self._port, _WrappingFactory(protocolFactory, done),
                                                   timeout=self._timeout))
        return done


class HostnameEndpoint(TCP4ClientEndpoint):
    def __init__(self, reactor, host, port, timeout=30, bindAddress=None, attemptDelay=None):
        super().__init__(reactor, host.decode() if isinstance(host, bytes) else host, port, timeout)


def connectProtocol(endpoint, protocol):
    class OneTimeFactory(Factory):
        noisy = False

        def buildProtocol(self, addr):
            return protocol

    return endpoint.connect(OneTimeFactory())


def _parsed(description):
    """("tcp", ["80"], {"interface": "127.0.0.1"})"""
    kind, *rest = description.split(":")
    if kind != "tcp":
        raise ValueError(f"Unknown endpoint type: {kind!r}")
    named = dict(each.split("=", 1) for each in rest if "=" in each)
    return [each for each in rest if "=" not in each], named


def serverFromString(reactor, description):
    plain, named = _parsed(description)
    port = int(named["port"] if "port" in named else plain[0])
    return TCP4ServerEndpoint(reactor, port, int(named.get("backlog", 50)), named.get("interface", ""))


def clientFromString(reactor, description):
    plain, named = _parsed(description)
    host = named["host"] if "host" in named else plain.pop(0)
    port = int(named["port"] if "port" in named else plain.pop(0))
    return TCP4ClientEndpoint(reactor, host, port, int(named.get("timeout", 30)))
