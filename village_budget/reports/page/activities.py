"""What the money is used for: sectors, subsectors, activities and their kinds of spending, with a search."""

from __future__ import annotations

from village_budget.reports.page import svg_charts
from village_budget.reports.page.markup import Markup, joined, tag
from village_budget.reports.page.page_facts import Branch, PageFacts
from village_budget.reports.page.parts import fold, fund_chip, money, section, share, wrapping
from village_budget.reports.page.svg_charts import BarPiece


def spending(facts: PageFacts) -> Markup:
    """All levels of spending below each other, each with its sum."""
    words = facts.words
    if not facts.sectors:
        return section("guna", words["to"], tag("p", words["nothing"], class_="kosong"))
    tree = tag("div", *(_sector(facts, sector) for sector in facts.sectors), id="pohon")
    return section("guna", words["to"], _search(facts), tree, _kinds(facts), lead=words["to_lead"])


def _search(facts: PageFacts) -> Markup:
    """Search and filter; shown by the script, since without it they could do nothing."""
    words = facts.words
    field = tag(
        "input", type="search", id="kata", placeholder=words["search_hint"], autocomplete="off",
        enterkeyhint="search",
    )  # fmt: skip
    used = [fund for fund in facts.funds if fund.sectors]
    chips = [tag("button", words["every_fund"], type="button", data_dana="", aria_pressed="true")]
    chips += [
        tag("button", fund.code, type="button", data_dana=fund.code, aria_pressed="false", title=fund.name)
        for fund in used
        if fund.code
    ]
    return tag(
        "form",
        tag("label", words["search"], for_="kata"),
        field,
        tag("div", *chips, class_="saring", role="group", aria_label=words["funds"]),
        tag(
            "p",
            tag("output", "", id="hasil", for_="kata", aria_live="polite"),
            tag(
                "button", words["open_all"], type="button", id="buka", aria_pressed="false",
                data_buka=words["open_all"], data_tutup=words["close_all"],
            ),
            class_="hasil",
        ),
        id="cari",
        role="search",
        hidden=True,
        data_cocok=words["found"],
        data_kosong=words["none_found"],
    )  # fmt: skip


def _sector(facts: PageFacts, sector: Branch) -> Markup:
    whole = facts.totals["spending"]
    plain = facts.plain.get(sector.code, "")
    said = share(sector.amount, whole)
    count = sum(len(sub.below) for sub in sector.below)
    counted = facts.words["count"].format(n=count)
    head = joined(
        tag(
            "span",
            tag("b", plain or sector.name),
            tag("small", f"{sector.code} {sector.name} \N{MIDDLE DOT} {counted}"),
            class_="nama",
        ),
        money(sector.amount),
        tag("span", said, class_="persen"),
        svg_charts.bar_of_share(
            f"bidang-{sector.code}",
            facts.words["share"].format(share=said),
            sector.amount,
            whole,
        ),
    )
    return fold("bidang", head, joined(*(_sub(facts, sub) for sub in sector.below)))


def _sub(facts: PageFacts, sub: Branch) -> Markup:
    head = joined(
        tag("span", tag("span", sub.code, class_="kode"), " ", wrapping(sub.name), class_="nama"),
        money(sub.amount),
    )
    return fold("sub", head, joined(*(_activity(facts, one) for one in sub.below)), opened=True)


def _activity(facts: PageFacts, one: Branch) -> Markup:
    words, work = facts.words, one.work
    assert work is not None, "every third level is an activity"
    head = joined(
        tag("span", tag("span", one.code, class_="kode"), " ", wrapping(one.name), class_="nama"),
        money(one.amount),
    )
    told = (
        (words["officer"], work.officer or words["no_officer"]),
        (words["location"], work.location),
        (words["time"], work.when),
        (words["output"], work.output),
        (words["target"], work.goal),
    )
    about = [tag("div", tag("dt", name), tag("dd", value)) for name, value in told if value]
    chips = [
        tag("span", fund_chip(fund, facts.sources.get(fund, words["no_fund"])), " ", money(amount))
        for fund, amount in work.funds
    ]
    about.append(tag("div", tag("dt", words["funds"]), tag("dd", *chips, class_="sumbernya")))
    rows = [tag("tr", tag("th", kind.name, scope="row"), tag("td", money(kind.amount))) for kind in one.below]
    caption = tag("caption", words["kind"])
    body = joined(tag("dl", *about, class_="tentang"), tag("table", caption, tag("tbody", *rows)))
    booked = " ".join(f"{fund or '?'}:{amount}" for fund, amount in work.funds)
    return fold("kegiatan", head, body, data_dana=booked)


def _kinds(facts: PageFacts) -> Markup:
    words = facts.words
    whole = facts.totals["spending"]
    pieces = [
        BarPiece(f"j{place}", "", kind.name, kind.amount) for place, kind in enumerate(facts.kinds, start=1)
    ]
    rows = [
        tag(
            "li",
            tag("span", "", class_=f"kotak j{place}"),
            tag("span", tag("b", kind.name), class_="nama"),
            money(kind.amount),
            tag("span", share(kind.amount, whole), class_="persen"),
        )
        for place, kind in enumerate(facts.kinds, start=1)
    ]
    bar = svg_charts.bar_of_pieces("jenis", words["kinds_chart"], pieces, whole)
    return joined(tag("h3", words["kinds"]), bar, tag("ul", *rows, class_="sumber"))
