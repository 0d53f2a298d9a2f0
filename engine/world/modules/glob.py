"""Names of files by patterns: the sandbox has none unless the world does."""

__all__ = ["glob", "iglob", "escape"]


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    import fnmatch
    import os

    folder, name = os.path.split(pathname)
    try:
        names = os.listdir(folder or root_dir or ".")
    except OSError:
        return
    for each in fnmatch.filter(names, name):
        yield os.path.join(folder, each)


def glob(pathname, **kwargs):
    return list(iglob(pathname, **kwargs))


def escape(pathname):
    return "".join([f"[{c}]" if c in "*?[" else c for c in pathname])
