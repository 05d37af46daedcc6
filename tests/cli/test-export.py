# test-export.py - export: nothing is lost, nothing garbled, nothing half-written. SPDX-License-Identifier: GPL-3.0-or-later

import csv
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

from command_line import EXAMPLE, FOLDER, HEADER, book, done, leftovers, limited, lines, run, tap, told, write

SOURCE = {"record": "source", "id": "source-a", "title": "S", "text": "one\r\ntwo"}
ODD = [
    {"record": "place", "id": "place-a", "name": {"zh": "甲", "en": "A"}, "code": "0931", "x": {"unknown": [1, 2.50]}},
    {"record": "party", "id": "party-a", "name": "=HYPERLINK(\"http://x\")", "note": "'=1"},
    {"record": "flow", "id": "flow-a", "from": ["place-a"], "to": {"name": "g; h", "count": {"value": "3", "unit": "company"}},
     "amount": {"value": "-5", "precision": "0.01", "unit": "CNY", "qualifier": "about", "planned": True}, "period": "2019-12", "tags": ["a; b", "c"],
     "citations": [{"source": "source-a", "quote": "q\n\"r\"", "start": 0, "length": 3}] * 12},
    {"record": "event", "id": "event-a", "title": "", "parties": []},
    SOURCE,
    {"record": "decision", "id": "decision-a", "about": {"check": "sum", "records": ["flow-a"], "seen": ["5"]}, "verdict": "accepted"},
    {"record": "later", "id": "later-a", "what": [None]},
]


def folder(name):
    path = FOLDER / name
    shutil.rmtree(path, ignore_errors=True)
    return path


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def there_and_back():
    for name, original in (("example", EXAMPLE), ("odd", book("odd.shanhai", *ODD))):
        out = folder(name)
        yield from done(run("export", original, "--format", "csv", "--output", out))
        empty = write("empty.shanhai", original.read_bytes().split(b"\n")[0] + b"\n")
        back = FOLDER / "back.shanhai"
        result = run("import", out, "--into", empty, "--output", back)
        if result.status != 0 or result.err:
            yield f"{name}: {result.err}"
        elif name == "example" and back.read_bytes() != original.read_bytes():
            yield "the example doesn't come back byte for byte"
        else:
            # canonical form of the same records
            same = run("apply", original, write("none.jsonl", b""), "--output", "-").out
            if back.read_bytes() != same:
                yield f"{name}: other records came back"
        again = back.read_bytes()
        run("import", out, "--into", back)
        if back.read_bytes() != again:
            yield f"{name}: importing twice changes something"


def plain_comes_back():
    original = book("odd.shanhai", *ODD)
    out = folder("plain")
    yield from done(run("export", original, "--format", "csv", "--plain", "--output", out))
    if (out / "place.csv").read_bytes()[:3] == b"\xef\xbb\xbf" or b"\r\n" in (out / "place.csv").read_bytes():
        yield "plain tables have a byte order mark or CRLF"
    back = FOLDER / "plain-back.shanhai"
    run("import", out, "--into", write("empty.shanhai", HEADER), "--output", back)
    if back.read_bytes() != run("apply", original, write("none.jsonl", b""), "--output", "-").out:
        yield "other records came back"


def for_excel():
    out = folder("excel")
    run("export", book("odd.shanhai", *ODD), "--format", "csv", "--output", out)
    raw = (out / "flow.csv").read_bytes()
    if not raw.startswith(b"\xef\xbb\xbf") or not raw.endswith(b"\r\n"):
        yield "no byte order mark or no CRLF"
    place, party, flow = table(out / "place.csv")[0], table(out / "party.csv")[0], table(out / "flow.csv")[0]
    if place["code"] != "\t0931":
        yield f"a leading zero is lost: {place['code']!r}"
    if not party["name"].startswith("'="):
        yield f"a formula: {party['name']!r}"
    if flow["amount.value"] != "-5" or flow["amount.unit"] != "CNY" or flow["amount.planned"] != "true" or flow["period"] != "\t2019-12":
        yield f"amount or period: {flow}"
    if flow["citation.source.label"] != "S" or flow["citation.quote"] != "q\n\"r\"" or "citation9.quote" not in flow or "citation10.quote" in flow:
        yield f"citations: {flow}"


def labels():
    out = folder("labels")
    run("export", EXAMPLE, "--format", "csv", "--lang", "zh_CN", "--output", out)
    row = table(out / "flow.csv")[0]
    if row["kind"] != "donation" or row["kind.label"] != "社会捐赠" or "元" not in row["amount.label"]:
        yield f"labels: {row}"


def changed_cells_win():
    """A person edits an exported table, also where the column json has the record."""
    out = folder("edited")
    run("export", book("odd.shanhai", *ODD), "--format", "csv", "--output", out)
    path = out / "flow.csv"
    path.write_bytes(path.read_bytes().replace(b",-5,", b",-7,", 1))
    back = FOLDER / "edited.shanhai"
    run("import", path, "--into", book("odd.shanhai", *ODD), "--output", back)
    flows = run("list", back, "--type", "flow", "--format", "json").json
    if flows["amount"]["value"] != "-7" or len(flows["citations"]) != 12 or flows["tags"] != ["a; b", "c"]:
        yield f"the edit: {flows}"


def json():
    result = run("export", EXAMPLE, "--format", "json", "--output", "-")
    yield from done(result)
    data = result.json
    count = sum(1 for line in EXAMPLE.read_text().splitlines()) - 1
    if data["casebook"]["record"] != "casebook" or sum(len(v) for v in data["records"].values()) != count:
        yield "records are missing"
    if run("export", write("none.shanhai", HEADER), "--format", "json", "--output", "-").json["records"]["flow"] != []:
        yield "an empty list is missing"


ORDER = ["iati-identifier", "reporting-org", "title", "description", "participating-org", "activity-status", "activity-date", "recipient-country", "location",
         "sector", "tag", "planned-disbursement", "transaction", "result"]


def iati():
    path = FOLDER / "x.xml"
    result = run("export", EXAMPLE, "--format", "iati", "--org-ref", "CN-TEST-1", "--output", path)
    if result.status != 0 or result.out:
        yield f"{result.status} {result.err}"
    for word in ("pairings are left out", "events are left out"):
        if word not in result.err:
            yield f"not told: {word}"
    root = ElementTree.parse(path).getroot()
    if root.tag != "iati-activities" or root.get("version") != "2.03" or len(root) != 7:
        yield "activities"
    ids = [a.findtext("iati-identifier") for a in root]
    if len(set(ids)) != len(ids) or not all(i.startswith("CN-TEST-1-case-") for i in ids):
        yield f"identifiers: {ids}"
    for activity in root:
        places = [ORDER.index(child.tag) for child in activity]
        if places != sorted(places):
            yield f"order: {[c.tag for c in activity]}"
        for needed in ORDER[:6] + ["recipient-country", "sector"]:
            if activity.find(needed) is None:
                yield f"{activity.findtext('iati-identifier')}: no {needed}"
        for transaction in activity.iter("transaction"):
            tags = [c.tag for c in transaction]
            if tags[:4] != ["transaction-type", "transaction-date", "value", "description"]:
                yield f"transaction: {tags}"
            float(transaction.findtext("value"))
        for narrative in activity.iter("narrative"):
            if not (narrative.text or "").strip():
                yield "an empty narrative"
    if shutil.which("xmllint") and subprocess.run(["xmllint", "--noout", str(path)], check=False).returncode != 0:
        yield "not well-formed"


def iati_escapes():
    nasty = {"record": "case", "id": "case-a", "title": "<a> & \"b\" \u0001 ]]>", "period": "2016/.."}
    result = run("export", book("nasty.shanhai", nasty), "--format", "iati", "--output", "-")
    title = ElementTree.fromstring(result.out).find("iati-activity/title/narrative").text
    if title != "<a> & \"b\"  ]]>":
        yield f"title: {title!r}"


def targets():
    out = folder("there")
    out.mkdir()
    yield from done(run("export", EXAMPLE, "--format", "csv", "--output", out))
    yield from told(run("export", EXAMPLE, "--format", "csv", "--output", out), 2, "there: ", "replaced")
    yield from done(run("export", EXAMPLE, "--format", "csv", "--output", out, "--overwrite"))
    (out / "mine.txt").write_text("x")
    yield from told(run("export", EXAMPLE, "--format", "csv", "--output", out, "--overwrite"), 2, "there: ", "other files")
    if not (out / "mine.txt").exists():
        yield "somebody's file is gone"
    yield from told(run("export", EXAMPLE, "--format", "csv", "--output", EXAMPLE), 2, "example.shanhai: ")
    yield from told(run("export", EXAMPLE, "--format", "csv", "--output", FOLDER / "none" / "deeper"), 2, "deeper: ")
    yield from told(run("export", EXAMPLE, "--format", "csv", "--output", "-"), 2, "--type")
    yield from told(run("export", EXAMPLE, "--format", "xls", "--output", "-"), 2, "xls")
    yield from told(run("export", EXAMPLE, "--format", "json"), 2, "--output")
    yield from told(run("export", EXAMPLE, "--output", "-"), 2, "--format")
    yield from told(run("export", EXAMPLE, "--format", "csv", "--type", "nothing", "--output", "-"), 2, "nothing")


def one_table():
    result = run("export", EXAMPLE, "--format", "csv", "--type", "flow", "--output", "-")
    yield from done(result)
    if not result.out.startswith(b"\xef\xbb\xbfrecord,id,"):
        yield "not the table of flows"


def full_disk():
    out = folder("full")
    yield from told(run("export", EXAMPLE, "--format", "csv", "--output", out, before=limited(8000)), 2, ".csv: ")
    yield from told(run("export", EXAMPLE, "--format", "json", "--output", FOLDER / "full.json", before=limited(8000)), 2, "full.json: ")
    if out.exists() or (FOLDER / "full.json").exists():
        yield "half an export was left"


if __name__ == "__main__":
    tap.run(there_and_back, plain_comes_back, for_excel, labels, changed_cells_win, json, iati, iati_escapes, targets, one_table, full_disk, leftovers)
