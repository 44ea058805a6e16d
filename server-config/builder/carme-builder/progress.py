"""How far the task is: a file that the job's agent reads."""

import json
import os
import sys
import time

# In bytes of a report, which holds a hundred steps beside other things.
TITLE, LINE, DETAIL = 100, 200, 600


class Failure(Exception):
    """The task cannot go on; the text is for the user, and so are the last lines that a step has said."""

    def __init__(self, text, lines=()):
        super().__init__(text)
        self.lines = list(lines)


def say(text):
    """One line in the job's log; a full home is the user's to clear, and no reason to fail."""
    try:
        os.write(sys.stdout.fileno(), ("== %s\n" % text).encode("utf-8", "replace"))
    except OSError:
        pass


class Progress:
    """Written anew as a whole with every change, so that nobody reads half of it."""

    def __init__(self, path):
        self._path = path
        self._state = {"state": "running", "steps": [], "detail": "", "lines": []}

    def do(self, steps):
        """Does the steps, each a kind, a title and what is to be called, until one fails."""
        self._state["steps"] = rows = [
            {"kind": kind, "title": shortened(title, TITLE), "state": "waiting", "seconds": 0} for kind, title, _ in steps]
        for row, (_, _, work) in zip(rows, steps):
            began = time.monotonic()
            row["state"] = "running"
            self._write()
            say(row["title"])
            try:
                work()
                row["state"] = "done"
            except (Failure, OSError, UnicodeError) as problem:
                row["state"] = "failed"
                raise Failure("%s: %s" % (row["title"], in_words(problem)), getattr(problem, "lines", ()))
            finally:
                row["seconds"] = int(time.monotonic() - began + 0.5)

    def done(self, result):
        self._state["state"] = "done"
        if result:
            self._state["result"] = result
        self._write()

    def failed(self, detail, lines):
        self._state.update(
            state="failed", detail=shortened(detail, DETAIL), lines=[shortened(line, LINE) for line in lines])
        self._write()

    def _write(self):
        with open(self._path + ".new", "w") as file:
            json.dump(self._state, file)
        os.rename(self._path + ".new", self._path)


def in_words(problem):
    """What has gone wrong, for the user."""
    if isinstance(problem, OSError) and problem.strerror:
        return ": ".join(str(part) for part in (problem.strerror, problem.filename) if part)
    return str(problem)


def shortened(text, most):
    words = " ".join(text.split())
    if len(json.dumps(words)) <= most:
        return words
    while len(json.dumps(words + "…")) > most:
        words = words[:-1]
    return words + "…"
