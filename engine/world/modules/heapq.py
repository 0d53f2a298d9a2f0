"""Lists kept as heaps. Single steps are native."""

from _heapq import (
    _heapify_max,
    _heappop_max,
    _heapreplace_max,
    heapify,
    heappop,
    heappush,
    heappushpop,
    heapreplace,
)

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def merge(*iterables, key=None, reverse=False):
    """Goes through several sorted iterables at once, in order."""
    heap = []
    make, pop, replace = (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    step = -1 if reverse else 1
    for number, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            heap.append([value if key is None else key(value), number * step, value, iterator])
            break
    make(heap)
    while len(heap) > 1:
        entry = heap[0]
        while True:
            yield entry[2]
            for value in entry[3]:
                entry[0] = value if key is None else key(value)
                entry[2] = value
                replace(heap, entry)
                break
            else:
                pop(heap)
                break
            entry = heap[0]
    if heap:
        _, _, value, iterator = heap[0]
        yield value
        yield from iterator


def nsmallest(n, iterable, key=None):
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
