"""Use of resources: none is measured in the sandbox."""

RUSAGE_SELF = 0
RUSAGE_CHILDREN = -1
RLIMIT_CPU = 0
RLIMIT_FSIZE = 1
RLIMIT_DATA = 2
RLIMIT_STACK = 3
RLIMIT_NOFILE = 7
RLIMIT_AS = 9
RLIM_INFINITY = -1
error = OSError

_FIELDS = ("ru_utime", "ru_stime", "ru_maxrss", "ru_ixrss", "ru_idrss", "ru_isrss", "ru_minflt", "ru_majflt",
           "ru_nswap", "ru_inblock", "ru_oublock", "ru_msgsnd", "ru_msgrcv", "ru_nsignals", "ru_nvcsw", "ru_nivcsw")


class struct_rusage(tuple):
    def __repr__(self):
        return "resource.struct_rusage(" + ", ".join([f"{n}={v!r}" for n, v in zip(_FIELDS, self)]) + ")"


for _place, _name in enumerate(_FIELDS):
    setattr(struct_rusage, _name, property(lambda self, place=_place: self[place]))


def getrusage(who, /):
    return struct_rusage((0.0, 0.0) + (0,) * 14)


def getrlimit(resource, /):
    return (1024, 1048576) if resource == RLIMIT_NOFILE else (RLIM_INFINITY, RLIM_INFINITY)


def setrlimit(resource, limits, /):
    raise PermissionError("resource.setrlimit() is not available in the sandbox")


def getpagesize():
    return 4096
