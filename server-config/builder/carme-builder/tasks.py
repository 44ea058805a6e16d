"""The kinds of tasks, each a list of steps."""

import gzip
import json
import os
import subprocess
import tempfile

import inventory
from copying import Copy, make_plain
from inside import Inside, ending
from output import Output
from progress import Failure
from root import WritableRoot
from space import Space
from steps import Steps, title
from target import Target

COPY = "copy"
LARGEST_DOCUMENT = 64 << 20
LARGEST_WORDS = 64 << 10


class Task:
    """One task; its results come into `folder`."""

    def __init__(self, plan, folder, progress):
        self._plan = plan
        self._folder = folder
        self._progress = progress
        self._source = inventory.Root(plan["source"])
        self._result = None

    def do(self):
        """What it has made, if that counts."""
        if self._plan["kind"] == "inventory":
            look = self._look_inside if "inside" in self._plan else lambda: self._take(self._source)
            self._progress.do([("inventory", "Inventory", look)])
            return None
        with Target(self._plan["target"]) as target:
            self._progress.do(getattr(self, "_" + self._plan["kind"])(target))
            target.place()
        return self._result

    def _build(self, target):
        # What stands beside the copy counts, too: it is on the same disk.
        space = self._space(target)
        inside = Inside(target.root, space, Output(), self._plan["limits"]["processes"])
        steps = Steps(target, WritableRoot(os.path.realpath(target.root)), inside, self._plan["mirrors"])

        def begin():
            Copy(self._source, target.root, space).make()
            steps.prepare()

        def end():
            steps.clean_up()
            make_plain(target.root)
            self._take(made(target))

        planned = [(step["kind"], title(step), lambda step=step: steps.do(step)) for step in self._plan["steps"]]
        return [(COPY, "Copy of the base", begin)] + planned + [("inventory", "Inventory", end)]

    def _sandbox(self, target):
        copy = Copy(self._source, target.root, self._space(target))
        return [(COPY, "Copy of the base", copy.make)]

    def _copy(self, target):
        copy = Copy(self._source, target.root, self._space(target))
        wanted = self._plan.get("digest")

        def compare():
            found = inventory.take(self._source, True)
            if wanted != properties(found)["carme:digest"]:
                raise Failure("the files have changed since their digest was taken")

        def end():
            self._take(made(target))
            if wanted and self._result["digest"] != wanted:
                raise Failure(
                    "the files have changed while they were copied" if copy.is_exact else
                    "some files cannot be taken over as they are, or have changed meanwhile: make the version anew by a build")

        first = [("digest", "Digest of the files", compare)] if wanted else []
        return first + [(COPY, "Copy of the files", copy.make), ("inventory", "Inventory", end)]

    def _space(self, target):
        return Space(target.folder(), self._plan["limits"]["bytes"])

    def _take(self, root):
        """What is inside: the document, which the agent sends, and the digest."""
        try:
            document = inventory.take(root, True)
        except OverflowError as error:
            raise Failure(str(error))
        self._keep(document)
        found = properties(document)
        self._result = {"digest": found["carme:digest"], "bytes": int(found["carme:bytes"])}

    def _look_inside(self):
        """By the runtime, where only that can open the image; what is printed there is the document."""
        output = Output()
        with tempfile.TemporaryFile() as printed, tempfile.TemporaryFile() as said:
            code = subprocess.call(self._plan["inside"], stdin=subprocess.DEVNULL, stdout=printed, stderr=said)
            for file in (printed, said):
                file.seek(0)
            output.take(said.read(LARGEST_WORDS))
            if os.path.exists(os.path.join(self._folder, "missing")):
                raise Failure("python3 is not in the image")
            if code:
                raise Failure("the image cannot be looked into: " + ending(code), output.last_lines())
            try:
                self._keep(json.loads(printed.read(LARGEST_DOCUMENT).decode()))
            except ValueError:
                raise Failure("what is inside the image cannot be understood")

    def _keep(self, document):
        """For the agent, which sends it."""
        with gzip.open(os.path.join(self._folder, "contents.json.gz"), "wt", encoding="utf-8") as file:
            json.dump(document, file)


def made(target):
    return inventory.Root(os.path.realpath(target.root))


def properties(document):
    return {each["name"]: each["value"] for each in document["metadata"]["component"]["properties"]}
