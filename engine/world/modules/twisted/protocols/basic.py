"""Protocols of lines, and of strings with their length in front."""

import struct

from twisted.internet.protocol import Protocol

__all__ = ["Int16StringReceiver", "Int32StringReceiver", "LineOnlyReceiver", "LineReceiver"]


class LineOnlyReceiver(Protocol):
    _buffer = b""
    delimiter = b"\r\n"
    MAX_LENGTH = 16384

    def dataReceived(self, data):
        *lines, self._buffer = (self._buffer + data).split(self.delimiter)
        for line in lines:
            if self.transport.disconnecting:
                return
            if len(line) > self.MAX_LENGTH:
                self.lineLengthExceeded(line)
                return
            self.lineReceived(line)
        if len(self._buffer) > self.MAX_LENGTH:
            self.lineLengthExceeded(self._buffer)

    def lineReceived(self, line):
        raise NotImplementedError

    def sendLine(self, line):
        self.transport.writeSequence((line, self.delimiter))

    def lineLengthExceeded(self, line):
        self.transport.loseConnection()


class LineReceiver(LineOnlyReceiver):
    """Lines, or, in raw mode, bytes as they come."""

    line_mode = 1
    paused = False
    _busy = False

    def clearLineBuffer(self):
        left, self._buffer = self._buffer, b""
        return left

    def dataReceived(self, data):
        self._buffer += data
        if self._busy:
            return
        self._busy = True
        try:
            while self._buffer and not self.paused:
                if not self.line_mode:
                    self.rawDataReceived(self.clearLineBuffer())
                    continue
                line, found, rest = self._buffer.partition(self.delimiter)
                if len(line) > self.MAX_LENGTH:
                    self.lineLengthExceeded(self.clearLineBuffer())
                    return
                if not found:
                    return
                self._buffer = rest
                self.lineReceived(line)
                if self.transport.disconnecting:
                    return
        finally:
            self._busy = False

    def rawDataReceived(self, data):
        raise NotImplementedError

    def setLineMode(self, extra=b""):
        self.line_mode = 1
        if extra:
            return self.dataReceived(extra)

    def setRawMode(self):
        self.line_mode = 0

    def pauseProducing(self):
        self.paused = True
        self.transport.pauseProducing()

    def resumeProducing(self):
        self.paused = False
        self.transport.resumeProducing()
        self.dataReceived(b"")

    def stopProducing(self):
        self.paused = True
        self.transport.stopProducing()


class _IntNStringReceiver(Protocol):
    MAX_LENGTH = 99999
    structFormat = "!I"
    _unprocessed = b""

    @property
    def prefixLength(self):
        return struct.calcsize(self.structFormat)

    def stringReceived(self, string):
        raise NotImplementedError

    def lengthLimitExceeded(self, length):
        self.transport.loseConnection()

    def dataReceived(self, data):
        self._unprocessed += data
        head = self.prefixLength
        while len(self._unprocessed) >= head:
            length, = struct.unpack(self.structFormat, self._unprocessed[:head])
            if length > self.MAX_LENGTH:
                self.lengthLimitExceeded(length)
                return
            if len(self._unprocessed) < head + length:
                return
            string = self._unprocessed[head:head + length]
            self._unprocessed = self._unprocessed[head + length:]
            self.stringReceived(string)

    def sendString(self, string):
        self.transport.write(struct.pack(self.structFormat, len(string)) + string)


class Int32StringReceiver(_IntNStringReceiver):
    pass


class Int16StringReceiver(_IntNStringReceiver):
    structFormat = "!H"
