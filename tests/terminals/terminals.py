#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Real terminal emulators, and what they show, pixel by pixel.

    terminals.py DECKLE PICTURES

- that the harness sees what it should: text, sixels, kitty's images;
- decks in them: images, themes, characters that are wide.

Terminals that are not installed are skipped; status 77: there is none, or
nothing to look at them with.
"""
import base64
import pathlib
import shutil
import sys
import tempfile
import unittest

from display import Display, missing, png
from window import (BLACK, BLUE, GREEN, RED, WHITE, YELLOW, Block, Window,
                    installed)

DECKLE = pathlib.Path(sys.argv.pop(1)).resolve()
PICTURES = pathlib.Path(sys.argv.pop(1)).resolve()


class InWindow(unittest.TestCase):
    """Each test has a folder; a class for each emulator says which one."""
    emulator = None
    display = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()

    def open(self, command):
        window = Window(self.emulator, self.display, self.folder, command)
        self.addCleanup(window.close)
        return window

    def print(self, text):
        """A window that shows these bytes and hides the cursor."""
        (self.folder / "text").write_bytes(b"\x1b[?25l" + text)
        return self.open("cat text")

    def present(self, text, options=""):
        """A talk in 24 bits of colour."""
        for name in ("quarters.png", "holes.png"):
            shutil.copy(PICTURES / name, self.folder)
        (self.folder / "deck.md").write_text(text)
        # xterm does not hand COLORTERM on.
        return self.open(f"COLORTERM=truecolor '{DECKLE}' {options} deck.md")


def red_sixels(width, height):
    """A red block; the height is one of whole sixels."""
    return b"\x1bPq#1;2;100;0;0" + b"-".join(
        [b"#1!%d~" % width] * (height // 6)) + b"\x1b\\"


def red_png(width, height):
    return base64.b64encode(png(width, height,
                                (b"\0" + b"\xff\0\0" * width) * height))


class Harness(InWindow):
    def test_cells(self):
        window = self.print(b"\x1b[3;5H\x1b[48;2;255;0;0m    "
                            b"\x1b[24;80H\x1b[48;2;0;0;255m ")
        window.expect_only(Block(RED, 2, 4, 1, 4), Block(BLUE, 23, 79))

    def test_cursor(self):
        self.open("printf '\\033[3;5H'").expect_only(Block(WHITE, 2, 4))

    def test_keys(self):
        window = self.open(
            "stty -icanon -echo; printf '\\033[?25l'; "
            "[ \"$(head -c 4 | od -An -tx1)\" = ' 71 3f 0c 20' ] && "
            "printf '\\033[42m\\033[J'; exit 3")
        window.key("q", "question", "ctrl+l", "space")
        self.assertEqual(window.status(), 3)
        self.assertNotEqual(window.colour_of(self.display.picture(), 12, 40),
                            BLACK)

    def test_size(self):
        window = self.open(
            "printf '\\033[?25l'; while [ \"$(stty size)\" != '30 100' ]; "
            "do sleep 0.02; done; printf '\\033[48;2;0;255;0m\\033[2J'")
        window.resize(100, 30)
        window.expect_only(ground=GREEN)

    def test_a_failure_shows_the_window(self):
        window = self.print(b"\x1b[48;2;255;0;0m \x1b[48;2;0;255;0m ")
        window.expect(Block(GREEN, 0, 1))
        with self.assertRaises(AssertionError) as caught:
            window.wait("never", lambda: False, 0.1)
        lines = str(caught.exception).splitlines()
        pathlib.Path(lines[-1]).unlink()
        self.assertIn("ab" + "." * 78, lines)
        self.assertIn("b #00ff00", lines)


class Deck(InWindow):
    def test_image_as_half_blocks(self):
        window = self.present("# One\n\n![|20x10](quarters.png)\n")
        window.expect(Block(RED, 8, 30, 4, 10))
        print(window.show())


def load_tests(loader, _tests, _pattern):
    suite = unittest.TestSuite()
    for emulator in EMULATORS:
        for base in (Harness, Deck):
            suite.addTests(loader.loadTestsFromTestCase(
                type(f"{base.__name__}_{emulator.name}", (base,),
                     {"emulator": emulator})))
    return suite


if __name__ == "__main__":
    if missing():
        print(f"skipped: {missing()} is missing")
        sys.exit(77)
    EMULATORS = list(installed())
    if not EMULATORS:
        sys.exit(77)
    with tempfile.TemporaryDirectory() as screen:
        InWindow.display = Display(pathlib.Path(screen))
        try:
            unittest.main()
        finally:
            InWindow.display.close()
