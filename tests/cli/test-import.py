# test-import.py - import: a table becomes records, all of them or none. SPDX-License-Identifier: GPL-3.0-or-later

import json

from command_line import EXAMPLE, FOLDER, HEADER, book, leftovers, limited, run, tap, told, write

CASE = {"record": "case", "id": "case-a", "title": "C"}
OTHER = {"record": "case", "id": "case-b", "title": "D"}
TABLE = "地区,年份,贫困发生率(%),备注\n东乡县,2018,25.5,甲\n东乡县,2019年底,4.25,\n"


def small(*records):
    return book("small.shanhai", *(records or (CASE,)))


def records(path, type_name):
    return [json.loads(line) for line in run("list", path, "--type", type_name, "--format", "json").text.splitlines()]


def simple():
    path = small()
    result = run("import", write("t.csv", TABLE), "--into", path)
    if result.status != 0 or result.err:
        yield f"{result.status} {result.err}"
    found = records(path, "observation")
    if sorted((o["value"]["value"], o["period"], o["case"]) for o in found) != [("25.5", "2018", "case-a"), ("4.25", "2019-12-31", "case-a")]:
        yield f"observations: {found}"
    source = records(path, "source")
    if [s["title"] for s in source] != ["t.csv"] or source[0]["kind"] != "statistics":
        yield f"source: {source}"
    for o in found:
        citation = o["citations"][0]
        if source[0]["text"][citation["start"]:citation["start"] + citation["length"]] != citation["quote"]:
            yield f"citation: {citation}"


def twice():
    path = small()
    run("import", write("t.csv", TABLE), "--into", path)
    before = path.read_bytes()
    run("import", write("t.csv", TABLE), "--into", path)
    if path.read_bytes() != before:
        yield "the second import changed something"


def encodings():
    expected = None
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        path = small()
        result = run("import", write("t.csv", TABLE.encode(encoding)), "--into", path)
        if result.status != 0:
            yield f"{encoding}: {result.err}"
        expected = expected or path.read_bytes()
        if path.read_bytes() != expected:
            yield f"{encoding}: other records"
    path = small()
    run("import", write("t.csv", TABLE.encode("gb18030")), "--into", path, "--encoding", "gbk")
    if path.read_bytes() != expected:
        yield "--encoding"
    yield from told(run("import", write("t.csv", TABLE.encode("gb18030")), "--into", path, "--encoding", "UTF-8"), 2, "t.csv: line 1")
    yield from told(run("import", write("t.csv", TABLE), "--into", path, "--encoding", "klingon"), 2, "--encoding")
    yield from told(run("import", write("t.csv", TABLE), "--into", path, "--delimiter", "x"), 2, "--delimiter")


def bad_rows():
    path = small()
    before = path.read_bytes()
    table = write("t.csv", TABLE + "东乡县,昨天,abc,\n")
    result = run("import", table, "--into", path)
    if result.status != 2 or "t.csv:4:B: " not in result.err or "t.csv:4:C: " not in result.err or result.out:
        yield f"{result.status} {result.err}"
    if path.read_bytes() != before:
        yield "something was imported"
    result = run("import", table, "--into", path, "--skip-bad-rows")
    if result.status != 1 or "t.csv:4:B: " not in result.err or len(records(path, "observation")) != 2:
        yield f"skipped: {result.status} {result.err}"


def mapping():
    path = small()
    table = write("m.csv", "甲,乙,丙\n东乡县,2018,3\n")
    yield from told(run("import", table, "--into", path), 2, "m.csv: ", "say which")
    remembered = FOLDER / "mappings.ini"
    result = run("import", table, "--into", path, "--map", "甲=subject", "--map", "B=period", "--map", "3=value", "--set", "indicator=poverty-headcount",
                 "--mapping", remembered)
    found = records(path, "observation")
    if result.status != 0 or [(o["indicator"], o["value"], o["period"]) for o in found] != [("poverty-headcount", {"value": "3", "unit": "person"}, "2018")]:
        yield f"{result.err} {found}"
    result = run("import", table, "--into", small(), "--mapping", remembered, "--set", "indicator=poverty-headcount")
    if result.status != 0:
        yield f"remembered: {result.err}"
    yield from told(run("import", table, "--into", path, "--map", "丁=value"), 2, "丁=value")
    yield from told(run("import", table, "--into", path, "--map", "甲=amount", "--type", "observation"), 2, "amount")
    yield from told(run("import", table, "--into", path, "--set", "x=y"), 2, "x=y")


def dry_run():
    path = small()
    before = path.read_bytes()
    result = run("import", write("t.csv", TABLE), "--into", path, "--dry-run")
    if result.status != 0 or "value=poverty-incidence" not in result.text or path.read_bytes() != before:
        yield f"{result.status} {result.text}"


def case():
    path = small(CASE, OTHER)
    run("import", write("t.csv", TABLE), "--into", path, "--case", "case-b")
    if {o.get("case") for o in records(path, "observation")} != {"case-b"}:
        yield "--case"
    yield from told(run("import", write("t.csv", TABLE), "--into", path, "--case", "case-z"), 2, "case-z")


def output():
    path = small()
    before = path.read_bytes()
    result = run("import", "-", "--into", path, "--output", "-", stdin=TABLE.encode())
    if result.status != 0 or not result.out.startswith(HEADER) or path.read_bytes() != before:
        yield f"{result.status} {result.err}"
    yield from told(run("import", "-", "--into", "-"), 2, "standard input")
    yield from told(run("import", write("t.csv", TABLE)), 2, "--into")
    yield from told(run("import", FOLDER / "none.csv", "--into", path), 2, "none.csv: ")
    yield from told(run("import", write("e.csv", ""), "--into", path), 2, "e.csv: ", "empty")
    yield from told(run("import", write("q.csv", "a,\"b\n"), "--into", path), 2, "q.csv: line 1")
    yield from told(run("import", write("t.csv", TABLE), "--into", path, "--type", "decision"), 2, "decision")


def full_disk():
    path = FOLDER / "full.shanhai"
    path.write_bytes(EXAMPLE.read_bytes())
    yield from told(run("import", write("t.csv", TABLE), "--into", path, before=limited(50000)), 2, "full.shanhai: ")
    if path.read_bytes() != EXAMPLE.read_bytes():
        yield "the casebook was changed"


if __name__ == "__main__":
    tap.run(simple, twice, encodings, bad_rows, mapping, dry_run, case, output, full_disk, leftovers)
