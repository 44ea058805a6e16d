"""The runtimes that Carme ships and Debian has, with a real image: CARME_TEST_IMAGE is its folder."""

import json
import os
import pwd
import shutil
import signal
import tempfile
import time
import unittest
from pathlib import Path

from notebook import Notebook
from support import AGENT, DECLARATIONS, NOBODY, Scene, children, declared, family, image, service, until

IMAGE = os.environ.get("CARME_TEST_IMAGE", "")
RUNTIMES = AGENT.parent.parent / "runtimes"
SERVICES = Path(__file__).resolve().parent / "services.py"
LOOK = """
import json, os, pwd, signal, sys
home = os.environ["HOME"]
open(home + "/written", "w").close()
signal.signal(signal.SIGTERM, lambda *_: (open(home + "/farewell", "w").close(), os._exit(0)))
facts = {
    "home": home, "user": pwd.getpwuid(os.getuid()).pw_name, "folder": os.getcwd(),
    "others": [path for path in sys.argv[4:] if os.path.exists(path)], "writable": os.access("/usr", os.W_OK)}
with open(sys.argv[1] + "/facts.new", "w") as file:
    json.dump(facts, file)
os.rename(sys.argv[1] + "/facts.new", sys.argv[1] + "/facts")
sys.argv[1:] = sys.argv[2:4]
exec(open(os.path.dirname(sys.argv[2]) + "/services.py").read())
"""


# At its place, and by ways around the image.
LOOK_FOR_HOME = """
cd
ls -d "$0" /proc/[0-9]*/root"$0" 2>/dev/null >looked
echo all >>looked
mv looked seen
sleep 300
"""


class RuntimeContract:
    """What every runtime does."""

    runtime = ""

    def setUp(self):
        self.declaration = json.loads((RUNTIMES / (self.runtime + ".json")).read_text())
        if not IMAGE or shutil.which(self.declaration["command"][0]) is None:
            self.skipTest("%s or an image is missing" % self.runtime)

    def start(self, *services, folders=None, home=None, **differences):
        scene = Scene(*services)
        self.addCleanup(scene.close)
        words = {key: self.declaration.get(key, []) for key in ("command", "bind", "readOnlyBind", "needs")}
        scene.portal.assignment["image"] = image(IMAGE, Path(IMAGE).parent, **dict(words, **differences))
        scene.portal.assignment["folders"] = folders or {}
        self.user = pwd.getpwuid(NOBODY if os.getuid() == 0 else os.getuid()).pw_name
        self.mark = "CT_MARK=%d" % time.monotonic_ns()
        return scene, scene.ordinary_agent(
            USER=self.user, CT_MARK=self.mark.split("=")[1], **({"HOME": home} if home else {}))

    def look(self, **differences):
        """A service that says what it sees and then answers."""
        seen = service("family", ["python3", "-c", LOOK, "{dir}", "family", "{socket}", IMAGE, "/no/data"],
                       files={"services.py": SERVICES.read_text()}, needs=["sh"])
        scene, agent = self.start(seen, **differences)
        until(lambda: scene.portal.states() == {"family": "ready"}, "the service in the image", 20)
        return scene, agent

    def assert_nothing_left(self, agent, patience):
        until(lambda: not family(self.mark), "no process", patience)
        until(lambda: not agent.runtime_folders(), "no folder", patience)

    def test_runs_inside_with_the_users_home(self):
        scene, agent = self.look()
        seen = json.loads((agent.runtime() / "family/facts").read_text())
        self.assertEqual(seen["user"], self.user)
        self.assertEqual(seen["others"], [], "the node's own files are not inside")
        self.assertFalse(seen["writable"])
        self.assertEqual(seen["folder"], seen["home"])
        self.assertTrue((agent.home / "written").exists())
        with scene.connect("family") as connection:
            connection.sendall(b"hello")
            self.assertEqual(connection.recv(100), b"hello")

    def test_asks_services_to_end_and_leaves_nothing(self):
        _, agent = self.look()
        agent.end()
        self.assertTrue((agent.home / "farewell").exists())
        self.assert_nothing_left(agent, 0.5)

    def test_leaves_nothing_when_the_agent_is_killed(self):
        _, agent = self.look()
        agent.end(signal.SIGKILL)
        self.assert_nothing_left(agent, 8)

    def test_starts_anew_when_the_keeper_is_killed(self):
        scene, agent = self.look()
        [keeper] = children(agent.agent_proper())
        before = set(family(self.mark)) - {agent.process.pid, agent.agent_proper()}
        os.kill(keeper, signal.SIGKILL)
        until(lambda: not before & set(family(self.mark)), "the end of what was left")
        until(lambda: scene.portal.states() == {"family": "ready"}, "a new start", 20)

    def test_runs_the_shipped_entry_points(self):
        scene, _ = self.start(declared("jupyter"), declared("terminal"))
        until(lambda: scene.portal.states() == {"jupyter": "ready", "terminal": "ready"}, "both in the image", 60)
        cell = "import os; print(os.path.exists(%r), os.path.expanduser('~'))" % IMAGE
        inside = Notebook(scene, "secret-of-jupyter").run(cell)
        self.assertRegex(inside, "^False /")

    def test_names_a_program_that_the_image_lacks(self):
        scene, _ = self.start(service("web", ["curl", "http://localhost"]))
        until(lambda: scene.portal.states() == {"web": "failed"}, "the failure", 20)
        self.assertEqual(scene.portal.last_report()["services"][0]["detail"], "curl is not in the image debian:1")

    def test_binds_what_the_image_is_to_see(self):
        bind = {"source": str(DECLARATIONS), "target": "/srv", "readOnly": False}
        listing = service("list", ["sh", "-c", "ls /srv >\"$0/listing\"; sleep 300", "{dir}"])
        _, agent = self.start(listing, binds=[bind])
        said = agent.runtime() / "list/listing"
        until(lambda: said.exists() and "jupyter.json" in said.read_text(), "the node's files", 20)


    def test_shows_folders_of_the_site_where_the_image_has_an_empty_one(self):
        site = tempfile.TemporaryDirectory(prefix="ct-", dir="/var/tmp")
        self.addCleanup(site.cleanup)
        project, scratch = Path(site.name, "projects/pinns"), Path(site.name, "scratch")
        for path in (Path(site.name), project.parent, project, scratch):
            path.mkdir(exist_ok=True)
            path.chmod(0o777)
        (project / "given").write_text("of the project")
        copying = service("copy", ["sh", "-c", 'cp "$CARME_PROJECT_DIR/given" "$CARME_SCRATCH_DIR/taken"; sleep 300'])
        self.start(copying, folders={"project": str(project), "scratch": str(scratch)})
        until(lambda: (scratch / "taken").exists() and (scratch / "taken").read_text() == "of the project", "the copy", 20)

    def test_has_a_tmp_of_the_jobs_own_that_goes_with_it(self):
        with tempfile.NamedTemporaryFile(prefix="ct-", dir="/tmp") as other:
            script = 'mkdir -p /tmp/said; ls -A /tmp >"/tmp/said/$1"; sleep 300'
            _, agent = self.start(*(service(name, ["sh", "-c", script, "sh", name]) for name in ("first", "second")))
            tmp = agent.disk / "carme-job-disk-4711/.tmp"
            until(lambda: len(list(tmp.glob("said/*"))) == 2 and all(path.read_text() for path in tmp.glob("said/*")), "both", 20)
            seen = (tmp / "said/first").read_text()
            self.assertIn(".X11-unix", seen)
            self.assertNotIn(Path(other.name).name, seen)
            self.assertFalse(Path("/tmp/said").exists())
            agent.end()
            self.assertFalse(tmp.exists())

    def test_shows_the_jobs_folder_on_the_disk_as_home_ssd(self):
        script = 'echo "$HOME" >/home/SSD/home; cat "$CARME_LOCAL_SSD_PATH/home" >"$CARME_LOCAL_SSD_PATH/same"; sleep 300'
        _, agent = self.start(service("write", ["sh", "-c", script]))
        same = agent.disk / "carme-job-disk-4711/data/same"
        until(lambda: same.exists() and same.read_text(), "what was written", 20)


    def test_hides_the_users_home_where_the_project_wants_it(self):
        site = tempfile.TemporaryDirectory(prefix="ct-", dir="/var/tmp")
        self.addCleanup(site.cleanup)
        project, home = Path(site.name, "pinns"), Path(site.name, "home")
        for path in (Path(site.name), project, home):
            path.mkdir(exist_ok=True)
            path.chmod(0o777)
        self.start(
            service("look", ["sh", "-c", LOOK_FOR_HOME, str(home)]), home=str(home),
            folders={"project": str(project), "homeHidden": True})
        seen = project / self.user / "seen"
        until(seen.exists, "what is seen", 20)
        self.assertEqual(seen.read_text(), "all\n")
        self.assertTrue((home / ".local/share/carme/job-log-dir").is_dir(), "logs stay with the user")


class BubblewrapTest(RuntimeContract, unittest.TestCase):
    runtime = "bubblewrap"

    def test_has_a_var_tmp_of_the_jobs_own_that_goes_with_it(self):
        with tempfile.NamedTemporaryFile(prefix="ct-", dir="/var/tmp") as other:
            script = 'ls -A /var/tmp >/var/tmp/seen; mv /var/tmp/seen /var/tmp/said; sleep 300'
            _, agent = self.start(service("list", ["sh", "-c", script]))
            own = agent.disk / "carme-job-disk-4711/.vartmp"
            until((own / "said").exists, "what is seen", 20)
            self.assertNotIn(Path(other.name).name, (own / "said").read_text())
            agent.end()
            self.assertFalse(own.exists())

    def test_has_a_tmp_of_its_own_on_wish(self):
        listing = service("list", ["sh", "-c", "ls -A /tmp >\"$0/listing\"; sleep 300", "{dir}"])
        scene, agent = self.start(listing, flags=self.declaration["flags"]["private-tmp"]["words"])
        said = agent.runtime() / "list/listing"
        until(lambda: said.exists() and said.read_text(), "the listing", 20)
        self.assertEqual(said.read_text().split(), [Path(scene.folder).name])


class CharliecloudTest(RuntimeContract, unittest.TestCase):
    runtime = "charliecloud"


if __name__ == "__main__":
    unittest.main()
