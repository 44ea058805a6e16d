"""The kinds of tasks, each a list of steps."""

import gzip
import json
import os

import inventory
from copying import Copy, make_plain
from inside import Inside
from output import Output
from progress import Failure
from root import WritableRoot
from space import Space
from steps import Steps, title
from target import Target

COPY = "copy"


class Task:
    """One task; its results come into `folder`."""

    def __init__(self, plan, folder, progress):
        self._plan = plan
        self._folder = folder
        self._progress = progress
        self._source = plan["source"]
        self._result = None

    def do(self):
        """What it has made, if that counts."""
        if self._plan["kind"] == "inventory":
            self._progress.do([("inventory", "Inventory", lambda: self._take(self._source))])
            return None
        with Target(self._plan["target"]) as target:
            self._progress.do(getattr(self, "_" + self._plan["kind"])(target))
            target.place()
        return self._result

    def _build(self, target):
        # What stands beside the copy counts, too: it is on the same disk.
        space = self._space(target)
        inside = Inside(target.root, space, Output(), self._plan["limits"]["processes"])
        steps = Steps(target, WritableRoot(target.root), inside, self._plan["mirrors"])

        def begin():
            Copy(self._source, target.root, space).make()
            steps.prepare()

        def end():
            steps.clean_up()
            make_plain(target.root)
            self._take(target.root)

        planned = [(step["kind"], title(step), lambda step=step: steps.do(step)) for step in self._plan["steps"]]
        return [(COPY, "Copy of the base", begin)] + planned + [("inventory", "Inventory", end)]

    def _sandbox(self, target):
        copy = Copy(self._source, target.root, self._space(target))
        return [(COPY, "Copy of the base", copy.make)]

    def _copy(self, target):
        copy = Copy(self._source, target.root, self._space(target))
        wanted = self._plan.get("digest")

        def compare():
            found = inventory.take(inventory.Root(self._source), True)
            if wanted != properties(found)["carme:digest"]:
                raise Failure("the files have changed since their digest was taken")

        def end():
            self._take(target.root)
            if wanted and copy.is_exact and self._result["digest"] != wanted:
                raise Failure("the files have changed while they were copied")

        first = [("digest", "Digest of the files", compare)] if wanted else []
        return first + [(COPY, "Copy of the files", copy.make), ("inventory", "Inventory", end)]

    def _space(self, target):
        return Space(target.folder(), self._plan["limits"]["bytes"])

    def _take(self, folder):
        """What is inside: the document, which the agent sends, and the digest."""
        try:
            document = inventory.take(inventory.Root(folder), True)
        except OverflowError as error:
            raise Failure(str(error))
        with gzip.open(os.path.join(self._folder, "contents.json.gz"), "wt", encoding="utf-8") as file:
            json.dump(document, file)
        found = properties(document)
        self._result = {"digest": found["carme:digest"], "bytes": int(found["carme:bytes"])}


def properties(document):
    return {each["name"]: each["value"] for each in document["metadata"]["component"]["properties"]}
