"""Runs one child so that everything it ever starts ends with it, and so that all of it ends with the parent.

Also a program: ``keeper.py PARENT GRACE COMMAND...`` keeps a service for the process with the number PARENT.
"""

import ctypes
import os
import signal
import sys

import processes

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHON = [sys.executable, "-E", "-s", "-S"]
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_CHILD_SUBREAPER = 36
HEARD = {signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD}
CANNOT_START = 127


def _prctl(option, value):
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0):
        raise OSError(ctypes.get_errno(), "prctl(%d) failed" % option)


def die_with(parent, number):
    """Asks the kernel for the signal `number` as soon as the parent is gone, even by SIGKILL."""
    _prctl(PR_SET_PDEATHSIG, number)
    if os.getppid() != parent:
        raise SystemExit(0)


def forbid_inspection():
    """No core dump and no debugger of the same user may see the keys in this process."""
    _prctl(PR_SET_DUMPABLE, 0)


def adopt_orphans():
    _prctl(PR_SET_CHILD_SUBREAPER, 1)


def keep(child, death_signal, end):
    """Forks, lets the new process call child(), waits, and lets end() end all offspring; returns the exit code."""
    adopt_orphans()
    signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
    keeper = os.getpid()
    pid = os.fork()
    if pid == 0:
        _become(child, keeper, death_signal)
    code = _wait_for(pid)
    end()
    return code


def _become(child, keeper, death_signal):
    code = 1
    try:
        die_with(keeper, death_signal)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
        code = child()
    except Exception:
        # Imported only here: a keeper is started for every service, and this takes as long as the rest of it.
        import traceback
        traceback.print_exc()
    finally:
        os._exit(code)


def _wait_for(pid):
    while True:
        number = signal.sigwait(HEARD)
        if number != signal.SIGCHLD:
            return 128 + number
        code = _exit_code(pid)
        if code is not None:
            return code


def _exit_code(wanted):
    """Collects whatever ended; the exit code of `wanted` if that was among it."""
    pid = -1
    while pid:
        pid, status = os.waitpid(-1, os.WNOHANG)
        if pid == wanted:
            return os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status)
    return None


def execute(command):
    """Replaces this process by the command."""
    # Python ignores these two for itself; programs expect the defaults.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        print("%s cannot be started: %s" % (command[0], error.strerror), flush=True)
        return CANNOT_START


def kept(grace):
    """The words before a command that is to be kept for this process."""
    return PYTHON + [os.path.join(HERE, "keeper.py"), str(os.getpid()), str(grace)]


def main(arguments):
    die_with(int(arguments[0]), signal.SIGTERM)
    grace = float(arguments[1])
    command = arguments[2:]
    return keep(
        lambda: execute(command), signal.SIGKILL, lambda: processes.end_children(grace, processes.descendants))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
