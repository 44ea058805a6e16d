"""The processes below this one, as /proc tells them, and how to end them all."""

import os
import signal
import time
from collections import namedtuple

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
PAUSE = 0.02
LAST_RESORT = 2.0

Process = namedtuple("Process", "parent terminal ticks")


def look_at(pid):
    """What /proc says of one process; None when it is gone."""
    try:
        # Without the layers that Python puts on a file: a node may have thousands of processes.
        file = os.open("/proc/%d/stat" % pid, os.O_RDONLY)
        try:
            text = os.read(file, 1024)
        finally:
            os.close(file)
    except OSError:
        return None
    fields = text[text.rindex(b")") + 2:].split(None, 15)
    return Process(int(fields[1]), int(fields[4]), sum(map(int, fields[11:15])))


def everything(others=()):
    """Every process of this machine but the others, by process number."""
    numbers = {int(name) for name in os.listdir("/proc") if name.isdigit()}.difference(others)
    looks = {pid: look_at(pid) for pid in numbers}
    return {pid: process for pid, process in looks.items() if process is not None}


def descendants(root):
    """Every process below root, by process number."""
    return below(root, everything())


def below(root, everything):
    """Those of everything that are below root."""
    children = {}
    for pid, process in everything.items():
        children.setdefault(process.parent, []).append(pid)
    found = {}
    waiting = [root]
    while waiting:
        for pid in children.get(waiting.pop(), ()):
            found[pid] = everything[pid]
            waiting.append(pid)
    return found


def resident_bytes(pid):
    try:
        with open("/proc/%d/statm" % pid, "rb") as file:
            return int(file.read().split()[1]) * PAGE
    except (OSError, IndexError):
        return 0


def send(pid, number):
    """Nothing happens to what is gone, nor to what is another user's by now."""
    try:
        os.kill(pid, number)
    except (ProcessLookupError, PermissionError):
        pass


def children(root):
    """Those of the processes below root that are its own."""
    return {pid: process for pid, process in descendants(root).items() if process.parent == root}


def end_children(grace, asked):
    """Ends everything below this process, which has to be a subreaper.

    Those that asked(this process) names are told so politely; after `grace` seconds everything goes by force.
    """
    for pid, process in asked(os.getpid()).items():
        send(pid, signal.SIGTERM)
        if process.terminal:
            # An interactive shell ignores SIGTERM; losing its terminal is what ends it.
            send(pid, signal.SIGHUP)
    _reap_until(time.monotonic() + grace, lambda: None)
    _reap_until(time.monotonic() + LAST_RESORT, _kill_descendants)


def end_adopted(own):
    """Kills what other processes left to this one, with all below it; not what runs below the children named by own."""
    deadline = time.monotonic() + LAST_RESORT
    while time.monotonic() < deadline:
        # One look for both: what a spared process starts between two would be taken for adopted.
        now = everything()
        spared = set(own).union(*(below(pid, now) for pid in own))
        adopted = set(below(os.getpid(), now)) - spared
        if not adopted:
            return
        for pid in adopted:
            send(pid, signal.SIGKILL)
            _reap_one(pid)
        time.sleep(PAUSE)


def _reap_one(pid):
    """Collects the process if it is a child that ended."""
    try:
        os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        pass


def _kill_descendants():
    for pid in descendants(os.getpid()):
        send(pid, signal.SIGKILL)


def _reap_until(deadline, each_time):
    while reap_finished() and time.monotonic() < deadline:
        each_time()
        time.sleep(PAUSE)


def reap_finished():
    """Collects children that ended; False when there is no child any more."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return False
    return True
