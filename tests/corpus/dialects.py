#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check that real decks of every dialect but mdp's show what they say.

    DECKLE_CORPUS=FOLDER dialects.py DECKLE|--words [DECK...]

FOLDER holds decks in a folder for each dialect, and INDEX.tsv, whose columns
"file" and "slides" say how many slides a deck has, or with "~" about how many.
Every deck is exported at several sizes. It must open, have the right number of
slides, show all words of its source in their order, and no word of what is not
for the audience. The words are read from the source by lib/decks.py, which
shares nothing with deckle; --words only prints them.

Without DECKLE_CORPUS this is skipped (77).
"""

import sys

from lib.compare import in_columns, in_order, in_pieces
from lib.corpus import SKIPPED, entries
from lib.decks import Deck
from lib.export import Shown, counts_in, cut_targets, export, slides_in
from lib.words import words_of

OPEN_SIZES = ("80x24", "40x12", "200x60")
WIDE = "1000x300"  # nothing is wrapped, and nothing has a second page
NARROW = (None, "40x12")
SHOWN_MAX = 8  # problems that are listed per deck and size

# How many slides there are where the index is not exact, and why.
SLIDES = {
    "patat/jaspervdj__patat__demo.md":
        (46, "43 headings of level 2, and 3 titles above them"),
    "patat/jship__haskell-handles-talk__slides.md":
        (34, "30 headings of level 2, and 4 titles above them"),
    "patat/jisantuc__patats__2020-06-intro-to-typeclass-derivation.md":
        (26, "26 headings of level 1, which text stands below"),
    "patat/jisantuc__patats__weird-testing.md":
        (23, "18 headings of level 2, and 5 titles above them"),
    "patat/wllm-rbnt__asn1template__uybhys-2024-asn1template-rump-session.md":
        (9, "8 rules"),
    "patat/project-stacker__stacker__stacker101.md":
        (33, "32 rules; headings do not count beside them"),
    "lookatme/d0c-s4vage__lookatme__2019-12-20.md":
        (23, "23 headings of level 1 and no rule; the 6 headings below them "
             "stand on their slides"),
    "lookatme/d0c-s4vage__lookatme__tour.md": (14, "13 rules"),
    "slides/SWC-Advanced-Microscopy__linux_cli_intro__linux_cli.md":
        (21, "20 lines ---; one right below a paragraph is no underline"),
    "slides/SWC-Advanced-Microscopy__linux_cli_intro__linux_history.md":
        (7, "6 lines ---"),
    "slides/Piotr1215__youtube__tmux-setup-slides.md": (26, "25 lines ---"),
    "slides/Piotr1215__youtube__terminal-presentations-slides.md":
        (14, "13 lines ---"),
    "slides/Piotr1215__youtube__core-more-utils-slides.md":
        (27, "26 lines ---"),
    "slides/maaslalani__slides__slides.md":
        (7, "6 lines ---; the one in code has a blank behind it"),
    "slides/maaslalani__slides__code_blocks.md": (18, "17 lines ---"),
    "slides/fredrikaverpil__dotfiles__slide.md": (6, "5 lines ---"),
    "generic/keyboardAnt__faster-inference-seminar-talk-2025__talk.md":
        (24, "23 rules; the one within a comment is none"),
    "generic/hydrotian__hydrotian.github.io__2024-Interface-PHmeeting.md":
        (9, "8 rules"),
    "generic/MQU-MACS__python-workshop__slides.md":
        (49, "48 rules behind the front matter"),
    "generic/afronski__presentations__elixir@SRUG-slides.md":
        (15, "14 lines ---; the 12 lines -- are stops"),
    "generic/afronski__presentations__zeromq-in-nodejs@berlinjs-slides.md":
        (17, "16 lines ---; the 7 lines -- are stops"),
    "generic/masterzen__prez__qt.md":
        (51, "14 lines --- and 36 lines --, which begin slides below"),
    "generic/masterzen__prez__crypto.md":
        (57, "12 lines --- and 44 lines --, which begin slides below"),
    "generic/laserkelvin__technical-writing__slides.md":
        (20, "7 lines --- and 12 lines ----"),
    "generic/shell909090__slides__docker1.md":
        (8, "7 rules; headings do not count beside them"),
    "generic/STL2600__serial-communications-talk__talk.md":
        (40, "39 headings of the levels 1 and 2 and a rule; most headings "
             "with text below them are of level 2"),
}


class Problems:
    """Prints what is wrong with a deck, the first of each size in full."""

    def __init__(self, name):
        self.name = name
        self.count = 0

    def add(self, size, found):
        found = list(found)
        for line in found[:SHOWN_MAX]:
            print(f"{self.name}: {size or 'as it is'}: {line}")
        if len(found) > SHOWN_MAX:
            print(f"{self.name}: {size or 'as it is'}: "
                  f"{len(found)} problems in all")
        self.count += len(found)


def slides_expected(entry):
    """The number of slides, or None if nobody has counted them."""
    if entry.slides.isdigit():
        return int(entry.slides)
    return SLIDES.get(entry.file, (None, ""))[0]


def opens(deckle, path, size, slides):
    done = export(deckle, path, size)
    said = done.stderr.decode("utf-8", "replace").strip()
    if done.returncode or said:
        yield f"exit {done.returncode} {said}"
        return
    counts = counts_in(done.stdout.decode("utf-8"))
    if counts != {slides}:
        yield f"{sorted(counts)} slides, expected {slides}"


def rows_of(deckle, path, size, deck):
    """The rows of every slide, or None when there are not as many."""
    output = export(deckle, path, size).stdout.decode("utf-8", "replace")
    slides = slides_in(output, size, deck.title)
    return slides if len(slides) == len(deck.slides) else None


def compare_targets(slide, shown):
    """Whether the foot lists the targets of links, in their order. Those that
    are their own label are not listed."""
    for link in slide.links:
        if link.target not in shown and link.target != link.label.strip():
            yield link.line, f"target {link.target!r} is missing"
    for target in shown:
        if target not in [link.target for link in slide.links]:
            yield slide.line, f"target {target!r} should not be there"


def compare_wide(deck, slides):
    for number, (slide, rows) in enumerate(zip(deck.slides, slides), 1):
        rows, targets = cut_targets(rows)
        shown = words_of("\n".join(rows))
        compare = in_columns if slide.has_columns else in_order
        found = list(compare(slide.tokens, shown))
        found += compare_targets(slide, targets)
        for line, problem in found:
            yield f"slide {number}, line {line}: {problem}"


def compare_narrow(deck, slides):
    for number, (slide, rows) in enumerate(zip(deck.slides, slides), 1):
        beside = slide.has_columns or slide.has_tables
        for line, problem in in_pieces(slide.tokens, Shown(rows), beside):
            yield f"slide {number}, line {line}: {problem}"


def check_deck(deckle, entry, problems):
    slides = slides_expected(entry)
    if slides is None:
        problems.add("", ["no exact number of slides in the table"])
        return
    for size in OPEN_SIZES:
        problems.add(size, opens(deckle, entry.path, size, slides))
    deck = Deck(entry.text(), entry.dialect)
    if len(deck.slides) != slides:
        problems.add("", [f"read as {len(deck.slides)} slides"])
    for size in (WIDE,) + NARROW:
        rows = rows_of(deckle, entry.path, size, deck)
        if rows is None:
            problems.add(size, ["not as many slides: words not compared"])
            continue
        compare = compare_wide if size == WIDE else compare_narrow
        problems.add(size, compare(deck, rows))


def print_words(entry):
    """What is expected, to be read."""
    deck = Deck(entry.text(), entry.dialect)
    for number, slide in enumerate(deck.slides, 1):
        print(f"── {entry.file} {number}, line {slide.line} ──")
        print(" ".join(token.text for token in slide.tokens))
        for link in slide.links:
            print(f"    {link.target}")


def main():
    deckle, decks = sys.argv[1], entries(sys.argv[2:])
    if decks is None:
        print("skipped: DECKLE_CORPUS names no folder of decks")
        return SKIPPED
    failed = 0
    for entry in decks:
        if deckle == "--words":
            print_words(entry)
            continue
        problems = Problems(entry.file)
        check_deck(deckle, entry, problems)
        failed += problems.count
    print(f"{len(decks)} decks, {failed} problems")
    return 1 if failed or not decks else 0


sys.exit(main())
