#!/usr/bin/env python3
# test-check.py - the command “check” from outside: its contract, its exit status, its settled findings. SPDX-License-Identifier: GPL-3.0-or-later
"""test-check.py SHANHAI_CLI SOURCE_ROOT. Prints TAP."""

import json
import sys

sys.dont_write_bytecode = True  # leaves the source folder as it is

from command_line import EXAMPLE, FOLDER, run, tap, told, write  # noqa: E402

MEMBERS = ["check", "severity", "settled", "records", "printed", "computed", "message"]
SEVERITIES = ["contradiction", "doubtful", "incomplete", "confirmed"]
IDS = {json.loads(line).get("id") for line in EXAMPLE.read_text("utf-8").splitlines()}


def findings(path, status):
    result = run("check", path, "--format", "json")
    assert result.status == status, (result.status, result.text)
    return json.loads(result.out)


def json_is_as_promised():
    found = findings(EXAMPLE, 1)
    order = [(SEVERITIES.index(f["severity"])) for f in found]
    if order != sorted(order):
        yield "not by severity"
    for f in found:
        if list(f) != MEMBERS:
            yield f"members {list(f)}"
        if not isinstance(f["settled"], bool) or len(f["records"]) != len(f["printed"]) or not f["message"] or "{" in f["message"]:
            yield f"{f}"
        yield from (f"{i} isn't in the casebook" for i in f["records"] if i not in IDS)
        if f["computed"] is not None:
            float(f["computed"])


def example_holds_one_contradiction():
    wrong = [f for f in findings(EXAMPLE, 1) if f["severity"] == "contradiction"]
    if len(wrong) != 1 or wrong[0]["check"] != "ratio" or wrong[0]["printed"] != ["90.01%", "2497.86万元", "2775.27万元"] or wrong[0]["computed"] != "90.0042":
        yield f"{wrong}"


def told_and_confirmed():
    by_check = {}
    for f in findings(EXAMPLE, 1):
        by_check.setdefault(f["check"], []).append(f)
    for check, printed in (("difference", ["9.64万人", "10.92万人", "1.28万人"]), ("average", ["1.6万人", "9.64万人"]), ("sum", ["29个", "1个", "9个", "19个"])):
        if not any(f["printed"] == printed and f["severity"] == "confirmed" for f in by_check[check]):
            yield f"{check} {printed} isn't confirmed"
    if not any("282" in f["message"] and "301" in f["message"] and f["severity"] == "confirmed" for f in by_check["base"]):
        yield "the bases of 28.2万 and 30.1万 aren't told"


def json_speaks_no_language():
    plain = run("check", EXAMPLE, "--format", "json").out
    if any(run("check", EXAMPLE, "--format", "json", *a, **e).out != plain for a, e in ((["--lang", "zh_CN"], {}), ([], {"LANGUAGE": "zh_CN"}))):
        yield "--lang changes it"


def table_speaks_the_language():
    english, chinese = (run("check", EXAMPLE, "--lang", language).text for language in ("en", "zh_CN"))
    if "90.00%, but 90.01% is printed" not in english.replace("\u00a0", " "):
        yield "the contradiction isn't told in English"
    if "90.00%" not in chinese or "2497.86万元 ÷ 2775.27万元 × 100" not in chinese:
        yield "the numbers aren't in Chinese"


def decision_settles_until_a_figure_changes():
    wrong = next(f for f in findings(EXAMPLE, 1) if f["severity"] == "contradiction")
    decision = {"record": "decision", "id": "decision-aaaaaaaaaa", "about": {"check": wrong["check"], "records": wrong["records"], "seen": wrong["printed"]},
                "verdict": "accepted", "reason": "As printed."}
    lines = EXAMPLE.read_text("utf-8").splitlines()
    settled = FOLDER / "settled.shanhai"
    lines.append(json.dumps(decision))
    settled.write_text("\n".join(lines) + "\n", "utf-8")
    now = next(f for f in findings(settled, 0) if f["severity"] == "contradiction")
    if not now["settled"] or {**now, "settled": False} != wrong:
        yield f"{now}"

    i = next(i for i, line in enumerate(lines) if wrong["records"][1] in line and '"id":"' + wrong["records"][1] in line)
    lines[i] = lines[i].replace('"value":"24978600"', '"value":"24978500"')
    changed = FOLDER / "changed.shanhai"
    changed.write_text("\n".join(lines) + "\n", "utf-8")
    if not any(f["check"] == "ratio" and f["severity"] == "contradiction" and not f["settled"] for f in findings(changed, 1)):
        yield "it doesn't come back"


def the_same_from_standard_input():
    if run("check", "-", "--format", "json", stdin=EXAMPLE.read_bytes()).out != run("check", EXAMPLE, "--format", "json").out:
        yield "other findings"


def nothing_to_tell():
    empty = FOLDER / "empty.shanhai"
    empty.write_text('{"record":"casebook","format":1,"title":"t"}\n', "utf-8")
    if run("check", empty, "--format", "json").out != b"[]\n" or findings(empty, 0):
        yield "an empty casebook has findings"
    if run("check", empty).status != 0:
        yield "exit status"


def end_before_start_is_told():
    turned = FOLDER / "turned.shanhai"
    programme = '{"record":"programme","id":"programme-a","case":"case-a","title":"P","period":"2020/2016"}'
    place = '{"record":"place","id":"place-a","name":"A"}'
    turned.write_text('{"record":"casebook","format":1,"title":"t"}\n' + place + "\n" + programme + "\n", "utf-8")
    found = findings(turned, 1)
    if [(f["check"], f["severity"], f["records"], f["printed"]) for f in found] != [("dates", "contradiction", ["programme-a"], ["2020/2016"])]:
        yield f"{found}"
    yield from told(run("check", write("bad.shanhai", turned.read_bytes() + b'{"record":"place"'), "--format", "json"), 2, "bad.shanhai")


def other_faults_of_a_turned_line_are_told():
    header = '{"record":"casebook","format":1,"title":"t"}\n'
    flow = '{"record":"flow","id":"flow-a","period":"2020/2016","amount":{"value":"1e5","unit":"CNY"}}\n'
    yield from told(run("check", write("both.shanhai", (header + flow).encode())), 2, "both.shanhai:2: “amount.value”")
    # the text of a turned time in a place where no time stands
    note = '{"record":"place","id":"place-a","name":7,"note":"\\"period\\":\\"2020/2016\\""}\n'
    yield from told(run("check", write("note.shanhai", (header + note).encode())), 2, "note.shanhai:2: “name”")
    # an id that another record has
    place, twice = '{"record":"place","id":"a","name":"A"}\n', '{"record":"event","id":"a","title":"E","period":"2020/2016"}\n'
    yield from told(run("check", write("twice.shanhai", (header + place + twice).encode())), 2, "twice.shanhai:3")
    result = run("check", write("named.shanhai", (header + '{"record":"event","id":"event-a","title":"The opening","period":"2020/2016"}\n').encode()))
    if result.status != 1 or not result.text.startswith("The opening: a time ends before it begins: 2020/2016\n    event-a\n"):
        yield f"{result.status} {result.text!r}"


def newer_format_is_told():
    header = '{"record":"casebook","format":2,"title":"t"}\n'
    for format in ("json", "table"):
        result = run("check", write("newer.shanhai", header.encode()), "--format", format)
        if result.status != 1 or not result.out or "newer.shanhai:1: " not in result.err:
            yield f"{format}: {result.status} {result.err!r}"


def wrong_calls():
    for arguments, word in (([], "check --help"), ([EXAMPLE, EXAMPLE], "check --help"), ([EXAMPLE, "--format", "csv"], "csv"), ([FOLDER / "none"], "none")):
        yield from told(run("check", *arguments), 2, word)


if __name__ == "__main__":
    tap.run(json_is_as_promised, example_holds_one_contradiction, told_and_confirmed, json_speaks_no_language, table_speaks_the_language,
            decision_settles_until_a_figure_changes, the_same_from_standard_input, nothing_to_tell,
            end_before_start_is_told, other_faults_of_a_turned_line_are_told, newer_format_is_told, wrong_calls)
