# NumPy, SciPy, pandas and Matplotlib from Debian, for Jupyter of the base.
FROM debian
RUN apt-get update && apt-get install -y --no-install-recommends \
    python3-numpy python3-scipy python3-pandas python3-matplotlib
