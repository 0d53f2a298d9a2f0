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
    def __init__(self, name, data, key=b"", size=None):
        self.name = name
        self.digest_size, self.block_size = _ALGORITHMS[name]
        if size is not None:
            self.digest_size = size
        self._data = bytearray(_bytes_of(data))
        self._key = key

    def update(self, data, /):
        self._data += _bytes_of(data)

    def digest(self):
        return _hashes.digest(self.name, self._data, self._key, self.digest_size)

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        return type(self)(self.name, self._data, self._key, self.digest_size)

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


def _blake(name, most, longest_key):
    def make(data=b"", /, *, digest_size=most, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
             node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        if not 0 < digest_size <= most:
            raise ValueError(f"digest_size for {name.capitalize()[:5]}{name[5:]} must be between 1 and {most} bytes, "
                             f"here it is {digest_size}")
        if len(key) > longest_key:
            raise ValueError(f"maximum key length is {longest_key} bytes")
        if salt or person or fanout != 1 or depth != 1 or leaf_size or node_offset or node_depth or inner_size:
            raise ValueError("the sandbox computes plain and keyed BLAKE2 only")
        return _Hash(name, data, bytes(key), digest_size)

    make.__name__ = make.__qualname__ = name
    make.MAX_DIGEST_SIZE = most
    make.MAX_KEY_SIZE = longest_key
    return make


blake2b = _blake("blake2b", 64, 64)
blake2s = _blake("blake2s", 32, 32)


def new(name, data=b"", *, usedforsecurity=True, **kwargs):
    known = name.lower().replace("-", "_") if isinstance(name, str) else name
    if isinstance(known, str) and known.startswith("sha_"):
        known = "sha" + known[4:]
    if known not in _ALGORITHMS:
        raise ValueError(f"unsupported hash type {name}")
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
