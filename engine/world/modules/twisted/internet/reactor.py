"""Stands here until it is imported: then the reactor itself does."""

import sys

from twisted.internet import _reactor

del sys.modules["twisted.internet.reactor"]
_reactor.install(_reactor.EPollReactor())
