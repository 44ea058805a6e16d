"""The job agent of Carme: started by the job script on every node of a job.

Two processes: this one keeps the agent proper, so that whichever of them is killed, the other cleans up.
"""

import binascii
import ctypes
import errno
import importlib
import os
import signal
import sys

import journal
import keeper
import limits
import processes
from runtime import RuntimeFolder

SECRET = "CARME_BOOTSTRAP"
PRIVATE = (SECRET, "CARME_AGENT_CA", "CARME_AGENT_URL", "CARME_LOCAL_DISK")


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


def refuse(error):
    journal.say("this is no job of Carme: %s %s" % (type(error).__name__, error))
    return 1


def no_room(error):
    """For a full disk, which is nothing to look for in the program."""
    if error.errno not in (errno.ENOSPC, errno.EDQUOT):
        raise error
    journal.say("this node has no room for the job: %s" % error)
    return 1


def work(origin, identity, folder, disk):
    """The agent proper; its exit code. Imported only here, as the first process does without, and while the portal answers."""
    keeper.adopt_orphans()
    keeper.forbid_inspection()
    import threading
    from answer import BadAnswer
    from bootstrap import Stop, ask
    from portal import Portal, Refused
    try:
        portal = Portal(*origin)
    except (ValueError, OSError) as error:
        return refuse(error)
    stop = Stop()
    stop.listen()
    threading.Thread(target=importlib.import_module, args=("agent",), daemon=True).start()
    try:
        assignment = ask(portal, identity, stop)
        if assignment is None:
            return 0
        from agent import Agent
        return Agent(portal, folder, disk, identity, stop).run(assignment)
    except (Refused, BadAnswer) as error:
        journal.say("the portal refused this job: %s" % error)
        return 1
    except OSError as error:
        return no_room(error)


def main():
    try:
        secret = take_secret()
        origin = (os.environ["CARME_AGENT_URL"], binascii.a2b_base64(os.environ["CARME_AGENT_CA"]).decode())
        identity = (secret, os.environ["SLURM_JOB_ID"], os.environ["SLURMD_NODENAME"])
    except (KeyError, IndexError, ValueError, OSError) as error:
        return refuse(error)
    # Before the other folder, whose making removes what ended jobs have left.
    disk = open_disk(identity[1])
    for name in PRIVATE:
        os.environ.pop(name, None)
    try:
        folder = RuntimeFolder.create()
    except OSError as error:
        if disk:
            disk.remove()
        return no_room(error)
    try:
        return keeper.keep(
            lambda: work(origin, identity, folder, disk), signal.SIGTERM,
            lambda: processes.end_children(limits.TOGETHER, processes.children))
    finally:
        folder.remove()
        if disk:
            disk.remove()


sys.exit(main())
