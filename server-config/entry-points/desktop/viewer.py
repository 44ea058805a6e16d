"""What the browser gets: noVNC's files, and a WebSocket that leads to the VNC server."""

import asyncio
import mimetypes
import os

from requests import Server
from websocket import BINARY, WebSocket, accept, is_own_page

FILES = "/usr/share/novnc"
CHUNK = 64 * 1024
# Older tables of types do not know modules, which browsers then refuse.
mimetypes.add_type("text/javascript", ".js")


class Site(Server):
    """Answers requests below the base path."""

    def __init__(self, base, vnc):
        self._base = base
        self._vnc = vnc

    async def _answer(self, request, reader, writer):
        """True when the connection is good for another request."""
        path = request.path.split("?")[0]
        place = path[len(self._base):]
        if request.method != "GET" or not path.startswith(self._base + "/"):
            respond(writer, "404 Not Found")
            return False
        if place == "/socket":
            await self._show(request, reader, writer)
            return False
        if place == "/ready":
            respond(writer, "200 OK" if os.path.exists(self._vnc) else "503 Service Unavailable")
        elif place == "/":
            respond(writer, "302 Found", "Location: %s/vnc.html?autoconnect=true&resize=remote&reconnect=true&path=%s/socket\r\n" % (
                self._base, self._base[1:]))
        else:
            send_file(writer, os.path.normpath(FILES + place))
        return True

    async def _show(self, request, reader, writer):
        if not is_own_page(request.headers):
            respond(writer, "403 Forbidden")
            return
        vnc_reader, vnc_writer = await asyncio.open_unix_connection(self._vnc)
        accept(writer, request.headers)
        socket = WebSocket(reader, writer)
        tasks = [asyncio.ensure_future(work) for work in (
            carry_out(vnc_reader, socket), carry_in(socket, vnc_writer), socket.keep_awake())]
        try:
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            vnc_writer.close()


async def carry_out(reader, socket):
    data = await reader.read(CHUNK)
    while data:
        socket.send(BINARY, data)
        await socket.drain()
        data = await reader.read(CHUNK)


async def carry_in(socket, writer):
    message = await socket.receive()
    while message is not None:
        writer.write(message[1])
        await writer.drain()
        message = await socket.receive()


def respond(writer, status, headers="", content=b""):
    writer.write(("HTTP/1.1 %s\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n%sContent-Length: %d\r\n\r\n" % (
        status, headers, len(content))).encode() + content)


def send_file(writer, path):
    if not path.startswith(FILES + "/") or not os.path.isfile(path):
        respond(writer, "404 Not Found")
        return
    with open(path, "rb") as file:
        content = file.read()
    kind = mimetypes.guess_type(path)[0] or "application/octet-stream"
    respond(writer, "200 OK", "Content-Type: %s\r\nCache-Control: max-age=3600\r\n" % kind, content)
