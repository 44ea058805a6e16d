"""How Jupyter Notebook 6 runs in a job: on a private socket, below the job's path, for the gateway alone."""

import os
import sys

from jupyter_core.paths import jupyter_path
from notebook.notebookapp import NotebookApp

HERE = os.path.dirname(os.path.abspath(__file__))

with open(os.environ["CARME_SECRET_FILE"]) as file:
    c.NotebookApp.token = file.read()
c.NotebookApp.password = ""
c.NotebookApp.sock = os.environ["CARME_SOCKET"]
c.NotebookApp.base_url = os.environ["CARME_BASE"] + "/"
c.NotebookApp.notebook_dir = os.environ["HOME"]
c.NotebookApp.allow_root = False
c.NotebookApp.open_browser = False
c.NotebookApp.quit_button = False

# The gateway has looked at the host and sends the browser's address along.
c.NotebookApp.allow_remote_access = True
c.NotebookApp.trust_xheaders = True

# Kernels would otherwise listen on ports that everybody on the node can reach.
c.KernelManager.transport = "ipc"

# The templates keep the token out of pages and addresses, where Jupyter puts it; the gateway's header does its work.
# They leave out logging out as well, which means nothing here.
c.NotebookApp.extra_template_paths = [os.path.join(HERE, "templates")]

# Debian's build of the terminal page is broken, and jobs have a terminal of their own.
c.NotebookApp.terminals_enabled = False

# Pages say that the job ends soon.
sys.path.append(os.path.join(HERE, "extension"))
c.NotebookApp.nbserver_extensions = {"carme_notice": True}


def nbextensions_path(app):
    """As Notebook has it. That imports all of IPython to learn this folder, for longer than for the rest of its start."""
    ipython = os.path.expanduser(os.environ.get("IPYTHONDIR", "~/.ipython"))
    return app.extra_nbextensions_path + jupyter_path("nbextensions") + [os.path.join(ipython, "nbextensions")]


NotebookApp.nbextensions_path = property(nbextensions_path)
