"""Does a job's task in its image: a build, a sandbox, a copy or an inventory. Started by the job's agent.

    carme-builder FOLDER

FOLDER holds task.json, as the agent has checked it, and gets progress.json and contents.json.gz.
"""

import json
import os
import signal
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
# The inventory is used from where it is.
sys.path.append(os.path.join(HERE, os.pardir, os.pardir, "inventory"))

from progress import Failure, Progress, in_words, say
from tasks import Task

ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def end(number, _):
    """Once: what has been made is being removed then."""
    for each in ENDING:
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)


def main(folder):
    os.umask(0o022)
    for number in ENDING:
        signal.signal(number, end)
    with open(os.path.join(folder, "task.json")) as file:
        plan = json.load(file)
    progress = Progress(os.path.join(folder, "progress.json"))
    try:
        progress.done(Task(plan, folder, progress).do())
        return 0
    except (Failure, OSError) as problem:
        say("failed: %s" % in_words(problem))
        progress.failed(in_words(problem), getattr(problem, "lines", ()))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
