"""Text over bytes (io.TextIOWrapper), and the three standard streams."""

import _sys


def unsupported(message):
    from io import UnsupportedOperation

    return UnsupportedOperation(message)


class Lines:
    """What a file that has readline() is besides: its lines, one after another."""

    def readlines(self, hint=-1, /):
        return list(self)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line


class StandardBuffer(Lines):
    """What is below a standard stream: bytes go out as they come; what comes in the world says."""

    def __init__(self, number, name):
        self._number = number
        self.name = name
        self.mode = "rb" if number == 0 else "wb"
        self.raw = self
        self.closed = False
        self._waiting = None  # of stdin: what has not been read
        self._by_line = number == 0

    def __repr__(self):
        return f"<_io.Buffered{'Reader' if self._number == 0 else 'Writer'} name={self.name!r}>"

    def fileno(self):
        return self._number

    def isatty(self):
        return False

    def readable(self):
        return self._number == 0

    def writable(self):
        return self._number != 0

    def seekable(self):
        return False

    def write(self, data, /):
        if self._number == 0:
            raise unsupported("write")
        return _sys.write_bytes(self._number, data)

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")

    def _input(self):
        if self._number != 0:
            raise unsupported("read")
        if self._waiting is None:
            import _world

            self._waiting = _world.settings()["input"].encode()
        return self._waiting

    def read(self, size=-1, /):
        data = self._input()
        count = len(data) if size is None or size < 0 else size
        self._waiting = data[count:]
        return data[:count]

    read1 = read

    def readline(self, size=-1, /):
        at = self._input().find(b"\n")
        return self.read(-1 if at < 0 else at + 1)

    def close(self):
        self.closed = True


class TextIOWrapper(Lines):
    __type_name__ = "_io.TextIOWrapper"

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline}")
        self.buffer = buffer
        self.encoding = "utf-8" if encoding is None or encoding == "locale" else encoding
        self.errors = "strict" if errors is None else errors
        self.line_buffering = bool(line_buffering)
        self.write_through = bool(write_through)
        self.newlines = None
        self._newline = newline
        self._ahead = ""  # decoded, not yet read
        self._at_end = False
        self._by_line = getattr(buffer, "_by_line", False)  # what comes in time is not waited for as a whole
        self._number = buffer._number if isinstance(buffer, StandardBuffer) else None
        self.mode = "r" if self._number == 0 else "w" if self._number is not None else None

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    def __repr__(self):
        text = "<_io.TextIOWrapper"
        if getattr(self.buffer, "name", None) is not None:
            text += f" name={self.buffer.name!r}"
        if self.mode is not None:
            text += f" mode={self.mode!r}"
        return f"{text} encoding={self.encoding!r}>"

    def _check_open(self):
        if self.buffer is None:
            raise ValueError("underlying buffer has been detached")
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        self._check_open()
        return self.buffer.isatty()

    def readable(self):
        self._check_open()
        return self.buffer.readable()

    def writable(self):
        self._check_open()
        return self.buffer.writable()

    def seekable(self):
        self._check_open()
        return self.buffer.seekable()

    def write(self, text, /):
        number = self._number
        if number and not self.buffer.closed:
            return _sys.write(number, text)
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._check_open()
        if not self.buffer.writable():
            raise unsupported("not writable")
        data = text.replace("\n", self._newline) if self._newline in ("\r", "\r\n") else text
        self.buffer.write(data.encode(self.encoding, self.errors))
        return len(text)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        self._check_open()
        self.buffer.flush()

    def reconfigure(self, *, encoding=None, errors=None, newline=None, line_buffering=None, write_through=None):
        if encoding is not None:
            self.encoding = encoding
            self.errors = "strict"
        if errors is not None:
            self.errors = errors
        if newline is not None:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = bool(line_buffering)
        if write_through is not None:
            self.write_through = bool(write_through)

    def _fill(self):
        self._check_open()
        if not self._at_end:
            if not self.buffer.readable():
                raise unsupported("not readable")
            text = self.buffer.read().decode(self.encoding, self.errors)
            if self._newline is None:
                text = text.replace("\r\n", "\n").replace("\r", "\n")
            self._ahead += text
            self._at_end = True

    def _take(self, count):
        taken = self._ahead[:count]
        self._ahead = self._ahead[count:]
        return taken

    def read(self, size=-1, /):
        self._fill()
        return self._take(len(self._ahead) if size is None or size < 0 else size)

    def readline(self, size=-1, /):
        if self._by_line and not self._ahead:
            self._check_open()
            text = self.buffer.readline().decode(self.encoding, self.errors)
            return text.replace("\r\n", "\n") if self._newline is None else text
        self._fill()
        end = self._newline or "\n"
        at = self._ahead.find(end)
        count = len(self._ahead) if at < 0 else at + len(end)
        return self._take(count if size is None or size < 0 else min(size, count))

    def seek(self, cookie, whence=0, /):
        self._check_open()
        if not self.buffer.seekable():
            raise unsupported("underlying stream is not seekable")
        self.flush()
        self._ahead = ""
        self._at_end = False
        return self.buffer.seek(cookie, whence)

    def tell(self):
        self._check_open()
        if not self.buffer.seekable():
            raise unsupported("underlying stream is not seekable")
        return self.buffer.tell() - len(self._ahead.encode(self.encoding, self.errors))

    def truncate(self, pos=None, /):
        self.flush()
        return self.buffer.truncate(pos)

    def detach(self):
        self._check_open()
        self.flush()
        buffer = self.buffer
        self.buffer = None
        return buffer

    def close(self):
        if self.buffer is not None and not self.closed:
            self.flush()
            self.buffer.close()

    def __enter__(self):
        self._check_open()
        return self

    def __exit__(self, *args):
        self.close()


TextIOWrapper.__module__ = "_io"


def make_standard_streams():
    stdin = TextIOWrapper(StandardBuffer(0, "<stdin>"), errors="surrogateescape")
    stdout = TextIOWrapper(StandardBuffer(1, "<stdout>"), errors="surrogateescape")
    stderr = TextIOWrapper(StandardBuffer(2, "<stderr>"), errors="backslashreplace", line_buffering=True)
    return stdin, stdout, stderr
