# SPDX-License-Identifier: MIT
"""Decks of every dialect but mdp's, read for the words of their slides.

A slide is a list of tokens, in the order in which they should be shown, and
the targets of its links. What stands in front matter, comments, directives and
notes makes no tokens.
"""

import collections
import re

from lib.blocks import Reader, RULE
from lib.inlines import Text, label_of_image
from lib.words import words_at, words_of

# kind: "word"; "marker": a number that may be counted anew; "alert": the kind
# of an alert, which may be spelled differently. `column` tells the parts of a
# slide apart that may stand side by side: (layout, column).
Token = collections.namedtuple("Token", "kind text line column")

DASHES = re.compile(r'---$')
VERTICAL = re.compile(r'\s*-{2,4}\s*$')
COMMENT = re.compile(r'\s*<!--((?:(?!-->).)*)(?:-->\s*)?', re.S)
# Code lines that presenterm leaves out begin like this.
HIDDEN = {"rust": "# "}
HIDDEN_ELSE = "/// "
MARP_IMAGE = re.compile(r'(?:bg|center|contain|cover|fit|auto|vertical|'
                        r'horizontal|left|right|[\d.]+%|'
                        r'(?:left|right|w|h|width|height|blur|brightness|'
                        r'contrast|drop-shadow|grayscale|hue-rotate|invert|'
                        r'opacity|saturate|sepia):\S*)$')
PRESENTERM_IMAGE = re.compile(r'image:\S*$')
MACRO = re.compile(r'(`+).*?(?<!`)\1(?!`)|(?<!\w)((?:\.[A-Za-z][\w-]*)+)\[')
DIV = re.compile(r' {0,3}:{3,}')
TABLE = re.compile(r'\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$')
ALERT = re.compile(r'\s*\[!(note|tip|important|warning|caution)\]', re.I)


class Slide:
    def __init__(self, line):
        self.line = line
        self.tokens = []
        self.links = []
        self.has_tables = False

    @property
    def has_columns(self):
        return any(token.column for token in self.tokens)


def lines_of(text):
    text = text.removeprefix("\ufeff")
    return list(enumerate(re.split(r'\r\n|\n|\r', text), 1))


def front_of(lines):
    """How many lines the front matter takes."""
    if lines and lines[0][1].rstrip() == "---":
        for at, (_, text) in enumerate(lines[1:], 1):
            if text.rstrip() in ("---", "..."):
                return at + 1
    return 0


def keys_of(lines):
    """The plain "key: value" lines of front matter, quotes taken off."""
    found = {}
    for _, text in lines:
        match = re.match(r'([\w-]+)\s*:\s*(.+?)\s*$', text)
        if match:
            value = re.sub(r'^(["\'])(.*)\1$', r'\2', match.group(2))
            found.setdefault(match.group(1), value)
    return found


def split_lines(lines, separator):
    part, parts = [], []
    for number, text in lines:
        if separator.match(text):
            parts.append(part)
            part = []
        else:
            part.append((number, text))
    return parts + [part]


def plain_of(text, dialect):
    """The source as Markdown that has nothing of the dialect's own."""
    lines = lines_of(text)
    lines = lines[front_of(lines):]
    if dialect == "pandoc":
        lines = without_divs([line for line in lines if line[1][:1] != "%"])
    if dialect == "remark":
        lines = [(number, MACRO.sub(without_macro, text))
                 for part in split_lines(lines, DASHES)
                 for number, text in remark_slide(part) + [(0, "")]]
    if dialect == "reveal":
        lines = [line for part in split_lines(lines, VERTICAL)
                 for line in without_note(part) + [(0, "")]]
    return "\n".join(text for _, text in lines) + "\n"


class Deck:
    """A deck's slides; `title` is what the bar on top may show."""

    def __init__(self, text, dialect):
        self.dialect = dialect
        lines = lines_of(text)
        taken = front_of(lines)
        self.keys = keys_of(lines[:taken])
        if dialect == "pandoc":
            while taken < len(lines) and lines[taken][1].startswith("%"):
                taken += 1
        title = self.keys.get("title", "")
        if dialect == "pandoc" and taken:
            title = lines[0][1].lstrip("% ")
        self.title = Text([(1, title)], {}).string()
        self.definitions = {}
        self.column = None
        self.slides = [self.slide(leaves)
                       for leaves in self.split(lines[taken:])]
        if dialect == "presenterm" and self.keys:
            self.slides.insert(0, self.intro())

    # ---- from lines to the leaves of each slide ----

    def read(self, lines):
        reader = Reader()
        leaves = reader.read(lines)
        self.definitions.update(reader.definitions)
        return leaves

    def split(self, lines):
        way = {"slides": self.split_dashes, "remark": self.split_dashes,
               "reveal": self.split_vertical, "presenterm": self.split_ends}
        return way.get(self.dialect, self.split_rules)(lines)

    def split_dashes(self, lines):
        parts = split_lines(lines, DASHES)
        if self.dialect == "remark":
            parts = [remark_slide(part) for part in parts]
        return [self.read(part) for part in parts]

    def split_vertical(self, lines):
        parts = split_lines(lines, VERTICAL)
        return [self.read(without_note(part)) for part in parts]

    def split_ends(self, lines):
        part, parts = [], []
        for leaf in self.read(lines):
            if said_in(leaf) == "end_slide":
                parts.append(part)
                part = []
            else:
                part.append(leaf)
        return parts + [part]

    def split_rules(self, lines):
        if self.dialect == "pandoc":
            lines = without_divs(lines)
        leaves = self.read(lines)
        rules = any(leaf.kind == "rule" and not leaf.nested
                    for leaf in leaves)
        level = slide_level(leaves, self.dialect)
        part, parts = [], []
        for leaf in leaves:
            heads = leaf.kind == "heading" and leaf.level <= level and \
                not leaf.nested
            if heads and not (rules and self.dialect != "pandoc"):
                parts.append(part)
                part = [leaf]
            elif leaf.kind == "rule" and not leaf.nested:
                parts.append(part)
                part = []
            else:
                part.append(leaf)
        parts.append(part)
        if len(parts) > 1 and all(
                said_in(leaf) is not None for leaf in parts[0]):
            del parts[0]
        return parts

    # ---- from leaves to tokens ----

    def intro(self):
        slide = Slide(1)
        for key in ("title", "sub_title", "event", "location", "date",
                    "author"):
            text = Text([(1, self.keys.get(key, ""))], {})
            slide.tokens += [Token("word", word, 1, None)
                             for word in words_of(text.string())]
        return slide

    def slide(self, leaves):
        line = min((leaf.lines[0][0] for leaf in leaves if leaf.lines),
                   default=0)
        slide = Slide(line)
        self.column = None
        for leaf in leaves:
            getattr(self, "add_" + leaf.kind)(slide, leaf)
        return slide

    def add(self, slide, kind, line, words):
        slide.tokens += [Token(kind, word, line, self.column)
                         for word in words]

    def add_rule(self, slide, leaf):
        pass

    def add_marker(self, slide, leaf):
        self.add(slide, "marker", *leaf.lines[0][:1], [leaf.lines[0][1]])

    def add_code(self, slide, leaf):
        lines = [(number, text) for number, text in leaf.lines
                 if not self.hides(leaf.info, text)]
        numbered = self.dialect == "presenterm" and \
            "+line_numbers" in leaf.info.split()
        for at, (number, text) in enumerate(lines, 1):
            words = [str(at)] if numbered else []
            self.add(slide, "word", number, words + words_of(text))

    def hides(self, info, text):
        if self.dialect == "slides":
            return text.startswith("///")
        if self.dialect != "presenterm":
            return False
        language = (info.split() or [""])[0].lower()
        return text.startswith(HIDDEN.get(language, HIDDEN_ELSE))

    def add_html(self, slide, leaf):
        said = said_in(leaf)
        if said is None:
            self.add_text(slide, leaf)
        elif self.dialect == "presenterm":
            self.lay_out(said)

    def lay_out(self, said):
        name, _, argument = said.partition(":")
        if name.strip() == "column_layout":
            self.column = (self.column[0] + 1 if self.column else 0, None)
        elif name.strip() == "column" and self.column:
            self.column = (self.column[0], int(argument))
        elif name.strip() == "reset_layout" and self.column:
            self.column = (self.column[0] + 1, None)

    def add_heading(self, slide, leaf):
        self.add_text(slide, leaf)

    def add_text(self, slide, leaf):
        lines = leaf.lines
        match = ALERT.match(lines[0][1]) if lines and leaf.nested else None
        if match:
            self.add(slide, "alert", lines[0][0], [match.group(1)])
            lines = lines[1:]
        if self.dialect == "remark":
            lines = [(number, MACRO.sub(without_macro, text))
                     for number, text in lines]
        if not lines:
            return
        text = Text(lines, self.definitions, self.label_of)
        self.add_shown(slide, text.shown)
        slide.links += text.links
        slide.has_tables |= any(TABLE.match(text) for _, text in lines)

    def add_shown(self, slide, shown):
        """Words may be put together of several pieces."""
        string = "".join(piece for piece, _ in shown)
        numbers = [line for piece, line in shown for _ in piece]
        for at, word in words_at(string):
            self.add(slide, "word", numbers[at], [word])

    def label_of(self, alt, target):
        looks = {"marp": MARP_IMAGE, "presenterm": PRESENTERM_IMAGE}
        if self.dialect in looks:
            alt = " ".join(word for word in alt.split()
                           if not looks[self.dialect].match(word))
        if self.dialect == "lookatme" and alt.strip().isdigit():
            alt = ""  # how many rows it has
        return label_of_image(alt, target)


def said_in(leaf):
    """What a leaf says that is nothing but a comment; None for others."""
    if leaf.kind != "html":
        return None
    text = "\n".join(text for _, text in leaf.lines)
    match = COMMENT.fullmatch(text.rstrip())
    return match.group(1).strip() if match else None


def slide_level(leaves, dialect):
    """Of the levels of headings with something but a heading below the least,
    or in a deck of pandoc's, which is told its level, the usual one."""
    seen = [leaf for leaf in leaves
            if leaf.kind != "marker" and said_in(leaf) is None]
    levels = [leaf.level for leaf, below in zip(seen, seen[1:])
              if leaf.kind == "heading" and not leaf.nested and
              (below.kind != "heading" or below.nested)]
    if dialect == "pandoc":
        return max(range(1, 7), key=levels.count)
    return min(levels, default=1)


def remark_slide(lines):
    """Without properties, stops and notes."""
    kept, note, head = [], False, True
    for number, text in lines:
        if text.rstrip() in ("--", "???"):
            note = text.rstrip() == "???"
            text = ""
        if head and re.match(r'[\w-]+:', text):
            continue
        head = head and not text.strip()
        kept.append((number, "" if note else text))
    return kept


def without_macro(match):
    return match.group() if match.group(1) else " "


def without_note(lines):
    for at, (_, text) in enumerate(lines):
        if re.match(r'\s*notes?:', text, re.I):
            return lines[:at]
    return lines


def without_divs(lines):
    """Without the ::: lines, and without notes between them."""
    kept, note = [], False
    for number, text in lines:
        if DIV.match(text):
            note = "notes" in text
        elif not note:
            kept.append((number, text))
    return kept
