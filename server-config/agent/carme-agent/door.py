"""The node's only door to the job: it opens for the gateway's certificate and leads to the job's services."""

import collections
import os
import re
import resource
import socket
import ssl
import threading
import time

import probe
import tunnel

HANDSHAKE_LIMIT = 5.0
LINGER_LIMIT = 2.0
RETRY = 0.02
CONNECTIONS = 2048
SPARE_DESCRIPTORS = 128
GREETINGS = 256
GREETINGS_OF_ONE_ADDRESS = 32
BACKLOG = 512
ORDER = re.compile(r"0-(start|restart)-([a-z][a-z0-9-]{0,30})\Z")
CLIENT_AUTH = bytes.fromhex("06082b06010505070302")


def tls_context(assignment, folder, names):
    """For the job's certificate; `names` says which server names lead somewhere."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_verify_locations(cadata=assignment.authority)
    _load_identity(context, assignment, folder)
    context.set_ciphers("ECDHE+AESGCM:ECDHE+CHACHA20")
    context.options |= ssl.OP_NO_TICKET
    # The gateway knows best which cipher its machine computes fastest.
    context.options &= ~ssl.OP_CIPHER_SERVER_PREFERENCE
    _only_modern_versions(context)

    def choose(tls, name, _):
        if names(name) is None:
            return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
        tls.wanted_name = name
        return None

    context.set_servername_callback(choose)
    return context


def _only_modern_versions(context):
    if hasattr(context, "minimum_version"):
        context.minimum_version = ssl.TLSVersion.TLSv1_2
    else:
        context.options |= ssl.OP_NO_TLSv1 | ssl.OP_NO_TLSv1_1
    if hasattr(context, "num_tickets"):
        context.num_tickets = 0


def _load_identity(context, assignment, folder):
    """Python reads keys from files only; this one lives in the private folder, and for a moment."""
    path = os.path.join(folder.path, "identity.pem")
    folder.write(path, assignment.private_key.rstrip() + "\n" + assignment.certificate)
    try:
        context.load_cert_chain(path)
    finally:
        os.unlink(path)


class Greeting:
    """A connection until it is known who it is and until the service has taken it."""

    def __init__(self, door, connection, address):
        self.address = address
        self._door = door
        self._end = tunnel.TlsEnd(connection, door.context)
        self._is_known = False

    def open(self):
        self._door.poller.want(self._end.descriptor, tunnel.READ, self._on_event)

    def close(self):
        self._door.poller.forget(self._end.descriptor)
        self._end.connection.close()
        self._door.closed(self)

    def advance(self):
        """Tries again to reach a service that had no place for one more connection."""
        if self._is_known:
            self._connect()

    def _on_event(self, _):
        try:
            self._end.receive()
            if not self._end.shake_hands():
                return
            self._check_gateway()
        except (OSError, ValueError):
            self.close()
            return
        if self._obey():
            return
        self._is_known = True
        self._door.poller.forget(self._end.descriptor)
        self._connect()

    def _obey(self):
        """True when the name is an order, which is done with its answer."""
        order = self._door.order(self._end.tls.wanted_name)
        if order is None:
            return False
        try:
            self._end.send(b"ok" if self._door.obey(*order) else b"no")
            self._end.say_farewell()
        except (OSError, ValueError):
            pass
        self.close()
        return True

    def _check_gateway(self):
        """The job's own certificate comes from the same authority, and must not open the door."""
        tls = self._end.tls
        names = [value for group in tls.getpeercert()["subject"] for key, value in group if key == "commonName"]
        if names != [self._door.gateway] or CLIENT_AUTH not in tls.getpeercert(True):
            raise PermissionError("not the gateway")

    def _connect(self):
        try:
            service = probe.connect(self._door.target(self._end.tls.wanted_name), 0)
        except BlockingIOError:
            return
        except (OSError, TypeError):
            self.close()
            return
        self._door.admit(self, self._end, service)


class Door(threading.Thread):
    """Listens, and carries all connections in one thread."""

    def __init__(self, assignment, folder, targets, obey):
        """targets() says where services listen, by name; obey(verb, name) is to start or restart one."""
        super().__init__(name="door", daemon=True)
        self.gateway = assignment.gateway
        self.poller = tunnel.Poller()
        self._suffix = ".%s.carme" % assignment.job
        self._targets = targets
        self.obey = obey
        self.context = tls_context(assignment, folder, lambda name: self.order(name) or self.target(name))
        self._deadlines = {}
        self._greetings = collections.Counter()
        self._open = 0
        self._limit = _connection_limit()
        self._listener = _listen(assignment.address)
        self.port = self._listener.getsockname()[1]

    def run(self):
        self._accept_if_free()
        while True:
            self.poller.wait(RETRY if self._deadlines else -1)
            if self._deadlines:
                self._look_at_deadlines()

    def target(self, name):
        """Where the service of that server name listens; None when there is no such name, or when it does not run."""
        return self._targets().get(self._label(name))

    def order(self, name):
        """The verb and the service in a server name that is an order, which no service's name can be."""
        found = ORDER.match(self._label(name))
        return found.groups() if found else None

    def _label(self, name):
        return name.lower()[:-len(self._suffix)] if name and name.lower().endswith(self._suffix) else ""

    def admit(self, greeting, end, service):
        """From a greeting to a tunnel; the connection stays counted."""
        self._forget(greeting)
        tunnel.Tunnel(self.poller, end, service, self._linger, self.closed).open()

    def closed(self, connection):
        self._forget(connection)
        self._open -= 1
        self._accept_if_free()

    def _forget(self, connection):
        if self._deadlines.pop(connection, None) and isinstance(connection, Greeting):
            self._greetings[connection.address] -= 1
            self._greetings += collections.Counter()

    def _linger(self, connection):
        """A service that is gone has had its last word; the gateway gets a moment to read it."""
        self._deadlines.setdefault(connection, time.monotonic() + LINGER_LIMIT)

    def _look_at_deadlines(self):
        now = time.monotonic()
        for connection, deadline in list(self._deadlines.items()):
            if now > deadline:
                connection.close()
            elif isinstance(connection, Greeting):
                connection.advance()

    def _accept_if_free(self):
        free = self._open < self._limit and sum(self._greetings.values()) < GREETINGS
        self.poller.want(self._listener.fileno(), tunnel.READ if free else 0, self._accept)

    def _accept(self, _):
        try:
            connection, address = self._listener.accept()
        except OSError:
            return
        # Whoever is on the node has as many addresses as he likes there.
        is_from_inside = is_loopback(address[0]) and not is_loopback(self._listener.getsockname()[0])
        if is_from_inside or self._greetings[address[0]] >= GREETINGS_OF_ONE_ADDRESS:
            connection.close()
            return
        connection.setblocking(False)
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        self._open += 1
        self._greetings[address[0]] += 1
        greeting = Greeting(self, connection, address[0])
        self._deadlines[greeting] = time.monotonic() + HANDSHAKE_LIMIT
        greeting.open()
        self._accept_if_free()


def is_loopback(address):
    return address.startswith("127.") or address == "::1"


def _listen(address):
    listener = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET)
    listener.bind((address, 0))
    listener.listen(BACKLOG)
    listener.setblocking(False)
    return listener


def _connection_limit():
    """A connection takes two descriptors."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * CONNECTIONS + SPARE_DESCRIPTORS
    allowed = wanted if hard == resource.RLIM_INFINITY else min(hard, wanted)
    if soft != resource.RLIM_INFINITY and soft < allowed:
        resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    return min(CONNECTIONS, (allowed - SPARE_DESCRIPTORS) // 2)
