"""Carries a request to the server that its path names, and the answer back."""

import asyncio
import os
import re

import page
from listeners import is_own, ports, sockets
from requests import LONGEST_HEAD, read_request

NAME = re.compile(r"/([A-Za-z0-9][A-Za-z0-9_.-]{0,63})")
PLACE = re.compile(NAME.pattern + r"(/[^\s]*)\Z")
DROPPED = ("connection", "keep-alive", "x-forwarded-prefix")
CHUNK = 64 * 1024
ANSWER_LIMIT = 300.0


class NotThere(Exception):
    """Nobody of the user's own listens there."""


class Site:
    """One request per connection: what a server means by the rest of it, it may say until it has said all."""

    def __init__(self, folder):
        self._folder = folder

    async def serve(self, reader, writer):
        try:
            request = await read_request(reader)
            if request is not None:
                await self._answer(request, reader, writer)
        except (OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()

    async def _answer(self, request, reader, writer):
        path, query = (request.path.split("?", 1) + [""])[:2]
        if path in ("", "/"):
            page.overview(writer, self._folder, ports(), sockets(self._folder))
            return
        if path == "/ready":
            page.respond(writer, "200 OK")
            return
        place = PLACE.match(path)
        if not place and not NAME.fullmatch(path):
            page.respond(writer, "404 Not Found")
            return
        if not place:
            # Without the slash, relative links on the server's first page would miss it.
            page.respond(writer, "302 Found", "Location: %s/%s\r\n" % (path, "?" + query if query else ""))
            return
        name, rest = place.groups()
        try:
            inner_reader, inner_writer = await self._open(name)
        except (NotThere, OSError):
            page.missing(writer, name, request.headers.get("x-forwarded-prefix", ""), self._folder)
            return
        inner_writer.write(head(request, name, rest + ("?" + query if query else "")))
        back = asyncio.ensure_future(carry_answer(inner_reader, writer, name))
        forth = asyncio.ensure_future(carry(reader, inner_writer))
        try:
            await back
        finally:
            forth.cancel()
            await asyncio.gather(forth, return_exceptions=True)
            inner_writer.close()

    async def _open(self, name):
        if not name.isdigit():
            return await asyncio.open_unix_connection(os.path.join(self._folder, name), limit=LONGEST_HEAD)
        port = int(name)
        if not is_own(port):
            raise NotThere()
        try:
            return await asyncio.open_connection("127.0.0.1", port, limit=LONGEST_HEAD)
        except OSError:
            return await asyncio.open_connection("::1", port, limit=LONGEST_HEAD)


def head(request, name, path):
    """As the server gets it: it says good-bye after its answer, unless that is a WebSocket."""
    upgrade = request.headers.get("upgrade")
    lines = ["%s %s HTTP/1.1" % (request.method, path)]
    lines += ["%s: %s" % pair for pair in request.headers.items() if pair[0] not in DROPPED]
    lines += ["connection: %s" % ("upgrade" if upgrade else "close")]
    lines += ["x-forwarded-prefix: %s/%s" % (request.headers.get("x-forwarded-prefix", ""), name)]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


async def carry_answer(reader, writer, name):
    """Redirections stay below the name; where they lead to another host, they are left as they are."""
    answer = (await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), ANSWER_LIMIT)).decode("latin-1")
    first, *lines = answer.rstrip("\r\n").split("\r\n")
    kept = [first]
    switching = " 101 " in first
    for line in lines:
        key, _, value = line.partition(":")
        value = value.strip()
        if key.lower() == "location" and value.startswith("/") and not value.startswith("//"):
            value = "/%s%s" % (name, value)
        if key.lower() != "connection" or switching:
            kept.append("%s: %s" % (key, value))
    if not switching:
        kept.append("connection: close")
    writer.write(("\r\n".join(kept) + "\r\n\r\n").encode("latin-1"))
    await carry(reader, writer)


async def carry(reader, writer):
    data = await reader.read(CHUNK)
    while data:
        writer.write(data)
        await writer.drain()
        data = await reader.read(CHUNK)
