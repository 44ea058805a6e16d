"""Copies to the node's disk what a job was given to work with: folders, files, and what is in archives.

A program: ``stagein.py FOLDER`` reads plan.json there and writes progress.json. It may be killed and begin again at any time:
what has arrived whole is not copied again. One thing that cannot be copied does not keep others from it. What has a list of
sums is checked by it, and left out where it differs twice.
"""

import contextlib
import ctypes
import hashlib
import json
import os
import subprocess
import sys
import tempfile
import zipfile

import places
import rsync
import sums
from progress import Progress
from runtime import remove_tree

TAR = {".tar": [], ".tar.gz": ["--gzip"], ".tgz": ["--gzip"], ".tar.zst": ["--zstd"]}
ZIP = ".zip"
PART = ".carme-part-"
CHUNK = 1 << 20
BLOCK = 4096


class Thing:
    """One of those to be copied."""

    def __init__(self, item, home, folders):
        self.written = item["source"]
        is_dataset = bool(item["dataset"])
        self.source = os.path.realpath(self.written) if is_dataset else places.locate(self.written, home, folders)
        if not os.path.exists(self.source):
            raise rsync.Failed("%s is not there" % (item["dataset"] or self.written))
        base = item["dataset"] or os.path.basename(self.written.rstrip("/"))
        self.suffix = "" if os.path.isdir(self.source) else archive_suffix(self.source)
        own = archive_suffix(base)
        self.name = base[:-len(own)] if self.suffix and own else base
        self.size, self.room = sizes_of(self.source, self.suffix)
        self._list = sums.find(self.source)

    def copy(self, folder, progress):
        target = os.path.join(folder, self.name)
        entries = self._sums(progress)
        if not self.suffix:
            self._copy(target, progress)
            if entries is not None:
                self._check(target, entries, progress)
        elif not os.path.isdir(target):
            self._unpack(folder, target, entries, progress)

    def _sums(self, progress):
        """What its list says; None without one that can be read, which is said."""
        if not self._list:
            return None
        try:
            if os.path.isdir(self.source):
                return sums.of_folder(self._list)
            return [(sums.of_file(self._list), os.fsencode(self.name))]
        except (sums.Unusable, OSError) as error:
            progress.problem(self._unchecked(error))
            return None

    def _unchecked(self, error):
        return "%s cannot be checked: %s" % (self.written, error if isinstance(error, sums.Unusable) else error.strerror)

    def _copy(self, target, progress):
        source = self.source
        if os.path.isdir(source):
            source += "/"
            target += "/"
        # Nobody else writes there, and what is killed leaves no half file under another name.
        rsync.copy(source, target, ["--perms", "--inplace"], progress.reached)
        missing = rsync.different(source, target)
        if missing:
            raise rsync.Failed("%s changed while it was copied: %s" % (self.written, rsync.some(missing)))

    def _check(self, target, entries, progress):
        """Also what an earlier attempt has left, of which rsync looks at size and time only."""
        try:
            entries = self._wrong(target, entries, progress)
            if entries:
                progress.begin(self.name, self.size)
                self._copy(target, progress)
                entries = self._wrong(target, entries, progress)
        except (sums.Unusable, OSError) as error:
            raise rsync.Failed(self._unchecked(error))
        if entries:
            raise rsync.Failed("%s differs from %s, and is left out: %s" % (
                self.written, os.path.basename(self._list), rsync.some([sums.shown(name) for _, name in entries])))

    def _wrong(self, target, entries, progress):
        """Those whose files are not as they say; these are gone then: rsync would take them for the right ones."""
        name = os.path.basename(self._list)
        is_folder = os.path.isdir(target)
        progress.begin(self.name + "/" + name if is_folder else name, self.size)
        check = sums.Check(target if is_folder else os.path.dirname(target), entries)
        wrong = check.run(progress.reached)
        check.remove(wrong)
        return wrong

    def _unpack(self, folder, target, entries, progress):
        """Beside its place first: what stands there is whole, even after the node has lost its power."""
        part = os.path.join(folder, PART + self.name)
        try:
            if not (self._extract(part, entries, progress) or self._extract(part, entries, progress)):
                raise rsync.Failed("it differs from %s" % os.path.basename(self._list))
            sync(part)
            os.rename(part, target)
        except rsync.Failed as error:
            why = "the disk is full" if is_full(folder) else error
            remove_tree(part)
            raise rsync.Failed("%s cannot be unpacked: %s" % (self.written, why))

    def _extract(self, part, entries, progress):
        """False when the archive is not what its list says."""
        remove_tree(part)
        os.mkdir(part, 0o700)
        digest = hashlib.sha256() if entries else None
        if self.suffix != ZIP:
            try:
                untar(self.source, TAR[self.suffix], part, digest, progress)
            except rsync.Failed:
                # A damaged archive is seldom one that can be unpacked; why it cannot says the second attempt.
                if not digest or sums.digest_of(self.source, lambda count: None) == entries[0][0]:
                    raise
                return False
        elif digest:
            with open(self.source, "rb") as file:
                for _ in pieces(file, digest, progress):
                    pass
        if digest and digest.hexdigest() != entries[0][0]:
            return False
        if self.suffix == ZIP:
            unzip(self.source, part)
        return True


def archive_suffix(name):
    return next((suffix for suffix in [*TAR, ZIP] if name.lower().endswith(suffix) and len(name) > len(suffix)), "")


def sizes_of(path, suffix):
    """Its bytes, and what it takes on the disk; of what is compressed by tar nobody knows, and it is at least so much."""
    if os.path.isdir(path):
        return places.sizes_below(path, BLOCK)
    files = [os.path.getsize(path)] if os.path.exists(path) else []
    if suffix == ZIP:
        try:
            with zipfile.ZipFile(path) as archive:
                files = [member.file_size for member in archive.infolist()]
        except (zipfile.BadZipFile, OSError, ValueError):
            pass
    return sum(files), sum(places.in_blocks(size, BLOCK) for size in files)


def sync(folder):
    """Waits until all that its file system was told is on the disk; file by file it would take longer."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        if libc.syncfs(descriptor):
            raise rsync.Failed(os.strerror(ctypes.get_errno()))
    finally:
        os.close(descriptor)


def is_full(folder):
    """What tar says of that does not tell it."""
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize < CHUNK


def pieces(file, digest, progress):
    for data in iter(lambda: file.read(CHUNK), b""):
        if digest:
            digest.update(data)
        yield data
        progress.reached(file.tell())


def untar(archive, options, folder, digest, progress):
    command = ["tar", "--extract", "--no-same-owner", *options, "--directory", folder]
    with open(archive, "rb") as source, tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=complaints, env=rsync.environment())
        # One that ends early says why.
        with contextlib.suppress(BrokenPipeError):
            for data in pieces(source, digest, progress):
                process.stdin.write(data)
        with contextlib.suppress(BrokenPipeError):
            process.stdin.close()
        rsync.check(process, complaints)
        if digest:
            # What is behind the archive's end tar does not want.
            for _ in pieces(source, digest, progress):
                pass


def unzip(archive, folder):
    """By a name without anything in it that unzip would take for a pattern."""
    link = folder + ZIP
    if os.path.lexists(link):
        os.unlink(link)
    os.symlink(archive, link)
    try:
        with tempfile.TemporaryFile() as complaints:
            rsync.check(subprocess.Popen(
                ["unzip", "-q", "-o", link, "-d", folder], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=complaints, env=rsync.environment()), complaints)
    finally:
        os.unlink(link)


def find(plan, home, progress):
    """What is there to be copied."""
    things = []
    for item in plan["items"]:
        try:
            things.append(Thing(item, home, plan["folders"]))
        except (rsync.Failed, places.Astray) as error:
            progress.problem(str(error))
        except OSError as error:
            progress.problem("%s cannot be read: %s" % (item["source"], error.strerror))
    return things


def fit(things, folder, progress):
    """Whether all of it fits on the disk, beside what an earlier attempt has brought there."""
    needed = sum(max(0, thing.room - sizes_of(os.path.join(folder, thing.name), "")[1]) for thing in things)
    found = os.statvfs(folder)
    free = found.f_bavail * found.f_frsize
    if needed > free:
        progress.problem("%s are needed on the disk, which has only %s free: nothing is copied" % (
            rsync.in_bytes(needed), rsync.in_bytes(free)))
        return False
    return True


def main(folder):
    with open(os.path.join(folder, "plan.json")) as file:
        plan = json.load(file)
    progress = Progress(os.path.join(folder, "progress.json"))
    things = find(plan, os.environ.get("HOME", "/"), progress)
    progress.expect(sum(thing.size for thing in things))
    if fit(things, plan["target"], progress):
        for thing in things:
            progress.begin(thing.name, thing.size)
            try:
                thing.copy(plan["target"], progress)
            except rsync.Failed as error:
                progress.problem(str(error))
            except OSError as error:
                progress.problem("%s cannot be copied: %s" % (thing.written, error.strerror))
            else:
                progress.ended()
    progress.over()


if __name__ == "__main__":
    main(sys.argv[1])
