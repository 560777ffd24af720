#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Show decks in a real tmux, and look where it puts their columns.

    columns.py DECKLE DECK.md...

Each deck, and a deck of clusters that terminals dispute, is presented in a tmux
of 80x24. Every screen must say what `deckle export` says, row by row, and what
stands in columns must stand in these columns of tmux's own grid:

- a bar beside a wide character, below and above the crosses and corners of the
  same slide;
- the end of the slide's number, where the bar at the bottom ends.

tmux tells the columns by its cursor in copy mode, so that it is its opinion of
a character's width that counts. Reported as skipped without tmux.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

from server import COLS, ROWS, Tmux

SKIPPED = 77
NUMBER_END = COLS - 1 - 3  # its last digit; the bar has margins of three

BARS = "│┃║"
CORNERS = "┼├┤┬┴┌┐└┘╭╮╰╯┣┫┳┻┏┓┗┛╠╣╦╩╬╔╗╚╝"

CLUSTERS = [
    ("\U0001F98A", "one character"),
    ("\U0001F44D\U0001F3FD", "skin tone"),
    ("\U0001F468\u200D\U0001F469\u200D\U0001F467", "family"),
    ("\U0001F469\U0001F3FD\u200D\U0001F680", "skin tone and joined"),
    ("\U0001F3F3\uFE0F\u200D\U0001F308", "flag, joined"),
    ("\U0001F1E9\U0001F1EA", "flag"),
    ("\U0001F1E9", "half a flag"),
    ("\U0001F3F4\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
     "flag of tags"),
    ("1\uFE0F\u20E3", "keycap"),
    ("\u2764\uFE0F", "heart as emoji"),
    ("\u2764\uFE0E", "heart as text"),
    ("\u2764", "heart"),
    ("\u00A9\uFE0F", "sign as emoji"),
    ("\u26A1", "wide without selector"),
    ("\U0001FAE8", "of Unicode 15"),
    ("\u0915\u094D\u0937\u093F", "Devanagari"),
    ("\u0BA4\u0BAE\u0BBF\u0BB4\u0BCD", "Tamil"),
    ("\u0E19\u0E49\u0E33", "Thai"),
    ("\u1112\u1161\u11AB", "jamo"),
    ("\uD55C", "syllable"),
    ("soft\u00ADhyphen", "soft hyphen"),
    ("a\u200Db", "joiner between letters"),
    ("a\u200Bb", "blank without width"),
    ("\uFEFFx", "byte order mark"),
    ("e\u0301\u0302\u0323\u0331\u0330", "many marks"),
    ("\u0301", "a mark alone"),
    ("\uFF71\uFF9E", "half width"),
    ("\u3000", "ideographic blank"),
    ("\u05E9\u05DC\u05D5\u05DD", "Hebrew"),
    ("\u0627\u0644\u0639", "Arabic"),
    ("\u2026", "ellipsis"),
    ("\u00B1\u2160\u25CF", "ambiguous"),
]
ON_A_SLIDE = 8


def probe_deck():
    """A table of clusters on each slide, and some of them in the bars."""
    slides = []
    for at in range(0, len(CLUSTERS), ON_A_SLIDE):
        rows = "".join(f"| {text} | {name} | x |\n"
                       for text, name in CLUSTERS[at:at + ON_A_SLIDE])
        slides.append(f"| text | name | end |\n|---|---|---|\n{rows}")
    author = "".join(text for text, _ in CLUSTERS[1:10])
    return (f"%title: {CLUSTERS[2][0]} {CLUSTERS[16][0]}\n"
            f"%author: {author}\n\n" + "\n---\n\n".join(slides))


def bases(row):
    """The row without what a screen does not get or cannot keep: what is joined
    to a character, and marks. What the C library may not know is U+FFFD."""
    row = re.sub("(?<= )\u0301", "\uFFFD", row)
    row = row.replace("\U0001FAE8", "\uFFFD ")
    row = re.sub("\u200D[\u2190-\U0001FFFF]", "", row)
    row = re.sub("[\U0001F3FB-\U0001F3FF]", "", row)
    return "".join(char for char in row
                   if unicodedata.category(char) not in ("Mn", "Me", "Cf"))


def is_ruler(row):
    """Every character of it takes one column, on any terminal."""
    return re.fullmatch("[ -~\u2500-\u259F\u2800-\u28FF]*", row)


def check_measure(tmux):
    """That the columns are tmux's: of a row whose columns are no question."""
    tmux.start("printf '\\nab│\\346\\274\\242│x\\n'; cat")
    tmux.await_rows(["", "ab│漢│x", *[""] * (ROWS - 2)])
    got = tmux.columns(1, "││")
    tmux.end()
    return [] if got == ([2, 5], 6) else [f"cannot measure: {got}"]


def check_columns(tmux, rows):
    """What is wrong with a screen that says what it should."""
    corners = {x for row in rows if is_ruler(row)
               for x, char in enumerate(row) if char in CORNERS}
    count = 0
    for y, row in enumerate(rows):
        bars = [char for char in row if char in BARS]
        if not corners or not bars or is_ruler(row):
            continue
        found, _ = tmux.columns(y, bars)
        count += len(found)
        for x in found:
            if x not in corners:
                yield f"row {y}: a bar in column {x}: {row}"
    _, end = tmux.columns(ROWS - 1, "")
    if end != NUMBER_END:
        yield f"the number ends in column {end}: {rows[-1]}"
    tmux.measured += count + 1


def check_deck(tmux, deckle, deck):
    """What is wrong with the screens of a deck."""
    text = subprocess.run(
        [deckle, "export", "--size", f"{COLS}x{ROWS}", "--steps",
         "--form-feed", str(deck)], capture_output=True, timeout=60, check=True,
        env=tmux.env).stdout.decode()
    tmux.start(deckle, str(deck))
    for number, screen in enumerate(text.rstrip("\f").split("\f"), 1):
        rows = (screen.split("\n") + [""] * ROWS)[:ROWS]
        want = [bases(row).rstrip() for row in rows]
        got = tmux.await_rows(want, bases)
        where = f"{deck.name}, screen {number}"
        for y, row in enumerate(got):
            if bases(row) != want[y]:
                yield f"{where}, row {y}:\n  {row}\nis not\n  {rows[y]}"
        for what in check_columns(tmux, got):
            yield f"{where}, {what}"
        tmux.run("send-keys", "Space")
    tmux.end()


def main():
    if not shutil.which("tmux"):
        print("skipped: tmux is missing")
        return SKIPPED
    deckle = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        probe = folder / "clusters.md"
        probe.write_text(probe_deck(), encoding="utf-8")
        tmux = Tmux(folder)
        tmux.measured = 0
        try:
            wrong = check_measure(tmux)
            for deck in [probe, *map(pathlib.Path, sys.argv[2:])]:
                wrong += check_deck(tmux, deckle, deck.resolve())
        finally:
            tmux.end()
    print(f"{tmux.measured} columns measured")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
