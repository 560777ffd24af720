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

COLOURS = (RED, GREEN, BLUE, YELLOW)  # of quarters.png
OCEAN, OCEAN_CODE = 0x0B1F33, 0x14304D  # grounds in the theme ocean

PROTOCOLS = {"xterm": "sixel", "kitty": "kitty"}

# Where quarters.png is as |20x10 on a slide with a title: its first row and
# column, and how many there are.
PLACE = (10, 30, 5, 20)


def quarters(top, left, rows, cols):
    """What is seen of quarters.png; its middle row may be half and half."""
    half, wide = rows // 2, cols // 2
    return [Block(colour, top + (rows - half) * (i // 2), left + wide * (i % 2),
                  half, wide) for i, colour in enumerate(COLOURS)]


def around(top, left, rows, cols):
    """The black frame around it."""
    return [Block(BLACK, top - 1, left - 1, 1, cols + 2),
            Block(BLACK, top + rows, left - 1, 1, cols + 2),
            Block(BLACK, top, left - 1, rows, 1),
            Block(BLACK, top, left + cols, rows, 1)]


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

    def print(self, *texts):
        """A window without a cursor that shows these bytes, and the next ones
        with each Return."""
        command = "stty -echo; printf '\\033[?25l'"
        for number, text in enumerate(texts):
            (self.folder / f"{number}").write_bytes(text)
            command += f"; cat {number}; read next"
        return self.open(command)

    def present(self, text, options=""):
        """A talk in 24 bits of colour."""
        for name in ("quarters.png", "holes.png"):
            shutil.copy(PICTURES / name, self.folder)
        (self.folder / "deck.md").write_text(text)
        # xterm does not hand COLORTERM on.
        return self.open(f"COLORTERM=truecolor '{DECKLE}' {options} deck.md")


# ---- what the terminals do ----

def red_sixels(width, height):
    """A red block; the height is one of whole sixels."""
    return b"\x1bPq#1;2;100;0;0" + b"-".join(
        [b"#1!%d~" % width] * (height // 6)) + b"\x1b\\"


def red_kitty(width, height):
    """The same for kitty, as image 7; the cursor stays."""
    rows = (b"\0" + b"\xff\0\0" * width) * height
    return (b"\x1b_Ga=T,f=100,i=7,C=1,q=2;" +
            base64.b64encode(png(width, height, rows)) + b"\x1b\\")


class Cells(InWindow):
    def test_cells(self):
        window = self.print(b"\x1b[3;5H\x1b[48;2;255;0;0m    "
                            b"\x1b[24;80H\x1b[48;2;0;0;255m ")
        window.expect_only(Block(RED, 2, 4, 1, 4), Block(BLUE, 23, 79))

    def test_cursor(self):
        window = self.open("printf '\\033[3;5H'; read end")
        window.expect_only(Block(WHITE, 2, 4))

    def test_keys(self):
        window = self.open(
            "stty -icanon -echo; touch ready; "
            "[ \"$(head -c 4 | od -An -tx1)\" = ' 71 3f 0c 20' ]; exit $?")
        window.wait("ready", (self.folder / "ready").exists)
        window.key("q", "question", "ctrl+l", "space")
        self.assertEqual(window.status(), 0)

    def test_size(self):
        window = self.open(
            "printf '\\033[?25l'; while [ \"$(stty size)\" != '30 100' ]; "
            "do sleep 0.02; done; printf '\\033[48;2;0;255;0m\\033[2J'")
        window.resize(100, 30)
        window.expect_only(ground=GREEN)

    def test_a_failure_shows_the_window(self):
        window = self.print(b"\x1b[48;2;255;0;0m \x1b[48;2;0;255;0m \x1b[m")
        window.expect_only(Block(RED, 0, 0), Block(GREEN, 0, 1))
        with self.assertRaises(AssertionError) as caught:
            window.wait("never", lambda: False, 0.1)
        lines = str(caught.exception).splitlines()
        pathlib.Path(lines[-1]).unlink()
        self.assertIn("ab" + "." * 78, lines)
        self.assertIn("b #00ff00", lines)


class Sixels(InWindow):
    def test_placed_and_erased(self):
        window = self.print(b"\x1b[3;5H" + red_sixels(104, 60),
                            b"\x1b[3;1H\x1b[K", b"\x1b[2J")
        window.expect_only(Block(RED, 2, 4, 4, 13))
        window.key("Return")
        window.expect_only(Block(RED, 3, 4, 3, 13))
        window.key("Return")
        window.expect_only()


class KittyImages(InWindow):
    def test_placed_and_deleted(self):
        window = self.print(b"\x1b[3;5H" + red_kitty(104, 60),
                            b"\x1b[3;1H\x1b[K", b"\x1b_Ga=d,d=I,i=7\x1b\\")
        window.expect_only(Block(RED, 2, 4, 4, 13))
        window.key("Return")
        window.expect_only(Block(RED, 2, 4, 4, 13))
        window.key("Return")
        window.expect_only()


# ---- decks ----

class Decks(InWindow):
    def test_ground_of_a_theme(self):
        window = self.present("# One\n\ntext\n", "--theme ocean")
        window.expect_only(ground=OCEAN)
        window.key("q")
        window.expect_only(Block(WHITE, 0, 0))

    def test_wide_characters(self):
        window = self.present(
            "# Wide\n\n"
            f"| {20 * '漢'} | `end` |\n|---|---|\n"
            "| plain | x |\n| ｱｱｱ한국어e\u0301 | `end` |\n\n"
            f"```\n{20 * '漢'}\nabc\n```\n", "--theme ocean")
        window.expect_only(
            Block(OCEAN_CODE, 9, 60, 1, 3), Block(OCEAN_CODE, 12, 60, 1, 3),
            Block(OCEAN_CODE, 14, 16, 2, 48), ground=OCEAN)
        window.wait("bars in column 58", lambda: all(
            (len(window.colours_of(row, col)) > 1) == (col == 58)
            for row in (9, 11, 12) for col in (57, 58, 59)))


class Blocks(InWindow):
    """Images, made of characters."""
    options = "--images blocks"

    def present_two(self):
        """One slide with a picture, one without."""
        window = self.present(
            "# One\n\n![|20x10](quarters.png)\n\n---\n\n# Two\n",
            self.options)
        self.expect_picture(window)
        return window

    def expect_picture(self, window):
        window.expect(*quarters(*PLACE), *around(*PLACE))

    def test_comes_and_goes(self):
        window = self.present_two()
        window.key("space")
        window.expect_only()
        window.key("BackSpace")
        self.expect_picture(window)

    def test_blank_screen(self):
        window = self.present_two()
        window.key("b")
        window.expect_only()
        window.key("b")
        self.expect_picture(window)

    def test_help(self):
        window = self.present_two()
        window.key("question")
        window.expect_only()
        window.key("question")
        self.expect_picture(window)

    def test_painted_again(self):
        window = self.present_two()
        window.scribble(b"\x1b[2J")
        window.expect_only()
        window.key("ctrl+l")
        self.expect_picture(window)

    def test_another_size(self):
        window = self.present_two()
        window.resize(100, 30)
        place = (PLACE[0] + 3, PLACE[1] + 10, *PLACE[2:])
        window.expect(*quarters(*place), *around(*place))
        window.resize(80, 24)
        self.expect_picture(window)

    def test_the_end(self):
        window = self.present_two()
        window.key("q")
        self.assertEqual(window.status(), 0)
        window.expect_only(Block(WHITE, 0, 0))


class Images(Blocks):
    """Images, made of pixels."""

    def setUp(self):
        super().setUp()
        self.options = f"--images {PROTOCOLS[self.emulator.name]}"

    def present_stripes(self, options):
        """Lines that are finer than cells: 20x5 of these."""
        row = b"\0" + 20 * (4 * b"\xff\0\0" + 4 * b"\0\xff\0")
        (self.folder / "stripes.png").write_bytes(png(160, 85, 85 * row))
        return self.present("# One\n\n![a text](stripes.png)\n", options)

    def expect_pixels(self, window):
        window.wait("stripes", lambda: all(
            window.has_colours(row, col, RED, GREEN)
            for row in range(10, 15) for col in range(30, 50)))
        window.expect(*around(*PLACE))

    def test_pixels(self):
        self.expect_pixels(self.present_stripes(self.options))

    def test_found_out(self):
        self.expect_pixels(self.present_stripes(""))

    def test_blocks_instead(self):
        window = self.present_stripes("--images blocks")
        window.wait("colours", lambda: len(window.colours_of(12, 40)) == 1 and
                    window.colours_of(12, 40) != {BLACK})
        self.assertFalse(window.has_colours(12, 40, RED, GREEN))

    def test_text_instead(self):
        window = self.present_stripes("--images text")
        window.wait("text", lambda: len(window.colours_of(12, 38)) > 1)
        window.expect_only()

    def test_another_in_its_place(self):
        window = self.present("# One\n\n![|20x10](quarters.png)\n\n---\n\n"
                              "# One\n\n![|20x10](holes.png)\n", self.options)
        self.expect_picture(window)
        window.key("space")
        red, green, blue, yellow = quarters(*PLACE)
        blue.colour = BLACK
        window.expect(red, green, blue, yellow, *around(*PLACE))
        window.key("BackSpace")
        self.expect_picture(window)

    def test_ground_shines_through(self):
        window = self.present("# One\n\n![|20x10](holes.png)\n",
                              f"--theme ocean {self.options}")
        red, green, blue, yellow = quarters(*PLACE)
        blue.colour = OCEAN
        window.expect(red, green, blue, yellow)

    def test_as_large_as_the_window(self):
        rows = [b"\0" + 40 * left + 40 * right for left, right in (
            (b"\xff\0\0", b"\0\xff\0"), (b"\0\0\xff", b"\xff\xff\0"))]
        (self.folder / "square.png").write_bytes(
            png(80, 80, 40 * rows[0] + 40 * rows[1]))
        window = self.present("![image:width:100%](square.png)\n",
                              self.options)
        # Nothing scrolls; its middle column is half and half.
        window.expect(Block(RED, 1, 16, 11, 23), Block(GREEN, 1, 40, 11, 23),
                      Block(BLUE, 12, 16, 11, 23),
                      Block(YELLOW, 12, 40, 11, 23), *around(1, 16, 22, 47))

    def test_editor(self):
        (self.folder / "ed").write_text(
            "printf '\\033[?25l\\033[H\\033[48;2;0;255;0m\\033[J'; read next\n")
        window = self.present("# One\n\n![|20x10](quarters.png)\n",
                              f"--editor 'sh ed' {self.options}")
        self.expect_picture(window)
        window.key("e")
        window.expect_only(ground=GREEN)
        window.key("Return")
        self.expect_picture(window)


def load_tests(loader, _tests, _pattern):
    suite = unittest.TestSuite()
    for emulator in EMULATORS:
        own = {"xterm": Sixels, "kitty": KittyImages}[emulator.name]
        for base in (Cells, own, Decks, Blocks, Images):
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
