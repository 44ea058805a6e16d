"""Copies folders with rsync, which is run by words and never by a shell, and tells how far it is."""

import os
import re
import shutil
import subprocess
import tempfile

# Not the owner, who is the user in any case, and neither devices nor pipes.
OPTIONS = ["rsync", "-rlt", "--omit-dir-times", "--8-bit-output"]
PROGRESS = re.compile(rb"(?:\r|^)\s*([0-9]+)\s+[0-9]+%")
CHUNK = 4096
# A source has gone meanwhile; all others are listed.
VANISHED = 24


class Failed(Exception):
    """Something could not be copied; the text is for the user."""


def copy(source, target, options=(), on_bytes=lambda count: None, harmless=()):
    """Of folders what is in them, of a file the file; on_bytes is told now and then how much has been copied.

    harmless: exit codes that are no failure. The exit code is returned.
    """
    if shutil.which("rsync") is None:
        raise Failed("rsync is not on this node")
    command = OPTIONS + ["--info=progress2", "--no-human-readable", *options, "--", source, target]
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints, bufsize=0, env=environment())
        with process.stdout:
            for text in iter(lambda: process.stdout.read(CHUNK), b""):
                found = PROGRESS.findall(text)
                if found:
                    on_bytes(int(found[-1]))
        check(process, complaints, harmless)
    return process.returncode


def check(process, complaints, harmless=()):
    """Waits for the end; what the process has said first is why it has failed."""
    if process.wait() not in (0, *harmless):
        complaints.seek(0)
        first = complaints.readline().decode("utf-8", "replace").strip()
        raise Failed(first or "%s ended with exit code %d" % (process.args[0], process.returncode))


def different(source, target, limit=None, options=()):
    """The names of the files that are not, or not the same, at the target; after so many seconds nobody waits longer.

    options: such as would keep a copy from touching some of them.

    Failed where that cannot be said: an empty list would mean that all is there.
    """
    command = OPTIONS + ["--dry-run", "--info=nonreg0", "--out-format=%n", *options, "--", source, target]
    listed = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=limit, env=environment())
    if listed.returncode not in (0, VANISHED):
        raise Failed("%s cannot be compared with %s" % (source, target))
    names = listed.stdout.decode("utf-8", "replace").splitlines()
    return [name for name in names if not name.endswith("/")]


def environment():
    return dict(os.environ, LC_ALL="C.UTF-8")


def some(names):
    """A few of them, in words."""
    return ", ".join(names[:3]) + (" and %d more" % (len(names) - 3) if len(names) > 3 else "")


def in_bytes(count):
    for unit in ("B", "kB", "MB", "GB", "TB"):
        if count < 1000 or unit == "TB":
            return "%.1f %s" % (count, unit) if unit != "B" else "%d B" % count
        count /= 1000
