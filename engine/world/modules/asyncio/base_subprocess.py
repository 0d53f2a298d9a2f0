"""The transport of a process: its pipes, its end."""

import subprocess
from asyncio.transports import StreamTransport, SubprocessTransport, set_result_unless_done


class _PipeProtocol:
    """Between a pipe's transport and the protocol of the process."""

    def __init__(self, owner, fd):
        self.owner = owner
        self.fd = fd
        self.pipe = None
        self.disconnected = False

    def __repr__(self):
        return f"<{self.__class__.__name__} fd={self.fd} pipe={self.pipe!r}>"

    def connection_made(self, transport):
        self.pipe = transport

    def connection_lost(self, exc):
        self.disconnected = True
        self.owner._pipe_connection_lost(self.fd, exc)

    def data_received(self, data):
        self.owner._call(self.owner._protocol.pipe_data_received, self.fd, data)

    def eof_received(self):
        return False

    def pause_writing(self):
        self.owner._protocol.pause_writing()

    def resume_writing(self):
        self.owner._protocol.resume_writing()


class _UnixSubprocessTransport(SubprocessTransport):
    def __init__(self, loop, protocol, process):
        super().__init__({"subprocess": process})
        self._loop = loop
        self._protocol = protocol
        self._process = process
        self._pid = process.pid
        self._returncode = None
        self._pipes = {}
        self._pending_calls = []  # None once the protocol has its connection
        self._closed = False
        self._finished = False
        self._exit_waiters = []
        self._object = loop._io_object("process", process.command)
        process.watchers.append(self._ended)

    def __repr__(self):
        info = [self.__class__.__name__]
        if self._closed:
            info.append("closed")
        info.append(f"pid={self._pid}")
        info.append("running" if self._returncode is None else f"returncode={self._returncode}")
        for fd, name in ((0, "stdin"), (1, "stdout"), (2, "stderr")):
            if fd in self._pipes:
                info.append(f"{name}={self._pipes[fd].pipe!r}")
        return f"<{' '.join(info)}>"

    async def _connect_pipes(self, ends):
        for fd, end in enumerate(ends):
            if end is not None:
                self._pipes[fd] = made = _PipeProtocol(self, fd)
                waiter = self._loop.create_future()
                StreamTransport(self._loop, end, made, waiter, {"pipe": end})
                await waiter
        self._loop.call_soon(self._protocol.connection_made, self)
        for callback, args in self._pending_calls:
            self._loop.call_soon(callback, *args)
        self._pending_calls = None

    def _call(self, callback, *args):
        if self._pending_calls is not None:
            self._pending_calls.append((callback, args))
        else:
            self._loop.call_soon(callback, *args)

    def _pipe_connection_lost(self, fd, exc):
        self._call(self._protocol.pipe_connection_lost, fd, exc)
        self._try_finish()

    def _ended(self):
        self._loop._io_ready(self._process_exited)

    def _process_exited(self):
        self._returncode = self._process.returncode
        self._call(self._protocol.process_exited)
        self._try_finish()
        for waiter in self._exit_waiters:
            set_result_unless_done(waiter, self._returncode)
        self._exit_waiters = []

    def _try_finish(self):
        if self._returncode is None or self._finished:
            return
        if all([each.disconnected for each in self._pipes.values()]):
            self._finished = True
            self._call(self._call_connection_lost, None)

    def _call_connection_lost(self, exc):
        self._protocol.connection_lost(exc)

    async def _wait(self):
        if self._returncode is not None:
            return self._returncode
        waiter = self._loop._io_future("process", self._object)
        self._exit_waiters.append(waiter)
        return await waiter

    def get_pid(self):
        return self._pid

    def get_returncode(self):
        return self._returncode

    def get_pipe_transport(self, fd):
        return self._pipes[fd].pipe if fd in self._pipes else None

    def _check_process(self):
        if self._closed or self._returncode is not None:
            raise ProcessLookupError()

    def send_signal(self, signal):
        self._check_process()
        self._process.signal(int(signal))

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    def is_closing(self):
        return self._closed

    def set_protocol(self, protocol):
        self._protocol = protocol

    def get_protocol(self):
        return self._protocol

    def close(self):
        if self._closed:
            return
        self._closed = True
        for each in self._pipes.values():
            if each.pipe is not None:
                each.pipe.close()
        if self._returncode is None and self._process.returncode is None:
            self._process.signal(9)


async def start(loop, protocol, args, shell, stdin, stdout, stderr, options):
    for name in ("universal_newlines", "text", "encoding", "errors"):
        if options.get(name):
            raise ValueError(f"{name} must be {'False' if name in ('universal_newlines', 'text') else 'None'}")
    process, *ends = subprocess.start(args, shell, stdin, stdout, stderr, options.get("env"), options.get("cwd"),
                                      options.get("executable"))
    transport = _UnixSubprocessTransport(loop, protocol, process)
    await transport._connect_pipes(ends)
    return transport, protocol
