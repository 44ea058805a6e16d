"""A desktop: ``python3 desktop SOCKET BASE FOLDER`` shows one below the path BASE, with TigerVNC, noVNC and openbox.

The VNC server listens on a socket in the private FOLDER and asks for nothing; X11 asks for a cookie that is kept there.
"""

import asyncio
import os
import signal
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "shared"))

from requests import LONGEST_HEAD  # noqa: E402
from screen import Screen  # noqa: E402
from viewer import Site  # noqa: E402


def main(path, base, folder):
    screen = Screen(folder)
    screen.start()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.add_signal_handler(signal.SIGCHLD, screen.look)
    loop.run_until_complete(asyncio.start_unix_server(Site(base, screen.socket).serve, path, limit=LONGEST_HEAD))
    loop.run_forever()


main(*sys.argv[1:])
