"""Dask: ``python3 dask SOCKET BASE`` runs a scheduler with a worker, and its pages below BASE on a Unix socket.

Who knows the certificate in CARME_JOBDIR/dask, which is private, may use them; nothing else is open to anybody.
"""

import asyncio
import os
import subprocess
import sys

from distributed import Scheduler, Worker
from distributed.http.routing import RoutingApplication
from distributed.security import Security
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_unix_socket

FOLDER = os.path.join(os.environ["CARME_JOBDIR"], "dask")
IDENTITY = os.path.join(FOLDER, "identity.pem")
SCHEDULER = os.path.join(FOLDER, "scheduler.json")
ADDRESS = "tls://%s:0" % (os.environ.get("CARME_MASTER_IP") or "127.0.0.1")
MEGABYTE = 1 << 20


def private(kind, path):
    """The same kind of server, whose pages are on a socket, or nowhere instead of on a port for everybody."""

    class Private(kind):
        def start_http_server(self, routes, *_, **__):
            self.http_application = RoutingApplication(routes)
            self.http_server = HTTPServer(self.http_application)
            self.http_server.port = 0
            if path:
                self.http_server.add_socket(bind_unix_socket(path, 0o600))
            self.services["dashboard"] = self.http_server

    return Private


def make_identity():
    """A key and a certificate, both good for everybody who may read the file, and for nobody else."""
    made = Security.temporary()
    os.makedirs(FOLDER, 0o700, exist_ok=True)
    with open(os.open(IDENTITY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(made.tls_scheduler_key + made.tls_scheduler_cert)


def security():
    roles = {"tls_%s_%s" % (role, what): IDENTITY for role in ("scheduler", "worker", "client") for what in ("key", "cert")}
    return Security(require_encryption=True, tls_ca_file=IDENTITY, **roles)


async def schedule(path, base):
    make_identity()
    kind = private(Scheduler, path)
    async with kind(
            host=ADDRESS, security=security(), dashboard=True, http_prefix=base, scheduler_file=SCHEDULER) as scheduler:
        worker = subprocess.Popen([sys.executable, os.path.abspath(os.path.dirname(__file__)), "worker"])
        try:
            await scheduler.finished()
        finally:
            worker.terminate()


async def work():
    megabytes = os.environ.get("CARME_MEM_PER_NODE", "")
    kind = private(Worker, None)
    async with kind(
            scheduler_file=SCHEDULER, host=ADDRESS, security=security(), nthreads=len(os.sched_getaffinity(0)),
            memory_limit=int(megabytes) * MEGABYTE if megabytes.isdigit() and int(megabytes) else "auto",
            local_directory=os.environ.get("CARME_TMPDIR")) as worker:
        await worker.finished()


asyncio.run(work() if sys.argv[1:] == ["worker"] else schedule(*sys.argv[1:]))
