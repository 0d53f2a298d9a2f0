"""gevent: greenlets that wait in a hub. Whoever waits switches to the hub; the hub's loop switches back when it is over.

The hub runs the callbacks it was given in order (a spawned greenlet is one), those that they add as well; when none is
left it looks at its timers. While a greenlet runs, nothing else does.
"""

from greenlet import GreenletExit, getcurrent

from gevent.exceptions import ConcurrentObjectUseError, LoopExit
from gevent.hub import Hub, get_hub, idle, iwait, iwait as _iwait, sleep, spawn_raw, wait
from gevent.greenlet import Greenlet, joinall, killall
from gevent.timeout import Timeout, with_timeout

__version__ = "22.10.2"
version_info = (22, 10, 2, "final", 0)

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later


def kill(greenlet, exception=GreenletExit):
    """Without waiting for its end."""
    if not greenlet.dead:
        get_hub().loop.run_callback(greenlet.throw, exception)


def signal_handler(signalnum, handler, *args, **kwargs):
    import signal

    signal.signal(signalnum, lambda *_: spawn(handler, *args, **kwargs))


def reinit(hub=None):
    pass


class config:
    """Settings of the real library that have nothing to set here."""

    loop = resolver = threadpool = fileobject = None
