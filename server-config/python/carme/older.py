"""The names that the module had before; each says once what it is called now."""

import html
import json
import os
import pwd
import sys
import warnings

from .errors import CarmeError
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


def getTensorBordURL() -> str:
    """The job's TensorBoard, as a link; it shows what carme_tensorboard_visualize has added."""
    _is_now('carme.here().url("tensorboard")')
    return _Link(here().url("tensorboard"))


def getDASK_Master() -> str:
    """The address of Dask's scheduler, which takes only clients with the job's certificate; CarmeError before it runs."""
    _is_now("the file dask/scheduler.json in $CARME_JOBDIR")
    here()
    try:
        with open(os.path.join(os.environ.get("CARME_JOBDIR", ""), "dask", "scheduler.json")) as file:
            return str(json.load(file)["address"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CarmeError("Dask does not run on this node; open it on the page of the job (%s)" % error) from error


def resetKernel() -> None:
    """Ends the notebook's kernel, which Jupyter starts anew: its variables are gone."""
    _is_now("Restart in Jupyter's menu Kernel")
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    if getattr(shell, "kernel", None) is None:
        raise CarmeError("This is not in a notebook")
    shell.exit_now = True


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
    "WhoAmI", "addCarmePythonPath", "getDASK_Master", "getHomePath", "getHomeURL", "getSessionID", "getTensorBordURL",
    "getUserName", "resetKernel", "sendNotification"]
