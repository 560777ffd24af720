#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check that decks show every word that pandoc finds in them.

    DECKLE_CORPUS=FOLDER pandoc.py DECKLE [DECK...]

The decks are those of dialects.py. Words are counted over the whole deck: the
order is what dialects.py looks at. Notes and properties, of which pandoc knows
nothing, are taken out before it reads a deck.

Without pandoc or DECKLE_CORPUS this is skipped (77).
"""

import collections
import shutil
import subprocess
import sys

from lib.corpus import SKIPPED, entries
from lib.decks import plain_of
from lib.export import export, slides_in
from lib.words import words_of

WIDE = "1000x300"
# What deckle shows as it is written: quotes, mathematics.
PANDOC = ("markdown-smart-tex_math_dollars-raw_tex-yaml_metadata_block"
          "-native_divs-native_spans")
COMMONMARK = ("commonmark_x-smart-tex_math_dollars-attributes-fancy_lists"
              "-definition_lists")
READ_AS = collections.defaultdict(lambda: PANDOC, {
    "presenterm": COMMONMARK, "lookatme": COMMONMARK, "slides": COMMONMARK,
    "markdown": COMMONMARK,
})
# Words that pandoc shows and deckle does not, and why that is right.
AGREED = {
    "presenterm/mfontanini__presenterm__demo.md":
        ("use use stdthreadsleep stdtimeDuration caution",
         "lines of Rust that begin with # are hidden; and Caution begins "
         "with a capital letter where it heads a quote"),
    "slides/maaslalani__slides__code_blocks.md":
        ("package main main func", "lines that begin with /// are hidden"),
    "generic/MQU-MACS__python-workshop__slides.md":
        ("bg bg bg bg bg left40 40 40 right40 right40 right40 50 75 85 py",
         "keywords for the place of an image; and the language of a fence "
         "that pandoc takes for code within a line"),
    "generic/hydrotian__hydrotian.github.io__2024-Interface-PHmeeting.md":
        ("width1150px width1100px width900px",
         "keywords for the size of an image"),
    "generic/keyboardAnt__faster-inference-seminar-talk-2025__talk.md":
        ("center h200", "keywords for the place of an image"),
    "generic/laserkelvin__technical-writing__slides.md":
        ("figure figure figure figure div div div div div classimgframe "
         "classimgframe figureimg srcfigurescomplexmixtureseparationpng "
         "stylemarginleft stylemarginleft 50px alt alt "
         "figcaptionHighresolution spectroscopyfigcaption 100px img "
         "srcfiguresrecurrentencoderdecoderpng figcaptionMachine "
         "learningfigcaption",
         "tags that pandoc takes for code, for they are set in"),
}


def words_by_pandoc(entry):
    done = subprocess.run(
        ["pandoc", "-f", READ_AS[entry.dialect], "-t", "plain",
         "--wrap=none", "--columns=10000"],
        input=plain_of(entry.text(), entry.dialect).encode(),
        capture_output=True, timeout=60, check=True)
    return collections.Counter(words_of(done.stdout.decode("utf-8")))


def words_by_deckle(deckle, entry):
    done = export(deckle, entry.path, WIDE)
    rows = sum(slides_in(done.stdout.decode("utf-8"), WIDE), [])
    return collections.Counter(word for row in rows for word in words_of(row))


def main():
    deckle, decks = sys.argv[1], entries(sys.argv[2:])
    if decks is None or not shutil.which("pandoc"):
        print("skipped: pandoc is missing, or DECKLE_CORPUS")
        return SKIPPED
    failed = 0
    for entry in decks:
        missing = words_by_pandoc(entry)
        missing -= words_by_deckle(deckle, entry)
        missing -= collections.Counter(AGREED.get(entry.file, ("",))[0]
                                       .split())
        for word, count in sorted(missing.items()):
            print(f"{entry.file}: {word!r} is missing ({count})")
        failed += missing.total()
    print(f"{len(decks)} decks, {failed} words missing")
    return 1 if failed or not decks else 0


sys.exit(main())
