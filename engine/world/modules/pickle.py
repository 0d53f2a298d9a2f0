"""Objects as bytes, in the formats of CPython's pickle from protocol 2 on."""

import types
from _pickle_load import UnpicklingError, Unpickler
from _pickle_reduce import PickleError, PicklingError, global_name, reduced
from io import BytesIO
from struct import pack

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4
format_version = "4.0"
_FRAME = 64 * 1024
_BATCH = 1000
_GLOBALS = (type, types.FunctionType, types.BuiltinFunctionType)


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        elif protocol < 2:
            raise ValueError("pickle protocols 0 and 1 are not available in the sandbox: use 2 or later")
        try:
            self._write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self.proto = protocol
        self.bin = True
        self._ascii_modules = fix_imports and protocol < 3
        self._frame = bytearray()
        self.memo = {}

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        self._frame.clear()
        self._write(b"\x80" + bytes((self.proto,)))
        self.save(obj)
        self._put(b".")
        self._end_frame()

    # ---- frames ----------------------------------------------------------------------------------------------------

    def _put(self, data):
        self._frame += data

    def _end_frame(self):
        if self.proto >= 4 and len(self._frame) >= 4:
            self._write(b"\x95" + pack("<Q", len(self._frame)))
        self._write(bytes(self._frame))
        self._frame.clear()

    def _put_large(self, head, data):
        """What is larger than a frame stands between frames."""
        if self.proto < 4 or len(data) < _FRAME:
            return self._put(head + data)
        if self._frame:
            self._end_frame()
        self._write(head)
        self._write(data)

    # ---- the memo --------------------------------------------------------------------------------------------------

    def memoize(self, obj):
        number = len(self.memo)
        self.memo[id(obj)] = number, obj  # kept, so that no other object gets its id
        if self.proto >= 4:
            self._put(b"\x94")
        else:
            self._put(b"q" + bytes((number,)) if number < 256 else b"r" + pack("<I", number))

    def _get(self, number):
        self._put(b"h" + bytes((number,)) if number < 256 else b"j" + pack("<I", number))

    # ---- objects ---------------------------------------------------------------------------------------------------

    def save(self, obj):
        if self.proto >= 4 and len(self._frame) >= _FRAME:
            self._end_frame()
        known_as = self.persistent_id(obj)
        if known_as is not None:
            self.save(known_as)
            return self._put(b"Q")
        cls = type(obj)
        if obj is None or cls in (bool, int, float):
            return self._save_number(obj, cls)
        known = self.memo.get(id(obj))
        if known is not None:
            return self._get(known[0])
        saver = _SAVERS.get(cls)
        if saver is not None and not (cls in (set, frozenset) and self.proto < 4):
            return saver(self, obj)
        own = getattr(self, "reducer_override", None)
        result = own(obj) if own is not None else NotImplemented
        if result is NotImplemented:
            if isinstance(obj, _GLOBALS) and isinstance(getattr(obj, "__self__", None), (type(None), types.ModuleType)):
                return self._save_type(obj)
            result = reduced(obj, self.proto)
        if isinstance(result, str):
            return self._save_global(obj, result)
        if not isinstance(result, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(result) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        self._save_reduced(obj, *result)

    def _save_number(self, obj, cls):
        if obj is None:
            self._put(b"N")
        elif cls is bool:
            self._put(b"\x88" if obj else b"\x89")
        elif cls is float:
            self._put(b"G" + pack(">d", obj))
        elif 0 <= obj < 256:
            self._put(b"K" + bytes((obj,)))
        elif 0 <= obj < 65536:
            self._put(b"M" + pack("<H", obj))
        elif -0x80000000 <= obj < 0x80000000:
            self._put(b"J" + pack("<i", obj))
        else:
            data = obj.to_bytes(obj.bit_length() // 8 + 1, "little", signed=True)
            if len(data) > 1 and obj < 0 and data[-1] == 0xFF and data[-2] & 0x80:
                data = data[:-1]
            self._put(b"\x8a" + bytes((len(data),)) + data if len(data) < 256 else b"\x8b" + pack("<i", len(data)) + data)

    def _save_str(self, obj):
        data = obj.encode("utf-8", "surrogatepass")
        if len(data) < 256 and self.proto >= 4:
            self._put(b"\x8c" + bytes((len(data),)) + data)
        else:
            self._put_large(b"X" + pack("<I", len(data)), data)
        self.memoize(obj)

    def _save_bytes(self, obj):
        if self.proto < 3:
            import codecs

            return self._save_reduced(obj, codecs.encode, (str(obj, "latin1"), "latin1")) if obj else self._save_reduced(
                obj, bytes, ())
        if len(obj) < 256:
            self._put(b"C" + bytes((len(obj),)) + obj)
        else:
            self._put_large(b"B" + pack("<I", len(obj)), obj)
        self.memoize(obj)

    def _save_bytearray(self, obj):
        if self.proto < 5:
            return self._save_reduced(obj, bytearray, (bytes(obj),) if obj else ())
        self._put_large(b"\x96" + pack("<Q", len(obj)), bytes(obj))
        self.memoize(obj)

    def _save_tuple(self, obj):
        if not obj:
            return self._put(b")")
        if len(obj) > 3:
            self._put(b"(")
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:  # it holds itself
            self._put(b"1" if len(obj) > 3 else b"0" * len(obj))
            return self._get(known[0])
        self._put(b"t" if len(obj) > 3 else (b"\x85", b"\x86", b"\x87")[len(obj) - 1])
        self.memoize(obj)

    def _save_list(self, obj):
        self._put(b"]")
        self.memoize(obj)
        self._save_items(obj)

    def _save_dict(self, obj):
        self._put(b"}")
        self.memoize(obj)
        self._save_pairs(obj.items())

    def _save_set(self, obj):
        self._put(b"\x8f")
        self.memoize(obj)
        for batch in _batches(obj):
            self._put(b"(")
            for item in batch:
                self.save(item)
            self._put(b"\x90")

    def _save_frozenset(self, obj):
        self._put(b"(")
        for item in obj:
            self.save(item)
        known = self.memo.get(id(obj))
        if known is not None:
            self._put(b"1")
            return self._get(known[0])
        self._put(b"\x91")
        self.memoize(obj)

    def _save_items(self, items):
        for batch in _batches(items):
            if len(batch) > 1:
                self._put(b"(")
            for item in batch:
                self.save(item)
            self._put(b"e" if len(batch) > 1 else b"a")

    def _save_pairs(self, pairs):
        for batch in _batches(pairs):
            if len(batch) > 1:
                self._put(b"(")
            for key, value in batch:
                self.save(key)
                self.save(value)
            self._put(b"u" if len(batch) > 1 else b"s")

    def _save_type(self, obj):
        for value in (None, NotImplemented, ...):
            if obj is type(value):
                return self._save_reduced(obj, type, (value,))
        self._save_global(obj)

    def _save_global(self, obj, name=None):
        module, name = global_name(obj, name)
        if self.proto >= 4:
            self.save(module)
            self.save(name)
            self._put(b"\x93")
        else:
            if self._ascii_modules and module == "builtins":
                module = "__builtin__"
            self._put(b"c" + module.encode() + b"\n" + name.encode() + b"\n")
        self.memoize(obj)

    def _save_reduced(self, obj, function, args, state=None, items=None, pairs=None, setter=None):
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        if not callable(function):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if getattr(function, "__name__", "") == "__newobj__":
            self.save(args[0])
            self.save(args[1:])
            self._put(b"\x81")
        else:
            self.save(function)
            self.save(args)
            self._put(b"R")
        known = self.memo.get(id(obj))
        if known is not None:  # it holds itself
            self._put(b"0")
            self._get(known[0])
        else:
            self.memoize(obj)
        if items is not None:
            self._save_items(items)
        if pairs is not None:
            self._save_pairs(pairs)
        if state is None:
            return
        if setter is None:
            self.save(state)
            self._put(b"b")
        else:
            self.save(setter)
            self.save(obj)
            self.save(state)
            self._put(b"\x86R0")


_SAVERS = {
    str: Pickler._save_str,
    bytes: Pickler._save_bytes,
    bytearray: Pickler._save_bytearray,
    tuple: Pickler._save_tuple,
    list: Pickler._save_list,
    dict: Pickler._save_dict,
    set: Pickler._save_set,
    frozenset: Pickler._save_frozenset,
}


def _batches(items):
    batch = []
    for item in items:
        batch.append(item)
        if len(batch) == _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    file = BytesIO()
    Pickler(file, protocol, fix_imports=fix_imports).dump(obj)
    return file.getvalue()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    return Unpickler(BytesIO(data), fix_imports=fix_imports, encoding=encoding, errors=errors).load()
