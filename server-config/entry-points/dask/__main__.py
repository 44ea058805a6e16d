"""Dask: ``python3 dask SOCKET BASE`` runs a scheduler, its pages below BASE on a Unix socket, and workers on all nodes of the job.

``python3 dask node ADDRESS`` runs those of one node, until its standard input ends: one for each GPU, or one. Who knows the
certificate in CARME_JOBDIR/dask, which is private, may use them; nothing else is open to anybody. Other nodes get it by that
input.
"""

import asyncio
import os
import subprocess
import sys
from urllib.parse import urlsplit

from distributed import Scheduler, Worker
from distributed.http.routing import RoutingApplication
from distributed.security import Security
from distributed.utils import get_ip
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_unix_socket

PROGRAM = os.path.abspath(os.path.dirname(__file__))
FOLDER = os.path.join(os.environ.get("CARME_JOBDIR", ""), "dask")
IDENTITY = os.path.join(FOLDER, "identity.pem")
SCHEDULER = os.path.join(FOLDER, "scheduler.json")
ADDRESS = "tls://%s:0" % (os.environ.get("CARME_MASTER_IP") or "127.0.0.1")
# Where this program lies on the other node, that one knows.
ELSEWHERE = ["sh", "-c", 'exec python3 "${CARME_AGENT_PROGRAM%/*}/../entry-points/dask" "$@"', "dask"]
SECRET = "CARME_DASK_IDENTITY"
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
    """A key and a certificate, both good for everybody who has them, and for nobody else."""
    made = Security.temporary()
    identity = made.tls_scheduler_key + made.tls_scheduler_cert
    os.makedirs(FOLDER, 0o700, exist_ok=True)
    with open(os.open(IDENTITY, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(identity)
    return identity


def security(identity):
    roles = {"tls_%s_%s" % (role, what): identity for role in ("scheduler", "worker", "client") for what in ("key", "cert")}
    return Security(require_encryption=True, tls_ca_file=identity, **roles)


async def schedule(path, base):
    identity = make_identity()
    kind = private(Scheduler, path)
    async with kind(
            host=ADDRESS, security=security(identity), dashboard=True, http_prefix=base,
            scheduler_file=SCHEDULER) as scheduler:
        this = os.environ.get("SLURMD_NODENAME", "")
        others = [node for node in os.environ.get("CARME_NODES", "").split(",") if node not in ("", this)]
        # The pipes stay open as long as this list lives.
        nodes = [start_node([sys.executable, PROGRAM], scheduler.address, identity)] + [
            start_node(["carme_ssh", node] + ELSEWHERE, scheduler.address, identity) for node in others]
        await scheduler.finished()
        for node in nodes:
            node.terminate()


def start_node(command, address, identity):
    node = subprocess.Popen(command + ["node", address], stdin=subprocess.PIPE)
    try:
        node.stdin.write(identity.encode() + b"\n\n")
        node.stdin.flush()
    except BrokenPipeError:
        # What went wrong there is in the log.
        pass
    return node


def keep_workers(address):
    """Until the scheduler, or the way to it, is gone."""
    identity = "".join(iter(sys.stdin.readline, "\n"))
    gpus = [word for word in os.environ.get("CUDA_VISIBLE_DEVICES", "").split(",") if word]
    own = [{"CUDA_VISIBLE_DEVICES": gpu} for gpu in gpus] or [{}]
    workers = [
        subprocess.Popen(
            [sys.executable, PROGRAM, "worker", address, str(len(own))], stdin=subprocess.DEVNULL,
            env=dict(os.environ, **{SECRET: identity}, **variables)) for variables in own]
    sys.stdin.read()
    for worker in workers:
        worker.terminate()


async def work(address, count):
    """One of so many workers of this node."""
    identity = os.environ.pop(SECRET)
    megabytes = os.environ.get("CARME_MEM_PER_NODE", "")
    kind = private(Worker, None)
    async with kind(
            address, host="tls://%s:0" % get_ip(urlsplit(address).hostname), security=security(identity),
            nthreads=max(1, len(os.sched_getaffinity(0)) // count),
            memory_limit=int(megabytes) * MEGABYTE // count if megabytes.isdigit() and int(megabytes) else "auto",
            local_directory=os.environ.get("CARME_TMPDIR")) as worker:
        await worker.finished()


def main(first, second, *more):
    if first == "node":
        keep_workers(second)
    else:
        asyncio.run(work(second, int(*more)) if first == "worker" else schedule(first, second))


main(*sys.argv[1:])
