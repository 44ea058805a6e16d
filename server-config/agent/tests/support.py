"""A portal, a certificate authority and an agent process for the tests."""

import base64
import compileall
import contextlib
import gzip
import http.server
import json
import os
import shutil
import signal
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

AGENT = Path(__file__).resolve().parent.parent / "carme-agent"
DECLARATIONS = AGENT.parent.parent / "entry-points"
PROGRAMS = ("builder", "entry-points", "inventory", "shell")
NOBODY = 65534
JOB = "a1b2c3d4e5f6g7h8i9j0k1l2m3"
SECRET = "first-secret"
NODE = "node01"
SLURM_JOB = "4711"
GATEWAY = "carme-gateway"
PATIENCE = 60.0


def until(condition, what, patience=PATIENCE):
    """Waits for condition() to be true and returns what it said; a machine that stands still does not count."""
    for _ in range(int(patience / 0.02)):
        result = condition()
        if result:
            return result
        time.sleep(0.02)
    raise AssertionError("not seen in %d s: %s" % (patience, what))


class Authority:
    """A certificate authority made with the openssl command."""

    def __init__(self, folder, name):
        self._folder = Path(folder)
        self.key, self.certificate = self._paths(name)
        self._openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
                      "-subj", "/CN=" + name, "-keyout", self.key, "-out", self.certificate)

    def issue(self, common_name, label, *extensions):
        """(key file, certificate file) with the extensions, written as openssl's configuration says them."""
        key, certificate = self._paths(label)
        request, details = self._folder / (label + ".csr"), self._folder / (label + ".ext")
        details.write_text("basicConstraints=CA:FALSE\n" + "\n".join(extensions))
        self._openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                      "-subj", "/CN=" + common_name, "-keyout", key, "-out", request)
        self._openssl("x509", "-req", "-in", request, "-CA", self.certificate, "-CAkey", self.key,
                      "-set_serial", str(time.time_ns()), "-days", "2", "-extfile", details, "-out", certificate)
        return key, certificate

    def _paths(self, label):
        return self._folder / (label + ".key"), self._folder / (label + ".pem")

    @staticmethod
    def _openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], check=True, capture_output=True)


class Identities:
    """Everybody's certificates: the portal's, the job's, the gateway's, and those of people up to no good."""

    def __init__(self, folder):
        self.authority = Authority(folder, "authority")
        foreign = Authority(folder, "foreign")
        client, server = "extendedKeyUsage=clientAuth", "extendedKeyUsage=serverAuth"
        issue = self.authority.issue
        self.portal = issue("portal", "portal", "subjectAltName=IP:127.0.0.1", server)
        self.job = issue("job", "job", "subjectAltName=DNS:*.%s.carme" % JOB, server)
        self.gateway = issue(GATEWAY, "gateway", client)
        self.strangers = {
            "the job's own": self.job,
            "another name": issue("someone", "someone", client),
            "no usage": issue(GATEWAY, "useless", "keyUsage=digitalSignature"),
            "another authority": foreign.issue(GATEWAY, "foreigner", client),
        }


class FakePortal:
    """Speaks the portal's side; `script` holds answers to give to bootstraps before the good one."""

    def __init__(self, identities, services):
        self.identities = identities
        self.script = []
        self.report_answer = (200, {"endsAt": 0, "stop": False})
        self.contents_answer = (204, {})
        self.contents = []
        self.wish_answer = (200, {})
        self.wishes = []
        self.bootstraps = []
        self._connections = []
        self.reports = []
        self.assignment = self._assignment(services)
        self._serve()

    def _assignment(self, services):
        key, certificate = self.identities.job
        return {
            "protocol": 1, "job": JOB, "token": "the-token", "listen": "127.0.0.1", "privateKey": key.read_text(),
            "certificate": certificate.read_text(), "authority": self.identities.authority.certificate.read_text(),
            "gateway": GATEWAY, "endsAt": int((time.time() + 7200) * 1000), "heartbeatSeconds": 1,
            "services": services,
        }

    def _serve(self, port=0):
        portal = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            # As a real server: an answer in two pieces is not to wait for the client's word of the first.
            disable_nagle_algorithm = True

            def setup(self):
                super().setup()
                portal._connections.append(self.connection)

            def do_POST(self):
                self.say(*portal.answer(self.path, self.headers, json.loads(self.body())))

            def do_PUT(self):
                assert self.path == "/api/v1/agent/contents" and self.headers["Content-Encoding"] == "gzip"
                self.say(*portal.take_contents(self.headers, json.loads(gzip.decompress(self.body()))))

            def body(self):
                return self.rfile.read(int(self.headers["Content-Length"]))

            def say(self, status, answer):
                content = answer if isinstance(answer, bytes) else json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_):
                pass

        class Server(http.server.ThreadingHTTPServer):
            def handle_error(self, *_):
                pass

        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        key, certificate = self.identities.portal
        context.load_cert_chain(certificate, key)
        self._server = Server(("127.0.0.1", port), Handler)
        self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def answer(self, path, headers, body):
        if path == "/api/v1/agent/bootstrap":
            self.bootstraps.append(body)
            return self.script.pop(0) if self.script else (200, self.assignment)
        assert headers["Authorization"] == "Bearer the-token"
        if path == "/api/v1/agent/wishes":
            self.wishes.append(body)
            return self.wish_answer
        self.reports.append(body)
        return self.report_answer

    def take_contents(self, headers, document):
        assert headers["Authorization"] == "Bearer the-token"
        self.contents.append(document)
        return self.contents_answer

    def close(self):
        self._server.shutdown()
        self._server.server_close()
        while self._connections:
            with contextlib.suppress(OSError):
                self._connections.pop().shutdown(socket.SHUT_RDWR)

    def restart(self):
        self._serve(self.port)

    def last_report(self):
        return self.reports[-1] if self.reports else {"services": []}

    def states(self):
        return {service["name"]: service["state"] for service in self.last_report()["services"]}


def service(name, command, **more):
    plain = {
        "name": name, "title": name, "command": command, "environment": {}, "files": {}, "listen": "unix",
        "readiness": "/entry/%s/%s/ready" % (JOB, name), "readinessStatus": [200],
        "secret": "service-secret", "base": "/entry/%s/%s" % (JOB, name),
    }
    plain.update(more)
    return plain


def tool(what, **more):
    """One of the little services in services.py."""
    script = str(Path(__file__).resolve().parent / "services.py")
    return service(what, [sys.executable, script, what, "{socket}"], **more)


def image(location, store, **more):
    """What the portal says of an image whose runtime is none: a shell that forgets what it is told."""
    plain = {
        "name": "debian:1", "location": str(location), "folders": [str(store)],
        "command": ["sh", "{binds}", "{image}"], "bind": ["--bind", "{source}", "{target}"], "readOnlyBind": [],
        "accelerators": [], "flags": [], "binds": [], "needs": []}
    plain.update(more)
    return plain


def declared(name):
    """An entry point that Carme ships, as the portal passes it on to the agent."""
    declaration = json.loads((DECLARATIONS / (name + ".json")).read_text())
    base = "/entry/%s/%s" % (JOB, name)
    return service(
        name, declaration["command"], environment=declaration.get("environment", {}),
        files=declaration.get("files", {}), readiness=base + "/" + declaration["readiness"], secret="secret-of-" + name)


class AgentProcess:
    """A started agent, which ends with the tests; everything that it says is in `output`."""

    def __init__(self, portal, folder, environment=None, program=AGENT, options=()):
        self.home = Path(folder) / "home"
        self.temporary = Path(folder) / "tmp"
        self.disk = Path(folder) / "disk"
        for path in (self.home, self.temporary, self.disk):
            path.mkdir(exist_ok=True)
        authority = portal.identities.authority.certificate.read_bytes()
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(self.home), "TMPDIR": str(self.temporary),
            "CARME_LOCAL_DISK": str(self.disk),
            "SLURM_JOB_ID": SLURM_JOB, "SLURMD_NODENAME": NODE, "SLURM_NODEID": "0",
            "CARME_BOOTSTRAP": SECRET + ",second-secret", "CARME_AGENT_URL": "https://127.0.0.1:%d" % portal.port,
            "CARME_AGENT_CA": base64.b64encode(authority).decode(), **(environment or {}),
        }
        self._log = open(Path(folder) / "job.out", "w+b")
        self.begin = time.monotonic()
        self.process = subprocess.Popen(
            ["setpriv", "--pdeathsig", "TERM", *options, sys.executable, "-ISB", str(program)], env=self.environment,
            stdin=subprocess.DEVNULL, stdout=self._log, stderr=subprocess.STDOUT, start_new_session=True)

    @property
    def output(self):
        return Path(self._log.name).read_text()

    def runtime_folders(self):
        return list(self.temporary.glob("carme-job-*"))

    def runtime(self):
        return until(self.runtime_folders, "runtime folder")[0]

    def agent_proper(self):
        """The process that the first one keeps."""
        return children(self.process.pid)[0]

    def end(self, number=signal.SIGTERM):
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def close(self):
        if self.process.poll() is None:
            self.end()
        self._log.close()


def children(pid):
    return [int(word) for word in Path("/proc/%d/task/%d/children" % (pid, pid)).read_text().split()]


def family(mark):
    """Every living process whose environment holds the mark."""
    found = []
    for path in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            if mark.encode() in (path / "environ").read_bytes():
                found.append(int(path.name))
    return found


def kill(processes, number=signal.SIGKILL):
    """All at once; one may have gone with another."""
    for pid in processes:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


def called(command):
    """Every living process that was started with this command line."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if path.read_bytes() == b"".join(word.encode() + b"\0" for word in command.split()):
                found.append(int(path.parent.name))
    return found


class Scene:
    """A portal, its certificates and as many agents as a test starts; `close` ends all."""

    identities_folder = None
    identities = None

    def __init__(self, *services):
        if Scene.identities is None:
            Scene.identities_folder = tempfile.TemporaryDirectory(prefix="ct-")
            Scene.identities = Identities(Scene.identities_folder.name)
        self.folder = tempfile.mkdtemp(prefix="ct-")
        self.portal = FakePortal(Scene.identities, list(services))
        self.agents = []

    def agent(self, **options):
        self.agents.append(AgentProcess(self.portal, self.folder, **options))
        return self.agents[-1]

    def ordinary_agent(self, **environment):
        """With programs that everybody may read; as nobody where the tests are root's, because jobs are not root's."""
        folder = Path(self.folder)
        program = shutil.copytree(AGENT, folder / "agent/carme-agent")
        for name in PROGRAMS:
            shutil.copytree(AGENT.parent.parent / name, folder / name)
        compileall.compile_dir(str(program), quiet=1)
        options = []
        for name in ("home", "tmp", "disk"):
            (folder / name).mkdir()
        if os.getuid() == 0:
            folder.chmod(0o755)
            for name in ("home", "tmp", "disk"):
                os.chown(folder / name, NOBODY, NOBODY)
            options = ["--reuid=%d" % NOBODY, "--regid=%d" % NOBODY, "--clear-groups"]
        return self.agent(program=program, options=options, environment=dict(
            environment, SHELL="/bin/sh", CARME_AGENT_PROGRAM=str(program)))

    def ready_agent(self, **options):
        agent = self.agent(**options)
        names = [item["name"] for item in self.portal.assignment["services"]]
        until(lambda: self.portal.states() == dict.fromkeys(names, "ready"), "all services ready")
        return agent

    def connect(self, name, identity=None, server=None):
        """As the gateway, to the service of that name."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(Scene.identities.authority.certificate)
        key, certificate = identity or Scene.identities.gateway
        context.load_cert_chain(certificate, key)
        plain = socket.create_connection(("127.0.0.1", self.portal.last_report()["port"]), PATIENCE)
        return context.wrap_socket(plain, server_hostname=server or "%s.%s.carme" % (name, JOB))

    def close(self):
        for agent in self.agents:
            agent.close()
        self.portal.close()
        shutil.rmtree(self.folder, ignore_errors=True)
