"""What os does with files and processes; os finds these names here when they are first used."""

import _files
from _files import chdir, makedirs, mkdir, remove, rename, rmdir
from os import fspath, stat_result

unlink = remove
replace = renames = rename


def chmod(path, mode, **kwargs):
    _files.node_at(path).mode = mode & 0o777


def utime(path, times=None, **kwargs):
    _files.node_at(path).touch()


def truncate(path, length):
    del _files.node_at(path).data[length:]


def removedirs(name):
    rmdir(name)


def describe(node):
    kind = 0o040000 if node.is_folder else 0o100000
    return stat_result((kind | node.mode, node.inode, 1, 1, 1000, 1000, 4096 if node.is_folder else len(node.data),
                        node.changed, node.changed, node.changed))


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = fspath(folder).rstrip("/") + "/" + name

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def __fspath__(self):
        return self.path

    def is_dir(self, *, follow_symlinks=True):
        return _files.node_at(self.path).is_folder

    def is_file(self, *, follow_symlinks=True):
        return not self.is_dir()

    def is_symlink(self):
        return False

    def stat(self, *, follow_symlinks=True):
        return describe(_files.node_at(self.path))


class _Entries:
    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    def close(self):
        pass


def scandir(path="."):
    return _Entries([DirEntry(path, name) for name in _files.children(path)])


# ---- numbers of open files -------------------------------------------------------------------------------------


def open(path, flags, mode=0o777, *, dir_fd=None):
    from os import O_APPEND, O_CREAT, O_EXCL, O_RDWR, O_TRUNC, O_WRONLY

    writes = flags & (O_WRONLY | O_RDWR)
    exists = _files.absolute(path) in _files._tree
    if not exists and not flags & O_CREAT:
        raise _files.no_such(path)
    if exists and flags & O_CREAT and flags & O_EXCL:
        raise FileExistsError(17, "File exists", path)
    how = "rb" if not writes else "ab" if flags & O_APPEND else "wb" if flags & O_TRUNC or not exists else "rb+"
    return _files.open(path, how).fileno()


def read(fd, length, /):
    from socket import _open

    if fd in _open:
        return _open[fd].recv(length)
    return _files.standard_file(fd, "rb").read(length)


def write(fd, data, /):
    from socket import _open

    if fd in _open:
        return _open[fd].send(data)
    return _files.standard_file(fd, "wb").write(data)


def close(fd, /):
    from socket import _open

    if fd in _open:
        _open[fd].close()
    else:
        _files.by_fd(fd).close()


def pipe():
    from socket import socketpair

    reader, writer = socketpair()
    return reader.fileno(), writer.fileno()


def fdopen(fd, mode="r", *args, **kwargs):
    from socket import _open

    return _open[fd].makefile(mode) if fd in _open else _files.standard_file(fd, mode)


def fstat(fd):
    return describe(_files.by_fd(fd)._node)


def fsync(fd):
    pass


def isatty(fd):
    return False


def set_blocking(fd, blocking):
    pass


# ---- processes -------------------------------------------------------------------------------------------------


def system(command):
    import subprocess

    status = subprocess.call(command, shell=True)
    return status << 8 if status >= 0 else -status


def popen(cmd, mode="r", buffering=-1):
    import subprocess

    process = subprocess.Popen(cmd, shell=True, stdout=subprocess.PIPE, text=True)
    return process.stdout


def kill_process(pid, sig):
    """os.kill() of a process that the program has started. False if there is no such process."""
    import _processes

    process = _processes.running.get(pid)
    if process is None:
        return False
    if sig:
        process.signal(int(sig))
    return True


def waitpid(pid, options, /):
    import _processes

    process = _processes.known(pid)
    _processes.block_until_ended(process)
    status = process.returncode
    return process.pid, status << 8 if status >= 0 else -status


def wait():
    return waitpid(-1, 0)
