# SPDX-License-Identifier: MIT
"""The words that a slide should show against those that it shows."""

import collections
import difflib
import re

MARKER = re.compile(r'(?:\d+|[A-Za-z]{1,4})$')


def is_same(token, word):
    if token.kind == "marker":
        return MARKER.match(word) is not None
    if token.kind == "alert":
        return token.text.casefold() == word.casefold()
    return token.text == word


def in_order(tokens, shown):
    """(line, what is wrong), for a slide whose words stand in one order."""
    at = 0
    while at < min(len(tokens), len(shown)) and \
            is_same(tokens[at], shown[at]):
        at += 1
    if at == len(tokens) == len(shown):
        return
    rest = tokens[at:]
    counted = any(token.kind == "marker" for token in rest)
    line = tokens[min(at, len(tokens) - 1)].line if tokens else 0
    matcher = difflib.SequenceMatcher(
        None, [token.text for token in rest], shown[at:], False)
    for what, begin, end, from_, to in matcher.get_opcodes():
        line = rest[begin].line if begin < len(rest) else line
        if what == "equal":
            continue
        for token in rest[begin:end]:
            if token.kind == "word":
                yield token.line, f"{token.text!r} is missing"
        for word in shown[at + from_:at + to]:
            if not (counted and word.isdigit()):
                yield line, f"{word!r} should not be there"


def in_columns(tokens, shown):
    """The same for a slide with columns: each has its own order."""
    columns = collections.defaultdict(list)
    for token in tokens:
        columns[token.column].append(token)
    for part in columns.values():
        at = 0
        for token in part:
            found = next((place for place in range(at, len(shown))
                          if is_same(token, shown[place])), None)
            if found is None and token.kind == "word":
                yield token.line, f"{token.text!r} is missing"
            at = at if found is None else found + 1
    spare = collections.Counter(shown)
    spare.subtract(token.text for token in tokens)
    counted = any(token.kind == "marker" for token in tokens)
    for word, count in spare.items():
        if count > 0 and not (counted and word.isdigit()):
            yield tokens[0].line, f"{word!r} should not be there"


def in_pieces(tokens, shown, beside):
    """(line, what is missing) where words may be broken. With `beside`, text
    stands side by side, and is not in one order."""
    at = 0
    for token in tokens:
        if token.kind != "word":
            continue
        end = shown.match(token.text, at)
        if end is not None:
            at = end
        elif not (beside and shown.has_pieces(token.text)):
            yield token.line, f"{token.text!r} is missing"
