"""There are no file descriptors."""


def _refused(name):
    def function(*args, **kwargs):
        raise PermissionError(f"fcntl.{name}() is not available in the sandbox: there are no file descriptors")

    function.__name__ = function.__qualname__ = name
    return function


for _name in ("fcntl", "ioctl", "flock", "lockf"):
    globals()[_name] = _refused(_name)
del _name

F_GETFL = 3
F_SETFL = 4
LOCK_EX = 2
LOCK_NB = 4
LOCK_SH = 1
LOCK_UN = 8
