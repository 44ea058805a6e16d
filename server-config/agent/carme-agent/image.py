"""What a job's services run in: the node as it is, or an image, entered by the words that its runtime was declared with."""

import grp
import os
import re
import shutil

import journal
from places import is_below
from storage import mount_point
from variables import PYTHON, SHELL, with_tools

PLACEHOLDER = re.compile(r"\{(image|home|user|tmp|source|target)\}")
FOLDER = ".image"
FRAMES = "frames"
TMP = ".tmp"
VAR_TMP = ".vartmp"
# An X server makes these only for root.
IN_TMP = (".X11-unix", ".ICE-unix")
# Where scripts look for the folder on the node's disk, whatever the disk is called.
LOCAL = "/home/SSD"
ETC = ("passwd", "group", "hosts", "resolv.conf")
ENTRY_POINTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), os.pardir, os.pardir, "entry-points")
NOBODY = 65534
# A need is a program, or a file by its whole path.
IS_THERE = 'case "$1" in /*) [ -e "$1" ] ;; *) command -v "$1" >/dev/null ;; esac'
# Runs inside. What it leaves in the service's folder tells a runtime that failed from a service that did. Variables are
# those that the image was built with, but of folders that it does not have, and in front of its programs are Carme's.
ENTER = (
    'folder=$1; shift; : >"$folder/inside"; [ ! -r /.carme/environment.sh ] || . /.carme/environment.sh; '
    '[ -d "$CARME_PROJECT_DIR" ] || CARME_PROJECT_DIR=; [ -d "$CARME_SCRATCH_DIR" ] || CARME_SCRATCH_DIR=; '
    '[ -z "$CARME_TMPDIR" ] || '
    'export PATH="$CARME_SHELL_DIR/bin:$PATH" TMPDIR="$CARME_TMPDIR" TMP="$CARME_TMPDIR" TEMP="$CARME_TMPDIR" '
    'PYTHONPATH="${PYTHONPATH:+$PYTHONPATH:}${CARME_SHELL_DIR%/shell}/python"; '
    'while [ "$1" != -- ]; do ' + IS_THERE + ' || { echo "$1" >"$folder/missing"; exit 127; }; shift; '
    'done; shift; exec "$@"')


class Unusable(OSError):
    """A service cannot run here; the text is for the user."""


class Node:
    """No image: the node's own software."""

    def __init__(self, variables=None):
        self.environment = with_tools(variables, os.environ.get("PATH")) if variables else {}

    def enter(self, command, needs, _, path):
        """The command as it is to be started."""
        check_programs(command[:1] + needs, path)
        return command

    def why_ended(self, folder, _):
        """What the user is to know beside the exit code; empty when there is nothing."""
        name = missing(folder)
        return "%s is not on this node" % name if name else ""


class Image:
    """The image that the portal has named, and what it is to see of the node."""

    def __init__(self, declared, folders, site, has_accelerators, variables=()):
        """folders: the job's own on this node, the one with its sockets and then the one on the disk, if there is one.

        site: what it sees of the site's disks.
        """
        self._declared = declared
        self._folders = folders
        self._runtime = runtime = folders[0]
        self._own = os.path.join(runtime.path, FOLDER)
        self._tmp = os.path.join(folders[-1].path, TMP)
        self._var_tmp = os.path.join(folders[-1].path, VAR_TMP)
        self._is_provided = False
        self._site = site
        self._home = site.home
        self._user = os.environ.get("USER") or str(os.getuid())
        self._has_accelerators = has_accelerators
        self._told = set()
        # Another TMPDIR of the node's is not inside; ch-run would even put it in the place of /tmp.
        self.environment = dict(
            variables, CARME_AGENT_PROGRAM=os.path.join(self._own, "agent", "carme-agent"),
            CARME_SHELL_DIR=os.path.join(self._own, "shell"), TMPDIR="/tmp")

    def _provide(self):
        """Puts what services need of Carme where every image sees it, below the job's folder."""
        os.mkdir(os.path.join(self._runtime.make_folder(FOLDER), "agent"))
        for name, source in (("entry-points", ENTRY_POINTS), ("shell", SHELL), ("python", PYTHON)):
            if os.path.isdir(source):
                shutil.copytree(source, os.path.join(self._own, name), ignore_dangling_symlinks=True)
        self._folders[-1].make_folder(TMP)
        self._folders[-1].make_folder(VAR_TMP)
        for name in IN_TMP:
            os.mkdir(os.path.join(self._tmp, name))
            os.chmod(os.path.join(self._tmp, name), 0o1777)
        for name, lines in (("passwd", self._accounts()), ("group", groups())):
            with open(os.path.join(self._own, name), "w") as file:
                file.writelines(line + "\n" for line in lines)
        self._is_provided = True

    def _accounts(self):
        """The user by the names of the job; root and nobody, as far as the user is neither."""
        user, shell = os.getuid(), os.environ.get("SHELL", "/bin/sh")
        accounts = {
            0: "root:x:0:0:root:/root:/bin/sh",
            NOBODY: "nobody:x:%d:%d:nobody:/nonexistent:/usr/sbin/nologin" % (NOBODY, NOBODY),
            user: "%s:x:%d:%d::%s:%s" % (self._user, user, os.getgid(), self._home, shell)}
        return accounts.values()

    def enter(self, command, needs, folder, path):
        """The command as it is to be started on the node, to run inside; Unusable when that cannot be."""
        trouble = self._site.trouble()
        if trouble:
            raise Unusable(trouble)
        check_programs(self._declared.command[:1] + self._declared.needs, path)
        location = locate(self._declared.name, self._declared.location, self._declared.folders)
        if not self._is_provided:
            self._provide()
        several = {
            "{vartmp}": self._bound_var_tmp(location), "{local}": self._local(location),
            "{binds}": self._binds(location), "{etc}": self._etc(location),
            "{flags}": self._filled(self._declared.flags),
            "{accelerators}": self._filled(self._declared.accelerators) if self._has_accelerators else [],
            "{writable}": self._filled(self._declared.writable, image=location)}
        words = []
        for word in self._declared.command:
            words += several[word] if word in several else self._filled([word], image=location)
        return words + ["/bin/sh", "-c", ENTER, "carme", folder] + command[:1] + needs + ["--"] + command

    def covered(self):
        """What is the node's, seen from inside."""
        own = [self._home] + self._site.paths() + [folder.path for folder in self._folders]
        return ["/home", "/run", "/tmp", "/var/tmp"] + own + [bind.target for bind in self._declared.binds]

    def _binds(self, location):
        words = self._own_binds(location) + self._site_binds(location)
        for bind in self._declared.binds:
            if not os.path.exists(bind.source):
                raise Unusable("%s, which the image is to see, is not on this node" % bind.source)
            if os.path.isdir(location) and not os.path.lexists(location + bind.target):
                raise Unusable("the image %s has no %s to bind to" % (self._declared.name, bind.target))
            if bind.read_only and not self._declared.read_only_bind:
                raise Unusable("the runtime cannot protect %s against writing" % bind.source)
            words += self._bind(
                self._declared.read_only_bind if bind.read_only else self._declared.bind, bind.source, bind.target)
        return words

    def _own_binds(self, location):
        """A folder that is below where the disk's is to be seen is there already, and shown by a link."""
        runtime, disks = self._folders[0], self._folders[1:]
        words = self._bind(self._declared.bind, runtime.path, runtime.path)
        for disk in disks:
            if is_below(disk.path, LOCAL) and self._has_place_for_local(location):
                link_to_itself(disk)
            else:
                words += self._bind(self._declared.bind, disk.path, disk.path)
        return words

    def _bound_var_tmp(self, location):
        """Where the image has it as a folder: Bubblewrap cannot make it, and a link may lead to /tmp."""
        is_there = mount_point(location, "/var/tmp") == "/var/tmp"
        return self._bind(self._declared.bind, self._var_tmp, "/var/tmp") if is_there else []

    def _local(self, location):
        disks = self._folders[1:] if self._has_place_for_local(location) else []
        return [word for disk in disks for word in self._bind(self._declared.bind, disk.data, LOCAL)]

    def _has_place_for_local(self, location):
        """A runtime says whether it makes one; nobody does in an image that is written to."""
        if "{local}" not in self._declared.command:
            return False
        others = [self._home] + self._site.paths() + [bind.target for bind in self._declared.binds]
        is_free = not any(is_below(path, LOCAL) for path in others)
        return is_free and (not self._declared.writable or os.path.isdir(location + LOCAL))

    def _site_binds(self, location):
        """An empty folder of the image becomes one that has the places to bind to."""
        frames, words = [], []
        frame = os.path.join(self._own, FRAMES)
        for path in self._site.paths():
            place = mount_point(location, path)
            if place is None and self._home.startswith(path + "/"):
                raise Unusable("the image %s has no place for %s, where your home is" % (self._declared.name, path))
            if place is None:
                self._say_once("the image %s has no place for %s, and goes on without" % (self._declared.name, path))
                continue
            if place != path:
                os.makedirs(frame + path, exist_ok=True)
                if place not in frames:
                    frames.append(place)
            words += self._bind(self._declared.bind, path, path)
        protected = self._declared.read_only_bind or self._declared.bind
        return [word for place in frames for word in self._bind(protected, frame + place, place)] + words

    def _say_once(self, text):
        if text not in self._told:
            self._told.add(text)
            journal.say(text)

    def _etc(self, location):
        """Only over files that the image has: where there is none, none can be put."""
        words = []
        for name in ETC:
            own, target = os.path.join(self._own, name), os.path.join("/etc", name)
            source = own if os.path.exists(own) else target
            if is_plain_file(location + target) and os.path.exists(source):
                words += self._bind(self._declared.read_only_bind, source, target)
        return words

    def _bind(self, words, source, target):
        path = os.path.normpath(target)
        for folder, own in (("/tmp", self._tmp), ("/var/tmp", self._var_tmp)):
            if path.startswith(folder + "/"):
                make_place(source, own + path[len(folder):])
        return self._filled(words, source=source, target=target)

    def _filled(self, words, **more):
        values = dict(more, home=self._home, user=self._user, tmp=self._tmp)
        return [PLACEHOLDER.sub(lambda found: values.get(found.group(1), found.group()), word) for word in words]

    def why_ended(self, folder, log):
        """What the user is to know beside the exit code; empty when the service itself ended."""
        name = missing(folder)
        if name:
            return "%s is not in the image %s" % (name, self._declared.name)
        if os.path.exists(os.path.join(folder, "inside")):
            return ""
        return "the image %s cannot be entered: %s" % (self._declared.name, log.last_line() or "its runtime says nothing")


def make_place(source, path):
    """Where one is bound to the other; not every runtime makes it."""
    os.makedirs(path if os.path.isdir(source) else os.path.dirname(path), 0o700, exist_ok=True)
    if not os.path.lexists(path):
        with open(path, "w"):
            pass


def link_to_itself(disk):
    """Seen at LOCAL, its data are at their own path as well."""
    folder = os.path.join(disk.data, os.path.relpath(disk.path, LOCAL))
    link = os.path.join(folder, os.path.basename(disk.data))
    os.makedirs(folder, exist_ok=True)
    if not os.path.lexists(link):
        os.symlink(os.path.relpath(disk.data, folder), link)


def missing(folder):
    """What a service has found missing; empty when nothing."""
    try:
        with open(os.path.join(folder, "missing")) as file:
            return file.read().strip()
    except OSError:
        return ""


def locate(name, location, folders):
    """Where the image really is; a URI as it is."""
    if not location.startswith("/"):
        return location
    real = os.path.realpath(location)
    if not any(real.startswith(os.path.realpath(folder) + "/") for folder in folders):
        raise Unusable("the image %s leads out of the image store: %s" % (name, location))
    if not os.path.exists(real):
        raise Unusable("the image %s is not on this node: %s" % (name, location))
    return real


def check_programs(names, path):
    for name in names:
        if not (os.path.exists(name) if name.startswith("/") else shutil.which(name, path=path)):
            raise Unusable("%s is not on this node" % name)


def groups():
    """The user's, and those of root and nobody."""
    names = {0: "root", NOBODY: "nogroup"}
    for number in {os.getgid(), *os.getgroups()}:
        try:
            names[number] = grp.getgrgid(number).gr_name
        except KeyError:
            names[number] = "g%d" % number
    return ["%s:x:%d:" % (name, number) for number, name in sorted(names.items())]


def is_plain_file(path):
    return os.path.isfile(path) and not os.path.islink(path)
