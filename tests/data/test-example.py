#!/usr/bin/env python3
# test-example.py - is the example casebook sound, and does it hold what the articles say? SPDX-License-Identifier: GPL-3.0-or-later
"""test-example.py SOURCE_ROOT [ARTICLES]

Reads data/examples/example.shanhai and data/vocabulary/vocabulary.json without the program, and prints TAP. Where the folder
of annotated articles is there, counts the share of their figures that stand in the casebook; else skips that.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from decimal import Decimal
from pathlib import Path

sys.dont_write_bytecode = True  # leaves the source folder as it is

import casebook_file as cf  # noqa: E402

SHARE_WANTED = 0.95
LONGEST_BORROWED = 16  # code points in a row that may also stand in an article: names, not sentences

# Publisher and date of each annotated article
ARTICLES = {
    "000": ("福建日报", "2020-11-02"),
    "001": ("厦门日报", "2020-10-15"),
    "002": ("贵州广播电视台", "2020-07-22"),
    "003": ("省卫生健康委", None),
    "004": ("云南网", "2020-05-25"),
}


class Book:
    def __init__(self, root):
        self.raw = (root / "data/examples/example.shanhai").read_bytes()
        self.lines = self.raw.decode("utf-8").split("\n")
        self.header = json.loads(self.lines[0])
        self.records = [json.loads(line) for line in self.lines[1:-1]]
        self.by_id = {r["id"]: r for r in self.records}
        self.vocabulary = json.loads((root / "data/vocabulary/vocabulary.json").read_text("utf-8"))
        self.keys = {name: {term["key"] for term in terms} for name, terms in self.schemes()}
        own = [r for r in self.records if r["record"] == "indicator"]
        self.keys["indicators"] |= {r["key"] for r in own}
        self.talent = {i["key"] for i in self.vocabulary["indicators"] if i.get("heading") == "talent"}

    def schemes(self):
        for name, terms in self.vocabulary.items():
            if isinstance(terms, list):
                yield name, terms
            else:
                for inner, inner_terms in terms.items():
                    yield f"{name}.{inner}", inner_terms

    def of_type(self, kind):
        return [r for r in self.records if r["record"] == kind]

    def text(self, source_id):
        return self.by_id.get(source_id, {}).get("text")


# Each check yields what is wrong, one line a fault

def check_lines(book):
    if not book.raw.endswith(b"\n") or b"\r" in book.raw or b"\0" in book.raw:
        yield "lines don't end in one line feed each"
    if list(book.header) != cf.HEADER_MEMBERS or book.header["record"] != "casebook" or book.header["format"] != 1:
        yield "the first line isn't the casebook record of format 1"
    for number, (line, record) in enumerate(zip(book.lines, [book.header, *book.records]), 1):
        if cf.dump(record) != line:
            yield f"line {number} isn't in canonical form"


def check_order(book):
    ranks = [(cf.TYPES.index(r["record"]), r["id"].encode()) for r in book.records]
    for number, (a, b) in enumerate(zip(ranks, ranks[1:]), 3):
        if a >= b:
            yield f"line {number} stands in the wrong place"


def check_members(book):
    for r in book.records:
        parts = [(r, cf.members(r))] + [(q, cf.QUANTITY_MEMBERS) for q in cf.quantities(r)]
        parts += [(g, cf.GROUP_MEMBERS) for g in cf.groups(r)] + [(c, cf.CITATION_MEMBERS) for c in r.get("citations", [])]
        for part, order in parts:
            if not cf.is_subsequence(part, order):
                yield f"{r['id']}: members {list(part)} aren't in the order {order}"
            if any(v is None or v is False or v in ("", [], {}) for v in part.values()):
                yield f"{r['id']}: a default is written out"


def check_ids(book):
    for id_, n in Counter(r["id"] for r in book.records).items():
        if n > 1:
            yield f"{id_} occurs {n} times"
    for r in book.records:
        if not re.fullmatch(rf"{r['record']}-[a-z2-7]{{10}}", r["id"]):
            yield f"{r['id']}: not the type and ten base32 characters"


def check_references(book):
    for r in book.records:
        for member, id_ in cf.references(r):
            kind = book.by_id.get(id_, {}).get("record")
            if kind not in cf.REFERENCES[member]:
                yield f"{r['id']}: {member} names {id_}, which is {kind or 'not there'}"
        programme = book.by_id.get(r.get("programme"))
        if programme and programme.get("case") != r["case"]:
            yield f"{r['id']}: its programme belongs to another case"


def check_places(book):
    for place in book.of_type("place"):
        seen, at = set(), place
        while at.get("parent") and at["id"] not in seen:
            seen.add(at["id"])
            at = book.by_id.get(at["parent"], {})
        if at.get("level") != "country":
            yield f"{place['id']}: its parents don't lead to a country"
        code, parent = place.get("code"), book.by_id.get(place.get("parent"), {})
        if code is None:
            continue
        zeros = {"province": "0000", "prefecture": "00", "county": ""}.get(place["level"])
        if not re.fullmatch(r"[1-9][0-9]{5}", code) or zeros is None or not code.endswith(zeros):
            yield f"{place['id']}: {code} isn't a GB/T 2260 code of a {place['level']}"
        above = parent.get("code", "").removesuffix("00").removesuffix("00")
        if not code.startswith(above):
            yield f"{place['id']}: {code} doesn't lie in {parent['code']}"


def check_part_of(book):
    for r in book.records:
        seen, at = set(), r
        while "part_of" in at and at["id"] not in seen:
            seen.add(at["id"])
            at = book.by_id.get(at["part_of"], {})
        if at.get("id") in seen:
            yield f"{r['id']}: is a part of itself"
        whole = book.by_id.get(r.get("part_of"))
        if whole is None:
            continue
        part, whole = cf.quantities(r)[0], cf.quantities(whole)[0]
        if Decimal(part["value"]) > Decimal(whole["value"]):
            yield f"{r['id']}: a part is greater than its whole"
    for whole in book.of_type("flow"):
        parts = [r for r in book.of_type("flow") if r.get("part_of") == whole["id"]]
        if sum(Decimal(r["amount"]["value"]) for r in parts) > Decimal(whole["amount"]["value"]):
            yield f"{whole['id']}: its parts are more than it"


def check_quantities(book):
    for r in book.records:
        for q in cf.quantities(r):
            for member in ("value", "value_hi", "precision"):
                if member in q and not cf.DECIMAL.fullmatch(q[member]):
                    yield f"{r['id']}: {member} {q[member]!r} isn't a plain decimal"
            if q.get("precision") == "1" or q.get("qualifier") == "exact":
                yield f"{r['id']}: a default is written out"
            if q["unit"] not in book.keys["units"] or q.get("qualifier", "exact") not in book.keys["qualifiers"]:
                yield f"{r['id']}: unknown unit or qualifier"


def check_printed(book):
    """Every quantity must be what a citation of its record prints, to the last digit."""
    for r in book.records:
        printed = [cf.printed_number(c["quote"]) for c in r.get("citations", [])]
        for q in cf.quantities(r):
            if (Decimal(q["value"]), Decimal(q.get("precision", 1))) not in printed:
                yield f"{r['id']}: {q['value']} {q['unit']} isn't what its citations print"


def check_periods(book):
    for r in book.records:
        for member in ("period", "published", "on"):
            if member in r and not cf.PERIOD.fullmatch(r[member]):
                yield f"{r['id']}: {member} {r[member]!r} isn't EDTF"


def check_keys(book):
    schemes = {
        ("place", "level"): "levels.place", ("pairing", "level"): "levels.pairing", ("party", "kind"): "kinds.party",
        ("case", "kind"): "kinds.case", ("flow", "kind"): "kinds.flow", ("event", "kind"): "kinds.event",
        ("source", "kind"): "kinds.source", ("flow", "status"): "status.flow", ("programme", "status"): "status.programme",
        ("programme", "mode"): "modes", ("exchange", "role"): "roles.exchange", ("exchange", "direction"): "directions",
        ("exchange", "purpose"): "kinds.exchange-purpose", ("observation", "role"): "roles.observation",
        ("observation", "indicator"): "indicators", ("indicator", "unit"): "units",
        ("indicator", "direction"): "indicator-directions", ("decision", "verdict"): "verdicts",
    }
    for r in book.records:
        for member in r:
            scheme = "sectors" if member == "sector" else schemes.get((r["record"], member))
            if scheme and r[member] not in book.keys[scheme]:
                yield f"{r['id']}: {member} {r[member]!r} isn't in {scheme}"
        for group in cf.groups(r):
            if group.get("kind") not in book.keys["kinds.party"] | book.keys["levels.place"]:
                yield f"{r['id']}: group kind {group.get('kind')!r}"
        if r["record"] in ("flow", "programme") and "sector" not in r:
            yield f"{r['id']}: no sector"


def check_languages(book):
    texts = [("header", book.header["title"])]
    texts += [(f"{r['id']} {where}", text) for r in book.records for where, text in cf.language_objects(r)]
    for where, text in texts:
        if not isinstance(text, dict) or list(text) != cf.LANGUAGES or not all(text.values()):
            yield f"{where}: not in both languages"
    for name, terms in book.schemes():
        for term in terms:
            if not term.get("en") or not term.get("zh"):
                yield f"vocabulary {name}: {term['key']} not in both languages"


def check_vocabulary(book):
    for name, terms in book.schemes():
        for key, n in Counter(term["key"] for term in terms).items():
            if n > 1:
                yield f"{name}: {key} occurs {n} times"
    for i in book.vocabulary["indicators"]:
        if i["unit"] not in book.keys["units"] or i["sector"] not in book.keys["sectors"]:
            yield f"{i['key']}: unknown unit or sector"
        if i["direction"] not in book.keys["indicator-directions"] or not isinstance(i["stock"], bool):
            yield f"{i['key']}: direction or stock"


def check_citations(book):
    for r in book.records:
        for c in r.get("citations", []):
            text = book.text(c["source"])
            if c["length"] != len(c["quote"]) or c["start"] < 0 or c["paragraph"] < 1:
                yield f"{r['id']}: {c['quote']}: length, start or paragraph"
            if text is None:
                if "hash" in c:
                    yield f"{r['id']}: {c['quote']}: a hash, but no text is held"
                continue
            if text[c["start"]:c["start"] + c["length"]] != c["quote"]:
                yield f"{r['id']}: {c['quote']} isn't at {c['start']}"
            number = cf.paragraph_at(text, c["start"])
            digest = hashlib.sha256(cf.paragraphs(text)[number - 1].encode()).hexdigest()[:16]
            if (c["paragraph"], c["hash"]) != (number, digest):
                yield f"{r['id']}: {c['quote']}: paragraph or hash"


# With the articles

def find_source(book, publisher, published):
    return next((s for s in book.of_type("source")
                 if s["publisher"]["zh"] == publisher and s.get("published") == published), None)


def type_is_right(book, kind, record):
    """Whether an annotated figure of that kind may stand in that record."""
    type_ = record["record"]
    if kind == "fund":
        return type_ == "flow" or (type_ == "observation" and record["value"]["unit"] == "CNY")
    if kind == "output":
        return type_ in ("observation", "exchange") or (type_ == "flow" and record["kind"] == "purchase")
    if kind == "exchange":
        return type_ == "exchange" or (type_ == "observation" and record["indicator"] in book.talent)
    if kind == "pairing":
        return type_ in ("pairing", "observation")
    if kind == "event":
        return type_ in ("event", "exchange", "observation")
    return type_ == "observation"


def holds(record, figure, source):
    """Whether the record has that figure, cited at its place, and with its value, unit and qualifier."""
    if not any((c["source"], c["start"], c["quote"]) == (source["id"], figure["start"], figure["quote"])
               for c in record.get("citations", [])):
        return False
    high = figure.get("value_hi")
    wanted = "exact" if figure["qualifier"] == "planned" else figure["qualifier"]
    return any(Decimal(q["value"]) == Decimal(str(figure["value"]))
               and (Decimal(q["value_hi"]) if "value_hi" in q else None) == (Decimal(str(high)) if high is not None else None)
               and q["unit"] == figure["unit"] and q.get("qualifier", "exact") == wanted
               and (figure["qualifier"] != "planned" or q.get("planned", False))
               for q in cf.quantities(record))


def periods_agree(period, wanted):
    """The same; or the total up to the day as of which the article prints it; or one to the day, the other to the year."""
    if period is None or wanted is None or period == wanted:
        return period == wanted
    if period == f"../{wanted}" or period.partition("/")[2] == wanted:
        return True
    return "/".join(p[:4] for p in period.split("/")) == "/".join(p[:4] for p in wanted.split("/"))


def check_articles(book, folder):
    """Fails under the wanted share; prints the share and what is missing as comments."""
    total = found = agreeing = 0
    for number, (publisher, published) in ARTICLES.items():
        source = find_source(book, publisher, published)
        if source is None:
            yield f"no source of {publisher}, {published}"
            continue
        for figure in json.loads((folder / f"{number}.json").read_text("utf-8")):
            total += 1
            records = [r for r in book.records
                       if holds(r, figure, source) and type_is_right(book, figure["kind"], r)]
            if not records:
                print(f"# missing: {number} {figure['quote']} at {figure['start']} ({figure['kind']}, {figure['counted']})")
                continue
            found += 1
            if any(periods_agree(r.get("period"), figure["time"]) for r in records):
                agreeing += 1
            else:
                print(f"# period: {number} {figure['quote']} ({figure['counted']}): "
                      f"{[r.get('period') for r in records]}, annotated {figure['time']}")
    print(f"# {found} of {total} annotated figures stand in the casebook: {found / total:.1%}; "
          f"the periods of {agreeing} of these agree")
    if found / total < SHARE_WANTED:
        yield f"{found} of {total} figures is under {SHARE_WANTED:.0%}"


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts_of(item)


def check_borrowed(book, folder):
    """Facts come from the articles, sentences don't."""
    articles = "\n".join((folder / f"{n}.txt").read_text("utf-8") for n in ARTICLES)
    n = LONGEST_BORROWED + 1
    runs = {articles[i:i + n] for i in range(len(articles) - n)}
    for r in book.records:
        bare = {m: v for m, v in r.items() if not (r["record"] == "source" and m == "title")}
        for text in texts_of(bare):
            for i in range(len(text) - n + 1):
                if text[i:i + n] in runs:
                    yield f"{r['id']}: {text[i:i + n]!r} stands in an article"
                    break


CHECKS = [check_lines, check_order, check_members, check_ids, check_references, check_places, check_part_of, check_quantities,
          check_printed, check_periods, check_keys, check_languages, check_vocabulary, check_citations]
ARTICLE_CHECKS = [check_articles, check_borrowed]


def main(argv):
    root = Path(argv[1]).resolve()
    folder = Path(argv[2]) if len(argv) > 2 else root.parent / "shared" / "articles"
    book = Book(root)
    failed = 0
    print(f"1..{len(CHECKS) + len(ARTICLE_CHECKS)}")
    for number, check in enumerate(CHECKS + ARTICLE_CHECKS, 1):
        name = check.__name__.removeprefix("check_").replace("_", " ")
        if check in ARTICLE_CHECKS and not (folder / "000.json").exists():
            print(f"ok {number} - {name} # SKIP the annotated articles aren't here")
            continue
        faults = list(check(book, folder) if check in ARTICLE_CHECKS else check(book))
        for fault in faults:
            print(f"# {fault}")
        print(f"{'not ok' if faults else 'ok'} {number} - {name}")
        failed += bool(faults)
    return 1 if failed else 0


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    sys.exit(main(sys.argv))
