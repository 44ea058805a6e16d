"""A web terminal: ``python3 terminal SOCKET BASE`` serves shells below the path BASE on a Unix socket.

It asks nobody for a name: who may open the socket, in a private folder, may use the shells.
"""

import asyncio
import os
import signal
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "shared"))

from requests import LONGEST_HEAD  # noqa: E402
from shell import Shells  # noqa: E402
from website import Site  # noqa: E402


def main(path, base):
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    shells = Shells()
    loop.add_signal_handler(signal.SIGCHLD, shells.reap)
    loop.run_until_complete(asyncio.start_unix_server(Site(base, shells).serve, path, limit=LONGEST_HEAD))
    loop.run_forever()


main(*sys.argv[1:])
