"""Copies results to where the user wants them, and says what it could not; a newer file there stays as it is.

A program: ``stageout.py SOURCE TARGET FOLDER...``; the target is in the user's home or in one of the folders.
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

# Half files have no place beside whole ones; after kill -9 the next attempt removes them.
PART = ".carme-part-"
SAY_EVERY = 10.0
LIST_LIMIT = 2.0


class Stopped(Exception):
    """There is no time any more."""


def on_stop(*_):
    raise Stopped()


class Progress:
    """A line in the job's log now and then."""

    def __init__(self, target):
        self._target = target
        self._said_at = time.monotonic()

    def reached(self, count):
        if time.monotonic() - self._said_at > SAY_EVERY:
            self._said_at = time.monotonic()
            journal.say("results: %s are copied to %s" % (rsync.in_bytes(count), self._target))


def copy(source, target, home, folders):
    """What there is to be said of it."""
    real = places.locate(target, home, folders)
    part = os.path.join(real, PART + os.environ.get("SLURM_JOB_ID", ""))
    try:
        os.makedirs(part, exist_ok=True)
        rsync.copy(source + "/", real + "/", ["--update", "--temp-dir", part], Progress(target).reached)
        newer = rsync.different(source + "/", real + "/")
    finally:
        with contextlib.suppress(Stopped):
            shutil.rmtree(part, ignore_errors=True)
    if newer:
        return "everything is copied to %s but what is newer there, and stays: %s" % (target, rsync.some(newer))
    return "everything is copied to %s" % target


def missing(source, target, home, folders):
    """What is not copied, in words."""
    try:
        names = rsync.different(source + "/", places.locate(target, home, folders) + "/", LIST_LIMIT)
    except (OSError, places.Astray, subprocess.TimeoutExpired):
        return "nobody knows how much is not copied"
    return "not copied: " + rsync.some(names) if names else "everything is copied all the same"


def main(source, target, *folders):
    home = os.environ.get("HOME", "/")
    signal.signal(signal.SIGTERM, on_stop)
    try:
        said = copy(source, target, home, list(folders))
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    except Stopped:
        said = "there is no time any more; " + missing(source, target, home, list(folders))
    except (rsync.Failed, places.Astray) as error:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        said = "%s; %s" % (error, missing(source, target, home, list(folders)))
    except OSError as error:
        said = "cannot be copied to %s: %s" % (target, error.strerror)
    journal.say("results: " + said)


if __name__ == "__main__":
    main(*sys.argv[1:])
