"""The job's own ssh between its nodes: an sshd where services run, and files by which the nodes know each other.

A node has one key, which never leaves it: by its public half the others know the node, and let in who comes from there.
"""

import os
import re
import time

import journal
import probe
from answer import BadAnswer, Service, read_nodes
from samples import EVERY
from service import RESTARTS, RunningService, free_port
from variables import SSH_FOLDER

NAME = "sshd"
START_LIMIT = 60
# Until all nodes are known, but not for ever: one may have no sshd.
HURRY = 2.0
HURRY_LIMIT = 120.0
# What stands in the configuration files as it is.
PLAIN = re.compile(r"[A-Za-z0-9/._-]+\Z")
USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@-]*\Z")

SERVER = """\
ListenAddress %(address)s
Port {port}
HostKey %(folder)s/id
AuthorizedKeysFile %(folder)s/authorized_keys
AllowUsers %(user)s
AuthenticationMethods publickey
PubkeyAuthentication yes
PasswordAuthentication no
ChallengeResponseAuthentication no
UsePAM no
PermitRootLogin no
PermitUserEnvironment no
PermitUserRC no
X11Forwarding no
AllowAgentForwarding no
PermitTunnel no
StrictModes no
PidFile none
PrintMotd no
PrintLastLog no
LoginGraceTime 30
MaxStartups 200
Subsystem sftp carme-sftp
ForceCommand /bin/sh %(shell)s/lib/session %(folder)s
"""

CLIENT = """\
Host %(names)s
  User %(user)s
  IdentityFile %(folder)s/id
  IdentitiesOnly yes
  IdentityAgent none
  UserKnownHostsFile %(folder)s/known_hosts
  GlobalKnownHostsFile /dev/null
  StrictHostKeyChecking yes
  UpdateHostKeys no
  PreferredAuthentications publickey
  ForwardAgent no
  ForwardX11 no
  ProxyCommand none
  ControlMaster no
  ControlPath none
  CanonicalizeHostname no
  ConnectTimeout 10
  LogLevel ERROR
Host *
  Include ~/.ssh/config
  Include /etc/ssh/ssh_config
"""


class Sshd(RunningService):
    """Looked for in the kernel's table: a connection for each look would fill its log."""

    def __init__(self, service, address, *more):
        super().__init__(service, *more)
        self._address = address

    def _choose_port(self):
        return free_port(self._address)

    def _ask(self):
        return "" if probe.is_own(self._address, self.target) else "no answer"

    def _ended(self, now):
        """What is missing will be missing the next time, too."""
        if os.path.exists(os.path.join(self._folder, "missing")):
            self._restarts = RESTARTS
        super()._ended(now)


class Ssh:
    """Part of the reports: it hurries them while nodes are missing."""

    def __init__(self, assignment, runtime, home, place, log, count):
        """count: of the job's nodes."""
        self._folder = runtime.make_folder(SSH_FOLDER)
        self._user = os.environ.get("USER", "")
        self._count = count
        self._nodes = []
        self._ready_at = None
        self._is_given_up = False
        shell = place.environment["CARME_SHELL_DIR"]
        self._sshd = Sshd(
            self._service(assignment.address, shell), assignment.address, runtime, home, place, log)
        self._is_possible = bool(PLAIN.match(self._folder + shell) and USER.match(self._user))
        if not self._is_possible:
            journal.say("no ssh between nodes: %s, %s or the name %s has unusual characters" % (self._folder, shell, self._user))

    def _service(self, address, shell):
        # A pattern with @ would name a host as well.
        values = {"address": address, "folder": self._folder, "shell": shell, "user": self._user.replace("@", "?")}
        return Service(
            name=NAME, command=["/bin/sh", shell + "/lib/sshd", self._folder, "{dir}"], environment={},
            files={"sshd_config": SERVER % values}, listen="address", readiness="", statuses=[], needs=[], secret="",
            base="", start_limit=START_LIMIT, on_demand=False, optional=False, after=[], title=NAME)

    def look(self):
        """Does what is due; to be called often, from the thread that starts services."""
        if not self._is_possible:
            return
        self._sshd.look(time.monotonic())
        if self._sshd.state == "ready":
            self._ready_at = self._ready_at or time.monotonic()
        if self._sshd.state == "failed" and self._sshd.is_tried() and not self.keeper() and not self._is_given_up:
            self._is_given_up = True
            journal.say("there is no ssh to this node: carme_ssh and carme_mpirun take srun instead")

    def is_settled(self):
        return not self._is_possible or self._sshd.state != "starting"

    def keeper(self):
        """The number of the process that keeps the sshd; None when there is none."""
        return self._sshd.keeper()

    def was_abandoned(self):
        return self._sshd.was_abandoned()

    def news(self):
        """How this node is reached; None while it is not."""
        if self._sshd.state != "ready":
            return None
        with open(os.path.join(self._folder, "id.pub")) as file:
            return {"port": self._sshd.target, "key": " ".join(file.read().split()[:2])}

    def hear(self, answer):
        """The portal's word, in the reporter's thread."""
        try:
            nodes = read_nodes(answer)
        except BadAnswer as error:
            journal.say("the portal says of the job's nodes what makes no sense: %s" % error)
            return
        if nodes and nodes != self._nodes:
            try:
                self._write_files(nodes)
                self._nodes = nodes
            except OSError as error:
                journal.say("the job's nodes cannot be noted: %s" % error)

    def _write_files(self, nodes):
        """What lets others in comes first."""
        lines = ["Host %s %s\n  HostName %s\n  Port %d\n  HostKeyAlias %s\n" % (
            node.name, node.address, node.address, node.port, node.name) for node in nodes]
        names = " ".join("%s %s" % (node.name, node.address) for node in nodes)
        common = CLIENT % {"names": names, "user": self._user, "folder": self._folder}
        for name, text in (
                ("authorized_keys", "".join(node.key + "\n" for node in nodes)),
                ("known_hosts", "".join("%s %s\n" % (node.name, node.key) for node in nodes)),
                ("config", "".join(lines) + common)):
            self._write(os.path.join(self._folder, name), text)

    @staticmethod
    def _write(path, text):
        """Whole or not at all, so that nobody reads half of it."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW
        with open(os.open(path + ".new", flags, 0o600), "w") as file:
            file.write(text)
        os.rename(path + ".new", path)

    def add_to(self, report, now):
        pass

    def arrived(self, report):
        pass

    def pause(self):
        is_new = self._ready_at is not None and time.monotonic() - self._ready_at < HURRY_LIMIT
        return HURRY if is_new and len(self._nodes) < self._count else EVERY
