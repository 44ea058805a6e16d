"""Little services for the tests: ``services.py KIND SOCKET``. Each answers HTTP GET with 200 once it is there."""

import os
import signal
import socket
import subprocess
import sys
import threading
import time


def serve(path, handle):
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(path)
    listener.listen(64)
    while True:
        connection, _ = listener.accept()
        threading.Thread(target=answer, args=(connection, handle), daemon=True).start()


def answer(connection, handle):
    with connection:
        first = connection.recv(65536)
        if first.startswith(b"GET "):
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            return
        handle(connection, first)


def echo(connection, data):
    """Sends everything back, and its own end after the other's."""
    while data:
        connection.sendall(data)
        data = connection.recv(65536)


def count(connection, data):
    """Says how much came, a while after the other side's end."""
    total = 0
    while data:
        total += len(data)
        data = connection.recv(1 << 20)
    time.sleep(2)
    connection.sendall(b"%d" % total)


def first_word_last(connection, data):
    """Ends its own side first, then says in a file what still came."""
    connection.sendall(b"done")
    connection.shutdown(socket.SHUT_WR)
    text = data
    while data:
        data = connection.recv(65536)
        text += data
    with open(os.path.join(os.environ["CARME_RUNTIME_DIR"], "heard"), "wb") as file:
        file.write(text)


def hurried(connection, _):
    """Answers and goes away, whatever else was about to come."""
    connection.sendall(b"no thanks")


def offspring(program):
    """A child that leaves the session."""
    subprocess.Popen([sys.executable, "-c", program], start_new_session=True, stdin=subprocess.DEVNULL)


def main(kind, path):
    if kind == "crash":
        sys.exit(3)
    if kind == "family":
        offspring("import time; time.sleep(300)")
    if kind == "stubborn":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        offspring("import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(300)")
    if kind == "late":
        time.sleep(3)
    handlers = {"count": count, "halfway": first_word_last, "hurried": hurried}
    serve(path, handlers.get(kind, echo))


main(*sys.argv[1:])
