"""How JupyterLab, and Notebook from 7 on, run in a job: on a private socket, below the job's path, for the gateway alone."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))

with open(os.environ["CARME_SECRET_FILE"]) as file:
    c.ServerApp.token = file.read()
c.ServerApp.password = ""
c.ServerApp.sock = os.environ["CARME_SOCKET"]
c.ServerApp.base_url = os.environ["CARME_BASE"] + "/"
c.ServerApp.root_dir = os.environ["HOME"]
c.ServerApp.allow_root = False
c.ServerApp.open_browser = False
c.ServerApp.quit_button = False

# The gateway has looked at the host and sends the browser's address along.
c.ServerApp.allow_remote_access = True
c.ServerApp.trust_xheaders = True

# Kernels would otherwise listen on ports that everybody on the node can reach.
c.KernelManager.transport = "ipc"

# Terminals begin as the job's web terminal does; Jupyter's login shells would lack Carme's commands.
c.ServerApp.terminado_settings = {"shell_command": [sys.executable, "-I", os.path.join(HERE, os.pardir, "terminal", "begin.py")]}

# Pages say that the job ends soon.
sys.path.append(os.path.join(HERE, "extension"))
c.ServerApp.jpserver_extensions = {"carme_notice": True}
for application in (c.LabApp, c.JupyterNotebookApp):
    application.extra_labextensions_path = [os.path.join(HERE, "extension", "labextensions")]
