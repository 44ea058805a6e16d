"""The folders of the site's disks that a job may use, on this node and in its image."""

import contextlib
import os
import stat

import journal


class Site:
    """What the job sees of them, and where its programs are at home."""

    def __init__(self, folders, home):
        """folders: what the portal says; home: the user's own, which is hidden if that says so."""
        self._is_home_hidden = folders.is_home_hidden
        self.home = hidden_home(folders) if folders.is_home_hidden else home
        # Data are copied there before anything runs, which says what is wrong.
        self.trouble()
        self.project = present(folders.project)
        self.scratch = present(folders.scratch)

    def trouble(self):
        """Why nothing can run now; empty when it can.

        Others may write to the folder of the project, and put something else where the home was.
        """
        return make_home(self.home) if self._is_home_hidden else ""

    def paths(self):
        return [path for path in (self.project, self.scratch) if path]


def present(path):
    """Empty for what is not on this node, which the job's log says."""
    if path and not os.path.isdir(path):
        journal.say("%s is not on this node" % path)
        return ""
    return path


def hidden_home(folders):
    return os.path.join(folders.project, os.environ.get("USER") or str(os.getuid()))


def make_home(path):
    """A folder of the user's own in that of the project, closed to all others; why there is none, else empty."""
    project, name = os.path.split(path)
    try:
        above = os.open(project, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with contextlib.suppress(FileExistsError):
                os.mkdir(name, 0o700, dir_fd=above)
            found = os.stat(name, dir_fd=above, follow_symlinks=False)
        finally:
            os.close(above)
    except OSError as error:
        if not os.path.lexists(project):
            return "the project is confidential, and its folder %s is not on this node: an administrator has to make it" % project
        return "the project is confidential, and %s cannot be your home: %s" % (path, error.strerror)
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid():
        return "the project is confidential, and %s cannot be your home: it is no folder of yours" % path
    return ""


def mount_point(location, path):
    """Where an image can be made to have the path: there, or at an empty folder above it; None where it has neither.

    Nobody can know all names when an image is made. What is no folder gets what its runtime makes, and so does what is
    below folders that runtimes have made anew.
    """
    if not os.path.isdir(location) or path.startswith(("/home/", "/tmp/")):
        return path
    place = ""
    for name in path.split("/")[1:]:
        inside = "%s%s/%s" % (location, place, name)
        if os.path.islink(inside):
            return None
        if not os.path.isdir(inside):
            break
        place += "/" + name
    return place if place == path or (place and not os.listdir(location + place)) else None
