"""Processes: programs of the world that run beside the script, each a generator.

A program yields what it waits for: a number of seconds, something that becomes readable, or a process that must end
first; what it returns is its exit status.
"""

import _net
import _thread
import _world

PIPE, STDOUT, DEVNULL = -1, -2, -3
running = {}  # by process id
_ended = {}
_numbers = {"pid": 1000}


class Stream:
    """Where a process reads from: the bytes that come, or nothing at all."""

    def __init__(self, end=None):
        self.end = end

    def is_readable(self):
        return self.end is None or self.end.is_readable()

    @property
    def watchers(self):
        return [] if self.end is None else self.end.watchers

    def at_eof(self):
        return self.end is None or self.end.at_eof and not self.end.incoming

    def lines(self):
        """A generator for `yield from`: the next line, b'' at the end."""
        while self.end is not None and b"\n" not in self.end.incoming and not self.end.at_eof:
            yield _More(self.end)
        if self.end is None:
            return b""
        at = self.end.incoming.find(b"\n")
        return self.end.take(len(self.end.incoming) if at < 0 else at + 1)

    def all(self):
        while self.end is not None and not self.end.at_eof:
            yield _More(self.end)
        return b"" if self.end is None else self.end.take(len(self.end.incoming))

    def some(self):
        while self.end is not None and not self.end.is_readable():
            yield self.end
        return b"" if self.end is None else self.end.take(65536)


class _More:
    """Readable once more has come than there was."""

    def __init__(self, end):
        self._end = end
        if not end._is_wide:
            end.open_wide(True)  # a program that reads on keeps what has come
        self._had = len(end.incoming)
        self.watchers = end.watchers

    def is_readable(self):
        return self._end.at_eof or len(self._end.incoming) > self._had


class Sink:
    """Where a process writes to; several processes may share it, and the last one closes it."""

    def __init__(self, write, close=None, is_console=False):
        self.is_console = is_console
        self._write = write
        self._close = close
        self.users = 0

    def write(self, data):
        if data:
            self._write(data)

    def release(self):
        self.users -= 1
        if self.users == 0 and self._close is not None:
            self._close()


def pipe():
    """(reading end, writing end)."""
    left, right = _net.End("|0", "|1", _net.PIPE_CAPACITY), _net.End("|1", "|0")
    _net.connect_ends(left, right)
    return left, right


def sink_of_end(end):
    return Sink(end.send, end.close)


def console(number):
    import _sys

    return Sink(lambda data: _sys.write_bytes(number, data), is_console=True)


def null():
    return Sink(lambda data: None)


class Process:
    def __init__(self, command, program, stdin, out, err, environment=None, folder=None, parent=None):
        """`program(process)` is the generator. `command` is shown to people."""
        _numbers["pid"] += 1
        self.pid = _numbers["pid"]
        self.command = command
        self.stdin, self.out, self.err = stdin, out, err
        self.environment = environment
        self.folder = folder
        self.parent = parent
        self.returncode = None
        self.ignores_term = False
        self.owns_stdin = parent is None
        self.watchers = []  # called when it has ended
        self.children = []
        self.began = _world.now()
        self._waits = None  # what to undo when it is killed
        self._active = False
        self._killed = 0
        out.users += 1
        err.users += 1
        if parent is not None:
            parent.children.append(self)
        running[self.pid] = self
        if parent is None:
            _world.process_started(command, self.pid)
        self._steps = program(self)
        _world.at(0, self._go_on)

    def is_readable(self):
        return self.returncode is not None

    def _go_on(self):
        self._waits = None
        while self.returncode is None:
            self._active = True
            try:
                wanted = self._steps.send(None)
            except StopIteration as end:
                self._end(-self._killed or end.value or 0)
                return
            except BrokenPipeError:
                self._end(-13)  # nobody reads any more: SIGPIPE
                return
            except Exception as error:
                self._say_error(error)
                self._end(1)
                return
            finally:
                self._active = False
            if self._killed:
                self._steps.close()
                self._end(-self._killed)
                return
            if isinstance(wanted, (int, float)):
                id = _world.at(wanted, self._go_on)
                self._waits = lambda: _world.cancel(id)
                return
            if wanted.is_readable():
                continue
            watchers = wanted.watchers

            def news():
                if wanted.is_readable() and news in watchers:
                    watchers.remove(news)
                    self._go_on()

            watchers.append(news)
            self._waits = lambda: news in watchers and watchers.remove(news)
            return

    def _say_error(self, error):
        try:
            self.err.write(f"{self.command.partition(' ')[0]}: {error}\n".encode())
        except BrokenPipeError:
            pass

    def _end(self, status):
        if self.returncode is not None:
            return
        self.returncode = status
        running.pop(self.pid, None)
        _ended[self.pid] = self
        self.out.release()
        self.err.release()
        if self.stdin.end is not None and self.owns_stdin:
            self.stdin.end.close()
        if self.parent is None:
            _world.process_ended(self.command, self.pid, status)
        for watcher in list(self.watchers):
            watcher()

    def signal(self, number):
        """Sends it a signal. What has no handler ends it; the world's programs have none."""
        if self.returncode is not None or number in (0, 17, 18, 23, 28):
            return
        from signal import Signals

        _world.signal_delivered(f"{Signals(number).name} to {self.command}", number)
        if number == 15 and self.ignores_term:
            return
        if self._active:
            self._killed = number  # it ends itself: at its next wait
            return
        if self._waits is not None:
            self._waits()
            self._waits = None
        self._steps.close()
        for child in self.children:
            child.signal(number)
        self._end(-number)


def known(pid):
    if pid in (-1, 0):
        for process in list(running.values()) + list(_ended.values()):
            if process.parent is None:
                return process
        raise ChildProcessError(10, "No child processes")
    process = running.get(pid) or _ended.get(pid)
    if process is None:
        raise ChildProcessError(10, "No child processes")
    return process


def block_until(what, is_ready, watchers, seconds=None):
    """Blocks the thread until something of the world is ready. False when the time is over."""
    if is_ready():
        return True
    end = None if seconds is None else _world.now() + seconds
    _world.block_begins(what, -1 if seconds is None else seconds)
    try:
        while not is_ready():
            bell = _thread.allocate_lock()
            bell.acquire()

            def ring():
                if bell.locked():
                    bell.release()

            for each in watchers:
                each.append(ring)
            try:
                rang = bell.acquire() if end is None else bell.acquire(True, max(0, end - _world.now()))
            finally:
                for each in watchers:
                    if ring in each:
                        each.remove(ring)
            if not rang:
                return is_ready()
    finally:
        _world.block_ends(what)
    return True


def block_until_ended(process, seconds=None, what="wait()"):
    return block_until(what, process.is_readable, [process.watchers], seconds)


def start(args, shell=False, stdin=None, out=None, err=None, environment=None, folder=None, executable=None):
    """Starts a program by its arguments, or a command line for the shell; FileNotFoundError if there is none."""
    import _commands

    if shell:
        line = args if isinstance(args, str) else args[0]
        import _shell

        return Process(line, lambda process: _shell.run(process, line), stdin, out, err, environment, folder)
    args = list(args)
    program = _commands.find(args, environment, executable)
    if program is None:
        raise FileNotFoundError(2, "No such file or directory", executable or args[0])
    return Process(" ".join(args), lambda process: program(process, args), stdin, out, err, environment, folder)
