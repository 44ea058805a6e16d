"""The web terminal by itself, where not every shell can be started."""

import os
import socket
import subprocess
import sys
import tempfile
import unittest

from support import DECLARATIONS, children, until
from websocket import WebSocket

HOST = "portal.example.org"
BASE = "/entry/job/terminal"
FAILING_ONCE = """
import errno, os, pty, runpy, sys

def failing(function):
    def fail_once(*arguments):
        setattr({module}, "{function}", function)
        raise OSError(errno.EAGAIN, "no room for it")
    return fail_once

{module}.{function} = failing({module}.{function})
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


class TerminalTest(unittest.TestCase):
    def start(self, failing):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.path = os.path.join(folder.name, "socket")
        module, function = failing.split(".")
        self.process = subprocess.Popen(
            [sys.executable, "-B", "-c", FAILING_ONCE.format(module=module, function=function), str(DECLARATIONS / "terminal"),
             self.path, BASE], env=dict(os.environ, SHELL="/bin/sh", HOME=folder.name))
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)
        until(lambda: os.path.exists(self.path), "the terminal's socket")

    def open(self, number):
        connection = socket.socket(socket.AF_UNIX)
        self.addCleanup(connection.close)
        connection.connect(self.path)
        connection.settimeout(20)
        return WebSocket(connection, "%s/%d/socket" % (BASE, number), {"Host": HOST, "Origin": "https://" + HOST})

    def texts(self, viewer, last):
        """Those up to that one; what the shell writes is passed over."""
        said = []
        while not said or last not in said[-1]:
            message = viewer.receive()
            said += [message] if isinstance(message, str) else []
        return said

    def check_that_the_next_one_works(self):
        viewer = self.open(1)
        self.assertEqual(self.texts(viewer, "replayed"), ['{"event": "replayed"}'])
        viewer.send_bytes(b"exit\r")
        self.texts(viewer, "ended")

    def test_says_why_there_is_no_shell_and_starts_it_later(self):
        self.start("pty.fork")
        self.assertEqual(self.texts(self.open(1), "failed"), ['{"reason": "no room for it", "event": "failed"}'])
        self.check_that_the_next_one_works()

    def test_leaves_no_process_of_a_shell_that_is_of_no_use(self):
        self.start("os.dup")
        self.assertIn("no room for it", self.texts(self.open(1), "failed")[0])
        self.assertEqual(children(self.process.pid), [])
        self.check_that_the_next_one_works()

    def test_hears_of_the_end_of_shells_after_one_that_failed(self):
        self.start("pty.fork")
        self.texts(self.open(2), "failed")
        self.check_that_the_next_one_works()


if __name__ == "__main__":
    unittest.main()
