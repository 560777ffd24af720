#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check that no word of real decks is lost.

    DECKLE_CORPUS=FOLDER words.py DECKLE [DECK...]

FOLDER holds mdp/*.md and INDEX.tsv, whose columns "file" and "slides" say how
many slides a deck has. Every deck is exported at several sizes; it must open,
have that many slides, and show all words of its source in their order. Words
are read from the source by this file, which shares nothing with deckle: any
run of letters and digits between blanks, markup taken off.

Without DECKLE_CORPUS this is skipped (77).
"""

import csv
import html
import os
import pathlib
import re
import sys
import tempfile

from lib.export import Shown, counts_in, export, slides_in
from lib.words import words_of

SKIPPED = 77
OPEN_SIZES = ("80x24", "40x12", "200x60")
WORD_SIZES = (None, "40x12", "20x5")
SHOWN_MAX = 5  # missing words that are listed per deck and size

LINK = re.compile(r'!?\[((?:[^\[\]]|\[[^\[\]]*\])*)\]'
                  r'\(<?([^()\s<>]*(?:\([^()]*\)[^()\s<>]*)*)>?'
                  r'(?:\s+"[^"]*")?\)')
REFERENCE = re.compile(r'!?\[([^\[\]]+)\](?:\[([^\[\]]*)\])?')
DEFINITION = re.compile(r' {0,3}\[([^\[\]^][^\[\]]*)\]:\s*(\S+)\s*'
                        r'("[^"]*")?\s*$')
FENCE = re.compile(r'\s*(`{3,}|~{3,})([^`]*)$')
RULE = re.compile(r' {0,3}(-{3,}|\*{3,}|-{2,}( -{2,})+)\s*$')


class Source:
    """A deck's slides: lists of (line number, readings of the line)."""

    def __init__(self, text):
        lines = re.split(r'\r\n|\n|\r', text.removeprefix("\ufeff"))
        self.header = 0
        while self.header < len(lines) and lines[self.header][:1] == "%":
            self.header += 1
        self.body = "\n".join(lines[self.header:])
        self.definitions = {}
        for line in lines:
            match = DEFINITION.match(line)
            if match:
                label = " ".join(match.group(1).lower().split())
                self.definitions.setdefault(label, match.group(2))
        self.slides = [[]]
        self.targets = [[]]
        self.read(lines[self.header:])

    def read(self, lines):
        fence, above = None, ""
        for number, line in enumerate(lines, self.header + 1):
            match = FENCE.match(line)
            closes = fence and match and match.group(1)[0] == fence[0] and \
                len(match.group(1)) >= len(fence) and \
                not match.group(2).strip()
            if closes or (match and not fence and self.closed(
                    lines[number - self.header:], match.group(1))):
                fence = None if closes else match.group(1)
                above = ""
                continue
            if not fence and RULE.match(line) and \
                    not self.underlines(above):
                self.slides.append([])
                self.targets.append([])
            elif fence or not DEFINITION.match(line):
                self.slides[-1].append((number, self.readings(line, fence)))
            above = line.strip()
        if not any(words for slide in self.slides[-1:]
                   for _, words in slide if words[0]) and \
                len(self.slides) > 1:
            self.slides.pop()
            self.targets.pop()
        if not any(words[0] for _, words in self.slides[0]) and \
                len(self.slides) > 1:
            self.slides.pop(0)
            self.targets.pop(0)

    @staticmethod
    def closed(lines, fence):
        """Whether a fence that opens is closed before another one opens."""
        for line in lines:
            match = FENCE.match(line)
            if match and match.group(1)[0] == fence[0] and \
                    len(match.group(1)) >= len(fence):
                return not match.group(2).strip()
        return False

    @staticmethod
    def underlines(above):
        """Whether dashes below a line make a heading of it."""
        return above and not re.match(r'(#{1,6} |[*+-] |> |[=-]+$)', above)

    def readings(self, line, fence):
        """The words of a line as it stands, and without its markup."""
        plain = words_of(line)
        if fence:
            return [plain]
        line = re.sub(r'^\s*<br ?/?>', ' ', line, flags=re.I)

        def inline(match):
            self.targets[-1].append(match.group(2))
            return match.group(1)

        def reference(match):
            label = match.group(2) or match.group(1)
            label = " ".join(label.lower().split())
            if label not in self.definitions:
                return match.group(0)
            self.targets[-1].append(self.definitions[label])
            return match.group(1)

        marked = LINK.sub(inline, LINK.sub(inline, line))
        marked = REFERENCE.sub(reference, marked)
        return [words_of(html.unescape(marked)), words_of(marked), plain]


def missing_words(source, slides):
    """(line, word) of what the slides do not show."""
    for lines, targets, shown in zip(source.slides, source.targets, slides):
        at = 0
        for number, readings in lines:
            ends = [shown.match_all(words, at) for words in readings]
            best = min((end for end in ends if end is not None),
                       default=None)
            if best is not None:
                at = best
                continue
            for word in readings[0]:
                table = len(readings) > 1 and shown.has_pieces(word)
                end = shown.match(word, at)
                at = end if end is not None else at
                if end is None and not table:
                    yield number, word
        letters = shown.letters()
        for target in targets:
            for word in words_of(target):
                if word not in letters:
                    yield lines[0][0] if lines else 0, word


def check_words(deckle, source, size, folder):
    # Without its header, no bar repeats words of it between the pages.
    path = pathlib.Path(folder, "deck.md")
    path.write_text(source.body + "\n", "utf-8", newline="")
    done = export(deckle, path, size)
    if done.returncode:
        yield f"{size}: exit {done.returncode}"
        return
    slides = [Shown(rows) for rows in
              slides_in(done.stdout.decode("utf-8"), size)]
    if len(slides) != len(source.slides):
        yield f"{size}: {len(slides)} slides, expected {len(source.slides)}"
        return
    missing = list(missing_words(source, slides))
    for number, word in missing[:SHOWN_MAX]:
        yield f"{size or 'as it is'}: line {number}: {word!r} is missing"
    if len(missing) > SHOWN_MAX:
        yield f"{size}: {len(missing)} words are missing"


def check_deck(deckle, path, slides, folder):
    for size in OPEN_SIZES:
        done = export(deckle, path, size)
        said = done.stderr.decode("utf-8", "replace").strip()
        if done.returncode or said:
            yield f"{size}: exit {done.returncode} {said}"
            continue
        counts = counts_in(done.stdout.decode("utf-8"))
        if counts != {slides}:
            yield f"{size}: {sorted(counts)} slides, expected {slides}"
    source = Source(path.read_bytes().decode("utf-8", "replace"))
    for size in WORD_SIZES:
        yield from check_words(deckle, source, size, folder)


def main():
    corpus = os.environ.get("DECKLE_CORPUS")
    if not corpus:
        print("skipped: DECKLE_CORPUS names no folder of decks")
        return SKIPPED
    deckle, only = sys.argv[1], sys.argv[2:]
    root = pathlib.Path(corpus)
    with open(root / "INDEX.tsv", encoding="utf-8", newline="") as index:
        rows = [row for row in csv.DictReader(index, delimiter="\t",
                                              quoting=csv.QUOTE_NONE)
                if row["file"].startswith("mdp/")]
    failed, decks = 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            if only and not any(word in row["file"] for word in only):
                continue
            decks += 1
            for problem in check_deck(deckle, root / row["file"],
                                      int(row["slides"]), folder):
                print(f"{row['file']}: {problem}")
                failed += 1
    print(f"{decks} decks, {failed} problems")
    return 1 if failed or not decks else 0


sys.exit(main())
