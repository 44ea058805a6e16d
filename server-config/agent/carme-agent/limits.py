"""How long the end of a job takes at most, in seconds; Slurm's KillWait, or what is before the time limit, has to have room."""

# For a service, after SIGTERM.
GRACE = 3.0
# After a stop Slurm waits for its KillWait only, half a minute unless the site says otherwise.
AFTER_STOP = 10.0
# For what the user wants done at the end.
FAREWELL_GRACE = 1.0
# For saying which results are not copied.
LAST_WORDS = 4.0
RESULTS = AFTER_STOP + LAST_WORDS + 1.0
# For all services, when everything else is over.
SERVICES = GRACE + 1.0
LAST_REPORT = 1.0
TOGETHER = AFTER_STOP + FAREWELL_GRACE + RESULTS + SERVICES + 0.5
