"""What the user can read later: the job's log and one log for each service."""

import os
import time

FOLDER = ".local/share/carme/job-log-dir"
LARGEST = 8 << 20
LONGEST_LINE = 1000


def say(text):
    """One line in the job's log."""
    try:
        print("%s carme-agent: %s" % (time.strftime("%Y-%m-%d %H:%M:%S"), text), flush=True)
    except OSError:
        # A full home is the user's to clear, and no reason to end the job.
        pass


class ServiceLog:
    """The file that a service writes its output to; bounded, the older half moves aside."""

    def __init__(self, home, job, service):
        self._path = os.path.join(home, FOLDER, "%s-%s.log" % (job, service))
        self._opened_at = 0

    def open(self):
        """For appending; where the home is full or read-only the service has to do without a log."""
        try:
            os.makedirs(os.path.dirname(self._path), 0o700, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND | os.O_NOFOLLOW
            file = open(os.open(self._path, flags, 0o600), "ab", 0)
            self._opened_at = file.tell()
            return file
        except OSError as error:
            say("no log for a service: %s" % error)
            return open(os.devnull, "ab", 0)

    def last_line(self):
        """The last line since it was opened; empty when there is none."""
        try:
            with open(self._path, "rb") as file:
                file.seek(max(self._opened_at, os.path.getsize(self._path) - LONGEST_LINE))
                return file.read().decode("utf-8", "replace").strip().rpartition("\n")[2].strip()
        except OSError:
            return ""

    def shorten(self):
        try:
            if os.stat(self._path).st_size > LARGEST:
                self._move_aside()
        except OSError:
            pass

    def _move_aside(self):
        """The service keeps its descriptor, so the text is copied and the file emptied."""
        older = os.open(self._path + ".1", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
        with open(self._path, "rb") as source, open(older, "wb") as target:
            target.write(source.read(2 * LARGEST))
        os.truncate(self._path, 0)
