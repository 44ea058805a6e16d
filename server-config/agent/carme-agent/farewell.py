"""Runs what the user wants done before the job ends: the executables of ~/.config/carme/at-end.d, one after the other."""

import os
import subprocess
import threading
import time

import journal
from keeper import kept
from limits import AFTER_STOP, FAREWELL_GRACE

FOLDER = ".config/carme/at-end.d"
RUNTIME = ".at-end"
LEAD = 60.0
# Together they are over well before the end; one that hangs leaves time for the others.
EACH, TOGETHER = 20.0, 45.0
LOOK_EVERY = 0.05


class Farewell:
    """Once for each end: a minute before the job's time is over, or when it is stopped earlier."""

    def __init__(self, home, runtime, place):
        self._home = home
        self._runtime = runtime
        self._place = place
        self._ends_at = None
        self._is_long = False
        self._running = None
        self._process = None
        self._deadline = 0.0

    def set_end(self, ends_at, now):
        """To be told again whenever it may have moved; a later end is said farewell to anew."""
        if ends_at is None or ends_at == self._ends_at:
            return
        if self._ends_at is None or ends_at > self._ends_at:
            self._running = None
            # A job that has hardly begun has nothing to save; if it lives until its end, that is a stop to it.
            self._is_long = ends_at - now > 2 * LEAD
        self._ends_at = ends_at

    def look(self, now):
        """Begins when it is time, in a thread of its own."""
        if self._is_long and self._running is None and self._ends_at - now <= LEAD:
            self._begin(TOGETHER)

    def stop(self):
        """The job ends now: does what is not done yet, and waits for it, not for long."""
        if self._running is None:
            self._begin(AFTER_STOP)
        self._deadline = min(self._deadline, time.monotonic() + AFTER_STOP)
        self._running.join(AFTER_STOP + FAREWELL_GRACE)

    def process(self):
        """The number of the process that keeps the present one; None when there is none."""
        process = self._process
        return process.pid if process else None

    def _begin(self, limit):
        self._deadline = time.monotonic() + limit
        self._running = threading.Thread(target=self._run, name="farewell", daemon=True)
        self._running.start()

    def _run(self):
        """The kernel ends a keeper with the thread that has started it; so this one waits for each."""
        for path in executables(os.path.join(self._home, FOLDER)):
            name = os.path.basename(path)
            try:
                journal.say("at the end: %s" % name)
                journal.say("at the end: %s %s" % (name, self._execute(path)))
            except OSError as error:
                journal.say("at the end: %s cannot be started: %s" % (name, error))
            self._process = None

    def _execute(self, path):
        if time.monotonic() >= self._deadline:
            return "has to be left out: there is no time any more"
        folder = self._runtime.make_folder(RUNTIME)
        environment = dict(os.environ, CARME_RUNTIME_DIR=self._runtime.path, **self._place.environment)
        command = self._place.enter([path], [], folder, environment.get("PATH"))
        process = self._process = subprocess.Popen(
            kept(FAREWELL_GRACE) + command, stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd=self._home, env=environment,
            start_new_session=True)
        give_up_at = time.monotonic() + EACH
        while process.poll() is None:
            if time.monotonic() >= min(give_up_at, self._deadline):
                process.terminate()
                process.wait()
                return "is stopped: it takes too long"
            time.sleep(LOOK_EVERY)
        return "is done" if process.returncode == 0 else "ended with exit code %d" % process.returncode


def executables(folder):
    """The files that the user may execute, in the order of their names."""
    try:
        paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if not name.startswith(".")]
    except OSError:
        return []
    return [path for path in paths if os.path.isfile(path) and os.access(path, os.X_OK)]
