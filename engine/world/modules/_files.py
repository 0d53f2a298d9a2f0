"""The files of the world: a tree in memory. The working folder is /home/user."""

import _world
from _textio import Lines, TextIOWrapper

_EPOCH = 1704067200.0
_where = {"cwd": "/home/user"}
_numbers = {"inode": 100}


class Node:
    def __init__(self, is_folder, data=b""):
        self.is_folder = is_folder
        self.data = bytearray(data)
        self.mode = 0o755 if is_folder else 0o644
        self.changed = _EPOCH + _world.now()
        _numbers["inode"] += 1
        self.inode = _numbers["inode"]

    def touch(self):
        self.changed = _EPOCH + _world.now()


_tree = {}  # by absolute path


def _error(cls, number, path, other=None):
    from os import fspath, strerror

    if other is not None:
        return cls(number, strerror(number), fspath(path), None, fspath(other))
    return cls(number, strerror(number), fspath(path))


def no_such(path):
    return _error(FileNotFoundError, 2, path)


def absolute(path):
    from os import fspath

    path = fspath(path)
    if isinstance(path, bytes):
        path = path.decode()
    if not path.startswith("/"):
        path = _where["cwd"] + "/" + path
    parts = []
    for part in path.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in ("", "."):
            parts.append(part)
    return "/" + "/".join(parts)


def node_at(path):
    node = _tree.get(absolute(path))
    if node is None:
        check_no_file_above(path)
        raise no_such(path)
    return node


def check_no_file_above(path):
    """A path may not lead through a file."""
    above = absolute(path)
    while above:
        above = above.rpartition("/")[0]
        if above in _tree:
            if not _tree[above].is_folder:
                raise _error(NotADirectoryError, 20, path)
            return


def make_folders(path):
    made = ""
    for part in absolute(path).split("/")[1:]:
        if part:
            made += "/" + part
            if made not in _tree:
                _tree[made] = Node(True)


def _put_program():
    """The program can read itself: its file is in the working folder."""
    from sys import modules
    from _inspect import main_source

    name, source = getattr(modules.get("__main__"), "__file__", None), main_source()
    if name and source is not None:
        path = absolute(name)
        make_folders(path.rpartition("/")[0] or "/")
        _tree[path] = Node(False, source.encode())


_devices = ("/dev/null", "/dev/random", "/dev/urandom", "/dev/zero")


def _begin():
    _tree["/"] = Node(True)
    for path in ("/home/user", "/tmp", "/etc", "/usr/bin", "/bin", "/dev", "/var/log"):
        make_folders(path)
    for path, text in (("/etc/hostname", "localhost\n"), ("/etc/hosts", "127.0.0.1\tlocalhost\n"),
                       ("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\nuser:x:1000:1000::/home/user:/bin/sh\n")):
        _tree[path] = Node(False, text.encode())
    for path in _devices:
        _tree[path] = Node(False)
    _put_program()
    for file in _world.settings()["files"]:
        path = absolute(file["path"])
        make_folders(path.rpartition("/")[0] or "/")
        _tree[path] = Node(False, file["content"].encode())


_begin()


# ---- what os does ----------------------------------------------------------------------------------------------


def getcwd():
    return _where["cwd"]


def chdir(path):
    if not node_at(path).is_folder:
        raise _error(NotADirectoryError, 20, path)
    _where["cwd"] = absolute(path)


def children(path):
    if not node_at(path).is_folder:
        raise _error(NotADirectoryError, 20, path)
    prefix = absolute(path).rstrip("/") + "/"
    return [each[len(prefix):] for each in _tree if each.startswith(prefix) and each != prefix
            and "/" not in each[len(prefix):]]


def check_parent(path):
    parent = _tree.get(absolute(path).rpartition("/")[0] or "/")
    if parent is None or not parent.is_folder:
        check_no_file_above(path)
        raise no_such(path)


def mkdir(path, mode=0o777, *, dir_fd=None):
    if absolute(path) in _tree:
        raise _error(FileExistsError, 17, path)
    check_parent(path)
    _tree[absolute(path)] = Node(True)


def makedirs(name, mode=0o777, exist_ok=False):
    found = _tree.get(absolute(name))
    if found is not None:
        if exist_ok and found.is_folder:
            return
        raise _error(FileExistsError, 17, name)
    from os import path

    above = path.dirname(path.dirname(name) if not path.basename(name) else name)
    if above and absolute(above) not in _tree:
        makedirs(above, exist_ok=True)
    mkdir(name, mode)


def remove(path, *, dir_fd=None):
    if node_at(path).is_folder:
        raise _error(IsADirectoryError, 21, path)
    del _tree[absolute(path)]


def rmdir(path, *, dir_fd=None):
    if children(path):
        raise _error(OSError, 39, path)
    del _tree[absolute(path)]


def remove_tree(path):
    node_at(path)
    place = absolute(path)
    for each in [each for each in _tree if each == place or each.startswith(place + "/")]:
        del _tree[each]


def rename(src, dst, *, src_dir_fd=None, dst_dir_fd=None):
    try:
        moved = node_at(src)
        check_parent(dst)
    except OSError as error:
        raise _error(type(error), error.errno, src, dst) from None
    source, target = absolute(src), absolute(dst)
    there = _tree.get(target)
    if source == target:
        return
    if (target + "/").startswith(source + "/"):
        raise _error(OSError, 22, src, dst)
    if there is not None and there.is_folder != moved.is_folder:
        raise _error(*((IsADirectoryError, 21) if there.is_folder else (NotADirectoryError, 20)), src, dst)
    if there is not None and there.is_folder and children(dst):
        raise _error(OSError, 39, src, dst)
    for each in [each for each in _tree if each == source or each.startswith(source + "/")]:
        _tree[target + each[len(source):]] = _tree.pop(each)


def copy(source, target):
    with open(source, "rb") as file:
        data = file.read()
    with open(target, "wb") as file:
        file.write(data)


# ---- open files ------------------------------------------------------------------------------------------------


class File(Lines):
    """An open file: bytes at a place that moves."""

    def __init__(self, name, node, mode):
        self.name = name
        self.mode = mode
        self._node = node
        self._position = len(node.data) if "a" in mode else 0
        self.closed = False
        import _net

        self._fd = _net.next_fd()
        _open_files[self._fd] = self

    def __repr__(self):
        kind = "Random" if "+" in self.mode else "Reader" if "r" in self.mode else "Writer"
        return f"<_io.Buffered{kind} name={self.name!r}>"

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def _check_can(self, can, what):
        self._check()
        if not can:
            from io import UnsupportedOperation

            raise UnsupportedOperation(what)

    def fileno(self):
        self._check()
        return self._fd

    def isatty(self):
        return False

    def readable(self):
        self._check()
        return "r" in self.mode or "+" in self.mode

    def writable(self):
        self._check()
        return "r" not in self.mode or "+" in self.mode

    def seekable(self):
        self._check()
        return True

    def read(self, size=-1, /):
        self._check_can(self.readable(), "read")
        end = len(self._node.data) if size is None or size < 0 else self._position + size
        data = bytes(self._node.data[self._position:end])
        self._position += len(data)
        return data

    read1 = read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        at = self._node.data.find(b"\n", self._position)
        count = -1 if at < 0 else at + 1 - self._position
        return self.read(count if size is None or size < 0 or 0 <= count < size else size)

    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        self._check_can(self.writable(), "write")
        data = bytes(data)
        if "a" in self.mode:
            self._position = len(self._node.data)
        if self._position > len(self._node.data):
            self._node.data += bytes(self._position - len(self._node.data))
        self._node.data[self._position:self._position + len(data)] = data
        self._position += len(data)
        self._node.touch()
        return len(data)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        self._check()

    def seek(self, offset, whence=0, /):
        self._check()
        base = (0, self._position, len(self._node.data))[whence]
        if base + offset < 0:
            raise OSError(22, "Invalid argument")
        self._position = base + offset
        return self._position

    def tell(self):
        self._check()
        return self._position

    def truncate(self, size=None, /):
        del self._node.data[self._position if size is None else size:]
        self._node.touch()
        return len(self._node.data)

    def close(self):
        self.closed = True
        _open_files.pop(self._fd, None)

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()


class Device(File):
    """An open file of /dev: what is written to it is gone, and reading has no end but for /dev/null."""

    def read(self, size=-1, /):
        self._check_can(self.readable(), "read")
        path = absolute(self.name)
        if path == "/dev/null":
            return b""
        if size is None or size < 0:
            raise MemoryError
        if path == "/dev/zero":
            return bytes(size)
        from os import urandom

        return urandom(size)

    read1 = read

    def readline(self, size=-1, /):
        line = b""
        while not line.endswith(b"\n") and (size is None or size < 0 or len(line) < size):
            more = self.read(1)
            if not more:
                break
            line += more
        return line

    def write(self, data, /):
        self._check_can(self.writable(), "write")
        return len(data)


_open_files = {}


def by_fd(fd):
    if fd not in _open_files:
        raise OSError(9, "Bad file descriptor")
    return _open_files[fd]


def _check_mode(mode, encoding, errors, newline):
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    if set(mode) - set("rwxab+tU") or len(mode) != len(set(mode)):
        raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    if len([each for each in mode if each in "rwxa"]) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    if "b" in mode:
        for given, name in ((encoding, "an encoding"), (errors, "an errors"), (newline, "a newline")):
            if given is not None:
                raise ValueError(f"binary mode doesn't take {name} argument")


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    _check_mode(mode, encoding, errors, newline)
    if isinstance(file, int):
        return standard_file(file, mode)
    from os import fspath

    file = fspath(file)
    path = absolute(file)
    node = _tree.get(path)
    if node is not None and node.is_folder:
        raise _error(IsADirectoryError, 21, file)
    elif "r" in mode:
        if node is None:
            check_no_file_above(file)
            raise no_such(file)
    elif "x" in mode and node is not None:
        raise _error(FileExistsError, 17, file)
    elif node is None:
        check_parent(file)
        node = _tree[path] = Node(False)
    elif "w" in mode:
        node.data.clear()
        node.touch()
    made = (Device if path in _devices else File)(file, node, mode.replace("t", ""))
    if "b" in mode:
        return made
    text = TextIOWrapper(made, encoding or "UTF-8", errors, newline)
    text.mode = mode
    return text


def standard_file(fd, mode="r"):
    import sys

    found = {0: sys.stdin, 1: sys.stdout, 2: sys.stderr}.get(fd)
    if found is None:
        return by_fd(fd)
    return found.buffer if "b" in mode else found


def standard_end(file):
    """The bytes of a file as the end of a connection, for the loop's pipes: all of them at once, then the end."""
    import _net

    end = _net.End(getattr(file, "name", ""), "")
    buffer = getattr(file, "buffer", file)
    if buffer.readable():
        end.incoming += buffer.read()
        end.at_eof = True
    else:
        end.peer = _Writes(buffer)
    return end


class _Writes:
    def __init__(self, buffer):
        self._buffer = buffer

    def receive(self, data):
        self._buffer.write(data)

    def receive_eof(self):
        pass
