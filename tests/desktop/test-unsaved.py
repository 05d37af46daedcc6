#!/usr/bin/env python3
"""test-unsaved.py - what was never saved is found again, wherever it lies. SPDX-License-Identifier: GPL-3.0-or-later

A casebook that never had a file comes back after kill -9; one whose file was moved and changed is brought back from Versions; what nobody wants is thrown away,
after a question. That nothing can be kept is said for as long as it is so, and closing then asks. The whole lines of a damaged file are saved as a casebook of
their own.
"""

import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop, Story  # noqa: E402

WHOLE = '{"record":"casebook","format":1}\n{"record":"place","id":"place-a","name":"Lake"}\n'
DAMAGED = WHOLE + '{"record":"place","id":"place-b","name":\n{"record":"place","id":"place-c","name":"Hill"}\n'


class Unsaved(Story):
    def __init__(self, desktop, program, editor, source):
        super().__init__(desktop, program)
        self.editor = editor
        self.book = os.path.join(desktop.home, "book.shanhai")
        shutil.copy(os.path.join(source, "data", "examples", "example.shanhai"), self.book)

    def leave(self, path, n):
        assert subprocess.run([self.editor, "leave", path, str(n)], env=self.desktop.env, check=False).returncode == 0

    def kill(self):
        self.desktop.program.kill()
        self.desktop.program.wait()
        self.desktop.program = None

    def press_button(self, name):
        self.desktop.find("button", re.compile(name)).act()

    def close_list(self):
        self.desktop.press("Escape")
        self.closed("Unsaved Changes")

    def new_casebook(self):
        self.desktop.start([self.program])
        self.desktop.find("button", re.compile("^_?New Casebook"))
        self.desktop.press("Control+n")
        self.press_button("^New _?Case( New Case)?$")
        self.desktop.wait(lambda: any(window.name == "New Case" for window in self.desktop.windows()), "the form")
        self.desktop.press("Alt+t")
        self.desktop.type("lake and hill")
        self.desktop.press("Control+Return")
        self.desktop.find("label", "lake and hill")
        self.desktop.wait(lambda: self.journals(".journal"), "the case in a journal")
        self.desktop.wait(lambda: b"lake and hill" in open(self.journals(".journal")[0], "rb").read(), "the case in the journal")
        self.kill()

        self.desktop.start([self.program])
        self.desktop.find("label", "Not saved yet")
        row = self.desktop.find("list item", "New Casebook")
        assert re.search("1 unsaved change · today", row.description), row.description
        for _ in range(40):
            if "focused" in self.desktop.find("list item", "New Casebook").states:
                break
            self.desktop.press("Tab")
        self.desktop.press("Return")
        self.desktop.find("label", re.compile("1 unsaved change from today was brought back"))
        self.desktop.find("label", "lake and hill")
        self.desktop.press("Control+z")
        self.desktop.find("label", re.compile("^Undone: "))
        self.quit()
        self.ok("a casebook without a file comes back after kill -9")

    def thrown_away(self):
        for path in self.journals():
            os.unlink(path)
        self.leave(self.book, 2)
        moved = os.path.join(self.desktop.home, "moved.shanhai")
        os.rename(self.book, moved)
        with open(moved, "a", encoding="utf-8") as file:
            file.write('{"record":"event","id":"event-of-others","title":"Theirs"}\n')
        self.book = moved
        self.desktop.start([self.program])
        self.press_button("^_?All Unsaved Changes")
        self.desktop.find("label", re.compile("2 unsaved changes · today, .* its file isn.t in .* any more"))
        self.press_button("^Delete…: book.shanhai")
        self.desktop.find("label", "Delete for good?")
        self.press_button("^Keep: book.shanhai")
        self.desktop.gone("label", "Delete for good?")
        assert self.journals(".journal")
        self.close_list()
        self.quit()
        self.ok("what has lost its file is listed, and kept until somebody is sure")

    def brought_back(self):
        self.desktop.start([self.program, self.book])
        self.desktop.find("label", "moved.shanhai")
        self.desktop.press("F10")
        self.desktop.find("menu item", re.compile("Versions")).act()
        self.press_button("^Bring Back: book.shanhai")
        self.desktop.find("label", "moved.shanhai · changed")
        self.desktop.press("Control+s")
        self.desktop.find("label", "moved.shanhai")
        with open(self.book, encoding="utf-8") as file:
            saved = file.read()
        assert '"place-left-2"' in saved and '"event-of-others"' in saved
        self.quit()
        assert not self.journals(), self.journals()

        self.leave(self.book, 4)
        os.unlink(self.book)
        self.desktop.start([self.program])
        self.press_button("^_?All Unsaved Changes")
        self.press_button("^Delete…: moved.shanhai")
        self.press_button("^Delete: moved.shanhai")
        self.desktop.find("label", "Everything is saved.")
        assert not self.journals(), self.journals()
        self.close_list()
        self.quit()
        self.ok("it is brought back into the file that was moved, or thrown away")

    def nowhere_to_write(self):
        """The folder of the journals is gone, and nothing can take its place: as on a disk that is full or was taken away."""
        path = os.path.join(self.desktop.home, "full.shanhai")
        with open(path, "w", encoding="utf-8") as file:
            file.write(WHOLE)
        self.leave(path, 3)
        self.desktop.start([self.program, path])
        self.desktop.find("label", re.compile("3 unsaved changes from"))
        (journal,) = self.journals(".journal")
        folder = os.path.dirname(journal)
        before = os.path.getsize(journal)
        shutil.rmtree(folder)
        with open(folder, "w", encoding="utf-8"):
            pass
        self.desktop.press("Control+z")
        self.desktop.find("label", re.compile("^Unsaved changes can.t be kept for the case"))
        self.desktop.press("Control+w")
        self.desktop.find("button", re.compile("^_?Close Anyway"))
        os.unlink(folder)
        self.desktop.gone("label", re.compile("^Unsaved changes can.t be kept for the case"))
        self.desktop.wait(lambda: self.journals(".journal") and os.path.getsize(journal) > before, "the journal, with all of it")
        self.kill()

        self.desktop.start([self.program, path])
        self.desktop.find("label", re.compile("2 unsaved changes from"))
        self.quit()
        self.ok("a journal that can't be written is said, closing asks, and nothing is lost once it can")

    def damaged(self):
        path = os.path.join(self.desktop.home, "damaged.shanhai")
        rest = os.path.join(self.desktop.home, "rest.shanhai")
        with open(path, "w", encoding="utf-8") as file:
            file.write(DAMAGED)
        self.desktop.start([self.program, path])
        self.desktop.find("label", re.compile("^1 line couldn.t be read"))
        self.press_button("^(_Show )?Show$")
        self.desktop.find("button", re.compile("^_?Save the Rest…"))
        self.desktop.wait(lambda: self.desktop.active() is not None and "Lines" in self.desktop.active().name, "the list of lines")
        # as a person does: a dialog that nobody asked for by a key or a click isn't given the keyboard
        self.desktop.press("Alt+s")
        # it has the keyboard, but doesn't always tell so through the tree: what it proposes is there, and the list is gone
        self.desktop.wait(lambda: any(node.text.endswith(".shanhai") for node in self.desktop.all("text box", "Name:")), "a name for the file")
        self.closed("Damaged Lines")
        self.desktop.press("Control+a")
        self.desktop.type(rest)
        self.desktop.press("Return")
        self.desktop.find("label", re.compile("^Saved .rest.shanhai. without the 1 line that can.t be read"))
        with open(rest, encoding="utf-8") as file:
            assert file.read() == WHOLE + DAMAGED.splitlines(True)[-1]
        with open(path, encoding="utf-8") as file:
            assert file.read() == DAMAGED
        self.quit()
        self.ok("the whole lines of a damaged file are saved, and the file stays as it is")


def main():
    program, editor, source = sys.argv[1:]
    with Desktop() as desktop:
        test = Unsaved(desktop, program, editor, source)
        return test.run([test.new_casebook, test.thrown_away, test.brought_back, test.nowhere_to_write, test.damaged])


if __name__ == "__main__":
    sys.exit(main())
