#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check that CommonMark is read as the reference program reads it.

    generated.py DECKLE [DOCUMENT...]

Documents are made up at random, the same ones every time: DOCUMENT is the
number of one of them. Their words, as `cmark -t xml` has them, must be those
that `deckle export --dialect markdown` shows, in the same order. What deckle
reads besides CommonMark is in them where it changes marks and no words:
strikes, tables, mathematics, alerts, stops.

Without cmark this is skipped (77).
"""

import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from lib.compare import in_order
from lib.decks import Token
from lib.export import cut_targets, export, slides_in
from lib.inlines import Text, label_of_image
from lib.words import words_of

SKIPPED = 77
# Sanitizers cost a factor; DECKLE_SLOW says which.
DOCUMENTS = 1200 // max(3, int(os.environ.get("DECKLE_SLOW", "3")))
SHOWN_MAX = 5
WIDE = "300x200"

WORDS = ("alpha beta gamma delta one two 3 42 x86 naïve Grüße λόγος мир "
         "日本語 don't e.g. semi;colon (so) \"quoted\" -> a/b 50% #tag "
         "under_score 2*3*4 C++ @home :smile: end.").split() + ["$ 5"]
ENTITIES = ("&amp; &lt; &gt; &quot; &copy; &eacute; &nbsp; &#955; &#x3bb; "
            "&hellip; &nosuch; &amp").split()
CODE = ("a < b & c", "x ** y", "<b>", "&amp;", "f(x)[k]", "\\n", "日本",
        "a_b_c", "http://x.y")
MATHEMATICS = ("$x_1 * y_2$", "$\\alpha + b$", "$$a * b * c$$")
ALERTS = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION")
RULES = ("---", "* * *", "____")
TARGETS = ("http://example.org/a", "https://example.org/b?c=d&e=f",
           "a/b/c.html", "#anchor", "/x_(y)", "mailto:a@example.org")


class Writer:
    """Makes up a document."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.labels = []

    def chance(self, part):
        return self.random.random() < part

    def pick(self, things):
        return self.random.choice(things)

    def words(self, most=5):
        return " ".join(self.pick(WORDS)
                        for _ in range(self.random.randint(1, most)))

    # ---- inlines ----

    def inline(self, depth=0):
        parts = [self.span(depth)
                 for _ in range(self.random.randint(1, 4))]
        return self.pick((" ", " ", " ", "")).join(parts)

    def span(self, depth):
        ways = [self.words] * 4 + [
            self.code, self.entity, self.escape, self.autolink,
            self.mathematics, self.strike]
        if depth < 2:
            ways += [self.emphasis, self.link, self.image, self.html,
                     self.comment]
        way = self.pick(ways)
        nests = way in (self.emphasis, self.link, self.html)
        return way(depth) if nests else way()

    def emphasis(self, depth):
        mark = self.pick(("*", "_", "**", "__", "***", "=="))
        return mark + self.inline(depth + 1) + mark

    def strike(self):
        """Of words alone: four of its marks could begin a fence."""
        return f"~~{self.words()}~~"

    def code(self):
        text = self.pick(CODE)
        return self.pick((f"`{text}`", f"`` {text} ``", f"``` {text} ```"))

    def entity(self):
        return self.words(1) + self.pick(ENTITIES) + self.words(1)

    def escape(self):
        return "\\" + self.pick("*_`#[]()<>&!\\-+.") + self.words(1)

    def mathematics(self):
        return self.pick(MATHEMATICS) + " " + self.words(1)

    def autolink(self):
        return f"<{self.pick(TARGETS[:2])}>"

    def link(self, depth):
        label = self.inline(depth + 2).replace("[", "").replace("]", "")
        target = self.pick(TARGETS)
        title = self.pick(("", "", ' "a title"', " 'x'", " (y)"))
        if self.chance(0.3):
            name = f"ref {len(self.labels)}"
            self.labels.append(f"[{name}]: {target}{title}")
            return f"[{label}][{name}]"
        return f"[{label}]({target}{title})"

    def image(self):
        alt = self.pick(("", "a " + self.words(2)))
        return f"![{alt}](img/{self.pick('abc')}.png)"

    def html(self, depth):
        begin, end = self.pick((
            ("<b>", "</b>"), ('<span class="k" id=z>', "</span>"),
            ("<u>", "</u>"), ("<kbd>", "</kbd>"), ("<sup>", "</sup>"),
            ("<sub>", "</sub>"), ("<mark>", "</mark>")))
        return begin + self.inline(depth + 1) + end

    def comment(self):
        """Never first on a line: that would be a block of HTML."""
        return self.words(1) + self.pick((" <!-- hidden words -->",
                                          " <!-- pause -->"))

    # ---- blocks: lists of lines ----

    def blocks(self, depth):
        lines = []
        for _ in range(self.random.randint(1, 4 if depth == 0 else 2)):
            block = self.block(depth)
            # Right below the end of a quote or an item deckle takes dashes
            # for a slide break, whatever that ended with.
            lines += [""] * (block[-1] == "-----")
            apart = block[0][0] in "<|" or self.chance(0.8)
            lines += block + [""] * apart
        return lines + [""]

    def block(self, depth):
        ways = [self.paragraph] * 4 + [
            self.heading, self.setext, self.fence, self.indented,
            self.html_block, self.table]
        if depth > 0:
            ways.append(self.rule)
        if depth < 3:
            ways += [self.list, self.list, self.quote]
        way = self.pick(ways)
        nests = way in (self.list, self.quote)
        return way(depth) if nests else way()

    def paragraph(self):
        lines = [self.inline() for _ in range(self.random.randint(1, 3))]
        breaks = [self.pick(("", "", "  ", "\\")) for _ in lines[1:]] + [""]
        return [line + end for line, end in zip(lines, breaks)]

    def heading(self):
        end = self.pick(("", " #", " ##  "))
        return ["#" * self.random.randint(1, 6) + " " + self.inline() + end]

    def setext(self):
        lines = [self.inline() for _ in range(self.random.randint(1, 2))]
        return lines + [self.pick(("===", "-----"))]

    def rule(self):
        return [self.pick(RULES)]

    def fence(self):
        mark = self.pick(("```", "~~~", "`````"))
        info = self.pick(("", "c", "python title"))
        inside = [self.pick(CODE + ("", "    deep", "# no heading", "- no"))
                  for _ in range(self.random.randint(0, 4))]
        return [mark + info] + inside + [mark]

    def indented(self):
        return ["    " + self.pick(CODE)
                for _ in range(self.random.randint(1, 3))]

    def html_block(self):
        inside = [self.words() for _ in range(self.random.randint(1, 2))]
        return self.pick((
            ['<div class="hidden">'] + inside + ["</div>"],
            ["<p>" + inside[0] + "</p>"],
            ['<div class="shown">', "", self.inline(), "", "</div>"],
            ["<!-- " + inside[0], "more", "-->"], ["<!-- pause -->"],
            ["<style>", "hidden { words }", "</style>"]))

    def table(self):
        columns = self.random.randint(2, 3)
        rows = [[self.cell() for _ in range(columns)]
                for _ in range(self.random.randint(1, 4))]
        rows.insert(1, [self.pick(("---", ":-:", "--:"))] * columns)
        return ["| " + " | ".join(row) + " |" for row in rows]

    def cell(self):
        text = self.words(2)
        return self.pick((text, f"*{text}*", f"[{text}](a/b.html)",
                          self.pick(CODE)))

    def quote(self, depth):
        if self.chance(0.2):
            return self.lazy("> ", "> ")
        lines = self.blocks(depth + 1)[:-1]
        if self.chance(0.3):
            lines.insert(0, f"[!{self.pick(ALERTS)}]")
        return ["> " + line if line else ">" for line in lines]

    def lazy(self, first, others):
        """A paragraph that goes on without the prefix of its container."""
        lines = self.paragraph()
        return [first + lines[0]] + [
            self.pick((others, "")) + line for line in lines[1:]]

    def list(self, depth):
        tight = self.chance(0.5)
        number = self.pick((None, None, 1, 1, 7))
        mark = self.pick("-+*") if number is None else self.pick(".)")
        lines = []
        for at in range(self.random.randint(1, 4)):
            bullet = mark if number is None else f"{number + at}{mark}"
            bullet += " " * self.random.randint(1, 3)
            lines += self.item(bullet, [""] * (not tight), depth)
        return lines

    def item(self, bullet, between, depth):
        blanks = " " * len(bullet)
        if self.chance(0.2):
            return self.lazy(bullet, blanks) + between
        inside = [self.inline()]
        if self.chance(0.3):
            inside += between + self.blocks(depth + 1)[:-1]
        return [(blanks if row else bullet) + line if line else ""
                for row, line in enumerate(inside)] + between

    def document(self):
        lines = ["Begin", ""] + self.blocks(0)
        for _ in range(self.random.randint(1, 3)):
            lines += [self.pick(RULES), ""]
            lines += ["Next", ""] + self.blocks(0)
        return "\n".join(lines + ["End", ""] + self.labels) + "\n"


class Reading:
    """The slides of a document as cmark reads it."""

    def __init__(self, text):
        done = subprocess.run(["cmark", "-t", "xml"], input=text.encode(),
                              capture_output=True, timeout=60, check=True)
        root = xml.etree.ElementTree.fromstring(done.stdout)
        self.slides = [[]]   # lists of tokens
        self.targets = [[]]  # lists of (target, label)
        self.text = ""
        for node in root:
            if node.tag.endswith("}thematic_break"):
                self.slides.append([])
                self.targets.append([])
            else:
                self.block(node)

    def words(self, text):
        self.slides[-1] += [
            Token("alert" if word in ALERTS else "word", word, 0, None)
            for word in words_of(text)]

    def block(self, node):
        name = node.tag.rsplit("}", 1)[-1]
        if name in ("paragraph", "heading"):
            self.text = ""
            self.inlines(node)
            self.words(self.text)
        elif name == "code_block":
            self.words(node.text or "")
        elif name == "html_block":
            self.words(without_tags(node.text))
        else:
            self.container(node)

    def container(self, node):
        for child in node:
            if node.get("type") == "ordered":
                self.slides[-1].append(Token("marker", "1", 0, None))
            self.block(child)

    def inlines(self, node):
        for child in node:
            name = child.tag.rsplit("}", 1)[-1]
            if name in ("text", "code"):
                self.text += child.text or ""
            elif name in ("softbreak", "linebreak"):
                self.text += " "
            elif name == "image":
                self.image(child)
            elif name == "link":
                begin = len(self.text)
                self.inlines(child)
                if len(child) == 0:
                    self.text += child.get("destination")
                self.targets[-1].append((child.get("destination"),
                                         self.text[begin:]))
            elif name != "html_inline":
                self.inlines(child)

    def image(self, node):
        alt = "".join(inner.text or "" for inner in node.iter()
                      if inner.tag.endswith(("}text", "}code")))
        label = label_of_image(alt, node.get("destination"))
        self.targets[-1].append((node.get("destination"), label))
        self.text += label


def without_tags(text):
    return Text(list(enumerate(text.split("\n"))), {}).string()


def compare(reading, slides):
    """What is wrong with the slides of an export."""
    if len(slides) != len(reading.slides):
        yield f"{len(slides)} slides, expected {len(reading.slides)}"
        return
    for number, rows in enumerate(slides, 1):
        rows, shown = cut_targets(rows)
        words = words_of("\n".join(rows))
        for _, problem in in_order(reading.slides[number - 1], words):
            yield f"slide {number}: {problem}"
        for target, label in reading.targets[number - 1]:
            if target not in shown and target != label and \
                    target.removeprefix("mailto:") != label:
                yield f"slide {number}: target {target!r} is missing"


def check(deckle, seed, folder):
    text = Writer(seed).document()
    path = pathlib.Path(folder, f"{seed}.md")
    path.write_text(text, "utf-8")
    done = export(deckle, path, WIDE, ("--dialect", "markdown"))
    if done.returncode or done.stderr:
        return [f"exit {done.returncode} {done.stderr.decode()}"]
    slides = slides_in(done.stdout.decode("utf-8"), WIDE)
    return list(compare(Reading(text), slides))


def main():
    if not shutil.which("cmark"):
        print("skipped: cmark is missing")
        return SKIPPED
    deckle, seeds = sys.argv[1], [int(seed) for seed in sys.argv[2:]]
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for seed in seeds or range(DOCUMENTS):
            found = check(deckle, seed, folder)
            for problem in found[:SHOWN_MAX]:
                print(f"document {seed}: {problem}")
            if found and seeds:
                print(Writer(seed).document())
            failed += bool(found)
    print(f"{len(seeds) or DOCUMENTS} documents, {failed} read wrongly")
    return 1 if failed else 0


sys.exit(main())
