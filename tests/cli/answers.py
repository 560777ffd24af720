#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What deckle makes of what a terminal says of itself.

    answers.py DECKLE

A terminal is played here that answers as the case says: at once, late, in
pieces, or never.
"""

import os
import signal
import sys
import tempfile

from played import END, QUESTIONS, Terminal, check

DECK = "# One\n\n---\n\n# Two\n"
LIGHT = b"\033]11;rgb:ffff/ffff/ffff\033\\"
DARK = b"\033]11;rgb:1e1e/1e1e/1e1e\007"
FRAMES = b"\033[?2026;2$y"
NO_FRAMES = b"\033[?2026;0$y"
BEGIN_FRAME, END_FRAME = b"\033[?2026h", b"\033[?2026l"
HEADING_DARK, HEADING_LIGHT = b"38;5;123m", b"38;5;24m"


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
            terminal = Terminal([deckle, path], term)
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
