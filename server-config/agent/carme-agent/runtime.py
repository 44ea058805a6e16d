"""The private folder in which a job's services have their sockets, files and secrets on this node."""

import fcntl
import os
import shutil
import stat
import tempfile

PREFIX = "carme-job-"
LOCK = "lock"
# A Unix socket's path has to stay below 108 bytes, and services make longer names than "socket".
LONGEST_BASE = 32


class RuntimeFolder:
    """Made for one job and removed with it; a lock tells whether the job that made it still lives."""

    def __init__(self, path, lock):
        self.path = path
        self._lock = lock

    @classmethod
    def create(cls):
        base = _base()
        _remove_abandoned(base)
        path = tempfile.mkdtemp(prefix=PREFIX, dir=base)
        if not _is_private(path):
            raise PermissionError("%s is not private" % path)
        return cls(path, _make_lock(path))

    def make_folder(self, name):
        """An empty private folder inside; what was in an earlier one of that name goes."""
        path = os.path.join(self.path, name)
        remove_tree(path)
        os.mkdir(path, 0o700)
        os.chmod(path, 0o700)
        return path

    def write(self, path, text):
        """Writes a private file that did not exist before."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW
        with open(os.open(path, flags, 0o600), "w") as file:
            file.write(text)

    def remove(self):
        remove_tree(self.path)


def _base():
    wanted = os.environ.get("TMPDIR", "")
    usable = wanted.startswith("/") and len(os.fsencode(wanted)) <= LONGEST_BASE and os.access(wanted, os.W_OK)
    return wanted if usable else "/tmp"


def _make_lock(path):
    """Locked before it has its name, so that nobody can find it unlocked."""
    unnamed = os.path.join(path, LOCK + ".new")
    lock = os.open(unnamed, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    os.rename(unnamed, os.path.join(path, LOCK))
    return lock


def _is_private(path):
    found = os.lstat(path)
    return stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700 and found.st_uid == os.getuid()


def _remove_abandoned(base):
    """A node that lost its power, or a job that was killed as a whole, could not clean up."""
    for name in os.listdir(base):
        path = os.path.join(base, name)
        if name.startswith(PREFIX) and _is_abandoned(path):
            remove_tree(path)


def _is_abandoned(path):
    try:
        if not _is_private(path):
            return False
        lock = os.open(os.path.join(path, LOCK), os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(lock)
    return True


def remove_tree(path):
    """Removes the folder, never what a link in it points to."""
    if not os.path.isdir(path) or os.path.islink(path):
        return
    os.chmod(path, 0o700)
    for folder, names, _ in os.walk(path, followlinks=False):
        for name in names:
            inner = os.path.join(folder, name)
            if not os.path.islink(inner):
                os.chmod(inner, 0o700)
    shutil.rmtree(path, ignore_errors=True)
