# bench-chart.py - what a whole run of `shanhai-cli chart` costs, beside one line of text through Pango. SPDX-License-Identifier: GPL-3.0-or-later
"""bench-chart.py PROGRAM SOURCE ONE-LINE

Each call runs many times in turn with the others, so that a busy moment of the machine hits all of them. Told are the least and the middle wall time
and the least CPU time. Fails where the least wall time of a chart is over the goal and its CPU time is too: a busy machine isn't the program's fault.
"""

import json
import os
import random
import statistics
import sys
import time

from command_line import ENVIRONMENT, FOLDER, HEADER, SOURCE, lines, write

PROGRAM, ONE_LINE = sys.argv[1], sys.argv[3]
ROUNDS = 15
GOAL = 0.10
SHARED_GRAPH = SOURCE.parent / "shared" / "tools" / "sankey" / "data" / "ff60.json"


def make_book():
    """Ten places, eleven years each: ten series."""
    rng = random.Random(3)
    records = [{"record": "place", "id": f"place-{i}", "name": f"County {i}"} for i in range(10)]
    records += [{"record": "case", "id": f"case-{i}", "title": f"Case {i}", "assisted": [f"place-{i}"]} for i in range(10)]
    for i in range(10):
        rate = rng.uniform(15, 45)
        for year in range(2010, 2021):
            rate *= rng.uniform(0.6, 0.95)
            records.append({"record": "observation", "id": f"observation-{i}-{year}", "case": f"case-{i}", "subject": f"place-{i}",
                            "indicator": "poverty-incidence", "value": {"value": f"{rate:.2f}".rstrip("0").rstrip("."), "precision": "0.01", "unit": "percent"},
                            "period": f"{year}-12-31"})
    return write("ten.shanhai", HEADER + lines(*records))


def make_graph():
    """As many nodes and links as the graph that others were measured with."""
    rng = random.Random(3)
    stages = [[f"{stage}-{i}" for i in range(n)] for stage, n in enumerate((6, 5, 8, 12, 14))]
    links = []
    while len(links) < 61:
        stage = rng.randrange(4)
        links.append({"source": rng.choice(stages[stage]), "target": rng.choice(stages[stage + 1]), "value": round(10 ** rng.uniform(3, 8), 2)})
    nodes = [{"id": n, "name": f"Node {n}", "stage": s} for s, names in enumerate(stages) for n in names]
    return write("graph.json", json.dumps({"nodes": nodes, "links": links, "unit": "CNY"}))


def measure(command):
    """Wall and CPU seconds of one run."""
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, ENVIRONMENT, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{command}: status {status}")
    return wall, usage.ru_utime + usage.ru_stime


def main():
    graph = SHARED_GRAPH if SHARED_GRAPH.exists() else make_graph()
    output = ["--output", str(FOLDER / "chart.svg")]
    commands = {
        "one line through Pango": [ONE_LINE],
        "poverty, 10 series": [PROGRAM, "chart", str(make_book()), "--kind", "poverty", *output],
        "funds, 61 links": [PROGRAM, "chart", "--graph", str(graph), "--kind", "funds", *output],
    }
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(measure(command))

    floor = min(cpu for _, cpu in times["one line through Pango"])
    failed = False
    print(f"{'':24} {'wall min':>9} {'middle':>8} {'CPU min':>8} {'to one line':>12}")
    for name, found in times.items():
        wall, cpu = min(w for w, _ in found), min(c for _, c in found)
        print(f"{name:24} {wall:8.3f}s {statistics.median(w for w, _ in found):7.3f}s {cpu:7.3f}s {cpu / floor:11.1f}×")
        failed = failed or (wall > GOAL and cpu > GOAL)
    print(f"goal: at most {GOAL:.2f} s for a whole run")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
