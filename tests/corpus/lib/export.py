# SPDX-License-Identifier: MIT
"""What `deckle export` shows."""

import re
import subprocess

from lib.words import words_of

SEPARATOR = re.compile(r'── (\d+) / (\d+)( \(\d+/\d+\))? ──$')
BROKEN = re.compile(r'[\s│]*↳ (.*)$')
NUMBERED = re.compile(r'[\s│]*\[\d+\](\S.*)$')
TITLE_PART = 5  # a title takes at most this part of a screen
TARGET = re.compile(r'\s*\[\d+\] (\S.*)$')


def export(deckle, path, size=None, options=()):
    command = [deckle, "export", *options]
    command += ["--size", size] if size else []
    return subprocess.run(command + [str(path)], capture_output=True,
                          timeout=60, check=False)


def counts_in(output):
    """How many slides the export says there are; one number, or it lies."""
    matches = map(SEPARATOR.match, output.splitlines())
    return {int(match.group(2)) for match in matches if match}


def screens_in(output):
    """(slide, rows) for every screen."""
    number, rows = 0, []
    for line in output.splitlines():
        match = SEPARATOR.match(line)
        if not match:
            rows.append(line)
            continue
        if number:
            yield number, rows
        number, rows = int(match.group(1)), []
    if number:
        yield number, rows


def title_rows(rows, title):
    """How many rows the bar with the title takes: it is wrapped, and cut off
    where it would take more than a part of the screen."""
    title = "".join(words_of(title))
    for at in range(max(len(rows) // TITLE_PART, 1)):
        row = "".join(words_of(rows[at]))
        if not row or not title.startswith(row):
            return at
        title = title[len(row):]
    return at + 1


def slides_in(output, size, title=""):
    """The rows of every slide, bars left out: the footer and, where the deck
    has a title, the rows with it. Without a size there are no bars."""
    height = int(size.split("x")[1]) if size else 0
    slides = {}
    for number, rows in screens_in(output):
        if height >= 3:
            rows = rows[title_rows(rows, title):height - 1]
        slides.setdefault(number, []).extend(rows)
    return [slides[number] for number in sorted(slides)]


def cut_targets(rows):
    """The rows above the foot of a slide, and the targets in it."""
    end = len(rows)
    while end and not rows[end - 1].strip():
        end -= 1
    begin = end
    while begin and TARGET.match(rows[begin - 1]):
        begin -= 1
    if begin and rows[begin - 1].strip():
        return rows, []
    return rows[:begin], [TARGET.match(row).group(1)
                          for row in rows[begin:end]]


class Shown:
    """The words that one slide shows, some of them broken in pieces."""

    def __init__(self, rows=()):
        self.pieces = []  # (text, glued to the one before)
        for row in rows:
            self.add(row)

    def add(self, line):
        match = BROKEN.match(line) or NUMBERED.match(line)
        if not match:
            self.pieces += [(word, False) for word in words_of(line)]
            return
        rest = words_of(match.group(1))
        # A piece glued to what stands before the break or before the number
        # of a link, or a new word.
        glued = not match.group(1)[:1].isspace()
        self.pieces += [(word, glued and at == 0)
                        for at, word in enumerate(rest)]

    def match(self, word, begin):
        """Where the word stands from piece `begin` on, as the next piece."""
        for at in range(begin, len(self.pieces)):
            text, end = self.pieces[at][0], at + 1
            while text != word and word.startswith(text) and \
                    end < len(self.pieces) and self.pieces[end][1]:
                text += self.pieces[end][0]
                end += 1
            if text == word:
                return end
        return None

    def match_all(self, words, begin):
        for word in words:
            begin = self.match(word, begin)
            if begin is None:
                return None
        return begin

    def has_pieces(self, word):
        """Whether the word can be put together of any pieces: cells of a
        table wrap side by side."""
        if not word:
            return True
        return any(word.startswith(text) and self.has_pieces(word[len(text):])
                   for text in {piece for piece, _ in self.pieces})

    def letters(self):
        return "".join(text for text, _ in self.pieces)
