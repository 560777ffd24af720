#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
r"""Hold the documents against the program.

    check_docs.py [--update] SOURCE_DIR DECKLE

- every ```deck block of docs/*.md is followed by a ```picture block that is
  exactly what the program's text export makes of it, or by a ```warnings block
  that is exactly what `deckle check` prints for it, without the file's name,
  or by one of each;
- the tables of directives, keys, warnings and languages hold what the program
  knows, and nothing else;
- the table of docs/configuration.md holds the options that may stand in that
  file, and the man page names them there;
- the table of editors holds those of editor.c, each with its form;
- the tables of docs/themes.md hold the themes, the roles and the keys of a
  theme's sections;
- the tables of docs/remote.md hold the commands of --help, and the members of
  the status in their order;
- links of these pages and of README.md to files and headings have a target;
- every option of --help and every key of action.h stands in the man page;
- the man page has no mandoc warning (skipped without mandoc);
- every file of include/ and src/ stands in the README's code map, and every
  file that the map names exists.

With --update the pictures and warnings are written anew first.

The first slide of a deck is shown, read in the dialect that the page names in
a comment "<!-- dialect: NAME -->". Words behind ```deck say otherwise: the name
of a dialect ("auto": told by the deck itself), "all" for all slides, "steps"
for a screen for each step, "notes" for the notes as well, "big" for big titles
as they are drawn, "escapes" where \xHH is a byte, and a size such as 40x12. A block with the info string "file NAME" is
a file beside the decks of its page.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

FAILURES = []
DIALECTS = []  # the names of all


def fail(where, what):
    FAILURES.append(f"{where}: {what}")


def run(deckle, *words, status=(0,), cwd=None):
    done = subprocess.run([deckle, *words], capture_output=True, timeout=30,
                          check=False, cwd=cwd)
    if done.returncode not in status:
        sys.exit(f"deckle {' '.join(words)}: {done.stderr.decode()}")
    return done.stdout.decode()


# ---- decks, pictures and warnings ----

class Block:
    """A fenced block: its info string and its text, at a line of its page."""

    def __init__(self, info, line, content):
        self.kind, *self.words = info.split() or [""]
        self.line = line
        self.text = "".join(part + "\n" for part in content)


def parts(text):
    """Take a page apart: lines as they are, and fenced blocks."""
    fence, info, begin, content = None, "", 0, []
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        if fence is None:
            yield line
            opened = re.match(r"(`{3,})([^`]*)$", line)
            if opened:
                fence, info = opened.groups()
                begin, content = number, []
        elif line == fence:
            yield Block(info, begin, content)
            yield line
            fence = None
        else:
            content.append(line)


def options(block, dialect, where):
    """The words for an export of the deck, and those for a check."""
    common, slides = [], ["--slides", "1", "--form-feed"]
    for word in block.words:
        if word in DIALECTS:
            dialect = word
        elif word == "all":
            slides = []
        elif word == "steps":
            slides = ["--slides", "1", "--steps"]
        elif word == "notes":
            slides.append("--notes")
        elif word == "big":
            slides.append("--big")
        elif re.fullmatch(r"\d+x\d+", word):
            common += ["--size", word]
        elif word != "escapes":
            fail(where, f"{word}: not a word for a deck")
    if dialect is None:
        fail(where, "nobody says in which dialect the deck is")
    elif dialect != "auto":
        common += ["--dialect", dialect]
    return common + slides, common


def make(deckle, folder, kind, deck, dialect, where):
    name, source = "deck.md", deck.text.encode()
    if "escapes" in deck.words:
        source = re.sub(rb"\\x(..)", lambda m: bytes.fromhex(m[1].decode()),
                        source)
    (folder / name).write_bytes(source)
    export, check = options(deck, dialect, where)
    if kind == "picture":
        return run(deckle, "export", *export, name, cwd=folder)
    found = run(deckle, "check", *check, name, status=(0, 1), cwd=folder)
    return re.sub(rf"^{re.escape(name)}:", "", found, flags=re.M)


def check_page(path, deckle, folder):
    """Return what the page should be, and how much of it is made."""
    text = path.read_text(encoding="utf-8")
    said = re.search(r"^<!-- dialect: (\w+) -->$", text, re.M)
    deck, shown, count, out = None, True, 0, []
    for part in parts(text):
        if isinstance(part, str):
            out.append(part + "\n")
            continue
        where = f"{path.name}:{part.line}"
        if part.kind == "deck":
            if not shown:
                fail(where, "the deck above has no picture and no warnings")
            deck, shown = part, False
        elif part.kind == "file":
            file = folder / part.words[0]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(part.text, encoding="utf-8")
        elif part.kind in ("picture", "warnings") and deck is None:
            fail(where, "of no deck")
        elif part.kind in ("picture", "warnings"):
            got = make(deckle, folder, part.kind, deck, said and said[1],
                       where)
            if got != part.text:
                fail(where, f"stale {part.kind}; it should be\n{got}")
            part.text, shown, count = got, True, count + 1
        out.append(part.text)
    if not shown:
        fail(path.name, "the last deck has no picture and no warnings")
    return "".join(out), count


def check_pages(root, deckle, update):
    for path in sorted((root / "docs").glob("*.md")):
        before = len(FAILURES)
        with tempfile.TemporaryDirectory() as folder:
            text, count = check_page(path, deckle, pathlib.Path(folder))
        if update:
            path.write_text(text, encoding="utf-8")
            FAILURES[before:] = [failure for failure in FAILURES[before:]
                                 if ": stale " not in failure]
        print(f"{count} pictures and warnings in {path.name}")


# ---- tables ----

def rows(path, heading):
    """The cells of the tables below a heading, up to the next heading."""
    section = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)",
                        path.read_text(encoding="utf-8"), re.M | re.S)
    if not section:
        fail(path.name, f"there is no heading '{heading}'")
        return []
    found = [[cell.strip().replace("\\|", "|")
              for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
             for line in section[1].split("\n") if line.startswith("|")]
    return [row for row in found if re.match(r"`|\[", row[0])]


def compare(path, what, found, known):
    for name in sorted(set(known) - set(found)):
        fail(path.name, f"the table of {what} lacks {name}")
    for name in sorted(set(found) - set(known)):
        fail(path.name, f"the table of {what} has {name}, which is not known")


def check_directives(root, deckle):
    path = root / "docs" / "dialects.md"
    known = []
    for line in run(deckle, "check", "--list-directives").splitlines():
        cells = re.split(r" {2,}", line)
        argument = f"`{cells[1]}`" if len(cells) == 4 else ""
        known.append((f"`{cells[0]}`", argument, cells[-2]))
    compare(path, "directives",
            [tuple(row[:3]) for row in rows(path, "All directives")], known)


def check_editors(root):
    path = root / "docs" / "editors.md"
    source = (root / "src/present/editor.c").read_text(encoding="utf-8")
    table = source.split("} forms[] = {")[1].split("};")[0]
    known = []
    for names, form in re.findall(r'\{ ((?:"[^"]*"\s*)+),\s*"([^"]*)" \}',
                                  table):
        form = form.replace("{line}", "12").replace("{file}", "talk.md")
        known += [(name, form)
                  for name in "".join(re.findall(r'"([^"]*)"', names)).split()]
    found = [(name, row[0].strip("`"))
             for row in rows(path, "From a slide to its source")
             for name in re.findall(r"`([^`]+)`", row[1])]
    compare(path, "editors", found, known)


def check_keys(root):
    path = root / "docs" / "dialects.md"
    settings = (root / "src/source/settings.c").read_text(encoding="utf-8")
    known = re.findall(r'^\t\{ "([\w.-]+)", set_', settings, re.M)
    compare(path, "keys", [row[0] for row in rows(path, "All keys")],
            [f"`{key}`" for key in [*known, "dialect"]])
    path = root / "docs" / "deck-format.md"
    header = (root / "src/source/header.c").read_text(encoding="utf-8")
    known = re.findall(r'STR\("(\w+)"\), set_', header)
    compare(path, "header lines", [row[0] for row in rows(path, "Header")],
            [f"`{key}`" for key in known])


def check_themes(root, deckle):
    path = root / "docs" / "themes.md"

    def names(heading):
        return [name for row in rows(path, heading)
                for name in re.findall(r"`([^`]+)`", row[0])]

    known = [line.split()[0] for line in run(deckle, "themes").splitlines()]
    compare(path, "themes", names("Choosing one"), known)
    source = (root / "src/layout/theme_file.c").read_text(encoding="utf-8")
    style = (root / "include/layout/style.h").read_text(encoding="utf-8")
    roles = [name.lower().replace("_", "-")
             for name in re.findall(r"X\((\w+), '", style)]
    for section in ("theme", "roles", "glyphs", "slide", "bars"):
        keys = re.findall(rf'SECTION_{section.upper()}, "([\w-]+)"', source)
        if section == "roles":
            keys += roles
        compare(path, f"keys of [{section}]", names(f"[{section}]"), keys)


def check_configuration(root):
    path = root / "docs" / "configuration.md"
    source = (root / "src/app/option.c").read_text(encoding="utf-8")
    table = source.split("options[] = {\n")[1].split("\n};")[0]
    known = [re.search(r'"([\w-]+)"', row)[1]
             for row in re.split(r"(?<= \}),\n", table)
             if not re.search(r"NULL \},?$", row)]
    compare(path, "keys", [row[0].strip("`") for row in rows(path, "Keys")],
            known)
    page = (root / "docs" / "deckle.1").read_text(encoding="utf-8")
    section = page.split(".Sh CONFIGURATION")[1].split(".Sh ")[0]
    for key in known:
        if not re.search(rf"(?<![\w-]){key}(?![\w-])", section):
            fail("deckle.1", f"{key} is not described in CONFIGURATION")


def check_warnings(root, deckle):
    path = root / "docs" / "warnings.md"
    known = [tuple(re.split(r" {2,}", line, maxsplit=1)) for line in
             run(deckle, "check", "--list-warnings").splitlines()]
    compare(path, "warnings",
            [(re.sub(r"\[(.*)\]\(.*\)", r"\1", row[0]), row[1].strip("`"))
             for row in rows(path, "All warnings")], known)
    headings = re.findall(r"^### (\S+)$", path.read_text(encoding="utf-8"),
                          re.M)
    compare(path, "sections", headings, [name for name, _ in known])


def check_languages(root):
    path = root / "docs" / "deck-format.md"
    known = []
    for source in (root / "src/code").glob("*.c"):
        text = source.read_text(encoding="utf-8")
        for strings in re.findall(r'\.names = ((?:"[^"]*"\s*)+),', text):
            names = "".join(re.findall(r'"([^"]*)"', strings)).split()
            if names:
                known.append(tuple(f"`{name}`" for name in names))
    compare(path, "languages",
            [(row[0], *row[1].split()) for row in rows(path, "Languages")],
            known)


def check_remote(root, deckle):
    path = root / "docs" / "remote.md"
    help_text = run(deckle, "--help").partition("Commands of remote:\n")[2]
    known = [tuple(re.split(r" {2,}", line.strip(), maxsplit=1))
             for line in help_text.splitlines()]
    found = rows(path, "Commands")
    compare(path, "commands", [(row[0].strip("`"), row[2]) for row in found],
            known)
    for command, request, _ in found:
        word = re.match(r'`\{"command":"(\w+)".*\}`$', request)
        if not word or word[1] != command.strip("`").split()[0]:
            fail(path.name, f"{request} does not ask for {command}")
    status = (root / "src/remote/status.c").read_text(encoding="utf-8")
    known = re.findall(r"MEMBER\((\w+), [A-Z]+\)", status)
    found = [row[0].strip("`") for row in rows(path, "The status")]
    if found != known:
        fail(path.name, f"the status has {known}, the table {found}")


# ---- links ----

def anchors(path):
    """The names by which headings can be linked to."""
    text = path.read_text(encoding="utf-8")
    lines = [part for part in parts(text) if isinstance(part, str)]
    names = [re.sub(r"[^\w -]", "", line.lstrip("# ").lower())
             for line in lines if re.match(r"#{1,6} ", line)]
    return {name.replace(" ", "-") for name in names}


def check_links(path):
    lines = [part for part in parts(path.read_text(encoding="utf-8"))
             if isinstance(part, str)]
    prose = re.sub(r"(`+).+?\1", "", "\n".join(lines), flags=re.S)
    for target in re.findall(r"\]\(([^)\s]+)\)", prose):
        name, _, anchor = target.partition("#")
        if re.match(r"\w+:", name):
            continue
        file = path.parent / name if name else path
        if not file.exists():
            fail(path.name, f"the link to {target} leads nowhere")
        elif anchor and anchor not in anchors(file):
            fail(path.name, f"the link to {target} leads to no heading")


# ---- the man page ----

def check_man(root, deckle):
    page = (root / "docs" / "deckle.1").read_text(encoding="utf-8")
    plain = page.replace("\\-", "-").replace("\\&", "")
    usage = run(deckle, "--help")
    for name in re.findall(r"--([a-z-]+)", usage):
        if f"-{name}" not in plain:
            fail("deckle.1", f"--{name} is not described")
    actions = (root / "include/present/action.h").read_text(encoding="utf-8")
    for keys in re.findall(r'X\(\w+, "([^"]+)"', actions):
        for key in keys.split():
            name = re.sub(r"^C-(.)$", lambda m: f"Ctrl-{m[1].upper()}", key)
            if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", plain) and \
                    key not in "12345678":
                fail("deckle.1", f"the key {name} is not described")
    for word in re.findall(r"^  ([a-z]+)", usage.partition(
            "Commands of remote:")[2], re.M):
        if not re.search(rf"^\.It Cm {word}\b", plain, re.M):
            fail("deckle.1", f"the command {word} of remote is not described")
    for name in DIALECTS:
        if not re.search(rf"\b{name}\b", plain):
            fail("deckle.1", f"the dialect {name} is not named")


def check_mandoc(root):
    if not shutil.which("mandoc"):
        print("skipped: mandoc is not installed")
        return
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning",
                           str(root / "docs" / "deckle.1")],
                          capture_output=True, text=True, timeout=30)
    if done.stdout.strip() or done.returncode:
        fail("deckle.1", done.stdout.strip())


# ---- the code map ----

def check_map(root):
    readme = (root / "README.md").read_text(encoding="utf-8")
    files = [path for top in ("include", "src")
             for path in (root / top).rglob("*.[ch]")]
    stems = {path.stem for path in files}
    for stem in sorted(stems):
        if not re.search(rf"\b{re.escape(stem)}\b", readme):
            fail("README.md", f"the code map does not name {stem}")
    for name in re.findall(r"\b(\w+)\.[ch]\b", readme):
        known = stems | {p.stem for p in (root / "tests").rglob("*.[ch]")}
        if name not in known:
            fail("README.md", f"the code map names {name}, which is not there")


def main():
    words = [word for word in sys.argv[1:] if word != "--update"]
    root, deckle = pathlib.Path(words[0]), str(pathlib.Path(words[1]).resolve())
    dialects = (root / "include/deck/dialect.h").read_text(encoding="utf-8")
    DIALECTS.extend(re.findall(r'X\(\w+, "(\w+)"', dialects))
    check_pages(root, deckle, "--update" in sys.argv)
    check_directives(root, deckle)
    check_keys(root)
    check_themes(root, deckle)
    check_configuration(root)
    check_editors(root)
    check_warnings(root, deckle)
    check_languages(root)
    check_remote(root, deckle)
    for path in [root / "README.md", *(root / "docs").glob("*.md")]:
        check_links(path)
    check_man(root, deckle)
    check_mandoc(root)
    check_map(root)
    print("\n".join(FAILURES))
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
