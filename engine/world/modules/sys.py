"""The interpreter as scripts see it. What reaches the machine is in _sys."""

import _sys
import _world
from _sys import (
    _getframe,
    exc_info,
    exception,
    getrecursionlimit,
    getrefcount,
    getsizeof,
    intern,
    setrecursionlimit,
)
from _textio import make_standard_streams

modules = _sys.modules()


class _Namespace:
    def __init__(self, **names):
        self.__dict__.update(names)

    def __repr__(self):
        return "namespace(" + ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()]) + ")"

    def __eq__(self, other):
        return self.__dict__ == other.__dict__ if isinstance(other, _Namespace) else NotImplemented


def _record(class_name, **fields):
    """One tuple with named places; its class makes no others."""
    names = tuple(fields)

    class Record(tuple):
        __slots__ = ()
        n_fields = n_sequence_fields = len(names)
        n_unnamed_fields = 0

        def __new__(cls, *args, **kwargs):
            raise TypeError(f"cannot create 'sys.{class_name}' instances")

        def __repr__(self):
            return f"sys.{class_name}(" + ", ".join([f"{n}={v!r}" for n, v in zip(names, self)]) + ")"

    for place, name in enumerate(names):
        setattr(Record, name, property(lambda self, place=place: self[place]))
    Record.__name__ = Record.__qualname__ = class_name
    return tuple.__new__(Record, fields.values())


version_info = _record("version_info", major=3, minor=11, micro=2, releaselevel="final", serial=0)
version = "3.11.2 (main, Apr 28 2025, 14:11:48) [GCC 12.2.0]"
hexversion = 0x030B02F0
api_version = 1013
copyright = "Copyright (c) 2001-2023 Python Software Foundation.\nAll Rights Reserved."
implementation = _Namespace(name="cpython", cache_tag="cpython-311", version=version_info, hexversion=hexversion,
                            _multiarch="x86_64-linux-gnu")
platform = "linux"
byteorder = "little"
maxsize = 2 ** 63 - 1
maxunicode = 0x10FFFF
float_repr_style = "short"
executable = "/usr/bin/python3.11"
prefix = base_prefix = exec_prefix = base_exec_prefix = "/usr"
platlibdir = "lib"
abiflags = ""
argv = [modules["__main__"].__file__ if "__main__" in modules else "", *_world.settings()["arguments"]]
orig_argv = ["python3.11", *argv]
path = ["/home/user", "/usr/lib/python311.zip", "/usr/lib/python3.11", "/usr/lib/python3.11/lib-dynload"]
path_hooks = []
path_importer_cache = {}
meta_path = []
warnoptions = []
_xoptions = {}
dont_write_bytecode = True
pycache_prefix = None
builtin_module_names = ("_io", "_thread", "builtins", "errno", "gc", "itertools", "math", "posix", "signal", "sys", "time")

flags = _record("flags", debug=0, inspect=0, interactive=0, optimize=0, dont_write_bytecode=1, no_user_site=0,
                no_site=0, ignore_environment=0, verbose=0, bytes_warning=0, quiet=0, hash_randomization=0,
                isolated=0, dev_mode=False, utf8_mode=0, warn_default_encoding=0, safe_path=False,
                int_max_str_digits=-1)
float_info = _record("float_info", max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308,
                     min=2.2250738585072014e-308, min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53,
                     epsilon=2.220446049250313e-16, radix=2, rounds=1)
int_info = _record("int_info", bits_per_digit=30, sizeof_digit=4, default_max_str_digits=4300,
                   str_digits_check_threshold=640)
hash_info = _record("hash_info", width=64, modulus=2 ** 61 - 1, inf=314159, nan=0, imag=1000003,
                    algorithm="siphash13", hash_bits=64, seed_bits=128, cutoff=0)
thread_info = _record("thread_info", name="pthread", lock="semaphore", version="NPTL 2.36")

stdin, stdout, stderr = make_standard_streams()
__stdin__, __stdout__, __stderr__ = stdin, stdout, stderr

_missing = object()
_settings = {"switch interval": 0.005, "origin depth": 0, "int digits": 4300}


def exit(status=_missing, /):
    if status is _missing or status is None:
        raise SystemExit
    raise SystemExit(*status if isinstance(status, tuple) else (status,))


def displayhook(value, /):
    if value is not None:
        import builtins

        builtins._ = None
        stdout.write(repr(value) + "\n")
        builtins._ = value


def excepthook(exctype, value, traceback, /):
    text = _sys.format_exception(value)
    if stderr is __stderr__:
        _sys.report(text)
    else:
        stderr.write(text)


def unraisablehook(unraisable, /):
    _sys.tell_unraisable(unraisable.exc_value)
    where = unraisable.err_msg or "Exception ignored in"
    text = f"{where}: {unraisable.object!r}\n" + _sys.format_exception(unraisable.exc_value)
    if stderr is __stderr__:
        _sys.report(text)
    else:
        stderr.write(text)


def breakpointhook(*args, **kws):
    raise RuntimeError("breakpoint() is not available in the sandbox")


__displayhook__ = displayhook
__excepthook__ = excepthook
__unraisablehook__ = unraisablehook
__breakpointhook__ = breakpointhook


class UnraisableHookArgs:
    def __init__(self, exc_value, err_msg, object):
        self.exc_type = type(exc_value)
        self.exc_value = exc_value
        self.exc_traceback = exc_value.__traceback__
        self.err_msg = err_msg
        self.object = object


def settrace(function, /):
    if function is not None:
        raise RuntimeError("sys.settrace() is not available in the sandbox: the recording shows every line")


def setprofile(function, /):
    if function is not None:
        raise RuntimeError("sys.setprofile() is not available in the sandbox: the recording shows every call")


def gettrace():
    return None


def getprofile():
    return None


def getdefaultencoding():
    return "utf-8"


def getfilesystemencoding():
    return "utf-8"


def getfilesystemencodeerrors():
    return "surrogateescape"


def getswitchinterval():
    return _settings["switch interval"]


def setswitchinterval(interval, /):
    interval = float(interval)
    if interval <= 0:
        raise ValueError("switch interval must be strictly positive")
    _settings["switch interval"] = interval


def get_coroutine_origin_tracking_depth():
    return _settings["origin depth"]


def set_coroutine_origin_tracking_depth(depth):
    if depth < 0:
        raise ValueError("depth must be >= 0")
    _settings["origin depth"] = depth


def get_int_max_str_digits():
    return _settings["int digits"]


def set_int_max_str_digits(maxdigits):
    if maxdigits and maxdigits < 640:
        raise ValueError("maxdigits must be 0 or larger than 640")
    _settings["int digits"] = maxdigits


def get_asyncgen_hooks():
    return _record("asyncgen_hooks", firstiter=None, finalizer=None)


def set_asyncgen_hooks(firstiter=None, finalizer=None):
    if firstiter is not None or finalizer is not None:
        raise RuntimeError("sys.set_asyncgen_hooks() is not available in the sandbox: event loops set them themselves")


def is_finalizing():
    return False


def getallocatedblocks():
    return 0


def audit(event, /, *args):
    return None


def addaudithook(hook):
    raise RuntimeError("sys.addaudithook() is not available in the sandbox")


def call_tracing(func, args, /):
    return func(*args)


def _current_frames():
    return {1: _getframe()}


def _clear_type_cache():
    return None
