"""What a job was given to work with, on its way to the node's disk; services start when that is over."""

import json
import os
import signal
import subprocess

import journal
import progress
from keeper import HERE, PYTHON, kept
from limits import GRACE

PROGRAM = os.path.join(HERE, "stagein.py")
FOLDER = ".staging"
FINAL = ("done", "failed")
ATTEMPTS = 4
SOON = 2.0
# Nothing is due.
NEVER = 3600.0


class Staging:
    """Also a part of the reports. A copier that was killed is started again, and goes on with what is not there yet."""

    def __init__(self, data, runtime, disk):
        self._data = data
        self._runtime = runtime
        self._disk = disk
        self._folder = None
        self._process = None
        self._attempts = 0
        self._known = {"state": "copying", "bytes": 0, "totalBytes": 0, "item": "", "detail": ""}
        self._told = None

    def start(self):
        if self._disk is None:
            self._fail("this node has no folder for it on its disk")
            return
        self._folder = self._runtime.make_folder(FOLDER)
        plan = {"items": [item._asdict() for item in self._data.items], "folders": self._data.folders, "target": self._disk.data}
        self._runtime.write(os.path.join(self._folder, "plan.json"), json.dumps(plan))
        self._begin()

    def _begin(self):
        self._attempts += 1
        journal.say("copying to %s: %s" % (self._disk.data, ", ".join(item.dataset or item.source for item in self._data.items)))
        try:
            self._process = subprocess.Popen(
                kept(GRACE) + PYTHON + ["-B", PROGRAM, self._folder],
                stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/", start_new_session=True)
        except OSError as error:
            self._fail("cannot be started: %s" % error)

    def look(self):
        """Reads how far it is; to be called now and then."""
        if self._process is None:
            return
        code = self._process.poll()
        self._read()
        if code is None:
            return
        self._process = None
        if self._known["state"] in FINAL:
            self._say()
        elif self._attempts < ATTEMPTS:
            self._begin()
        else:
            self._fail("the copying ended with exit code %d" % code)

    def was_abandoned(self):
        """Whether the keeper itself was killed, so that nobody looks after what it has started."""
        return self._process is not None and self._process.poll() == -signal.SIGKILL

    def _read(self):
        self._known = progress.read(os.path.join(self._folder, "progress.json")) or self._known

    def _fail(self, detail):
        self._known = dict(self._known, state="failed", detail=detail)
        self._say()

    def _say(self):
        if self._known["state"] == "failed":
            journal.say("copying has failed, and the job goes on without: %s" % self._known["detail"])
        else:
            journal.say("copied %d bytes" % self._known["totalBytes"])

    def is_over(self):
        """Not before the copier has gone, which says it a moment earlier."""
        return self._process is None and self._known["state"] in FINAL

    def add_to(self, report, _):
        if self._known != self._told:
            report["staging"] = self._known

    def arrived(self, report):
        self._told = report.get("staging", self._told)

    def pause(self):
        return NEVER if self._known == self._told else SOON
