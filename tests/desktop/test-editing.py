#!/usr/bin/env python3
"""test-editing.py - a small case is made from nothing, by the keyboard alone. SPDX-License-Identifier: GPL-3.0-or-later

A new casebook, a case between two places of the gazetteer, a figure with its source and the place in its text; undone, done again, saved, and read back by the
command line.
"""

import json
import os
import re
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop, Story  # noqa: E402

TEXT = "2013年底，东乡县有贫困人口9.64万人。"
QUOTE = "9.64万人"


class Writer:
    """Types any character: those without a key get one of the spare keys for a moment."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.spare = None

    def find_spare(self):
        x = self.desktop.x
        low, high = x.display.info.min_keycode, x.display.info.max_keycode
        mapping = x.get_keyboard_mapping(low, high - low + 1)
        return [low + at for at, keysyms in enumerate(mapping) if not any(keysyms)]

    def write(self, text):
        x = self.desktop.x
        if self.spare is None:
            self.spare = self.find_spare()
        used = {}
        for letter in text:
            if letter.islower() and letter.isascii() or letter in "0123456789 /.-_":
                continue
            if letter not in used:
                used[letter] = self.spare[len(used)]
                x.change_keyboard_mapping(used[letter], [[0x1000000 + ord(letter)] * 4])
        x.sync()
        time.sleep(0.3)  # the program hears of its new keys
        for letter in text:
            if letter in used:
                self.desktop.x.sync()
                press_code(self.desktop, used[letter])
            else:
                self.desktop.type(letter)
            time.sleep(0.02)


def press_code(desktop, code):
    from Xlib import X
    from Xlib.ext import xtest
    xtest.fake_input(desktop.x, X.KeyPress, code)
    xtest.fake_input(desktop.x, X.KeyRelease, code)
    desktop.x.sync()


class Editing(Story):
    most_tabs = 60

    def __init__(self, desktop, program, cli):
        super().__init__(desktop, program)
        self.cli = cli
        self.writer = Writer(desktop)
        self.path = os.path.join(desktop.home, "new.shanhai")

    # --- what a person does

    def pick(self, text, wanted):
        """In the field that has the keyboard: typing opens its list."""
        self.writer.write(text)
        self.desktop.find("label", wanted)
        self.desktop.press("Return")
        # on the button of the picker, or in the row of what was added
        self.desktop.gone("search box", "Search", self.desktop.active())
        self.desktop.find("label", wanted)

    # --- the steps

    def new_casebook(self):
        self.desktop.start([self.program])
        self.desktop.find("button", re.compile("New"))
        self.desktop.press("Control+n")
        self.desktop.find("list item", "Overview")
        self.ok("a new casebook")

    def new_case(self):
        self.tab_to("^New case$")
        self.desktop.press("Return")
        self.window("New Case")
        self.desktop.press("Alt+a")
        self.pick("xiamen", "Xiamen")
        self.desktop.press("Alt+d")
        self.pick("622926", "Dongxiang County")
        self.desktop.press("Alt+p")
        self.writer.write("2014-2020")
        self.desktop.find("label", "2014–2020 · 2014/2020")
        self.desktop.press("Return")
        self.closed("New Case")
        self.desktop.find("label", "Xiamen → Dongxiang County")
        self.ok("a case between two places of the gazetteer")

    def new_figure(self):
        self.tab_to("^Outcomes$")
        self.desktop.press("space")
        self.tab_to("figure")
        self.desktop.press("Return")
        self.window("New Figure")
        self.desktop.press("Alt+i")
        self.pick("registered poor p", "Registered poor population")
        self.desktop.press("Alt+b")
        self.pick("dongxiang county", "Dongxiang County")
        self.desktop.press("Alt+v")
        self.writer.write("9.64")
        self.writer.write("万人q")
        self.desktop.find("label", re.compile("^No figure can be read from this"))
        self.desktop.press("BackSpace")
        self.desktop.find("label", re.compile("96.400.people · 96.400, to hundreds$"))
        self.desktop.press("Alt+o")
        self.writer.write("2013年底")
        self.desktop.find("label", "end of 2013 · 2013-12-31")
        self.ok("a figure and its time, said back while they are typed")

    def new_source(self):
        self.desktop.press("Alt+h")
        self.writer.write("report")
        self.desktop.find("label", "New Source “report”…")
        self.desktop.press("Return")
        self.window("New Source")
        self.desktop.press("Alt+x")
        self.writer.write(TEXT)
        self.desktop.press("Control+Return")
        self.closed("New Source")
        self.writer.write(QUOTE)
        self.desktop.find("label", re.compile("贫困人口" + QUOTE))
        self.desktop.press("Return")
        self.closed("New Figure")
        self.ok("its source, made in passing, and the place in its text")

    def undo(self):
        self.desktop.find(None, re.compile("96.400.people"))
        self.desktop.press("Control+z")
        self.desktop.find(None, re.compile("^Undone: Add"))
        self.desktop.gone(None, re.compile("96.400.people"))
        self.desktop.press("Control+Shift+z")
        self.desktop.find(None, re.compile("96.400.people"))
        self.ok("undone and done again")

    def save(self):
        self.desktop.press("Control+s")
        # typing has to wait for the dialog that asks where
        self.desktop.wait(lambda: any("focused" in node.states and node.text.endswith(".shanhai")
                                      for node in self.desktop.all("text box", within=self.desktop.active())), "a name for the file")
        self.desktop.press("Control+a")
        self.desktop.type(self.path)
        self.desktop.press("Return")
        self.desktop.wait(lambda: os.path.exists(self.path), "the file")
        self.ok("saved")

    def list(self, kind):
        output = subprocess.run([self.cli, "list", self.path, "--type", kind, "--format", "json"], check=True, capture_output=True, text=True).stdout
        return [json.loads(line) for line in output.splitlines()]

    def read_back(self):
        places = {place["name"]["zh"]: place for place in self.list("place")}
        (case,), (figure,), (source,) = self.list("case"), self.list("observation"), self.list("source")

        assert set(places) == {"厦门市", "福建省", "东乡族自治县", "临夏回族自治州", "甘肃省"}, places
        assert places["东乡族自治县"]["parent"] == places["临夏回族自治州"]["id"]
        assert places["东乡族自治县"]["code"] == "622926"
        assert case["assisting"] == [places["厦门市"]["id"]] and case["assisted"] == [places["东乡族自治县"]["id"]], case
        assert case["period"] == "2014/2020", case
        assert figure["case"] == case["id"] and figure["subject"] == places["东乡族自治县"]["id"], figure
        assert figure["value"] == {"value": "96400", "precision": "100", "unit": "person"}, figure
        assert figure["period"] == "2013-12-31", figure
        assert source["text"] == TEXT, source
        (citation,) = figure["citations"]
        assert citation["source"] == source["id"] and citation["quote"] == QUOTE, citation
        assert TEXT[citation["start"]:citation["start"] + citation["length"]] == QUOTE and citation["paragraph"] == 1, citation
        self.ok("the command line reads what was typed")

    def leave(self):
        self.quit()
        self.ok("the program ends, and has printed nothing")


def main():
    program, cli = sys.argv[1:]
    with Desktop() as desktop:
        editing = Editing(desktop, program, cli)
        return editing.run([editing.new_casebook, editing.new_case, editing.new_figure, editing.new_source,
                            editing.undo, editing.save, editing.read_back, editing.leave])


if __name__ == "__main__":
    sys.exit(main())
