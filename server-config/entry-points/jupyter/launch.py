"""``python launch.py PROGRAM [ARGUMENT]...`` runs a script of Python's as if it were called itself, but sooner.

Notebook 6 asks distutils to compare versions. Setuptools stands in for distutils in every Python that has it, and for that
imports all of itself, which takes much of its start; Python's own distutils, until 3.12, does the same at once.
"""

import os
import runpy
import sys

stand_in = sys.modules.get("_distutils_hack")
if stand_in and sys.version_info < (3, 12):
    stand_in.remove_shim()
del sys.argv[0]
# As Python makes it for a script: its folder without links. This one has a notebook.py.
if sys.path[0] == os.path.dirname(os.path.realpath(__file__)):
    sys.path[0] = os.path.dirname(os.path.realpath(sys.argv[0]))
# What ps shows, which is Python's own name where there is no /proc.
if os.access("/proc/self/comm", os.W_OK):
    with open("/proc/self/comm", "w") as name:
        name.write(os.path.basename(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name="__main__")
