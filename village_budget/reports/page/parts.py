"""Small parts that every section of the page uses: amounts, funds, folds."""

from __future__ import annotations

from village_budget.money import Sen, decimal_rupiah, format_accounting, format_percent
from village_budget.reports.page.markup import Markup, escaped, joined, tag
from village_budget.reports.page.page_facts import Branch

_KNOWN = frozenset({"DDS", "ADD", "PAD", "PBH", "PBP", "PBK", "SWD", "DLL"})


def money(sen: Sen) -> Markup:
    """An amount for people, with the same amount for programs in its ``value``."""
    return tag("data", Markup(f"Rp&nbsp;{format_accounting(sen)}"), value=decimal_rupiah(sen), class_="rp")


def wrapping(name: str) -> Markup:
    """A name of the chart that may go on in the next line after each of its strokes."""
    return Markup(escaped(name).replace("/", "/<wbr>"))


def share(part: Sen, whole: Sen) -> str:
    """``46,8 %``; empty where there is no whole."""
    return format_percent(part, whole, 1) if whole else ""


def fund_class(fund: str) -> str:
    """The class that gives a fund its colour."""
    return f"d-{fund}" if fund in _KNOWN else "d-lain"


def fund_chip(fund: str, name: str) -> Markup:
    """The letters of a fund on its colour; the name for screen readers and the pointer."""
    return tag("abbr", fund or "?", class_=f"dana {fund_class(fund)}", title=name)


def fold(kind: str, head: Markup, body: Markup, *, opened: bool = False, **attributes: str) -> Markup:
    """A level that opens and closes, with and without scripts."""
    return tag("details", tag("summary", head), body, class_=kind, open=opened, **attributes)


def section(key: str, title: str, *body: str, lead: str = "") -> Markup:
    """A section with its heading."""
    said = [tag("p", lead, class_="pengantar")] if lead else []
    return tag(
        "section", tag("h2", title, id=f"{key}-kepala"), *said, *body,
        id=key, aria_labelledby=f"{key}-kepala",
    )  # fmt: skip


def rows_of(branches: tuple[Branch, ...], level: int = 0) -> Markup:
    """A tree of accounts as rows of a table."""
    made = []
    for branch in branches:
        name = tag("th", tag("span", branch.code, class_="kode"), " ", wrapping(branch.name), scope="row")
        amount = tag("td", money(branch.amount))
        made.append(tag("tr", name, amount, class_=f"t{min(level, 2)}"))
        made.append(rows_of(branch.below, level + 1))
    return joined(*made)
