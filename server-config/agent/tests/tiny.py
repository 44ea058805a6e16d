"""A very small image for the tests: a shell, some programs of the machine, and the libraries that they need."""

import re
import shutil
import subprocess
from pathlib import Path

PROGRAMS = ("sh", "cat", "chmod", "chown", "dd", "id", "ln", "ls", "mkdir", "mknod", "mv", "rm", "sleep", "touch", "setsid")


def make_image(folder):
    image = Path(folder)
    for name in ("bin", "dev", "etc", "home", "opt", "proc", "root", "sys", "tmp", "usr/bin"):
        (image / name).mkdir(parents=True)
    for name in PROGRAMS:
        program = Path(shutil.which(name, path="/usr/bin:/bin")).resolve()
        place(image, program, image / "bin" / name)
    for name in ("passwd", "group", "hosts", "resolv.conf"):
        (image / "etc" / name).write_text("root:x:0:0::/root:/bin/sh\n" if name == "passwd" else "")
    return image


def place(image, program, target):
    shutil.copy(str(program), str(target))
    said = subprocess.run(["ldd", str(program)], stdout=subprocess.PIPE, universal_newlines=True).stdout
    for library in re.findall(r"(/\S+) \(0x", said):
        wanted = image / library[1:]
        if not wanted.exists():
            wanted.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(library, str(wanted))
