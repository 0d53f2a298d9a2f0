"""Bytes in letters and digits: base 64, 32, 16, 85."""

import binascii

__all__ = ["encode", "decode", "encodebytes", "decodebytes", "b64encode", "b64decode", "b32encode", "b32decode",
           "b32hexencode", "b32hexdecode", "b16encode", "b16decode", "b85encode", "b85decode", "a85encode",
           "a85decode", "standard_b64encode", "standard_b64decode", "urlsafe_b64encode", "urlsafe_b64decode"]


def _decodable(s):
    if isinstance(s, str):
        try:
            return s.encode("ascii")
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    if isinstance(s, (bytes, bytearray, memoryview)):
        return bytes(s)
    raise TypeError(f"argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}")


def _encodable(s):
    if isinstance(s, (bytes, bytearray, memoryview)):
        return bytes(s)
    raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")


def b64encode(s, altchars=None):
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        return encoded.translate(bytes.maketrans(b"+/", altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _decodable(s)
    if altchars is not None:
        altchars = _decodable(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b"+/"))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


_B32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = "0123456789ABCDEFGHIJKLMNOPQRSTUV"


def _b32encode(alphabet, s):
    s = _encodable(s)
    parts = []
    for i in range(0, len(s), 5):
        chunk = s[i:i + 5]
        number = int.from_bytes(chunk + bytes(5 - len(chunk)), "big")
        text = "".join([alphabet[number >> shift & 31] for shift in range(35, -1, -5)])
        used = (len(chunk) * 8 + 4) // 5
        parts.append(text[:used] + "=" * (8 - used))
    return "".join(parts).encode()


def _b32decode(alphabet, s, casefold, map01):
    s = _decodable(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if map01 is not None:
        map01 = _decodable(map01)
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b"01", b"O" + map01))
    if casefold:
        s = s.upper()
    text = s.decode("ascii")
    data = text.rstrip("=")
    pads = len(text) - len(data)
    values = {c: value for value, c in enumerate(alphabet)}
    made = b""
    for i in range(0, len(data), 8):
        number = 0
        chunk = data[i:i + 8]
        for c in chunk.ljust(8, alphabet[0]):
            if c not in values:
                raise binascii.Error("Non-base32 digit found")
            number = number << 5 | values[c]
        made += number.to_bytes(5, "big")[:len(chunk) * 5 // 8]
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    return made


def b32encode(s):
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    return _b32decode(_B32HEX, s, casefold, None)


def b16encode(s):
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _decodable(s)
    if casefold:
        s = s.upper()
    if any([c not in b"0123456789ABCDEF" for c in s]):
        raise binascii.Error("Non-base16 digit found")
    return binascii.unhexlify(s)


_B85 = ("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~")


def _digits85(number, first, alphabet=None):
    codes = []
    for _ in range(5):
        number, digit = divmod(number, 85)
        codes.append(alphabet[digit] if alphabet else chr(first + digit))
    return "".join(reversed(codes))


def b85encode(b, pad=False):
    b = _encodable(b)
    padding = -len(b) % 4
    b += bytes(padding)
    text = "".join([_digits85(int.from_bytes(b[i:i + 4], "big"), 0, _B85) for i in range(0, len(b), 4)])
    return (text if pad or not padding else text[:-padding]).encode()


def b85decode(b):
    b = _decodable(b).decode("ascii")
    values = {c: value for value, c in enumerate(_B85)}
    padding = -len(b) % 5
    made = b""
    whole = b + "~" * padding
    for i in range(0, len(whole), 5):
        number = 0
        for place, c in enumerate(whole[i:i + 5]):
            if c not in values:
                raise ValueError(f"bad base85 character at position {i + place}")
            number = number * 85 + values[c]
        if number >= 1 << 32:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        made += number.to_bytes(4, "big")
    return made[:-padding] if padding else made


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    b = _encodable(b)
    padding = -len(b) % 4
    b += bytes(padding)
    chunks = [_digits85(int.from_bytes(b[i:i + 4], "big"), 33) for i in range(0, len(b), 4)]
    if padding and not pad:
        if chunks[-1] == "!!!!!":
            last = "!!!!!"
        else:
            last = chunks[-1]
        chunks[-1] = last[:-padding]
        whole = chunks[:-1]
    else:
        whole = chunks
    for place, chunk in enumerate(whole):
        if chunk == "!!!!!":
            chunks[place] = "z"
        elif foldspaces and chunk == "+<VdL":
            chunks[place] = "y"
    text = ("<~" if adobe else "") + "".join(chunks)
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [text[i:i + wrapcol] for i in range(0, len(text), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append("")
        text = "\n".join(lines)
    return (text + ("~>" if adobe else "")).encode()


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _decodable(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    made = bytearray()
    current = []
    for c in b + b"u" * 4:
        if 33 <= c <= 117:
            current.append(c)
            if len(current) == 5:
                number = 0
                for each in current:
                    number = number * 85 + each - 33
                if number >= 1 << 32:
                    raise ValueError("Ascii85 overflow")
                made += number.to_bytes(4, "big")
                current.clear()
        elif c == 122:
            if current:
                raise ValueError("z inside Ascii85 5-tuple")
            made += bytes(4)
        elif foldspaces and c == 121:
            if current:
                raise ValueError("y inside Ascii85 5-tuple")
            made += b"    "
        elif c not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(c)}")
    padding = 4 - len(current)
    return bytes(made[:-padding] if padding else made)


def encodebytes(s):
    s = _encodable(s)
    return b"".join([binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57)])


def decodebytes(s):
    return binascii.a2b_base64(_encodable(s))


def encode(input, output):
    output.write(encodebytes(input.read()))


def decode(input, output):
    output.write(decodebytes(input.read()))
