"""Tells the user, inside the job, that its end comes near."""

import os

import journal
import processes

MINUTES = (2, 10, 30)
NOTICE = "notice"
END = "ends-at"
IDLE = "idle-ends-at"
CLOCKS_AGREE = 5.0


class PortalClock:
    """What the node's clock shows at a time that the portal means; a little difference is the way of the answer."""

    def __init__(self):
        self._ahead = 0.0

    def learn(self, said, now):
        if said is not None and abs(said - now - self._ahead) > CLOCKS_AGREE:
            self._ahead = said - now

    def here(self, moment):
        return None if moment is None else moment - self._ahead


class Countdown:
    """Warns 30, 10 and 2 minutes before the end; a shorter job hears only what still lies ahead of it."""

    def __init__(self, folder):
        self._folder = folder
        self._ends_at = None
        self._warned = None
        self._idle_end = None
        self._shown = None

    def set_end(self, ends_at, now):
        """To be told again whenever the portal says so: an end can be moved."""
        if ends_at is None:
            return
        comes_sooner = self._ends_at is not None and ends_at <= self._ends_at
        if ends_at != self._ends_at:
            self._write(END, "%d" % ends_at)
        self._ends_at = ends_at
        if not comes_sooner:
            self._take_back(END)
            self._warned = self._step(now)

    def set_idle_end(self, ends_at, now):
        """Says it once, and again when the job was used meanwhile."""
        if ends_at is not None and self._idle_end is None:
            self._warn(
                IDLE, "Nobody uses this job. It ends in %s. To keep it, run a cell, type in a terminal, or say in the portal that "
                "you are still working." % in_minutes(ends_at - now))
        elif ends_at is None and self._idle_end is not None:
            self._take_back(IDLE)
            self._remove(IDLE)
        if ends_at is not None and ends_at != self._idle_end:
            self._write(IDLE, "%d" % ends_at)
        self._idle_end = ends_at

    def look(self, now):
        step = self._step(now)
        if step is None or step == self._warned:
            return
        self._warned = step
        self._warn(END, "This job ends in %s. Save your work." % in_minutes(self._ends_at - now))

    def _step(self, now):
        """The smallest number of minutes that is not less than the time left."""
        left = (self._ends_at - now) / 60 if self._ends_at else None
        return next((minutes for minutes in MINUTES if left is not None and left <= minutes), None)

    def _warn(self, kind, text):
        self._shown = kind
        journal.say(text)
        self._write(NOTICE, text)
        for terminal in terminals():
            show(terminal, text)

    def _take_back(self, kind):
        """Pages go on showing a notice until it is no longer true, or another one takes its place."""
        if self._shown == kind:
            self._remove(NOTICE)

    def _remove(self, name):
        try:
            os.unlink(os.path.join(self._folder, name))
        except FileNotFoundError:
            pass
        except OSError as error:
            journal.say("an old %s stays: %s" % (name, error))

    def _write(self, name, text):
        path = os.path.join(self._folder, name)
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "w") as file:
                file.write(text + "\n")
        except OSError as error:
            journal.say("no %s: %s" % (name, error))


def in_minutes(seconds):
    minutes = max(1, round(seconds / 60))
    return "%d minute%s" % (minutes, "" if minutes == 1 else "s")


def terminals():
    """The terminals in which the job's shells run."""
    found = set()
    for pid, process in processes.descendants(os.getpid()).items():
        if process.terminal:
            found.add(_standard_input(pid))
    return {path for path in found if path.startswith("/dev/pts/")}


def _standard_input(pid):
    try:
        return os.readlink("/proc/%d/fd/0" % pid)
    except OSError:
        return ""


def show(terminal, text):
    try:
        descriptor = os.open(terminal, os.O_WRONLY | os.O_NOCTTY | os.O_NONBLOCK)
    except OSError:
        return
    try:
        os.write(descriptor, ("\r\n\a*** %s ***\r\n" % text).encode())
    except OSError:
        pass
    finally:
        os.close(descriptor)
