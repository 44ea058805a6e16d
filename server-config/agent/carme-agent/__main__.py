"""The job agent of Carme: started by the job script on every node of a job.

Two processes: this one keeps the agent proper, so that whichever of them is killed, the other cleans up.
"""

import base64
import ctypes
import os
import signal
import sys

import journal
import keeper
import processes
from agent import ENDING_LIMIT, Agent
from farewell import AFTER_STOP, KEEPER_GRACE
from portal import Portal
from results import STOPPING
from runtime import RuntimeFolder

SECRET = "CARME_BOOTSTRAP"
PRIVATE = (SECRET, "CARME_AGENT_CA", "CARME_AGENT_URL", "CARME_LOCAL_DISK")
GRACE = AFTER_STOP + KEEPER_GRACE + STOPPING + ENDING_LIMIT + 0.5


def take_secret():
    """This node's secret; nothing of it is left in the environment, neither for children nor in /proc."""
    index = int(os.environ.get("SLURM_NODEID", "0"))
    secret = os.environ[SECRET].split(",")[index]
    libc = ctypes.CDLL(None)
    libc.getenv.restype = ctypes.c_void_p
    address = libc.getenv(SECRET.encode())
    if address:
        ctypes.memset(address, ord("-"), len(os.environ[SECRET]))
    return secret


def open_disk(job):
    """The job's folder on the node's own disk; None where there is none to be had."""
    try:
        return RuntimeFolder.on_disk(os.environ.get("CARME_LOCAL_DISK", "/tmp"), job)
    except OSError as error:
        journal.say("no folder on this node's disk: %s" % error)
        return None


def main():
    try:
        secret = take_secret()
        portal = Portal(os.environ["CARME_AGENT_URL"], base64.b64decode(os.environ["CARME_AGENT_CA"]).decode())
        identity = (secret, os.environ["SLURM_JOB_ID"], os.environ["SLURMD_NODENAME"])
    except (KeyError, IndexError, ValueError, OSError) as error:
        journal.say("this is no job of Carme: %s %s" % (type(error).__name__, error))
        return 1
    # Before the other folder, whose making removes what ended jobs have left.
    disk = open_disk(identity[1])
    for name in PRIVATE:
        os.environ.pop(name, None)
    folder = RuntimeFolder.create()
    try:
        return keeper.keep(
            Agent(portal, folder, disk, identity).run, signal.SIGTERM,
            lambda: processes.end_children(GRACE, processes.children))
    finally:
        folder.remove()
        if disk:
            disk.remove()


sys.exit(main())
