"""Copies the files of an image, so that the copy can be changed and everybody can use it."""

import errno
import fcntl
import os
import stat

from progress import say

FICLONE = 0x40049409
NOT_OF_THE_IMAGE = ("/dev", "/proc", "/sys")
PIECE = 1 << 24


def plain_mode(status):
    """An image is for everybody to read, and only for its owner to change; nobody gets the owner's rights by it."""
    executable = stat.S_ISDIR(status.st_mode) or status.st_mode & 0o111
    return 0o755 if executable else 0o644


class Copy:
    """Of a folder, by a user who may not own its files nor read all of them: those are empty in the copy."""

    def __init__(self, source, target, space):
        self._source = source
        self._target = target
        self._space = space
        self._names = {}
        self._can_clone = True
        self._unreadable = []
        self.is_exact = True

    def make(self):
        folders = []
        waiting = [""]
        while waiting:
            path = waiting.pop()
            status = os.lstat(self._source + path)
            os.mkdir(self._target + path, 0o700)
            folders.append((path, status))
            for name in self._names_in(path):
                inner = path + "/" + name
                found = os.lstat(self._source + inner)
                if stat.S_ISDIR(found.st_mode):
                    waiting.append(inner)
                else:
                    self._copy(inner, found)
        for path, status in reversed(folders):
            self._finish(path, status)
        if self._unreadable:
            say("%d files or folders cannot be read and are empty in the copy: %s" % (
                len(self._unreadable), ", ".join(self._unreadable[:20])))

    def _names_in(self, path):
        if path in NOT_OF_THE_IMAGE:
            return []
        try:
            return os.listdir(self._source + path)
        except PermissionError:
            self._note_unreadable(path)
            return []

    def _copy(self, path, status):
        target = self._target + path
        if stat.S_ISLNK(status.st_mode):
            os.symlink(os.readlink(self._source + path), target)
        elif stat.S_ISREG(status.st_mode):
            first = self._names.get((status.st_dev, status.st_ino))
            if first:
                os.link(first, target)
                return
            self._copy_content(path, status)
            self._finish(path, status)
            if status.st_nlink > 1:
                self._names[status.st_dev, status.st_ino] = target
        else:
            # Sockets, pipes and devices mean something on the machine that they are of.
            self.is_exact = False

    def _copy_content(self, path, status):
        self._space.take(status.st_size)
        target = os.open(self._target + path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            source = os.open(self._source + path, os.O_RDONLY | os.O_NOFOLLOW)
        except PermissionError:
            self._note_unreadable(path)
            os.close(target)
            return
        try:
            if not self._clone(source, target):
                while os.sendfile(target, source, None, PIECE):
                    self._space.take(0)
        finally:
            os.close(source)
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
