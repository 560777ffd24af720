#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""deckle check: what it warns of, in which form, and its exit status.

    check.py DECKLE SLIDES_DIR
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

DECKLE = sys.argv.pop(1)
SLIDES = pathlib.Path(sys.argv.pop(1))
PICTURE = pathlib.Path(__file__).parent.parent / "pictures/quarters.png"

# What the sample decks show on purpose.
ON_PURPOSE = {
    "deckle.md": ["pages"],
    "hard.md": ["pages", "broken-line"],
    "unicode.md": ["width"],
}

# One of each fault that a deck for mdp can have.
FAULTS = """\
%title: Faults
%title: Twice
%width: wide
%arrows: up
^
# One
---
the first line of a text
the last line of it
---

* a ❤\N{VARIATION SELECTOR-16} and ❤\N{VARIATION SELECTOR-16}
^

---

---

![a picture](gone.png) ![another](there.png)

![far away](https://example.org/gone.png)

    a line of code that is longer than the eighty columns there are, if only somewhat

---

a\x01

```
not closed

---

""" + "".join(f"{i}\n\n" for i in range(1, 14))

FOUND = """\
2:9: warning: 'title' is said twice; the first one counts [duplicate]
3:9: warning: not a value for 'width' [value]
4:10: warning: not a value for 'arrows' [value]
5:1: warning: a stop reveals nothing [idle-stop]
7:1: warning: a slide break without a blank line above it [odd-break]
10:1: warning: dashes make a heading of the line above; a blank line between \
would make them a slide break [odd-underline]
12:1: warning: terminals disagree about the width of \
'❤\N{VARIATION SELECTOR-16}' [width]
13:1: warning: a stop reveals nothing [idle-stop]
16:1: warning: nothing is on this slide [empty-slide]
19:1: warning: no such image 'gone.png' [image]
23:1: warning: a line needs 1 column more than 80x24 has [broken-line]
27:2: warning: a control character is shown as a picture [control]
32:1: warning: code is not closed: its fence ends with the slide [open-fence]
33:1: warning: the slide needs 3 rows more than 80x24 has [pages]
"""


def run(*words, stdin=b"", **more):
    return subprocess.run([DECKLE, *map(str, words)], input=stdin, timeout=60,
                          capture_output=True, check=False, **more)


class Check(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def deck(self, text, name="deck.md"):
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return path

    def check(self, *words, status, errors="", **more):
        done = run("check", *words, **more)
        self.assertEqual(done.stderr.decode(), errors)
        self.assertEqual(done.returncode, status)
        return done.stdout.decode()

    def finds(self, text, want, *words):
        """Compare what is found, lines without the name of the deck."""
        path = self.deck(text)
        got = self.check(*words, path, status=1 if want else 0)
        self.assertEqual(got.replace(f"{path}:", ""), want)

    def test_sample_decks_are_clean(self):
        for path in sorted(SLIDES.glob("*.md")):
            with self.subTest(deck=path.name):
                names = ON_PURPOSE.get(path.name, [])
                words = [f"--no={name}" for name in names]
                self.assertEqual(self.check(*words, path, status=0), "")
                for name in names:
                    self.assertIn(f"[{name}]", self.check(path, status=1))

    def test_faults_of_every_kind(self):
        shutil.copy(PICTURE, self.folder / "there.png")
        self.finds(FAULTS, FOUND)

    def test_nothing(self):
        self.assertEqual(self.check(self.deck("a\n"), status=0), "")

    def test_stops(self):
        self.finds("a\n^\nb\n", "")
        self.finds("^\na\n",
                   "1:1: warning: a stop reveals nothing [idle-stop]\n")
        self.finds("a\n^\n  ^\nb\n",
                   "3:1: warning: a stop reveals nothing [idle-stop]\n")
        self.finds("a\n^\n\n---\n\nb\n<br>\n",
                   "2:1: warning: a stop reveals nothing [idle-stop]\n"
                   "7:1: warning: a stop reveals nothing [idle-stop]\n")

    def test_sizes(self):
        rows = "\n\n".join("abcdefg") + "\n"
        self.finds(rows, "")
        self.finds(rows, "1:1: warning: the slide needs 2 rows more than "
                         "20x12 has [pages]\n", "--size", "20x12")
        self.finds(rows + "^\n",
                   "1:1: warning: the slide needs 2 rows more than 20x12 has "
                   "[pages]\n"
                   "1:1: warning: the slide needs 1 row more than 20x13 has "
                   "[pages]\n"
                   "14:1: warning: a stop reveals nothing [idle-stop]\n",
                   "--size", "20x12", "--size=20x13", "--size=80x24")

    def test_broken_lines(self):
        line = "word " * 15 + "words"
        text = f"%title: T\n{line}\n\n    {line}\n"
        self.finds(text, "")
        self.finds(text,
                   "2:1: warning: a line needs 20 columns more than 60x24 has "
                   "[broken-line]\n"
                   "4:1: warning: a line needs 20 columns more than 60x24 has "
                   "[broken-line]\n", "--size=60x24")
        self.finds(f"%width: 60\n{line}\n", "")

    def test_names_can_be_left_out(self):
        deck = "^\n# a\n---\nb\n^\n"
        self.finds(deck, "3:1: warning: a slide break without a blank line "
                         "above it [odd-break]\n", "--no", "idle-stop")
        self.finds(deck, "", "--no", "idle-stop", "--no=odd-break")

    def test_images_of_standard_input(self):
        shutil.copy(PICTURE, self.folder / "here.png")
        deck = b"![a](here.png) ![b](gone.png)\n"
        self.assertEqual(
            self.check("-", status=1, stdin=deck, cwd=self.folder),
            "-:1:1: warning: no such image 'gone.png' [image]\n")
        self.assertEqual(
            self.check(status=1, stdin=deck, cwd=self.folder),
            "-:1:1: warning: no such image 'gone.png' [image]\n")

    def test_images_beside_the_deck(self):
        (self.folder / "sub").mkdir()
        shutil.copy(PICTURE, self.folder / "sub/here.png")
        path = self.deck("![a](here.png)\n", "sub/deck.md")
        self.assertEqual(self.check(path, status=0), "")
        self.assertEqual(self.check("sub/deck.md", status=0, cwd=self.folder),
                         "")

    def test_images_that_cannot_be_drawn(self):
        self.deck("text", "text.png")
        shutil.copy(PICTURE, self.folder / "here.png")
        path = self.deck("![a](text.png)\n\n![b](here.png)\n\n![c](logo.svg)\n\n"
                         "see ![d](text.png)\n\n![e](https://x.org/e.png)\n")
        self.assertEqual(
            self.check(path, "--no", "image", status=1),
            f"{path}:1:1: warning: cannot be drawn: text.png: "
            "not PNG, JPEG, GIF or WebP [picture]\n")

    def test_images_outside_of_the_folder(self):
        (self.folder / "sub").mkdir()
        shutil.copy(PICTURE, self.folder / "here.png")
        path = self.deck("![a](../here.png)\n", "sub/deck.md")
        self.assertEqual(
            self.check(path, status=1),
            f"{path}:1:1: warning: cannot be drawn: ../here.png: "
            "outside the deck's folder [picture]\n")
        self.assertEqual(
            self.check(path, "--allow-path", str(self.folder), status=0), "")

    def test_included_files(self):
        (self.folder / "sub").mkdir()
        shutil.copy(PICTURE, self.folder / "sub/here.png")
        shutil.copy(PICTURE, self.folder / "there.png")
        part = self.deck("b\n^\n\n![x](here.png) ![y](there.png) ![z](no.png)"
                         "\n^\n", "sub/part.md")
        path = self.deck("a\n\n<!-- include: sub/part.md -->\n^\n^\nc\n")
        self.assertEqual(
            self.check(path, status=1),
            f"{path}:4:1: warning: a stop reveals nothing [idle-stop]\n"
            f"{path}:5:1: warning: a stop reveals nothing [idle-stop]\n"
            f"{part}:4:1: warning: no such image 'no.png' [image]\n")

    def test_allowed_paths(self):
        (self.folder / "one").mkdir()
        (self.folder / "two").mkdir()
        self.deck("^\nb\n", "two/part.md")
        path = self.deck("<!-- include: ../two/part.md -->\n", "one/a.md")
        self.assertIn("[include]", self.check(path, status=1))
        got = self.check("--allow-path", self.folder / "two", path, status=1)
        self.assertNotIn("[include]", got)
        self.assertIn("[idle-stop]", got)

    def test_several_decks(self):
        first, second = self.deck("^\n", "b.md"), self.deck("^\n", "a.md")
        self.assertEqual(
            self.check(first, second, status=1),
            "".join(f"{path}:1:1: warning: {text}\n"
                    for path in (first, second)
                    for text in ("nothing is on this slide [empty-slide]",
                                 "a stop reveals nothing [idle-stop]")))

    def test_a_deck_that_cannot_be_read(self):
        gone, good = self.folder / "gone.md", self.deck("a\n", "good.md")
        bad = self.deck("^\na\n", "bad.md")
        errors = f"deckle: {gone}: No such file or directory\n"
        self.assertEqual(self.check(gone, good, status=2, errors=errors), "")
        self.assertEqual(
            self.check(good, gone, bad, status=2, errors=errors),
            f"{bad}:1:1: warning: a stop reveals nothing [idle-stop]\n")
        got = self.check(gone, "--format=json", status=2, errors=errors)
        self.assertEqual(json.loads(got), [])

    def test_a_full_disk(self):
        path = self.deck("^\n")
        with open("/dev/full", "wb") as full:
            done = subprocess.run([DECKLE, "check", path], stdout=full,
                                  stderr=subprocess.PIPE, check=False,
                                  timeout=60)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr.decode(),
                         "deckle: standard output: No space left on device\n")

    def test_json(self):
        first = self.deck("a\n", "a.md")
        second = self.deck("%title: \"\\\n\n![x](\"\\\\.png)\n^\n", 'b".md')
        third = self.deck("a\n\n" * 12, "c.md")
        got = self.check("--format", "json", "--size=20x12", first, second,
                         third, status=1)
        self.assertEqual(json.loads(got), [
            {"file": str(second), "line": 3, "column": 1, "name": "image",
             "text": "no such image '\"\\.png'"},
            {"file": str(second), "line": 4, "column": 1, "name": "idle-stop",
             "text": "a stop reveals nothing"},
            {"file": str(third), "line": 1, "column": 1, "name": "pages",
             "text": "the slide needs 12 rows more than 20x12 has",
             "size": "20x12"},
        ])
        self.assertEqual(self.check("--format=json", first, status=0), "[]\n")

    def test_json_of_any_bytes(self):
        name = b"\xff\".md"
        (self.folder / name.decode(errors="surrogateescape")).write_bytes(
            b"![a](\xff\x01)\n\n" + bytes(range(32)) + b"\n\xff\n^\n")
        done = subprocess.run([DECKLE, b"check", b"--format=json", name],
                              cwd=self.folder, capture_output=True,
                              check=False, timeout=60)
        self.assertEqual(done.returncode, 1)
        names = {member["name"] for member in json.loads(done.stdout.decode())}
        self.assertEqual(names, {"image", "not-utf8", "control", "idle-stop"})

    def test_other_dialects_can_be_named(self):
        self.finds("->  a\n", "", "--dialect", "mdp")
        done = run("check", "--dialect", "none", "-")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"none: not a dialect (auto, mdp, ", done.stderr)

    def test_faults_of_markdown(self):
        code = "x" * 81
        self.finds(f"# a\n\nb\nthe end of a text\n---\n\n"
                   f"```sh +exec\n{code}\n```\n\n"
                   f"some words {'which go on ' * 9}\n\n<!-- pause -->\n",
                   "5:1: warning: dashes make a heading of the line above; a "
                   "blank line between would make them a slide break "
                   "[odd-underline]\n"
                   "7:1: warning: code is shown, never run 'sh +exec' "
                   "[not-run]\n"
                   "8:1: warning: a line needs 1 column more than 80x24 has "
                   "[broken-line]\n"
                   "13:1: warning: a stop reveals nothing [idle-stop]\n",
                   "--dialect", "markdown")

    def test_arrows(self):
        path = self.deck("* a\n  -> b\n")
        self.assertNotIn("->", run("export", path).stdout.decode())
        self.assertIn("-> b", run("export", "--arrows", "literal",
                                  path).stdout.decode())

    def test_lists(self):
        done = self.check("--list-warnings", status=0)
        rows = dict(line.split("  ", 1) for line in done.splitlines())
        self.assertEqual(rows["idle-stop"].strip(), "a stop reveals nothing")
        self.assertEqual(rows["pages"].strip(),
                         "the slide needs more rows than the screen has")
        done = self.check("--list-directives", status=0)
        pause = [line.split() for line in done.splitlines()
                 if line.startswith("pause")]
        self.assertEqual(pause[0][:2], ["pause", "presenterm"])

    def test_columns_of_lists(self):
        for option in ("--list-warnings", "--list-directives"):
            lines = self.check(option, status=0).splitlines()
            self.assertGreater(len(lines), 20)
            self.assertTrue(all(line == line.rstrip() for line in lines))
        begins = {line.index(word)
                  for line in self.check("--list-directives",
                                         status=0).splitlines()
                  for word in (" presenterm  ", " marp  ") if word in line}
        self.assertEqual(len(begins), 1)

    def test_what_cannot_be_understood(self):
        for words, reason in {
            ("--no", "page"): "page: not a warning (see --list-warnings)",
            ("--size", "80"): "80: not a size like 80x24",
            ("--format", "xml"): "xml: neither text nor json",
            ("--steps",): "--steps: an option of deckle export",
        }.items():
            with self.subTest(words=words):
                self.assertEqual(
                    self.check(*words, status=2, errors=f"deckle: {reason}\n"),
                    "")


if __name__ == "__main__":
    unittest.main()
