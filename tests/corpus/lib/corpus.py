# SPDX-License-Identifier: MIT
"""The folder of real decks that DECKLE_CORPUS names: a folder for each
dialect, and INDEX.tsv."""

import csv
import os
import pathlib

SKIPPED = 77  # the status of a test that lacks something optional

# The dialect of a deck in generic/ is told by what its name begins with.
GENERIC = {
    "MQU-MACS__python-workshop": "marp",
    "STL2600__serial-communications-talk": "pandoc",
    "afronski__presentations": "remark",
    "hydrotian__hydrotian.github.io": "marp",
    "keyboardAnt__faster-inference-seminar-talk-2025": "marp",
    "laserkelvin__technical-writing": "reveal",
    "masterzen__prez": "reveal",
    "shell909090__slides": "markdown",
}


class Entry:
    """A line of the index: a deck that is not mdp's."""

    def __init__(self, root, row):
        self.file = row["file"]
        self.slides = row["slides"]
        self.path = root / self.file
        folder, name = self.file.split("/")
        self.dialect = folder
        if folder == "generic":
            self.dialect = next(dialect for start, dialect in GENERIC.items()
                                if name.startswith(start))

    def text(self):
        return self.path.read_bytes().decode("utf-8", "replace")


def entries(only=()):
    """The decks whose names hold one of the words, or all; None when there
    is no such folder."""
    folder = os.environ.get("DECKLE_CORPUS")
    if not folder:
        return None
    root = pathlib.Path(folder)
    with open(root / "INDEX.tsv", encoding="utf-8", newline="") as index:
        rows = csv.DictReader(index, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Entry(root, row) for row in rows
                if not row["file"].startswith("mdp/") and
                (not only or any(word in row["file"] for word in only))]
