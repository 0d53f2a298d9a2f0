"""Paths as objects. There are no files behind them unless the world has some."""

import os
import posixpath

__all__ = ["PurePath", "PurePosixPath", "PureWindowsPath", "Path", "PosixPath", "WindowsPath"]


class _Parents:
    """The logical ancestors, nearest first."""

    def __init__(self, path):
        self._path = path
        self._parts = path.parts
        self._first = 1 if path.anchor else 0

    def __len__(self):
        return max(len(self._parts) - self._first, 0)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return tuple([self[i] for i in range(*place.indices(len(self)))])
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        if place < 0:
            place += len(self)
        return self._path._from_parts(self._parts[:len(self._parts) - place - 1])

    def __iter__(self):
        return iter([self[i] for i in range(len(self))])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


class PurePath:
    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        texts = []
        for arg in args:
            if isinstance(arg, PurePath):
                texts.append(str(arg))
                continue
            arg = os.fspath(arg) if not isinstance(arg, str) else arg
            if not isinstance(arg, str):
                raise TypeError("argument should be a str object or an os.PathLike object returning str, "
                                f"not {type(arg)!r}")
            texts.append(arg)
        self._set(posixpath.join(*texts) if texts else "")

    def _set(self, text):
        if text.startswith("/"):
            self._root = "//" if text.startswith("//") and not text.startswith("///") else "/"
        else:
            self._root = ""
        self._names = [part for part in text.split("/") if part and part != "."]
        self._text = self._root + "/".join(self._names) or "."

    def _from_parts(self, parts):
        return type(self)(*parts)

    @classmethod
    def __class_getitem__(cls, key):
        return type(list[int])(cls, key)

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        return self._text

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        from urllib.parse import quote_from_bytes

        return "file://" + quote_from_bytes(bytes(self))

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, PurePath) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, PurePath) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, PurePath) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, PurePath) else NotImplemented

    def _key(self):
        return list(self.parts)

    drive = property(lambda self: "")
    root = property(lambda self: self._root)
    anchor = property(lambda self: self._root)
    parts = property(lambda self: ((self._root,) if self._root else ()) + tuple(self._names))
    name = property(lambda self: self._names[-1] if self._names else "")
    parents = property(lambda self: _Parents(self))

    @property
    def parent(self):
        return self._from_parts(self.parts[:-1]) if self._names else self

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    def _need_name(self):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")

    def with_name(self, name):
        self._need_name()
        if not name or "/" in name or name == ".":
            raise ValueError(f"Invalid name {name!r}")
        return self._from_parts(self.parts[:-1] + (name,))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        if "/" in suffix or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        self._need_name()
        return self._from_parts(self.parts[:-1] + (self.stem + suffix,))

    def joinpath(self, *args):
        return type(self)(self, *args)

    def __truediv__(self, key):
        try:
            return type(self)(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return type(self)(key, self)
        except TypeError:
            return NotImplemented

    def is_absolute(self):
        return bool(self._root)

    def is_reserved(self):
        return False

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = type(self)(*other)
        if not self.is_relative_to(base):
            kind = "is not in the subpath of"
            raise ValueError(f"{str(self)!r} {kind} {str(base)!r} OR one path is relative and the other is absolute.")
        return self._from_parts(self.parts[len(base.parts):])

    def is_relative_to(self, *other):
        base = type(self)(*other).parts
        return self.parts[:len(base)] == base

    def match(self, path_pattern):
        import fnmatch

        pattern = type(self)(path_pattern)
        wanted = pattern.parts
        if not wanted:
            raise ValueError("empty pattern")
        parts = self.parts
        if pattern.root:
            if len(wanted) != len(parts):
                return False
        elif len(wanted) > len(parts):
            return False
        return all([fnmatch.fnmatchcase(part, each) for part, each in zip(reversed(parts), reversed(wanted))])

    def __reduce__(self):
        return type(self), self.parts


class PurePosixPath(PurePath):
    pass


class PureWindowsPath(PurePath):
    def __init__(self, *args):
        raise NotImplementedError("the sandbox has the paths of POSIX systems only")


class Path(PurePath):
    def __new__(cls, *args, **kwargs):
        return object.__new__(PosixPath if cls is Path else cls)

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        return cls("~").expanduser()

    def absolute(self):
        return self if self.is_absolute() else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        if strict:
            self.stat()
        return type(self)(posixpath.abspath(self))

    def expanduser(self):
        return type(self)(posixpath.expanduser(str(self)))

    def stat(self, *, follow_symlinks=True):
        return os.stat(self)

    def lstat(self):
        return os.stat(self)

    def exists(self):
        return posixpath.exists(self)

    def is_file(self):
        return posixpath.isfile(self)

    def is_dir(self):
        return posixpath.isdir(self)

    def is_symlink(self):
        return False

    def is_mount(self):
        return posixpath.ismount(self)

    def samefile(self, other_path):
        return posixpath.samefile(self, other_path)

    def iterdir(self):
        for name in os.listdir(self):
            yield self / name

    def _find(self, pattern, deep):
        if not pattern:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        for top, folders, files in os.walk(self):
            for name in folders + files:
                path = type(self)(top, name)
                if path.relative_to(self).match(pattern):
                    yield path
            if not deep and "**" not in pattern:
                break

    def glob(self, pattern):
        return self._find(pattern, False)

    def rglob(self, pattern):
        return self._find(pattern, True)

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
        with self.open("wb") as file:
            return file.write(data)

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        if parents:
            os.makedirs(self, mode)
        else:
            os.mkdir(self, mode)

    def rmdir(self):
        os.rmdir(self)

    def unlink(self, missing_ok=False):
        if missing_ok and not self.exists():
            return
        os.unlink(self)

    def rename(self, target):
        os.rename(self, target)
        return type(self)(target)

    def replace(self, target):
        os.replace(self, target)
        return type(self)(target)

    def touch(self, mode=0o666, exist_ok=True):
        with self.open("a"):
            pass

    def chmod(self, mode, *, follow_symlinks=True):
        os.chmod(self, mode)

    def owner(self):
        self.stat()
        return "user"

    group = owner


class PosixPath(Path, PurePosixPath):
    pass


class WindowsPath(Path, PureWindowsPath):
    def __new__(cls, *args, **kwargs):
        raise NotImplementedError(f"cannot instantiate {cls.__name__!r} on your system")
