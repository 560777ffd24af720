# SPDX-License-Identifier: MIT
"""What a terminal under test runs: a command, and it stays when that ended.

    launch.py REPORT COLS ROWS COMMAND

REPORT gets one JSON line when the terminal has its size: the width and height
of its text in pixels, its window, its device, and this process. REPORT.end gets
the status of COMMAND, which a shell reads.
"""
import fcntl
import json
import os
import pathlib
import signal
import struct
import subprocess
import sys
import termios
import time


def size():
    rows, cols, width, height = struct.unpack(
        "HHHH", fcntl.ioctl(0, termios.TIOCGWINSZ, bytes(8)))
    return (cols, rows), (width, height)


def write(path, text):
    """Whole or not at all."""
    new = path.with_name(path.name + ".new")
    new.write_text(text)
    new.rename(path)


report, cols, rows, command = sys.argv[1:]
while size()[0] != (int(cols), int(rows)):  # whoever asked for it gives up
    time.sleep(0.01)
write(pathlib.Path(report), json.dumps(
    {"pixels": size()[1], "window": os.environ["WINDOWID"],
     "terminal": os.ttyname(0), "process": os.getpid()}))
signal.signal(signal.SIGINT, signal.SIG_IGN)
ended = subprocess.run(["sh", "-c", command], check=False,
                       restore_signals=True)
write(pathlib.Path(report + ".end"), str(ended.returncode))
while True:
    signal.pause()
