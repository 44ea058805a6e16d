"""Copies of images whose maker changes them meanwhile, and of what is put there for the one who copies."""

import os
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

HERE = Path(__file__).resolve().parent
sys.path += [str(HERE.parent / "carme-builder"), str(HERE.parent.parent / "inventory")]

import inventory
import space
import tasks
from copying import Copy
from progress import Failure, Progress
from target import Target

MAKER = 12345


class Hook:
    """In the place of the space: does something when so many files have been begun."""

    def __init__(self, after=0, work=lambda: None):
        self._left = after
        self._work = work

    def take(self, size):
        self._left -= bool(size)
        if self._left == 0:
            self._left = -1
            self._work()


class CopyingCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        self.source = self.folder / "source"
        self.target = self.folder / "somebody/new"
        self.write("source/first", "text")

    def write(self, path, text):
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        for each in (file, *file.parents):
            if self.folder in each.parents:
                each.chmod(0o755 if each.is_dir() else 0o644)
        return file

    def copy(self, hook, source=None):
        copy = Copy(inventory.Root(str(source or self.source)), str(self.folder / "copy"), hook)
        copy.make()
        return copy

    def copied(self):
        return sorted(path.read_text() for path in (self.folder / "copy").rglob("*") if path.is_file())

    def put_link(self, place):
        place.rename(self.folder / "away")
        place.symlink_to(self.folder / "private")


class ChangesTest(CopyingCase):
    def test_a_folder_becomes_a_link(self):
        self.write("source/outer/text", "text")
        self.write("source/outer/inner/text", "text")
        self.write("private/inner/text", "secret")
        self.write("private/text", "secret")
        in_order = mock.patch("copying.names_in", lambda folder: sorted(inventory.names_in(folder)))
        for place in ("outer", "outer/inner"):
            with self.subTest(place), in_order:
                # When the text beside the inner folder is copied.
                with self.assertRaisesRegex(Failure, "/outer/inner has changed while it was copied"):
                    self.copy(Hook(2, lambda: self.put_link(self.source / place)))
                self.assertEqual(self.copied(), ["text", "text"])
                (self.folder / "copy").rename(self.folder / ("copy-" + place[-5:]))
                (self.source / place).unlink()
                (self.folder / "away").rename(self.source / place)

    def test_the_image_itself_becomes_a_link(self):
        self.write("source/inner/text", "text")
        self.write("private/inner/text", "secret")
        self.write("private/first", "secret")
        self.copy(Hook(1, lambda: self.put_link(self.source)))
        self.assertEqual(self.copied(), ["text", "text"])
        (self.folder / "copy").rename(self.folder / "first")
        (self.folder / "above").symlink_to(self.folder / "private")
        for source in (self.source, self.folder / "above/inner"):
            with self.assertRaisesRegex(Failure, "the image has changed"):
                self.copy(Hook(), source)
            self.assertFalse((self.folder / "copy").exists())

    def test_a_file_becomes_a_pipe_or_a_link_or_a_folder(self):
        private = self.write("private/text", "secret")
        file = self.source / "first"
        look = os.stat
        for number, make in enumerate((
                lambda: os.mkfifo(str(file)), lambda: file.symlink_to(private), lambda: file.mkdir(), lambda: None)):
            if os.path.lexists(str(file)):
                file.rename(self.folder / ("old-%d" % number))
            file.write_text("text")

            def look_and_change(path, *arguments, **more):
                found = look(path, *arguments, **more)
                if path == "first":
                    os.unlink(str(file))
                    make()
                return found

            with self.subTest(number), mock.patch.object(os, "stat", look_and_change):
                with self.assertRaisesRegex(Failure, "/first has changed"):
                    self.copy(Hook())
            self.assertEqual(self.copied(), [])
            (self.folder / "copy").rename(self.folder / ("copy-%d" % number))

    def test_a_file_that_grows_is_copied_as_long_as_it_was(self):
        with mock.patch("copying.fcntl.ioctl", side_effect=OSError(25, "no clones")):
            self.copy(Hook(1, lambda: (self.source / "first").write_text("text and more")))
        self.assertEqual(self.copied(), ["text"])

    @unittest.skipIf(os.getuid(), "only root can give files away")
    def test_what_is_the_users_own_is_no_part_of_anothers_image(self):
        own = self.write("source/usr/own", "secret")
        own.chmod(0o600)
        for place in (own, own.parent):
            for path in (self.source, self.source / "first", own, own.parent):
                os.chown(str(path), MAKER, MAKER)
            os.chown(str(place), os.getuid(), MAKER)
            with self.subTest(place), self.assertRaisesRegex(Failure, "is your own, but in somebody else's image"):
                self.copy(Hook())
            self.assertNotIn("secret", self.copied())
            (self.folder / "copy").rename(self.folder / ("copy-" + place.name))
        os.chown(str(self.source), os.getuid(), MAKER)
        self.copy(Hook())
        self.assertIn("secret", self.copied())


class DigestTest(CopyingCase):
    def setUp(self):
        super().setUp()
        self.write("source/usr/text", "text")
        self.source.chmod(0o755)

    def digest(self):
        return tasks.properties(inventory.take(inventory.Root(str(self.source)), True))["carme:digest"]

    def take_over(self, before=lambda: None):
        make = Copy.make

        def change_and_make(copy):
            before()
            make(copy)

        plan = {"kind": "copy", "source": str(self.source), "target": str(self.target), "limits": {"bytes": 10 ** 8},
                "digest": self.digest()}
        enough, silent = mock.patch.object(space.Space, "watch"), mock.patch("progress.say")
        with enough, silent, mock.patch.object(tasks.Copy, "make", change_and_make):
            return tasks.Task(plan, str(self.folder), Progress(str(self.folder / "progress.json"))).do()

    def test_is_that_of_the_copy(self):
        self.assertEqual(self.take_over()["digest"], self.digest())

    def test_is_compared_whatever_is_in_the_image(self):
        def change():
            (self.source / "usr/text").write_text("evil")

        with self.assertRaisesRegex(Failure, "changed while they were copied"):
            self.take_over(change)
        for number, make in enumerate((
                lambda: (self.source / "usr").chmod(0o775), lambda: os.mkfifo(str(self.source / "pipe")))):
            make()
            for before in (change, lambda: None):
                with self.subTest(number), self.assertRaisesRegex(Failure, "some files cannot be taken over as they are"):
                    self.take_over(before)
            (self.source / "usr").chmod(0o755)
        self.assertEqual([path.name for path in self.target.parent.iterdir()], [".lock"])


class OthersTest(CopyingCase):
    def test_another_task_ends_while_abandoned_ones_are_looked_for(self):
        other = self.folder / "somebody/other.making"
        is_link = os.path.islink

        def look_and_go(path):
            if path == str(other):
                other.rmdir()
            return is_link(path)

        other.parent.mkdir()
        other.mkdir()
        with mock.patch.object(os.path, "islink", look_and_go), Target(str(self.target)):
            self.assertFalse(other.exists())

    def test_the_disk_is_watched_while_sizes_are_added_up(self):
        program = self.folder / "bwrap"
        program.write_text("#!/bin/sh\nexec sleep 30\n")
        program.chmod(0o755)
        watch = mock.Mock(side_effect=[None, Failure("nearly full")])
        with mock.patch.dict(os.environ, PATH="%s:/usr/bin:/bin" % self.folder):
            with self.assertRaisesRegex(Failure, "nearly full"):
                space.size_of(str(self.source), watch)
        self.assertEqual(watch.call_count, 2)


if __name__ == "__main__":
    unittest.main()
