"""The job's own ssh between its nodes, with a real sshd in a real user namespace, as in images."""

import os
import shutil
import socket
import subprocess
import sys
import unittest
from pathlib import Path

from support import AGENT, NODE, SLURM_JOB, Scene, children, image, kill, until

sys.path.insert(0, str(AGENT))

from answer import BadAnswer, NodeSsh, read_nodes

KEY = "ssh-ed25519 " + "A" * 68
# The node's own software, in which the user has the job's name and shell.
ENTER = ["bwrap", "--unshare-user", "--ro-bind", "/", "/", "--dev-bind", "/dev", "/dev", "--bind", "/proc", "/proc",
         "--bind", "/tmp", "/tmp", "{etc}", "{flags}", "{binds}", "--"]


class NodesTest(unittest.TestCase):
    def test_reads_how_nodes_are_reached(self):
        node = {"name": "node-01.example.org", "address": "fd00::1", "port": 40001, "key": KEY}
        self.assertEqual(read_nodes({}), [])
        self.assertEqual(read_nodes({"nodes": [node]}), [NodeSsh("node-01.example.org", "fd00::1", 40001, KEY)])
        for wrong in ({"name": "-oProxyCommand=x"}, {"name": "a b"}, {"address": "node01"}, {"port": 22}, {"port": "22"},
                      {"port": 40001.5}, {"key": KEY + "\nssh-ed25519 x"}, {"key": 'command="x" ' + KEY}):
            with self.subTest(wrong), self.assertRaises(BadAnswer):
                read_nodes({"nodes": [dict(node, **wrong)]})


@unittest.skipUnless(os.path.exists("/usr/sbin/sshd") and shutil.which("bwrap"), "needs sshd and Bubblewrap")
class SshTest(unittest.TestCase):
    def setUp(self):
        self.scene = Scene()
        self.addCleanup(self.scene.close)
        store = Path(self.scene.folder) / "store"
        (store / "debian/etc").mkdir(parents=True)
        for name in ("passwd", "group"):
            (store / "debian/etc" / name).write_text("")
        words = ["--ro-bind", "{source}", "{target}"]
        self.image = dict(image(store / "debian", store), command=ENTER, bind=["--bind"] + words[1:], readOnlyBind=words)
        self.scene.portal.assignment.update(ssh=True, image=self.image)

    def start(self, **environment):
        """The agent of a job's second node, which has no services."""
        return self.scene.ordinary_agent(
            USER="alice", SLURM_NODEID="1", SLURM_JOB_NODELIST="login,node[01-02]", CUDA_VISIBLE_DEVICES="0,3",
            SLURM_LAUNCH_NODE_IPADDR="10.1.2.3", **environment)

    def reported(self):
        return until(lambda: self.scene.portal.last_report().get("ssh"), "an sshd", 20)

    def introduce(self, agent):
        """The portal tells the node of itself, by two names."""
        ssh = self.reported()
        node = {"name": NODE, "address": "127.0.0.1", **ssh}
        self.scene.portal.report_answer = (200, {"endsAt": 0, "stop": False, "nodes": [node, dict(node, name="node02")]})
        folder = agent.runtime() / ".ssh"
        until(lambda: (folder / "config").exists() and str(ssh["port"]) in (folder / "config").read_text(), "the nodes")
        return folder

    def ssh(self, agent, *words):
        """From another node; who the client runs as does not matter, as long as he may read the files."""
        home = Path(self.scene.folder) / "elsewhere"
        home.mkdir(exist_ok=True)
        return subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "ssh", *words] if os.getuid() == 0 else ["ssh", *words],
            env={"PATH": "/usr/bin:/bin", "HOME": str(home)}, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20)

    def test_leads_to_the_node_and_into_its_image(self):
        agent = self.start()
        folder = self.introduce(agent)
        script = 'id -un; echo "$CARME_JOB_ID $CARME_NODES $CARME_MASTER_IP $CUDA_VISIBLE_DEVICES"; command -v carme_nodes; pwd'
        answer = self.ssh(agent, "-F", str(folder / "config"), "node02", script)
        self.assertEqual(answer.stderr, "")
        self.assertEqual(answer.stdout.splitlines(), [
            "alice", SLURM_JOB + " login,node01,node02 10.1.2.3 0,3", "%s/.image/shell/bin/carme_nodes" % agent.runtime(),
            str(agent.home)])
        self.assertEqual(self.ssh(agent, "-F", str(folder / "config"), NODE, "exit 7").returncode, 7)
        answer = self.ssh(agent, "-tt", "-F", str(folder / "config"), NODE, "tty; echo $TERM")
        self.assertIn("/dev/pts/", answer.stdout)
        self.assertEqual(sorted(path.name for path in (Path(self.scene.folder) / "elsewhere").iterdir()), [])
        self.assertEqual((folder.stat().st_mode & 0o777, (folder / "id").stat().st_mode & 0o777), (0o700, 0o600))

    def test_copies_files(self):
        agent = self.start()
        folder = self.introduce(agent)
        (agent.home / "a b").write_text("content")
        os.chmod(agent.home / "a b", 0o644)
        answer = subprocess.run(
            ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "scp", "-q", "-F", str(folder / "config"),
             "node02:a b", str(agent.temporary / "copy")], capture_output=True, text=True, timeout=20)
        self.assertEqual(answer.stderr, "")
        self.assertEqual((agent.temporary / "copy").read_text(), "content")

    def test_lets_nobody_in_who_is_not_of_the_job(self):
        agent = self.start()
        folder = self.introduce(agent)
        key = Path(self.scene.folder) / "elsewhere/key"
        key.parent.mkdir()
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
        os.chown(key, 65534, 65534)
        port = str(self.reported()["port"])
        common = ("-F", "none", "-p", port, "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null")
        for words in (("-i", str(key), "alice@127.0.0.1"), ("-i", str(folder / "id"), "daemon@127.0.0.1"),
                      ("-i", str(folder / "id"), "root@127.0.0.1")):
            answer = self.ssh(agent, *common, *words, "echo in")
            self.assertEqual((answer.returncode, answer.stdout), (255, ""))
            self.assertIn("Permission denied (publickey).", answer.stderr)

    def test_starts_a_killed_sshd_again_and_ends_it_with_the_job(self):
        agent = self.start()
        first = self.reported()
        kill([pid for pid in offspring(agent.process.pid) if command(pid).startswith(b"sshd: ")])
        second = until(lambda: self.scene.portal.last_report().get("ssh") not in (None, first) and self.reported(), "another", 20)
        self.assertEqual(second["key"], first["key"])
        agent.end()
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", second["port"]), 2)

    def test_ends_with_an_agent_that_is_killed(self):
        agent = self.start()
        port = self.reported()["port"]
        kill([agent.agent_proper()])
        agent.process.wait(20)
        with self.assertRaises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), 2)
        self.assertEqual(agent.runtime_folders(), [])

    def test_says_what_is_missing_and_goes_on(self):
        self.scene.portal.assignment["image"] = dict(self.image, flags=["--tmpfs", "/usr/sbin"])
        agent = self.start()
        until(lambda: "carme_ssh and carme_mpirun take srun" in agent.output, "a word about it", 20)
        self.assertIn("service sshd is failed: sshd is not in the image debian:1, not started again", agent.output)
        reports = len(self.scene.portal.reports)
        until(lambda: len(self.scene.portal.reports) > reports, "more reports", 15)
        self.assertNotIn("ssh", self.scene.portal.last_report())
        self.assertIsNone(agent.process.poll())

    def test_does_not_believe_nonsense(self):
        agent = self.start()
        folder = self.introduce(agent)
        before = (folder / "config").read_text()
        self.scene.portal.report_answer = (200, {"endsAt": 0, "stop": False, "nodes": [{"name": "x\nProxyCommand y"}]})
        until(lambda: "makes no sense: port" in agent.output, "a word about it")
        self.assertEqual((folder / "config").read_text(), before)


def offspring(pid):
    return [pid] + [below for child in children(pid) for below in offspring(child)]


def command(pid):
    try:
        return Path("/proc/%d/cmdline" % pid).read_bytes().split(b"\0")[0]
    except OSError:
        return b""


if __name__ == "__main__":
    unittest.main()
