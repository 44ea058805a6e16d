"""Just enough of a WebSocket client to talk to a notebook server."""

import base64
import json
import os
import struct

TEXT = 1
BINARY = 2


class WebSocket:
    def __init__(self, connection, path, headers):
        self._connection = connection
        self._received = b""
        lines = ["GET %s HTTP/1.1" % path, "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13",
                 "Sec-WebSocket-Key: " + base64.b64encode(os.urandom(16)).decode()]
        lines += ["%s: %s" % header for header in headers.items()]
        connection.sendall("\r\n".join(lines + ["", ""]).encode())
        while b"\r\n\r\n" not in self._received:
            self._fill()
        head, self._received = self._received.split(b"\r\n\r\n", 1)
        if not head.startswith(b"HTTP/1.1 101"):
            raise ConnectionError(head.decode())

    def send_json(self, message):
        self.send_text(json.dumps(message))

    def send_text(self, text):
        self._send(TEXT, text.encode())

    def send_bytes(self, content):
        self._send(BINARY, content)

    def _send(self, kind, content):
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(content))
        self._connection.sendall(struct.pack("!BBH", 0x80 | kind, 0x80 | 126, len(content)) + mask + masked)

    def receive(self):
        """The next message, bytes or str; control frames are passed over."""
        while True:
            kind = self._take(1)[0] & 0x0F
            length = self._take(1)[0] & 0x7F
            if length >= 126:
                length = int.from_bytes(self._take(2 if length == 126 else 8), "big")
            content = self._take(length)
            if kind in (TEXT, BINARY):
                return content.decode() if kind == TEXT else content

    def _take(self, count):
        while len(self._received) < count:
            self._fill()
        taken, self._received = self._received[:count], self._received[count:]
        return taken

    def _fill(self):
        part = self._connection.recv(65536)
        if not part:
            raise ConnectionError("closed")
        self._received += part
