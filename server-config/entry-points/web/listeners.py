"""The user's own programs that listen on this node, as far as they can be reached from it."""

import os
import stat

LISTENING = "0A"
# Loopback and all addresses; the kernel writes them so. A socket of IPv6 may also be bound to one of IPv4.
V4 = ("0100007F", "00000000")
V6 = ("0" * 32, "0" * 24 + "01000000", *("0" * 16 + "FFFF0000" + address for address in V4))


def ports():
    """Those of the user, never another's."""
    return sorted({port for port, owner in _rows() if owner == os.getuid()})


def is_own(port):
    """Ports are free for all: a stranger may have taken it, even beside the user's program."""
    return {owner for number, owner in _rows() if number == port} == {os.getuid()}


def sockets(folder):
    return sorted(name for name in os.listdir(folder) if stat.S_ISSOCK(os.lstat(os.path.join(folder, name)).st_mode))


def _rows():
    found = []
    for table, addresses in (("tcp", V4), ("tcp6", V6)):
        try:
            with open("/proc/net/" + table) as file:
                rows = [line.split() for line in file][1:]
        except FileNotFoundError:
            continue
        for row in rows:
            address, _, port = row[1].rpartition(":")
            if row[3] == LISTENING and address in addresses:
                found.append((int(port, 16), int(row[7])))
    return found
