"""What the portal wants done before services start, read with suspicion."""

import re

from fields import BadAnswer, Fields

FOLDER = re.compile(r"(/[A-Za-z0-9_][A-Za-z0-9._-]*)+\Z")
OWNER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._@-]{0,63}\Z")
RESULT = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,199}\Z")
DIGEST = re.compile(r"sha256:[0-9a-f]{64}\Z")
PATH = re.compile(r"(/[^/\x00-\x1f\x7f]+)+\Z")
VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,63}\Z")
LINE = re.compile(r"[^\x00-\x1f\x7f]{1,1000}\Z")
# Nothing of it can be an option, a path or an address, nor "remove this one", which is a minus behind a name to apt.
PACKAGES = {
    "apt": re.compile(r"[a-z0-9][a-z0-9+.-]*[a-z0-9+](:[a-z0-9-]+)?(=[A-Za-z0-9.+~:-]*[A-Za-z0-9.+~:])?\Z"),
    "pip": re.compile(
        r"[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?(\[[A-Za-z0-9,._-]+\])?"
        r"((===?|~=|!=|<=|>=|<|>)[A-Za-z0-9.*+!_-]+(,(===?|~=|!=|<=|>=|<|>)[A-Za-z0-9.*+!_-]+)*)?\Z"),
    "conda": re.compile(r"([A-Za-z0-9_][A-Za-z0-9_.-]*::)?[a-z0-9_][a-z0-9_.-]*((==?|>=|<=|<|>)[A-Za-z0-9.*+!_-]+)?\Z"),
}
NOT_OF_THE_IMAGE = ("dev", "proc", "sys")


def read_task(item):
    """A task as the builder takes it; BadAnswer names the key."""
    fields = Fields(item if isinstance(item, dict) else {})
    kind = fields.text("kind")
    source = Fields(fields.object("source"))
    task = {"kind": kind, "source": source.text("location"), "folders": source.list("folders", str)}
    if kind == "inventory":
        return task
    if kind not in ("build", "sandbox", "copy"):
        raise BadAnswer("kind")
    limits = Fields(fields.object("limits"))
    task.update(
        target=read_target(fields),
        limits={name: positive(limits, name) for name in ("bytes", "processes")})
    if kind == "copy" and "digest" in fields:
        task["digest"] = fields.matching("digest", DIGEST)
    if kind == "build":
        task["mirrors"] = read_mirrors(Fields(fields.object("mirrors") if "mirrors" in fields else {}))
        task["steps"] = [read_step(Fields(step)) for step in fields.list("steps", dict)]
    return task


def read_target(fields):
    """In a folder of a user's own below the one for such folders."""
    target, folder = fields.matching("target", FOLDER), fields.matching("targetFolder", FOLDER)
    if not target.startswith(folder + "/"):
        raise BadAnswer("target")
    owner, _, name = target[len(folder) + 1:].partition("/")
    if not (OWNER.match(owner) and RESULT.match(name)):
        raise BadAnswer("target")
    return target


def positive(fields, key):
    number = fields.number(key)
    if number < 1:
        raise BadAnswer(key)
    return int(number)


def read_mirrors(fields):
    mirrors = {}
    if "apt" in fields:
        mirrors["apt"] = all_matching(fields.list("apt", str), LINE, "apt")
    for name in ("pip", "conda"):
        if name in fields:
            mirrors[name] = fields.matching(name, LINE)
    return mirrors


def read_step(fields):
    kind = fields.text("kind")
    if kind in PACKAGES:
        packages = all_matching(fields.list("packages", str), PACKAGES[kind], "packages")
        if not packages:
            raise BadAnswer("packages")
        return {"kind": kind, "packages": packages}
    if kind == "run":
        return {"kind": kind, "script": written(fields, "script")}
    if kind == "environment":
        return {"kind": kind, "name": fields.matching("name", VARIABLE), "value": written(fields, "value")}
    if kind != "file":
        raise BadAnswer("kind")
    path = fields.matching("path", PATH)
    parts = path.split("/")[1:]
    if "." in parts or ".." in parts or parts[0] in NOT_OF_THE_IMAGE:
        raise BadAnswer("path")
    return {"kind": kind, "path": path, "text": written(fields, "text"), "executable": fields.flag("executable")}


def all_matching(values, pattern, key):
    if not all(pattern.match(value) for value in values):
        raise BadAnswer(key)
    return values


def written(fields, key):
    """A text that can stand in a file."""
    text = fields.text(key)
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise BadAnswer(key)
    return text
