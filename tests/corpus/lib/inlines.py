# SPDX-License-Identifier: MIT
"""The text of a leaf, without its inline markup.

Markup that is punctuation only (emphasis, strike, headings' dashes) is left
where it is: words do not have any. What is taken out is what holds words that
are not shown: the targets of links, tags, comments, entities' names.
"""

import collections
import html
import html.entities
import re

from lib.blocks import TAG

Link = collections.namedtuple("Link", "target label line")

SCANNER = re.compile(
    r'(?P<escape>\\[!-/:-@\[-`{-~])'
    r'|(?P<code>`+)'
    r'|(?P<comment><!--.*?(?:-->|\Z))'
    r'|<(?P<link>[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|'
    r'[\w.!#$%&\'*+/=?^`{|}~-]+@[\w.-]+)>'
    rf'|(?P<tag>{TAG})'
    r'|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|\w+);)'
    r'|(?P<image>!?)\[', re.S)
INSIDE = re.compile(r'\s*(?:<([^<>\n]*)>|((?:[^\s()\\]|\\.|\([^\s()]*\))*))'
                    r'(?:\s+(?:"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\'|'
                    r'\((?:[^()\\]|\\.)*\)))?\s*\)', re.S)
UNSHOWN = re.compile(r'<(script|style)\b.*?(?:</\1\s*>|\Z)', re.S | re.I)
ATTRIBUTE = re.compile(r'([\w-]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|'
                       r'([^\s"\'>]+))')
# Tags that do not part the words on both sides of them.
GLUED = ("a abbr b cite code del em font i ins kbd mark q s samp small span "
         "strike strong sub sup tt u var wbr").split()


class Text:
    """What is read: characters, each with the line that it comes from."""

    def __init__(self, lines, definitions, label_of=None):
        self.source = "\n".join(text for _, text in lines)
        self.numbers = [number for number, text in lines
                        for _ in range(len(text) + 1)]
        self.definitions = definitions
        self.label_of = label_of or label_of_image
        self.shown = []    # (text, line)
        self.links = []    # in their order; an image is one
        self.comments = []
        self.read(0, len(self.source))

    def put(self, text, at):
        self.shown.append((text, self.line_of(at)))

    def line_of(self, at):
        return self.numbers[min(at, len(self.numbers) - 1)]

    def put_source(self, begin, end):
        """Copy the source, line by line."""
        while begin < end:
            stop = self.source.find("\n", begin, end) + 1 or end
            self.put(self.source[begin:stop], begin)
            begin = stop

    def read(self, begin, end):
        while begin < end:
            match = SCANNER.search(self.source, begin, end)
            if not match:
                self.put_source(begin, end)
                return
            self.put_source(begin, match.start())
            kind = match.lastgroup
            begin = getattr(self, "read_" + kind)(match, end)

    # ---- one function for each group of the scanner ----

    def read_escape(self, match, _):
        self.put(match.group()[1], match.start())
        return match.end()

    def read_code(self, match, end):
        run = match.group()
        close = re.compile(rf'(?<!`){run}(?!`)').search(
            self.source, match.end(), end)
        if not close:
            return match.end()
        begin, end = match.end(), close.start()
        inside = self.source[begin:end]
        if inside.strip(" \n") and inside[0] in " \n" and \
                inside[-1] in " \n":
            begin, end = begin + 1, end - 1
        self.put_source(begin, end)
        return close.end()

    def read_comment(self, match, _):
        self.comments.append((match.group(), self.line_of(match.start())))
        return match.end()

    def read_link(self, match, _):
        self.put(match.group("link"), match.start())
        return match.end()

    def read_tag(self, match, end):
        begin = match.start()
        unshown = UNSHOWN.match(self.source, begin, end)
        if unshown:
            return unshown.end()
        name = re.match(r'</?([\w-]+)', match.group()).group(1).lower()
        if name == "img":
            found = {key.lower(): value or other or bare
                     for key, value, other, bare
                     in ATTRIBUTE.findall(match.group())}
            self.put_image(found.get("alt", ""), found.get("src", ""), begin)
        elif name not in GLUED:
            self.put(" ", begin)
        return match.end()

    def read_entity(self, match, _):
        entity = match.group()
        if entity[1] != "#" and entity[1:] not in html.entities.html5:
            self.put("&", match.start())
            return match.start() + 1
        self.put(html.unescape(entity), match.start())
        return match.end()

    def put_image(self, alt, target, at):
        target = html.unescape(target)
        label = self.label_of(html.unescape(alt), target)
        self.put(label, at)
        self.links.append(Link(target, label, self.line_of(at)))

    def read_image(self, match, end):
        """A link or an image, or nothing but a bracket."""
        begin = match.end()
        close = self.close_bracket(begin, end)
        if close is None:
            return begin
        target, after = self.target(begin, close, end)
        if target is None:
            return begin
        if match.group("image"):
            alt = Text([(self.line_of(begin), self.source[begin:close])],
                       self.definitions)
            self.put_image(alt.string(), target, begin)
        else:
            before = len(self.shown)
            self.read(begin, close)
            if not self.source[begin:close].strip():
                self.put(target, begin)
            label = "".join(text for text, _ in self.shown[before:])
            self.links.append(Link(target, label, self.line_of(begin)))
        return after

    def close_bracket(self, begin, end):
        """Where the bracket closes that opened before `begin`."""
        depth = 1
        skip = re.compile(r'\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)|`+'
                          r'|<[^<>\s]+>|[\[\]]', re.S)
        while match := skip.search(self.source, begin, end):
            depth += {"[": 1, "]": -1}.get(match.group(), 0)
            if not depth:
                return match.start()
            begin = match.end()
        return None

    def target(self, begin, close, end):
        """(target, what follows the link), or None for the target."""
        if self.source.startswith("(", close + 1):
            match = INSIDE.match(self.source, close + 2, end)
            if match:
                target = match.group(1) or match.group(2) or ""
                target = re.sub(r'\\([!-/:-@\[-`{-~])', r'\1', target)
                return html.unescape(target), match.end()
        after, label = close + 1, self.source[begin:close]
        match = re.compile(r'\[([^\[\]]*)\]').match(self.source, after, end)
        if match:
            label, after = match.group(1) or label, match.end()
        label = " ".join(label.lower().split())
        return self.definitions.get(label), after

    def string(self):
        return "".join(text for text, _ in self.shown)


def label_of_image(alt, target):
    """What stands for an image."""
    path = re.split(r"[?#]", target)[0]
    return alt.strip() or path.rsplit("/", 1)[-1] or target
