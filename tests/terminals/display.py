# SPDX-License-Identifier: MIT
"""A display that nobody sees, and pictures of it.

Xvfb keeps its screen in a file in the format of xwd, so that looking at it is
reading a file: no request of X, no program to start.
"""
import array
import collections
import os
import select
import shutil
import struct
import subprocess
import sys
import zlib

PROGRAMS = ["Xvfb", "setpriv", "xdotool"]
WIDTH, HEIGHT = 1000, 640
SECONDS = 30  # for Xvfb to be there
GROUND = 0x000000


def missing():
    """The first program that a display needs and that is not installed."""
    return next((name for name in PROGRAMS if not shutil.which(name)), None)


class Picture:
    """What a screen showed: 0xRRGGBB at each pixel."""

    def __init__(self, data):
        """`data` is a file of xwd: 25 numbers of 32 bits, colours, pixels."""
        head = struct.unpack_from(">25I", data)
        self.width, self.height = head[4], head[5]
        assert (head[1], head[2], head[11]) == (7, 2, 32), head
        assert head[14:17] == (0xFF0000, 0xFF00, 0xFF), head
        assert head[12] == 4 * self.width, head
        start = head[0] + 12 * head[19]
        self.pixels = array.array(
            "I", data[start:start + head[12] * self.height])
        if (sys.byteorder == "big") != (head[7] == 1):
            self.pixels.byteswap()

    def pixel(self, x, y):
        return self.pixels[y * self.width + x] & 0xFFFFFF  # above it: anything

    def colour_within(self, x, y, width, height):
        """The commonest colour in a rectangle."""
        count = collections.Counter()
        for start in range(y * self.width + x, (y + height) * self.width,
                           self.width):
            count.update(self.pixels[start:start + width])
        merged = collections.Counter()
        for pixel, many in count.items():
            merged[pixel & 0xFFFFFF] += many
        return merged.most_common(1)[0][0]

    def save(self, path):
        """As a PNG, to be looked at."""
        rows = []
        for y in range(self.height):
            row = self.pixels[y * self.width:(y + 1) * self.width]
            rows.append(b"\0" + b"".join(
                (pixel & 0xFFFFFF).to_bytes(3, "big") for pixel in row))
        path.write_bytes(png(self.width, self.height, b"".join(rows)))


def png(width, height, rows):
    """A PNG of 8 bits of red, green and blue; each row begins with a zero."""
    def chunk(kind, data):
        return (struct.pack(">I", len(data)) + kind + data +
                struct.pack(">I", zlib.crc32(kind + data)))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) +
            chunk(b"IDAT", zlib.compress(rows, 1)) + chunk(b"IEND", b""))


class Display:
    """An Xvfb of its own. It ends with this program, however that ends."""

    def __init__(self, folder):
        self.file = folder / "Xvfb_screen0"
        self.log = folder / "Xvfb.log"
        ready, told = os.pipe()
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                ["setpriv", "--pdeathsig", "TERM", "Xvfb", "-br", "-noreset",
                 "-displayfd", str(told), "-fbdir", str(folder), "-screen", "0",
                 f"{WIDTH}x{HEIGHT}x24", "-dpi", "96", "-nolisten", "tcp"],
                pass_fds=[told], stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=log)
        os.close(told)
        self.name = f":{self.number(ready)}"
        os.close(ready)
        # The pointer would be seen: into the corner with it.
        self.xdotool("mousemove", str(WIDTH - 1), str(HEIGHT - 1))

    def number(self, ready):
        """What Xvfb says when it is there: which display it is."""
        said = b""
        while not said.endswith(b"\n"):
            came = select.select([ready], [], [], SECONDS)[0]
            part = os.read(ready, 20) if came else b""
            if not part:
                self.close()
                sys.exit(f"Xvfb: {self.log.read_text()}")
            said += part
        return said.decode().strip()

    def xdotool(self, *words):
        subprocess.run(["xdotool", *words], check=True, timeout=60,
                       stdin=subprocess.DEVNULL,
                       env={"DISPLAY": self.name, "LC_ALL": "C.UTF-8",
                            "PATH": os.environ["PATH"]})

    def picture(self):
        return Picture(self.file.read_bytes())

    def close(self):
        self.process.terminate()
        self.process.wait()
