"""There are no files."""


def _refused(name):
    def function(*args, **kwargs):
        raise PermissionError(f"tempfile.{name}() is not available in the sandbox: there are no files")

    function.__name__ = function.__qualname__ = name
    return function


for _name in ("TemporaryFile", "NamedTemporaryFile", "SpooledTemporaryFile", "TemporaryDirectory", "mkstemp", "mkdtemp", "mktemp"):
    globals()[_name] = _refused(_name)
del _name

tempdir = None


def gettempdir():
    return "/tmp"


def gettempprefix():
    return "tmp"
