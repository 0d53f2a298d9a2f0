"""The machine that reads what pickle writes, of every protocol: a stack, its marks, and a memo."""

import sys
from _pickle_reduce import PickleError
from struct import unpack


class UnpicklingError(PickleError):
    __module__ = "_pickle"


class _Stop(Exception):
    pass


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        try:
            self._file_read, self._file_line = file.read, file.readline
        except AttributeError:
            raise TypeError("file must have 'read' and 'readline' attributes") from None
        self._fix_imports = fix_imports
        self._encoding, self._errors = encoding, errors
        self.memo = {}

    def load(self):
        self._stack, self._marks = [], []
        try:
            while True:
                key = self._file_read(1)
                if not key:
                    raise EOFError("Ran out of input")
                step = _STEPS.get(key[0])
                if step is None:
                    shown = repr(chr(key[0])) if 32 <= key[0] < 127 else f"'\\x{key[0]:02x}'"
                    raise UnpicklingError(f"invalid load key, {shown}.")
                step(self)
        except _Stop:
            return self._stack.pop()
        except IndexError:
            raise UnpicklingError("unpickling stack underflow") from None

    def find_class(self, module, name):
        if self._fix_imports and module in ("__builtin__", "copy_reg", "exceptions"):
            module = "copyreg" if module == "copy_reg" else "builtins"
        found = sys.modules.get(module) or __import__(module, fromlist=["*"])
        for part in name.split("."):
            try:
                found = getattr(found, part)
            except AttributeError:
                raise AttributeError(f"Can't get attribute {name!r} on {found!r}") from None
        return found

    def persistent_load(self, pid):
        raise UnpicklingError("unsupported persistent id encountered")

    # ---- reading ---------------------------------------------------------------------------------------------------

    def _read(self, count):
        data = self._file_read(count)
        if len(data) < count:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        line = self._file_line()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _number(self, format, size):
        return unpack(format, self._read(size))[0]

    def _push(self, value):
        self._stack.append(value)

    def _above_mark(self):
        items = self._stack
        self._stack = self._marks.pop()
        return items

    # ---- what is built ---------------------------------------------------------------------------------------------

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _pop(self):
        if self._stack:
            self._stack.pop()
        else:
            self._stack = self._marks.pop()

    def _protocol(self):
        if (protocol := self._read(1)[0]) > 5:
            raise ValueError(f"unsupported pickle protocol: {protocol}")

    def _stop(self):
        raise _Stop

    def _tuple(self, count):
        items = tuple(self._stack[-count:])
        if len(items) < count:
            raise IndexError
        self._stack[-count:] = [items]

    def _append(self):
        value = self._stack.pop()
        self._stack[-1].append(value)

    def _appends(self):
        items = self._above_mark()
        target = self._stack[-1]
        if isinstance(target, list):
            target.extend(items)
        else:
            for item in items:
                target.append(item)

    def _set_item(self):
        value, key = self._stack.pop(), self._stack.pop()
        self._stack[-1][key] = value

    def _set_items(self):
        items = self._above_mark()
        target = self._stack[-1]
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _dict(self):
        items = self._above_mark()
        self._push({items[at]: items[at + 1] for at in range(0, len(items), 2)})

    def _global(self):
        module, name = self._line().decode(), self._line().decode()
        self._push(self.find_class(module, name))

    def _stack_global(self):
        name, module = self._stack.pop(), self._stack.pop()
        if not isinstance(name, str) or not isinstance(module, str):
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _reduce(self):
        args = self._stack.pop()
        self._stack[-1] = self._stack[-1](*args)

    def _new(self):
        args = self._stack.pop()
        cls = self._stack[-1]
        self._stack[-1] = cls.__new__(cls, *args)

    def _new_with_names(self):
        names, args = self._stack.pop(), self._stack.pop()
        cls = self._stack[-1]
        self._stack[-1] = cls.__new__(cls, *args, **names)

    def _build(self):
        state = self._stack.pop()
        target = self._stack[-1]
        if hasattr(target, "__setstate__"):
            return target.__setstate__(state)
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        for name, value in (state or {}).items():
            target.__dict__[sys.intern(name) if type(name) is str else name] = value
        for name, value in (slots or {}).items():
            setattr(target, name, value)

    def _memoize(self):
        self.memo[len(self.memo)] = self._stack[-1]

    def _get(self, number):
        try:
            self._push(self.memo[number])
        except KeyError:
            raise UnpicklingError(f"Memo value not found at index {number}") from None

    def _put(self, number):
        self.memo[number] = self._stack[-1]

    def _text(self, size):
        self._push(str(self._read(size), "utf-8", "surrogatepass"))

    def _old_text(self, data):
        """Python 2's str."""
        self._push(data if self._encoding == "bytes" else data.decode(self._encoding, self._errors))

    def _integer(self):
        line = self._line()
        self._push({b"00": False, b"01": True}.get(line) if line in (b"00", b"01") else int(line))


_STEPS = {
    ord(key): step
    for key, step in {
        "(": Unpickler._mark,
        ".": Unpickler._stop,
        "0": Unpickler._pop,
        "1": Unpickler._above_mark,
        "2": lambda self: self._push(self._stack[-1]),
        "F": lambda self: self._push(float(self._line())),
        "I": Unpickler._integer,
        "J": lambda self: self._push(self._number("<i", 4)),
        "K": lambda self: self._push(self._read(1)[0]),
        "L": lambda self: self._push(int(self._line().rstrip(b"L"))),
        "M": lambda self: self._push(self._number("<H", 2)),
        "N": lambda self: self._push(None),
        "Q": lambda self: self._push(self.persistent_load(self._stack.pop())),
        "R": Unpickler._reduce,
        "S": lambda self: self._old_text(self._line()[1:-1].decode("unicode_escape").encode("latin1")),
        "T": lambda self: self._old_text(self._read(self._number("<i", 4))),
        "U": lambda self: self._old_text(self._read(self._read(1)[0])),
        "V": lambda self: self._push(self._line().decode("raw_unicode_escape")),
        "X": lambda self: self._text(self._number("<I", 4)),
        "a": Unpickler._append,
        "b": Unpickler._build,
        "c": Unpickler._global,
        "d": Unpickler._dict,
        "}": lambda self: self._push({}),
        "e": Unpickler._appends,
        "g": lambda self: self._get(int(self._line())),
        "h": lambda self: self._get(self._read(1)[0]),
        "j": lambda self: self._get(self._number("<I", 4)),
        "l": lambda self: self._push(self._above_mark()),
        "]": lambda self: self._push([]),
        "p": lambda self: self._put(int(self._line())),
        "q": lambda self: self._put(self._read(1)[0]),
        "r": lambda self: self._put(self._number("<I", 4)),
        "s": Unpickler._set_item,
        "t": lambda self: self._push(tuple(self._above_mark())),
        ")": lambda self: self._push(()),
        "u": Unpickler._set_items,
        "G": lambda self: self._push(self._number(">d", 8)),
        "B": lambda self: self._push(bytes(self._read(self._number("<I", 4)))),
        "C": lambda self: self._push(bytes(self._read(self._read(1)[0]))),
        "\x80": Unpickler._protocol,
        "\x81": Unpickler._new,
        "\x85": lambda self: self._tuple(1),
        "\x86": lambda self: self._tuple(2),
        "\x87": lambda self: self._tuple(3),
        "\x88": lambda self: self._push(True),
        "\x89": lambda self: self._push(False),
        "\x8a": lambda self: self._push(int.from_bytes(self._read(self._read(1)[0]), "little", signed=True)),
        "\x8b": lambda self: self._push(int.from_bytes(self._read(self._number("<i", 4)), "little", signed=True)),
        "\x8c": lambda self: self._text(self._read(1)[0]),
        "\x8d": lambda self: self._text(self._number("<Q", 8)),
        "\x8e": lambda self: self._push(bytes(self._read(self._number("<Q", 8)))),
        "\x8f": lambda self: self._push(set()),
        "\x90": lambda self: (items := self._above_mark(), self._stack[-1].update(items)),
        "\x91": lambda self: self._push(frozenset(self._above_mark())),
        "\x92": Unpickler._new_with_names,
        "\x93": Unpickler._stack_global,
        "\x94": Unpickler._memoize,
        "\x95": lambda self: self._read(8),
        "\x96": lambda self: self._push(bytearray(self._read(self._number("<Q", 8)))),
    }.items()
}
