# SPDX-License-Identifier: MIT
"""A terminal that is played: what it says is up to the test."""

import fcntl
import os
import pty
import select
import struct
import termios
import time

QUESTIONS = b"\033]11;?\033\\\033[?2026$p\033[>0q\033[c\033[5n"
END = b"\033[0n"
ROWS, COLS, CELL_WIDTH, CELL_HEIGHT = 24, 80, 10, 20
PATIENCE = 30
QUIET = 0.3


class Terminal:
    def __init__(self, words, term="xterm-256color", **more):
        self.written = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {"PATH": os.environ["PATH"], "TERM": term,
                           "LANG": "C.UTF-8", "HOME": "/nonexistent"}
            environment.update((name, os.environ[name])
                               for name in os.environ if "SAN_" in name)
            environment.update(more)
            # Where the window has a size before anybody looks at it.
            self.fd = 0
            self.resize(ROWS, COLS)
            os.execve(words[0], words, environment)

    def resize(self, rows, cols):
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ,
                    struct.pack("4H", rows, cols, cols * CELL_WIDTH,
                                rows * CELL_HEIGHT))

    def read(self, patience):
        """What is written within that time; b"" if nothing is."""
        if not select.select([self.fd], [], [], patience)[0]:
            return b""
        try:
            piece = os.read(self.fd, 65536)
        except OSError:
            piece = b""
        self.written += piece
        return piece

    def await_text(self, text):
        """What is written until then, that text included."""
        begin, until = len(self.written), time.monotonic() + PATIENCE
        while text not in self.written[begin:]:
            if time.monotonic() > until:
                raise AssertionError(f"{text} did not come, but "
                                     f"{self.written[begin:]}")
            self.read(1)
        return self.written[begin:]

    def settle(self):
        """What is written until nothing more is."""
        begin = len(self.written)
        while self.read(QUIET):
            pass
        return self.written[begin:]

    def type(self, text):
        os.write(self.fd, text)

    def end(self):
        self.type(b"q")
        while self.read(PATIENCE):
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        return status


def check(truth, what, seen):
    if not truth:
        raise AssertionError(f"{what}: {seen}")
