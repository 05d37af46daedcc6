# test-apply.py - apply: all of a change or nothing, and no line touched that it doesn't name. SPDX-License-Identifier: GPL-3.0-or-later

import json
import stat

from command_line import EXAMPLE, FOLDER, HEADER, as_nobody, book, done, leftovers, limited, lines, run, tap, told, write

PLACE_A = {"record": "place", "id": "place-a", "name": "A", "level": "county"}
PLACE_B = {"record": "place", "id": "place-b", "name": "B", "level": "township", "parent": "place-a"}
CASE = {"record": "case", "id": "case-a", "title": "C", "assisting": ["place-a"], "assisted": ["place-b"]}


def deleted(record_id):
    return {"record": "deleted", "id": record_id}


def small(name="small.shanhai"):
    return book(name, PLACE_A, PLACE_B, CASE)


def change(*records):
    return write("change.jsonl", lines(*records))


def apply_to(path, *records, status=0):
    """The casebook's bytes after the change; yields what is wrong with the call."""
    result = run("apply", path, change(*records))
    yield from done(result, status)
    if result.out:
        yield "apply printed something"


def add():
    path = small()
    added = {"record": "place", "id": "place-ab", "name": "AB", "level": "township", "parent": "place-a"}
    yield from apply_to(path, added)
    if path.read_bytes() != HEADER + lines(PLACE_A, added, PLACE_B, CASE):
        yield f"not in its place: {path.read_text()}"


def replace():
    """The record as it comes replaces the one that was, with all that it had."""
    path = small()
    new = {"record": "place", "id": "place-b", "name": "B2", "level": "county", "x": {"kept": [1]}}
    yield from apply_to(path, new)
    if path.read_bytes() != HEADER + lines(PLACE_A, new, CASE):
        yield path.read_text()


def delete():
    path = small()
    yield from apply_to(path, deleted("case-a"), deleted("place-b"))
    if path.read_bytes() != HEADER + lines(PLACE_A):
        yield path.read_text()


def untouched_lines_stay():
    """On the example: each line is as it was, but for the one that was changed."""
    path = write("copy.shanhai", EXAMPLE.read_bytes())
    before = EXAMPLE.read_bytes().splitlines(keepends=True)
    place = next(r for r in map(json.loads, before) if r["record"] == "place")
    yield from apply_to(path, {**place, "note": "changed"})
    after = path.read_bytes().splitlines(keepends=True)
    different = [i for i, (a, b) in enumerate(zip(before, after)) if a != b]
    if len(before) != len(after) or [json.loads(before[i])["id"] for i in different] != [place["id"]]:
        yield f"changed: lines {different}"
    yield from apply_to(path, place)
    if path.read_bytes() != EXAMPLE.read_bytes():
        yield "changed back, it isn't what it was"


def nothing_to_do():
    path = write("copy.shanhai", EXAMPLE.read_bytes())
    yield from apply_to(path)
    yield from done(run("apply", path, EXAMPLE))
    if path.read_bytes() != EXAMPLE.read_bytes():
        yield "an empty change, or the casebook itself, changed it"


def order_does_not_matter():
    """A change may name what a later line of it brings."""
    results = []
    for records in ([PLACE_A, PLACE_B, CASE], [CASE, PLACE_B, PLACE_A]):
        path = book("empty-book.shanhai")
        yield from apply_to(path, *records)
        results.append(path.read_bytes())
    if results[0] != results[1] or results[0] != HEADER + lines(PLACE_A, PLACE_B, CASE):
        yield f"{results}"


def delete_referred():
    """What others refer to stays, and they are named; unless they go with it."""
    path = small()
    before = path.read_bytes()
    yield from told(run("apply", path, change(deleted("place-b"))), 2, "place-b", "case-a")
    yield from told(run("apply", path, change(deleted("place-a"))), 2, "place-a", "place-b", "case-a")
    if path.read_bytes() != before:
        yield "the file was changed"
    yield from apply_to(path, deleted("place-a"), deleted("place-b"), deleted("case-a"))
    if path.read_bytes() != HEADER:
        yield "all of them could not go together"
    path = small()
    yield from apply_to(path, deleted("place-b"), {**CASE, "assisted": ["place-a"]})


def delete_missing():
    path = small()
    yield from told(run("apply", path, change(deleted("place-z"))), 2, "place-z")


def all_or_nothing():
    """One bad line, and no line counts: the file keeps bytes, time and inode."""
    path = small()
    before, stamp = path.read_bytes(), path.stat()
    good = lines({"record": "place", "id": "place-n", "name": "N"})
    for name, bad, word in (("json", b"hello\n", "JSON"), ("utf8", b'{"record":"place","id":"place-m","name":"\xff"}\n', "UTF-8"),
                            ("type", b'{"record":"place","id":"place-m","name":5}\n', "“name”"), ("no-id", b'{"record":"place","name":"M"}\n', "“id”"),
                            ("cut", b'{"record":"place","id":"pl', "breaks off"), ("deep", b"[" * 200000 + b"\n", "")):
        changes = write(f"{name}.jsonl", good + bad)
        yield from told(run("apply", path, changes), 2, f"{name}.jsonl:2: ", word)
        yield from told(run("apply", path, changes, "--output", FOLDER / "never.shanhai"), 2, f"{name}.jsonl:2: ")
        yield from told(run("apply", path, "-", stdin=good + bad), 2, "standard input:2: ", word)
    yield from told(run("apply", path, change({"record": "place", "id": "place-n", "name": "N"}, deleted("place-b"))), 2, "case-a")
    now = path.stat()
    if path.read_bytes() != before or (now.st_mtime_ns, now.st_ino) != (stamp.st_mtime_ns, stamp.st_ino):
        yield "the file was touched"
    if (FOLDER / "never.shanhai").exists():
        yield "a file was made"


def output():
    """--output leaves BOOK alone; standard input and output stand in for files."""
    path, new = small(), {"record": "place", "id": "place-c", "name": "C"}
    before, expected = path.read_bytes(), HEADER + lines(PLACE_A, PLACE_B, new, CASE)
    yield from done(run("apply", path, change(new), "--output", FOLDER / "out.shanhai"))
    if (FOLDER / "out.shanhai").read_bytes() != expected:
        yield "--output FILE is wrong"
    for result in (run("apply", path, change(new), "--output", "-"), run("apply", path, "-", "--output", "-", stdin=lines(new)),
                   run("apply", "-", change(new), stdin=before), run("apply", "-", change(new), "--output", "-", stdin=before)):
        yield from done(result)
        if result.out != expected:
            yield f"{result.call}: wrong: {result.out!r}"
    yield from done(run("apply", "-", change(new), "--output", FOLDER / "out2.shanhai", stdin=before))
    if (FOLDER / "out2.shanhai").read_bytes() != expected or path.read_bytes() != before:
        yield "a file is wrong"


def a_backup_is_kept():
    path = small("kept.shanhai")
    before = path.read_bytes()
    yield from apply_to(path, deleted("case-a"))
    if before not in [f.read_bytes() for f in (FOLDER / "state").rglob("*") if f.is_file()]:
        yield "the state directory doesn't hold the file as it was"


def mode_and_link_stay():
    path, link = small("real.shanhai"), FOLDER / "link.shanhai"
    path.chmod(0o640)
    link.symlink_to(path)
    yield from apply_to(link, deleted("case-a"))
    if not link.is_symlink() or stat.S_IMODE(path.stat().st_mode) != 0o640 or b"case-a" in path.read_bytes():
        yield "the link or the mode is gone, or the change went elsewhere"


def full_disk():
    path = write("full.shanhai", EXAMPLE.read_bytes())
    for arguments in ([], ["--output", FOLDER / "never2.shanhai"]):
        yield from told(run("apply", path, change({"record": "place", "id": "place-zzz", "name": "Z"}), *arguments, before=limited(50000)), 2, ".shanhai: ")
    if path.read_bytes() != EXAMPLE.read_bytes() or (FOLDER / "never2.shanhai").exists():
        yield "something was written"


def no_such_place():
    path = small()
    yield from told(run("apply", path, change(), "--output", FOLDER / "none" / "x.shanhai"), 2, "x.shanhai: ", "folder")
    yield from told(run("apply", path, change(), "--output", FOLDER), 2, f"{FOLDER.name}: ", "folder")
    yield from told(run("apply", path, FOLDER / "none.jsonl"), 2, "none.jsonl: ")
    yield from told(run("apply", FOLDER / "none.shanhai", change()), 2, "none.shanhai: ")


def no_permission():
    before = as_nobody()
    folder = FOLDER / "locked"
    folder.mkdir()
    path = small("locked/x.shanhai")
    folder.chmod(0o555)
    content = path.read_bytes()
    yield from told(run("apply", path, change(deleted("case-a")), before=before), 2, "x.shanhai: ", "can’t be written")
    if path.read_bytes() != content or [p.name for p in folder.iterdir()] != ["x.shanhai"]:
        yield "something was written"
    folder.chmod(0o755)


if __name__ == "__main__":
    tap.run(add, replace, delete, untouched_lines_stay, nothing_to_do, order_does_not_matter, delete_referred, delete_missing, all_or_nothing, output,
            a_backup_is_kept, mode_and_link_stay, full_disk, no_such_place, no_permission, leftovers)
