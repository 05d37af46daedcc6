#!/usr/bin/env python3
"""test-crash.py - a program is killed while it edits and saves: nothing acknowledged is lost, no file is torn.
SPDX-License-Identifier: GPL-3.0-or-later

test-crash.py CRASH-EDITOR ROUNDS: each round has a file, a state directory and a seed of its own; the program is killed with SIGKILL after a
random time, and asked what is left. The moments differ from run to run, the edits don't; SHANHAI_CRASH_SEED asks for other edits."""

import os
import random
import re
import subprocess
import sys
import tempfile

program, rounds = sys.argv[1], int(sys.argv[2])
first_seed = int(os.environ.get("SHANHAI_CRASH_SEED", "20261122"))
HEADER = '{"record":"casebook","format":1}\n'
PLACES = "".join(f'{{"record":"place","id":"place-{i:02}"}}\n' for i in range(20))


def run_round(folder, seed):
    """(what went wrong or None, what was seen)"""
    path, original = os.path.join(folder, "案卷.shanhai"), os.path.join(folder, "original.shanhai")
    env = dict(os.environ, XDG_STATE_HOME=os.path.join(folder, "state"), XDG_CACHE_HOME=os.path.join(folder, "cache"))
    for name in (path, original):
        with open(name, "w", encoding="utf-8") as file:
            file.write(HEADER + PLACES)

    log = os.path.join(folder, "log")
    with open(log, "wb") as out:
        editor = subprocess.Popen([program, "edit", path, str(seed)], stdout=out, env=env)
        # some are killed while they are still opening the file
        try:
            editor.wait(random.choice((0.02, 0.1, 0.4, 0.9)) * random.uniform(0.5, 1.5))
            return f"it ended by itself with status {editor.returncode}", {}
        except subprocess.TimeoutExpired:
            editor.kill()
            editor.wait()
    seen = {"ack": 0, "did": 0, "saved": 0}
    with open(log, encoding="utf-8") as file:
        for word, number in re.findall(r"^(ack|did|saved) (\d+)$", file.read(), re.M):
            seen[word] = int(number)

    check = subprocess.run([program, "check", path, str(seed), original, *(str(seen[word]) for word in ("ack", "did", "saved"))],
                           stdout=subprocess.PIPE, env=env, text=True)
    print(f"# {seen}: {check.stdout.strip()}")
    return (check.stdout.strip() or f"status {check.returncode}") if check.returncode != 0 else None, seen


faults, total = [], {"ack": 0, "did": 0, "saved": 0}
for i in range(rounds):
    with tempfile.TemporaryDirectory(prefix="crash-") as folder:
        fault, seen = run_round(folder, first_seed + i)
    if fault:
        faults.append(f"seed {first_seed + i}: {fault}")
    for word in seen:
        total[word] += seen[word]

print("1..2")
print(f"{'not ok' if faults else 'ok'} 1 {rounds} kills")
for fault in faults:
    print("#", fault)
# without edits and saves nothing would have been shown
print(f"{'ok' if total['ack'] > rounds and total['saved'] > rounds // 4 else 'not ok'} 2 {total['did']} edits, {total['ack']} acknowledged, {total['saved']} saved")
sys.exit(1 if faults else 0)
