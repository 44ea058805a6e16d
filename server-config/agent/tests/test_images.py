"""Services in an image: what is put before their commands, and what is said when that cannot be."""

import json
import os
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from support import AGENT, SLURM_JOB, Scene, image, service, tool, until

sys.path.insert(0, str(AGENT))

import answer
from image import Image, Node, Unusable
from runtime import RuntimeFolder

PATH = "/usr/bin:/bin"
STAND_INS = Path(__file__).resolve().parent / "stand-ins"


class ImageCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name).resolve()
        self.store = self.folder / "store"
        self.image = self.store / "debian"
        for name in ("etc", "data"):
            (self.image / name).mkdir(parents=True)
        (self.image / "etc/passwd").write_text("")
        with mock.patch.dict(os.environ, TMPDIR=str(self.folder)):
            self.runtime = RuntimeFolder.create()

    def enter(self, has_accelerators=False, **differences):
        """What is started for `serve --here`, which needs a tool."""
        declared = dict(image(self.image, self.store), **differences)
        with mock.patch.dict(os.environ, USER="alice"):
            place = Image(answer.read_image(declared), [self.runtime], "/home/alice", has_accelerators)
        return place.enter(["serve", "--here"], ["tool"], "/folder", PATH)

    def assert_unusable(self, text, **differences):
        with self.assertRaisesRegex(Unusable, text):
            self.enter(**differences)


class WordsTest(ImageCase):
    def test_puts_the_runtime_before_the_service(self):
        words = self.enter(command=["sh", "--home={home}", "-u", "{user}", "{flags}", "{binds}", "{image}"],
                           flags=["--no-net", "{user}"])
        own = self.runtime.path
        self.assertEqual(words[:9], [
            "sh", "--home=/home/alice", "-u", "alice", "--no-net", "alice", "--bind", own, own])
        self.assertEqual(words[9:12], [str(self.image), "/bin/sh", "-c"])
        self.assertEqual(words[13:], ["carme", "/folder", "serve", "tool", "--", "serve", "--here"])

    def test_adds_the_words_for_accelerators_only_when_there_are_some(self):
        command = ["sh", "{accelerators}", "{binds}", "{image}"]
        self.assertNotIn("--nv", self.enter(command=command, accelerators=["--nv"]))
        self.assertIn("--nv", self.enter(command=command, accelerators=["--nv"], has_accelerators=True))

    def test_adds_the_words_for_writing_only_where_the_portal_gives_them(self):
        command = ["sh", "{writable}", "{binds}", "{image}"]
        self.assertEqual(self.enter(command=command)[1], "--bind")
        words = self.enter(command=command, writable=["--rw", "{image}"])
        self.assertEqual(words[1:3], ["--rw", str(self.image)])

    def test_binds_what_the_image_is_to_see(self):
        binds = [{"source": "/usr", "target": "/data", "readOnly": False},
                 {"source": "/usr/bin", "target": "/data", "readOnly": True}]
        words = " ".join(self.enter(binds=binds, readOnlyBind=["--bind", "{source}:{target}:ro"]))
        self.assertIn("--bind /usr /data --bind /usr/bin:/data:ro", words)

    def test_covers_the_files_of_etc_that_the_image_has(self):
        (self.image / "etc/group").symlink_to("/etc/group")
        words = " ".join(self.enter(command=["sh", "{etc}", "{binds}"], readOnlyBind=["--ro", "{source}", "{target}"]))
        self.assertIn("--ro %s/.image/passwd /etc/passwd" % self.runtime.path, words)
        self.assertNotIn("/etc/group", words)
        self.assertNotIn("/etc/hosts", words)
        passwd = Path(self.runtime.path, ".image/passwd").read_text()
        self.assertIn("alice:x:%d:%d::/home/alice:" % (os.getuid(), os.getgid()), passwd)

    def test_leaves_addresses_of_images_to_the_runtime(self):
        self.assertIn("docker://debian:12", self.enter(location="docker://debian:12"))


class UnusableTest(ImageCase):
    def test_an_image_that_is_not_there(self):
        self.assert_unusable("debian:1 is not on this node", location=str(self.store / "gone"))

    def test_a_link_out_of_the_store(self):
        (self.store / "link").symlink_to("/usr")
        self.assert_unusable("leads out of the image store", location=str(self.store / "link"))

    def test_a_folder_on_the_way_that_is_a_link_out_of_the_store(self):
        (self.store / "link").symlink_to("/usr")
        self.assert_unusable("leads out of the image store", location=str(self.store / "link/bin"))

    def test_a_path_outside_the_store(self):
        self.assert_unusable("leads out of the image store", location="/usr")

    def test_a_store_that_is_a_link_itself(self):
        (self.folder / "link").symlink_to(self.store)
        location, folders = str(self.folder / "link/debian"), [str(self.folder / "link")]
        self.assertIn(str(self.image), self.enter(location=location, folders=folders))

    def test_a_runtime_that_is_not_installed(self):
        self.assert_unusable("no-such-runtime is not on this node", command=["no-such-runtime", "{binds}", "{image}"])
        self.assert_unusable("no-such-tool is not on this node", needs=["no-such-tool"])

    def test_a_bind_of_what_is_not_there(self):
        bind = {"source": "/no/such/data", "target": "/data", "readOnly": False}
        self.assert_unusable("/no/such/data, which the image is to see, is not on this node", binds=[bind])

    def test_a_bind_to_where_the_image_has_nothing(self):
        self.assert_unusable("has no /mnt/x", binds=[{"source": "/usr", "target": "/mnt/x", "readOnly": False}])

    def test_a_bind_that_the_runtime_cannot_protect(self):
        bind = {"source": "/usr", "target": "/data", "readOnly": True}
        self.assert_unusable("cannot protect /usr", binds=[bind])

    def test_a_program_that_the_node_lacks(self):
        with self.assertRaisesRegex(Unusable, "no-such-program is not on this node"):
            Node().enter(["no-such-program"], [], "/folder", PATH)


class AnswerTest(ImageCase):
    def test_nonsense_is_refused(self):
        good = image(self.image, self.store)
        for wrong in ({"command": []}, {"command": ["sh"]}, {"location": 7}, {"binds": [{"source": "/a"}]},
                      {"binds": [{"source": "a", "target": "/a", "readOnly": True}]}, {"flags": "--all"}):
            with self.assertRaises(answer.BadAnswer, msg=str(wrong)):
                answer.read_image(dict(good, **wrong))
        with self.assertRaises(answer.BadAnswer):
            answer.read_image([])


class ReportTest(ImageCase):
    """With a little program instead of a runtime."""

    def detail(self, runtime, service_command):
        """What is reported of a service that fails."""
        scene = Scene(service("show", service_command))
        self.addCleanup(scene.close)
        scene.portal.assignment["image"] = image(
            self.image, self.store, command=runtime, bind=["CT_BIND={source}:{target}"])
        scene.agent()
        until(lambda: "failed" in scene.portal.states().values(), "the failure")
        return scene.portal.last_report()["services"][0]["detail"]

    def test_says_what_a_runtime_said_that_failed(self):
        failing = ["sh", "-c", "echo noise; echo no user namespaces; exit 1", "{binds}"]
        self.assertEqual(
            self.detail(failing, ["sleep", "300"]), "the image debian:1 cannot be entered: no user namespaces")

    def test_looks_for_programs_inside(self):
        emptying = ["env", "{binds}", "PATH=/nowhere"]
        self.assertEqual(self.detail(emptying, ["sleep", "300"]), "sleep is not in the image debian:1")

    def test_says_nothing_of_the_image_when_the_service_fails(self):
        self.assertEqual(self.detail(["env", "{binds}"], ["sh", "-c", "exit 3"]), "ended with exit code 3")


class ApptainerTest(ImageCase):
    """The command line alone: stand-ins/apptainer notes it."""

    def test_is_called_as_declared(self):
        declared = json.loads((AGENT.parent.parent / "runtimes/apptainer.json").read_text())
        scene = Scene(tool("echo"))
        self.addCleanup(scene.close)
        words = {key: declared[key] for key in ("command", "bind", "readOnlyBind", "accelerators", "needs")}
        scene.portal.assignment["image"] = image(
            self.image, self.store, flags=declared["flags"]["writable-tmpfs"]["words"],
            binds=[{"source": "/usr", "target": "/data", "readOnly": True}], **words)
        agent = scene.ready_agent(environment={
            "PATH": "%s:%s" % (STAND_INS, os.environ["PATH"]), "SLURM_JOB_GPUS": "0"})
        called = json.loads((agent.home / "apptainer.json").read_text())
        folder, home, disk = str(agent.runtime()), str(agent.home), "%s/carme-job-disk-%s" % (agent.disk, SLURM_JOB)
        self.assertEqual(called[:called.index("/bin/sh")], [
            "--quiet", "exec", "--home", home, "--pwd", home, "--writable-tmpfs", "--nv",
            "--bind", folder + ":" + folder, "--bind", disk + ":" + disk, "--bind", "/usr:/data:ro", str(self.image)])


if __name__ == "__main__":
    unittest.main()
