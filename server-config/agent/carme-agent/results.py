"""Copies what lies in the folder `results` on the node's disk to where the user wants it, before the job ends."""

import os
import subprocess
import threading
import time

import journal
import progress
from keeper import HERE, PYTHON, kept
from limits import AFTER_STOP, LAST_WORDS

PROGRAM = os.path.join(HERE, "stageout.py")
FOLDER = "results"
OWN_FOLDER = ".results"
# Much is copied early; what has changed since, again, until the end.
LEADS = (600.0, 120.0, 30.0)
LOOK_EVERY = 0.05
# Between two reports.
SOON = 2.0
# Nothing is due.
NEVER = 3600.0


class Results:
    """Each time whatever is not there yet; anew for a later end. Also a part of the reports."""

    def __init__(self, data, runtime, disk):
        self._target = data.results
        if os.environ.get("SLURM_NNODES", "1") != "1":
            self._target = os.path.join(self._target, os.environ["SLURMD_NODENAME"])
        self._folders = data.folders
        self._source = os.path.join(disk.data, FOLDER)
        self._progress = os.path.join(runtime.make_folder(OWN_FOLDER), "progress.json")
        self._told = None
        self._ends_at = None
        self._due = []
        self._running = None
        self._process = None
        self._deadline = 0.0

    def set_end(self, ends_at, now):
        """To be told again whenever it may have moved."""
        if ends_at is not None and (self._ends_at is None or ends_at > self._ends_at):
            # A job that has hardly begun has nothing to save yet.
            self._due = [lead for lead in LEADS if ends_at - now > 2 * lead]
        self._ends_at = ends_at or self._ends_at

    def look(self, now):
        """Begins when it is time, in a thread of its own."""
        if self._due and self._ends_at - now <= self._due[0] and not self._is_running():
            self._due.pop(0)
            self._begin(self._ends_at - now, "early")

    def stop(self):
        """The job ends now: copies what is not copied yet, but not for long."""
        until = time.monotonic() + AFTER_STOP
        if self._is_running():
            self._deadline = min(self._deadline, until)
            self._running.join(AFTER_STOP + LAST_WORDS)
        if time.monotonic() < until:
            self._begin(until - time.monotonic(), "last")
            self._running.join(AFTER_STOP + LAST_WORDS)

    def process(self):
        """The number of the process that keeps the present one; None when there is none."""
        process = self._process
        return process.pid if process else None

    def add_to(self, report, _):
        known = progress.read(self._progress)
        if known and known != self._told:
            report["results"] = known

    def arrived(self, report):
        self._told = report.get("results", self._told)

    def pause(self):
        return SOON if self._is_running() else NEVER

    def _is_running(self):
        return self._running is not None and self._running.is_alive()

    def _begin(self, limit, when):
        self._deadline = time.monotonic() + limit
        self._running = threading.Thread(target=self._run, args=(when,), name="results", daemon=True)
        self._running.start()

    def _run(self, when):
        """The kernel ends a keeper with the thread that has started it; so this one waits."""
        if not os.path.isdir(self._source):
            return
        progress.Progress(self._progress).expect(0)
        try:
            process = self._process = subprocess.Popen(
                kept(LAST_WORDS) + PYTHON +
                ["-B", PROGRAM, self._progress, when, self._source, self._target, *self._folders],
                stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/", start_new_session=True)
        except OSError as error:
            self._fail("cannot be copied: %s" % error)
            return
        while process.poll() is None:
            if time.monotonic() >= self._deadline:
                process.terminate()
                process.wait()
            time.sleep(LOOK_EVERY)
        self._process = None
        # A copier that was killed could not say it.
        if (progress.read(self._progress) or {}).get("state") == "copying":
            self._fail("copying was cut off; nobody knows how much is not copied")

    def _fail(self, said):
        journal.say("results: " + said)
        known = progress.Progress(self._progress)
        known.problem(said)
        known.over(self._target)
