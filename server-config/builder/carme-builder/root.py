"""The copy's files by their paths in the image: links lead to where they would lead inside."""

import os

from inventory import Root
from removal import remove


class WritableRoot(Root):
    """To be used while nobody else works in it; its folder may be made later."""

    def inside(self, path):
        """Where the image's path is on this machine; None for a circle of links."""
        found = self.resolved(path)
        return None if found is None else os.path.normpath(self._folder + found)

    def is_folder(self, path):
        found = self.inside(path)
        return found is not None and os.path.isdir(found)

    def is_plain_file(self, path):
        """And no link to one."""
        folder = self.inside(os.path.dirname(path))
        place = os.path.join(folder or "", os.path.basename(path))
        return folder is not None and os.path.isfile(place) and not os.path.islink(place)

    def write(self, path, text, mode):
        """In place of what was there under that name; folders on the way are made."""
        folder = self.inside(os.path.dirname(path))
        if folder is None:
            raise NotADirectoryError(path)
        os.makedirs(folder, 0o755, exist_ok=True)
        place = os.path.join(folder, os.path.basename(path))
        if os.path.isdir(place) and not os.path.islink(place):
            raise IsADirectoryError(path)
        if os.path.lexists(place):
            os.unlink(place)
        with open(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode), "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(place, mode)

    def remove(self, path):
        """A folder with all that is in it; a link, not what it leads to."""
        folder = self.inside(os.path.dirname(path))
        if folder is not None:
            remove(os.path.join(folder, os.path.basename(path)))
