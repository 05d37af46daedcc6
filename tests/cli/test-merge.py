# test-merge.py - merge: both sides' edits in one casebook, what they disagree about told. SPDX-License-Identifier: GPL-3.0-or-later

from command_line import EXAMPLE, FOLDER, HEADER, book, done, leftovers, lines, run, tap, told, write

PLACE = {"record": "place", "id": "place-a", "name": "A", "level": "county"}
CASE = {"record": "case", "id": "case-a", "title": "C", "assisted": ["place-a"]}
OUT = FOLDER / "out.shanhai"


def merged(*arguments, status=0):
    OUT.unlink(missing_ok=True)
    result = run("merge", *arguments, "--output", OUT)
    yield from done(result, status)
    return result


def both_sides():
    base = book("base.shanhai", PLACE, CASE)
    mine = book("mine.shanhai", PLACE, {**CASE, "period": "2014/2020"})
    theirs = book("theirs.shanhai", {**PLACE, "code": "622927"}, CASE)
    result = yield from merged(mine, theirs, "--base", base)
    expected = HEADER + lines({**PLACE, "code": "622927"}, {**CASE, "period": "2014/2020"})
    if OUT.read_bytes() != expected:
        yield OUT.read_text()
    if result.out:
        yield f"told a conflict: {result.text}"


def conflict():
    """Listed with both values; mine's is kept; the status is 1."""
    base = book("base.shanhai", PLACE)
    mine = book("mine.shanhai", {**PLACE, "code": "1"})
    theirs = book("theirs.shanhai", {**PLACE, "code": "2"})
    result = yield from merged(mine, theirs, "--base", base, status=1)
    if OUT.read_bytes() != HEADER + lines({**PLACE, "code": "1"}):
        yield OUT.read_text()
    if result.text != 'place-a code: mine "1", theirs "2"\n':
        yield result.text


def taken():
    base = book("base.shanhai", PLACE)
    mine = book("mine.shanhai", {**PLACE, "code": "1"})
    theirs = book("theirs.shanhai", {**PLACE, "code": "2"})
    for side, code in (("mine", "1"), ("theirs", "2")):
        result = yield from merged(mine, theirs, "--base", base, "--take", side)
        if OUT.read_bytes() != HEADER + lines({**PLACE, "code": code}) or result.out:
            yield OUT.read_text()


def deletion_conflict():
    base = book("base.shanhai", PLACE)
    mine = book("mine.shanhai", {**PLACE, "code": "1"})
    theirs = book("theirs.shanhai")
    result = yield from merged(mine, theirs, "--base", base, status=1)
    if "place-a" not in result.text or "deleted" not in result.text:
        yield result.text
    if OUT.read_bytes() != HEADER + lines({**PLACE, "code": "1"}):
        yield OUT.read_text()


def other_type():
    """One id for two kinds of thing is told, not passed over."""
    mine = book("mine.shanhai", {"record": "place", "id": "a"})
    theirs = book("theirs.shanhai", {"record": "event", "id": "a"})
    result = yield from merged(mine, theirs, status=1)
    if result.text != "a : mine place, theirs event\n":
        yield result.text
    if OUT.read_bytes() != mine.read_bytes():
        yield OUT.read_text()
    yield from merged(mine, theirs, "--take", "theirs")
    if OUT.read_bytes() != theirs.read_bytes():
        yield OUT.read_text()


def twins():
    """The same place, entered on both sides, is one; unless they shall stay two."""
    mine = book("mine.shanhai", {**PLACE, "code": "622927"})
    theirs = book("theirs.shanhai", {**PLACE, "id": "place-b", "code": "622927"}, {**CASE, "assisted": ["place-b"]})
    yield from merged(mine, theirs)
    if OUT.read_bytes() != HEADER + lines({**PLACE, "code": "622927"}, CASE):
        yield OUT.read_text()
    yield from merged(mine, theirs, "--keep-twins")
    if b"place-b" not in OUT.read_bytes():
        yield OUT.read_text()


def same_again():
    """The example with itself, with and without a base, is the example."""
    for arguments in ((EXAMPLE, EXAMPLE), (EXAMPLE, EXAMPLE, "--base", EXAMPLE)):
        yield from merged(*arguments)
        if OUT.read_bytes() != EXAMPLE.read_bytes():
            yield "the example isn't itself any more"


def to_standard_output():
    base = book("base.shanhai", PLACE)
    mine = book("mine.shanhai", {**PLACE, "code": "1"})
    theirs = book("theirs.shanhai", {**PLACE, "code": "2"})
    result = run("merge", mine, theirs, "--base", base, "--output", "-")
    if result.status != 1 or result.out != HEADER + lines({**PLACE, "code": "1"}) or "place-a code" not in result.err:
        yield f"{result.status}: {result.text} {result.err}"


def wrong_calls():
    mine = book("mine.shanhai", PLACE)
    for arguments in ((mine,), (mine, mine), (mine, mine, "--output", OUT, "--take", "ours"), ("-", "-", "--output", OUT),
                      (mine, FOLDER / "no-such-file", "--output", OUT), (mine, mine, "--base", FOLDER / "none", "--output", OUT)):
        OUT.unlink(missing_ok=True)
        yield from told(run("merge", *arguments), 2)
        if OUT.exists():
            yield f"wrote something: {arguments}"


def damaged():
    """Nothing is merged with half a casebook."""
    mine = book("mine.shanhai", PLACE)
    torn = write("torn.shanhai", HEADER + b'{"record":"place","id":"pl')
    OUT.unlink(missing_ok=True)
    yield from told(run("merge", mine, torn, "--output", OUT), 2, "torn.shanhai:2: ")
    if OUT.exists():
        yield "wrote something"


if __name__ == "__main__":
    tap.run(both_sides, conflict, taken, deletion_conflict, other_type, twins, same_again, to_standard_output, wrong_calls, damaged, leftovers)
