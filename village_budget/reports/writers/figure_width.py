"""Columns of a sheet wide enough for their figures: a spreadsheet shows ``###`` where one does not fit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from village_budget.money import format_amount, format_volume
from village_budget.reports.report_document import (
    Column,
    Money,
    ReportDocument,
    Volume,
)
from village_budget.reports.writers.styles import BODY_SIZE
from village_budget.reports.writers.text_width import text_width

_POINTS = 0.75
_DIGIT_PX = 7
_EDGE_PX = 5
"""A width counts digits of 7 pixels; 5 more are the edges of the cell."""


def wide_enough(document: ReportDocument) -> ReportDocument:
    """The same document; columns too narrow for their largest amount or volume are widened."""
    amounts: dict[int, int] = {}
    volumes: dict[int, Decimal] = {}
    for row in document.rows:
        for index, cell in enumerate(row.cells):
            if isinstance(cell, Money):
                amounts[index] = max(amounts.get(index, 0), abs(cell.sen))
            elif isinstance(cell, Volume):
                volumes[index] = max(volumes.get(index, Decimal(0)), cell.value)
    figures = {index: f"({format_amount(sen, with_sen=True)})" for index, sen in amounts.items()}
    figures |= {index: format_volume(volume) for index, volume in volumes.items()}
    columns = tuple(_column(column, figures.get(index, "")) for index, column in enumerate(document.columns))
    return document if columns == document.columns else replace(document, columns=columns)


def _column(column: Column, figure: str) -> Column:
    pixels = text_width(figure, BODY_SIZE, bold=True) / _POINTS + _EDGE_PX
    needed = round((pixels - _EDGE_PX) / _DIGIT_PX + 0.5, 1)
    return column if needed <= column.width else replace(column, width=needed)
