"""The server's side of WebSocket, RFC 6455, without extensions."""

import asyncio
import base64
import hashlib
import struct

TEXT, BINARY, CLOSE, PING, PONG = 1, 2, 8, 9, 10
CONTINUATION = 0
LAST = 0x80
MASKED = 0x80
LARGEST = 1 << 20
GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
PING_EVERY = 30.0


class Broken(Exception):
    """The browser does not keep to the protocol."""


def is_own_page(headers):
    """Whether a WebSocket is asked for, by a page of the same origin."""
    origin = headers.get("origin", "").split("://")[-1]
    return headers.get("upgrade", "").lower() == "websocket" and origin == headers.get("host")


def accept(writer, headers):
    key = hashlib.sha1(headers.get("sec-websocket-key", "").encode("ascii", "replace") + GUID).digest()
    writer.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                  "Sec-WebSocket-Accept: %s\r\n\r\n" % base64.b64encode(key).decode()).encode())


class WebSocket:
    """One accepted connection."""

    def __init__(self, reader, writer):
        self._reader = reader
        self._writer = writer

    def send(self, kind, content):
        length = len(content)
        if length < 126:
            head = struct.pack("!BB", LAST | kind, length)
        elif length < 1 << 16:
            head = struct.pack("!BBH", LAST | kind, 126, length)
        else:
            head = struct.pack("!BBQ", LAST | kind, 127, length)
        self._writer.write(head + content)

    async def drain(self):
        await self._writer.drain()

    def close(self):
        self._writer.close()

    async def receive(self):
        """The next message as (kind, content); None when the browser has said good-bye."""
        message, kind = b"", None
        while True:
            first, content = await self._frame()
            code = first & 0x0F
            if code == CLOSE:
                self.send(CLOSE, content[:2])
                return None
            if code == PING:
                self.send(PONG, content)
            if code >= CLOSE:
                continue
            kind = kind if code == CONTINUATION else code
            message += content
            if len(message) > LARGEST or kind is None:
                raise Broken()
            if first & LAST:
                return kind, message

    async def _frame(self):
        first, second = await self._reader.readexactly(2)
        length = second & 0x7F
        if length >= 126:
            length = int.from_bytes(await self._reader.readexactly(2 if length == 126 else 8), "big")
        if length > LARGEST or not second & MASKED:
            raise Broken()
        mask = await self._reader.readexactly(4)
        return first, unmask(await self._reader.readexactly(length), mask)

    async def keep_awake(self):
        """Proxies close what is silent for long."""
        while True:
            await asyncio.sleep(PING_EVERY)
            self.send(PING, b"")


def unmask(content, mask):
    """One operation on two long numbers is much faster than one on each byte."""
    length = len(content)
    repeated = (mask * (length // 4 + 1))[:length]
    return (int.from_bytes(content, "big") ^ int.from_bytes(repeated, "big")).to_bytes(length, "big")
