#!/usr/bin/env python3
"""test-recovery.py - nothing is lost when the program dies, and others may write to the file. SPDX-License-Identifier: GPL-3.0-or-later

Changes that were never saved come back, say so, and can be refused and brought back again; the program is killed in between.
"""

import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop, Story  # noqa: E402


class Recovery(Story):
    def __init__(self, desktop, program, editor, source):
        super().__init__(desktop, program)
        self.editor = editor
        self.book = os.path.join(desktop.home, "book.shanhai")
        shutil.copy(os.path.join(source, "data", "examples", "example.shanhai"), self.book)

    def size(self):
        return sum(os.path.getsize(path) for path in self.journals(".journal"))

    def open(self):
        self.desktop.start([self.program, self.book])

    def comes_back(self):
        assert subprocess.run([self.editor, "leave", self.book, "3"], env=self.desktop.env, check=False).returncode == 0
        assert self.journals(".journal")
        self.open()
        self.desktop.find("label", re.compile("3 unsaved changes from"))
        self.desktop.find("label", "book.shanhai · changed")
        self.ok("unsaved changes come back, and it is said")

    def killed(self):
        before = self.size()
        self.desktop.press("Control+z")
        self.desktop.gone("label", re.compile("3 unsaved changes from"))
        self.desktop.wait(lambda: self.size() > before, "the undo in the journal")
        self.desktop.program.kill()
        self.desktop.program.wait()
        self.desktop.program = None
        self.open()
        self.desktop.find("label", re.compile("2 unsaved changes from"))
        self.ok("a step that the window made comes back after kill -9, too")

    def refused(self):
        self.desktop.find("button", re.compile("Don.t Use")).act()
        self.desktop.find("label", "book.shanhai")
        self.desktop.gone("label", re.compile("unsaved changes from"))
        assert self.journals(".kept") and not self.journals(".journal")
        self.ok("they can be refused, and are kept all the same")

    def brought_back(self):
        self.desktop.press("F10")
        self.desktop.find("menu item", re.compile("Versions")).act()
        button = self.desktop.find("button", re.compile("^Bring Back"))
        button.act()
        self.desktop.find("label", "book.shanhai · changed")
        self.desktop.wait(lambda: not self.journals(".kept") and self.journals(".journal"), "the changes in the journal")
        self.ok("what was set aside is found again and brought back")

    def others_write(self):
        with open(self.book, "a", encoding="utf-8") as file:
            file.write("\n")
        self.desktop.press("Control+s")
        self.desktop.find("label", re.compile("was changed by somebody else"))
        self.desktop.find("button", re.compile("Save Anyway$")).act()
        self.desktop.find("label", "book.shanhai")
        self.desktop.gone("label", re.compile("was changed by somebody else|Another program has changed"))
        with open(self.book, encoding="utf-8") as file:
            assert '"place-left-2"' in file.read()
        self.desktop.wait(lambda: not self.journals(), "the journal to go")
        self.ok("a file that others have changed is written over only when that is wished")

    def merges(self):
        """What the other program added and deleted comes in, what is unsaved here stays; it is one step."""
        assert self.desktop.program is not None
        self.desktop.press("Control+q")
        assert self.desktop.ended() == 0
        assert subprocess.run([self.editor, "leave", self.book, "5"], env=self.desktop.env, check=False).returncode == 0
        self.open()
        self.desktop.find("label", re.compile("5 unsaved changes from"))
        with open(self.book, encoding="utf-8") as file:
            lines = [line for line in file if '"place-left-2"' not in line]
        lines.append('{"record":"event","id":"event-of-others","title":"Theirs"}\n')
        with open(self.book, "w", encoding="utf-8") as file:
            file.writelines(lines)
        self.desktop.press("Control+s")
        self.desktop.find("button", re.compile("Merge…$")).act()
        self.desktop.find("label", re.compile("1 record is added.*1 record is deleted"))
        self.desktop.find("button", re.compile("^(_Merge )?Merge$")).act()
        self.desktop.find("label", re.compile("^Merged the other casebook"))
        self.desktop.find("label", "book.shanhai · changed")
        self.desktop.press("Control+s")
        self.desktop.find("label", "book.shanhai")
        with open(self.book, encoding="utf-8") as file:
            saved = file.read()
        assert '"event-of-others"' in saved and '"place-left-2"' not in saved and '"place-left-5"' in saved, saved[-2000:]
        self.desktop.wait(lambda: not self.journals(), "the journal to go")
        self.ok("what others wrote and what is unsaved become one")

    def leave(self):
        self.quit()
        assert not self.journals(), self.journals()
        self.ok("the program ends, has printed nothing and left nothing")


def main():
    program, editor, source = sys.argv[1:]
    with Desktop() as desktop:
        test = Recovery(desktop, program, editor, source)
        return test.run([test.comes_back, test.killed, test.refused, test.brought_back,
                         test.others_write, test.merges, test.leave])


if __name__ == "__main__":
    sys.exit(main())
