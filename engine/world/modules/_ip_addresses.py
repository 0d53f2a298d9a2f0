"""Single IP addresses."""

import functools
from _ip_text import AddressValueError, Meanings4, Meanings6, version4, version6


class _Base:
    """What addresses, networks and interfaces share. _ends() are the first and the last address as numbers."""

    __slots__ = ()

    def __reduce__(self):
        return type(self), (str(self),)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    @property
    def compressed(self):
        return str(self)

    @property
    def reverse_pointer(self):
        family = self._family
        return family.reversed_name(str(self) if family is version4 else self.exploded)

    version = property(lambda self: self._family.number)
    max_prefixlen = property(lambda self: self._family.bits)
    _version = version
    is_multicast = property(lambda self: self._meanings.multicast.hold(*self._ends()))
    is_link_local = property(lambda self: self._meanings.link_local.hold(*self._ends()))
    is_loopback = property(lambda self: self._meanings.loopback.hold(*self._ends()))
    is_unspecified = property(lambda self: self._ends() == (0, 0))

    @property
    def is_reserved(self):
        return all([self._meanings.reserved.hold(end, end) for end in self._ends()])

    @property
    def is_private(self):
        meanings, ends = self._meanings, self._ends()
        return meanings.private.hold(*ends) and not meanings.not_private.touch(*ends)

    @property
    def is_global(self):
        return not self._meanings.shared.hold(*self._ends()) and not self.is_private


def check_same_version(one, other):
    if one._version != other._version:
        raise TypeError(f"{one} and {other} are not of the same version")


@functools.total_ordering
class _BaseAddress(_Base):
    __slots__ = ()

    def _ends(self):
        return self._ip, self._ip

    def __int__(self):
        return self._ip

    def __eq__(self, other):
        try:
            return self._ip == other._ip and self._version == other._version
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseAddress):
            return NotImplemented
        check_same_version(self, other)
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, other):
        return type(self)(int(self) + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(int(self) - other) if isinstance(other, int) else NotImplemented

    def __reduce__(self):
        return type(self), (self._ip,)

    def __str__(self):
        return self._family.text_of(self._ip)

    def _get_address_key(self):
        return self._version, self

    def __format__(self, spec):
        if not spec or spec[-1] == "s":
            return format(str(self), spec)
        kind, marks = spec[-1], spec[:-1]
        if kind not in "bnxX" or marks not in ("", "#", "_", "#_"):
            return super().__format__(spec)
        bits = self._family.bits
        if kind == "n":
            kind = "b" if bits == 32 else "x"
        width = bits if kind == "b" else bits // 4
        if "_" in marks:
            width += width // 4 - 1
        if "#" in marks:
            width += 2
        return format(int(self), ("#" if "#" in marks else "") + f"0{width}" + ("_" if "_" in marks else "") + kind)

    def _read(self, address):
        """The number of what an address was made from, and the text where it was one."""
        family = self._family
        if isinstance(address, int):
            if address < 0:
                raise AddressValueError(f"{address} (< 0) is not permitted as an IPv{family.number} address")
            if address > family.ones:
                raise AddressValueError(f"{address} (>= 2**{family.bits}) is not permitted as an "
                                        f"IPv{family.number} address")
            return address, ""
        if isinstance(address, bytes):
            if len(address) != family.bits // 8:
                raise AddressValueError(f"{address!r} (len {len(address)} != {family.bits // 8}) is not permitted as an "
                                        f"IPv{family.number} address")
            return int.from_bytes(address, "big"), ""
        text = str(address)
        if "/" in text:
            raise AddressValueError(f"Unexpected '/' in {address!r}")
        return None, text

    @property
    def exploded(self):
        return self._family.exploded(self._ip)

    @property
    def packed(self):
        return self._ip.to_bytes(self._family.bits // 8, "big")


class IPv4Address(_BaseAddress):
    """Represent and manipulate single IPv4 Addresses."""

    __slots__ = ("_ip", "__weakref__")
    _family, _meanings = version4, Meanings4

    def __init__(self, address):
        number, text = self._read(address)
        self._ip = version4.number_of(text) if number is None else number


class IPv6Address(_BaseAddress):
    """Represent and manipulate single IPv6 Addresses."""

    __slots__ = ("_ip", "_scope_id", "__weakref__")
    _family, _meanings = version6, Meanings6

    def __init__(self, address):
        self._scope_id = None
        number, text = self._read(address)
        if number is None:
            plain, mark, scope = text.partition("%")
            if mark:
                if not scope or "%" in scope:
                    raise AddressValueError(f'Invalid IPv6 address: "{text!r}"')
                self._scope_id = scope
            number = version6.number_of(plain)
        self._ip = number

    def __str__(self):
        text = version6.text_of(self._ip)
        return f"{text}%{self._scope_id}" if self._scope_id else text

    def __hash__(self):
        return hash((self._ip, self._scope_id))

    def __eq__(self, other):
        same = super().__eq__(other)
        if same is NotImplemented or not same:
            return same
        return self._scope_id == getattr(other, "_scope_id", None)

    @property
    def exploded(self):
        return version6.exploded(version6.number_of(str(self)))

    scope_id = property(lambda self: self._scope_id)
    is_site_local = property(lambda self: Meanings6.site_local.hold(self._ip, self._ip))

    @property
    def is_private(self):
        mapped = self.ipv4_mapped
        return mapped.is_private if mapped is not None else super().is_private

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None

    @property
    def teredo(self):
        if self._ip >> 96 != 0x20010000:
            return None
        return IPv4Address(self._ip >> 64 & 0xFFFFFFFF), IPv4Address(~self._ip & 0xFFFFFFFF)

    @property
    def sixtofour(self):
        return IPv4Address(self._ip >> 80 & 0xFFFFFFFF) if self._ip >> 112 == 0x2002 else None


for _each in (_BaseAddress, IPv4Address, IPv6Address):
    _each.__module__ = "ipaddress"
del _each
