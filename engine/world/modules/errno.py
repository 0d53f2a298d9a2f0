"""Numbers of errors."""

_NAMES = (
    "EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST "
    "EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM "
    "ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP - ENOMSG EIDRM").split()
_MORE = dict(
    ENODATA=61, ETIME=62, EPROTO=71, EBADMSG=74, EOVERFLOW=75, EILSEQ=84, EUSERS=87, ENOTSOCK=88, EDESTADDRREQ=89,
    EMSGSIZE=90, EPROTOTYPE=91, ENOPROTOOPT=92, EPROTONOSUPPORT=93, ESOCKTNOSUPPORT=94, EOPNOTSUPP=95,
    EPFNOSUPPORT=96, EAFNOSUPPORT=97, EADDRINUSE=98, EADDRNOTAVAIL=99, ENETDOWN=100, ENETUNREACH=101,
    ENETRESET=102, ECONNABORTED=103, ECONNRESET=104, ENOBUFS=105, EISCONN=106, ENOTCONN=107, ESHUTDOWN=108,
    ETOOMANYREFS=109, ETIMEDOUT=110, ECONNREFUSED=111, EHOSTDOWN=112, EHOSTUNREACH=113, EALREADY=114,
    EINPROGRESS=115, ESTALE=116, EDQUOT=122, ECANCELED=125, EOWNERDEAD=130, ENOTRECOVERABLE=131)

errorcode = {number: name for number, name in enumerate(_NAMES, 1) if name != "-"}
errorcode.update({number: name for name, number in _MORE.items()})
globals().update({name: number for number, name in errorcode.items()})
EWOULDBLOCK = EAGAIN
EDEADLOCK = EDEADLK
ENOTSUP = EOPNOTSUPP

_texts = {
    0: "Success", 1: "Operation not permitted", 2: "No such file or directory", 3: "No such process",
    4: "Interrupted system call", 5: "Input/output error", 6: "No such device or address",
    7: "Argument list too long", 8: "Exec format error", 9: "Bad file descriptor", 10: "No child processes",
    11: "Resource temporarily unavailable", 12: "Cannot allocate memory", 13: "Permission denied", 14: "Bad address",
    15: "Block device required", 16: "Device or resource busy", 17: "File exists", 18: "Invalid cross-device link",
    19: "No such device", 20: "Not a directory", 21: "Is a directory", 22: "Invalid argument",
    23: "Too many open files in system", 24: "Too many open files", 25: "Inappropriate ioctl for device",
    26: "Text file busy", 27: "File too large", 28: "No space left on device", 29: "Illegal seek",
    30: "Read-only file system", 31: "Too many links", 32: "Broken pipe", 33: "Numerical argument out of domain",
    34: "Numerical result out of range", 35: "Resource deadlock avoided", 36: "File name too long",
    37: "No locks available", 38: "Function not implemented", 39: "Directory not empty",
    40: "Too many levels of symbolic links", 88: "Socket operation on non-socket",
    89: "Destination address required", 90: "Message too long", 95: "Operation not supported",
    97: "Address family not supported by protocol", 98: "Address already in use",
    99: "Cannot assign requested address", 100: "Network is down", 101: "Network is unreachable",
    103: "Software caused connection abort", 104: "Connection reset by peer", 105: "No buffer space available",
    106: "Transport endpoint is already connected", 107: "Transport endpoint is not connected",
    110: "Connection timed out", 111: "Connection refused", 112: "Host is down", 113: "No route to host",
    114: "Operation already in progress", 115: "Operation now in progress", 125: "Operation canceled",
}
