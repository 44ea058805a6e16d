"""Where on the node a user's words lead, and whether that is a place for it."""

import os


class Astray(Exception):
    """It leads where it must not; the text is for the user."""


def locate(written, home, folders):
    """The real path of what was written, which may begin with a tilde; it need not exist yet."""
    path = os.path.join(home, written[2:]) if written.startswith("~/") else written
    real = os.path.realpath(path)
    if not any(is_below(real, os.path.realpath(folder)) for folder in [home] + folders):
        raise Astray("%s leads to %s, where nothing may be copied from or to" % (written, real))
    return real


def is_below(path, folder):
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def size_below(folder):
    """Of all files in it; what cannot be read counts nothing."""
    return sizes_below(folder, 1)[0]


def sizes_below(folder, block):
    """The same, and what that takes on a disk of such blocks, folders included."""
    total = room = 0
    waiting = [folder]
    while waiting:
        room += block
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    else:
                        size = entry.stat(follow_symlinks=False).st_size
                        total += size
                        room += in_blocks(size, block)
        except OSError:
            # rsync will say of it what there is to be said
            continue
    return total, room


def in_blocks(size, block):
    return -(-size // block) * block
