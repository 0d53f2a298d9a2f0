"""Networks of IP addresses, and addresses that know their network."""

import functools
from _ip_addresses import IPv4Address, IPv6Address, _Base, _BaseAddress, check_same_version
from _ip_text import AddressValueError, Meanings4, Meanings6, NetmaskValueError, version4, version6


def _split(family, address):
    """(address, mask) of whatever a network or an interface may be made from."""
    if isinstance(address, (bytes, int)):
        return address, family.bits
    if not isinstance(address, tuple):
        pieces = str(address).split("/")
        if len(pieces) > 2:
            raise AddressValueError(f"Only one '/' permitted in {address!r}")
        address = pieces
    return address if len(address) > 1 else (address[0], family.bits)


def _prefix_length(family, mask):
    if isinstance(mask, int):
        length = int(mask) if 0 <= mask <= family.bits else None
    else:
        length = family.prefix_of(mask)
    if length is None:
        raise NetmaskValueError(f"{mask!r} is not a valid netmask")
    return length


class _Masked:
    """How networks and interfaces are written with their masks."""

    __slots__ = ()

    @property
    def with_prefixlen(self):
        return f"{self._shown()}/{self._prefixlen}"

    @property
    def with_netmask(self):
        return f"{self._shown()}/{self.netmask}"

    @property
    def with_hostmask(self):
        return f"{self._shown()}/{self.hostmask}"


@functools.total_ordering
class _BaseNetwork(_Masked, _Base):
    def __init__(self, address, strict=True):
        family = self._family
        address, mask = _split(family, address)
        self.network_address = self._address_class(address)
        self._prefixlen = _prefix_length(family, mask)
        self._mask = family.ones ^ family.ones >> self._prefixlen
        self.netmask = self._address_class(self._mask)
        number = int(self.network_address)
        if number & self._mask != number:
            if strict:
                raise ValueError(f"{self} has host bits set")
            self.network_address = self._address_class(number & self._mask)

    @classmethod
    def _of(cls, number, length):
        return cls((number, length))

    def _shown(self):
        return self.network_address

    def _ends(self):
        first = int(self.network_address)
        return first, first | self._family.ones ^ self._mask

    def __str__(self):
        return f"{self.network_address}/{self._prefixlen}"

    exploded = property(lambda self: f"{self.network_address.exploded}/{self._prefixlen}")
    prefixlen = property(lambda self: self._prefixlen)
    broadcast_address = property(lambda self: self._address_class(self._ends()[1]))
    hostmask = property(lambda self: self._address_class(self._family.ones ^ self._mask))
    num_addresses = property(lambda self: 1 << self._family.bits - self._prefixlen)

    # ---- order ----

    def __eq__(self, other):
        try:
            return (self._version == other._version and self.network_address == other.network_address
                    and int(self.netmask) == int(other.netmask))
        except AttributeError:
            return NotImplemented

    def __lt__(self, other):
        if not isinstance(other, _BaseNetwork):
            return NotImplemented
        check_same_version(self, other)
        return (self._ends()[0], self._mask) < (other._ends()[0], other._mask)

    def __hash__(self):
        return hash(int(self.network_address) ^ self._mask)

    def _get_networks_key(self):
        return self._version, self.network_address, self.netmask

    def compare_networks(self, other):
        if self._version != other._version:
            raise TypeError(f"{self} and {other} are not of the same type")
        mine, theirs = (self._ends()[0], self._mask), (other._ends()[0], other._mask)
        return (mine > theirs) - (mine < theirs)

    # ---- what is inside ----

    def __iter__(self):
        first, last = self._ends()
        for number in range(first, last + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        first, last = self._ends()
        number = first + n if n >= 0 else last + n + 1
        if not first <= number <= last:
            raise IndexError("address out of range")
        return self._address_class(number)

    def __contains__(self, other):
        if self._version != other._version or isinstance(other, _BaseNetwork):
            return False
        return other._ip & self._mask == int(self.network_address)

    def hosts(self):
        """The addresses without the network's own, and of version 4 without the one for all of them."""
        if self._prefixlen == self._family.bits:
            return [self._address_class(int(self.network_address))]
        if self._prefixlen == self._family.bits - 1:
            return iter(self)
        first, last = self._ends()
        return (self._address_class(number) for number in range(first + 1, last + (self._version == 6)))

    def overlaps(self, other):
        return (other.network_address in self or other.broadcast_address in self
                or self.network_address in other or self.broadcast_address in other)

    def _is_inside(self, other, inner, outer):
        try:
            check_same_version(inner, outer)
            return outer.network_address <= inner.network_address and outer.broadcast_address >= inner.broadcast_address
        except AttributeError:
            raise TypeError(f"Unable to test subnet containment between {inner} and {outer}") from None

    def subnet_of(self, other):
        return self._is_inside(other, self, other)

    def supernet_of(self, other):
        return self._is_inside(other, other, self)

    # ---- other networks ----

    def _difference(self, prefixlen_diff, new_prefix, sign, name):
        if new_prefix is None:
            return prefixlen_diff
        difference = sign * (new_prefix - self._prefixlen)
        if difference < 0:
            raise ValueError(f"new prefix must be {name}")
        if prefixlen_diff != 1:
            raise ValueError("cannot set prefixlen_diff and new_prefix")
        return difference

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == self._family.bits:
            yield self
            return
        difference = self._difference(prefixlen_diff, new_prefix, 1, "longer")
        if difference < 0:
            raise ValueError("prefix length diff must be > 0")
        length = self._prefixlen + difference
        if length > self._family.bits:
            raise ValueError(f"prefix length diff {length} is invalid for netblock {self}")
        first, last = self._ends()
        for number in range(first, last + 1, 1 << self._family.bits - length):
            yield self._of(number, length)

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        if self._prefixlen == 0:
            return self
        difference = self._difference(prefixlen_diff, new_prefix, -1, "shorter")
        length = self._prefixlen - difference
        if length < 0:
            raise ValueError(f"current prefixlen is {self._prefixlen}, cannot have a prefixlen_diff of {difference}")
        return type(self)((int(self.network_address), length), strict=False)

    def address_exclude(self, other):
        """What is left of the network without another one inside it, in halves of halves."""
        check_same_version(self, other)
        if not isinstance(other, _BaseNetwork):
            raise TypeError(f"{other} is not a network object")
        if not other.subnet_of(self):
            raise ValueError(f"{other} not contained in {self}")
        left = self
        while left != other:
            low, high = left.subnets()
            left, free = (low, high) if other.subnet_of(low) else (high, low)
            yield free


class IPv4Network(_BaseNetwork):
    """This class represents and manipulates 32-bit IPv4 network + addresses."""

    _family, _meanings, _address_class = version4, Meanings4, IPv4Address


class IPv6Network(_BaseNetwork):
    """This class represents and manipulates 128-bit IPv6 networks."""

    _family, _meanings, _address_class = version6, Meanings6, IPv6Address
    is_site_local = property(lambda self: Meanings6.site_local.hold(*self._ends()))


class _Interface(_Masked):
    """An address with its network. The class of addresses comes behind it."""

    def __init__(self, address):
        address, mask = _split(self._family, address)
        self._address_class.__init__(self, address)
        self.network = self._network_class((address, mask), strict=False)
        self.netmask = self.network.netmask
        self._prefixlen = self.network.prefixlen

    def _shown(self):
        return self._address_class.__str__(self)

    def __str__(self):
        return f"{self._shown()}/{self._prefixlen}"

    def __reduce__(self):
        return type(self), (str(self),)

    def __eq__(self, other):
        same = self._address_class.__eq__(self, other)
        if same is NotImplemented or not same:
            return same
        return hasattr(other, "network") and self.network == other.network

    def __lt__(self, other):
        less = self._address_class.__lt__(self, other)
        if less is NotImplemented:
            return less
        # An address alone comes before all interfaces.
        return hasattr(other, "network") and (self.network < other.network or self.network == other.network and less)

    def __hash__(self):
        return hash((self._ip, self._prefixlen, int(self.network.network_address)))

    exploded = property(lambda self: f"{self.ip.exploded}/{self._prefixlen}")
    hostmask = property(lambda self: self.network.hostmask)


class IPv4Interface(_Interface, IPv4Address):
    _address_class, _network_class = IPv4Address, IPv4Network
    ip = property(lambda self: IPv4Address(self._ip))
    # It is compared with an address, and an interface is none.
    is_unspecified = property(lambda self: False)


class IPv6Interface(_Interface, IPv6Address):
    _address_class, _network_class = IPv6Address, IPv6Network
    ip = property(lambda self: IPv6Address(self._shown()))
    is_unspecified = property(lambda self: self._ip == 0 and self.network.is_unspecified)
    is_loopback = property(lambda self: self._ip == 1 and self.network.is_loopback)


for _each in (_BaseNetwork, IPv4Network, IPv6Network, IPv4Interface, IPv6Interface):
    _each.__module__ = "ipaddress"
del _each
