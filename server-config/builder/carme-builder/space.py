"""How much the copy may take, and how much of its disk has to stay free for others."""

import os
import re
import subprocess
import time

from progress import Failure

FREE_SHARE = 0.05
LOOK_EVERY = 0.5
# Of the time that a step takes, at most a tenth goes into adding up sizes.
LAZINESS = 10


class Space:
    """Adding up all files is slow, asking the disk is not: the former is done seldom, or when the latter says so."""

    def __init__(self, folder, limit):
        self._folder = folder
        self._limit = limit
        self._taken = 0
        self._free = 0
        self._next_look = 0.0
        self._next_measure = 0.0

    def take(self, size):
        """Before a file of that size is written."""
        self._taken += size
        self._check_limit()
        self.watch(measures=False)

    def remaining(self):
        """What may still be written, after adding up what there is."""
        self._measure()
        return self._limit - self._taken

    def watch(self, measures=True):
        """To be called often while somebody else writes."""
        now = time.monotonic()
        if now < self._next_look:
            return
        self._next_look = now + LOOK_EVERY
        free = self._free_bytes()
        if measures and (now >= self._next_measure or self._free - free > self._limit - self._taken):
            self._measure()

    def _measure(self):
        began = time.monotonic()
        self._taken = size_of(self._folder, self._free_bytes)
        self._free = self._free_bytes()
        now = time.monotonic()
        self._next_measure = now + max(5.0, LAZINESS * (now - began))
        self._check_limit()

    def _check_limit(self):
        if self._taken > self._limit:
            raise Failure("the image gets larger than the %s that are allowed" % in_words(self._limit))

    def _free_bytes(self):
        disk = os.statvfs(self._folder)
        if disk.f_bavail < FREE_SHARE * disk.f_blocks or disk.f_favail < FREE_SHARE * disk.f_files:
            raise Failure("the disk of %s is nearly full" % self._folder)
        return disk.f_bavail * disk.f_frsize


def size_of(folder, watch):
    """What all files take on the disk. As the root that commands in the copy are: what they have closed counts, too.

    Of millions of files it takes minutes, and `watch` is called meanwhile.
    """
    words = ["bwrap", "--unshare-user", "--die-with-parent", "--cap-add", "CAP_DAC_OVERRIDE", "--dev-bind", "/", "/", "--"]
    with subprocess.Popen(
            words + ["du", "--summarize", "--one-file-system", "--block-size=1", "--", folder],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            said, complaints = listen(process, watch)
        finally:
            process.kill()
    # It complains of what has gone meanwhile, and goes on.
    found = re.match(rb"\d+", said)
    if not found:
        raise Failure("the copy cannot be entered: %s" % complaints.decode("utf-8", "replace").strip().rpartition("\n")[2])
    return int(found.group())


def listen(process, watch):
    while True:
        try:
            return process.communicate(timeout=LOOK_EVERY)
        except subprocess.TimeoutExpired:
            watch()


def in_words(size):
    for unit, factor in (("GB", 10 ** 9), ("MB", 10 ** 6)):
        if size >= factor:
            return "%g %s" % (round(size / factor, 1), unit)
    return "%d bytes" % size
