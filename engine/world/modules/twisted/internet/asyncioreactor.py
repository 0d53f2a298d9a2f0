"""The reactor on a loop of asyncio."""

from twisted.internet import _reactor
from twisted.internet._reactor import AsyncioSelectorReactor


def install(eventloop=None):
    _reactor.install(AsyncioSelectorReactor(eventloop))
