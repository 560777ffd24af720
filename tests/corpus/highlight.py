#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measure how far deckle's idea of code agrees with that of others.

    highlight.py [--details] [--language NAME] CLASSES FOLDER...

CLASSES is the program of that name among the tests. Real files are taken from
the folders, up to 40 for each of the languages below, none above 30 KB, the
first in the order of a hash of their paths. Each is read by `pygmentize` and
by `chroma`, as far as they are installed, and by CLASSES; what is counted is
the share of bytes, blanks left out, that both call the same. This is no test:
nothing is required, and it fails only when neither program is there (77).

What is compared is coarse, for no two highlighters have the same classes:

    comment   comments, documentation, a script's first line
    string    strings with their quotes, escapes and marks of holes, regexes,
              characters, here-documents
    value     numbers, symbols, words such as true and self
    word      keywords, tags, headings, preprocessor lines, decorators
    type      words for types, names of classes
    name      all else: names, variables, text, operators, brackets

What is called or set has a colour of its own in deckle ("called"), while others
leave it plain or colour only where it is defined: it agrees with "name". Tags
of HTML and keys of JSON, properties of CSS are all "tag" to them, which agrees
with "word" and "called". Whether int is a word or a type, and String a type or
a name, is a matter of taste: a type agrees with a word and with a name. So is
whether text without quotes, as INI, YAML and Dockerfiles have it, is a string,
a number where it looks like one, or nothing, and whether $( of a makefile is
more than the name within. The number in brackets is what is left without that.
Documentation that they call a string may be a comment.
"""

import ast
import collections
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys

SKIPPED = 77
FILES_MAX = 40
BYTES_MAX = 30000

# Name, file name endings, what others call it.
LANGUAGES = [
    ("python", ".py", "python"),
    ("javascript", ".js .mjs", "javascript"),
    ("typescript", ".ts", "typescript"),
    ("java", ".java", "java"),
    ("c", ".c .h", "c"),
    ("cpp", ".cpp .hpp .cc", "cpp"),
    ("go", ".go", "go"),
    ("rust", ".rs", "rust"),
    ("shell", ".sh .bash", "bash"),
    ("sql", ".sql", "sql"),
    ("html", ".html", "html"),
    ("css", ".css", "css"),
    ("ruby", ".rb", "ruby"),
    ("php", ".php", "php"),
    ("yaml", ".yaml .yml", "yaml"),
    ("json", ".json", "json"),
    ("csharp", ".cs", "csharp"),
    ("perl", ".pl .pm", "perl"),
    ("lua", ".lua", "lua"),
    ("toml", ".toml", "toml"),
    ("haskell", ".hs", "haskell"),
    ("kotlin", ".kt", "kotlin"),
    ("swift", ".swift", "swift"),
    ("scala", ".scala", "scala"),
    ("elixir", ".ex .exs", "elixir"),
    ("ini", ".ini .service .timer .socket .desktop setup.cfg tox.ini", "ini"),
    ("diff", ".diff .patch", "diff"),
    ("makefile", "Makefile .mk", "make"),
    ("xml", ".xml .svg", "xml"),
    ("markdown", ".md", "markdown"),
    ("nix", ".nix", "nix"),
    ("zig", ".zig", "zig"),
    ("r", ".R .r", "r"),
    ("elm", ".elm", "elm"),
    ("dockerfile", "Dockerfile", "docker"),
]

OURS = {".": "name", "n": "called", "t": "type", "k": "word", "s": "string",
        "v": "value", "c": "comment", "m": "word", "+": "word", "-": "word"}

# Their token types: the longest beginning that is here counts.
THEIRS = {
    "Comment": "comment", "Comment.Preproc": "word",
    "Comment.PreprocFile": "word", "Comment.Hashbang": "comment",
    "String": "string", "String.Symbol": "value", "String.Doc": "doc",
    "Number": "value", "Date": "value",
    "Keyword": "word", "Keyword.Constant": "value", "Keyword.Type": "type",
    "Name": "name", "Name.Class": "type", "Name.Exception": "type",
    "Name.Builtin.Pseudo": "value", "Name.Tag": "tag",
    "Name.Decorator": "word", "Name.Entity": "value",
    "Operator.Word": "word",
    "Generic.Inserted": "word", "Generic.Deleted": "word",
    "Generic.Heading": "word", "Generic.Subheading": "word",
    "Generic.Prompt": "word", "Scalar.Block": "string",
}

# Ours and theirs, as far as they have other names.
ALIKE = {("called", "name"), ("called", "tag"), ("word", "tag"),
         ("comment", "doc"), ("string", "doc")}

# What they mean by it is another thing in these languages.
MEANT = {
    ("css", "Keyword"): "tag", ("css", "Keyword.Type"): "value",
    ("css", "Keyword.Reserved"): "tag", ("perl", "Comment.Preproc"): "comment",
    ("yaml", "Name.Constant"): "string",  # lines behind "|"
    ("yaml", "Literal.Scalar.Plain"): "plain",
    ("ini", "Literal.String"): "text", ("docker", "Literal.String"): "text",
    ("make", "Keyword"): "expansion",
    ("nix", "Literal.String.Symbol"): "tag",  # the name in front of "="
    ("sql", "Literal.String.Symbol"): "tag",  # a name in quotes
}

# A matter of taste: what it is strictly, and what will do.
TASTE = {
    "plain": ("name", {"name", "called", "value"}),
    "text": ("string", {"name", "called", "value", "string"}),
    "expansion": ("word", {"word", "called"}),
}


def their_class(language, kind):
    if (language, kind) in MEANT:
        return MEANT[language, kind]
    parts = kind.removeprefix("Literal.").split(".")
    while parts:
        if ".".join(parts) in THEIRS:
            return THEIRS[".".join(parts)]
        parts.pop()
    return "name"


def run(*words, text=""):
    done = subprocess.run(words, input=text.encode(), capture_output=True,
                          timeout=60, check=False)
    if done.returncode:
        raise ValueError(done.stderr.decode()[-200:])
    return done.stdout.decode()


def pygmentize(program, lexer, text):
    """(text, class) piece by piece."""
    for line in run(program, "-f", "raw", "-O", "stripnl=False,ensurenl=False",
                    "-l", lexer, text=text).splitlines():
        kind, _, value = line.partition("\t")
        yield ast.literal_eval(value), their_class(lexer, kind.removeprefix("Token."))


def chroma(program, lexer, text):
    found = json.loads(run(program, "--json", "--lexer", lexer, text=text))
    for piece in found:
        kind = re.sub(r"(?<=[a-z])(?=[A-Z])", ".", piece["type"])
        yield piece["value"], their_class(lexer, kind)


def classes(pieces):
    return [kind for piece, kind in pieces for _ in piece]


def our_classes(program, language, text):
    # A letter stands for a byte; only its first counts for a character.
    letters = run(program, language, text=text)
    out, at = [], 0
    for char in text:
        out.append("blank" if char == "\n" else OURS[letters[at]])
        at += len(char.encode())
    return out


def agrees(one, other, strictly):
    if other in TASTE and not strictly:
        return one in TASTE[other][1]
    other = TASTE.get(other, (other,))[0]
    if one == other or (one, other) in ALIKE:
        return True
    return not strictly and "type" in (one, other) and \
        {one, other} <= {"type", "word", "name", "called"}


def compare(text, ours, theirs, strictly, wrong):
    """Characters that agree, and all."""
    same = count = 0
    for char, one, other in zip(text, ours, theirs):
        if char.isspace():
            continue
        count += 1
        if agrees(one, other, strictly):
            same += 1
        else:
            wrong[one, other] += 1
    return same, count


def files(folders, endings):
    found = []
    for folder in folders:
        for path in pathlib.Path(folder).rglob("*"):
            named = path.name in endings.split() or \
                path.suffix in endings.split()
            if named and path.is_file() and \
                    300 < path.stat().st_size < BYTES_MAX:
                found.append(path)
    found.sort(key=lambda path: hashlib.md5(str(path).encode()).digest())
    return found[:FILES_MAX]


def read(path):
    """The text of a file, or nothing when it is not plain UTF-8."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
    return "" if re.search("[\x00-\x08\x0b-\x1f\x7f]", text) else text


def measure(program, language, paths, tool):
    """The shares that agree, leniently and strictly, and what does not."""
    name, command, read_with, lexer = tool
    loose, strict, wrong = [0, 0], [0, 0], collections.Counter()
    worst = []
    for path in paths:
        text = read(path)
        try:
            theirs = list(read_with(command, lexer, text)) if text else []
        except ValueError as error:
            print(f"{name}: {path}: {error}")
            continue
        if "".join(piece for piece, _ in theirs).rstrip() != text.rstrip():
            continue  # they have changed it
        ours = our_classes(program, language, text)
        theirs = classes(theirs)
        same, count = compare(text, ours, theirs, False, wrong)
        loose[0] += same
        loose[1] += count
        strict[0] += compare(text, ours, theirs, True,
                             collections.Counter())[0]
        if count:
            worst.append((same / count, str(path)))
    share = loose[0] / loose[1] if loose[1] else 0
    strictly = strict[0] / loose[1] if loose[1] else 0
    return share, strictly, wrong, sorted(worst)[:5], loose[1]


def main():
    words = [word for word in sys.argv[1:] if word != "--details"]
    only = None
    if words[:1] == ["--language"]:
        only, words = words[1], words[2:]
    if len(words) < 2:
        sys.exit(__doc__)
    program, folders = words[0], words[1:]
    tools = [(name, shutil.which(command), read_with, column)
             for name, command, read_with, column in [
                 ("pygmentize", "pygmentize", pygmentize, 2),
                 ("chroma", "chroma", chroma, 2),
                 ("chroma", "chroma-v2", chroma, 2)]
             if shutil.which(command)]
    if not tools:
        print("skipped: neither pygmentize nor chroma is installed")
        return SKIPPED
    for language, endings, lexer in LANGUAGES:
        if only not in (None, language):
            continue
        paths = files(folders, endings)
        if not paths:
            continue
        for name, command, read_with, _ in tools:
            share, strictly, wrong, worst, count = measure(
                program, language, paths, (name, command, read_with, lexer))
            print(f"{language:11} {name:10} {100 * share:5.1f} % "
                  f"({100 * strictly:4.1f} %) of {count} in {len(paths)} files",
                  flush=True)
            if "--details" in sys.argv:
                for (one, other), times in wrong.most_common(6):
                    print(f"    {one:8} they {other:8} "
                          f"{100 * times / count:5.2f} %")
                for part, path in worst:
                    print(f"    {100 * part:5.1f} % {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
