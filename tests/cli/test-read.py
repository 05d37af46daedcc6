# test-read.py - read: the figures of an article. SPDX-License-Identifier: GPL-3.0-or-later

import json
import re

from command_line import FOLDER, done, run, tap, told, write

ARTICLE = ("山前县脱贫纪实\n2020-10-15 10:48:06 来源：某报\n去年，共计投入援助资金近4.7亿元，贫困发生率从38.74%下降到4.25%。\n"
           "贫困户人均增收3000—5000元，計劃再新建5個(gè)衛生室。\n")
MEMBERS = ["quote", "start", "length", "value", "precision", "unit", "qualifier", "counted", "period", "kind"]
TEXT = write("article.txt", ARTICLE)


def is_the_contract():
    yield from done(result := run("read", TEXT))
    figures = json.loads(result.out, parse_float=str, parse_int=str)
    found = [(f["quote"], f["value"], f.get("value_hi"), f["precision"], f["unit"], f["qualifier"], f["period"], f["kind"]) for f in figures]
    expected = [("近4.7亿元", "470000000", None, "10000000", "CNY", "nearly", "2019", "fund"),
                ("38.74%", "38.74", None, "0.01", "percent", "exact", "2019", "indicator"),
                ("4.25%", "4.25", None, "0.01", "percent", "exact", "2019", "indicator"),
                ("3000—5000元", "3000", "5000", "1", "CNY", "exact", None, "indicator"),
                ("5個(gè)", "5", None, "1", "clinic", "planned", None, "output")]
    if found != expected:
        yield f"found {found}"
    for figure in figures:
        members = [m for m in figure if m != "value_hi"]
        if members != MEMBERS:
            yield f"members {members}"
        start, length = int(figure["start"]), int(figure["length"])
        if ARTICLE[start:start + length] != figure["quote"]:
            yield f"{figure['quote']} isn't at {start}"
        if figure["counted"] not in ARTICLE:
            yield f"counted {figure['counted']} isn't in the text"


def numbers_are_plain():
    result = run("read", "-", stdin="投入4.78万亿元，占0.05%，发放0.5吨。".encode())
    for number in re.findall(r'"(?:value|precision)":([^,}]+)', result.text):
        if not re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?", number):
            yield f"{number} is no plain decimal"


def line_ends_count_as_one():
    plain = run("read", "-", stdin=ARTICLE.encode()).json
    for other in (ARTICLE.replace("\n", "\r\n"), ARTICLE.replace("\n", "\r"), "\ufeff" + ARTICLE):
        if run("read", "-", stdin=other.encode()).json != plain:
            yield f"{other[:12]!r}: other figures than with LF"


def published_wins_over_the_heading():
    for day, year in (("2018-03-01", "2017"), ("2021", "2020")):
        yield from done(result := run("read", TEXT, "--published", day))
        if result.json[0]["period"] != year:
            yield f"--published {day}: 去年 is {result.json[0]['period']}"


def table_speaks_the_language():
    english, chinese = run("read", TEXT, "--format", "table", "--lang", "en"), run("read", TEXT, "--format", "table", "--lang", "zh_CN")
    yield from done(english)
    yield from done(chinese)
    if len(english.text.splitlines()) != 6 or any(line.count("\t") != 5 for line in english.text.splitlines()):
        yield "not a line for each figure with six columns"
    if not english.text.startswith("Place\t"):
        yield "no heads"
    if run("read", TEXT, "--lang", "zh_CN").out != run("read", TEXT, "--lang", "en").out:
        yield "JSON speaks a language"


def nothing_in_it():
    for text in ("", "\n\n", "没有数字。"):
        yield from done(result := run("read", "-", stdin=text.encode()))
        if result.json != []:
            yield f"{text!r}: {result.text}"


def bad_input():
    write("bad.txt", "第一行\n".encode() + b"\xff\xfe\n")
    write("nul.txt", b"a\0b 12\n")
    yield from told(run("read", FOLDER / "bad.txt"), 2, "bad.txt:2", "UTF-8")
    yield from told(run("read", FOLDER / "nul.txt"), 2, "nul.txt:1", "UTF-8")
    yield from told(run("read", FOLDER / "none.txt"), 2, "none.txt")
    yield from told(run("read", FOLDER), 2)
    yield from told(run("read"), 2, "read --help")
    yield from told(run("read", TEXT, TEXT), 2, "read --help")
    yield from told(run("read", TEXT, "--format", "csv"), 2, "--format")
    yield from told(run("read", TEXT, "--published", "yesterday"), 2, "--published")


def full_standard_output():
    with open("/dev/full", "wb") as full:
        yield from told(run("read", TEXT, stdout=full), 2, "standard output")


if __name__ == "__main__":
    tap.run(is_the_contract, numbers_are_plain, line_ends_count_as_one, published_wins_over_the_heading, table_speaks_the_language, nothing_in_it, bad_input,
            full_standard_output)
