"""The declarations that Carme ships, really started: Jupyter runs a cell, the terminal runs a command."""

import glob
import http.client
import json
import os
import re
import shutil
import sys
import time
import unittest
from pathlib import Path

from notebook import HOST, Notebook
from support import AGENT, JOB, Scene, declared, family, until
from websocket import WebSocket

sys.path.insert(0, str(AGENT))

import activity


@unittest.skipUnless(shutil.which("jupyter-notebook"), "jupyter-notebook is not installed")
class EntryPointsTest(unittest.TestCase):
    """Notebook servers refuse to run as root, so root hands everything to nobody."""

    @classmethod
    def setUpClass(cls):
        cls.scene = Scene(declared("jupyter"), declared("terminal"))
        cls.addClassCleanup(cls.scene.close)
        cls.agent = cls.scene.ordinary_agent()
        until(lambda: cls.scene.portal.states() == {"jupyter": "ready", "terminal": "ready"}, "both ready", 30)

    def headers(self, name):
        return {"Host": HOST, "Origin": "http://" + HOST, "Authorization": "token secret-of-" + name}

    def request(self, name, method, path, body=None, headers=None):
        connection = http.client.HTTPConnection(HOST)
        connection.sock = self.scene.connect(name)
        self.addCleanup(connection.close)
        connection.request(method, "/entry/%s/%s/%s" % (JOB, name, path), body, headers or self.headers(name))
        return connection.getresponse()

    def web_socket(self, name, path, **more_headers):
        connection = self.scene.connect(name)
        self.addCleanup(connection.close)
        return WebSocket(connection, "/entry/%s/%s/%s" % (JOB, name, path), dict(self.headers(name), **more_headers))

    def test_jupyter_asks_everybody_for_the_secret(self):
        self.assertEqual(self.request("jupyter", "GET", "api/contents").status, 200)
        self.assertEqual(self.request("jupyter", "GET", "api/contents", headers={"Host": HOST}).status, 403)

    def test_runs_a_cell_without_a_port_for_it(self):
        self.assertEqual(Notebook(self.scene, "secret-of-jupyter").run("print(6 * 7)"), "42\n")
        [connection_file] = (self.agent.runtime() / "jupyter/run").glob("kernel-*.json")
        self.assertEqual(json.loads(connection_file.read_text())["transport"], "ipc")
        self.assertEqual(self.listening_ports(), {self.scene.portal.last_report()["port"]})

        [kernel] = until(self.kernels, "what Jupyter says of its kernel")
        self.assertLess(time.time() - activity.used_at(kernel, time.time()), 60)

    def test_jupyter_shows_folders_that_links_in_the_home_lead_to(self):
        outside = Path(self.scene.folder) / "project"
        outside.mkdir(mode=0o755)
        (outside / "data.txt").write_text("of all")
        link = self.agent.home / "project"
        link.symlink_to(outside)
        self.addCleanup(link.unlink)
        told = json.load(self.request("jupyter", "GET", "api/contents/project"))
        self.assertEqual([one["path"] for one in told["content"]], ["project/data.txt"])
        self.assertEqual(json.load(self.request("jupyter", "GET", "api/contents/project/data.txt"))["content"], "of all")

    def test_jupyter_serves_extensions_of_pages_from_their_usual_folders(self):
        for name, folder in (("a.js", ".ipython"), ("b.js", ".local/share/jupyter")):
            extension = self.agent.home / folder / "nbextensions" / name
            extension.parent.mkdir(parents=True, exist_ok=True)
            extension.write_text(folder)
            self.assertEqual(self.request("jupyter", "GET", "nbextensions/" + name).read().decode(), folder)

    def kernels(self):
        """As the agent sees them."""
        socket = str(self.agent.runtime() / "jupyter/socket")
        return activity.kernels(socket, "/entry/%s/jupyter/api" % JOB, "secret-of-jupyter")

    def listening_ports(self):
        """Those of the job's processes but ipykernel's, where its children's output arrives, guarded by a key."""
        sockets = set()
        for pid in family("HOME=%s" % self.agent.home) + [self.agent.process.pid, self.agent.agent_proper()]:
            if b"ipykernel" in Path("/proc/%d/cmdline" % pid).read_bytes():
                continue
            for link in glob.glob("/proc/%d/fd/*" % pid):
                try:
                    sockets.update(re.findall(r"socket:\[(\d+)\]", os.readlink(link)))
                except OSError:
                    pass
        tables = [Path("/proc/net/" + name).read_text() for name in ("tcp", "tcp6")]
        rows = [line.split() for table in tables for line in table.splitlines()]
        return {int(row[1].split(":")[1], 16) for row in rows if row[3] == "0A" and row[9] in sockets}

    def test_hides_the_secret_from_pages(self):
        page = self.request("jupyter", "GET", "tree").read()
        self.assertIn(b"Jupyter", page)
        self.assertNotIn(b"secret-of-", page)

    def test_pages_of_jupyter_show_the_last_notice(self):
        self.assertIn(b'src="/entry/%s/jupyter/carme/notice.js"' % JOB.encode(), self.request("jupyter", "GET", "tree").read())
        self.assertIn(b"fetch(", self.request("jupyter", "GET", "carme/notice.js").read())
        self.assertEqual(json.load(self.request("jupyter", "GET", "carme/notice")), {})
        notice = self.agent.runtime() / "notice"
        notice.write_text("This job ends in 9 minutes.\n")
        self.addCleanup(notice.unlink)
        notice.chmod(0o644)

        said = json.load(self.request("jupyter", "GET", "carme/notice"))
        left = said.pop("left")
        self.assertEqual(said, {"text": "This job ends in 9 minutes.", "at": notice.stat().st_mtime})
        self.assertTrue(6900 < left <= 7200, left)
        sooner = self.agent.runtime() / "idle-ends-at"
        sooner.write_text("%d\n" % (time.time() + 600))
        self.addCleanup(sooner.unlink)
        sooner.chmod(0o644)
        self.assertLessEqual(json.load(self.request("jupyter", "GET", "carme/notice"))["left"], 600)
        self.assertEqual(self.request("jupyter", "GET", "carme/notice", headers={"Host": HOST}).status, 302)

    def shell(self, number):
        """A WebSocket to the shell, after it has shown what it remembers."""
        socket = self.web_socket("terminal", "%d/socket" % number)
        memory = socket.receive()
        self.assertEqual(socket.receive(), '{"event": "replayed"}')
        return socket, memory.decode()

    def read_until(self, socket, text):
        said = ""
        while text not in said:
            message = socket.receive()
            said += message.decode() if isinstance(message, bytes) else ""
        return said

    def test_the_terminal_shows_its_page(self):
        self.assertEqual(self.request("terminal", "GET", "1").status, 200)
        for name in ("terminal.js", "terminal.css", "xterm.js", "xterm.css", "addon-fit.js"):
            self.assertEqual(self.request("terminal", "GET", "page/" + name).status, 200, name)
        for wrong in ("page/../__main__.py", "page/index.html", "0", "100", "1/else"):
            self.assertEqual(self.request("terminal", "GET", wrong).status, 404, wrong)

    def test_a_shell_remembers_and_knows_its_size(self):
        socket, _ = self.shell(1)
        socket.send_text('{"columns": 99, "rows": 31}')
        socket.send_bytes(b"stty size; echo $((6*7)) in $PWD\r")
        said = self.read_until(socket, "42 in %s" % self.agent.home)
        self.assertIn("31 99", said)
        _, memory = self.shell(1)
        self.assertIn("42 in", memory)

    def test_a_shell_that_ended_makes_room_for_a_new_one(self):
        socket, _ = self.shell(2)
        socket.send_bytes(b"sleep 300 & exit\r")
        self.assertIn('"ended"', self.last_text(socket))
        self.assertNotIn("sleep 300", self.shell(2)[1])

    def last_text(self, socket):
        message = socket.receive()
        while isinstance(message, bytes):
            message = socket.receive()
        return message

    def test_a_flood_of_output_arrives_whole(self):
        socket, _ = self.shell(3)
        socket.send_bytes(b"seq 1 300000; echo all; echo d''one\r")
        self.assertIn("\n299999\r\n300000\r\nall", self.read_until(socket, "done"))

    def test_a_new_shell_gets_a_free_number(self):
        self.shell(1)
        location = self.request("terminal", "GET", "new").getheader("Location")
        self.assertRegex(location, r"^/entry/%s/terminal/([2-9]|1[0-9])$" % JOB)

    def test_a_foreign_page_does_not_get_at_a_shell(self):
        with self.assertRaisesRegex(ConnectionError, "403"):
            self.web_socket("terminal", "1/socket", Origin="http://evil.example")

    def test_keeps_secrets_out_of_command_lines_and_folders_of_others(self):
        for pid in family("HOME=%s" % self.agent.home):
            self.assertNotIn(b"secret-of-", Path("/proc/%d/cmdline" % pid).read_bytes())
        runtime = self.agent.runtime()
        for folder in (runtime, runtime / "jupyter", runtime / "terminal"):
            self.assertEqual(folder.stat().st_mode & 0o77, 0, folder)


@unittest.skipUnless(shutil.which("jupyter-notebook"), "jupyter-notebook is not installed")
class NotebookStartTest(unittest.TestCase):
    def test_waits_for_nothing_that_it_does_not_need(self):
        scene = Scene(declared("jupyter"))
        self.addCleanup(scene.close)
        agent = scene.ordinary_agent(PYTHONPROFILEIMPORTTIME="1")
        until(lambda: scene.portal.states() == {"jupyter": "ready"}, "a notebook", 30)
        [log] = agent.home.rglob("*-jupyter.log")
        imported = set(re.findall(r"\| +(\w+)$", log.read_text(), re.MULTILINE))
        self.assertIn("tornado", imported)
        self.assertFalse(imported & {"setuptools", "IPython"})


if __name__ == "__main__":
    unittest.main()
