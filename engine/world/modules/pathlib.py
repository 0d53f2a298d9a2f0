"""Paths as objects. There are no files behind them unless the world has some."""

import os
import posixpath
from _pure_paths import PurePath, PurePosixPath, PureWindowsPath

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]

for _each in (PurePath, PurePosixPath, PureWindowsPath):
    _each.__module__ = __name__
del _each

_ABSENT = frozenset((2, 9, 20, 40))  # ENOENT, EBADF, ENOTDIR, ELOOP


def _pattern_parts(pattern):
    """The names a pattern wants, one after the other; a last "" wants folders alone."""
    wanted = PurePosixPath(pattern)
    if wanted.anchor:
        raise NotImplementedError("Non-relative patterns are unsupported")
    parts = list(wanted.parts)
    if pattern.endswith("/"):
        parts.append("")
    return parts


def _check_pattern(parts):
    for part in parts:
        if "**" in part and part != "**":
            raise ValueError("Invalid pattern: '**' can only be an entire path component")
    return parts


def _entries(path):
    try:
        return [(path / name) for name in os.listdir(path)]
    except PermissionError:
        return []


def _folders_under(path):
    yield path
    for entry in _entries(path):
        if entry.is_dir() and not entry.is_symlink():
            yield from _folders_under(entry)


def _select(path, parts):
    """The paths below one that a pattern's names lead to."""
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if part == "":
        if path.is_dir():
            yield path
    elif part == "**":
        if path.is_dir():
            for folder in _folders_under(path):
                yield from _select(folder, rest)
    elif any([c in part for c in "*?["]):
        from fnmatch import fnmatchcase

        if path.is_dir():
            for entry in _entries(path):
                if fnmatchcase(entry.name, part) and (not rest or entry.is_dir()):
                    yield from _select(entry, rest)
    else:
        entry = path / part
        if entry.is_dir() if rest else entry.exists():
            yield from _select(entry, rest)


def _once(paths):
    seen = set()
    for path in paths:
        if path not in seen:
            seen.add(path)
            yield path


class Path(PurePath):
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        if issubclass(cls, PureWindowsPath):
            raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
        return PurePath.__new__(cls, *args)

    def __enter__(self):
        import warnings

        warnings.warn("pathlib.Path.__enter__() is deprecated and scheduled for removal in Python 3.13; "
                      "Path objects as a context manager is a no-op", DeprecationWarning, stacklevel=2)
        return self

    def __exit__(self, *args):
        pass

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        return type(self)(posixpath.realpath(self, strict=strict))

    def expanduser(self):
        if self.anchor or not self._names or not self._names[0].startswith("~"):
            return self
        home = posixpath.expanduser(self._names[0])
        if home.startswith("~"):
            raise RuntimeError("Could not determine home directory.")
        return type(self)(home, *self._names[1:])

    # ---- what the file system says ----

    def stat(self, *, follow_symlinks=True):
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        return os.lstat(self)

    def _kind(self, follow=True):
        """The kind of file in the path's mode, 0 if there is none."""
        try:
            return self.stat(follow_symlinks=follow).st_mode & 0o170000
        except OSError as error:
            if error.errno not in _ABSENT:
                raise
        except ValueError:
            pass
        return 0

    def exists(self):
        return self._kind() != 0

    def is_file(self):
        return self._kind() == 0o100000

    def is_dir(self):
        return self._kind() == 0o040000

    def is_symlink(self):
        return self._kind(False) == 0o120000

    def is_socket(self):
        return self._kind() == 0o140000

    def is_fifo(self):
        return self._kind() == 0o010000

    def is_block_device(self):
        return self._kind() == 0o060000

    def is_char_device(self):
        return self._kind() == 0o020000

    def is_mount(self):
        return posixpath.ismount(self)

    def samefile(self, other_path):
        mine = self.stat()
        other = other_path.stat() if hasattr(other_path, "stat") else type(self)(other_path).stat()
        return posixpath.samestat(mine, other)

    def owner(self):
        self.stat()
        return "user"

    group = owner

    def readlink(self):
        return type(self)(os.readlink(self))

    # ---- folders ----

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        parts = _check_pattern(_pattern_parts(pattern))
        yield from _once(_select(self, parts))

    def rglob(self, pattern):
        parts = _check_pattern(["**"] + _pattern_parts(pattern))
        yield from _once(_select(self, parts))

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        try:
            os.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self):
        os.rmdir(self)

    # ---- files ----

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        import io

        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def write_bytes(self, data):
        data = memoryview(data)
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if not self.exists():
            with self.open("a"):
                pass
            os.chmod(self, mode & 0o755)
        elif exist_ok:
            os.utime(self)
        else:
            raise FileExistsError(17, os.strerror(17), str(self))

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode, follow_symlinks=follow_symlinks)

    def lchmod(self, mode):
        self.chmod(mode, follow_symlinks=False)

    def unlink(self, missing_ok=False):
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def symlink_to(self, target, target_is_directory=False):
        os.symlink(target, self, target_is_directory)

    def hardlink_to(self, target):
        os.link(target, self)

    def link_to(self, target):
        os.link(self, target)


class PosixPath(Path, PurePosixPath):
    __slots__ = ()


class WindowsPath(Path, PureWindowsPath):
    __slots__ = ()

    def is_mount(self):
        raise NotImplementedError("Path.is_mount() is unsupported on this system")
