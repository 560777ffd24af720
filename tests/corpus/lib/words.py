# SPDX-License-Identifier: MIT
"""Words: what a source and its export are compared by.

A word is a run of letters and digits between blanks and bars. Punctuation is
left out, and with it most markup. A wide character is a word of its own, for a
line may break on either side of it. Superscripts and the like count as the
characters that they stand for.
"""

import re
import unicodedata

# Behind the label of a link, perhaps on the next row; what follows it there
# stands glued to the label here.
NUMBER = re.compile(r'(?: |\n[ │]*(?=\[\d+\][^ \n]))?\[\d+\]')


def is_wide(char):
    return unicodedata.east_asian_width(char) in "WF"


def words_at(text):
    """(position, word) for the words of a text."""
    hidden = {at for match in NUMBER.finditer(text)
              for at in range(*match.span())}
    begin, word = 0, ""
    for at, char in enumerate(text):
        if at in hidden:
            continue
        if char.isspace() or char in "|│" or is_wide(char):
            if word:
                yield begin, word
            word = ""
        letters = "".join(filter(str.isalnum,
                                 unicodedata.normalize("NFKC", char)))
        if not letters:
            continue
        if is_wide(char):
            yield at, letters
            continue
        begin = begin if word else at
        word += letters
    if word:
        yield begin, word


def words_of(text):
    return [word for _, word in words_at(text)]
