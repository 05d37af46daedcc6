"""check-resources.py - XML files, templates and icons belong together. SPDX-License-Identifier: GPL-3.0-or-later

check-resources.py SOURCE-DIR
"""

import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import tap

top = Path(sys.argv[1])
SYMBOLIC_FILL = "#2e3436"
SVG = "{http://www.w3.org/2000/svg}"
TEMPLATE_USE = re.compile(r'gtk_widget_class_set_template_from_resource\s*\([^,]+,\s*([^)]*)\)')
ICON_USE = re.compile(r"\bshanhai-[a-z-]+-symbolic\b")


def files(folder, pattern):
    return sorted((top / folder).rglob(pattern))


def name(path):
    return path.relative_to(top).as_posix()


def sources():
    return [(file, file.read_text(encoding="utf-8")) for file in files("src", "*.c")]


def resources():
    """File names that some *.gresource.xml takes in, without their folders."""
    return {
        (file.text or "").strip().rsplit("/", 1)[-1]
        for folder in ("src", "ui", "data") for gresource in files(folder, "*.gresource.xml")
        for file in ET.parse(gresource).getroot().iter("file")
    }


def every_xml_file_is_well_formed():
    for folder, pattern in (("ui", "*.ui"), ("ui", "*.xml"), ("src", "*.xml"), ("data", "*.xml"), ("data", "*.xml.in"),
                            ("data", "*.svg")):
        for file in files(folder, pattern):
            try:
                ET.parse(file)
            except ET.ParseError as error:
                yield f"{name(file)}: {error}"


def every_template_has_its_class_and_the_reverse():
    code = {file.stem: text for file, text in sources()}
    all_code = "\n".join(code.values())
    for ui in files("ui", "*.ui"):
        template = ET.parse(ui).getroot().find("template")
        if template is None:
            # A menu, the shortcuts window, a row of a list: somebody has to load it
            used = ui.name in all_code or any(
                ui.name in other.read_text(encoding="utf-8") for other in files("ui", "*.ui") if other != ui)
            if not used and ui.stem != "help-overlay":
                yield f"{name(ui)} is no template, and nothing loads it"
            continue
        class_name = "".join(part.capitalize() for part in ui.stem.split("-"))
        if template.get("class") != class_name:
            yield f"{name(ui)} is the template of {template.get('class')}, its name says {class_name}"
        if ui.stem not in code or ui.name not in "".join(TEMPLATE_USE.findall(code[ui.stem])):
            yield f"{name(ui)} is not the template of any {ui.stem}.c"
    stems = {ui.stem for ui in files("ui", "*.ui")}
    for stem, text in code.items():
        if TEMPLATE_USE.search(text) and stem not in stems:
            yield f"{stem}.c sets a template that ui/ lacks"


def every_ui_file_is_a_resource():
    known = resources()
    for ui in files("ui", "*.ui"):
        if ui.name not in known:
            yield f"{name(ui)} is in no *.gresource.xml"


def every_icon_that_is_used_is_there():
    known, drawn = resources(), {icon.stem for icon in files("data/icons/symbolic", "*.svg")}
    users = sources() + [(ui, ui.read_text(encoding="utf-8")) for ui in files("ui", "*.ui")]
    for file, text in users:
        for icon in sorted(set(ICON_USE.findall(text)) - drawn):
            yield f"{name(file)} uses {icon}"
    if known & {ui.name for ui in files("ui", "*.ui")}:
        for icon in sorted(drawn):
            if f"{icon}.svg" not in known:
                yield f"{icon} is in no *.gresource.xml"


def symbolic_icons_can_take_any_colour():
    icons = files("data/icons/symbolic", "*.svg") + files("data/icons", "*Shanhai-symbolic.svg")
    if not icons:
        yield "no icon found"
    for icon in icons:
        root = ET.parse(icon).getroot()
        if root.get("viewBox") != "0 0 16 16" or (root.get("width"), root.get("height")) != ("16", "16"):
            yield f"{name(icon)} isn't on the grid of 16"
        for shape in root.iter():
            tag = shape.tag.replace(SVG, "") if isinstance(shape.tag, str) else None
            if tag in (None, "svg", "g"):
                continue
            # GTK 4 recolours these shapes, and these alone; it fills what has only an outline
            if tag not in ("path", "rect", "circle"):
                yield f"{name(icon)}: <{tag}> keeps its colour"
            if shape.get("fill") != SYMBOLIC_FILL or shape.get("stroke"):
                yield f"{name(icon)}: a shape that isn't filled with {SYMBOLIC_FILL} alone"


tap.run(
    every_xml_file_is_well_formed,
    every_template_has_its_class_and_the_reverse,
    every_ui_file_is_a_resource,
    every_icon_that_is_used_is_there,
    symbolic_icons_can_take_any_colour,
)
