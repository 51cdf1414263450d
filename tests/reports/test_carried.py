"""U27: what is carried over a page break is the sum of the lines above it, column by column."""

from __future__ import annotations

import pytest

from tests.builders import small_plan
from tests.reports.plans import kampung_plan, source, trap_findings, trap_plan
from village_budget.reports.carried_sums import Carried
from village_budget.reports.catalogue import FORMS
from village_budget.reports.report_document import Money, ReportDocument, RowKind

PLANS = [small_plan, trap_plan, kampung_plan]


def documents(make: object, form: str) -> list[ReportDocument]:
    told = source(make(), findings=trap_findings())  # type: ignore[operator]
    return next(info.build(told) for info in FORMS if info.name == form)


def lines(document: ReportDocument, column: int, end: int) -> int:
    """Amounts above a row and below the total before it, headings left out."""
    start = max((n + 1 for n, row in enumerate(document.rows[:end]) if row.kind is RowKind.TOTAL), default=0)
    told = [row for row in document.rows[start:end] if row.kind is RowKind.LINE]
    return sum(cell.sen for row in told if isinstance(cell := row.cells[column], Money))


@pytest.mark.parametrize("make", PLANS)
@pytest.mark.parametrize("form", ["rab", "rekap-bidang", "rekap-sumber-dana"])
def test_carried_is_the_sum_of_the_lines_above(make: object, form: str) -> None:
    for document in documents(make, form):
        if document.sheet_title == "Daftar":
            continue  # its revenue row stands above a total that it is no part of
        carried = Carried(document)
        for row in range(1, len(document.rows)):
            for column, sen in carried.before(row).items():
                assert sen == lines(document, column, row), (document.sheet_title, row)


@pytest.mark.parametrize("make", PLANS)
@pytest.mark.parametrize("form", [info.name for info in FORMS])
def test_above_a_total_everything_is_carried(make: object, form: str) -> None:
    """A break just before a total carries the total itself."""
    met = 0
    for document in documents(make, form):
        carried = Carried(document)
        for number, row in enumerate(document.rows):
            if row.kind is RowKind.TOTAL and (amounts := carried.before(number)):
                met += 1
                for column, sen in amounts.items():
                    cell = row.cells[column]
                    assert isinstance(cell, Money)
                    assert sen == cell.sen
    assert met or form in {"evaluasi", "pemeriksaan", "riwayat"}


def test_a_difference_carries_nothing() -> None:
    """Between JUMLAH BELANJA and SURPLUS, and within PEMBIAYAAN, no sum would say what it is of."""
    (document,) = documents(trap_plan, "apbdes")
    carried = Carried(document)
    totals = [number for number, row in enumerate(document.rows) if row.kind is RowKind.TOTAL]
    revenue, spending, surplus, net, balance = totals
    assert carried.before(surplus) == {}
    assert carried.before(net) == {}
    assert carried.before(balance) == {}
    assert carried.before(revenue)
    assert carried.before(spending)
    assert carried.before(0) == {}
