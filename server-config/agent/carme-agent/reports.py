"""Tells the portal how the job is, at once when something changes and in any case at every heartbeat."""

import threading
import time

import journal
from portal import JobOver, Unavailable

AT_ONCE = 0.2
LONGEST_PAUSE = 10.0


class Reporter(threading.Thread):
    """Reports for ever: a portal that is away, or restarts, is no reason to end a job."""

    def __init__(self, portal, assignment, parts, on_answer):
        """parts have add_to(report, now), arrived(report) and pause(), after which they would add more.

        on_answer(answer) is called with the portal's word, or with None when the job is over for it; `told` is the news
        that has arrived last.
        """
        super().__init__(name="reporter", daemon=True)
        self._portal = portal
        self._token = assignment.token
        self._heartbeat = assignment.heartbeat
        self._parts = parts
        self._on_answer = on_answer
        self._changed = threading.Event()
        self._news = {}
        self._sequence = 0
        self._is_away = False
        self._is_finishing = False
        self._delivery = None
        self.told = None

    def publish(self, news):
        """Says what to report from now on; the same news again changes nothing."""
        if news != self._news:
            self._news = news
            self._changed.set()

    def hurry(self):
        """A part has something to say at once."""
        self._changed.set()

    def deliver(self, delivery):
        """Sends its content before the next report."""
        self._delivery = delivery
        self._changed.set()

    def finish(self):
        """Lets the thread say what is left to say, and end."""
        self._is_finishing = True
        self._changed.set()

    def run(self):
        pause = AT_ONCE
        while True:
            is_last = self._is_finishing
            arrived = self._report()
            next_part = min(part.pause() for part in self._parts)
            if is_last and not (arrived and next_part == AT_ONCE):
                return
            pause = min(next_part, self._heartbeat) if arrived else pause
            self._changed.wait(pause)
            pause = AT_ONCE if arrived else min(2 * pause, LONGEST_PAUSE)

    def _report(self):
        """True when it has arrived."""
        self._changed.clear()
        self._sequence += 1
        news = self._news
        report = dict(news, sequence=self._sequence, sentAt=int(time.time() * 1000))
        for part in self._parts:
            part.add_to(report, time.monotonic())
        try:
            self._send_delivery()
            answer = self._portal.report(self._token, report)
        except JobOver:
            answer = None
        except Unavailable as error:
            self._note(True, str(error))
            return False
        self._note(False, "")
        for part in self._parts:
            part.arrived(report)
        self._on_answer(answer)
        self.told = news
        return True

    def _send_delivery(self):
        delivery = self._delivery
        if delivery and delivery.is_due():
            delivery.refusal = self._portal.put_contents(self._token, delivery.content())
            delivery.has_arrived = not delivery.refusal

    def _note(self, is_away, reason):
        if is_away != self._is_away:
            journal.say("portal is away: " + reason if is_away else "portal is back")
        self._is_away = is_away
