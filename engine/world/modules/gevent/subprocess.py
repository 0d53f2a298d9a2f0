"""Processes that let other greenlets run while they are waited for."""

import subprocess as _original
from gevent._cooperative import take_over

take_over(globals(), _original)
