"""Copies the files of an image, so that the copy can be changed and everybody can use it."""

import errno
import fcntl
import os
import stat
from contextlib import contextmanager

from inventory import names_in, open_file
from progress import Failure, say

FICLONE = 0x40049409
NOT_OF_THE_IMAGE = ("/dev", "/proc", "/sys")
PIECE = 1 << 24
# Of what is not what it was when it was looked at.
CHANGED = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP, errno.ENXIO)


def plain_mode(status):
    """An image is for everybody to read, and only for its owner to change; nobody gets the owner's rights by it."""
    executable = stat.S_ISDIR(status.st_mode) or status.st_mode & 0o111
    return 0o755 if executable else 0o644


@contextmanager
def as_found(path):
    try:
        yield
    except OSError as error:
        if error.errno in CHANGED:
            raise Failure("%s has changed while it was copied" % (path or "the image"))
        raise


class Copy:
    """Of an image, by a user who may not own its files nor read all of them: those are empty in the copy.

    The maker may change the image meanwhile: whatever is read is reached by descriptors, and none of it is the user's own.
    """

    def __init__(self, source, target, space):
        self._source = source
        self._target = target
        self._space = space
        self._owner = None
        self._names = {}
        self._can_clone = True
        self._unreadable = []
        self.is_exact = True

    def make(self):
        folders = []
        waiting = [""]
        while waiting:
            path = waiting.pop()
            with as_found(path), self._source.folder(path) as folder:
                folders.append((path, self._begin(path, folder)))
                for name in self._names_in(path, folder):
                    inner = path + "/" + name
                    with as_found(inner):
                        found = os.stat(name, dir_fd=folder, follow_symlinks=False)
                        self._check(inner, found)
                        if stat.S_ISDIR(found.st_mode):
                            waiting.append(inner)
                        else:
                            self._copy(inner, found, folder)
        for path, status in reversed(folders):
            self._finish(path, status)
        if self._unreadable:
            say("%d files or folders cannot be read and are empty in the copy: %s" % (
                len(self._unreadable), ", ".join(self._unreadable[:20])))

    def _begin(self, path, folder):
        status = os.fstat(folder)
        if path == "":
            self._owner = status.st_uid
        self._check(path, status)
        os.mkdir(self._target + path, 0o700)
        return status

    def _check(self, path, status):
        """However the user's own files have come into somebody else's image: they are private. Root's has files of many."""
        if status.st_uid == os.getuid() and self._owner not in (0, status.st_uid):
            raise Failure("%s is your own, but in somebody else's image: it is not copied" % path)

    def _names_in(self, path, folder):
        if path in NOT_OF_THE_IMAGE:
            return []
        try:
            return names_in(folder)
        except PermissionError:
            self._note_unreadable(path)
            return []

    def _copy(self, path, status, folder):
        target = self._target + path
        if stat.S_ISLNK(status.st_mode):
            os.symlink(os.readlink(os.path.basename(path), dir_fd=folder), target)
        elif stat.S_ISREG(status.st_mode):
            first = self._names.get((status.st_dev, status.st_ino))
            if first:
                os.link(first, target)
                return
            source = self._open(path, folder)
            if source is None:
                os.close(self._make_file(path))
            else:
                with source:
                    status = os.fstat(source.fileno())
                    self._check(path, status)
                    self._copy_content(path, status.st_size, source.fileno())
            self._finish(path, status)
            if status.st_nlink > 1:
                self._names[status.st_dev, status.st_ino] = target
        else:
            # Sockets, pipes and devices mean something on the machine that they are of.
            self.is_exact = False

    def _open(self, path, folder):
        try:
            return open_file(os.path.basename(path), folder)
        except PermissionError:
            self._note_unreadable(path)
            return None

    def _make_file(self, path):
        return os.open(self._target + path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)

    def _copy_content(self, path, size, source):
        self._space.take(size)
        target = self._make_file(path)
        try:
            if self._clone(source, target):
                return
            while size > 0:
                copied = os.sendfile(target, source, None, min(size, PIECE))
                if not copied:
                    break
                size -= copied
                self._space.take(0)
        finally:
            os.close(target)

    def _clone(self, source, target):
        """Without copying, where the disk can do that."""
        if self._can_clone:
            try:
                fcntl.ioctl(target, FICLONE, source)
                return True
            except OSError as error:
                if error.errno not in (errno.EOPNOTSUPP, errno.ENOTTY, errno.EXDEV, errno.EINVAL):
                    raise
                self._can_clone = False
        return False

    def _finish(self, path, status):
        mode = plain_mode(status)
        if mode != stat.S_IMODE(status.st_mode):
            self.is_exact = False
        os.chmod(self._target + path, mode)
        os.utime(self._target + path, ns=(status.st_atime_ns, status.st_mtime_ns))

    def _note_unreadable(self, path):
        self._unreadable.append(path)
        self.is_exact = False


def make_plain(folder):
    """Gives everything in the folder the modes that the files of an image have."""
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        os.chmod(path, 0o755)
        for entry in list(os.scandir(path)):
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISDIR(status.st_mode):
                waiting.append(entry.path)
            elif stat.S_ISREG(status.st_mode):
                if stat.S_IMODE(status.st_mode) != plain_mode(status):
                    os.chmod(entry.path, plain_mode(status))
            elif not stat.S_ISLNK(status.st_mode):
                os.unlink(entry.path)
