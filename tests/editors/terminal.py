# SPDX-License-Identifier: MIT
"""A program on a pseudoterminal whose output is read all the time."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time

SECONDS = 30  # until something that has to happen is given up
CONTROL = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|[()][A-Z0-9]|.)")


class Terminal:
    """`words` run in a folder, with an environment of its own."""

    def __init__(self, words, folder, environment):
        self.output = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                os.chdir(folder)
                os.execvpe(words[0], words, environment)
            finally:
                os._exit(127)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ,
                    struct.pack("HHHH", 24, 80, 0, 0))

    def type(self, keys):
        os.write(self.fd, keys.encode())

    def read(self, seconds):
        """Take what is written within that time; at once when there is."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return
        try:
            self.output += os.read(self.fd, 65536)
        except OSError:  # the program has ended
            time.sleep(seconds)

    def text(self):
        """All that was written, without what moves the cursor."""
        return CONTROL.sub(b"", self.output).decode(errors="replace")

    def wait_until(self, what, true):
        end = time.monotonic() + SECONDS
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"{what}: not within {SECONDS} s; the "
                                     f"terminal got\n{self.text()[-3000:]}")
            self.read(0.02)

    def close(self):
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        os.close(self.fd)
        os.waitpid(self.pid, 0)
