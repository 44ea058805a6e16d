"""Shells that live on while nobody looks, each on a pseudo-terminal of its own."""

import asyncio
import fcntl
import os
import pty
import signal
import struct
import termios

from begin import become_shell

MEMORY = 256 * 1024
CHUNK = 64 * 1024
PATIENCE = 30.0
MOST = 20
SIZES = range(2, 1000)


class TooMany(Exception):
    """No shell more, please."""


class NoShell(Exception):
    """It cannot be started: the job has as many processes or open files as it may."""


class Shells:
    """The running shells by their number."""

    def __init__(self):
        self._running = {}

    async def find(self, number):
        """The shell of that number; a new one unless it runs."""
        if number in self._running:
            return self._running[number]
        if len(self._running) >= MOST:
            raise TooMany()
        return await self._start(number)

    async def _start(self, number):
        """What cannot be started leaves its number to the next one."""
        shell = self._running[number] = Shell()
        try:
            await shell.start()
        except OSError as error:
            del self._running[number]
            shell.give_up()
            raise NoShell(error.strerror or str(error)) from error
        # it may have ended before it could be told of
        self.reap()
        return shell

    def free_number(self):
        return next(number for number in range(1, MOST + 2) if number not in self._running)

    def reap(self):
        """A shell's end is its process's end, even where something in the background keeps its terminal."""
        for number, shell in list(self._running.items()):
            if shell.is_started() and is_gone(shell.pid):
                del self._running[number]
                shell.ended()


class Shell:
    """One login shell; what it writes goes to every viewer and, for later ones, to memory."""

    def __init__(self):
        self.pid = 0
        self._terminal = -1
        self._reader = None
        self._writer = None
        self._memory = b""
        self._viewers = set()
        self._pump = None

    async def start(self):
        self.pid, self._terminal = pty.fork()
        if self.pid == 0:
            become_shell()
        loop = asyncio.get_event_loop()
        self._reader = asyncio.StreamReader(limit=CHUNK, loop=loop)
        await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(self._reader, loop=loop), self._open())
        transport, protocol = await loop.connect_write_pipe(
            lambda: asyncio.streams.FlowControlMixin(loop=loop), self._open())
        self._writer = asyncio.StreamWriter(transport, protocol, None, loop)
        self._pump = loop.create_task(self._show())

    def is_started(self):
        return self._pump is not None

    def give_up(self):
        """After a start that has failed, with or without a process."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
            os.close(self._terminal)

    def attach(self, viewer):
        """The viewer has a coroutine show(data) and a method end()."""
        self._viewers.add(viewer)
        return self._memory

    def detach(self, viewer):
        self._viewers.discard(viewer)

    async def type(self, data):
        self._writer.write(data)
        await self._writer.drain()

    def resize(self, columns, rows):
        if columns in SIZES and rows in SIZES:
            fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def redraw(self):
        """Full-screen programs paint everything again when they hear of a new size."""
        os.killpg(os.tcgetpgrp(self._terminal), signal.SIGWINCH)

    def ended(self):
        self._pump.add_done_callback(lambda _: self._close())
        asyncio.get_event_loop().call_later(0.2, self._pump.cancel)

    def _open(self):
        return open(os.dup(self._terminal), "r+b", 0)

    async def _show(self):
        try:
            data = await self._reader.read(CHUNK)
            while data:
                self._memory = (self._memory + data)[-MEMORY:]
                await self._show_all(data)
                data = await self._reader.read(CHUNK)
        except OSError:
            # The kernel's way to say that the last program on the terminal is gone.
            pass

    async def _show_all(self, data):
        """A viewer who does not keep up holds the shell back, but not for ever."""
        if not self._viewers:
            return
        tasks = {asyncio.ensure_future(viewer.show(data)): viewer for viewer in self._viewers}
        done, slow = await asyncio.wait(tasks, timeout=PATIENCE)
        gone = [task for task in done if task.exception()] + list(slow)
        for task in gone:
            task.cancel()
            self._viewers.discard(tasks[task])
            tasks[task].end()

    def _close(self):
        for viewer in self._viewers:
            viewer.shell_ended()
        self._viewers.clear()
        self._writer.close()
        os.close(self._terminal)


def is_gone(pid):
    try:
        return os.waitpid(pid, os.WNOHANG)[0] == pid
    except ChildProcessError:
        return True
