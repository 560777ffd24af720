#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check what the directory tree promises about the sources.

  layer     a file includes headers of its own directory or of a lower layer
  mirror    src/X/y.c has include/X/y.h and includes it first
  foreign   one foreign thing lives in one file
  mutable   no mutable variables outside functions, none that outlive a call
  length    a file above 600 lines is two files

Prints file:line: reason for every breach.

    check_layers.py ROOT          check the tree at ROOT
    check_layers.py --self-test   show that every rule can fail
"""

import pathlib
import re
import sys

LAYERS = {"base": 0, "remote": 1, "code": 2, "picture": 3, "deck": 4,
          "source": 5, "markup": 6, "slide": 7, "layout": 8, "backend": 9,
          "present": 10, "app": 11}
LINES_MAX = 600

# How slides are read is nobody's business but the readers': from layout on,
# this is all that is known of it.
READERS = {"source", "markup", "slide"}
READING = "slide/read.h"

# What the screen is made of: no backend of its own, known to it alone; the
# painter and the outlet know one, too.
SCREEN = {"src/backend/screen.c", "include/backend/screen.h",
          "src/backend/paint.c", "include/backend/outlet.h"}
SCREEN_PARTS = {"backend/paint.h", "backend/direct.h", "backend/answer.h",
                "backend/graphics.h", "backend/input.h",
                "backend/outlet.h", "backend/strip.h"}

# Headers that only declare: there is nothing to put into a source file.
HEADERS_ALONE = {"include/present/action.h"}

# Sources that keep what another header says, where the system is another one.
INSTEAD = {"src/present/notify_none.c": "present/notify",
           "src/picture/sandbox_none.c": "picture/sandbox",
           "src/picture/sixel_none.c": "picture/sixel"}

# What may be named in which files only.
FOREIGN = [
    (r'#\s*include\s*<(n?curses|ncursesw/\w+|term)\.h>', "ncurses",
     {"include/backend/strip.h", "src/backend/input.c", "src/backend/paint.c",
      "src/backend/screen.c"}),
    (r'#\s*include\s*<cmark\.h>', "libcmark", 
     {"src/markup/inline.c", "src/slide/outline.c"}),
    (r'#\s*include\s*<utf8proc\.h>', "utf8proc",
     {"src/base/glyph.c", "src/deck/definition.c"}),
    (r'#\s*include\s*<(sys/(inotify|vfs|statfs)|linux/\w+)\.h>', "Linux",
     {"src/present/notify.c", "src/picture/sandbox.c"}),
    (r'#\s*include\s*<jansson\.h>', "jansson", {"src/base/json.c"}),
    (r'#\s*include\s*<stb/\w+\.h>', "decoding images",
     {"src/picture/decode.c", "src/picture/encode.c"}),
    (r'#\s*include\s*<chafa\.h>', "libchafa", {"src/picture/sixel.c"}),
    (r'\b(secure_)?getenv\s*\(', "the environment", {"src/app/config.c"}),
    (r'(?<!\w)exit\s*\(', "exit", {"src/main.c"}),
    (r'\b(_exit|_Exit|quick_exit)\s*\(', "_exit",
     {"src/picture/worker.c", "src/present/filter.c"}),
    (r'(?<!\w)abort\s*\(', "abort", {"src/base/die.c"}),
    (r'(?<!\w)(clock_gettime|gettimeofday|time)\s*\(', "the clock",
     {"src/present/present.c"}),
    (r'(?<!\w)(p?poll|p?select|epoll_wait)\s*\(', "waiting",
     {"src/present/present.c"}),
    (r'(?<!\w)(u|nano)?sleep\s*\(', "sleeping", {"src/remote/address.c"}),
]

# The variables that have nobody to hand them a pointer.
MUTABLE = {"src/base/die.c", "src/present/signals.c"}


def without_comments(text):
    """The text with comments and string contents blanked, lines kept."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''

    def blank(match):
        piece = match.group(0)
        if piece[0] in "\"'":
            return piece[0] * 2
        return re.sub(r'[^\n]', ' ', piece)

    return re.sub(pattern, blank, text, flags=re.S)


def includes(text):
    """(line, name) of every include, <name> or "name"."""
    for number, line in enumerate(text.splitlines(), 1):
        match = re.match(r'\s*#\s*include\s*([<"][^>"]*[>"])', line)
        if match:
            yield number, match.group(1)


def check_layer(path, text):
    part = path.split("/")[1]
    own = re.sub(r'^(src|include)/|\.[ch]$', '', path) + ".h"
    for number, name in includes(text):
        target = name.strip('<>"')
        where = target.split("/")[0]
        if name[0] == "<" or "/" not in target or part not in LAYERS:
            continue
        if where not in LAYERS:
            yield number, f"{target} is in no layer"
        elif LAYERS[where] > LAYERS[part]:
            yield number, f"{part} must not know {target}"
        elif path in SCREEN and target in SCREEN_PARTS:
            continue
        elif where == part == "backend" and target != own:
            yield number, f"backends must not know each other: {target}"
        elif where in READERS and target != READING and \
                LAYERS[part] > LAYERS["slide"]:
            yield number, f"{part} must not know how slides are read: {target}"


def check_mirror(path, text, tree):
    stem = INSTEAD.get(path) or re.sub(r'^(src|include)/|\.[ch]$', '', path)
    header, source = f"include/{stem}.h", f"src/{stem}.c"
    if path.endswith(".h"):
        if path == header and source not in tree and \
                path not in HEADERS_ALONE:
            yield 1, f"there is no {source}"
        return
    if path == "src/main.c":
        return
    if header not in tree:
        yield 1, f"there is no {header}"
        return
    first = next(includes(text), (1, "nothing"))
    if first[1] != f'"{stem}.h"':
        yield first[0], f"{stem}.h must be included first"


def check_foreign(path, text):
    for number, line in enumerate(text.splitlines(), 1):
        for pattern, what, homes in FOREIGN:
            if path not in homes and re.search(pattern, line):
                yield number, f"{what} belongs to " + \
                    (", ".join(sorted(homes)) or "nobody")


def statements(text):
    """(line, statement) of what stands outside functions.

    Braces are kept as {}, preprocessor lines and macro calls are dropped;
    function bodies come as ("body", line, text).
    """
    text = re.sub(r'^[ \t]*#(?:[^\n]*\\\n)*[^\n]*',
                  lambda m: re.sub(r'[^\n]', ' ', m.group(0)), text,
                  flags=re.M)
    text = re.sub(r'^[A-Z_]+\([^;{]*?\)$',
                  lambda m: re.sub(r'[^\n]', ' ', m.group(0)), text,
                  flags=re.M)
    depth, begin, body = 0, 0, 0
    item = ""
    for at, char in enumerate(text):
        if char == "{":
            if depth == 0:
                body = at
                item += "{"
            depth += 1
        elif char == "}":
            depth -= 1
            if depth == 0:
                item += "}"
                if re.search(r'\)\s*\{\}$', item) and "=" not in item:
                    yield "body", text.count("\n", 0, body) + 1, \
                        text[body:at]
                    item = ""
        elif depth == 0 and char == ";":
            line = text.count("\n", 0, begin) + 1
            yield "statement", line, " ".join(item.split())
            item = ""
        elif depth == 0:
            if not item.strip():
                begin = at
            item += char


def is_constant(declaration):
    """Whether what a declaration declares can never be written to."""
    left = declaration.split("=")[0]
    if "(*" in left:
        return "(*const" in left
    left = re.sub(r'\{\}', '', left)
    if "*" in left:
        return left[left.rindex("*") + 1:].split()[:1] == ["const"]
    return "const" in left.split()


def is_variable(statement):
    if re.match(r'(typedef|extern|_Static_assert|_Noreturn)\b', statement):
        return False
    if re.match(r'(struct|union|enum)\b[^={]*(\{\})?$', statement) and \
            not re.match(r'(struct|union|enum)\s+\w+\s+\*?\w', statement):
        return False
    left = statement.split("=")[0]
    return "(" not in left or "(*" in left.split(")")[0]


def check_mutable(path, text):
    for kind, line, piece in statements(text):
        if kind == "body":
            for match in re.finditer(r'\bstatic\b([^;={]*)', piece):
                if not is_constant(match.group(1).strip()):
                    yield line + piece.count("\n", 0, match.start()), \
                        "a static that outlives the call"
        elif path.endswith(".c") and path not in MUTABLE and \
                is_variable(piece) and not is_constant(piece):
            yield line, "a mutable variable outside functions"


def check_length(path, text):
    lines = text.count("\n")
    if lines > LINES_MAX:
        yield LINES_MAX + 1, f"{lines} lines: more than {LINES_MAX}"


def check(tree):
    """Every breach in a tree {path: text}, as "file:line: reason"."""
    for path, text in sorted(tree.items()):
        plain = without_comments(text)
        # Includes keep their names: strings are blanked in `plain`.
        found = [*check_layer(path, text), *check_mirror(path, text, tree),
                 *check_foreign(path, plain), *check_mutable(path, plain),
                 *check_length(path, text)]
        for line, reason in sorted(set(found)):
            yield f"{path}:{line}: {reason}"


def read_tree(root):
    return {str(path.relative_to(root)): path.read_text("utf-8")
            for part in ("src", "include")
            for path in (root / part).rglob("*.[ch]")}


CLEAN = {
    "src/main.c": 'int main(void)\n{\n\texit(0);\n}\n',
    "include/base/a.h": 'int a(void);\n',
    "src/base/a.c": '/* exit(1) */\n#include "base/a.h"\n'
                    'static const char *const names[] = { "getenv(" };\n'
                    'static bool (*const calls[])(int) = { 0 };\n'
                    'enum { A, B };\nstruct pair {\n\tint x;\n};\n'
                    'static int twice(int x)\n{\n'
                    '\tstatic const int two = 2;\n\treturn two * x;\n}\n',
    "include/deck/b.h": '#include "base/a.h"\n',
    "src/deck/b.c": '#include "deck/b.h"\n',
    "include/present/notify.h": '',
    "src/present/notify.c": '#include "present/notify.h"\n'
                            '#include <sys/inotify.h>\n'
                            '#include <sys/vfs.h>\n',
    "src/present/notify_none.c": '#include "present/notify.h"\n',
    "include/backend/c.h": '', "src/backend/c.c": '#include "backend/c.h"\n',
    "include/backend/d.h": '', "src/backend/d.c": '#include "backend/d.h"\n',
}

B = '#include "deck/b.h"\n'

# name, path, new text (None: removed), what must be said
BREACHES = [
    ("a higher layer", "include/base/a.h", '#include "deck/b.h"\n',
     "include/base/a.h:1: base must not know deck/b.h"),
    ("a reader", "src/backend/d.c",
     '#include "backend/d.h"\n#include "slide/mdp.h"\n',
     "src/backend/d.c:2: backend must not know how slides are read: "
     "slide/mdp.h"),
    ("an unknown layer", "include/base/a.h", '#include "util/u.h"\n',
     "include/base/a.h:1: util/u.h is in no layer"),
    ("another backend", "src/backend/d.c",
     '#include "backend/d.h"\n#include "backend/c.h"\n',
     "src/backend/d.c:2: backends must not know each other: backend/c.h"),
    ("no header", "include/deck/b.h", None,
     "src/deck/b.c:1: there is no include/deck/b.h"),
    ("no source", "src/deck/b.c", None,
     "include/deck/b.h:1: there is no src/deck/b.c"),
    ("header not first", "src/deck/b.c", '#include <stdio.h>\n' + B,
     "src/deck/b.c:1: deck/b.h must be included first"),
    ("ncurses", "src/deck/b.c", B + '#include <ncurses.h>\n',
     "src/deck/b.c:2: ncurses belongs to include/backend/strip.h, "
     "src/backend/input.c"),
    ("terminfo", "src/deck/b.c", B + '#include <term.h>\n',
     "src/deck/b.c:2: ncurses belongs to include/backend/strip.h, "
     "src/backend/input.c"),
    ("libcmark", "src/deck/b.c", B + '#include <cmark.h>\n',
     "src/deck/b.c:2: libcmark belongs to src/markup/inline.c"),
    ("utf8proc", "src/deck/b.c", B + '#include <utf8proc.h>\n',
     "src/deck/b.c:2: utf8proc belongs to"),
    ("inotify", "src/present/notify_none.c",
     '#include "present/notify.h"\n#include <sys/inotify.h>\n',
     "src/present/notify_none.c:2: Linux belongs to src/picture/sandbox.c, "
     "src/present/notify.c"),
    ("statfs", "src/deck/b.c", B + '#include <sys/statfs.h>\n',
     "src/deck/b.c:2: Linux belongs to src/picture/sandbox.c, "
     "src/present/notify.c"),
    ("a header that is not kept", "src/present/notify_none.c",
     '#include <stddef.h>\n#include "present/notify.h"\n',
     "src/present/notify_none.c:1: present/notify.h must be included first"),
    ("jansson", "src/deck/b.c", B + '#include <jansson.h>\n',
     "src/deck/b.c:2: jansson belongs to src/base/json.c"),
    ("getenv", "src/deck/b.c", B + 'char *f(void)\n{\n\treturn '
     'getenv("X");\n}\n', "src/deck/b.c:4: the environment belongs to"),
    ("exit", "src/deck/b.c", B + 'void f(void)\n{\n\texit(1);\n}\n',
     "src/deck/b.c:4: exit belongs to src/main.c"),
    ("_exit", "src/main.c", 'int main(void)\n{\n\t_exit(1);\n}\n',
     "src/main.c:3: _exit belongs to src/picture/worker.c, "
     "src/present/filter.c"),
    ("abort", "src/deck/b.c", B + 'void f(void)\n{\n\tabort();\n}\n',
     "src/deck/b.c:4: abort belongs to src/base/die.c"),
    ("a clock", "src/deck/b.c", B + 'long f(void)\n{\n\treturn time(0);\n}\n',
     "src/deck/b.c:4: the clock belongs to src/present/present.c"),
    ("waiting", "src/deck/b.c", B + 'void f(void)\n{\n\tpoll(0, 0, 1);\n}\n',
     "src/deck/b.c:4: waiting belongs to src/present/present.c"),
    ("sleeping", "src/deck/b.c", B + 'void f(void)\n{\n\tsleep(1);\n}\n',
     "src/deck/b.c:4: sleeping belongs to src/remote/address.c"),
    ("a static", "src/deck/b.c", B + '\nstatic int count;\n',
     "src/deck/b.c:3: a mutable variable outside functions"),
    ("a global", "src/deck/b.c", B + 'int count = 3;\n',
     "src/deck/b.c:2: a mutable variable outside functions"),
    ("a pointer to constants", "src/deck/b.c",
     B + 'static const char *name = "x";\n',
     "src/deck/b.c:2: a mutable variable outside functions"),
    ("an unnamed struct", "src/deck/b.c",
     B + 'static struct {\n\tint x;\n} state;\n',
     "src/deck/b.c:2: a mutable variable outside functions"),
    ("a table of functions", "src/deck/b.c",
     B + 'static int (*calls[])(int) = { f };\n',
     "src/deck/b.c:2: a mutable variable outside functions"),
    ("a function's static", "src/deck/b.c",
     B + 'int f(void)\n{\n\tstatic int calls;\n\treturn calls++;\n}\n',
     "src/deck/b.c:4: a static that outlives the call"),
    ("a long file", "src/deck/b.c", B + '\n' * 600,
     "src/deck/b.c:601: 601 lines: more than 600"),
]


def self_test():
    failed = list(check(CLEAN))
    for name, path, text, want in BREACHES:
        tree = dict(CLEAN)
        if text is None:
            del tree[path]
        else:
            tree[path] = text
        found = list(check(tree))
        if not any(line.startswith(want) for line in found):
            failed.append(f"{name}: wanted {want!r}, got {found}")
        if len(found) != 1:
            failed.append(f"{name}: wanted one breach, got {found}")
    return failed


def main():
    if sys.argv[1:] == ["--self-test"]:
        found = self_test()
    elif len(sys.argv) == 2:
        found = list(check(read_tree(pathlib.Path(sys.argv[1]))))
    else:
        sys.exit(__doc__)
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


main()
