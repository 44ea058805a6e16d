"""Inside of a job: the variables and the agent's files, and nothing else."""

import getpass
import os
import sys
import tempfile
import threading
import time
import unittest
import warnings
from datetime import datetime, timedelta, timezone
from unittest import mock

import carme

VARIABLES = {
    "CARME_JOB_ID": "42", "CARME_JOB_NAME": "first", "CARME_NODES": "node01,node02", "CARME_MASTER": "node01",
    "CARME_JOB_GPUS": "0,3", "SLURMD_NODENAME": "node02", "CARME_LOCAL_SSD_PATH": "/home/SSD/42",
    "CARME_PROJECT_DIR": "/mnt/projects/p", "CARME_JOB_PAGE": "https://carme.example.org/job.xhtml?id=1",
    "CARME_URL": "https://carme.example.org", "CARME_JOB_KEY": "a1b2"}


class HereTest(unittest.TestCase):
    def setUp(self):
        runtime = tempfile.TemporaryDirectory()
        self.addCleanup(runtime.cleanup)
        self.runtime = runtime.name
        self.wishes = os.path.join(self.runtime, ".wishes")
        variables = mock.patch.dict(os.environ, dict(VARIABLES, CARME_RUNTIME_DIR=self.runtime))
        variables.start()
        self.addCleanup(variables.stop)

    def agent(self, answer):
        """Answers one wish; what was wished is in the list afterwards."""
        os.mkdir(self.wishes)
        bell = os.path.join(self.wishes, "bell")
        os.mkfifo(bell)
        wished = []
        pipe = open(os.open(bell, os.O_RDWR), "rb", buffering=0)

        def hear():
            with pipe:
                pipe.read(1)
            name, = [found for found in os.listdir(self.wishes) if found.endswith(".wish")]
            path = os.path.join(self.wishes, name)
            with open(path) as file:
                wished.append(file.read())
            with open(path + ".new", "w") as file:
                file.write(answer)
            os.rename(path + ".new", path[:-len("wish")] + "answer")

        thread = threading.Thread(target=hear, daemon=True)
        thread.start()
        self.addCleanup(thread.join, 5)
        return wished

    def test_knows_what_the_job_has(self):
        job = carme.here()
        self.assertEqual((job.id, job.name, job.node, job.master), ("42", "first", "node02", "node01"))
        self.assertEqual((job.nodes, job.gpus), (["node01", "node02"], [0, 3]))
        self.assertEqual((job.local_folder, job.project_folder, job.scratch_folder), ("/home/SSD/42", "/mnt/projects/p", ""))
        self.assertEqual((job.page, job.user), ("https://carme.example.org/job.xhtml?id=1", getpass.getuser()))

    def test_is_only_inside_of_a_job(self):
        del os.environ["CARME_JOB_ID"]
        with self.assertRaises(carme.NotInJob):
            carme.here()

    def test_knows_the_time_left_as_the_agent_last_wrote_it(self):
        job = carme.here()
        self.assertIsNone(job.time_left)
        with open(os.path.join(self.runtime, "ends-at"), "w") as file:
            file.write("%d\n" % (time.time() + 600))
        self.assertTrue(timedelta(minutes=9) < job.time_left <= timedelta(minutes=10))
        with open(os.path.join(self.runtime, "ends-at"), "w") as file:
            file.write("1\n")
        self.assertEqual(job.time_left, timedelta(0))

    def told(self, name, text):
        with open(os.path.join(self.runtime, name), "w") as file:
            file.write(text)

    def test_knows_what_it_uses_on_this_node(self):
        self.assertIsNone(carme.here().usage)
        self.told("usage.json", """{"at": 1764180000500, "cpuCores": 1.5, "memoryBytes": 100, "cpus": 4, "memoryLimitBytes": null,
            "gpus": [{"index": 3, "utilizationPercent": 35, "memoryBytes": 10, "memoryTotalBytes": 40}]}""")
        used = carme.here().usage
        self.assertEqual(used.at, datetime(2025, 11, 26, 18, 0, 0, 500000, timezone.utc))
        self.assertEqual(used[1:], (1.5, 4, 100, None, [carme.GpuUsage(3, 35, 10, 40)]))
        self.told("usage.json", '{"at": ')
        self.assertIsNone(carme.here().usage)

    def test_knows_its_services_and_how_they_are(self):
        self.assertEqual(carme.here().entry_points, [])
        self.told("services.json", """[
            {"name": "jupyter", "title": "Notebook", "state": "ready", "detail": "was slow"},
            {"name": "desktop", "title": "Desktop", "state": "idle", "detail": ""},
            {"name": "dask", "title": "Dask", "state": "failed", "detail": "ended with exit code 1"},
            {"name": "web", "title": "Web", "state": "starting", "detail": ""},
            {"name": "rstudio", "title": "RStudio", "state": "absent", "detail": "rserver is not here"}]""")
        base = "https://carme.example.org/open/a1b2/"
        self.assertEqual(carme.here().entry_points, [
            carme.EntryPoint("jupyter", "Notebook", base + "jupyter", True, None, False),
            carme.EntryPoint("desktop", "Desktop", base + "desktop", False, None, True),
            carme.EntryPoint("dask", "Dask", base + "dask", False, "ended with exit code 1", False),
            carme.EntryPoint("web", "Web", base + "web", False, None, False)])

    def test_asks_the_agent_and_leaves_nothing_behind(self):
        wished = self.agent("0\nState: running\n")
        carme.here().notify("Fertig: äöü")
        self.assertEqual(wished, ["notify\nFertig: äöü\n"])
        self.assertEqual(os.listdir(self.wishes), ["bell"])

    def test_tells_a_refusal_from_a_portal_that_is_away(self):
        self.agent("4\nNo more than 30 minutes.\n")
        with self.assertRaisesRegex(carme.Refused, "30 minutes"):
            carme.here().extend(60)
        os.unlink(os.path.join(self.wishes, "bell"))
        os.rmdir(self.wishes)
        self.agent("5\nThe portal is away.\n")
        with self.assertRaisesRegex(carme.Unavailable, "away"):
            carme.here().extend(60)

    def test_does_not_wait_for_an_agent_that_is_not_there(self):
        with self.assertRaisesRegex(carme.NotInJob, "node01"):
            carme.here().notify("x")

    def test_gives_up_on_an_agent_that_does_not_answer(self):
        os.mkdir(self.wishes)
        os.mkfifo(os.path.join(self.wishes, "bell"))
        with mock.patch("carme.inside._PATIENCE", 0.1), self.assertRaises(carme.Unavailable):
            carme.here().notify("x")
        self.assertEqual(os.listdir(self.wishes), ["bell"])

    def test_keeps_the_older_names_and_says_what_they_are_now(self):
        wished = self.agent("0\n\n")
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            carme.sendNotification("x")
            self.assertEqual(carme.getHomePath(), os.path.expanduser("~"))
        self.assertEqual(wished, ["notify\nx\n"])
        self.assertEqual([one.category for one in caught], [DeprecationWarning] * 2)
        self.assertEqual([one.filename for one in caught], [__file__] * 2)

    def test_knows_where_services_are_opened(self):
        self.assertEqual(carme.here().url("jupyter"), "https://carme.example.org/open/a1b2/jupyter")
        for wrong in ("", "../x", "a/b", "jupyter\n"):
            with self.assertRaises(ValueError):
                carme.here().url(wrong)

    def test_shows_itself_in_notebooks_without_what_a_name_may_hold(self):
        os.environ.update(CARME_JOB_NAME="<script>", CARME_IMAGE="a&b", CARME_JOB_PAGE="https://x/?a='&b")
        shown = carme.here()._repr_html_()
        self.assertIn("Job 42: &lt;script&gt;", shown)
        self.assertIn("a&amp;b", shown)
        self.assertIn("href='https://x/?a=&#x27;&amp;b'", shown)
        self.assertIn("node01, node02", shown)
        self.assertNotIn("Time left", shown)
        os.environ["CARME_JOB_PAGE"] = "javascript:alert()"
        self.assertNotIn("href", carme.here()._repr_html_())

    def quietly(self, function):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return function()

    def test_older_names_find_tensorboard_and_dask(self):
        self.assertEqual(self.quietly(carme.getTensorBordURL), "https://carme.example.org/open/a1b2/tensorboard")
        os.environ["CARME_JOBDIR"] = self.runtime
        with self.assertRaisesRegex(carme.CarmeError, "Dask does not run"):
            self.quietly(carme.getDASK_Master)
        os.mkdir(os.path.join(self.runtime, "dask"))
        with open(os.path.join(self.runtime, "dask", "scheduler.json"), "w") as file:
            file.write('{"address": "tls://127.0.0.1:5"}')
        self.assertEqual(self.quietly(carme.getDASK_Master), "tls://127.0.0.1:5")

    def test_resets_only_a_notebooks_kernel(self):
        ipython = mock.Mock()
        with mock.patch.dict(sys.modules, IPython=ipython):
            self.quietly(carme.resetKernel)
            self.assertIs(ipython.get_ipython().exit_now, True)
            ipython.get_ipython.return_value = None
            with self.assertRaises(carme.CarmeError):
                self.quietly(carme.resetKernel)

    def test_adds_a_folder_of_modules_for_the_job(self):
        os.environ["CARME_JOBDIR"] = self.runtime
        paths = mock.patch("sys.path", list(sys.path))
        paths.start()
        self.addCleanup(paths.stop)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            carme.addCarmePythonPath(self.runtime, message=False)
            with self.assertRaises(NotADirectoryError):
                carme.addCarmePythonPath(os.path.join(self.runtime, "nothing"))
        self.assertEqual(sys.path[0], self.runtime)
        with open(os.path.join(self.runtime, "python-path")) as file:
            self.assertEqual(file.read(), self.runtime + "\n")


if __name__ == "__main__":
    unittest.main()
