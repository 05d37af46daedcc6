# test-graph.py - chart --graph: bare graphs, good, odd and bad. SPDX-License-Identifier: GPL-3.0-or-later

import json
import random
import re
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree

from command_line import FOLDER, SEARCHED, SOURCE, call, done, leftovers, run, tap, told, write

SHARED = SOURCE.parent / "shared" / "tools" / "sankey"
METRICS = SHARED / "metrics.mjs"
# each of these counts faults of a layout; definitions in metrics.mjs
FAULTS = ["missing_ends", "bad_nodes", "bad_links", "overlap", "outside", "cons_err", "link_err", "port_err", "thru", "lab_lab", "lab_node", "lab_out"]
# the least weighted crossings that any known tool reaches
BEST = {"ff20": 1.37, "ff60": 17.1, "energy": 44.2, "undp-budget": 407, "ff200": 81.6, "us-budget-2019": 0, "ff2000": 102}


def nodes(*names, **stages):
    return [{"id": n, "name": n.upper(), **({"stage": stages[n]} if n in stages else {})} for n in names]


def link(source, target, value):
    return {"source": source, "target": target, "value": value}


def layered(seed, n_links=61, columns=4, width=8, magnitudes=3.0, **more):
    """Money through stages: as many nodes as the links need, some links past a column, amounts over orders of magnitude."""
    rng = random.Random(seed)
    names = [[f"n{c}-{i}" for i in range(width)] for c in range(columns)]
    found = [{"id": n, "name": f"Node {n}", "stage": c} for c, column in enumerate(names) for n in column]
    links = []
    while len(links) < n_links:
        start = rng.randrange(columns - 1)
        end = min(columns - 1, start + (1 if rng.random() < 0.85 else 2))
        links.append(link(rng.choice(names[start]), rng.choice(names[end]), round(10 ** rng.uniform(6 - magnitudes, 6), 2)))
    return {"nodes": found, "links": links, "unit": "CNY", **more}


def star(n, outwards):
    ends = [f"s{i}" for i in range(n)]
    return {"nodes": nodes("hub", *ends), "links": [link("hub", e, i + 1) if outwards else link(e, "hub", i + 1) for i, e in enumerate(ends)]}


# name: a graph that has to be drawn
GRAPHS = {
    "one-link": {"nodes": nodes("a", "b"), "links": [link("a", "b", 5)], "unit": "CNY", "title": "A to B"},
    "empty": {"nodes": [], "links": []},
    "no-links": {"nodes": nodes("a", "b", "c"), "links": []},
    "zeros": {"nodes": nodes("a", "b"), "links": [link("a", "b", 0), link("a", "b", 0.0)]},
    "some-zeros": {"nodes": nodes("a", "b", "c"), "links": [link("a", "b", 0), link("a", "c", 3)]},
    "duplicates": {"nodes": nodes("a", "b"), "links": [link("a", "b", 5), link("a", "b", 5), link("a", "b", 2)]},
    "self-loop": {"nodes": nodes("a", "b"), "links": [link("a", "a", 5), link("a", "b", 5)]},
    "only-a-self-loop": {"nodes": nodes("a"), "links": [link("a", "a", 5)]},
    "two-cycle": {"nodes": nodes("a", "b"), "links": [link("a", "b", 5), link("b", "a", 2)]},
    "three-cycle": {"nodes": nodes("a", "b", "c"), "links": [link("a", "b", 5), link("b", "c", 4), link("c", "a", 3)]},
    "cycles": {"nodes": nodes(*"abcdef"), "links": [link(a, b, i + 1) for i, (a, b) in enumerate(["ab", "bc", "ca", "cd", "de", "ec", "ef", "fa", "db"])]},
    "backwards-in-stages": {"nodes": nodes("a", "b", "c", a=0, b=1, c=2), "links": [link("a", "b", 5), link("b", "c", 4), link("c", "a", 1), link("c", "b", 1)]},
    "within-a-stage": {"nodes": nodes("a", "b", "c", a=0, b=0, c=1), "links": [link("a", "b", 5), link("b", "c", 4)]},
    "far-stages": {"nodes": nodes("a", "b", a=0, b=1000), "links": [link("a", "b", 5)]},
    "isolated": {"nodes": nodes("a", "b", "alone"), "links": [link("a", "b", 5)]},
    "parts-apart": {"nodes": nodes("a", "b", "c", "d"), "links": [link("a", "b", 5), link("c", "d", 1)]},
    "whole-number-ids": {"nodes": [{"id": 0}, {"id": 1}], "links": [link(0, 1, 5)]},
    "strange-ids": {"nodes": [{"id": i} for i in ("", "a\nb", "→", "\"'<&>", "中" * 200)], "links": [link("", "a\nb", 5), link("→", "\"'<&>", 2), link("", "中" * 200, 1)]},
    "six-magnitudes": layered(1, magnitudes=6),
    "vast-and-tiny": {"nodes": nodes("a", "b", "c"), "links": [link("a", "b", 1e30), link("a", "c", 1e-300)]},
    "star-out": star(500, True),
    "star-in": star(500, False),
    "long-chain": {"nodes": nodes(*(f"c{i}" for i in range(120))), "links": [link(f"c{i}", f"c{i + 1}", 200 - i) for i in range(119)]},
    "complete": {"nodes": nodes(*(f"k{i}" for i in range(15))), "links": [link(f"k{i}", f"k{j}", 1 + i * j) for i in range(15) for j in range(i + 1, 15)]},
    "layered": layered(2),
    "two-hundred": layered(3, 200, 5, 20),
    "more-members": {"nodes": [{"id": "a", "colour": "red"}, {"id": "b", "stage": None}], "links": [{**link("a", "b", 5), "x": [1]}], "y": {}},
}

NODES = '"nodes":[{"id":"a"},{"id":"b"}]'

# name: (a graph that has to be refused, a word of the message)
BAD = {
    "empty-file": (b"", ""),
    "a-word": (b"hello", "JSON"),
    "cut": (b'{"nodes":[{"id":"a"}', "JSON"),
    "two-values": (b'{"nodes":[],"links":[]} {}', ""),
    "an-array": (b"[]", "object"),
    "null": (b"null", "object"),
    "no-nodes": (b'{"links":[]}', "“nodes”"),
    "no-links": (b'{"nodes":[]}', "“links”"),
    "nodes-object": (b'{"nodes":{},"links":[]}', "“nodes”"),
    "node-number": (b'{"nodes":[1],"links":[]}', "item 1 of “nodes”"),
    "node-null": (b'{"nodes":[null],"links":[]}', "item 1 of “nodes”"),
    "node-without-id": (b'{"nodes":[{"name":"a"}],"links":[]}', "“id”"),
    "id-null": (b'{"nodes":[{"id":null}],"links":[]}', "“id”"),
    "id-fraction": (b'{"nodes":[{"id":1.5}],"links":[]}', "“id”"),
    "id-object": (b'{"nodes":[{"id":{}}],"links":[]}', "“id”"),
    "id-twice": (b'{"nodes":[{"id":"a"},{"id":"a"}],"links":[]}', "“a”"),
    "stage-negative": (b'{"nodes":[{"id":"a","stage":-1}],"links":[]}', "stage"),
    "stage-fraction": (b'{"nodes":[{"id":"a","stage":1.5}],"links":[]}', "stage"),
    "stage-text": (b'{"nodes":[{"id":"a","stage":"1"}],"links":[]}', "stage"),
    "stage-vast": (b'{"nodes":[{"id":"a","stage":2000000000}],"links":[]}', "stage"),
    "missing-source": (f'{{{NODES},"links":[{{"source":"x","target":"b","value":1}}]}}'.encode(), "“x”"),
    "missing-target": (f'{{{NODES},"links":[{{"source":"a","target":"x","value":1}}]}}'.encode(), "“x”"),
    "no-source": (f'{{{NODES},"links":[{{"target":"b","value":1}}]}}'.encode(), "“source”"),
    "no-target": (f'{{{NODES},"links":[{{"source":"a","value":1}}]}}'.encode(), "“target”"),
    "link-number": (f'{{{NODES},"links":[5]}}'.encode(), "item 1 of “links”"),
    **{f"value-{name}": (f'{{{NODES},"links":[{{"source":"a","target":"b","value":{value}}}]}}'.encode(), "")
       for name, value in {"negative": "-1", "nan": "NaN", "infinite": "Infinity", "minus-infinite": "-Infinity", "1e999": "1e999", "text": '"5"', "null": "null",
                           "list": "[1]", "true": "true", "hex": "0x10", "vast": "1.7e308",
                           "long": "9" * 40, "octal": "010", "plus": "+1", "point": ".5", "ended": "1."}.items()},
    "no-value": (f'{{{NODES},"links":[{{"source":"a","target":"b"}}]}}'.encode(), "value"),
    "deep-arrays": (b"[" * 200000, "levels"),
    "deep-objects": (b'{"nodes":' * 200000, "levels"),
    "deep-and-closed": (b"[" * 200000 + b"]" * 200000, "levels"),
    "latin-1": (b'{"nodes":[{"id":"\xff"}],"links":[]}', "UTF-8"),
    "utf-16": ('{"nodes":[],"links":[]}'.encode("utf-16"), "UTF-8"),
    "nul": (b'{"nodes":[],\0"links":[]}', ""),
    "nul-alone": (b"\0", ""),
    "bytes": (bytes(range(256)) * 20, ""),
    "comment": (b'{"nodes":[],/* x */"links":[]}', "JSON"),
    "trailing-comma": (b'{"nodes":[],"links":[],}', "JSON"),
    "single-quotes": (b"{'nodes':[],'links':[]}", "JSON"),
    "bad-escape": (rb'{"nodes":[{"id":"\x"}],"links":[]}', "JSON"),
    "line-feed-in-text": (b'{"nodes":[{"id":"a\nb"}],"links":[]}', "JSON"),
}


def draw(graph, *arguments, **more):
    data = graph if isinstance(graph, bytes) else json.dumps(graph, ensure_ascii=False).encode()
    return run("chart", "--graph", "-", "--kind", "funds", *arguments, stdin=data, **more)


def layout_problems(graph, layout):
    """What every layout keeps: all nodes and links with their amounts, numbers that are numbers, one scale."""
    if sorted(str(n["id"]) for n in layout["nodes"]) != sorted(str(n["id"]) for n in graph["nodes"]):
        yield "not the graph's nodes"
    if sorted((str(k["source"]), str(k["target"]), k["value"]) for k in layout["links"]) != sorted((str(k["source"]), str(k["target"]), k["value"]) for k in graph["links"]):
        yield "not the graph's links"
    for item in layout["nodes"] + layout["links"]:
        for name, value in item.items():
            if isinstance(value, float) and value != value or name == "width" and value < 0:
                yield f"{name} is {value}"


def graph_is_drawn(name):
    graph = GRAPHS[name]
    result = draw(graph, "--format", "layout")
    yield from done(result)
    yield from layout_problems(graph, result.json)
    for size, more in (([], {}), (["--size", "320x200"], SEARCHED), (["--size", "1600x900"], SEARCHED)):
        svg = draw(graph, "--format", "svg", *size, **more)
        yield from done(svg)
        root = ElementTree.fromstring(svg.out)
        if re.search(rb"\b(nan|inf)\b", svg.out[svg.out.index(b"</desc>"):]):
            yield f"{size}: a coordinate that is no number"
        if root.get("role") != "img":
            yield "no role"
    text = draw(graph, "--format", "text", **SEARCHED)
    yield from done(text)
    if graph.get("title") and not text.text.startswith(graph["title"]):
        yield f"another title: {text.text[:80]}"


def bad_graph(name):
    data, word = BAD[name]
    path = write(f"{name}.json", data)
    yield from told(draw(data, "--format", "svg"), 2, "standard input", word)
    yield from told(run("chart", "--graph", path, "--kind", "funds", "--output", FOLDER / "never.svg"), 2, f"{name}.json:", word)
    if (FOLDER / "never.svg").exists():
        (FOLDER / "never.svg").unlink()
        yield "a file was made"


def line_of_the_mistake():
    yield from told(draw(b'{"nodes":[],\n"links":[],\n\n!}', "--format", "svg"), 2, "standard input:4: ")
    yield from told(draw(b"\n\n" + b"[" * 100, "--format", "svg"), 2, "standard input:3: ")


def order_does_not_matter():
    """Nodes and links in another order, the same bytes."""
    for name in ("layered", "cycles", "duplicates", "two-hundred", "complete", "isolated", "backwards-in-stages"):
        graph = GRAPHS[name]
        other = {**graph, "nodes": list(graph["nodes"]), "links": list(graph["links"])}
        random.Random(5).shuffle(other["nodes"])
        random.Random(6).shuffle(other["links"])
        for picture in ("svg", "text", "layout"):
            if draw(graph, "--format", picture, **SEARCHED).out != draw(other, "--format", picture, **SEARCHED).out:
                yield f"{name}: the order matters for {picture}"


def text_names_each_link():
    text = draw(GRAPHS["cycles"], "--format", "text").plain
    for item in GRAPHS["cycles"]["links"]:
        if f"{item['source'].upper()} → {item['target'].upper()}: {item['value']}" not in text:
            yield f"no {item}: {text}"


def layout_has_no_language():
    if len({draw(GRAPHS["layered"], "--format", "layout", "--lang", name).out for name in ("en", "zh_CN")}) != 1:
        yield "it changes with --lang"


def judge(layouts):
    """What metrics.mjs says of them; {name: measures}."""
    if shutil.which("node") is None or not METRICS.exists():
        raise tap.Skip("no node, or no metrics.mjs beside the source")
    paths = [write(f"{name}.layout.json", data) for name, data in layouts.items()]
    report = subprocess.run(["node", METRICS, "--json", *paths], stdout=subprocess.PIPE, check=True).stdout.decode()
    measures = [json.loads(line) for line in report.splitlines() if line.startswith("{")]
    return dict(zip(layouts, measures, strict=True))


def no_faults_in_layouts():
    skipped = {"vast-and-tiny"}  # beyond what the metrics can count in
    layouts = {name: draw(graph, "--format", "layout", **SEARCHED).out for name, graph in GRAPHS.items() if name not in skipped}
    for seed in range(10, 22):
        layouts[f"seed-{seed}"] = draw(layered(seed, 20 + 12 * (seed % 6), 3 + seed % 4, 5 + seed % 9), "--format", "layout", **SEARCHED).out
    for name, found in judge(layouts).items():
        faults = {f: found[f] for f in FAULTS if found.get(f)}
        if faults:
            yield f"{name}: {faults}"


def as_few_crossings_as_the_best():
    if not (SHARED / "data").exists():
        raise tap.Skip("no graphs to compare with beside the source")
    layouts = {name: run("chart", "--graph", SHARED / "data" / f"{name}.json", "--kind", "funds", "--format", "layout", **SEARCHED).out for name in BEST}
    for name, found in judge(layouts).items():
        faults = {f: found[f] for f in FAULTS if found.get(f)}
        if faults or found["wx_total"] > BEST[name]:
            yield f"{name}: wx_total {found['wx_total']}, at most {BEST[name]}; {faults}"


if __name__ == "__main__":
    tap.run(*(call(graph_is_drawn, name=name) for name in GRAPHS), *(call(bad_graph, name=name) for name in BAD), line_of_the_mistake,
            order_does_not_matter, text_names_each_link, layout_has_no_language, no_faults_in_layouts, as_few_crossings_as_the_best, leftovers)
