"""What can go wrong."""

from typing import Dict, Optional


class CarmeError(Exception):
    """Anything that Carme has to say no to."""


class Unavailable(CarmeError):
    """The portal is away, or what answered was not the portal; later it may be there.

    ``key`` is that of a start that may have arrived: the same start with this key makes no second job. ``lasts`` says that
    nothing was done, and that a minute will not change that: a maintenance, or an address that is not the portal's.
    """

    def __init__(self, message: str, key: Optional[str] = None, lasts: bool = False) -> None:
        super().__init__(message)
        self.key = key
        self.lasts = lasts


class NotInJob(CarmeError):
    """Only inside of one of Carme's jobs there is an answer."""


class TimedOut(CarmeError):
    """What was waited for did not come in time. The job goes on as it is."""


class JobEnded(CarmeError):
    """The job ended before what was waited for; ``job`` is as it was last seen."""

    def __init__(self, message: str, job) -> None:
        super().__init__(message)
        self.job = job


class Refused(CarmeError):
    """The portal understood and said no (RFC 9457).

    ``code`` is a stable word such as ``quota-exceeded``, ``fields`` says by name what is wrong with single fields.
    """

    def __init__(self, status: int, code: str, detail: str, fields: Optional[Dict[str, str]] = None) -> None:
        named = "".join("\n  %s: %s" % field for field in sorted((fields or {}).items()))
        super().__init__((detail or code or "HTTP status %d" % status) + named)
        self.status = status
        self.code = code
        self.fields = dict(fields or {})
