"""Carme from Python.

Inside of a job, without a token::

    import carme
    job = carme.here()
    print(job.nodes, job.gpus, job.time_left)
    job.notify("Epoch 10 of 20 is done")

From anywhere, with a token from the portal's page of API tokens::

    portal = carme.connect("https://carme.example.org")
    with portal.start("gpu", accelerators=1, minutes=30) as job:
        print(job.wait_until_ready().link("jupyter"))
"""

from .errors import CarmeError, JobEnded, NotInJob, Refused, TimedOut, Unavailable
from .inside import GpuUsage, Here, Usage, here
from .job import EntryPoint, Job
from .older import (
    WhoAmI, addCarmePythonPath, getDASK_Master, getHomePath, getHomeURL, getSessionID, getTensorBordURL, getUserName,
    resetKernel, sendNotification)
from .portal import Portal, connect

__version__ = "1.0.0"

__all__ = [
    "CarmeError", "EntryPoint", "GpuUsage", "Here", "Job", "JobEnded", "NotInJob", "Portal", "Refused", "TimedOut", "Unavailable", "Usage",
    "connect", "here",
    "WhoAmI", "addCarmePythonPath", "getDASK_Master", "getHomePath", "getHomeURL", "getSessionID", "getTensorBordURL",
    "getUserName", "resetKernel", "sendNotification"]
