# casebook_file.py - the casebook format as a test sees it, apart from the program. SPDX-License-Identifier: GPL-3.0-or-later
"""Reads and writes .shanhai lines, and knows every record type's members in their order.

Written from the format's description alone and without the program's code, so that the two check each other.
"""

import json
import re
from decimal import Decimal

OWN_MEMBERS = {
    "place": ["name", "level", "code", "parent"],
    "party": ["name", "kind", "place"],
    "case": ["title", "kind", "assisting", "assisted", "period", "summary", "approach"],
    "pairing": ["case", "level", "assisting", "assisted", "period"],
    "programme": ["case", "title", "sector", "mode", "parties", "place", "period", "status"],
    "flow": ["case", "programme", "from", "via", "to", "kind", "status", "amount", "sector", "period", "cumulative", "basis",
             "part_of"],
    "exchange": ["case", "programme", "direction", "role", "purpose", "count", "sessions", "period"],
    "observation": ["case", "programme", "subject", "indicator", "value", "period", "role", "cumulative", "basis", "part_of"],
    "event": ["case", "title", "kind", "parties", "period"],
    "source": ["title", "publisher", "authors", "published", "url", "language", "kind", "reprint_of", "text"],
    "indicator": ["key", "name", "unit", "sector", "direction", "formula"],
    "decision": ["about", "verdict", "prefers", "reason", "by", "on"],
}
TYPES = list(OWN_MEMBERS)
HEADER_MEMBERS = ["record", "format", "title", "language", "created"]
QUANTITY_MEMBERS = ["value", "value_hi", "precision", "unit", "qualifier", "planned"]
GROUP_MEMBERS = ["name", "kind", "count"]
CITATION_MEMBERS = ["source", "quote", "start", "length", "paragraph", "hash"]
LANGUAGES = ["en", "zh"]

# member → the types of record that it may name
PLACE_OR_PARTY = {"place", "party"}
REFERENCES = {
    "parent": {"place"}, "place": {"place"}, "case": {"case"}, "programme": {"programme"}, "subject": PLACE_OR_PARTY,
    "assisting": PLACE_OR_PARTY, "assisted": PLACE_OR_PARTY, "from": PLACE_OR_PARTY, "via": PLACE_OR_PARTY,
    "to": PLACE_OR_PARTY, "parties": PLACE_OR_PARTY, "reprint_of": {"source"}, "source": {"source"},
    "part_of": set(TYPES), "prefers": set(TYPES), "about": set(TYPES),
}

DECIMAL = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]*[1-9])?")
DATE = r"[0-9]{4}(-(0[1-9]|1[0-2]|2[1-4])(-(0[1-9]|[12][0-9]|3[01]))?)?[?~%]?"
PERIOD = re.compile(rf"({DATE}|({DATE}|\.\.)/({DATE}|\.\.))")
MAGNITUDES = {"万": 10_000, "萬": 10_000, "亿": 100_000_000, "億": 100_000_000}
CHINESE_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")}
CHINESE_TENS = {"十": 10, "百": 100, "千": 1000}


def dump(record):
    """One line in canonical form."""
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def as_list(end):
    return [] if end is None else end if isinstance(end, list) else [end]


def members(record):
    """The members a record may have, in canonical order."""
    return ["record", "id", *OWN_MEMBERS[record["record"]], "note", "tags", "citations"]


def is_subsequence(keys, order):
    """Whether `keys` are all in `order`, and in its order."""
    ranks = [order.index(k) if k in order else -1 for k in keys]
    return -1 not in ranks and ranks == sorted(ranks)


def quantities(record):
    """Every quantity of a record, wherever it hangs."""
    found = [record[m] for m in ("amount", "value", "count", "sessions") if m in record]
    for member in ("assisting", "assisted", "from", "via", "to"):
        found += [g["count"] for g in as_list(record.get(member)) if isinstance(g, dict) and "count" in g]
    return found


def groups(record):
    return [g for m in ("assisting", "assisted", "from", "via", "to") for g in as_list(record.get(m)) if isinstance(g, dict)]


def references(record):
    """(member, id) of everything a record refers to."""
    for member in record:
        if member in REFERENCES:
            value = record[member]
            if member == "about" and isinstance(value, dict):
                value = value.get("records", [])
            for item in as_list(value):
                if isinstance(item, str):
                    yield member, item
    for citation in record.get("citations", []):
        yield "source", citation["source"]


def language_objects(record):
    """(where, object) of every text by language; a plain text where prose could stand is given too."""
    for member in ("title", "name", "summary", "approach", "note", "basis", "reason", "publisher"):
        if member in record:
            yield member, record[member]
    for group in groups(record):
        if "name" in group:
            yield "group", group["name"]


def paragraphs(text):
    return [line for line in text.split("\n") if line.strip()]


def paragraph_at(text, offset):
    return len(paragraphs(text[:offset].rpartition("\n")[0])) + 1


def chinese_number(text):
    """一百二十 → 120 and 10, the place of its last digit: enough for the figures that newspapers write out."""
    total, digit, place = 0, 0, 1
    for c in text:
        if c in CHINESE_DIGITS:
            digit, place = CHINESE_DIGITS[c], 1
        else:
            place = CHINESE_TENS[c]
            total += (digit or 1) * place
            digit = 0
    return Decimal(total + digit), Decimal(place)


def printed_number(quote):
    """(value, precision) of the first number in a printed figure, in the base unit; None when there is none."""
    match = re.search(r"([0-9]+(?:\.([0-9]+))?)[余多餘]?([万萬亿億]?)", quote)
    if match:
        scale = MAGNITUDES.get(match[3], 1)
        return Decimal(match[1]) * scale, Decimal(1).scaleb(-len(match[2] or "")) * scale
    match = re.search(r"([一二三四五六七八九十百千]+)[余多餘]?([万萬亿億]?)", quote)
    if match:
        scale = MAGNITUDES.get(match[2], 1)
        value, place = chinese_number(match[1])
        return value * scale, place * scale
    return None
