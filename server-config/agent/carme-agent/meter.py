"""CPU and memory of the job on this node: of its control group where Slurm makes one, else of the processes below the agent."""

import os
import re

import processes

CONTROL_GROUPS = "/sys/fs/cgroup"
JOB = re.compile(r".*/job_\d+(?=/|\Z)")


def find_meter(root=CONTROL_GROUPS, own="/proc/self/cgroup"):
    for meter in job_groups(root, own):
        try:
            meter.read()
            return meter
        except (OSError, ValueError, KeyError):
            continue
    return Processes()


def job_groups(root, own):
    """The job's control group, as the second and as the first version of the kernel's interface have it."""
    try:
        with open(own, encoding="ascii", errors="replace") as file:
            lines = [line.rstrip("\n").split(":", 2) for line in file]
    except OSError:
        return
    paths = {}
    for _, controllers, path in (line for line in lines if len(line) == 3):
        found = JOB.match(path)
        if found and not controllers:
            yield UnifiedGroup(root + found.group())
        for controller in controllers.split(",") if found else ():
            paths[controller] = "%s/%s%s" % (root, controllers, found.group())
    if "cpuacct" in paths and "memory" in paths:
        yield SeparateGroups(paths["cpuacct"], paths["memory"])


class UnifiedGroup:
    """Files that can be dropped at any time do not count: the kernel takes whatever memory is free for them."""

    def __init__(self, path):
        self._path = path

    def read(self):
        """(seconds of CPU so far, bytes of memory now)"""
        cached = read_table(self._path + "/memory.stat")["inactive_file"]
        return (read_table(self._path + "/cpu.stat")["usage_usec"] / 1e6,
                max(0, read_number(self._path + "/memory.current") - cached))


class SeparateGroups:
    def __init__(self, cpu, memory):
        self._cpu = cpu
        self._memory = memory

    def read(self):
        cached = read_table(self._memory + "/memory.stat")["total_inactive_file"]
        return (read_number(self._cpu + "/cpuacct.usage") / 1e9,
                max(0, read_number(self._memory + "/memory.usage_in_bytes") - cached))


class Processes:
    """Adds up this process and everything below it.

    A node may have thousands of processes that are none of the job's and never become so. Only every sixth reading looks at
    them again, because their numbers may have been given out anew.
    """

    ALL = 6

    def __init__(self):
        self._others = set()
        self._readings = 0

    def read(self):
        if self._readings % self.ALL == 0:
            self._others.clear()
        self._readings += 1
        everything = processes.everything(self._others)
        tree = processes.below(os.getpid(), everything)
        tree[os.getpid()] = everything[os.getpid()]
        # One whose parent ended meanwhile may be the job's all the same.
        known = {0}.union(everything, self._others)
        self._others.update(
            pid for pid, process in everything.items() if pid not in tree and process.parent in known)
        return (sum(process.ticks for process in tree.values()) / processes.TICKS,
                sum(processes.resident_bytes(pid) for pid in tree))


def read_number(path):
    with open(path, encoding="ascii") as file:
        return int(file.read())


def read_table(path):
    with open(path, encoding="ascii") as file:
        return {name: int(value) for name, value in (line.split() for line in file)}


def allotted():
    """What Slurm has given the job on this node, as far as it says so."""
    cpus = _number("SLURM_CPUS_ON_NODE")
    of_node, per_cpu = _number("SLURM_MEM_PER_NODE"), _number("SLURM_MEM_PER_CPU")
    megabytes = of_node or (per_cpu * cpus if per_cpu and cpus else None)
    return {"cpus": cpus, "memoryBytes": megabytes << 20 if megabytes else None}


def _number(name):
    text = os.environ.get(name, "")
    return int(text) if text.isdigit() else None
