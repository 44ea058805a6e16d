"""How an agent comes to what it works with, and what it does when the portal will not or cannot say."""

import unittest
from pathlib import Path

from support import NODE, SECRET, SLURM_JOB, Scene, children, tool, until


class BootstrapTest(unittest.TestCase):
    def setUp(self):
        self.scene = Scene(tool("echo"))
        self.addCleanup(self.scene.close)

    def test_says_who_it_is(self):
        self.scene.ready_agent()
        self.assertEqual(
            self.scene.portal.bootstraps,
            [{"protocol": 1, "secret": SECRET, "slurmJobId": SLURM_JOB, "node": NODE, "images": True, "tasks": True,
              "hiddenHomes": True}])

    def test_takes_the_secret_of_its_own_node(self):
        self.scene.ready_agent(environment={"SLURM_NODEID": "1"})
        self.assertEqual(self.scene.portal.bootstraps[0]["secret"], "second-secret")

    def test_asks_again_while_the_portal_does_not_know(self):
        self.scene.portal.script = [(503, {"code": "unavailable"}), (500, b"<html>"), (200, b"nonsense")]
        self.scene.ready_agent()
        self.assertEqual(len(self.scene.portal.bootstraps), 4)

    def test_asks_again_after_an_answer_without_sense(self):
        good = self.scene.portal.assignment
        wrong = [{"listen": "0.0.0.0"}, {"services": [{}]}, {"job": "../../etc"}]
        self.scene.portal.script = [(200, dict(good, **change)) for change in wrong]
        self.scene.ready_agent()
        self.assertEqual(len(self.scene.portal.bootstraps), len(wrong) + 1)

    def test_ends_when_it_is_refused(self):
        self.scene.portal.script = [(403, {"code": "bootstrap-refused"})]
        agent = self.scene.agent()
        self.assertEqual(agent.process.wait(5), 1)
        self.assertIn("bootstrap-refused", agent.output)
        self.assertEqual(agent.runtime_folders(), [])

    def test_ends_when_the_protocol_is_not_spoken_any_more(self):
        self.scene.portal.script = [(426, {"code": "protocol-unsupported", "supported": [2, 3]})]
        self.assertEqual(self.scene.agent().process.wait(5), 1)

    def test_trusts_the_pinned_authority_alone(self):
        foreign = Scene.identities.strangers["another authority"]
        real, Scene.identities.portal = Scene.identities.portal, foreign
        self.addCleanup(setattr, Scene.identities, "portal", real)
        self.scene.portal.close()
        self.scene.portal.restart()
        agent = self.scene.agent()
        until(agent.runtime_folders, "a started agent")
        with self.assertRaises(AssertionError):
            until(lambda: self.scene.portal.bootstraps, "a bootstrap", patience=1)
        self.assertEqual(agent.end(), 143)

    def test_ends_without_a_job(self):
        self.assertEqual(self.scene.agent(environment={"SLURM_NODEID": "7"}).process.wait(5), 1)

    def test_runs_nothing_and_opens_nothing_on_further_nodes(self):
        self.scene.portal.assignment["services"] = []
        self.scene.agent(environment={"SLURM_NODEID": "1"})
        until(lambda: self.scene.portal.reports, "a report")
        self.assertNotIn("port", self.scene.portal.last_report())


class SecretsTest(unittest.TestCase):
    def setUp(self):
        self.scene = Scene(tool("echo"))
        self.addCleanup(self.scene.close)
        self.agent = self.scene.ready_agent()

    def everybody(self):
        first = self.agent.process.pid
        found, waiting = [], [first]
        while waiting:
            found.append(waiting.pop())
            waiting += children(found[-1])
        self.assertGreaterEqual(len(found), 4)
        return found

    def test_no_environment_holds_the_bootstrap_secret(self):
        for pid in self.everybody():
            environment = Path("/proc/%d/environ" % pid).read_bytes()
            self.assertNotIn(SECRET.encode(), environment)
            self.assertNotIn(b"second-secret", environment)

    def test_no_command_line_holds_a_secret(self):
        secrets = [SECRET, "service-secret", "the-token", "PRIVATE KEY"]
        for pid in self.everybody():
            line = Path("/proc/%d/cmdline" % pid).read_bytes()
            self.assertEqual([secret for secret in secrets if secret.encode() in line], [])

    def test_the_runtime_folder_is_private_and_holds_no_key(self):
        runtime = self.agent.runtime()
        self.assertEqual(runtime.stat().st_mode & 0o777, 0o700)
        for path in runtime.rglob("*"):
            if path.is_file():
                self.assertEqual(path.stat().st_mode & 0o777, 0o600, path)
                self.assertNotIn(b"PRIVATE KEY", path.read_bytes())
        self.assertEqual((runtime / "echo" / "secret").read_text(), "service-secret")


if __name__ == "__main__":
    unittest.main()
