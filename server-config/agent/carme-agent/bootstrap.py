"""From the agent's start until it knows what to do."""

import os
import select
import signal
import time

from answer import BadAnswer, read_assignment
from portal import Refused, Unavailable

LIMIT = 300.0
FIRST_PAUSE = 0.2
LONGEST_PAUSE = 5.0


class Stop:
    """The wish to end, from a signal or from another thread; it wakes the main thread."""

    def __init__(self):
        self.is_wanted = False
        self._reading, self._writing = os.pipe()
        os.set_blocking(self._reading, False)
        os.set_blocking(self._writing, False)

    def listen(self):
        signal.set_wakeup_fd(self._writing)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, lambda *_: self.want())
        # A child's end is to wake the main thread as well.
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def want(self):
        self.is_wanted = True
        self.wake()

    def wake(self):
        """Lets the main thread look at once."""
        try:
            os.write(self._writing, b".")
        except BlockingIOError:
            pass

    def wait(self, seconds):
        if select.select([self._reading], [], [], seconds)[0]:
            os.read(self._reading, 4096)


def ask(portal, identity, stop):
    """The assignment; None when the job was ended before the portal said it. Refused when there is none."""
    give_up_at = time.monotonic() + LIMIT
    pause = FIRST_PAUSE
    while not stop.is_wanted:
        try:
            return read_assignment(portal.bootstrap(*identity))
        except (Unavailable, BadAnswer) as error:
            if time.monotonic() > give_up_at:
                raise Refused("no usable answer for %d seconds, last: %s" % (LIMIT, error))
        stop.wait(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
    return None
