"""Which of a job's services cannot run here, found out before anybody wants them: what they need is looked for where they would run."""

import os
import subprocess

from image import IS_THERE
from keeper import kept
from limits import GRACE

FOLDER = ".needs"
# One look for all: an image is entered once.
LOOK = (
    'umask 077; folder=$1; shift; while [ $# -gt 0 ]; do %s || echo "$1 $2"; shift 2; done >"$folder/missing-needs.new"; '
    'mv "$folder/missing-needs.new" "$folder/missing-needs"' % IS_THERE.replace("$1", "$2"))


class Needs:
    """Looked at once; until that is done, nothing is known of any of the services."""

    def __init__(self, services, runtime, place):
        self._pairs = [word for service in services for need in service.needs() for word in (service.name, need)]
        self._runtime = runtime
        self._folder = runtime.make_folder(FOLDER)
        self._place = place
        self._process = None
        self._missing = None
        self.trouble = ""
        self._start()

    def _start(self):
        command = ["sh", "-c", LOOK, "needs", self._folder] + self._pairs
        try:
            command = self._place.enter(command, [], self._folder, os.environ.get("PATH"))
            with open(os.open(self._log(), os.O_WRONLY | os.O_CREAT, 0o600), "wb") as output:
                self._process = subprocess.Popen(
                    kept(GRACE) + command,
                    stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, cwd="/",
                    env=dict(os.environ, CARME_RUNTIME_DIR=self._runtime.path, **self._place.environment), start_new_session=True)
        except OSError as error:
            self.trouble = "cannot be started: %s" % error

    def look(self):
        """Does what is due; to be called often."""
        if self._process is None or self._process.poll() is None:
            return
        self._process = None
        try:
            with open(os.path.join(self._folder, "missing-needs")) as file:
                self._missing = dict(line.rstrip("\n").split(" ", 1) for line in file)
        except (OSError, ValueError):
            self.trouble = self._place.why_ended(self._folder, self) or "its needs cannot be looked at"

    def is_known(self):
        return self._missing is not None or bool(self.trouble)

    def missing(self, service):
        """What the service of that name misses; empty when it can run."""
        return (self._missing or {}).get(service, "")

    def keeper(self):
        """The number of the process that keeps the look; None when there is none."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def last_line(self):
        """What a runtime that failed said last."""
        with open(self._log(), "rb") as file:
            return file.read().decode("utf-8", "replace").strip().rpartition("\n")[2]

    def _log(self):
        return os.path.join(self._folder, "log")
