"""Services that hang, fork away, flood their log or are killed, and disks that are full, with real processes."""

import os
import signal
import subprocess
import sys
import unittest
from pathlib import Path

from support import AGENT, SLURM_JOB, Scene, children, service, tool, until

sys.path.insert(0, str(AGENT))
import journal

# Accepts and says nothing, unless it has been here before.
HANGS_ONCE = """
import os, socket, sys, time
listener = socket.socket(socket.AF_UNIX)
listener.bind(sys.argv[1])
listener.listen(8)
is_first = not os.path.exists("hung")
open("hung", "w").close()
kept = []
while True:
    kept.append(listener.accept()[0])
    if not is_first:
        kept[-1].recv(65536)
        kept.pop().sendall(b"HTTP/1.0 200 OK\\r\\n\\r\\n")
"""
# As daemons do it; the words say whether the first process goes away.
FORKS_AWAY = """
import http.server, os, sys, time
port, stays = int(sys.argv[1]), sys.argv[2] == "stays"
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        server = http.server.HTTPServer(("127.0.0.1", port), http.server.SimpleHTTPRequestHandler)
        with open("ports", "a") as file:
            file.write("%d\\n" % port)
        server.serve_forever()
    os._exit(0)
while stays or not os.path.exists("ports"):
    time.sleep(0.05)
"""
FLOODS = """
import sys, time
for _ in range(64):
    sys.stdout.buffer.write(b"x" * (1 << 20))
    sys.stdout.buffer.flush()
open("flooded", "w").close()
time.sleep(300)
"""
# Of the folder that the first word names; nothing more fits.
NO_ROOM = 'mount -t tmpfs -o mode=1777,size=64k small "$0" && { head -c 1m /dev/zero >"$0/filler" || :; } 2>/dev/null && exec "$@"'
NO_FILES = 'mount -t tmpfs -o mode=1777,nr_inodes=1 small "$0" && exec "$@"'


def listens(port):
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()]
    return any(row[1].endswith(":%04X" % port) and row[3] == "0A" for row in rows)


class FaultsTest(unittest.TestCase):
    def scene(self, *services):
        scene = Scene(*services)
        self.addCleanup(scene.close)
        return scene

    def states(self, scene, **wanted):
        until(lambda: scene.portal.states() == wanted, wanted)

    def restart(self, scene, name):
        with scene.connect("0-restart-" + name) as connection:
            self.assertEqual(connection.recv(10), b"ok")

    def ports(self, agent, count):
        path = agent.home / "ports"
        until(lambda: path.exists() and len(path.read_text().splitlines()) >= count, "%d ports" % count)
        return [int(line) for line in path.read_text().splitlines()]

    def test_tells_of_a_service_that_hangs_and_restarts_it(self):
        scene = self.scene(service("hung", [sys.executable, "-c", HANGS_ONCE, "{socket}"], startSeconds=2))
        agent = scene.agent()
        self.states(scene, hung="failed")
        self.assertEqual(scene.portal.last_report()["services"][0]["detail"], "no answer after 2 seconds")
        before = children(agent.agent_proper())
        self.restart(scene, "hung")
        self.states(scene, hung="ready")
        self.assertTrue(set(before).isdisjoint(children(agent.agent_proper())))

    def forking(self, word):
        return service(
            "daemon", [sys.executable, "-c", FORKS_AWAY, "{port}", word], listen="loopback", readiness="/")

    def test_ends_what_forked_away_when_the_service_has_ended(self):
        scene = self.scene(self.forking("goes"))
        agent = scene.agent()
        port = self.ports(agent, 1)[0]
        self.states(scene, daemon="failed")
        self.assertIn("ended with exit code 0", scene.portal.last_report()["services"][0]["detail"])
        until(lambda: not listens(port), "the end of the daemon")

    def test_ends_what_forked_away_with_a_restart_and_with_the_job(self):
        scene = self.scene(self.forking("stays"))
        agent = scene.ready_agent()
        first = self.ports(agent, 1)[0]
        self.restart(scene, "daemon")
        second = self.ports(agent, 2)[1]
        self.states(scene, daemon="ready")
        self.assertTrue(first == second or not listens(first))
        agent.end()
        self.assertFalse(listens(second))

    def test_bounds_the_log_of_a_service_that_floods_it(self):
        scene = self.scene(service("flood", [sys.executable, "-c", FLOODS], startSeconds=1))
        agent = scene.agent()
        until((agent.home / "flooded").exists, "the end of the flood")
        logs = agent.home / journal.FOLDER
        older = logs / (SLURM_JOB + "-flood.log.1")
        until(older.exists, "what was moved aside")
        until(lambda: sum(path.stat().st_size for path in logs.glob("*-flood.log*")) <= 3 * journal.LARGEST, "small logs")

    def test_starts_again_a_service_that_is_killed(self):
        scene = self.scene(tool("echo"))
        agent = scene.ready_agent()
        [keeper] = children(agent.agent_proper())
        os.kill(children(keeper)[0], signal.SIGKILL)
        self.states(scene, echo="failed")
        self.assertEqual(scene.portal.last_report()["services"][0]["detail"], "ended with exit code 137")
        self.states(scene, echo="ready")


@unittest.skipUnless(
    subprocess.call(["unshare", "--mount", "true"], stderr=subprocess.DEVNULL) == 0, "nothing can be mounted here")
class FullDiskTest(unittest.TestCase):
    def agent(self, script, folder):
        self.scene = Scene(tool("echo"))
        self.addCleanup(self.scene.close)
        return self.scene.agent(
            options=["unshare", "--mount", "sh", "-c", script, str(Path(self.scene.folder) / folder)])

    def test_a_full_home_leaves_services_without_a_log(self):
        for script in (NO_ROOM, NO_FILES):
            agent = self.agent(script, "home")
            until(lambda: self.scene.portal.states() == {"echo": "ready"}, "a ready service")
            self.assertNotIn("Traceback", agent.output)
        self.assertIn("no log for a service: [Errno 28] No space left on device", agent.output)

    def test_a_node_that_is_full_says_so(self):
        for script in (NO_ROOM, NO_FILES):
            agent = self.agent(script, "tmp")
            self.assertEqual(agent.process.wait(30), 1)
            self.assertIn("this node has no room for the job: [Errno 28] No space left on device", agent.output)
            self.assertNotIn("Traceback", agent.output)


if __name__ == "__main__":
    unittest.main()
