"""What Carme has Jupyter do, without a server where Debian has none."""

import os
import pty
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from support import AGENT, DECLARATIONS

TYPED = b"type -t carme_timeleft; complete -p carme_extend; echo as $SHELL in $PWD on $TERM; exit\n"


class Settings:
    """Jupyter's c: it takes whatever is set, and has every section."""

    def __getattr__(self, name):
        self.__dict__[name] = Settings()
        return self.__dict__[name]


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

    def test_terminals_begin_as_the_web_terminal_does(self):
        said = self.say(self.settings().ServerApp.terminado_settings["shell_command"], TYPED)
        self.assertIn("\rfile\r\n", said)
        self.assertRegex(said, r"\r\ncomplete -F \S+ carme_extend\r\n")
        self.assertIn("\r\nas /bin/bash in %s on xterm-256color\r\n" % self.home, said)


if __name__ == "__main__":
    unittest.main()
