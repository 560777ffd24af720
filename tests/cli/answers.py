#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What deckle makes of what a terminal says of itself.

    answers.py DECKLE

A terminal is played here that answers as the case says: at once, late, in
pieces, or never.
"""

import os
import pty
import select
import signal
import sys
import tempfile
import time

DECK = "# One\n\n---\n\n# Two\n"
QUESTIONS = b"\033]11;?\033\\\033[?2026$p\033[5n"
LIGHT = b"\033]11;rgb:ffff/ffff/ffff\033\\"
DARK = b"\033]11;rgb:1e1e/1e1e/1e1e\007"
FRAMES = b"\033[?2026;2$y"
NO_FRAMES = b"\033[?2026;0$y"
END = b"\033[0n"
BEGIN_FRAME, END_FRAME = b"\033[?2026h", b"\033[?2026l"
HEADING_DARK, HEADING_LIGHT = b"38;5;123m", b"38;5;24m"
PATIENCE = 30
QUIET = 0.3


class Terminal:
    def __init__(self, deckle, path, term="xterm-256color"):
        self.written = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            environment = {"PATH": os.environ["PATH"], "TERM": term,
                           "LANG": "C.UTF-8", "HOME": "/nonexistent"}
            environment.update((name, os.environ[name])
                               for name in os.environ if "SAN_" in name)
            os.execve(deckle, [deckle, path], environment)

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


def light_ground(terminal):
    first = terminal.await_text(b"One") + terminal.settle()
    check(QUESTIONS in terminal.written, "asked", terminal.written)
    check(HEADING_DARK in first, "the first frame waits for nobody", first)
    terminal.type(LIGHT + NO_FRAMES + END)
    check(HEADING_LIGHT in terminal.settle(), "light", terminal.written)


def dark_ground(terminal):
    terminal.await_text(b"One")
    terminal.settle()
    terminal.type(DARK + NO_FRAMES + END)
    seen = terminal.settle()
    check(seen == b"", "nothing is drawn that is there already", seen)


def in_pieces(terminal):
    terminal.await_text(b"One")
    terminal.settle()
    answer = LIGHT + FRAMES + END
    # An ESC on its own is the key.
    for piece in (answer[:2], answer[2:9], answer[9:-4], answer[-4:-1],
                  answer[-1:]):
        terminal.type(piece)
        terminal.settle()
    check(HEADING_LIGHT in terminal.written, "light", terminal.written)


def keys_between(terminal):
    terminal.await_text(b"One")
    terminal.type(LIGHT + b" " + NO_FRAMES + END)
    terminal.await_text(b"Two")


def frames(terminal):
    terminal.await_text(b"One")
    terminal.settle()
    check(BEGIN_FRAME not in terminal.written, "not asked for yet",
          terminal.written)
    terminal.type(DARK + FRAMES + END)
    terminal.settle()
    terminal.type(b" ")
    seen = terminal.await_text(b"Two") + terminal.settle()
    check(seen.startswith(BEGIN_FRAME) and seen.endswith(END_FRAME),
          "one frame", seen)
    terminal.type(b"G")
    seen = terminal.settle()
    check(seen == b"", "no frame without a change", seen)


def silence(terminal):
    terminal.await_text(b"One")
    terminal.settle()
    terminal.type(b"b")
    check(terminal.settle() != b"", "blank", b"")
    terminal.type(b"\033")
    terminal.await_text(b"One")


def not_asked(terminal):
    terminal.await_text(b"One")
    check(b"\033]11" not in terminal.written, "no question",
          terminal.written)


CASES = [
    (light_ground, "xterm-256color"),
    (dark_ground, "xterm-256color"),
    (in_pieces, "xterm-256color"),
    (keys_between, "xterm-256color"),
    (frames, "xterm-256color"),
    (silence, "xterm-256color"),
    (not_asked, "linux"),
]


def main():
    deckle, failed = os.path.abspath(sys.argv[1]), 0
    signal.alarm(200)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "deck.md")
        with open(path, "w", encoding="utf-8") as deck:
            deck.write(DECK)
        for case, term in CASES:
            terminal = Terminal(deckle, path, term)
            try:
                case(terminal)
                status = terminal.end()
                check(status == 0 or term == "linux", "status", status)
            except AssertionError as error:
                print(f"{case.__name__}: {error}")
                os.kill(terminal.pid, signal.SIGKILL)
                failed += 1
    print(f"{len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
