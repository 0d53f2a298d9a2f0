"""Sockets that let other greenlets run while they wait."""

import socket as _original
from gevent._cooperative import take_over

take_over(globals(), _original)
