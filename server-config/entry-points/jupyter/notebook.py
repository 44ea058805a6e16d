"""How Jupyter Notebook runs in a job: from 7 on its server is JupyterLab's."""

import importlib.util

load_subconfig("notebook6.py" if importlib.util.find_spec("notebook.notebookapp") else "lab.py")
