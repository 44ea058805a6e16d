"""The variables that a job's programs find, by the names that users have in their scripts.

docs/reference/job-variables.md explains each.
"""

import os
import re

import journal
from gpus import allocated_gpus

HERE = os.path.dirname(os.path.abspath(__file__))
SHELL = os.path.normpath(os.path.join(HERE, os.pardir, os.pardir, "shell"))
PYTHON = os.path.join(os.path.dirname(SHELL), "python")
FOLDER = ".job"
SSH_FOLDER = ".ssh"
PIECE = re.compile(r"([^\[,]+)(?:\[(\d[\d,-]*)\])?([^\[,]*)(?:,|$)")


def job_variables(runtime, disk, home, address, site):
    """The job's own folders are made; nothing else is changed."""
    said = os.environ
    job = said.get("SLURM_JOB_ID", "")
    folder = runtime.make_folder(FOLDER)
    for name in ("tmp", "tensorboard"):
        os.mkdir(os.path.join(folder, name), 0o700)
    logs = os.path.join(home, journal.FOLDER)
    nodes = expand(said.get("SLURM_JOB_NODELIST", said.get("SLURMD_NODENAME", "")))
    is_first = said.get("SLURM_NODEID", "0") == "0"
    gpus = ",".join(str(number) for number in sorted(allocated_gpus()))
    values = {
        "LC_MESSAGES": said.get("LANG", "C.UTF-8"),
        "CARME_LOGDIR": logs,
        "CARME_JOBDIR": folder,
        "CARME_LOCAL_SSD_PATH": disk.data if disk else "",
        "CARME_PROJECT_DIR": site.project,
        "CARME_SCRATCH_DIR": site.scratch,
        "CARME_TMPDIR": os.path.join(folder, "tmp"),
        "CARME_TBDIR": os.path.join(folder, "tensorboard"),
        "CARME_SHELL_DIR": SHELL,
        "CARME_JOB_ID": job,
        "CARME_JOB_GPUS": gpus,
        "CARME_GPUS_PER_NODE": str(len(allocated_gpus())),
        "CARME_JOB_FILE_OUT": os.path.join(logs, job + ".out"),
        "CARME_NODES": ",".join(nodes),
        "CARME_NUM_NODES": str(len(nodes)),
        "CARME_MASTER": nodes[0] if nodes else "",
        # The step that the agents run in was started on the first node.
        "CARME_MASTER_IP": address if is_first else said.get("SLURM_LAUNCH_NODE_IPADDR", ""),
        "CARME_SSHDIR": os.path.join(runtime.path, SSH_FOLDER),
        "CARME_HASH": said.get("CARME_JOB_KEY", ""),
        "CARME_QUEUE": said.get("SLURM_JOB_PARTITION", ""),
        "CARME_ACCOUNT_CLASS": said.get("SLURM_JOB_ACCOUNT", ""),
        "CARME_CPUS_PER_NODE": said.get("SLURM_CPUS_ON_NODE", ""),
        "CARME_MEM_PER_NODE": said.get("SLURM_MEM_PER_NODE", ""),
    }
    for older, name in (
            ("CARME_JOBID", "CARME_JOB_ID"), ("CARME_GPU_LIST", "CARME_JOB_GPUS"), ("CARME_TMP", "CARME_TMPDIR"),
            ("CARME_TENSORBOARD_HOME", "CARME_TBDIR"), ("CARME_JOB_FILE_ERR", "CARME_JOB_FILE_OUT")):
        values[older] = values[name]
    return values


def with_tools(variables, path):
    """For a place where the node's folders are as they are: what is Carme's on the paths, files to the job's folder."""
    temporary = variables["CARME_TMPDIR"]
    modules = [folder for folder in (os.environ.get("PYTHONPATH"), PYTHON) if folder]
    return dict(
        variables, PATH="%s/bin:%s" % (variables["CARME_SHELL_DIR"], path or os.defpath), TMPDIR=temporary, TMP=temporary,
        TEMP=temporary, PYTHONPATH=":".join(modules))


def expand(nodes):
    """The names in Slurm's short form, such as node[01-03,7],login."""
    names = []
    for before, numbers, after in PIECE.findall(nodes):
        if not numbers:
            names.append(before + after)
        for part in numbers.split(",") if numbers else ():
            first, _, last = part.partition("-")
            for number in range(int(first), int(last or first) + 1):
                names.append("%s%0*d%s" % (before, len(first), number, after))
    return names
