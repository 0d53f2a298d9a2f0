"""Files over the ends of connections and pipes, as blocking code reads and writes them."""

from _textio import Lines


class EndFile:
    """What all have in common."""

    closed = False

    def readable(self):
        return False

    writable = seekable = isatty = readable

    def flush(self):
        pass

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class EndReader(Lines, EndFile):
    """`_until(enough)`, which others define, waits until enough(bytes that have come) or the end, and gives the End."""

    _by_line = True  # what is there is handed on: text over it does not wait for whole blocks

    def readable(self):
        return True

    def read(self, size=-1):
        whole = size is None or size < 0
        end = self._until(lambda data: not whole and len(data) >= size)
        return b"" if end is None else end.take(len(end.incoming) if whole else size)

    def read1(self, size=65536):
        end = self._until(lambda data: len(data) > 0)
        return b"" if end is None else end.take(size)

    def readline(self, size=-1):
        end = self._until(lambda data: b"\n" in data)
        if end is None:
            return b""
        at = end.incoming.find(b"\n")
        return end.take(len(end.incoming) if at < 0 else at + 1)
