#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Export and check decks that were made to break readers, within time limits.

    pathological.py DECKLE [NAME...]

With DECKLE_THOROUGH in the environment every deck goes through all of its
sizes and dialects, and through the checker; without, only through one of each.

Whatever the bytes are, the export succeeds, in time, with nothing on standard
error, and what comes out is UTF-8 without control characters. So does the
check, which may have something to say.
"""

import math
import os
import re
import resource
import signal
import subprocess
import sys

from lib.hostile import ATTACKS, PLAIN

# Of the processor, for one deck. Sanitizers cost a factor; DECKLE_SLOW says
# which. The clock only stops what sleeps: others may be busy, too.
SLOW = float(os.environ.get("DECKLE_SLOW", "1"))
SECONDS = 5 * SLOW
CLOCK_SECONDS = 20 * SECONDS

# Each deck once is enough from day to day; all sizes, all dialects and the
# checker take many minutes.
ONCE = not os.environ.get("DECKLE_THOROUGH")

ODD = re.compile("[\x00-\x09\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\r]")


def odd_output(output):
    """What is wrong with an export, or None."""
    try:
        text = output.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"output is not UTF-8: {error}"
    match = ODD.search(text)
    return f"output has {match.group(0)!r}" if match else None


def limit_time():
    seconds = math.ceil(SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))


def time_taken():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def run(command, deck, statuses):
    """What is wrong with what the command makes of a deck, or None."""
    begin = time_taken()
    try:
        done = subprocess.run(command, input=deck, capture_output=True,
                              timeout=CLOCK_SECONDS, check=False,
                              preexec_fn=limit_time)
    except subprocess.TimeoutExpired:
        return f"not done after {CLOCK_SECONDS:g} s"
    seconds = time_taken() - begin
    if done.returncode == -signal.SIGXCPU or seconds > SECONDS:
        return f"not done after {SECONDS:g} s of the processor"
    if done.returncode not in statuses:
        return f"exit {done.returncode}: {done.stderr[-300:]!r}"
    if done.stderr:
        return f"said {done.stderr[:300]!r}"
    if seconds > SECONDS / 2:
        print(f"{' '.join(command[1:])}: {seconds:.1f} s is close")
    return odd_output(done.stdout)


def commands(sizes, dialects):
    """The arguments for a deck, and the statuses they may end with."""
    for dialect in dialects:
        for size in sizes:
            yield (["export", "--size", size, "--dialect", dialect, "-"],
                   (0,))
        sizes = sizes[:1]
    yield ["check", "-"], (0, 1)


def decks():
    """All of them: name, deck, sizes, dialects."""
    for name, deck, sizes in PLAIN:
        yield name, deck, ["80x24", *sizes.split()], ["mdp", "markdown"]
    if SLOW > 3 and ONCE:
        return  # the others are meant to take long, not to do wrong
    for dialects, name, deck in ATTACKS:
        yield name, deck, ["80x24"], dialects.split()


def main():
    deckle, only = sys.argv[1], sys.argv[2:]
    runs, failed = 0, 0
    for name, deck, sizes, dialects in decks():
        if only and name not in only:
            continue
        if ONCE:
            sizes, dialects = sizes[-1:], dialects[:1]
        if isinstance(deck, str):
            deck = deck.encode("utf-8", "surrogateescape")
        todo = list(commands(sizes, dialects))
        for arguments, statuses in todo[:1] if ONCE else todo:
            wrong = run([deckle, *arguments], deck, statuses)
            runs += 1
            if wrong:
                failed += 1
                print(f"{name}, {' '.join(arguments)}: {wrong}")
    print(f"{runs} runs, {failed} failed")
    return 1 if failed or not runs else 0


sys.exit(main())
