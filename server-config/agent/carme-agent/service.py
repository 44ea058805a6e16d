"""A declared service: started, asked whether it is usable, started again when it ends."""

import os
import re
import signal
import socket
import subprocess

import activity
import journal
import probe
from keeper import HERE, PYTHON, kept
from limits import GRACE

NAMESPACE = os.path.join(HERE, "namespace.py")
PLACEHOLDER = re.compile(r"\{(socket|port|base|dir|home|name|secret|secret-file)\}")
RESTARTS = 3
FORGIVEN_AFTER = 600.0
PROBE_EVERY = {"ready": 5.0, "failed": 5.0, "idle": 5.0, "absent": 5.0}
# While it starts, a small part of the time that it has taken already, so that nobody waits long for being told.
SHORTEST, LONGEST, PART = 0.02, 0.5, 0.02
# Nobody else is in a service's own namespace.
PRIVATE_PORT = 8080
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
        self.title = service.title
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
        self._is_wanted = self._is_judged = not service.on_demand
        self._is_restarting = False
        self._lacks = False
        self._order = None

    def look(self, now):
        """Does what is due; to be called often, from the thread that is to start the service."""
        if now < self._next_look and self._is_running():
            return
        if self._process is None:
            self._start_if_due(now)
        elif self._process.poll() is not None:
            self._ended(now)
        elif not self._is_restarting:
            self._probe(now)
        self._next_look = now + self.pause(now)

    def pause(self, now):
        """Seconds until it is to be looked at again."""
        return PROBE_EVERY.get(self.state) or min(LONGEST, max(SHORTEST, PART * (now - self._since)))

    def order(self, verb):
        """From any thread: to start what does not run, or to restart."""
        self._order = verb

    def want(self):
        """Somebody opens it, or what comes after it."""
        self._is_wanted = self._is_wanted or self.state != "absent"

    def lack(self, name):
        """What has to be ready before does not run; when it does, this one is started."""
        if not self._is_running():
            self._lacks = True
            self._become("failed", name + " does not run")

    def is_wanted(self):
        return self._is_wanted

    def judge(self, missing, trouble):
        """What is known before anybody opens it."""
        self._is_judged = True
        if self._is_wanted:
            return
        if trouble:
            self._become("failed", trouble)
        elif missing:
            self._become("absent" if self._service.optional else "failed", missing + " is not here")
        else:
            self._become("idle", "")

    def is_judged(self):
        """Whether it is known if it can be opened."""
        return self._is_judged

    def needs(self):
        """What can be looked for before a start."""
        return [word for word in self._service.command[:1] + self._service.needs if "{" not in word]

    def after(self):
        """The names of those that have to be ready before."""
        return self._service.after

    def obey(self):
        """Does what was ordered, as far as it is for the service itself."""
        order, self._order = self._order, None
        if order is None or self.state == "absent":
            return
        self._is_wanted = True
        if not self._is_running():
            self._restarts = 0
            self._start_at = 0.0
            self._become("starting", "")
        elif order == "restart" and not self._is_restarting:
            self._is_restarting = True
            self._become("starting", "")
            self._process.terminate()

    def keeper(self):
        """The number of the process that keeps the service; None when there is none."""
        return self._process.pid if self._is_running() else None

    def kernels(self):
        """Those of a Jupyter server."""
        return activity.kernels(self.target, self._service.readiness, self._service.secret)

    def is_tried(self):
        """Whether it is known if it works: it is ready, does not answer, or is not started again."""
        if self.state == "failed":
            return self._is_running() or not self._is_wanted or self._lacks or self._restarts > RESTARTS
        return self.state != "starting"

    def was_abandoned(self):
        """Whether the keeper itself was killed, so that nobody looks after what the service had started."""
        return self._process is not None and self._process.poll() == -signal.SIGKILL

    def _is_running(self):
        return self._process is not None and self._process.poll() is None

    def _start_if_due(self, now):
        if not self._is_wanted or self._restarts > RESTARTS or now < self._start_at:
            return
        self._lacks = False
        self._become("starting", self.detail)
        self._since = now
        self._unanswered = 0
        try:
            self._process = self._start()
        except OSError as error:
            self._give_up_or_retry(now, "cannot be started: %s" % error)

    def _start(self):
        is_isolated = self._service.listen == "namespace"
        port = self._choose_port()
        self._folder = self._runtime.make_folder(self.name)
        values = Placeholders(self._service, self._folder, self._home, port)
        self._write_files(values)
        self.target = values["socket"] if self._service.listen in ("unix", "namespace") else port
        command = [values.fill(word) for word in self._service.command]
        environment = self._environment(values)
        command = self._place.enter(command, self._service.needs, self._folder, environment.get("PATH"))
        if is_isolated:
            command = PYTHON + [NAMESPACE, values["socket"], str(port)] + command
        with self._log.open() as output:
            return subprocess.Popen(
                kept(GRACE) + command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT,
                cwd=self._home if os.path.isdir(self._home) else "/", env=environment, start_new_session=True)

    def _choose_port(self):
        if self._service.listen == "loopback":
            return free_port()
        return PRIVATE_PORT if self._service.listen == "namespace" else None

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
        if self._is_restarting:
            self._is_restarting = False
            self._restarts = 0
            self._start_at = now
            return
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
        if self._service.listen == "loopback" and probe.is_exposed(self.target):
            self._end_exposed()
            return
        reason = self._ask()
        if not reason:
            self._unanswered = 0
            self._become("ready", "")
            return
        self._unanswered += 1
        if self.state == "starting" and now - self._since > self._service.start_limit:
            self._become("failed", "%s after %d seconds" % (reason, self._service.start_limit))
        elif self.state == "ready" and self._unanswered >= UNANSWERED:
            self._become("failed", reason)

    def _ask(self):
        """Why it is of no use now; empty when it is."""
        status = probe.status_of(self.target, self._service.readiness)
        if status in self._service.statuses:
            return ""
        return "no answer" if status is None else "answers with status %d" % status

    def _end_exposed(self):
        """It may be a moment too late, but such a service is no use to anybody."""
        self._restarts = RESTARTS
        self._process.terminate()
        self._process.wait()
        self._process = None
        self._give_up_or_retry(0, "listens on other addresses than 127.0.0.1")

    def _become(self, state, detail):
        if (state, detail) != (self.state, self.detail):
            journal.say("service %s is %s%s" % (self.name, state, ": " + detail if detail else ""))
        self.state = state
        self.detail = detail


def free_port(address="127.0.0.1"):
    """A port that nobody uses now; if somebody is faster, the service is started again."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as attempt:
        attempt.bind((address, 0))
        return attempt.getsockname()[1]
