"""There is no terminal."""


def _refused(name):
    def function(*args, **kwargs):
        raise PermissionError(f"tty.{name}() is not available in the sandbox: there is no terminal")

    function.__name__ = function.__qualname__ = name
    return function


for _name in ("setraw", "setcbreak"):
    globals()[_name] = _refused(_name)
del _name
