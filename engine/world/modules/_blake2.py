"""The two BLAKE2 digests. The plain and the keyed one are native; with a salt, a person or a tree they are computed here."""

import _hashes

# RFC 7693: the order in which the words of a block are mixed in each round; BLAKE2b does the first two rounds again.
_ORDERS = [
    (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), (14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3),
    (11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4), (7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8),
    (9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13), (2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9),
    (12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11), (13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10),
    (6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5), (10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0),
]
_COLUMNS_AND_DIAGONALS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                          (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
_START = (0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1,
          0x510E527FADE682D1, 0x9B05688C2B3E6C1F, 0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179)


def _compress(cls, state, block, count, last, last_node):
    """Mixes one block into the state. count: bytes so far."""
    bits, width = cls._bits, cls._bits // 8
    mask = 2 ** bits - 1
    words = [int.from_bytes(block[at:at + width], "little") for at in range(0, 16 * width, width)]
    start = [word >> 64 - bits for word in _START]
    v = state + start
    v[12] ^= count & mask
    v[13] ^= count >> bits
    if last:
        v[14] ^= mask
    if last and last_node:
        v[15] ^= mask
    first, second, third, fourth = cls._turns
    for turn in range(cls._rounds):
        order = _ORDERS[turn % 10]
        for place, (a, b, c, d) in enumerate(_COLUMNS_AND_DIAGONALS):
            for word, one, two in ((words[order[2 * place]], first, second), (words[order[2 * place + 1]], third, fourth)):
                v[a] = v[a] + v[b] + word & mask
                x = v[d] ^ v[a]
                v[d] = (x >> one | x << bits - one) & mask
                v[c] = v[c] + v[d] & mask
                x = v[b] ^ v[c]
                v[b] = (x >> two | x << bits - two) & mask
    return [h ^ v[i] ^ v[i + 8] for i, h in enumerate(state)]


def _bytes_of(data):
    from hashlib import _bytes_of

    return _bytes_of(data)


def _check_range(name, value, least, most):
    if not least <= value <= most:
        raise ValueError(f"{name} must be between {least} and {most}")


def _check_size(name, value, bits):
    if value < 0:
        raise ValueError("value must be positive")
    if value >> bits:
        raise OverflowError("int too big to convert" if value >> 64 else f"{name} is too large")


class _Blake2:
    __slots__ = ("digest_size", "_data", "_key", "_words", "_last_node")

    def __init__(self, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0,
                 node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        cls = type(self)
        most = cls.MAX_DIGEST_SIZE
        digest_size = most if digest_size is None else digest_size
        if not 0 < digest_size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        for name, value, longest in (("salt", salt, cls.SALT_SIZE), ("person", person, cls.PERSON_SIZE)):
            if len(value) > longest:
                raise ValueError(f"maximum {name} length is {longest} bytes")
        _check_range("fanout", fanout, 0, 255)
        _check_range("depth", depth, 1, 255)
        _check_size("leaf_size", leaf_size, 32)
        _check_size("node_offset", node_offset, cls._offset_bits)
        _check_range("node_depth", node_depth, 0, 255)
        if not 0 <= inner_size <= most:
            raise ValueError(f"inner_size must be between 0 and is {most}")
        if len(key) > cls.MAX_KEY_SIZE:
            raise ValueError(f"maximum key length is {cls.MAX_KEY_SIZE} bytes")
        self.digest_size = digest_size
        self._key = bytes(key)
        offset = node_offset.to_bytes(cls._offset_bits // 8, "little") + bytes([node_depth, inner_size])
        plain = salt or person or (fanout, depth, leaf_size, node_offset, node_depth, inner_size) != (1, 1, 0, 0, 0, 0)
        self._words = None
        if plain or last_node:
            self._words = self._start(bytes([fanout, depth]) + leaf_size.to_bytes(4, "little") + offset,
                                      bytes(salt), bytes(person))
        self._last_node = bool(last_node)
        self._data = bytearray(_bytes_of(data))

    def _start(self, tree, salt, person):
        """The state before the first block: the parameters as words, mixed with the constants."""
        cls, width = type(self), self._bits // 8
        block = bytes([self.digest_size, len(self._key)]) + tree
        block += bytes(2 * width * 2 - len(block)) + salt.ljust(cls.SALT_SIZE, b"\0")
        block += person.ljust(cls.PERSON_SIZE, b"\0")
        return [int.from_bytes(block[i * width:(i + 1) * width], "little") ^ start >> 64 - self._bits
                for i, start in enumerate(_START)]

    def update(self, data, /):
        self._data += _bytes_of(data)

    def digest(self):
        if self._words is None:
            return _hashes.digest(self.name, self._data, self._key, self.digest_size)
        cls, size = type(self), self.block_size
        data = (self._key.ljust(size, b"\0") if self._key else b"") + bytes(self._data)
        state, at = list(self._words), 0
        while len(data) - at > size:
            state = _compress(cls, state, data[at:at + size], at + size, False, False)
            at += size
        state = _compress(cls, state, data[at:].ljust(size, b"\0"), len(data), True, self._last_node)
        return b"".join([word.to_bytes(cls._bits // 8, "little") for word in state])[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = object.__new__(type(self))
        made.digest_size, made._key, made._words = self.digest_size, self._key, self._words
        made._last_node, made._data = self._last_node, bytearray(self._data)
        return made


class blake2b(_Blake2):
    __slots__ = ()
    name = "blake2b"
    block_size = 128
    SALT_SIZE = PERSON_SIZE = 16
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 64
    _bits, _rounds, _turns, _offset_bits = 64, 12, (32, 24, 16, 63), 64


class blake2s(_Blake2):
    __slots__ = ()
    name = "blake2s"
    block_size = 64
    SALT_SIZE = PERSON_SIZE = 8
    MAX_DIGEST_SIZE = MAX_KEY_SIZE = 32
    _bits, _rounds, _turns, _offset_bits = 32, 10, (16, 12, 8, 7), 48
