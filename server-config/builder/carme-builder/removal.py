"""Removes what builds have left, however deep and however closed: GNU's rm goes where paths are too long for others."""

import os
import subprocess


def remove(path):
    """A file or link, or a folder with all that is in it; links are not followed."""
    if os.path.lexists(path) and call("rm", "-rf", "--one-file-system", "--", path):
        call("chmod", "-R", "u+rwX", "--", path)
        call("rm", "-rf", "--one-file-system", "--", path)


def call(*command):
    return subprocess.call(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
