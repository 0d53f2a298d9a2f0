# Addresses and networks.
import functools
import pickle
from ipaddress import *
from ipaddress import ip_address as address, ip_interface as interface, ip_network as network


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: IPv4Address('1.2.3.4'))  #=> IPv4Address('1.2.3.4')
show(lambda: IPv4Address(''))  #=> AddressValueError Address cannot be empty
show(lambda: IPv4Address('1.2.3'))  #=> AddressValueError Expected 4 octets in '1.2.3'
show(lambda: IPv4Address('1..3.4'))  #=> AddressValueError Empty octet not permitted in '1..3.4'
show(lambda: IPv4Address('a.b.c.d'))  #=> AddressValueError Only decimal digits permitted in 'a' in 'a.b.c.d'
show(lambda: IPv4Address('1.2.3.1000'))  #=> AddressValueError At most 3 characters permitted in '1000' in '1.2.3.1000'
show(lambda: IPv4Address('01.2.3.4'))  #=> AddressValueError Leading zeros are not permitted in '01' in '01.2.3.4'
show(lambda: IPv4Address('1.2.3.256'))  #=> AddressValueError Octet 256 (> 255) not permitted in '1.2.3.256'
show(lambda: IPv4Address('1.2.3.4/24'))  #=> AddressValueError Unexpected '/' in '1.2.3.4/24'
show(lambda: IPv6Address('::'))  #=> IPv6Address('::')
show(lambda: IPv6Address('1:2:3:4:5:6:7:8'))  #=> IPv6Address('1:2:3:4:5:6:7:8')
show(lambda: IPv6Address('1:2:3:4:5:6:7'))  #=> AddressValueError Exactly 8 parts expected without '::' in '1:2:3:4:5:6:7'
show(lambda: IPv6Address('1:2:3:4:5:6:7:8:9'))  #=> AddressValueError Exactly 8 parts expected without '::' in '1:2:3:4:5:6:7:8:9'
show(lambda: IPv6Address('1:2:3:4:5:6:7:8:9:10'))  #=> AddressValueError At most 8 colons permitted in '1:2:3:4:5:6:7:8:9:10'
show(lambda: IPv6Address('1::2::3'))  #=> AddressValueError At most one '::' permitted in '1::2::3'
show(lambda: IPv6Address(':1:2:3:4:5:6:7'))  #=> AddressValueError Leading ':' only permitted as part of '::' in ':1:2:3:4:5:6:7'
show(lambda: IPv6Address(':1::2'))  #=> AddressValueError Leading ':' only permitted as part of '::' in ':1::2'
show(lambda: IPv6Address('1::2:'))  #=> AddressValueError Trailing ':' only permitted as part of '::' in '1::2:'
show(lambda: IPv6Address('1:2'))  #=> AddressValueError At least 3 parts expected in '1:2'
show(lambda: IPv6Address('12345::'))  #=> AddressValueError At most 4 characters permitted in '12345' in '12345::'
show(lambda: IPv6Address('g::'))  #=> AddressValueError Only hex digits permitted in 'g' in 'g::'
show(lambda: IPv6Address('::1.2.3.4'))  #=> IPv6Address('::102:304')
show(lambda: IPv6Address('::1.2.3'))  #=> AddressValueError Expected 4 octets in '1.2.3' in '::1.2.3'
show(lambda: IPv6Address('1:2:3:4::5:6:7:8'))  #=> AddressValueError Expected at most 7 other parts with '::' in '1:2:3:4::5:6:7:8'
show(lambda: IPv6Address('1:0:0:2:0:0:0:3'))  #=> IPv6Address('1:0:0:2::3')
show(lambda: IPv6Address('1:0:2:0:3:0:4:0'))  #=> IPv6Address('1:0:2:0:3:0:4:0')
show(lambda: IPv6Address('FE80::A%eth0'))  #=> IPv6Address('fe80::a%eth0')
show(lambda: IPv6Address('::%'))  #=> AddressValueError Invalid IPv6 address: "'::%'"
show(lambda: (address(b'abcd'), address(bytes(16)), address(3), address(2 ** 32)))  #=> (IPv4Address('97.98.99.100'), IPv6Address('::'), IPv4Address('0.0.0.3'), IPv6Address('::1:0:0'))
show(lambda: address(-1))  #=> ValueError -1 does not appear to be an IPv4 or IPv6 address
show(lambda: IPv4Address(-1))  #=> AddressValueError -1 (< 0) is not permitted as an IPv4 address
show(lambda: IPv4Address(2 ** 32))  #=> AddressValueError 4294967296 (>= 2**32) is not permitted as an IPv4 address
show(lambda: IPv4Address(b'abc'))  #=> AddressValueError b'abc' (len 3 != 4) is not permitted as an IPv4 address
show(lambda: address('x'))  #=> ValueError 'x' does not appear to be an IPv4 or IPv6 address
show(lambda: network('x'))  #=> ValueError 'x' does not appear to be an IPv4 or IPv6 network
show(lambda: interface(1.5))  #=> ValueError 1.5 does not appear to be an IPv4 or IPv6 interface
show(lambda: network('1.2.3.4/24'))  #=> ValueError 1.2.3.4/24 has host bits set
show(lambda: (network('1.2.3.4/24', strict=False), network(('1.2.3.0', 24)), network('1.2.3.0/0.0.0.255')))  #=> (IPv4Network('1.2.3.0/24'), IPv4Network('1.2.3.0/24'), IPv4Network('1.2.3.0/24'))
show(lambda: IPv4Network('1.2.3.0/33'))  #=> NetmaskValueError '33' is not a valid netmask
show(lambda: IPv4Network('1.2.3.0/-1'))  #=> NetmaskValueError '-1' is not a valid netmask
show(lambda: IPv4Network('1.2.3.0/'))  #=> NetmaskValueError '' is not a valid netmask
show(lambda: IPv4Network('1.2.3.0/255.0.255.0'))  #=> NetmaskValueError '255.0.255.0' is not a valid netmask
show(lambda: IPv4Network('1.2.3.0/24/3'))  #=> AddressValueError Only one '/' permitted in '1.2.3.0/24/3'
show(lambda: [[name[3:] for name in ('is_private', 'is_global', 'is_reserved', 'is_multicast', 'is_loopback', 'is_link_local', 'is_unspecified') if getattr(address(each), name)] for each in ('0.0.0.0', '10.1.1.1', '127.0.0.1', '169.254.1.1', '224.0.0.1', '240.0.0.1', '100.64.0.1', '8.8.8.8', '::', '::1', 'fe80::1', 'ff02::1', 'fc00::1', '2001:db8::1', '2001:4860::1', '::ffff:10.0.0.1')])  #=> [['private', 'unspecified'], ['private'], ['private', 'loopback'], ['private', 'link_local'], ['global', 'multicast'], ['private', 'reserved'], [], ['global'], ['private', 'reserved', 'unspecified'], ['private', 'reserved', 'loopback'], ['private', 'link_local'], ['global', 'multicast'], ['private'], ['private'], ['global'], ['private', 'reserved']]
show(lambda: (address('::ffff:1.2.3.4').ipv4_mapped, address('2002:c000:204::').sixtofour, address('2001:0:4136:e378:8000:63bf:3fff:fdd2').teredo, address('fec0::1').is_site_local))  #=> (IPv4Address('1.2.3.4'), IPv4Address('192.0.2.4'), (IPv4Address('65.54.227.120'), IPv4Address('192.0.2.45')), True)
show(lambda: (address('1.2.3.4').packed, address('::1').exploded, address('1.2.3.4').reverse_pointer, address('::1').reverse_pointer, int(address('::1')), address('fe80::1%a').scope_id))  #=> (b'\x01\x02\x03\x04', '0000:0000:0000:0000:0000:0000:0000:0001', '4.3.2.1.in-addr.arpa', '1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.ip6.arpa', 1, 'a')
show(lambda: (address('1.2.3.4') + 1, address('1.2.3.4') - 5, address('1.2.3.4') < address('1.2.3.5'), address('1.2.3.4') == interface('1.2.3.4'), address('::1%a') == address('::1')))  #=> (IPv4Address('1.2.3.5'), IPv4Address('1.2.2.255'), True, False, False)
show(lambda: address('0.0.0.0') - 1)  #=> AddressValueError -1 (< 0) is not permitted as an IPv4 address
show(lambda: address('1.2.3.4') + 'a')  #=> TypeError unsupported operand type(s) for +: 'IPv4Address' and 'str'
show(lambda: address('1.2.3.4') < address('::1'))  #=> TypeError 1.2.3.4 and ::1 are not of the same version
show(lambda: address('1.2.3.4') < network('1.2.3.0/24'))  #=> TypeError '<' not supported between instances of 'IPv4Address' and 'IPv4Network'
show(lambda: network('1.2.3.0/24') < network('::/0'))  #=> TypeError 1.2.3.0/24 and ::/0 are not of the same version
show(lambda: [format(address('1.2.3.4'), each) for each in ('', 's', 'b', 'x', 'X', 'n', '#b', '_x', '#_X', '>10s')])  #=> ['1.2.3.4', '1.2.3.4', '00000001000000100000001100000100', '01020304', '01020304', '00000001000000100000001100000100', '0b00000001000000100000001100000100', '0102_0304', '0X0102_0304', '   1.2.3.4']
show(lambda: format(address('1.2.3.4'), 'd'))  #=> TypeError unsupported format string passed to IPv4Address.__format__
show(lambda: (lambda n: (n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_netmask, n.with_hostmask, n.exploded))(network('1.2.3.0/24')))  #=> (IPv4Address('1.2.3.0'), IPv4Address('1.2.3.255'), IPv4Address('255.255.255.0'), IPv4Address('0.0.0.255'), 24, 256, '1.2.3.0/255.255.255.0', '1.2.3.0/0.0.0.255', '1.2.3.0/24')
show(lambda: [list(network(each).hosts()) for each in ('1.2.3.0/30', '1.2.3.0/31', '1.2.3.0/32', '::/126')])  #=> [[IPv4Address('1.2.3.1'), IPv4Address('1.2.3.2')], [IPv4Address('1.2.3.0'), IPv4Address('1.2.3.1')], [IPv4Address('1.2.3.0')], [IPv6Address('::1'), IPv6Address('::2'), IPv6Address('::3')]]
show(lambda: (network('1.2.3.0/24')[5], network('1.2.3.0/24')[-1], address('1.2.3.9') in network('1.2.3.0/24'), list(network('1.2.3.0/31'))))  #=> (IPv4Address('1.2.3.5'), IPv4Address('1.2.3.255'), True, [IPv4Address('1.2.3.0'), IPv4Address('1.2.3.1')])
show(lambda: network('1.2.3.0/24')[256])  #=> IndexError address out of range
show(lambda: '1.2.3.4' in network('1.2.3.0/24'))  #=> AttributeError 'str' object has no attribute '_version'
show(lambda: (list(network('1.2.3.0/24').subnets()), list(network('1.2.3.0/24').subnets(new_prefix=26))[:2], network('1.2.3.0/24').supernet(), network('1.2.3.0/24').supernet(new_prefix=16)))  #=> ([IPv4Network('1.2.3.0/25'), IPv4Network('1.2.3.128/25')], [IPv4Network('1.2.3.0/26'), IPv4Network('1.2.3.64/26')], IPv4Network('1.2.2.0/23'), IPv4Network('1.2.0.0/16'))
show(lambda: list(network('1.2.3.0/24').subnets(new_prefix=23)))  #=> ValueError new prefix must be longer
show(lambda: list(network('1.2.3.0/24').subnets(9)))  #=> ValueError prefix length diff 33 is invalid for netblock 1.2.3.0/24
show(lambda: list(network('1.2.3.0/24').subnets(2, 25)))  #=> ValueError cannot set prefixlen_diff and new_prefix
show(lambda: list(network('1.2.3.0/24').subnets(-1)))  #=> ValueError prefix length diff must be > 0
show(lambda: network('1.2.3.0/24').supernet(30))  #=> ValueError current prefixlen is 24, cannot have a prefixlen_diff of 30
show(lambda: network('1.2.3.0/24').supernet(new_prefix=25))  #=> ValueError new prefix must be shorter
show(lambda: list(network('192.0.2.0/28').address_exclude(network('192.0.2.1/32'))))  #=> [IPv4Network('192.0.2.8/29'), IPv4Network('192.0.2.4/30'), IPv4Network('192.0.2.2/31'), IPv4Network('192.0.2.0/32')]
show(lambda: list(network('1.2.3.0/24').address_exclude(network('1.2.4.0/30'))))  #=> ValueError 1.2.4.0/30 not contained in 1.2.3.0/24
show(lambda: (network('1.2.3.0/24').overlaps(network('1.2.3.128/25')), network('1.2.3.128/25').subnet_of(network('1.2.3.0/24')), network('1.2.3.0/24').supernet_of(network('1.2.4.0/24')), network('1.2.3.0/24').compare_networks(network('1.2.4.0/24'))))  #=> (True, True, False, -1)
show(lambda: network('1.2.3.0/24').subnet_of('x'))  #=> TypeError Unable to test subnet containment between 1.2.3.0/24 and x
show(lambda: network('1.2.3.0/24').subnet_of(network('::/0')))  #=> TypeError 1.2.3.0/24 and ::/0 are not of the same version
show(lambda: (lambda i: (i, i.ip, i.network, i.with_prefixlen, i.with_netmask, i.with_hostmask, i.netmask, i + 1, i < interface('1.2.3.4/25')))(interface('1.2.3.4/24')))  #=> (IPv4Interface('1.2.3.4/24'), IPv4Address('1.2.3.4'), IPv4Network('1.2.3.0/24'), '1.2.3.4/24', '1.2.3.4/255.255.255.0', '1.2.3.4/0.0.0.255', IPv4Address('255.255.255.0'), IPv4Interface('1.2.3.5/32'), True)
show(lambda: list(summarize_address_range(address('1.2.3.3'), address('1.2.4.9'))))  #=> [IPv4Network('1.2.3.3/32'), IPv4Network('1.2.3.4/30'), IPv4Network('1.2.3.8/29'), IPv4Network('1.2.3.16/28'), IPv4Network('1.2.3.32/27'), IPv4Network('1.2.3.64/26'), IPv4Network('1.2.3.128/25'), IPv4Network('1.2.4.0/29'), IPv4Network('1.2.4.8/31')]
show(lambda: list(summarize_address_range(address('1.2.3.3'), address('1.2.3.2'))))  #=> ValueError last IP address must be greater than first
show(lambda: list(summarize_address_range(address('1.2.3.3'), address('::1'))))  #=> TypeError 1.2.3.3 and ::1 are not of the same version
show(lambda: list(summarize_address_range('a', 'b')))  #=> TypeError first and last must be IP addresses, not networks
show(lambda: list(collapse_addresses([network('192.0.2.0/25'), network('192.0.2.128/25'), address('192.0.3.0'), address('192.0.3.1'), network('10.1.0.0/16'), network('10.0.0.0/8')])))  #=> [IPv4Network('10.0.0.0/8'), IPv4Network('192.0.2.0/24'), IPv4Network('192.0.3.0/31')]
show(lambda: list(collapse_addresses([address('1.2.3.4'), address('::1')])))  #=> TypeError ::1 and 1.2.3.4 are not of the same version
show(lambda: sorted([network('1.2.3.0/24'), address('1.2.3.9'), address('1.2.2.9')], key=get_mixed_type_key))  #=> [IPv4Address('1.2.2.9'), IPv4Network('1.2.3.0/24'), IPv4Address('1.2.3.9')]
show(lambda: [pickle.loads(pickle.dumps(each)) for each in (address('::1'), network('1.2.3.0/24'), interface('1.2.3.4/24'))])  #=> [IPv6Address('::1'), IPv4Network('1.2.3.0/24'), IPv4Interface('1.2.3.4/24')]
show(lambda: (v4_int_to_packed(5), len({network('1.2.3.0/24'), network('1.2.3.0/255.255.255.0')})))  #=> (b'\x00\x00\x00\x05', 1)
show(lambda: v6_int_to_packed(-1))  #=> ValueError Address negative or too large for IPv6


@functools.total_ordering
class First:
    def __lt__(self, other):
        return True


@functools.total_ordering
class Second:
    def __lt__(self, other):
        return True


print([First() <= First(), Second() <= Second(), Second() > Second(), Second.__ge__.__name__])  #=> [True, True, False, '__ge__']
