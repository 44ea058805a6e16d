"""How much the copy may take, and how much of its disk has to stay free for others."""

import os
import time

from progress import Failure

FREE_SHARE = 0.05
BLOCK = 512
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
        self._taken = size_of(self._folder)
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


def size_of(folder):
    """What all files take on the disk; one with several names counts once."""
    total = 0
    several = set()
    waiting = [folder]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            # Gone meanwhile, or closed by the one who works in it.
            continue
        for entry in entries:
            try:
                status = entry.stat(follow_symlinks=False)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
            except OSError:
                continue
            if status.st_nlink > 1 and not entry.is_dir(follow_symlinks=False):
                if status.st_ino in several:
                    continue
                several.add(status.st_ino)
            total += status.st_blocks * BLOCK
    return total


def in_words(size):
    for unit, factor in (("GB", 10 ** 9), ("MB", 10 ** 6)):
        if size >= factor:
            return "%g %s" % (round(size / factor, 1), unit)
    return "%d bytes" % size
