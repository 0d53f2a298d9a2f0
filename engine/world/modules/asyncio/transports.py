"""Transports: how a protocol sends, and over what. Those over sockets are here; those of processes in base_subprocess."""

import _net
import asyncio.trsock


class BaseTransport:
    def __init__(self, extra=None):
        self._extra = {} if extra is None else extra

    def get_extra_info(self, name, default=None):
        return self._extra.get(name, default)

    def is_closing(self):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError

    def set_protocol(self, protocol):
        raise NotImplementedError

    def get_protocol(self):
        raise NotImplementedError


class ReadTransport(BaseTransport):
    def is_reading(self):
        raise NotImplementedError

    def pause_reading(self):
        raise NotImplementedError

    def resume_reading(self):
        raise NotImplementedError


class WriteTransport(BaseTransport):
    def set_write_buffer_limits(self, high=None, low=None):
        raise NotImplementedError

    def get_write_buffer_size(self):
        raise NotImplementedError

    def get_write_buffer_limits(self):
        raise NotImplementedError

    def write(self, data):
        raise NotImplementedError

    def writelines(self, list_of_data):
        self.write(b"".join(list_of_data))

    def write_eof(self):
        raise NotImplementedError

    def can_write_eof(self):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    pass


class DatagramTransport(BaseTransport):
    def sendto(self, data, addr=None):
        raise NotImplementedError

    def abort(self):
        raise NotImplementedError


class SubprocessTransport(BaseTransport):
    def get_pid(self):
        raise NotImplementedError

    def get_returncode(self):
        raise NotImplementedError

    def get_pipe_transport(self, fd):
        raise NotImplementedError

    def send_signal(self, signal):
        raise NotImplementedError

    def terminate(self):
        raise NotImplementedError

    def kill(self):
        raise NotImplementedError


def set_result_unless_done(future, result=None):
    if not future.done():
        future.set_result(result)


class StreamTransport(Transport):
    """Bytes from one end of a connection or pipe to a protocol, and back. A turn of the loop takes all that has come."""

    max_size = 256 * 1024

    def __init__(self, loop, end, protocol, waiter=None, extra=None, server=None):
        super().__init__(extra)
        self._loop = loop
        self._end = end
        self._fd = _net.next_fd()
        self._protocol = protocol
        self._server = server
        self._closing = False
        self._lost = False
        self._paused = False
        self._reading = False
        self._told = False  # the loop has been told of news that it has not looked at yet
        self._eof_written = False
        self._buffer = bytearray()  # written, but there was no room yet
        self._protocol_paused = False
        self._high, self._low = 65536, 16384
        if server is not None:
            server._attach()
        loop.call_soon(protocol.connection_made, self)
        loop.call_soon(self._start_reading)
        if waiter is not None:
            loop.call_soon(set_result_unless_done, waiter)

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._lost:
            info.append("closed")
        elif self._closing:
            info.append("closing")
        info.append(f"fd={self._fd}")
        if not self._lost and not self._loop.is_closed():
            info.append("read=polling" if self._reading and not self._paused else "read=idle")
            info.append(f"write=<{'polling' if self._buffer else 'idle'}, bufsize={self.get_write_buffer_size()}>")
        return f"<{' '.join(info)}>"

    # ---- reading

    def _start_reading(self):
        if self._closing or self._reading:
            return
        self._reading = True
        self._end.watchers.append(self._news)
        if self._end.is_readable():
            self._news()

    def _stop_reading(self):
        if self._reading:
            self._reading = False
            self._end.watchers.remove(self._news)

    def _news(self):
        if not self._told and not self._paused:
            self._told = True
            self._loop._io_ready(self._read_ready)

    def _read_ready(self):
        self._told = False
        if self._lost or self._paused or not self._reading:
            return
        try:
            data = self._end.take(self.max_size)
        except OSError as error:
            self._force_close(error)
            return
        if data:
            self._protocol.data_received(data)
            if self._reading and self._end.is_readable():
                self._news()
        elif self._end.at_eof:
            self._stop_reading()
            if not self._protocol.eof_received():
                self.close()

    def is_reading(self):
        return not self.is_closing() and not self._paused

    def pause_reading(self):
        if self._closing or self._paused:
            return
        self._paused = True

    def resume_reading(self):
        if self._closing or not self._paused:
            return
        self._paused = False
        if self._reading and self._end.is_readable():
            self._news()

    # ---- writing

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if self._eof_written:
            raise RuntimeError("Cannot call write() after write_eof()")
        if not data or self._lost:
            return
        if not self._buffer:
            try:
                sent = self._end.offer(data)
            except (BrokenPipeError, ConnectionResetError) as error:
                self._force_close(error)
                return
            if sent == len(data):
                return
            data = data[sent:]
            self._end.room_watchers.append(self._room)
        self._buffer += data
        self._pause_or_resume()

    def _room(self):
        self._end.room_watchers.remove(self._room)
        self._loop._io_ready(self._write_ready)

    def _write_ready(self):
        if not self._buffer:
            return
        try:
            sent = self._end.offer(self._buffer)
        except (BrokenPipeError, ConnectionResetError) as error:
            self._force_close(error)
            return
        del self._buffer[:sent]
        self._pause_or_resume()
        if self._buffer:
            self._end.room_watchers.append(self._room)
        elif self._closing:
            self._call_connection_lost(None)
        elif self._eof_written:
            self._end.close_writing()

    def _pause_or_resume(self):
        """Tells the protocol when too much waits, and when enough of it has gone."""
        if not self._protocol_paused and len(self._buffer) > self._high:
            self._protocol_paused = True
            self._protocol.pause_writing()
        elif self._protocol_paused and len(self._buffer) <= self._low:
            self._protocol_paused = False
            self._protocol.resume_writing()

    def can_write_eof(self):
        return True

    def write_eof(self):
        if self._closing or self._eof_written:
            return
        self._eof_written = True
        if not self._buffer:
            self._end.close_writing()

    def set_write_buffer_limits(self, high=None, low=None):
        if high is None:
            high = 65536 if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high, self._low = high, low
        self._pause_or_resume()

    def get_write_buffer_limits(self):
        return self._low, self._high

    def get_write_buffer_size(self):
        return len(self._buffer)

    # ---- ending

    def is_closing(self):
        return self._closing

    def close(self):
        if self._closing:
            return
        self._closing = True
        self._stop_reading()
        if not self._buffer:
            self._loop.call_soon(self._call_connection_lost, None)

    def abort(self):
        self._force_close(None)

    def _force_close(self, error):
        if self._lost:
            return
        self._stop_reading()
        unsent = bool(self._buffer)
        self._buffer.clear()
        if self._room in self._end.room_watchers:
            self._end.room_watchers.remove(self._room)
        if unsent or not self._closing:
            self._closing = True
            self._loop.call_soon(self._call_connection_lost, error)

    def _call_connection_lost(self, error):
        if self._lost:
            return
        self._lost = True
        try:
            self._protocol.connection_lost(error)
        finally:
            self._end.close()
            server, self._server = self._server, None
            if server is not None:
                server._detach()

    def get_protocol(self):
        return self._protocol

    def set_protocol(self, protocol):
        self._protocol = protocol


class _SelectorSocketTransport(StreamTransport):
    def __init__(self, loop, sock, protocol, waiter=None, extra=None, server=None):
        extra = {} if extra is None else dict(extra)
        extra.setdefault("socket", asyncio.trsock.TransportSocket(sock))
        extra.setdefault("sockname", sock.getsockname())
        extra.setdefault("peername", sock._end.peer_address)
        super().__init__(loop, sock._end, protocol, waiter, extra, server)
        self._sock = sock
        self._fd = sock.fileno()

    def _call_connection_lost(self, error):
        super()._call_connection_lost(error)
        self._sock.close()
