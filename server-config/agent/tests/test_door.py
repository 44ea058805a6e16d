"""Who comes through the agent's door, and what becomes of the bytes."""

import contextlib
import hashlib
import os
import socket
import ssl
import threading
import time
import unittest

from support import JOB, Scene, tool, until

BULK = 50 << 20


def read_all(connection):
    """Up to the other side's end; Python says that in two ways."""
    received = b""
    with contextlib.suppress(ssl.SSLZeroReturnError):
        part = connection.recv(1 << 16)
        while part:
            received += part
            part = connection.recv(1 << 16)
    return received


class DoorTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scene = Scene(*[tool(kind) for kind in ("echo", "count", "halfway", "hurried")])
        cls.addClassCleanup(cls.scene.close)
        cls.agent = cls.scene.ready_agent()
        cls.silent = socket.create_connection(("127.0.0.1", cls.scene.portal.last_report()["port"]), 8)
        cls.silent_since = time.monotonic()
        cls.addClassCleanup(cls.silent.close)

    def connect(self, *arguments, **options):
        connection = self.scene.connect(*arguments, **options)
        self.addCleanup(connection.close)
        return connection

    def assert_closed(self, *arguments, **options):
        """In TLS 1.3 a client learns only from its first read that its certificate was not welcome."""
        with self.assertRaises(OSError):
            connection = self.connect(*arguments, **options)
            connection.sendall(b"hello")
            if not connection.recv(1):
                raise ConnectionAbortedError()

    def test_opens_for_the_gateway(self):
        connection = self.connect("echo")
        connection.sendall(b"hello")
        self.assertEqual(connection.recv(100), b"hello")
        self.assertEqual(connection.version(), "TLSv1.3")

    def test_tires_of_a_silent_greeting(self):
        self.assertEqual(self.silent.recv(1), b"")
        self.assertLess(time.monotonic() - self.silent_since, 15)

    def test_takes_server_names_in_any_case(self):
        self.connect("echo", server="ECHO.%s.Carme" % JOB).sendall(b"x")

    def test_stays_closed_for_every_other_certificate(self):
        for whose, identity in Scene.identities.strangers.items():
            with self.subTest(whose):
                self.assert_closed("echo", identity=identity)

    def test_stays_closed_without_a_certificate(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(Scene.identities.authority.certificate)
        plain = socket.create_connection(("127.0.0.1", self.scene.portal.last_report()["port"]), 5)
        self.addCleanup(plain.close)
        with self.assertRaises(OSError):
            with context.wrap_socket(plain, server_hostname="echo.%s.carme" % JOB) as connection:
                if not connection.recv(1):
                    raise ConnectionAbortedError()

    def test_stays_closed_for_unknown_names(self):
        for name in ("nothing." + JOB + ".carme", JOB + ".carme", "echo.otherjob.carme", "localhost"):
            with self.subTest(name):
                self.assert_closed("echo", server=name)

    def test_stays_closed_for_what_is_not_tls(self):
        for words in (b"GET / HTTP/1.1\r\n\r\n", os.urandom(300), b""):
            with socket.create_connection(("127.0.0.1", self.scene.portal.last_report()["port"]), 5) as connection:
                connection.sendall(words)
                connection.shutdown(socket.SHUT_WR)
                self.assertNotIn(b"HTTP", read_all(connection))

    def test_one_address_cannot_take_all_places(self):
        port = self.scene.portal.last_report()["port"]
        silent = [socket.create_connection(("127.0.0.1", port), 5) for _ in range(32)]
        try:
            with socket.create_connection(("127.0.0.1", port), 5) as one_too_many:
                self.assertEqual(one_too_many.recv(1), b"")
        finally:
            for connection in silent:
                connection.close()
        self.connect_patiently().sendall(b"x")

    def connect_patiently(self):
        def attempt():
            try:
                return self.connect("echo")
            except OSError:
                return None

        return until(attempt, "a free place")

    def test_carries_much_both_ways_at_once(self):
        data = os.urandom(1 << 20)
        connection = self.connect("echo")

        def send():
            for _ in range(BULK >> 20):
                connection.sendall(data)

        sender = threading.Thread(target=send)
        sender.start()
        received, digest = 0, hashlib.sha256()
        while received < BULK:
            part = connection.recv(1 << 16)
            received += len(part)
            digest.update(part)
        sender.join()
        self.assertEqual(digest.digest(), hashlib.sha256(data * (BULK >> 20)).digest())

    def test_passes_on_the_gateways_end_and_still_brings_the_answer(self):
        connection = self.connect("count")
        connection.sendall(b"x" * (1 << 20))
        connection.settimeout(0.1)
        with self.assertRaises(TimeoutError):
            # Python can end its side only by also waiting for the other's end.
            connection.unwrap()
        connection.settimeout(30)
        self.assertEqual(read_all(connection), b"%d" % (1 << 20))

    def test_passes_on_the_services_end_and_still_takes_bytes(self):
        connection = self.connect("halfway")
        connection.sendall(b"first")
        self.assertEqual(read_all(connection), b"done")
        connection.sendall(b" and last")
        connection.close()
        heard = self.agent.runtime() / "heard"
        until(heard.exists, "the service's note")

    def test_brings_the_last_word_of_a_service_that_left(self):
        connection = self.connect("hurried")
        connection.sendall(b"x" * 100)
        self.assertEqual(read_all(connection), b"no thanks")

    def test_holds_back_what_nobody_reads(self):
        connection = self.connect("echo")
        connection.setblocking(False)
        chunk = b"x" * (1 << 18)
        sent, quiet_since = 0, time.monotonic()
        while time.monotonic() - quiet_since < 0.5 and sent < 1 << 30:
            try:
                sent += connection.send(chunk)
                quiet_since = time.monotonic()
            except (ssl.SSLWantWriteError, BlockingIOError):
                time.sleep(0.01)
        self.assertLess(sent, 64 << 20)

    def test_keeps_many_idle_connections(self):
        many = [self.connect("echo") for _ in range(100)]
        for connection in many:
            connection.sendall(b"still here")
        self.assertEqual({connection.recv(100) for connection in many}, {b"still here"})


if __name__ == "__main__":
    unittest.main()
