"""IP addresses, networks of them, and addresses with their networks."""

from _ip_addresses import IPv4Address, IPv6Address, _BaseAddress, check_same_version
from _ip_networks import IPv4Interface, IPv4Network, IPv6Interface, IPv6Network, _BaseNetwork
from _ip_text import AddressValueError, NetmaskValueError

IPV4LENGTH = 32
IPV6LENGTH = 128


def _first_that_fits(address, classes, what, *args):
    for each in classes:
        try:
            return each(address, *args)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(f"{address!r} does not appear to be an IPv4 or IPv6 {what}")


def ip_address(address):
    return _first_that_fits(address, (IPv4Address, IPv6Address), "address")


def ip_network(address, strict=True):
    return _first_that_fits(address, (IPv4Network, IPv6Network), "network", strict)


def ip_interface(address):
    return _first_that_fits(address, (IPv4Interface, IPv6Interface), "interface")


def _packed(number, length, name):
    try:
        return number.to_bytes(length, "big")
    except OverflowError:
        raise ValueError(f"Address negative or too large for {name}") from None


def v4_int_to_packed(address):
    return _packed(address, 4, "IPv4")


def v6_int_to_packed(address):
    return _packed(address, 16, "IPv6")


def _networks_between(first, last, network_class, bits):
    """The fewest networks that are all the numbers from first to last."""
    while first <= last:
        aligned = (first & -first).bit_length() - 1 if first else bits
        host_bits = min(aligned, (last - first + 1).bit_length() - 1)
        yield network_class((first, bits - host_bits))
        first += 1 << host_bits


def summarize_address_range(first, last):
    if not isinstance(first, _BaseAddress) or not isinstance(last, _BaseAddress):
        raise TypeError("first and last must be IP addresses, not networks")
    check_same_version(first, last)
    if first > last:
        raise ValueError("last IP address must be greater than first")
    network_class = IPv4Network if first.version == 4 else IPv6Network
    yield from _networks_between(int(first), int(last), network_class, first.max_prefixlen)


def _as_networks(addresses):
    """All of them as networks; those of one kind must be of one version."""
    singles, networks = [], []
    for each in addresses:
        kept, shown, made = networks, each, each
        if isinstance(each, _BaseAddress):
            kept, made = singles, (IPv4Network if each.version == 4 else IPv6Network)(int(each))
        elif each._prefixlen == each.max_prefixlen:
            kept, shown = singles, each.network_address
        if kept:
            check_same_version(each, kept[-1][0])
        kept.append((shown, made))
    found = [network for _, network in singles + networks]
    for each in found[1:]:
        check_same_version(found[0], each)
    return found


def collapse_addresses(addresses):
    """The fewest networks that hold the same addresses, in order."""
    found = _as_networks(addresses)
    ranges = []
    for first, last in sorted([network._ends() for network in found]):
        if ranges and first <= ranges[-1][1] + 1:
            ranges[-1][1] = max(last, ranges[-1][1])
        else:
            ranges.append([first, last])
    made = []
    for first, last in ranges:
        made += _networks_between(first, last, type(found[0]), found[0].max_prefixlen)
    return iter(made)


def get_mixed_type_key(obj):
    if isinstance(obj, _BaseNetwork):
        return obj._get_networks_key()
    if isinstance(obj, _BaseAddress):
        return obj._get_address_key()
    return NotImplemented
