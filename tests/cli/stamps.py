#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Images that the terminal draws itself: what it is sent for them.

    stamps.py DECKLE PICTURES

PICTURES is the folder with the images of the tests.
"""

import base64
import os
import random
import re
import shutil
import signal
import struct
import sys
import tempfile
import zlib

from played import END, QUESTIONS, Terminal, check

KITTY = b"\033P>|kitty(0.26.5)\033\\"
TMUX = b"\033P>|tmux 3.3a\033\\"
ITERM2 = b"\033P>|iTerm2 3.5.0\033\\"
SIXELS = b"\033[?63;1;2;4c"
KITTY_QUESTION = b"\033_Gi=1,s=1,v=1,a=q,t=d,f=24;AAAA\033\\\033[5n"
SIXEL_QUESTION = b"\033[?2;1;0S\033[5n"

# No base64 looks like that.
TWO = b"\033[38;5;123mTwo"
ASKED = b"\033[5n"
KITTY_OK = b"\033_Gi=1;OK\033\\"
CHUNK = re.compile(rb"\033_G[^;]*;([^\033]*)\033\\")
SMALL = "# One\n\n![a|20x10](small.png)\n\n---\n\n# Two\n"
LARGE = "# One\n\n![a](large.png)\n\n---\n\n# Two\n"

# More than a pseudoterminal holds that nobody reads.
HELD = 200000


def write_noise(path, width, height):
    """A PNG file that cannot be compressed."""
    noise = random.Random(1)
    rows = b"".join(b"\0" + noise.randbytes(width * 3)
                    for _ in range(height))

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + \
            struct.pack(">I", zlib.crc32(kind + data))

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n" + chunk(
            b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def payload(written):
    """The bytes of the images in what kitty was sent."""
    return base64.b64decode(b"".join(CHUNK.findall(written)))


def bytes_of(path):
    with open(path, "rb") as file:
        return file.read()


def answer(terminal, first, question, second=b""):
    """Say the first, and the second when that has led to the question."""
    terminal.await_text(QUESTIONS)
    terminal.type(first + END)
    terminal.await_text(question)
    terminal.type(second + END)


def say_kitty(terminal):
    answer(terminal, KITTY, KITTY_QUESTION, KITTY_OK)


def kitty_draws(terminal):
    say_kitty(terminal)
    seen = terminal.await_text(b"\033_Ga=T") + terminal.settle()
    check(payload(seen) == bytes_of("small.png"), "the file itself", seen)
    check(b"\033[11;31H\033_Ga=T" in terminal.written, "at its place", seen)
    check(b"c=20,r=5,C=1" in seen, "as large as its place", seen)
    image = re.search(rb"i=(\d+),c=", seen).group(1)
    terminal.type(b" ")
    seen = terminal.await_text(TWO)
    check(b"a=d,d=I,i=" + image in seen, "deleted before the text", seen)
    terminal.type(b"p")
    seen = terminal.await_text(b"\033_Ga=T") + terminal.settle()
    check(payload(seen) == bytes_of("small.png"), "sent again", seen)
    terminal.type(b"?")
    terminal.await_text(b"a=d,d=I")
    terminal.type(b"?")
    seen = terminal.await_text(b"\033_Ga=T") + terminal.settle()
    image = re.search(rb"i=(\d+),c=", seen).group(1)
    terminal.type(b"\014")
    seen = terminal.await_text(b"\033_Ga=T") + terminal.settle()
    check(seen.find(b"a=d,d=I,i=" + image) < seen.find(b"\033_Ga=T"),
          "deleted and painted again", seen)
    image = re.search(rb"i=(\d+),c=", seen).group(1)
    terminal.type(b"q")
    seen = terminal.settle()
    check(seen.find(b"a=d,d=I,i=" + image) < seen.find(b"\033[?1049l"),
          "deleted at the end", seen)


def tmux_is_not_asked(terminal):
    terminal.await_text(QUESTIONS)
    terminal.type(TMUX + END)
    terminal.settle()
    check(b"\033_G" not in terminal.written, "no question",
          terminal.written)


def kitty_that_draws_none(terminal):
    answer(terminal, KITTY, KITTY_QUESTION)
    terminal.settle()
    check(b"\033_Ga=T" not in terminal.written, "no image", terminal.written)


def iterm2_draws(terminal):
    answer(terminal, ITERM2, KITTY_QUESTION)
    seen = terminal.await_text(b"\033]1337;File=") + terminal.settle()
    data = base64.b64encode(bytes_of("small.png"))
    check(b"width=20;height=5;" in terminal.written and
          b":" + data + b"\033\\" in seen, "the file itself", seen)


def sixels_are_drawn(terminal):
    answer(terminal, SIXELS, SIXEL_QUESTION)
    seen = terminal.await_text(b"\033P0;1;0q\"1;1;200;96#") + terminal.settle()
    terminal.type(b" ")
    seen = terminal.await_text(TWO)
    check(b"\033P" not in seen, "gone", seen)


def sixels_have_limits(terminal):
    answer(terminal, SIXELS, SIXEL_QUESTION, b"\033[?2;0;1000;60S")
    terminal.await_text(b"\033P0;1;0q\"1;1;120;60#")


def kitty_goes_before_sixels(terminal):
    answer(terminal, KITTY + SIXELS, KITTY_QUESTION, KITTY_OK + END)
    terminal.await_text(b"\033_Ga=T")
    check(b"\033P0" not in terminal.written, "no sixels", terminal.written)


def a_key_breaks_off(terminal):
    say_kitty(terminal)
    terminal.await_text(b"\033_Ga=T")
    terminal.type(END + b" ")
    seen = terminal.await_text(TWO)
    check(len(seen) < HELD, "no more than was on its way", len(seen))
    check(b"\033\\\033_Gm=0,q=2;\033\\" in seen, "broken off", seen[-200:])
    check(b"a=d,d=I" in seen, "deleted", seen[-200:])
    terminal.type(b"p")
    seen = terminal.await_text(b"\033_Ga=T")
    while b"m=0;" not in seen:
        # It is asked after each piece whether it has it.
        asked = seen.count(ASKED)
        seen += terminal.read(1)
        for _ in range(seen.count(ASKED) - asked):
            terminal.type(END)
    check(seen.count(ASKED) > 10, "asked", seen.count(ASKED))
    seen += terminal.settle()
    check(payload(seen) == bytes_of("large.png"), "sent again, whole",
          len(seen))


def begin_large(terminal):
    """An image is under way, and the terminal is asked about it."""
    say_kitty(terminal)
    seen = terminal.await_text(b"\033_Ga=T")
    if ASKED not in seen:
        terminal.await_text(ASKED)


def await_break(terminal):
    """The image ends before anything else begins."""
    seen = terminal.await_text(b"\033_Gm=0,q=2;")
    before = seen[:seen.index(b"\033_Gm=0,q=2;")]
    check(b"\033[" not in before, "broken off first", before)


def a_new_size_breaks_off(terminal):
    begin_large(terminal)
    terminal.resize(20, 70)
    await_break(terminal)


def going_on_breaks_off(terminal):
    begin_large(terminal)
    os.kill(terminal.pid, signal.SIGSTOP)
    os.waitpid(terminal.pid, os.WUNTRACED)
    os.kill(terminal.pid, signal.SIGCONT)
    await_break(terminal)


def an_answer_is_lost(terminal):
    """As to a shell; without one it does not really stop."""
    begin_large(terminal)
    os.kill(terminal.pid, signal.SIGTSTP)
    terminal.await_text(b"\033_Ga=T")
    terminal.settle()
    terminal.type(END)
    terminal.await_text(ASKED)


def a_question_waits_for_the_image(terminal):
    terminal.await_text(b"\033_Ga=T")
    terminal.type(KITTY + SIXELS + END)
    seen = terminal.await_text(KITTY_QUESTION + SIXEL_QUESTION)
    image = terminal.written[terminal.written.index(b"\033_Ga=T"):]
    check(payload(image[:image.index(b"\033_Gi=1,")]) ==
          bytes_of("large.png"), "whole before it", seen[-200:])


def an_edit_comes_with_an_answer(terminal):
    terminal.await_text(QUESTIONS)
    terminal.type(KITTY + END)
    terminal.await_text(KITTY_QUESTION)
    terminal.type(KITTY_OK + END + b"e")
    terminal.await_text(b"\033[?1049l")
    terminal.await_text(b"\033_Ga=T")


def no_colours_no_images(terminal):
    say_kitty(terminal)
    terminal.settle()
    check(b"\033_Ga=T" not in terminal.written, "no image", terminal.written)


def told_to(terminal):
    seen = terminal.await_text(b"\033_Ga=T") + terminal.settle()
    check(payload(seen) == bytes_of("small.png"), "whatever it says", seen)


CASES = [
    (kitty_draws, SMALL, [], {}),
    (tmux_is_not_asked, SMALL, [], {}),
    (kitty_that_draws_none, SMALL, [], {}),
    (iterm2_draws, SMALL, [], {}),
    (sixels_are_drawn, SMALL, [], {}),
    (sixels_have_limits, SMALL, [], {}),
    (kitty_goes_before_sixels, SMALL, [], {}),
    (a_key_breaks_off, LARGE, [], {}),
    (a_new_size_breaks_off, LARGE, [], {}),
    (going_on_breaks_off, LARGE, [], {}),
    (an_answer_is_lost, LARGE, [], {}),
    (a_question_waits_for_the_image, LARGE, ["--images", "kitty"], {}),
    (an_edit_comes_with_an_answer, SMALL, [], {"EDITOR": "true"}),
    (no_colours_no_images, SMALL, [], {"NO_COLOR": "1"}),
    (told_to, SMALL, ["--images", "kitty"], {}),
]


def has_sixels(deckle):
    """Whether it was built with what makes them: its bar says so else."""
    terminal = Terminal([deckle, "--images", "sixel", "deck.md"])
    terminal.settle()
    terminal.end()
    return b"no images as sixels" not in terminal.written


def run(case, words, more):
    terminal = Terminal(words, **more)
    try:
        case(terminal)
        if case is not kitty_draws:
            terminal.type(b"q")
        while terminal.read(1):
            pass
        os.kill(terminal.pid, signal.SIGKILL)
        return True
    except AssertionError as error:
        print(f"{case.__name__}: {error}")
        os.kill(terminal.pid, signal.SIGKILL)
        return False
    finally:
        os.waitpid(terminal.pid, 0)
        os.close(terminal.fd)


def main():
    deckle = os.path.abspath(sys.argv[1])
    pictures, passed = os.path.abspath(sys.argv[2]), 0
    cases = CASES
    signal.alarm(300)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        shutil.copy(os.path.join(pictures, "quarters.png"), "small.png")
        write_noise("large.png", 700, 380)
        with open("deck.md", "w", encoding="utf-8") as deck:
            deck.write(SMALL)
        if not has_sixels(deckle):
            print("skipped: sixels: built without libchafa")
            cases = [case for case in CASES
                     if case[0] not in (sixels_are_drawn, sixels_have_limits)]
        for case, source, options, more in cases:
            with open("deck.md", "w", encoding="utf-8") as deck:
                deck.write(source)
            passed += run(case, [deckle, *options, "deck.md"], more)
    print(f"{passed} passed, {len(cases) - passed} failed")
    return 0 if passed == len(cases) else 1


if __name__ == "__main__":
    sys.exit(main())
