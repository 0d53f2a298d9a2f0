"""Bytes as text of several kinds."""

from _hashes import crc32


class Error(ValueError):
    __module__ = "binascii"


class Incomplete(Exception):
    __module__ = "binascii"


_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {ord(c): value for value, c in enumerate(_ALPHABET)}


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    return _bytes(data, "argument should be bytes, buffer or ASCII string, not ")


def _bytes(data, message="a bytes-like object is required, not "):
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"{message}'{type(data).__name__}'")


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _bytes(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


b2a_hex = hexlify


def unhexlify(hexstr, /):
    text = _ascii(hexstr).decode("ascii", "replace")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any([c not in "0123456789abcdefABCDEF" for c in text]):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    data = _bytes(data)
    parts = []
    for i in range(0, len(data) - len(data) % 3, 3):
        word = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        parts.append(_ALPHABET[word >> 18] + _ALPHABET[word >> 12 & 63] + _ALPHABET[word >> 6 & 63] + _ALPHABET[word & 63])
    left = len(data) % 3
    if left == 1:
        word = data[-1] << 4
        parts.append(_ALPHABET[word >> 6] + _ALPHABET[word & 63] + "==")
    elif left == 2:
        word = (data[-2] << 8 | data[-1]) << 2
        parts.append(_ALPHABET[word >> 12] + _ALPHABET[word >> 6 & 63] + _ALPHABET[word & 63] + "=")
    return ("".join(parts) + ("\n" if newline else "")).encode()


def a2b_base64(data, /, *, strict_mode=False):
    made = bytearray()
    bits = count = pads = digits = 0
    data = _ascii(data)
    for place, c in enumerate(data):
        if c == 61:
            pads += 1
            if strict_mode and count < 2:
                raise Error("Leading padding not allowed" if not place else "Discontinuous padding not allowed")
            if count >= 2 and count + pads >= 4:
                if strict_mode and place + 1 < len(data):
                    raise Error("Excess data after padding")
                return bytes(made)
            continue
        value = _VALUES.get(c)
        if value is None:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if pads and strict_mode:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        digits += 1
        bits = bits << 6 | value
        count += 1
        if count > 1:
            made.append(bits >> (6 - 2 * (count - 1)) & 0xFF)
        if count == 4:
            bits = count = 0
    if count == 1:
        raise Error("Invalid base64-encoded string: number of data characters "
                    f"({digits}) cannot be 1 more than a multiple of 4")
    if count:
        raise Error("Incorrect padding")
    return bytes(made)


def crc_hqx(data, value, /):
    value &= 0xFFFF
    for c in _bytes(data):
        value ^= c << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xFFFF
    return value
