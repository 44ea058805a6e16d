"""Asks a service over HTTP whether it is usable, and who it is that listens."""

import errno
import http.client
import os
import socket
import struct

TIMEOUT = 1.0
LISTENING = "0A"
LOOPBACK = ("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F")


class LocalConnection(http.client.HTTPConnection):
    """HTTP over a Unix socket (a path) or to a port of the loopback interface (a number)."""

    def __init__(self, target):
        super().__init__("localhost", timeout=TIMEOUT)
        self._target = target

    def connect(self):
        self.sock = connect(self._target, TIMEOUT)


def connect(target, timeout):
    """A connected socket; with a timeout of 0 one that does not block. OSError when the service is not there."""
    unix = isinstance(target, str)
    connection = socket.socket(socket.AF_UNIX if unix else socket.AF_INET)
    try:
        connection.settimeout(timeout)
        if not unix:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            _check_owner(target)
        error = connection.connect_ex(target if unix else ("127.0.0.1", target))
        if error and (unix or error != errno.EINPROGRESS):
            raise OSError(error, os.strerror(error))
        return connection
    except BaseException:
        connection.close()
        raise


def is_own(address, port):
    """Whether who listens there is this user, and nobody else."""
    table, own = ("tcp6", socket.AF_INET6) if ":" in address else ("tcp", socket.AF_INET)
    packed = socket.inet_pton(own, address)
    words = "".join("%08X" % word for word in struct.unpack("=%dI" % (len(packed) // 4), packed))
    # A stranger may have the same port on another address.
    return {owner for where, owner in _listeners(table, port) if where in (words, "0" * len(words))} == {os.getuid()}


def _check_owner(port):
    """Ports are free for all: a stranger may have taken it after the service had ended."""
    if not is_own("127.0.0.1", port):
        raise ConnectionRefusedError("port %d is not this user's" % port)


def is_exposed(port):
    """Whether the user's own program on that port listens to more than the loopback interface."""
    found = _listeners("tcp", port) + _listeners("tcp6", port)
    return any(owner == os.getuid() and address not in LOOPBACK for address, owner in found)


def _listeners(table, port):
    """The address, as the kernel writes it, and the owner of each."""
    wanted = ":%04X" % port
    try:
        with open("/proc/net/" + table) as file:
            rows = [line.split() for line in file]
    except FileNotFoundError:
        return []
    return [(row[1][:-len(wanted)], int(row[7])) for row in rows[1:] if row[3] == LISTENING and row[1].endswith(wanted)]


def status_of(target, path):
    """The status with which the service answers; None when it does not."""
    connection = LocalConnection(target)
    try:
        connection.request("GET", path, headers={"Connection": "close"})
        return connection.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        connection.close()
