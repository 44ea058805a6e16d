"""Where what is made comes to be: in a folder of the user's own, under another name until it is whole."""

import fcntl
import os
import stat

from progress import Failure
from removal import remove

MAKING = ".making"
LOCK = "lock"


class Target:
    """A folder to be made; used with `with`, at whose end nothing is left of what did not get its name."""

    def __init__(self, path):
        self._path = path
        self._folder = os.path.dirname(path)
        self._making = path + MAKING
        self._lock = None
        self.root = os.path.join(self._making, "root")

    def __enter__(self):
        self._make_folder()
        with Locked(os.path.join(self._folder, ".lock")):
            self._remove_abandoned()
            if os.path.lexists(self._path):
                raise Failure("%s exists already" % self._path)
            try:
                os.mkdir(self._making, 0o700)
            except FileExistsError:
                raise Failure("%s is being made by another job" % self._path)
            self._lock = Locked(os.path.join(self._making, LOCK)).__enter__()
        return self

    def __exit__(self, *_):
        remove(self._making)
        self._lock.__exit__()

    def scratch(self, name):
        """An empty folder beside what is made, which goes with the end of the task at the latest."""
        path = os.path.join(self._making, name)
        remove(path)
        os.mkdir(path, 0o700)
        return path

    def place(self):
        """Gives it its name."""
        if os.path.lexists(self._path):
            raise Failure("%s exists already" % self._path)
        os.rename(self.root, self._path)

    def folder(self):
        """What all of it is in."""
        return self._making

    def _make_folder(self):
        try:
            os.mkdir(self._folder, 0o755)
            os.chmod(self._folder, 0o755)
        except FileExistsError:
            pass
        found = os.lstat(self._folder)
        if not stat.S_ISDIR(found.st_mode):
            raise Failure("%s is no folder" % self._folder)
        if found.st_uid != os.getuid():
            raise Failure("%s belongs to somebody else" % self._folder)

    def _remove_abandoned(self):
        """A task whose job was killed, or whose node went down, could not do it."""
        for name in os.listdir(self._folder):
            path = os.path.join(self._folder, name)
            if name.endswith(MAKING) and os.path.isdir(path) and not os.path.islink(path):
                try:
                    with Locked(os.path.join(path, LOCK), fcntl.LOCK_NB):
                        remove(path)
                except (BlockingIOError, FileNotFoundError):
                    # It goes on, or has ended and gone just now.
                    pass


class Locked:
    """Holds a file's lock, which no other process of any node then has."""

    def __init__(self, path, patience=0):
        self._path = path
        self._patience = patience
        self._file = None

    def __enter__(self):
        self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | self._patience)
        except OSError:
            os.close(self._file)
            raise
        return self

    def __exit__(self, *_):
        os.close(self._file)
