"""How a shell on one of the job's terminals begins; as a program it does just that, for terminals of others."""

import os
import pwd
import shutil


def become_shell():
    """The user's login shell, at home, instead of this process."""
    try:
        account = pwd.getpwuid(os.getuid())
    except KeyError:
        account = None
    shell = os.environ.get("SHELL") or (account.pw_shell if account else "") or "/bin/sh"
    if shutil.which(shell) is None:
        # An image need not have the node's.
        shell = "/bin/sh"
    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", SHELL=shell)
    try:
        os.chdir(os.environ.get("HOME", "/"))
        os.execvp(shell, arguments(shell))
    finally:
        os._exit(127)


def arguments(shell):
    """Bash begins with Carme's file, which does what a login shell does and survives what the user's files do."""
    file = os.path.join(os.environ.get("CARME_SHELL_DIR", ""), "bashrc")
    if os.path.basename(shell) == "bash" and os.path.exists(file):
        return [shell, "--rcfile", file]
    return ["-" + os.path.basename(shell)]


if __name__ == "__main__":
    become_shell()
