"""What a job was given to work with, on its way to the node's disk; services start when that is over on all nodes."""

import json
import os
import signal
import subprocess
import time

import journal
import progress
from answer import read_nodes_with_data
from keeper import HERE, PYTHON, kept
from limits import GRACE

PROGRAM = os.path.join(HERE, "stagein.py")
FOLDER = ".staging"
FINAL = ("done", "failed")
ATTEMPTS = 4
SOON = 2.0
# So long the others may take longer than this node, or as long as it took.
PATIENCE = 600.0
# Nothing is due.
NEVER = 3600.0


class Staging:
    """Also a part of the reports. A copier that was killed is started again, and goes on with what is not there yet."""

    def __init__(self, data, runtime, disk, count):
        """count: of the nodes on which the data have to be before something starts on this one."""
        self._data = data
        self._runtime = runtime
        self._disk = disk
        self._folder = None
        self._process = None
        self._attempts = 0
        self._known = {"state": "copying", "bytes": 0, "totalBytes": 0, "item": "", "detail": ""}
        self._told = None
        self._count = count
        self._arrived = 1
        self._began = time.monotonic()
        self._patience_ends = None
        self._is_everywhere = False

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

    def hear(self, answer):
        """The portal's word, in the reporter's thread; for one of an earlier version there is nothing to wait for."""
        if self._told is not None and self._told["state"] in FINAL:
            arrived = read_nodes_with_data(answer)
            self._arrived = self._count if arrived is None else arrived

    def await_others(self):
        """To be called now and then, once it is over here."""
        now = time.monotonic()
        if self._patience_ends is None:
            self._patience_ends = now + max(PATIENCE, now - self._began)
            if self._count > 1:
                journal.say("waiting for the data on the other nodes")
        if self._arrived >= self._count:
            self._is_everywhere = True
        elif now >= self._patience_ends:
            self._is_everywhere = True
            journal.say("the job goes on, but of %d nodes only %d have said that their data are there" % (
                self._count, self._arrived))

    def is_everywhere(self):
        """Whether it is over here, and nobody waits for other nodes any more."""
        return self._is_everywhere

    def add_to(self, report, _):
        if self._known != self._told:
            report["staging"] = self._known

    def arrived(self, report):
        self._told = report.get("staging", self._told)

    def pause(self):
        is_waiting = self.is_over() and not self._is_everywhere
        return SOON if is_waiting or self._known != self._told else NEVER
