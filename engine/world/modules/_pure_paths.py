"""Paths as objects that never ask the file system; pathlib's concrete classes are made of these."""

import os
from _path_flavours import posix, windows


class _Parents:
    """The logical ancestors, nearest first."""

    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._names)

    def __getitem__(self, place):
        if isinstance(place, slice):
            return tuple([self[i] for i in range(*place.indices(len(self)))])
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        if place < 0:
            place += len(self)
        path = self._path
        return path._made(path._drive, path._root, path._names[:len(self) - place - 1])

    def __iter__(self):
        return iter([self[i] for i in range(len(self))])

    def __repr__(self):
        return f"<{type(self._path).__name__}.parents>"


def _texts(args):
    """What the arguments of a path say, piece by piece."""
    texts = []
    for arg in args:
        if isinstance(arg, PurePath):
            texts += arg.parts
            continue
        arg = os.fspath(arg)
        if not isinstance(arg, str):
            raise TypeError("argument should be a str object or an os.PathLike object returning str, "
                            f"not {type(arg)!r}")
        texts.append(str(arg))
    return texts


def _parse(flavour, texts):
    """(drive, root, names): what stands before the last anchor is forgotten, but a drive for a root without one."""
    names = []
    drive = root = ""
    for place in range(len(texts) - 1, -1, -1):
        if not texts[place]:
            continue
        drive, root, rest = flavour.split_anchor(texts[place])
        names[:0] = [name for name in rest.split(flavour.sep) if name and name != "."]
        if drive or root:
            while not drive and place > 0:
                place -= 1
                drive = flavour.split_anchor(texts[place])[0]
            break
    return drive, root, tuple(names)


class PurePath:
    __slots__ = ("_drive", "_root", "_names", "_text", "_folded")
    _flavour = posix

    def __new__(cls, *args):
        if cls is PurePath:
            cls = PurePosixPath
        return cls._made(*_parse(cls._flavour, _texts(args)))

    @classmethod
    def _made(cls, drive, root, names):
        self = object.__new__(cls)
        self._drive, self._root, self._names = drive, root, names
        sep = cls._flavour.sep
        self._text = drive + root + sep.join(names) or "."
        self._folded = None
        return self

    @classmethod
    def __class_getitem__(cls, key):
        return type(list[int])(cls, key)

    def __reduce__(self):
        return type(self), self.parts

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    def __bytes__(self):
        return os.fsencode(self)

    def __repr__(self):
        return f"{type(self).__name__}({self.as_posix()!r})"

    def as_posix(self):
        return self._text.replace(self._flavour.sep, "/")

    def as_uri(self):
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        return self._flavour.uri(self)

    # ---- order ----

    def _key(self):
        if self._folded is None:
            self._folded = [self._flavour.fold(part) for part in self.parts]
        return self._folded

    def _comparable(self, other):
        return isinstance(other, PurePath) and self._flavour is other._flavour

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._flavour is other._flavour and self._key() == other._key()

    def __hash__(self):
        return hash(tuple(self._key()))

    def __lt__(self, other):
        return self._key() < other._key() if self._comparable(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._comparable(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._comparable(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._comparable(other) else NotImplemented

    # ---- pieces ----

    drive = property(lambda self: self._drive, doc="The drive prefix (letter or UNC path), if any.")
    root = property(lambda self: self._root, doc="The root of the path, if any.")
    anchor = property(lambda self: self._drive + self._root, doc="The concatenation of the drive and root, or ''.")
    name = property(lambda self: self._names[-1] if self._names else "", doc="The final path component, if any.")
    parents = property(lambda self: _Parents(self), doc="A sequence of this path's logical parents.")

    @property
    def parts(self):
        anchor = self._drive + self._root
        return (anchor,) + self._names if anchor else self._names

    @property
    def parent(self):
        return self._made(self._drive, self._root, self._names[:-1]) if self._names else self

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

    def is_absolute(self):
        return self._flavour.is_absolute(self._drive, self._root)

    def is_reserved(self):
        return self._flavour.is_reserved(self)

    # ---- other paths ----

    def _need_name(self):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")

    def with_name(self, name):
        self._need_name()
        flavour = self._flavour
        drive, root, names = _parse(flavour, [name])
        if not name or name[-1] in (flavour.sep, flavour.altsep) or drive or root or len(names) != 1:
            raise ValueError(f"Invalid name {name!r}")
        return self._made(self._drive, self._root, self._names[:-1] + (name,))

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def with_suffix(self, suffix):
        flavour = self._flavour
        slash = flavour.sep in suffix or flavour.altsep and flavour.altsep in suffix
        if slash or suffix and not suffix.startswith(".") or suffix == ".":
            raise ValueError(f"Invalid suffix {suffix!r}")
        self._need_name()
        return self._made(self._drive, self._root, self._names[:-1] + (self.stem + suffix,))

    def joinpath(self, *args):
        drive, root, names = _parse(self._flavour, _texts(args))
        fold = self._flavour.fold
        if root:
            return self._made(drive or self._drive, root, names)
        if drive and fold(drive) != fold(self._drive):
            return self._made(drive, root, names)
        return self._made(self._drive, self._root, self._names + names)

    def __truediv__(self, key):
        try:
            return self.joinpath(key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self._made(*_parse(self._flavour, _texts((key, self))))
        except TypeError:
            return NotImplemented

    def _split_parts(self):
        """The parts with the drive and the root apart, where there is a root."""
        return ((self._drive, self._root) if self._root else (self._drive,) if self._drive else ()) + self._names

    def relative_to(self, *other):
        if not other:
            raise TypeError("need at least one argument")
        base = self._made(*_parse(self._flavour, _texts(other)))
        mine, theirs = self._split_parts(), base._split_parts()
        fold, count = self._flavour.fold, len(theirs)
        apart = self.anchor if count == 0 else ([fold(part) for part in mine[:count]] != [fold(part) for part in theirs])
        if apart:
            shown = str(base) if base.parts else ""
            raise ValueError(f"{str(self)!r} is not in the subpath of {shown!r} "
                             "OR one path is relative and the other is absolute.")
        if count == 1 and self._root:
            return self._made("", self._root, self._names)
        return self._made("", "", mine[count:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def match(self, path_pattern):
        from fnmatch import fnmatchcase

        fold = self._flavour.fold
        pattern = self._made(*_parse(self._flavour, [fold(path_pattern)]))
        wanted, parts = pattern.parts, self._key()
        if not wanted:
            raise ValueError("empty pattern")
        if pattern._drive and pattern._drive != fold(self._drive) or pattern._root and pattern._root != fold(self._root):
            return False
        if pattern.anchor:
            if len(wanted) != len(parts):
                return False
            wanted, parts = wanted[1:], parts[1:]
        elif len(wanted) > len(parts):
            return False
        return all([fnmatchcase(part, each) for part, each in zip(reversed(parts), reversed(wanted))])


os.PathLike.register(PurePath)


class PurePosixPath(PurePath):
    __slots__ = ()


class PureWindowsPath(PurePath):
    __slots__ = ()
    _flavour = windows
