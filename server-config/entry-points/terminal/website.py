"""What the browser gets: the page, its files, and for each shell a WebSocket."""

import asyncio
import json
import mimetypes
import os
import re
from typing import Dict, NamedTuple

from shell import TooMany
from websocket import BINARY, TEXT, Broken, WebSocket, accept_key

PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "page")
FILES = ("terminal.css", "terminal.js", "xterm.css", "xterm.js", "addon-fit.js")
LONGEST_HEAD = 64 * 1024
POLICY = ("default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; "
          "frame-ancestors 'self'; base-uri 'none'; form-action 'none'")
HEADERS = "Content-Security-Policy: %s\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n" % POLICY
SHELL = re.compile(r"/([1-9][0-9]?)(/socket)?\Z")

Request = NamedTuple("Request", [("method", str), ("path", str), ("headers", Dict[str, str])])


class Site:
    """Answers requests below the base path."""

    def __init__(self, base, shells):
        self._base = base
        self._shells = shells

    async def serve(self, reader, writer):
        """One connection, from its first request to its end."""
        try:
            request = await read_request(reader)
            while request is not None and await self._answer(request, reader, writer):
                await writer.drain()
                request = await read_request(reader)
        except (OSError, Broken, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()

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
        headers = request.headers
        origin = headers.get("origin", "").split("://")[-1]
        if headers.get("upgrade", "").lower() != "websocket" or origin != headers.get("host"):
            respond(writer, "403 Forbidden")
            return
        try:
            shell = await self._shells.find(number)
        except TooMany:
            respond(writer, "503 Service Unavailable")
            return
        writer.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                      "Sec-WebSocket-Accept: %s\r\n\r\n" % accept_key(headers.get("sec-websocket-key", ""))).encode())
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
        self._socket.send(TEXT, json.dumps({"event": event}).encode())

    async def _hear(self, kind, content):
        if kind == BINARY:
            await self._shell.type(content)
            return
        wish = json.loads(content.decode())
        if isinstance(wish, dict) and "columns" in wish:
            self._shell.resize(wish["columns"], wish.get("rows"))
        if isinstance(wish, dict) and wish.get("redraw") is True:
            self._shell.redraw()


async def read_request(reader):
    """None when there is no further one."""
    try:
        head = await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return None
    first, *lines = head.decode("latin-1").rstrip().split("\r\n")
    method, path, _ = first.split(" ")
    pairs = (line.partition(":") for line in lines)
    return Request(method, path, {name.strip().lower(): value.strip() for name, _, value in pairs})


def respond(writer, status, headers="", content=b""):
    head = "HTTP/1.1 %s\r\n%s%sContent-Length: %d\r\n\r\n" % (status, HEADERS, headers, len(content))
    writer.write(head.encode() + content)


def send_file(writer, name, caching):
    with open(os.path.join(PAGE, name), "rb") as file:
        content = file.read()
    kind = mimetypes.guess_type(name)[0]
    respond(writer, "200 OK", "Content-Type: %s; charset=utf-8\r\nCache-Control: %s\r\n" % (kind, caching), content)
