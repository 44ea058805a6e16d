"""What is inside an image: prints a CycloneDX 1.5 document of its Debian, conda and pip packages.

    python3 inventory.py FOLDER [--digest] [--without PATH]...

FOLDER is the image's root, or / inside of it; there, --without names what is the node's. The properties of the document's
component hold the size of all files (`carme:bytes`) and, if asked for, what tells whether the image has changed
(`carme:digest`: over names, kinds, modes and contents, not over times and owners).
"""

import argparse
import errno
import hashlib
import json
import os
import re
import stat
import sys
from contextlib import contextmanager
from urllib.parse import quote

NOT_OF_THE_IMAGE = ("dev", "proc", "sys")
LONGEST_TEXT = 255
LARGEST_FILE = 8 << 20
LARGEST_COPYRIGHT = 256 << 10
MOST_PACKAGES = 100000
MOST_LICENCES = 10
MOST_LINKS = 40
BLOCK = 1 << 20
# Of a folder that is only passed on the way, reading may be forbidden.
FOLDER = os.O_PATH | os.O_DIRECTORY | os.O_NOFOLLOW
PYTHON = re.compile(r"\.(dist-info/METADATA|egg-info/PKG-INFO|egg-info)\Z")
CONDA = re.compile(r"/conda-meta/[^/]+\.json\Z")


class Root:
    """The image's files; a link leads to where it would lead inside the image, never out of it.

    `folder` is a real path. It is opened once, at the first look, and everything in it is reached from there step by step,
    through no link: who can change the image while it is read does not lead the reader to other files.
    """

    def __init__(self, folder, without=()):
        self._folder = folder
        self._without = set(without).union("/" + name for name in NOT_OF_THE_IMAGE)
        self._top = None

    def __del__(self):
        if self._top is not None:
            os.close(self._top)

    @contextmanager
    def folder(self, path):
        """A descriptor by which the names in a folder can be looked up; the path is one without links."""
        if self._top is None:
            self._top = descend(os.open("/", FOLDER), self._folder)
        descriptor = descend(os.dup(self._top), path)
        try:
            yield descriptor
        finally:
            os.close(descriptor)

    def read(self, path, limit=LARGEST_FILE):
        """The text of a file; None when there is none, or it is larger."""
        found = self.resolved(path)
        try:
            if found is None:
                return None
            with self.folder(os.path.dirname(found)) as folder, open_file(os.path.basename(found), folder) as file:
                content = file.read(limit + 1)
        except OSError:
            return None
        return content.decode("utf-8", "replace") if len(content) <= limit else None

    def names(self, path):
        found = self.resolved(path)
        try:
            if found is None:
                return []
            with self.folder(found) as folder:
                return sorted(names_in(folder))
        except OSError:
            return []

    def walk(self):
        """(path, status, folder's descriptor) of everything in the image, in the order of names."""
        waiting = [""]
        while waiting:
            path = waiting.pop()
            try:
                with self.folder(path) as folder:
                    for inner, status in self._entries(path, folder):
                        if stat.S_ISDIR(status.st_mode):
                            waiting.append(inner)
                        yield inner, status, folder
            except OSError:
                if not path:
                    raise

    def _entries(self, path, folder):
        try:
            names = sorted(names_in(folder), reverse=True)
        except OSError:
            return
        for name in names:
            inner = path + "/" + name
            if inner in self._without:
                continue
            try:
                status = os.stat(name, dir_fd=folder, follow_symlinks=False)
            except OSError:
                continue
            yield inner, status

    def resolved(self, path):
        """The path in the image by which there are no links; None for a circle of links."""
        done = []
        todo = [part for part in path.split("/") if part][::-1]
        links = 0
        while todo:
            part = todo.pop()
            if part in (".", ".."):
                done = done[:-1] if part == ".." else done
                continue
            target = self._target("/".join(done), part)
            if target is None:
                done.append(part)
                continue
            links += 1
            if links > MOST_LINKS:
                return None
            done = [] if target.startswith("/") else done
            todo += [each for each in target.split("/") if each][::-1]
        return "/" + "/".join(done)

    def _target(self, path, name):
        """Of a link; None when it is none."""
        try:
            with self.folder(path) as folder:
                return os.readlink(name, dir_fd=folder)
        except OSError:
            return None


def descend(descriptor, path):
    """From one folder's descriptor, which is closed, to that of another one in it; not through links."""
    for name in path.split("/"):
        if name:
            above = descriptor
            try:
                descriptor = os.open(name, FOLDER, dir_fd=above)
            finally:
                os.close(above)
    return descriptor


def names_in(folder):
    descriptor = os.open(".", os.O_RDONLY | os.O_DIRECTORY, dir_fd=folder)
    try:
        return os.listdir(descriptor)
    finally:
        os.close(descriptor)


def open_file(name, folder):
    """For reading, and only a regular file: a link is not followed, and a pipe not waited for."""
    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(errno.ENXIO, "no regular file", name)
    return open(descriptor, "rb")


def debian_packages(root):
    release = os_release(root)
    files = ["/var/lib/dpkg/status"] + ["/var/lib/dpkg/status.d/" + name for name in root.names("/var/lib/dpkg/status.d")]
    for file in files:
        for paragraph in re.split(r"\n\s*\n", root.read(file) or ""):
            fields = headers(paragraph)
            if "Package" not in fields or "Version" not in fields:
                continue
            if not fields.get("Status", "install ok installed").endswith(" installed"):
                continue
            place = "deb/%s/%s" % (quote(release.get("ID", "debian")), quote(fields["Package"]))
            yield package(
                place, fields["Package"], fields["Version"], copyright_licences(root, fields["Package"]),
                {"arch": fields.get("Architecture"), "distro": distribution(release), "upstream": upstream(fields)})


def upstream(fields):
    """The source package where its name or version is another one; advisories go by it."""
    found = re.match(r"(\S+)(?: \((\S+)\))?\Z", fields.get("Source", ""))
    return "@".join(part for part in found.groups() if part) if found else None


def os_release(root):
    text = root.read("/etc/os-release") or root.read("/usr/lib/os-release") or ""
    pairs = (line.split("=", 1) for line in text.splitlines() if "=" in line)
    return {name: value.strip("\"'") for name, value in pairs}


def distribution(release):
    return "%s-%s" % (release["ID"], release["VERSION_ID"]) if "ID" in release and "VERSION_ID" in release else None


def copyright_licences(root, name):
    text = root.read("/usr/share/doc/%s/copyright" % name, LARGEST_COPYRIGHT) or ""
    return re.findall(r"^License:[ \t]*(\S[^\n]*)$", text, re.MULTILINE)


def python_package(text):
    fields = headers(re.split(r"\r?\n\r?\n", text, maxsplit=1)[0])
    if "Name" not in fields or "Version" not in fields:
        return None
    classified = re.findall(r"^Classifier: License :: (?:.* :: )?([^\n]+)$", text, re.MULTILINE)
    if "License-Expression" in fields:
        licences = [fields["License-Expression"]]
    else:
        # Some have the whole text in the field; what others put there is a name.
        licences = classified or [fields.get("License", "").replace("UNKNOWN", "")]
    name = re.sub(r"[-_.]+", "-", fields["Name"]).lower()
    return package("pypi/" + quote(name), name, fields["Version"], licences)


def conda_package(text):
    try:
        found = json.loads(text)
        licence = found.get("license")
        return package(
            "conda/" + quote(found["name"]), found["name"], found["version"], [licence] if licence else [],
            {"build": found.get("build")})
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def headers(text):
    """Fields as in a mail's head; of one that comes twice the first, of one with several lines the first line."""
    fields = {}
    for line in text.splitlines():
        found = re.match(r"([A-Za-z-]+):[ \t]*(.*)", line)
        if found:
            fields.setdefault(found.group(1), found.group(2).strip())
    return fields


def package(place, name, version, licences, qualifiers=None):
    """One component; see the specification of package URLs for `place` and `qualifiers`."""
    known = sorted((key, value) for key, value in (qualifiers or {}).items() if value)
    rest = "?" + "&".join("%s=%s" % (key, quote(str(value), safe="")) for key, value in known) if known else ""
    url = "pkg:%s@%s%s" % (place, quote(version, safe=""), rest)
    component = {"type": "library", "bom-ref": url, "name": short(name), "version": short(version), "purl": url}
    distinct = list(dict.fromkeys(short(licence) for licence in licences if licence.strip()))[:MOST_LICENCES]
    if distinct:
        component["licenses"] = [{"license": {"name": licence}} for licence in distinct]
    return component


def short(text):
    return " ".join(text.split())[:LONGEST_TEXT]


class Digest:
    """Over everything in the image, in the order of the walk."""

    def __init__(self):
        self._sum = hashlib.sha256()

    def add(self, path, status, folder):
        name = os.path.basename(path)
        kind = stat.S_IFMT(status.st_mode)
        if kind == stat.S_IFREG:
            try:
                what = content_digest(name, folder)
            except OSError as error:
                what = "unreadable %d" % error.errno
        else:
            what = os.readlink(name, dir_fd=folder) if kind == stat.S_IFLNK else ""
        line = "%o %s %s\0" % (status.st_mode, what, path)
        self._sum.update(line.encode("utf-8", "surrogateescape"))

    def text(self):
        return "sha256:" + self._sum.hexdigest()


def content_digest(name, folder):
    digest = hashlib.sha256()
    with open_file(name, folder) as file:
        for block in iter(lambda: file.read(BLOCK), b""):
            digest.update(block)
    return digest.hexdigest()


def take(root, with_digest):
    found = {component["bom-ref"]: component for component in debian_packages(root)}
    digest = Digest() if with_digest else None
    size = 0
    files = set()
    for path, status, folder in root.walk():
        if digest:
            digest.add(path, status, folder)
        if not stat.S_ISREG(status.st_mode):
            continue
        if (status.st_dev, status.st_ino) not in files:
            size += status.st_size
        if status.st_nlink > 1:
            files.add((status.st_dev, status.st_ino))
        read = python_package if PYTHON.search(path) else conda_package if CONDA.search(path) else None
        component = read(root.read(path) or "") if read else None
        if component:
            found.setdefault(component["bom-ref"], component)
        if len(found) > MOST_PACKAGES:
            raise OverflowError("more than %d packages" % MOST_PACKAGES)
    properties = {"carme:bytes": str(size)}
    if digest:
        properties["carme:digest"] = digest.text()
    return document(found, properties)


def document(found, properties):
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {
            "type": "container",
            "name": "image",
            "properties": [{"name": name, "value": value} for name, value in properties.items()],
        }},
        "components": [found[reference] for reference in sorted(found)],
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--digest", action="store_true")
    parser.add_argument("--without", action="append", default=[], metavar="PATH")
    arguments = parser.parse_args()
    if not os.path.isdir(arguments.folder):
        print("%s is no folder" % arguments.folder, file=sys.stderr)
        return 1
    try:
        json.dump(take(Root(os.path.realpath(arguments.folder), arguments.without), arguments.digest), sys.stdout)
    except (OverflowError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
