"""The agent's parts by themselves, on a clock of the test's own."""

import contextlib
import io
import os
import sys
import tempfile
import time
import unittest
from pathlib import Path
from unittest import mock

from support import AGENT, tool

sys.path.insert(0, str(AGENT))

import answer
import countdown
import journal
import runtime
import samples
import service


class PartCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.said = io.StringIO()
        silence = contextlib.redirect_stdout(self.said)
        silence.__enter__()
        self.addCleanup(silence.__exit__, None, None, None)


class RestartsTest(PartCase):
    def test_a_service_that_always_ends_is_started_four_times_with_growing_pauses(self):
        with mock.patch.dict(os.environ, TMPDIR=str(self.folder)):
            private = runtime.RuntimeFolder.create()
        log = journal.ServiceLog(str(self.folder), "1", "crash")
        running = service.RunningService(answer.read_service(tool("crash")), private, str(self.folder), log)
        starts = []
        now = 100.0
        while "not started again" not in running.detail and now < 120:
            before = running.keeper()
            running.look(now)
            if running.keeper() and running.keeper() != before:
                starts.append(now)
            while running.keeper():
                time.sleep(0.01)
            now += 0.5
        self.assertEqual([later - earlier for earlier, later in zip(starts, starts[1:])], [1.5, 2.5, 4.5])
        self.assertEqual(running.detail, "ended with exit code 3, not started again")


class CountdownTest(PartCase):
    def warnings(self, ends_at, times):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(ends_at, times[0])
        for now in times:
            clock.look(now)
        return self.said.getvalue().count("This job ends in")

    def test_a_long_job_is_warned_three_times(self):
        self.assertEqual(self.warnings(7200.0, range(0, 7200, 5)), 3)

    def test_a_short_job_is_warned_of_what_lies_ahead(self):
        self.assertEqual(self.warnings(500.0, range(0, 500, 5)), 1)

    def test_a_job_without_end_is_not_warned(self):
        self.assertEqual(self.warnings(None, range(0, 7200, 5)), 0)

    def test_a_prolonged_job_is_warned_again(self):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(3600.0, 0)
        clock.look(3590.0)
        clock.set_end(7200.0, 3595.0)
        clock.look(3595.0)
        self.assertEqual(self.said.getvalue().count("This job ends in"), 1)
        clock.look(7100.0)
        self.assertEqual(self.said.getvalue().count("This job ends in"), 2)

    def test_a_shortened_job_is_warned_at_once(self):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(7200.0, 0)
        clock.set_end(300.0, 10.0)
        clock.look(10.0)
        self.assertIn("This job ends in 5 minutes", self.said.getvalue())


class GpusTest(unittest.TestCase):
    LINES = "0, 35, 1024, 81559\n1, 0, 3, 81559\n2, [N/A], 3, [N/A]\nNo devices were found\n"

    def test_only_the_jobs_own_are_reported(self):
        gpus = samples.read_gpus(self.LINES, {1, 2})
        self.assertEqual([gpu["index"] for gpu in gpus], [1, 2])
        self.assertEqual(gpus[0]["memoryTotalBytes"], 81559 << 20)
        self.assertIsNone(gpus[1]["utilizationPercent"])

    def test_fenced_in_devices_have_numbers_of_their_own(self):
        self.assertEqual(samples.read_gpus("0, 35, 1024, 81559", {3})[0]["utilizationPercent"], 35)

    def test_a_job_without_gpus_does_not_see_those_of_others(self):
        self.assertEqual(samples.read_gpus(self.LINES, set()), [])
        with mock.patch.dict(os.environ, {"CUDA_VISIBLE_DEVICES": "NoDevFiles"}):
            self.assertEqual(samples.allocated_gpus(), set())


class LogTest(PartCase):
    def test_a_long_log_is_moved_aside(self):
        log = journal.ServiceLog(str(self.folder), "1", "noisy")
        with log.open() as output:
            output.write(b"x" * (journal.LARGEST + 1))
            log.shorten()
            output.write(b"more")
        path = self.folder / journal.FOLDER / "1-noisy.log"
        self.assertEqual(path.read_bytes(), b"more")
        self.assertEqual(Path(str(path) + ".1").stat().st_size, journal.LARGEST + 1)

    def test_a_link_in_the_place_of_a_log_is_not_followed(self):
        (self.folder / journal.FOLDER).mkdir(parents=True)
        precious = self.folder / "precious"
        (self.folder / journal.FOLDER / "1-web.log").symlink_to(precious)
        with journal.ServiceLog(str(self.folder), "1", "web").open() as output:
            output.write(b"lost")
        self.assertFalse(precious.exists())


class RuntimeFolderTest(PartCase):
    def test_falls_back_where_the_temporary_folder_has_a_long_name(self):
        long = self.folder / ("x" * 80)
        long.mkdir()
        with mock.patch.dict(os.environ, TMPDIR=str(long)):
            private = runtime.RuntimeFolder.create()
        self.addCleanup(private.remove)
        self.assertEqual(os.path.dirname(private.path), "/tmp")

    def test_leaves_alone_what_is_not_plainly_abandoned(self):
        foreign = self.folder / "carme-job-open"
        foreign.mkdir(mode=0o755)
        (foreign / "lock").write_text("")
        unlocked = self.folder / "carme-job-unlocked"
        unlocked.mkdir(mode=0o700)
        link = self.folder / "carme-job-link"
        link.symlink_to(foreign)
        with mock.patch.dict(os.environ, TMPDIR=str(self.folder)):
            runtime.RuntimeFolder.create()
        self.assertTrue(foreign.exists() and unlocked.exists() and link.is_symlink())


if __name__ == "__main__":
    unittest.main()
