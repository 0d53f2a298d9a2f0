"""Texts to bytes and back by the name of a codec."""

_ROT13 = {}
for _first in (65, 97):
    for _at in range(26):
        _ROT13[_first + _at] = _first + (_at + 13) % 26


def _rot13(text, errors):
    return text.translate(_ROT13)


def _to_hex(data, errors):
    return bytes(data).hex().encode()


def _from_hex(data, errors):
    return bytes.fromhex(data.decode() if not isinstance(data, str) else data)


def _to_base64(data, errors):
    from base64 import encodebytes

    return encodebytes(data)


def _from_base64(data, errors):
    from base64 import decodebytes

    return decodebytes(data)


# From bytes to bytes or text to text: what str.encode() does not take.
_OTHERS = {
    "rot13": (_rot13, _rot13), "rot_13": (_rot13, _rot13),
    "hex": (_to_hex, _from_hex), "hex_codec": (_to_hex, _from_hex),
    "base64": (_to_base64, _from_base64), "base64_codec": (_to_base64, _from_base64),
}


def _other(encoding):
    return _OTHERS.get(encoding.lower().replace("-", "_"))


def encode(obj, encoding="utf-8", errors="strict"):
    other = _other(encoding)
    if other is not None:
        return other[0](obj, errors)
    if not isinstance(obj, str):
        raise TypeError(f"utf_8_encode() argument 1 must be str, not {type(obj).__name__}"
                        if encoding in ("utf-8", "utf8") else f"encoding takes a str, not {type(obj).__name__}")
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    other = _other(encoding)
    return other[1](obj, errors) if other is not None else bytes(obj).decode(encoding, errors)


encode.__module__ = decode.__module__ = "_codecs"
