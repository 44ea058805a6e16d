# GNU Octave, in the terminal and as a kernel of Jupyter.
FROM debian
RUN apt-get update && apt-get install -y --no-install-recommends octave gnuplot-nox python3-pip
RUN python3 -m pip install octave_kernel
