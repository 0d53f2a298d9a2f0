"""Processes of the world that block whoever waits for them. asyncio has its own way (asyncio.subprocess)."""

import _net
import _processes
import _world
from _pipe_files import EndFile, EndReader
from _processes import DEVNULL, PIPE, STDOUT, Sink, Stream

__all__ = ["Popen", "PIPE", "STDOUT", "call", "check_call", "getstatusoutput", "getoutput", "check_output", "run",
           "CalledProcessError", "DEVNULL", "SubprocessError", "TimeoutExpired", "CompletedProcess"]


class SubprocessError(Exception):
    pass


class CalledProcessError(SubprocessError):
    def __init__(self, returncode, cmd, output=None, stderr=None):
        self.returncode = returncode
        self.cmd = cmd
        self.output = output
        self.stderr = stderr

    @property
    def stdout(self):
        return self.output

    def __str__(self):
        if self.returncode and self.returncode < 0:
            from signal import Signals

            try:
                return f"Command '{self.cmd}' died with {Signals(-self.returncode)!r}."
            except ValueError:
                return f"Command '{self.cmd}' died with unknown signal {-self.returncode}."
        return f"Command '{self.cmd}' returned non-zero exit status {self.returncode}."


class TimeoutExpired(SubprocessError):
    def __init__(self, cmd, timeout, output=None, stderr=None):
        self.cmd = cmd
        self.timeout = timeout
        self.output = output
        self.stderr = stderr

    @property
    def stdout(self):
        return self.output

    def __str__(self):
        return f"Command '{self.cmd}' timed out after {self.timeout} seconds"


class CompletedProcess:
    def __init__(self, args, returncode, stdout=None, stderr=None):
        self.args = args
        self.returncode = returncode
        self.stdout = stdout
        self.stderr = stderr

    def __repr__(self):
        text = f"args={self.args!r}, returncode={self.returncode!r}"
        if self.stdout is not None:
            text += f", stdout={self.stdout!r}"
        if self.stderr is not None:
            text += f", stderr={self.stderr!r}"
        return f"{type(self).__name__}({text})"

    def check_returncode(self):
        if self.returncode:
            raise CalledProcessError(self.returncode, self.args, self.stdout, self.stderr)


# ---- where streams go ------------------------------------------------------------------------------------------


def _file_number(file):
    return file if isinstance(file, int) else file.fileno()


def open_input(given):
    """(stream of the process, our end or None)"""
    if given == PIPE:
        reader, writer = _processes.pipe()
        return Stream(reader), writer
    if given is None or given == DEVNULL:
        return Stream(), None
    import socket

    given = getattr(given, "buffer", given)
    if isinstance(given, PipeReader):
        given._shared = True
        return Stream(given._end), None
    if hasattr(given, "_input_end"):
        return Stream(given._input_end()), None
    return Stream(socket._end_of_file(given)), None


def open_output(given, number, out=None):
    """(sink of the process, our end or None)"""
    if given == PIPE:
        reader, writer = _processes.pipe()
        return _processes.sink_of_end(writer), reader
    if given is None:
        return _processes.console(number), None
    if given == DEVNULL:
        return _processes.null(), None
    if given == STDOUT:
        return out, None
    from _files import standard_file
    from socket import _open

    fd = _file_number(given)
    if fd in _open:
        return Sink(_open[fd]._end.send), None
    if fd in (1, 2):
        return _processes.console(fd), None
    return Sink(standard_file(fd, "wb").write), None


class PipeReader(EndReader):
    """Our end of a process's output."""

    mode = "rb"

    def __init__(self, end, name):
        self._end = end
        self.name = _net.next_fd()
        self._shared = False  # another process reads it too

    def __repr__(self):
        return f"<_io.BufferedReader name={self.name}>"

    def fileno(self):
        return self.name

    def _until(self, enough):
        if self.closed:
            raise ValueError("read of closed file")
        end = self._end
        _processes.block_until("read()", lambda: end.at_eof or enough(end.incoming), [end.watchers])
        return end

    def close(self):
        self.closed = True
        if not self._shared:
            self._end.close()


class PipeWriter(EndFile):
    """Our end of a process's input."""

    mode = "wb"

    def __init__(self, end):
        self._end = end
        self.name = _net.next_fd()

    def __repr__(self):
        return f"<_io.BufferedWriter name={self.name}>"

    def fileno(self):
        return self.name

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError("write to closed file")
        self._end.send(bytes(data))
        return len(data)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def close(self):
        if not self.closed:
            self.closed = True
            self._end.close()


# ---- Popen -----------------------------------------------------------------------------------------------------


def check_args(args, shell):
    from os import fspath

    if isinstance(args, (str, bytes)):
        args = args.decode() if isinstance(args, bytes) else args
        return args if shell else [args]
    if hasattr(args, "__fspath__"):
        return [fspath(args)]
    made = []
    for each in args:
        if not isinstance(each, (str, bytes)) and not hasattr(each, "__fspath__"):
            raise TypeError(f"expected str, bytes or os.PathLike object, not {type(each).__name__}")
        each = fspath(each)
        made.append(each.decode() if isinstance(each, bytes) else each)
    if not made:
        raise IndexError("list index out of range")
    return made


def start(args, shell, stdin, stdout, stderr, env=None, cwd=None, executable=None):
    """(process, our ends of stdin, stdout, stderr)"""
    line = check_args(args, shell)
    if cwd is not None:
        from _files import absolute, node_at

        node_at(cwd)
        cwd = absolute(cwd)
    stream, write_end = open_input(stdin)
    out, out_end = open_output(stdout, 1)
    err, err_end = open_output(stderr, 2, out)
    process = _processes.start(line, shell, stream, out, err, None if env is None else dict(env), cwd, executable)
    return process, write_end, out_end, err_end


class Popen:
    def __init__(self, args, bufsize=-1, executable=None, stdin=None, stdout=None, stderr=None, preexec_fn=None,
                 close_fds=True, shell=False, cwd=None, env=None, universal_newlines=None, startupinfo=None,
                 creationflags=0, restore_signals=True, start_new_session=False, pass_fds=(), *, user=None, group=None,
                 extra_groups=None, encoding=None, errors=None, text=None, umask=-1, pipesize=-1, process_group=None):
        self.args = args
        self.returncode = None
        self.stdin = self.stdout = self.stderr = None
        self.text_mode = bool(encoding or errors or text or universal_newlines)
        self._process, write_end, out_end, err_end = start(args, shell, stdin, stdout, stderr, env, cwd, executable)
        self.pid = self._process.pid
        self.encoding = encoding or "utf-8"
        self.errors = errors

        def wrapped(file):
            from io import TextIOWrapper

            return TextIOWrapper(file, self.encoding, errors) if self.text_mode else file

        if write_end is not None:
            self.stdin = wrapped(PipeWriter(write_end))
        if out_end is not None:
            self.stdout = wrapped(PipeReader(out_end, "stdout"))
        if err_end is not None:
            self.stderr = wrapped(PipeReader(err_end, "stderr"))

    def __repr__(self):
        text = f"<{type(self).__name__}: returncode: {self.returncode} args: {self.args!r}>"
        return text if len(text) <= 80 else text[:76] + "...>"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        for file in (self.stdout, self.stderr, self.stdin):
            if file is not None:
                file.close()
        self.wait()

    def poll(self):
        # What is due by now has happened once others have run.
        _world.let_happen()
        self.returncode = self._process.returncode
        return self.returncode

    def wait(self, timeout=None):
        if not _processes.block_until_ended(self._process, timeout, self._shown()):
            raise TimeoutExpired(self.args, timeout)
        self.returncode = self._process.returncode
        return self.returncode

    def _shown(self):
        return f"process {self._process.command!r}"

    def communicate(self, input=None, timeout=None):
        ends = [file.buffer._end if self.text_mode else file._end for file in (self.stdout, self.stderr)
                if file is not None]
        if self.stdin is not None:
            if input:
                try:
                    self.stdin.write(input)
                except BrokenPipeError:
                    pass
            self.stdin.close()

        def finished():
            return self._process.returncode is not None and all([end.at_eof for end in ends])

        watchers = [self._process.watchers] + [end.watchers for end in ends]
        if not _processes.block_until(self._shown(), finished, watchers, timeout):
            taken = [bytes(end.incoming) or None for end in ends] + [None, None]
            raise TimeoutExpired(self.args, timeout, taken[0] if self.stdout is not None else None)
        self.returncode = self._process.returncode
        result = []
        for file in (self.stdout, self.stderr):
            result.append(None if file is None else file.read())
            if file is not None:
                file.close()
        return tuple(result)

    def send_signal(self, sig):
        self.poll()
        if self.returncode is None:
            self._process.signal(int(sig))

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)


def run(*popenargs, input=None, capture_output=False, timeout=None, check=False, **kwargs):
    if input is not None:
        if kwargs.get("stdin") is not None:
            raise ValueError("stdin and input arguments may not both be used.")
        kwargs["stdin"] = PIPE
    if capture_output:
        if kwargs.get("stdout") is not None or kwargs.get("stderr") is not None:
            raise ValueError("stdout and stderr arguments may not be used with capture_output.")
        kwargs["stdout"] = kwargs["stderr"] = PIPE
    process = Popen(*popenargs, **kwargs)
    try:
        stdout, stderr = process.communicate(input, timeout=timeout)
    except BaseException:
        process.kill()
        raise
    status = process.returncode
    if check and status:
        raise CalledProcessError(status, process.args, output=stdout, stderr=stderr)
    return CompletedProcess(process.args, status, stdout, stderr)


def call(*popenargs, timeout=None, **kwargs):
    process = Popen(*popenargs, **kwargs)
    try:
        return process.wait(timeout=timeout)
    except BaseException:
        process.kill()
        raise


def check_call(*popenargs, **kwargs):
    status = call(*popenargs, **kwargs)
    if status:
        raise CalledProcessError(status, kwargs.get("args", popenargs[0] if popenargs else None))
    return 0


def check_output(*popenargs, timeout=None, **kwargs):
    for name in ("stdout", "check"):
        if name in kwargs:
            raise ValueError(f"{name} argument not allowed, it will be overridden.")
    return run(*popenargs, stdout=PIPE, timeout=timeout, check=True, **kwargs).stdout


def getstatusoutput(cmd, *, encoding=None, errors=None):
    done = run(cmd, shell=True, text=True, stdout=PIPE, stderr=STDOUT)
    return done.returncode, done.stdout.removesuffix("\n")


def getoutput(cmd, *, encoding=None, errors=None):
    return getstatusoutput(cmd)[1]


def list2cmdline(seq):
    return " ".join([f'"{each}"' if " " in each or not each else each for each in seq])
