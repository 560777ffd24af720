#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""deckle remote: which talk it asks, what it prints, and its exit status.

    remote.py DECKLE

The talks are played by this program: sockets in a folder of its own, where the
client looks for them, that say what a test wants them to say.
"""
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import threading
import unittest

DECKLE = str(pathlib.Path(sys.argv.pop(1)).resolve())


def socket_name(deck, number):
    """The name of the socket of a deck, as docs/remote.md has it."""
    shown = "stdin" if deck == "-" else re.sub(
        r"[^\w.-]", "_", deck.rsplit("/", 1)[-1], flags=re.ASCII)[:24]
    value = 0xcbf29ce484222325
    for byte in os.fsencode(deck):
        value = (value ^ byte) * 0x100000001b3 % 2 ** 64
    again = f"-{number}" if number > 1 else ""
    return f"{shown}-{value:016x}{again}.sock"


class Talk(threading.Thread):
    """A talk that replies to any number of clients, one after the other."""

    def __init__(self, path, deck, refusal=None, after=(), close=False):
        super().__init__(daemon=True)
        self.path, self.deck, self.refusal = str(path), str(deck), refusal
        self.after, self.close_at_once = after, close
        self.heard = []
        self.asked = []  # what of it was more than a question
        self.server = socket.socket(socket.AF_UNIX)
        self.server.bind(self.path)
        self.server.listen()
        self.start()

    def reply(self, request):
        if self.refusal and request["command"] != "status":
            return {"ok": False, "error": self.refusal}
        return {"ok": True, "deck": self.deck, "slide": 3, "title": "日本"}

    def serve(self, client):
        if self.close_at_once:
            return
        for line in client.makefile("rb"):
            request = json.loads(line)
            self.heard.append(request)
            if request["command"] != "status":
                self.asked.append(request)
            text = json.dumps(self.reply(request), ensure_ascii=False) + "\n"
            client.sendall(text.encode())
            if request["command"] == "watch":
                for change in self.after:
                    client.sendall(change.encode() + b"\n")
                return

    def run(self):
        while True:
            try:
                client, _ = self.server.accept()
            except OSError:
                return
            with client:
                try:
                    self.serve(client)
                except OSError:
                    pass  # a client that only looks who is there

    def end(self):
        self.server.shutdown(socket.SHUT_RDWR)
        self.join()
        self.server.close()


class Remote(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name).resolve()
        self.sockets = self.folder / "deckle"

    def make_folder(self):
        self.sockets.mkdir(mode=0o700, exist_ok=True)

    def deck(self, name):
        path = self.folder / name
        path.touch()
        return path

    def talk(self, deck, number=1, **more):
        self.make_folder()
        talk = Talk(self.sockets / socket_name(str(deck), number), deck, **more)
        self.addCleanup(talk.end)
        return talk

    def run_remote(self, *words, **more):
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(self.folder)}
        return subprocess.run([DECKLE, "remote", *map(str, words)],
                              stdin=subprocess.DEVNULL, capture_output=True,
                              text=True, encoding="utf-8", timeout=60,
                              check=False, env=environment, cwd=self.folder,
                              **more)

    def remote(self, *words, status=0, errors=""):
        done = self.run_remote(*words)
        self.assertEqual(done.stderr, errors)
        self.assertEqual(done.returncode, status)
        return done.stdout

    def refused(self, *words, errors, status=1):
        self.assertEqual(self.remote(*words, status=status, errors=errors), "")

    # ---- one talk ----

    def test_prints_the_reply(self):
        talk = self.talk("/a.md")
        want = '{"ok": true, "deck": "/a.md", "slide": 3, "title": "日本"}\n'
        for words, request in [
                (["next"], {"command": "next"}),
                (["prev"], {"command": "prev"}),
                (["goto", "7"], {"command": "goto", "slide": 7}),
                (["step", "2"], {"command": "step", "step": 2}),
                (["line", "12"], {"command": "line", "line": 12}),
                (["first"], {"command": "first"}),
                (["last"], {"command": "last"}),
                (["blank"], {"command": "blank"}),
                (["blank", "off"], {"command": "blank", "on": False}),
                (["reload"], {"command": "reload"}),
                (["quit"], {"command": "quit"})]:
            with self.subTest(words=words):
                self.assertEqual(self.remote(*words), want)
                self.assertEqual(talk.asked.pop(), request)
        self.assertEqual(self.remote("status"), want)

    def test_tells_a_refusal(self):
        self.talk("/a.md", refusal="there is no slide 9")
        self.refused("goto", 9, errors="deckle: there is no slide 9\n")

    def test_shows_no_control_characters(self):
        self.talk("/a.md", refusal="no\x1b[2J\nway")
        self.refused("next", errors="deckle: no␛[2J␊way\n")

    def test_a_talk_that_ends(self):
        talk = self.talk("/a.md", close=True)
        self.refused("next", errors=f"deckle: {talk.path}: the talk has "
                     "ended\n")

    def test_names_files_from_the_root_on(self):
        talk = self.talk("/a.md")
        part = self.deck("part.md")
        (self.folder / "link.md").symlink_to(part)
        for name, want in [("part.md", part), ("./part.md", part),
                           (part, part), ("link.md", part),
                           ("gone.md", self.folder / "gone.md"),
                           ("/no/such.md", "/no/such.md")]:
            with self.subTest(name=name):
                self.remote("line", 3, name)
                self.assertEqual(talk.asked.pop(), {
                    "command": "line", "line": 3, "file": str(want)})

    def test_watches(self):
        changes = ['{"event":"change","slide":4}', "",
                   '{"event":"end","slide":4,"over":true}']
        self.talk("/a.md", after=changes)
        lines = self.remote("watch").splitlines()
        self.assertTrue(lines[0].startswith('{"ok": true,'))
        self.assertEqual(lines[1:], changes)

    def test_may_not_watch(self):
        self.talk("/a.md", refusal="too many clients")
        self.refused("watch", errors="deckle: too many clients\n")

    # ---- none ----

    def test_no_talk(self):
        for made in False, True:
            if made:
                self.make_folder()
            for words in ["next"], ["--list"], ["line", "1", "a.md"], \
                    ["--deck", "a.md", "next"]:
                with self.subTest(made=made, words=words):
                    self.refused(*words, errors="deckle: no talk is running\n")

    def test_removes_what_was_left_behind(self):
        self.make_folder()
        path = self.sockets / "killed.sock"
        with socket.socket(socket.AF_UNIX) as left:
            left.bind(str(path))
        self.refused("next", errors="deckle: no talk is running\n")
        self.assertFalse(path.exists())

    def test_does_not_trust_an_open_folder(self):
        self.talk("/a.md")
        self.sockets.chmod(0o755)
        self.refused("next", status=2, errors=f"deckle: {self.sockets}: "
                     "open to others; it must have mode 700\n")

    # ---- several ----

    def two_talks(self, **more):
        return [self.talk(self.deck(f"{name}.md"), **more)
                for name in "ab"]

    def test_lists_talks(self):
        one, two = self.two_talks()
        odd = self.talk("/odd\x1b\n.md")
        self.assertEqual(self.remote("--list"),
                         f"{one.deck}\t{one.path}\n{two.deck}\t{two.path}\n"
                         f"/odd␛␊.md\t{odd.path}\n")
        one.close_at_once = True
        self.assertEqual(self.remote("--list").splitlines()[0],
                         f"(does not answer)\t{one.path}")

    def test_several_talks(self):
        one, two = self.two_talks()
        self.refused("next", errors="deckle: several talks are running; say "
                     "which with --deck:\n"
                     f"{one.deck}\t{one.path}\n{two.deck}\t{two.path}\n")
        self.assertEqual(one.asked + two.asked, [])

    def test_chooses_by_the_deck(self):
        one, two = self.two_talks()
        link = self.folder / "link.md"
        link.symlink_to(two.deck)
        for name in "b.md", two.deck, link, two.path:
            with self.subTest(name=name):
                self.remote("--deck", name, "next")
                self.assertEqual(two.asked.pop(), {"command": "next"})
        self.refused("--deck", "c.md", "next", errors="deckle: c.md: no "
                     "running talk shows this deck\n")
        self.assertEqual(one.asked + two.asked, [])

    def test_asks_no_talk_that_is_not_meant(self):
        one, two = self.two_talks()
        for words in ["--deck", "a.md", "next"], ["line", "2", "a.md"]:
            with self.subTest(words=words):
                self.remote(*words)
        self.assertEqual(len(one.asked), 2)
        self.assertEqual(two.heard, [])

    def test_chooses_a_deck_whose_name_is_not_utf8(self):
        self.two_talks()
        talk = self.talk(self.deck("caf\udce9.md"))
        talk.deck = "caf\ufffd.md"
        self.remote("--deck", "caf\udce9.md", "next")
        self.assertEqual(talk.asked, [{"command": "next"}])

    def test_chooses_a_deck_from_a_pipe(self):
        self.two_talks()
        talk = self.talk("-")
        self.remote("--deck", "-", "next")
        self.assertEqual(talk.asked, [{"command": "next"}])

    def test_the_same_deck_twice(self):
        deck = self.deck("a.md")
        one, two = [self.talk(deck, number) for number in (2, 1)]
        self.talk(self.deck("c.md"))
        self.refused("--deck", deck, "next", errors="deckle: several talks "
                     "are running; say which with --deck:\n"
                     f"{deck}\t{one.path}\n{deck}\t{two.path}\n")
        self.remote("--deck", two.path, "next")
        self.assertEqual([one.asked, two.asked], [[], [{"command": "next"}]])

    def test_chooses_by_the_file_of_a_line(self):
        one, two = self.two_talks()
        self.remote("line", 12, "b.md")
        self.assertEqual(one.asked, [])
        self.assertEqual(two.asked, [{"command": "line", "line": 12,
                                      "file": two.deck}])

    def test_asks_all_for_an_included_file(self):
        one, two = self.two_talks()
        part = str(self.deck("part.md"))
        one.refusal = "not a part of this deck"
        self.assertIn(two.deck, self.remote("line", 12, "part.md"))
        self.assertEqual([asked.asked[-1]["file"] for asked in (one, two)],
                         [part, part])
        two.refusal = one.refusal
        self.refused("line", 12, "part.md", errors="deckle: part.md: no "
                     "running talk shows this file\n")

    def test_a_line_of_one_talk_among_several(self):
        one, two = self.two_talks()
        self.remote("--deck", "a.md", "line", 12, "part.md")
        self.assertEqual(len(one.asked), 1)
        self.assertEqual(two.asked, [])

    # ---- the command line ----

    def test_usage(self):
        for words, text in [([], "remote: no command (see --help)"),
                            (["nxt"], "nxt: no command of remote "
                             "(see --help)"),
                            (["--list", "next"],
                             "next: --list takes no command"),
                            (["--size", "1x1"], "--size: an option of deckle "
                             "preview, export or check"),
                            (["--deck"], "--deck: FILE is missing "
                             "(see --help)")]:
            with self.subTest(words=words):
                self.refused(*words, status=2, errors=f"deckle: {text}\n")

    def test_help(self):
        text = self.remote("--help")
        self.assertIn("  goto N ", text)
        self.assertIn("  blank [on|off] ", text)

    def test_tells_that_nothing_can_be_printed(self):
        self.talk("/a.md")
        environment = {**os.environ, "XDG_RUNTIME_DIR": str(self.folder)}
        with open("/dev/full", "wb") as full:
            done = subprocess.run([DECKLE, "remote", "next"], stdout=full,
                                  stderr=subprocess.PIPE, text=True,
                                  timeout=60, check=False, env=environment)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, "deckle: standard output: No space left "
                         "on device\n")


if __name__ == "__main__":
    unittest.main()
