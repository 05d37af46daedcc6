#!/usr/bin/env python3
# test-fault-scenes.py - are faults found in other disguises, and is nothing true accused? SPDX-License-Identifier: GPL-3.0-or-later
"""test-fault-scenes.py SHANHAI_CLI [SEED [BOOKS]]

Each story of fault_scenes.py and fault_scenes_more.py is told BOOKS times with a fault and as often truly. Prints recall for each kind and TAP. Fails under 95 % of any kind, under 90 % of any story, or over one false
contradiction in a thousand true relations.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True

import fault_scenes_more as more  # noqa: E402
from fault_scenes import ODD, SCENES, Book, write  # noqa: E402

CLI = sys.argv[1]
SEED = sys.argv[2] if len(sys.argv) > 2 else "20210305"
BOOKS = int(sys.argv[3]) if len(sys.argv) > 3 else 12
KEPT = tempfile.TemporaryDirectory()  # goes with the program
FOLDER = Path(KEPT.name)


def check(books):
    path = FOLDER / "book.shanhai"
    write(path, books)
    result = subprocess.run([CLI, "check", path, "--format", "json"], capture_output=True, check=False)
    if result.returncode not in (0, 1):
        sys.exit(f"Bail out! {result.stderr.decode()}")
    return json.loads(result.stdout)


def tell(scene, bad):
    """Books with nothing in them but this story, and what each must be found by."""
    books, wanted = [], []
    for n in range(BOOKS):
        book = Book(f"{SEED}/{scene.__name__}/{n}")
        wanted.append(set(scene(book, bad) or ()))
        books.append(book)
    return books, wanted


def main():
    tests, rows, blamed = [], [], []
    relations = 0
    for kind, scenes in ((k, SCENES[k] + more.SCENES[k]) for k in SCENES):
        levels = {"contradiction", "doubtful"} | ({"incomplete"} if kind == "citation" else set())
        counts = []
        for scene in scenes:
            books, wanted = tell(scene, True)
            findings = check(books)
            found = [any(f["severity"] in levels and ids & set(f["records"]) for f in findings) for ids in wanted]
            sure = [any(f["severity"] == "contradiction" and ids & set(f["records"]) for f in findings) for ids in wanted]
            books, wanted = tell(scene, False)
            relations += sum(max(1, len(ids) - 1) for ids in wanted)
            false = check(books)
            blamed += [(scene.__name__, f) for f in false if f["severity"] == "contradiction"]
            noise = sum(f["severity"] == "doubtful" for f in false)
            counts.append((scene.__name__, sum(found), sum(sure), noise))
        n = len(scenes) * BOOKS
        rows.append((kind, n, sum(c[1] for c in counts), sum(c[2] for c in counts), counts))
    for scene in ODD + more.ODD:
        books, _ = tell(scene, False)
        relations += 3 * BOOKS
        blamed += [(scene.__name__, f) for f in check(books) if f["severity"] == "contradiction"]
    all_found, all_n = sum(r[2] for r in rows), sum(r[1] for r in rows)
    for kind, n, found, sure, counts in rows:
        print(f"# {kind:12} {found:4} of {n:4} {found / n:7.1%}   as a contradiction {sure / n:7.1%}   " +
              ", ".join(f"{name} {c}/{BOOKS}" for name, c, _, _ in counts if c < BOOKS))
        noisy = ", ".join(f"{name} {c}" for name, _, _, c in counts if c)
        if noisy:
            print(f"#   doubtful though true: {noisy}")
        tests.append((found / n >= 0.95 and all(c >= 0.9 * BOOKS for _, c, _, _ in counts), f"{kind}: {found} of {n}"))
    print(f"# all: {all_found} of {all_n}, {all_found / all_n:.1%}")
    for name, f in blamed[:20]:
        print(f"# {name}: {f['check']}: {f['message']}")
    tests.append((len(blamed) * 1000 <= relations, f"{len(blamed)} false contradictions in {relations} true relations"))
    print(f"1..{len(tests)}")
    for i, (passed, name) in enumerate(tests, 1):
        print(f"{'ok' if passed else 'not ok'} {i} - {name}")
    return 0 if all(passed for passed, _ in tests) else 1


if __name__ == "__main__":
    sys.exit(main())
