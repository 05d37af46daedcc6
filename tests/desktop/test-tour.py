#!/usr/bin/env python3
"""test-tour.py - the window, as a person goes through it. SPDX-License-Identifier: GPL-3.0-or-later

Opens the example, goes to every page of the window and of a case, exports a chart and reads it back, and leaves.
"""

import os
import re
import sys
import xml.etree.ElementTree

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from desktop import Desktop, Story  # noqa: E402

CASE = "Huli (Xiamen) → Dongxiang (Linxia)"
CASE_PAGES = ["Summary", "Outcomes", "Funds", "Pairings", "Programmes", "People", "Timeline"]
SVG = "{http://www.w3.org/2000/svg}"


class Tour(Story):
    def __init__(self, desktop, program, source):
        super().__init__(desktop, program)
        self.source = source

    def open_example(self):
        self.desktop.start([self.program, os.path.join(self.source, "data", "examples", "example.shanhai")])
        self.desktop.find("list item", CASE)
        self.desktop.find("label", "example.shanhai")
        self.ok("the example opens")

    def window_pages(self):
        for number, name in enumerate(["Overview", "Compare", "Sources"], 1):
            self.desktop.press("Alt+%d" % number)
            entry = self.desktop.find("list item", name)
            self.desktop.wait(lambda: "selected" in entry.states, "%s to be marked" % name)
            self.ok("page %s" % name)

    def case_pages(self):
        row = next(node for node in self.desktop.find("list item", CASE).walk() if "case.show" in actions(node))
        row.act("case.show")
        self.desktop.find("label", re.compile("^38.74% → 4.25%$"))
        for name in CASE_PAGES:
            tab = self.desktop.find("tab", name)
            tab.act()
            self.desktop.wait(lambda: {"checked", "pressed", "selected"} & tab.states, "%s to be turned to" % name)
            self.ok("page %s of the case" % name)

    def outcomes_say_what_the_source_says(self):
        self.desktop.find("tab", "Outcomes").act()
        chart = self.desktop.find("image", re.compile("poverty rate 38.74% → 4.25%"))
        assert "38.74%" in chart.description and "4.25%" in chart.description, chart.description
        self.ok("the chart tells itself to a screen reader")

    def search(self):
        cases = self.desktop.find("list", "Cases")
        self.desktop.press("Control+f")
        self.desktop.type("pingtang")
        self.desktop.gone("list item", CASE, cases)
        self.desktop.find("list item", re.compile("Pingtang"), cases)
        self.desktop.press("Escape")
        self.desktop.find("list item", CASE, cases)
        self.ok("a search narrows the cases")

    def proposed_name(self):
        return next((node for node in self.desktop.all("text box", within=self.desktop.active())
                     if "focused" in node.states and node.text.endswith(".svg")), None)

    def export(self):
        path = os.path.join(self.desktop.home, "chart.svg")
        self.desktop.press("Control+e")
        self.desktop.find("button", re.compile("Export…$")).act()
        # typing has to wait for the dialog that asks where
        self.desktop.wait(self.proposed_name, "a name for the file")
        self.desktop.press("Control+a")
        self.desktop.type(path)
        self.desktop.press("Return")
        # the message passes: it is looked for when it can be there, not while everything else is looked through in vain
        self.desktop.wait(lambda: os.path.exists(path), "the file")
        self.desktop.find(None, re.compile("Exported “chart.svg”"))

        root = xml.etree.ElementTree.parse(path).getroot()
        assert root.tag == SVG + "svg", root.tag
        assert root.get("role") == "img", root.attrib
        assert "38.74% → 4.25%" in root.find(SVG + "title").text
        assert "2013" in root.find(SVG + "desc").text
        assert root.findall(".//" + SVG + "path"), "an empty picture"
        self.ok("a chart is exported and can be read back")

    def leave(self):
        self.quit()
        self.ok("the program ends, and has printed nothing")


def actions(node):
    try:
        return [entry[0] for entry in node.call("org.a11y.atspi.Action", "GetActions")[0]]
    except Exception:  # a widget without the interface
        return []


def main():
    program, source = sys.argv[1:]
    with Desktop() as desktop:
        tour = Tour(desktop, program, source)
        return tour.run([tour.open_example, tour.window_pages, tour.case_pages, tour.outcomes_say_what_the_source_says,
                         tour.search, tour.export, tour.leave])


if __name__ == "__main__":
    sys.exit(main())
