"""Jupyter's pages say that the job ends soon, as its terminals do: the agent writes the words, the pages ask for them."""

import os
import time

from tornado import web

HERE = os.path.dirname(os.path.abspath(__file__))


def _jupyter_server_extension_points():
    return [{"module": "carme_notice"}]


def _load_jupyter_server_extension(app):
    from jupyter_server.base.handlers import JupyterHandler
    add_to(app.web_app, JupyterHandler)


def load_jupyter_server_extension(app):
    """As Notebook 6 wants it."""
    from notebook.base.handlers import IPythonHandler
    add_to(app.web_app, IPythonHandler)


def add_to(web_app, handler):
    class Notice(handler):
        @web.authenticated
        def get(self):
            self.set_header("Cache-Control", "no-store")
            self.finish(notice(os.environ.get("CARME_RUNTIME_DIR", "")))

    class Script(handler):
        @web.authenticated
        def get(self):
            self.set_header("Content-Type", "text/javascript; charset=utf-8")
            with open(os.path.join(HERE, "notice.js"), encoding="utf-8") as file:
                self.finish(file.read())

    base = web_app.settings["base_url"]
    web_app.add_handlers(".*$", [(base + "carme/notice", Notice), (base + "carme/notice.js", Script)])


def notice(folder):
    """The last one, when it was written, and how many seconds are left to the job; nothing if the job has none."""
    try:
        with open(os.path.join(folder, "notice"), encoding="utf-8") as file:
            told = {"text": file.read(1000).strip(), "at": os.fstat(file.fileno()).st_mtime}
    except OSError:
        return {}
    ends = [end for end in (moment(folder, "ends-at"), moment(folder, "idle-ends-at")) if end is not None]
    return dict(told, left=min(ends) - time.time()) if ends else told


def moment(folder, name):
    try:
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            return int(file.read(100))
    except (OSError, ValueError):
        return None
