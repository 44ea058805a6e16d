"""The job's GPUs on this node, as one nvidia-smi that goes on and on tells them."""

import os
import subprocess

COMMAND = ["nvidia-smi", "--query-gpu=index,utilization.gpu,memory.used,memory.total,name",
           "--format=csv,noheader,nounits", "-l", "10"]
FRESH = 25.0
FIRST_PAUSE = 20.0
LONGEST_PAUSE = 600.0
MEBIBYTE = 1 << 20


class Gpus:
    """Started with the first reading and again when it ends; where there is none, seldom asked for."""

    def __init__(self, allocated, command=COMMAND):
        self._allocated = allocated
        self._command = command
        self._process = None
        self._start_at = 0.0
        self._pause = FIRST_PAUSE
        self._rest = b""
        self._rows = {}
        self._heard_at = None

    def read(self, now):
        """The job's devices, of which nothing older is told than a reading ago."""
        if not self._allocated:
            return []
        if self._process is None:
            self._start(now)
        else:
            self._listen(now)
        if self._heard_at is None or now - self._heard_at > FRESH:
            return []
        return [{"index": row[0], "utilizationPercent": row[1], "memoryBytes": in_bytes(row[2]),
                 "memoryTotalBytes": in_bytes(row[3])} for row in self._chosen()]

    def names(self):
        return [{"index": row[0], "name": row[4]} for row in self._chosen()]

    def process(self):
        """The number of the process that tells them; None when there is none."""
        process = self._process
        return process.pid if process else None

    def end(self):
        self._process.stdout.close()
        self._process.kill()
        self._process.wait()
        self._process = None
        self._rest = b""
        self._rows = {}

    def _start(self, now):
        if now < self._start_at:
            return
        self._start_at = now + self._pause
        self._pause = min(2 * self._pause, LONGEST_PAUSE)
        try:
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            os.set_blocking(self._process.stdout.fileno(), False)
        except OSError:
            self._process = None

    def _listen(self, now):
        try:
            while True:
                data = os.read(self._process.stdout.fileno(), 1 << 16)
                if not data:
                    self.end()
                    return
                self._take(data, now)
        except BlockingIOError:
            pass

    def _take(self, data, now):
        *lines, self._rest = (self._rest + data).split(b"\n")
        # What never ends a line is no list of devices.
        self._rest = self._rest[-1000:]
        for row in map(read_row, lines):
            if row is not None:
                self._rows[row[0]] = row
                self._heard_at = now
                self._pause = FIRST_PAUSE

    def _chosen(self):
        """Where Slurm fences the devices in, only the job's own are listed, and their numbers start anew."""
        # Another thread may end the reading meanwhile.
        known = self._rows
        rows = [known[index] for index in sorted(known)]
        return rows if len(rows) <= len(self._allocated) else [row for row in rows if row[0] in self._allocated]


def allocated_gpus():
    """The numbers of the job's GPUs on this node, as far as Slurm has given it any.

    On further nodes a step has the job's variable from the first node (sbatch(1), srun(1)).
    """
    said = (os.environ.get(name) for name in ("SLURM_STEP_GPUS", "SLURM_JOB_GPUS", "CUDA_VISIBLE_DEVICES"))
    words = next((text for text in said if text), "").split(",")
    return {int(word) for word in words if word.isdigit()}


def read_row(line):
    """From a line like "0, 35, 1024, 81559, NVIDIA A100"; what a card cannot tell is None."""
    cells = [cell.strip() for cell in line.decode("ascii", "replace").split(",", 4)]
    if len(cells) != 5 or not cells[0].isdigit():
        return None
    return [number(cell) for cell in cells[:4]] + [cells[4]]


def number(text):
    return int(text) if text.isdigit() else None


def in_bytes(mebibytes):
    return None if mebibytes is None else mebibytes * MEBIBYTE
