"""What the browser gets: the page, its files, and for each shell a WebSocket."""

import asyncio
import json
import mimetypes
import os
import re

from requests import Server
from shell import MOST, NoShell, TooMany
from websocket import BINARY, CLOSE, TEXT, WebSocket, accept, is_own_page

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page")
FILES = ("terminal.css", "terminal.js", "xterm.css", "xterm.js", "addon-fit.js")
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
          "frame-ancestors 'self'; base-uri 'none'; form-action 'none'")
HEADERS = "Content-Security-Policy: %s\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n" % POLICY
SHELL = re.compile(r"/([1-9][0-9]?)(/socket)?\Z")


class Site(Server):
    """Answers requests below the base path."""

    def __init__(self, base, shells):
        self._base = base
        self._shells = shells

    async def _answer(self, request, reader, writer):
        """True when the connection is good for another request."""
        path = request.path.split("?")[0]
        if request.method != "GET" or not path.startswith(self._base):
            respond(writer, "404 Not Found")
            return False
        place = path[len(self._base):]
        shell = SHELL.match(place)
        if shell and shell.group(2):
            await self._open_shell(int(shell.group(1)), request, reader, writer)
            return False
        if shell:
            send_file(writer, "index.html", "no-cache")
        elif place in ("", "/", "/new"):
            number = self._shells.free_number() if place == "/new" else 1
            respond(writer, "302 Found", "Location: %s/%d\r\n" % (self._base, number))
        elif place.startswith("/page/") and place[6:] in FILES:
            send_file(writer, place[6:], "max-age=3600")
        elif place == "/ready":
            respond(writer, "200 OK")
        else:
            respond(writer, "404 Not Found")
        return True

    async def _open_shell(self, number, request, reader, writer):
        if not is_own_page(request.headers):
            respond(writer, "403 Forbidden")
            return
        try:
            shell = await self._shells.find(number)
        except TooMany:
            await refuse(request, reader, writer, "full", most=MOST)
            return
        except NoShell as failure:
            await refuse(request, reader, writer, "failed", reason=str(failure))
            return
        accept(writer, request.headers)
        await Viewer(shell, WebSocket(reader, writer)).look()


class Viewer:
    """A browser that looks at a shell: bytes are what is typed and shown, texts are about the terminal."""

    def __init__(self, shell, socket):
        self._shell = shell
        self._socket = socket

    async def look(self):
        self._socket.send(BINARY, self._shell.attach(self))
        self._say("replayed")
        awake = asyncio.ensure_future(self._socket.keep_awake())
        try:
            message = await self._socket.receive()
            while message is not None:
                await self._hear(*message)
                message = await self._socket.receive()
        finally:
            awake.cancel()
            self._shell.detach(self)

    async def show(self, data):
        self._socket.send(BINARY, data)
        await self._socket.drain()

    def end(self):
        self._socket.close()

    def shell_ended(self):
        self._say("ended")
        self._socket.close()

    def _say(self, event):
        say(self._socket, event)

    async def _hear(self, kind, content):
        if kind == BINARY:
            await self._shell.type(content)
            return
        wish = json.loads(content.decode())
        if isinstance(wish, dict) and "columns" in wish:
            self._shell.resize(wish["columns"], wish.get("rows"))
        if isinstance(wish, dict) and wish.get("redraw") is True:
            self._shell.redraw()


def say(socket, event, **more):
    socket.send(TEXT, json.dumps(dict(more, event=event)).encode())


async def refuse(request, reader, writer, event, **why):
    """Pages do not get to see why a WebSocket is refused; one that is accepted can tell."""
    accept(writer, request.headers)
    socket = WebSocket(reader, writer)
    say(socket, event, **why)
    socket.send(CLOSE, b"")
    while await socket.receive() is not None:
        pass


def respond(writer, status, headers="", content=b""):
    head = "HTTP/1.1 %s\r\n%s%sContent-Length: %d\r\n\r\n" % (status, HEADERS, headers, len(content))
    writer.write(head.encode() + content)


def send_file(writer, name, caching):
    with open(os.path.join(PAGE, name), "rb") as file:
        content = file.read()
    kind = mimetypes.guess_type(name)[0]
    respond(writer, "200 OK", "Content-Type: %s; charset=utf-8\r\nCache-Control: %s\r\n" % (kind, caching), content)
