# SPDX-License-Identifier: MIT
"""A real tmux, to be looked at."""

import os
import subprocess
import sys
import time

SECONDS = 10  # for a screen to come
COLS, ROWS = 80, 24


class Tmux:
    """A server of its own, with one window that shows a command."""

    def __init__(self, folder, term="screen-256color", **more):
        self.started, self.name = 0, ""
        self.config = folder / "tmux.conf"
        self.config.write_text("set -g status off\n"
                               f"set -g default-terminal {term}\n"
                               "set -g remain-on-exit on\n")
        self.env = {"PATH": os.environ["PATH"], "HOME": str(folder),
                    "LC_ALL": "C.UTF-8", "TERM": "screen-256color",
                    "SHELL": "/bin/sh", "TMUX_TMPDIR": str(folder),
                    "XDG_RUNTIME_DIR": str(folder),
                    "XDG_CONFIG_HOME": "/dev/null", **more}

    def run(self, *words):
        done = subprocess.run(
            ["tmux", "-u", "-L", self.name, "-f", str(self.config), *words],
            env=self.env, capture_output=True, text=True, timeout=60,
            check=False)
        if done.returncode:
            sys.exit(f"tmux {' '.join(words)}: {done.stderr}")
        return done.stdout

    def start(self, *command):
        # One that ends still has its name for a while.
        self.started += 1
        self.name = f"deckle-{os.getpid()}-{self.started}"
        self.run("new-session", "-d", "-x", str(COLS), "-y", str(ROWS),
                 *command)

    def rows(self):
        return [row.rstrip() for row in
                self.run("capture-pane", "-p").split("\n")[:ROWS]]

    def await_rows(self, want, see=lambda row: row):
        """What is shown when it is as wanted, or when the time is up."""
        until = time.monotonic() + SECONDS
        while True:
            rows = self.rows()
            if [see(row) for row in rows] == want or time.monotonic() > until:
                return rows

    def columns(self, row, chars):
        """Where these characters stand in that row, and where it ends."""
        words = ["copy-mode", ";", "send", "-X", "top-line"]
        if row > 0:
            words += [";", "send", "-N", str(row), "-X", "cursor-down"]
        words += [";", "send", "-X", "start-of-line"]
        for char in chars:
            words += [";", "send", "-X", "jump-forward", char,
                      ";", "display", "-p", "#{copy_cursor_x}"]
        words += [";", "send", "-X", "end-of-line",
                  ";", "display", "-p", "#{copy_cursor_x}",
                  ";", "send", "-X", "cancel"]
        *found, end = [int(x) for x in self.run(*words).split()]
        return found, end - 1  # the cursor stands behind the end

    def end(self):
        subprocess.run(["tmux", "-L", self.name, "kill-server"], env=self.env,
                       capture_output=True, timeout=60, check=False)
