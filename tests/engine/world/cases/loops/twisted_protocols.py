"""Twisted: factories, protocols of bytes and of lines, endpoints."""
from twisted.internet import defer, endpoints, error, protocol, reactor, task
from twisted.protocols.basic import LineReceiver

class Echo(protocol.Protocol):
    def connectionMade(self):
        self.factory.count += 1
        print("connected", self.factory.count, self.transport.getPeer().host)

    def dataReceived(self, data):
        self.transport.write(data.upper())

    def connectionLost(self, reason):
        print("server lost:", reason.getErrorMessage())

class EchoFactory(protocol.Factory):
    protocol = Echo
    count = 0

    def startFactory(self):
        print("factory starts")

    def stopFactory(self):
        print("factory stops")

class Client(protocol.Protocol):
    def __init__(self):
        self.done = defer.Deferred()

    def dataReceived(self, data):
        print("client got", data)
        self.transport.loseConnection()

    def connectionLost(self, reason):
        self.done.callback(reason.check(error.ConnectionDone) is not None)

class Chat(LineReceiver):
    users = {}

    def connectionMade(self):
        self.name = None
        self.sendLine(b"your name?")

    def lineReceived(self, line):
        if self.name is None:
            self.name = line.decode()
            self.users[self.name] = self
            self.sendLine(f"welcome, {self.name}".encode())
        elif line == b"bye":
            self.transport.loseConnection()
        else:
            for user in self.users.values():
                user.sendLine(f"<{self.name}> {line.decode()}".encode())

    def connectionLost(self, reason):
        del self.users[self.name]

class Talker(LineReceiver):
    def __init__(self, lines):
        self.lines = lines

    def lineReceived(self, line):
        print("told:", line.decode())
        if self.lines:
            self.sendLine(self.lines.pop(0))

class TalkerFactory(protocol.ClientFactory):
    def startedConnecting(self, connector):
        print("connecting to", connector.getDestination())

    def buildProtocol(self, addr):
        return Talker([b"Ada", b"hello", b"bye"])

    def clientConnectionLost(self, connector, reason):
        print("talker:", reason.getErrorMessage())
        reactor.connectTCP("localhost", 9, Refused())

class Refused(protocol.ClientFactory):
    def clientConnectionFailed(self, connector, reason):
        print(reason.type.__name__, reason.getErrorMessage())
        reactor.stop()

@defer.inlineCallbacks
def main():
    port = yield endpoints.serverFromString(reactor, "tcp:1234:interface=127.0.0.1").listen(EchoFactory())
    print(port.getHost())
    client = Client()
    yield endpoints.connectProtocol(endpoints.TCP4ClientEndpoint(reactor, "127.0.0.1", 1234), client)
    client.transport.write(b"hello")
    print("closed cleanly:", (yield client.done))
    try:
        yield endpoints.HostnameEndpoint(reactor, "no-such-host.invalid", 80).connect(protocol.Factory.forProtocol(Client))
    except error.DNSLookupError as failure:
        print(failure)
    yield port.stopListening()
    try:
        reactor.listenTCP(8000, EchoFactory())
        reactor.listenTCP(8000, EchoFactory())
    except error.CannotListenError as failure:
        print(failure)
    reactor.listenTCP(8123, protocol.Factory.forProtocol(Chat))
    reactor.connectTCP("localhost", 8123, TalkerFactory())

task.LoopingCall(lambda: None).start(60)
main().addErrback(lambda failure: failure.printTraceback())
reactor.run()
print("stopped", reactor.running)

# What it prints:
#=> factory starts
#=> IPv4Address(type='TCP', host='127.0.0.1', port=1234)
#=> connected 1 127.0.0.1
#=> client got b'HELLO'
#=> closed cleanly: True
#=> server lost: Connection was closed cleanly.
#=> DNS lookup failed: no results for hostname lookup: no-such-host.invalid.
#=> factory stops
#=> factory starts
#=> Couldn't listen on any:8000: [Errno 98] Address already in use.
#=> connecting to IPv4Address(type='TCP', host='localhost', port=8123)
#=> told: your name?
#=> told: welcome, Ada
#=> told: <Ada> hello
#=> talker: Connection was closed cleanly.
#=> ConnectionRefusedError Connection was refused by other side: 111: Connection refused.
#=> factory stops
#=> stopped False
