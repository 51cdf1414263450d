"""The sections of the page, from its head to where it comes from."""

from __future__ import annotations

from village_budget.reports import qr_code
from village_budget.reports.page import svg_charts
from village_budget.reports.page.markup import Markup, joined, tag
from village_budget.reports.page.page_facts import FundUse, PageFacts
from village_budget.reports.page.parts import fold, fund_chip, fund_class, money, rows_of, section, share
from village_budget.reports.page.svg_charts import BarPiece

_CONTENTS = (
    ("asal", "from_short"), ("guna", "to_short"), ("dana", "by_fund_short"),
    ("pelaksana", "who_short"), ("tanya", "ask_short"), ("data", "check_short"),
)  # fmt: skip


def head(facts: PageFacts) -> Markup:
    """Whose budget, of which year, and whether it is decided."""
    poster, words = facts.poster, facts.words
    stamp = [tag("strong", words["draft"], class_="cap")] if facts.draft else []
    state = " \N{MIDDLE DOT} ".join(filter(None, (poster.regulation, facts.version, facts.status)))
    return tag(
        "header",
        svg_charts.kawung(),
        tag(
            "div",
            tag("p", poster.over, class_="atas"),
            tag("h1", poster.title),
            tag("p", poster.village, class_="desa"),
            tag("p", *stamp, tag("span", state), class_="keadaan"),
            class_="lebar",
        ),
    )


def contents(facts: PageFacts) -> Markup:
    """Ways to the sections."""
    links = [tag("li", tag("a", facts.words[word], href=f"#{key}")) for key, word in _CONTENTS]
    return tag("nav", tag("ul", *links, class_="lebar"), aria_label=facts.words["contents"])


def headline(facts: PageFacts) -> Markup:
    """The figures that everybody asks for, and whether they meet."""
    words, totals = facts.words, facts.totals
    surplus = totals["surplus"]
    name = "surplus" if surplus > 0 else "deficit" if surplus < 0 else "even"
    note = words["saved" if surplus > 0 else "covered" if surplus < 0 else "no_difference"]
    notes = {total.name: total.note for total in facts.poster.totals}
    first, second, third = facts.poster.totals
    cards = (
        (words["revenue"], totals["revenue"], notes[first.name]),
        (words["spending"], totals["spending"], notes[second.name]),
        (words[name], surplus, note),
        (words["financing"], totals["financing"], notes[third.name]),
    )
    made = [
        tag("div", tag("dt", title), tag("dd", money(amount), tag("small", told)))
        for title, amount, told in cards
    ]
    balance = totals["balance"]
    if balance:
        before, _, after = words["balance"].partition("{amount}")
        said = joined(before, money(balance), after)
    else:
        said = joined(words["balanced"])
    kind = "neraca" if balance else "neraca seimbang"
    return tag("section", tag("dl", *made, class_="angka"), tag("p", said, class_=kind), id="angka")


def income(facts: PageFacts) -> Markup:
    """Where the money comes from: a bar, a line for each source, the accounts below."""
    words, poster = facts.words, facts.poster
    whole = facts.totals["revenue"]
    if not poster.funds:
        body = tag("p", words["nothing"], class_="kosong")
    else:
        pieces = [BarPiece(fund_class(line.code), line.code, line.name, line.amount) for line in poster.funds]
        bar = svg_charts.bar_of_pieces("asal", words["from_chart"], pieces, whole)
        lines = [
            tag(
                "li",
                fund_chip(line.code, line.name),
                tag("span", tag("b", line.name), " ", tag("small", line.hint), class_="nama"),
                money(line.amount),
                tag("span", share(line.amount, whole), class_="persen"),
            )
            for line in poster.funds
        ]
        body = joined(bar, tag("ul", *lines, class_="sumber"))
    return section("asal", words["from"], body, _accounts(facts))


def _accounts(facts: PageFacts) -> Markup:
    """Every account of revenue and financing."""
    words = facts.words
    made = []
    for title, branches in (
        (words["from_detail"], facts.revenue),
        (words["financing_detail"], facts.financing),
    ):
        if branches:
            table = tag("table", tag("caption", title, class_="tersembunyi"), tag("tbody", rows_of(branches)))
            made.append(fold("lipat", tag("b", title), table))
    return joined(*made)


def funds(facts: PageFacts) -> Markup:
    """What each source brings and in which sector it is used."""
    words = facts.words
    if not facts.funds:
        return section("dana", words["by_fund"], tag("p", words["nothing"], class_="kosong"))
    made = [_fund(facts, fund) for fund in facts.funds]
    return section("dana", words["by_fund"], *made, lead=words["by_fund_lead"])


def _fund(facts: PageFacts, fund: FundUse) -> Markup:
    words = facts.words
    whole = facts.totals["spending"] + facts.totals["financing_out"]
    title = joined(
        fund_chip(fund.code, fund.name),
        tag("span", tag("b", fund.name), " ", tag("small", fund.hint), class_="nama"),
        money(fund.outgoing),
        svg_charts.bar_of_share(
            f"dana-{fund.code or 'lain'}",
            words["share_used"].format(share=share(fund.outgoing, whole)),
            fund.outgoing,
            whole,
        ),
    )
    rows = [(words["revenue"], fund.revenue), (words["from_last_year"], fund.financing_in)]
    incoming = [_row(name, amount) for name, amount in rows if amount]
    used = [_row(branch.name, branch.amount) for branch in fund.sectors]
    if fund.financing_out:
        used.append(_row(words["financing_out"], fund.financing_out))
    body = [*incoming, _row(words["fund_in"], fund.incoming, total=True)]
    body += [*used, _row(words["fund_out"], fund.outgoing, total=True)]
    left = fund.incoming - fund.outgoing
    if left:
        body.append(_row(words["fund_left"], left, total=True))
    caption = tag("caption", fund.name, class_="tersembunyi")
    return fold("sumberdana", title, tag("table", caption, tag("tbody", *body)))


def _row(name: str, amount: int, *, total: bool = False) -> Markup:
    kind = "jumlah" if total else None
    return tag("tr", tag("th", name, scope="row"), tag("td", money(amount)), class_=kind)


def people(facts: PageFacts) -> Markup:
    """Who carries out how much (art. 39: pelaksana kegiatan)."""
    words = facts.words
    if not facts.officers:
        return section("pelaksana", words["who"], tag("p", words["nothing"], class_="kosong"))
    top = tag(
        "tr",
        tag("th", words["who_officer"], scope="col"),
        tag("th", words["who_activities"], scope="col", class_="angka"),
        tag("th", words["who_amount"], scope="col", class_="angka"),
    )
    rows = [
        tag(
            "tr",
            tag("th", name, scope="row"),
            tag("td", str(count), class_="angka"),
            tag("td", money(amount)),
        )
        for name, count, amount in facts.officers
    ]
    count = sum(row[1] for row in facts.officers)
    amount = sum(row[2] for row in facts.officers)
    foot = tag(
        "tr",
        tag("th", words["total"], scope="row"),
        tag("td", str(count), class_="angka"),
        tag("td", money(amount)),
        class_="jumlah",
    )
    caption = tag("caption", words["who"], class_="tersembunyi")
    table = tag("table", caption, tag("thead", top), tag("tbody", *rows), tag("tfoot", foot), class_="penuh")
    return section("pelaksana", words["who"], table)


def contact(facts: PageFacts) -> Markup:
    """Where to ask and complain (art. 39: alamat pengaduan)."""
    rows = [tag("div", tag("dt", name), tag("dd", told)) for name, told in facts.poster.contacts]
    return section("tanya", facts.words["ask"], tag("dl", *rows, class_="kontak"))


def origin(facts: PageFacts, download: str, file_name: str) -> Markup:
    """Fingerprint, how to check it, the data, the article, when it was made."""
    words = facts.words
    dots = qr_code.dots(facts.identity["code"])
    picture = [svg_charts.code_picture(dots, words["qr"])] if dots else []
    whole = facts.identity["fingerprint"].upper()
    said = [
        tag(
            "p",
            words["fingerprint"], ": ",
            tag("b", facts.short_fingerprint or words["no_fingerprint"], class_="sidik"),
        ),
        tag("p", words["how_to_check"]),
    ]  # fmt: skip
    if whole:
        said.append(fold("lipat", tag("b", words["fingerprint_whole"]), tag("code", whole)))
    link = tag("a", words["download"], href=download, download=file_name, class_="tombol")
    return section(
        "data",
        words["check"],
        tag("div", tag("div", *said), *picture, class_="keaslian"),
        tag("p", link, " ", tag("small", words["download_note"])),
    )


def foot(facts: PageFacts) -> Markup:
    """The article it stands on, and when it was made."""
    told = tag("p", facts.words["basis"])
    made = tag("p", tag("b", facts.poster.head_of), " \N{MIDDLE DOT} ", facts.made)
    return tag("footer", tag("div", told, made, class_="lebar"))
