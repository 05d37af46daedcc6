# fault_scenes.py - small stories of a few figures each, told truly or with one fault. SPDX-License-Identifier: GPL-3.0-or-later
"""Beside the worlds of true_casebook.py, which look alike: SCENES maps a kind of fault to functions (book, bad) that write a few records into a Book and return those
of which a finding must name one when `bad`. The subject is a place, a party, a programme or the case alone; periods are written in every way; figures are printed in
万, 亿 or in English, rounded or roughly; some sources hold their text, others don't. ODD holds stories that are true but look as if they weren't."""

import json
import random
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

TYPES = ["place", "party", "case", "pairing", "programme", "flow", "exchange", "observation", "event", "source", "indicator", "decision"]
CHINESE = {"CNY": "元", "person": "人", "person-time": "人次", "household": "户", "village": "个村", "township": "个乡镇", "county": "个县", "company": "家企业", "org": "个单位",
           "percent": "%", "percentage-point": "个百分点", "case": "例", "session": "期", "school": "所学校", "item": "个", "project": "个项目", "job": "个岗位", "batch": "批次",
           "bed": "张床位", "volume": "册", "km": "公里", "clinic": "个卫生室", "hospital": "家医院", "year": "年"}
ENGLISH = {"CNY": " yuan", "person": " people", "person-time": " person-times", "household": " households", "village": " villages", "township": " townships", "county": " counties",
           "company": " companies", "org": " organisations", "percent": "%", "percentage-point": " percentage points", "case": " cases", "session": " sessions",
           "school": " schools", "item": " items", "project": " projects", "job": " jobs", "volume": " books", "km": " km", "clinic": " clinics", "hospital": " hospitals", "bed": " beds"}
WAN, YI = 10 ** 4, 10 ** 8
LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def plain(value):
    text = format(Decimal(value), "f")
    return (text.rstrip("0").rstrip(".") or "0") if "." in text else text


def round_to(value, place, mode=ROUND_HALF_UP):
    return (Decimal(value) / Decimal(place)).quantize(Decimal(1), mode) * Decimal(place)


class Book:
    """One case with what it needs; `rng` decides how everything is told."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.lines = []
        self.texts = {}
        self.relations = 0
        name = "".join(self.rng.choice("临夏和政广河康乐永靖积石") for _ in range(2)) + str(self.rng.randrange(10 ** 5))
        self.name = name
        self.province = self.add("place", name=name + "省", level="province")
        self.prefecture = self.add("place", name=name + "州", level="prefecture", parent=self.province)
        self.county = self.add("place", name=name + "县", level="county", parent=self.prefecture)
        self.towns = [self.add("place", name=f"{name}{n}镇", level="township", parent=self.county) for n in "甲乙丙丁"]
        self.city = self.add("place", name=name + "市", level="prefecture", parent=self.province)
        self.district = self.add("place", name=name + "区", level="county", parent=self.city)
        self.bureau = self.add("party", name=name + "区教育局", kind="department", place=self.district)
        self.office = self.add("party", name=name + "县乡村振兴局", kind="department", place=self.county)
        self.school = self.add("party", name=name + "第一中学", kind="school", place=self.county)
        self.hospital = self.add("party", name=name + "县医院", kind="hospital", place=self.county)
        self.company = self.add("party", name=name + "集团", kind="enterprise", place=self.district)
        self.case = self.add("case", title=name, kind="east-west", assisting=[self.district], assisted=[self.county], period="2013/2021")
        self.programme = self.add("programme", case=self.case, title=name + "健康帮扶", sector="health", status="active")
        self.other = self.add("programme", case=self.case, title=name + "产业园", sector="industry", status="active")
        self.a, self.b, self.c = (self.source(f"{name}报道{n}", p) for n, p in (("一", "2021-03-05"), ("二", "2021-05-20"), ("三", "2021-07-01")))

    def add(self, kind, /, **members):
        record = {"record": kind, "id": f"{kind}-" + "".join(self.rng.choice(LETTERS) for _ in range(10)), **{k: v for k, v in members.items() if v is not None}}
        self.lines.append(record)
        return record["id"]

    def get(self, id_):
        return next(r for r in self.lines if r["id"] == id_)

    def source(self, title, published, **members):
        id_ = self.add("source", title=title, publisher=self.rng.choice(["人民日报", "甘肃日报", "县政府", "Xinhua"]) + str(self.rng.randrange(99)), published=published, kind="press", **members)
        self.texts[id_] = [title if isinstance(title, str) else "x", "".join(self.rng.choice("山川河谷风雨晨昏桥路灯火") for _ in range(self.rng.randrange(1, 30)))]
        self.get(id_)["held"] = self.rng.random() < 0.55
        return id_

    def pick(self, *items):
        return self.rng.choice(items)

    def between(self, low, high):
        return self.rng.randrange(low, high)

    def subject(self):
        """Something that figures can be about; None is the case by itself."""
        return self.pick(self.county, self.county, self.office, None, self.programme)

    # figures

    def q(self, value, unit, style=None):
        """As somebody prints it, so that it holds for the true value."""
        value = Decimal(value)
        styles = ["plain"] * 3 + (["wan2", "wan2", "wan1"] if value >= 20000 else []) + (["yi2"] if value >= YI else []) + (["over", "nearly", "about"] if style == "rough" else [])
        style = self.rng.choice(styles) if style in (None, "rough") else style
        places = {"wan2": 100, "wan1": 1000, "yi2": 10 ** 6}
        if style in places:
            mode = self.pick(ROUND_HALF_UP, ROUND_DOWN)
            return {"value": plain(round_to(value, places[style], mode)), "precision": plain(places[style]), "unit": unit}
        if style == "plain":
            return {"value": plain(round_to(value, 1)), "unit": unit}
        digits = 10 ** max(0, len(str(int(value))) - 2)
        floor = int(value) // digits * digits
        precision = {"precision": plain(digits)} if digits > 1 else {}
        if style == "over" and floor < value:
            return {"value": plain(floor), **precision, "unit": unit, "qualifier": "over"}
        if style == "nearly" and floor + digits <= value * Decimal("1.1") and floor != value:
            return {"value": plain(floor + digits), **precision, "unit": unit, "qualifier": "nearly"}
        if style == "about":
            return {"value": plain(round_to(value, digits)), **precision, "unit": unit, "qualifier": "about"}
        return {"value": plain(round_to(value, 1)), "unit": unit}

    def rate(self, value, places=2, unit="percent"):
        place = Decimal(1).scaleb(-places)
        return {"value": plain(round_to(value, place)), "precision": plain(place), "unit": unit}

    def show(self, q, language="zh"):
        value, precision, qualifier = Decimal(q["value"]), Decimal(q.get("precision", "1")), q.get("qualifier")
        scale, word = 1, ""
        units = ((YI, "亿"), (WAN, "万")) if language == "zh" else ((10 ** 9, " billion"), (10 ** 6, " million"))
        for size, name in units:
            if abs(value) >= size and precision > 1 and precision >= Decimal(size) / 10000:
                scale, word = size, name
                break
        step = precision / scale
        places = max(0, -step.normalize().as_tuple().exponent) if step < 1 else 0
        digits = f"{value / scale:,.{places}f}" if language == "en" or (scale == 1 and self.rng.random() < 0.1) else f"{value / scale:.{places}f}"
        if language == "en":
            return {"over": "more than ", "nearly": "nearly ", "about": "about ", "at-least": "at least ", "at-most": "at most "}.get(qualifier, "") + digits + word + ENGLISH[q["unit"]]
        more = "余" if qualifier == "over" else ""
        middle = (more + word if places == 0 and scale > 1 else word + more) if more else word
        return {"nearly": "近", "about": "约"}.get(qualifier, "") + digits + middle + CHINESE[q["unit"]] + {"at-least": "以上", "at-most": "以内"}.get(qualifier, "")

    # records

    def obs(self, indicator, quantity, period, source=None, /, **members):
        subject = members.pop("subject", self.county)
        if subject == self.programme:
            members.setdefault("programme", subject)
            subject = None
        order = ("programme", "subject", "indicator", "value", "period", "role", "cumulative", "basis", "part_of")
        members = {"subject": subject, "indicator": indicator, "value": quantity, "period": period, **members}
        id_ = self.add("observation", case=self.case, **{k: members.get(k) for k in order})
        if source:
            self.tell(source, "{0}", id_)
        return id_

    def flow(self, giver, taker, quantity, period, source=None, /, **members):
        order = ("programme", "from", "via", "to", "kind", "status", "amount", "sector", "period", "cumulative", "basis", "part_of")
        members = {"from": giver, "to": taker, "kind": "fiscal", "status": "disbursed", "amount": quantity, "period": period, **members}
        id_ = self.add("flow", case=self.case, **{k: members.get(k) for k in order})
        if source:
            self.tell(source, "{0}", id_)
        return id_

    def exchange(self, quantity, period, source=None, /, **members):
        order = ("programme", "direction", "role", "purpose", "count", "sessions", "period")
        members = {"direction": "east-to-west", "role": "teacher", "purpose": "secondment", "count": quantity, "period": period, **members}
        id_ = self.add("exchange", case=self.case, **{k: members.get(k) for k in order})
        if source:
            self.tell(source, "{0}", id_)
        return id_

    def event(self, title, kind, period, source, /, **members):
        id_ = self.add("event", case=self.case, title=title, kind=kind, **members, period=period)
        self.tell(source, "{0}", id_)
        return id_

    def figure(self, id_):
        record = self.get(id_)
        return next((record[k] for k in ("amount", "count", "value") if k in record), None)

    def tell(self, source, sentence, *ids, language="zh"):
        """A paragraph of the source; {0}, {1} are the records' figures, or titles."""
        paragraphs = self.texts[source]
        start = sum(len(p) + 1 for p in paragraphs)
        text, at = "", 0
        while at < len(sentence):
            if sentence[at] == "{":
                end = sentence.index("}", at)
                id_ = ids[int(sentence[at + 1:end])]
                record = self.get(id_)
                shown = self.show(self.figure(id_), language) if self.figure(id_) else record.get("title", "x")
                record.setdefault("citations", []).append({"source": source, "quote": shown, "start": start + len(text), "length": len(shown), "paragraph": len(paragraphs) + 1})
                text += shown
                at = end + 1
            else:
                text += sentence[at]
                at += 1
        paragraphs.append(text)

    def records(self):
        for record in self.lines:
            record = dict(record)
            if record.pop("held", False):
                record["text"] = "\n".join(self.texts[record["id"]])
            record.pop("plain", None)
            yield record


def write(path, books):
    records = [r for book in books for r in book.records()]
    own = {("own-share", "占比", "percent", None), ("own-growth", "增长率", "percent", None), ("own-drop", "下降", "percentage-point", None), ("own-whole", "合计", "person", None),
           ("own-each", "人均", "CNY", "own-sum / own-people"), ("own-sum", "总额", "CNY", None), ("own-people", "人数", "person", None), ("own-women", "其中：妇女", "person", None),
           ("own-left", "剩余", "person", "own-whole - own-women"), ("own-all", "三类合计", "person", "own-whole + own-people"), ("own-mean", "平均", "person-time", None)}
    for n, (key, title, unit, formula) in enumerate(sorted(own)):
        records.append({"record": "indicator", "id": f"indicator-own{n:02}aaaaa".replace("0", "z").replace("1", "y").replace("8", "x").replace("9", "w"), "key": key, "name": title, "unit": unit,
                        **({"formula": formula} if formula else {})})
    records.sort(key=lambda r: (TYPES.index(r["record"]), r["id"].encode()))
    head = {"record": "casebook", "format": 1, "title": "t", "language": "zh"}
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in [head, *records]) + "\n", "utf-8")


def wrong(book, value, bad, near=False):
    """The value, or one that no reading makes up for."""
    if not bad:
        return value
    factor = book.pick("0.9", "0.92", "1.09", "1.12") if near else book.pick("0.4", "0.55", "0.7", "1.4", "1.9", "3")
    new = Decimal(value) * Decimal(factor)
    return new.to_integral_value() if Decimal(value) == Decimal(value).to_integral_value() else new


# difference

def fall_by_year(b, bad):
    """One year's fall between two year-ends, in whatever form the times are."""
    start, end = b.between(30000, 90000), b.between(5000, 25000)
    form = b.pick("day", "month", "year")
    time = {"day": "{}-12-31", "month": "{}-12", "year": "{}"}[form]
    ids = [b.obs("poverty-headcount", b.q(start, "person"), time.format(2017), b.a), b.obs("poverty-headcount", b.q(end, "person"), time.format(2018), b.pick(b.a, b.b)),
           b.obs("people-lifted-out", b.q(wrong(b, start - end, bad), "person"), "2018", b.pick(b.a, b.c), cumulative=b.pick(None, True))]
    return ids


def fall_as_of(b, bad):
    """So many in all up to a day; since when is said by the figure marked as the first."""
    start, end = b.between(60000, 150000), b.between(3000, 20000)
    ids = [b.obs("poverty-headcount", b.q(start, "person"), "2013-12-31", b.a, role="baseline"), b.obs("poverty-headcount", b.q(end, "person"), "2019-12-31", b.a, role="actual"),
           b.obs("people-lifted-out", b.q(wrong(b, start - end, bad), "person"), b.pick("../2019-12-31", "2019-12-31", "../2019"), b.pick(b.a, b.b), cumulative=True)]
    return ids


def fall_of_case(b, bad):
    """The figures are the case's or a programme's, of no place."""
    subject = b.pick(None, b.programme, b.office)
    key, total, unit, high = b.pick(("poor-villages", "villages-lifted-out", "village", 300), ("registered-poor-households", "households-lifted-out", "household", 30000),
                                    ("poor-counties", "counties-lifted-out", "county", 60))
    start = b.between(high // 2, high)
    end = b.between(1, high // 4)
    return [b.obs(key, b.q(start, unit, "plain"), "2015-12-31", b.a, subject=subject), b.obs(key, b.q(end, unit, "plain"), b.pick("2020-12-31", "2020-12", "2020"), b.b, subject=subject),
            b.obs(total, b.q(wrong(b, start - end, bad), unit, "plain"), b.pick("2016/2020", "2015-12-31/2020-12-31"), b.a, subject=subject, cumulative=True)]


def fall_in_sentence(b, bad):
    """Nothing but the sentence says that the three belong together."""
    start, end = b.between(2000, 9000), b.between(300, 1500)
    unit, key = b.pick(("person", "patients-treated"), ("household", "poor-households-covered"), ("company", "enterprises-attracted"))
    ids = [b.obs(key, b.q(start, unit, "plain"), "2016"), b.obs(key, b.q(end, unit, "plain"), "2019"),
           b.obs("own-left" if unit == "person" else key, b.q(wrong(b, start - end, bad), unit, "plain"), "2016/2019", basis="减少")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("数量从{0}减少到{1}，减少{2}。", "由2016年的{0}降至2019年的{1}，共减少了{2}。", "2016年为{0}，2019年下降到{1}，累计减少{2}，成效明显。"), *ids)
    return ids


def rise_in_sentence(b, bad):
    start = b.between(200, 1500)
    end = start + b.between(300, 4000)
    ids = [b.obs("library-books", b.q(start, "volume", "plain"), "2016-12-31", subject=b.school), b.obs("library-books", b.q(end, "volume", "plain"), "2019-12-31", subject=b.school),
           b.obs("books-donated", b.q(wrong(b, end - start, bad), "volume", "plain"), "2016/2019", subject=b.school)]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("藏书由{0}增加到{1}，增加{2}。", "藏书从{0}增至{1}，净增{2}。"), *ids)
    return ids


def rest_by_own_formula(b, bad):
    whole = b.between(3000, 9000)
    women = b.between(500, 2500)
    subject = b.subject()
    return [b.obs("own-whole", b.q(whole, "person"), "2020", b.a, subject=subject), b.obs("own-women", b.q(women, "person"), "2020", b.a, subject=subject),
            b.obs("own-left", b.q(wrong(b, whole - women, bad), "person"), "2020", b.b, subject=subject)]


# average

def yearly_of_total(b, bad):
    years = b.between(3, 7)
    each = b.between(2000, 20000)
    end = 2014 + years - 1
    span = b.pick(f"2014/{end}", f"2013-12-31/{end}-12-31", f"2014-01/{end}-12")
    subject = b.subject()
    return [b.obs("people-lifted-out", b.q(each * years, "person"), span, b.a, cumulative=True, subject=subject),
            b.obs("people-lifted-out-yearly", b.q(wrong(b, each, bad), "person"), span, b.pick(b.a, b.b), subject=subject, basis=b.pick(None, "年均"))]


def per_county(b, bad):
    counties = b.between(3, 30)
    each = b.between(2000, 9000) * WAN
    subject = b.pick(b.district, None, b.prefecture)
    period = b.pick("2019", "2020")
    return [b.obs("fiscal-aid", b.q(each * counties, "CNY"), period, b.a, subject=subject), b.obs("counties-assisted", b.q(counties, "county", "plain"), period, b.a, subject=subject),
            b.obs("fiscal-aid-per-county", b.q(wrong(b, each, bad), "CNY", b.pick("plain", "wan1")), period, b.a, subject=subject)]


def each_by_own_formula(b, bad):
    people = b.between(500, 4000)
    each = b.between(800, 6000)
    subject = b.subject()
    return [b.obs("own-sum", b.q(people * each, "CNY"), "2019", b.a, subject=subject), b.obs("own-people", b.q(people, "person", "plain"), "2019", b.b, subject=subject),
            b.obs("own-each", b.q(wrong(b, each, bad), "CNY", "plain"), "2019", b.a, subject=subject)]


def each_in_sentence(b, bad):
    n = b.between(20, 90)
    each = b.between(100, 400)
    ids = [b.exchange(b.q(n, "session", "plain"), "2019", role="trainee", purpose="training"), b.obs("training-attendances", b.q(n * each, "person-time", "plain"), "2019"),
           b.obs("own-mean", b.q(wrong(b, each, bad), "person-time", "plain"), "2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("举办培训{0}，培训{1}，平均每期{2}。", "全年举办{0}，共{1}，每期平均{2}。"), *ids)
    return ids


def yearly_in_sentence(b, bad):
    years = b.between(4, 7)
    each = b.between(300, 2500) * WAN
    ids = [b.flow(b.district, b.county, b.q(each * years, "CNY", "plain"), f"2014/{2013 + years}", cumulative=True),
           b.obs("own-each", b.q(wrong(b, each, bad), "CNY", "plain"), f"2014/{2013 + years}", subject=b.district)]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("投入帮扶资金{0}，年均{1}。", "累计投入{0}，平均每年{1}。"), *ids)
    return ids


# ratio

def reimbursed(b, bad):
    costs = Decimal(b.between(1000 * WAN, 9000 * WAN))
    share = Decimal(b.between(7000, 9500)) / 10000
    rate = costs * share / costs * 100
    subject = b.subject()
    if bad:
        rate += Decimal(b.pick("-0.04", "0.05", "-1.2", "2", "-9"))
    return [b.obs("medical-costs", b.q(costs, "CNY", "plain"), "2019", b.a, subject=subject), b.obs("medical-costs-reimbursed", b.q(costs * share, "CNY", "plain"), "2019", b.a, subject=subject),
            b.obs("reimbursement-ratio", b.rate(rate), b.pick("2019", "2019-01/2019-12"), b.a, subject=subject)]


def share_in_sentence(b, bad):
    """其中…，占…%"""
    whole = b.between(3000, 20000)
    part = whole * b.between(15, 70) // 100
    rate = Decimal(part) * 100 / whole
    if bad:
        rate += Decimal(b.pick("-6", "8", "-11", "4.5", "15"))
    key, inner, unit = b.pick(("family-doctor-contracts", "family-doctor-contracts-poor", "person"), ("people-employed", "poor-people-employed", "person"), ("own-whole", "own-women", "person"))
    ids = [b.obs(key, b.q(whole, unit, "plain"), "2020"), b.obs(inner, b.q(part, unit, "plain"), "2020"), b.obs("own-share", b.rate(rate, b.pick(1, 2)), "2020")]
    b.get(b.b)["held"] = True
    b.tell(b.b, b.pick("共有{0}，其中贫困人口{1}，占{2}。", "共{0}，其中妇女{1}，占比{2}。", "总数{0}，其中建档立卡{1}，占总数的{2}。"), *ids)
    return ids


def share_of_part(b, bad):
    """A percentage of what is told to be part of it, by part_of alone."""
    whole = b.between(3000, 20000)
    part = whole * b.between(15, 60) // 100
    rate = Decimal(part) * 100 / whole
    if bad:
        rate += Decimal(b.pick("-7", "9", "14"))
    w = b.obs("beneficiaries", b.q(whole, "person", "plain"), "2019")
    p = b.obs("own-women", b.q(part, "person", "plain"), "2019", part_of=w)
    r = b.obs("own-share", b.rate(rate, 1), "2019", part_of=w)
    b.tell(b.a, "受益{0}，其中妇女{1}，占{2}", w, p, r)
    return [w, p, r]


def growth(b, bad):
    """比上年增长…%"""
    before = b.between(1000, 9000) * WAN
    rate = Decimal(b.between(50, 600)) / 10
    after = int(before * (1 + rate / 100))
    if bad:
        rate += Decimal(b.pick("-3", "12", "25"))
    key = b.pick("product-sales", "product-purchases", "investment-arrived")
    ids = [b.obs(key, b.q(before, "CNY", "plain"), "2018"), b.obs(key, b.q(after, "CNY", "plain"), "2019"), b.obs("own-growth", b.rate(rate, 1), "2019")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("2018年销售额{0}，2019年达到{1}，比上年增长{2}。", "由{0}增长到{1}，增长{2}。"), *ids)
    return ids


def over_hundred(b, bad):
    rate = Decimal(b.between(8000, 9990)) / 100
    return [b.obs(b.pick("reimbursement-ratio", "rescue-success-rate", "poverty-incidence"), b.rate(rate + (Decimal(40) if bad else 0)), "2020", b.a, subject=b.pick(b.county, b.hospital))]


# sum

def parts_of(b, bad):
    """The parts of an observation, with nothing that says they are all of it but that they are."""
    n = b.between(3, 5)
    parts = [b.between(200, 3000) for _ in range(n)]
    total = sum(parts)
    if bad:
        total = int(wrong(b, total, True))
    key = b.pick("beneficiaries", "people-employed", "students-aided", "training-attendances")
    unit = "person-time" if key == "training-attendances" else "person"
    whole = b.obs(key, b.q(total, unit, "plain"), "2019", basis=b.pick(None, "合计"))
    ids = [b.obs(key, b.q(p, unit, "plain"), "2019", subject=b.towns[i] if i < 4 else b.school, part_of=whole) for i, p in enumerate(parts)]
    b.tell(b.a, "合计{0}：" + "、".join(f"{{{i + 1}}}" for i in range(n)), whole, *ids)
    return [whole, *ids]


def listed_sum(b, bad):
    """…、…、…，共…: only the sentence tells"""
    parts = [b.between(20, 300) for _ in range(3)]
    total = int(wrong(b, sum(parts), bad))
    ids = [b.exchange(b.q(parts[0], "person", "plain"), "2019", role="doctor"), b.exchange(b.q(parts[1], "person", "plain"), "2019", role="teacher"),
           b.exchange(b.q(parts[2], "person", "plain"), "2019", role="technician"), b.obs("technicians-seconded", b.q(total, "person", "plain"), "2019")]
    b.get(b.c)["held"] = True
    b.tell(b.c, b.pick("选派医生{0}、教师{1}、农技人员{2}，共{3}。", "派出医生{0}、教师{1}、技术人员{2}，合计{3}。"), *ids)
    return ids


def yearly_flows(b, bad):
    """Each year's money and the total over the years."""
    first, n = b.pick(2014, 2016), b.between(3, 6)
    parts = [b.between(300, 3000) * WAN for _ in range(n)]
    total = sum(parts)
    if bad:
        total = int(total * Decimal(b.pick("0.55", "0.7", "1.6", "2.2")))
    link = b.pick(True, False)
    whole = b.flow(b.district, b.county, b.q(total, "CNY"), f"{first}/{first + n - 1}", b.a, cumulative=True)
    ids = [b.flow(b.district, b.county, b.q(p, "CNY", "plain"), str(first + i), b.pick(b.a, b.b), part_of=whole if link else None) for i, p in enumerate(parts)]
    return [whole, *ids]


def yearly_people(b, bad):
    first, n = 2016, b.between(3, 5)
    parts = [b.between(20, 90) for _ in range(n)]
    total = sum(parts)
    if bad:
        total = int(total * Decimal(b.pick("0.6", "1.7", "2.5")))
    if b.pick(True, False):
        whole = b.obs("jobs-offered", b.q(total, "job", "plain"), f"{first}/{first + n - 1}", b.a, cumulative=True)
        return [whole, *(b.obs("jobs-offered", b.q(p, "job", "plain"), str(first + i), b.a) for i, p in enumerate(parts))]
    whole = b.obs("training-sessions", b.q(total, "session", "plain"), f"{first}/{first + n - 1}", b.b, cumulative=True)
    return [whole, *(b.obs("training-sessions", b.q(p, "session", "plain"), str(first + i), b.a) for i, p in enumerate(parts))]


def three_levels(b, bad):
    leaves = [[b.between(100, 900) * WAN for _ in range(2)] for _ in range(2)]
    middle = [sum(x) for x in leaves]
    at = b.pick("leaf", "middle", "top")
    top = sum(middle)
    if bad and at == "top":
        top = int(top * Decimal(b.pick("0.5", "0.8", "1.2", "1.4")))
    if bad and at == "middle":
        middle[0] = int(middle[0] * Decimal(b.pick("0.5", "0.8", "1.2", "1.4")))
    if bad and at == "leaf":
        leaves[1][0] = int(leaves[1][0] * Decimal(b.pick("3", "1.6", "0.6")))
    t = b.flow(b.district, b.county, b.q(top, "CNY"), "2020", b.a, cumulative=True)
    ids = [t]
    for i in range(2):
        m = b.flow(b.district, b.pick(b.county, b.office), b.q(middle[i], "CNY"), "2020", b.a, kind="fiscal", sector=("education", "health")[i], part_of=t, cumulative=True)
        ids.append(m)
        ids += [b.flow(b.district, {"name": f"项目{i}{k}", "kind": "other"}, b.q(leaves[i][k], "CNY"), "2020", b.a, sector=("education", "health")[i], part_of=m) for k in range(2)]
    return ids


def paired_kinds(b, bad):
    counts = [b.between(5, 40), b.between(5, 40), b.between(2, 20)]
    total = sum(counts)
    if bad:
        total = total + b.pick(-4, 7, 12, -3)
    whole = b.obs("paired-units", b.q(total, "org", "plain"), b.pick("2020", "2020-12-31", "2016/.."), subject=b.pick(b.district, b.county, None))
    pairing = b.add("pairing", case=b.case, level="village-enterprise", assisting=[{"kind": k, "count": b.q(c, u, "plain")} for k, c, u in zip(("enterprise", "social-organisation", "school"), counts, ("company", "org", "school"))],
                    assisted=[b.county], period="2016/..")
    b.get(pairing)["citations"] = [{"source": b.a, "quote": str(total), "paragraph": len(b.texts[b.a]) + 1}]
    b.tell(b.a, "结对{0}", whole)
    b.get(pairing)["citations"][0].update(quote="结对", start=sum(len(p) + 1 for p in b.texts[b.a][:-1]), length=2)
    return [whole, pairing]


def towns_of_county(b, bad):
    parts = [b.between(300, 900) for _ in b.towns]
    total = sum(parts) + b.between(0, 200)
    if bad:
        total = int(sum(parts) * Decimal("0.6"))
    key = b.pick("students-aided", "health-checks", "registered-poor-households", "beneficiaries")
    unit = "household" if "households" in key else "person"
    period = b.pick("2020-12-31", "2020")
    return [b.obs(key, b.q(total, unit, "plain"), period, b.a)] + [b.obs(key, b.q(p, unit, "plain"), period, b.b, subject=t) for p, t in zip(parts, b.towns)]


# part and whole

def including(b, bad):
    """其中: nothing but the sentence"""
    whole = b.between(2000, 9000)
    part = int(whole * (Decimal(b.pick("1.3", "2", "8")) if bad else Decimal(b.between(20, 90)) / 100))
    ids = [b.obs(b.pick("beneficiaries", "students-aided", "people-employed-east"), b.q(whole, "person"), b.pick("2019", "2020")), b.obs("own-women", b.q(part, "person"), b.pick("2019", "2020"))]
    b.get(ids[1])["period"] = b.get(ids[0])["period"]
    b.get(b.a)["held"] = True
    language = b.pick("zh", "zh", "en")
    b.tell(b.a, b.pick("共{0}，其中妇女{1}。", "受益{0}（其中妇女{1}）。", "惠及{0}，其中，妇女{1}，占比不小。") if language == "zh" else "A total of {0}, including {1} women.", *ids, language=language)
    return ids


def part_by_link(b, bad):
    whole = b.between(2000, 9000)
    part = int(whole * (Decimal(b.pick("1.3", "2", "8")) if bad else Decimal(b.between(20, 95)) / 100))
    subject = b.subject()
    w = b.obs(b.pick("beneficiaries", "health-checks", "jobs-absorbed"), b.q(whole, "person", None if bad else "rough"), b.pick("2019", "2020-06-30", "../2020"), b.a, subject=subject)
    return [w, b.obs("own-women", b.q(part, "person"), b.get(w)["period"], b.b, subject=subject, part_of=w)]


def part_by_vocabulary(b, bad):
    whole = b.between(2000, 9000)
    part = int(whole * (Decimal(b.pick("1.4", "2")) if bad else Decimal(b.between(20, 95)) / 100))
    key, inner = b.pick(("people-employed", "poor-people-employed"), ("family-doctor-contracts", "family-doctor-contracts-poor"), ("cadres-seconded", "cadres-seconded-county-level"),
                        ("population-served", "poor-population-served"))
    subject = b.subject()
    period = b.pick("2019", "2020", "2019-12-31")
    return [b.obs(key, b.q(whole, "person", "plain"), period, b.a, subject=subject), b.obs(inner, b.q(part, "person", "plain"), period, b.pick(b.a, b.b), subject=subject)]


def school_above_gift(b, bad):
    whole = b.between(3000, 9000) * WAN
    part = int(whole * (Decimal(b.pick("1.5", "3")) if bad else Decimal(b.between(5, 60)) / 100))
    w = b.flow(b.district, b.county, b.q(whole, "CNY", None if bad else "rough"), b.pick("2016/2020", "../2020-12-31"), b.a, cumulative=True)
    return [w, b.flow(b.pick(b.district, b.bureau), b.school, b.q(part, "CNY"), "2018", b.b, sector="education", part_of=w)]


# same thing

def two_papers(b, bad):
    key, unit, low, high = b.pick(("people-employed", "person", 500, 9000), ("product-sales", "CNY", 100 * WAN, 9000 * WAN), ("poverty-headcount", "person", 30000, 90000),
                                  ("training-sessions", "session", 20, 90), ("villages-covered", "village", 20, 300), ("monthly-wage", "CNY", 2000, 6000))
    value = b.between(low, high)
    subject = b.subject() if key != "poverty-headcount" else b.county
    p, r = b.pick(("2019", "2019"), ("2019-12-31", "2019-12-31"), ("2019", "2019-01-01/2019-12-31"))
    return [b.obs(key, b.q(value, unit, None if bad else "rough"), p, b.a, subject=subject), b.obs(key, b.q(wrong(b, value, bad), unit, None if bad else "rough"), r, b.b, subject=subject)]


def in_english(b, bad):
    value = b.between(100 * WAN, 9000 * WAN)
    one = b.flow(b.district, b.county, b.q(value, "CNY", "wan1"), "2016/2019", b.a, cumulative=True)
    two = b.flow(b.district, b.county, {"value": plain(round_to(wrong(b, value, bad), 10 ** 5)), "precision": "100000", "unit": "CNY"}, "2016/2019", cumulative=True)
    b.tell(b.b, "The district gave {0} in four years.", two, language="en")
    return [one, two]


def two_counts_of_people(b, bad):
    value = b.between(30, 900)
    role, purpose = b.pick(("doctor", "secondment"), ("teacher", "secondment"), ("trainee", "training"), ("worker", "employment"))
    period = b.pick("2019", "2016/2020")
    return [b.exchange(b.q(value, "person", "plain"), period, b.a, role=role, purpose=purpose), b.exchange(b.q(wrong(b, value, bad), "person", "plain"), period, b.b, role=role, purpose=purpose)]


def two_pairings(b, bad):
    value = b.between(10, 60)
    ids = []
    for source, n in ((b.a, value), (b.b, int(wrong(b, value, bad)))):
        ids.append(b.add("pairing", case=b.case, level="village-enterprise", assisting=[{"kind": "enterprise", "count": b.q(n, "company", "plain")}], assisted=[b.county], period=b.pick("2019", "2019")))
        start = sum(len(p) + 1 for p in b.texts[source])
        b.texts[source].append(f"{n}家企业结对")
        b.get(ids[-1])["citations"] = [{"source": source, "quote": f"{n}家企业", "start": start, "length": len(f"{n}家企业"), "paragraph": len(b.texts[source])}]
    return ids


def two_figures_in_one_record(b, bad):
    """Two citations of one record that print different figures."""
    value = b.between(500, 9000)
    id_ = b.obs("beneficiaries", b.q(value, "person", "plain"), "2019", b.a)
    other = dict(b.figure(id_))
    b.figure(id_)["value"] = plain(wrong(b, value, bad))
    b.tell(b.b, "{0}", id_)
    b.figure(id_).update(other)
    return [id_]


def opened_twice(b, bad):
    """One opening, two dates."""
    title = b.name + b.pick("扶贫车间揭牌仪式", "第一中学新校区启用", "卫生院竣工")
    return [b.event(title, "opening", "2019-05-12", b.a, parties=[b.county]), b.event(title, "opening", b.pick("2019-06-21", "2019-08", "2018") if bad else b.pick("2019-05-12", "2019-05", "2019"), b.b, parties=[b.county])]


# trend

def totals_fall(b, bad):
    value = b.between(500, 5000)
    later = int(value * Decimal(b.pick("0.4", "0.7", "0.9") if bad else b.pick("1", "1.1", "1.8")))
    form = b.pick("as-of", "open", "span", "since")
    periods = {"as-of": ("2019-12-31", "2020-12-31"), "open": ("../2019-12-31", "../2020-12-31"), "span": ("2016/2019", "2016/2020"), "since": ("2016-07/2019-06", "2016-07/2020-06")}[form]
    key, unit = b.pick(("people-employed", "person"), ("remote-consultations", "case"), ("health-checks", "person"), ("village-clinics-built", "clinic"), ("investment-arrived", "CNY"))
    subject = b.subject()
    return [b.obs(key, b.q(value, unit, "plain"), periods[0], b.a, cumulative=True, subject=subject), b.obs(key, b.q(later, unit, "plain"), periods[1], b.b, cumulative=True, subject=subject)]


def money_falls(b, bad):
    value = b.between(500, 5000) * WAN
    later = int(value * Decimal(b.pick("0.4", "0.7") if bad else b.pick("1", "1.1", "1.8")))
    periods = b.pick(("../2018-12-31", "../2020-06-30"), ("2016/2018", "2016/2020"), ("2016/2018", "2016/2020-06-30"))
    return [b.flow(b.district, b.county, b.q(value, "CNY"), periods[0], b.a, cumulative=True), b.flow(b.district, b.county, b.q(later, "CNY"), periods[1], b.b, cumulative=True)]


def people_fall(b, bad):
    value = b.between(50, 500)
    later = int(value * Decimal(b.pick("0.4", "0.7") if bad else b.pick("1", "1.1", "1.8")))
    return [b.exchange(b.q(value, "person", "plain"), "2016/2018", b.a), b.exchange(b.q(later, "person", "plain"), "2016/2020", b.b)]


def since_publication(b, bad):
    """2016/..: up to the day of the article."""
    value = b.between(500, 5000)
    later = int(value * Decimal(b.pick("0.4", "0.7") if bad else b.pick("1", "1.4")))
    return [b.obs("people-employed", b.q(value, "person", "plain"), "2016/..", b.a, cumulative=True), b.obs("people-employed", b.q(later, "person", "plain"), "2016/..", b.c, cumulative=True)]


def above_people(b, bad):
    people = b.between(20000, 90000)
    count = int(people * (Decimal(b.pick("1.3", "2")) if bad else Decimal(b.between(10, 90)) / 100))
    subject = b.pick(b.county, b.towns[0])
    key = b.pick("family-doctor-contracts", "population-served", "poverty-headcount", "students")
    return [b.obs("population", b.q(people, "person"), "2020-12-31", b.a, subject=subject), b.obs(key, b.q(count, "person"), b.pick("2020-12-31", "2020"), b.b, subject=subject)]


# flow

def handed_on(b, bad):
    came = b.between(1000, 9000) * WAN
    shares = [Decimal(b.pick("0.3", "0.5")), Decimal("0.4")]
    if bad:
        shares = [s * Decimal(b.pick("1.8", "2.6")) for s in shares]
    node = b.pick(b.county, b.office, {"name": b.name + "慈善会", "kind": "social-organisation"}, {"name": b.name + "合作社", "kind": "other"})
    kind = b.pick("fiscal", "donation")
    period = b.pick("2019", "2016/2019")
    ids = [b.flow(b.district, node, b.q(came, "CNY", "plain"), period, b.a, kind=kind)]
    ids += [b.flow(node, {"name": f"{b.name}项目{i}", "kind": "other"}, b.q(int(came * s), "CNY", "plain"), b.pick(period, "2019"), b.pick(b.a, b.a, b.b), kind=b.pick(kind, "subsidy")) for i, s in enumerate(shares)]
    return ids


def by_way_of(b, bad):
    came = b.between(1000, 9000) * WAN
    out = int(came * Decimal(b.pick("1.5", "3") if bad else b.pick("0.5", "1")))
    return [b.flow(b.company, b.office, b.q(came, "CNY", "plain"), "2019", b.a, kind="donation"),
            b.flow(b.company, b.school, b.q(out, "CNY", "plain"), "2019", b.a, kind="donation", via=b.pick(b.office, [b.office]))]


def goods_on(b, bad):
    came = b.between(1000, 9000)
    out = int(came * Decimal(b.pick("1.5", "3") if bad else b.pick("0.5", "1")))
    return [b.flow(b.company, b.office, b.q(came, "volume", "plain"), "2019", b.a, kind="in-kind"), b.flow(b.office, b.school, b.q(out, "volume", "plain"), "2019", b.a, kind="in-kind")]


# dates

def visit_before_told(b, bad):
    return [b.event("考察对接", b.pick("visit", "meeting", "inspection"), b.pick("2021-04-01", "2021-05", "2022") if bad else b.pick("2021-03-01", "2021-03", "2021", "2020"), b.a, parties=[b.county])]


def told_beforehand(b, bad):
    day = b.pick("2021-12-31", "2022", "2021/2023") if bad else b.pick("2020-12-31", "2021", "2016/2021", "2021-02")
    kind = b.pick("flow", "exchange", "obs")
    if kind == "flow":
        return [b.flow(b.district, b.county, b.q(b.between(10, 99) * WAN, "CNY"), day, b.a)]
    return [b.exchange(b.q(b.between(10, 99), "person"), day, b.a)] if kind == "exchange" else [b.obs("beneficiaries", b.q(b.between(100, 999), "person"), day, b.a, subject=b.subject())]


def begun_and_opened(b, bad):
    start, opening = ("2018-09", b.pick("2018-03", "2017", "2018-08-15")) if bad else ("2018-09", b.pick("2019", "2019-08-15", "2018-12", "2018"))
    what = b.name + b.pick("第三小学", "产业园", "村卫生室")
    return [b.event(what + b.pick("开工", "奠基", "动工建设"), "start", start, b.a, parties=b.pick([b.county], [b.school], None)),
            b.event(what + b.pick("启用", "竣工", "投入使用"), "opening", opening, b.pick(b.a, b.b), parties=b.pick([b.county], [b.school], None))]


def before_the_case(b, bad):
    """Paired, or money given, before there was any assistance."""
    when = b.pick("2009", "2010-05", "2008/2011") if bad else b.pick("2014", "2016-05", "2015/2018")
    kind = b.pick("flow", "pairing", "exchange")
    if kind == "flow":
        return [b.flow(b.district, b.county, b.q(b.between(10, 99) * WAN, "CNY"), when, b.a), b.case]
    if kind == "exchange":
        return [b.exchange(b.q(b.between(10, 99), "person"), when, b.a), b.case]
    pairing = b.add("pairing", case=b.case, level="county-county", assisting=[b.district], assisted=[b.county], period=when)
    return [pairing, b.case]


def before_the_programme(b, bad):
    programme = b.add("programme", case=b.case, title=b.name + "光伏项目", sector="industry", period="2018/2020", status="completed")
    when = b.pick("2015", "2014/2016", "2016-05") if bad else b.pick("2018", "2019-05", "2018/2020")
    return [b.pick(lambda: b.flow(b.district, b.county, b.q(b.between(10, 99) * WAN, "CNY"), when, b.a, programme=programme),
                   lambda: b.obs("jobs-absorbed", b.q(b.between(10, 99), "person"), when, b.a, programme=programme),
                   lambda: b.exchange(b.q(b.between(10, 99), "person"), when, b.a, programme=programme))(), programme]


def reprint_first(b, bad):
    return [b.source(b.name + "摘登", b.pick("2021-02-01", "2020") if bad else b.pick("2021-03-05", "2021-03-09"), reprint_of=b.a), b.a]


def baseline_last(b, bad):
    """The first figure is younger than the last."""
    first, last = ("2019-12-31", "2014-12-31") if bad else ("2014-12-31", "2019-12-31")
    return [b.obs("poor-villages", b.q(b.between(60, 90), "village", "plain"), first, b.a, role="baseline"), b.obs("poor-villages", b.q(b.between(3, 40), "village", "plain"), last, b.a, role="actual")]


# citations

def uncited(b, bad):
    source = None if bad else b.a
    kind = b.pick("flow", "exchange", "obs", "sessions", "pairing")
    if kind == "flow":
        return [b.flow(b.district, b.county, b.q(b.between(10, 99) * WAN, "CNY"), "2019", source)]
    if kind == "obs":
        return [b.obs("beneficiaries", b.q(b.between(100, 999), "person"), "2019", source, subject=b.subject())]
    if kind == "exchange":
        return [b.exchange(b.q(b.between(10, 99), "person"), "2019", source)]
    if kind == "sessions":
        id_ = b.add("exchange", case=b.case, direction="east-to-west", role="trainee", purpose="training", sessions=b.q(b.between(3, 30), "session", "plain"), period="2019")
    else:
        id_ = b.add("pairing", case=b.case, level="village-enterprise", assisting=[{"kind": "enterprise", "count": b.q(b.between(3, 30), "company", "plain")}], assisted=[b.county], period="2019")
    if not bad:
        record = b.get(id_)
        q = record["sessions"] if kind == "sessions" else record["assisting"][0]["count"]
        start = sum(len(p) + 1 for p in b.texts[b.a])
        b.texts[b.a].append(b.show(q))
        record["citations"] = [{"source": b.a, "quote": b.show(q), "start": start, "length": len(b.show(q)), "paragraph": len(b.texts[b.a])}]
    return [id_]


def misquoted(b, bad):
    id_ = b.obs("beneficiaries", b.q(b.between(1000, 9999), "person", "plain"), "2019")
    b.get(b.a)["held"] = True
    b.tell(b.a, "受益{0}。", id_)
    citation = b.get(id_)["citations"][0]
    if bad:
        how = b.pick("quote", "start", "paragraph", "length", "late", "no-place")
        if how == "quote":
            citation["quote"] = "惠" + citation["quote"][1:]
        elif how == "start":
            citation["start"] += b.pick(-2, 1, 5)
        elif how == "paragraph":
            citation["paragraph"] += b.pick(-1, 1, 7)
        elif how == "length":
            citation["length"] += 2
        elif how == "late":
            citation["start"] += 5000
        else:
            for k in ("start", "length"):
                citation.pop(k)
            citation["paragraph"] += 3
    return [id_]


def quoted_otherwise(b, bad):
    """The record says another figure than the sentence that it quotes."""
    value = b.between(1000, 9999)
    id_ = b.obs("beneficiaries", {"value": plain(value), "unit": "person"}, "2019")
    b.get(b.a)["held"] = True
    b.texts[b.a].append(f"截至2019年底，全县有{value}人受益，覆盖12个乡镇。")
    start = sum(len(p) + 1 for p in b.texts[b.a][:-1])
    quote = b.pick(f"全县有{value}人受益", f"截至2019年底，全县有{value}人受益")
    b.get(id_)["citations"] = [{"source": b.a, "quote": quote, "start": start + b.texts[b.a][-1].index(quote), "length": len(quote), "paragraph": len(b.texts[b.a])}]
    b.figure(id_)["value"] = plain(wrong(b, value, bad))
    return [id_]


def no_such_source(b, bad):
    id_ = b.obs("beneficiaries", b.q(b.between(1000, 9999), "person", "plain"), "2019", b.a)
    if bad:
        b.get(id_)["citations"][0]["source"] = "source-aaaaaaaaaa"
    return [id_]


# base

def people_behind(b, bad):
    base = b.between(20000, 400000)
    years = (2013, 2019) if b.pick(True, False) else (2014, 2016, 2019)
    wrong_year = b.pick(*years)
    subject = b.pick(b.county, b.towns[1])
    ids = []
    form = b.pick("{}-12-31", "{}", "{}-12")
    for n, year in enumerate(years):
        share = Decimal(30 - 9 * n) / 100
        moved = base * (100 + 2 * n) // 100
        head = int(moved * share)
        if bad and year == wrong_year:
            head = int(head * Decimal(b.pick("0.4", "2", "3.2")))
        source = b.pick(b.a, b.b)
        ids += [b.obs("poverty-headcount", b.q(head, "person"), form.format(year), source, subject=subject), b.obs("poverty-incidence", b.rate(share * 100, 2), form.format(year), source, subject=subject)]
    return ids


def people_told(b, bad):
    people = b.between(50000, 400000)
    share = Decimal(b.between(30, 300)) / 1000
    head = int(people * share * (Decimal(b.pick("1.8", "4")) if bad else 1))
    return [b.obs("population", b.q(people, "person"), "2018-12-31", b.b), b.obs("poverty-headcount", b.q(head, "person"), "2018-12-31", b.a), b.obs("poverty-incidence", b.rate(share * 100, 2), "2018-12-31", b.a)]


# points

def rate_in_points(b, bad):
    return [b.obs(b.pick("poverty-incidence", "reimbursement-ratio", "rescue-success-rate"), b.rate(b.between(1, 95), 1, "percentage-point" if bad else "percent"), b.pick("2019-12-31", "2018-06-30"), b.a)]


def drop_in_percent(b, bad):
    start, end = Decimal(b.between(2000, 4000)) / 100, Decimal(b.between(50, 500)) / 100
    how = b.pick("unit", "value")
    drop = (start - end) * 100 / start if bad and how == "value" else start - end
    form = b.pick("{}-12-31", "{}")
    ids = [b.obs("poverty-incidence", b.rate(start), form.format(2013), b.a), b.obs("poverty-incidence", b.rate(end), form.format(2019), b.a),
           b.obs(b.pick("poverty-incidence", "own-drop"), b.rate(drop, 2, "percent" if bad and how == "unit" else "percentage-point"), b.pick("2013-12-31/2019-12-31", "2014/2019"), b.pick(b.a, b.b))]
    return ids


def quoted_points(b, bad):
    id_ = b.obs("own-growth", b.rate(b.between(2, 30), 1, "percentage-point"), "2013/2019")
    b.get(b.a)["held"] = True
    b.tell(b.a, "比2013年提高{0}。", id_)
    if bad:
        b.figure(id_)["unit"] = "percent"
    else:
        b.get(id_)["indicator"] = "own-drop"
    return [id_]


# unit

def slip_in_years(b, bad):
    value = b.between(200, 900) * b.pick(1, WAN)
    money = value >= WAN * 100
    unit, key = ("CNY", b.pick("product-sales", "investment-arrived")) if money else ("person", b.pick("jobs-absorbed", "students-aided"))
    values = [int(value * Decimal(b.between(70, 140)) / 100) for _ in range(4)]
    at = b.between(0, 4)
    if bad:
        values[at] = values[at] // WAN if money else values[at] * WAN
    subject = b.subject()
    return [b.obs(key, b.q(v, unit, "plain"), str(2016 + i), b.pick(b.a, b.b), subject=subject) for i, v in enumerate(values)][at:at + 1]


def slip_in_towns(b, bad):
    values = [b.between(200, 900) for _ in b.towns]
    at = b.between(0, 4)
    if bad:
        values[at] *= WAN
    ids = [b.obs(b.pick("registered-poor-households"), b.q(v, "household", "plain"), "2019-12-31", b.a, subject=t) for v, t in zip(values, b.towns)]
    return ids[at:at + 1]


def slip_in_flows(b, bad):
    values = [b.between(200, 900) * WAN for _ in range(4)]
    at = b.between(0, 4)
    if bad:
        values[at] //= WAN
    ids = [b.flow(b.district, b.county, b.q(v, "CNY", "plain"), str(2016 + i), b.pick(b.a, b.b), cumulative=b.pick(None, None, True)) for i, v in enumerate(values)]
    return ids[at:at + 1]


def slip_against_quote(b, bad):
    value = b.between(200, 900)
    id_ = b.flow(b.district, b.county, {"value": plain(value * WAN), "precision": "10000", "unit": "CNY"}, "2019")
    b.tell(b.a, b.pick("拨付{0}。", "{0}"), id_)
    if bad:
        b.figure(id_).pop("precision")
        b.figure(id_)["value"] = plain(value)
    return [id_]


def slip_in_people(b, bad):
    values = [b.between(20, 90) for _ in range(4)]
    at = b.between(0, 4)
    if bad:
        values[at] *= WAN
    return [b.exchange(b.q(v, "person", "plain"), str(2016 + i), b.a) for i, v in enumerate(values)][at:at + 1]


def slip_in_part(b, bad):
    parts = [b.between(200, 900) * WAN for _ in range(3)]
    w = b.flow(b.district, b.county, b.q(sum(parts), "CNY", "plain"), "2019", b.a)
    if bad:
        parts[1] //= WAN
    return [w] + [b.flow(b.district, b.county, b.q(p, "CNY", "plain"), "2019", b.a, sector=s, part_of=w) for p, s in zip(parts, ("education", "health", "industry"))]


# person and person-time

def same_number(b, bad):
    value = b.between(500, 5000)
    subject = b.subject()
    if b.pick(True, False):
        return [b.obs("own-whole", b.q(value, "person", "plain"), "2019", b.a, subject=subject), b.obs("own-whole", b.q(value, "person-time" if bad else "person", "plain"), "2019", b.b, subject=subject)]
    return [b.exchange(b.q(value, "person", "plain"), "2019", b.a, role="trainee", purpose="training"), b.exchange(b.q(value, "person-time" if bad else "person", "plain"), "2019", b.b, role="trainee", purpose="training")]


def wrong_unit_of_indicator(b, bad):
    key = b.pick("outpatients", "training-attendances", "free-clinic-visits", "inpatient-stays")
    if b.pick(True, False):
        key, right, other = b.pick("people-employed", "health-checks", "students-aided"), "person", "person-time"
    else:
        right, other = "person-time", "person"
    return [b.obs(key, b.q(b.between(500, 5000), other if bad else right, "plain"), "2019", b.a, subject=b.subject())]


def quoted_times(b, bad):
    kind = b.pick("obs", "exchange")
    q = b.q(b.between(500, 5000), "person-time", "plain")
    id_ = b.obs("own-whole" if bad else "training-attendances", q, "2019") if kind == "obs" else b.exchange(q, "2019", role="trainee", purpose="training")
    b.tell(b.a, "培训{0}。", id_)
    if bad:
        b.figure(id_)["unit"] = "person"
    return [id_]


def times_in_people(b, bad):
    """Attendances counted as a part of people."""
    whole = b.between(3000, 9000)
    w = b.obs("beneficiaries", b.q(whole, "person", "plain"), "2019", b.a)
    return [w, b.obs("own-women", b.q(b.between(500, 2500), "person-time" if bad else "person", "plain"), "2019", b.a, part_of=w)]


def fewer_times(b, bad):
    people = b.between(500, 2000)
    times = int(people * Decimal("0.6")) if bad else people * b.between(1, 4)
    return [b.exchange(b.q(people, "person", "plain"), "2019", b.a, role="technician", purpose="training"), b.exchange(b.q(times, "person-time", "plain"), "2019", b.pick(b.a, b.b), role="technician", purpose="training")]


# planned

def paid_more(b, bad):
    planned = b.between(1000, 5000) * WAN
    paid = int(planned * Decimal(b.pick("1.5", "4") if bad else b.pick("0.4", "1")))
    sector = b.pick(None, "education")
    return [b.flow(b.district, b.county, {**b.q(planned, "CNY", "plain"), "planned": True}, b.pick("2020", "2019/2020"), b.a, status=b.pick("planned", "committed"), sector=sector),
            b.flow(b.district, b.county, b.q(paid, "CNY", "plain"), "2020", b.b, sector=sector)]


def plan_in_done(b, bad):
    whole = b.between(4000, 9000) * WAN
    w = b.flow(b.district, b.county, b.q(whole, "CNY", "plain"), "2016/2020", b.a, cumulative=True)
    return [w, b.flow(b.district, b.school, b.q(whole // 3, "CNY", "plain"), "2020", b.a, part_of=w, sector="education", status="planned" if bad else "disbursed")]


def plan_called_done(b, bad):
    """The sentence plans; the record says it was paid."""
    id_ = b.flow(b.district, b.county, b.q(b.between(1000, 5000) * WAN, "CNY", "wan1"), "2021")
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("今年计划投入{0}。", "拟安排帮扶资金{0}。", "预计全年投入{0}。") if bad else b.pick("今年已投入{0}。", "安排的帮扶资金{0}全部到位。"), id_)
    return [id_]


def plan_of_people(b, bad):
    whole = b.between(3000, 9000)
    w = b.obs("people-employed", b.q(whole, "person", "plain"), "2020", b.a, role="actual")
    return [w, b.obs("own-women", {**b.q(whole // 3, "person", "plain"), **({"planned": True} if bad else {})}, "2020", b.a, part_of=w)]


def arrived_above_plan(b, bad):
    planned = b.between(1000, 5000) * WAN
    arrived = int(planned * Decimal(b.pick("1.5", "4") if bad else b.pick("0.4", "1")))
    subject = b.subject()
    return [b.obs("investment-planned", b.q(planned, "CNY", "plain"), "2020", b.a, subject=subject), b.obs("investment-arrived", b.q(arrived, "CNY", "plain"), "2020", b.a, subject=subject)]


# double

def beside_total(b, bad):
    whole = b.between(4000, 9000) * WAN
    w = b.flow(b.district, b.county, b.q(whole, "CNY", b.pick("plain", "wan1")), b.pick("2016/2020", "../2020-12-31"), b.a, cumulative=True, kind=b.pick("fiscal", None))
    giver = b.pick(b.district, b.bureau, None)
    taker = b.pick(b.school, b.office, {"name": "中心小学", "kind": "school"}, b.county)
    return [w, b.flow(giver, taker, b.q(whole // 4, "CNY", "wan1"), b.pick("2018", "2016/2020"), b.pick(b.a, b.b), sector="education", part_of=None if bad else w)]


def year_beside_total(b, bad):
    """2019 alone beside 2016 to 2020, linked or not: totals must not add them, and the unlinked one is told."""
    whole = b.between(4000, 9000) * WAN
    w = b.flow(b.company, b.county, b.q(whole, "CNY", "plain"), "2016/2020", b.a, cumulative=True, kind="donation")
    p = b.flow(b.company, b.school, b.q(whole // 5, "CNY", "plain"), b.pick("2019", "2016/2020"), b.b, kind="donation", part_of=None if bad else w)
    return [w, p]


def listed_without_links(b, bad):
    parts = [b.between(300, 2000) * WAN for _ in range(3)]
    w = b.flow(b.district, b.county, b.q(sum(parts), "CNY", "plain"), "2019")
    ids = [b.flow(b.district, b.county, b.q(p, "CNY", "plain"), "2019", sector=s, kind=b.pick("fiscal", "donation"), part_of=None if bad else w) for p, s in zip(parts, ("education", "health", "industry"))]
    b.tell(b.a, "投入{0}，其中教育{1}、医疗{2}、产业{3}。", w, *ids)
    return [w, *ids]


def within_sentence(b, bad):
    """其中 says that it is a part; the record doesn't."""
    whole = b.between(4000, 9000) * WAN
    w = b.flow(b.district, b.county, b.q(whole, "CNY", "wan1"), "2016/2020", cumulative=True)
    p = b.flow(b.company, b.school, b.q(whole // 3, "CNY", "wan1"), "2018", kind="donation", sector="education", part_of=None if bad else w)
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("帮扶资金{0}，其中捐建学校{1}。", "共投入{0}，包括学校建设{1}。"), w, p)
    return [w, p]


def grandchild(b, bad):
    """A part of a part is counted beside that part."""
    leaves = [b.between(300, 900) * WAN for _ in range(2)]
    middle = [sum(leaves), b.between(500, 1500) * WAN]
    t = b.flow(b.district, b.county, b.q(sum(middle), "CNY", "plain"), "2020", b.a, cumulative=True)
    m = b.flow(b.district, b.county, b.q(middle[0], "CNY", "plain"), "2020", b.a, sector="education", part_of=t, cumulative=True)
    n = b.flow(b.district, b.county, b.q(middle[1], "CNY", "plain"), "2020", b.a, sector="health", part_of=t, cumulative=True)
    ids = [b.flow(b.district, b.school, b.q(x, "CNY", "plain"), "2020", b.a, sector="education", part_of=t if bad else m) for x in leaves]
    return [t, m, n, *ids]


# reprints

def from_reprint(b, bad):
    r = b.source(b.name + "转载", "2021-03-10", reprint_of=b.a) if bad else b.b
    kind = b.pick("obs", "flow", "exchange")
    if kind == "obs":
        value = b.between(500, 9000)
        subject = b.subject()
        return [b.obs("beneficiaries", b.q(value, "person", "plain"), "2019", s, subject=subject) for s in (b.a, r)]
    if kind == "flow":
        value = b.between(500, 9000) * WAN
        return [b.flow(b.company, b.school, b.q(value, "CNY", "plain"), "2019", s, kind="donation") for s in (b.a, r)]
    value = b.between(50, 900)
    return [b.exchange(b.q(value, "person", "plain"), "2019", s) for s in (b.a, r)]


def second_hand(b, bad):
    """A reprint of a reprint."""
    r = b.source(b.name + "转载", "2021-03-10", reprint_of=b.a)
    rr = b.source(b.name + "再转", "2021-03-20", reprint_of=r)
    value = b.between(500, 9000)
    return [b.obs("beneficiaries", b.q(value, "person", "plain"), "2019", s) for s in ((r, rr) if bad else (rr, b.b))]


def unmarked(b, bad):
    how = b.pick("title", "url", "text", "prefix")
    title = b.name + "脱贫攻坚纪实"
    one = b.source(title, "2021-04-02", url="https://example.org/" + b.name)
    two = b.source({"title": title, "url": "另一个标题" + b.name, "text": "再一个标题" + b.name, "prefix": b.pick("转载：", "【转载】", "（转）", "[转载]") + title}[how] if bad else b.name + "访谈录", b.pick("2021-04-03", "2021-04-20"),
                   url="https://example.org/" + b.name if bad and how == "url" else "https://example.org/other/" + b.name)
    if bad and how == "text":
        words = [f"{b.name}第{n}段讲的是{b.between(10, 99)}户人家的事，他们的日子一年比一年好。" for n in range(8)]
        for s in (one, two):
            b.texts[s] += words
            b.get(s)["held"] = True
    value = b.between(500, 9000)
    return [one, two, *(b.obs("beneficiaries", b.q(value, "person", "plain"), "2019", s) for s in (one, two))]


SCENES = {
    "difference": [fall_by_year, fall_as_of, fall_of_case, fall_in_sentence, rise_in_sentence, rest_by_own_formula],
    "average": [yearly_of_total, per_county, each_by_own_formula, each_in_sentence, yearly_in_sentence],
    "ratio": [reimbursed, share_in_sentence, share_of_part, growth, over_hundred],
    "sum": [parts_of, listed_sum, yearly_flows, yearly_people, three_levels, paired_kinds, towns_of_county],
    "part": [including, part_by_link, part_by_vocabulary, school_above_gift],
    "same": [two_papers, in_english, two_counts_of_people, two_pairings, two_figures_in_one_record, opened_twice],
    "trend": [totals_fall, money_falls, people_fall, since_publication, above_people],
    "flow": [handed_on, by_way_of, goods_on],
    "dates": [visit_before_told, told_beforehand, begun_and_opened, before_the_case, before_the_programme, reprint_first, baseline_last],
    "citation": [uncited, misquoted, quoted_otherwise, no_such_source],
    "base": [people_behind, people_told],
    "points": [rate_in_points, drop_in_percent, quoted_points],
    "unit": [slip_in_years, slip_in_towns, slip_in_flows, slip_against_quote, slip_in_people, slip_in_part],
    "person-time": [same_number, wrong_unit_of_indicator, quoted_times, times_in_people, fewer_times],
    "planned": [paid_more, plan_in_done, plan_called_done, plan_of_people, arrived_above_plan],
    "double": [beside_total, year_beside_total, listed_without_links, within_sentence, grandchild],
    "reprint": [from_reprint, second_hand, unmarked],
}


# true, though it looks odd

def fell_in_a_year(b, bad):
    """The rate fell by so many points in that year; recorded under the rate itself."""
    b.obs("poverty-incidence", b.rate(b.between(2, 6), 1, "percentage-point"), "2019", b.a)
    b.obs("poverty-incidence", b.rate(b.between(2, 6), 2), "2019-12-31", b.a)


def quote_with_years(b, bad):
    value = b.between(500, 900)
    for quote in (f"2018年投入{value}万元", f"其中：财政资金{value}万元", f"{value // 1},000元以外另有{value}万元", f"自2016年起先后分3批投入资金{value}万元"):
        id_ = b.flow(b.district, b.county, {"value": plain(value * WAN), "precision": "10000", "unit": "CNY"}, "2018", basis=quote)
        b.get(b.a)["held"] = True
        start = sum(len(p) + 1 for p in b.texts[b.a])
        b.texts[b.a].append(quote)
        b.get(id_)["citations"] = [{"source": b.a, "quote": quote, "start": start, "length": len(quote), "paragraph": len(b.texts[b.a])}]


def grouped_digits(b, bad):
    for text, value, precision in (("1,234.50万元", "12345000", "100"), ("12,345,678元", "12345678", None), ("１２３４万元", "12340000", "10000"), ("1 234.5万元", "12345000", "1000"),
                                   ("RMB 4.7 million", "4700000", "100000"), ("一千二百万元", "12000000", "1000000")):
        id_ = b.flow(b.district, b.county, {"value": value, **({"precision": precision} if precision else {}), "unit": "CNY"}, "2018", basis=text)
        start = sum(len(p) + 1 for p in b.texts[b.a])
        b.texts[b.a].append(text)
        b.get(id_)["citations"] = [{"source": b.a, "quote": text, "start": start, "length": len(text), "paragraph": len(b.texts[b.a])}]


def share_of_something_else(b, bad):
    ids = [b.obs("family-doctor-contracts", b.q(9430, "person", "plain"), "2020"), b.obs("family-doctor-contracts-poor", b.q(2768, "person", "plain"), "2020"), b.obs("own-share", b.rate(87, 0), "2020")]
    b.get(b.a)["held"] = True
    b.tell(b.a, b.pick("签约{0}，其中贫困人口{1}，占全县贫困人口的{2}。", "签约{0}，其中贫困人口{1}，贫困人口签约率{2}。", "签约{0}，其中贫困人口{1}，占建档立卡人口的{2}。"), *ids)


def two_starts(b, bad):
    """Two sums in one sentence; two falls."""
    ids = [b.obs("poverty-headcount", b.q(9000, "person", "plain"), "2014-12-31"), b.obs("poverty-headcount", b.q(400, "person", "plain"), "2019-12-31"),
           b.obs("registered-poor-households", b.q(2100, "household", "plain"), "2014-12-31"), b.obs("registered-poor-households", b.q(130, "household", "plain"), "2019-12-31")]
    b.get(b.a)["held"] = True
    b.tell(b.a, "贫困人口从{0}减少到{1}，贫困户从{2}减少到{3}。", *ids)


def overlapping_parts(b, bad):
    w = b.obs("beneficiaries", b.q(1000, "person", "plain"), "2019")
    x = b.obs("own-women", b.q(700, "person", "plain"), "2019", part_of=w)
    y = b.obs("own-people", b.q(600, "person", "plain"), "2019", part_of=w)
    b.get(b.b)["held"] = True
    b.tell(b.b, "受益{0}，其中妇女{1}、少数民族{2}。", w, x, y)


def grown_by_points(b, bad):
    ids = [b.obs("reimbursement-ratio", b.rate(70, 0), "2016"), b.obs("reimbursement-ratio", b.rate(90, 0), "2019"), b.obs("own-drop", b.rate(20, 0, "percentage-point"), "2016/2019")]
    b.get(b.b)["held"] = True
    b.tell(b.b, "报销比例由{0}提高到{1}，提高{2}。", *ids)


def some_years(b, bad):
    """Of the total only some years are told, and one gift of a year isn't all of that year."""
    b.flow(b.district, b.county, b.q(9000 * WAN, "CNY", "plain"), "2016/2020", b.a, cumulative=True)
    for year in (2016, 2018, 2020):
        b.flow(b.district, b.county, b.q(b.between(100, 900) * WAN, "CNY", "plain"), str(year), b.b)


def many_gifts(b, bad):
    for year in (2017, 2018, 2019):
        for source in (b.a, b.b):
            b.flow(b.company, b.school, b.q(b.between(5, 900) * WAN, "CNY", "plain"), str(year), source, kind="donation", basis=str(b.between(0, 10 ** 6)))


def agreed_early(b, bad):
    """Signed and visited before the assistance began."""
    b.event("签订协议", "agreement", "2012-12-20", b.a, parties=[b.county, b.district])
    b.event("考察", "visit", "2012-11", b.a, parties=[b.county, b.district])
    b.obs("poverty-headcount", b.q(100000, "person", "plain"), "2011-12-31", b.a, role="baseline")


def same_heading(b, bad):
    for year in (2017, 2018, 2019):
        b.source("政府工作报告", f"{year}-01-15")


def stage_by_stage(b, bad):
    """First stage opened before the second was begun."""
    b.event(b.name + "安置区一期竣工", "opening", "2017-06", b.a, parties=[b.county])
    b.event(b.name + "安置区二期开工", "start", "2017-09", b.a, parties=[b.county])


def own_money(b, bad):
    """The county adds its own and passes on more, told in different papers."""
    b.flow(b.district, b.county, b.q(500 * WAN, "CNY", "plain"), "2019", b.a, kind="donation")
    b.flow(b.county, b.school, b.q(700 * WAN, "CNY", "plain"), "2019", b.b, kind="fiscal")


def last_poor(b, bad):
    for year, n in ((2015, 52340), (2017, 21000), (2018, 3200), (2019, 12)):
        b.obs("poverty-headcount", b.q(n, "person", "plain"), f"{year}-12-31", b.a)


def plan_of_others(b, bad):
    """The sentence speaks of a plan, but this was paid."""
    id_ = b.flow(b.district, b.county, b.q(300 * WAN, "CNY", "plain"), "2020")
    b.get(b.a)["held"] = True
    b.tell(b.a, "按照年度计划，已拨付{0}，超额完成计划任务。", id_)


def both_ways(b, bad):
    """More than all of them is right for a growth."""
    b.obs("own-growth", b.rate(230, 1), "2019", b.a)
    b.obs("own-growth", {"value": "-12.5", "precision": "0.1", "unit": "percent"}, "2020", b.a)


def year_to_date(b, bad):
    """Half a year is less than the year before."""
    b.obs("people-employed", b.q(900, "person", "plain"), "2019", b.a)
    b.obs("people-employed", b.q(400, "person", "plain"), "2020-01/2020-06", b.a)
    b.obs("product-sales", b.q(9000000, "CNY", "plain"), "2019", b.a, cumulative=True)
    b.obs("product-sales", b.q(4000000, "CNY", "plain"), "2020", b.b, cumulative=True)


def cases_apart(b, bad):
    """The same indicator of two programmes."""
    b.obs("jobs-absorbed", b.q(300, "person", "plain"), "2019", b.a, programme=b.programme)
    b.obs("jobs-absorbed", b.q(700, "person", "plain"), "2019", b.b, programme=b.other)


ODD = [fell_in_a_year, quote_with_years, grouped_digits, share_of_something_else, two_starts, overlapping_parts, grown_by_points, some_years, many_gifts, agreed_early, same_heading,
       stage_by_stage, own_money, last_poor, plan_of_others, both_ways, year_to_date, cases_apart]
