#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Check that clang-format would leave every C file as it is.

    check_format.py ROOT

Other versions format differently: without version 14 this is skipped (77).
"""

import pathlib
import re
import shutil
import subprocess
import sys

VERSION = 14
SKIPPED = 77


def find_tool():
    for name in (f"clang-format-{VERSION}", "clang-format"):
        path = shutil.which(name)
        if not path:
            continue
        said = subprocess.run([path, "--version"], capture_output=True,
                              text=True, check=False).stdout
        if re.search(rf'version {VERSION}\.', said):
            return path
    return None


def main():
    root = pathlib.Path(sys.argv[1])
    tool = find_tool()
    if not tool:
        print(f"skipped: clang-format {VERSION} is not installed")
        return SKIPPED
    files = [path for part in ("src", "include", "tests")
             for path in sorted((root / part).rglob("*.[ch]"))]
    return subprocess.run([tool, "--dry-run", "-Werror", "--style=file",
                           *files], cwd=root, check=False).returncode


sys.exit(main())
