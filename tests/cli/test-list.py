# test-list.py - list, help and wrong calls. SPDX-License-Identifier: GPL-3.0-or-later

import csv
import io
import json
import unicodedata

from command_line import EXAMPLE, FOLDER, HEADER, PLACE, book, done, run, tap, told, write

TYPES = ["place", "party", "case", "pairing", "programme", "flow", "exchange", "observation", "event", "source", "indicator", "decision"]
CSV_HEAD = ["record", "id", "label", "value", "value_hi", "unit", "qualifier", "period", "quote", "source", "case"]
COMMANDS = ["list", "chart", "apply"]
FIGURE = {"flow": "amount", "observation": "value", "exchange": "count"}

LINES = EXAMPLE.read_bytes().splitlines(keepends=True)[1:]
RECORDS = [json.loads(line) for line in LINES]


def of_case(record, case):
    return case in (record.get("case"), record["id"])


def json_is_as_stored():
    yield from done(everything := run("list", EXAMPLE, "--format", "json"))
    if everything.out != b"".join(LINES):
        yield "not the file's own lines"
    for kind in TYPES:
        expected = b"".join(line for line, record in zip(LINES, RECORDS) if record["record"] == kind)
        if run("list", EXAMPLE, "--type", kind, "--format", "json").out != expected:
            yield f"--type {kind}: not the file's own lines"
    for case in (r["id"] for r in RECORDS if r["record"] == "case"):
        expected = b"".join(line for line, record in zip(LINES, RECORDS) if of_case(record, case))
        if run("list", EXAMPLE, "--case", case, "--format", "json").out != expected:
            yield f"--case {case}: not the file's own lines"
        expected = b"".join(line for line, record in zip(LINES, RECORDS) if record.get("case") == case and record["record"] == "flow")
        if run("list", EXAMPLE, "--case", case, "--type", "flow", "--format", "json").out != expected:
            yield f"--case {case} --type flow: not the file's own lines"


def json_knows_no_language():
    plain = run("list", EXAMPLE, "--format", "json").out
    for arguments, environment in ((["--lang", "zh_CN"], {}), ([], {"LANGUAGE": "zh_CN"}), ([], {"LC_ALL": "C", "LANGUAGE": ""})):
        if run("list", EXAMPLE, "--format", "json", *arguments, **environment).out != plain:
            yield f"changed by {arguments} {environment}"


def json_keeps_what_it_does_not_know():
    strange = [b'{"record":"place","id":"place-b","name":"B","level":"county","x":{"y":[1.50,null]}}\n', b'{"record":"galaxy","id":"galaxy-1","x":38.74}\n']
    path = write("strange.shanhai", HEADER + PLACE + b"".join(strange))
    result = run("list", path, "--format", "json")
    yield from done(result)
    if result.out != PLACE + b"".join(strange):
        yield f"changed: {result.out!r}"


def csv_parses():
    result = run("list", EXAMPLE, "--format", "csv")
    yield from done(result)
    head, *rows = csv.reader(io.StringIO(result.text, newline=""), strict=True)
    if head != CSV_HEAD:
        yield f"head: {head}"
    if [row[1] for row in rows] != [r["id"] for r in RECORDS]:
        yield "not one row for each record"
    for row, record in zip(rows, RECORDS):
        if len(row) != len(CSV_HEAD):
            yield f"{record['id']}: {len(row)} cells"
        quantity = record.get(FIGURE.get(record["record"]), {})
        expected = [quantity.get("value", ""), quantity.get("value_hi", ""), quantity.get("unit", "")]
        if expected[0] and row[3:6] != expected:
            yield f"{record['id']}: figure {row[3:6]}, not {expected}"
        if quantity.get("qualifier") and row[6] != quantity["qualifier"]:
            yield f"{record['id']}: qualifier {row[6]}"
        quotes = [c["quote"] for c in record.get("citations", []) if "quote" in c]
        if row[8] != (quotes[0] if quotes else ""):
            yield f"{record['id']}: quote {row[8]!r}"


def csv_quotes():
    """What a name can hold: quotes, commas, line feeds."""
    names = ['a "b" c', "a, b", "a\nb", "a\r\nb", '"', "  a  ", "é,中"]
    path = book("quotes.shanhai", *({"record": "place", "id": f"place-{i}", "name": name} for i, name in enumerate(names)))
    rows = list(csv.reader(io.StringIO(run("list", path, "--format", "csv").text, newline=""), strict=True))[1:]
    if [row[2] for row in rows] != names:
        yield f"{[row[2] for row in rows]}"


def width(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def table_columns_stand_below_each_other():
    """Each column begins at the same place in every line, Chinese characters counted as two."""
    for language in ("en", "zh_CN"):
        result = run("list", EXAMPLE, "--lang", language)
        yield from done(result)
        head, *rows = result.text.splitlines()
        if len(rows) != len(RECORDS):
            yield f"{language}: {len(rows)} rows"
        start = width(head[:head.index("  ")])
        start += len(head[head.index("  "):]) - len(head[head.index("  "):].lstrip())
        for row, record in zip(rows, RECORDS):
            at, used = 0, 0
            while used < start:
                used += width(row[at])
                at += 1
            if not row[at:].startswith(record["id"]):
                yield f"{language}: {row!r}"
        cells = [row.rstrip() for row in rows]
        if cells != rows:
            yield f"{language}: spaces at the end of a line"


def table_speaks_the_language():
    english, chinese = (run("list", EXAMPLE, "--type", "flow", "--lang", language).plain for language in ("en", "zh_CN"))
    if "nearly 470 000 000 CNY" not in english or "470 " in chinese or chinese.count("近4.7亿元") < 2:
        yield "number forms don't follow --lang"
    if run("list", EXAMPLE, "--type", "flow", LANGUAGE="zh_CN").plain != chinese:
        yield "the locale's language isn't that of --lang"


def one_line_a_record_whatever_its_name():
    path = book("lines.shanhai", {"record": "place", "id": "place-a", "name": "a\nb\tc\u2028d"}, {"record": "place", "id": "place-b", "name": "中" * 3000})
    result = run("list", path)
    yield from done(result)
    if len(result.text.split("\n")) != 4 or max(map(width, result.text.splitlines())) > 200:
        yield repr(result.text[:300])


def standard_input():
    if run("list", "-", stdin=EXAMPLE.read_bytes()).out != run("list", EXAMPLE).out:
        yield "another list"


def help_and_version():
    for arguments in (["--help"], ["-h"], ["--version"], *([c, "--help"] for c in COMMANDS), *([c, "-h"] for c in COMMANDS)):
        yield from done(result := run(*arguments))
        if not result.out.endswith(b"\n"):
            yield f"{arguments}: no line"
    everything = run("--help").text
    yield from (f"--help doesn't name {c}" for c in COMMANDS if c not in everything)
    if not run("--version").text.startswith("shanhai-cli "):
        yield f"{run('--version').text}"
    for command, options in (("list", ["--type", "--case", "--format", "--lang"]), ("apply", ["--output"]),
                             ("chart", ["--kind", "--case", "--graph", "--output", "--format", "--size", "--scale", "--lang", "--theme", "--by"])):
        text = run(command, "--help").text
        yield from (f"{command} --help lacks {option}" for option in options if option not in text)


def wrong_calls():
    for arguments, word in (
            ([], "--help"), (["frobnicate"], "frobnicate"), (["a\nb"], "a\\u000ab"), (["--frobnicate"], "frobnicate"), (["list"], "list --help"),
            (["list", EXAMPLE, EXAMPLE], "list --help"), (["list", EXAMPLE, "--format", "xml"], "xml"), (["list", EXAMPLE, "--format", ""], "table"),
            (["list", EXAMPLE, "--type", "galaxy"], "galaxy"), (["list", EXAMPLE, "--type", ""], "--type"), (["list", EXAMPLE, "--case", "case-none"], "case-none"),
            (["list", EXAMPLE, "--frobnicate"], "--frobnicate"), (["list", EXAMPLE, "--format"], "--format"),
            (["list", EXAMPLE, "--case", RECORDS[0]["id"]], RECORDS[0]["id"]),
            (["apply", EXAMPLE], "apply --help"), (["apply"], "apply --help"), (["apply", "-", "-"], "standard input"),
            (["chart"], "--kind"), (["chart", "--kind", "funds", "--format", "svg"], "chart --help"), (["chart", EXAMPLE, "--format", "svg"], "--kind"),
            (["chart", EXAMPLE, "--kind", "pie", "--format", "svg"], "pie"), (["chart", EXAMPLE, "--kind", "funds"], "--output"),
            (["chart", EXAMPLE, "--kind", "funds", "--output", FOLDER / "x.gif"], "x.gif"),
            (["chart", EXAMPLE, "--kind", "funds", "--output", FOLDER / "x"], ".svg"),
            (["chart", EXAMPLE, "--kind", "funds", "--format", "gif"], "gif"),
            (["chart", EXAMPLE, "--kind", "funds", "--format", "svg", "--theme", "pink"], "pink"),
            (["chart", EXAMPLE, "--kind", "funds", "--format", "svg", "--by", "colour"], "colour"),
            (["chart", EXAMPLE, "--kind", "poverty", "--format", "svg", "--by", "colour"], "colour"),
            (["chart", EXAMPLE, "--kind", "poverty", "--format", "svg", "--case", "case-none"], "case-none"),
            (["chart", EXAMPLE, "--kind", "poverty", "--graph", EXAMPLE, "--format", "svg"], "funds"),
            (["chart", EXAMPLE, "--kind", "funds", "--graph", EXAMPLE, "--format", "svg"], "--graph"),
            *((["chart", EXAMPLE, "--kind", "funds", "--format", "svg", "--size", size], "--size")
              for size in ("", "800", "800x", "x600", "800x600x", "0x0", "-800x600", "1e9x600", "nanxnan", "infxinf", "800 x 600", "20001x600", "49x600")),
            *((["chart", EXAMPLE, "--kind", "funds", "--format", "png", "--scale", scale], "--scale") for scale in ("", "0", "-1", "nan", "inf", "1e9", "two"))):
        yield from told(run(*arguments), 2, word)
    yield from ("a file was made" for f in ("x.gif", "x") if (FOLDER / f).exists())


def full_standard_output():
    with open("/dev/full", "wb") as full:
        for arguments in (["list", EXAMPLE], ["list", EXAMPLE, "--format", "json"], ["--help"], ["--version"], ["list", "--help"],
                          ["chart", EXAMPLE, "--kind", "funds", "--format", "svg"], ["apply", EXAMPLE, "/dev/null", "--output", "-"]):
            yield from told(run(*arguments, stdout=full), 2, "standard output")


if __name__ == "__main__":
    tap.run(json_is_as_stored, json_knows_no_language, json_keeps_what_it_does_not_know, csv_parses, csv_quotes, table_columns_stand_below_each_other,
            table_speaks_the_language, one_line_a_record_whatever_its_name, standard_input, help_and_version, wrong_calls, full_standard_output)
