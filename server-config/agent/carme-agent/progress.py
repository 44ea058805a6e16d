"""How far a program of the agent's has copied, in a file that is always whole."""

import contextlib
import json
import os
import time

TELL_EVERY = 0.5
MOST_WORDS = 400


class Progress:
    """Of one thing after the other."""

    def __init__(self, path):
        self._path = path
        self._told_at = 0.0
        self._done = 0
        self._size = 0
        self._problems = []
        self._known = {"state": "copying", "bytes": 0, "totalBytes": 0, "item": "", "detail": ""}

    def expect(self, total):
        self._known["totalBytes"] = total
        self._write()

    def begin(self, name, size):
        self._known["item"] = name
        self._size = size
        self._write()

    def reached(self, count):
        """So many bytes of the present thing."""
        self._known["bytes"] = self._done + min(count, self._size)
        if time.monotonic() - self._told_at > TELL_EVERY:
            self._write()

    def ended(self):
        self._done += self._size
        self._known["bytes"] = self._done

    def problem(self, text):
        self._problems.append(text)
        self.remark("; ".join(self._problems))

    def remark(self, text):
        """Something to be known, though all is well."""
        self._known["detail"] = text[:MOST_WORDS]

    def over(self, item=""):
        self._known.update(state="failed" if self._problems else "done", item=item)
        self._write()

    def _write(self):
        self._told_at = time.monotonic()
        # On a full disk nobody hears of it; that is no reason not to copy.
        with contextlib.suppress(OSError):
            with open(self._path + ".new", "w") as file:
                json.dump(self._known, file)
            os.rename(self._path + ".new", self._path)


def read(path):
    """What was written last; None before anything was."""
    try:
        with open(path) as file:
            return json.load(file)
    except FileNotFoundError:
        return None
