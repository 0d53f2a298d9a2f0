"""What the program runs on, as the sandbox tells it."""


class uname_result(tuple):
    system = property(lambda self: self[0])
    node = property(lambda self: self[1])
    release = property(lambda self: self[2])
    version = property(lambda self: self[3])
    machine = property(lambda self: self[4])
    processor = property(lambda self: "")

    def __repr__(self):
        return (f"uname_result(system={self[0]!r}, node={self[1]!r}, release={self[2]!r}, version={self[3]!r}, "
                f"machine={self[4]!r})")


def uname():
    return uname_result(("Linux", "localhost", "6.1.0", "#1 SMP", "x86_64"))


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return "6.1.0"


def version():
    return "#1 SMP"


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    return "Linux-6.1.0-x86_64-with-glibc2.36"


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "glibc", "2.36"


def python_implementation():
    return "CPython"


def python_version():
    return "3.11.2"


def python_version_tuple():
    return "3", "11", "2"


def python_build():
    return "main", "Apr 28 2025 14:11:48"


def python_compiler():
    return "GCC 12.2.0"


def python_branch():
    return ""


def python_revision():
    return ""


def freedesktop_os_release():
    raise OSError("Unable to read files /etc/os-release, /usr/lib/os-release")
