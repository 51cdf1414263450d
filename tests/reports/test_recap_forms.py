"""The recaps and the Dana Desa list: their sums are the plan's, whichever way one adds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from tests.builders import small_plan
from tests.reports.plans import kampung_plan, sample_source, source, trap_findings, trap_plan
from village_budget.domain.findings import Severity
from village_budget.domain.plan import Plan
from village_budget.reports.forms import (
    daftar_dana_desa,
    penjabaran,
    penjabaran_siskeudes,
    rekap_bidang,
    rekap_sumber_dana,
)
from village_budget.reports.forms.budget_table import one_cell_code
from village_budget.reports.report_document import (
    Across,
    Cell,
    Money,
    ReportDocument,
    Row,
    RowKind,
    Share,
    Sum,
    Text,
)

PLANS = [small_plan, trap_plan, kampung_plan]


def place(document: ReportDocument, key: str) -> int:
    return next(index for index, column in enumerate(document.columns) if column.key == key)


def amount(document: ReportDocument, row: Row, key: str = "amount") -> int:
    cell = row.cells[place(document, key)]
    assert isinstance(cell, Money)
    return cell.sen


def total_row(document: ReportDocument, word: str = "") -> Row:
    totals = [row for row in document.rows if row.kind is RowKind.TOTAL]
    return next(row for row in totals if not word or any(_says(cell, word) for cell in row.cells))


def _says(cell: object, word: str) -> bool:
    return isinstance(cell, Text) and cell.text == word


def computed(document: ReportDocument) -> dict[tuple[int, int], int]:
    """Every amount by its formula alone, from the entered amounts up."""
    cells = {
        (index, column): cell
        for index, row in enumerate(document.rows)
        for column, cell in enumerate(row.cells)
        if isinstance(cell, Money)
    }

    def value(at: tuple[int, int]) -> int:
        formula = cells[at].formula
        if isinstance(formula, Sum):
            plus, minus = ([(row, at[1]) for row in rows] for rows in (formula.plus, formula.minus))
        elif isinstance(formula, Across):
            plus, minus = ([(at[0], column) for column in side] for side in (formula.plus, formula.minus))
        else:
            return cells[at].sen
        return sum(map(value, plus)) - sum(map(value, minus))

    return {at: value(at) for at in cells}


@pytest.mark.parametrize("form", [rekap_bidang, rekap_sumber_dana, daftar_dana_desa])
@pytest.mark.parametrize("make", PLANS)
def test_each_amount_is_what_its_formula_gives(form: object, make: Callable[[], Plan]) -> None:
    """S06: down the levels and across the columns."""
    for document in form.build(source(make(), findings=trap_findings())):  # type: ignore[attr-defined]
        for (row, column), sen in computed(document).items():
            cell = document.rows[row].cells[column]
            assert isinstance(cell, Money)
            assert sen == cell.sen, (document.sheet_title, row, column)


@pytest.mark.parametrize("form", [rekap_bidang, rekap_sumber_dana, daftar_dana_desa])
@pytest.mark.parametrize("make", PLANS)
def test_each_share_is_of_the_cells_it_names(form: object, make: Callable[[], Plan]) -> None:
    for document in form.build(source(make())):  # type: ignore[attr-defined]
        for row in document.rows:
            for cell in row.cells:
                if isinstance(cell, Share) and cell.part_at and cell.whole_at:
                    part, whole = (document.rows[r].cells[c] for r, c in (cell.part_at, cell.whole_at))
                    assert isinstance(part, Money)
                    assert isinstance(whole, Money)
                    assert (part.sen, whole.sen) == (cell.part, cell.whole)


@pytest.mark.parametrize("make", PLANS)
def test_sectors_and_kinds_add_up_to_the_spending(make: Callable[[], Plan]) -> None:
    told = source(make())
    (document,) = rekap_bidang.build(told)
    row = total_row(document)
    assert amount(document, row) == told.figures.spending
    for kind, key in (("5.1", "k1"), ("5.2", "k2"), ("5.3", "k3"), ("5.4", "k4")):
        assert amount(document, row, key) == told.figures.total("account", kind)


def test_what_is_not_broken_down_has_a_column_only_when_there_is_some() -> None:
    keys = [column.key for column in rekap_bidang.build(source(trap_plan()))[0].columns]
    assert "undetailed" in keys
    document = rekap_bidang.build(source(small_plan()))[0]
    assert "undetailed" not in [column.key for column in document.columns]
    numbers = [cell.text for cell in document.header if cell.number]
    assert numbers == [str(n) for n in range(1, len(document.columns) + 1)]
    assert max(cell.column + cell.columns for cell in document.header) == len(document.columns)


def test_the_split_is_the_finding_s_own() -> None:
    """31.000 of 100.000 sen, limit 30 %."""
    document = rekap_bidang.build(source(trap_plan(), findings=trap_findings()))[0]
    shares = [cell for row in document.rows for cell in row.cells if isinstance(cell, Share)]
    assert shares[-1] == Share(31_000, 100_000)
    assert f"{shares[-1].percent}" == "31.00"


@pytest.mark.parametrize("make", PLANS)
def test_funds_add_up_in_matrix_summary_and_lists(make: Callable[[], Plan]) -> None:
    told = source(make())
    matrix, summary, lists = rekap_sumber_dana.build(told)
    spent = told.figures.funds("part", "spending")
    row = total_row(matrix)
    for fund in rekap_sumber_dana.ORDER:
        assert amount(matrix, row, fund) == spent.get(fund, 0)
    assert amount(matrix, row) == amount(summary, total_row(summary), "spending") == told.figures.spending
    assert amount(lists, total_row(lists)) == told.figures.spending
    assert amount(summary, total_row(summary), "balance") == told.figures.balance


def test_a_balanced_plan_leaves_nothing_in_any_fund() -> None:
    told = source(small_plan())
    summary = rekap_sumber_dana.build(told)[1]
    funds = [row for row in summary.rows if row.kind is RowKind.LINE]
    assert [amount(summary, row, "balance") for row in funds] == [
        told.figures.fund_balance(fund) for fund in ("DDS", "ADD") if fund in told.figures.used_funds()
    ]


@pytest.mark.parametrize("make", PLANS)
def test_dana_desa_list_ends_with_what_the_fund_has_left(make: Callable[[], Plan]) -> None:
    told = source(make())
    (document,) = daftar_dana_desa.build(told)
    words = ("JUMLAH BELANJA", "JUMLAH (PENDAPATAN - BELANJA - PEMBIAYAAN)")
    assert amount(document, total_row(document, words[0])) == told.figures.funds("part", "spending").get(
        "DDS", 0
    )
    assert amount(document, total_row(document, words[1])) == told.figures.fund_balance("DDS")


@pytest.mark.parametrize(
    ("activity", "account", "shown"),
    [
        ("1.1.01", "", "01.01.01."),
        ("", "4.2.1", "4.2.1."),
        ("1.1.01", "5.1.1.01", "5.1.1.01. [01.01.01]"),
        ("", "", ""),
    ],
)
def test_codes_in_one_cell(activity: str, account: str, shown: str) -> None:
    """As the Siskeudes export prints them."""
    assert one_cell_code(activity, account) == shown


@pytest.mark.parametrize("make", PLANS)
def test_both_layouts_of_the_detailed_budget_say_the_same(make: Callable[[], Plan]) -> None:
    """Row by row; only an account that several funds pay stands on several rows in the one of Siskeudes."""
    told = source(make())
    split, one = penjabaran.build(told)[0], penjabaran_siskeudes.build(told)[0]
    rest = iter(one.rows)
    for left in split.rows:
        amount, fund = left.cells[place(split, "amount")], left.cells[place(split, "fund")]
        right = [next(rest)]
        if isinstance(fund, Text) and left.kind is RowKind.LINE:
            right += [next(rest) for _ in fund.text.split(", ")[1:]]
            assert ", ".join(text_of(row.cells[place(one, "fund")]) for row in right) == fund.text
        assert sum_of(row.cells[place(one, "amount")] for row in right) == sum_of([amount])
        for key in ("name", "unit") if len(right) > 1 else ("name", "volume", "unit", "fund"):
            assert all(left.cells[place(split, key)] == row.cells[place(one, key)] for row in right)
    assert list(rest) == []


def text_of(cell: Cell) -> str:
    assert isinstance(cell, Text)
    return cell.text


def sum_of(cells: Iterable[Cell]) -> int:
    return sum(cell.sen for cell in cells if isinstance(cell, Money))


EARMARK_STATES = {
    "kept": ({"holds": True}, "Terpenuhi"),
    "broken": ({"holds": False}, "Melanggar"),
    "warned of": ({"holds": False, "severity": Severity.WARNING}, "Perlu perhatian"),
    "advised": ({"holds": False, "severity": Severity.ADVICE}, "Saran"),
    "waived": ({"holds": False, "waived": True}, "Dikecualikan"),
    "asked": ({"holds": True, "variant": "ask"}, "Perlu diisi"),
}


@pytest.mark.parametrize("state", EARMARK_STATES)
def test_an_earmark_is_never_called_kept_when_it_is_not(state: str) -> None:
    """The list says of each limit on Dana Desa what the check says of it."""
    values, words = EARMARK_STATES[state]
    finding = replace(trap_findings()[0], **values)  # type: ignore[arg-type]
    told = source(small_plan(), findings=(finding,))
    text = replace(told.texts[finding.key], theme="dana_desa")
    (document,) = daftar_dana_desa.build(replace(told, texts={finding.key: text}))
    row = next(one for one in document.rows if any(_says(cell, "Aturan BEL-30") for cell in one.cells))
    cell = row.cells[place(document, "priority")]
    assert isinstance(cell, Text)
    assert cell.text == words


def test_the_sample_s_broken_limit_is_called_broken() -> None:
    told = sample_source()
    (broken,) = (one for one in told.findings if one.rule == "DD-26-02")
    assert not broken.holds
    (document,) = daftar_dana_desa.build(told)
    said = [cell.text for row in document.rows for cell in row.cells if isinstance(cell, Text)]
    assert "Melanggar" in said
    assert "Terpenuhi" not in said
