"""The codes of one row: part, activity, account, fund source. Every problem is noted, none stops the rest."""

from __future__ import annotations

from collections.abc import Callable

from village_budget.chart import codes
from village_budget.chart.chart import Chart, Resolved
from village_budget.chart.codes import CodeError
from village_budget.domain.lines import Part
from village_budget.exchange.cells.cell_values import Cell, clean, is_date
from village_budget.exchange.flat.flat_rows import PART_WORDS
from village_budget.exchange.flat.notes import RowNotes
from village_budget.exchange.lines.fund_spelling import FundError, fund_code

_PARTS = {word: part for part, word in PART_WORDS.items()}
_HEADS = {Part.REVENUE: "4", Part.SPENDING: "5", Part.FINANCING: "6"}
_CARRY_OVER = "6.1.1"
_NOTHING = {"", "-"}


def read_part(cell: Cell, notes: RowNotes) -> Part | None:
    """The part of the budget a row belongs to."""
    word = clean(cell).casefold()
    part = _PARTS.get(word)
    if part is None:
        if word:
            notes.problem("bagian", "row-part-unknown", value=clean(cell))
        else:
            notes.problem("bagian", "row-part-missing")
    return part


def read_activity(cell: Cell, part: Part | None, chart: Chart, notes: RowNotes) -> str:
    """Activity code of a spending row, in full length; empty for the other parts."""
    text = clean(cell)
    column = "kode_kegiatan"
    if part is not Part.SPENDING:
        if part is not None and text not in _NOTHING:
            notes.problem(column, "row-activity-unexpected", value=text, part=PART_WORDS[part])
        return ""
    if text in _NOTHING:
        notes.problem(column, "row-activity-missing")
        return ""
    found = _resolved(cell, chart.activity, column, "activity", notes)
    if found is None:
        return ""
    if codes.level(found.code) != 3:
        notes.problem(column, "row-activity-short", value=text, name=chart.activity_name(found.code))
        return ""
    if found.notice == "regency-code":
        notes.notice(column, "row-note-regency-activity", value=found.code)
    elif found.notice == "old-spelling":
        notes.notice(column, "row-note-old-spelling", value=codes.activity_code(text), kept=found.code)
    return found.code


def read_account(cell: Cell, part: Part | None, chart: Chart, notes: RowNotes) -> str:
    """Account code, as short as it was given; empty only for spending not yet broken down."""
    text = clean(cell)
    column = "kode_rekening"
    if text in _NOTHING:
        if part in (Part.REVENUE, Part.FINANCING):
            notes.problem(column, "row-account-missing", part=PART_WORDS[part], head=_HEADS[part])
        return ""
    found = _resolved(cell, chart.account, column, "account", notes)
    if found is None:
        return ""
    if part is not None and not codes.is_within(found.code, _HEADS[part]):
        notes.problem(
            column, "row-account-of-other-part", value=found.code, part=PART_WORDS[part], head=_HEADS[part]
        )
        return ""
    if codes.level(found.code) == 1:
        notes.problem(column, "row-account-short", value=found.code)
        return ""
    if found.notice == "regency-code":
        notes.notice(column, "row-note-regency-account", value=found.code)
    return found.code


def _resolved(
    cell: Cell, find: Callable[[str], Resolved], column: str, kind: str, notes: RowNotes
) -> Resolved | None:
    text = clean(cell)
    if is_date(cell):
        notes.problem(column, "row-code-date", value=text)
        return None
    try:
        return find(text)
    except CodeError as error:
        unreadable = error.code == "code-unreadable"
        notes.problem(column, f"row-{kind}-unreadable" if unreadable else f"row-{kind}-unknown", value=text)
        return None


def read_fund(cell: Cell, part: Part | None, account: str, chart: Chart, notes: RowNotes) -> str:
    """Fund source code; empty only for SiLPA (6.1.1), which then is still to be split by fund."""
    text = clean(cell)
    column = "sumber_dana"
    carry_over = part is Part.FINANCING and codes.is_within(account, _CARRY_OVER)
    if text in _NOTHING:
        implied = chart.implied_fund(account) if part is Part.REVENUE and account else ""
        if implied:
            return implied
        if carry_over:
            notes.notice(column, "row-note-silpa-undecided")
        elif part is not None:
            notes.problem(column, "row-fund-missing", known=", ".join(chart.funds))
        return ""
    try:
        return fund_code(text, chart)
    except FundError as error:
        if carry_over and error.code == "row-fund-carry-over":
            notes.notice(column, "row-note-silpa-undecided")
        else:
            known = ", ".join(error.readings or chart.funds)
            notes.problem(column, error.code, value=text, known=known)
        return ""
