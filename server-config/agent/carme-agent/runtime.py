"""Folders of a job's own on this node: one for its services' sockets, files and secrets, one on the local disk for data."""

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile

PREFIX = "carme-job-"
DISK_PREFIX = PREFIX + "disk-"
LOCK = "lock"
DATA = "data"
# A Unix socket's path has to stay below 108 bytes, and those of Jupyter's kernels have 84 besides.
LONGEST_BASE = 23


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

    @classmethod
    def on_disk(cls, base, job):
        """Below base, called the same on all nodes of a job; what a node without power left of it is gone on with."""
        path = os.path.join(base, DISK_PREFIX + job)
        _remove_abandoned(base, path)
        if not os.path.lexists(path):
            os.mkdir(path, 0o700)
            os.chmod(path, 0o700)
        has_lock = os.path.lexists(os.path.join(path, LOCK))
        lock = _abandoned_lock(path) if has_lock or not _is_private(path) else _make_lock(path)
        if lock is None:
            raise FileExistsError("%s is not this job's" % path)
        os.makedirs(os.path.join(path, DATA), 0o700, exist_ok=True)
        return cls(path, lock)

    @property
    def data(self):
        """What users see of the folder on the disk."""
        return os.path.join(self.path, DATA)

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
    lock = os.open(unnamed, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    fcntl.flock(lock, fcntl.LOCK_EX)
    os.rename(unnamed, os.path.join(path, LOCK))
    return lock


def _is_private(path):
    found = os.lstat(path)
    return stat.S_ISDIR(found.st_mode) and stat.S_IMODE(found.st_mode) == 0o700 and found.st_uid == os.getuid()


def _remove_abandoned(base, but=None):
    """A node that lost its power, or a job that was killed as a whole, could not clean up."""
    for name in os.listdir(base):
        path = os.path.join(base, name)
        if name.startswith(PREFIX) and path != but:
            lock = _abandoned_lock(path)
            if lock is not None:
                remove_tree(path)
                os.close(lock)


def _abandoned_lock(path):
    """The lock of a folder whose job is over, now held; None of all others."""
    try:
        if not _is_private(path):
            return None
        lock = os.open(os.path.join(path, LOCK), os.O_RDWR | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return lock
    except OSError:
        os.close(lock)
        return None


def remove_tree(path):
    """Removes the folder, never what a link in it points to. What is not the user's to remove stays, with the lock.

    The lock goes last: of what a kill leaves the user's next job removes the rest.
    """
    if not os.path.isdir(path) or os.path.islink(path):
        return
    _open_up(path)
    # The epilog, or another job of the user's, may be removing it as well.
    with contextlib.suppress(OSError):
        for name in os.listdir(path):
            if name != LOCK:
                _remove(os.path.join(path, name))
        if set(os.listdir(path)) <= {LOCK}:
            shutil.rmtree(path, ignore_errors=True)


def _open_up(path):
    """As far as it is the user's."""
    with contextlib.suppress(OSError):
        os.chmod(path, 0o700)
    for folder, names, _ in os.walk(path, followlinks=False):
        for name in names:
            inner = os.path.join(folder, name)
            if not os.path.islink(inner):
                with contextlib.suppress(OSError):
                    os.chmod(inner, 0o700)


def _remove(path):
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path, ignore_errors=True)
    else:
        with contextlib.suppress(OSError):
            os.unlink(path)
