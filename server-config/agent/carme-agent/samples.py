"""What the job's processes on this node use."""

import os
import subprocess

import processes

GPU_QUERY = ["nvidia-smi", "--query-gpu=index,utilization.gpu,memory.used,memory.total",
             "--format=csv,noheader,nounits"]
GPU_LIMIT = 10.0
MEBIBYTE = 1 << 20


class Sampler:
    """Adds up this process and everything below it; asks for the job's GPUs as long as there is somebody to ask."""

    def __init__(self):
        self._allocated = allocated_gpus()
        self._asks_for_gpus = bool(self._allocated)

    def sample(self):
        tree = processes.descendants(os.getpid())
        tree[os.getpid()] = processes.look_at(os.getpid())
        return {
            "cpuSeconds": sum(process.ticks for process in tree.values()) / processes.TICKS,
            "memoryBytes": sum(processes.resident_bytes(pid) for pid in tree),
            "gpus": self._gpus() if self._asks_for_gpus else [],
        }

    def _gpus(self):
        try:
            answer = subprocess.run(
                GPU_QUERY, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                timeout=GPU_LIMIT, check=True)
        except subprocess.TimeoutExpired:
            return []
        except (OSError, subprocess.CalledProcessError):
            self._asks_for_gpus = False
            return []
        return read_gpus(answer.stdout.decode("ascii", "replace"), self._allocated)


def allocated_gpus():
    """The numbers of the job's GPUs on this node, as far as Slurm has given it any."""
    said = (os.environ.get(name) for name in ("SLURM_JOB_GPUS", "SLURM_STEP_GPUS", "CUDA_VISIBLE_DEVICES"))
    words = next((text for text in said if text), "").split(",")
    return {int(word) for word in words if word.isdigit()}


def read_gpus(text, allocated):
    """From lines like "0, 35, 1024, 81559"; what a card cannot tell is null."""
    rows = [[number(cell) for cell in line.split(",")] for line in text.splitlines()]
    known = [row for row in rows if len(row) == 4 and row[0] is not None]
    # Where Slurm fences the devices in, only the job's own are listed, and their numbers start anew.
    chosen = known if len(known) <= len(allocated) else [row for row in known if row[0] in allocated]
    return [{"index": row[0], "utilizationPercent": row[1], "memoryBytes": in_bytes(row[2]),
             "memoryTotalBytes": in_bytes(row[3])} for row in chosen]


def number(cell):
    text = cell.strip()
    return int(text) if text.isdigit() else None


def in_bytes(mebibytes):
    return None if mebibytes is None else mebibytes * MEBIBYTE
