"""What the machine and its processes use: made up, but always the same for the same moment of the run."""

from collections import namedtuple

import _processes
import _world

STATUS_RUNNING = "running"
STATUS_SLEEPING = "sleeping"
STATUS_ZOMBIE = "zombie"
POSIX = LINUX = True
WINDOWS = MACOS = False

svmem = namedtuple("svmem", ["total", "available", "percent", "used", "free", "active", "inactive", "buffers", "cached",
                             "shared", "slab"])
sswap = namedtuple("sswap", ["total", "used", "free", "percent", "sin", "sout"])
pmem = namedtuple("pmem", ["rss", "vms", "shared", "text", "lib", "data", "dirty"])
pcputimes = namedtuple("pcputimes", ["user", "system", "children_user", "children_system", "iowait"])
scputimes = namedtuple("scputimes", ["user", "nice", "system", "idle", "iowait"])
sdiskusage = namedtuple("sdiskusage", ["total", "used", "free", "percent"])
snetio = namedtuple("snetio", ["bytes_sent", "bytes_recv", "packets_sent", "packets_recv"])
_TOTAL = 8 * 1024 ** 3


class Error(Exception):
    pass


class NoSuchProcess(Error):
    def __init__(self, pid, name=None, msg=None):
        super().__init__(pid)
        self.pid = pid
        self.name = name
        self.msg = msg or f"process PID not found (pid={pid})"

    def __str__(self):
        return self.msg


class ZombieProcess(NoSuchProcess):
    pass


class AccessDenied(Error):
    pass


class TimeoutExpired(Error):
    def __init__(self, seconds, pid=None, name=None):
        super().__init__(seconds)
        self.seconds = seconds
        self.pid = pid

    def __str__(self):
        return f"timeout after {self.seconds} seconds (pid={self.pid})"


def _wave(seed, low, high):
    """A number between the two that goes up and down with the time."""
    step = int(_world.now() * 2) + seed * 7
    return low + (high - low) * ((step * 37 + seed * 11) % 100) / 100


def _pause(interval):
    if interval:
        _world.block("psutil.cpu_percent()", interval)


def cpu_percent(interval=None, percpu=False):
    _pause(interval)
    value = round(_wave(1, 5, 60), 1)
    return [value] if percpu else value


def cpu_count(logical=True):
    return 1


def cpu_times(percpu=False):
    now = _world.now()
    return scputimes(round(now * 0.2, 2), 0.0, round(now * 0.05, 2), round(now * 0.75, 2), 0.0)


def getloadavg():
    return 0.2, 0.1, 0.05


def virtual_memory():
    used = int(_wave(2, 2.0, 3.0) * 1024 ** 3) // 4096 * 4096
    return svmem(_TOTAL, _TOTAL - used, round(used / _TOTAL * 100, 1), used, _TOTAL - used, used // 2, used // 3, 0, 0, 0,
                 0)


def swap_memory():
    return sswap(0, 0, 0, 0.0, 0, 0)


def disk_usage(path):
    return sdiskusage(100 * 1024 ** 3, 40 * 1024 ** 3, 60 * 1024 ** 3, 40.0)


def net_io_counters(pernic=False):
    now = int(_world.now() * 1000)
    return snetio(now * 3, now * 17, now, now * 2)


def boot_time():
    return 1704067200.0 - 3600.0


def pids():
    return [1000] + [pid for pid, process in _processes.running.items()]


def pid_exists(pid):
    return pid in pids()


def process_iter(attrs=None, ad_value=None):
    for pid in pids():
        made = Process(pid)
        made.info = {name: getattr(made, name)() if name != "pid" else pid for name in attrs or ()}
        yield made


class Process:
    def __init__(self, pid=None):
        self.pid = 1000 if pid is None else pid
        self._process = None
        if self.pid != 1000:
            self._process = _processes.running.get(self.pid)
            if self._process is None:
                raise NoSuchProcess(self.pid)

    def __repr__(self):
        return f"psutil.Process(pid={self.pid}, name={self.name()!r}, status={self.status()!r})"

    def __eq__(self, other):
        return self.pid == other.pid if isinstance(other, Process) else NotImplemented

    def __hash__(self):
        return hash(self.pid)

    def _check(self):
        if self._process is not None and self._process.returncode is not None:
            raise NoSuchProcess(self.pid)

    def name(self):
        return "python3" if self._process is None else self._process.command.split(" ")[0].rpartition("/")[2]

    def cmdline(self):
        self._check()
        return ["python3", "main.py"] if self._process is None else self._process.command.split(" ")

    def exe(self):
        return "/usr/bin/" + self.name()

    def status(self):
        if self._process is not None and self._process.returncode is not None:
            return STATUS_ZOMBIE
        return STATUS_RUNNING if self._process is None else STATUS_SLEEPING

    def username(self):
        return "user"

    def ppid(self):
        return 999 if self._process is None else 1000

    def parent(self):
        return None if self._process is None else Process()

    def create_time(self):
        return 1704067200.0 + (0.0 if self._process is None else self._process.began)

    def is_running(self):
        return self._process is None or self._process.returncode is None

    def cpu_percent(self, interval=None):
        self._check()
        _pause(interval)
        return round(_wave(self.pid, 1, 95), 1)

    def cpu_times(self):
        self._check()
        now = _world.now()
        return pcputimes(round(now * 0.3, 2), round(now * 0.02, 2), 0.0, 0.0, 0.0)

    def memory_info(self):
        self._check()
        rss = int(_wave(self.pid + 1, 20, 80) * 1024 ** 2) // 4096 * 4096
        return pmem(rss, rss * 4, rss // 4, 2 * 1024 ** 2, 0, rss * 2, 0)

    memory_full_info = memory_info

    def memory_percent(self, memtype="rss"):
        return self.memory_info().rss / _TOTAL * 100

    def num_threads(self):
        import threading

        return threading.active_count() if self._process is None else 1

    def num_fds(self):
        return 3

    def open_files(self):
        return []

    def children(self, recursive=False):
        if self._process is None:
            found = [each for each in _processes.running.values() if each.parent is None or recursive]
        else:
            found = [each for each in self._process.children if each.returncode is None]
        return [Process(each.pid) for each in found]

    def oneshot(self):
        return _Oneshot()

    def as_dict(self, attrs=None, ad_value=None):
        return {name: self.pid if name == "pid" else getattr(self, name)() for name in attrs or ("pid", "name", "status")}

    def send_signal(self, sig):
        self._check()
        import os

        os.kill(self.pid, sig)

    def terminate(self):
        self.send_signal(15)

    def kill(self):
        self.send_signal(9)

    suspend = resume = lambda self: None

    def wait(self, timeout=None):
        if self._process is None:
            return None
        if not _processes.block_until_ended(self._process, timeout, "psutil.wait()"):
            raise TimeoutExpired(timeout, self.pid)
        return self._process.returncode


class _Oneshot:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass


def wait_procs(procs, timeout=None, callback=None):
    gone, alive = [], []
    for each in procs:
        try:
            each.wait(timeout)
            gone.append(each)
        except TimeoutExpired:
            alive.append(each)
    return gone, alive
