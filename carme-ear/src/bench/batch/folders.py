"""How long it takes to decide over a hundred thousand logs in a home, and over as many job folders on a node; see README.md.

Runs as root, alone: with a /tmp, a /run and processes of its own.
"""

import fcntl
import os
import subprocess
import sys
import time
from pathlib import Path

AGENT, EPILOG = sys.argv[1:]
COUNT = 100_000
OLD = 100
DAY = 86400
USER, OTHER = 59998, 59999

sys.path.insert(0, AGENT)
import answer  # noqa: E402
import journal  # noqa: E402
import leftovers  # noqa: E402
import runtime  # noqa: E402


def seconds(action):
    begin = time.monotonic()
    result = action()
    return time.monotonic() - begin, result


def found(*arguments):
    return len(subprocess.run(["find", *arguments], stdout=subprocess.PIPE, check=True).stdout.splitlines())


def logs():
    home = Path("/tmp/home")
    folder = home / journal.FOLDER
    folder.mkdir(parents=True)
    long_ago = time.time() - 100 * DAY
    for job in range(COUNT):
        path = folder / ("%d.out" % job)
        path.touch()
        if job < OLD:
            os.utime(path, (long_ago, long_ago))
    alone, old = seconds(lambda: found(folder, "-maxdepth", "1", "-name", "*.out", "-mtime", "+89"))
    took, (removed, _) = seconds(leftovers.Leftovers(str(home), answer.HomeDays(90, None)).clear)
    assert old == removed == OLD, (old, removed)
    print("folders: %d logs, %d of them old: %.2f s, find alone %.2f s" % (COUNT, OLD, took, alone))


def job_folder(number, user):
    path = Path("/tmp/carme-job-%d" % number)
    path.mkdir(mode=0o700)
    (path / "lock").touch()
    for each in (path, path / "lock"):
        os.chown(each, user, user)
    return path


def jobs():
    """Of another user's, but a few: a hundred of jobs that live and a hundred that are over."""
    for number in range(COUNT - 2 * OLD):
        job_folder(number, OTHER)
    own = [job_folder(COUNT + number, USER) for number in range(2 * OLD)]
    locks = [os.open(path / "lock", os.O_RDONLY) for path in own[:OLD]]
    for lock in locks:
        fcntl.flock(lock, fcntl.LOCK_EX)
    for job in (1, 2):
        noted = Path("/run/carme/jobs/%d/%d" % (USER, job))
        noted.parent.mkdir(parents=True, exist_ok=True)
        noted.touch()
    words = ["/tmp", "-maxdepth", "1", "-name", "carme-job-*", "-user", str(USER)]
    alone, before = seconds(lambda: found(*words))
    environment = {"SLURM_JOB_UID": str(USER), "SLURM_JOB_GID": str(USER), "SLURM_JOB_ID": "1"}
    took, _ = seconds(lambda: subprocess.run([EPILOG], env=environment, check=True))
    assert (before, found(*words)) == (2 * OLD, OLD), (before, found(*words))
    print("folders: %d job folders, %d of the user's, half of these over: epilog %.2f s, find alone %.2f s" % (
        COUNT, 2 * OLD, took, alone))
    agent = os.fork()
    if agent == 0:
        os.setgroups([])
        os.setgid(USER)
        os.setuid(USER)
        took, _ = seconds(runtime.RuntimeFolder.create)
        print("folders: the same %d by an agent that starts: %.2f s" % (COUNT - OLD, took), flush=True)
        os._exit(0)
    assert os.waitpid(agent, 0)[1] == 0


logs()
jobs()
