"""Carries bytes between the gateway's TLS connection and a service's socket.

One thread does it for all connections, so the two buffers below are shared; what a side does not take at once is the
only thing a connection keeps, and while it keeps something nothing more is read for it.
"""

import select
import socket
import ssl

READ = select.EPOLLIN
WRITE = select.EPOLLOUT
GONE = select.EPOLLHUP | select.EPOLLERR
CHUNK = 256 * 1024
RECORD = 16 * 1024

_received = memoryview(bytearray(CHUNK))
_plain = memoryview(bytearray(CHUNK))


class Poller:
    """epoll with a callback for each descriptor."""

    def __init__(self):
        self._epoll = select.epoll()
        self._wanted = {}
        self._callbacks = {}

    def want(self, descriptor, events, callback):
        """Calls callback(events) from now on; no events: never, and its hang-up does not wake us either."""
        before = self._wanted.get(descriptor, 0)
        if events == before:
            return
        if not events:
            self.forget(descriptor)
            return
        (self._epoll.modify if before else self._epoll.register)(descriptor, events)
        self._wanted[descriptor] = events
        self._callbacks[descriptor] = callback

    def forget(self, descriptor):
        if self._wanted.pop(descriptor, 0):
            self._epoll.unregister(descriptor)
            del self._callbacks[descriptor]

    def wait(self, timeout):
        for descriptor, events in self._epoll.poll(timeout):
            callback = self._callbacks.get(descriptor)
            if callback is not None:
                callback(events)


class TlsEnd:
    """The gateway's side: a socket that does not block, and TLS in memory on top of it."""

    def __init__(self, connection, context):
        self.connection = connection
        self.descriptor = connection.fileno()
        self.ended = False
        self.unsent = None
        self._in = ssl.MemoryBIO()
        self._out = ssl.MemoryBIO()
        self.tls = context.wrap_bio(self._in, self._out, server_side=True)

    def shake_hands(self):
        """True once the hand-shake is complete."""
        try:
            self.tls.do_handshake()
            return True
        except ssl.SSLWantReadError:
            return False
        finally:
            self.flush()

    def receive(self):
        """Takes in what has arrived; ConnectionError when the gateway left without a farewell."""
        try:
            count = self.connection.recv_into(_received)
        except BlockingIOError:
            return
        if not count:
            raise ConnectionAbortedError()
        self._in.write(_received[:count])

    def read(self):
        """The next plain bytes, in the shared buffer; empty when there are none now or, if `ended`, ever."""
        filled = 0
        while self._in.pending and filled <= CHUNK - RECORD and not self.ended:
            try:
                count = self.tls.read(RECORD, _plain[filled:])
            except ssl.SSLWantReadError:
                break
            except ssl.SSLZeroReturnError:
                count = 0
            self.ended = count == 0
            filled += count
        if self._out.pending:
            self.flush()
        return _plain[:filled]

    def send(self, data):
        self.tls.write(data)
        self.flush()

    def say_farewell(self):
        """Tells the gateway that nothing more will come; it may go on sending."""
        try:
            self.tls.unwrap()
        except ssl.SSLError:
            # Its own farewell has not come yet, and need not.
            pass
        self.flush()

    def flush(self):
        if self.unsent is None:
            if not self._out.pending:
                return
            self.unsent = memoryview(self._out.read())
        self.unsent = self.unsent[_send(self.connection, self.unsent):] or None
        if self.unsent is None and self._out.pending:
            self.flush()


def _send(connection, data):
    try:
        return connection.send(data)
    except BlockingIOError:
        return 0


class Tunnel:
    """One connection of the gateway to one service, for as long as either side has something to say."""

    def __init__(self, poller, gateway, service, on_service_gone, on_close):
        self._poller = poller
        self._gateway = gateway
        self._service = service
        self._service_descriptor = service.fileno()
        self._on_service_gone = on_service_gone
        self._on_close = on_close
        self._unsent = None
        self._upload_ended = False
        self._download_ended = False
        self._farewell_said = False
        self._service_gone = False

    def open(self):
        self._guard(self._upload)

    def close(self):
        self._poller.forget(self._gateway.descriptor)
        self._poller.forget(self._service_descriptor)
        self._gateway.connection.close()
        self._service.close()
        self._on_close(self)

    def _on_gateway(self, events):
        self._guard(self._serve_gateway, events)

    def _on_service(self, events):
        self._guard(self._serve_service, events)

    def _guard(self, work, *arguments):
        """A failure of one connection is its own end and nobody else's."""
        try:
            work(*arguments)
            self._settle()
        except (OSError, ValueError):
            self.close()

    def _serve_gateway(self, events):
        if events & WRITE:
            self._gateway.flush()
        if events & ~WRITE:
            self._gateway.receive()
            self._upload()

    def _upload(self):
        """Hands on what the gateway has sent, as much as the service takes."""
        while self._unsent is None:
            data = self._gateway.read()
            if not data:
                break
            self._to_service(data)

    def _to_service(self, data):
        if self._service_gone:
            return
        try:
            sent = _send(self._service, data)
        except OSError:
            self._service_gone = True
            self._unsent = None
            return
        self._unsent = bytes(data[sent:]) or None

    def _serve_service(self, events):
        if events & WRITE and self._unsent is not None:
            self._to_service(self._unsent)
            self._upload()
        if events & ~WRITE:
            self._download()
        if events & GONE and self._download_ended:
            self._service_gone = True

    def _download(self):
        try:
            count = self._service.recv_into(_received)
        except BlockingIOError:
            return
        except ConnectionResetError:
            self._service_gone = True
            count = 0
        if count:
            self._gateway.send(_received[:count])
        else:
            self._download_ended = True

    def _settle(self):
        """After each step: who may speak next, and whether all is said."""
        gateway = self._gateway
        waiting = self._unsent is not None
        stalled = gateway.unsent is not None
        if gateway.ended or self._download_ended:
            self._pass_on_ends(waiting, stalled)
        reads = 0 if waiting or gateway.ended else READ
        self._poller.want(gateway.descriptor, reads | (WRITE if stalled else 0), self._on_gateway)
        reads = 0 if stalled or self._download_ended else READ
        self._poller.want(self._service_descriptor, reads | (WRITE if waiting else 0), self._on_service)

    def _pass_on_ends(self, waiting, stalled):
        if self._gateway.ended and not waiting and not self._upload_ended:
            self._upload_ended = True
            self._end_upload()
        if self._download_ended and not waiting and not stalled and not self._farewell_said:
            self._farewell_said = True
            self._gateway.say_farewell()
        if self._service_gone and self._farewell_said:
            self._on_service_gone(self)
        if self._gateway.ended and self._farewell_said and self._gateway.unsent is None:
            raise ConnectionAbortedError("both sides have ended")

    def _end_upload(self):
        try:
            self._service.shutdown(socket.SHUT_WR)
        except OSError:
            self._service_gone = True
