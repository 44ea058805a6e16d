"""What each kind of step does in the copy."""

import os
import re
import shlex
from urllib.parse import urlsplit

from inside import COVERED, ENVIRONMENT
from progress import Failure

VARIABLE = re.compile(r"(\$\{[A-Za-z_][A-Za-z0-9_]*\}|\$[A-Za-z_][A-Za-z0-9_]*)")
FOLDER = ".carme"
POLICY = "/usr/sbin/policy-rc.d"
CACHES = ("/var/lib/apt/lists", "/var/cache/apt", "/root/.cache")
NEED_APT = "command -v apt-get >/dev/null || { echo 'apt-get is not in the image'; exit 127; }\n"
APT = "apt-get update\napt-get install --no-install-recommends -- "
# Quoted: it is said to a shell as one word.
SCRIPTS = {
    "apt": NEED_APT + APT + '"$@"\n',
    "pip": (
        "if ! python3 -m pip --version >/dev/null 2>&1; then\n" + NEED_APT + APT + "python3-pip\nfi\n"
        'python3 -m pip install -- "$@"\n'),
    "conda": (
        "program=$(command -v mamba || command -v conda || command -v micromamba) ||\n"
        "  { echo 'conda is not in the image'; exit 127; }\n"
        '"$program" install --yes %s -- "$@"\n"$program" clean --all --yes\n'),
}
APT_SETTINGS = """APT::Sandbox::User "root";
APT::Get::Assume-Yes "true";
Acquire::Languages "none";
Dpkg::Use-Pty "0";
DPkg::Options { "--force-confdef"; "--force-confold"; "--force-unsafe-io"; };
"""


class Steps:
    """In one copy, seen by the rules of `root` from outside and by those of `inside` from within."""

    def __init__(self, target, root, inside, mirrors):
        self._target = target
        self._root = root
        self._inside = inside
        self._mirrors = mirrors
        self._denies = False

    def prepare(self):
        """Runtimes put the node's names over these, and no package is to start its services."""
        for path in COVERED:
            if self._root.is_folder(os.path.dirname(path)) and not self._root.is_plain_file(path):
                self._put(path, "", 0o644)
        self._denies = self._root.is_folder(os.path.dirname(POLICY)) and not self._root.is_plain_file(POLICY)
        if self._denies:
            self._put(POLICY, "#!/bin/sh\nexit 101\n", 0o755)
        self._fill_secrets("/etc/passwd", "/etc/shadow", ":*:19000:0:99999:7:::")
        self._fill_secrets("/etc/group", "/etc/gshadow", ":*::")

    def _fill_secrets(self, path, secrets, rest):
        """Nobody's password could be read, so nobody has one; without an entry, root could not become that user."""
        if self._root.read(secrets) == "":
            names = [line.partition(":")[0] for line in (self._root.read(path) or "").splitlines()]
            self._put(secrets, "".join("%s%s\n" % (name, rest) for name in names), 0o644)

    def clean_up(self):
        if self._denies:
            self._root.remove(POLICY)
        for path in CACHES:
            for name in self._root.names(path):
                self._root.remove(path + "/" + name)

    def do(self, step):
        getattr(self, "_" + step["kind"])(step)

    def _apt(self, step):
        self._run_script(SCRIPTS["apt"], step["packages"])

    def _pip(self, step):
        self._run_script(SCRIPTS["pip"], step["packages"])

    def _conda(self, step):
        channel = self._mirrors.get("conda")
        options = "--override-channels --channel " + shlex.quote(channel) if channel else ""
        self._run_script(SCRIPTS["conda"] % options, step["packages"])

    def _run(self, step):
        self._run_script(step["script"], [])

    def _file(self, step):
        self._put(step["path"], step["text"], 0o755 if step.get("executable") else 0o644)

    def _environment(self, step):
        """The line is for shells; other variables in a value stand for what they are when it is read."""
        parts = VARIABLE.split(step["value"])
        words = ['"%s"' % part if VARIABLE.match(part) else shlex.quote(part) for part in parts if part]
        known = self._root.read(ENVIRONMENT) or ""
        self._put(ENVIRONMENT, "%sexport %s=%s\n" % (known, step["name"], "".join(words)), 0o644)

    def _put(self, path, text, mode):
        try:
            self._root.write(path, text, mode)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            raise Failure("%s cannot be a file in this image" % path)

    def _run_script(self, script, arguments):
        """From a file: a long one would be no argument, and standard input is for nobody."""
        temporary = self._target.scratch("tmp")
        folder = os.path.join(temporary, FOLDER)
        os.mkdir(folder)
        for name, text in (("script", script), ("apt.conf", self._apt_settings()), ("sources.list", self._sources())):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        command = ["/bin/sh", "-e", "/tmp/%s/script" % FOLDER] + arguments
        try:
            self._inside.run(command, temporary, self._variables())
        finally:
            self._target.scratch("tmp")

    def _apt_settings(self):
        if not self._mirrors.get("apt"):
            return APT_SETTINGS
        return APT_SETTINGS + 'Dir::Etc::SourceList "/tmp/%s/sources.list";\nDir::Etc::SourceParts "/dev/null";\n' % FOLDER

    def _sources(self):
        return "".join(line + "\n" for line in self._mirrors.get("apt", []))

    def _variables(self):
        variables = {
            "DEBIAN_FRONTEND": "noninteractive", "APT_CONFIG": "/tmp/%s/apt.conf" % FOLDER,
            "PIP_BREAK_SYSTEM_PACKAGES": "1", "PIP_ROOT_USER_ACTION": "ignore", "PIP_NO_CACHE_DIR": "1",
            "PIP_NO_INPUT": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_PROGRESS_BAR": "off"}
        index = self._mirrors.get("pip")
        if index:
            variables["PIP_INDEX_URL"] = index
            if urlsplit(index).scheme == "http":
                variables["PIP_TRUSTED_HOST"] = urlsplit(index).hostname
        return variables


def title(step):
    """In English, for what has no words of its own on the portal's pages."""
    kind = step["kind"]
    if kind in ("apt", "pip", "conda"):
        return "%s: %s" % (kind, " ".join(step["packages"]))
    if kind == "file":
        return "File %s" % step["path"]
    if kind == "environment":
        return "Variable %s" % step["name"]
    return "Run: %s" % next((line for line in step["script"].splitlines() if line.strip()), "")
