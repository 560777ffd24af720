#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Show an image in a real tmux, which passes no images on.

    images.py DECKLE PICTURES

PICTURES is the folder with the images of the tests. It has to be drawn with
cells, whatever tmux says that it is, and what the terminal is asked must not
become the title of its pane. Reported as skipped without tmux.
"""

import pathlib
import shutil
import sys
import tempfile
import time

from server import SECONDS, Tmux

SKIPPED = 77
TERMS = ("tmux-256color", "screen-256color", "xterm-256color")
RED = "\033[48;2;255;0;0m"


def check(tmux, deckle, deck):
    """What is wrong."""
    tmux.start("cat")
    title = tmux.run("display", "-p", "#{pane_title}")
    tmux.end()
    tmux.start(deckle, str(deck))
    until = time.monotonic() + SECONDS
    shown = ""
    while RED not in shown and time.monotonic() < until:
        shown = tmux.run("capture-pane", "-e", "-p")
    if RED not in shown:
        yield f"no image: {shown}"
    got = tmux.run("display", "-p", "#{pane_title}")
    if got != title:
        yield f"the title is {got}"
    tmux.end()


def main():
    if not shutil.which("tmux"):
        print("skipped: tmux is missing")
        return SKIPPED
    deckle = str(pathlib.Path(sys.argv[1]).resolve())
    wrong = []
    for term in TERMS:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            shutil.copy(pathlib.Path(sys.argv[2], "quarters.png"), folder)
            deck = folder / "deck.md"
            deck.write_text("![|20x10](quarters.png)\n", encoding="utf-8")
            tmux = Tmux(folder, term, COLORTERM="truecolor")
            try:
                wrong += [f"{term}: {what}"
                          for what in check(tmux, deckle, deck)]
            finally:
                tmux.end()
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
