"""There are no files."""


def _refused(name):
    def function(*args, **kwargs):
        raise PermissionError(f"shutil.{name}() is not available in the sandbox: there are no files")

    function.__name__ = function.__qualname__ = name
    return function


for _name in ("copy", "copy2", "copyfile", "copyfileobj", "copymode", "copystat", "copytree", "rmtree", "move", "make_archive", "unpack_archive", "disk_usage", "chown"):
    globals()[_name] = _refused(_name)
del _name


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def which(cmd, mode=1, path=None):
    return None


def get_terminal_size(fallback=(80, 24)):
    from os import environ, terminal_size

    try:
        columns = int(environ.get("COLUMNS", "0"))
        lines = int(environ.get("LINES", "0"))
    except ValueError:
        columns = lines = 0
    return terminal_size((columns or fallback[0], lines or fallback[1]))
