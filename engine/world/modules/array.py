"""Arrays of numbers, all of one kind."""

import struct as _struct

# The kind's name in messages, and whether it has a sign.
_INTEGERS = {
    "b": ("signed char", True), "B": ("unsigned byte integer", False),
    "h": ("signed short integer", True), "H": ("unsigned short", False),
    "i": ("signed integer", True), "I": ("unsigned int", False),
    "l": ("signed integer", True), "L": ("unsigned long", False),
    "q": ("signed integer", True), "Q": ("unsigned long", False),
}
_SIZES = {"b": 1, "B": 1, "u": 4, "h": 2, "H": 2, "i": 4, "I": 4, "l": 8, "L": 8, "q": 8, "Q": 8, "f": 4, "d": 8}
typecodes = "bBuhHiIlLqQfd"


class array:
    __slots__ = ("typecode", "itemsize", "_items", "__weakref__")

    def __init__(self, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError("array() argument 1 must be a unicode character, not " + type(typecode).__name__)
        if typecode not in _SIZES:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        if isinstance(initializer, str) and typecode != "u":
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            for item in initializer:
                self.append(item)

    def _checked(self, item):
        code = self.typecode
        if code == "u":
            if not isinstance(item, str) or len(item) != 1:
                raise TypeError("array item must be unicode character")
            return item
        if code in "fd":
            if not hasattr(item, "__float__") and not hasattr(item, "__index__"):
                raise TypeError(f"must be real number, not {type(item).__name__}")
            return _struct.unpack("f", _struct.pack("f", item))[0] if code == "f" else float(item)
        name, signed = _INTEGERS[code]
        if isinstance(item, float) or not hasattr(item, "__index__"):
            raise TypeError(f"'{type(item).__name__}' object cannot be interpreted as an integer")
        number = item.__index__()
        bits = 8 * self.itemsize - signed
        if code in "lqLQ" and not -(2**63) <= number < 2**64:
            raise OverflowError("int too big to convert" if number > 0 or signed else
                                "can't convert negative value to unsigned int")
        if number >= 2**bits:
            raise OverflowError(name + " is greater than maximum")
        if number < (-(2**bits) if signed else 0):
            raise OverflowError(name + " is less than minimum")
        return number

    def _like(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def _same(self, other, what):
        if not isinstance(other, array):
            raise TypeError(what)
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return other._items

    def append(self, v, /):
        self._items.append(self._checked(v))

    def insert(self, i, v, /):
        self._items.insert(i, self._checked(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError("can only extend with array of same kind")
            self._items.extend(bb._items)
        else:
            for item in bb:
                self.append(item)

    def fromlist(self, list, /):
        self._items.extend([self._checked(item) for item in list])

    def fromunicode(self, ustr, /):
        self.extend(ustr)

    def tounicode(self):
        return "".join(self._items)

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("pop index out of range")
        return self._items.pop(i)

    def remove(self, v, /):
        if v not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(v)

    def index(self, v, start=0, stop=9223372036854775807, /):
        try:
            return self._items.index(v, start, stop)
        except ValueError:
            raise ValueError("array.index(x): x not in array") from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def tobytes(self):
        if self.typecode == "u":
            return "".join(self._items).encode("utf-32-le")
        return _struct.pack(f"{len(self._items)}{self.typecode}", *self._items)

    def frombytes(self, buffer, /):
        count, rest = divmod(len(buffer), self.itemsize)
        if rest:
            raise ValueError("bytes length not a multiple of item size")
        if self.typecode == "u":
            self._items.extend(bytes(buffer).decode("utf-32-le"))
        else:
            self._items.extend(_struct.unpack(f"{count}{self.typecode}", bytes(buffer)))

    def byteswap(self):
        size = self.itemsize
        data = self.tobytes()
        self._items = []
        self.frombytes(b"".join(data[i:i + size][::-1] for i in range(0, len(data), size)))

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._items[key])
        if not hasattr(key, "__index__"):
            raise TypeError("array indices must be integers")
        if not -len(self._items) <= key < len(self._items):
            raise IndexError("array index out of range")
        return self._items[key]

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            self._items[key] = self._same(value, f"can only assign array (not \"{type(value).__name__}\") to array slice")
            return
        if not -len(self._items) <= key < len(self._items):
            raise IndexError("array assignment index out of range")
        self._items[key] = self._checked(value)

    def __delitem__(self, key):
        if not isinstance(key, slice) and not -len(self._items) <= key < len(self._items):
            raise IndexError("array assignment index out of range")
        del self._items[key]

    def __add__(self, other):
        return self._like(
            self._items + self._same(other, f"can only append array (not \"{type(other).__name__}\") to array"))

    def __iadd__(self, other):
        self._items += self._same(other, f"can only extend with array (not \"{type(other).__name__}\")")
        return self

    def __mul__(self, times):
        return self._like(self._items * times)

    __rmul__ = __mul__

    def __imul__(self, times):
        self._items *= times
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __copy__(self):
        return self._like(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __class_getitem__(cls, item):
        import types

        return types.GenericAlias(cls, item)

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        if self.typecode == "u":
            return f"array('u', {self.tounicode()!r})"
        return f"array('{self.typecode}', {self._items!r})"


ArrayType = array
