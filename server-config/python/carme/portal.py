"""The portal: who you are, what you may start, what you have started."""

import os
import uuid
from typing import Any, Dict, Iterator, List, Optional

from .connection import Connection, patiently, stored_token
from .errors import CarmeError, Refused, Unavailable
from .job import Job


class Portal:
    """All that a token's owner may do; made by :func:`connect`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def me(self) -> Dict[str, Any]:
        """User, groups and roles of the token's owner."""
        return self._connection.get("/me")

    def options(self) -> List[Dict[str, Any]]:
        """The templates that can be started, with accelerators, images and limits of each, as the API gives them."""
        return self._connection.get("/start-options")["templates"]

    def jobs(self) -> List[Job]:
        """Those that have not ended."""
        return [self._job(known) for known in self._connection.get("/jobs")["jobs"]]

    def ended_jobs(self) -> Iterator[Job]:
        """The history, newest first; it is read part by part as it is gone through."""
        cursor = None
        while True:
            part = self._connection.get("/jobs", state="ended", cursor=cursor)
            for known in part["jobs"]:
                yield self._job(known)
            cursor = part.get("next")
            if not cursor:
                return

    def job(self, id: int) -> Job:
        return self._job(self._connection.get("/jobs/%d" % id))

    def start(self, template: Optional[str] = None, image: Optional[str] = None, *, accelerators: int = 0,
              accelerator_type: Optional[str] = None, nodes: int = 1, project: Optional[str] = None,
              name: Optional[str] = None, minutes: Optional[int] = None, stage_in: Optional[List[str]] = None,
              stage_out: Optional[str] = None, key: Optional[str] = None) -> Job:
        """Starts a job; what is left out is what the form of the portal would offer first.

        :param accelerators: on each node
        :param minutes: the time limit; the template's default if left out
        :param stage_in: what is copied to the nodes' own disks before the job begins, such as ``~/data`` or ``dataset:cifar``
        :param stage_out: where results go when it ends
        :param key: a repetition with the same one makes no second job; ``Unavailable`` has it when a minute of them was in vain
        """
        if template is None or image is None:
            offer = self._offer(template, project)
            template = offer["name"]
            project = offer.get("project")
            image = image or _first(offer.get("images"), "image")["name"]
        wish = {"template": template, "image": image, "acceleratorsPerNode": accelerators, "nodes": nodes,
                "acceleratorType": accelerator_type, "project": project, "name": name, "timeLimitMinutes": minutes,
                "stageIn": stage_in, "stageOut": stage_out}
        given = {field: value for field, value in wish.items() if value is not None}
        return self._job(self._start(given, key or uuid.uuid4().hex))

    def _start(self, wish: Dict[str, Any], key: str) -> Dict[str, Any]:
        try:
            return patiently(lambda: self._connection.post("/jobs", wish, Idempotency_Key=key))
        except Unavailable as error:
            if error.lasts:
                raise
            raise Unavailable("%s. The job may have been started; the same start with key=%r makes no second one"
                              % (str(error).rstrip("."), key), key) from error

    def _offer(self, template: Optional[str], project: Optional[str]) -> Dict[str, Any]:
        fitting = [
            one for one in self.options()
            if template in (None, one["name"]) and project in (None, one.get("project"))]
        return _first(fitting, "template")

    def estimate(self, **wish: Any) -> Dict[str, Any]:
        """When a job would start, by the fields of the API."""
        return self._connection.post("/jobs/estimate", wish)

    def quotas(self) -> List[Dict[str, Any]]:
        """The limits that concern you, with what is used and left of each."""
        return self._connection.get("/quotas")

    def messages(self, unread: bool = False) -> List[Dict[str, Any]]:
        """The newest messages of the portal."""
        return self._connection.get("/notifications", unread="true" if unread else None)["notifications"]

    def usage(self, month: Optional[str] = None) -> Dict[str, Any]:
        """Your statement of a month such as ``2026-11``, the present one if left out."""
        return self._connection.get("/statement", month=month)

    def _job(self, known: Dict[str, Any]) -> Job:
        return Job(self._connection, known)

    def __repr__(self) -> str:
        return "<Portal %s>" % self._connection.url


def connect(url: Optional[str] = None, token: Optional[str] = None, timeout: float = 30.0,
            cafile: Optional[str] = None) -> Portal:
    """The portal at that address, CARME_URL if left out.

    :param token: one made on the portal's page of API tokens; if left out, CARME_TOKEN or ``~/.config/carme/token``
    :param timeout: seconds that a request may take
    :param cafile: certificates to trust instead of the system's
    """
    address = url or os.environ.get("CARME_URL")
    if not address:
        raise CarmeError("Where is the portal? Give its address, or set CARME_URL")
    return Portal(Connection(address, token or stored_token(), timeout, cafile or os.environ.get("CARME_CA_FILE")))


def _first(found: Optional[List[Dict[str, Any]]], what: str) -> Dict[str, Any]:
    if not found:
        raise Refused(422, "nothing-to-start", "There is no %s that you may use" % what)
    return found[0]
