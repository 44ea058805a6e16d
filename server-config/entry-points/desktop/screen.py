"""The X server with a VNC socket, and what runs on it."""

import os
import struct
import subprocess
import sys
import time

SIZE = "1280x800"
FAMILY_WILD = 0xFFFF
COOKIE = b"MIT-MAGIC-COOKIE-1"
AT_LEAST = 2.0
# What people have for other VNC servers counts here, too.
SESSION = """
[ ! -x "$HOME/.vnc/xstartup" ] || exec "$HOME/.vnc/xstartup"
! command -v xsetroot >/dev/null || xsetroot -solid '#33576b'
! command -v xterm >/dev/null || xterm -geometry 100x30+60+60 &
exec openbox
"""


class Screen:
    """Ends with its X server; a session that ends begins anew."""

    def __init__(self, folder):
        self.socket = os.path.join(folder, "vnc")
        self._cookies = os.path.join(folder, "cookies")
        self._server = None
        self._session = None
        self._display = ""
        self._began = 0.0

    def start(self):
        self._write_cookie()
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            ["Xtigervnc", "-displayfd", str(writing), "-rfbunixpath", self.socket, "-rfbport", "-1",
             "-SecurityTypes", "None", "-auth", self._cookies, "-nolisten", "tcp", "-geometry", SIZE, "-depth", "24",
             "-AlwaysShared", "-desktop", os.environ.get("CARME_JOB_ID", "Carme")],
            pass_fds=[writing], stdin=subprocess.DEVNULL)
        os.close(writing)
        with open(reading) as file:
            self._display = ":" + file.readline().strip()
        if self._display == ":":
            sys.exit("the X server has not started")
        self._start_session()

    def look(self):
        """Some child has ended."""
        if self._server.poll() is not None:
            sys.exit("the X server has ended")
        if self._session.poll() is not None:
            if time.monotonic() - self._began < AT_LEAST:
                sys.exit("the session ends at once")
            self._start_session()

    def _start_session(self):
        self._began = time.monotonic()
        self._session = subprocess.Popen(
            ["sh", "-c", SESSION], stdin=subprocess.DEVNULL,
            env=dict(os.environ, DISPLAY=self._display, XAUTHORITY=self._cookies))

    def _write_cookie(self):
        words = (b"", b"", COOKIE, os.urandom(16))
        content = struct.pack("!H", FAMILY_WILD) + b"".join(struct.pack("!H", len(word)) + word for word in words)
        with open(os.open(self._cookies, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
