# SPDX-License-Identifier: MIT
"""Decks that were made to break readers, as tables."""

import random

MANY = 100_000
MB = 1 << 20

RANDOM = random.Random(1)


def nested_list(levels):
    return "".join(" " * level + "* x\n" for level in range(levels))


def table(rows, columns):
    return "".join(["|" + "a|" * columns + "\n", "|" + "-|" * columns + "\n",
                    ("|" + "b *c*|" * columns + "\n") * rows])


def definitions(count):
    return "".join([*(f"[l{i}]: http://x/{i}\n" for i in range(count)), "\n",
                    *(f"[a][l{i}]\n" for i in range(count))])


# Of any dialect: name, deck (text or bytes), other sizes than 80x24
PLAIN = [
    ("empty", "", "1x1 2x2 20x5"),
    ("one newline", "\n", "1x1 2x2 20x5"),
    ("header only", "%title: T\n%author: A\n", "1x1 2x2 20x5"),
    ("one word", "supercalifragilistic\n", "1x1 2x2 20x5"),
    ("wide in one column", "日本語\n", "1x1 2x2 20x5"),
    ("everything, small", "%title: T\n# h\n* a\n  * b\n> q\n```\nc\n```\n"
     "a|b\n-|-\nc|d\n^\n[l](t)\n-> x <-\n", "1x1 2x2 20x5"),
    ("quotes in one line", ">" * MANY + "\n", "20x5"),
    ("quotes, spaced", "> " * MANY + "\n", ""),
    ("quotes, line by line", "".join(">" * (i % 50) + " x\n"
                                     for i in range(MANY)), ""),
    ("one line of 10 MB", "x" * (10 * MB), ""),
    ("one line of 10 MB, words", "word " * (2 * MB), ""),
    ("one line of 10 MB, wide", "日" * (10 * MB // 3), ""),
    ("10 MB of \\r", "\r" * (10 * MB), ""),
    ("10 MB of \\n", "\n" * (10 * MB), ""),
    ("10 MB of blanks", " " * (10 * MB), ""),
    ("10 MB of tabs", "\t" * (10 * MB), ""),
    ("1 MB of NUL", "\0" * MB, "20x5"),
    ("10 000 slides", "a\n\n---\n" * 10_000, ""),
    ("10 000 slides of a break only", "\n---\n" * 10_000, ""),
    ("100 000 stops", "x\n^\n" * MANY, "20x5"),
    ("only stops", "^\n" * MANY, ""),
    ("backticks", "`" * MANY + "\n", ""),
    ("backticks, growing", "".join("`" * i + " " for i in range(450)), ""),
    ("backtick pairs", "`a" * MANY + "\n", ""),
    ("backtick lines", "`\n" * MANY, ""),
    ("stars", "*" * MANY + "\n", ""),
    ("star words", "*a " * MANY + "\n", ""),
    ("star words, closing", "a* " * MANY + "\n", ""),
    ("star lines", "*\n" * MANY, ""),
    ("stars and underscores", "*a_ " * MANY + "\n", ""),
    ("nested emphasis", "*a **a " * (MANY // 2) + "b** b* " * (MANY // 2)
     + "\n", ""),
    ("underscores", "_" * MANY + "\n", ""),
    ("underscore words", "_a " * MANY + "\n", ""),
    ("opening brackets", "[" * MANY + "\n", ""),
    ("bracket words", "[a " * MANY + "\n", ""),
    ("bracket pairs", "[a]" * MANY + "\n", ""),
    ("bracket lines", "[\n" * MANY, ""),
    ("nested brackets", "[" * MANY + "a" + "]" * MANY + "\n", ""),
    ("brackets and parentheses", "[a](" * MANY + "\n", ""),
    ("links", "[a](b) " * MANY + "\n", ""),
    ("links, line by line", "[a](b)\n" * MANY, ""),
    ("nested images", "![" * MANY + "\n", ""),
    ("nested images, closed", "![" * 10_000 + "a" + "](b)" * 10_000 + "\n",
     ""),
    ("images left open", "![[a](b)" * MANY + "\n", ""),
    ("angles", "<" * MANY + "\n", ""),
    ("angle words", "<a " * MANY + "\n", ""),
    ("comments", "<!--" * MANY + "\n", ""),
    ("ampersands", "&" * MANY + "\n", ""),
    ("entities", "&amp;" * MANY + "\n", ""),
    ("ampersand lines", "&\n" * MANY, ""),
    ("backslashes", "\\" * MANY + "\n", ""),
    ("arrows", "-> " * MANY + "\n", ""),
    ("arrow lines", "-> x <-\n" * MANY, ""),
    ("hashes", "#" * MANY + "\n", ""),
    ("underlines", "x\n===\n" * MANY, ""),
    ("bars", "|" * MANY + "\n" + "|" * MANY + "\n", ""),
    ("a nested list, 1 000 levels", nested_list(1_000), "20x5"),
    ("a nested list, 5 000 levels", nested_list(5_000), "20x5"),
    ("up and down", "".join(" " * (i * 7919 % 200) + "* x\n"
                            for i in range(MANY // 2)), ""),
    ("a table row of 50 000 columns", table(1, 50_000), "1x1"),
    ("a table of 5 000 x 20", table(5_000, 20), "20x5"),
    ("delimiter lines", "a|b\n-|-\n" * MANY, ""),
    ("marks on one base", "e" + "\u0301" * MANY + "\n", "1x1"),
    ("only marks", "\u0301" * MANY + "\n", "1x1"),
    ("joined emoji", "👨\u200d" * MANY + "\n", "1x1"),
    ("regional letters", "🇩" * MANY + "\n", "1x1"),
    ("direction marks", "\u202e" * MANY + "\n", ""),
    ("skin tones", "👍" + "🏽" * MANY + "\n", "1x1"),
    ("jamo", "\u1100\u1161" * MANY + "\n", "1x1"),
    ("open fences and breaks", "```\nx\n\n---\n" * 20_000, ""),
    ("an open fence, many breaks", "```\n" + "x\n\n---\n" * 20_000, ""),
    ("fences of all lengths", "".join("`" * (3 + i % 500) + "\n\n---\n"
                                      for i in range(5_000)), ""),
    ("fences by turns", "```\n~~~\n" * MANY, ""),
    ("a code line of 1 MB", "```\n" + "x" * MB + "\n```\n", ""),
    ("many definitions", definitions(MANY), ""),
    ("one label, many definitions", "[a]: b\n" * MANY + "[a]\n", ""),
    ("one definition, many uses", "[a]: b\n" + "[a] " * MANY + "\n", ""),
    ("a long target, many uses", "[a]: " + "b" * 10_000 + "\n"
     + "[a]\n" * 200, ""),
    ("a header of 1 MB", "%title: " + "x " * (MB // 2) + "\nx\n", "20x5"),
    ("100 000 header lines", "%title: x\n" * MANY, ""),
    ("random bytes", RANDOM.randbytes(MB), "20x5"),
    ("random markup", "".join(RANDOM.choice(
        ["*", "_", "`", "[", "]", "(", ")", "<", ">", "!", "\\", "&", "a",
         " ", "\n", "\n\n", "#", "-", "|", "---", "^\n", "```\n", "-> "])
        for _ in range(MB // 4)), ""),
    ("no UTF-8", b"\xff\xfe\xc0\x80\xed\xa0\x80" * MANY, "20x5"),
    ("UTF-16", "# Title\n\ntext\n".encode("utf-16"), ""),
    ("escape sequences", "\x1b[31m\x1b]0;title\x07\x9b31m" * 1_000, ""),
    ("C1 controls", "\u009b31m\u0085" * 10_000, ""),
    ("escapes everywhere", "%title: \x1b[2J\n%author: \x1b[2J\n# \x1b[2J\n"
     "```\x1b[2J\n\x1b[2J\n```\n[a](\x1b[2J)\n[b]: \x1b[2J\n[b]\n"
     "a|\x1b[2J\n-|-\n\x1b[2J|&#27;\n", "20x5"),
]


def chain(count):
    """Footnotes that refer to the next one, and then to themselves."""
    return "".join(["x[^0]\n\n",
                    *(f"[^{i}]: y[^{min(i + 1, count - 1)}]\n\n"
                      for i in range(count))])


def footnotes(count):
    return "".join([*(f"x[^{i}]\n" for i in range(count)), "\n",
                    *(f"[^{i}]: y\n" for i in range(count))])


def nested(opening, closing, count=MANY):
    return opening * count + "x" + closing * count + "\n"


def front(inside):
    return "---\n" + inside + "\n---\n\n# x\n"


def grid(rows, columns, end=""):
    rule = "+---" * columns + "+\n"
    return rule + ("| a " * columns + "|\n" + rule) * rows + end


def multiline(rows, columns, end):
    rule = "-" * (4 * columns) + "\n"
    return (rule + "a   " * columns + "\n" + "--- " * columns + "\n"
            + ("b   " * columns + "\n\n") * rows + (rule if end else ""))


def columns(count):
    return ("<!-- column_layout: [1, 2] -->\n\n"
            + "".join(f"<!-- column: {i % 2} -->\n\nx\n\n"
                      for i in range(count)))


def selection(parts):
    return "```rust {" + "|".join(parts) + "}\n" + "x\n" * 5_000 + "```\n"


ALL = ("mdp markdown presenterm patat lookatme slides marp reveal remark "
       "slidev pandoc")
SPLITS = "markdown presenterm patat lookatme reveal slidev pandoc"
COMMENTS = "markdown patat remark"  # mean nothing, notes, and are rewritten
COMMON = "pandoc remark"
FRONT = "markdown slidev"
LONG = 5 * MB

# Dialects, name, deck
ATTACKS = [
    (ALL, "one line of 10 MB", "word " * (2 * MB)),
    ("markdown", "one line of markup, 5 MB",
     "word *b* `c` [d](e) " * (LONG // 20)),
    ("markdown pandoc", "lines of markup, 5 MB",
     "word *b* `c` [d](e) \\* &amp; <b>f</b>\n" * (LONG // 40)),
    (ALL, "random dialects", "".join(RANDOM.choice(
        ["*", "_", "`", "[", "](", ")", "<b>", "</b>", "<!-- ", " -->", "~~",
         "^", "$", "$$", "a", " ", "\n", "\n\n", "# ", "- ", "|", "---\n",
         "```\n", ":::", "??\n", "--\n", "[^a]", "[^a]: ", "[[", "{", "}",
         "<span style=\"color: red\">", "</span>", "pause", "1. ", "> ",
         ": ", "    ", "+---+\n", "(@) ", ".a["])
        for _ in range(MB // 8))),
    # nesting
    (COMMON, "quotes, 100 000 deep", ">" * MANY + " x\n"),
    (COMMON, "quotes, 100 000 deep, again and again",
     (">" * 5_000 + " x\n\n") * 20),
    (COMMON, "lists, 100 000 deep", "* " * MANY + "x\n"),
    (COMMON, "numbers, 100 000 deep", "1. " * MANY + "x\n"),
    (COMMON, "lists in quotes", "> - " * MANY + "x\n"),
    (COMMON, "lists in quotes, again and again",
     ("> - " * 1_000 + "x\n\n") * 100),
    (COMMON, "flat lists", "- a\n" * MANY),
    (COMMON, "loose lists", "- a\n\n" * MANY),
    (COMMON, "lists by turns", "- a\n+ b\n" * (MANY // 2)),
    (COMMON, "tasks", "- [x] a\n- [ ] b\n" * (MANY // 2)),
    (COMMON, "alerts", "> [!note]\n> a\n\n" * MANY),
    ("presenterm markdown", "quotes of three marks", ">>>\n" * MANY),
    # comments and what they say
    (COMMENTS, "comments left open", "<!--\n" * MANY),
    (COMMENTS, "comments left open in one line", "<!-- " * MANY + "\n"),
    (COMMENTS, "comments left open behind text", "x <!--\n" * MANY),
    (COMMENTS, "comments left open, paragraph by paragraph",
     "x <!-- y\n\n" * MANY),
    (COMMENTS, "comments", "<!-- a -->\n" * MANY),
    (COMMENTS, "comments in one line", "x <!-- a --> " * MANY + "\n"),
    (COMMON, "comments nobody ends", "<!--->" * MANY + "\n"),
    (COMMON, "comments over lines", "x <!-- a\nb --> y\n" * MANY),
    (COMMENTS, "notes", "x\n<!-- note: a -->\n\n" * MANY),
    (COMMENTS, "a note of 1 MB", "<!-- note: " + "a\n" * (MB // 2) + "-->\n"),
    (COMMON + " presenterm", "pauses", "x\n\n<!-- pause -->\n\n" * MANY),
    (COMMON + " presenterm", "pauses in one line",
     "x <!-- pause --> " * MANY + "\n"),
    (COMMON + " presenterm", "unknown directives",
     "x\n\n<!-- puase -->\n\n" * MANY),
    ("presenterm markdown", "ends of slides",
     "x\n\n<!-- end_slide -->\n\n" * MANY),
    ("presenterm markdown", "slides to skip",
     "x\n\n<!-- skip_slide -->\n<!-- end_slide -->\n\n" * MANY),
    ("presenterm", "a slide to skip, 1 MB",
     "x\n" * (MB // 2) + "<!-- skip_slide -->\n"),
    ("presenterm", "columns", columns(MANY)),
    ("presenterm", "column layouts",
     "<!-- column_layout: [1, 2] -->\n\nx\n\n" * MANY),
    ("presenterm", "a layout of 100 000 columns",
     "<!-- column_layout: [" + "1, " * MANY + "1] -->\n\nx\n"),
    ("presenterm", "alignments and blank rows",
     "<!-- alignment: center -->\n<!-- new_lines: 200 -->\nx\n\n" * MANY),
    ("patat", "settings of a slide", "<!--config: {a: 1} -->\n" * MANY),
    ("patat", "settings of a slide, over lines",
     "<!--config:\n  a:\n    b: 1\n-->\n\n" * (MANY // 2)),
    # what ends a slide
    (SPLITS, "headings", "# x\n" * MANY),
    (SPLITS, "headings with text", "# x\n\ny\n\n" * MANY),
    (SPLITS, "headings of all levels",
     "".join("#" * (1 + i % 6) + " x\n\n" for i in range(MANY))),
    (SPLITS, "rules", "x\n\n---\n\n" * MANY),
    (SPLITS, "rules of stars", "***\n" * MANY),
    (SPLITS, "underlined", "x\n---\n" * MANY),
    (SPLITS, "an underlined paragraph of 1 MB", "x\n" * (MB // 2) + "===\n"),
    ("reveal remark slides", "dashes", "x\n\n--\n\n" * MANY),
    ("reveal remark", "only dashes", "--\n" * MANY),
    ("reveal", "notes of lines", "x\n\nNote: y\n\n" * MANY),
    ("reveal", "notes of lines on slides",
     "x\n\nNote: y\n\n---\n" * MANY),
    ("remark", "notes of question marks", "x\n???\ny\n--\n" * MANY),
    ("remark", "question marks", "????\n" * MANY + "???\n" * MANY),
    ("remark", "properties", "class: a\n" * MANY),
    ("slidev", "front matter of slides", "---\nlayout: a\n---\nx\n" * MANY),
    ("slidev", "front matter of slides, open", "---\nlayout: a\n" * MANY),
    ("slidev", "slots", "x\n\n::right::\n\n" * MANY),
    ("slidev", "clicks", nested("<v-click>", "</v-click>")),
    ("pandoc patat", "stops", "x\n\n. . .\n\n" * MANY),
    ("pandoc patat", "only stops", ". . .\n" * MANY),
    # front matter
    (FRONT, "front matter of 1 MB", front("a: b\n" * (MB // 5))),
    (FRONT, "front matter, one long value", front("a: " + "b " * (MB // 2))),
    (FRONT, "front matter, one folded value",
     front("a: >\n" + "  b\n" * (MB // 4))),
    (FRONT, "front matter, one value over lines",
     front("a: b\n" + "  c\n\n" * (MB // 5))),
    (FRONT, "front matter, deep",
     front("".join(" " * i + "a:\n" for i in range(1_400)))),
    (FRONT, "front matter, deep lists", front("a: " + "- " * MANY)),
    (FRONT, "front matter, many items", front("a:\n" + "- b\n" * MANY)),
    (FRONT, "front matter, items and keys",
     front("a:\n" + "- b: 1\n  c: 2\n" * MANY)),
    (FRONT, "front matter, many keys",
     front("\n".join(f"key{i}: {i}" for i in range(MANY)))),
    (FRONT, "front matter, flow lists left open", front("a: " + "[" * MANY)),
    (FRONT, "front matter, flow maps left open", front("a: " + "{b: " * MANY)),
    (FRONT, "front matter, flow lists left open, line by line",
     front("a: [b\n" * MANY)),
    (FRONT, "front matter, quotes left open", front("a: \"b\n" * MANY)),
    (FRONT, "front matter, a wide flow list",
     front("a: [" + "b, " * MANY + "]")),
    (FRONT, "front matter that nobody closes", "---\n" + "a: b\n" * MANY),
    (FRONT, "front matter of escapes", front("a: \"" + "\\x41" * MANY + "\"")),
    # ::: blocks
    ("pandoc patat", "divs left open", "::: a\n" * MANY),
    ("pandoc patat", "divs nested", "::: a\n" * MANY + ":::\n" * MANY),
    ("pandoc patat", "divs", "::: a\nx\n:::\n\n" * MANY),
    ("pandoc patat", "ends of divs", ":::\n" * MANY),
    ("pandoc", "columns of divs",
     ":::: columns\n::: column\nx\n:::\n::::\n\n" * MANY),
    ("pandoc", "100 000 columns", ":::: columns\n"
     + "::: {.column width=\"1%\"}\nx\n:::\n" * MANY + "::::\n"),
    ("pandoc", "columns within columns", ":::: columns\n::: column\n" * MANY),
    ("pandoc", "notes of divs", "::: notes\nx\n:::\n\n" * MANY),
    ("pandoc", "notes of divs left open", "::: notes\n" * MANY),
    ("pandoc", "incremental divs",
     "::: incremental\n- a\n\n" * MANY),
    # pandoc's lists and tables
    ("pandoc patat", "fancy markers",
     "".join(f"{marker} x\n" for marker in
             ("a.", "B)", "iv.", "(3)", "(c)", "#.", "(@)", "(@x)")) * 12_500),
    ("pandoc", "examples", "(@) x\n" * MANY),
    ("pandoc", "a Roman number of 100 000 digits", "m" * MANY + ") x\n"),
    ("pandoc", "fancy markers in one line", "a) " * MANY + "x\n"),
    ("pandoc", "definition lists", "a\n: b\n\n" * MANY),
    ("pandoc", "definitions of one word", "a\n" + ": b\n" * MANY),
    ("pandoc", "a grid table of 20 000 rows", grid(20_000, 2)),
    ("pandoc", "a grid table of 50 000 columns", grid(1, 50_000)),
    ("pandoc", "grid tables left open",
     ("+---+\n| a |\n" * 2 + "\n") * (MANY // 4)),
    ("pandoc", "grid rules", "+---+\n" * MANY),
    ("pandoc", "grid rules, spaced", "+---+\n\n" * MANY),
    ("pandoc", "a multiline table of 20 000 rows", multiline(20_000, 2, True)),
    ("pandoc", "a multiline table of 50 000 columns",
     multiline(1, 50_000, True)),
    ("pandoc", "a multiline table left open", multiline(20_000, 2, False)),
    ("pandoc", "multiline tables left open",
     "------\na\n--- ---\nb\n\n" * (MANY // 5)),
    ("pandoc", "rules of a multiline table", "--- ---\n\n" * MANY),
    ("pandoc", "rules of a multiline table, spaced",
     "--- ---\na\n\n" * MANY),
    ("pandoc", "simple tables", "a   b\n--- ---\nc   d\n\n" * (MANY // 4)),
    ("pandoc", "a simple table", "a   b\n--- ---\n" + "c   d\n" * MANY),
    ("pandoc", "captions", "Table: x\n\n" * MANY),
    # tables of pipes
    (COMMENTS, "a table of 50 000 rows", table(50_000, 2)),
    (COMMENTS, "a table of 20 000 columns", table(2, 20_000)),
    (COMMON + " presenterm", "tables", table(1, 2).join("\n" * 20_000)),
    (COMMON, "tables with one row wider than all",
     table(5_000, 1) + "|" + "x|" * 5_000 + "\n"),
    (COMMON, "pipes", "|" * MANY + "\n" + "|-" * MANY + "\n"),
    (COMMON, "escaped pipes", "a|b\n-|-\n" + "\\|" * MANY + "|x\n"),
    # inline markup
    (COMMON, "tildes", "~" * MANY + "\n"),
    (COMMON, "tilde pairs", "~~a" * MANY + "\n"),
    (COMMON, "tilde words", "~a " * MANY + "\n"),
    (COMMON, "tilde lines", "~~a\n" * MANY),
    (COMMON, "tildes by turns", "~a~~b" * MANY + "\n"),
    (COMMON, "carets", "a^" * MANY + "\n"),
    (COMMON, "caret words", "a^b^ " * MANY + "\n"),
    (COMMON, "carets only", "x" + "^" * MANY + "\n"),
    (COMMON, "dollars", "$" * MANY + "\n"),
    (COMMON, "dollar words", "$a " * MANY + "\n"),
    (COMMON, "dollars, closing", "a$ " * MANY + "\n"),
    (COMMON, "dollar pairs", "$a$" * MANY + "\n"),
    (COMMON, "dollars of two", "$$a " * MANY + "\n"),
    (COMMON, "dollar lines", "$$\n" * MANY),
    (COMMON, "dollar, backtick", "$a`" * MANY + "\n"),
    (COMMON, "wiki links left open", "[[" * MANY + "\n"),
    (COMMON, "wiki links left open, words", "[[a|b " * MANY + "\n"),
    (COMMON, "wiki links", "[[a|b]]" * MANY + "\n"),
    (COMMON, "wiki links nested", nested("[[", "]]")),
    (COMMON, "notes of brackets left open", "[^" * MANY + "\n"),
    (COMMON, "notes of brackets left open, lines", "[^a\n" * MANY),
    (COMMON, "inline notes", "x^[a]" * MANY + "\n"),
    (COMMON, "inline notes left open", "x^[a" * MANY + "\n"),
    (COMMON, "inline notes nested", nested("^[", "]")),
    (COMMON, "cited", "[@a; @b] " * MANY + "\n"),
    (COMMON, "bold tags left open", "<b>" * MANY + "\n"),
    (COMMON, "bold tags never opened", "x</b>" * MANY + "\n"),
    (COMMON, "bold tags nested", nested("x<b>", "</b>")),
    (COMMON, "bold tags, line by line", "x<b>y\n" * MANY),
    (COMMON, "bold tags, block by block", "<b>\n\n" * MANY),
    (COMMON, "tags by turns", "x<b><i></b></i>" * MANY + "\n"),
    (COMMON, "spans left open",
     "x<span style=\"color: red\">" * MANY + "\n"),
    (COMMON, "spans nested",
     nested("x<span style=\"color: red\">", "</span>")),
    (COMMON, "a span of 1 MB", "x<span style=\"" + "color: red;" * (MB // 10)
     + "\">y</span>\n"),
    (COMMON, "a tag of 1 MB", "x<a " + "b=\"c\" " * (MB // 6) + ">y</a>\n"),
    (COMMON, "tags with quotes left open", "x<a b=\"" * MANY + "\n"),
    (COMMON, "tags with quotes left open, closed once",
     "x<a b=' " * MANY + ">\n"),
    (COMMON, "tags of blanks", ("<a" + " " * 10_000) * 100 + "\n"),
    (COMMON, "processing instructions", "x<?" * MANY + "\n"),
    (COMMON, "declarations", "x<!A " * MANY + "\n"),
    (COMMON, "character data", "x<![CDATA[" * MANY + "\n"),
    (COMMON, "break tags", "x<br>" * MANY + "\n"),
    (COMMON, "images of tags", "x<img src=a alt=b>" * MANY + "\n"),
    (COMMON, "raised and lowered",
     nested("x<sup>", "</sup>", MANY // 2) + nested("x<sub>", "</sub>")),
    (COMMON, "addresses", "http://a.b " * MANY + "\n"),
    (COMMON, "addresses without blanks", "http://a.b" * MANY + "\n"),
    (COMMON, "addresses of w", "www." * MANY + "\n"),
    (COMMON, "addresses of mail", "a@b." * MANY + "\n"),
    (COMMON, "addresses of mail without an end", "a@" * MANY + "\n"),
    (COMMON, "dots and blanks", "a.b" * MANY + "\n" + "a_b" * MANY + "\n"),
    (COMMON, "emoji names", ":a:" * MANY + "\n"),
    (COMMON, "stars, never closed, nor opened", "**a *b" * MANY + "\n"),
    (COMMON, "stars within links", "[*a](b)* " * MANY + "\n"),
    (COMMON, "brackets, escaped", "\\[a\\]" * MANY + "\n"),
    (COMMON, "brackets behind exclamations", "!" * MANY + "[a](b)\n"),
    (COMMON, "images side by side", "![a](b) " * MANY + "\n"),
    (COMMON, "images below each other", "![a](b)\\\n" * MANY),
    (COMMON, "images and text by turns", "![a](b)<br>a<br>\n" * MANY),
    (COMMON, "images with sizes behind them", "![a](b =1x2) " * MANY + "\n"),
    (COMMON, "images nearly closed", "![![![![])" * (MANY // 4) + "\n"),
    (COMMON, "captions of nothing", "<figcaption>a</figcaption>\n\n" * MANY),
    (COMMON, "targets left open", "[a](<b" * MANY + "\n"),
    (COMMON, "titles left open", "[a](b \"" * MANY + "\n"),
    (COMMON, "targets of parentheses", "[a](" + nested("(", ")") + ")\n"),
    (COMMON, "entities without an end", "&#x1" * MANY + "\n"),
    ("pandoc patat", "attributes", "[a]{.b}" * MANY + "\n"),
    ("pandoc patat", "attributes left open", "[a]{.b" * MANY + "\n"),
    ("pandoc patat", "attributes of headings", "# a {.b}\n" * MANY),
    ("pandoc patat", "braces", "{" * MANY + "\n" + nested("{", "}")),
    ("remark", "classes left open", ".a[" * MANY + "\n"),
    ("remark", "classes nested", nested(".a[", "]")),
    ("remark", "classes nested, line by line",
     ".a[\n" * MANY + "]\n" * MANY),
    ("remark", "dots of classes", ".a" * MANY + "[x]\n"),
    # definitions and footnotes
    (COMMON, "many definitions", definitions(MANY)),
    (COMMON, "one definition, many labels", "[a]: b\n\n" + "[a] " * MANY),
    (COMMON, "definitions without a target", "[a]:\n" * MANY),
    (COMMON, "labels of 1 MB", "[" + "a" * MB + "]: b\n\n["
     + "a" * MB + "]\n"),
    (COMMON, "titles over lines left open",
     "[a]: b\n\"c\n\n" * MANY),
    (COMMON, "footnotes", footnotes(MANY)),
    (COMMON, "footnotes nobody wrote", "x[^a] " * MANY + "\n"),
    (COMMON, "one footnote, many references",
     "x[^a]\n" * MANY + "\n[^a]: y\n"),
    (COMMON, "a footnote that refers to itself", "x[^a]\n\n[^a]: y[^a]\n"),
    (COMMON, "a footnote that refers to itself, often",
     "x[^a]\n\n[^a]: " + "y[^a] " * 10_000 + "\n"),
    (COMMON, "a chain of footnotes", chain(MANY)),
    (COMMON, "a footnote of 1 MB",
     "x[^a]\n\n[^a]: y\n" + "    z\n\n" * (MB // 7)),
    (COMMON, "footnotes of one label", "x[^a]\n\n" + "[^a]: y\n" * MANY),
    (COMMON, "footnotes slide by slide",
     "x[^a]\n\n---\n\n" * 10_000 + "[^a]: y\n"),
    # code
    (COMMENTS, "a selection of 1 to 100 000", selection(["1-100000"] * 60)),
    (COMMON, "a selection of lists",
     selection([",".join(["1-100000"] * 400)])),
    (COMMON, "a selection of 100 000 parts", selection(["1"] * MANY)),
    (COMMON, "selections", "```c {1|2}\nx\ny\n```\n\n" * 20_000),
    (COMMON, "a selection left open", "```c {" * MANY + "\nx\n```\n"),
    (COMMON, "words behind a fence", "~~~" + " +a -b {c" * MANY + "\nx\n"),
    (COMMON, "classes of code", "~~~ {" + ".a " * MANY + "}\nx\n~~~\n"),
    (COMMENTS, "blocks of code", "```\nx\n```\n\n" * MANY),
    (COMMENTS, "code left open on each slide", "```c\nx\n\n---\n\n" * 20_000),
    (COMMENTS, "code of 5 MB", "```c\n" + "int x; /* y */\n" * (LONG // 15)),
    (COMMON, "indented code", "    x\n\n" * MANY),
    *((COMMENTS, f"a line of {language} of 1 MB, {opener!r}",
       f"```{language}\n" + opener * (MB // len(opener)) + "\n```\n")
      for language, opener in [
          ("c", "/*"), ("js", "`${"), ("python", "f'{"), ("sh", "\"$("),
          ("haskell", "{-"), ("rust", "r#"), ("swift", "#"), ("lua", "[="),
          ("cpp", "R\"("), ("perl", "s{"), ("ruby", "#{"), ("php", "?>"),
          ("html", "<a "), ("css", "a{"), ("yaml", "- "), ("yaml", "{a"),
          ("json", "\"a"), ("sql", "'a"), ("ini", "a "), ("nix", "''${")]),
    (COMMENTS, "brackets in every language", "".join(
        f"```{language}\n" + "([{\"'`" * 10_000 + "\n```\n" for language in
        "bash c cpp css diff elixir go html java js json lua md nix perl php "
        "py r ruby rust scala sql swift toml ts xml yaml zig".split())),
    # HTML
    (COMMON, "scripts left open", "<script>\n" * 10_000),
    (COMMON, "scripts left open in one line", "x<script>" * MANY + "\n"),
    (COMMON, "scripts", "<script>\nx\n</script>\n\n" * MANY),
    (COMMON, "styles left open, paragraph by paragraph",
     "<style>\n\nx\n\n" * MANY),
    (COMMON, "blocks of HTML", "<div>\n\nx\n\n</div>\n\n" * MANY),
    (COMMON, "blocks of HTML, nested",
     "<div>\n" * MANY + "x\n" + "</div>\n" * MANY),
    (COMMENTS, "one block of HTML, 1 MB", "<div>\n" + "x <b>y</b>\n" * (MB // 11)),
    (COMMENTS, "one line of HTML, 1 MB", "<div>" + "x <b>y</b>" * (MB // 10) + "\n"),
    (COMMON, "a table of HTML",
     "<table>\n" + "<tr><td>x</td></tr>\n" * MANY + "</table>\n"),
    (COMMON, "tags in blocks of HTML left open",
     "<div>\n" + "<a b=\"\n" * MANY),
    (COMMON, "comments in blocks of HTML left open",
     "<div>\n" + "<!-- \n" * MANY),
    (COMMON, "comments in blocks of HTML",
     "<div>\n" + "<!-- a -->x\n" * MANY),
    (COMMON, "instructions", "<?a\n" * MANY),
    (COMMON, "headings of HTML", "<h1>x</h1>\n" * MANY),
    (COMMON, "lists of HTML", "<ul>" * MANY + "<li>x\n" * MANY),
]
