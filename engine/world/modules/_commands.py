"""The commands that the world knows: functions of (process, args), generators where they wait. They return a status."""

import _files
import _world
from _processes import Process, Stream

_table = _world.settings()["commands"]


def default_environment():
    import os

    return dict(os.environ._data)


def find(args, environment=None, executable=None):
    """The program for these arguments as a generator function, or None."""
    path = executable or args[0]
    name = path.rpartition("/")[2]
    line = " ".join([name] + list(args[1:]))
    for entry in _table:
        if _world.matches(entry["match"], name) or _world.matches(entry["match"], line):
            return lambda process, args, entry=entry: _scripted(process, entry)
    if name.startswith("python") or path == _python_path():
        return _python
    command = _COMMANDS.get(name)
    if command is None:
        node = _files._tree.get(_files.absolute(path)) if "/" in path else None
        if node is None or node.is_folder:
            return None
        return _script_file
    return lambda process, args: _run(command, process, args)


def which(name):
    known = name in _COMMANDS or name in ("python", "python3") or any(
        [entry["match"].partition(" ")[0] == name for entry in _table])
    return f"/usr/bin/{name}" if known else None


def _run(command, process, args):
    status = command(process, list(args[1:]))
    if hasattr(status, "send"):
        status = yield from status
    return status or 0


def _python_path():
    import sys

    return sys.executable


def _python(process, args):
    import _python_child

    return (yield from _python_child.run(process, args))


def _script_file(process, args):
    import _shell

    text = _files.node_at(args[0]).data.decode()
    first = text.partition("\n")[0]
    if "python" in first:
        return (yield from _python(process, ["python3", *args]))
    return (yield from _shell.run(process, text, args[1:]))


def _scripted(process, entry):
    """A command of the settings: its lines come evenly over its duration."""
    process.ignores_term = entry["ignores_term"]
    lines = entry["output"].splitlines(True)
    for line in lines:
        yield entry["duration"] / len(lines)
        process.out.write(line.encode())
    if not lines:
        yield entry["duration"]
    process.err.write(entry["errors"].encode())
    return entry["exit_code"]


def _complain(process, text, status=1):
    process.err.write(f"{text}\n".encode())
    return status


def _place(process, path):
    return path if path.startswith("/") or not process.folder else f"{process.folder}/{path}"


def _input(process, paths):
    """The bytes of the files, or of stdin for none; a generator."""
    if not paths or paths == ["-"]:
        return (yield from process.stdin.all())
    made = b""
    for path in paths:
        node = _files._tree.get(_files.absolute(_place(process, path)))
        if node is None or node.is_folder:
            raise FileNotFoundError(2, "Is a directory" if node else "No such file or directory", path)
        made += bytes(node.data)
    return made


def _split_options(args, with_value=""):
    """({letter: value or True}, rest)"""
    options, rest = {}, []
    args = list(args)
    while args:
        each = args.pop(0)
        if each == "--":
            rest.extend(args)
            break
        if each.startswith("--"):
            name, _, value = each[2:].partition("=")
            options[name] = value or True
        elif len(each) > 1 and each[0] == "-" and not (each[1].isdigit() and not with_value):
            if each[1].isdigit():
                options["n"] = each[1:]
                continue
            for at, letter in enumerate(each[1:]):
                if letter in with_value:
                    options[letter] = each[at + 2:] or (args.pop(0) if args else "")
                    break
                options[letter] = True
        else:
            rest.append(each)
    return options, rest


# ---- one by one ------------------------------------------------------------------------------------------------


def echo(process, args):
    newline, escapes = "\n", False
    while args and args[0] in ("-n", "-e", "-ne", "-en", "-E"):
        newline = "" if "n" in args[0] else newline
        escapes = escapes or "e" in args[0]
        del args[0]
    text = " ".join(args)
    process.out.write(((_unescape(text) if escapes else text) + newline).encode())


def _unescape(text):
    made, at = "", 0
    known = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "a": "\a", "0": "\0", '"': '"'}
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text) and text[at + 1] in known:
            made += known[text[at + 1]]
            at += 2
        else:
            made += text[at]
            at += 1
    return made


def printf(process, args):
    if not args:
        return _complain(process, "printf: usage: printf format [arguments]", 2)
    pattern, values = _unescape(args[0]), args[1:]
    while True:
        made, at = "", 0
        used = 0
        while at < len(pattern):
            if pattern[at] != "%":
                made += pattern[at]
                at += 1
                continue
            end = at + 1
            while end < len(pattern) and pattern[end] in "0123456789.-+ ":
                end += 1
            kind = pattern[end:end + 1]
            if kind == "%":
                made += "%"
            else:
                value = values[used] if used < len(values) else ""
                used += 1
                made += pattern[at:end + 1] % (int(value or 0) if kind in "di" else float(value or 0) if kind in "feg"
                                              else value)
            at = end + 1
        process.out.write(made.encode())
        values = values[used:]
        if not used or not values:
            return 0


def sleep(process, args):
    units = {"s": 1, "m": 60, "h": 3600, "d": 86400}
    if not args:
        return _complain(process, "sleep: missing operand\nTry 'sleep --help' for more information.")
    total = 0.0
    for each in args:
        unit = units.get(each[-1:], 0)
        try:
            total += 9e8 if each in ("infinity", "inf") else float(each[:-1] if unit else each) * (unit or 1)
        except ValueError:
            return _complain(process, f"sleep: invalid time interval ‘{each}’\n"
                                      "Try 'sleep --help' for more information.")
    yield total


def cat(process, args):
    options, paths = _split_options(args)
    number = 0
    status = 0
    for path in paths or ["-"]:
        if path == "-":
            while True:
                line = yield from process.stdin.lines()
                if not line:
                    break
                number += 1
                process.out.write((f"{number:6}\t".encode() if "n" in options else b"") + line)
            continue
        try:
            data = yield from _input(process, [path])
        except FileNotFoundError as problem:
            status = _complain(process, f"cat: {path}: {problem.strerror}")
            continue
        if "n" in options:
            lines = data.splitlines(True)
            data = b"".join([f"{number + n:6}\t".encode() + line for n, line in enumerate(lines, 1)])
            number += len(lines)
        process.out.write(data)
    return status


def ls(process, args):
    options, paths = _split_options(args)
    status = 0
    for path in paths or ["."]:
        node = _files._tree.get(_files.absolute(_place(process, path)))
        if node is None:
            status = _complain(process, f"ls: cannot access '{path}': No such file or directory", 2)
            continue
        names = sorted(_files.children(_place(process, path))) if node.is_folder and "d" not in options else [path]
        if "a" not in options:
            names = [name for name in names if not name.startswith(".") or name == path]
        if len(paths) > 1:
            process.out.write(f"{path}:\n".encode())
        for name in names:
            text = name
            if "l" in options:
                each = _files.node_at(_place(process, path if name == path else f"{path}/{name}"))
                kind = "drwxr-xr-x" if each.is_folder else "-rw-r--r--"
                text = f"{kind} 1 user user {4096 if each.is_folder else len(each.data):5} Jan  1 00:00 {name}"
            process.out.write(f"{text}\n".encode())
    return status


def seq(process, args):
    options, numbers = _split_options([each for each in args if each != "-w"], "s")
    if not 1 <= len(numbers) <= 3:
        return _complain(process, "seq: missing operand")
    as_number = float if any(["." in each for each in numbers]) else int
    first, step, last = 1, 1, as_number(numbers[-1])
    if len(numbers) > 1:
        first = as_number(numbers[0])
    if len(numbers) == 3:
        step = as_number(numbers[1])
    made = []
    count = int((last - first) / step + 1e-9) + 1 if step else 0
    for n in range(max(0, min(count, 1000000))):
        made.append(f"{first + n * step:g}" if as_number is float else str(first + n * step))
    if made:
        process.out.write((options.get("s", "\n").join(made) + "\n").encode())


def head(process, args):
    options, paths = _split_options(args, "nc")
    count = int(options.get("n", 10))
    if "c" in options or paths:
        data = yield from _input(process, paths)
        process.out.write(data[:int(options["c"])] if "c" in options else b"".join(data.splitlines(True)[:count]))
        return 0
    for _ in range(count):
        line = yield from process.stdin.lines()
        if not line:
            break
        process.out.write(line)


def tail(process, args):
    options, paths = _split_options(args, "nc")
    try:
        data = yield from _input(process, paths)
    except FileNotFoundError as problem:
        return _complain(process, f"tail: cannot open '{problem.filename}' for reading: No such file or directory")
    text = str(options.get("n", "10"))
    lines = data.splitlines(True)
    kept = lines[int(text) - 1:] if text.startswith("+") else lines[-int(text):] if int(text) else []
    process.out.write(b"".join(kept))
    if "f" in options:
        while True:
            yield 86400


def wc(process, args):
    options, paths = _split_options(args)
    data = yield from _input(process, paths)
    counts = {"l": data.count(b"\n"), "w": len(data.split()), "c": len(data)}
    wanted = [counts[each] for each in "lwc" if each in options or not options]
    text = str(wanted[0]) if len(wanted) == 1 else " ".join([f"{each:6}" for each in wanted])
    process.out.write(f"{text}{' ' + paths[0] if paths else ''}\n".encode())


def grep(process, args):
    import re

    options, rest = _split_options(args, "emABC")
    pattern = options["e"] if "e" in options else rest.pop(0) if rest else ""
    if "F" in options:
        pattern = re.escape(pattern)
    rule = re.compile(pattern, re.IGNORECASE if "i" in options else 0)
    found = 0
    lines = None
    if rest:
        lines = iter((yield from _input(process, rest)).splitlines(True))
    number = 0
    while True:
        line = next(lines, b"") if lines is not None else (yield from process.stdin.lines())
        if not line:
            break
        number += 1
        if bool(rule.search(line.decode("utf-8", "replace").rstrip("\n"))) != ("v" in options):
            found += 1
            if "c" not in options and "q" not in options:
                prefix = f"{number}:".encode() if "n" in options else b""
                process.out.write(prefix + line + (b"" if line.endswith(b"\n") else b"\n"))
    if "c" in options:
        process.out.write(f"{found}\n".encode())
    return 0 if found else 1


def sort(process, args):
    options, paths = _split_options(args, "kt")
    lines = (yield from _input(process, paths)).decode("utf-8", "replace").splitlines()

    def number(text):
        digits = "".join([each for each in text.strip().split(" ")[0] if each.isdigit() or each in "-."])
        return float(digits) if digits.strip("-.") else 0.0

    column = int(str(options["k"]).partition(",")[0].rstrip("nr")) - 1 if "k" in options else None

    def key(line):
        words = line.split(options.get("t"))
        text = line if column is None else words[column] if column < len(words) else ""
        return (number(text), line) if "n" in options else (text, line)

    lines.sort(key=key, reverse="r" in options)
    if "u" in options:
        lines = list(dict.fromkeys(lines))
    process.out.write("".join([line + "\n" for line in lines]).encode())


def uniq(process, args):
    options, paths = _split_options(args)
    lines = (yield from _input(process, paths)).decode("utf-8", "replace").splitlines()
    groups = []
    for line in lines:
        if groups and groups[-1][0] == line:
            groups[-1][1] += 1
        else:
            groups.append([line, 1])
    for line, count in groups:
        process.out.write((f"{count:7} {line}\n" if "c" in options else f"{line}\n").encode())


def cut(process, args):
    options, paths = _split_options(args, "dfc")
    data = yield from _input(process, paths)
    for line in data.decode("utf-8", "replace").splitlines():
        if "c" in options:
            first, dash, last = str(options["c"]).partition("-")
            line = line[int(first or 1) - 1:int(last) if last else (None if dash else int(first))]
        else:
            parts = line.split(options.get("d", "\t"))
            line = options.get("d", "\t").join([parts[int(n) - 1] for n in options.get("f", "1").split(",")
                                                if int(n) <= len(parts)])
        process.out.write(f"{line}\n".encode())


def tr(process, args):
    options, sets = _split_options(args)

    def span(text):
        made, at = "", 0
        text = {"[:lower:]": "a-z", "[:upper:]": "A-Z"}.get(text, text)
        text = _unescape(text)
        while at < len(text):
            if text[at + 1:at + 2] == "-" and at + 2 < len(text):
                made += "".join([chr(each) for each in range(ord(text[at]), ord(text[at + 2]) + 1)])
                at += 3
            else:
                made += text[at]
                at += 1
        return made

    while True:
        line = yield from process.stdin.lines()
        if not line:
            return 0
        text = line.decode("utf-8", "replace")
        if "d" in options:
            text = "".join([each for each in text if each not in span(sets[0])])
        else:
            source, target = span(sets[0]), span(sets[1])
            table = {each: target[min(n, len(target) - 1)] for n, each in enumerate(source)}
            text = "".join([table.get(each, each) for each in text])
        process.out.write(text.encode())


def tee(process, args):
    options, paths = _split_options(args)
    files = [_files.open(_place(process, path), "ab" if "a" in options else "wb") for path in paths]
    while True:
        line = yield from process.stdin.lines()
        if not line:
            return 0
        process.out.write(line)
        for file in files:
            file.write(line)


def yes(process, args):
    text = (" ".join(args) or "y") + "\n"
    for _ in range(10000):
        process.out.write(text.encode())
        yield 0.001


def date(process, args):
    from datetime import datetime, timedelta

    moment = datetime(2024, 1, 1) + timedelta(seconds=_world.now())
    pattern = next((each[1:] for each in args if each.startswith("+")), "%a %b %e %H:%M:%S UTC %Y")
    text = pattern.replace("%e", f"{moment.day:2}").replace("%s", str(1704067200 + int(_world.now())))
    process.out.write(f"{moment.strftime(text.replace('%N', f'{moment.microsecond * 1000:09}'))}\n".encode())


def pwd(process, args):
    process.out.write(f"{process.folder or _files.getcwd()}\n".encode())


def env(process, args):
    variables = dict(default_environment() if process.environment is None else process.environment)
    while args and "=" in args[0]:
        name, _, value = args.pop(0).partition("=")
        variables[name] = value
    if not args:
        for name, value in variables.items():
            process.out.write(f"{name}={value}\n".encode())
        return 0
    return (yield from _again(process, args, variables))


def _again(process, args, variables=None):
    """Runs another command in its place."""
    program = find(args, variables)
    if program is None:
        return _complain(process, f"{args[0]}: No such file or directory", 127)
    child = Process(" ".join(args), lambda process: program(process, args), process.stdin, process.out, process.err,
                    variables or process.environment, process.folder, process)
    yield child
    return child.returncode


def printenv(process, args):
    variables = default_environment() if process.environment is None else process.environment
    if args and args[0] not in variables:
        return 1
    process.out.write((f"{variables[args[0]]}\n" if args else "".join([f"{n}={v}\n" for n, v in variables.items()])).encode())


def sh(process, args):
    import _shell

    if args[:1] in (["-c"], ["-ec"], ["-xc"], ["-lc"]):
        return (yield from _shell.run(process, args[1], args[3:], args[2] if len(args) > 2 else "sh"))
    text = (yield from _input(process, args[:1])).decode()
    return (yield from _shell.run(process, text, args[1:], "sh"))


def timeout(process, args):
    options, rest = _split_options(args, "ks")
    seconds = float(rest[0].rstrip("s"))
    program = find(rest[1:])
    if program is None:
        return _complain(process, f"timeout: failed to run command ‘{rest[1]}’: No such file or directory", 127)
    child = Process(" ".join(rest[1:]), lambda process: program(process, rest[1:]), process.stdin, process.out,
                    process.err, process.environment, process.folder, process)
    late = []

    def end():
        late.append(True)
        child.signal(15)

    alarm = _world.at(seconds, end)
    yield child
    if late:
        return 124
    _world.cancel(alarm)
    return child.returncode


def xargs(process, args):
    words = (yield from process.stdin.all()).decode().split()
    return (yield from _again(process, (args or ["echo"]) + words))


def kill(process, args):
    from _processes import running
    from signal import Signals

    number = 15
    if args and args[0].startswith("-"):
        name = args.pop(0)[1:]
        number = int(name) if name.isdigit() else int(Signals["SIG" + name.removeprefix("SIG")])
    for each in args:
        if int(each) not in running:
            return _complain(process, f"kill: ({each}) - No such process")
        running[int(each)].signal(number)


def ping(process, args):
    options, rest = _split_options(args, "cwWi")
    host = rest[0] if rest else "localhost"
    import _hosts
    import _net

    yield _net.CONNECT_SECONDS
    if _hosts.connection_failure(host, 0) == "unknown_host":
        return _complain(process, f"ping: {host}: Name or service not known", 2)
    address = _net.resolve(host)
    took = _world.latency(f"http://{host}/") * 100
    process.out.write(f"PING {host} ({address}) 56(84) bytes of data.\n".encode())
    count = int(options.get("c", 100000))
    for n in range(1, count + 1):
        if n > 1:
            yield float(options.get("i", 1))
        process.out.write(f"64 bytes from {host} ({address}): icmp_seq={n} ttl=56 time={took:.1f} ms\n".encode())
    process.out.write(f"\n--- {host} ping statistics ---\n{count} packets transmitted, {count} received, "
                      f"0% packet loss, time {(count - 1) * 1000}ms\n".encode())


def curl(process, args):
    import _hosts

    options, rest = _split_options(args, "oXdHmwA")
    if not rest:
        return _complain(process, "curl: try 'curl --help' or 'curl --manual' for more information", 2)
    url = rest[0] if "://" in rest[0] else f"http://{rest[0]}/"
    method = options.get("X", "POST" if "d" in options else "HEAD" if "I" in options else "GET")
    text = f"{method} {url}"
    number = _world.request_sent(text)
    made = _hosts.answer(method, url, {}, str(options.get("d", "")).encode())
    yield made.seconds + made.body_seconds()
    if made.failure:
        host = _hosts.split_url(url)[1]
        _world.request_answered(f"{text}: {made.failure}", number, 0)
        if "s" not in options:
            _complain(process, f"curl: (6) Could not resolve host: {host}" if made.failure == "unknown_host"
                      else f"curl: (7) Failed to connect to {host}")
        return 6 if made.failure == "unknown_host" else 7
    _world.request_answered(text, number, made.status)
    data = made.to_bytes() if "i" in options or "I" in options else made.body
    if "o" in options:
        with _files.open(_place(process, options["o"]), "wb") as file:
            file.write(data)
    else:
        process.out.write(data)


def wget(process, args):
    options, rest = _split_options(args, "O")
    name = options.get("O") or rest[0].rstrip("/").rpartition("/")[2] or "index.html"
    return (yield from _run(curl, process, ["curl", "-s", *(["-o", name] if name != "-" else []), rest[0]]))


# ---- files -----------------------------------------------------------------------------------------------------


def _on_files(action):
    def command(process, args):
        options, paths = _split_options(args, "m")
        try:
            return action(process, options, [_place(process, path) for path in paths])
        except OSError as problem:
            if "f" not in options:
                return _complain(process, f"{action.__name__.strip('_')}: {problem.filename}: {problem.strerror}")

    return command


def _touch(process, options, paths):
    for path in paths:
        _files.open(path, "ab").close()
        _files.node_at(path).touch()


def _rm(process, options, paths):
    for path in paths:
        _files.remove_tree(path) if "r" in options or "R" in options else _files.remove(path)


def _mkdir(process, options, paths):
    for path in paths:
        _files.make_folders(path) if "p" in options else _files.mkdir(path)


def _rmdir(process, options, paths):
    for path in paths:
        _files.rmdir(path)


def _target(paths):
    target = paths[-1]
    node = _files._tree.get(_files.absolute(target))
    return target + "/" + paths[0].rpartition("/")[2] if node is not None and node.is_folder else target


def _cp(process, options, paths):
    _files.copy(paths[0], _target(paths))


def _mv(process, options, paths):
    _files.rename(paths[0], _target(paths))


def _test(process, args):
    args = [each for each in args if each != "]"]
    negated = args[:1] == ["!"]
    if negated:
        del args[0]
    if len(args) == 3:
        left, operator, right = args
        numbers = {"-eq": "==", "-ne": "!=", "-lt": "<", "-le": "<=", "-gt": ">", "-ge": ">="}
        if operator in numbers:
            left, right = int(left or 0), int(right or 0)
            true = {"-eq": left == right, "-ne": left != right, "-lt": left < right, "-le": left <= right,
                    "-gt": left > right, "-ge": left >= right}[operator]
        else:
            true = (left == right) == (operator in ("=", "=="))
    elif len(args) == 2 and args[0] in ("-f", "-e", "-d", "-s", "-r"):
        node = _files._tree.get(_files.absolute(_place(process, args[1])))
        true = node is not None and (args[0] in ("-e", "-r") or node.is_folder == (args[0] == "-d"))
    elif len(args) == 2 and args[0] in ("-n", "-z"):
        true = (args[1] != "") == (args[0] == "-n")
    else:
        true = bool(args and args[0])
    return int(true == negated)


def _says(text):
    return lambda process, args: process.out.write(f"{text}\n".encode())


def _basename(process, args):
    process.out.write(f"{args[0].rstrip('/').rpartition('/')[2]}\n".encode())


def _which(process, args):
    found = which(args[0]) if args else None
    if found is None:
        return 1
    process.out.write(f"{found}\n".encode())


_COMMANDS = {
    "echo": echo, "printf": printf, "sleep": sleep, "cat": cat, "ls": ls, "dir": ls, "seq": seq, "head": head,
    "tail": tail, "wc": wc, "grep": grep, "egrep": grep, "fgrep": grep, "sort": sort, "uniq": uniq, "cut": cut,
    "tr": tr, "tee": tee, "yes": yes, "date": date, "pwd": pwd, "env": env, "printenv": printenv, "sh": sh,
    "bash": sh, "dash": sh, "zsh": sh, "timeout": timeout, "xargs": xargs, "kill": kill, "ping": ping, "curl": curl,
    "wget": wget, "true": lambda process, args: 0, "false": lambda process, args: 1, "touch": _on_files(_touch),
    "rm": _on_files(_rm), "mkdir": _on_files(_mkdir), "rmdir": _on_files(_rmdir), "cp": _on_files(_cp),
    "mv": _on_files(_mv), "test": _test, "[": _test, "whoami": _says("user"), "hostname": _says("localhost"),
    "uname": _says("Linux"), "nproc": _says("1"), "basename": _basename, "which": _which, "id": _says(
        "uid=1000(user) gid=1000(user) groups=1000(user)"), "clear": lambda process, args: 0,
    "nohup": lambda process, args: _again(process, args), "nice": lambda process, args: _again(process, args),
    "time": lambda process, args: _again(process, args), "exec": lambda process, args: _again(process, args),
    "stdbuf": lambda process, args: _again(process, [each for each in args if not each.startswith("-")]),
}
