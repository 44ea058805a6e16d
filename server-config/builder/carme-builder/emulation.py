"""A filter of system calls under which a program believes that it is root.

Maintainer scripts give files to other users, and daemons become other users. In an image all files are its maker's anyway:
these calls succeed and do nothing, as Charliecloud's `ch-image --force=seccomp` does it.
"""

import os
import struct

# Numbers of system calls: chown, fchown, lchown, fchownat, setuid, setgid, setreuid, setregid, setresuid, setresgid,
# setfsuid, setfsgid, setgroups, capset, kexec_load (by which programs try out whether there is such a filter).
MACHINES = {
    "x86_64": {
        "architecture": 0xC000003E,
        "nothing": (92, 93, 94, 260, 105, 106, 113, 114, 117, 119, 122, 123, 116, 126, 246),
        "mknod": 133, "mknodat": 259},
    "aarch64": {
        "architecture": 0xC00000B7,
        "nothing": (55, 54, 146, 144, 145, 143, 147, 149, 151, 152, 159, 91, 104),
        "mknod": None, "mknodat": 33},
}
LOAD, AND, EQUAL, ANSWER = 0x20, 0x54, 0x15, 0x06
ALLOW, SUCCEED = 0x7FFF0000, 0x00050000
NUMBER, ARCHITECTURE, ARGUMENTS = 0, 4, 16
FORMAT, CHARACTER_DEVICE, BLOCK_DEVICE = 0o170000, 0o020000, 0o060000


def program(machine=None):
    """In the kernel's form, for seccomp; empty on a machine that is not known: there some packages cannot be installed."""
    known = MACHINES.get(machine or os.uname().machine)
    if known is None:
        return b""
    lines = [(LOAD, 0, 0, ARCHITECTURE), (EQUAL, 1, 0, known["architecture"]), (ANSWER, 0, 0, ALLOW)]
    for number in known["nothing"]:
        lines += [(LOAD, 0, 0, NUMBER), (EQUAL, 0, 1, number), (ANSWER, 0, 0, SUCCEED)]
    for name, argument in (("mknod", 1), ("mknodat", 2)):
        if known[name] is not None:
            lines += devices(known[name], argument)
    lines.append((ANSWER, 0, 0, ALLOW))
    return b"".join(struct.pack("=HBBI", *line) for line in lines)


def devices(number, argument):
    """Devices are not made; pipes and files are."""
    return [
        (LOAD, 0, 0, NUMBER), (EQUAL, 0, 5, number),
        (LOAD, 0, 0, ARGUMENTS + 8 * argument), (AND, 0, 0, FORMAT),
        (EQUAL, 1, 0, CHARACTER_DEVICE), (EQUAL, 0, 1, BLOCK_DEVICE), (ANSWER, 0, 0, SUCCEED)]
