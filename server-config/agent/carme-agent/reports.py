"""Tells the portal how the job is, at once when something changes and in any case at every heartbeat."""

import threading

import journal
from portal import JobOver, Unavailable

FIRST_PAUSE = 0.2
LONGEST_PAUSE = 10.0


class Reporter(threading.Thread):
    """Reports for ever: a portal that is away, or restarts, is no reason to end a job."""

    def __init__(self, portal, assignment, sampler, on_answer):
        """on_answer(answer) is called with the portal's word, or with None when the job is over for it."""
        super().__init__(name="reporter", daemon=True)
        self._portal = portal
        self._token = assignment.token
        self._heartbeat = assignment.heartbeat
        self._sampler = sampler
        self._on_answer = on_answer
        self._changed = threading.Event()
        self._news = {}
        self._sequence = 0
        self._is_away = False

    def publish(self, news):
        """Says what to report from now on; the same news again changes nothing."""
        if news != self._news:
            self._news = news
            self._changed.set()

    def run(self):
        pause = FIRST_PAUSE
        while True:
            if self._report():
                pause = FIRST_PAUSE
                self._changed.wait(self._heartbeat)
                continue
            self._changed.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _report(self):
        """True when it has arrived."""
        self._changed.clear()
        self._sequence += 1
        report = dict(self._news, sequence=self._sequence, samples=self._sampler.sample())
        try:
            answer = self._portal.report(self._token, report)
        except JobOver:
            answer = None
        except Unavailable as error:
            self._note(True, str(error))
            return False
        self._note(False, "")
        self._on_answer(answer)
        return True

    def _note(self, is_away, reason):
        if is_away != self._is_away:
            journal.say("portal is away: " + reason if is_away else "portal is back")
        self._is_away = is_away
