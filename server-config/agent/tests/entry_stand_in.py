"""Stands in for a web program that cannot be had here: ``entry_stand_in.py NAME WORDS...``, linked to under its name.

It listens where the words say, on a Unix socket or on a port, or where a configuration file of Jupyter's says, and tells
everybody its words and the path asked for.
"""

import http.server
import json
import re
import socketserver
import sys
import types

SOCKET = re.compile(r"--(?:www-)?socket=(/.*)")
PORT = re.compile(r"--port[= ](\d+)")


class Teller(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        content = json.dumps({"words": sys.argv[1:], "path": self.path}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def address_string(self):
        return ""


def configured(path):
    """The socket in a file in which Jupyter's `c` is filled."""
    applications = ("ServerApp", "LabApp", "JupyterNotebookApp", "KernelManager")
    c = types.SimpleNamespace(**{name: types.SimpleNamespace() for name in applications})
    with open(path) as file:
        exec(file.read(), {"c": c, "__file__": path})
    assert c.ServerApp.token and c.KernelManager.transport == "ipc"
    return c.ServerApp.sock


def main(words):
    if words[0].startswith("--config="):
        words = words + ["--socket=" + configured(words[0][len("--config="):])]
    text = " ".join(words)
    found = [match for match in map(SOCKET.match, words) if match]
    if found:
        server = socketserver.UnixStreamServer(found[0].group(1), Teller)
    else:
        server = http.server.HTTPServer(("127.0.0.1", int(PORT.search(text).group(1))), Teller)
    server.serve_forever()


main(sys.argv[1:])
