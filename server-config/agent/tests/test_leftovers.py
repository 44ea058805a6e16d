"""What an agent removes from its user's home, and what it must not touch."""

import os
import sys
import time
from pathlib import Path
from unittest import mock

from support import AGENT, SLURM_JOB, Scene, until
from test_parts import PartCase

sys.path.insert(0, str(AGENT))

import answer
import leftovers

NOW = 1_800_000_000
DAY = 86400


class LeftoversCase(PartCase):
    def setUp(self):
        super().setUp()
        self.home = self.folder / "home"
        self.logs = self.home / ".local/share/carme/job-log-dir"
        self.trash = self.home / ".local/share/Trash"
        for path in (self.logs, self.trash / "files", self.trash / "info"):
            path.mkdir(parents=True)

    def file(self, path, days=0):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
        os.utime(path, (NOW - days * DAY,) * 2)
        return path

    def thrown_away(self, name, days, words=None):
        deleted = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(NOW - days * DAY))
        info = self.trash / "info" / (name + ".trashinfo")
        info.write_text(words or "[Trash Info]\nPath=/somewhere/%s\nDeletionDate=%s\n" % (name, deleted))
        return self.file(self.trash / "files" / name)

    def clear(self, logs=90, trash=30):
        return leftovers.Leftovers(str(self.home), answer.HomeDays(logs, trash), lambda: NOW).clear()

    def names(self, folder):
        return sorted(path.name for path in folder.iterdir())


class LogsTest(LeftoversCase):
    def test_old_logs_of_jobs_go_and_nothing_else(self):
        for name in ("1.out", "1-jupyter.log", "1-jupyter.log.1"):
            self.file(self.logs / name, days=91)
        for name in ("notes.txt", "1.outer", "out", "x1.out", "1-Jupyter.log", "1.out\n"):
            self.file(self.logs / name, days=1000)
        self.file(self.logs / "2.out", days=89)
        (self.logs / "3.out").mkdir()

        self.assertEqual(self.clear(), (3, 0))
        self.assertEqual(
            self.names(self.logs), sorted(["notes.txt", "1.outer", "out", "x1.out", "1-Jupyter.log", "1.out\n", "2.out", "3.out"]))
        self.assertEqual(self.clear(), (0, 0))

    def test_a_long_list_is_gone_through_with_few_pauses(self):
        for job in range(101):
            self.file(self.logs / ("%d.out" % job), days=91)

        with mock.patch.object(leftovers.time, "sleep") as sleep:
            self.assertEqual(self.clear(trash=None), (101, 0))
        self.assertEqual(sleep.call_count, 3)

    def test_a_link_is_judged_by_itself(self):
        precious = self.file(self.home / "thesis.tex", days=1000)
        (self.logs / "1.out").symlink_to(precious)
        os.utime(self.logs / "1.out", (NOW - 91 * DAY,) * 2, follow_symlinks=False)

        self.assertEqual(self.clear(), (1, 0))
        self.assertTrue(precious.exists())

    def test_a_folder_that_is_a_link_is_left_alone(self):
        elsewhere = self.folder / "elsewhere"
        self.file(elsewhere / "1.out", days=1000)
        self.logs.rmdir()
        self.logs.symlink_to(elsewhere)

        self.assertEqual(self.clear(), (0, 0))
        self.assertTrue((elsewhere / "1.out").exists())

    def test_nothing_goes_where_the_site_keeps_all_or_there_is_no_home(self):
        self.file(self.logs / "1.out", days=1000)
        self.thrown_away("old", 1000)

        self.assertEqual(self.clear(None, None), (0, 0))
        self.home = self.folder / "nowhere"
        self.assertEqual(self.clear(), (0, 0))


class TrashTest(LeftoversCase):
    def test_what_was_thrown_away_long_ago_goes_with_all_that_is_inside(self):
        self.thrown_away("old.txt", 31)
        self.thrown_away("new.txt", 29)
        folder = self.thrown_away("model", 40)
        folder.unlink()
        precious = self.file(self.home / "precious")
        self.file(folder / "weights/1.bin")
        (folder / "link").symlink_to(precious)
        (folder / "closed").mkdir(0o000)

        self.assertEqual(self.clear(), (0, 2))
        self.assertEqual(self.names(self.trash / "files"), ["new.txt"])
        self.assertEqual(self.names(self.trash / "info"), ["new.txt.trashinfo"])
        self.assertTrue(precious.exists())

    def test_a_link_that_was_thrown_away_goes_and_what_it_points_to_stays(self):
        precious = self.home / "data"
        self.file(precious / "1.csv")
        self.thrown_away("data", 40).unlink()
        (self.trash / "files/data").symlink_to(precious)

        self.assertEqual(self.clear(), (0, 1))
        self.assertTrue((precious / "1.csv").exists())
        self.assertEqual(self.names(self.trash / "files"), [])

    def test_what_could_not_be_removed_is_not_counted_and_stays_described(self):
        self.thrown_away("busy", 40).unlink()
        (self.trash / "files/busy").mkdir()

        with mock.patch.object(leftovers, "remove_tree"):
            self.assertEqual(self.clear(), (0, 0))
        self.assertEqual(self.names(self.trash / "info"), ["busy.trashinfo"])

    def test_what_is_described_badly_is_as_old_as_its_description(self):
        self.thrown_away("young", 0, "DeletionDate=yesterday")
        self.thrown_away("aged", 0, "nothing")
        os.utime(self.trash / "info/young.trashinfo", (NOW, NOW))
        os.utime(self.trash / "info/aged.trashinfo", (NOW - 31 * DAY,) * 2)

        self.assertEqual(self.clear(), (0, 1))
        self.assertEqual(self.names(self.trash / "files"), ["young"])

    def test_what_is_not_described_stays(self):
        self.file(self.trash / "files/unknown", days=1000)

        self.assertEqual(self.clear(), (0, 0))
        self.assertEqual(self.names(self.trash / "files"), ["unknown"])

    def test_a_description_of_something_outside_removes_nothing_there(self):
        precious = self.file(self.trash / "precious")
        (self.trash / "info/..trashinfo").write_text("DeletionDate=2001-01-01T00:00:00")
        (self.trash / "info/...trashinfo").write_text("DeletionDate=2001-01-01T00:00:00")

        self.clear()
        self.assertTrue(precious.exists())
        self.assertTrue((self.trash / "files").exists())


class AnswerTest(PartCase):
    def test_wrong_days_are_refused(self):
        for wrong in (3, [], {"logs": 0}, {"logs": "90"}, {"trash": True}, {"logs": 1.5}):
            with self.assertRaises(answer.BadAnswer, msg=str(wrong)):
                answer.read_home_days(wrong)

    def test_nothing_is_removed_unless_the_portal_says_so(self):
        self.assertEqual(answer.read_home_days({}), (None, None))
        self.assertEqual(answer.read_home_days({"logs": 90}), (90, None))


class AgentTest(PartCase):
    def test_the_first_node_clears_beside_its_work(self):
        scene = Scene()
        self.addCleanup(scene.close)
        scene.portal.assignment["homeDays"] = {"logs": 1}
        logs = Path(scene.folder) / "home/.local/share/carme/job-log-dir"
        logs.mkdir(parents=True)
        old, own = logs / "1.out", logs / (SLURM_JOB + ".out")
        for path in (old, own):
            path.write_text("text")
        os.utime(old, (0, 0))

        scene.ready_agent()

        until(lambda: not old.exists(), "the old log is gone")
        self.assertTrue(own.exists())
