"""Copies results to where the user wants them, and says what it could not; a newer file there stays as it is.

A program: ``stageout.py PROGRESS TIME SOURCE TARGET FOLDER...`` writes to the file PROGRESS how far it is; TIME is "early"
if there will be another one before the job ends, and else "last"; the target is in the user's home or in one of the folders.
"""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time

import journal
import places
import rsync
from progress import Progress

# Half files have no place beside whole ones; after kill -9 the next attempt removes them.
PART = ".carme-part-"
SAY_EVERY = 10.0
# The folders at the target are the user's, and keep their modes.
OPTIONS = ["--executability", "--update"]
# Of the last copy, while the job renames and removes.
ATTEMPTS = 3
LIST_LIMIT = 2.0


class Stopped(Exception):
    """There is no time any more."""


def on_stop(*_):
    raise Stopped()


class Log:
    """A line in the job's log now and then."""

    def __init__(self, target, progress):
        self._target = target
        self._progress = progress
        self._said_at = time.monotonic()

    def reached(self, count):
        self._progress.reached(count)
        if time.monotonic() - self._said_at > SAY_EVERY:
            self._said_at = time.monotonic()
            journal.say("results: %s are copied to %s" % (rsync.in_bytes(count), self._target))


def copy(source, target, home, folders, on_bytes, is_last):
    """What is to be known of it, in words; empty when all is there. The job may still write what is copied."""
    real = places.locate(target, home, folders)
    part = os.path.join(real, PART + os.environ.get("SLURM_JOB_ID", ""))
    try:
        os.makedirs(part, exist_ok=True)
        for _ in range(ATTEMPTS if is_last else 1):
            if not rsync.copy(source + "/", real + "/", OPTIONS + ["--temp-dir", part], on_bytes, [rsync.VANISHED]):
                break
        return not_the_same(source + "/", real + "/", is_last)
    finally:
        with contextlib.suppress(Stopped):
            shutil.rmtree(part, ignore_errors=True)


def not_the_same(source, real, is_last):
    """The files that differ at the target, in words: it has newer ones, or the job goes on writing.

    Failed where the last copy has left any out.
    """
    names = rsync.different(source, real)
    if not names:
        return ""
    if is_last and rsync.different(source, real, options=["--ignore-existing"]):
        raise rsync.Failed("files came while they were copied")
    written = set(rsync.different(source, real, options=["--update"]))
    newer = [name for name in names if name not in written]
    parts = []
    if newer:
        parts.append("what is newer there, and stays: " + rsync.some(newer))
    if written:
        parts.append("what was still being written: " + rsync.some(sorted(written)))
    return "; ".join(parts)


def missing(source, target, home, folders):
    """The names of what is not copied; None when nobody knows."""
    try:
        return rsync.different(source + "/", places.locate(target, home, folders) + "/", LIST_LIMIT)
    except (OSError, rsync.Failed, places.Astray, subprocess.TimeoutExpired):
        return None


def not_copied(names):
    if names is None:
        return "nobody knows how much is not copied"
    return "not copied: " + rsync.some(names) if names else "everything is copied all the same"


def main(path, when, source, target, *folders):
    where = os.environ.get("HOME", "/"), list(folders)
    progress = Progress(path)
    signal.signal(signal.SIGTERM, on_stop)
    try:
        size = places.size_below(source)
        progress.expect(size)
        progress.begin(target, size)
        but = copy(source, target, *where, Log(target, progress).reached, when == "last")
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        progress.ended()
        progress.remark(but)
        said = "everything is copied to %s%s" % (target, " but " + but if but else "")
    except (Stopped, rsync.Failed, places.Astray) as error:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        left = missing(source, target, *where)
        said = "%s; %s" % (str(error) or "there is no time any more", not_copied(left))
        if left == []:
            progress.remark(said)
        else:
            progress.problem(said)
    except OSError as error:
        said = "cannot be copied to %s: %s" % (target, error.strerror)
        progress.problem(said)
    journal.say("results: " + said)
    progress.over(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
