#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hold the documents against the program.

    check_docs.py SOURCE_DIR DECKLE

- every ```deck block of docs/deck-format.md is followed by a ```picture block
  that is exactly what the program's text export makes of it;
- every option of --help and every key of action.h stands in the man page;
- the man page has no mandoc warning (skipped without mandoc);
- every file of include/ and src/ stands in the README's code map, and every
  file that the map names exists.
"""
import pathlib
import re
import shutil
import subprocess
import sys

FAILURES = []


def fail(where, what):
    FAILURES.append(f"{where}: {what}")


def export(deckle, deck):
    command = [deckle, "export", "--form-feed", "--slides", "1", "-"]
    # Snippets are too short to tell whose dialect they are.
    if not deck.startswith("%"):
        deck = "%dialect: mdp\n" + deck
    done = subprocess.run(command, input=deck.encode(), capture_output=True,
                          check=True, timeout=30)
    return done.stdout.decode()


def blocks(text):
    """Yield (line, info, content) of every fenced block."""
    fence, info, begin, content = None, "", 0, []
    for number, line in enumerate(text.split("\n"), 1):
        if fence is None:
            opened = re.match(r"(`{3,})(\w*)$", line)
            if opened:
                fence, info = opened.groups()
                begin, content = number, []
        elif line == fence:
            yield begin, info, "".join(part + "\n" for part in content)
            fence = None
        else:
            content.append(line)


def check_pictures(root, deckle):
    path = root / "docs" / "deck-format.md"
    deck, count = None, 0
    for line, info, content in blocks(path.read_text(encoding="utf-8")):
        where = f"{path.name}:{line}"
        if info == "deck":
            if deck is not None:
                fail(where, "the deck above has no picture")
            deck = content
        elif info == "picture":
            if deck is None:
                fail(where, "a picture of no deck")
                continue
            got = export(deckle, deck)
            if got != content:
                fail(where, f"the picture is stale; it should be\n{got}")
            deck, count = None, count + 1
    if count == 0:
        fail(path.name, "no deck and picture found")
    print(f"{count} pictures in {path.name}")


def check_man(root, deckle):
    page = (root / "docs" / "deckle.1").read_text(encoding="utf-8")
    plain = page.replace("\\-", "-").replace("\\&", "")
    usage = subprocess.run([deckle, "--help"], capture_output=True, check=True,
                           timeout=30).stdout.decode()
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


def check_mandoc(root):
    if not shutil.which("mandoc"):
        print("skipped: mandoc is not installed")
        return
    done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning",
                           str(root / "docs" / "deckle.1")],
                          capture_output=True, text=True, timeout=30)
    if done.stdout.strip() or done.returncode:
        fail("deckle.1", done.stdout.strip())


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
    root, deckle = pathlib.Path(sys.argv[1]), sys.argv[2]
    check_pictures(root, deckle)
    check_man(root, deckle)
    check_mandoc(root)
    check_map(root)
    print("\n".join(FAILURES))
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())
