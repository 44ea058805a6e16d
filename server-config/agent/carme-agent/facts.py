"""What programs inside the job may know of it without asking the portal: files of JSON in its folder, always whole."""

import contextlib
import json
import os

USAGE = "usage.json"
SERVICES = "services.json"


class Facts:
    def __init__(self, folder, allotted):
        """allotted: the CPUs and memory that the job has on this node, in the protocol's words."""
        self._folder = folder
        self._limits = {"cpus": allotted["cpus"], "memoryLimitBytes": allotted["memoryBytes"]}
        self._told = None

    def look(self, sample, *_):
        """The newest sample of what the job uses on this node."""
        self._write(USAGE, dict(sample, **self._limits))

    def tell(self, services):
        """What can be opened, and how it is; the same again changes nothing."""
        if services and services != self._told and self._write(SERVICES, services):
            self._told = services

    def _write(self, name, known):
        """True when it is there; a disk that is full, or a folder that goes with the job, is no reason to end."""
        path = os.path.join(self._folder, name)
        with contextlib.suppress(OSError):
            with open(os.open(path + ".new", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "w") as file:
                json.dump(known, file)
            os.rename(path + ".new", path)
            return True
        return False
