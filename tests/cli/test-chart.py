# test-chart.py - chart: every case in every format, the same each time, told honestly. SPDX-License-Identifier: GPL-3.0-or-later

import json
import random
import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
import zlib

from command_line import EXAMPLE, FOLDER, SEARCHED, as_nobody, book, call, done, leftovers, limited, run, tap, told, write

SVG = "{http://www.w3.org/2000/svg}"
KINDS = ["poverty", "funds"]
PICTURES = ["svg", "png", "pdf"]
RECORDS = [json.loads(line) for line in EXAMPLE.read_bytes().splitlines()]
CASES = [r["id"] for r in RECORDS if r["record"] == "case"]


def chart(*arguments, **more):
    return run("chart", EXAMPLE, *arguments, **{**SEARCHED, **more})


def svg_root(data):
    """The document, and what it lacks that every chart has."""
    root = ElementTree.fromstring(data)
    problems = []
    if root.tag != SVG + "svg" or root.get("role") != "img":
        problems.append(f"{root.tag} with role {root.get('role')}")
    if not (root.findtext(SVG + "title") or "").strip() or not (root.findtext(SVG + "desc") or "").strip():
        problems.append("no title or desc")
    if re.search(rb"\b(nan|inf)\b", data[data.index(b"</desc>"):]):
        problems.append("a coordinate that is no number")
    return root, problems


def png_pixels(data):
    """Width, height and the first pixel, every checksum proven."""
    if data[:8] != b"\x89PNG\r\n\x1a\n":
        raise ValueError("not a PNG")
    at, body, head = 8, b"", None
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        chunk = data[at + 8:at + 8 + length]
        if zlib.crc32(kind + chunk) != struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0]:
            raise ValueError(f"wrong checksum in {kind}")
        head = chunk if kind == b"IHDR" else head
        body += chunk if kind == b"IDAT" else b""
        at += 12 + length
    width, height, depth, colour = struct.unpack(">IIBB", head[:10])
    rows = zlib.decompress(body)
    if depth != 8 or colour != 2 or len(rows) != height * (1 + 3 * width):
        raise ValueError(f"not opaque colours of 8 bits: {depth} {colour}")
    return width, height, tuple(rows[1:4])


def squeeze(text):
    return re.sub(r"\s", "", text)


def pdf_text(path):
    """What a reader would find in it; None without pdftotext."""
    if shutil.which("pdftotext") is None:
        return None
    return subprocess.run(["pdftotext", "-layout", path, "-"], stdout=subprocess.PIPE, check=True).stdout.decode()


def pdf_has_title(path):
    """Newer Cairos pack the title away with the other objects; pdfinfo finds it there."""
    if b"/Title" in path.read_bytes():
        return True
    if not shutil.which("pdfinfo"):
        return True
    told = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout
    return re.search(r"^Title: +\S", told, re.MULTILINE) is not None


def all_formats(kind, case):
    """Each format is whole, and SVG, text and PDF carry the same title."""
    which = ["--kind", kind, *(["--case", case] if case else [])]
    text = chart(*which, "--format", "text")
    yield from done(text)
    title = text.text.split("\n")[0]
    files = {f: FOLDER / f"{kind}-{case}.{f}" for f in PICTURES}
    for path in files.values():
        result = run("chart", EXAMPLE, *which, "--output", path)
        yield from done(result)
        if result.out:
            yield f"{result.call}: printed something"
    root, problems = svg_root(files["svg"].read_bytes())
    yield from problems
    if root.findtext(SVG + "title") != title or root.findtext(SVG + "desc").strip() != text.text.strip():
        yield "title and desc of the SVG aren't the text alternative"
    if (root.get("width"), root.get("height")) != ("800px", "600px"):
        yield f"SVG of {root.get('width')} × {root.get('height')}"
    if png_pixels(files["png"].read_bytes())[:2] != (800, 600):
        yield "PNG isn't 800 × 600"
    pdf = files["pdf"].read_bytes()
    if not pdf.startswith(b"%PDF-") or not pdf.rstrip().endswith(b"%%EOF") or not pdf_has_title(files["pdf"]):
        yield "not a whole PDF with a title"
    printed = pdf_text(files["pdf"])
    if printed is not None and squeeze(title) not in squeeze(printed):
        yield f"pdftotext doesn't find “{title}”"
    layout = run("chart", EXAMPLE, *which, "--format", "layout")
    yield from done(layout)
    if kind == "funds" and set(layout.json) != {"extent", "nodes", "links"}:
        yield f"layout of {sorted(layout.json)}"


def pdf_has_its_title():
    """Title in text and metadata, in both languages."""
    if shutil.which("pdftotext") is None or shutil.which("pdfinfo") is None:
        raise tap.Skip("no pdftotext and pdfinfo")
    for language in ("en", "zh_CN"):
        path = FOLDER / "title.pdf"
        which = ["--kind", "poverty", "--lang", language]
        yield from done(chart(*which, "--output", path))
        title = chart(*which, "--format", "text").text.split("\n")[0]
        info = subprocess.run(["pdfinfo", path], stdout=subprocess.PIPE, check=True).stdout.decode()
        if squeeze(title) not in squeeze(pdf_text(path)) or title not in info:
            yield f"{language}: no “{title}”"
        if "600 x 450 pts" not in info:
            yield f"not 800 × 600 px: {info}"


def output_to_standard_output():
    for picture in PICTURES:
        path = FOLDER / f"same.{picture}"
        yield from done(chart("--kind", "funds", "--output", path))
        for arguments in (["--output", "-", "--format", picture], ["--format", picture]):
            result = chart("--kind", "funds", *arguments)
            yield from done(result)
            if result.out != path.read_bytes():
                yield f"{result.call}: not what the file holds"
    path = FOLDER / "upper.SVG"
    yield from done(chart("--kind", "funds", "--output", path))
    svg_root(path.read_bytes())
    path = FOLDER / "named.dat"
    yield from done(chart("--kind", "funds", "--output", path, "--format", "text"))
    if path.read_bytes() != chart("--kind", "funds", "--format", "text").out:
        yield "--format doesn't decide over the file's ending"


def standard_input():
    for kind in KINDS:
        if run("chart", "-", "--kind", kind, "--format", "svg", stdin=EXAMPLE.read_bytes()).out != chart("--kind", kind, "--format", "svg").out:
            yield f"{kind}: another chart"


def size_and_scale():
    for (width, height), scale in (((800, 600), 2), ((640, 480), 1), ((333, 251), 3), ((1600, 900), 1), ((801, 601), 0.5), ((320, 200), 1.5), ((800, 600), 0.1)):
        for kind in KINDS:
            size = ["--kind", kind, "--size", f"{width}x{height}"]
            png = chart(*size, "--scale", scale, "--format", "png")
            yield from done(png)
            found = png_pixels(png.out)[:2]
            if any(abs(f - w * scale) > 0.5 for f, w in zip(found, (width, height))) or (scale == int(scale) and found != (width * scale, height * scale)):
                yield f"{kind} {width}x{height} at {scale}: {found}"
            root, problems = svg_root(chart(*size, "--format", "svg").out)
            yield from problems
            if (root.get("width"), root.get("height")) != (f"{width}px", f"{height}px"):
                yield f"{kind} {width}x{height}: SVG of {root.get('width')} × {root.get('height')}"


def any_size_is_a_chart():
    for size in ("50x50", "50x2000", "2000x50", "20000x60", "1234.5x600"):
        for kind in KINDS:
            result = chart("--kind", kind, "--size", size, "--format", "svg")
            yield from done(result)
            yield from svg_root(result.out)[1]


def language():
    """Words and number forms follow --lang, else the locale; titles of records too. Layouts of a bare graph have no language."""
    for kind, english, chinese in (("poverty", "38.74%", "东乡"), ("funds", "nearly 470 M CNY", "近4.7亿元")):
        which = ["--kind", kind, "--case", "case-7n35m2trus", "--format", "text"]
        en, zh = (chart(*which, "--lang", name).plain for name in ("en", "zh_CN"))
        if english not in en or chinese not in zh or chinese in en or (kind == "funds" and english in zh):
            yield f"{kind}: en {en!r}, zh {zh!r}"
        if chart(*which, LANGUAGE="zh_CN").plain != zh or chart(*which, "--lang", "en", LANGUAGE="zh_CN").plain != en:
            yield f"{kind}: --lang isn't above the locale"
        if chart(*which, "--lang", "tlh").plain != en:
            yield f"{kind}: a language that isn't there isn't English"
        if chart(*which, LC_ALL="C", LANGUAGE="").plain != en:
            yield f"{kind}: the C locale isn't English"
    svg = [chart("--kind", "funds", "--format", "svg", "--lang", name).out for name in ("en", "zh_CN")]
    if [ElementTree.fromstring(s).get("{http://www.w3.org/XML/1998/namespace}lang", "")[:2] for s in svg] != ["en", "zh"]:
        yield "xml:lang doesn't follow"


def theme():
    for kind in KINDS:
        light, plain, dark = (png_pixels(chart("--kind", kind, "--format", "png", *more).out)[2]
                              for more in (["--theme", "light"], [], ["--theme", "dark"]))
        if light != plain or min(light) < 0xf0 or max(dark) > 0x30:
            yield f"{kind}: light {light}, default {plain}, dark {dark}"
        if chart("--kind", kind, "--format", "text", "--theme", "dark").out != chart("--kind", kind, "--format", "text").out:
            yield f"{kind}: the words change with the theme"


def by():
    texts = {b: chart("--kind", "poverty", "--by", b, "--format", "text").plain for b in ("rate", "headcount", "villages")}
    if texts["rate"] != chart("--kind", "poverty", "--format", "text").plain or len(set(texts.values())) != 3:
        yield f"{texts}"
    for word, key in (("rate", "poverty-incidence"), ("headcount", "poverty-headcount"), ("villages", "poor-villages")):
        if chart("--kind", "poverty", "--by", key, "--format", "text").plain != texts[word]:
            yield f"{word} isn't {key}"
    if "%" not in texts["rate"] or "%" in texts["headcount"]:
        yield f"units: {texts}"
    recipient, project, default = (chart("--kind", "funds", "--format", "text", *b).plain for b in (["--by", "recipient"], ["--by", "project"], []))
    if recipient != default or project == recipient:
        yield "funds by recipient is the default, and by project another chart"
    for by, row in (("sector", "Education: "), ("year", "2019: ")):
        bars = chart("--kind", "funds", "--by", by, "--format", "text").plain
        if row not in bars:
            yield f"funds by {by} have no row “{row}”: {bars}"


def title():
    """The reader's words replace the finding."""
    for kind in KINDS:
        result = chart("--kind", kind, "--title", "My <own> & words", "--format", "svg")
        yield from done(result)
        if svg_root(result.out)[0].findtext(SVG + "title") != "My <own> & words":
            yield f"{kind}: another title"


def cases_are_kept_apart():
    """A chart of one case has nothing of another; of two, what both have."""
    dongxiang, shiqiao = "case-7n35m2trus", "case-movfogl634"
    one, other, both, turned = (chart("--kind", "poverty", "--format", "text", *(a for c in cases for a in ("--case", c))).plain
                                for cases in ([dongxiang], [shiqiao], [dongxiang, shiqiao], [shiqiao, dongxiang]))
    if "Shiqiao" in one or "Dongxiang" in other or "Shiqiao" not in both or "Dongxiang" not in both:
        yield "a chart has the lines of another case, or lacks one"
    if both != turned:
        yield "the order of --case matters"


def the_same_each_time():
    """Two runs, and a file whose lines are in another order, give the same bytes."""
    head, *lines = EXAMPLE.read_bytes().splitlines(keepends=True)
    random.Random(7).shuffle(lines)
    shuffled = write("shuffled.shanhai", head + b"".join(lines))
    for kind in KINDS:
        for name in (*PICTURES, "text", "layout"):
            first, again = (chart("--kind", kind, "--format", name, **more).out for more in ({}, {"TZ": "Asia/Shanghai", "LC_TIME": "C"}))
            if first != again:
                yield f"{kind} {name}: another run, other bytes"
            if run("chart", shuffled, "--kind", kind, "--format", name, **SEARCHED).out != first:
                yield f"{kind} {name}: the order of the lines matters"
    for case in CASES:
        for kind in KINDS:
            which = ["--kind", kind, "--case", case, "--format", "layout"]
            if run("chart", shuffled, *which, **SEARCHED).out != chart(*which).out:
                yield f"{kind} of {case}: the order of the lines matters"


def whole_or_not_at_all():
    """A disk that fills up, a folder that may not be written: no part of a file, and what was there stays."""
    for picture in PICTURES:
        old, new = write(f"old.{picture}", b"old"), FOLDER / f"new.{picture}"
        for path in (old, new):
            yield from told(chart("--kind", "funds", "--output", path, before=limited(1000)), 2, f"{path.name}: ")
        if old.read_bytes() != b"old" or new.exists():
            yield f"{picture}: something was written"
    yield from told(chart("--kind", "funds", "--output", FOLDER / "none" / "x.svg"), 2, "x.svg: ")
    yield from told(chart("--kind", "funds", "--output", FOLDER, "--format", "svg"), 2, "folder")
    (FOLDER / "folder.svg").mkdir()
    yield from told(chart("--kind", "funds", "--output", FOLDER / "folder.svg"), 2, "folder.svg: ", "folder")


def unwritable_folder():
    before = as_nobody()
    locked = FOLDER / "locked"
    locked.mkdir(mode=0o555)
    yield from told(chart("--kind", "funds", "--output", locked / "x.svg", before=before), 2, "x.svg: ", "can’t be written")
    if list(locked.iterdir()):
        yield "something was written"


def empty_casebooks():
    """A casebook without a figure, with one point, with zeros: a chart all the same."""
    place = {"record": "place", "id": "place-a", "name": "A"}
    case = {"record": "case", "id": "case-a", "title": "C"}

    def rate(number, value):
        return {"record": "observation", "id": f"observation-{number}", "case": "case-a", "subject": "place-a", "indicator": "poverty-incidence",
                "value": {"value": value, "unit": "percent"}, "period": str(2010 + number)}

    def flow(number, value):
        return {"record": "flow", "id": f"flow-{number}", "case": "case-a", "from": "place-a", "to": {"name": "B"}, "kind": "donation",
                "amount": {"value": value, "unit": "CNY"}}

    for name, records in (("nothing", []), ("places", [place, case]), ("one", [place, case, rate(1, "5"), flow(1, "5")]),
                          ("zeros", [place, case, rate(1, "0"), rate(2, "0"), flow(1, "0"), flow(2, "0")]),
                          ("below-zero", [place, case, rate(1, "-5"), rate(2, "-1"), flow(1, "-5")]),
                          ("vast", [place, case, rate(1, "9" * 30), rate(2, "0.000001"), flow(1, "9" * 30), flow(2, "0.01")])):
        path = book(f"{name}.shanhai", *records)
        for kind in KINDS:
            made = {f: run("chart", path, "--kind", kind, "--format", f, **SEARCHED) for f in (*PICTURES, "text", "layout")}
            for result in made.values():
                yield from done(result)
            if not made["text"].text.strip() or re.search(r"\b(nan|inf)", made["text"].text, re.I):
                yield f"{name}, {kind}: {made['text'].text!r}"
            yield from svg_root(made["svg"].out)[1]
            if "nodes" not in made["layout"].json and kind == "funds":
                yield f"{name}: layout {made['layout'].text[:80]}"


def money_is_told_honestly():
    """4.7亿 contains 1.3亿 for schools; plans, purchases and reimbursements aren't aid."""
    for which in ([], ["--case", "case-7n35m2trus"]):
        english = chart("--kind", "funds", "--format", "text", *which).plain.split("\n")[0]
        chinese = chart("--kind", "funds", "--format", "text", "--lang", "zh_CN", *which).plain.split("\n")[0]
        if "nearly 470 M" not in english or "130 M" not in english or "近4.7亿" not in chinese or "1.3亿" not in chinese:
            yield f"title: {english} / {chinese}"
    links = chart("--kind", "funds", "--case", "case-7n35m2trus", "--format", "layout").json["links"]
    donor = [link for link in links if "party-l45wehvbnz" in link["source"]]
    if sum(link["value"] for link in donor) != 470e6 or sorted(link["value"] for link in donor) != [130e6, 340e6]:
        yield f"out of the total goes {[link['value'] for link in donor]}, a part stands beside its total"
    apart = {"investment", "purchase", "reimbursement"}
    for flow in (r for r in RECORDS if r["record"] == "flow"):
        is_apart = flow.get("kind") in apart or flow.get("status") == "planned" or flow["amount"].get("planned", False)
        links = chart("--kind", "funds", "--case", flow["case"], "--format", "layout").json["links"]
        if is_apart and any(link["value"] == float(flow["amount"]["value"]) for link in links):
            yield f"{flow['id']}, {flow.get('kind')}, {flow.get('status')}: {flow['amount']['value']} is drawn as aid"
    largest = max(link["value"] for link in chart("--kind", "funds", "--format", "layout").json["links"])
    if largest > 470e6:
        yield f"a band of {largest}"
    note = chart("--kind", "funds", "--format", "text").plain
    if "7 B CNY" not in note or "24.9786 M" not in note:
        yield "what isn't drawn isn't told either"


if __name__ == "__main__":
    tap.run(*(call(all_formats, kind=kind, case=case) for kind in KINDS for case in (None, *CASES)), pdf_has_its_title, output_to_standard_output,
            standard_input, size_and_scale, any_size_is_a_chart, language, theme, by, title, cases_are_kept_apart, the_same_each_time,
            whole_or_not_at_all, unwritable_folder, empty_casebooks, money_is_told_honestly, leftovers)
