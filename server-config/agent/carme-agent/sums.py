"""Lists of sums as sha256sum writes them, and whether files are what they say.

A folder has one called SHA256SUMS at its top, any other file one beside it, called as itself with .sha256 after it.
"""

import hashlib
import os
import re
import stat
import threading

from places import is_below

IN_FOLDER = "SHA256SUMS"
BESIDE = ".sha256"
LARGEST = 256 << 20
# A name may be 4096 bytes long, and twice that where it is written with backslashes.
LONGEST_LINE = 16 << 10
LINE = re.compile(rb"(\\?)([0-9A-Fa-f]{64})(?: [ *](.+))?\Z", re.DOTALL)
ESCAPED = re.compile(rb"\\(.)", re.DOTALL)
MEANT = {b"n": b"\n", b"r": b"\r", b"\\": b"\\"}
NAMELESS = (b"", b"-")
MOST_THREADS = 4
# Of so many files something else is the matter, and they would fill the job's memory.
MOST_WRONG = 10000
CHUNK = 1 << 20
TELL_EVERY = 0.5


class Unusable(Exception):
    """Nothing can be checked by the list; the text is for the user."""


def find(source):
    """The list of a folder or file; empty when there is none."""
    path = os.path.join(source, IN_FOLDER) if os.path.isdir(source) else source + BESIDE
    return path if os.path.lexists(path) else ""


def of_folder(path):
    """Each (sum, name) of the list, line by line: it may be long."""
    for digest, name in lines(path):
        if name.startswith(b"/") or b".." in name.split(b"/"):
            raise Unusable("%s names what is not in its folder: %s" % (os.path.basename(path), shown(name)))
        if name in NAMELESS or b"\0" in name:
            raise Unusable("%s has a sum without a name" % os.path.basename(path))
        yield digest, name


def of_file(path):
    """The one sum that the list beside a file has for it, under whatever path it was made."""
    own = os.fsencode(os.path.basename(path)[:-len(BESIDE)])
    for digest, name in lines(path):
        if name in NAMELESS or os.path.basename(name) == own:
            return digest
    raise Unusable("%s has no sum for it" % os.path.basename(path))


def lines(path):
    name = os.path.basename(path)
    with opened(path) as file:
        for number, line in enumerate(iter(lambda: file.readline(LONGEST_LINE), b""), 1):
            line = line.rstrip(b"\r\n")
            if not line or line.startswith(b"#"):
                continue
            found = LINE.match(line)
            if not found:
                raise Unusable("line %d of %s is not as sha256sum writes it" % (number, name))
            is_escaped, digest, said = found.groups(b"")
            yield digest.lower().decode(), unescaped(said) if is_escaped else said


def unescaped(name):
    return ESCAPED.sub(lambda found: MEANT.get(found.group(1), found.group()), name)


def opened(path):
    """A pipe is not waited for, and no link followed to another folder."""
    name, real = os.path.basename(path), os.path.realpath(path)
    if not is_below(real, os.path.dirname(path)):
        raise Unusable("%s leads to another folder" % name)
    file = open(os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb")
    found = os.fstat(file.fileno())
    if stat.S_ISREG(found.st_mode) and found.st_size <= LARGEST:
        return file
    file.close()
    raise Unusable("%s is %s" % (name, "too large" if stat.S_ISREG(found.st_mode) else "no file"))


def digest_of(path, on_bytes):
    """on_bytes is told how much more has been read."""
    digest = hashlib.sha256()
    buffer = bytearray(CHUNK)
    view = memoryview(buffer)
    with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK), "rb", 0) as file:
        count = file.readinto(buffer)
        while count:
            digest.update(view[:count])
            on_bytes(count)
            count = file.readinto(buffer)
    return digest.hexdigest()


class Check:
    """Of files below a folder. Python computes sums in several threads at a time."""

    def __init__(self, folder, entries):
        self._root = os.path.realpath(os.fsencode(folder))
        self._entries = iter(entries)
        self._next = threading.Lock()
        self._read = []
        self._wrong = []
        self._trouble = None

    def run(self, on_bytes):
        """The entries whose files are not what they say, or not there; on_bytes is told now and then how much was read."""
        threads = min(MOST_THREADS, len(os.sched_getaffinity(0)))
        self._read = [0] * threads
        running = [threading.Thread(target=self._work, args=(number,), daemon=True) for number in range(threads)]
        for thread in running:
            thread.start()
        for thread in running:
            while thread.is_alive():
                thread.join(TELL_EVERY)
                on_bytes(sum(self._read))
        if self._trouble:
            raise self._trouble
        return sorted(self._wrong, key=lambda entry: entry[1])

    def _work(self, number):
        def count(more):
            self._read[number] += more
        try:
            entry = self._take()
            while entry and not self._trouble:
                if not self._is_right(entry, count):
                    self._wrong.append(entry)
                if len(self._wrong) > MOST_WRONG:
                    raise Unusable("more than %d files differ or are not there" % MOST_WRONG)
                entry = self._take()
        # An exception that stayed in its thread would mean that all is well.
        except Exception as error:
            self._trouble = self._trouble or error

    def _take(self):
        with self._next:
            return next(self._entries, None)

    def _is_right(self, entry, count):
        digest, name = entry
        path = self.locate(name)
        try:
            return stat.S_ISREG(os.lstat(path).st_mode) and digest_of(path, count) == digest
        except OSError:
            return False

    def locate(self, name):
        path = os.path.realpath(os.path.join(self._root, name))
        if not path.startswith(self._root.rstrip(b"/") + b"/"):
            raise Unusable("a link leads out of the folder: %s" % shown(name))
        return path

    def remove(self, entries):
        for _, name in entries:
            path = self.locate(name)
            if os.path.isfile(path):
                folder = os.path.dirname(path)
                os.chmod(folder, stat.S_IMODE(os.stat(folder).st_mode) | stat.S_IRWXU)
                os.unlink(path)


def shown(name):
    return "".join(char if char.isprintable() else "?" for char in name.decode("utf-8", "replace"))
