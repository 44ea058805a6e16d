"""A job, seen through the portal."""

import html
import time
import warnings
from datetime import datetime, timedelta, timezone
from typing import Any, Dict, List, NamedTuple, Optional

from .connection import Connection, patiently
from .errors import CarmeError, JobEnded, TimedOut, Unavailable

_EVERY = 2.0
# longer than the agent takes to start a service again, as often as it does
_HOPE = 60.0

EntryPoint = NamedTuple("EntryPoint", [
    ("name", str), ("title", str), ("url", str), ("ready", bool), ("failure", Optional[str]), ("starts_when_opened", bool)])
EntryPoint.__doc__ = (
    "A service of a job; ``url`` is for a browser that is logged in, ``failure`` says why it does not work, and one that is "
    "``starts_when_opened`` waits for that.")


class Job:
    """One of your jobs as it was when it was last asked about; :meth:`refresh` asks again.

    As a context manager it is stopped at the end of the block, whatever happens in it. A portal that is away then is asked
    again for a minute; that the job could not be stopped is an exception, or a warning where the block has raised one.
    """

    def __init__(self, connection: Connection, known: Dict[str, Any]) -> None:
        self._connection = connection
        self._known = known

    @property
    def id(self) -> int:
        return self._known["id"]

    @property
    def name(self) -> str:
        return self._known.get("name", "")

    @property
    def state(self) -> str:
        """``submitting``, ``queued``, ``starting``, ``running``, ``ending`` or ``ended``."""
        return self._known["state"]

    @property
    def outcome(self) -> Optional[str]:
        """How it ended, such as ``completed``, ``cancelled`` or ``timed-out``; None before."""
        return self._known.get("outcome")

    @property
    def reason(self) -> str:
        """Why it waits or has failed, as the scheduler says it; may be empty."""
        return self._known.get("reason", "")

    @property
    def slurm_id(self) -> Optional[str]:
        return self._known.get("slurmJobId")

    @property
    def nodes(self) -> List[str]:
        return list(self._known.get("nodes") or [])

    @property
    def image(self) -> str:
        return self._known.get("image", "")

    @property
    def ends_at(self) -> Optional[datetime]:
        """When its time limit ends it; None before it runs."""
        return _time(self._known.get("endsAt"))

    @property
    def time_left(self) -> Optional[timedelta]:
        """Never negative; None before it runs."""
        end = self.ends_at
        return None if end is None else max(timedelta(0), end - datetime.now(timezone.utc))

    @property
    def entry_points(self) -> List[EntryPoint]:
        return [
            EntryPoint(one["name"], one.get("title", one["name"]), one.get("url", ""), bool(one.get("ready")),
                       one.get("failure"), bool(one.get("startsWhenOpened")))
            for one in self._known.get("entryPoints") or []]

    @property
    def is_over(self) -> bool:
        return self.state == "ended"

    @property
    def is_ready(self) -> bool:
        """Whether it runs, and every service that it has answers, starts when it is opened, or has failed: but not all."""
        points = self.entry_points
        return self.state == "running" and bool(points) and all(
            one.ready or one.starts_when_opened or one.failure is not None for one in points) and any(
                one.ready or one.starts_when_opened for one in points)

    @property
    def _has_begun(self) -> bool:
        return self.state in ("starting", "running") or self._known.get("startedAt") is not None

    def refresh(self) -> "Job":
        self._known = self._connection.get("/jobs/%d" % self.id)
        return self

    def wait_until_running(self, timeout: Optional[float] = None) -> "Job":
        """Waits until the scheduler has started it, at most so many seconds."""
        return self._wait(lambda: self._has_begun, "run", timeout)

    def wait_until_ready(self, timeout: Optional[float] = None) -> "Job":
        """Waits until its services can be opened, at most so many seconds.

        CarmeError when it runs but for a minute has had no service, or none that has not failed; the job goes on as it is.
        """
        return self._wait(lambda: self.is_ready, "be ready", timeout, _Hope().look)

    def wait_until_over(self, timeout: Optional[float] = None) -> "Job":
        """Waits until it has ended, at most so many seconds."""
        return self._wait(lambda: self.is_over, "end", timeout)

    @property
    def _has_nothing_to_open(self) -> bool:
        """Without an entry point the image offers none."""
        return self.state == "running" and all(one.failure is not None for one in self.entry_points)

    def _wait(self, reached, what: str, timeout: Optional[float], look=lambda job: None) -> "Job":
        limit = None if timeout is None else time.monotonic() + timeout
        while True:
            try:
                self.refresh()
            except Unavailable:
                # the portal may be restarted meanwhile; without a limit that is waited for, too
                if limit is not None and time.monotonic() >= limit:
                    raise
            else:
                look(self)
            if reached():
                return self
            if self.is_over:
                why = ": " + self.reason if self.reason else ""
                raise JobEnded("Job %d has ended (%s)%s" % (self.id, self.outcome, why), self)
            if limit is not None and time.monotonic() >= limit:
                raise TimedOut("Job %d did not %s within %g seconds: it is %s" % (self.id, what, timeout, self.state))
            time.sleep(_EVERY if limit is None else max(0.0, min(_EVERY, limit - time.monotonic())))

    def cancel(self) -> None:
        """Stops it; one that has ended stays as it is."""
        if not self.is_over:
            self._connection.delete("/jobs/%d" % self.id)

    def extend(self, minutes: int) -> "Job":
        """Gives it more time, as far as it may have it: ``extendable_minutes``."""
        self._known = self._connection.post("/jobs/%d/extension" % self.id, {"minutes": minutes})
        return self

    @property
    def extendable_minutes(self) -> int:
        return self._known.get("extendableMinutes", 0)

    def link(self, entry_point: str) -> str:
        """A link that opens the service once, within 30 seconds, without a login: show it to nobody."""
        return self._connection.post("/jobs/%d/entry-points/%s/ticket" % (self.id, _name(entry_point)))["url"]

    def log(self) -> str:
        """The end of its log."""
        return self._connection.get("/jobs/%d/log" % self.id).get("text", "")

    def usage(self) -> Dict[str, Any]:
        """What it uses, by node and GPU, as the API gives it."""
        return self._connection.get("/jobs/%d/usage" % self.id)

    def __enter__(self) -> "Job":
        return self

    def __exit__(self, kind, *_) -> None:
        try:
            patiently(self.cancel)
        except CarmeError as error:
            if kind is None:
                raise
            warnings.warn("Job %d could not be stopped and may go on: %s" % (self.id, error), stacklevel=2)

    def __repr__(self) -> str:
        return "<Job %d %r %s>" % (self.id, self.name, self.outcome or self.state)

    def _repr_html_(self) -> str:
        rows = [("State", self.outcome or self.state), ("Nodes", ", ".join(self.nodes)), ("Image", self.image)]
        if self.time_left is not None and not self.is_over:
            rows.append(("Time left", str(self.time_left).split(".")[0]))
        cells = "".join(
            "<tr><th style='text-align:left'>%s</th><td style='text-align:left'>%s</td></tr>"
            % (html.escape(title), html.escape(text)) for title, text in rows if text)
        links = " ".join(
            "<a href='%s' target='_blank' rel='noopener'>%s</a>" % (html.escape(one.url, quote=True), html.escape(one.title))
            for one in self.entry_points if one.ready and one.url.startswith(("https://", "http://")))
        return "<table><caption>Job %d: %s</caption>%s</table>%s" % (self.id, html.escape(self.name), cells, links)


class _Hope:
    """That there will be something to open; one service may come back while others are started again."""

    def __init__(self) -> None:
        self._lost_at = None  # type: Optional[float]

    def look(self, job: Job) -> None:
        if not job._has_nothing_to_open:
            self._lost_at = None
            return
        now = time.monotonic()
        if self._lost_at is None:
            self._lost_at = now
        if now - self._lost_at >= _HOPE:
            raise CarmeError("Job %d runs, but %s" % (job.id, _failures(job.entry_points)))


def _failures(points: List[EntryPoint]) -> str:
    if not points:
        return "it has no service that could be opened"
    return "every service has failed" + "".join("\n  %s: %s" % (one.name, one.failure or "no reason given") for one in points)


def _name(entry_point: str) -> str:
    if not entry_point or not all(char.isalnum() or char in "-_" for char in entry_point):
        raise ValueError("%r is not the name of an entry point" % entry_point)
    return entry_point


def _time(text: Optional[str]) -> Optional[datetime]:
    """Python 3.6 reads no Z and at most microseconds."""
    if not text:
        return None
    whole, _, fraction = text.rstrip("Z").partition(".")
    read = datetime.strptime(whole, "%Y-%m-%dT%H:%M:%S").replace(tzinfo=timezone.utc)
    return read + timedelta(microseconds=int((fraction + "000000")[:6])) if fraction else read
