"""`python -c code` and `python script.py` as a process: a thread of its own that runs the code with its own streams."""

import _files
import _thread
from _pipe_files import EndReader


class _Ended:
    """Becomes readable when the code has ended."""

    def __init__(self):
        self.status = None
        self.watchers = []

    def is_readable(self):
        return self.status is not None

    def end(self, status):
        self.status = status
        for watcher in list(self.watchers):
            watcher()


class _Killed(BaseException):
    """Ends the code of a process that a signal has ended, at its next call to the world."""


class _Out:
    """What the code's sys.stdout and sys.stderr write to."""

    closed = False
    mode = "wb"

    def __init__(self, process, sink, name, is_buffered=False):
        self._process = process
        self._sink = sink
        self.name = name
        self._is_buffered = is_buffered  # into a pipe, Python writes whole blocks
        self._block = bytearray()

    def readable(self):
        return False

    seekable = isatty = readable

    def writable(self):
        return True

    def write(self, data):
        _check_alive(self._process)
        self._block += data
        if not self._is_buffered or len(self._block) >= 8192:
            self.flush()
        return len(data)

    def flush(self):
        if self._process.returncode is None:
            self._sink.write(bytes(self._block))
        self._block.clear()

    def fileno(self):
        return 1 if self.name == "<stdout>" else 2


class _In(EndReader):
    mode = "rb"
    name = "<stdin>"

    def __init__(self, process):
        self._process = process
        self._end = process.stdin.end

    def fileno(self):
        return 0

    def _until(self, enough):
        from _processes import block_until

        end, process = self._end, self._process
        if end is not None:
            block_until("read()", lambda: end.at_eof or enough(end.incoming) or process.is_readable(),
                        [end.watchers, process.watchers])
            _check_alive(process)
        return end


def _check_alive(process):
    if process.returncode is not None:
        raise _Killed


class _Module:
    """Another process's view of a module: some names are its own."""

    def __init__(self, module, **own):
        self.__dict__.update(own)
        self._module = module

    def __getattr__(self, name):
        return getattr(self._module, name)


def _namespace(process, argv, is_buffered):
    import builtins
    import os
    import sys
    import time
    from _processes import block_until
    from _textio import TextIOWrapper

    out = TextIOWrapper(_Out(process, process.out, "<stdout>", is_buffered))
    err = TextIOWrapper(_Out(process, process.err, "<stderr>"))
    stdin = TextIOWrapper(_In(process))
    own_sys = _Module(sys, stdout=out, stderr=err, stdin=stdin, argv=argv, __stdout__=out, __stderr__=err)
    environment = os._Environ(dict(process.environment)) if process.environment is not None else os.environ
    own_os = _Module(os, getpid=lambda: process.pid, getppid=os.getpid, environ=environment,
                     getenv=lambda key, default=None: environment.get(key, default))

    def own_sleep(seconds, /):
        if seconds <= 0:
            time.sleep(seconds)
        else:
            block_until("time.sleep()", process.is_readable, [process.watchers], seconds)
        _check_alive(process)

    own_modules = {"sys": own_sys, "os": own_os, "time": _Module(time, sleep=own_sleep)}

    def own_print(*values, sep=" ", end="\n", file=None, flush=False):
        print(*values, sep=sep, end=end, file=own_sys.stdout if file is None else file)

    def own_input(prompt=""):
        out.write(str(prompt))
        line = own_sys.stdin.readline()
        if not line:
            raise EOFError("EOF when reading a line")
        return line.rstrip("\n")

    def own_import(name, globals=None, locals=None, fromlist=(), level=0):
        found = __import__(name, globals, locals, fromlist, level)
        return own_modules.get(name, found)

    names = dict(builtins.__dict__)
    names.update(print=own_print, input=own_input, __import__=own_import)
    return {"__name__": "__main__", "__builtins__": names, "__doc__": None}, own_sys


def run(process, args):
    """The program of a process; args[0] is the interpreter."""
    words = [each for each in args[1:] if each not in ("-u", "-B", "-I", "-E", "-s", "-q", "-O")]
    if words[:1] in (["-V"], ["--version"]):
        process.out.write(b"Python 3.11.2\n")
        return 0
    if words[:1] == ["-c"]:
        source, name, argv = words[1], "<string>", ["-c", *words[2:]]
    elif words[:1] == ["-m"]:
        process.err.write(f"{args[0]}: No module named {words[1]}\n".encode())
        return 1
    elif not words or words[0] == "-":
        source, name, argv = (yield from process.stdin.all()).decode(), "<stdin>", ["-"]
    else:
        node = _files._tree.get(_files.absolute(words[0]))
        if node is None or node.is_folder:
            process.err.write(f"{args[0]}: can't open file '{_files.absolute(words[0])}': "
                              "[Errno 2] No such file or directory\n".encode())
            return 2
        source, name, argv = node.data.decode(), words[0], words
    environment = process.environment or {}
    is_buffered = "-u" not in args and not environment.get("PYTHONUNBUFFERED") and not process.out.is_console
    ended = _Ended()
    _thread.start_new_thread(_main, (process, source, name, argv, is_buffered, ended), {}, f"python {process.pid}")
    yield ended
    return ended.status


def _main(process, source, name, argv, is_buffered, ended):
    status = 1
    try:
        namespace, own_sys = _namespace(process, argv, is_buffered)
        namespace["__file__"] = name
        try:
            exec(compile(source, name, "exec"), namespace)
            status = 0
        except SystemExit as end:
            code = end.code
            status = 0 if code is None else code & 0xFF if isinstance(code, int) else 1
            if status == 1 and not isinstance(code, int):
                own_sys.stderr.write(f"{code}\n")
        except _Killed:
            return
        except BaseException as error:
            import traceback

            own_sys.stderr.write("".join(traceback.format_exception(error)))
        own_sys.stdout.flush()
    finally:
        ended.end(status)
