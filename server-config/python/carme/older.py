"""The names that the module had before; each says once what it is called now."""

import html
import os
import pwd
import sys
import warnings

from .inside import here


def _is_now(newer: str) -> None:
    warnings.warn("Deprecated: use %s" % newer, DeprecationWarning, stacklevel=3)


def getHomePath() -> str:
    _is_now('os.path.expanduser("~")')
    return os.path.expanduser("~")


def getUserName() -> str:
    _is_now("pwd or getpass")
    return pwd.getpwuid(os.getuid()).pw_name


def WhoAmI() -> str:
    """The account as the system knows it: nobody can give himself another name."""
    _is_now("carme.connect().me()")
    return pwd.getpwuid(os.getuid()).pw_name


def getSessionID() -> str:
    """What the job's addresses have in common; it opens nothing."""
    _is_now("carme.here().id")
    here()
    return os.environ.get("CARME_HASH", "")


def getHomeURL() -> str:
    """The page of the job in the portal, as a link."""
    _is_now("the page of the job in the portal")
    here()
    return _Link(os.environ.get("CARME_JOB_PAGE", ""))


def sendNotification(text: str) -> None:
    _is_now("carme.here().notify(text)")
    here().notify(text)


def addCarmePythonPath(path: str, message: bool = True) -> None:
    """For this interpreter, and for the terminals that the job opens later."""
    _is_now("sys.path, or carme_add_python_path in a terminal")
    here()
    if not os.path.isdir(path) or ":" in path or "\n" in path:
        raise NotADirectoryError(path)
    folder = os.path.abspath(path)
    if folder not in sys.path:
        sys.path.insert(0, folder)
    with open(os.path.join(os.environ["CARME_JOBDIR"], "python-path"), "a") as file:
        file.write(folder + "\n")
    if message:
        print("Python finds modules in %s now, also in terminals that this job opens later." % folder)


class _Link(str):
    """An address that notebooks show as a link."""

    def _repr_html_(self) -> str:
        address = html.escape(self, quote=True)
        return "<a href='%s' target='_blank' rel='noopener'>%s</a>" % (address, address)


__all__ = [
    "WhoAmI", "addCarmePythonPath", "getHomePath", "getHomeURL", "getSessionID", "getUserName", "sendNotification"]
