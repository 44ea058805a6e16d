"""The builder by itself, as an ordinary user, with a little image as the base."""

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONFIGURATION = HERE.parent.parent
BUILDER = HERE.parent / "carme-builder"
sys.path += [str(BUILDER), str(CONFIGURATION / "agent/tests"), str(CONFIGURATION / "agent/carme-agent"),
             str(CONFIGURATION / "inventory")]

import emulation
import inside
import output
import progress
import space
from support import NOBODY, called, until
from tiny import make_image

ORDINARY = NOBODY if os.getuid() == 0 else os.getuid()
# Within a mount namespace of its own, the folder is another one.
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0" && exec "$@"'
SMALL_DISK = 'mount -t tmpfs -o mode=1777,size=16m small "$0" && exec "$@"'


def run(script):
    return {"kind": "run", "script": script}


def file(path, text="text"):
    return {"kind": "file", "path": path, "text": text, "executable": False}


def environment(name, value):
    return {"kind": "environment", "name": name, "value": value}


class Builder:
    """One that has been started."""

    def __init__(self, folder, plan, around=()):
        self.folder = Path(folder)
        (self.folder / "task.json").write_text(json.dumps(plan))
        os.chmod(folder, 0o777)
        self._output = open(str(self.folder / "output"), "w+b")
        options = [] if os.getuid() else ["--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups"]
        self.process = subprocess.Popen(
            [*around, "setpriv", "--pdeathsig", "KILL", *options, sys.executable, "-B", str(BUILDER), str(folder)],
            stdin=subprocess.DEVNULL, stdout=self._output, stderr=subprocess.STDOUT)

    @property
    def output(self):
        return (self.folder / "output").read_text()

    def progress(self):
        try:
            return json.loads((self.folder / "progress.json").read_text())
        except FileNotFoundError:
            return {"steps": []}

    def is_running(self, kind):
        return any(step["kind"] == kind and step["state"] == "running" for step in self.progress()["steps"])

    def wait(self):
        return self.process.wait(30)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        self._output.close()


class BuilderCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        cls.addClassCleanup(folder.cleanup)
        os.chmod(folder.name, 0o755)
        cls.store = Path(folder.name)
        cls.base = make_image(cls.store / "tiny")

    def setUp(self):
        if shutil.which("bwrap") is None:
            self.skipTest("bubblewrap is missing")
        self.own = Path(tempfile.mkdtemp(prefix="own-", dir=str(self.store)))
        self.own.chmod(0o1777)
        self.target = self.own / "somebody/new"
        self.mark = "3%09d" % (time.monotonic_ns() % 10 ** 9)

    def start(self, *steps, around=(), **more):
        plan = dict({
            "kind": "build", "source": str(self.base), "target": str(self.target), "mirrors": {}, "steps": list(steps),
            "limits": {"bytes": 10 ** 8, "processes": 50}}, **more)
        builder = Builder(tempfile.mkdtemp(dir=str(self.store)), plan, around)
        self.addCleanup(builder.close)
        return builder

    def build(self, *steps, **more):
        builder = self.start(*steps, **more)
        self.assertEqual(builder.wait(), 0, builder.output)
        return builder

    def failure(self, *steps, **more):
        """What is said of a build that fails; nothing of it is left."""
        builder = self.start(*steps, **more)
        self.assertEqual(builder.wait(), 1, builder.output)
        said = builder.progress()
        self.assertEqual(said["state"], "failed")
        return said["detail"]

    def sleep(self):
        """A command that a search among all processes finds."""
        return "sleep " + self.mark

    def sleeps(self):
        return called(self.sleep())

    def left(self):
        return sorted(path.name for path in self.target.parent.iterdir())


class StepsTest(BuilderCase):
    def test_commands_believe_that_they_are_root(self):
        self.build(
            run("chown 5:6 /opt; chmod 4755 /bin/ls; mknod /opt/device c 1 3; id"),
            run('[ "$(id -u)" = 0 ] && [ ! -e /opt/device ] && echo more >>/opt/text'))
        self.assertEqual((self.target / "opt").stat().st_uid, ORDINARY)
        self.assertEqual(stat.S_IMODE((self.target / "bin/ls").stat().st_mode), 0o755)

    def test_variables_hold_for_later_steps(self):
        self.build(environment("FIRST", "it's"), environment("PATH", "/opt/bin:$PATH"), environment("SECOND", "${FIRST} `x` $(y)"),
                   run('echo "$SECOND $PATH" >/opt/said'))
        said = (self.target / "opt/said").read_text()
        self.assertRegex(said, r"\Ait's `x` \$\(y\) /opt/bin:/usr/local/sbin")

    def test_files_stay_inside_whatever_links_say(self):
        outside = self.store / "outside"
        outside.mkdir(exist_ok=True)
        self.build(
            run("ln -s %s /opt/absolute; ln -s ../../../../../../../..%s /opt/relative; ln -s /etc/passwd /opt/link; mkdir /opt/folder"
                % (outside, outside)),
            file("/opt/absolute/a"), file("/opt/relative/b"), file("/opt/link"), file("/new/folder/c"))
        self.assertEqual(list(outside.iterdir()), [])
        self.assertEqual((self.target / str(outside)[1:] / "a").read_text(), "text")
        self.assertEqual((self.target / "new/folder/c").read_text(), "text")
        self.assertTrue((self.target / "etc/passwd").read_text().startswith("root:"), "a link makes way, not what it leads to")
        self.assertIn("cannot be a file", self.failure(file("/opt"), target=str(self.target) + "-2"))
        self.assertIn("cannot be a file", self.failure(file("/etc/passwd/x"), target=str(self.target) + "-3"))

    def test_nothing_of_a_step_outlives_it(self):
        builder = self.start(run("setsid %s >/dev/null 2>&1 </dev/null & echo" % self.sleep()), run("sleep 1"))
        until(lambda: builder.progress()["steps"][1:2] and builder.progress()["steps"][1]["state"] == "done", "the first step")
        self.assertEqual(self.sleeps(), [])
        builder.wait()

    def test_temporary_files_and_orders_to_apt_are_not_part_of_the_image(self):
        self.build(run("touch /tmp/a; ls /tmp/.carme/apt.conf"), run('[ ! -e /tmp/a ]'))
        self.assertEqual(list((self.target / "tmp").iterdir()), [])

    def test_says_what_bubblewrap_says(self):
        (self.own / "bwrap").write_text("#!/bin/sh\necho no user namespaces here >&2; exit 1\n")
        (self.own / "bwrap").chmod(0o755)
        around = ["env", "PATH=%s:/usr/bin:/bin" % self.own]
        self.assertIn("the copy cannot be entered: no user namespaces here", self.failure(run("true"), around=around))

    def test_what_is_missing_is_named(self):
        for kind, text in (("apt", "apt-get is not in the image"), ("pip", "apt-get is not"), ("conda", "conda is not")):
            builder = self.start({"kind": kind, "packages": ["x"]})
            self.assertEqual(builder.wait(), 1)
            self.assertIn(text, builder.progress()["lines"][-1])


class BaseTest(BuilderCase):
    def test_a_copy_is_plain_and_complete(self):
        base = shutil.copytree(str(self.base), str(self.store / "odd"), symlinks=True)
        for name, mode in (("secret", 0o600), ("setuid", 0o4755), ("open", 0o666)):
            (Path(base) / "opt" / name).write_text(name)
            (Path(base) / "opt" / name).chmod(mode)
        os.link(base + "/opt/setuid", base + "/opt/twin")
        os.symlink("/nowhere", base + "/opt/link")
        os.mkfifo(base + "/opt/pipe")
        os.utime(base + "/opt/open", (1, 1))
        (Path(base) / "dev/null").write_text("no device")
        self.build(kind="sandbox", source=base)
        opt = self.target / "opt"
        self.assertEqual(sorted(path.name for path in opt.iterdir()), ["link", "open", "secret", "setuid", "twin"])
        self.assertEqual([stat.S_IMODE((opt / name).stat().st_mode) for name in ("secret", "setuid", "open")], [0o644, 0o755, 0o644])
        self.assertEqual((opt / "secret").read_text(), "" if os.getuid() == 0 else "secret")
        self.assertTrue((opt / "twin").samefile(opt / "setuid"))
        self.assertFalse((opt / "twin").samefile(Path(base) / "opt/twin"), "the base is never written to")
        self.assertEqual((opt / "open").stat().st_mtime, 1)
        self.assertEqual(list((self.target / "dev").iterdir()), [])

    def test_a_target_is_made_once(self):
        self.build(kind="sandbox")
        self.assertIn("exists already", self.failure(kind="sandbox"))
        self.assertEqual(self.left(), [".lock", "new"])

    def test_two_tasks_do_not_make_the_same(self):
        first = self.start(run(self.sleep()))
        until(self.sleeps, "the first one")
        self.assertIn("is being made by another job", self.failure(kind="sandbox"))
        self.assertTrue(self.sleeps(), "the first goes on")
        first.process.terminate()

    def test_the_folder_has_to_be_ones_own(self):
        if os.getuid():
            self.skipTest("only root can give folders away")
        self.target.parent.mkdir()
        self.assertIn("belongs to somebody else", self.failure())
        self.target.parent.rmdir()
        self.target.parent.symlink_to("/tmp")
        self.assertIn("is no folder", self.failure())


class LimitsTest(BuilderCase):
    def test_processes(self):
        started = "i=0; while [ $i -lt %d ]; do sleep 20 & i=$((i + 1)); done; echo all"
        # One is the shell, and one stands before it.
        builder = self.build(run(started % 45))
        self.assertIn("\nall\n", builder.output)
        builder = self.start(run(started % 60), target=str(self.target) + "-2")
        self.assertEqual(builder.wait(), 1)
        self.assertNotIn("\nall\n", builder.output)
        self.assertIn("fork", builder.output)

    def test_size_of_a_file(self):
        detail = self.failure(run("dd if=/dev/zero of=/opt/large bs=1000000 count=200"))
        self.assertRegex(detail, "larger than what is left|larger than the 100 MB")

    def test_size_of_the_image(self):
        filler = "i=0; while true; do dd if=/dev/zero of=/opt/$i bs=1000000 count=30 2>/dev/null; i=$((i + 1)); sleep 0.1; done"
        self.assertIn("larger than the 100 MB that are allowed", self.failure(run(filler)))
        self.assertEqual(self.left(), [".lock"])
        self.assertIn("larger than the 1 MB", self.failure(limits={"bytes": 10 ** 6, "processes": 50}))

    def test_what_is_hidden_counts_as_well(self):
        closed = "mkdir /opt/a; chmod 0 /opt/a; for i in 1 2 3 4 5; do dd if=/dev/zero of=/opt/a/$i bs=1000000 count=30; done"
        self.assertIn("larger than the 100 MB", self.failure(run(closed + "; sleep 60")))
        # Each path that is said is short enough; that of the file at the end is 60 kB long.
        deeper = "mkdir -p /opt/b%s; mv /opt/a /opt/b%s/a; mv /opt/b /opt/a\n" % (("/" + "x" * 50) * 60, ("/" + "x" * 50) * 60)
        filler = "dd if=/dev/zero of=/opt/%s bs=1000000 count=60\n"
        self.assertIn("larger than the 100 MB", self.failure(
            run("mkdir /opt/a\n" + filler % "a/first" + 20 * deeper + filler % "second" + "sleep 60")))
        self.assertEqual(self.left(), [".lock"])

    def test_a_step_that_says_nothing_more_is_watched_all_the_same(self):
        filler = "exec >/dev/null 2>&1; i=0; while true; do dd if=/dev/zero of=/opt/$i bs=1000000 count=30; i=$((i + 1)); sleep 0.1; done"
        self.assertIn("larger than the 100 MB that are allowed", self.failure(run(filler)))

    @unittest.skipIf(os.getuid(), "only root can mount")
    def test_disks(self):
        around = ["unshare", "--mount", "sh", "-c", READ_ONLY, str(self.own)]
        self.assertIn("Read-only file system", self.failure(around=around))
        around = ["unshare", "--mount", "sh", "-c", SMALL_DISK, str(self.own)]
        self.assertIn("is nearly full", self.failure(run("dd if=/dev/zero of=/opt/x bs=1000000; sleep 60"), around=around))


class EndTest(BuilderCase):
    def test_cancelling_leaves_nothing(self):
        builder = self.start(run("trap '' TERM; setsid %s & while true; do sleep 1; done" % self.sleep()))
        until(self.sleeps, "the step")
        builder.process.terminate()
        self.assertEqual(builder.wait(), 128 + signal.SIGTERM)
        self.assertEqual(self.sleeps(), [])
        self.assertEqual(self.left(), [".lock"])

    def test_what_a_killed_one_leaves_goes_with_the_next(self):
        builder = self.start(run("setsid %s & chmod 0 /opt; wait" % self.sleep()))
        until(self.sleeps, "the step")
        builder.process.kill()
        until(lambda: not self.sleeps(), "no process")
        self.assertEqual(self.left(), [".lock", "new.making"])
        self.target = self.target.parent / "other"
        self.build(kind="sandbox")
        self.assertEqual(self.left(), [".lock", "other"])


class PartsTest(unittest.TestCase):
    def test_both_machines_have_a_filter(self):
        for machine in ("x86_64", "aarch64"):
            self.assertEqual(len(emulation.program(machine)) % 8, 0)
            self.assertGreater(len(emulation.program(machine)), 100)
        self.assertEqual(emulation.program("vax"), b"")

    def test_old_kernels_count_all_processes_of_a_user(self):
        self.assertFalse(inside.counts_by_namespace("4.18.0-553.el8_10.x86_64"))
        self.assertTrue(inside.counts_by_namespace("5.14.0-427.el9.x86_64"))
        self.assertTrue(inside.counts_by_namespace("6.1.0-21-amd64"))

    def test_last_lines_are_readable(self):
        said = output.Output(os.open(os.devnull, os.O_WRONLY))
        said.take(b"old\n" * 30)
        said.take(b"50 %\r100 %\n\x1b[31mred\x1b[0m \xff\x07\n" + b"x" * 1000)
        self.assertEqual(said.last_lines()[-4:], ["50 %", "100 %", "red \ufffd", "x" * 200])
        self.assertEqual(len(said.last_lines()), 20)

    def test_much_output_is_cut(self):
        with tempfile.TemporaryFile() as log:
            said = output.Output(log.fileno())
            for _ in range(12):
                said.take(b"x" * (1 << 20))
            self.assertLess(log.tell(), 10 << 20)

    def test_sizes_have_words(self):
        self.assertEqual([space.in_words(size) for size in (2 * 10 ** 10, 15 * 10 ** 5, 7)], ["20 GB", "1.5 MB", "7 bytes"])

    def test_what_is_reported_is_short(self):
        self.assertEqual(progress.shortened("a\nb", 100), "a b")
        for text in ("x" * 500, "\u00e9" * 500):
            self.assertLessEqual(len(json.dumps(progress.shortened(text, 100))), 100)
            self.assertGreater(len(json.dumps(progress.shortened(text, 100))), 90)


if __name__ == "__main__":
    unittest.main()
