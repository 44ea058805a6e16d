"""What Carme has Jupyter do, without a server where Debian has none."""

import json
import os
import pty
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

from support import AGENT, DECLARATIONS

EXTENSION = DECLARATIONS / "jupyter/extension"
THEN, LATER = "2026-11-28T20:00:00Z", "2026-11-28T20:10:00Z"
TYPED = b"type -t carme_timeleft; complete -p carme_extend; echo as $SHELL in $PWD on $TERM; exit\n"


class Settings:
    """Jupyter's c: it takes whatever is set, and has every section."""

    def __getattr__(self, name):
        self.__dict__[name] = Settings()
        return self.__dict__[name]


class StartTest(unittest.TestCase):
    """Notebook begins as its program's first line says, with what that finds."""

    SAYS = """import json, sys, warnings
warnings.simplefilter("ignore")
import distutils.version
with open("/proc/self/comm") as name:
    print(json.dumps([sys.argv, sys.path[0], __name__, name.read().strip(), "setuptools" in sys.modules]))
"""

    def start(self, first, text, declarations=DECLARATIONS):
        folder = tempfile.TemporaryDirectory(prefix="ct ")
        self.addCleanup(folder.cleanup)
        program = Path(folder.name) / "jupyter-notebook"
        program.write_text("%s\n%s" % (first, text))
        program.chmod(0o755)
        start = declarations / "jupyter/start"
        path = "%s:%s" % (folder.name, os.defpath)
        told = subprocess.run([str(start)], env={"PATH": path}, stdout=subprocess.PIPE, check=True, universal_newlines=True).stdout
        return folder.name, "--config=%s/notebook.py" % start.parent, told

    @unittest.skipUnless(sys.version_info < (3, 12), "later Pythons have no distutils of their own")
    def test_is_the_program_itself_without_setuptools(self):
        for first in ("#!" + sys.executable, "#!/usr/bin/env python3", "#!%s -s" % sys.executable):
            with self.subTest(first):
                folder, config, told = self.start(first, self.SAYS)
                self.assertEqual(json.loads(told), [[folder + "/jupyter-notebook", config], folder, "__main__", "jupyter-noteboo", False])

    def test_finds_no_module_of_its_own_where_its_folder_is_a_link(self):
        with tempfile.TemporaryDirectory(prefix="ct-") as other:
            link = Path(other) / "link"
            link.symlink_to(DECLARATIONS)
            folder, _, told = self.start("#!" + sys.executable, "import sys; print(sys.path)", link)
        self.assertIn(folder, told)
        self.assertNotIn(str(DECLARATIONS / "jupyter"), told)

    def test_leaves_the_path_alone_that_python_was_told_not_to_change(self):
        folder, _, told = self.start("#!%s -I" % sys.executable, "import sys; print(sys.path)")
        self.assertNotIn(folder, told)
        self.assertNotIn(str(DECLARATIONS), told)

    def test_starts_what_python_does_not(self):
        folder, config, told = self.start("#!/bin/sh", 'echo "$0 $1"')
        self.assertEqual(told, "%s/jupyter-notebook %s\n" % (folder, config))


class VersionTest(unittest.TestCase):
    def chosen(self, found):
        chosen = []
        file = DECLARATIONS / "jupyter/notebook.py"
        with mock.patch("importlib.util.find_spec", {"notebook.notebookapp": found}.get):
            exec(compile(file.read_text(), str(file), "exec"), {"load_subconfig": chosen.append})
        return chosen

    def test_notebook_from_7_on_is_set_as_jupyterlab_is(self):
        self.assertEqual(self.chosen("a module"), ["notebook6.py"])
        self.assertEqual(self.chosen(None), ["lab.py"])


class LabTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)
        secret = self.home / "secret"
        secret.write_text("x")
        self.environment = {
            "PATH": os.defpath, "HOME": str(self.home), "SHELL": "/bin/bash", "TERM": "dumb", "CARME_URL": "https://portal.example.org",
            "CARME_SECRET_FILE": str(secret), "CARME_SOCKET": "socket", "CARME_BASE": "/entry/x/jupyterlab", "CARME_JOB_ID": "42",
            "CARME_SHELL_DIR": str(AGENT.parents[1] / "shell"), "CARME_RUNTIME_DIR": folder.name, "CARME_JOBDIR": folder.name,
            "CARME_NODES": "node01", "CARME_GPUS_PER_NODE": "0"}

    def settings(self):
        """As a server of the job would have them."""
        file = DECLARATIONS / "jupyter/lab.py"
        before, path = dict(os.environ), list(sys.path)
        os.environ.update(self.environment)
        try:
            settings = Settings()
            exec(compile(file.read_text(), str(file), "exec"), {"c": settings, "__file__": str(file)})
            return settings
        finally:
            os.environ.clear()
            os.environ.update(before)
            sys.path[:] = path

    def say(self, command, typed):
        """What is on the terminal of the command after that was typed."""
        ours, theirs = pty.openpty()
        with open(ours, "r+b", 0) as terminal:
            shell = subprocess.Popen(
                command, env=self.environment, cwd="/", stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True)
            os.close(theirs)
            terminal.write(typed)
            said = b""
            try:
                while True:
                    said += terminal.read(4096)
            except OSError:
                # the kernel's way to say that the last program on the terminal is gone
                pass
            shell.wait(20)
            return said.decode()

    def test_pages_have_the_notice_in_notebook_as_well(self):
        settings = self.settings()
        for application in (settings.LabApp, settings.JupyterNotebookApp):
            self.assertEqual(application.extra_labextensions_path, [str(EXTENSION / "labextensions")])

    def test_terminals_begin_as_the_web_terminal_does(self):
        said = self.say(self.settings().ServerApp.terminado_settings["shell_command"], TYPED)
        self.assertIn("\rfile\r\n", said)
        self.assertRegex(said, r"\r\ncomplete -F \S+ carme_extend\r\n")
        self.assertIn("\r\nas /bin/bash in %s on xterm-256color\r\n" % self.home, said)


@unittest.skipUnless(shutil.which("node"), "Node.js is not installed")
class SavingTest(unittest.TestCase):
    """The script that all of Jupyter's pages have."""

    def look(self, left=100, disk=(), status=404, **scene):
        """What a page does that sees a notice for the first time, with so many seconds left."""
        scene.update(told={"text": "It ends.", "at": 5.0, "left": left}, disk=dict(disk), status=status)
        ran = subprocess.run(
            ["node", str(Path(__file__).resolve().parent / "pages.js"), str(EXTENSION / "notice.js")], check=True, timeout=60,
            input=json.dumps(scene).encode(), stdout=subprocess.PIPE)
        return json.loads(ran.stdout.decode())

    def at(self, path, modified, **more):
        return {path: dict(last_modified=modified, **more)}

    def test_saves_a_notebook_without_asking_and_says_so(self):
        done = self.look(disk=self.at("a", THEN), notebook={"path": "a", "modified": THEN})
        self.assertEqual((done["text"], done["wrote"]), ("It ends. What is open is saved.", ["a"]))
        done = self.look(disk=self.at("a", THEN), notebook={"path": "a", "modified": THEN}, language="de-DE")
        self.assertEqual(done["text"], "It ends. Was offen ist, ist gespeichert.")

    def test_leaves_alone_what_has_changed_elsewhere(self):
        done = self.look(disk=self.at("a", LATER), notebook={"path": "a", "modified": THEN})
        self.assertEqual((done["text"], done["wrote"]), ("It ends. Not saved: a", []))

    def test_writes_what_is_gone_but_not_what_it_cannot_see(self):
        self.assertEqual(self.look(notebook={"path": "a", "modified": THEN})["wrote"], ["a"])
        self.assertEqual(self.look(status=500, notebook={"path": "a", "modified": THEN})["wrote"], [])

    def test_saves_nothing_long_before_the_end_and_nothing_that_is_saved(self):
        for left, notebook in ((600, {}), (None, {}), (100, {"dirty": False}), (100, {"writable": False})):
            done = self.look(left=left, disk=self.at("a", THEN), notebook=dict(path="a", modified=THEN, **notebook))
            self.assertEqual((done["text"], done["wrote"]), ("It ends.", []))

    def test_saves_what_jupyterlab_has_open_once_each(self):
        disk = dict(self.at("a", THEN), **self.at("b", LATER), **self.at("c", LATER, hash="1"), **self.at("d", THEN, hash="2"))
        lab = [
            {"path": "a", "modified": THEN}, {"path": "b", "modified": THEN}, {"path": "c", "modified": THEN, "hash": "1"},
            {"path": "d", "modified": THEN, "hash": "1"}, {"path": "e", "dirty": False},
            {"path": "f", "collaborative": True}, {"path": "g", "writable": False}]
        for old in (False, True):
            done = self.look(disk=disk, lab=lab, old=old)
            self.assertEqual((done["text"], done["wrote"]), ("It ends. Not saved: b, d", ["a", "c"]))

    def test_looks_again_just_before_the_end(self):
        self.assertEqual([self.look(left=left)["pause"] for left in (100, 25, 10)], [30000, 10000, 30000])

    def test_jupyterlab_hands_its_application_over(self):
        script = (
            "window = {}; src = null; document = {getElementById: () => ({textContent: '{\"baseUrl\": \"/x/\"}'}),"
            " createElement: () => src = {}, head: {append() {}}};"
            "require(process.argv[1]);"
            "window._JUPYTERLAB.carme.get().then(module => {"
            " module().default.activate('app'); console.log(window.carmeLab, src.src); });")
        ran = subprocess.run(
            ["node", "-e", script, str(EXTENSION / "labextensions/carme/static/remoteEntry.js")], check=True, timeout=60,
            stdout=subprocess.PIPE)
        self.assertEqual(ran.stdout, b"app /x/carme/notice.js\n")


if __name__ == "__main__":
    unittest.main()
