"""Which machines may be asked: those that everyone can reach, never one that only this machine can."""

import ipaddress
import socket

# Python's own judgement differs between its versions, so these are named: addresses within a network, ways of writing
# an IPv4 address as IPv6, and what the machines of a cloud ask about themselves.
CLOSED = [
    ipaddress.ip_network(network)
    for network in (
        *("100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4"),
        *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
    )
]
IPV6_IN_USE = ipaddress.ip_network("2000::/3")


def is_public(address):
    """Of an address as text. Whatever cannot be read is none."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if ip.version == 6 and ip not in IPV6_IN_USE:
        return False
    if not ip.is_global or ip.is_multicast or ip.is_reserved:
        return False
    return not any(ip in network for network in CLOSED if network.version == ip.version)


def addresses_of(host, port):
    """Each once, in the order in which the machine would try them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(place[0] for *_rest, place in found))
