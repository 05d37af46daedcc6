# true_casebook.py - casebooks in which everything agrees, for planting faults in. SPDX-License-Identifier: GPL-3.0-or-later
"""A World is one case with places, sources and figures that follow from true values, printed as offices print them: rounded, cut off, "nearly", in 万 or not. Beside
relations that must be confirmed it holds traps: figures that only look as if they contradicted each other. Some sources hold their text. Invented throughout."""

import json
import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

TYPES = ["place", "party", "case", "pairing", "programme", "flow", "exchange", "observation", "event", "source", "indicator", "decision"]
WORDS = {"CNY": "元", "person": "人", "person-time": "人次", "household": "户", "village": "个村", "township": "个", "company": "家", "org": "个",
         "percent": "%", "percentage-point": "个百分点", "case": "例", "session": "期", "school": "所", "item": "个"}
BASE32 = "abcdefghijklmnopqrstuvwxyz234567"


def number(value):
    text = format(Decimal(value), "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def quantity(value, unit, precision=1, qualifier=None):
    q = {"value": number(value)}
    if Decimal(precision) != 1:
        q["precision"] = number(precision)
    q["unit"] = unit
    if qualifier:
        q["qualifier"] = qualifier
    return q


def quote(q):
    """The quantity as a Chinese newspaper prints it."""
    value, precision = Decimal(q["value"]), Decimal(q.get("precision", "1"))
    text, scale = "", 1
    for word, size in (("亿", 10 ** 8), ("万", 10 ** 4)):
        if abs(value) >= size and precision >= size / 10000 and precision > 1:
            scale, text = size, word
            break
    digits = value / scale
    places = max(0, -(precision / scale).normalize().as_tuple().exponent) if precision / scale < 1 else 0
    printed = f"{digits.quantize(Decimal(1).scaleb(-places)):f}"
    before, after = {"nearly": ("近", ""), "about": ("约", ""), "over": ("", "余"), None: ("", ""), "at-least": ("", ""), "at-most": ("", "")}[q.get("qualifier")]
    tail = {"at-least": "以上", "at-most": "以内"}.get(q.get("qualifier"), "")
    if after and text:
        text = after + text if places == 0 else text + after
        after = ""
    return before + printed + text + after + WORDS.get(q["unit"], "") + tail


class World:
    def __init__(self, seed, index=0):
        self.rng = random.Random(f"{seed}/{index}")
        self.records = []
        self.named = {}       # role → record, for the planter
        self.relations = 0    # how many relations hold between the figures
        self.paragraphs = {}  # source id → list of lists of records
        self.build()

    # what is made of what

    def new_id(self, kind):
        return f"{kind}-" + "".join(self.rng.choice(BASE32) for _ in range(10))

    def add(self, kind, role=None, /, **members):
        record = {"record": kind, "id": self.new_id(kind), **{k: v for k, v in members.items() if v is not None}}
        self.records.append(record)
        if role:
            self.named[role] = record
        return record

    def cite(self, record, source, paragraph):
        pages = self.paragraphs.setdefault(source["id"], {})
        pages.setdefault(paragraph, []).append(record)
        record.setdefault("citing", []).append((source["id"], paragraph))
        return record

    def printed(self, true, unit, plain=False):
        """The true value as somebody prints it; what is printed holds for it."""
        true = Fraction(true)
        style = "exact" if plain else self.rng.choice(["exact", "wan2", "wan2", "wan1", "cut", "nearly", "over", "about"])
        if true < 20000 and style != "about" and style != "over" and style != "nearly":
            style = "exact"
        value = Decimal(true.numerator) / Decimal(true.denominator)
        if style == "exact":
            return quantity(value.quantize(Decimal(1), ROUND_HALF_UP), unit)
        if style in ("wan2", "wan1", "cut"):
            precision = {"wan2": 100, "wan1": 1000, "cut": 100}[style] * (100 if true > 10 ** 8 else 1)
            mode = ROUND_DOWN if style == "cut" else ROUND_HALF_UP
            return quantity((value / precision).quantize(Decimal(1), mode) * precision, unit, precision)
        digits = 10 ** max(0, len(str(int(value))) - 2)
        floor = int(value) // digits * digits
        if style == "nearly" and int(value) != floor and floor + digits <= value * Decimal("1.1"):
            return quantity(floor + digits, unit, digits, "nearly")
        if style == "over" and int(value) != floor:
            return quantity(floor, unit, digits, "over")
        if style == "about":
            return quantity(int((value / digits).quantize(Decimal(1), ROUND_HALF_UP)) * digits, unit, digits, "about")
        return quantity(value.quantize(Decimal(1), ROUND_HALF_UP), unit)

    def rate(self, true, places=2, unit="percent"):
        value = (Decimal(true.numerator) / Decimal(true.denominator)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
        return quantity(value, unit, Decimal(1).scaleb(-places))

    def observe(self, name, indicator, value, period, source, paragraph, /, **members):
        order = ["programme", "subject", "indicator", "value", "period", "role", "cumulative", "basis", "part_of"]
        members = {"subject": self.county["id"], "indicator": indicator, "value": value, "period": period, "role": "actual", **members}
        record = self.add("observation", name, case=self.case["id"], **{k: members.get(k) for k in order})
        return self.cite(record, source, paragraph) if source else record

    def flow(self, name, giver, taker, kind, amount, period, source, paragraph, /, **members):
        order = ["programme", "from", "via", "to", "kind", "status", "amount", "sector", "period", "cumulative", "basis", "part_of"]
        members = {"from": giver, "to": taker, "kind": kind, "status": "disbursed", "amount": amount, "period": period, **members}
        record = self.add("flow", name, case=self.case["id"], **{k: members.get(k) for k in order})
        return self.cite(record, source, paragraph)

    def build(self):
        rng = self.rng
        name = "".join(rng.choice("山海湖云平塘东乡白沙石桥龙泉新河") for _ in range(3)) + str(rng.randrange(1000))
        self.province = self.add("place", name=name + "省", level="province")
        self.prefecture = self.add("place", name=name + "州", level="prefecture", parent=self.province["id"])
        self.county = self.add("place", name=name + "县", level="county", parent=self.prefecture["id"])
        self.towns = [self.add("place", name=f"{name}{i}镇", level="township", parent=self.county["id"]) for i in range(3)]
        self.district = self.add("place", name=name + "区", level="county", parent=self.province["id"])
        self.office = self.add("party", name=name + "财政局", kind="department", place=self.county["id"])
        self.school = self.add("party", name=name + "小学", kind="school", place=self.county["id"])
        self.hospital = self.add("party", name=name + "医院", kind="hospital", place=self.county["id"])
        self.firm = self.add("party", name=name + "公司", kind="enterprise", place=self.district["id"])
        self.case = self.add("case", title=name, kind="east-west", assisting=[self.district["id"]], assisted=[self.county["id"]], period="2014/2020")
        self.programmes = [self.add("programme", case=self.case["id"], title=f"{name}项目{i}", sector=s, status="active") for i, s in enumerate(["education", "health", "labour"])]
        self.held = rng.random() < 0.6
        self.sources = [self.add("source", f"source{i}", title=f"{name}来源{i}的报道", publisher=f"报{i}", published=p, kind="press")
                        for i, p in enumerate(["2020-07-10", "2020-08-20", "2020-09-15"])]
        self.reprint = self.add("source", "reprint", title=f"转载{name}的另一题目", publisher="网", published="2020-09-01", kind="press", reprint_of=self.sources[0]["id"])
        for part in (self.poverty, self.villages, self.money, self.projects, self.insurance, self.doctors, self.counts, self.exchanges, self.pairs, self.events,
                     self.traps):
            part()

    def poverty(self):
        rng, (a, b, _) = self.rng, self.sources
        base = rng.randrange(150000, 700000)
        self.base = base
        years = sorted(rng.sample(range(2014, 2019), rng.randrange(1, 4)))
        years = [2013, *years, 2019]
        share = Fraction(rng.randrange(250, 450), 1000)
        end_share = Fraction(rng.randrange(15, 60), 1000)
        heads = {}
        style = rng.choice(["day", "year"])
        for i, year in enumerate(years):
            s = share + (end_share - share) * Fraction(i, len(years) - 1)
            moved = base + base * (year - 2013) // 200
            heads[year] = int(moved * s)
            period = f"{year}-12-31" if style == "day" else str(year)
            role = "baseline" if i == 0 else "actual"
            self.observe(f"head{year}", "poverty-headcount", self.printed(heads[year], "person"), period, a, 1, role=role)
            self.observe(f"rate{year}", "poverty-incidence", self.rate(Fraction(heads[year] * 100, moved)), period, a, 1, role=role)
            self.relations += 2
        self.years = years
        lifted = heads[2013] - heads[2019]
        span = rng.choice(["2013-12-31/2019-12-31", "2014/2019", "2013-12/2019-12"]) if style == "day" else rng.choice(["2013/2019", "2014/2019"])
        self.observe("lifted", "people-lifted-out", self.printed(lifted, "person"), span, a, 1, cumulative=True)
        yearly = Fraction(lifted, 6)
        self.observe("yearly", "people-lifted-out-yearly", self.printed(yearly, "person"), span, a, 1)
        drop = Fraction(heads[2013] * 100, base) - Fraction(heads[2019] * 100, base + base * 6 // 200)
        if rng.random() < 0.6:
            key = "poverty-incidence" if rng.random() < 0.5 else "own-drop"
            self.observe("drop", key, self.rate(drop, 1, "percentage-point"), "2013-12-31/2019-12-31", a, 1)
        # the same end tells another newspaper
        self.observe("head2019b", "poverty-headcount", self.printed(heads[2019], "person"), rng.choice(["2019-12-31", "2019", "2019-12"]), b, 1)
        self.observe("population", "population", self.printed(base + base * 6 // 200, "person"), "2019-12-31", b, 2)
        share_of_town = [rng.randrange(10, 30) for _ in self.towns]
        for i, town in enumerate(self.towns):
            self.observe(f"town{i}", "poverty-headcount", quantity(heads[2019] * share_of_town[i] // 100, "person"), "2019-12-31", b, 3, subject=town["id"])
        self.relations += 7
        self.heads = heads

    def villages(self):
        rng, (a, _, c) = self.rng, self.sources
        start, end = rng.randrange(60, 200), rng.randrange(1, 50)
        self.observe("villages2013", "poor-villages", quantity(start, "village"), "2013-12-31", a, 2, role="baseline")
        self.observe("villages2019", "poor-villages", quantity(end, "village"), "2019-12-31", a, 2)
        self.observe("villages-lifted", "villages-lifted-out", quantity(start - end, "village"), "2013-12-31/2019-12-31", a, 2, cumulative=True)
        self.observe("villages2019c", "poor-villages", quantity(end, "village"), "2019", c, 1)
        self.relations += 2

    def money(self):
        rng, (a, b, _) = self.rng, self.sources
        wan = 10 ** 4
        parts = [rng.randrange(300, 9000) * wan for _ in range(rng.randrange(2, 5))]
        fiscal = sum(parts)
        donated = rng.randrange(500, 6000) * wan
        total = fiscal + donated
        d, c, office = self.district["id"], self.county["id"], self.office["id"]
        period = rng.choice(["2016/2020-06-30", "../2020-06-30"])
        members = {"cumulative": True}
        whole = self.flow("total", d, c, "fiscal", self.printed(total, "CNY") if rng.random() < 0.6 else quantity(total, "CNY", wan), period, a, 3,
                          basis="财政资金与社会捐赠合计", **members)
        f = self.flow("fiscal", d, office, "fiscal", quantity(fiscal, "CNY", wan), period, a, 3, part_of=whole["id"], **members)
        self.flow("donated", self.firm["id"], c, "donation", quantity(donated, "CNY", wan), period, a, 3, part_of=whole["id"], **members)
        sectors = ["education", "health", "industry", "housing"]
        for i, p in enumerate(parts):
            to = [self.school["id"], self.hospital["id"], {"name": "产业", "kind": "other"}, {"name": "住房", "kind": "other"}][i]
            self.flow(f"part{i}", office, to, "fiscal", quantity(p, "CNY", wan), period, a, 3, part_of=f["id"], sector=sectors[i], **members)
        self.n_parts = len(parts)
        self.relations += 5 + len(parts)
        # an account of its own, passed on in part
        came = rng.randrange(400, 3000) * wan
        node = self.add("party", "node", name="基金会" + str(rng.randrange(999)), kind="social-organisation", place=self.county["id"])
        self.flow("came", d, node["id"], "donation", quantity(came, "CNY", wan), "2019", b, 4, cumulative=True, sector="relief", programme=self.programmes[2]["id"])
        for i in range(2):
            amount = came * rng.randrange(20, 50) // 100 // wan * wan
            self.flow(f"went{i}", node["id"], [self.school["id"], self.hospital["id"]][i], "donation", quantity(amount, "CNY", wan), "2019", b, 4, cumulative=True)
        self.relations += 1

    def projects(self):
        rng, (_, b, c) = self.rng, self.sources
        wan = 10 ** 4
        planned = rng.randrange(1000, 5000) * wan
        d = self.district["id"]
        p = self.programmes[0]["id"]
        self.flow("planned", d, self.school["id"], "investment", {**quantity(planned, "CNY", wan), "planned": True}, "2019", b, 5, status="planned", programme=p)
        self.flow("paid", d, self.school["id"], "investment", quantity(planned * rng.randrange(60, 100) // 100 // wan * wan, "CNY", wan), "2019", b, 5, programme=p)
        bought = rng.randrange(500, 2000) * wan
        for year in (2018, 2019, 2020):
            bought = bought * rng.randrange(90, 130) // 100 // wan * wan
            q = quantity(bought, "CNY", wan)
            self.flow(f"bought{year}", d, self.county["id"], "purchase", q, str(year), c, 2, programme=self.programmes[2]["id"])
        self.relations += 1

    def insurance(self):
        rng, (_, b, _) = self.rng, self.sources
        costs = rng.randrange(10 ** 5, 10 ** 6) * 100
        paid = costs * rng.randrange(6500, 9500) // 10000 // 100 * 100
        basis = rng.choice([None, "建档立卡贫困人口"])
        whole = self.observe("costs", "medical-costs", quantity(costs, "CNY", 100), "2019", b, 6, cumulative=True, basis=basis)
        part = whole["id"] if rng.random() < 0.5 else None
        self.observe("reimbursed", "medical-costs-reimbursed", quantity(paid, "CNY", 100), "2019", b, 6, cumulative=True, basis=basis, part_of=part)
        self.observe("self-paid", "medical-costs-self-paid", quantity(costs - paid, "CNY", 100), "2019", b, 6, cumulative=True, basis=basis, part_of=part)
        self.observe("ratio", "reimbursement-ratio", self.rate(Fraction(paid * 100, costs), rng.choice([1, 2])), "2019", b, 6, basis=basis)
        self.relations += 3

    def doctors(self):
        rng, (a, b, _) = self.rng, self.sources
        households = rng.randrange(2000, 9000)
        people = int(households * rng.uniform(2.5, 5))
        poor = people * rng.randrange(10, 60) // 100
        p = self.programmes[1]["id"]
        whole = self.observe("signed", "family-doctor-contracts", self.printed(people, "person"), "2020-06-30", a, 4, programme=p)
        self.observe("signed-poor", "family-doctor-contracts-poor", quantity(poor, "person"), "2020-06-30", a, 4, programme=p,
                     part_of=whole["id"] if rng.random() < 0.7 else None)
        self.observe("signed-households", "family-doctor-households", quantity(households, "household"), "2020-06-30", a, 4, programme=p)
        self.observe("signed-b", "family-doctor-contracts", self.printed(people, "person"), "2020-06-30", b, 7, programme=p)
        self.relations += 3

    def counts(self):
        rng, sources = self.rng, self.sources
        p = self.programmes[1]["id"]
        for key, unit in (("health-checks", "person"), ("health-consultations", "person-time"), ("remote-consultations", "case")):
            value = rng.randrange(300, 3000)
            for i, day in enumerate(("2020-06-30", "2020-07-31", "2020-08-31")):
                value += rng.randrange(0, 400)
                self.observe(f"{key}{i}", key, self.printed(value, unit), "../" + day if rng.random() < 0.8 else day, sources[i], 8, cumulative=True, programme=p)
            self.relations += 2
        value = rng.randrange(800, 30000)
        self.observe("employed", "people-employed", self.printed(value, "person"), "2019", sources[0], 9, cumulative=True)
        self.observe("employed-b", "people-employed", self.printed(value, "person"), "2019", sources[1], 9, cumulative=True)
        self.relations += 1

    def exchanges(self):
        rng, (a, b, _) = self.rng, self.sources
        p = self.programmes[2]["id"]
        people = rng.randrange(200, 3000)
        for role, source, unit, value in (("trained", a, "person", people), ("trained-times", a, "person-time", people * rng.randrange(12, 30) // 10), ("trained-b", b, "person", people)):
            self.cite(self.add("exchange", role, case=self.case["id"], programme=p, direction="east-to-west", role="technician", purpose="training",
                               count=quantity(value, unit), period="2019"), source, 10)
        self.observe("attendances", "training-attendances", quantity(people * 3, "person-time"), "2019", a, 11, programme=p)
        self.observe("attendances-b", "training-attendances", quantity(people * 3, "person-time"), "2019", b, 11, programme=p)
        self.relations += 3

    def pairs(self):
        rng, (_, _, c) = self.rng, self.sources
        counts = [(rng.randrange(2, 15), "township", "township", "paired-townships"), (rng.randrange(5, 40), "enterprise", "company", "paired-enterprises"),
                  (rng.randrange(1, 9), "social-organisation", "org", "paired-social-organisations")]
        total = sum(n for n, *_ in counts)
        mode = rng.choice(["parts", "pairing", "both"])
        whole = self.observe("units", "paired-units", quantity(total, "org"), "2016/2020-06-30", c, 3, subject=self.district["id"],
                             basis=rng.choice([None, "街道、企业、社会组织合计"]) if mode != "pairing" else None)
        if mode != "pairing":
            for n, _, unit, key in counts:
                self.observe(key, key, quantity(n, unit), "2016/2020-06-30", c, 3, subject=self.district["id"], part_of=whole["id"])
            self.relations += 4
        if mode != "parts":
            self.cite(self.add("pairing", "pairing", case=self.case["id"], level="unit-village", assisting=[{"kind": kind, "count": quantity(n, unit)} for n, kind, unit, _ in counts],
                               assisted=[self.county["id"]], period="2016/2020"), c, 3)
            self.relations += 1

    def events(self):
        rng, (a, b, _) = self.rng, self.sources
        month = rng.randrange(1, 9)
        self.cite(self.add("event", "start", case=self.case["id"], title="开工", kind="start", parties=[self.school["id"]], period=f"2019-{month:02}"), a, 12)
        self.cite(self.add("event", "opening", case=self.case["id"], title="启用", kind="opening", parties=[self.school["id"]], period=f"2019-{month + 3:02}-15"), a, 12)
        self.cite(self.add("event", "visit", case=self.case["id"], title="考察", kind="visit", parties=[self.county["id"], self.district["id"]], period="2020-06-09"), b, 12)
        self.relations += 3

    def traps(self):
        """What only looks like a fault."""
        rng, (a, b, c) = self.rng, self.sources
        wan = 10 ** 4
        # counted by another rule
        self.observe(None, "beneficiaries", quantity(rng.randrange(1000, 5000), "person"), "2019", a, 13, basis="仅直接受益")
        self.observe(None, "beneficiaries", quantity(rng.randrange(6000, 9000), "person"), "2019", b, 13, basis="含间接受益")
        # another time; fewer jobs in a bad year
        for year, source in ((2018, a), (2019, b)):
            self.observe(None, "jobs-offered", quantity(rng.randrange(100, 3000), "job"), str(year), source, 14, cumulative=True)
        # of a total only some parts are told
        big = self.flow("partial", self.district["id"], self.prefecture["id"], "donation", quantity(9000 * wan, "CNY", wan), "2016/2019", c, 4, cumulative=True)
        for i in range(2):
            self.flow(None, self.district["id"], {"name": f"项目{i}", "kind": "other"}, "donation", quantity(rng.randrange(200, 1500) * wan, "CNY", wan), "2016/2019", c, 4,
                      cumulative=True, part_of=big["id"])
        # gifts of one giver in one year
        for i in range(2):
            self.flow(None, self.firm["id"], self.school["id"], "donation", quantity(rng.randrange(5, 90) * wan, "CNY", wan), "2018", [a, b][i], 15, sector="education")
        # a target that wasn't reached; a plan above what was done
        self.observe(None, "poverty-incidence", quantity(1, "percent", "0.1", "at-most"), "2020-12-31", a, 16, role="target")
        # two shares of one whole that overlap
        whole = self.observe(None, "population-served", quantity(100000, "person", wan), "2020-06-30", c, 5)
        self.observe(None, "poor-population-served", quantity(60000, "person", wan), "2020-06-30", c, 5, part_of=whole["id"])
        self.observe(None, "own-women-served", quantity(55000, "person", 1000), "2020-06-30", c, 5, part_of=whole["id"])
        # the reprint is cited beside its original, in one record
        record = self.observe(None, "joint-meetings", quantity(rng.randrange(3, 15), "session"), "2016/2020-06-30", a, 17, cumulative=True)
        record["citing"].append((self.reprint["id"], 1))
        self.paragraphs.setdefault(self.reprint["id"], {}).setdefault(1, []).append(record)
        # the rate of a year before, of another base
        self.observe(None, "monthly-wage", quantity(2800, "CNY", 1, "about"), "2018", a, 18)
        self.observe(None, "monthly-wage", quantity(2500, "CNY"), "2019", b, 18)
        self.relations += 16

    # rendering

    def rendered(self):
        """The records as a file holds them, with citations that fit what the records now say."""
        citations, texts = {}, {}
        for source, pages in self.paragraphs.items():
            text = "新闻"
            for number_, records in sorted(pages.items()):
                text += "\n"
                for i, record in enumerate(records):
                    text += f"第{i}项" if i == 0 else f"，第{i}项"
                    for q in self.quantities(record):
                        citations.setdefault(record["id"], []).append({"source": source, "quote": quote(q), "start": len(text), "length": len(quote(q)),
                                                                       "paragraph": sorted(pages).index(number_) + 2})
                        text += quote(q)
                    if not self.quantities(record):
                        word = record["title"]
                        citations.setdefault(record["id"], []).append({"source": source, "quote": word, "start": len(text), "length": len(word),
                                                                       "paragraph": sorted(pages).index(number_) + 2})
                        text += word
                text += "。"
            texts[source] = text
        for record in self.records:
            r = {k: v for k, v in record.items() if k not in ("citing", "uncited", "misquoted")}
            if record.get("id") in citations and not record.get("uncited"):
                r["citations"] = citations[record["id"]]
                if "misquoted" in record:
                    record["misquoted"](r["citations"][0])
            if r["record"] == "source" and "text" not in r and self.held and r["id"] in texts:
                r["text"] = texts[r["id"]]
            yield r

    @staticmethod
    def quantities(record):
        out = [record[k] for k in ("amount", "count", "value") if k in record]
        for side in ("assisting", "assisted"):
            if record["record"] == "pairing":
                out += [g["count"] for g in record.get(side, []) if isinstance(g, dict) and "count" in g]
        return out


def write(path, worlds):
    records = [r for world in worlds for r in world.rendered()]
    for key, title, unit in (("own-drop", "贫困发生率下降", "percentage-point"), ("own-women-served", "其中：服务妇女", "person")):
        records.append({"record": "indicator", "id": f"indicator-{key[4:8]}aaaaaa", "key": key, "name": title, "unit": unit})
    records.sort(key=lambda r: (TYPES.index(r["record"]), r["id"].encode()))
    head = {"record": "casebook", "format": 1, "title": "t", "language": "zh"}
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in [head, *records]) + "\n", "utf-8")
