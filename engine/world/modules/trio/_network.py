"""Connections and processes."""

import _net

from _coroutine_loop import until_later, until_ready
from trio._channels import BrokenResourceError, ClosedResourceError
from trio._core import TASK_STATUS_IGNORED, _may_abort, checkpoint, current_task, open_nursery, wait_task_rescheduled


def _wait():
    return wait_task_rescheduled(_may_abort, "io")


async def _until(is_ready, *watched):
    task = current_task()
    await checkpoint()
    await until_ready(task.runner, _wait, task, is_ready, *watched)


class SocketStream:
    def __init__(self, end):
        self._end = end
        self._closed = False

    def _check(self):
        if self._closed:
            raise ClosedResourceError("this socket was already closed")

    async def send_all(self, data):
        self._check()
        data = bytes(data)
        while data:
            await _until(self._end.is_writable, self._end.room_watchers)
            try:
                data = data[self._end.offer(data):]
            except OSError as error:
                raise BrokenResourceError(f"socket connection broken: {error}") from error

    async def receive_some(self, max_bytes=65536):
        self._check()
        await _until(self._end.is_readable, self._end.watchers)
        self._check()
        try:
            return self._end.take(max_bytes or 65536)
        except OSError as error:
            raise BrokenResourceError(f"socket connection broken: {error}") from error

    async def send_eof(self):
        self._end.close_writing()
        await checkpoint()

    async def wait_send_all_might_not_block(self):
        await _until(self._end.is_writable, self._end.room_watchers)

    async def aclose(self):
        if not self._closed:
            self._closed = True
            self._end.close()
        await checkpoint()

    def __aiter__(self):
        return self

    async def __anext__(self):
        data = await self.receive_some()
        if not data:
            raise StopAsyncIteration
        return data

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.aclose()


class SocketListener:
    def __init__(self, listener):
        self._listener = listener

    async def accept(self):
        await _until(self._listener.is_readable, self._listener.watchers)
        return SocketStream(self._listener.waiting.pop(0))

    async def aclose(self):
        self._listener.close()
        await checkpoint()


async def open_tcp_stream(host, port, **options):
    task = current_task()
    await checkpoint()
    seconds, end, error = _net.connect(host, port)
    if seconds > 0:
        await until_later(task.runner, _wait, task, seconds)
    if error is not None:
        if isinstance(error, ConnectionRefusedError):
            raise OSError(f"all attempts to connect to {host}:{port} failed") from error
        raise error
    return SocketStream(end)


async def open_tcp_listeners(port, *, host=None, backlog=None):
    await checkpoint()
    return [SocketListener(_net.listen(host or "0.0.0.0", port, backlog or 128))]


async def serve_listeners(handler, listeners, *, handler_nursery=None, task_status=TASK_STATUS_IGNORED):
    """Accepts for ever; each connection has a task of its own."""

    async def handle(stream):
        async with stream:
            await handler(stream)

    async def accept(listener):
        try:
            while True:
                children.start_soon(handle, await listener.accept(), name=handler)
        finally:
            listener._listener.close()

    async with open_nursery() as nursery:
        children = handler_nursery or nursery
        for each in listeners:
            nursery.start_soon(accept, each, name="trio.serve_listeners")
        task_status.started(listeners)


async def serve_tcp(handler, port, *, host=None, backlog=None, handler_nursery=None, task_status=TASK_STATUS_IGNORED):
    listeners = await open_tcp_listeners(port, host=host, backlog=backlog)
    await serve_listeners(handler, listeners, handler_nursery=handler_nursery, task_status=task_status)


async def run_process(command, *, stdin=b"", capture_stdout=False, capture_stderr=False, check=True, shell=False,
                      task_status=TASK_STATUS_IGNORED, **options):
    """Runs a program to its end; a cancellation kills it."""
    import subprocess

    pipes = {"stdout": subprocess.PIPE if capture_stdout else options.pop("stdout", None),
             "stderr": subprocess.PIPE if capture_stderr else options.pop("stderr", None)}
    process = subprocess.Popen(command, shell=shell, stdin=subprocess.PIPE if stdin is not None else None, **pipes, **options)
    task_status.started(process)
    ends = [file._end for file in (process.stdout, process.stderr) if file is not None]
    if stdin is not None:
        if stdin:
            process.stdin.write(stdin)
        process.stdin.close()
    try:
        await _until(lambda: process._process.returncode is not None and all(end.at_eof for end in ends),
                     process._process.watchers, *[end.watchers for end in ends])
    except BaseException:
        process.kill()
        raise
    out, err = process.communicate()
    if check and process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, output=out, stderr=err)
    return subprocess.CompletedProcess(command, process.returncode, out, err)
