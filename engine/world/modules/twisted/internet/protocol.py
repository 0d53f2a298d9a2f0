"""Protocols: what is done with the bytes of a connection. Factories make one for each connection."""

from twisted.internet.error import ConnectionDone
from twisted.python import log
from twisted.python.failure import Failure

__all__ = ["BaseProtocol", "ClientFactory", "Factory", "Protocol", "ReconnectingClientFactory", "ServerFactory",
           "connectionDone"]

connectionDone = Failure(ConnectionDone())


class BaseProtocol:
    connected = 0
    transport = None

    def makeConnection(self, transport):
        self.connected = 1
        self.transport = transport
        self.connectionMade()

    def connectionMade(self):
        pass


class Protocol(BaseProtocol):
    factory = None

    def logPrefix(self):
        return type(self).__name__

    def dataReceived(self, data):
        pass

    def connectionLost(self, reason=connectionDone):
        pass


class Factory:
    protocol = None
    numPorts = 0
    noisy = True

    @classmethod
    def forProtocol(cls, protocol, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.protocol = protocol
        return made

    def logPrefix(self):
        return type(self).__name__

    def doStart(self):
        if self.numPorts == 0:
            if self.noisy:
                log.msg(f"Starting factory {self!r}")
            self.startFactory()
        self.numPorts += 1

    def doStop(self):
        if self.numPorts == 0:
            return
        self.numPorts -= 1
        if self.numPorts == 0:
            if self.noisy:
                log.msg(f"Stopping factory {self!r}")
            self.stopFactory()

    def startFactory(self):
        pass

    def stopFactory(self):
        pass

    def buildProtocol(self, addr):
        assert self.protocol is not None
        made = self.protocol()
        made.factory = self
        return made


class ServerFactory(Factory):
    pass


class ClientFactory(Factory):
    def startedConnecting(self, connector):
        pass

    def clientConnectionFailed(self, connector, reason):
        pass

    def clientConnectionLost(self, connector, reason):
        pass


class ReconnectingClientFactory(ClientFactory):
    """Connects again after a delay that grows; by the rule, without its random part."""

    maxDelay = 3600
    initialDelay = 1.0
    factor = 2.7182818284590451
    delay = initialDelay
    retries = 0
    maxRetries = None
    continueTrying = 1
    _later = None

    def clientConnectionFailed(self, connector, reason):
        if self.continueTrying:
            self.retry(connector)

    clientConnectionLost = clientConnectionFailed

    def retry(self, connector=None):
        from twisted.internet import reactor

        self.retries += 1
        if not self.continueTrying or self.maxRetries is not None and self.retries > self.maxRetries:
            return
        self.delay = min(self.delay * self.factor, self.maxDelay)
        self._later = reactor.callLater(self.delay, connector.connect)

    def stopTrying(self):
        self.continueTrying = 0
        if self._later is not None and self._later.active():
            self._later.cancel()

    def resetDelay(self):
        self.delay = self.initialDelay
        self.retries = 0
        self.continueTrying = 1
