"""Message digests. The computing is native."""

import _hashes

_ALGORITHMS = {name: (size, block) for name, size, block in _hashes.algorithms()}

algorithms_guaranteed = set(_ALGORITHMS)
algorithms_available = set(_ALGORITHMS)
__all__ = (*_ALGORITHMS, "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest")


def _bytes_of(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    if isinstance(data, str):
        raise TypeError("Strings must be encoded before hashing")
    if isinstance(data, memoryview):
        return bytes(data)
    raise TypeError("object supporting the buffer API required")


class _Hash:
    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _ALGORITHMS[name]
        self._data = bytearray(_bytes_of(data))

    def update(self, data, /):
        self._data += _bytes_of(data)

    def digest(self):
        return _hashes.digest(self.name, self._data, b"", self.digest_size)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return type(self)(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} {type(self).__module__}.{type(self).__name__} object @ {id(self):#x}>"


class _Shake(_Hash):
    def digest(self, length, /):
        if length < 0:
            raise ValueError("value must be positive")
        return _hashes.digest(self.name, self._data, b"", length)

    def hexdigest(self, length, /):
        return self.digest(length).hex()


_Hash.__name__ = _Hash.__qualname__ = "HASH"
_Shake.__name__ = _Shake.__qualname__ = "HASHXOF"
_Hash.__module__ = _Shake.__module__ = "_hashlib"


def _maker(name):
    cls = _Shake if name.startswith("shake") else _Hash

    def make(string=b"", *, usedforsecurity=True):
        return cls(name, string)

    make.__name__ = make.__qualname__ = f"openssl_{name}"
    return make


for _name in _ALGORITHMS:
    globals()[_name] = _maker(_name)


from _blake2 import blake2b, blake2s


def new(name, data=b"", *, usedforsecurity=True, **kwargs):
    known = name.lower().replace("-", "_") if isinstance(name, str) else name
    if isinstance(known, str) and known.startswith("sha_"):
        known = "sha" + known[4:]
    if known not in _ALGORITHMS:
        raise ValueError(f"unsupported hash type {name}")
    if known not in ("blake2b", "blake2s"):
        for each in kwargs:
            raise TypeError(f"{each!r} is an invalid keyword argument for new()")
    return globals()[known](data, **kwargs)


def _hmac(name, key, message):
    size, block = _ALGORITHMS[name]
    if len(key) > block:
        key = _hashes.digest(name, key, b"", size)
    key = key + bytes(block - len(key))
    inner = _hashes.digest(name, bytes([b ^ 0x36 for b in key]) + message, b"", size)
    return _hashes.digest(name, bytes([b ^ 0x5C for b in key]) + inner, b"", size)


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    name = new(hash_name).name
    size = _ALGORITHMS[name][0]
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    length = size if dklen is None else dklen
    if length < 1:
        raise ValueError("key length must be greater than 0.")
    made = b""
    block = 1
    while len(made) < length:
        last = _hmac(name, bytes(password), bytes(salt) + block.to_bytes(4, "big"))
        total = int.from_bytes(last, "big")
        for _ in range(iterations - 1):
            last = _hmac(name, bytes(password), last)
            total ^= int.from_bytes(last, "big")
        made += total.to_bytes(size, "big")
        block += 1
    return made[:length]


def file_digest(fileobj, digest, /, *, _bufsize=262144):
    made = new(digest) if isinstance(digest, str) else digest()
    while True:
        data = fileobj.read(_bufsize)
        if not data:
            return made
        made.update(data)
