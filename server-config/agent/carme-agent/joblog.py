"""The end of the job's log, for its owner to read in the portal."""

import base64
import os
import stat

import journal
from reports import AT_ONCE

TAIL = 64 << 10
PIECE = 16 << 10
SOON = 2.0
SELDOM = 30.0


class JobLog:
    """Part of the reports: what the log has got since the last one that arrived, of much only the end."""

    def __init__(self, home, job):
        self._path = os.path.join(home, journal.FOLDER, job + ".out")
        self._sent = 0
        self._wanted = 0
        self._due_at = 0.0
        self._is_hurried = False
        self.is_watched = False

    def add_to(self, report, now):
        is_due = self.is_watched or now >= self._due_at
        if self._sent >= self._wanted and not is_due:
            return
        try:
            offset, data = self._read(self._sent >= self._wanted or self._is_hurried)
            self._is_hurried = False
        except OSError:
            data = b""
        if data:
            report["log"] = {"offset": offset, "data": base64.b64encode(data).decode()}
        else:
            self._wanted = self._sent
        if is_due:
            self._due_at = now + SELDOM

    def arrived(self, report):
        piece = report.get("log")
        if piece:
            self._sent = piece["offset"] + len(base64.b64decode(piece["data"]))

    def pause(self):
        if self._sent < self._wanted:
            return AT_ONCE
        return SOON if self.is_watched else SELDOM

    def hurry(self):
        """What there is is wanted now, behind what was wanted before."""
        self._due_at = 0.0
        self._is_hurried = True

    def _read(self, anew):
        """(where it stands, bytes); a pipe or device in the log's place is not waited for."""
        file = os.open(self._path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            found = os.fstat(file)
            if not stat.S_ISREG(found.st_mode):
                raise OSError("not a file")
            if found.st_size < self._sent:
                self._sent = 0
            if anew:
                # What is written meanwhile waits for its turn, or a job that writes all the time would report all the time.
                self._wanted = found.st_size
            offset = max(self._sent, self._wanted - TAIL)
            return offset, os.pread(file, PIECE, offset)
        finally:
            os.close(file)
