"""The declarations that start when they are opened: really run where Debian has the program, else with a stand-in."""

import http.client
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from support import DECLARATIONS, JOB, PATIENCE, Scene, declared, until
from websocket import WebSocket

HOST = "127.0.0.1:8081"
NODE_SERVER = """
const words = process.argv.slice(2);
require('http').createServer((request, answer) => answer.end(JSON.stringify({words, path: request.url}))).listen(3000, '127.0.0.1');
"""


def shipped(name):
    """As the gateway and the portal treat it."""
    declaration = json.loads((DECLARATIONS / (name + ".json")).read_text())
    base = "" if declaration["basePath"] == "strip" else "/entry/%s/%s" % (JOB, name)
    return dict(
        declared(name), readiness=base + "/" + declaration["readiness"], listen=declaration["listen"],
        readinessStatus=declaration.get("readinessStatus", [200]), needs=declaration["needs"], startSeconds=60)


class Shipped(unittest.TestCase):
    def run_entry(self, name, **environment):
        self.scene = Scene(shipped(name))
        self.addCleanup(self.scene.close)
        self.agent = self.scene.ordinary_agent(**environment)
        until(lambda: self.scene.portal.states() == {name: "ready"}, "readiness", 60)

    def get(self, name, path, **headers):
        connection = http.client.HTTPConnection(HOST)
        connection.sock = self.scene.connect(name)
        self.addCleanup(connection.close)
        connection.request("GET", path, headers=dict({"Host": HOST}, **headers))
        return connection.getresponse()


class StandInTest(Shipped):
    """What cannot be had here: the command line reaches the program, and its place is a private one."""

    def run_stand_in(self, name, program):
        folder = Path(tempfile.mkdtemp(prefix="ct-"))
        self.addCleanup(shutil.rmtree, folder)
        folder.chmod(0o755)
        stand_in = folder / program
        script = shutil.copy(Path(__file__).resolve().parent / "entry_stand_in.py", folder)
        stand_in.write_text("#!/bin/sh\nexec %s -I %s \"$@\"\n" % (sys.executable, script))
        stand_in.chmod(0o755)
        self.run_entry(name, PATH="%s:%s" % (folder, os.environ["PATH"]))

    def told(self, name, path):
        return json.loads(self.get(name, path).read())

    def test_code_server_listens_on_a_private_socket(self):
        self.run_stand_in("code-server", "code-server")
        told = self.told("code-server", "/static/x")
        self.assertEqual(told["path"], "/static/x")
        folder = self.agent.runtime() / "code-server"
        self.assertEqual(told["words"], [
            "--auth=none", "--socket=%s/socket" % folder, "--socket-mode=600", "--disable-telemetry", "--disable-update-check",
            str(self.agent.home)])

    def test_jupyterlab_listens_on_a_private_socket(self):
        self.run_stand_in("jupyterlab", "jupyter-lab")
        base = "/entry/%s/jupyterlab" % JOB
        told = self.told("jupyterlab", base + "/lab")
        self.assertEqual(told["path"], base + "/lab")
        self.assertRegex(told["words"][0], "--config=.*/entry-points/jupyter/lab.py$")
        self.assertTrue((self.agent.runtime() / "jupyterlab/socket").is_socket())

    def test_rstudio_listens_on_a_private_socket(self):
        self.run_stand_in("rstudio", "rserver")
        told = self.told("rstudio", "/")
        folder = self.agent.runtime() / "rstudio"
        self.assertIn("--www-socket=%s/socket" % folder, told["words"])
        self.assertIn("--www-root-path=/entry/%s/rstudio" % JOB, told["words"])
        self.assertEqual((folder / "database.conf").read_text(), "provider=sqlite\ndirectory=%s\n" % folder)
        self.assertNotIn("secret-of-rstudio", " ".join(told["words"]))

    @unittest.skipUnless(os.system("unshare --user --net true 2>/dev/null") == 0, "no user namespaces here")
    def test_tensorboard_shows_the_jobs_folder_on_a_port_that_nobody_else_reaches(self):
        self.run_stand_in("tensorboard", "tensorboard")
        base = "/entry/%s/tensorboard" % JOB
        told = self.told("tensorboard", base + "/")
        self.assertEqual(told["path"], base + "/")
        self.assertEqual(told["words"], [
            "--logdir", str(self.agent.runtime() / ".job/tensorboard"), "--host", "127.0.0.1", "--port", "8080",
            "--path_prefix", base])

    @unittest.skipUnless(shutil.which("node"), "Node.js is not installed")
    def test_theia_listens_on_a_socket_instead_of_its_port(self):
        folder = Path(tempfile.mkdtemp(prefix="ct-"))
        self.addCleanup(shutil.rmtree, folder)
        folder.chmod(0o755)
        (folder / "theia.js").write_text(NODE_SERVER)
        (folder / "theia").write_text("#!/bin/sh\nexec node %s/theia.js \"$@\"\n" % folder)
        (folder / "theia").chmod(0o755)
        self.run_entry("theia", PATH="%s:%s" % (folder, os.environ["PATH"]))
        told = json.loads(self.get("theia", "/x").read())
        self.assertEqual(told["words"], ["start", str(self.agent.home), "--hostname=127.0.0.1", "--port=3000"])
        self.assertTrue((self.agent.runtime() / "theia/socket").is_socket())


@unittest.skipUnless(shutil.which("Xtigervnc") and shutil.which("openbox"), "no VNC server here")
class DesktopTest(Shipped):
    def test_shows_a_desktop_to_nobody_else(self):
        self.run_entry("desktop")
        base = "/entry/%s/desktop" % JOB
        start = self.get("desktop", base + "/")
        self.assertEqual(start.status, 302)
        self.assertIn("path=" + base[1:] + "/socket", start.getheader("Location"))
        self.assertIn(b"noVNC", self.get("desktop", base + "/vnc.html").read())
        self.assertEqual(self.get("desktop", base + "/../../../etc/passwd").status, 404)
        with self.scene.connect("desktop") as connection:
            socket = WebSocket(connection, base + "/socket", {"Host": HOST, "Origin": "http://" + HOST})
            self.assertTrue(socket.receive().startswith(b"RFB 003."))
        self.assertEqual(self.get("desktop", base + "/socket", Upgrade="websocket", Origin="http://elsewhere").status, 403)
        number = self.display()
        refused = subprocess.run(
            ["xset", "q"], env={"PATH": os.environ["PATH"], "DISPLAY": number}, stderr=subprocess.PIPE)
        self.assertIn(b"unable to open display", refused.stderr, "whoever has no cookie")

    def display(self):
        for path in Path("/proc").glob("[0-9]*/environ"):
            try:
                words = dict(word.split(b"=", 1) for word in path.read_bytes().split(b"\0") if b"=" in word)
            except OSError:
                continue
            if words.get(b"HOME", b"").decode() == str(self.agent.home) and b"DISPLAY" in words:
                return words[b"DISPLAY"].decode()
        raise AssertionError("no display")


@unittest.skipUnless(shutil.which("dask-scheduler"), "no Dask here")
class DaskTest(Shipped):
    CLIENT = (
        "import os, sys\n"
        "from distributed import Client\n"
        "from distributed.security import Security\n"
        "folder = os.path.join(sys.argv[1], 'dask')\n"
        "pem = os.path.join(folder, 'identity.pem')\n"
        "safe = Security(require_encryption=True, tls_ca_file=pem, tls_client_cert=pem, tls_client_key=pem)\n"
        "client = Client(scheduler_file=os.path.join(folder, 'scheduler.json'), security=safe)\n"
        "client.wait_for_workers(1, timeout=60)\n"
        "print(client.submit(lambda n: n * 7, 6).result(timeout=60))\n")

    def test_calculates_for_whoever_has_the_certificate_and_shows_it(self):
        self.run_entry("dask")
        base = "/entry/%s/dask" % JOB
        job = self.agent.runtime() / ".job"
        said = subprocess.run(
            ["setpriv", *self.as_the_agent(), sys.executable, "-c", self.CLIENT, str(job)], stdout=subprocess.PIPE,
            env={"PATH": os.environ["PATH"], "HOME": str(self.agent.home)}, check=True, timeout=120)
        self.assertEqual(said.stdout, b"42\n")
        self.assertEqual((job / "dask/identity.pem").stat().st_mode & 0o777, 0o600)
        page = self.get("dask", base + "/info/main/workers.html").read()
        self.assertIn(b"tls://127.0.0.1", page)

    def as_the_agent(self):
        return ["--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else ["--no-new-privs"]


class WebTest(Shipped):
    def setUp(self):
        self.run_entry("web")
        self.folder = self.agent.runtime() / ".job/web"

    def serve(self, *where):
        """A server of the user's own."""
        options = ["--reuid=65534", "--regid=65534", "--clear-groups"] if os.getuid() == 0 else []
        server = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", *options, sys.executable, "-u", "-m", "http.server", *where], cwd="/usr/share",
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (server.terminate(), server.wait(PATIENCE), server.stdout.close()))
        return server.stdout.readline().decode().split(" port ")[1].split()[0]

    def test_leads_to_a_server_on_a_port_of_the_users(self):
        port = self.serve("--bind", "127.0.0.1", "0")
        self.assertIn(b'href="%s/"' % port.encode(), self.get("web", "/").read())
        self.assertIn(b"common-licenses", self.get("web", "/%s/" % port).read())
        moved = self.get("web", "/%s/common-licenses" % port)
        self.assertEqual(moved.getheader("Location"), "/%s/common-licenses/" % port)
        self.assertEqual(self.get("web", "/" + port).getheader("Location"), "/%s/" % port)

    def test_knows_addresses_of_the_older_kind_in_sockets_of_the_newer(self):
        port = self.serve("--bind", "::ffff:127.0.0.1", "0")
        self.assertIn(b"common-licenses", self.get("web", "/%s/" % port).read())

    def test_sends_nobody_to_another_host(self):
        for path in ("//evil.example", "/\\evil.example", "/%2Fevil.example", "/evil.example:80"):
            answer = self.get("web", path)
            self.assertEqual((answer.status, answer.getheader("Location")), (404, None))

    def stranger(self, address):
        stranger = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", "--reuid=65533", "--regid=65533", "--clear-groups", sys.executable, "-u", "-m",
             "http.server", "--bind", address, "0"], cwd="/", stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.addCleanup(lambda: (stranger.terminate(), stranger.wait(PATIENCE), stranger.stdout.close()))
        return stranger.stdout.readline().decode().split(" port ")[1].split()[0]

    @unittest.skipUnless(os.getuid() == 0, "only root can be two users")
    def test_never_leads_to_a_port_that_another_has_too(self):
        port = self.stranger("::ffff:127.0.0.1")
        self.serve("--bind", "::1", port)
        self.assertEqual(self.get("web", "/%s/" % port).status, 404)

    @unittest.skipUnless(os.getuid() == 0, "only root can be two users")
    def test_never_leads_to_a_port_of_another(self):
        port = self.stranger("127.0.0.1")
        answer = self.get("web", "/%s/" % port)
        self.assertEqual(answer.status, 404)
        self.assertIn(b"No program of yours listens there", answer.read())
        self.assertNotIn(b'href="%s/"' % port.encode(), self.get("web", "/").read())

    def test_says_how_to_start_one(self):
        answer = self.get("web", "/8/", **{"X-Forwarded-Prefix": "/entry/x/web"})
        self.assertEqual(answer.status, 404)
        self.assertIn(b'href="/entry/x/web/"', answer.read())
        self.assertIn(str(self.folder).encode(), self.get("web", "/").read())


if __name__ == "__main__":
    unittest.main()
