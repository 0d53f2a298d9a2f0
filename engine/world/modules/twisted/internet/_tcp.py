"""Connections of the reactor: ports that listen, connectors, and the transports that protocols write to."""

import _net

from twisted.internet import error
from twisted.internet.address import IPv4Address
from twisted.python import log
from twisted.python.failure import Failure


def _address(pair):
    return IPv4Address("TCP", *pair)


class Connection:
    """The transport of a protocol."""

    connected = 1
    disconnecting = False

    def __init__(self, reactor, end, protocol, when_lost=None):
        self.reactor = reactor
        self.protocol = protocol
        self._end = end
        self._when_lost = when_lost
        self._paused = self._told = False
        reactor._connections[self] = True

    def __repr__(self):
        return f"<{type(self.protocol).__name__} on {self._end.address[1]}>"

    def begin(self):
        self.reactor._call(self.protocol.makeConnection, self)
        if self.connected:
            self._end.watchers.append(self._news)
            self._news()

    # ---- reading

    def _news(self):
        if not self._told and not self._paused and self._end.is_readable():
            self._told = True
            self.reactor._loop._io_ready(self._read)

    def _read(self):
        self._told = False
        if not self.connected or self._paused:
            return
        try:
            data = self._end.take(65536)
        except OSError:
            self.connectionLost(Failure(error.ConnectionLost()))
            return
        if data:
            self.reactor._call(self.protocol.dataReceived, data)
            self._news()
        elif self._end.at_eof:
            self.connectionLost(Failure(error.ConnectionDone()))

    def pauseProducing(self):
        self._paused = True

    def resumeProducing(self):
        self._paused = False
        self._news()

    def stopProducing(self):
        self.loseConnection()

    # ---- writing

    def write(self, data):
        if isinstance(data, str):
            raise TypeError("Data must not be str")
        if not self.connected or self.disconnecting or not data:
            return
        try:
            self._end.send(bytes(data))
        except OSError:
            self.reactor._loop.call_soon(self.connectionLost, Failure(error.ConnectionLost()))

    def writeSequence(self, iovec):
        self.write(b"".join(iovec))

    def registerProducer(self, producer, streaming):
        """What is sent is taken at once: a producer may go on."""
        self.producer = producer
        if not streaming:
            producer.resumeProducing()

    def unregisterProducer(self):
        self.producer = None

    # ---- ending

    def loseConnection(self):
        if self.connected and not self.disconnecting:
            self.disconnecting = True
            self.reactor._loop.call_soon(self.connectionLost, Failure(error.ConnectionDone()))

    def loseWriteConnection(self):
        self._end.close_writing()

    def abortConnection(self):
        if self.connected:
            self.disconnecting = True
            self.reactor._loop.call_soon(self.connectionLost, Failure(error.ConnectionAborted()))

    def connectionLost(self, reason):
        if not self.connected:
            return
        self.connected = 0
        self.reactor._connections.pop(self, None)
        if self._news in self._end.watchers:
            self._end.watchers.remove(self._news)
        self._end.close()
        self.protocol.connected = 0
        self.reactor._call(self.protocol.connectionLost, reason)
        if self._when_lost is not None:
            self.reactor._call(self._when_lost, reason)

    # ---- what it is

    def getHost(self):
        return _address(self._end.address)

    def getPeer(self):
        return _address(self._end.peer_address)

    def getTcpNoDelay(self):
        return False

    def setTcpNoDelay(self, enabled):
        pass

    setTcpKeepAlive = setTcpNoDelay


class Port:
    """A port that a factory serves."""

    connected = False

    def __init__(self, reactor, port, factory, backlog, interface):
        self.reactor = reactor
        self.port = port
        self.factory = factory
        self.backlog = backlog
        self.interface = interface
        self._listener = None

    def __repr__(self):
        name = f"{type(self.factory).__module__}.{type(self.factory).__qualname__}"
        return f"<twisted.internet.tcp.Port of {name} on {self._listener.address[1] if self.connected else '(not listening)'}>"

    def startListening(self):
        try:
            self._listener = _net.listen(self.interface or "0.0.0.0", self.port, self.backlog)
        except OSError as reason:
            raise error.CannotListenError(self.interface, self.port, reason) from None
        self.connected = True
        log.msg(f"{type(self.factory).__name__} starting on {self._listener.address[1]}")
        self.factory.doStart()
        self._listener.watchers.append(self._news)
        self.reactor._connections[self] = True

    def _news(self):
        self.reactor._loop._io_ready(self._accept)

    def _accept(self):
        while self.connected and self._listener.waiting:
            end = self._listener.waiting.pop(0)
            protocol = self.reactor._call(self.factory.buildProtocol, _address(end.peer_address))
            if protocol is None:
                end.close()
            else:
                Connection(self.reactor, end, protocol).begin()

    def getHost(self):
        return _address(self._listener.address)

    def stopListening(self):
        from twisted.internet.defer import Deferred

        done = Deferred()
        if not self.connected:
            done.callback(None)
        else:
            self.reactor._loop.call_soon(self.connectionLost, None, done)
        return done

    loseConnection = stopListening

    def connectionLost(self, reason, done=None):
        if self.connected:
            self.connected = False
            self.reactor._connections.pop(self, None)
            log.msg(f"(TCP Port {self._listener.address[1]} Closed)")
            self._listener.close()
            self.factory.doStop()
        if done is not None:
            done.callback(None)


class Connector:
    """Makes one connection for a factory, and again if it is asked to."""

    def __init__(self, reactor, host, port, factory, timeout):
        self.reactor = reactor
        self.host = host
        self.port = port
        self.factory = factory
        self.timeout = timeout
        self.state = "disconnected"
        self.transport = None
        self._limit = None
        self._started = False

    def getDestination(self):
        return IPv4Address("TCP", self.host, self.port)

    def connect(self):
        if self.state != "disconnected":
            raise RuntimeError("can't connect in this state")
        self.state = "connecting"
        if not self._started:
            self._started = True
            self.factory.doStart()
        self.factory.startedConnecting(self)
        if self.state == "disconnected":
            return
        self._attempt = attempt = object()
        seconds, end, failure = _net.connect(self.host, self.port)
        if self.timeout is not None and seconds > self.timeout:
            seconds, end, failure = self.timeout, None, TimeoutError()
        _net.later(seconds, self.reactor._loop._io_ready, self._connected, attempt, end, failure)

    def _connected(self, attempt, end, failure):
        if self.state != "connecting" or attempt is not self._attempt:
            return
        if failure is not None:
            self.connectionFailed(Failure(_error_of(failure, self.host)))
            return
        protocol = self.reactor._call(self.factory.buildProtocol, _address(end.peer_address))
        if protocol is None:
            end.close()
            self.connectionFailed(Failure(error.ConnectError()))
            return
        self.state = "connected"
        self.transport = Connection(self.reactor, end, protocol, self.connectionLost)
        self.transport.begin()

    def connectionFailed(self, reason):
        self.state = "disconnected"
        self.transport = None
        self.reactor._call(self.factory.clientConnectionFailed, self, reason)
        self._rest()

    def connectionLost(self, reason):
        self.state = "disconnected"
        self.reactor._call(self.factory.clientConnectionLost, self, reason)
        self._rest()

    def _rest(self):
        if self.state == "disconnected":
            self.factory.doStop()
            self._started = False

    def stopConnecting(self):
        if self.state != "connecting":
            raise error.NotConnectingError("we're not trying to connect")
        self.connectionFailed(Failure(error.UserError()))

    def disconnect(self):
        if self.state == "connecting":
            self.stopConnecting()
        elif self.state == "connected":
            self.transport.loseConnection()


def _error_of(failure, host):
    if isinstance(failure, ConnectionRefusedError):
        return error.ConnectionRefusedError("Connection refused", osError=111)
    if isinstance(failure, TimeoutError):
        return error.TimeoutError()
    if failure.errno == -2:
        return error.DNSLookupError(f"no results for hostname lookup: {host}")
    return error.ConnectError(str(failure), osError=failure.errno)
