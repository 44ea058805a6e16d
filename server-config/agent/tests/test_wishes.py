"""What programs of a job find in their environment, and what its commands have the portal do."""

import json
import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

from support import AGENT, Scene, service, until

sys.path.insert(0, str(AGENT))
import variables  # noqa: E402

COMMANDS = AGENT.parent.parent / "shell/bin"
SAY = "import json, os; print('said', json.dumps(dict(os.environ)), flush=True); import time; time.sleep(300)"
SLURM = {
    "SLURM_JOB_NODELIST": "node[01-02],login", "SLURM_JOB_GPUS": "3,0", "SLURM_CPUS_ON_NODE": "4", "SLURM_MEM_PER_NODE": "8000",
    "SLURM_JOB_PARTITION": "gpu", "SLURM_JOB_ACCOUNT": "lab", "LANG": "C.UTF-8", "CARME_JOB_KEY": "the-key"}


class WishesTest(unittest.TestCase):
    def environment(self):
        """The agent, and what a service of its is started with."""
        self.scene = Scene(service("say", [sys.executable, "-c", SAY]))
        self.addCleanup(self.scene.close)
        agent = self.scene.agent(environment=SLURM)
        log = agent.home / ".local/share/carme/job-log-dir/4711-say.log"
        text = until(lambda: log.exists() and re.search("said (.*)\n", log.read_text()), "the environment").group(1)
        return agent, json.loads(text)

    def call(self, environment, *words):
        return subprocess.run([COMMANDS / words[0], *words[1:]], env=environment, capture_output=True, text=True, timeout=60)

    def test_tells_programs_what_the_job_has(self):
        agent, said = self.environment()
        folder = str(agent.runtime())
        expected = {
            "CARME_JOB_ID": "4711", "CARME_JOBID": "4711", "CARME_NODES": "node01,node02,login", "CARME_NUM_NODES": "3",
            "CARME_MASTER": "node01", "CARME_MASTER_IP": "127.0.0.1", "CARME_JOB_GPUS": "0,3", "CARME_GPUS_PER_NODE": "2",
            "CARME_HASH": "the-key", "CARME_QUEUE": "gpu", "CARME_ACCOUNT_CLASS": "lab", "CARME_CPUS_PER_NODE": "4",
            "CARME_TMPDIR": folder + "/.job/tmp", "TMPDIR": folder + "/.job/tmp", "CARME_TBDIR": folder + "/.job/tensorboard"}
        self.assertEqual({name: said.get(name) for name in expected}, expected)
        self.assertEqual(said["PATH"].split(":")[0], str(COMMANDS))
        self.assertTrue(os.path.isdir(said["TMPDIR"]))
        agent.end()
        self.assertFalse(os.path.exists(said["TMPDIR"]))

    def test_the_portal_does_what_commands_ask_for(self):
        _, said = self.environment()
        portal = self.scene.portal
        portal.wish_answer = (200, {"state": "running", "timeLimitMinutes": 90})
        told = self.call(said, "carme_notify", "--", "<b>für</b> $(x)", "'\"")
        self.assertEqual((told.returncode, told.stderr), (0, ""))
        self.assertEqual(portal.wishes[0], {"protocol": 1, "wish": "notify", "text": "<b>für</b> $(x) '\""})
        self.assertIn("Time limit: 90 minutes", self.call(said, "carme_jobinfo").stdout)
        self.assertEqual(self.call(said, "carme_extend", "30").returncode, 0)
        self.assertEqual(portal.wishes[-1], {"protocol": 1, "wish": "extend", "minutes": 30})
        self.assertRegex(self.call(said, "carme_timeleft").stdout, "1 h 59 min|2 h 00 min")

    def test_says_why_the_portal_does_not(self):
        _, said = self.environment()
        portal = self.scene.portal
        for answer, code, words in (
                ((409, {"code": "conflict", "detail": "Often enough."}), 4, "Often enough."),
                ((429, {"code": "too-often", "detail": "Later."}), 4, "Later."),
                ((401, {"code": "unauthenticated"}), 4, "over"), ((404, {}), 4, "does not know this"),
                ((503, {}), 5, "away")):
            portal.wish_answer = answer
            refused = self.call(said, "carme_extend", "30")
            self.assertEqual(refused.returncode, code, answer)
            self.assertIn(words, refused.stderr)
        portal.close()
        away = self.call(said, "carme_notify", "text")
        self.assertEqual(away.returncode, 5)
        self.assertIn("away", away.stderr)
        portal.restart()

    def test_hears_all_that_are_there_at_once(self):
        agent, said = self.environment()
        self.scene.portal.wish_answer = (200, {})
        folder = agent.runtime() / ".wishes"
        for number in range(30):
            (folder / ("%d.wish" % number)).write_text("extend\n²" if number % 2 else "jobinfo")
        self.assertEqual(self.call(said, "carme_notify", "text").returncode, 0)
        until(lambda: len(list(folder.glob("*.answer"))) == 30, "an answer to each")

    def test_is_not_held_up_by_nonsense(self):
        agent, said = self.environment()
        folder = agent.runtime() / ".wishes"
        os.mkfifo(folder / "pipe.wish")
        os.symlink("/etc/passwd", folder / "link.wish")
        (folder / "folder.wish").mkdir()
        (folder / "large.wish").write_bytes(b"notify\n" + b"\xff" * 100000)
        self.scene.portal.wish_answer = (200, {})
        self.assertEqual(self.call(said, "carme_notify", "text").returncode, 0)
        self.assertIsNone(agent.process.poll())


class VariablesTest(unittest.TestCase):
    def test_reads_slurms_short_form_of_nodes(self):
        for short, names in (
                ("node01", ["node01"]), ("", []), ("n[1-3]", ["n1", "n2", "n3"]), ("a,b", ["a", "b"]),
                ("n[08-10,12]-ib,gpu-2", ["n08-ib", "n09-ib", "n10-ib", "n12-ib", "gpu-2"])):
            self.assertEqual(variables.expand(short), names)


if __name__ == "__main__":
    unittest.main()
