"""Starting, watching and starting again what the portal declared, and reporting it."""

import base64
import json
import os
import signal
import sys
import time
import unittest
from pathlib import Path

from support import JOB, SLURM_JOB, Scene, children, service, tool, until

SAY_ALL = "import os, sys, time; print(sys.argv[1:], dict(os.environ), flush=True); time.sleep(300)"


class ServicesTest(unittest.TestCase):
    def scene(self, *services):
        scene = Scene(*services)
        self.addCleanup(scene.close)
        return scene

    def test_reports_readiness_and_use(self):
        scene = self.scene(tool("echo"), tool("late"))
        scene.agent()
        until(lambda: scene.portal.states() == {"echo": "ready", "late": "starting"}, "one ready, one starting")
        until(lambda: scene.portal.states() == {"echo": "ready", "late": "ready"}, "both ready")
        sample = until(lambda: [sample for report in scene.portal.reports for sample in report["samples"]], "a sample")[0]
        self.assertGreater(sample["memoryBytes"], 10 << 20)
        self.assertLess(abs(scene.portal.last_report()["sentAt"] / 1000 - time.time()), 5)
        numbers = [report["sequence"] for report in scene.portal.reports]
        self.assertEqual(numbers, sorted(set(numbers)))

    def test_tells_programs_in_the_job_what_it_has_and_uses(self):
        scene = self.scene(dict(tool("echo"), title="Echo ü"), tool("late"))
        agent = scene.agent()
        services, usage = agent.runtime() / "services.json", agent.runtime() / "usage.json"
        for state in ("starting", "ready"):
            expected = [{"name": "echo", "title": "Echo ü", "state": "ready", "detail": ""},
                        {"name": "late", "title": "late", "state": state, "detail": ""}]
            until(lambda: services.exists() and json.loads(services.read_text()) == expected, "the services")
        used = until(lambda: usage.exists() and json.loads(usage.read_text()), "what is used")
        self.assertGreater(used["memoryBytes"], 10 << 20)
        self.assertLess(abs(used["at"] / 1000 - time.time()), 30)
        self.assertEqual(set(used), {"at", "cpuCores", "memoryBytes", "gpus", "cpus", "memoryLimitBytes"})
        self.assertEqual([path.stat().st_mode & 0o777 for path in (services, usage)], [0o600] * 2)

    def test_fills_in_placeholders(self):
        declared = service(
            "show", [sys.executable, "-c", SAY_ALL, "{socket}", "{dir}", "{base}", "{home}", "{name}", "{secret-file}"],
            environment={"TOKEN": "{secret}"}, files={"config.json": '{"a": {"token": "{secret}", "{x}": "{base}"}}'})
        scene = self.scene(declared)
        agent = scene.agent()
        folder = agent.runtime() / "show"
        log = agent.home / ".local/share/carme/job-log-dir" / (SLURM_JOB + "-show.log")
        text = until(lambda: log.exists() and log.read_text(), "the service's log")
        base = "/entry/%s/show" % JOB
        arguments = [folder / "socket", folder, base, agent.home, "show", folder / "secret"]
        self.assertIn(str([str(argument) for argument in arguments]), text)
        self.assertIn("'TOKEN': 'service-secret'", text)
        self.assertNotIn("CARME_AGENT", text)
        self.assertEqual(
            (folder / "config.json").read_text(), '{"a": {"token": "service-secret", "{x}": "%s"}}' % base)
        self.assertEqual(log.stat().st_mode & 0o777, 0o600)

    def test_starts_a_service_again_that_died(self):
        scene = self.scene(tool("echo"))
        agent = scene.ready_agent()
        [keeper] = children(agent.agent_proper())
        os.kill(children(keeper)[0], signal.SIGSEGV)
        until(lambda: scene.portal.states() == {"echo": "failed"}, "the failure")
        self.assertIn("139", scene.portal.last_report()["services"][0]["detail"])
        until(lambda: scene.portal.states() == {"echo": "ready"}, "readiness again")

    def test_names_a_program_that_is_missing(self):
        scene = self.scene(service("gone", ["no-such-program"]), tool("echo", needs=["no-such-tool"]))
        scene.agent()
        until(lambda: scene.portal.states() == {"gone": "failed", "echo": "failed"}, "both failed")
        details = [report["detail"] for report in scene.portal.last_report()["services"]]
        self.assertEqual(details, [
            "cannot be started: %s is not on this node" % name for name in ("no-such-program", "no-such-tool")])

    def test_leads_to_a_service_on_loopback(self):
        answer = ("import http.server as h, sys\n"
                  "class A(h.BaseHTTPRequestHandler):\n"
                  "    def do_GET(self):\n"
                  "        self.send_response(200); self.end_headers(); self.wfile.write(b'loop')\n"
                  "h.HTTPServer(('127.0.0.1', int(sys.argv[1])), A).serve_forever()")
        scene = self.scene(service("web", [sys.executable, "-c", answer, "{port}"], listen="loopback"))
        scene.ready_agent()
        with scene.connect("web") as connection:
            connection.sendall(b"GET / HTTP/1.0\r\n\r\n")
            self.assertTrue(connection.recv(100).startswith(b"HTTP/1.0 200"))

    def test_cleans_up_after_a_killed_keeper(self):
        scene = self.scene(tool("family"), tool("echo"))
        agent = scene.ready_agent()
        keepers = children(agent.agent_proper())
        keeper = next(pid for pid in keepers if b"family" in Path("/proc/%d/cmdline" % pid).read_bytes())
        offspring = children(children(keeper)[0])
        os.kill(keeper, signal.SIGKILL)
        until(lambda: not Path("/proc/%d" % offspring[0]).exists(), "the end of what the service had started")
        [other] = set(keepers) - {keeper}
        until(lambda: len(set(children(agent.agent_proper())) - {keeper}) == 2, "a new keeper beside the other one")
        self.assertIn(other, children(agent.agent_proper()))

    def test_survives_a_portal_that_is_away(self):
        scene = self.scene(tool("echo"))
        agent = scene.ready_agent()
        scene.portal.close()
        until(lambda: "portal is away" in agent.output, "a word in the log")
        seen = len(scene.portal.reports)
        scene.portal.restart()
        until(lambda: len(scene.portal.reports) > seen, "a new report")
        self.assertEqual(scene.portal.states(), {"echo": "ready"})

    def test_does_not_end_for_an_address_that_the_portal_does_not_know(self):
        scene = self.scene(tool("echo"))
        agent = scene.ready_agent()
        scene.portal.report_answer = (404, {"code": "not-found"})
        until(lambda: "portal is away: the portal answered 404" in agent.output, "a word in the log")
        scene.portal.report_answer = (200, {"endsAt": None})
        until(lambda: "portal is back" in agent.output, "another word")

    def test_sends_the_end_of_the_jobs_log_when_the_job_ends(self):
        scene = self.scene(tool("echo"))
        agent = scene.ready_agent()
        log = agent.home / ".local/share/carme/job-log-dir" / (SLURM_JOB + ".out")
        log.write_bytes(b"the reason\n")
        agent.end()
        said = b"".join(base64.b64decode(report["log"]["data"]) for report in scene.portal.reports if "log" in report)
        self.assertIn(b"the reason", said)

    def test_survives_nonsense(self):
        scene = self.scene(tool("echo"))
        agent = scene.ready_agent()
        for answer in ((200, b"[]"), (200, {"endsAt": "soon", "stop": "yes"}), (500, b"\xff"), (302, {})):
            scene.portal.report_answer = answer
            seen = len(scene.portal.reports)
            until(lambda: len(scene.portal.reports) > seen, "the next report")
        self.assertIsNone(agent.process.poll())


class WarningsTest(unittest.TestCase):
    def test_warns_before_the_end_in_log_notice_and_terminals(self):
        terminal = "import pty, sys; pty.spawn(['sleep', '300'])"
        scene = Scene(service("term", [sys.executable, "-c", terminal]))
        self.addCleanup(scene.close)
        agent = scene.agent()
        until(lambda: scene.portal.reports, "a report")
        scene.portal.report_answer = (200, {"endsAt": int((time.time() + 540) * 1000), "stop": False})
        notice = agent.runtime() / "notice"
        until(notice.exists, "the notice")
        self.assertEqual(notice.read_text(), "This job ends in 9 minutes. Save your work.\n")
        self.assertIn("This job ends in 9 minutes", agent.output)
        log = agent.home / ".local/share/carme/job-log-dir" / (SLURM_JOB + "-term.log")
        until(lambda: "*** This job ends in 9 minutes" in log.read_text(), "the words in the terminal")


if __name__ == "__main__":
    unittest.main()
