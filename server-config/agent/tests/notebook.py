"""A client of the notebook server in a scene's job."""

import http.client
import json
import uuid

from support import JOB
from websocket import WebSocket

HOST = "127.0.0.1:8081"
BASE = "/entry/%s/jupyter/" % JOB


class Notebook:
    """Talks through the agent's door, as the gateway does."""

    def __init__(self, scene, secret):
        self._scene = scene
        self._headers = {"Host": HOST, "Origin": "http://" + HOST, "Authorization": "token " + secret}

    def run(self, code):
        """What the code prints first, in a kernel of its own."""
        with self._scene.connect("jupyter") as plain:
            connection = http.client.HTTPConnection(HOST)
            connection.sock = plain
            connection.request("POST", BASE + "api/kernels", "{}", self._headers)
            kernel = json.loads(connection.getresponse().read())["id"]
        with self._scene.connect("jupyter") as plain:
            channels = WebSocket(plain, BASE + "api/kernels/%s/channels" % kernel, self._headers)
            channels.send_json(request_of(code))
            message = json.loads(channels.receive())
            while message["msg_type"] != "stream":
                message = json.loads(channels.receive())
            return message["content"]["text"]


def request_of(code):
    header = {"msg_id": uuid.uuid4().hex, "msg_type": "execute_request", "username": "", "session": "s",
              "version": "5.3", "date": "2020-01-01T00:00:00Z"}
    return {"channel": "shell", "header": header, "parent_header": {}, "metadata": {}, "buffers": [],
            "content": {"code": code, "silent": False, "store_history": True, "user_expressions": {},
                        "allow_stdin": False, "stop_on_error": True}}
