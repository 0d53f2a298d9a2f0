"""Whole files and folders at once."""

import os
import sys

import _files
from os import path


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def _target(src, dst):
    return path.join(dst, path.basename(src)) if path.isdir(dst) else dst


def copyfile(src, dst, *, follow_symlinks=True):
    if path.exists(dst) and path.exists(src) and path.samefile(src, dst):
        raise SameFileError(f"{src!r} and {dst!r} are the same file")
    _files.copy(src, dst)
    return dst


def copy(src, dst, *, follow_symlinks=True):
    target = _target(src, dst)
    copyfile(src, target)
    copymode(src, target)
    return target


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
    skipped = ignore(os.fspath(src), names) if ignore is not None else ()
    _files.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in skipped:
            continue
        source, target = path.join(src, name), path.join(dst, name)
        try:
            if path.isdir(source):
                copytree(source, target, symlinks, ignore, copy_function, False, dirs_exist_ok)
            else:
                copy_function(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except OSError as error:
            errors.append((source, target, str(error)))
    copystat(src, dst)
    if errors:
        raise Error(errors)
    return dst


def ignore_patterns(*patterns):
    def ignored(folder, names):
        from fnmatch import fnmatch

        return {name for name in names if any([fnmatch(name, each) for each in patterns])}

    return ignored


def rmtree(path, ignore_errors=False, onerror=None, *, dir_fd=None):
    function = os.lstat
    try:
        os.lstat(path)
        function = os.open if not os.path.isdir(path) else os.rmdir
        _files.children(path)
        _files.remove_tree(path)
    except OSError:
        if ignore_errors:
            return
        if onerror is None:
            raise
        onerror(function, path, sys.exc_info())


def move(src, dst, copy_function=copy2):
    target = dst
    if path.isdir(dst):
        if path.exists(src) and path.samefile(src, dst):
            os.rename(src, dst)
            return None
        target = path.join(dst, path.basename(os.fspath(src).rstrip("/")))
        if path.exists(target):
            raise Error(f"Destination path '{target}' already exists")
    if not path.exists(src):
        # What moving over the border of two file systems would say: the copy finds no file.
        _files.node_at(src)
    if path.isdir(src) and _files.absolute(target).startswith(_files.absolute(src) + "/"):
        raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
    _files.rename(src, target)
    return target


def disk_usage(path):
    from collections import namedtuple

    os.stat(path)
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
