# SPDX-License-Identifier: MIT
"""The blocks of CommonMark, read for their words.

Containers (lists, items, quotes) are followed, but not kept: what comes out is
the leaves in the order of the source. This shares nothing with deckle or with
libcmark, so that neither can be wrong without the other noticing.
"""

import re

QUOTE = re.compile(r' {0,3}> ?')
ITEM = re.compile(r' {0,3}(?:[-+*]|(\d{1,9})[.)])(?= |$)')
RULE = re.compile(r' {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$')
SETEXT = re.compile(r' {0,3}(?:=+|-+) *$')
HEADING = re.compile(r' {0,3}(#{1,6})(?: +|$)(.*)$')
FENCE = re.compile(r'( {0,3})(`{3,}(?!.*`)|~{3,})(.*)$')
DEFINITION = re.compile(r' {0,3}\[((?:[^\[\]\\^]|\\.)(?:[^\[\]\\]|\\.)*)\]: *'
                        r'<?([^\s<>]+)>?'
                        r'(?: +(?:"[^"]*"|\'[^\']*\'|\([^()]*\)))? *$')

BLOCK_TAGS = (
    "address article aside base basefont blockquote body caption center col "
    "colgroup dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe "
    "legend li link main menu menuitem nav noframes ol optgroup option p "
    "param section source summary table tbody td tfoot th thead title tr "
    "track ul").split()
TAG = (r'<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*'
       r'(?:\s*=\s*(?:[^\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?)*\s*/?'
       r'|/[A-Za-z][A-Za-z0-9-]*\s*)>')
# How a block of HTML begins, and the line it ends with; None: a blank line.
HTML = (
    (re.compile(r' {0,3}<(?:script|pre|style|textarea)(?:\s|>|$)', re.I),
     re.compile(r'</(?:script|pre|style|textarea)>', re.I)),
    (re.compile(r' {0,3}<!--'), re.compile(r'-->')),
    (re.compile(r' {0,3}<\?'), re.compile(r'\?>')),
    (re.compile(r' {0,3}<![A-Za-z]'), re.compile(r'>')),
    (re.compile(rf' {{0,3}}</?(?:{"|".join(BLOCK_TAGS)})(?:\s|/?>|$)', re.I),
     None),
    (re.compile(rf' {{0,3}}{TAG} *$'), None),
)


class Leaf:
    """kind is text, heading, code, html, rule or marker."""

    def __init__(self, kind, level=0, info=""):
        self.kind = kind
        self.level = level  # of a heading
        self.info = info    # of code
        self.lines = []     # (number, text)
        self.nested = False  # within a list or a quote

    def __repr__(self):
        return f"{self.kind}{self.level or ''} {self.lines}"


def is_blank(text):
    return not text.strip()


def indent_of(text):
    return len(text) - len(text.lstrip(" "))


class Reader:
    """Reads lines one by one; `leaves` is what has been found."""

    def __init__(self):
        self.leaves = []
        self.definitions = {}
        self.containers = []  # -1: a quote; else the columns of an item
        self.open = None      # the leaf that may go on
        self.until = None     # what ends the open block of HTML
        self.fence = None     # of the open block of code: (indent, text)

    def read(self, lines):
        for number, text in lines:
            self.line(number, text.expandtabs(4))
        self.close()
        return self.leaves

    # ---- the open leaf ----

    def start(self, leaf):
        self.close()
        leaf.nested = bool(self.containers)
        self.leaves.append(leaf)
        self.open = leaf

    def close(self):
        leaf, self.open, self.fence = self.open, None, None
        if not leaf or leaf.kind != "text":
            return
        while leaf.lines:
            match = DEFINITION.match(leaf.lines[0][1])
            if not match:
                return
            label = " ".join(match.group(1).lower().split())
            self.definitions.setdefault(label, match.group(2))
            del leaf.lines[0]
        self.leaves.remove(leaf)

    def is_open(self, kind):
        return self.open is not None and self.open.kind == kind

    # ---- one line ----

    def line(self, number, text):
        rest, matched = self.match_containers(text)
        whole = matched == len(self.containers)
        if whole and self.fence:
            self.fenced_line(number, rest)
            return
        if whole and self.is_open("html"):
            self.html_line(number, rest)
            return
        rest = self.new_containers(number, rest, matched)
        if rest is not None:
            self.leaf_line(number, rest)

    def match_containers(self, text):
        matched = 0
        for columns in self.containers:
            if columns < 0:
                match = QUOTE.match(text)
                if not match:
                    break
                text = text[match.end():]
            elif is_blank(text):
                text = ""
            elif indent_of(text) >= columns:
                text = text[columns:]
            else:
                break
            matched += 1
        return text, matched

    def new_containers(self, number, rest, matched):
        """Enter and leave containers; the rest of the line, or None when
        it was a lazy continuation."""
        whole = matched == len(self.containers)
        lazy = self.is_open("text") and not whole
        entered = False
        while True:
            paragraph = self.is_open("text") and whole and not entered
            item = self.item(rest, paragraph)
            if indent_of(rest) >= 4 or not (QUOTE.match(rest) or item):
                break
            if not entered:
                self.leave(matched)
            entered = True
            self.close()
            if QUOTE.match(rest):
                rest = rest[QUOTE.match(rest).end():]
                self.containers.append(-1)
                continue
            rest = self.enter_item(number, rest, item)
        if not entered and matched < len(self.containers):
            if lazy and self.goes_on(rest):
                self.open.lines.append((number, rest.strip()))
                return None
            self.leave(matched)
        return rest

    def leave(self, matched):
        if matched < len(self.containers):
            self.close()
        del self.containers[matched:]

    @staticmethod
    def item(rest, paragraph):
        match = ITEM.match(rest)
        if not match or RULE.match(rest):
            return None
        empty = is_blank(rest[match.end():])
        if paragraph and (empty or match.group(1) not in (None, "1")):
            return None
        return match

    def enter_item(self, number, rest, item):
        if item.group(1):
            self.start(Leaf("marker"))
            self.open.lines.append((number, item.group(1)))
            self.close()
        after = rest[item.end():]
        blanks = indent_of(after)
        if is_blank(after) or blanks > 4:
            blanks = 1
        self.containers.append(item.end() + blanks)
        return after[blanks:]

    def goes_on(self, rest):
        """Whether a paragraph goes on with this line, were it lazy."""
        return not (is_blank(rest) or RULE.match(rest) or
                    HEADING.match(rest) or FENCE.match(rest) or
                    self.html_begin(rest, True))

    def fenced_line(self, number, rest):
        indent, fence = self.fence
        stripped = rest.strip()
        if indent_of(rest) < 4 and stripped.startswith(fence) and \
                not stripped.strip(fence[0]):
            self.close()
            return
        keep = rest[min(indent, indent_of(rest)):]
        self.open.lines.append((number, keep))

    def html_line(self, number, rest):
        if self.until is None and is_blank(rest):
            self.close()
            return
        self.open.lines.append((number, rest))
        if self.until and self.until.search(rest):
            self.close()

    @staticmethod
    def html_begin(rest, paragraph):
        for begin, end in HTML[:5] if paragraph else HTML:
            if begin.match(rest):
                return begin, end
        return None

    def leaf_line(self, number, rest):
        text = self.is_open("text")
        if is_blank(rest):
            if not self.is_open("code"):
                self.close()
        elif indent_of(rest) >= 4 and not text:
            if not self.is_open("code"):
                self.start(Leaf("code"))
            self.open.lines.append((number, rest[4:]))
        elif indent_of(rest) < 4 and self.short_leaf(number, rest, text):
            pass
        elif text:
            self.open.lines.append((number, rest.strip()))
        else:
            self.start(Leaf("text"))
            self.open.lines.append((number, rest.strip()))

    def short_leaf(self, number, rest, text):
        """A leaf that its first line tells; false when it is none."""
        if text and SETEXT.match(rest):
            self.open.kind = "heading"
            self.open.level = 1 if "=" in rest else 2
            self.open = None
        elif RULE.match(rest):
            self.start(Leaf("rule"))
            self.open.lines.append((number, ""))
            self.close()
        elif HEADING.match(rest):
            match = HEADING.match(rest)
            self.start(Leaf("heading", len(match.group(1))))
            title = re.sub(r'(?:^| +)#+ *$', '', match.group(2))
            self.open.lines.append((number, title))
            self.close()
        elif FENCE.match(rest):
            indent, fence, info = FENCE.match(rest).groups()
            self.start(Leaf("code", info=info.strip()))
            self.fence = len(indent), fence
        elif self.html_begin(rest, text):
            self.until = self.html_begin(rest, text)[1]
            self.start(Leaf("html"))
            self.html_line(number, rest)
        else:
            return False
        return True
