#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The real editors, on pseudoterminals.

    editors.py SOURCE_DIR UNIT_EDITOR

- with the snippets of docs/editors/ they tell a talk where the cursor is; what
  is called deckle here writes down what it is asked for, and can be held up;
- with the commands that UNIT_EDITOR prints they open a file at a line.

Editors that are not installed are skipped; status 77: there is none.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

from terminal import Terminal

SNIPPETS = pathlib.Path(sys.argv.pop(1)).resolve() / "docs" / "editors"
UNIT_EDITOR = pathlib.Path(sys.argv.pop(1)).resolve()

LINES = 200

# Waits, once it has written, as long as there is a file that holds it up.
DECKLE = """\
#!/bin/sh
echo "$# $*" >>"$TALK/calls"
while [ -e "$TALK/hold" ]; do sleep 0.02; done
echo >>"$TALK/ended"
"""


class Editor:
    """How to start an editor with its snippet, and its keys.

    Where a snippet waits for the editor to be idle, so does the mark, longer.
    """

    def __init__(self, words, **keys):
        self.words = words
        self.keys = keys


EDITORS = {
    "vim": Editor(
        ["vim", "-N", "-u", "NONE", "-i", "NONE", "-n",
         "-S", f"{SNIPPETS}/deckle.vim", "a deck.md"],
        down="j", right="l", edit="x", new_line="ox\x1b", save=":w\r",
        mark=":call writefile([], $TALK . '/mark')\r",
        follow=":DeckleFollow\r", leave=":DeckleUnfollow\r"),
    "nvim": Editor(
        ["nvim", "-u", "NONE", "-i", "NONE", "-n",
         "-S", f"{SNIPPETS}/deckle.vim", "a deck.md"],
        down="j", right="l", edit="x", new_line=":norm ox\r", save=":w\r",
        mark=":call writefile([], $TALK . '/mark')\r",
        follow=":DeckleFollow\r", leave=":DeckleUnfollow\r"),
    "emacs": Editor(
        ["emacs", "-Q", "-nw", "-l", f"{SNIPPETS}/deckle.el",
         "a deck.md", "-f", "deckle-follow-mode"],
        down="\x0e", right="\x06", edit="x", new_line="\x05\rx",
        save="\x18\x13",
        mark="\x1b:(run-with-idle-timer .1 nil 'write-region \"\" nil "
             "\"mark\")\r",
        follow="\x1bxdeckle-follow-mode\r",
        leave="\x1bxdeckle-follow-mode\r"),
    "kak": Editor(
        ["kak", "-n", "-e", f"source {SNIPPETS}/deckle.kak; deckle-follow",
         "a deck.md"],
        down="j", right="l", edit="d", new_line=":exec ox<esc>\r",
        save=":w\r",
        mark=":hook -once buffer NormalIdle .* %{"
             "nop %sh{ touch $TALK/mark } }\r",
        follow=":deckle-follow\r", leave=":deckle-unfollow\r"),
}

# What puts an X at the cursor and saves the file.
FORMS = {
    "vim -N -u NONE -n": ":norm iX\r:w\r",
    "nvim -u NONE -n": ":norm iX\r:w\r",
    "emacs -Q -nw": "X\x18\x13",
    "kak -n": ":exec iX<esc>\r:w\r",
    "nano": "X\x0f\r",
    "micro": "X\x13",
    "mg": "X\x18\x13",
    "zile": "X\x18\x13",
    "jed": "X\x18\x13",
    "jove": "X\x18\x13",
    "joe": "X\x0bd\r",
    "ne": "X\x13",
    "mcedit": "X\x1b2\r",
    "nvi": "iX\x1b:w\r",
    "vile": "iX\x1b:w\r",
}


def environment(folder):
    return {"HOME": str(folder), "TALK": str(folder), "TERM": "xterm",
            "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(folder),
            "PATH": f"{folder}/bin:{os.environ['PATH']}"}


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()

    def run_in_terminal(self, words):
        terminal = Terminal(words, self.folder, environment(self.folder))
        self.addCleanup(terminal.close)
        return terminal


# ---- where the cursor is ----

class Follow:
    """The tests of a snippet; a class for each editor says which one."""
    editor = None

    def setUp(self):
        super().setUp()
        self.deck = self.folder / "a deck.md"
        self.deck.write_text("text\n" * LINES)
        program = self.folder / "bin" / "deckle"
        program.parent.mkdir()
        program.write_text(DECKLE)
        program.chmod(0o755)
        self.calls = self.folder / "calls"
        self.hold = self.folder / "hold"
        self.addCleanup(self.hold.unlink, missing_ok=True)
        self.terminal = self.run_in_terminal(self.editor.words)
        self.expect(1)

    def type(self, *names):
        for name in names:
            self.terminal.type(self.editor.keys[name])

    def told(self):
        return self.calls.read_text().splitlines() \
            if self.calls.exists() else []

    def expect(self, *lines):
        """The talk has been told these lines since it began, no others."""
        want = [f"4 remote line {line} {self.deck}" for line in lines]
        self.terminal.wait_until(f"{want}", lambda: len(self.told()) >=
                                 len(want))
        self.assertEqual(self.told(), want)

    def until_obeyed(self):
        """Until the editor has done what was typed."""
        mark = self.folder / "mark"
        mark.unlink(missing_ok=True)
        self.type("mark")
        self.terminal.wait_until("the mark", mark.exists)

    def test_lines(self):
        self.type("down")
        self.expect(1, 2)
        self.type("down")
        self.expect(1, 2, 3)

    def test_within_a_line(self):
        self.type("right", "right")
        self.until_obeyed()
        self.type("down")
        self.expect(1, 2)

    def test_text_that_is_typed(self):
        self.type("new_line")
        self.expect(1, 2)

    def test_saving_tells_again(self):
        self.type("edit", "save")
        self.expect(1, 1)

    def test_leaving(self):
        self.type("leave")
        self.until_obeyed()
        self.type("down")
        self.until_obeyed()
        self.type("down", "follow")
        self.expect(1, 3)

    def test_a_key_that_is_held(self):
        self.terminal.type(self.editor.keys["down"] * (LINES // 2))
        last = f"4 remote line {LINES // 2 + 1} {self.deck}"
        self.terminal.wait_until(last, lambda: last in self.told())
        self.assertEqual(self.told()[-1], last)
        self.assertLess(len(self.told()), LINES // 4)


class OneAtATime(Follow):
    def test_a_talk_that_is_slow(self):
        ended = self.folder / "ended"
        self.terminal.wait_until("the first one's end", ended.exists)
        self.hold.touch()
        self.type("down")
        self.expect(1, 2)
        for _ in range(5):
            self.type("down")
            self.until_obeyed()
        self.expect(1, 2)
        self.hold.unlink()
        self.expect(1, 2, 7)


# ---- at a line ----

class Forms(InFolder):
    def opens(self, editor, keys):
        path = self.folder / "-it's $HOME.md"
        names = [f"{chr(97 + i // 20)}{chr(97 + i % 20)}z" * 2
                 for i in range(LINES)]
        path.write_text("".join(f"{name}\n" for name in names))
        line = 150
        command = subprocess.run([UNIT_EDITOR, editor, path.name, str(line)],
                                 capture_output=True, check=True, timeout=30)
        terminal = self.run_in_terminal(["sh", "-c", command.stdout.decode()])
        terminal.wait_until(names[line - 1],
                            lambda: names[line - 1] in terminal.text())
        terminal.type(keys)
        names[line - 1] = "X" + names[line - 1]
        terminal.wait_until("saved", lambda: "X" in path.read_text())
        terminal.wait_until("saved whole", lambda: len(
            path.read_text().splitlines()) >= LINES)
        self.assertEqual(path.read_text().splitlines(), names)

    def test_forms(self):
        for editor, keys in FORMS.items():
            if not shutil.which(editor.split()[0]):
                continue
            with self.subTest(editor=editor):
                self.opens(editor, keys)


def load_tests(loader, _tests, _pattern):
    suite = loader.loadTestsFromTestCase(Forms)
    for name, editor in EDITORS.items():
        if not shutil.which(name):
            print(f"skipped: {name} is missing")
            continue
        # Kakoune's hooks are for when no key comes; it keeps no process.
        base = Follow if name == "kak" else OneAtATime
        suite.addTests(loader.loadTestsFromTestCase(
            type(name, (base, InFolder), {"editor": editor})))
    return suite


if __name__ == "__main__":
    if not any(map(shutil.which, EDITORS)):
        print("skipped: there is no editor")
        sys.exit(77)
    unittest.main()
