"""Files and folders with names nobody else has, below /tmp."""

import _files

tempdir = None
template = "tmp"
_numbers = {"last": 0}


def gettempdir():
    return tempdir or "/tmp"


def gettempdirb():
    return gettempdir().encode()


def gettempprefix():
    return template


def _name(suffix, prefix, dir):
    _numbers["last"] += 1
    number = _numbers["last"]
    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
    text = "".join([letters[(number * 7919 * (n + 3) + n * 31) % 37] for n in range(7)]) + letters[number % 37]
    return f"{dir or gettempdir()}/{template if prefix is None else prefix}{text}{suffix or ''}"


def mktemp(suffix="", prefix=template, dir=None):
    return _name(suffix, prefix, dir)


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    path = _name(suffix, prefix, dir)
    return _files.open(path, "wb+").fileno(), path


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(suffix, prefix, dir)
    _files.mkdir(path)
    return path


class _Temporary:
    """An open file that goes when it is closed."""

    def __init__(self, file, name, delete):
        self.file = file
        self.name = name
        self.delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self.delete and _files.absolute(self.name) in _files._tree:
                _files.remove(self.name)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __del__(self):
        self.close()


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None):
    path = _name(suffix, prefix, dir)
    return _Temporary(_files.open(path, mode, buffering, encoding, errors, newline), path, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir, errors=errors)


def SpooledTemporaryFile(max_size=0, *args, **kwargs):
    return TemporaryFile(*args, **kwargs)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"

    def cleanup(self):
        if _files.absolute(self.name) in _files._tree:
            _files.remove_tree(self.name)

    def __enter__(self):
        return self.name

    def __exit__(self, *args):
        self.cleanup()
