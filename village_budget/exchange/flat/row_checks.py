"""One row of the flat table understood, or every reason why it can't be."""

from __future__ import annotations

import re
from collections.abc import Iterable

from village_budget.chart.chart import Chart
from village_budget.domain.lines import Part
from village_budget.exchange.cells.cell_values import Cell, clean, unescape
from village_budget.exchange.flat.flat_rows import WHOLE_UNIT, FlatRow
from village_budget.exchange.flat.notes import RowNotes
from village_budget.exchange.flat.row_amounts import read_quantity
from village_budget.exchange.flat.row_codes import (
    read_account,
    read_activity,
    read_fund,
    read_part,
)
from village_budget.personal_numbers import has_personal_number
from village_budget.text import TEXT_LIMIT

NO_TAGS = "-"
"""What stands in ``tanda`` when the user has taken every tag off."""
_TAG = re.compile(r"[a-z0-9_]{1,40}", re.ASCII)


def read_row(
    number: int, row: dict[str, Cell], chart: Chart, columns: Iterable[str]
) -> tuple[FlatRow | None, RowNotes]:
    """A row as a line of a plan (None when there is any problem), and its notes."""
    notes = RowNotes(number)
    part = read_part(row.get("bagian", ""), notes)
    activity = read_activity(row.get("kode_kegiatan", ""), part, chart, notes)
    account = read_account(row.get("kode_rekening", ""), part, chart, notes)
    description = _text(row, "uraian", notes)
    quantity = read_quantity(row, notes)
    fund = read_fund(row.get("sumber_dana", ""), part, account, chart, notes)
    unit = _text(row, "satuan", notes)
    tags = _tags(row.get("tanda", ""), notes)
    name = _text(row, "nama_kegiatan", notes)
    if notes.problems or part is None or quantity is None:
        return None, notes
    if part is not Part.SPENDING or name == chart.activity_name(activity):
        name = ""
    if not name and "nama_kegiatan" not in columns and not account and activity not in chart.activities:
        # A regency's own activity that is not broken down: its one row is named after it.
        name = description if part is Part.SPENDING else ""
    return FlatRow(
        row=number,
        part=part,
        activity_code=activity,
        activity_name=name,
        account_code=account,
        description=description,
        volume=quantity.volume,
        unit=unit or (WHOLE_UNIT if quantity.whole else ""),
        unit_price=quantity.unit_price,
        amount=quantity.amount,
        fund=fund,
        tags=tags,
        factors=quantity.factors,
    ), notes


def _text(row: dict[str, Cell], column: str, notes: RowNotes) -> str:
    text = unescape(clean(row.get(column, "")))
    if len(text) > TEXT_LIMIT:
        notes.problem(column, "row-text-too-long", limit=TEXT_LIMIT, length=len(text))
        return ""
    if has_personal_number(text):
        notes.problem(column, "row-personal-number")
        return ""
    return text


def _tags(cell: Cell, notes: RowNotes) -> tuple[str, ...] | None:
    """Tags chosen by the user; None when the cell is empty and those proposed from the codes hold."""
    text = clean(cell)
    if not text:
        return None
    tags, wrong = parse_tags(text)
    if wrong:
        notes.problem("tanda", "row-tag-unreadable", value=wrong[:60])
    return tags


def parse_tags(text: str) -> tuple[tuple[str, ...], str]:
    """Tags of a cell, ``stunting;posyandu``, and the first that is none; empty when all are."""
    if text == NO_TAGS:
        return (), ""
    tags = [re.sub(r"[\s\-]+", "_", tag.strip().casefold()) for tag in text.split(";") if tag.strip()]
    wrong = next((tag for tag in tags if not _TAG.fullmatch(tag)), "")
    return tuple(dict.fromkeys(tags)), wrong
