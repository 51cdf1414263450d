"""Marks of lines: what a line carries itself, what others say of it, in one order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests import builders
from ui.grid.model.nodes import GridColumn, line_key
from ui.grid.model.row_marks import Mark, RowMarks
from ui.grid.model.rows_model import RowTreeModel
from village_budget.chart.chart import national_chart
from village_budget.domain.lines import Line, Part
from village_budget.figures.figures import Figures

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def line() -> Line:
    return builders.small_plan().lines[5]


def test_a_plain_line_has_no_marks(line: Line) -> None:
    assert RowMarks().of(line) == ()


def test_a_line_is_marked_by_what_it_carries(line: Line) -> None:
    marked = replace(line, note="lihat RAB", link="foto.jpg", review="last_year")
    assert RowMarks().of(marked) == (Mark.UNREVIEWED, Mark.LINK, Mark.NOTE)


def test_another_source_adds_its_mark_in_the_same_order(line: Line) -> None:
    marks = RowMarks()
    marks.add(lambda row: (Mark.ABOVE_STANDARD,) if row.unit_price else ())
    assert marks.of(replace(line, note="x")) == (Mark.ABOVE_STANDARD, Mark.NOTE)


def test_a_screen_reader_hears_the_marks() -> None:
    plan = builders.small_plan()
    plan.lines[5] = replace(plan.lines[5], note="lihat RAB", review="import")
    model = RowTreeModel(plan, Figures(plan, national_chart()), national_chart(), Part.SPENDING)
    index = model.index_of_key(line_key(5), GridColumn.STATE)
    said = model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"{model.mark_word(Mark.UNREVIEWED)}, {model.mark_word(Mark.NOTE)}"
