#!/usr/bin/env python3
# test-planted-faults.py - are planted faults found, and is nothing true accused? SPDX-License-Identifier: GPL-3.0-or-later
"""test-planted-faults.py SHANHAI_CLI SOURCE_ROOT [SEED [WORLDS]]

Prints a table of recall for each kind of fault and of each disguise that was missed, and TAP. Fails under 95 % of any kind, or over one false contradiction in a
thousand true relations.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.dont_write_bytecode = True

from fault_planter import FAULTS  # noqa: E402
from true_casebook import World, write  # noqa: E402

WANTED = 0.95
ALLOWED = 1 / 1000
ACCUSES = {"contradiction", "doubtful"}

CLI, ROOT = sys.argv[1], Path(sys.argv[2])
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 20200622
WORLDS = int(sys.argv[4]) if len(sys.argv) > 4 else 12
KEPT = tempfile.TemporaryDirectory()  # goes with the program
FOLDER = Path(KEPT.name)


def check(path):
    result = subprocess.run([CLI, "check", path, "--format", "json"], capture_output=True, check=False)
    if result.returncode not in (0, 1):
        sys.exit(f"Bail out! {result.stderr.decode()}")
    findings = json.loads(result.stdout)
    left = any(f["severity"] == "contradiction" and not f["settled"] for f in findings)
    if result.returncode != int(left):
        sys.exit("Bail out! exit status and contradictions don't agree")
    return findings


def key(finding):
    return finding["check"], finding["severity"], tuple(sorted(finding["records"]))


def plant(kind, disguise):
    """One fault in each of a book full of worlds; which were found, which weren't, and what else was said."""
    plain, spoilt, expected = [], [], []
    for index in range(WORLDS):
        plain.append(World(SEED, f"{kind}{disguise}{index}"))
        world = World(SEED, f"{kind}{disguise}{index}")
        wanted = FAULTS[kind][disguise](world, random.Random(f"{SEED}{kind}{disguise}{index}"))
        if wanted is None:
            plain.pop()
            continue
        spoilt.append(world)
        expected.append({r["id"] for r in wanted})
    before_path, after_path = FOLDER / "before.shanhai", FOLDER / "after.shanhai"
    write(before_path, plain)
    write(after_path, spoilt)
    before = {key(f) for f in check(before_path)}
    after = [f for f in check(after_path) if key(f) not in before]
    levels = ACCUSES | ({"incomplete"} if kind == "citation" else set())
    found = [any(f["severity"] in levels and wanted & set(f["records"]) for f in after) for wanted in expected]
    own = [any(f["check"] == kind and f["severity"] in levels and wanted & set(f["records"]) for f in after) for wanted in expected]
    sure = sum(any(f["severity"] == "contradiction" and wanted & set(f["records"]) for f in after) for wanted in expected)
    return found, own, sure


def recall():
    rows, missed = [], []
    for kind, disguises in FAULTS.items():
        found, own, sure = [], [], 0
        for i in range(len(disguises)):
            f, o, s = plant(kind, i)
            found += f
            own += o
            sure += s
            if not all(f):
                missed.append(f"{kind}, disguise {i}: {len(f) - sum(f)} of {len(f)} missed")
        rows.append((kind, len(disguises), len(found), sum(found), sum(own), sure))
    print(f"# {'kind':12} {'disguises':>9} {'planted':>8} {'found':>6} {'recall':>7}  {'by its own check':>16}  {'as a contradiction':>18}")
    for kind, n, planted, found, own, sure in rows:
        print(f"# {kind:12} {n:9} {planted:8} {found:6} {found / planted:7.1%}  {own / planted:16.1%}  {sure / planted:18.1%}")
    for line in missed:
        print(f"# {line}")
    return rows


def truth():
    worlds = [World(SEED + 1, i) for i in range(WORLDS * 10)]
    path = FOLDER / "true.shanhai"
    write(path, worlds)
    findings = check(path)
    relations = sum(w.relations for w in worlds)
    false = [f for f in findings if f["severity"] == "contradiction"]
    told = Counter(f["severity"] for f in findings)
    print(f"# {relations} true relations: {len(false)} false contradictions; {dict(told)}")
    for f in false[:10]:
        print(f"# {f['check']}: {f['message']}")
    return relations, false


def example():
    findings = check(ROOT / "data/examples/example.shanhai")
    return [f for f in findings if f["severity"] == "contradiction"]


def main():
    tests = []
    rows = recall()
    for kind, _, planted, found, _, _ in rows:
        tests.append((planted > 0 and found / planted >= WANTED, f"{kind}: {found} of {planted}"))
    relations, false = truth()
    tests.append((len(false) <= ALLOWED * relations, f"{len(false)} false contradictions in {relations} true relations"))
    said = example()
    tests.append((len(said) == 1 and said[0]["check"] == "ratio" and "90.01%" in said[0]["printed"] and said[0]["computed"].startswith("90.00"),
                  f"the example's one contradiction is the 90.01 %: {[f['message'] for f in said]}"))
    print(f"1..{len(tests)}")
    for i, (passed, name) in enumerate(tests, 1):
        print(f"{'ok' if passed else 'not ok'} {i} - {name}")
    return 0 if all(passed for passed, _ in tests) else 1


if __name__ == "__main__":
    sys.exit(main())
