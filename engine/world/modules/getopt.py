"""Options of a command line, as C's getopt() reads them."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    found = []
    long_names = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        args = _option(found, args, shortopts, long_names)
    return found, args


def gnu_getopt(args, shortopts, longopts=[]):
    """Options may stand between other arguments, unless shortopts begins with '+'."""
    import os

    found = []
    others = []
    long_names = [longopts] if isinstance(longopts, str) else list(longopts)
    only_in_front = shortopts.startswith("+") or bool(os.environ.get("POSIXLY_CORRECT"))
    shortopts = shortopts.removeprefix("+")
    while args:
        if args[0] == "--":
            others += args[1:]
            break
        if args[0].startswith("-") and args[0] != "-":
            args = _option(found, args, shortopts, long_names)
        elif only_in_front:
            others += args
            break
        else:
            others.append(args[0])
            args = args[1:]
    return found, others


def _option(found, args, shortopts, longopts):
    if args[0].startswith("--"):
        return _long(found, args[0][2:], longopts, args[1:])
    return _short(found, args[0][1:], shortopts, args[1:])


def _long(found, opt, longopts, args):
    opt, equals, value = opt.partition("=")
    value = value if equals else None
    takes_value, opt = long_has_args(opt, longopts)
    if takes_value:
        if value is None:
            if not args:
                raise GetoptError(f"option --{opt} requires argument", opt)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError(f"option --{opt} must not have an argument", opt)
    found.append(("--" + opt, value or ""))
    return args


def long_has_args(opt, longopts):
    possible = [each for each in longopts if each.startswith(opt)]
    if not possible:
        raise GetoptError(f"option --{opt} not recognized", opt)
    if opt in possible:
        return False, opt
    if opt + "=" in possible:
        return True, opt
    if len(possible) > 1:
        raise GetoptError(f"option --{opt} not a unique prefix", opt)
    name = possible[0]
    return name.endswith("="), name.removesuffix("=")


def _short(found, letters, shortopts, args):
    while letters:
        opt, letters = letters[0], letters[1:]
        value = ""
        if short_has_arg(opt, shortopts):
            if not letters:
                if not args:
                    raise GetoptError(f"option -{opt} requires argument", opt)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        found.append(("-" + opt, value))
    return args


def short_has_arg(opt, shortopts):
    for i, letter in enumerate(shortopts):
        if opt == letter != ":":
            return shortopts.startswith(":", i + 1)
    raise GetoptError(f"option -{opt} not recognized", opt)
