"""Runs commands in the copy as if by root: in a user namespace of Bubblewrap's, without any right that the user has not."""

import os
import re
import resource
import select
import shutil
import signal
import subprocess

import emulation
from progress import Failure

ENVIRONMENT = "/.carme/environment.sh"
ENTER = '[ ! -r %s ] || . %s; exec "$@"' % (ENVIRONMENT, ENVIRONMENT)
OF_THE_NODE = ("http_proxy", "https_proxy", "no_proxy", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY")
COVERED = ("/etc/hosts", "/etc/resolv.conf")
CHILD = re.compile(rb'"child-pid"\s*:\s*(\d+)')
LOOK_EVERY = 0.2
PIECE = 1 << 16
# Of a step that has ended, everything is killed at once; only what hangs in the kernel is still there later.
END_LIMIT = 20.0


class Inside:
    """The copy, and what commands in it may take."""

    def __init__(self, root, space, output, processes):
        self._root = root
        self._space = space
        self._output = output
        self._processes = processes
        self._bwrap = shutil.which("bwrap")

    def run(self, command, temporary, variables):
        """With the folder `temporary` at /tmp; Failure when it does not end well."""
        if self._bwrap is None:
            raise Failure("bwrap, which builds need, is not on this node")
        self._output.begin()
        largest = self._space.remaining()
        with Pipe() as said, Pipe() as told, Pipe() as go, Pipe() as rules:
            rules.send(emulation.program())
            passed = [told.writing, go.reading, rules.reading]
            words = self._words(temporary, *passed) + ["/bin/sh", "-c", ENTER, "carme"] + command
            with subprocess.Popen(
                    words, stdin=subprocess.DEVNULL, stdout=said.writing, stderr=subprocess.STDOUT, cwd="/",
                    env=self._environment(variables), pass_fds=passed) as process:
                try:
                    for pipe in (said, told):
                        pipe.close_writing()
                    child = first_process(told.reading)
                    if child:
                        self._limit(child, largest)
                        go.send(b".")
                    self._follow(process, said.reading)
                except Failure as problem:
                    raise Failure(str(problem), self._output.last_lines())
                finally:
                    process.kill()
                    self._listen_to_all(said.reading)
        self._judge(child is not None, process.returncode)

    def _judge(self, was_inside, code):
        lines = self._output.last_lines()
        if not was_inside:
            raise Failure("the copy cannot be entered: %s" % " ".join(lines[-1:]))
        if code:
            try:
                self._space.remaining()
            except Failure as reason:
                raise Failure(str(reason), lines)
            raise Failure(ending(code), lines)

    def _words(self, temporary, told, go, rules):
        """Everything that the command starts ends with its process namespace, and that with this process."""
        words = [
            self._bwrap, "--unshare-user", "--uid", "0", "--gid", "0", "--unshare-pid", "--unshare-ipc", "--die-with-parent",
            "--new-session", "--cap-add", "CAP_DAC_OVERRIDE", "--cap-add", "CAP_FOWNER", "--bind", self._root, "/",
            "--dev", "/dev", "--proc", "/proc", "--bind", temporary, "/tmp", "--chdir", "/",
            "--info-fd", str(told), "--block-fd", str(go)]
        for path in COVERED:
            if os.path.isfile(path) and is_plain_file(self._root + path):
                words += ["--ro-bind", os.path.realpath(path), path]
        return words + (["--seccomp", str(rules)] if emulation.program() else []) + ["--"]

    def _environment(self, variables):
        plain = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "HOME": "/root", "USER": "root",
            "LOGNAME": "root", "SHELL": "/bin/sh", "LANG": "C.UTF-8"}
        proxies = {name: os.environ[name] for name in OF_THE_NODE if name in os.environ}
        return dict(plain, **proxies, **variables)

    def _limit(self, child, largest):
        others = 0 if counts_by_namespace(os.uname().release) else threads_of(os.getuid())
        limits = {
            resource.RLIMIT_FSIZE: largest, resource.RLIMIT_CORE: 0, resource.RLIMIT_NPROC: self._processes + others}
        for kind, most in limits.items():
            allowed = resource.getrlimit(kind)[1]
            lower = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
            resource.prlimit(child, kind, (lower, lower))

    def _follow(self, process, reading):
        """Until it has ended; what it has started is killed with it."""
        listened = [reading]
        while process.poll() is None:
            if select.select(listened, [], [], LOOK_EVERY)[0] and not self._listen(reading):
                listened = []
            self._space.watch()

    def _listen(self, reading):
        data = os.read(reading, PIECE)
        self._output.take(data)
        return data

    def _listen_to_all(self, reading):
        """Until nobody is left who could say something: then nobody is left who could write to the copy."""
        while select.select([reading], [], [], END_LIMIT)[0] and self._listen(reading):
            pass


class Pipe:
    """Two ends, closed at the end of `with` at the latest."""

    def __enter__(self):
        self.reading, self.writing = os.pipe()
        self._open = {self.reading, self.writing}
        return self

    def __exit__(self, *_):
        for end in self._open:
            os.close(end)

    def close_writing(self):
        self._open.remove(self.writing)
        os.close(self.writing)

    def send(self, data):
        """Few bytes, and the end."""
        os.write(self.writing, data)
        self.close_writing()


def first_process(reading):
    """The number that Bubblewrap says; None when it could not start."""
    said = b""
    while True:
        found = CHILD.search(said)
        if found:
            return int(found.group(1))
        data = os.read(reading, PIECE)
        if not data:
            return None
        said += data


def counts_by_namespace(release):
    """Before Linux 5.14, the limit of processes was over all that the user has on the node."""
    return tuple(int(number) for number in re.findall(r"\d+", release)[:2]) >= (5, 14)


def threads_of(user):
    total = 0
    for name in os.listdir("/proc"):
        try:
            if name.isdigit() and os.stat("/proc/" + name).st_uid == user:
                total += len(os.listdir("/proc/%s/task" % name))
        except OSError:
            continue
    return total


def is_plain_file(path):
    return os.path.isfile(path) and not os.path.islink(path)


def ending(code):
    """Bubblewrap tells a signal as shells do."""
    number = code - 128 if code > 128 else -code
    if number == signal.SIGXFSZ:
        return "a file gets larger than what is left for the image"
    return "ended by signal %d" % number if number > 0 else "ended with exit code %d" % code
