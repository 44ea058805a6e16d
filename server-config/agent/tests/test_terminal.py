"""The web terminal by itself, where not every shell can be started."""

import json
import os
import shutil
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

# A browser that knows no more than the page's script asks for, and what is said to it; it types a line in the end.
BROWSER = """
const fs = require('fs'), vm = require('vm'), notice = {}, sockets = [];
const [, script, language, message] = process.argv;
let typed;
class Terminal {
  constructor() {
    for (const name of ['loadAddon', 'open', 'onBinary', 'onResize', 'onTitleChange', 'focus', 'reset', 'write']) {
      this[name] = () => {};
    }
  }
  onData(type) { typed = type; }
}
class WebSocket {
  constructor() { this.heard = {}; sockets.push(this); }
  addEventListener(name, hear) { this.heard[name] = hear; }
  send() {}
}
vm.runInNewContext(fs.readFileSync(script, 'utf8'), {
  Terminal, WebSocket, URL, TextEncoder, FitAddon: {FitAddon: class { fit() {} }}, navigator: {language},
  ResizeObserver: class { observe() {} }, location: {pathname: '/1', href: 'https://localhost/1'}, setTimeout() {},
  document: {documentElement: {}, getElementById: id => id === 'notice' ? notice : {setAttribute() {}}}
});
sockets[0].heard.open();
sockets[0].heard.message({data: message});
sockets[0].heard.close();
typed('\\r');
console.log(JSON.stringify({said: notice.textContent, sockets: sockets.length}));
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

    def test_says_that_there_are_as_many_as_there_can_be_until_one_is_closed(self):
        self.start("os.dup")
        self.texts(self.open(99), "failed")
        shells = [self.open(number) for number in range(1, 21)]
        for shell in shells:
            self.texts(shell, "replayed")
        refused = [json.loads(text) for text in self.texts(self.open(21), "full")]
        self.assertEqual(refused, [{"event": "full", "most": 20}])
        shells[3].send_bytes(b"exit\r")
        self.texts(shells[3], "ended")
        self.assertEqual(self.texts(self.open(21), "replayed"), ['{"event": "replayed"}'])


@unittest.skipIf(shutil.which("node") is None, "no node")
class PageTest(unittest.TestCase):
    def shown(self, language, **message):
        words = ["node", "-e", BROWSER, str(DECLARATIONS / "terminal/page/terminal.js"), language, json.dumps(message)]
        return json.loads(subprocess.run(words, check=True, timeout=60, stdout=subprocess.PIPE).stdout.decode())

    def test_says_what_to_do_when_there_is_no_further_terminal(self):
        self.assertEqual(self.shown("en-GB", event="full", most=20), {"sockets": 2, "said": (
            "This job has 20 terminals, and can have no more. Close one with exit, then press Enter here.")})
        self.assertEqual(self.shown("de", event="full", most=20), {"sockets": 2, "said": (
            "Dieser Job hat 20 Terminals, mehr gehen nicht. Schließen Sie eines mit exit und drücken dann hier die Eingabetaste.")})

    def test_tries_again_by_itself_where_nothing_was_said(self):
        self.assertEqual(self.shown("en", event="replayed")["said"], "Connection lost. Trying again …")


if __name__ == "__main__":
    unittest.main()
