# test-bad-input.py - damaged and hostile casebooks end in one clear line. SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever stands in a file: exit status 2 and one line with the file's name and the line's number; never a crash, never a warning."""

from command_line import EXAMPLE, FOLDER, HEADER, PLACE, as_nobody, call, done, leftovers, run, tap, told, write

HEAD = HEADER + PLACE


def place(members=b""):
    return b'{"record":"place","id":"place-b","name":"B","level":"county"' + (b"," + members if members else b"") + b"}\n"


def flow(amount):
    return b'{"record":"flow","id":"flow-a","amount":' + amount + b"}\n"


# name: (the file, the number of the bad line, or None where the whole file is meant; a word of the message)
BAD = {
    # not JSON
    "a-word": (HEAD + b"hello\n", 3, "JSON"),
    "an-array": (HEAD + b"[1]\n", 3, "object"),
    "a-number": (HEAD + b"5\n", 3, "object"),
    "a-text": (HEAD + b'"x"\n', 3, "object"),
    "null": (HEAD + b"null\n", 3, "object"),
    "single-quotes": (HEAD + b"{'record':'place'}\n", 3, "double quotes"),
    "trailing-comma": (HEAD + place(b'"x":1')[:-2] + b",}\n", 3, ""),
    "block-comment": (HEAD + b"/* x */ " + place(), 3, "comment"),
    "line-comment": (HEAD + place(b'"x":1 // y'), 3, ""),
    "second-value": (HEAD + place()[:-1] + b" {}\n", 3, "behind"),
    "empty-line": (HEADER + b"\n" + PLACE, 2, "empty"),
    "bad-escape": (HEAD + place(rb'"x":"\q"'), 3, "backslash"),
    "control-character": (HEAD + place(b'"x":"a\tb"'), 3, "control"),
    # wrong types
    "id-number": (HEAD + b'{"record":"place","id":5}\n', 3, "“id”"),
    "name-number": (HEAD + b'{"record":"place","id":"place-b","name":5}\n', 3, "“name”"),
    "amount-text": (HEAD + flow(b'"470"'), 3, "“amount”"),
    "value-number": (HEAD + flow(b'{"value":470,"unit":"CNY"}'), 3, "“amount.value”"),
    "no-record": (HEAD + b'{"id":"x"}\n', 3, "“record”"),
    "no-id": (HEAD + b'{"record":"place","name":"B"}\n', 3, "“id”"),
    "empty-id": (HEAD + b'{"record":"place","id":"","name":"B"}\n', 3, "“id”"),
    "no-unit": (HEAD + flow(b'{"value":"1"}'), 3, "“unit”"),
    "bad-qualifier": (HEAD + flow(b'{"value":"1","unit":"CNY","qualifier":"maybe"}'), 3, "qualifier"),
    "bad-period": (HEAD + b'{"record":"event","id":"event-a","period":"2019-13"}\n', 3, "“period”"),
    # twice
    "id-twice": (HEAD + PLACE, 3, "line 2"),
    "member-twice": (HEAD + place(b'"code":"1","code":"2"'), 3, "“code”"),
    "member-twice-escaped": (HEAD + place(rb'"code":"1","c\u006fde":"2"'), 3, "“code”"),
    "two-headers": (HEAD + HEADER, 3, "header"),
    # numbers
    "nan": (HEAD + place(b'"x":NaN'), 3, ""),
    "infinity": (HEAD + place(b'"x":-Infinity'), 3, ""),
    "too-large": (HEAD + place(b'"x":1e999'), 3, "too large"),
    "too-long": (HEAD + place(b'"x":' + b"1" * 30), 3, "too large"),
    "hexadecimal": (HEAD + place(b'"x":0x10'), 3, ""),
    "leading-zero": (HEAD + place(b'"x":01'), 3, ""),
    "value-nan": (HEAD + flow(b'{"value":"NaN","unit":"CNY"}'), 3, "NaN"),
    "value-exponent": (HEAD + flow(b'{"value":"1e5","unit":"CNY"}'), 3, "1e5"),
    "value-too-long": (HEAD + flow(b'{"value":"' + b"9" * 5000 + b'","unit":"CNY"}'), 3, "digits"),
    "range-backwards": (HEAD + flow(b'{"value":"2","value_hi":"1","unit":"CNY"}'), 3, "“amount”"),
    # size and depth
    "long-line": (HEAD + place(b'"x":"' + b"y" * 1000000 + b'"'), 3, "1000000"),
    "65-levels": (HEAD + place(b'"x":' + b"[" * 64 + b"]" * 64), 3, "64 levels"),
    "deep-arrays": (HEAD + place(b'"x":' + b"[" * 200000 + b"]" * 200000), 3, "64 levels"),
    "deep-open": (HEAD + b"[" * 200000 + b"\n", 3, ""),
    "deep-objects": (HEAD + b'{"a":' * 150000 + b"\n", 3, "64 levels"),
    # text
    "latin-1": (HEAD + place(b'"x":"\xff\xfe"'), 3, "UTF-8"),
    "cut-character": (HEAD + place(b'"x":"\xe4\xb8"'), 3, "UTF-8"),
    "surrogate-bytes": (HEAD + place(b'"x":"\xed\xa0\x80"'), 3, "UTF-8"),
    "overlong": (HEAD + place(b'"x":"\xc0\xaf"'), 3, "UTF-8"),
    "utf-16": (HEAD.decode().encode("utf-16"), 1, "UTF-8"),
    "nul-byte": (HEAD + place(b'"x":"a\0b"'), 3, "NUL"),
    "nul-escaped": (HEAD + place(rb'"x":"a\u0000b"'), 3, "NUL"),
    "half-pair": (HEAD + place(rb'"x":"\ud800"'), 3, "surrogate"),
    # broken off
    "cut-last-line": (HEAD + place()[:-20], 3, "breaks off"),
    "cut-in-a-text": (HEAD + b'{"record":"pla', 3, "breaks off"),
    # not a casebook
    "empty": (b"", None, "empty"),
    "spaces": (b"   ", 1, ""),
    "no-header": (PLACE, 1, "header"),
    "late-header": (PLACE + HEADER, 1, "header"),
    "format-text": (HEADER.replace(b":1,", b':"1",'), 1, "“format”"),
    "format-zero": (HEADER.replace(b":1,", b":0,"), 1, "“format”"),
    "bytes": (bytes(range(256)) * 40, None, "not text"),
    "zeros": (bytes(5000), None, "zeros"),
    # of another kind: told what, and what to do
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), None, "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(range(256)), None, "picture"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", None, "PDF"),
    "doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), None, "office document"),
    "docx": (b"PK\3\4\x14\0\6\0" + bytes(22) + b"[Content_Types].xml" + bytes(99), None, "office document"),
    "xlsx": (b"PK\3\4\x14\0\6\0" + bytes(22) + b"[Content_Types].xml" + bytes(99) + b"xl/workbook.xml", None, "import the table"),
    "zip": (b"PK\3\4\x14\0\6\0" + bytes(22) + b"book.shanhai" + bytes(99), None, "unpack"),
    "gzip": (b"\x1f\x8b\x08\0\0\0\0\0\0\3" + bytes(range(256)), None, "unpack"),
    "page": (b"\n<!DOCTYPE html>\n<html></html>\n", None, "web page"),
    "several": (HEAD + b"x\n" * 500, 3, "499"),
}

# name: (the file, the number of the line, a word): the records are listed all the same
FINDINGS = {
    "dangling": (HEAD + place(b'"parent":"place-zz"'), 3, "place-zz"),
    "wrong-type": (HEAD + place(b'"parent":"party-a"') + b'{"record":"party","id":"party-a","name":"C"}\n', 3, "party-a"),
    "cycle": (HEADER + PLACE.replace(b'"}', b'","parent":"place-b"}') + place(b'"parent":"place-a"'), 2, "place-b"),
    "self": (HEADER + PLACE.replace(b'"}', b'","parent":"place-a"}'), 2, "itself"),
    "newer-format": (HEAD.replace(b'"format":1', b'"format":2') + b'{"record":"galaxy","id":"galaxy-1","x":[1]}\n', 1, "newer version"),
}

GOOD = {
    "64-levels": HEAD + place(b'"x":' + b"[" * 63 + b"]" * 63),
    "megabyte": HEAD + place(b'"x":"' + b"y" * 999000 + b'"'),
    "byte-order-mark": b"\xef\xbb\xbf" + HEAD,
    "carriage-returns": HEAD.replace(b"\n", b"\r\n"),
    "no-last-line-feed": HEAD[:-1],
    "unknown-type": HEAD + b'{"record":"galaxy","id":"galaxy-1","x":[1]}\n',
    "unknown-member": HEAD + place(b'"x":{"y":null}'),
    "header-alone": HEADER,
}


def bad_file(name):
    content, number, word = BAD[name]
    path = write(name + ".shanhai", content)
    where = f"{path.name}:{number}: " if number else f"{path.name}: "
    yield from told(run("list", path), 2, where, word)
    standard = run("list", "-", stdin=content)
    yield from told(standard, 2, f"standard input:{number}: " if number else "standard input: ", word)


def bad_file_for_chart_and_apply():
    good = write("change.jsonl", b'{"record":"place","id":"place-q","name":"Q"}\n')
    for name in ("a-word", "65-levels", "latin-1", "cut-last-line", "empty", "bytes"):
        content, number, word = BAD[name]
        path = write(name + ".shanhai", content)
        where = f"{path.name}:{number}: " if number else f"{path.name}: "
        yield from told(run("chart", path, "--kind", "funds", "--output", FOLDER / "never.svg"), 2, where, word)
        yield from told(run("apply", path, good, "--output", FOLDER / "never.shanhai"), 2, where, word)
        yield from told(run("apply", path, good), 2, where, word)
        if path.read_bytes() != content:
            yield f"{name}: apply wrote to a damaged casebook"
    yield from ("a file was made of a damaged casebook" for f in ("never.svg", "never.shanhai") if (FOLDER / f).exists())


def finding(name):
    content, number, word = FINDINGS[name]
    path = write(name + ".shanhai", content)
    result = run("list", path)
    yield from told(result, 1, f"{path.name}:{number}: ", word, out=True)
    if result.text.count("\n") < content.count(b"\n"):
        yield f"{name}: a record is missing"
    yield from told(run("chart", path, "--kind", "funds", "--format", "text"), 1, f"{path.name}:{number}: ", word, out=True)


def good_file(name):
    path = write(name + ".shanhai", GOOD[name])
    yield from done(run("list", path))
    yield from done(run("chart", path, "--kind", "poverty", "--format", "text"))


def newer_format_is_never_written():
    path = write("newer.shanhai", FINDINGS["newer-format"][0])
    change = write("change.jsonl", b'{"record":"place","id":"place-q","name":"Q"}\n')
    for output in ([], ["--output", FOLDER / "never.shanhai"], ["--output", "-"]):
        yield from told(run("apply", path, change, *output), 2, "newer.shanhai:1: ", "newer version")
    if path.read_bytes() != FINDINGS["newer-format"][0]:
        yield "it was written over"
    if (FOLDER / "never.shanhai").exists():
        yield "a copy was written"


def no_such_file():
    yield from told(run("list", FOLDER / "missing.shanhai"), 2, "missing.shanhai: ")
    yield from told(run("list", EXAMPLE / "below.shanhai"), 2, "below.shanhai: ")
    yield from told(run("list", FOLDER / "a\nb.shanhai"), 2, "a\\u000ab.shanhai: ")
    yield from told(run("list", str(FOLDER) + "/\udcff\udcfe.shanhai"), 2, ".shanhai: ")


def a_folder():
    for arguments in (["list", FOLDER], ["chart", FOLDER, "--kind", "funds", "--format", "svg"],
                      ["chart", "--graph", FOLDER, "--kind", "funds", "--format", "svg"], ["apply", EXAMPLE, FOLDER, "--output", "-"],
                      ["apply", FOLDER, EXAMPLE, "--output", "-"]):
        yield from told(run(*arguments), 2, f"{FOLDER.name}: ", "folder")


def no_permission():
    before = as_nobody()
    path = write("secret.shanhai", HEAD)
    path.chmod(0)
    yield from told(run("list", path, before=before), 2, "secret.shanhai: ", "may not read")
    yield from told(run("chart", "--graph", path, "--kind", "funds", "--format", "svg", before=before), 2, "secret.shanhai: ", "may not read")


def a_device():
    """An empty device is told like an empty file."""
    yield from told(run("list", "/dev/null"), 2, "null: ", "empty")


if __name__ == "__main__":
    tap.run(*(call(bad_file, name=name) for name in BAD), *(call(finding, name=name) for name in FINDINGS),
            *(call(good_file, name=name) for name in GOOD), bad_file_for_chart_and_apply, newer_format_is_never_written, no_such_file,
            a_folder, no_permission, a_device, leftovers)
