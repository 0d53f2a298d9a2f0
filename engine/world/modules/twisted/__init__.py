"""Twisted: a reactor that calls functions, and Deferreds for what they will come to."""

__version__ = "22.4.0"


class _Version:
    def short(self):
        return __version__

    def __repr__(self):
        return "Version('twisted', 22, 4, 0)"


version = _Version()
