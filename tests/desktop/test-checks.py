#!/usr/bin/env python3
"""test-checks.py - the Checks page, as a person uses it. SPDX-License-Identifier: GPL-3.0-or-later

Opens the example, finds the ratio that can't be so, goes to its record and to its source, settles it with a reason: by the keyboard alone. The mark of a figure
leads back to it. Of two sources that tell different figures, one is chosen for the charts.
"""

import json
import os
import re
import shutil
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop, Story  # noqa: E402

SETTLED = re.compile(r"^Contradiction, Settled, .*90\.01% is printed")
MARK = re.compile(r"^Contradiction: .*90\.01% is printed")
PRINTED = re.compile(r"^Contradiction, (?!Settled).*90\.00%, but 90\.01% is printed")
RIVALS = re.compile(r"^Contradiction, (?!Settled).*500")


def observation(number, value, source):
    return {"record": "observation", "id": "observation-%d" % number, "case": "case-1", "subject": "place-c", "indicator": "poverty-headcount",
            "value": {"value": value, "unit": "person"}, "period": "2019-12-31", "citations": [{"source": source, "paragraph": 1}]}


TWO_SOURCES = [
    {"record": "casebook", "format": 1, "title": "Rivals"},
    {"record": "place", "id": "place-d", "name": "D", "level": "county"},
    {"record": "place", "id": "place-c", "name": "C", "level": "county"},
    {"record": "case", "id": "case-1", "title": "D to C", "assisting": ["place-d"], "assisted": ["place-c"]},
    {"record": "source", "id": "source-a", "title": "First report", "published": "2020-07-01"},
    {"record": "source", "id": "source-b", "title": "Second report", "published": "2020-08-01"},
    observation(1, "500", "source-a"),
    observation(2, "900", "source-b"),
]


class Checks(Story):
    def __init__(self, desktop, program, source_root):
        super().__init__(desktop, program)
        self.path = os.path.join(desktop.home, "example.shanhai")
        shutil.copy(os.path.join(source_root, "data", "examples", "example.shanhai"), self.path)

    def contradiction(self):
        return next(self.desktop.all("list item", PRINTED), None)

    # --- the steps

    def open(self):
        self.desktop.start([self.program, self.path])
        self.desktop.find("list item", "Checks")
        self.desktop.press("Alt+4")
        self.desktop.wait(self.contradiction, "the ratio that can't be so")
        self.desktop.find("label", re.compile("1 contradiction"))
        self.desktop.wait(lambda: self.focused() is not None and PRINTED.search(self.focused().name), "the keyboard on the contradiction")
        self.ok("the contradiction of the example, and the keyboard on it")

    def panes(self):
        """F6 leads from the list to the finding, to the sidebar and back."""
        self.desktop.press("F6")
        self.desktop.wait(lambda: self.focused() is not None and self.focused().role == "button", "the keyboard on a button of the finding")
        self.desktop.press("F6")
        self.desktop.wait(lambda: self.focused() is not None and self.focused().name == "Checks", "the keyboard in the sidebar")
        self.desktop.press("Shift+F6")
        self.desktop.press("Shift+F6")
        self.desktop.wait(lambda: self.focused() is not None and PRINTED.search(self.focused().name), "the keyboard on the contradiction")
        self.ok("F6 and Shift+F6 go from part to part")

    def figures(self):
        """All that it speaks of: as printed, and where."""
        for printed in ("90.01%", "2497.86万元", "2775.27万元"):
            self.desktop.find("label", printed)
        assert len(list(self.desktop.all("button", "Open in Source"))) == 3
        assert len(list(self.desktop.all("button", re.compile("Show Record$")))) == 3
        self.desktop.find("list item", re.compile("^Confirmed, "))
        self.ok("its figures as printed, with their sources; and what is confirmed")

    def to_record(self):
        self.tab_to("^(Contradiction|Findings)")
        self.tab_to("Show Record$")
        self.desktop.press("space")
        self.at("Nanhua: health assistance")
        self.desktop.press("Alt+Left")
        self.at("Checks")
        self.ok("to the record and back")

    def to_source(self):
        self.tab_to("^(Contradiction|Findings)")
        self.tab_to("^Open in Source$")
        self.desktop.press("space")
        self.at("Sources")
        self.desktop.press("Alt+Left")
        self.at("Checks")
        self.ok("to the source and back")

    def marks(self):
        """The mark beside the figure in the list of its source leads to the finding."""
        self.tab_to("^(Contradiction|Findings)")
        self.tab_to("^Open in Source$")
        self.desktop.press("space")
        self.at("Sources")
        self.desktop.find("button", MARK).act()
        self.at("Checks")
        self.desktop.wait(lambda: "selected" in self.contradiction().states, "the finding of the mark to be selected")
        self.ok("from the mark of a figure to its finding")

    def settle(self):
        self.tab_to("^(Contradiction|Findings)")
        self.desktop.press("s")
        self.tab_to("^Reason$")
        self.desktop.type("rounded by hand")
        self.desktop.press("Return")
        self.desktop.wait(lambda: self.contradiction() is None, "the finding to be settled")
        self.desktop.find("label", re.compile("2 settled"))
        self.ok("settled, with a reason")

    def undo(self):
        self.desktop.press("Control+z")
        self.desktop.wait(self.contradiction, "the finding to come back")
        self.desktop.press("Control+Shift+z")
        # what is done again is shown, though it is settled
        self.desktop.find("list item", SETTLED)
        assert self.contradiction() is None
        self.ok("undone and done again")

    def show_settled(self):
        self.desktop.press("Alt+d")
        self.desktop.gone("list item", SETTLED)
        self.desktop.press("Alt+d")
        self.desktop.find("list item", SETTLED)
        self.desktop.find("label", re.compile("rounded by hand"))
        self.ok("what is settled is hidden, and shown when it is asked for, with its reason")

    def rivals(self):
        """Two sources, two figures: the keyboard goes from the list to the second one's button."""
        self.quit()
        path = os.path.join(self.desktop.home, "rivals.shanhai")
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(json.dumps(record) + "\n" for record in TWO_SOURCES)
        self.desktop.start([self.program, path])
        self.desktop.find("list item", "Checks")
        self.desktop.press("Alt+4")
        self.desktop.wait(lambda: self.focused() is not None and RIVALS.search(self.focused().name), "the keyboard on the rivals")
        self.desktop.press("F6")
        self.tab_to("Use This Figure")
        self.desktop.press("Tab")
        self.tab_to("Use This Figure")
        self.desktop.press("space")
        self.tab_to("^Reason$")
        self.desktop.type("the later report")
        self.desktop.press("Return")
        self.desktop.find("label", "1 settled")
        self.ok("a rival is chosen, with a reason")

    def chosen(self):
        """It is shown when what is settled is asked for, and undone like all else."""
        self.desktop.press("Alt+d")
        self.desktop.find("label", re.compile("the later report"))
        self.desktop.find("label", "Charts and key figures use this one")
        self.desktop.press("Control+z")
        self.desktop.gone("label", "Charts and key figures use this one")
        self.desktop.wait(lambda: next(self.desktop.all("list item", RIVALS), None), "the rivals to come back")
        self.ok("the choice is shown with its reason, and undone")


def main():
    program, source_root = sys.argv[1:]
    with Desktop() as desktop:
        checks = Checks(desktop, program, source_root)
        return checks.run([checks.open, checks.panes, checks.figures, checks.to_record, checks.to_source, checks.marks,
                           checks.settle, checks.undo, checks.show_settled, checks.rivals, checks.chosen])


if __name__ == "__main__":
    sys.exit(main())
