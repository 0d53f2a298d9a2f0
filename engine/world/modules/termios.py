"""There is no terminal."""


def _refused(name):
    def function(*args, **kwargs):
        raise PermissionError(f"termios.{name}() is not available in the sandbox: there is no terminal")

    function.__name__ = function.__qualname__ = name
    return function


for _name in ("tcgetattr", "tcsetattr", "tcsendbreak", "tcdrain", "tcflush", "tcflow"):
    globals()[_name] = _refused(_name)
del _name


class error(Exception):
    pass

TCSANOW = 0
TCSADRAIN = 1
TCSAFLUSH = 2
ECHO = 8
ICANON = 2
