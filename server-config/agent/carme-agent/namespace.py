"""Runs a service in a network namespace of its own: nobody else on the node reaches the ports that it opens there.

A program: ``namespace.py SOCKET PORT COMMAND...`` carries connections on the Unix socket to that port inside. There is no
other network in there.
"""

import asyncio
import ctypes
import fcntl
import os
import signal
import socket
import struct
import sys

import keeper

CLONE_NEWUSER = 0x10000000
CLONE_NEWNET = 0x40000000
SIOCSIFFLAGS = 0x8914
IFF_UP = 1
CHUNK = 64 * 1024


def isolate():
    """Leaves the node's network; the user, and what he may read, stay the same."""
    user, group = os.getuid(), os.getgid()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWUSER | CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "this node permits no namespaces of users' own")
    for name, text in (("setgroups", "deny"), ("uid_map", "%d %d 1" % (user, user)), ("gid_map", "%d %d 1" % (group, group))):
        with open("/proc/self/" + name, "w") as file:
            file.write(text)
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))


class Relay:
    """Carries each connection until both sides have ended."""

    def __init__(self, port):
        self._port = port

    async def serve(self, reader, writer):
        try:
            inner_reader, inner_writer = await asyncio.open_connection("127.0.0.1", self._port)
        except OSError:
            writer.close()
            return
        try:
            await asyncio.gather(carry(reader, inner_writer), carry(inner_reader, writer))
        except OSError:
            pass
        finally:
            writer.close()
            inner_writer.close()


async def carry(reader, writer):
    data = await reader.read(CHUNK)
    while data:
        writer.write(data)
        await writer.drain()
        data = await reader.read(CHUNK)
    if writer.can_write_eof():
        writer.write_eof()


def main(arguments):
    path, port, command = arguments[0], int(arguments[1]), arguments[2:]
    isolate()
    child = os.fork()
    if child == 0:
        os._exit(keeper.execute(command))
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.add_signal_handler(signal.SIGCHLD, loop.stop)
    loop.run_until_complete(asyncio.start_unix_server(Relay(port).serve, path))
    while True:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
        loop.run_forever()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
