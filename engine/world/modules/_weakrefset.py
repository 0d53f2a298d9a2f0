"""Where CPython keeps WeakSet."""

from weakref import WeakSet
