"""What the portal answers to a bootstrap, read with suspicion."""

import re
from typing import Any, Dict, List, NamedTuple, Optional

from fields import BadAnswer, Fields, is_number
from plan import read_task

NAME = re.compile(r"[a-z][a-z0-9-]{0,30}\Z")
KEY = re.compile(r"[a-z0-9]{1,63}\Z")
FILE_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,63}\Z")
NODE = re.compile(r"[0-9A-Za-z_][0-9A-Za-z_.-]{0,254}\Z")
SSH_KEY = re.compile(r"ssh-ed25519 [A-Za-z0-9+/]{68}\Z")
# A path as users write it.
WRITTEN = re.compile(r"~?(/[^/\x00-\x1f\x7f]+)+/?\Z")
# A path of the site's.
SITE_PATH = re.compile(r"(/(?!\.\.?(/|\Z))[A-Za-z0-9._+@=-]+)+\Z")
HEARTBEAT = (1, 300)
START_LIMIT = 120


Service = NamedTuple("Service", [
    ("name", str),
    ("command", List[str]),
    ("environment", Dict[str, str]),
    ("files", Dict[str, str]),
    ("listen", str),
    ("readiness", str),
    ("statuses", List[int]),
    ("needs", List[str]),
    ("secret", str),
    ("base", str),
    ("start_limit", float),
    ("on_demand", bool),
    ("optional", bool),
    ("after", List[str]),
    ("title", str),
])

Bind = NamedTuple("Bind", [("source", str), ("target", str), ("read_only", bool)])

Image = NamedTuple("Image", [
    ("name", str),
    ("location", str),
    ("folders", List[str]),
    ("command", List[str]),
    ("bind", List[str]),
    ("read_only_bind", List[str]),
    ("accelerators", List[str]),
    ("writable", List[str]),
    ("flags", List[str]),
    ("binds", List[Bind]),
    ("needs", List[str]),
])

# After how many days things in the user's home are removed; None: never.
HomeDays = NamedTuple("HomeDays", [("logs", Optional[int]), ("trash", Optional[int])])

NodeSsh = NamedTuple("NodeSsh", [("name", str), ("address", str), ("port", int), ("key", str)])

# One thing to be copied to the node's disk: a path, which may begin with a tilde, and of a site's dataset its name.
Item = NamedTuple("Item", [("source", str), ("dataset", str)])

# folders: in one of which, or in the home, paths of users must really be; results: where they go, empty for nowhere.
Data = NamedTuple("Data", [("items", List[Item]), ("folders", List[str]), ("results", str)])

# Of the site's disks, those that the job may use, empty where there is none; and whether it must not see the user's home.
Folders = NamedTuple("Folders", [("project", str), ("scratch", str), ("is_home_hidden", bool)])

Assignment = NamedTuple("Assignment", [
    ("job", str),
    ("token", str),
    ("address", str),
    ("private_key", str),
    ("certificate", str),
    ("authority", str),
    ("gateway", str),
    ("ends_at", Optional[float]),
    ("heartbeat", float),
    ("services", List[Service]),
    ("image", Optional[Image]),
    ("task", Optional[Dict[str, Any]]),
    ("home_days", HomeDays),
    ("ssh", bool),
    ("data", Data),
    ("folders", Folders),
])


def read_assignment(answer):
    """Raises BadAnswer, naming the key."""
    fields = Fields(answer)
    services = [read_service(item) for item in fields.list("services", dict)]
    if len({service.name for service in services}) != len(services):
        raise BadAnswer("services")
    assignment = Assignment(
        job=fields.matching("job", KEY),
        token=fields.text("token"),
        address=fields.address("listen"),
        private_key=fields.text("privateKey"),
        certificate=fields.text("certificate"),
        authority=fields.text("authority"),
        gateway=fields.text("gateway"),
        ends_at=read_end(answer),
        heartbeat=min(max(fields.number("heartbeatSeconds"), HEARTBEAT[0]), HEARTBEAT[1]),
        services=services,
        image=read_image(answer["image"]) if "image" in answer else None,
        task=read_task(answer["task"]) if "task" in answer else None,
        home_days=read_home_days(answer.get("homeDays", {})),
        ssh="ssh" in fields and fields.flag("ssh"),
        data=read_data(Fields(fields.object("data"))) if "data" in fields else Data([], [], ""),
        folders=read_folders(Fields(fields.object("folders") if "folders" in fields else {})),
    )
    if assignment.folders.is_home_hidden and assignment.image is None and (services or assignment.ssh):
        raise BadAnswer("image")
    return assignment


def read_folders(fields):
    folders = Folders(
        *(fields.matching(key, SITE_PATH) if key in fields else "" for key in ("project", "scratch")),
        is_home_hidden="homeHidden" in fields and fields.flag("homeHidden"))
    if folders.is_home_hidden and not folders.project:
        raise BadAnswer("folders")
    return folders


def read_data(fields):
    items = [Fields(item) for item in fields.list("items", dict)]
    return Data(
        items=[Item(
            source=item.matching("source", WRITTEN),
            dataset=item.matching("dataset", NAME) if "dataset" in item else "") for item in items],
        folders=fields.list("folders", str),
        results=fields.matching("results", WRITTEN) if "results" in fields else "",
    )


def read_home_days(item):
    if not isinstance(item, dict) or not all(type(days) is int and days > 0 for days in item.values()):
        raise BadAnswer("homeDays")
    return HomeDays(item.get("logs"), item.get("trash"))


def read_service(item):
    fields = Fields(item)
    service = Service(
        name=fields.matching("name", NAME),
        command=fields.list("command", str),
        environment=fields.texts("environment"),
        files=fields.texts("files"),
        listen=fields.text("listen"),
        readiness=fields.text("readiness"),
        statuses=fields.list("readinessStatus", int),
        needs=fields.list("needs", str) if "needs" in fields else [],
        secret=fields.text("secret"),
        base=fields.text("base"),
        start_limit=fields.number("startSeconds") if "startSeconds" in fields else START_LIMIT,
        on_demand="onDemand" in fields and fields.flag("onDemand"),
        optional="optional" in fields and fields.flag("optional"),
        after=fields.list("after", str) if "after" in fields else [],
        title=fields.text("title") if "title" in fields else fields.text("name"),
    )
    if service.listen not in ("unix", "loopback", "namespace"):
        raise BadAnswer("listen")
    if not service.command or any("{secret}" in word for word in service.command):
        raise BadAnswer("command")
    if not all(FILE_NAME.match(name) for name in service.files):
        raise BadAnswer("files")
    return service


def read_image(item):
    fields = Fields(item if isinstance(item, dict) else {})
    image = Image(
        name=fields.text("name"),
        location=fields.text("location"),
        folders=fields.list("folders", str),
        command=fields.list("command", str),
        bind=fields.list("bind", str),
        read_only_bind=fields.list("readOnlyBind", str),
        accelerators=fields.list("accelerators", str),
        writable=fields.list("writable", str) if "writable" in fields else [],
        flags=fields.list("flags", str),
        binds=[read_bind(Fields(bind)) for bind in fields.list("binds", dict)],
        needs=fields.list("needs", str),
    )
    if not image.command or "{binds}" not in image.command:
        raise BadAnswer("command")
    return image


def read_bind(fields):
    bind = Bind(source=fields.text("source"), target=fields.text("target"), read_only=fields.flag("readOnly"))
    if not (bind.source.startswith("/") and bind.target.startswith("/")):
        raise BadAnswer("binds")
    return bind


def read_nodes(answer):
    """How the job's nodes are reached by ssh; none when the portal does not say."""
    nodes = []
    for item in Fields(answer).list("nodes", dict) if "nodes" in answer else []:
        fields = Fields(item)
        port = fields.number("port")
        if port not in range(1024, 65536):
            raise BadAnswer("port")
        nodes.append(NodeSsh(
            fields.matching("name", NODE), fields.address("address"), int(port), fields.matching("key", SSH_KEY)))
    return nodes


def read_nodes_with_data(answer):
    """On how many of the job's nodes the copying of data is over; None when the portal does not say."""
    value = answer.get("nodesWithData")
    return value if type(value) is int else None


def read_end(answer):
    """When the job ends, in seconds since the epoch; None when the portal does not say."""
    return _read_time(answer, "endsAt")


def read_now(answer):
    """What time it is for the portal, in seconds since the epoch; None when it does not say."""
    return _read_time(answer, "now")


def read_idle_end(answer):
    """When the job is stopped unless somebody uses it, in seconds since the epoch; None when it is not to be."""
    return _read_time(answer, "idleEndsAt")


def _read_time(answer, key):
    value = answer.get(key)
    return value / 1000.0 if is_number(value) and value > 0 else None
