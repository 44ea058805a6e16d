"""Services that start when they are opened, are restarted, or listen where nobody else reaches them."""

import os
import sys
import unittest
from pathlib import Path

from support import PATIENCE, Scene, children, service, tool, until

WEB = ("import http.server as h, sys\n"
       "h.HTTPServer((sys.argv[1], int(sys.argv[2])), h.SimpleHTTPRequestHandler).serve_forever()")


def web(name, listen, address="127.0.0.1", **more):
    return service(name, [sys.executable, "-c", WEB, address, "{port}"], listen=listen, readiness="/", **more)


def listeners(port):
    """How many programs of this network listen on the port."""
    tables = [Path("/proc/net/" + name).read_text() for name in ("tcp", "tcp6")]
    rows = [line.split() for table in tables for line in table.splitlines()]
    return sum(row[1].endswith(":%04X" % port) and row[3] == "0A" for row in rows)


class OnDemandTest(unittest.TestCase):
    def scene(self, *services):
        scene = Scene(*services)
        self.addCleanup(scene.close)
        return scene

    def order(self, scene, verb, name):
        """As the gateway; what the agent says to it."""
        with scene.connect("0-%s-%s" % (verb, name)) as connection:
            return connection.recv(10)

    def states(self, scene, **wanted):
        until(lambda: scene.portal.states() == wanted, wanted)

    def detail(self, scene, name):
        return next(item["detail"] for item in scene.portal.last_report()["services"] if item["name"] == name)

    def test_starts_when_it_is_opened(self):
        scene = self.scene(tool("echo", onDemand=True))
        agent = scene.agent()
        self.states(scene, echo="idle")
        self.assertEqual(children(agent.agent_proper()), [])
        self.assertEqual(self.order(scene, "start", "echo"), b"ok")
        self.states(scene, echo="ready")
        [keeper] = children(agent.agent_proper())
        self.assertEqual(self.order(scene, "start", "echo"), b"ok")
        self.assertEqual(children(agent.agent_proper()), [keeper], "it runs already")

    def test_restarts_with_everything_that_it_had_started(self):
        scene = self.scene(tool("family"))
        agent = scene.ready_agent()
        before = children(agent.agent_proper())
        offspring = children(children(before[0])[0])
        self.assertEqual(self.order(scene, "restart", "family"), b"ok")
        until(lambda: not Path("/proc/%d" % offspring[0]).exists(), "the end of what it had started")
        until(lambda: set(children(agent.agent_proper())).isdisjoint(before) and children(agent.agent_proper()), "a new one")
        self.states(scene, family="ready")

    def test_starts_again_what_was_given_up(self):
        scene = self.scene(tool("crash"))
        scene.agent()
        until(lambda: scene.portal.last_report()["services"] and "not started again" in self.detail(scene, "crash"),
              "the end of all tries", 3 * PATIENCE)
        tries = len([report for report in scene.portal.reports if report["services"][0]["state"] == "starting"])
        self.assertEqual(self.order(scene, "start", "crash"), b"ok")
        until(lambda: len([report for report in scene.portal.reports if report["services"][0]["state"] == "starting"]) > tries,
              "another try")

    def test_has_no_order_for_what_is_not_there(self):
        scene = self.scene(tool("echo"))
        scene.ready_agent()
        self.assertEqual(self.order(scene, "start", "other"), b"no")
        with self.assertRaises(OSError):
            self.order(scene, "stop", "echo")

    def test_says_what_cannot_run_here(self):
        scene = self.scene(
            tool("echo", onDemand=True, optional=True, needs=["no-such-program"]),
            tool("late", onDemand=True, optional=True, needs=["/no/such/file"]),
            tool("count", onDemand=True, needs=["sh", "no-such-program"]),
            tool("family", onDemand=True, needs=["sh", "/etc/passwd"]))
        scene.agent()
        self.states(scene, echo="absent", late="absent", count="failed", family="idle")
        self.assertEqual(self.detail(scene, "late"), "/no/such/file is not here")

    def test_starts_what_comes_before_and_waits_for_it(self):
        scene = self.scene(tool("echo", onDemand=True, after=["late"]), tool("late", onDemand=True))
        scene.agent()
        self.states(scene, echo="idle", late="idle")
        self.order(scene, "start", "echo")
        self.states(scene, echo="ready", late="ready")
        seen = [{item["name"]: item["state"] for item in report["services"]} for report in scene.portal.reports]
        self.assertFalse([states for states in seen if states["echo"] == "ready" and states["late"] != "ready"])

    def test_says_that_what_comes_before_does_not_run(self):
        scene = self.scene(
            tool("echo", onDemand=True, after=["late"]),
            tool("late", onDemand=True, optional=True, needs=["no-such-program"]))
        scene.agent()
        self.states(scene, echo="idle", late="absent")
        self.order(scene, "start", "echo")
        self.states(scene, echo="failed", late="absent")
        self.assertEqual(self.detail(scene, "echo"), "late does not run")

    def test_waits_no_longer_than_is_declared(self):
        scene = self.scene(service("mute", [sys.executable, "-c", "import time; time.sleep(99)"], startSeconds=1))
        scene.agent()
        self.states(scene, mute="failed")
        self.assertEqual(self.detail(scene, "mute"), "no answer after 1 seconds")

    @unittest.skipUnless(os.system("unshare --user --net true 2>/dev/null") == 0, "no user namespaces here")
    def test_hides_a_port_in_a_namespace(self):
        before = listeners(8080)
        scene = self.scene(web("hidden", "namespace", "0.0.0.0"))
        scene.ready_agent()
        with scene.connect("hidden") as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.0 200"))
        self.assertEqual(listeners(8080), before)

    def test_ends_a_service_that_everybody_in_the_network_reaches(self):
        scene = self.scene(web("open", "loopback", "0.0.0.0"))
        agent = scene.agent()
        self.states(scene, open="failed")
        self.assertEqual(
            self.detail(scene, "open"), "listens on other addresses than 127.0.0.1, not started again")
        self.assertEqual(children(agent.agent_proper()), [])


if __name__ == "__main__":
    unittest.main()
