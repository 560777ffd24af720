#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The command line without a terminal: what is printed, where, and with which
exit status.

    export.py DECKLE
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

DECKLE = sys.argv.pop(1)

DECK = """\
%title: A talk
%author: Ann Author
%date: Today

# One

first

---

* a
^
* b

---

-> [link](http://example.org) <-
"""


def run(*words, stdin=b"", **more):
    env = {**os.environ, **more.pop("env", {})}
    return subprocess.run([DECKLE, *words], input=stdin, timeout=60,
                          capture_output=True, env=env, **more)


class Export(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.deck = self.folder / "deck.md"
        self.deck.write_text(DECK, encoding="utf-8")

    def export(self, *words, **more):
        done = run("export", *words, str(self.deck), **more)
        self.assertEqual(done.stderr.decode(), "")
        self.assertEqual(done.returncode, 0)
        return done.stdout.decode()

    def fails(self, reason, *words, **more):
        done = run(*words, **more)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.decode(), f"deckle: {reason}\n")
        self.assertEqual(done.stdout, b"")

    def test_whole_deck(self):
        self.assertEqual(self.export(), """\
A talk
Ann Author
Today

── 1 / 3 ──

                                    One

                                    first

── 2 / 3 ──

                                      • a
                                      • b

── 3 / 3 ──

                                    link [0]

   [0] http://example.org
""")

    def test_form_feeds_between_slides(self):
        text = self.export("--form-feed")
        self.assertEqual(text.count("\f"), 3)
        self.assertNotIn("──", text)
        self.assertEqual(text.split("\f")[0], "A talk\nAnn Author\nToday\n")

    def test_big_titles_are_text_unless_drawn(self):
        self.deck.write_text("<!-- big -->\n# Hi\n", encoding="utf-8")
        text = self.export("--slides=1")
        self.assertEqual(text.split(), "── 1 / 1 ── Hi".split())
        self.assertEqual(self.export("--slides=1", "--big"), """\
── 1 / 1 ──

                                     ▄  ▄ ▄
                                     █  █ ▄
                                     █▀▀█ █
                                     █  █ █
""")

    def test_some_slides(self):
        text = self.export("--slides", "3,1-2")
        order = [line for line in text.split("\n") if "──" in line]
        self.assertEqual(order, ["── 3 / 3 ──", "── 1 / 3 ──", "── 2 / 3 ──"])

    def test_steps(self):
        text = self.export("--slides=2", "--steps")
        self.assertEqual(text, """\
── 2 / 3 (1/2) ──

                                      • a


── 2 / 3 (2/2) ──

                                      • a
                                      • b
""")

    def test_notes(self):
        self.deck.write_text("%title: T\n%% *Hello*\n\nOne\n\n---\n\nTwo\n"
                             "<!-- note: a\n\n  b -->\n%% c\n",
                             encoding="utf-8")
        without = self.export()
        self.assertNotIn("Hello", without)
        text = self.export("--notes", "--size", "8x1")
        self.assertEqual(text, """\
── 1 / 2 ──
  One

Notes:
  *Hello*
── 2 / 2 ──
  Two

Notes:
  a

    b
  c
""")

    def test_literate_haskell(self):
        self.deck = self.folder / "deck.lhs"
        self.deck.write_text("# T\n\n> main = x\n\n. . .\n\nmore\n",
                             encoding="utf-8")
        self.assertIn("(2/2)", self.export("--steps"))
        self.assertNotIn("│", self.export())

    def test_screens_of_a_size(self):
        text = self.export("--size", "20x6", "--slides", "1")
        self.assertEqual(text, """\
── 1 / 3 ──
       A talk
      One

      first

 Ann Author   1 / 3
""")

    def test_pages_of_a_small_size(self):
        self.deck.write_text("a\n\nb\n\nc\n\nd\n", encoding="utf-8")
        text = self.export("--size", "20x5")
        self.assertIn("(1/2)", text)
        self.assertIn("(2/2)", text)
        for word in "abcd":
            self.assertIn(word, text)

    def test_same_bytes_anywhere(self):
        want = self.export()
        for env in ({"LC_ALL": "C"}, {"LC_ALL": "POSIX", "TERM": "dumb"},
                    {"COLUMNS": "20", "LINES": "5", "NO_COLOR": "1"}):
            self.assertEqual(self.export(env=env), want)

    def test_nothing_but_text(self):
        self.deck.write_bytes(b"# red \x1b[31m\n\n    code   \n\ttab\x00\xff\n")
        text = self.export()
        self.assertTrue(all(c == "\n" or c >= " " for c in text))
        self.assertTrue(all(l == l.rstrip() for l in text.split("\n")))

    def test_standard_input(self):
        want = self.export()
        for words in (["-"], []):
            done = run("export", *words, stdin=DECK.encode())
            self.assertEqual(done.stdout.decode(), want)

    def test_to_a_file(self):
        out = self.folder / "out.txt"
        self.assertEqual(self.export("-o", str(out)), "")
        self.assertEqual(out.read_text(encoding="utf-8"), self.export())

    def test_a_file_is_written_whole_or_not_at_all(self):
        out = self.folder / "out.txt"
        out.write_text("before")
        self.fails("5-9: the deck has slides 1-3", "export", "--slides", "5-9",
                   "-o", str(out), str(self.deck))
        self.assertEqual(out.read_text(), "before")
        self.assertEqual(sorted(p.name for p in self.folder.iterdir()),
                         ["deck.md", "out.txt"])
        nowhere = self.folder / "nowhere" / "out.txt"
        self.fails(f"{nowhere}: No such file or directory", "export",
                   "-o", str(nowhere), str(self.deck))

    def test_a_full_disk(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([DECKLE, "export", str(self.deck)],
                                  stdout=full, stderr=subprocess.PIPE,
                                  check=False, timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.decode(),
                         "deckle: standard output: No space left on device\n")
        self.fails("/dev/full: No space left on device", "export",
                   "-o", "/dev/full", str(self.deck))

    def test_what_cannot_be_read(self):
        gone = self.folder / "gone.md"
        self.fails(f"{gone}: No such file or directory", "export", str(gone))
        self.fails(f"{self.folder}: Is a directory", "export",
                   str(self.folder))

    def test_what_cannot_be_understood(self):
        for words, reason in {
            ("--size", "80"): "80: not a size like 80x24",
            ("--size", "0x5"): "0x5: not a size like 80x24",
            ("--size",): "--size: COLSxROWS is missing (see --help)",
            ("--slides", "2-1"): "2-1: not a list of slides like 2,5-7",
            ("--slides", "a"): "a: not a list of slides like 2,5-7",
            ("--slides", "1,"): "1,: not a list of slides like 2,5-7",
            ("--slides", "4"): "4: the deck has slides 1-3",
            ("--colour",): "--colour: unknown option (see --help)",
            ("-y",): "-y: unknown option (see --help)",
            ("--steps=3",): "--steps: takes no argument",
            ("a.md", "b.md"): "b.md: one deck at a time, after a.md",
        }.items():
            with self.subTest(words=words):
                self.fails(reason, "export", *words, stdin=DECK.encode())

    def test_remarks_on_standard_error(self):
        self.deck.write_text("%dialect: mdp\n* a\n---\n```\ncode\n",
                             encoding="utf-8")
        done = run("export", "-d", str(self.deck))
        self.assertEqual(done.returncode, 0)
        self.assertEqual(
            done.stderr.decode(),
            f"{self.deck}:3:1: a slide break without a blank line above it "
            "[odd-break]\n"
            f"{self.deck}:6:1: code is not closed: its fence ends with the "
            "slide [open-fence]\n")

    def test_remarks_name_the_included_file(self):
        talks = self.folder / "talks"
        talks.mkdir()
        (talks / "a.md").write_text("a\n\x01\n", encoding="utf-8")
        (self.folder / "secret.md").write_text("secret", encoding="utf-8")
        (talks / "deck.md").write_text(
            "<!-- include: a.md -->\n\x02\n"
            "<!-- include: ../secret.md -->\n", encoding="utf-8")
        odd = ": a control character is shown as a picture [control]\n"
        for words, deck, name, more in [
                (("talks/deck.md",), "talks/deck.md", "talks/a.md",
                 {"cwd": self.folder}),
                (("deck.md",), "deck.md", "a.md", {"cwd": talks}),
                ((), "-", "a.md",
                 {"cwd": talks, "stdin": (talks / "deck.md").read_bytes()})]:
            with self.subTest(deck=deck):
                done = run("export", "-d", *words, **more)
                self.assertNotIn(b"\nsecret", done.stdout)
                self.assertEqual(
                    done.stderr.decode(),
                    f"{deck}:3:1: cannot be included '../secret.md: "
                    f"outside the deck's folder' [include]\n{name}:2:1{odd}"
                    f"{deck}:2:1{odd}")

    def test_options_before_the_command(self):
        done = run("-s", "export", "-", stdin=DECK.encode())
        self.assertIn("── 1 / 3 ──", done.stdout.decode())

    def test_a_dash_is_standard_output(self):
        self.assertEqual(self.export("-o", "-"), self.export())

    def test_an_option_of_the_other_command(self):
        self.fails("--size=80x24: an option of deckle preview, export or check",
                   "--size=80x24", "-", stdin=DECK.encode())

    def test_a_long_name_keeps_its_reason(self):
        name = "x" * 240 + ".md"
        done = run("export", name)
        self.assertEqual(done.stderr.decode(),
                         "deckle: ..." + name[-160:] +
                         ": No such file or directory\n")

    def test_many_rows_are_one_text(self):
        self.deck.write_text("".join(f"row {i}\n\n" for i in range(3000)),
                             encoding="utf-8")
        text = self.export()
        self.assertEqual(text.count("──"), 2)
        rows = [line.strip() for line in text.split("\n")[2:]]
        self.assertEqual(rows[:6000:2], [f"row {i}" for i in range(3000)])

    def test_help_and_version(self):
        self.assertIn(b"--jump N", run("--help").stdout)
        self.assertIn(b"--form-feed", run("-h").stdout)
        self.assertIn(b"--list-warnings", run("-h").stdout)
        self.assertRegex(run("-v").stdout.decode(), r"^deckle \d+\.\d+\.\d+\n$")


if __name__ == "__main__":
    unittest.main()
