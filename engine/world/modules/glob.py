"""Names of files by patterns."""

import os

__all__ = ["glob", "iglob", "escape"]


def has_magic(s):
    return any([(mark if isinstance(s, str) else mark.encode()) in s for mark in "*?["])


def _hidden(name):
    return name[:1] in (".", b".")


class _Search:
    """One call of glob(): where relative patterns begin, and what they may find."""

    def __init__(self, root, recursive, include_hidden):
        self._root = root
        self._recursive = recursive
        self._include_hidden = include_hidden

    def _at(self, path):
        root = self._root
        if not root:
            return path
        return os.path.join(root, path) if path else root

    def _is_folder(self, path):
        return os.path.isdir(self._at(path)) if self._at(path) else True

    def _names(self, folder):
        try:
            names = os.listdir(self._at(folder) or ".")
        except OSError:
            return []
        return [os.fsencode(name) for name in names] if isinstance(folder, bytes) else names

    def find(self, pattern):
        folder, name = os.path.split(pattern)
        if not has_magic(pattern):
            if pattern and (os.path.lexists(self._at(pattern)) if name else self._is_folder(folder)):
                yield pattern
            return
        folders = [folder]
        if folder and folder != pattern and has_magic(folder):
            folders = [each for each in self.find(folder) if self._is_folder(each)]
        for each in folders:
            for found in self._in_folder(each, name):
                yield os.path.join(each, found) if each else found

    def _in_folder(self, folder, pattern):
        import fnmatch

        if self._recursive and pattern in ("**", b"**"):
            if self._is_folder(folder):
                yield pattern[:0]
                yield from self._below(folder)
        elif not has_magic(pattern):
            there = os.path.join(folder, pattern)
            if os.path.lexists(self._at(there)) if pattern else self._is_folder(folder):
                yield pattern
        else:
            names = self._names(folder)
            if not self._include_hidden and not _hidden(pattern):
                names = [name for name in names if not _hidden(name)]
            yield from fnmatch.filter(names, pattern)

    def _below(self, folder):
        for name in self._names(folder):
            if self._include_hidden or not _hidden(name):
                yield name
                for deeper in self._below(os.path.join(folder, name) if folder else name):
                    yield os.path.join(name, deeper)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    found = _Search(root_dir, recursive, include_hidden).find(pathname)
    if recursive and pathname[:2] in ("**", b"**"):
        # "**" stands for no folder too, which alone is no name.
        return (each for each in found if each)
    return found


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def escape(pathname):
    marks = [mark if isinstance(pathname, str) else mark.encode() for mark in "*?["]
    for mark in marks[2:] + marks[:2]:
        pathname = pathname.replace(mark, marks[2] + mark + (b"]" if isinstance(mark, bytes) else "]"))
    return pathname
