"""The job in which this program runs. It needs no token: the job's agent asks the portal."""

import html
import json
import os
import pwd
import re
import socket
import tempfile
import time
from datetime import datetime, timedelta, timezone
from typing import Any, List, NamedTuple, Optional

from .errors import CarmeError, NotInJob, Refused, Unavailable
from .job import EntryPoint

_REFUSED, _AWAY = 4, 5
_PATIENCE = 30.0
_EVERY = 0.05

GpuUsage = NamedTuple("GpuUsage", [
    ("index", int), ("percent", Optional[int]), ("memory_bytes", Optional[int]), ("memory_total_bytes", Optional[int])])
GpuUsage.__doc__ = "Of one GPU: ``index`` as its driver numbers it, ``percent`` of its time, memory; None for what it does not tell."

Usage = NamedTuple("Usage", [
    ("at", datetime), ("cpu_cores", Optional[float]), ("cpus", Optional[int]), ("memory_bytes", int),
    ("memory_limit_bytes", Optional[int]), ("gpus", List[GpuUsage])])
Usage.__doc__ = (
    "What a job uses on a node: ``cpu_cores`` that were busy in the ten seconds before ``at``, of ``cpus`` that it has, and "
    "``memory_bytes`` of ``memory_limit_bytes``; ``gpus`` has a ``GpuUsage`` for each. None for what is not known.")


class Here:
    """What this job is and has; made by :func:`here`."""

    @property
    def id(self) -> str:
        """Slurm's number of the job."""
        return _variable("CARME_JOB_ID")

    @property
    def name(self) -> str:
        return _variable("CARME_JOB_NAME")

    @property
    def image(self) -> str:
        """Empty for a job without one."""
        return _variable("CARME_IMAGE")

    @property
    def nodes(self) -> List[str]:
        return [node for node in _variable("CARME_NODES").split(",") if node]

    @property
    def master(self) -> str:
        """The first node, where the services run."""
        return _variable("CARME_MASTER")

    @property
    def node(self) -> str:
        """The one on which this runs."""
        return os.environ.get("SLURMD_NODENAME") or socket.gethostname()

    @property
    def gpus(self) -> List[int]:
        """The numbers of the job's GPUs on this node."""
        return [int(gpu) for gpu in _variable("CARME_JOB_GPUS").split(",") if gpu]

    @property
    def user(self) -> str:
        """The name of the account."""
        return pwd.getpwuid(os.getuid()).pw_name

    @property
    def page(self) -> str:
        """The address of the job's page in the portal."""
        return _variable("CARME_JOB_PAGE")

    @property
    def local_folder(self) -> str:
        """On the disk of this node, with staged data and results, gone with the job; empty on a node without one."""
        return _variable("CARME_LOCAL_SSD_PATH")

    @property
    def project_folder(self) -> str:
        """Empty where there is none."""
        return _variable("CARME_PROJECT_DIR")

    @property
    def scratch_folder(self) -> str:
        """For what may be lost; empty where there is none, or not for this job."""
        return _variable("CARME_SCRATCH_DIR")

    @property
    def temporary_folder(self) -> str:
        """Gone with the job."""
        return _variable("CARME_TMPDIR")

    @property
    def log_folder(self) -> str:
        return _variable("CARME_LOGDIR")

    @property
    def ends_at(self) -> Optional[datetime]:
        """When the time limit ends the job; None if that is not known on this node."""
        try:
            with open(os.path.join(_variable("CARME_RUNTIME_DIR"), "ends-at")) as file:
                return datetime.fromtimestamp(int(file.read()), timezone.utc)
        except (OSError, ValueError):
            return None

    @property
    def time_left(self) -> Optional[timedelta]:
        """Never negative; None if it is not known on this node."""
        end = self.ends_at
        return None if end is None else max(timedelta(0), end - datetime.now(timezone.utc))

    @property
    def usage(self) -> Optional[Usage]:
        """What the job uses on this node, measured every ten seconds; None if that is not known on this node."""
        known = _known("usage.json")
        if known is None:
            return None
        gpus = [
            GpuUsage(gpu["index"], gpu.get("utilizationPercent"), gpu.get("memoryBytes"), gpu.get("memoryTotalBytes"))
            for gpu in known["gpus"]]
        return Usage(
            datetime.fromtimestamp(known["at"] / 1000, timezone.utc), known.get("cpuCores"), known.get("cpus"),
            known["memoryBytes"], known.get("memoryLimitBytes"), gpus)

    @property
    def entry_points(self) -> List[EntryPoint]:
        """The job's services as they are now; empty on other nodes than ``master``, and while none is known."""
        return [
            EntryPoint(one["name"], one["title"], self.url(one["name"]), one["state"] == "ready",
                       one["detail"] if one["state"] == "failed" else None, one["state"] == "idle")
            for one in _known("services.json") or [] if one["state"] != "absent"]

    def url(self, entry_point: str) -> str:
        """The address of one of the job's services, such as ``jupyter``, for a browser that is logged in."""
        if not re.match(r"[a-z][a-z0-9-]{0,30}\Z", entry_point):
            raise ValueError("%r is not the name of an entry point" % entry_point)
        return "%s/open/%s/%s" % (_variable("CARME_URL").rstrip("/"), _variable("CARME_JOB_KEY"), entry_point)

    def notify(self, text: str) -> None:
        """Sends you a message of at most 500 characters; a job may send 20 within an hour."""
        if not text.strip():
            raise ValueError("A text is needed")
        _ask("notify", text)

    def extend(self, minutes: int) -> None:
        """Gives the job more time, as far as it may have it."""
        _ask("extend", str(int(minutes)))

    def __repr__(self) -> str:
        return "<Here: job %s %r>" % (self.id, self.name)

    def _repr_html_(self) -> str:
        left = self.time_left
        rows = [
            ("Nodes", ", ".join(self.nodes)), ("GPUs on this node", ", ".join(map(str, self.gpus))), ("Image", self.image),
            ("Time left", "" if left is None else str(left).split(".")[0])]
        cells = "".join(
            "<tr><th style='text-align:left'>%s</th><td style='text-align:left'>%s</td></tr>" % (title, html.escape(text))
            for title, text in rows if text)
        page = self.page
        link = ("<a href='%s' target='_blank' rel='noopener'>Page of the job</a>" % html.escape(page, quote=True)
                if page.startswith(("https://", "http://")) else "")
        return "<table><caption>Job %s: %s</caption>%s</table>%s" % (html.escape(self.id), html.escape(self.name), cells, link)


def here() -> Here:
    """The job in which this runs; NotInJob outside of one."""
    if not os.environ.get("CARME_JOB_ID"):
        raise NotInJob("This is not inside a job of Carme")
    return Here()


def _variable(name: str) -> str:
    return os.environ.get(name, "")


def _known(name: str) -> Any:
    """What the agent on this node has written last; None before, and where there is none."""
    try:
        with open(os.path.join(_variable("CARME_RUNTIME_DIR"), name), encoding="utf-8") as file:
            return json.load(file)
    except (OSError, ValueError):
        return None


def _ask(kind: str, text: str) -> str:
    """A wish is a file, put there whole, and so is the answer, whose first line is a number: 0 is yes."""
    folder = os.path.join(_variable("CARME_RUNTIME_DIR"), ".wishes")
    bell = os.path.join(folder, "bell")
    if not os.path.exists(bell):
        raise NotInJob("The agent of this job is not on this node; try on %s" % (_variable("CARME_MASTER") or "the first"))
    handle, path = tempfile.mkstemp(dir=folder)
    try:
        with open(handle, "w", encoding="utf-8") as file:
            file.write("%s\n%s\n" % (kind, text))
        os.rename(path, path + ".wish")
        with open(os.open(bell, os.O_RDWR | os.O_NONBLOCK), "wb", buffering=0) as pipe:
            pipe.write(b".")
        code, said = _answer(path + ".answer")
    finally:
        for left in (path, path + ".wish", path + ".answer"):
            _remove(left)
    if code == _REFUSED:
        raise Refused(422, "refused", said)
    if code == _AWAY:
        raise Unavailable(said)
    if code:
        raise CarmeError(said)
    return said


def _answer(path: str):
    limit = time.monotonic() + _PATIENCE
    while time.monotonic() < limit:
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                code, _, said = file.read().partition("\n")
            return int(code), said.strip()
        except FileNotFoundError:
            time.sleep(_EVERY)
    raise Unavailable("The agent of this job does not answer")


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
