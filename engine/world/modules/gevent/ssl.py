"""SSL sockets that let other greenlets run."""

import ssl as _original
from gevent._cooperative import take_over

take_over(globals(), _original)
