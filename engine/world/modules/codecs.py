"""Codecs by name, and files of encoded text."""

import builtins
from _codecs import decode, encode

__all__ = ["open", "encode", "decode", "lookup", "getencoder", "getdecoder", "CodecInfo", "iterencode", "iterdecode", "BOM",
           "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32", "BOM_UTF32_LE", "BOM_UTF32_BE"]

BOM_UTF8 = b"\xef\xbb\xbf"
BOM = BOM_LE = BOM_UTF16 = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, *, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        return self

    def __repr__(self):
        return f"<codecs.CodecInfo object for encoding {self.name}>"


def lookup(encoding):
    if encoding.lower().replace("-", "_") not in ("rot13", "rot_13", "hex", "base64"):
        "".encode(encoding)  # LookupError if there is none
    name = {"utf8": "utf-8", "latin1": "iso8859-1", "latin-1": "iso8859-1", "us-ascii": "ascii"}.get(encoding.lower())
    return CodecInfo(lambda text, errors="strict": (encode(text, encoding, errors), len(text)),
                     lambda data, errors="strict": (decode(data, encoding, errors), len(data)),
                     name=name or encoding.lower().replace("_", "-"))


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def iterencode(iterator, encoding, errors="strict"):
    for text in iterator:
        yield encode(text, encoding, errors)


def iterdecode(iterator, encoding, errors="strict"):
    rest = b""
    for data in iterator:
        rest += data
        for end in range(len(rest), max(len(rest) - 4, -1), -1):  # a character may be cut in two
            try:
                text = decode(rest[:end], encoding)
            except UnicodeDecodeError:
                continue
            rest = rest[end:]
            if text:
                yield text
            break
        else:
            yield decode(rest, encoding, errors)
            rest = b""
    if rest:
        yield decode(rest, encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is None:
        return builtins.open(filename, mode)
    return builtins.open(filename, mode.replace("b", ""), encoding=encoding, errors=errors, newline="")
