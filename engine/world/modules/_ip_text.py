"""How IP addresses are written: between texts and whole numbers, and which ranges have a meaning."""


class AddressValueError(ValueError):
    """A Value Error related to the address."""


class NetmaskValueError(ValueError):
    """A Value Error related to the netmask."""


for _each in (AddressValueError, NetmaskValueError):
    _each.__module__ = "ipaddress"
del _each


def _only(text, digits):
    return all([c in digits for c in text])


class Version4:
    number = 4
    bits = 32
    ones = 2 ** 32 - 1
    step = 8  # bits of what stands between two marks

    def number_of(self, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        octets = text.split(".")
        if len(octets) != 4:
            raise AddressValueError(f"Expected 4 octets in {text!r}")
        number = 0
        for octet in octets:
            problem = self._problem(octet)
            if problem:
                raise AddressValueError(f"{problem} in {text!r}")
            number = number << 8 | int(octet)
        return number

    def _problem(self, octet):
        if not octet:
            return "Empty octet not permitted"
        if not _only(octet, "0123456789"):
            return f"Only decimal digits permitted in {octet!r}"
        if len(octet) > 3:
            return f"At most 3 characters permitted in {octet!r}"
        if len(octet) > 1 and octet[0] == "0":
            return f"Leading zeros are not permitted in {octet!r}"
        return f"Octet {int(octet)} (> 255) not permitted" if int(octet) > 255 else ""

    def text_of(self, number):
        return ".".join([str(number >> shift & 255) for shift in (24, 16, 8, 0)])

    exploded = text_of

    def reversed_name(self, text):
        return ".".join(reversed(text.split("."))) + ".in-addr.arpa"

    def prefix_of(self, text):
        """The length of a prefix written as a number, a mask or the opposite of a mask; None if it is none of them."""
        if text.isascii() and text.isdigit():
            return int(text) if int(text) <= 32 else None
        try:
            mask = self.number_of(text)
        except AddressValueError:
            return None
        for each in (mask, mask ^ self.ones):
            length = bin(each).count("1")
            if each == self.ones ^ (self.ones >> length):
                return length
        return None


class Version6:
    number = 6
    bits = 128
    ones = 2 ** 128 - 1
    step = 16

    def number_of(self, text):
        if not text:
            raise AddressValueError("Address cannot be empty")
        parts = self._parts(text)
        place, zeros = self._gap(parts, text)
        if zeros:
            parts = [part for part in parts[:place] if part] + ["0"] * zeros + [part for part in parts[place:] if part]
        number = 0
        for part in parts:
            if not _only(part, "0123456789abcdefABCDEF"):
                raise AddressValueError(f"Only hex digits permitted in {part!r} in {text!r}")
            if len(part) > 4:
                raise AddressValueError(f"At most 4 characters permitted in {part!r} in {text!r}")
            number = number << 16 | int(part, 16)
        return number

    def _parts(self, text):
        """What stands between the colons; an address of version 4 at the end is two of them."""
        parts = text.split(":")
        if len(parts) < 3:
            raise AddressValueError(f"At least 3 parts expected in {text!r}")
        if "." in parts[-1]:
            try:
                low = version4.number_of(parts.pop())
            except AddressValueError as error:
                raise AddressValueError(f"{error} in {text!r}") from None
            parts += [f"{low >> 16:x}", f"{low & 0xFFFF:x}"]
        if len(parts) > 9:
            raise AddressValueError(f"At most 8 colons permitted in {text!r}")
        return parts

    def _gap(self, parts, text):
        """Where the two colons stand for zeros, and for how many of them."""
        gaps = [place for place in range(1, len(parts) - 1) if not parts[place]]
        if len(gaps) > 1:
            raise AddressValueError(f"At most one '::' permitted in {text!r}")
        if not gaps:
            if len(parts) != 8:
                raise AddressValueError(f"Exactly 8 parts expected without '::' in {text!r}")
            before, after = (0 if parts[0] else 1), (0 if parts[-1] else 1)
        else:
            before = gaps[0] - 1 if not parts[0] else 0
            after = len(parts) - gaps[0] - 2 if not parts[-1] else 0
        for wrong, name in ((before, "Leading"), (after, "Trailing")):
            if wrong:
                raise AddressValueError(f"{name} ':' only permitted as part of '::' in {text!r}")
        if not gaps:
            return 0, 0
        zeros = 8 - len([part for part in parts if part])
        if zeros < 1:
            raise AddressValueError(f"Expected at most 7 other parts with '::' in {text!r}")
        return gaps[0], zeros

    def text_of(self, number):
        parts = [f"{number >> shift & 0xFFFF:x}" for shift in range(112, -1, -16)]
        best, length = 0, 1
        for start in range(8):
            end = start
            while end < 8 and parts[end] == "0":
                end += 1
            if end - start > length:
                best, length = start, end - start
        if length == 1:
            return ":".join(parts)
        return ":".join(parts[:best]) + "::" + ":".join(parts[best + length:])

    def exploded(self, number):
        return ":".join([f"{number >> shift & 0xFFFF:04x}" for shift in range(112, -1, -16)])

    def reversed_name(self, text):
        return ".".join(text[::-1].replace(":", "")) + ".ip6.arpa"

    def prefix_of(self, text):
        return int(text) if text.isascii() and text.isdigit() and int(text) <= 128 else None


version4, version6 = Version4(), Version6()


class Ranges:
    """Networks with a meaning, as the first and the last number of each."""

    def __init__(self, version, *networks):
        self.pairs = []
        for network in networks:
            address, prefix = network.split("/")
            first = version.number_of(address)
            self.pairs.append((first, first | version.ones >> int(prefix)))

    def hold(self, first, last):
        """Does one network hold both ends?"""
        return any([low <= first and last <= high for low, high in self.pairs])

    def touch(self, first, last):
        """Does one network hold one of the ends?"""
        return any([low <= first <= high or low <= last <= high for low, high in self.pairs])


class Meanings4:
    private = Ranges(version4, "0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
                     "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15",
                     "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4", "255.255.255.255/32")
    not_private = Ranges(version4, "192.0.0.9/32", "192.0.0.10/32")
    shared = Ranges(version4, "100.64.0.0/10")
    reserved = Ranges(version4, "240.0.0.0/4")
    multicast = Ranges(version4, "224.0.0.0/4")
    link_local = Ranges(version4, "169.254.0.0/16")
    loopback = Ranges(version4, "127.0.0.0/8")


class Meanings6:
    private = Ranges(version6, "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b:1::/48", "100::/64", "2001::/23",
                     "2001:db8::/32", "2002::/16", "fc00::/7", "fe80::/10")
    not_private = Ranges(version6, "2001:1::1/128", "2001:1::2/128", "2001:3::/32", "2001:4:112::/48",
                         "2001:20::/28", "2001:30::/28")
    shared = Ranges(version6)
    reserved = Ranges(version6, "::/8", "100::/8", "200::/7", "400::/6", "800::/5", "1000::/4", "4000::/3",
                      "6000::/3", "8000::/3", "a000::/3", "c000::/3", "e000::/4", "f000::/5", "f800::/6", "fe00::/9")
    multicast = Ranges(version6, "ff00::/8")
    link_local = Ranges(version6, "fe80::/10")
    loopback = Ranges(version6, "::1/128")
    site_local = Ranges(version6, "fec0::/10")
