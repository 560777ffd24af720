# SPDX-License-Identifier: MIT
"""Terminal emulators of others, each in a window whose pixels are looked at.

    display = Display(folder)
    window = Window(KITTY, display, folder, "deckle deck.md")
    window.expect(Block(RED, 4, 10, 5, 20))
    window.key("space")
    window.expect_only()
    window.close()

Keys come from XTEST, through xdotool: to the terminal they are a keyboard's, so
that what it makes of them is tested as well. Nothing here sleeps for a while
and hopes: what is expected is looked for until it is there.
"""
import dataclasses
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SECONDS = 10  # until what has to be seen is given up
START_SECONDS = 30  # for a terminal to be there
COLS, ROWS = 80, 24
NEAR = 6  # how far red, green or blue may be off: sixels say colours in percent

BLACK, WHITE, RED, GREEN, BLUE, YELLOW = (
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00)

FONT = "DejaVu Sans Mono"
CELL_WIDTH, CELL_HEIGHT = 8, 17  # in pixels, with 10 points of it

LAUNCH = pathlib.Path(__file__).with_name("launch.py")


@dataclasses.dataclass
class Emulator:
    """How to start one. Its ground is black, its text white, its cursor does
    not blink, and around its cells there is nothing."""
    name: str
    words: list
    environment: dict


XTERM = Emulator("xterm", [
    "xterm", "-ti", "vt340", "-geometry", f"{COLS}x{ROWS}+0+0",
    "-b", "0", "-bw", "0", "+sb", "-bg", "black", "-fg", "white",
    "-fa", FONT, "-fs", "10", "+bc",
    "-xrm", "XTerm*internalBorder: 0", "-e"], {})

KITTY_SETTINGS = {
    "font_family": FONT, "font_size": "10", "background": "#000000",
    "foreground": "#ffffff", "cursor": "#ffffff", "cursor_blink_interval": "0",
    "remember_window_size": "no", "initial_window_width": f"{COLS}c",
    "initial_window_height": f"{ROWS}c", "window_padding_width": "0",
    "window_margin_width": "0", "placement_strategy": "top-left",
    "enable_audio_bell": "no", "confirm_os_window_close": "0",
    "update_check_interval": "0", "shell_integration": "disabled",
    "sync_to_monitor": "no", "linux_display_server": "x11",
}
KITTY = Emulator("kitty", [
    "kitty", "--config", "NONE",
    *(word for name, value in KITTY_SETTINGS.items()
      for word in ("-o", f"{name}={value}"))],
    {"LIBGL_ALWAYS_SOFTWARE": "1"})

EMULATORS = [XTERM, KITTY]


@dataclasses.dataclass
class Block:
    """Cells that have a colour: the commonest one of their pixels."""
    colour: int
    top: int
    left: int
    rows: int = 1
    cols: int = 1

    def cells(self):
        return [(row, col) for row in range(self.top, self.top + self.rows)
                for col in range(self.left, self.left + self.cols)]


def near(a, b):
    return all(abs((a >> shift & 255) - (b >> shift & 255)) <= NEAR
               for shift in (0, 8, 16))


class Window:
    """A terminal of 80x24 that runs a command of the shell in a folder."""

    def __init__(self, emulator, display, folder, command):
        self.display, self.name = display, emulator.name
        self.cols, self.rows = COLS, ROWS
        self.inner = None
        self.report = folder / "report"
        self.end = folder / "report.end"
        self.log = folder / "terminal.log"
        self.process = self.start(
            [*emulator.words, sys.executable, str(LAUNCH), str(self.report),
             str(COLS), str(ROWS), command], folder, emulator.environment)
        try:
            self.begin()
        except BaseException:
            self.close()
            raise

    def start(self, words, folder, environment):
        with self.log.open("w") as log:
            return subprocess.Popen(
                words, cwd=folder, stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=log, start_new_session=True,
                env={"PATH": os.environ["PATH"], "HOME": str(folder),
                     "LC_ALL": "C.UTF-8", "DISPLAY": self.display.name,
                     "XDG_RUNTIME_DIR": str(folder),
                     "XDG_CACHE_HOME": str(folder),
                     "XDG_CONFIG_HOME": str(folder / "none"),
                     "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/none",
                     "SHELL": "/bin/sh", **environment})

    def begin(self):
        self.wait("the terminal's window", self.report.exists, START_SECONDS)
        told = json.loads(self.report.read_text())
        self.window, self.inner = told["window"], told["process"]
        self.terminal = told["terminal"]
        if told["pixels"] != [COLS * CELL_WIDTH, ROWS * CELL_HEIGHT]:
            raise AssertionError(f"{self.name}: {COLS}x{ROWS} cells are "
                                 f"{told['pixels']} pixels: another font?")
        # There is no window manager to do that.
        self.display.xdotool("windowfocus", self.window)

    def wait(self, what, true, seconds=SECONDS):
        until = time.monotonic() + seconds
        while not true():
            late = time.monotonic() > until
            if late or self.process.poll() is not None:
                raise AssertionError(
                    f"{self.name}: {what}: " +
                    (f"not within {seconds} s" if late else "it has ended") +
                    f"\n{self.log.read_text()}{self.show()}")
            time.sleep(0.02)

    # ---- what is seen ----

    def colour_of(self, picture, row, col):
        return picture.colour_within(col * CELL_WIDTH, row * CELL_HEIGHT,
                                     CELL_WIDTH, CELL_HEIGHT)

    def colours_of(self, row, col):
        """All colours of a cell: one that is empty has one."""
        picture = self.display.picture()
        return {picture.pixel(col * CELL_WIDTH + x, row * CELL_HEIGHT + y)
                for x in range(CELL_WIDTH) for y in range(CELL_HEIGHT)}

    def has_colours(self, row, col, *colours):
        """Whether the cell has each of them: a picture's pixels."""
        found = self.colours_of(row, col)
        return all(any(near(colour, other) for other in found)
                   for colour in colours)

    def is_shown(self, blocks, ground):
        """Whether all cells are as expected; ground None: only those named."""
        picture = self.display.picture()
        want = {cell: block.colour for block in blocks
                for cell in block.cells()}
        if ground is not None:
            want = {**dict.fromkeys(Block(0, 0, 0, self.rows,
                                          self.cols).cells(), ground), **want}
        return all(near(self.colour_of(picture, *cell), colour)
                   for cell, colour in want.items())

    def expect(self, *blocks):
        """These cells get their colours, whatever else there is."""
        self.wait(f"{list(blocks)}", lambda: self.is_shown(blocks, None))

    def expect_only(self, *blocks, ground=BLACK):
        """So they do, and all others are ground; text is mostly that, too."""
        self.wait(f"nothing but {list(blocks)} on #{ground:06x}",
                  lambda: self.is_shown(blocks, ground))

    def show(self):
        """The window for a reader: a letter for each colour, and a PNG."""
        if self.inner is None:
            return ""
        picture = self.display.picture()
        descriptor, name = tempfile.mkstemp(".png", f"deckle-{self.name}-")
        os.close(descriptor)
        picture.save(pathlib.Path(name))
        letters, lines = {BLACK: "."}, []
        for row in range(self.rows):
            colours = [self.colour_of(picture, row, col)
                       for col in range(self.cols)]
            lines.append("".join(letters.setdefault(
                colour, chr(min(ord("a") + len(letters) - 1, ord("z"))))
                for colour in colours))
        return "\n".join([*lines, *(f"{letter} #{colour:06x}" for
                                    colour, letter in letters.items()), name])

    # ---- what is done to it ----

    def scribble(self, data):
        """Spoil the screen behind the back of what runs there."""
        with open(self.terminal, "wb", buffering=0) as terminal:
            terminal.write(data)

    def key(self, *names):
        """Keys by their names in X: q, space, question, ctrl+l."""
        self.display.xdotool("key", *names)

    def resize(self, cols, rows):
        self.cols, self.rows = cols, rows
        self.display.xdotool("windowsize", self.window,
                             str(cols * CELL_WIDTH), str(rows * CELL_HEIGHT))

    def status(self):
        """How the command ended, as soon as it has."""
        self.wait("the command's end", self.end.exists)
        return int(self.end.read_text())

    def close(self):
        """End what runs in it, and the terminal."""
        for group in (self.inner, self.process.pid):
            try:
                if group:
                    os.killpg(group, signal.SIGKILL)
            except ProcessLookupError:
                pass
        self.process.wait()


def installed():
    """The emulators that can be tested; says which ones cannot."""
    for emulator in EMULATORS:
        if shutil.which(emulator.name):
            yield emulator
        else:
            print(f"skipped: {emulator.name} is missing")
