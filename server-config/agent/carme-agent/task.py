"""The job's task: what is done with an image before the job's services start, by a program of its own."""

import json
import os
import shutil
import subprocess

import journal
from image import Image, Unusable, locate
from keeper import HERE, PYTHON, kept
from limits import GRACE

BUILDER = os.path.join(HERE, os.pardir, os.pardir, "builder", "carme-builder")
INVENTORY = os.path.join(HERE, os.pardir, os.pardir, "inventory", "inventory.py")
FOLDER = ".task"
FINAL = ("done", "failed")
# As the portal takes it.
LARGEST_CONTENTS = 4 << 20


class RunningTask:
    """Started once; whatever becomes of it is in its news."""

    def __init__(self, plan, runtime, place):
        self.kind = plan["kind"]
        self._plan = plan
        self._runtime = runtime
        self._place = place
        self._folder = runtime.make_folder(FOLDER)
        self._process = None
        self._progress = {"state": "running", "steps": [], "detail": "", "lines": []}
        self._delivery = None

    def start(self):
        try:
            self._process = self._start()
        except OSError as error:
            self._fail(str(error))

    def _start(self):
        source = locate(os.path.basename(self._plan["source"]), self._plan["source"], self._plan["folders"])
        plan = dict(self._plan, source=source)
        if not os.path.isdir(source):
            if self.kind != "inventory":
                raise Unusable("%s is a file: only folders can be copied" % source)
            plan["inside"] = self._enter()
        self._runtime.write(os.path.join(self._folder, "task.json"), json.dumps(plan))
        journal.say("the task begins: %s of %s" % (self.kind, source))
        return subprocess.Popen(
            kept(GRACE) + PYTHON + ["-B", BUILDER, self._folder],
            stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/", env=dict(os.environ, **self._place.environment),
            start_new_session=True)

    def _enter(self):
        """How to look into an image that only its runtime can open."""
        if not isinstance(self._place, Image):
            raise Unusable("there is no runtime for %s" % self._plan["source"])
        program = shutil.copy(INVENTORY, self._folder)
        covered = [word for path in self._place.covered() for word in ("--without", path)]
        return self._place.enter(["python3", program, "/"] + covered, [], self._folder, os.environ.get("PATH"))

    def look(self):
        """Reads how far it is; to be called now and then."""
        if self._process is None:
            return
        code = self._process.poll()
        self._read()
        if code is not None:
            self._process = None
            if self._progress["state"] not in FINAL:
                self._fail("the builder ended with exit code %d" % code)
            journal.say("the task is %s%s" % (self._progress["state"], ": " * bool(self.detail()) + self.detail()))

    def _read(self):
        try:
            with open(os.path.join(self._folder, "progress.json")) as file:
                self._progress = json.load(file)
        except FileNotFoundError:
            pass

    def detail(self):
        return self._progress["detail"]

    def _fail(self, detail):
        self._progress = dict(self._progress, state="failed", detail=detail)

    def deliver(self, reporter):
        """Sends what is inside, once it is known; only then the task is done."""
        if self._progress["state"] != "done" or self._process is not None:
            return
        if self._delivery is None:
            self._delivery = Delivery(self._folder)
            reporter.deliver(self._delivery)
        elif self._delivery.refusal:
            self._fail("the portal does not take what is inside: %s" % self._delivery.refusal)

    def news(self):
        is_waiting = self._progress["state"] == "done" and not (self._delivery and self._delivery.has_arrived)
        return dict(self._progress, state="running") if is_waiting else self._progress

    def state(self):
        return self.news()["state"]


class Delivery:
    """A document on its way to the portal: it has arrived, or was refused with these words."""

    def __init__(self, folder):
        self._path = os.path.join(folder, "contents.json.gz")
        # A sandbox has none: what is inside changes.
        self.has_arrived = not os.path.exists(self._path)
        self.refusal = "too large" if not self.has_arrived and os.path.getsize(self._path) > LARGEST_CONTENTS else ""

    def is_due(self):
        return not (self.has_arrived or self.refusal)

    def content(self):
        with open(self._path, "rb") as file:
            return file.read()
