"""Values packed into bytes."""

__all__ = ["calcsize", "pack", "pack_into", "unpack", "unpack_from", "iter_unpack", "Struct", "error"]


class error(Exception):
    __module__ = "struct"


# size in standard and in native mode, for integers with their sign
_INTEGERS = {"b": (1, 1, True), "B": (1, 1, False), "h": (2, 2, True), "H": (2, 2, False), "i": (4, 4, True),
             "I": (4, 4, False), "l": (4, 8, True), "L": (4, 8, False), "q": (8, 8, True), "Q": (8, 8, False),
             "n": (None, 8, True), "N": (None, 8, False), "P": (None, 8, False)}
_FLOATS = {"e": (2, 5, 10), "f": (4, 8, 23), "d": (8, 11, 52)}
_NAMES = {"b": "byte", "B": "ubyte", "h": "short", "H": "ushort"}


def _float_bits(value, size, exponent_bits, fraction_bits):
    """The IEEE 754 representation of a float, ties to even."""
    from math import copysign, frexp, isinf, isnan

    sign = 1 if copysign(1.0, value) < 0 else 0
    bias = (1 << exponent_bits - 1) - 1
    top = (1 << exponent_bits) - 1
    if isnan(value):
        bits = top << fraction_bits | 1 << fraction_bits - 1
    elif isinf(value):
        bits = top << fraction_bits
    elif value == 0:
        bits = 0
    else:
        mantissa, exponent = frexp(abs(value))
        exponent = max(exponent - 1 + bias, 0)
        scale = fraction_bits + bias - max(exponent, 1)
        numerator, denominator = abs(value).as_integer_ratio()
        if scale >= 0:
            numerator <<= scale
        else:
            denominator <<= -scale
        whole, rest = divmod(numerator, denominator)
        twice = 2 * rest
        if twice > denominator or twice == denominator and whole & 1:
            whole += 1
        bits = whole + (max(exponent, 1) - 1 << fraction_bits)
        if bits >= top << fraction_bits:
            raise OverflowError(f"float too large to pack with {'e' if size == 2 else 'f'} format")
    return bits | sign << exponent_bits + fraction_bits


def _bits_float(bits, exponent_bits, fraction_bits):
    from math import inf, ldexp, nan

    sign = -1.0 if bits >> exponent_bits + fraction_bits else 1.0
    exponent = bits >> fraction_bits & (1 << exponent_bits) - 1
    fraction = bits & (1 << fraction_bits) - 1
    bias = (1 << exponent_bits - 1) - 1
    if exponent == (1 << exponent_bits) - 1:
        return nan if fraction else sign * inf
    if exponent == 0:
        return sign * ldexp(float(fraction), 1 - bias - fraction_bits)
    return sign * ldexp(float(fraction | 1 << fraction_bits), exponent - bias - fraction_bits)


class _Item:
    __slots__ = ("code", "count", "size", "offset")

    def __init__(self, code, count, size, offset):
        self.code = code
        self.count = count
        self.size = size
        self.offset = offset


class Struct:
    def __init__(self, format):
        if isinstance(format, (bytes, bytearray)):
            format = bytes(format).decode("ascii")
        elif not isinstance(format, str):
            raise TypeError(f"Struct() argument 1 must be a str or bytes object, not {type(format).__name__}")
        self.format = format
        order = format[:1]
        self._native = order not in "@=<>!" or order in ("@", "")
        self._byteorder = "big" if order in (">", "!") and order else "little"
        body = format[1:] if order and order in "@=<>!" else format
        self._items = []
        self._parse(body)

    def _parse(self, body):
        offset = 0
        i = 0
        while i < len(body):
            if body[i].isspace():
                i += 1
                continue
            start = i
            while i < len(body) and body[i].isdigit():
                i += 1
            if i == len(body):
                raise error("repeat count given without format specifier")
            count = int(body[start:i]) if i > start else 1
            code = body[i]
            i += 1
            size = self._size(code)
            if self._native and size > 1 and code not in "sp":
                offset += -offset % size
            if code in "sp":
                self._items.append(_Item(code, 1, count, offset))
                offset += count
            elif code == "x":
                offset += count
            else:
                for _ in range(count):
                    self._items.append(_Item(code, 1, size, offset))
                    offset += size
        self.size = offset

    def _size(self, code):
        if code in "xcsp?":
            return 1
        if code in _FLOATS:
            return _FLOATS[code][0]
        if code in _INTEGERS:
            size = _INTEGERS[code][1 if self._native else 0]
            if size is not None:
                return size
        raise error("bad char in struct format")

    def _pack_one(self, item, value):
        code, size = item.code, item.size
        if code == "c":
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error("char format requires a bytes object of length 1")
            return bytes(value)
        if code in "sp":
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{code}' must be a bytes object")
            if code == "p":
                data = bytes(value)[:min(max(size - 1, 0), 255)]
                return (bytes([len(data)]) + data + bytes(size))[:size]
            return bytes(value)[:size] + bytes(max(size - len(value), 0))
        if code == "?":
            return b"\1" if value else b"\0"
        if code in _FLOATS:
            try:
                value = float(value) if not isinstance(value, str) else None
            except TypeError:
                value = None
            if value is None:
                raise error("required argument is not a float")
            size, exponent_bits, fraction_bits = _FLOATS[code]
            return _float_bits(value, size, exponent_bits, fraction_bits).to_bytes(size, self._byteorder)
        if not hasattr(value, "__index__"):
            raise error("required argument is not an integer")
        value = value.__index__()
        signed = _INTEGERS[code][2]
        low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
        if not low <= value <= high:
            raise error(self._range_message(code, size, value, low, high))
        return value.to_bytes(size, self._byteorder, signed=signed)

    def _range_message(self, code, size, value, low, high):
        requires = f"format requires {low} <= number <= {high}"
        if code in "bB" or code in "hH" and self._byteorder == "little":
            return f"{_NAMES[code]} {requires}" if -(1 << 63) <= value < 1 << 63 else "argument out of range"
        if size == 8:
            return "int too large to convert" if code in "qQ" and self._byteorder == "big" else "argument out of range"
        fits = 0 <= value < 1 << 64 if code.isupper() else -(1 << 63) <= value < 1 << 63
        return f"'{code}' {requires}" if fits else "argument out of range"

    def pack(self, *values):
        if len(values) != len(self._items):
            raise error(f"pack expected {len(self._items)} items for packing (got {len(values)})")
        made = bytearray(self.size)
        for item, value in zip(self._items, values):
            made[item.offset:item.offset + item.size] = self._pack_one(item, value)
        return bytes(made)

    def pack_into(self, buffer, offset, /, *values):
        data = self.pack(*values)
        if offset < 0:
            if offset + len(buffer) < 0:
                raise error(f"offset {offset} out of range for {len(buffer)}-byte buffer")
            offset += len(buffer)
        if len(buffer) - offset < len(data):
            raise error(f"pack_into requires a buffer of at least {offset + len(data)} bytes for packing {len(data)} "
                        f"bytes at offset {offset} (actual buffer size is {len(buffer)})")
        buffer[offset:offset + len(data)] = data

    def _unpack_one(self, item, data):
        code = item.code
        piece = data[item.offset:item.offset + item.size]
        if code in "cs":
            return piece
        if code == "p":
            return piece[1:1 + min(piece[0], item.size - 1)] if piece else b""
        if code == "?":
            return piece != b"\0"
        if code in _FLOATS:
            return _bits_float(int.from_bytes(piece, self._byteorder), *_FLOATS[code][1:])
        return int.from_bytes(piece, self._byteorder, signed=_INTEGERS[code][2])

    def unpack(self, buffer, /):
        data = bytes(buffer)
        if len(data) != self.size:
            raise error(f"unpack requires a buffer of {self.size} bytes")
        return tuple([self._unpack_one(item, data) for item in self._items])

    def unpack_from(self, buffer, offset=0):
        data = bytes(buffer)
        if offset < 0:
            if offset + len(data) < 0:
                raise error(f"offset {offset} out of range for {len(data)}-byte buffer")
            offset += len(data)
        if len(data) - offset < self.size:
            raise error(f"unpack_from requires a buffer of at least {offset + self.size} bytes for unpacking "
                        f"{self.size} bytes at offset {offset} (actual buffer size is {len(data)})")
        return self.unpack(data[offset:offset + self.size])

    def iter_unpack(self, buffer, /):
        data = bytes(buffer)
        if not self.size:
            raise error("cannot iteratively unpack with a struct of length 0")
        if len(data) % self.size:
            raise error(f"iterative unpacking requires a buffer of a multiple of {self.size} bytes")
        return iter([self.unpack(data[i:i + self.size]) for i in range(0, len(data), self.size)])

    def __repr__(self):
        return f"Struct({self.format!r})"


_cache = {}


def _struct(format):
    known = _cache.get(format)
    if known is None:
        if len(_cache) > 100:
            _cache.clear()
        known = _cache[format] = Struct(format)
    return known


def calcsize(format, /):
    return _struct(format).size


def pack(format, /, *values):
    return _struct(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _struct(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _struct(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct(format).iter_unpack(buffer)


def _clearcache():
    _cache.clear()
