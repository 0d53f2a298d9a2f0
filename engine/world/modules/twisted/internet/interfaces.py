"""Names of interfaces, for those who say what they implement."""


def _interface(name):
    return type(name, (), {"__module__": "twisted.internet.interfaces"})


IAddress, IConnector, IProtocol, IProtocolFactory = map(_interface, "IAddress IConnector IProtocol IProtocolFactory".split())
IReactorCore, IReactorTCP, IReactorTime = map(_interface, "IReactorCore IReactorTCP IReactorTime".split())
IStreamClientEndpoint, IStreamServerEndpoint, ITransport = map(
    _interface, "IStreamClientEndpoint IStreamServerEndpoint ITransport".split())
