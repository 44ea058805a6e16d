"""What a step says: handed on to the job's log, and its end kept for the report."""

import collections
import os
import re
import sys

LARGEST = 8 << 20
LAST_LINES = 20
LONGEST_LINE = 200
# Colours and other orders to a terminal.
ORDERS = re.compile(r"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[@-Z\\-_])")
LINE_ENDS = re.compile(rb"[\r\n]+")


class Output:
    """Of one task; of very much, the log gets only the beginning."""

    def __init__(self, descriptor=None):
        self._descriptor = sys.stdout.fileno() if descriptor is None else descriptor
        self._written = 0
        self._rest = b""
        self._lines = collections.deque(maxlen=LAST_LINES)

    def begin(self):
        """A new step, whose end is another one."""
        self._rest = b""
        self._lines.clear()

    def take(self, data):
        self._hand_on(data)
        *lines, rest = LINE_ENDS.split(self._rest + data)
        self._rest = rest[-LONGEST_LINE * 4:]
        self._lines.extend(lines[-LAST_LINES:])

    def last_lines(self):
        lines = [readable(line) for line in list(self._lines) + [self._rest]]
        return [line for line in lines if line][-LAST_LINES:]

    def _hand_on(self, data):
        if self._written > LARGEST:
            return
        self._written += len(data)
        if self._written > LARGEST:
            data += b"\n== there is more output, which is left out here\n"
        try:
            os.write(self._descriptor, data)
        except OSError:
            # A full home is the user's to clear, and no reason to fail.
            pass


def readable(line):
    text = ORDERS.sub("", line.decode("utf-8", "replace"))
    return "".join(char if char.isprintable() else " " for char in text).strip()[:LONGEST_LINE]
