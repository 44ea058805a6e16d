"""Hears what commands inside the job want of the portal, and asks it with the job's token.

A command in an image has no more than a shell: a wish is a file with lines of text in a private folder, put there under
another name first, and so is the answer, whose first line is the command's exit code. A bell, which is a pipe, saves the
looking.
"""

import os
import select
import stat
import threading

import journal
from portal import JobOver, Unavailable, Unfit

FOLDER = ".wishes"
BELL = "bell"
WISH = ".wish"
LARGEST = 4096
REFUSED, AWAY = 4, 5
WAIT = 600.0


class Wishes(threading.Thread):
    """One wish after the other; a portal that is away is said to be, and not asked again."""

    def __init__(self, portal, token, runtime):
        super().__init__(name="wishes", daemon=True)
        self._portal = portal
        self._token = token
        self._folder = runtime.make_folder(FOLDER)
        bell = os.path.join(self._folder, BELL)
        os.mkfifo(bell, 0o600)
        # Held open for writing, too: nobody who rings ever waits, and the last one who leaves is no end of file.
        self._bell = os.open(bell, os.O_RDWR | os.O_NONBLOCK)

    def run(self):
        while True:
            select.select([self._bell], [], [], WAIT)
            self._hush()
            try:
                names = sorted(name for name in os.listdir(self._folder) if name.endswith(WISH))
            except OSError:
                # The job ends, and its folder is gone.
                return
            for name in names:
                self._fulfil(name)

    def _hush(self):
        try:
            while os.read(self._bell, 4096):
                pass
        except BlockingIOError:
            pass

    def _fulfil(self, name):
        path = os.path.join(self._folder, name)
        try:
            lines = read(path)
            os.unlink(path)
            code, text = self._answer(lines)
            self._reply(path[:-len(WISH)], "%d\n%s\n" % (code, text))
        except (OSError, ValueError) as error:
            journal.say("a wish is not heard: %s" % error)

    def _answer(self, lines):
        kind, _, rest = lines.partition("\n")
        wish = {"wish": kind}
        if kind == "notify":
            wish["text"] = rest.strip("\n")
        elif kind == "extend" and rest.strip().isdecimal():
            wish["minutes"] = int(rest)
        try:
            job = self._portal.wish(self._token, wish)
        except Unfit as error:
            return REFUSED, str(error)
        except JobOver:
            return REFUSED, "For the portal this job is over."
        except Unavailable as error:
            return AWAY, "The portal is away. Try again later. (%s)" % error
        return 0, "State: %s\nTime limit: %s minutes" % (job.get("state", ""), job.get("timeLimitMinutes", ""))

    def _reply(self, path, text):
        """Whole or not at all, so that nobody reads half of it."""
        unnamed = path + ".new"
        with open(os.open(unnamed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600), "w") as file:
            file.write(text)
        os.rename(unnamed, path + ".answer")


def read(path):
    """A pipe or device in the file's place is not waited for."""
    file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            os.unlink(path)
            raise OSError("not a file")
        return os.read(file, LARGEST).decode("utf-8", "replace")
    finally:
        os.close(file)
