# fault_scenes_more.py - further stories, written after the checks had learnt from fault_scenes.py. SPDX-License-Identifier: GPL-3.0-or-later
"""As fault_scenes.py: SCENES of one fault each, and ODD ones that are true."""

from decimal import Decimal

from fault_scenes import WAN, plain, wrong


def counties_fall(b, bad):
    """Baseline and target years as months; the fall told by another paper as of a day."""
    start, end = b.between(20, 60), b.between(0, 9)
    return [b.obs("poor-counties", b.q(start, "county", "plain"), "2015-12", b.a, subject=b.prefecture, role="baseline"), b.obs("poor-counties", b.q(end, "county", "plain"), "2020-11", b.b, subject=b.prefecture),
            b.obs("counties-lifted-out", b.q(start - end + (b.pick(-4, 3, 6) if bad else 0), "county", "plain"), b.pick("../2020-11", "2015-12/2020-11"), b.c, subject=b.prefecture, cumulative=True)]


def self_paid(b, bad):
    costs = b.between(3000, 9000)
    paid = costs * b.between(60, 95) // 100
    subject = b.pick(b.hospital, None, b.county)
    return [b.obs("medical-costs", b.q(costs, "CNY", "plain"), "2020", b.a, subject=subject), b.obs("medical-costs-reimbursed", b.q(paid, "CNY", "plain"), "2020", b.a, subject=subject),
            b.obs("medical-costs-self-paid", b.q(wrong(b, costs - paid, bad), "CNY", "plain"), "2020", b.b, subject=subject)]


def english_fall(b, bad):
    start, end = b.between(5000, 9000), b.between(200, 900)
    ids = [b.obs("poor-households-covered", b.q(start, "household", "plain"), "2016"), b.obs("poor-households-covered", b.q(end, "household", "plain"), "2019"),
           b.obs("poor-households-covered", b.q(wrong(b, start - end, bad), "household", "plain"), "2016/2019", basis="fall")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("The number fell from {0} to {1}, a fall of {2}.", "It went down from {0} in 2016 to {1} in 2019, a decrease of {2}."), *ids, language="en")
    return ids


def each_household(b, bad):
    n, each = b.between(200, 900), b.between(1000, 9000)
    ids = [b.obs("poor-households-covered", b.q(n, "household", "plain"), "2019"), b.flow(b.company, b.county, b.q(n * each, "CNY", "plain"), "2019", kind="subsidy"),
           b.obs("monthly-income", b.q(wrong(b, each, bad), "CNY", "plain"), "2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("带动贫困户{0}，发放分红{1}，户均{2}。", "覆盖{0}，分红{1}，平均每户{2}。"), *ids)
    return ids


def yearly_since(b, bad):
    each = b.between(1000, 9000)
    return [b.obs("people-lifted-out", b.q(each * 6, "person", "plain"), "2014-01-01/2019-12-31", b.a, cumulative=True),
            b.obs("people-lifted-out-yearly", b.q(wrong(b, each, bad), "person", b.pick("plain", "about")), b.pick("2014/2019", "2014-01-01/2019-12-31"), b.c)]


def rate_of_signing(b, bad):
    """Signed of all people served, by part_of; the rate stands in the same sentence."""
    whole = b.between(20000, 60000)
    part = whole * b.between(40, 95) // 100
    rate = Decimal(part) * 100 / whole + (Decimal(b.pick("-5", "3.5", "7")) if bad else 0)
    ids = [b.obs("population-served", b.q(whole, "person", "plain"), "2020-06-30"), b.obs("own-women", b.q(part, "person", "plain"), "2020-06-30"), b.obs("own-share", b.rate(rate, 1), "2020-06-30")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("服务农村人口{0}，其中签约{1}，占{2}。", "服务{0}，其中女性{1}，约占{2}。", "{0}得到服务，其中妇女{1}签约，占{2}。", "Of {0} served, including {1} women, or {2}."), *ids)
    return ids


def fell_by_share(b, bad):
    before = b.between(3000, 9000)
    rate = Decimal(b.between(100, 600)) / 10
    after = int(before * (1 - rate / 100))
    if bad:
        rate += Decimal(b.pick("-6", "9"))
    ids = [b.obs("inpatient-stays", b.q(before, "person-time", "plain"), "2018"), b.obs("inpatient-stays", b.q(after, "person-time", "plain"), "2019"), b.obs("own-growth", b.rate(rate, 1), "2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("住院从{0}下降到{1}，下降{2}。", "由上年的{0}降至{1}，同比下降{2}。"), *ids)
    return ids


def kinds_of_people(b, bad):
    """Three roles and a total of all, by exchange records of one paragraph and an observation."""
    parts = [b.between(10, 90) for _ in range(4)]
    total = int(wrong(b, sum(parts), bad))
    ids = [b.exchange(b.q(n, "person", "plain"), "2020", role=r) for n, r in zip(parts, ("doctor", "teacher", "cadre", "technician"))]
    ids.append(b.obs("technicians-seconded", b.q(total, "person", "plain"), "2020"))
    b.get(b.b)["held"] = True
    b.tell(b.b, b.pick("先后选派医生{0}、教师{1}、干部{2}和技术人员{3}，总计{4}。", "医生{0}，教师{1}，干部{2}，技术员{3}，共计{4}。"), *ids)
    return ids


def quarters(b, bad):
    parts = [b.between(100, 900) * WAN for _ in range(4)]
    total = sum(parts)
    if bad:
        total = int(total * Decimal(b.pick("0.6", "1.5")))
    ids = [b.obs("product-sales", b.q(total, "CNY", "plain"), "2019-01/2019-12", b.a, cumulative=True)]
    return ids + [b.obs("product-sales", b.q(p, "CNY", "plain"), f"2019-{3 * i + 1:02}/2019-{3 * i + 3:02}", b.a) for i, p in enumerate(parts)]


def goods_by_part(b, bad):
    parts = [b.between(100, 900) for _ in range(3)]
    total = sum(parts) + (b.pick(-60, 90, 150) if bad else 0)
    w = b.flow(b.company, b.county, b.q(total, "item", "plain"), "2020", b.a, kind="in-kind")
    return [w] + [b.flow(b.company, t, b.q(p, "item", "plain"), "2020", b.a, kind="in-kind", part_of=w) for p, t in zip(parts, b.towns)]


def among_them(b, bad):
    whole = b.between(200, 900)
    part = whole * 2 if bad else whole // 3
    ids = [b.exchange(b.q(whole, "person", "plain"), "2019", role="cadre"), b.exchange(b.q(part, "person", "plain"), "2019", role="first-secretary")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("选派干部{0}，其中第一书记{1}。", "选派干部{0}，含第一书记{1}。", "{0}下派驻村，其中第一书记{1}。", "选派干部{0}（包括第一书记{1}）。"), *ids)
    return ids


def villages_of_county(b, bad):
    n = b.between(40, 200)
    return [b.obs("villages-covered", b.q(n, "village", "plain"), "2020", b.a), b.obs("villages-covered", b.q(n * 2 if bad else n // 3, "village", "plain"), "2020", b.b, subject=b.towns[0])]


def two_papers_on_exchange(b, bad):
    n = b.between(300, 900)
    return [b.exchange(b.q(n, "person", "plain"), "2019", b.a, role="worker", purpose="employment", direction="west-to-east"),
            b.exchange(b.q(wrong(b, n, bad), "person", "plain"), b.pick("2019", "2019-01/2019-12"), b.b, role="worker", purpose="employment", direction="west-to-east")]


def ranges(b, bad):
    low = b.between(20, 60) * 100
    q = {"value": plain(low), "value_hi": plain(low + 500), "unit": "CNY"}
    other = low * 2 if bad else low + 200
    subject = b.subject()
    first = b.obs("monthly-wage", q, "2019", subject=subject)
    b.get(first)["citations"] = [{"source": b.a, "quote": f"{low}—{low + 500}元", "paragraph": 9}]
    b.get(b.a)["held"] = False
    return [first, b.obs("monthly-wage", b.q(other, "CNY", "plain"), "2019", b.b, subject=subject)]


def at_least_and_less(b, bad):
    n = b.between(20, 90) * 100
    subject = b.subject()
    return [b.obs("beneficiaries", {"value": plain(n), "unit": "person", "qualifier": "at-least"}, "2019", b.a, subject=subject), b.obs("beneficiaries", b.q(n * (0.5 if bad else 1.5), "person", "plain"), "2019", b.b, subject=subject)]


def shrinking_kilometres(b, bad):
    first = b.between(100, 900)
    return [b.obs("roads-built", b.q(first, "km", "plain"), "2016/2018", b.a, cumulative=True), b.obs("roads-built", b.q(int(first * (0.6 if bad else 1.3)), "km", "plain"), "2016/2019", b.a, cumulative=True)]


def school_gets_more(b, bad):
    """What reaches the school through the office is more than the office got."""
    came = b.between(100, 900) * WAN
    return [b.flow(b.district, b.office, b.q(came, "CNY", "plain"), "2018", b.a), b.flow(b.office, b.school, b.q(int(came * (0.7 if bad else 0.4)), "CNY", "plain"), "2018", b.a),
            b.flow(b.office, b.hospital, b.q(int(came * (0.8 if bad else 0.4)), "CNY", "plain"), "2018", b.a)]


def award_ahead(b, bad):
    return [b.event("荣获全国脱贫攻坚先进集体", "award", b.pick("2021-08-01", "2021-09", "2022") if bad else "2021-02-25", b.a, parties=[b.hospital])]


def programme_ends(b, bad):
    programme = b.add("programme", case=b.case, title=b.name + "义诊", sector="health", period="2016/2018", status="completed")
    return [b.exchange(b.q(b.between(5, 50), "person", "plain"), "2020" if bad else "2017", b.a, role="doctor", programme=programme), programme]


def not_in_text(b, bad):
    """The source's text holds the figure, printed otherwise than the citation has it."""
    id_ = b.flow(b.district, b.county, b.q(b.between(1000, 9000) * WAN, "CNY", "wan1"), "2019")
    b.get(b.b)["held"] = True
    b.tell(b.b, "拨付{0}用于修路。", id_)
    if bad:
        c = b.get(id_)["citations"][0]
        c["quote"] = c["quote"].replace("万元", "亿元") if b.pick(True, False) else "约" + c["quote"]
        c["length"] = len(c["quote"])
    return [id_]


def base_of_town(b, bad):
    people = b.between(8000, 40000)
    heads = [people * 3 // 10, people // 10]
    if bad:
        heads[1] *= b.pick(3, 5)
    ids = []
    for year, head, share in ((2014, heads[0], 30), (2018, heads[1], 10)):
        ids += [b.obs("poverty-headcount", b.q(head, "person", "plain"), str(year), b.a, subject=b.towns[2]), b.obs("poverty-incidence", b.rate(share), str(year), b.a, subject=b.towns[2])]
    return ids


def points_in_sentence(b, bad):
    start, end = Decimal(b.between(600, 700)) / 10, Decimal(b.between(850, 950)) / 10
    change = end - start if not bad else (end - start) * 100 / start
    ids = [b.obs("reimbursement-ratio", b.rate(start, 1), "2016", role="baseline"), b.obs("reimbursement-ratio", b.rate(end, 1), "2019"), b.obs("own-drop", b.rate(change, 1, "percentage-point"), "2016/2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, "报销比例由{0}提高到{1}，提高{2}。", *ids)
    return ids


def wan_in_total(b, bad):
    """The total over the years lacks its 万."""
    parts = [b.between(300, 900) * WAN for _ in range(3)]
    total = sum(parts)
    ids = [b.flow(b.district, b.county, b.q(total // WAN if bad else total, "CNY", "plain"), "2017/2019", b.a, cumulative=True)]
    return ids + [b.flow(b.district, b.county, b.q(p, "CNY", "plain"), str(2017 + i), b.a) for i, p in enumerate(parts)]


def wan_in_sentence(b, bad):
    value = b.between(200, 900)
    id_ = b.obs("beneficiaries", {"value": plain(value * WAN), "precision": "10000", "unit": "person"}, "2019")
    b.get(b.a)["held"] = True
    b.texts[b.a].append(f"项目惠及群众{value}万人。")
    quote = f"惠及群众{value}万人"
    b.get(id_)["citations"] = [{"source": b.a, "quote": quote, "start": sum(len(p) + 1 for p in b.texts[b.a][:-1]) + 2, "length": len(quote), "paragraph": len(b.texts[b.a])}]
    if bad:
        b.figure(id_).pop("precision")
        b.figure(id_)["value"] = plain(value)
    return [id_]


def wage_slip(b, bad):
    ids = [b.obs("monthly-wage", b.q(v, "CNY", "plain"), str(2016 + i), b.a) for i, v in enumerate((2600, 2800, 3100 * (WAN if bad else 1), 3300))]
    return ids[2:3]


def trainees_quoted(b, bad):
    id_ = b.exchange(b.q(b.between(500, 3000), "person-time", "plain"), "2020", role="doctor", purpose="training")
    b.get(b.a)["held"] = True
    b.tell(b.a, "培训医务人员{0}，效果良好。", id_)
    if bad:
        b.figure(id_)["unit"] = "person"
    return [id_]


def more_people_than_visits(b, bad):
    n = b.between(500, 900)
    subject = b.subject()
    return [b.obs("own-whole", b.q(n, "person", "plain"), "2019", b.a, subject=subject), b.obs("own-whole", b.q(n // 2 if bad else n * 2, "person-time", "plain"), "2019", b.a, subject=subject)]


def intends(b, bad):
    id_ = b.obs("roads-built", b.q(b.between(20, 90), "km", "plain"), "2020")
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("明年将新建公路{0}。", "规划建设道路{0}。", "力争新建{0}。", "The county plans to build {0} of roads.") if bad else "已建成公路{0}。", id_)
    return [id_]


def planned_beside(b, bad):
    whole = b.between(2000, 9000) * WAN
    w = b.flow(b.district, b.county, b.q(whole, "CNY", "plain"), "2016/2020", b.a, cumulative=True)
    return [w, b.flow(b.district, b.county, {**b.q(whole // 4, "CNY", "plain"), **({"planned": True} if bad else {})}, "2020", b.b, sector="health", part_of=w)]


def school_within(b, bad):
    whole = b.between(2000, 9000) * WAN
    w = b.flow(b.district, b.county, b.q(whole, "CNY", "wan1"), "2016/..", b.a, cumulative=True, kind="fiscal")
    return [w, b.flow(b.district, b.school, b.q(whole // 6, "CNY", "wan1"), b.pick("2017", "2018-05"), b.pick(b.a, b.c), programme=b.programme, part_of=None if bad else w)]


def two_copies(b, bad):
    r = b.source("快讯｜" + b.name, "2021-03-06", reprint_of=b.a if bad else None)
    n = b.between(20, 90)
    return [b.obs("joint-meetings", b.q(n, "session", "plain"), "2020", s, subject=b.subject.__self__.district) for s in (b.a, r)]


SCENES = {
    "difference": [counties_fall, self_paid, english_fall],
    "average": [each_household, yearly_since],
    "ratio": [rate_of_signing, fell_by_share],
    "sum": [kinds_of_people, quarters, goods_by_part],
    "part": [among_them, villages_of_county],
    "same": [two_papers_on_exchange, ranges, at_least_and_less],
    "trend": [shrinking_kilometres],
    "flow": [school_gets_more],
    "dates": [award_ahead, programme_ends],
    "citation": [not_in_text],
    "base": [base_of_town],
    "points": [points_in_sentence],
    "unit": [wan_in_total, wan_in_sentence, wage_slip],
    "person-time": [trainees_quoted, more_people_than_visits],
    "planned": [intends, planned_beside],
    "double": [school_within],
    "reprint": [two_copies],
}


def several_of_all(b, bad):
    """Of 5000 people only two groups are named; two shares of one whole."""
    ids = [b.obs("own-whole", b.q(5000, "person", "plain"), "2020"), b.obs("own-women", b.q(2000, "person", "plain"), "2020"), b.obs("own-share", b.rate(40, 0), "2020"),
           b.obs("own-people", b.q(900, "person", "plain"), "2020"), b.obs("own-share", b.rate(18, 0), "2020", basis="少数民族")]
    b.get(b.a)["held"] = True
    b.tell(b.a, "共5批{0}，其中妇女{1}，占{2}，少数民族{3}，占{4}。", *ids)


def grew_and_fell(b, bad):
    """Up, then down; the change is of the second step, told against the year before."""
    ids = [b.obs("jobs-offered", b.q(n, "job", "plain"), str(y)) for n, y in ((300, 2017), (900, 2018), (600, 2019))] + [b.obs("own-growth", b.rate(50, 0), "2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, "岗位由2017年的{0}增加到2018年的{1}，2019年为{2}，比2018年有所减少，其中长期岗位占{3}。", *ids)


def totals_and_others(b, bad):
    """共 counts the fourth thing, not the sum of those before it."""
    ids = [b.exchange(b.q(3, "person", "plain"), "2019", role="doctor"), b.exchange(b.q(5, "person", "plain"), "2019", role="teacher"), b.obs("technicians-trained", b.q(200, "person", "plain"), "2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("派出医生{0}、教师{1}，共培训当地人员{2}。", "派出医生{0}、教师{1}，培训人员共{2}次参加，", "派出医生{0}、教师{1}。共{2}受益。", "派出医生{0}、教师{1}到县里工作，共{2}受益。"), *ids)


def each_of_others(b, bad):
    ids = [b.obs("poor-households-covered", b.q(400, "household", "plain"), "2019"), b.flow(b.company, b.county, b.q(100 * WAN, "CNY", "plain"), "2019"), b.obs("monthly-income", b.q(5200, "CNY", "plain"), "2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, "投入{1}，带动{0}，全县农户户均增收{2}。".replace("{0}", "{x}").replace("{1}", "{0}").replace("{x}", "{1}"), ids[1], ids[0], ids[2])


def stages(b, bad):
    """A programme whose money came before it began being paid out, within its years."""
    programme = b.add("programme", case=b.case, title=b.name + "水利", sector="infrastructure", period="2017-06/2019", status="completed")
    b.flow(b.district, b.county, b.q(100 * WAN, "CNY", "plain"), "2017", b.a, programme=programme)
    b.obs("roads-built", b.q(10, "km", "plain"), "2013-12-31", b.a, role="baseline", programme=programme)


def months_and_year(b, bad):
    """Half a year and a whole one; months of two years."""
    b.obs("outpatients", b.q(900, "person-time", "plain"), "2019-01/2019-06", b.a, cumulative=True)
    b.obs("outpatients", b.q(2000, "person-time", "plain"), "2019", b.a, cumulative=True)
    b.obs("outpatients", b.q(1500, "person-time", "plain"), "2020", b.a, cumulative=True)


def people_twice(b, bad):
    """Who was trained in two years is one person."""
    b.obs("technicians-trained", b.q(500, "person", "plain"), "2018", b.a)
    b.obs("technicians-trained", b.q(600, "person", "plain"), "2019", b.a)
    b.obs("technicians-trained", b.q(800, "person", "plain"), "2018/2019", b.a, cumulative=True)


def more_than_target(b, bad):
    b.obs("people-employed", b.q(500, "person", "plain"), "2019", b.a, role="target")
    b.obs("people-employed", b.q(800, "person", "plain"), "2019", b.a, role="actual")


def planned_and_then(b, bad):
    id_ = b.flow(b.district, b.county, b.q(500 * WAN, "CNY", "plain"), "2020")
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("原计划300万元，实际拨付{0}。", "完成计划投资{0}。", "比计划多{0}。", "超计划拨付{0}。"), id_)


ODD = [several_of_all, grew_and_fell, totals_and_others, each_of_others, stages, months_and_year, people_twice, more_than_target, planned_and_then]
