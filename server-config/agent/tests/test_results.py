"""Results that lie on the node's disk when the job ends."""

import contextlib
import io
import os
import signal
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from support import AGENT, SLURM_JOB, Scene, tool, until

sys.path.insert(0, str(AGENT))

import answer
import progress
import results
import rsync
import stageout

LARGE = 768 << 20


class ResultsTest(unittest.TestCase):
    """With an agent that is told to stop."""

    def setUp(self):
        self.scene = Scene(tool("echo"))
        self.addCleanup(self.scene.close)
        self.scene.portal.assignment["data"] = {"items": [], "folders": [], "results": "~/Läufe und mehr/1"}
        self.agent = self.scene.ready_agent()
        self.folder = self.agent.disk / ("carme-job-disk-" + SLURM_JOB) / "data/results"
        self.target = self.agent.home / "Läufe und mehr/1"

    def stop(self):
        self.scene.portal.report_answer = (200, {"endsAt": None, "stop": True})
        self.assertEqual(self.agent.process.wait(30), 0)

    def said(self):
        return [report["results"] for report in self.scene.portal.reports if "results" in report][-1]

    def write(self, path, text="text"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def test_are_copied_at_the_end(self):
        self.write(self.folder / "tief/Modell ü.pt")
        self.stop()
        self.assertEqual([str(path.relative_to(self.target)) for path in self.target.rglob("*") if path.is_file()],
                         ["tief/Modell ü.pt"])
        self.assertIn("results: everything is copied to ~/Läufe und mehr/1\n", self.agent.output)
        self.assertEqual(self.said(), {"state": "done", "bytes": 4, "totalBytes": 4, "item": "~/Läufe und mehr/1", "detail": ""})
        self.assertFalse(self.folder.exists())

    def test_do_not_take_the_place_of_what_is_newer(self):
        for name in ("a", "b"):
            self.write(self.folder / name, "from the job")
            self.write(self.target / name, "from elsewhere")
        os.utime(self.target / "b", (1, 1))
        os.utime(self.folder / "a", (1, 1))
        self.stop()
        self.assertEqual((self.target / "a").read_text(), "from elsewhere")
        self.assertEqual((self.target / "b").read_text(), "from the job")
        self.assertIn("but what is newer there, and stays: a\n", self.agent.output)
        self.assertEqual(self.said()["detail"], "what is newer there, and stays: a")

    def test_say_why_they_cannot_be_copied(self):
        self.write(self.folder / "a")
        self.write(self.target.parent, "a file where a folder should be")
        self.stop()
        self.assertRegex(self.agent.output, "results: cannot be copied to ~/Läufe und mehr/1: .*\n")
        self.assertEqual(self.said()["state"], "failed")
        self.assertIn(self.said()["detail"], self.agent.output)

    def test_do_not_leave_home_by_a_link(self):
        self.write(self.folder / "a")
        with tempfile.TemporaryDirectory(prefix="ct-") as elsewhere:
            self.target.parent.symlink_to(elsewhere)
            self.stop()
            self.assertEqual(os.listdir(elsewhere), [])
        self.assertIn("where nothing may be copied from or to", self.agent.output)

    def test_jobs_without_them_say_nothing(self):
        self.stop()
        self.assertNotIn("results", self.agent.output)
        self.assertFalse(self.target.exists())


class NoTimeTest(unittest.TestCase):
    def test_a_copy_that_is_stopped_says_what_is_missing_and_leaves_no_half_file(self):
        with tempfile.TemporaryDirectory(prefix="ct-") as folder:
            source, home = Path(folder) / "source", Path(folder) / "home"
            for path in (source, home):
                path.mkdir()
            with open(source / "large", "wb") as file:
                file.truncate(LARGE)
            copier = subprocess.Popen(
                [sys.executable, "-E", "-s", "-S", "-B", AGENT / "stageout.py", home / "progress", "last", source, "~/out"], stdout=subprocess.PIPE, text=True,
                env={"HOME": str(home), "PATH": os.environ["PATH"], "SLURM_JOB_ID": "1"})
            until(lambda: list((home / "out").glob(".carme-part-1/*large*")), "a part of the copy")
            copier.send_signal(signal.SIGTERM)
            said = copier.communicate(timeout=20)[0]
            self.assertIn("there is no time any more; not copied: large\n", said)
            known = progress.read(home / "progress")
            self.assertEqual((known["state"], known["totalBytes"], known["item"], known["detail"]),
                             ("failed", LARGE, "~/out", "there is no time any more; not copied: large"))
            until(lambda: not list((home / "out").iterdir()), "nothing half")


class MovingTest(unittest.TestCase):
    """A job goes on writing while it is copied."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.source, self.home, self.tools = (Path(folder.name) / name for name in ("source", "home", "tools"))
        for path in (self.source, self.home, self.tools):
            path.mkdir()
        (self.source / "stays").write_text("text")
        path = mock.patch.dict(os.environ, PATH="%s:%s" % (self.tools, os.environ["PATH"]))
        path.start()
        self.addCleanup(path.stop)

    def meanwhile(self, script, code=rsync.VANISHED):
        """rsync, at whose end the script is run; what it says counts where something is really copied."""
        tool = self.tools / "rsync"
        tool.write_text('#!/bin/sh\n/usr/bin/rsync "$@" || exit\ncase " $* " in *" --dry-run "*) exit 0; esac\ncd "%s"\n%s\nexit %d\n' % (
            self.source, script, code))
        tool.chmod(0o755)

    def copy(self, is_last):
        return stageout.copy(str(self.source), "~/out", str(self.home), [], lambda _: None, is_last)

    def names(self):
        return sorted(path.name for path in (self.home / "out").iterdir())

    def test_folders_of_the_user_keep_their_modes(self):
        target = self.home / "out/below"
        target.mkdir(parents=True)
        (self.source / "below").mkdir()
        (self.source / "below/run").write_text("text")
        for path, mode in (
                (self.home / "out", 0o700), (target, 0o2770), (self.source, 0o755), (self.source / "below", 0o755),
                (self.source / "below/run", 0o700)):
            path.chmod(mode)
        self.assertEqual(self.copy(True), "")
        modes = [path.stat().st_mode & 0o7777 for path in (self.home / "out", target, target / "run")]
        self.assertEqual([oct(mode) for mode in modes], [oct(mode) for mode in (0o700, 0o2770, 0o700)])

    def test_a_pipe_among_them_is_none(self):
        os.mkfifo(self.source / "pipe")
        self.assertEqual(self.copy(True), "")
        self.assertEqual(self.names(), ["stays"])

    def test_what_it_has_removed_is_no_result(self):
        self.meanwhile("")
        for is_last in (False, True):
            self.assertEqual(self.copy(is_last), "")
        self.assertEqual(self.names(), ["stays"])

    def test_what_it_has_renamed_is_copied_in_the_end(self):
        self.meanwhile('[ -e model.pt ] || echo weights >model.pt')
        self.assertEqual(self.copy(False), "what was still being written: model.pt")
        self.assertEqual(self.copy(True), "")
        self.assertEqual(self.names(), ["model.pt", "stays"])

    def test_what_never_stays_in_its_place_is_told_as_missing(self):
        self.meanwhile('rm -f model-*; echo weights >model-$$')
        with self.assertRaisesRegex(rsync.Failed, "files came while they were copied"):
            self.copy(True)
        self.copy(False)

    def test_what_grows_is_not_called_newer_there(self):
        self.meanwhile("echo more >>stays", 0)
        self.assertEqual(self.copy(True), "what was still being written: stays")

    def test_what_is_removed_of_its_data_is_missed(self):
        self.meanwhile("")
        with self.assertRaisesRegex(rsync.Failed, "exit code 24"):
            rsync.copy("%s/" % self.source, "%s/" % self.home)


class ComparisonTest(unittest.TestCase):
    def test_that_cannot_be_made_does_not_look_like_nothing_missing(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "results").mkdir()
            Path(folder, "results/a").write_text("a")
            Path(folder, "target").write_text("no folder")
            with self.assertRaisesRegex(rsync.Failed, "cannot be compared"):
                rsync.different(folder + "/results/", folder + "/target/")
            Path(folder, "target").unlink()
            self.assertEqual(rsync.different(folder + "/results/", folder + "/target/"), ["a"])


class CutOffTest(unittest.TestCase):
    def test_a_copier_that_cannot_say_it_any_more_is_told_as_failed(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "data/results").mkdir(parents=True)
            Path(folder, "dies").write_text("import os; os.kill(os.getpid(), 9)")
            runtime = mock.Mock(**{"make_folder.return_value": folder})
            with mock.patch("results.PROGRAM", folder + "/dies"), contextlib.redirect_stdout(io.StringIO()) as output:
                results.Results(answer.Data([], [], "~/out"), runtime, mock.Mock(data=folder + "/data")).stop()
            self.assertEqual(output.getvalue().count("results: copying was cut off"), 1)
            known = progress.read(folder + "/progress.json")
            self.assertEqual((known["state"], known["item"]), ("failed", "~/out"))


class TimesTest(unittest.TestCase):
    """When it is copied; the copying itself is not done."""

    def setUp(self):
        self.results = results.Results(answer.Data([], [], "~/out"), mock.Mock(**{"make_folder.return_value": "/nowhere"}), mock.Mock(data="/nowhere"))
        patched = mock.patch.object(self.results, "_begin")
        self.begin = patched.start()
        self.addCleanup(patched.stop)

    def begun(self, end, *moments):
        for moment in moments:
            self.results.set_end(end, moment)
            self.results.look(moment)
        return [call.args[0] for call in self.begin.call_args_list]

    def test_ten_minutes_two_minutes_and_half_a_minute_before_the_end(self):
        self.assertEqual(self.begun(10000, 0, 9399, 9400, 9401, 9880, 9970, 9990), [600, 120, 30])

    def test_a_short_job_has_not_much_to_save_early(self):
        self.assertEqual(self.begun(300, 0, 1, 180, 200), [120])

    def test_anew_when_the_job_is_extended(self):
        self.assertEqual(self.begun(10000, 0, 9400, 9880, 9970), [600, 120, 30])
        self.assertEqual(self.begun(20000, 9980, 19400)[3:], [600])


if __name__ == "__main__":
    unittest.main()
