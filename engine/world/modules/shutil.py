"""Whole files and folders at once."""

import _files
from os import path


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def _target(src, dst):
    return path.join(dst, path.basename(src)) if path.isdir(dst) else dst


def copyfile(src, dst, *, follow_symlinks=True):
    if _files.absolute(src) == _files.absolute(dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    _files.copy(src, dst)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    return copyfile(src, _target(src, dst))


copy2 = copy


def copyfileobj(fsrc, fdst, length=0):
    while True:
        data = fsrc.read(length or 65536)
        if not data:
            return
        fdst.write(data)


def copymode(src, dst, *, follow_symlinks=True):
    _files.node_at(dst).mode = _files.node_at(src).mode


copystat = copymode


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    names = _files.children(src)
    _files.makedirs(dst, exist_ok=dirs_exist_ok)
    skipped = ignore(src, names) if ignore is not None else ()
    for name in names:
        if name in skipped:
            continue
        if path.isdir(path.join(src, name)):
            copytree(path.join(src, name), path.join(dst, name), symlinks, ignore, copy_function, False, dirs_exist_ok)
        else:
            copy_function(path.join(src, name), path.join(dst, name))
    return dst


def ignore_patterns(*patterns):
    def ignored(folder, names):
        from fnmatch import fnmatch

        return {name for name in names if any([fnmatch(name, each) for each in patterns])}

    return ignored


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    try:
        _files.children(path)
        _files.remove_tree(path)
    except OSError:
        if not ignore_errors:
            raise


def move(src, dst, copy_function=copy2):
    target = _target(src, dst)
    _files.rename(src, target)
    return target


def disk_usage(path):
    from collections import namedtuple

    return namedtuple("usage", "total used free")(100 * 1024 ** 3, 40 * 1024 ** 3, 60 * 1024 ** 3)


def chown(path, user=None, group=None):
    _files.node_at(path)


def which(cmd, mode=1, path=None):
    import _commands

    return _commands.which(cmd)


def _refused(name):
    def function(*args, **kwargs):
        raise PermissionError(1, f"shutil.{name}() is not available in the sandbox")

    function.__name__ = function.__qualname__ = name
    return function


make_archive = _refused("make_archive")
unpack_archive = _refused("unpack_archive")


def get_terminal_size(fallback=(80, 24)):
    from os import environ, terminal_size

    try:
        columns = int(environ.get("COLUMNS", "0"))
        lines = int(environ.get("LINES", "0"))
    except ValueError:
        columns = lines = 0
    return terminal_size((columns or fallback[0], lines or fallback[1]))
