"""Every total that a form tells, by what it is a total of: for holding all forms against each other."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from decimal import Decimal

from village_budget.domain.lines import Line, Part
from village_budget.domain.plan import Plan
from village_budget.money import format_accounting
from village_budget.reports.catalogue import FORMS, PACKAGE, form
from village_budget.reports.page.data import data_text
from village_budget.reports.page.page_source import page_facts
from village_budget.reports.poster.poster_facts import poster_facts
from village_budget.reports.report_document import (
    Code,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Text,
)
from village_budget.reports.source import ReportSource

Key = tuple[str, ...]
Told = Iterator[tuple[Key, int]]
GRAND = ("revenue", "spending", "surplus", "net", "balance")
UNDECIDED = "belum ditentukan"


def told_by(source: ReportSource) -> Iterator[tuple[str, Key, int]]:
    """Form, what is summed and the amount in sen, of every form of a plan."""
    built = {info.name: info.build(source) for info in FORMS}
    tellers: dict[str, Callable[[list[ReportDocument]], Told]] = {
        "apbdes": _budget, "penjabaran": _budget, "penjabaran-siskeudes": _one_cell, "rab": _cost_plans,
        "rekap-bidang": _by_kind, "rekap-sumber-dana": _by_fund, "daftar-dana-desa": _dana_desa,
        "pemeriksaan": _facts,
    }  # fmt: skip
    for name, tell in tellers.items():
        yield from ((name, key, sen) for key, sen in tell(built[name]))
    cover = form(PACKAGE.name).build(source)[0]
    totals = [amounts(row)[-1] for row in cover.rows if row.kind is RowKind.TOTAL]
    yield from (("paket", (name,), sen) for name, sen in zip(GRAND, totals, strict=True))
    yield from (("poster", key, sen) for key, sen in _poster(source))
    yield from (("halaman", key, sen) for key, sen in _page(source))


def truth(plan: Plan) -> Iterator[tuple[Key, int]]:
    """The same totals summed from the lines alone; a key comes as often as lines belong to it."""
    place = {one.id: number for number, one in enumerate(plan.activities_in_order())}
    for line in plan.lines.values():
        fund, sen = line.fund or UNDECIDED, line.amount
        part = _part(line)
        sign = 1 if part in ("revenue", "in") else -1
        yield (part,), sen
        yield ("balance",), sign * sen
        yield ("surplus" if line.part is not Part.FINANCING else "net",), sign * sen
        yield (part, "fund", fund), sen
        yield ("balance", "fund", fund), sign * sen
        if line.activity_id is None:
            yield from (((part, "account", code), sen) for code in _levels(line.account_code))
            continue
        code = plan.activities[line.activity_id].code
        kind = ".".join(line.account_code.split(".")[:2]) if "." in line.account_code else ""
        number = str(place[line.activity_id])
        yield ("kind", kind), sen
        for about in (*(("code", one) for one in _levels(code)[:2]), ("activity", number)):
            yield about, sen
            yield (*about, "fund", fund), sen
            yield (*about, "kind", kind), sen


def _part(line: Line) -> str:
    if line.part is Part.FINANCING:
        return "out" if line.account_code.startswith("6.2") else "in"
    return line.part.value


def _levels(code: str) -> list[str]:
    parts = code.split(".")
    return [".".join(parts[:count]) for count in range(1, len(parts) + 1)]


def amounts(row: Row) -> list[int]:
    """Amounts of a row, left to right."""
    return [cell.sen for cell in row.cells if isinstance(cell, Money)]


def _by_key(document: ReportDocument, row: Row) -> dict[str, str | int]:
    """Texts and amounts of a row by the key of their column."""
    told: dict[str, str | int] = {}
    for column, cell in zip(document.columns, row.cells, strict=True):
        if isinstance(cell, Text | Code):
            told[column.key] = cell.text
        elif isinstance(cell, Money):
            told[column.key] = cell.sen
    return told


def _budget(documents: list[ReportDocument]) -> Told:
    (document,) = documents
    rows = []
    for row in document.rows:
        cells = _by_key(document, row)
        codes = (
            ".".join(str(cells[key]) for key in keys if key in cells)
            for keys in (("a1", "b1", "c1"), ("a2", "b2", "c2", "d2"))
        )
        rows.append((row, *codes))
    return _tree(document, rows)


def _one_cell(documents: list[ReportDocument]) -> Told:
    (document,) = documents
    rows = []
    for row in document.rows:
        code = str(_by_key(document, row).get("code", ""))
        account, _, activity = code.partition(" [")
        if not activity and re.match(r"\d\d\.", account):
            account, activity = "", account
        parts = activity.rstrip("].").split(".") if activity else []
        short = [*(part.lstrip("0") for part in parts[:2]), *parts[2:]]
        rows.append((row, ".".join(short), account.rstrip(".")))
    sums: dict[Key, int] = defaultdict(int)
    for key, sen in _tree(document, rows):
        if key[1:2] == ("account",) or key[2:3] == ("kind",):  # one account, a row for each fund
            sums[key] += sen
        else:
            yield key, sen
    yield from sums.items()


def _tree(document: ReportDocument, rows: list[tuple[Row, str, str]]) -> Told:
    totals = [amounts(row)[0] for row, _, _ in rows if row.kind is RowKind.TOTAL]
    yield from (((name,), sen) for name, sen in zip(GRAND, totals, strict=True))
    heads = {"4": "revenue", "5": "spending", "6": "", "6.1": "in", "6.2": "out"}
    number, last, part = -1, "", "revenue"
    for row, activity, account in rows:
        cells = _by_key(document, row)
        if row.kind is RowKind.TOTAL or not (activity or account) or "amount" not in cells:
            continue
        sen = int(cells["amount"])
        funds = str(cells.get("fund", "")).split(", ")
        if activity and not account and cells["name"] != "Belum dirinci":
            number += activity.count(".") == 2
            about: Key = ("activity", str(number)) if activity.count(".") == 2 else ("code", activity)
            yield about, sen
            if len(funds) == 1 and funds[0]:
                yield (*about, "fund", funds[0]), sen
            last = activity
        elif activity and account.count(".") == 1:
            assert activity == last
            yield ("activity", str(number), "kind", account), sen
        elif account in heads:
            part = heads[account] or part
            yield (part,), sen
        elif account and not activity:
            yield (part, "account", account), sen


def _cost_plans(documents: list[ReportDocument]) -> Told:
    listed, *plans = documents
    number = 0
    for document in plans:
        total = next(amounts(row)[-1] for row in document.rows if row.kind is RowKind.TOTAL)
        about: Key = {"Pendapatan": ("revenue",), "Pembiayaan": ("net",)}.get(document.sheet_title, ())
        if not about:
            about = ("activity", str(number))
            number += 1
        yield about, total
        after = next(n for n, row in enumerate(document.rows) if row.kind is RowKind.TOTAL)
        for row in document.rows[after + 2 :]:
            cells = _by_key(document, row)
            yield (*about, "fund", str(cells["fund"])), int(cells["amount"])
    number = 0
    for row in listed.rows:
        cells, (sen,) = _by_key(listed, row), amounts(row)
        code = str(cells.get("code", ""))
        if "." in code:
            yield ("activity", str(number)), sen
            number += 1
        else:
            yield {"4": ("revenue",), "6": ("net",), "": ("spending",)}[code], sen


def _matrix(document: ReportDocument, kind: str, names: Callable[[str], str]) -> Told:
    number = 0
    for row in document.rows:
        cells = _by_key(document, row)
        code = str(cells.get("code", ""))
        about: Key = ("code", code)
        if row.kind is RowKind.TOTAL:
            about = ("spending",)
        elif not code:
            return
        elif code.count(".") == 2:
            about = ("activity", str(number))
            number += 1
        yield about, int(cells["amount"])
        for key, sen in cells.items():
            if isinstance(sen, int) and key != "amount":
                yield (*(about if about != ("spending",) or kind == "fund" else ()), kind, names(key)), sen


def _by_kind(documents: list[ReportDocument]) -> Told:
    names = {"k1": "5.1", "k2": "5.2", "k3": "5.3", "k4": "5.4"}
    return _matrix(documents[0], "kind", lambda key: names.get(key, ""))


def _by_fund(documents: list[ReportDocument]) -> Told:
    matrix, summary, lists = documents
    yield from _matrix(matrix, "fund", lambda key: UNDECIDED if key == "none" else key)
    parts = {
        "revenue": "revenue",
        "spending": "spending",
        "fin_in": "in",
        "fin_out": "out",
        "balance": "balance",
    }
    for row in summary.rows:
        cells = _by_key(summary, row)
        whole = row.kind is RowKind.TOTAL
        fund = () if whole else ("fund", str(cells["code"]) or UNDECIDED)
        yield from (((part, *fund), int(cells[key])) for key, part in parts.items())
    for row in lists.rows:
        cells = _by_key(lists, row)
        if row.kind is RowKind.TOTAL:
            yield ("spending",), int(cells["amount"])
        elif row.kind is RowKind.HEADING:
            found = re.search(r"\((\w+)\)$", str(cells["number"]))
            yield ("spending", "fund", found[1] if found else UNDECIDED), int(cells["amount"])


def _dana_desa(documents: list[ReportDocument]) -> Told:
    (document,) = documents
    told = {str(cells["name"]): cells for row in document.rows if "name" in (cells := _by_key(document, row))}
    pairs = {
        "Dana Desa tahun berjalan": "revenue", "Sisa Dana Desa tahun sebelumnya (SiLPA)": "in",
        "JUMLAH BELANJA": "spending", "PEMBIAYAAN": "out",
        "JUMLAH (PENDAPATAN - BELANJA - PEMBIAYAAN)": "balance",
    }  # fmt: skip
    yield from (((part, "fund", "DDS"), int(told[name]["amount"])) for name, part in pairs.items())


def _facts(documents: list[ReportDocument]) -> Told:
    found = re.findall(r"\(?[\d.]+(?:,\d\d)?\)?", documents[0].facts[0].value)
    for name, text in zip(("revenue", "spending", "net", "balance"), found, strict=True):
        sen = int(Decimal(text.strip("()").replace(".", "").replace(",", ".")) * 100)
        yield (name,), -sen if text.startswith("(") else sen


def _poster(source: ReportSource) -> Told:
    told = poster_facts(source, "")
    names = ("revenue", "spending", "net")
    yield from (((name,), total.amount) for name, total in zip(names, told.totals, strict=True))
    yield from ((("revenue", "fund", line.code or UNDECIDED), line.amount) for line in told.funds)
    yield ("spending",), sum(line.amount for line in told.sectors)
    assert (
        told.totals[2].note.count(format_accounting(source.figures.financing_in))
        or not source.figures.financing_in
    )


def _page(source: ReportSource) -> Told:
    facts = page_facts(source)
    names = {"financing": "net", "financing_in": "in", "financing_out": "out"}
    yield from (((names.get(name, name),), sen) for name, sen in facts.totals.items())
    for sector in facts.sectors:
        yield ("code", sector.code), sector.amount
        yield from ((("code", sub.code), sub.amount) for sub in sector.below)
    yield ("revenue",), sum(branch.amount for branch in facts.revenue)
    signs = ((-1 if branch.code == "6.2" else 1) * branch.amount for branch in facts.financing)
    yield ("net",), sum(signs)
    yield from ((("kind", kind.code), kind.amount) for kind in facts.kinds if "." in kind.code)
    for use in facts.funds:
        fund = ("fund", use.code or UNDECIDED)
        yield ("revenue", *fund), use.revenue
        yield ("in", *fund), use.financing_in
        yield ("out", *fund), use.financing_out
        yield ("balance", *fund), use.incoming - use.outgoing
    sums: dict[str, Decimal] = defaultdict(Decimal)
    package = json.loads(data_text(facts), parse_float=Decimal, parse_int=Decimal)
    for entry in package["resources"][0]["data"]:
        sums[entry["direction"]] += entry["amount"]
    directions = {
        "revenue": "revenue",
        "expenditure": "spending",
        "financing-in": "in",
        "financing-out": "out",
    }
    yield from (((part,), int(sums[name] * 100)) for name, part in directions.items())
