"""The job's folder on the node's own disk: there while the job is, and nothing of it afterwards."""

import os
import signal
import time
import unittest

from support import SLURM_JOB, Scene, family, kill, tool, until


class DiskTest(unittest.TestCase):
    def setUp(self):
        self.scene = Scene(tool("family"))
        self.addCleanup(self.scene.close)
        self.mark = "CT_MARK=%d" % time.monotonic_ns()
        self.agent = self.scene.ready_agent(environment={"CT_MARK": self.mark.split("=")[1]})
        self.folder = self.agent.disk / ("carme-job-disk-" + SLURM_JOB)
        (self.folder / "data/closed").mkdir(0o000)

    def test_services_know_it_and_nobody_else_may_look(self):
        self.assertEqual(self.folder.stat().st_mode & 0o777, 0o700)
        services = [pid for pid in family(self.mark) if pid not in (self.agent.process.pid, self.agent.agent_proper())]
        variable = ("CARME_LOCAL_SSD_PATH=%s/data" % self.folder).encode()
        self.assertTrue(any(variable in open("/proc/%d/environ" % pid, "rb").read() for pid in services))

    def test_it_goes_with_the_job(self):
        self.agent.end(signal.SIGTERM)
        self.assertFalse(self.folder.exists())

    def test_it_goes_with_an_agent_that_is_killed(self):
        os.kill(self.agent.agent_proper(), signal.SIGKILL)
        self.agent.process.wait(8)
        self.assertFalse(self.folder.exists())

    def kill_everything(self):
        kill([self.agent.process.pid, self.agent.agent_proper(), *family(self.mark)])
        self.agent.process.wait(5)
        self.assertTrue(self.folder.exists())

    def test_a_requeued_job_finds_what_a_node_without_power_has_left(self):
        (self.folder / "data/kept").write_text("kept")
        self.kill_everything()
        self.scene.agent()
        until(lambda: self.scene.portal.bootstraps[1:], "its bootstrap")
        self.assertEqual((self.folder / "data/kept").read_text(), "kept")

    def test_another_job_of_the_user_removes_what_a_node_without_power_has_left(self):
        self.kill_everything()
        self.scene.agent(environment={"SLURM_JOB_ID": "4712"})
        until(lambda: not self.folder.exists(), "the old folder's end")

    def test_a_node_without_the_disk_runs_jobs_all_the_same(self):
        other = self.scene.agent(environment={"CARME_LOCAL_DISK": "/nowhere", "SLURM_JOB_ID": "4713"})
        until(lambda: "no folder on this node's disk: " in other.output and "is ready" in other.output, "a ready service")


if __name__ == "__main__":
    unittest.main()
