"""Services in an image: what is put before their commands, and what is said when that cannot be."""

import contextlib
import io
import json
import os
import stat
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from support import AGENT, DECLARATIONS, SLURM_JOB, Scene, image, service, tool, until

sys.path.insert(0, str(AGENT))

import answer
import fields
import storage
from image import Image, Node, Unusable
from runtime import RuntimeFolder

PATH = "/usr/bin:/bin"
STAND_INS = Path(__file__).resolve().parent / "stand-ins"


class Here(storage.Site):
    """These folders are here, whether they are or not."""

    def __init__(self, paths):
        self.home, self._paths = "/home/alice", list(paths)

    def trouble(self):
        return ""

    def paths(self):
        return self._paths


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

    def enter(self, has_accelerators=False, shared=(), site=None, **differences):
        """What is started for `serve --here`, which needs a tool."""
        declared = dict(image(self.image, self.store), **differences)
        with mock.patch.dict(os.environ, USER="alice"):
            place = Image(answer.read_image(declared), [self.runtime], site or Here(shared), has_accelerators)
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


class OwnTest(ImageCase):
    """What is the job's alone."""

    def setUp(self):
        super().setUp()
        local = self.folder / "SSD"
        local.mkdir()
        patch = mock.patch("image.LOCAL", str(local))
        patch.start()
        self.addCleanup(patch.stop)
        self.local = str(local)
        self.disk = RuntimeFolder.on_disk(str(self.folder), "4711")

    def binds(self, local=("{local}",), **differences):
        declared = dict(image(self.image, self.store), command=["sh", "{tmp}", *local, "{binds}", "{image}"], **differences)
        place = Image(answer.read_image(declared), [self.runtime, self.disk], Here(()), False)
        words = place.enter(["serve"], [], "/folder", PATH)
        return words[1:words.index(str(self.image))]

    def test_has_a_tmp_on_the_disk_with_places_for_what_is_bound_below(self):
        given = self.folder / "given"
        given.write_text("text")
        (self.image / "tmp").mkdir()
        (self.image / "tmp/given").write_text("")
        words = self.binds(binds=[{"source": str(given), "target": "/tmp/given", "readOnly": False}])
        tmp = Path(words[0])
        self.assertEqual(tmp, Path(self.disk.path, ".tmp"))
        self.assertEqual(stat.S_IMODE(tmp.stat().st_mode), 0o700)
        self.assertEqual(stat.S_IMODE((tmp / ".X11-unix").stat().st_mode), 0o1777)
        self.assertTrue((tmp / self.runtime.path[len("/tmp/"):]).is_dir())
        self.assertTrue((tmp / "given").is_file())

    def test_has_an_empty_tmp_after_a_new_start(self):
        for name in (".tmp", ".vartmp"):
            tmp = Path(self.disk.path, name)
            tmp.mkdir()
            (tmp / "of earlier").write_text("")
        self.binds()
        self.assertEqual(list(Path(self.disk.path).glob(".*tmp/of earlier")), [])

    def test_has_a_var_tmp_where_the_image_does(self):
        own = self.disk.path + "/.vartmp"
        self.assertNotIn(own, self.binds(local=["{vartmp}"]))
        (self.image / "var").mkdir()
        (self.image / "var/tmp").symlink_to("/tmp")
        self.assertNotIn(own, self.binds(local=["{vartmp}"]))
        (self.image / "var/tmp").unlink()
        (self.image / "var/tmp").mkdir()
        self.assertEqual(self.binds(local=["{vartmp}"])[1:4], ["--bind", own, "/var/tmp"])
        self.assertEqual(stat.S_IMODE(os.stat(own).st_mode), 0o700)

    def test_has_a_place_in_var_tmp_for_what_is_bound_below(self):
        given = self.folder / "given"
        given.write_text("text")
        (self.image / "var/tmp").mkdir(parents=True)
        (self.image / "var/tmp/given").write_text("")
        self.binds(local=["{vartmp}"], binds=[{"source": str(given), "target": "/var/tmp/given", "readOnly": False}])
        self.assertTrue(Path(self.disk.path, ".vartmp/given").is_file())

    def test_has_a_var_tmp_in_an_image_that_is_a_file(self):
        file = self.store / "image.sif"
        file.write_text("")
        words = self.enter(command=["sh", "{vartmp}", "{binds}", "{image}"], location=str(file))
        self.assertEqual(words[1:4], ["--bind", self.runtime.path + "/.vartmp", "/var/tmp"])

    def test_has_a_tmp_where_there_is_no_disk(self):
        self.assertEqual(self.enter(command=["sh", "{tmp}", "{binds}", "{image}"])[1], self.runtime.path + "/.tmp")

    def test_sees_the_folder_on_the_disk_by_the_same_name_in_every_job(self):
        path = self.disk.path
        own = ["--bind", self.runtime.path, self.runtime.path]
        self.assertEqual(
            self.binds()[1:], ["--bind", self.disk.data, self.local] + own + ["--bind", path, path])

    def test_lacks_that_name_where_the_runtime_does_not_make_it(self):
        path = self.disk.path
        self.assertEqual(self.binds(local=[])[4:], ["--bind", path, path])

    def test_sees_a_disk_of_that_name_by_both_paths(self):
        self.disk = RuntimeFolder.on_disk(self.local, "4712")
        Path(self.disk.data, "file").write_text("data")
        for _ in range(2):
            self.assertEqual(self.binds()[1:], [
                "--bind", self.disk.data, self.local, "--bind", self.runtime.path, self.runtime.path])
        seen = Path(self.disk.data, os.path.relpath(self.disk.data, self.local))
        self.assertEqual((seen / "file").read_text(), "data")
        self.assertEqual(os.path.realpath(str(seen)), self.disk.data)

    def test_leaves_that_name_to_others_who_have_it(self):
        (self.image / self.local[1:]).mkdir(parents=True)
        bind = {"source": "/usr", "target": self.local, "readOnly": False}
        self.assertNotIn(self.disk.data, self.binds(binds=[bind]))
        self.assertIn(self.disk.path, self.binds(binds=[bind]))

    def test_lacks_that_name_in_a_sandbox_without_the_folder(self):
        self.assertNotIn(self.disk.data, self.binds(writable=["--write"]))
        (self.image / self.local[1:]).mkdir(parents=True)
        self.assertIn(self.disk.data, self.binds(writable=["--write"]))


class SharedTest(ImageCase):
    """Folders of the site, of which images know no names."""

    PROJECT, SCRATCH = "/mnt/projects/pinns", "/mnt/scratch/alice"

    def shared(self, *paths, **differences):
        """What is bound after the job's own folder."""
        self.said = io.StringIO()
        with contextlib.redirect_stdout(self.said):
            words = self.enter(shared=paths, **differences)
        return words[4:words.index(str(differences.get("location", self.image)))]

    def test_are_bound_where_the_image_has_them(self):
        (self.image / "mnt/projects/pinns").mkdir(parents=True)
        self.assertEqual(self.shared(self.PROJECT), ["--bind", self.PROJECT, self.PROJECT])

    def test_stand_together_in_an_empty_folder_of_the_image(self):
        (self.image / "mnt").mkdir()
        frame = self.runtime.path + "/.image/frames/mnt"
        for _ in range(2):
            self.assertEqual(self.shared(self.PROJECT, self.SCRATCH), [
                "--bind", frame, "/mnt", "--bind", self.PROJECT, self.PROJECT, "--bind", self.SCRATCH, self.SCRATCH])
        self.assertTrue(os.path.isdir(frame + "/scratch/alice"))
        self.assertTrue(os.path.isdir(frame + "/projects/pinns"))

    def test_are_left_out_where_the_image_has_no_place(self):
        (self.image / "mnt/other").mkdir(parents=True)
        self.assertEqual(self.shared(self.PROJECT), [])
        self.assertIn("debian:1 has no place for " + self.PROJECT, self.said.getvalue())
        self.assertEqual(self.shared("/projects/pinns"), [])

    def test_never_stand_behind_a_link_of_the_image(self):
        (self.image / "mnt").symlink_to(self.folder)
        self.assertEqual(self.shared(self.PROJECT), [])

    def test_are_left_to_runtimes_that_make_places(self):
        path = "/home/projects/pinns"
        self.assertEqual(self.shared(path), ["--bind", path, path])
        self.assertEqual(
            self.shared(self.PROJECT, location="docker://debian:12"), ["--bind", self.PROJECT, self.PROJECT])


class HiddenHomeTest(ImageCase):
    """Of confidential projects."""

    def setUp(self):
        super().setUp()
        self.project = self.folder / "pinns"
        self.project.mkdir()

    def site(self):
        with contextlib.redirect_stdout(io.StringIO()), mock.patch.dict(os.environ, USER="alice"):
            return storage.Site(answer.Folders(str(self.project), "", True), "/home/alice")

    def test_is_replaced_by_a_private_folder_of_the_project(self):
        for _ in range(2):
            site = self.site()
            self.assertEqual(site.home, str(self.project / "alice"))
            self.assertEqual(stat.S_IMODE(os.stat(site.home).st_mode), 0o700)
            self.assertEqual(self.enter(site=site, command=["sh", "--home={home}", "{binds}", "{image}"])[1],
                             "--home=" + site.home)

    def assert_no_home(self, why):
        with self.assertRaisesRegex(Unusable, "the project is confidential, and .*%s" % why):
            self.enter(site=self.site())

    def test_lets_nothing_run_without_the_folder_of_the_project(self):
        self.project.rmdir()
        self.assert_no_home("its folder %s is not on this node" % self.project)

    def test_lets_nothing_run_where_a_link_is_in_its_place(self):
        (self.folder / "home").mkdir()
        (self.project / "alice").symlink_to(self.folder / "home")
        self.assert_no_home("%s/alice cannot be your home: it is no folder of yours" % self.project)

    def test_lets_nothing_run_in_a_folder_of_somebody_else(self):
        (self.project / "alice").mkdir()
        with mock.patch("os.getuid", return_value=os.getuid() + 1):
            self.assertIn("no folder of yours", self.site().trouble())

    def test_is_looked_at_for_every_service(self):
        site = self.site()
        self.enter(site=site)
        Path(site.home).rename(self.project / "gone")
        Path(site.home).symlink_to(self.folder)
        with self.assertRaisesRegex(Unusable, "no folder of yours"):
            self.enter(site=site)

    def test_lets_nothing_run_in_an_image_without_a_place_for_it(self):
        site = self.site()
        with mock.patch("image.mount_point", return_value=None), self.assertRaisesRegex(Unusable, "where your home is"):
            self.enter(site=site)

    def test_is_never_left_to_plain_processes(self):
        scene = Scene(tool("echo"))
        self.addCleanup(scene.close)
        plain = dict(scene.portal.assignment, folders={"project": "/projects/pinns", "homeHidden": True})
        with self.assertRaises(answer.BadAnswer):
            answer.read_assignment(plain)


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

    def test_folders_are_plain_paths(self):
        self.assertEqual(answer.read_folders(fields.Fields({})), answer.Folders("", "", False))
        good = {"project": "/mnt/.x/p@1", "scratch": "/scratch/alice"}
        self.assertEqual(answer.read_folders(fields.Fields(good)), answer.Folders("/mnt/.x/p@1", "/scratch/alice", False))
        for wrong in ("x", "/", "/a/../b", "/a/.", "/a:b", "/a b", "/a//b", "/a/", 7):
            with self.assertRaises(answer.BadAnswer, msg=str(wrong)):
                answer.read_folders(fields.Fields({"project": wrong}))
        with self.assertRaises(answer.BadAnswer):
            answer.read_folders(fields.Fields({"scratch": "/scratch/alice", "homeHidden": True}))


class ReportTest(ImageCase):
    """With a little program instead of a runtime."""

    def detail(self, runtime, service_command, **more):
        """What is reported of a service that fails."""
        scene = Scene(service("show", service_command, **more))
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

    def test_says_which_folders_there_are(self):
        script = 'echo "$CARME_PROJECT_DIR,$CARME_SCRATCH_DIR" >"$0/said"; sleep 300'
        (self.folder / "scratch").mkdir()
        (self.folder / "projects").mkdir()
        scene = Scene(service("say", ["sh", "-c", script, "{dir}"]))
        self.addCleanup(scene.close)
        scene.portal.assignment.update(
            folders={"project": str(self.folder / "projects"), "scratch": str(self.folder / "gone")},
            image=image(self.image, self.store, command=["env", "{binds}"], bind=["CT_BIND={source}:{target}"]))
        agent = scene.agent()
        said = agent.runtime() / "say/said"
        until(lambda: said.exists() and said.read_text(), "what the service says")
        self.assertEqual(said.read_text().strip(), "%s/projects," % self.folder)
        self.assertIn("%s/gone is not on this node" % self.folder, agent.output)

    def test_looks_for_programs_inside(self):
        emptying = ["env", "{binds}", "PATH=/nowhere"]
        self.assertEqual(self.detail(emptying, ["sleep", "300"]), "sleep is not in the image debian:1")

    def test_says_what_a_terminal_misses_in_an_image_without_python(self):
        terminal = json.loads((DECLARATIONS / "terminal.json").read_text())
        folder = self.folder / "programs"
        folder.mkdir()
        (folder / "sh").symlink_to("/bin/sh")
        said = self.detail(["env", "{binds}", "PATH=%s" % folder], terminal["command"], needs=terminal["needs"])
        self.assertEqual(said, "python3 is not in the image debian:1")

    def test_says_nothing_of_the_image_when_the_service_fails(self):
        self.assertEqual(self.detail(["env", "{binds}"], ["sh", "-c", "exit 3"]), "ended with exit code 3")


class ApptainerTest(ImageCase):
    """The command line alone: stand-ins/apptainer notes it."""

    def test_is_called_as_declared(self):
        declared = json.loads((AGENT.parent.parent / "runtimes/apptainer.json").read_text())
        (self.image / "var/tmp").mkdir(parents=True)
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
            "--quiet", "exec", "--home", home, "--pwd", home, "--writable-tmpfs", "--nv", "--bind", disk + "/.tmp:/tmp",
            "--bind", disk + "/.vartmp:/var/tmp",
            "--bind", disk + "/data:/home/SSD", "--bind", folder + ":" + folder, "--bind", disk + ":" + disk, "--bind", "/usr:/data:ro", str(self.image)])


if __name__ == "__main__":
    unittest.main()
