#!/usr/bin/env python3
"""test-sources.py - an article is dragged in, its figures are settled with the keyboard, and found again. SPDX-License-Identifier: GPL-3.0-or-later

A file dropped on the first window becomes a case, a selected text dropped on the Sources page an article; Enter, Delete, E, J and K settle; undone, saved, opened
again.
"""

import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop, Story  # noqa: E402
from xsource import Source  # noqa: E402

ARTICLE = ("甲山区与乙水县携手五年\n"
           "2020-09-15 来源：山海日报 作者：山小海\n"
           "五年来，甲山区对口帮扶乙水县，共计投入援助资金近4.7亿元，选派医生12名、教师5名。\n"
           "乙水县贫困发生率由2015年底的21.6%下降到2019年底的2.14%。\n")
SECOND = ("甲山区再派教师到乙水县\n"
          "2021-03-02 来源：山海日报\n"
          "今年3月，甲山区选派教师30名到乙水县支教，捐赠图书5200册。\n")
NEW_CASE = "New Case from an Article"
ADD = "Add a Source"


class Tour(Story):
    def __init__(self, desktop, program):
        super().__init__(desktop, program)
        self.source = Source(desktop)
        self.path = os.path.join(desktop.home, "articles.shanhai")

    def settled(self, n, of):
        self.desktop.find("label", "%d of %d figures settled" % (n, of))

    def drop(self, contents):
        width, height = self.desktop.size
        assert self.source.drop(contents, width // 2, height // 2), "what was dropped wasn't taken"

    # --- the steps

    def drop_file(self):
        path = os.path.join(self.desktop.home, "article.txt")
        with open(path, "w", encoding="utf-8") as out:
            out.write(ARTICLE)
        self.desktop.start([self.program])
        self.desktop.find("button", re.compile("New"))
        self.drop({"text/uri-list": ("file://%s\r\n" % path).encode()})
        self.window(NEW_CASE)
        self.desktop.find("label", "甲山区 → 乙水县")
        self.desktop.find("label", "5 figures found in the text")
        self.ok("a file that is dropped proposes a case")

    def make_case(self):
        self.desktop.press("Control+Return")
        self.closed(NEW_CASE)
        self.desktop.find("label", "甲山区与乙水县携手五年")
        self.ok("the case is made")

    def settle(self):
        self.settled(0, 5)
        self.desktop.press("Return")
        self.settled(1, 5)
        self.desktop.press("Delete")
        self.settled(2, 5)
        self.ok("Enter accepts, Delete leaves out")

    def move(self):
        # back to the one that was left out, which is wanted after all
        self.desktop.press("k")
        self.desktop.press("Return")
        self.desktop.find(None, re.compile("12名.*People"))
        self.desktop.press("j")
        self.desktop.press("e")
        # "New Figure", beside the window of the new casebook
        editor = self.desktop.wait(lambda: next((window.name for window in self.desktop.windows()
                                                 if window.name.startswith("New") and " — " not in window.name
                                                 and "active" in window.states), None), "the editor")
        self.desktop.press("Escape")
        self.closed(editor)
        self.ok("J and K move, E opens the record")

    def undo(self):
        self.settled(2, 5)
        self.desktop.press("Control+z")
        self.desktop.find(None, re.compile("^Undone: Accept"))
        self.at("Sources")
        self.desktop.press("Control+Shift+z")
        self.desktop.find(None, re.compile("^Redone: Accept"))
        self.settled(2, 5)
        self.at("Sources")
        self.ok("undone and done again, and the window stays with the article")

    def drop_text(self):
        self.drop({target: SECOND.encode() for target in ("text/plain;charset=utf-8", "UTF8_STRING")})
        self.window(ADD)
        self.desktop.find("label", "2 figures found in the text")
        self.desktop.press("Escape")
        self.closed(ADD)
        self.ok("a selected text that is dropped is an article, and Escape keeps nothing of it")

    def save(self):
        self.desktop.press("Control+s")
        self.desktop.wait(lambda: any("focused" in node.states and node.text.endswith(".shanhai")
                                      for node in self.desktop.all("text box", within=self.desktop.active())), "a name for the file")
        self.desktop.press("Control+a")
        self.desktop.type(self.path)
        self.desktop.press("Return")
        self.desktop.wait(lambda: os.path.exists(self.path), "the file")
        self.desktop.press("Control+q")
        assert self.desktop.ended() == 0, self.desktop.output()
        assert self.desktop.output() == "", self.desktop.output()
        self.ok("saved; the program ends, and has printed nothing")

    def reopen(self):
        self.desktop.start([self.program, self.path])
        self.desktop.find("list item", "Sources")
        self.desktop.press("Alt+3")
        self.desktop.find("label", "2 of 5 figures settled")
        self.desktop.press("Control+q")
        assert self.desktop.ended() == 0, self.desktop.output()
        self.ok("opened again, it says the same")


def main():
    (program,) = sys.argv[1:]
    with Desktop() as desktop:
        tour = Tour(desktop, program)
        return tour.run([tour.drop_file, tour.make_case, tour.settle, tour.move,
                         tour.undo, tour.drop_text, tour.save, tour.reopen])


if __name__ == "__main__":
    sys.exit(main())
