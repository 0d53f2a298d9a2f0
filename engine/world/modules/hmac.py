"""Keyed digests."""

import hashlib

digest_size = None


class HMAC:
    blocksize = 64

    def __init__(self, key, msg=None, digestmod=""):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required parameter 'digestmod'.")
        self._new = digestmod if callable(digestmod) else lambda data=b"": hashlib.new(digestmod, data)
        sample = self._new()
        self.digest_size = sample.digest_size
        self.block_size = sample.block_size
        self.name = f"hmac-{sample.name}"
        key = bytes(key)
        if len(key) > self.block_size:
            key = self._new(key).digest()
        self._key = key + bytes(self.block_size - len(key))
        self._inner = self._new(bytes([b ^ 0x36 for b in self._key]))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._inner = self._inner.copy()
        return other

    def digest(self):
        outer = self._new(bytes([b ^ 0x5C for b in self._key]))
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
    elif isinstance(a, str) or isinstance(b, str):
        raise TypeError(f"a bytes-like object is required, not '{type(b if isinstance(a, str) else a).__name__}'"
                        if not (isinstance(a, str) or isinstance(b, str)) else
                        "unsupported operand types(s) or combination of types: "
                        f"'{type(a).__name__}' and '{type(b).__name__}'")
    return a == b
