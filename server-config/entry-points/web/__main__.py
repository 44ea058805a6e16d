"""The way to one's own web servers: ``python3 web SOCKET`` leads from /PORT/ and from /NAME/ to them.

/8000/ is the user's own program that listens on that port of this node, /NAME/ the one on the Unix socket NAME in
CARME_JOBDIR/web. The page at / says which there are, and how to start one.
"""

import asyncio
import os
import sys

sys.path.insert(1, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "shared"))

from passage import Site  # noqa: E402
from requests import LONGEST_HEAD  # noqa: E402


def main(path):
    folder = os.path.join(os.environ["CARME_JOBDIR"], "web")
    os.makedirs(folder, 0o700, exist_ok=True)
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    loop.run_until_complete(asyncio.start_unix_server(Site(folder).serve, path, limit=LONGEST_HEAD))
    loop.run_forever()


main(*sys.argv[1:])
