"""A declared service: started, asked whether it is usable, started again when it ends."""

import os
import re
import signal
import socket
import subprocess
import sys

import journal
import probe

KEEPER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "keeper.py")
PLACEHOLDER = re.compile(r"\{(socket|port|base|dir|home|name|secret|secret-file)\}")
GRACE = 3.0
RESTARTS = 3
FORGIVEN_AFTER = 600.0
START_LIMIT = 120.0
PROBE_EVERY = {"starting": 0.1, "ready": 5.0, "failed": 5.0}
UNANSWERED = 3


class Placeholders:
    """The values that stand for {socket}, {dir} and so on in one service's declaration."""

    def __init__(self, service, folder, home, port):
        self._values = {
            "socket": os.path.join(folder, "socket"),
            "port": str(port or ""),
            "base": service.base,
            "dir": folder,
            "home": home,
            "name": service.name,
            "secret": service.secret,
            "secret-file": os.path.join(folder, "secret"),
        }

    def fill(self, text):
        return PLACEHOLDER.sub(lambda found: self._values[found.group(1)], text)

    def __getitem__(self, name):
        return self._values[name]


class RunningService:
    """One service of the job and the process that keeps it."""

    def __init__(self, service, runtime, home, place, log):
        self.name = service.name
        self.state = "starting"
        self.detail = ""
        self.target = None
        self._service = service
        self._runtime = runtime
        self._home = home
        self._place = place
        self._log = log
        self._folder = None
        self._process = None
        self._restarts = 0
        self._unanswered = 0
        self._since = 0.0
        self._next_look = 0.0
        self._start_at = 0.0

    def look(self, now):
        """Does what is due; to be called often, from the thread that is to start the service."""
        if now < self._next_look and self._is_running():
            return
        if self._process is None:
            self._start_if_due(now)
        elif self._process.poll() is not None:
            self._ended(now)
        else:
            self._probe(now)
        self._next_look = now + PROBE_EVERY[self.state]

    def keeper(self):
        """The number of the process that keeps the service; None when there is none."""
        return self._process.pid if self._is_running() else None

    def is_tried(self):
        """Whether it is known if it works: it is ready, does not answer, or is not started again."""
        return self.state == "ready" or self.state == "failed" and (self._is_running() or self._restarts > RESTARTS)

    def was_abandoned(self):
        """Whether the keeper itself was killed, so that nobody looks after what the service had started."""
        return self._process is not None and self._process.poll() == -signal.SIGKILL

    def _is_running(self):
        return self._process is not None and self._process.poll() is None

    def _start_if_due(self, now):
        if self._restarts > RESTARTS or now < self._start_at:
            return
        self._become("starting", self.detail)
        self._since = now
        self._unanswered = 0
        try:
            self._process = self._start()
        except OSError as error:
            self._give_up_or_retry(now, "cannot be started: %s" % error)

    def _start(self):
        port = free_port() if self._service.listen == "loopback" else None
        self._folder = self._runtime.make_folder(self.name)
        values = Placeholders(self._service, self._folder, self._home, port)
        self._write_files(values)
        self.target = port or values["socket"]
        command = [values.fill(word) for word in self._service.command]
        keeper = [sys.executable, "-E", "-s", "-S", KEEPER, str(os.getpid()), str(GRACE)]
        environment = self._environment(values)
        command = self._place.enter(command, self._service.needs, self._folder, environment.get("PATH"))
        with self._log.open() as output:
            return subprocess.Popen(
                keeper + command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                cwd=self._home if os.path.isdir(self._home) else "/", env=environment, start_new_session=True)

    def _write_files(self, values):
        self._runtime.write(values["secret-file"], self._service.secret)
        for name, text in self._service.files.items():
            self._runtime.write(os.path.join(self._folder, name), values.fill(text))

    def _environment(self, values):
        environment = dict(os.environ, CARME_RUNTIME_DIR=self._runtime.path, **self._place.environment)
        for name, text in self._service.environment.items():
            environment[name] = values.fill(text)
        return environment

    def _ended(self, now):
        code = self._process.returncode
        self._process = None
        if self.state == "ready" and now - self._since > FORGIVEN_AFTER:
            self._restarts = 0
        why = self._place.why_ended(self._folder, self._log)
        self._give_up_or_retry(now, why or "ended with exit code %d" % code)

    def _give_up_or_retry(self, now, reason):
        self._restarts += 1
        self._start_at = now + 2.0 ** (self._restarts - 1)
        ending = "" if self._restarts <= RESTARTS else ", not started again"
        self._become("failed", reason + ending)

    def _probe(self, now):
        self._log.shorten()
        status = probe.status_of(self.target, self._service.readiness)
        if status in self._service.statuses:
            self._unanswered = 0
            self._become("ready", "")
            return
        self._unanswered += 1
        reason = "no answer" if status is None else "answers with status %d" % status
        if self.state == "starting" and now - self._since > START_LIMIT:
            self._become("failed", "%s after %d seconds" % (reason, START_LIMIT))
        elif self.state == "ready" and self._unanswered >= UNANSWERED:
            self._become("failed", reason)

    def _become(self, state, detail):
        if (state, detail) != (self.state, self.detail):
            journal.say("service %s is %s%s" % (self.name, state, ": " + detail if detail else ""))
        self.state = state
        self.detail = detail


def free_port():
    """A port of the loopback interface that nobody uses now; if somebody is faster, the service is started again."""
    with socket.socket() as attempt:
        attempt.bind(("127.0.0.1", 0))
        return attempt.getsockname()[1]
