"""Streams in memory. Files come from the world."""

import abc

from _textio import Lines, TextIOWrapper

__all__ = ["BlockingIOError", "open", "open_code", "IOBase", "RawIOBase", "FileIO", "BytesIO", "StringIO",
           "BufferedIOBase", "BufferedReader", "BufferedWriter", "BufferedRWPair", "BufferedRandom", "TextIOBase",
           "TextIOWrapper", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE",
           "IncrementalNewlineDecoder", "text_encoding"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    __module__ = "io"


class IOBase(metaclass=abc.ABCMeta):
    __module__ = "io"
    _closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(f"{name}")

    @property
    def closed(self):
        return self._closed

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._checkClosed()

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    def seekable(self):
        return False

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    __next__ = Lines.__next__

    def readline(self, size=-1):
        taken = bytearray()
        while size is None or size < 0 or len(taken) < size:
            one = self.read(1)
            if not one:
                break
            taken += one
            if taken.endswith(b"\n"):
                break
        return bytes(taken)

    def readlines(self, hint=None):
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if hint and 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        buffer = bytearray(size)
        count = self.readinto(buffer)
        return None if count is None else bytes(buffer[:count])

    def readall(self):
        taken = bytearray()
        while True:
            data = self.read(DEFAULT_BUFFER_SIZE)
            if not data:
                return bytes(taken)
            taken += data

    def readinto(self, buffer):
        self._unsupported("readinto")

    def write(self, data):
        self._unsupported("write")


class BufferedIOBase(IOBase):
    __module__ = "io"

    def read(self, size=-1):
        self._unsupported("read")

    def read1(self, size=-1):
        self._unsupported("read1")

    def write(self, data):
        self._unsupported("write")

    def detach(self):
        self._unsupported("detach")

    def readinto(self, buffer):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readinto1 = readinto


class TextIOBase(IOBase):
    __module__ = "io"
    encoding = None
    errors = None
    newlines = None

    def read(self, size=-1):
        self._unsupported("read")

    def write(self, s):
        self._unsupported("write")

    def readline(self, size=-1):
        self._unsupported("readline")

    def detach(self):
        self._unsupported("detach")


TextIOBase.register(TextIOWrapper)


# ---- bytes in memory -------------------------------------------------------------------------------------------


def _check_data(data):
    if isinstance(data, str) or not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


class BytesIO(BufferedIOBase):
    __module__ = "_io"
    __type_name__ = "_io.BytesIO"

    def __init__(self, initial_bytes=b""):
        self._data = bytearray(_check_data(initial_bytes)) if initial_bytes is not None else bytearray()
        self._pos = 0

    def _open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def readable(self):
        self._open()
        return True

    writable = seekable = readable

    def getvalue(self):
        self._open()
        return bytes(self._data)

    def getbuffer(self):
        self._open()
        return memoryview(self._data)

    def read(self, size=-1, /):
        self._open()
        end = len(self._data) if size is None or size < 0 else self._pos + size
        data = bytes(self._data[self._pos:end])
        self._pos += len(data)
        return data

    def read1(self, size=-1, /):
        return self.read(size)

    def readline(self, size=-1, /):
        self._open()
        at = self._data.find(b"\n", self._pos)
        end = len(self._data) if at < 0 else at + 1
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        return self.read(max(end - self._pos, 0))

    def write(self, data, /):
        self._open()
        data = _check_data(data)
        if not data:
            return 0
        if self._pos > len(self._data):
            self._data += bytes(self._pos - len(self._data))
        self._data[self._pos:self._pos + len(data)] = data
        self._pos += len(data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._open()
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
        elif whence == 1:
            pos = max(0, self._pos + pos)
        elif whence == 2:
            pos = max(0, len(self._data) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        self._pos = pos
        return pos

    def tell(self):
        self._open()
        return self._pos

    def truncate(self, size=None, /):
        self._open()
        size = self._pos if size is None else size
        if size < 0:
            raise ValueError(f"negative size value {size}")
        del self._data[size:]
        return size

    def flush(self):
        self._open()

    def close(self):
        self._closed = True


# ---- text in memory --------------------------------------------------------------------------------------------


class StringIO(TextIOBase):
    __module__ = "_io"
    __type_name__ = "_io.StringIO"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        if newline is not None and not isinstance(newline, str):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._parts = []  # what was written since the text was last put together
        self._text = ""
        self._pos = 0
        if initial_value:
            self.write(initial_value)
        self._pos = 0

    def _open(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def _whole(self):
        if self._parts:
            self._text += "".join(self._parts)
            self._parts.clear()
        return self._text

    def readable(self):
        self._open()
        return True

    writable = seekable = readable

    @property
    def line_buffering(self):
        return False

    def getvalue(self):
        self._open()
        return self._whole()

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        self._open()
        count = len(s)
        if self._newline is None:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif self._newline in ("\r", "\r\n"):
            s = s.replace("\n", self._newline)
        if self._pos is None:
            self._parts.append(s)
            return count
        text = self._whole()
        if self._pos == len(text):
            self._parts.append(s)
            self._pos = None  # at the end, whatever its place
            return count
        if self._pos > len(text):
            text += "\0" * (self._pos - len(text))
        self._text = text[:self._pos] + s + text[self._pos + len(s):]
        self._pos += len(s)
        return count

    def _place(self):
        if self._pos is None:
            self._pos = len(self._whole())
        return self._pos

    def read(self, size=-1, /):
        self._open()
        at = self._place()
        text = self._whole()
        taken = text[at:] if size is None or size < 0 else text[at:at + size]
        self._pos = at + len(taken)
        return taken

    def readline(self, size=-1, /):
        self._open()
        at = self._place()
        text = self._whole()
        end = self._newline or "\n"
        found = text.find(end, at)
        stop = len(text) if found < 0 else found + len(end)
        if size is not None and size >= 0:
            stop = min(stop, at + size)
        self._pos = max(at, stop)
        return text[at:stop]

    def seek(self, pos, whence=0, /):
        self._open()
        if whence not in (0, 1, 2):
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        if whence == 0 and pos < 0:
            raise ValueError(f"Negative seek position {pos}")
        if whence and pos:
            raise OSError("Can't do nonzero cur-relative seeks")
        if whence == 1:
            pos = self._place()
        elif whence == 2:
            pos = len(self._whole())
        self._pos = pos
        return pos

    def tell(self):
        self._open()
        return self._place()

    def truncate(self, size=None, /):
        self._open()
        size = self._place() if size is None else size
        if size < 0:
            raise ValueError(f"Negative size value {size}")
        at = self._place()
        self._text = self._whole()[:size]
        self._pos = at
        return size

    def flush(self):
        self._open()

    def close(self):
        self._closed = True


# ---- around other streams --------------------------------------------------------------------------------------


class _Buffered(BufferedIOBase):
    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        if buffer_size <= 0:
            raise ValueError("buffer size must be strictly positive")
        self.raw = raw

    @property
    def closed(self):
        return self.raw.closed

    @property
    def name(self):
        return self.raw.name

    @property
    def mode(self):
        return self.raw.mode

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return self.raw.isatty()

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def seek(self, pos, whence=0):
        return self.raw.seek(pos, whence)

    def tell(self):
        return self.raw.tell()

    def truncate(self, pos=None):
        return self.raw.truncate(pos)

    def flush(self):
        self.raw.flush()

    def close(self):
        if not self.raw.closed:
            self.raw.close()

    def detach(self):
        raw = self.raw
        self.raw = None
        return raw


class BufferedReader(_Buffered):
    __module__ = "_io"

    def read(self, size=-1):
        return self.raw.read(-1 if size is None else size)

    read1 = read

    def peek(self, size=0):
        at = self.raw.tell()
        data = self.raw.read(size or DEFAULT_BUFFER_SIZE)
        self.raw.seek(at)
        return data


class BufferedWriter(_Buffered):
    __module__ = "_io"

    def write(self, data):
        return self.raw.write(data)


class BufferedRandom(BufferedReader):
    __module__ = "_io"

    def write(self, data):
        return self.raw.write(data)


class BufferedRWPair(BufferedIOBase):
    __module__ = "_io"

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self.reader = BufferedReader(reader, buffer_size)
        self.writer = BufferedWriter(writer, buffer_size)

    def readable(self):
        return self.reader.readable()

    def writable(self):
        return self.writer.writable()

    def read(self, size=-1):
        return self.reader.read(size)

    def write(self, data):
        return self.writer.write(data)

    def flush(self):
        self.writer.flush()

    def close(self):
        self.writer.close()
        self.reader.close()


class FileIO(RawIOBase):
    __module__ = "_io"

    def __init__(self, file, mode="r", closefd=True, opener=None):
        raise PermissionError(1, "files are not available in the sandbox", file)


class IncrementalNewlineDecoder:
    __module__ = "_io"

    def __init__(self, decoder, translate, errors="strict"):
        self.decoder = decoder
        self.translate = translate
        self._pending = ""

    def decode(self, input, final=False):
        text = self._pending + (self.decoder.decode(input, final) if self.decoder else input)
        self._pending = ""
        if text.endswith("\r") and not final:
            text, self._pending = text[:-1], "\r"
        return text.replace("\r\n", "\n").replace("\r", "\n") if self.translate else text

    def reset(self):
        self._pending = ""
        if self.decoder:
            self.decoder.reset()


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import _files

    return _files.open(file, mode, buffering, encoding, errors, newline, closefd, opener)


def open_code(path):
    return open(path, "rb")


def text_encoding(encoding, stacklevel=2):
    return "locale" if encoding is None else encoding
