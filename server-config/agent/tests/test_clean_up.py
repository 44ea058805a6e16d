"""Nothing is left on the node, however the job ends."""

import os
import signal
import time
import unittest
from pathlib import Path

from support import Scene, family, kill, tool, until


class CleanUpCase(unittest.TestCase):
    """The service has a child that left its session."""

    kind = "family"

    def setUp(self):
        self.scene = Scene(tool(self.kind))
        self.addCleanup(self.scene.close)
        self.mark = "CT_MARK=%d" % time.monotonic_ns()
        self.agent = self.scene.ready_agent(environment={"CT_MARK": self.mark.split("=")[1]})
        self.runtime = self.agent.runtime()
        outside = Path(self.scene.folder) / "outside"
        outside.mkdir()
        (outside / "precious").write_text("keep me")
        (self.runtime / "link").symlink_to(outside)
        (self.runtime / "closed").mkdir(0o000)
        self.assertGreaterEqual(len(family(self.mark)), 5)

    def assert_nothing_left(self, patience=6):
        until(lambda: not family(self.mark), "no process", patience)
        until(lambda: not self.agent.runtime_folders(), "no folder", patience)
        self.assertEqual((Path(self.scene.folder) / "outside/precious").read_text(), "keep me")


class StubbornServiceTest(CleanUpCase):
    """Neither the service nor its child ends by SIGTERM."""

    kind = "stubborn"

    def test_after_sigterm(self):
        start = time.monotonic()
        self.agent.end(signal.SIGTERM)
        self.assertLess(time.monotonic() - start, 5)
        self.assert_nothing_left(0.5)


class CleanUpTest(CleanUpCase):
    """Every way in which a job comes to its end."""

    def test_after_sigterm(self):
        self.agent.end(signal.SIGTERM)
        self.assert_nothing_left(0.5)

    def test_after_sigterm_to_everything_at_once_as_slurm_does_it(self):
        kill(family(self.mark), signal.SIGTERM)
        self.assert_nothing_left()

    def test_what_the_user_wants_is_done_before_services_end(self):
        scripts = self.agent.home / ".config/carme/at-end.d"
        scripts.mkdir(parents=True)
        script = scripts / "save"
        script.write_text('#!/bin/sh\ntest -S "$CARME_RUNTIME_DIR/family/socket" && pwd >"$HOME/saved"\necho bye\n')
        script.chmod(0o700)
        self.scene.portal.report_answer = (200, {"endsAt": None, "stop": True})
        self.assertEqual(self.agent.process.wait(8), 0)
        self.assertEqual((self.agent.home / "saved").read_text().strip(), str(self.agent.home))
        self.assertIn("bye\n", self.agent.output)
        self.assert_nothing_left(0.5)

    def test_after_the_portals_stop(self):
        self.scene.portal.report_answer = (200, {"endsAt": None, "stop": True})
        self.assertEqual(self.agent.process.wait(8), 0)
        self.assert_nothing_left(0.5)

    def test_after_the_portal_has_forgotten_the_job(self):
        self.scene.portal.report_answer = (401, {"code": "unauthorized"})
        self.assertEqual(self.agent.process.wait(8), 0)
        self.assert_nothing_left(0.5)

    def test_after_kill_of_the_first_process(self):
        self.agent.end(signal.SIGKILL)
        self.assert_nothing_left()

    def test_after_kill_of_the_agent_proper(self):
        os.kill(self.agent.agent_proper(), signal.SIGKILL)
        self.assertEqual(self.agent.process.wait(8), 137)
        self.assert_nothing_left(0.5)

    def test_after_kill_of_everything_the_next_job_clears_the_folder(self):
        kill([self.agent.process.pid, self.agent.agent_proper(), *family(self.mark)])
        self.agent.process.wait(5)
        self.assertEqual(self.agent.runtime_folders(), [self.runtime])
        following = self.scene.agent()
        until(lambda: not self.runtime.exists(), "the old folder's end")
        until(lambda: len(following.runtime_folders()) == 1, "the new folder")

    def test_a_folder_in_use_is_left_alone(self):
        following = self.scene.agent()
        until(lambda: len(following.runtime_folders()) == 2, "two folders")
        following.end()
        self.assertTrue(self.runtime.exists())


if __name__ == "__main__":
    unittest.main()
