"""What has outlived its time in the user's home: logs of earlier jobs, and what lies in the trash."""

import contextlib
import os
import re
import threading
import time

import journal
from runtime import remove_tree

# Named by the scheduler and by ServiceLog; nothing else in the folder is ours.
LOG = re.compile(r"[0-9]+(\.out|-[a-z][a-z0-9-]{0,30}\.log(\.1)?)\Z")
# https://specifications.freedesktop.org/trash-spec/trashspec-1.0.html
TRASH = ".local/share/Trash"
INFO = ".trashinfo"
DELETED = re.compile(r"^DeletionDate=(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)", re.MULTILINE)
LARGEST_INFO = 16 << 10
DAY = 86400
# Between so many there is a pause, for the job's work goes on beside it.
AT_ONCE = 50
PAUSE = 0.001


class Leftovers:
    """Cleared once in a job, beside its work; days are None where nothing is to be removed."""

    def __init__(self, home, days, now=time.time):
        self._home = home
        self._days = days
        self._now = now

    def start(self):
        """A daemon: whatever is left when the job ends, the next job finds."""
        threading.Thread(target=self.clear, name="leftovers", daemon=True).start()

    def clear(self):
        """How many logs and how many things in the trash were removed."""
        logs = self._each(journal.FOLDER, self._days.logs, self._remove_log)
        trash = self._each(TRASH + "/info", self._days.trash, self._remove_trashed)
        if logs or trash:
            journal.say("removed %d old logs and %d things from the trash" % (logs, trash))
        return logs, trash

    def _each(self, folder, days, remove):
        if days is None:
            return 0
        oldest = self._now() - days * DAY
        try:
            with _folder(self._home, folder) as descriptor:
                return sum(self._try(remove, descriptor, name, oldest) for name in _unhurried(os.listdir(descriptor)))
        except OSError:
            return 0

    @staticmethod
    def _try(remove, folder, name, oldest):
        try:
            return remove(folder, name, oldest)
        except OSError:
            return False

    @staticmethod
    def _remove_log(folder, name, oldest):
        if not LOG.match(name) or os.stat(name, dir_fd=folder, follow_symlinks=False).st_mtime >= oldest:
            return False
        os.unlink(name, dir_fd=folder)
        return True

    def _remove_trashed(self, folder, name, oldest):
        """The file goes before its description: after a crash it is still known when it was thrown away."""
        thrown, _, behind = name.rpartition(INFO)
        if behind or thrown in ("", ".", "..") or _deleted_at(folder, name) >= oldest:
            return False
        path = os.path.join(self._home, TRASH, "files", thrown)
        with _folder(self._home, TRASH + "/files") as files:
            if os.path.isdir(path) and not os.path.islink(path):
                remove_tree(path)
            else:
                with contextlib.suppress(FileNotFoundError):
                    os.unlink(thrown, dir_fd=files)
        if os.path.lexists(path):
            return False
        os.unlink(name, dir_fd=folder)
        return True


def _unhurried(names):
    for place, name in enumerate(names):
        if place % AT_ONCE == 0:
            time.sleep(PAUSE)
        yield name


def _deleted_at(folder, name):
    """In the words of the description, or else the time of that."""
    file = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    with open(file, "rb") as opened:
        found = DELETED.search(opened.read(LARGEST_INFO).decode("utf-8", "replace"))
        try:
            return time.mktime(time.strptime(found.group(1), "%Y-%m-%dT%H:%M:%S"))
        except (AttributeError, ValueError, OverflowError):
            return os.fstat(opened.fileno()).st_mtime


@contextlib.contextmanager
def _folder(home, path):
    """A descriptor of a folder below the home; a link on the way there is not followed."""
    flags = os.O_RDONLY | os.O_DIRECTORY
    descriptor = os.open(home, flags)
    try:
        for part in path.split("/"):
            inner = os.open(part, flags | os.O_NOFOLLOW, dir_fd=descriptor)
            os.close(descriptor)
            descriptor = inner
        yield descriptor
    finally:
        os.close(descriptor)
