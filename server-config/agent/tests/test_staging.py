"""What a job is given to work with: copied to the node's disk before services start, whatever happens meanwhile."""

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
import zipfile
from pathlib import Path
from unittest import mock

from support import AGENT, SLURM_JOB, Scene, children, family, kill, tool, until

sys.path.insert(0, str(AGENT))

import answer
import fields
import places
import stagein
import staging
import sums

UMLAUTS = "Meine Daten (für Übung) $HOME;'\"*"
LARGE = 768 << 20


class StagingCase(unittest.TestCase):
    def setUp(self):
        self.scene = Scene(tool("echo"))
        self.addCleanup(self.scene.close)
        self.home = Path(self.scene.folder) / "home"
        self.home.mkdir()
        self.mark = "CT_MARK=%d" % time.monotonic_ns()

    def write(self, path, text="text"):
        file = self.home / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        return file

    def start(self, *sources, items=(), folders=(), **environment):
        items = [{"source": source} for source in sources] + list(items)
        self.scene.portal.assignment["data"] = {"items": items, "folders": [str(folder) for folder in folders]}
        self.agent = self.scene.agent(environment=dict(environment, CT_MARK=self.mark.split("=")[1]))
        self.data = self.agent.disk / ("carme-job-disk-" + SLURM_JOB) / "data"

    def staging(self):
        said = [report["staging"] for report in self.scene.portal.reports if "staging" in report]
        return said[-1] if said else {"state": ""}

    def await_end(self, state, patience=20):
        until(lambda: self.staging()["state"] in ("done", "failed"), "the end of the copying", patience)
        self.assertEqual(self.staging()["state"], state, self.staging())
        until(lambda: self.scene.portal.states() == {"echo": "ready"}, "a service that is ready")

    def copied(self):
        return sorted(str(path.relative_to(self.data)) for path in self.data.rglob("*") if not path.is_dir())


class CopyTest(StagingCase):
    def test_folders_and_files_of_any_name_arrive_before_services_start(self):
        for name in ("1.txt", "tief/Größe 2.txt", " leading"):
            self.write("%s/%s" % (UMLAUTS, name), "ä" * 100)
        self.write("-one file.bin")
        (self.home / UMLAUTS / "link").symlink_to("1.txt")
        self.start("~/%s/" % UMLAUTS, "~/-one file.bin")
        self.await_end("done")
        self.assertEqual(self.copied(), sorted([
            "-one file.bin", UMLAUTS + "/1.txt", UMLAUTS + "/tief/Größe 2.txt", UMLAUTS + "/ leading", UMLAUTS + "/link"]))
        self.assertEqual((self.data / UMLAUTS / "link").read_text(), "ä" * 100)
        self.assertEqual(self.staging()["bytes"], self.staging()["totalBytes"])
        self.assertGreaterEqual(self.staging()["totalBytes"], 604)
        self.assertLess(self.agent.output.index("copied"), self.agent.output.index("service echo is ready"))

    def test_archives_are_unpacked(self):
        self.write("in/Ä b.txt")
        for name, options in (("a[1].tar", []), ("b c.tar.gz", ["-z"]), ("d.tgz", ["-z"]), ("e.TAR.ZST", ["--zstd"])):
            subprocess.run(["tar", "-c", *options, "-f", self.home / name, "-C", self.home / "in", "Ä b.txt"], check=True)
        with zipfile.ZipFile(self.home / "z*[1].zip", "w") as archive:
            archive.write(self.home / "in/Ä b.txt", "Ä b.txt")
        names = ["a[1].tar", "b c.tar.gz", "d.tgz", "e.TAR.ZST", "z*[1].zip"]
        self.start(*("~/" + name for name in names))
        self.await_end("done")
        self.assertEqual(self.copied(), sorted("%s/Ä b.txt" % name for name in ("a[1]", "b c", "d", "e", "z*[1]")))

    def test_datasets_are_called_by_their_names_wherever_they_are(self):
        with tempfile.TemporaryDirectory(prefix="ct-") as site:
            (Path(site) / "file").write_text("data")
            self.start(items=[{"source": site, "dataset": "cifar"}])
            self.await_end("done")
        self.assertEqual(self.copied(), ["cifar/file"])

    def test_jobs_without_data_report_nothing(self):
        self.agent = self.scene.ready_agent()
        self.assertEqual(self.staging(), {"state": ""})


class SeveralNodesTest(StagingCase):
    def start_on(self, number, **said):
        self.scene.portal.report_answer = (200, dict({"endsAt": 0, "stop": False}, **said))
        self.write("here/file")
        self.start("~/here", SLURM_JOB_NODELIST="node[01-02]", SLURM_NODEID=str(number))
        until(lambda: self.staging()["state"] == "done", "the end of the copying", 20)

    def await_service(self):
        until(lambda: self.scene.portal.states() == {"echo": "ready"}, "a service that is ready", 20)

    def test_the_first_waits_until_all_have_the_data(self):
        self.start_on(0, nodesWithData=1)
        until(lambda: "waiting for the data on the other nodes" in self.agent.output, "what is waited for", 20)
        said = len(self.scene.portal.reports)
        until(lambda: len(self.scene.portal.reports) > said + 1, "more reports", 20)
        self.assertEqual(self.scene.portal.states(), {"echo": "starting"})

        self.scene.portal.report_answer = (200, {"endsAt": 0, "stop": False, "nodesWithData": 2})
        self.await_service()

    def test_the_others_do_not_wait(self):
        self.start_on(1, nodesWithData=1)
        self.await_service()

    def test_a_portal_that_says_nothing_lets_it_begin(self):
        self.start_on(0)
        self.await_service()

    def test_nobody_waits_for_ever(self):
        with tempfile.TemporaryDirectory(prefix="ct-") as folder, contextlib.redirect_stdout(io.StringIO()) as said:
            waiting = staging.Staging(answer.Data([answer.Item("~/x", "")], [], ""), mock.Mock(path=folder), None, 3)
            waiting.start()
            waiting.arrived({"staging": {"state": "failed"}})
            waiting.hear({"nodesWithData": 2})
            waiting.await_others()
            self.assertFalse(waiting.is_everywhere())
            self.assertEqual(waiting.pause(), staging.SOON)
            with mock.patch("time.monotonic", return_value=time.monotonic() + staging.PATIENCE):
                waiting.await_others()
            self.assertTrue(waiting.is_everywhere())
        self.assertIn("the job goes on, but of 3 nodes only 2 have said that their data are there", said.getvalue())


class TroubleTest(StagingCase):
    def test_what_is_not_there_is_said_and_the_rest_is_copied(self):
        self.write("here/file")
        self.start("~/gone", "~/here")
        self.await_end("failed")
        self.assertEqual(self.staging()["detail"], "~/gone is not there")
        self.assertEqual(self.copied(), ["here/file"])
        self.assertIn("the job goes on without: ~/gone is not there", self.agent.output)

    def test_links_out_of_home_and_shared_folders_are_not_followed(self):
        with tempfile.TemporaryDirectory(prefix="ct-") as elsewhere, tempfile.TemporaryDirectory(prefix="ct-") as shared:
            (Path(elsewhere) / "secret").write_text("secret")
            (Path(shared) / "file").write_text("shared")
            (self.home / "out").symlink_to(elsewhere)
            (self.home / "in").symlink_to(shared)
            self.start("~/out", "~/in", elsewhere, folders=[shared])
            self.await_end("failed")
            self.assertEqual(self.copied(), ["in/file"])
            self.assertIn("~/out leads to %s" % elsewhere, self.staging()["detail"])
            self.assertIn("%s leads to" % elsewhere, self.staging()["detail"])

    def test_a_broken_archive_leaves_nothing(self):
        self.write("broken.tar.gz", "no archive")
        self.write("broken.zip", "no archive")
        self.start("~/broken.tar.gz", "~/broken.zip")
        self.await_end("failed")
        self.assertRegex(self.staging()["detail"], r"~/broken.tar.gz cannot be unpacked: .+; ~/broken.zip cannot be unpacked: .+")
        self.assertEqual(list(self.data.iterdir()), [])

    def test_a_node_without_a_disk_runs_the_job_all_the_same(self):
        self.write("here/file")
        self.scene.portal.assignment["data"] = {"items": [{"source": "~/here"}], "folders": []}
        self.agent = self.scene.agent(environment={"CARME_LOCAL_DISK": "/nowhere"})
        self.await_end("failed")
        self.assertEqual(self.staging()["detail"], "this node has no folder for it on its disk")


class KillTest(StagingCase):
    """Real copying, killed in the middle of it."""

    def setUp(self):
        super().setUp()
        with open(self.write("large/file"), "wb") as file:
            file.truncate(LARGE)
        self.write("small/file")

    def copying(self):
        own = {self.agent.process.pid, *children(self.agent.process.pid)}
        return {pid: words(pid) for pid in set(family(self.mark)) - own}

    def kill_when_copying(self, chosen):
        until(lambda: (self.data / "large/file").exists(), "a part of the copy")
        found = [pid for pid, command in self.copying().items() if chosen(command)]
        self.assertTrue(found)
        kill(found)
        self.assertNotEqual(self.staging()["state"], "done")

    def assert_whole(self):
        self.await_end("done", 60)
        self.assertEqual(self.copied(), ["large/file", "small/file"])
        self.assertEqual((self.data / "large/file").stat().st_size, LARGE)
        self.assertEqual((self.data / "large/file").stat().st_mtime, (self.home / "large/file").stat().st_mtime)

    def test_the_copier_is_started_again(self):
        self.start("~/small", "~/large")
        self.kill_when_copying(lambda command: "stagein.py" in command and "keeper.py" not in command)
        self.assert_whole()

    def test_after_the_keepers_end_nothing_writes_beside_the_next(self):
        self.start("~/small", "~/large")
        self.kill_when_copying(lambda command: "keeper.py" in command and "stagein.py" in command)
        self.assert_whole()
        self.assertFalse([command for command in self.copying().values() if "rsync" in command])

    def test_a_requeued_job_goes_on_after_the_end_of_everything(self):
        self.start("~/small", "~/large")
        until(lambda: (self.data / "large/file").exists(), "a part of the copy")
        kill([self.agent.process.pid, *family(self.mark)])
        self.agent.process.wait(5)
        self.assertTrue((self.data / "small/file").exists())
        small = (self.data / "small/file").stat().st_ino
        self.start("~/small", "~/large")
        self.assert_whole()
        self.assertEqual((self.data / "small/file").stat().st_ino, small)

    def test_a_killed_agent_leaves_nothing(self):
        self.start("~/small", "~/large")
        until(lambda: (self.data / "large/file").exists(), "a part of the copy")
        os.kill(self.agent.agent_proper(), 9)
        self.agent.process.wait(10)
        until(lambda: not family(self.mark), "no process")
        self.assertFalse(self.data.exists())


def words(pid):
    try:
        return Path("/proc/%d/cmdline" % pid).read_bytes().decode().replace("\0", " ")
    except OSError:
        return ""


class SpaceTest(unittest.TestCase):
    def copy(self, name, content, free_blocks):
        """What is said of it when the disk has so much left."""
        with tempfile.TemporaryDirectory(prefix="ct-") as folder, mock.patch.dict(os.environ, HOME=folder):
            home = Path(folder)
            (home / "disk").mkdir()
            (home / name).write_bytes(content)
            (home / "plan.json").write_text(json.dumps({
                "items": [{"source": "~/" + name, "dataset": ""}], "folders": [], "target": str(home / "disk")}))
            left = os.statvfs_result((4096, 4096, 100, free_blocks, free_blocks, 0, 0, 0, 0, 255))
            with mock.patch("os.statvfs", return_value=left):
                stagein.main(folder)
            said = json.loads((home / "progress.json").read_text())
            self.assertEqual(said["state"], "failed")
            self.assertEqual(list((home / "disk").iterdir()), [])
            return said["detail"]

    def test_nothing_is_copied_to_a_disk_that_is_too_small(self):
        self.assertEqual(
            self.copy("file", b"x" * 100000, 10),
            "102.4 kB are needed on the disk, which has only 41.0 kB free: nothing is copied")

    def test_small_files_take_whole_blocks(self):
        with tempfile.TemporaryDirectory(prefix="ct-") as folder:
            many = Path(folder, "many", "in it")
            many.mkdir(parents=True)
            for number in range(50):
                (many / str(number)).write_text("xy")
            thing = stagein.Thing({"source": "~/many", "dataset": ""}, folder, [])
            self.assertEqual((thing.size, thing.room), (100, 52 * stagein.BLOCK))

    def test_an_archive_that_fills_the_disk_says_so(self):
        self.assertEqual(self.copy("large.tar.gz", b"cut off", 100), "~/large.tar.gz cannot be unpacked: the disk is full")


class SumsTest(unittest.TestCase):
    """Copies are checked by the lists of sums that lie beside their sources."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        self.disk = self.home / "disk"
        self.disk.mkdir()

    def write(self, path, content=b"data"):
        file = self.home / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
        return file

    def list(self, folder="in", **wrong):
        """As the command itself makes it, but for sums that are wrong."""
        source = self.home / folder
        names = sorted(str(path.relative_to(source)) for path in source.rglob("*") if path.is_file())
        written = subprocess.run(["sha256sum", *names], cwd=source, check=True, stdout=subprocess.PIPE).stdout
        for name, text in wrong.items():
            written = written.replace(digest((source / name).read_bytes()), digest(text))
        (source / "SHA256SUMS").write_bytes(written)

    def copy(self, *sources, watch=lambda known: None):
        """What is said in the end; `watch` hears what is said on the way."""
        (self.home / "plan.json").write_text(json.dumps({
            "items": [{"source": "~/" + source, "dataset": ""} for source in sources or ["in"]], "folders": [],
            "target": str(self.disk)}))
        begin = stagein.Progress.begin
        with mock.patch.dict(os.environ, HOME=str(self.home)), \
                mock.patch.object(stagein.Progress, "begin", lambda own, *told: (watch(told[0]), begin(own, *told))):
            stagein.main(str(self.home))
        return json.loads((self.home / "progress.json").read_text())

    def assert_said(self, said, detail):
        self.assertEqual((said["state"], said["detail"]), ("failed" if detail else "done", detail))

    def test_all_of_a_folder_is_as_its_list_says(self):
        for name in ("a", "tief/Größe [1]\\ $HOME", "new\nline", " blank "):
            self.write("in/" + name, name.encode() * 300000)
        self.list()
        items = []
        said = self.copy(watch=items.append)
        self.assert_said(said, "")
        self.assertEqual(items, ["in", "in/SHA256SUMS"])
        self.assertEqual(said["bytes"], said["totalBytes"])

    def test_what_an_earlier_attempt_left_is_not_trusted_and_copied_once_more(self):
        """It has the same size and time, so that rsync by itself would let it be."""
        source = self.write("in/file", b"right")
        self.write("in/other", b"other")
        self.list()
        self.copy()
        copied, other = self.disk / "in/file", (self.disk / "in/other").stat().st_ino
        copied.write_bytes(b"wrong")
        os.utime(copied, ns=(source.stat().st_atime_ns, source.stat().st_mtime_ns))
        items = []
        self.assert_said(self.copy(watch=items.append), "")
        self.assertEqual(copied.read_bytes(), b"right")
        self.assertEqual((self.disk / "in/other").stat().st_ino, other)
        self.assertEqual(items, ["in", "in/SHA256SUMS", "in", "in/SHA256SUMS"])

    def test_what_differs_twice_is_said_and_left_out(self):
        self.write("in/bad", b"bad")
        self.write("in/good", b"good")
        (self.home / "in/good").chmod(0o400)
        self.list(bad=b"what it was")
        with (self.home / "in/SHA256SUMS").open("a") as file:
            file.write("%s  gone/file\n" % ("0" * 64))
        (self.home / "in").chmod(0o500)
        self.addCleanup((self.home / "in").chmod, 0o700)
        self.assert_said(self.copy(), "~/in differs from SHA256SUMS, and is left out: bad, gone/file")
        self.assertEqual(sorted(os.listdir(self.disk / "in")), ["SHA256SUMS", "good"])

    def test_single_files_have_their_list_beside_them(self):
        for name in ("right", "wrong"):
            self.write(name + ".bin")
        self.write("right.bin.sha256", digest(b"data") + b" */made/elsewhere/right.bin\r\n")
        self.write("wrong.bin.sha256", digest(b"other") + b"\n")
        self.assert_said(self.copy("right.bin", "wrong.bin"), "~/wrong.bin differs from wrong.bin.sha256, and is left out: wrong.bin")
        self.assertEqual(os.listdir(self.disk), ["right.bin"])

    def archives(self, *made):
        """Each with what comes behind an archive's end, which is part of its sum."""
        self.write("content/file", b"x" * 100000)
        for name in made:
            if name.endswith(".zip"):
                with zipfile.ZipFile(self.home / name, "w") as archive:
                    archive.write(self.home / "content/file", "file")
            else:
                subprocess.run(["tar", "-c", "-a", "-f", self.home / name, "-C", self.home / "content", "file"], check=True)
            if name.endswith(".tar"):
                with open(self.home / name, "ab") as file:
                    file.write(b"\0" * (3 << 20))

    def test_archives_are_as_the_lists_beside_them_say(self):
        names = ["a.tar", "b.tar.gz", "c.zip"]
        self.archives(*names)
        for name in names:
            self.write(name + ".sha256", digest((self.home / name).read_bytes()) + b"  " + name.encode())
        self.assert_said(self.copy(*names), "")
        self.assertEqual(sorted(os.listdir(self.disk)), ["a", "b", "c"])

    def test_archives_that_differ_twice_leave_nothing(self):
        self.archives("a.tar", "c.zip")
        self.write("a.tar.sha256", digest(b"") + b"  a.tar")
        self.write("c.zip.sha256", digest(b"") + b"  c.zip")
        with mock.patch("stagein.untar", side_effect=stagein.untar) as untar:
            self.assert_said(self.copy("a.tar", "c.zip"), "~/a.tar cannot be unpacked: it differs from a.tar.sha256; "
                             "~/c.zip cannot be unpacked: it differs from c.zip.sha256")
        self.assertEqual(untar.call_count, 2)
        self.assertEqual(os.listdir(self.disk), [])

    def test_an_archive_that_breaks_off_is_tried_twice(self):
        self.archives("b.tar.gz")
        right = (self.home / "b.tar.gz").read_bytes()
        self.write("b.tar.gz.sha256", digest(right) + b"  b.tar.gz")
        self.write("b.tar.gz", right[:60])
        self.assert_said(self.copy("b.tar.gz"), "~/b.tar.gz cannot be unpacked: it differs from b.tar.gz.sha256")

        def mend(*given):
            found = digest_of(*given)
            self.write("b.tar.gz", right)
            return found
        digest_of = stagein.sums.digest_of
        with mock.patch("stagein.sums.digest_of", mend):
            self.assert_said(self.copy("b.tar.gz"), "")
        self.assertEqual((self.disk / "b/file").stat().st_size, 100000)

    def test_a_list_of_something_else_is_given_up(self):
        self.write("in/file")
        self.write("in/SHA256SUMS", b"".join(digest(b"data") + b"  %d\n" % number for number in range(50)))
        with mock.patch("stagein.sums.MOST_WRONG", 20):
            self.assert_said(self.copy(), "~/in cannot be checked: more than 20 files differ or are not there")

    def test_an_archive_that_is_right_at_the_second_time_is_unpacked(self):
        self.archives("a.tar")
        right = (self.home / "a.tar").read_bytes()
        self.write("a.tar.sha256", digest(right) + b"  a.tar")
        self.write("a.tar", right[:-1] + b"!")

        def mend(*given):
            untar(*given)
            self.write("a.tar", right)
        untar = stagein.untar
        with mock.patch("stagein.untar", mend):
            self.assert_said(self.copy("a.tar"), "")
        self.assertEqual((self.disk / "a/file").stat().st_size, 100000)

    def test_a_list_that_says_nothing_is_said_and_the_data_are_there(self):
        good = digest(b"data")
        for text, why in (
                (good + b"  file\n# of these\n\nno sum\n", "line 4 of SHA256SUMS is not as sha256sum writes it"),
                (good[1:] + b"  file", "line 1 of SHA256SUMS is not as sha256sum writes it"),
                (good + b"  /etc/passwd", "SHA256SUMS names what is not in its folder: /etc/passwd"),
                (good + b"  a/../../b\x1b", "SHA256SUMS names what is not in its folder: a/../../b?"),
                (good + b"  out", "a link leads out of the folder: out"),
                (good + b"  a\0b", "SHA256SUMS has a sum without a name"),
                (good, "SHA256SUMS has a sum without a name")):
            self.write("in/file")
            self.write("in/SHA256SUMS", text)
            if not os.path.lexists(self.home / "in/out"):
                (self.home / "in/out").symlink_to(self.home / "content")
                self.write("content")
            self.assert_said(self.copy(), "~/in cannot be checked: " + why)
            self.assertEqual((self.disk / "in/file").read_bytes(), b"data")

    def test_an_archive_without_a_sum_of_its_own_is_unpacked_and_said_each_time(self):
        self.archives("a.tar")
        self.write("a.tar.sha256", digest(b"") + b"  b.tar")
        for _ in range(2):
            self.assert_said(self.copy("a.tar"), "~/a.tar cannot be checked: a.tar.sha256 has no sum for it")
            self.assertTrue((self.disk / "a/file").exists())

    def test_a_list_is_a_plain_file_of_bounded_size_where_it_is_looked_for(self):
        self.write("in/file")
        place = self.home / "in/SHA256SUMS"
        for make, why in (
                (lambda: os.mkfifo(place), "SHA256SUMS is no file"),
                (lambda: place.symlink_to(self.write("elsewhere")), "SHA256SUMS leads to another folder"),
                (lambda: os.truncate(self.write("in/SHA256SUMS"), sums.LARGEST + 1), "SHA256SUMS is too large")):
            make()
            with self.assertRaisesRegex(sums.Unusable, why):
                next(sums.of_folder(str(place)))
            place.unlink()

    def test_what_goes_wrong_in_a_thread_is_not_taken_for_success(self):
        self.write("in/file")
        with mock.patch("sums.digest_of", side_effect=MemoryError), self.assertRaises(MemoryError):
            sums.Check(str(self.home / "in"), [("0" * 64, b"file")]).run(lambda count: None)


def digest(content):
    return hashlib.sha256(content).hexdigest().encode()


class PowerTest(unittest.TestCase):
    """What is on the disk when the node loses its power."""

    def unpack(self, sync):
        with tempfile.TemporaryDirectory(prefix="ct-") as folder, mock.patch.dict(os.environ, HOME=folder):
            home = Path(folder)
            (home / "disk").mkdir()
            (home / "file").write_text("data")
            subprocess.run(["tar", "-c", "-f", home / "in.tar", "-C", home, "file"], check=True)
            (home / "plan.json").write_text(json.dumps({
                "items": [{"source": "~/in.tar", "dataset": ""}], "folders": [], "target": str(home / "disk")}))
            with mock.patch("stagein.sync", side_effect=sync) as syncing:
                stagein.main(folder)
            self.assertEqual(syncing.call_count, 1)
            found = sorted(str(path.relative_to(home / "disk")) for path in (home / "disk").rglob("*"))
            return found, json.loads((home / "progress.json").read_text())

    def test_an_archive_has_its_name_only_when_all_of_it_is_written(self):
        def look(part):
            self.assertEqual(Path(part, "file").read_text(), "data")
            self.assertEqual(os.listdir(os.path.dirname(part)), [os.path.basename(part)])
        self.assertEqual(self.unpack(look)[0], ["in", "in/file"])

    def test_an_archive_that_cannot_be_written_leaves_nothing(self):
        found, said = self.unpack(stagein.rsync.Failed("Input/output error"))
        self.assertEqual((found, said["state"]), ([], "failed"))
        self.assertEqual(said["detail"], "~/in.tar cannot be unpacked: Input/output error")

    def test_a_folder_is_written_by_its_file_system(self):
        with tempfile.TemporaryDirectory(prefix="ct-") as folder:
            stagein.sync(folder)
            with mock.patch("ctypes.CDLL") as libc, mock.patch("ctypes.get_errno", return_value=5):
                libc.return_value.syncfs.return_value = -1
                with self.assertRaisesRegex(stagein.rsync.Failed, "Input/output error"):
                    stagein.sync(folder)


class WordsTest(unittest.TestCase):
    def test_the_portals_words_are_read_with_suspicion(self):
        for source in ("", "relative", "~", "~alice/x", "/", "/a\nb", "~/\0", 7, None):
            with self.assertRaises(fields.BadAnswer, msg=repr(source)):
                answer.read_data(fields.Fields({"items": [{"source": source}], "folders": []}))
        read = answer.read_data(fields.Fields({"items": [{"source": "~/a b/ü"}], "folders": ["/p"], "results": "~/out"}))
        self.assertEqual(read, answer.Data([answer.Item("~/a b/ü", "")], ["/p"], "~/out"))

    def test_the_name_of_a_neighbour_is_not_below(self):
        self.assertTrue(places.is_below("/home/alice/x", "/home/alice"))
        self.assertFalse(places.is_below("/home/alice2/x", "/home/alice"))
        self.assertTrue(places.is_below("/x", "/"))


if __name__ == "__main__":
    unittest.main()
