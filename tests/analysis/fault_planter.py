# fault_planter.py - plants one fault of a kind into a true World, in one of several disguises. SPDX-License-Identifier: GPL-3.0-or-later
"""FAULTS maps a kind to its disguises; each takes a World and its random source, spoils something, and returns the records of which a finding must name one. The
quotes are printed anew from the spoilt figures, so that nothing but the relation itself gives a fault away. None: this World has nothing to spoil that way."""

import copy
from decimal import Decimal


def scaled(q, factor):
    """Another value, printed to the same place."""
    precision = Decimal(q.get("precision", "1"))
    value = (Decimal(q["value"]) * Decimal(str(factor)) / precision).to_integral_value() * precision
    if value == Decimal(q["value"]):
        value += precision * (3 if factor > 1 else -3)
    text = format(value, "f")
    q["value"] = (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def figure(record):
    return record[next(k for k in ("amount", "count", "value") if k in record)]


def exact(record):
    figure(record).pop("qualifier", None)


def value(record):
    return Decimal(figure(record)["value"])


def far(rng):
    """Far enough that no reading of a rounded or rough figure makes up for it."""
    return rng.choice([0.5, 0.6, 1.5, 1.8, 2.5])


def near(rng):
    return rng.choice([0.93, 0.95, 1.06, 1.08])


def spoil(name, how=far):
    def plant(world, rng):
        record = world.named.get(name)
        if record is None:
            return None
        if how is near and figure(record).get("qualifier"):
            return None
        scaled(figure(record), how(rng))
        return [record]
    return plant


def set_value(record, new):
    precision = Decimal(figure(record).get("precision", "1"))
    figure(record)["value"] = format((Decimal(new) / precision).to_integral_value() * precision, "f").split(".")[0]


def rounded_ratio(world, rng):
    """90.01 % where 90.00 % was meant: a digit of the last place."""
    record = world.named["ratio"]
    precision = Decimal(figure(record).get("precision", "1"))
    figure(record)["value"] = format(value(record) + precision * rng.choice([-2, 2, 3, -3]), "f")
    return [record]


def part_above_whole(name, whole):
    def plant(world, rng):
        part = world.named.get(name)
        if part is None or "part_of" not in part:
            return None
        exact(part)
        set_value(part, value(world.named[whole]) * Decimal(str(rng.choice([1.6, 2.2, 3]))))
        return [part]
    return plant


def other_source(name, twin):
    """A second newspaper tells another figure, in another unit form or for the same day written otherwise."""
    def plant(world, rng):
        record = world.named.get(twin)
        if record is None:
            return None
        q = figure(record)
        q.pop("qualifier", None)
        set_value(record, value(world.named[name]) * Decimal(str(far(rng))))
        if rng.random() < 0.4 and value(record) > 20000:
            q["precision"] = "100"
            set_value(record, value(record))
        if rng.random() < 0.3 and record.get("period") == "2019-12-31":
            record["period"] = rng.choice(["2019", "2019-12"])
        return [record, world.named[name]]
    return plant


def copied_observation(name):
    """The same figure recorded from a third source, changed."""
    def plant(world, rng):
        record = copy.deepcopy(world.named[name])
        record["id"] = world.new_id("observation")
        record["citing"] = []
        world.records.append(record)
        world.cite(record, world.sources[2], 30)
        exact(record)
        scaled(figure(record), far(rng))
        return [record]
    return plant


def falling(key):
    def plant(world, rng):
        i = rng.choice([1, 2])
        record = world.named[f"{key}{i}"]
        for r in (record, world.named[f"{key}{i - 1}"]):
            exact(r)
            if r["period"][0] != "." and rng.random() < 0.5:
                r["period"] = "../" + r["period"]
        rough = any("precision" in figure(r) for r in (record, world.named[f"{key}{i - 1}"]))
        set_value(record, value(world.named[f"{key}{i - 1}"]) * Decimal(str(rng.choice([0.4] if rough else [0.5, 0.8, 0.95]))))
        return [record]
    return plant


def year_above_span(world, rng):
    record = world.observe(None, "people-employed", {"value": "1", "unit": "person"}, "2016/2019", world.sources[0], 9, cumulative=True)
    set_value(record, value(world.named["employed"]) * Decimal("0.4"))
    return [record, world.named["employed"]]


def above_population(world, rng):
    record = world.named[rng.choice(["signed", "employed"])]
    exact(record)
    set_value(record, value(world.named["population"]) * Decimal(str(rng.choice([2, 3, 1.6]))))
    return [record]


def town_above_county(world, rng):
    record = world.named["town1"]
    set_value(record, value(world.named["head2019"]) * Decimal(str(rng.choice([1.8, 3]))))
    return [record]


def towns_above_county(world, rng):
    county = value(world.named["head2019"])
    for i in range(3):
        set_value(world.named[f"town{i}"], county * Decimal("0.6"))
    return [world.named[f"town{i}"] for i in range(3)]


def fewer_people_than_households(world, rng):
    record = world.named["signed"]
    exact(record)
    other = world.named["signed-b"]
    set_value(record, value(world.named["signed-households"]) * Decimal("0.5"))
    figure(other).clear()
    figure(other).update(figure(record))
    return [record, world.named["signed-households"], world.named["signed-poor"]]


def more_goes_on(world, rng):
    record = world.named[f"went{rng.choice([0, 1])}"]
    set_value(record, value(world.named["came"]) * Decimal(str(rng.choice([1.2, 1.5, 4]))))
    return [record, world.named["came"]]


def both_go_on(world, rng):
    for i in range(2):
        set_value(world.named[f"went{i}"], value(world.named["came"]) * Decimal("0.7"))
    return [world.named["went0"], world.named["came"]]


def through_another(world, rng):
    """It isn't handed on by the node itself, but through it."""
    record = world.named["went0"]
    record["via"] = world.named["node"]["id"]
    record["from"] = world.district["id"]
    set_value(record, value(world.named["came"]) * Decimal("1.6"))
    return [record, world.named["came"]]


def more_comes_less(world, rng):
    record = world.named["came"]
    set_value(record, value(record) * Decimal("0.2"))
    return [record]


def paid_above_plan(world, rng):
    record = world.named["paid"]
    set_value(record, value(world.named["planned"]) * Decimal(str(rng.choice([1.3, 2, 5]))))
    return [record, world.named["planned"]]


def planned_in_done(world, rng):
    record = world.named["part0"]
    record["status"] = rng.choice(["planned", "committed"])
    if rng.random() < 0.5:
        record["amount"]["planned"] = True
    return [record, world.named["fiscal"]]


def planned_quantity_in_done(world, rng):
    record = world.named["donated"]
    record["amount"]["planned"] = True
    return [record, world.named["total"]]


def forgotten_part(name):
    def plant(world, rng):
        record = world.named[name]
        record.pop("part_of", None)
        record["from"] = world.named["total"]["from"]
        return [record]
    return plant


def unlinked_part(name):
    """From another giver than the total, so that nothing but the sum tells."""
    def plant(world, rng):
        record = world.named[name]
        record.pop("part_of", None)
        return [record]
    return plant


def copied_part(world, rng):
    """Recorded once more, from another paper, as a gift of its own."""
    record = copy.deepcopy(world.named["part0"])
    record["id"] = world.new_id("flow")
    record.pop("part_of", None)
    record["from"] = world.district["id"]
    record["citing"] = []
    world.records.append(record)
    world.cite(record, world.sources[2], 31)
    return [record]


def part_of_part_beside(world, rng):
    """A part of a part is counted as part of the total beside it."""
    for i in range(world.n_parts):
        world.named[f"part{i}"]["part_of"] = world.named["total"]["id"]
    exact(world.named["total"])
    figure(world.named["total"])["value"] = str(int(value(world.named["fiscal"]) + value(world.named["donated"])))
    return [world.named["part0"], world.named["total"]]


def event_after_article(world, rng):
    record = world.named["visit"]
    record["period"] = rng.choice(["2020-09-09", "2020-12", "2021", "2020-09-01/2020-09-03"])
    return [record]


def opens_before_it_begins(world, rng):
    record = world.named["opening"]
    record["period"] = rng.choice(["2018-12", "2017", "2018-11-05"])
    return [record, world.named["start"]]


def figure_after_article(world, rng):
    record = world.named["signed"]
    record["period"] = rng.choice(["2020-12-31", "2021-06", "2021"])
    return [record]


def total_after_article(world, rng):
    record = world.named["bought2020"]
    record["period"] = rng.choice(["2021", "2021/2022"])
    return [record]


def uncited(world, rng):
    record = world.named[rng.choice(["signed", "fiscal", "trained", "lifted", "units"])]
    record["uncited"] = True
    return [record]


def misquoted(world, rng):
    if not world.held:
        return None
    record = world.named[rng.choice(["signed", "fiscal", "trained", "lifted", "units"])]

    def change(citation):
        citation["quote"] = "约" + citation["quote"] if "约" not in citation["quote"] else citation["quote"].replace("约", "近")
        citation["length"] = len(citation["quote"])
    record["misquoted"] = change
    return [record]


def misplaced(world, rng):
    if not world.held:
        return None
    record = world.named[rng.choice(["signed", "fiscal", "trained", "lifted", "units"])]
    shift = rng.choice([-3, 2, 7])
    record["misquoted"] = lambda citation: citation.update(start=max(0, citation["start"] + shift))
    return [record]


def wrong_paragraph(world, rng):
    if not world.held:
        return None
    record = world.named[rng.choice(["signed", "fiscal", "trained"])]
    record["misquoted"] = lambda citation: citation.update(paragraph=citation["paragraph"] + 1)
    return [record]


def base_leaps(name):
    def plant(world, rng):
        year = rng.choice(world.years)
        record = world.named[f"{name}{year}"]
        exact(record)
        scaled(figure(record), rng.choice([0.3, 0.5, 2, 3.3]))
        return [record]
    return plant


def points_for_percent(world, rng):
    record = world.named[f"rate{rng.choice(world.years)}"]
    record["value"]["unit"] = "percentage-point"
    return [record]


def percent_for_points(world, rng):
    record = world.named.get("drop")
    if record is None:
        return None
    record["value"]["unit"] = "percent"
    return [record]


def relative_for_points(world, rng):
    record = world.named.get("drop")
    if record is None:
        return None
    a, b = value(world.named["rate2013"]), value(world.named["rate2019"])
    record["value"]["value"] = format(((a - b) * 100 / a).quantize(Decimal("0.1")), "f")
    return [record]


def slipped(name):
    def plant(world, rng):
        record = world.named[name() if callable(name) else name.format(year=rng.choice(world.years[1:-1] or world.years), n=rng.choice([0, 1, 2]),
                                                                  flow=rng.choice([2018, 2019, 2020]))]
        q = figure(record)
        exact(record)
        if rng.random() < 0.5:
            q["value"] = str(int(Decimal(q["value"]) * 10000))
            if "precision" in q:
                q["precision"] = str(int(Decimal(q["precision"]) * 10000))
        else:
            text = format(Decimal(q["value"]) / 10000, "f")
            q["value"] = text.rstrip("0").rstrip(".") if "." in text else text
            places = len(q["value"].partition(".")[2])
            q.pop("precision", None)
            if places:
                q["precision"] = format(Decimal(1).scaleb(-places), "f")
        return [record]
    return plant


def times_for_people(name):
    def plant(world, rng):
        record = world.named[name]
        unit = figure(record)["unit"]
        figure(record)["unit"] = {"person": "person-time", "person-time": "person"}[unit]
        return [record]
    return plant


def more_people_than_times(world, rng):
    set_value(world.named["trained-times"], value(world.named["trained"]) * Decimal(str(rng.choice([0.5, 0.9]))))
    return [world.named["trained-times"], world.named["trained"]]


def reprinted(name):
    """Recorded from the reprint as well, as if it were a second witness."""
    def plant(world, rng):
        record = copy.deepcopy(world.named[name])
        record["id"] = world.new_id(record["record"])
        record["citing"] = []
        world.records.append(record)
        world.cite(record, world.reprint, 2)
        return [record, world.named[name]]
    return plant


def unmarked_title(world, rng):
    source = copy.deepcopy(world.sources[0])
    source["id"] = world.new_id("source")
    source["publisher"] = "另一网站"
    source["title"] = rng.choice([source["title"], f"【转载】{source['title']}"[4:], source["title"] + " "])
    source["published"] = rng.choice(["2020-07-10", "2020-07-12", "2020-08-01"])
    world.records.append(source)
    record = copy.deepcopy(world.named["employed"])
    record["id"] = world.new_id("observation")
    record["citing"] = []
    world.records.append(record)
    world.cite(record, source, 9)
    return [source, world.sources[0]]


def unmarked_text(world, rng):
    if not world.held:
        return None
    text = next(r["text"] for r in world.rendered() if r["id"] == world.sources[0]["id"])
    source = world.add("source", None, title="完全不同的标题" + str(rng.randrange(99)), publisher="别处", published="2020-07-13", kind="press",
                       text="本网讯\n" + text.split("\n", 1)[1] + "\n编辑：某某")
    return [source, world.sources[0]]


FAULTS = {
    "difference": [spoil("lifted"), spoil("lifted", near), spoil("villages-lifted"), spoil("head2013"), spoil("self-paid"), spoil("drop")],
    "average": [spoil("yearly")],
    "ratio": [rounded_ratio, spoil("ratio", near), spoil("reimbursed", near)],
    "sum": [spoil("units"), spoil("part0"), spoil("fiscal"), spoil("fiscal", near), spoil("donated", lambda rng: 3), spoil("paired-townships"), spoil("part1", near)],
    "part": [part_above_whole("signed-poor", "signed"), part_above_whole("part1", "fiscal"), part_above_whole("reimbursed", "costs"),
             part_above_whole("donated", "total"), part_above_whole("paired-enterprises", "units")],
    "same": [other_source("head2019", "head2019b"), other_source("villages2019", "villages2019c"), other_source("signed", "signed-b"),
             other_source("employed", "employed-b"), other_source("trained", "trained-b"), copied_observation("head2013"), copied_observation("costs"),
             copied_observation("signed-poor")],
    "trend": [falling("health-checks"), falling("health-consultations"), falling("remote-consultations"), year_above_span],
    "population": [above_population, town_above_county, towns_above_county, fewer_people_than_households],
    "flow": [more_goes_on, both_go_on, through_another, more_comes_less],
    "planned": [paid_above_plan, planned_in_done, planned_quantity_in_done],
    "double": [forgotten_part("part0"), forgotten_part("fiscal"), unlinked_part("donated"), unlinked_part("part1"), copied_part, part_of_part_beside],
    "dates": [event_after_article, opens_before_it_begins, figure_after_article, total_after_article],
    "citation": [uncited, misquoted, misplaced, wrong_paragraph],
    "base": [base_leaps("rate"), base_leaps("head")],
    "points": [points_for_percent, percent_for_points, relative_for_points],
    "unit": [slipped("head{year}"), slipped("bought{flow}"), slipped("health-consultations{n}"), slipped("signed-b"), slipped("employed-b"), slipped("part0")],
    "person-time": [times_for_people("health-consultations1"), times_for_people("health-checks2"), times_for_people("attendances-b"),
                    times_for_people("trained-b"), more_people_than_times],
    "reprint": [reprinted("employed"), reprinted("donated"), reprinted("trained"), reprinted("head2019"), unmarked_title, unmarked_text],
}
