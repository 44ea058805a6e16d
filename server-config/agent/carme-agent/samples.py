"""What the job uses on this node: a sample at every full ten seconds, kept until the portal has it."""

import collections
import threading
import time

from reports import AT_ONCE

EVERY = 10.0
# Counting processes keeps a core busy, and the services are to start first.
FIRST = 1.0
# An hour: a portal that is away for longer leaves a gap in the curves, and the agent stays small.
KEPT = 360
# So many devices and samples together are about 16 KB: with a piece of the log and the steps of a task, a report stays below
# what the portal takes at a time.
LARGEST_BATCH = 160


class Sampler(threading.Thread):
    """Part of the reports: what has been sampled since the last one that arrived."""

    def __init__(self, meter, gpus, allotted, looks=()):
        """allotted: the CPUs and memory that the job has on this node, in the protocol's words; looks: are shown each one."""
        super().__init__(name="sampler", daemon=True)
        self._meter = meter
        self._allotted = allotted
        self._looks = looks
        self._told = None
        self._gpus = gpus
        self._before = None
        self._waiting = collections.deque(maxlen=KEPT)

    def run(self):
        time.sleep(FIRST)
        while True:
            self.sample(time.time(), time.monotonic())
            # By the clock, so that each stretch of ten seconds has one sample, on every node.
            time.sleep(EVERY - time.time() % EVERY)

    def sample(self, now, monotonic):
        try:
            seconds, memory = self._meter.read()
        except OSError:
            return
        before, self._before = self._before, (seconds, monotonic)
        taken = {
            "at": int(now * 1000),
            "cpuCores": cores(before, self._before),
            "memoryBytes": memory,
            "gpus": self._gpus.read(monotonic),
        }
        self._waiting.append(taken)
        for look in self._looks:
            look(taken, now, monotonic)

    def add_to(self, report, _):
        waiting = list(self._waiting)
        devices = max([1] + [1 + len(sample["gpus"]) for sample in waiting])
        report["samples"] = waiting[:LARGEST_BATCH // devices]
        resources = dict(self._allotted, gpus=self._gpus.names())
        if resources != self._told:
            report["resources"] = resources

    def arrived(self, report):
        self._told = report.get("resources", self._told)
        sent = {sample["at"] for sample in report["samples"]}
        while self._waiting and self._waiting[0]["at"] in sent:
            self._waiting.popleft()

    def pause(self):
        """One comes every ten seconds; more is a backlog."""
        return AT_ONCE if len(self._waiting) > 1 else EVERY


def cores(before, after):
    """How many were busy on average between two (seconds of CPU, time); None for the first reading."""
    if before is None or after[1] <= before[1]:
        return None
    return round(max(0.0, after[0] - before[0]) / (after[1] - before[1]), 3)
