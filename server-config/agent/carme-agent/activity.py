"""When the job was last used on this node: what it computes, what its kernels do, what is typed into its terminals.

Open connections and pages in the background are no use: they go on when nobody is there.
"""

import calendar
import http.client
import json
import os
import time

import processes
from probe import LocalConnection
from samples import EVERY

# Below these, it is what services need to be there.
BUSY_CORES = 0.2
BUSY_GPU_PERCENT = 5
# A server that says by this that it is ready is Jupyter's, and can be asked for its kernels.
JUPYTER = "/api"
LARGEST_ANSWER = 1 << 20


class Activity:
    """Part of the reports; looked at with every sample."""

    def __init__(self, services, now, is_at_work=lambda: False):
        """is_at_work() says whether something is done for the job that its use cannot be seen from."""
        self._services = services
        self._is_at_work = is_at_work
        self._last = now

    def look(self, sample, now, monotonic):
        """now: by the clock, which terminals and kernels have their times from."""
        if is_busy(sample) or self._is_at_work():
            self._last = monotonic
            return
        latest = max(self._kernels(now), typed_at())
        self._last = max(self._last, min(monotonic, monotonic - (now - latest)))

    def _kernels(self, now):
        """When a kernel last had something to do; at present, where one still has."""
        return max([0.0] + [used_at(kernel, now) for service in self._services for kernel in service.kernels()])

    def add_to(self, report, now):
        report["idleSeconds"] = max(0, int(now - self._last))

    def arrived(self, report):
        pass

    def pause(self):
        return EVERY


def is_busy(sample):
    return (sample["cpuCores"] or 0) >= BUSY_CORES or any(
        (gpu["utilizationPercent"] or 0) >= BUSY_GPU_PERCENT for gpu in sample["gpus"])


def typed_at():
    """When something was last read from a terminal of the job; what programs write to it does not count."""
    times = [0.0]
    for pid, process in processes.descendants(os.getpid()).items():
        try:
            if process.terminal:
                times.append(os.stat("/proc/%d/fd/0" % pid).st_atime)
        except OSError:
            pass
    return max(times)


def kernels(target, readiness, secret):
    """What the service says of its kernels; nothing of one that has none, or does not answer."""
    if target is None or not readiness.endswith(JUPYTER):
        return []
    connection = LocalConnection(target)
    try:
        headers = {"Connection": "close", "Authorization": "token " + secret}
        connection.request("GET", readiness + "/kernels", headers=headers)
        answer = json.loads(connection.getresponse().read(LARGEST_ANSWER).decode())
        return [kernel for kernel in answer if isinstance(kernel, dict)] if isinstance(answer, list) else []
    except (OSError, ValueError, http.client.HTTPException):
        return []
    finally:
        connection.close()


def used_at(kernel, now):
    if kernel.get("execution_state") == "busy":
        return now
    try:
        return float(calendar.timegm(time.strptime(str(kernel.get("last_activity"))[:19], "%Y-%m-%dT%H:%M:%S")))
    except ValueError:
        return 0.0
