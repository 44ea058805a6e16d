"""A job's task: done before services start, reported until the portal knows, and the job's end with it."""

import functools
import http.server
import json
import os
import pwd
import shutil
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

from support import AGENT, NOBODY, Scene, called, children, family, image, kill, service, until
from tiny import make_image

sys.path.insert(0, str(AGENT))

import fields
import plan

RUNTIMES = AGENT.parent.parent / "runtimes"
IMAGE = os.environ.get("CARME_TEST_IMAGE", "")
MIRROR = os.environ.get("CARME_TEST_MIRROR", "")
LIMITS = {"bytes": 10 ** 9, "processes": 100}


def build(*steps, **more):
    return dict({"kind": "build", "steps": list(steps)}, **more)


def run(script):
    return {"kind": "run", "script": script}


class TaskCase(unittest.TestCase):
    """With an agent of an ordinary user, and the little image as the base."""

    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        cls.addClassCleanup(folder.cleanup)
        os.chmod(folder.name, 0o755)
        cls.store = Path(folder.name)
        cls.base = make_image(cls.store / "tiny")

    def setUp(self):
        if shutil.which("bwrap") is None:
            self.skipTest("bubblewrap is missing")
        self.own = Path(tempfile.mkdtemp(prefix="own-", dir=str(self.store)))
        self.own.chmod(0o1777)
        self.user = pwd.getpwuid(NOBODY if os.getuid() == 0 else os.getuid()).pw_name
        self.target = self.own / self.user / "new-1-abcdefgh"
        self.mark = str(time.monotonic_ns())
        self.sleep = "sleep 3%09d" % (time.monotonic_ns() % 10 ** 9)

    def start(self, task, *services, **more):
        self.scene = Scene(*services)
        self.addCleanup(self.scene.close)
        location = more.pop("source", self.base)
        self.scene.portal.assignment["task"] = dict({
            "source": {"location": str(location), "folders": [str(self.store), os.path.dirname(IMAGE) or "/nowhere"]},
            "target": str(self.target), "targetFolder": str(self.own), "limits": LIMITS, "mirrors": {}}, **task)
        if "image" in more:
            self.scene.portal.assignment["image"] = more["image"]
        elif services:
            self.scene.portal.assignment["image"] = self.image(self.target, **more)
        return self.scene.ordinary_agent(USER=self.user, CT_MARK=self.mark)

    def image(self, location, runtime="bubblewrap", writable=False):
        declared = json.loads((RUNTIMES / (runtime + ".json")).read_text())
        words = {key: declared.get(key, []) for key in ("command", "bind", "readOnlyBind", "needs")}
        if writable:
            words["writable"] = declared["writable"]
        return image(location, self.store, **words)

    def task(self):
        return self.scene.portal.last_report().get("task", {})

    def running(self):
        return [step["title"] for step in self.task().get("steps", []) if step["state"] == "running"]

    def assert_ends(self, agent, code, state):
        self.assertEqual(agent.process.wait(20), code, agent.output)
        self.assertEqual(self.task()["state"], state, self.task())

    def assert_nothing_left(self):
        until(lambda: not family("CT_MARK=" + self.mark) + called(self.sleep), "no process")
        self.assertEqual([path.name for path in (self.own / self.user).iterdir()], [".lock"])


class BuildTest(TaskCase):
    def test_makes_an_image_and_ends_when_the_portal_knows(self):
        agent = self.start(build(run("echo made >/opt/made")))
        self.assert_ends(agent, 0, "done")
        self.assertEqual((self.target / "opt/made").read_text(), "made\n")
        self.assertFalse((self.base / "opt/made").exists())
        said = [(step["kind"], step["title"], step["state"]) for step in self.task()["steps"]]
        self.assertEqual(said, [("copy", "Copy of the base", "done"), ("run", "Run: echo made >/opt/made", "done"),
                                ("inventory", "Inventory", "done")])
        self.assertRegex(self.task()["result"]["digest"], r"\Asha256:[0-9a-f]{64}\Z")
        self.assertEqual(self.scene.portal.contents[-1]["bomFormat"], "CycloneDX")

    def test_waits_for_a_portal_that_is_away(self):
        agent = self.start(build(run("while [ ! -e /opt/go ]; do sleep 0.05; done")))
        until(lambda: self.running() == ["Run: while [ ! -e /opt/go ]; do sleep 0.05; done"], "the step")
        self.scene.portal.close()
        (self.making() / "root/opt/go").touch()
        until(self.target.exists, "the image")
        self.scene.portal.restart()
        self.assert_ends(agent, 0, "done")

    def making(self):
        return self.target.parent / (self.target.name + ".making")

    def test_says_which_step_has_failed_and_what_it_said_last(self):
        agent = self.start(build(run("echo some words; exit 3"), run("true")))
        self.assert_ends(agent, 1, "failed")
        self.assertEqual([step["state"] for step in self.task()["steps"]], ["done", "failed", "waiting", "waiting"])
        self.assertIn("ended with exit code 3", self.task()["detail"])
        self.assertEqual(self.task()["lines"], ["some words"])
        self.assertIn("some words", agent.output)
        self.assert_nothing_left()

    def test_leaves_nothing_when_it_is_cancelled(self):
        agent = self.start(build(run("setsid %s & sleep 300" % self.sleep)))
        until(lambda: called(self.sleep), "the step")
        agent.end()
        self.assert_nothing_left()

    def test_what_killed_processes_left_goes_with_the_next_task(self):
        agent = self.start(build(run(self.sleep)))
        until(lambda: called(self.sleep), "the step")
        kill([agent.process.pid, agent.agent_proper()] + self.below(agent.agent_proper()))
        until(lambda: not family("CT_MARK=" + self.mark) + called(self.sleep), "no process")
        self.assertTrue(self.making().exists())
        self.assert_ends(self.start(build(run("true"), target=str(self.target) + "-2")), 0, "done")
        self.assertFalse(self.making().exists())

    def below(self, pid):
        found = children(pid)
        return found + [inner for child in found for inner in self.below(child)]

    def test_refuses_a_base_out_of_the_image_store(self):
        agent = self.start(build(), source="/usr")
        self.assert_ends(agent, 1, "failed")
        self.assertIn("leads out of the image store", self.task()["detail"])

    def test_fails_when_the_portal_does_not_take_what_is_inside(self):
        agent = self.start(build())
        self.scene.portal.contents_answer = (413, {"detail": "too many packages"})
        self.assert_ends(agent, 1, "failed")
        self.assertIn("too many packages (413)", self.task()["detail"])

    def test_gives_services_the_variables_that_the_image_was_built_with(self):
        show = service("show", ["sh", "-c", "echo $WHERE >\"$0/said\"; exit 3", "{dir}"])
        agent = self.start(build({"kind": "environment", "name": "WHERE", "value": "it's $HOME"}), show)
        until(lambda: (agent.runtime() / "show/said").exists(), "what the service says", 20)
        until(lambda: (agent.runtime() / "show/said").read_text() == "it's %s\n" % agent.home, "the variable")


class PackagesTest(TaskCase):
    """In the image that the other tests use, with packages from CARME_TEST_MIRROR, a folder that fill-mirror has filled."""

    def serve_mirror(self):
        handler = functools.partial(QuietFiles, directory=MIRROR)
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        self.addCleanup(server.server_close)
        self.addCleanup(server.shutdown)
        return "http://127.0.0.1:%d" % server.server_address[1]

    def test_come_from_the_mirror_and_services_run_with_them(self):
        if not (IMAGE and MIRROR):
            self.skipTest("an image or a mirror is missing")
        url = self.serve_mirror()
        steps = [{"kind": "apt", "packages": ["hello", "uuid-runtime"]}, {"kind": "pip", "packages": ["carme-sample==1.0"]},
                 run("hello && id uuidd")]
        program = "import carme_sample\n" + (Path(__file__).resolve().parent / "services.py").read_text()
        once = 'if [ ! -e "$HOME/tried" ]; then touch "$HOME/tried"; exit 1; fi; exec "$@"'
        echo = service("echo", ["sh", "-c", once, "sh", "python3", "-c", program, "echo", "{socket}"])
        agent = self.start(
            build(*steps, mirrors={"apt": ["deb [trusted=yes] %s/debian ./" % url], "pip": url + "/simple"}), echo, source=IMAGE)
        self.assertEqual(agent.process.wait(120), 0, agent.output)
        self.assertEqual(self.task()["state"], "done")
        self.assertEqual(self.scene.portal.states(), {"echo": "ready"}, "the job ends when its entry points have answered")
        said = {each["state"] for report in self.scene.portal.reports for each in report["services"]}
        self.assertEqual(said, {"starting", "ready"}, "a start that fails is no failure yet")
        self.assertIn("Hello, world!", agent.output)
        names = {component["name"] for component in self.scene.portal.contents[0]["components"]}
        self.assertLessEqual({"hello", "carme-sample", "python3-pip"}, names)
        self.assertEqual(list((self.target / "var/lib/apt/lists").iterdir()), [])
        self.assertEqual(list((self.target / "var/cache/apt").iterdir()), [])


class QuietFiles(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class SandboxTest(TaskCase):
    def sandbox(self, runtime):
        if shutil.which(json.loads((RUNTIMES / (runtime + ".json")).read_text())["command"][0]) is None:
            self.skipTest("%s is missing" % runtime)
        write = service("write", ["sh", "-c", "echo new >/opt/new; sleep 300"])
        agent = self.start({"kind": "sandbox"}, write, runtime=runtime, writable=True)
        until((self.target / "opt/new").exists, "what the service has written", 20)
        self.assertFalse((self.base / "opt/new").exists())
        until(lambda: self.task().get("state") == "done", "that it is done, which is told while services start")
        self.assertIsNone(agent.process.poll(), "it goes on until it is ended")
        agent.end()

    def test_can_be_written_to_with_bubblewrap(self):
        self.sandbox("bubblewrap")

    def test_can_be_written_to_with_charliecloud(self):
        self.sandbox("charliecloud")


class CopyTest(TaskCase):
    def test_has_the_digest_of_its_source(self):
        self.assert_ends(self.start(build()), 0, "done")
        first = self.target
        digest = self.task()["result"]["digest"]
        self.target = first.parent / "copy"
        self.assert_ends(self.start({"kind": "copy", "digest": digest}, source=first), 0, "done")
        self.assertEqual(self.task()["result"]["digest"], digest)
        self.assertTrue((self.target / "bin/sh").exists())

    def test_is_not_made_of_files_that_have_changed(self):
        self.assert_ends(self.start({"kind": "copy", "digest": "sha256:" + "0" * 64}), 1, "failed")
        self.assertIn("have changed", self.task()["detail"])
        self.assert_nothing_left()


class InventoryTest(TaskCase):
    def test_is_sent(self):
        self.assert_ends(self.start({"kind": "inventory"}), 0, "done")
        self.assertEqual(len(self.scene.portal.contents), 1)
        self.assertNotIn("result", self.task())

    def test_looks_into_a_file_by_its_runtime(self):
        if not IMAGE:
            self.skipTest("an image is missing")
        opened = ["bwrap", "--unshare-user", "--ro-bind", IMAGE, "/", "--dev", "/dev", "--proc", "/proc", "--bind", "/tmp", "/tmp"]
        self.assert_ends(self.look_into(opened + ["{binds}", "--"]), 0, "done")
        [document] = self.scene.portal.contents
        self.assertIn("jupyter-notebook", {component["name"] for component in document["components"]})
        properties = [each["name"] for each in document["metadata"]["component"]["properties"]]
        self.assertEqual(properties, ["carme:bytes"], "what is bound there changes the digest")

    def test_says_why_a_file_cannot_be_looked_into(self):
        self.assert_ends(self.look_into(["sh", "-c", "echo no such format >&2; exit 7", "{binds}"]), 1, "failed")
        self.assertIn("exit code 7", self.task()["detail"])
        self.assertEqual(self.task()["lines"], ["no such format"])

    def look_into(self, command):
        packed = self.store / "image.sqfs"
        packed.write_text("")
        agent_image = image(packed, self.store, command=command, bind=["--bind", "{source}", "{target}"])
        return self.start({"kind": "inventory"}, source=packed, image=agent_image)


class PlanTest(unittest.TestCase):
    def good(self, *steps, **more):
        return dict({
            "kind": "build", "source": {"location": "/images/base", "folders": ["/images"]}, "limits": LIMITS,
            "target": "/images/own/alice/new", "targetFolder": "/images/own", "steps": list(steps)}, **more)

    def assert_refused(self, *wrong):
        for each in wrong:
            with self.assertRaises(fields.BadAnswer, msg=str(each)):
                plan.read_task(each)

    def test_packages_are_no_options_and_no_paths(self):
        for kind, names in {
                "apt": ("hello", "g++", "libc6:amd64=2.36-9+deb12u8", "python3.11"),
                "pip": ("six", "six==1.16.0", "dask[array]>=2024,<2025"),
                "conda": ("numpy=1.26", "conda-forge::numpy", "libgcc-ng>=12")}.items():
            plan.read_task(self.good({"kind": kind, "packages": list(names)}))
        for kind in ("apt", "pip", "conda"):
            for name in ("-o", "--allow-unauthenticated", "-oDpkg::Pre-Invoke=x", "./hello", "/tmp/x.deb", "hello;id",
                         "hello world", "hello\n", "", "git+https://example.org/x", "hello@file:///x", "../x"):
                self.assert_refused(self.good({"kind": kind, "packages": [name]}))
        self.assert_refused(self.good({"kind": "apt", "packages": ["libc6-"]}), self.good({"kind": "apt", "packages": []}))

    def test_targets_are_in_a_folder_of_a_user(self):
        for target in ("/images/own/new", "/images/own/alice/../x", "/images/own/alice/a/b", "/images/own/../alice/new",
                       "/images/owner/alice/new", "/images/own/alice/.new", "images/own/alice/new", "/images/own/alice/"):
            self.assert_refused(self.good(target=target))
        self.assert_refused(self.good(targetFolder="/images/../own"), self.good(targetFolder="/"))

    def test_files_have_paths_in_the_image(self):
        for path in ("/../x", "/opt/../x", "opt/x", "/", "/opt/", "/opt/./x", "/proc/x", "/dev/x", "/opt/x\n"):
            self.assert_refused(self.good({"kind": "file", "path": path, "text": "", "executable": False}))

    def test_nonsense_is_refused(self):
        self.assert_refused(
            [], {}, self.good(kind="other"), self.good(limits={"bytes": 0, "processes": 1}), self.good(limits={}),
            self.good(source={"location": 7, "folders": []}), self.good({"kind": "other"}), self.good("x"),
            self.good({"kind": "run", "script": "a\0b"}), self.good({"kind": "run", "script": "\ud800"}),
            self.good({"kind": "environment", "name": "A=B", "value": ""}), self.good(mirrors={"apt": ["a\nb"]}),
            self.good(kind="copy", digest="sha256:x"))


if __name__ == "__main__":
    unittest.main()
