#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Export decks that were made to break readers, each within a time limit.

    pathological.py DECKLE [NAME...]

Whatever the bytes are, the export succeeds, in time, with nothing on standard
error, and what comes out is UTF-8 without control characters.
"""

import os
import random
import re
import subprocess
import sys
import time

# One deck, one size. Sanitizers cost a factor; DECKLE_SLOW says which.
SECONDS = 5 * float(os.environ.get("DECKLE_SLOW", "1"))

MANY = 100_000
MB = 1 << 20

RANDOM = random.Random(1)


def nested_list(levels):
    return "".join(" " * level + "* x\n" for level in range(levels))


def table(rows, columns):
    return "".join(["|" + "a|" * columns + "\n", "|" + "-|" * columns + "\n",
                    ("|" + "b *c*|" * columns + "\n") * rows])


def definitions(count):
    return "".join([*(f"[l{i}]: http://x/{i}\n" for i in range(count)), "\n",
                    *(f"[a][l{i}]\n" for i in range(count))])


# name, deck (text or bytes), other sizes than 80x24
DECKS = [
    ("empty", "", "1x1 2x2 20x5"),
    ("one newline", "\n", "1x1 2x2 20x5"),
    ("header only", "%title: T\n%author: A\n", "1x1 2x2 20x5"),
    ("one word", "supercalifragilistic\n", "1x1 2x2 20x5"),
    ("wide in one column", "日本語\n", "1x1 2x2 20x5"),
    ("everything, small", "%title: T\n# h\n* a\n  * b\n> q\n```\nc\n```\n"
     "a|b\n-|-\nc|d\n^\n[l](t)\n-> x <-\n", "1x1 2x2 20x5"),
    ("quotes in one line", ">" * MANY + "\n", "20x5"),
    ("quotes, spaced", "> " * MANY + "\n", ""),
    ("quotes, line by line", "".join(">" * (i % 50) + " x\n"
                                     for i in range(MANY)), ""),
    ("one line of 10 MB", "x" * (10 * MB), ""),
    ("one line of 10 MB, words", "word " * (2 * MB), ""),
    ("one line of 10 MB, wide", "日" * (10 * MB // 3), ""),
    ("10 MB of \\r", "\r" * (10 * MB), ""),
    ("10 MB of \\n", "\n" * (10 * MB), ""),
    ("10 MB of blanks", " " * (10 * MB), ""),
    ("10 MB of tabs", "\t" * (10 * MB), ""),
    ("1 MB of NUL", "\0" * MB, "20x5"),
    ("10 000 slides", "a\n\n---\n" * 10_000, ""),
    ("10 000 slides of a break only", "\n---\n" * 10_000, ""),
    ("100 000 stops", "x\n^\n" * MANY, "20x5"),
    ("only stops", "^\n" * MANY, ""),
    ("backticks", "`" * MANY + "\n", ""),
    ("backticks, growing", "".join("`" * i + " " for i in range(450)), ""),
    ("backtick pairs", "`a" * MANY + "\n", ""),
    ("backtick lines", "`\n" * MANY, ""),
    ("stars", "*" * MANY + "\n", ""),
    ("star words", "*a " * MANY + "\n", ""),
    ("star words, closing", "a* " * MANY + "\n", ""),
    ("star lines", "*\n" * MANY, ""),
    ("stars and underscores", "*a_ " * MANY + "\n", ""),
    ("nested emphasis", "*a **a " * (MANY // 2) + "b** b* " * (MANY // 2)
     + "\n", ""),
    ("underscores", "_" * MANY + "\n", ""),
    ("underscore words", "_a " * MANY + "\n", ""),
    ("opening brackets", "[" * MANY + "\n", ""),
    ("bracket words", "[a " * MANY + "\n", ""),
    ("bracket pairs", "[a]" * MANY + "\n", ""),
    ("bracket lines", "[\n" * MANY, ""),
    ("nested brackets", "[" * MANY + "a" + "]" * MANY + "\n", ""),
    ("brackets and parentheses", "[a](" * MANY + "\n", ""),
    ("links", "[a](b) " * MANY + "\n", ""),
    ("links, line by line", "[a](b)\n" * MANY, ""),
    ("nested images", "![" * MANY + "\n", ""),
    ("nested images, closed", "![" * 10_000 + "a" + "](b)" * 10_000 + "\n",
     ""),
    ("images left open", "![[a](b)" * MANY + "\n", ""),
    ("angles", "<" * MANY + "\n", ""),
    ("angle words", "<a " * MANY + "\n", ""),
    ("comments", "<!--" * MANY + "\n", ""),
    ("ampersands", "&" * MANY + "\n", ""),
    ("entities", "&amp;" * MANY + "\n", ""),
    ("ampersand lines", "&\n" * MANY, ""),
    ("backslashes", "\\" * MANY + "\n", ""),
    ("arrows", "-> " * MANY + "\n", ""),
    ("arrow lines", "-> x <-\n" * MANY, ""),
    ("hashes", "#" * MANY + "\n", ""),
    ("underlines", "x\n===\n" * MANY, ""),
    ("bars", "|" * MANY + "\n" + "|" * MANY + "\n", ""),
    ("a nested list, 1 000 levels", nested_list(1_000), "20x5"),
    ("a nested list, 5 000 levels", nested_list(5_000), "20x5"),
    ("up and down", "".join(" " * (i * 7919 % 200) + "* x\n"
                            for i in range(MANY // 2)), ""),
    ("a table row of 50 000 columns", table(1, 50_000), "1x1"),
    ("a table of 5 000 x 20", table(5_000, 20), "20x5"),
    ("delimiter lines", "a|b\n-|-\n" * MANY, ""),
    ("marks on one base", "e" + "\u0301" * MANY + "\n", "1x1"),
    ("only marks", "\u0301" * MANY + "\n", "1x1"),
    ("joined emoji", "👨\u200d" * MANY + "\n", "1x1"),
    ("regional letters", "🇩" * MANY + "\n", "1x1"),
    ("direction marks", "\u202e" * MANY + "\n", ""),
    ("skin tones", "👍" + "🏽" * MANY + "\n", "1x1"),
    ("jamo", "\u1100\u1161" * MANY + "\n", "1x1"),
    ("open fences and breaks", "```\nx\n\n---\n" * 20_000, ""),
    ("an open fence, many breaks", "```\n" + "x\n\n---\n" * 20_000, ""),
    ("fences of all lengths", "".join("`" * (3 + i % 500) + "\n\n---\n"
                                      for i in range(5_000)), ""),
    ("fences by turns", "```\n~~~\n" * MANY, ""),
    ("a code line of 1 MB", "```\n" + "x" * MB + "\n```\n", ""),
    ("many definitions", definitions(MANY), ""),
    ("one label, many definitions", "[a]: b\n" * MANY + "[a]\n", ""),
    ("one definition, many uses", "[a]: b\n" + "[a] " * MANY + "\n", ""),
    ("a long target, many uses", "[a]: " + "b" * 10_000 + "\n"
     + "[a]\n" * 200, ""),
    ("a header of 1 MB", "%title: " + "x " * (MB // 2) + "\nx\n", "20x5"),
    ("100 000 header lines", "%title: x\n" * MANY, ""),
    ("random bytes", RANDOM.randbytes(MB), "20x5"),
    ("random markup", "".join(RANDOM.choice(
        ["*", "_", "`", "[", "]", "(", ")", "<", ">", "!", "\\", "&", "a",
         " ", "\n", "\n\n", "#", "-", "|", "---", "^\n", "```\n", "-> "])
        for _ in range(MB // 4)), ""),
    ("no UTF-8", b"\xff\xfe\xc0\x80\xed\xa0\x80" * MANY, "20x5"),
    ("UTF-16", "# Title\n\ntext\n".encode("utf-16"), ""),
    ("escape sequences", "\x1b[31m\x1b]0;title\x07\x9b31m" * 1_000, ""),
    ("C1 controls", "\u009b31m\u0085" * 10_000, ""),
    ("escapes everywhere", "%title: \x1b[2J\n%author: \x1b[2J\n# \x1b[2J\n"
     "```\x1b[2J\n\x1b[2J\n```\n[a](\x1b[2J)\n[b]: \x1b[2J\n[b]\n"
     "a|\x1b[2J\n-|-\n\x1b[2J|&#27;\n", "20x5"),
]


def odd_output(output):
    """What is wrong with an export, or None."""
    try:
        text = output.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"output is not UTF-8: {error}"
    match = re.search("[\x00-\x09\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\r]", text)
    return f"output has {match.group(0)!r}" if match else None


def run(deckle, deck, size):
    """What is wrong with the export of a deck, or None."""
    command = [deckle, "export", "--size", size, "-"]
    try:
        done = subprocess.run(command, input=deck, capture_output=True,
                              timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return f"not done after {SECONDS:g} s"
    if done.returncode:
        return f"exit {done.returncode}: {done.stderr[-300:]!r}"
    if done.stderr:
        return f"said {done.stderr[:300]!r}"
    return odd_output(done.stdout)


def main():
    deckle, only = sys.argv[1], sys.argv[2:]
    runs, failed = 0, 0
    for name, deck, sizes in DECKS:
        if only and name not in only:
            continue
        if isinstance(deck, str):
            deck = deck.encode("utf-8", "surrogateescape")
        for size in ["80x24", *sizes.split()]:
            begin = time.monotonic()
            wrong = run(deckle, deck, size)
            seconds = time.monotonic() - begin
            runs += 1
            if wrong:
                failed += 1
                print(f"{name}, {size}: {wrong}")
            elif seconds > SECONDS / 2:
                print(f"{name}, {size}: {seconds:.1f} s is close")
    print(f"{runs} runs, {failed} failed")
    return 1 if failed or not runs else 0


sys.exit(main())
