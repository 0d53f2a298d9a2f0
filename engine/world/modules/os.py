"""The operating system as far as the sandbox has one: a process of its own, names, environment, a tree of files in
memory, commands that the world runs."""

import abc
import sys

import _world

from errno import EACCES, ENOENT, ENOSYS, EPERM

name = "posix"
linesep = "\n"
sep = "/"
altsep = None
extsep = "."
pathsep = ":"
curdir = "."
pardir = ".."
defpath = "/bin:/usr/bin"
devnull = "/dev/null"

EX_OK = 0
EX_USAGE = 64
EX_DATAERR = 65
EX_NOINPUT = 66
EX_NOUSER = 67
EX_NOHOST = 68
EX_UNAVAILABLE = 69
EX_SOFTWARE = 70
EX_OSERR = 71
EX_OSFILE = 72
EX_CANTCREAT = 73
EX_IOERR = 74
EX_TEMPFAIL = 75
EX_PROTOCOL = 76
EX_NOPERM = 77
EX_CONFIG = 78
F_OK = 0
X_OK = 1
W_OK = 2
R_OK = 4
O_RDONLY = 0
O_WRONLY = 1
O_RDWR = 2
O_CREAT = 64
O_EXCL = 128
O_TRUNC = 512
O_APPEND = 1024
O_NONBLOCK = 2048
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
WNOHANG = 1
WUNTRACED = 2
P_WAIT = 0
P_NOWAIT = 1

error = OSError


# ---- the environment -------------------------------------------------------------------------------------------


class _Environ:
    """Names and values, both str; everything that a dict has."""

    def __init__(self, data):
        self._data = data

    def _check(self, value):
        if not isinstance(value, str):
            raise TypeError(f"str expected, not {type(value).__name__}")
        return value

    def __getitem__(self, key):
        key = self._check(key)
        try:
            return self._data[key]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[self._check(key)] = self._check(value)

    def __delitem__(self, key):
        try:
            del self._data[self._check(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __contains__(self, key):
        return key in self._data

    def __repr__(self):
        return "environ({" + ", ".join([f"{key!r}: {value!r}" for key, value in self._data.items()]) + "})"

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if hasattr(other, "items") else NotImplemented

    def __or__(self, other):
        return {**self._data, **other}

    def __ror__(self, other):
        return {**other, **self._data}

    def __ior__(self, other):
        self.update(other)
        return self

    def get(self, key, default=None):
        return self._data.get(self._check(key), default)

    def keys(self):
        return self._data.keys()

    def values(self):
        return self._data.values()

    def items(self):
        return self._data.items()

    def pop(self, key, *default):
        return self._data.pop(key, *default)

    def popitem(self):
        return self._data.popitem()

    def setdefault(self, key, value):
        return self._data.setdefault(self._check(key), self._check(value))

    def update(self, other=(), /, **kwargs):
        for key, value in {**dict(other), **kwargs}.items():
            self[key] = value

    def clear(self):
        self._data.clear()

    def copy(self):
        return dict(self._data)


environ = _Environ({"HOME": "/home/user", "LANG": "C.UTF-8", "LOGNAME": "user", "PATH": "/usr/local/bin:/usr/bin:/bin",
                    "PWD": "/home/user", "SHELL": "/bin/sh", "TZ": "UTC", "USER": "user", **dict(_world.settings()["environment"])})


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(name, value, /):
    environ[name] = value


def unsetenv(name, /):
    environ.pop(name, None)


# ---- this process ----------------------------------------------------------------------------------------------


def getpid():
    return 1000


def getppid():
    return 999


def getpgrp():
    return 1000


def getpgid(pid, /):
    return 1000


def getsid(pid, /):
    return 1000


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


def getlogin():
    return "user"


def getgroups():
    return [1000]


def umask(mask, /):
    return 0o22


def cpu_count():
    return 1


def sched_getaffinity(pid, /):
    return {0}


def getloadavg():
    return 0.0, 0.0, 0.0


def nice(increment, /):
    return 0


def kill(pid, sig, /):
    import signal

    if pid not in (getpid(), 0, -getpid()):
        import _os_files

        if not _os_files.kill_process(abs(pid), sig):
            raise ProcessLookupError(3, "No such process")
        return
    if sig:
        signal.raise_signal(sig)


def killpg(pgid, sig, /):
    kill(pgid, sig)


def abort():
    import signal

    signal.raise_signal(6)


def _exit(status):
    raise SystemExit(status)


_entropy = []


def urandom(size, /):
    """Bytes of a generator with a fixed seed of its own: each run gets the same."""
    if size < 0:
        raise ValueError("negative argument not allowed")
    if not _entropy:
        import _random

        _entropy.append(_random.Random())
        _entropy[0].seed(0)
    return _entropy[0].getrandbits(size * 8).to_bytes(size, "little")


def getrandom(size, flags=0):
    return urandom(size)


def strerror(code, /):
    from errno import _texts

    return _texts.get(code, f"Unknown error {code}")


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def get_terminal_size(fd=1, /):
    raise OSError(25, "Inappropriate ioctl for device")


class uname_result(tuple):
    sysname = property(lambda self: self[0])
    nodename = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])

    def __repr__(self):
        return (f"posix.uname_result(sysname={self[0]!r}, nodename={self[1]!r}, release={self[2]!r}, "
                f"version={self[3]!r}, machine={self[4]!r})")


def uname():
    return uname_result(("Linux", "localhost", "6.1.0", "#1 SMP", "x86_64"))


class times_result(tuple):
    user = property(lambda self: self[0])
    system = property(lambda self: self[1])
    elapsed = property(lambda self: self[4])

    def __repr__(self):
        return (f"posix.times_result(user={self[0]}, system={self[1]}, children_user={self[2]}, "
                f"children_system={self[3]}, elapsed={self[4]})")


def times():
    from _time import monotonic

    return times_result((0.0, 0.0, 0.0, 0.0, monotonic()))


# ---- paths -----------------------------------------------------------------------------------------------------


class PathLike(abc.ABC):
    """Whatever has __fspath__."""

    @abc.abstractmethod
    def __fspath__(self):
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return any(["__fspath__" in each.__dict__ for each in subclass.__mro__])
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    made = method(path)
    if isinstance(made, (str, bytes)):
        return made
    raise TypeError(f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(made).__name__}")


def fsencode(filename):
    filename = fspath(filename)
    return filename.encode("utf-8", "surrogateescape") if isinstance(filename, str) else filename


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode("utf-8", "surrogateescape") if isinstance(filename, bytes) else filename


def getcwd():
    import _files

    return _files.getcwd()


def getcwdb():
    return getcwd().encode()


def get_exec_path(env=None):
    return (environ if env is None else env).get("PATH", defpath).split(pathsep)


# ---- files: a tree in memory, in _files ------------------------------------------------------------------------


class stat_result(tuple):
    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])
    st_atime = property(lambda self: self[7])
    st_mtime = property(lambda self: self[8])
    st_ctime = property(lambda self: self[9])


def stat(path, *, dir_fd=None, follow_symlinks=True):
    import _files
    import _os_files

    return _os_files.describe(_files.node_at(path))


def lstat(path, *, dir_fd=None):
    return stat(path, dir_fd=dir_fd, follow_symlinks=False)


def access(path, mode, **kwargs):
    try:
        stat(path)
    except OSError:
        return False
    return True


def listdir(path="."):
    import _files

    names = _files.children(path)
    return [name.encode() for name in names] if isinstance(path, bytes) else names


def walk(top, topdown=True, onerror=None, followlinks=False):
    try:
        names = listdir(top)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return
    folders = [name for name in names if path.isdir(path.join(top, name))]
    files = [name for name in names if name not in folders]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown, onerror, followlinks)
    if not topdown:
        yield top, folders, files


_IN_OS_FILES = frozenset((
    "chdir", "makedirs", "mkdir", "remove", "rename", "rmdir", "unlink", "replace", "renames", "chmod", "utime",
    "truncate", "removedirs", "DirEntry", "scandir", "open", "read", "write", "close", "pipe", "fdopen", "fstat",
    "fsync", "isatty", "set_blocking", "system", "popen", "waitpid", "wait"))


def __getattr__(name):
    if name not in _IN_OS_FILES:
        raise AttributeError(f"module 'os' has no attribute {name!r}")
    import _os_files

    value = globals()[name] = getattr(_os_files, name)
    return value


def _refused(name, what):
    def function(*args, **kwargs):
        raise PermissionError(EPERM, f"os.{name}() is not available in the sandbox: {what}")

    function.__name__ = function.__qualname__ = name
    return function


for _name in ("pipe2", "dup", "dup2", "lseek", "mkfifo", "link", "symlink", "readlink", "chown", "ftruncate",
              "get_blocking", "sendfile", "eventfd", "openpty", "ttyname"):
    globals()[_name] = _refused(_name, "files have no more than names and contents")
for _name in ("fork", "forkpty", "execv", "execve", "execvp", "execvpe", "execl", "execlp", "spawnl",
              "spawnv", "spawnlp", "spawnvp", "wait3", "wait4", "posix_spawn", "setuid", "setgid",
              "setsid", "setpgid", "chroot", "pidfd_open"):
    globals()[_name] = _refused(_name, "use subprocess")
del _name


def register_at_fork(**kwargs):
    pass


def device_encoding(fd):
    return None


def WIFEXITED(status):
    return status & 0x7F == 0


def WEXITSTATUS(status):
    return status >> 8 & 0xFF


def WIFSIGNALED(status):
    return status & 0x7F not in (0, 0x7F)


def WTERMSIG(status):
    return status & 0x7F


def waitstatus_to_exitcode(status):
    return WEXITSTATUS(status) if WIFEXITED(status) else -WTERMSIG(status)


import posixpath as path

sys.modules["os.path"] = path
