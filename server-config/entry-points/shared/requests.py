"""HTTP requests as the little web servers of the entry points read them."""

import asyncio
from typing import Dict, NamedTuple

from websocket import Broken

LONGEST_HEAD = 64 * 1024

Request = NamedTuple("Request", [("method", str), ("path", str), ("headers", Dict[str, str])])


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


class Server:
    """Has _answer(request, reader, writer), a coroutine that says whether the connection is good for another request."""

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
