from twisted.internet import _reactor
from twisted.internet._reactor import EPollReactor


def install():
    _reactor.install(EPollReactor())
