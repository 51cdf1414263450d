"""One sheet of a workbook on its way into a plan: what it seems to be, and its rows in the preview."""

from __future__ import annotations

from pathlib import Path

from village_budget.chart.chart import Chart
from village_budget.domain.lines import Part
from village_budget.exchange.cells.workbook import SheetCells, read_sheets
from village_budget.exchange.lines.pasted_block import PastedBlock
from village_budget.exchange.lines.pasted_fields import Field, rough
from village_budget.exchange.lines.pasted_verdicts import PasteTarget
from village_budget.exchange.lines.prepared_sheet import PreparedSheet, prepare
from village_budget.exchange.lines.sheet_facts import read_facts
from village_budget.exchange.lines.sheet_heads import find_heads
from village_budget.exchange.lines.sheet_kinds import LEFT_OUT, WHOLE, recognise


class ImportedSheet:
    """A sheet: recognised when made; its rows are judged only when it is chosen.

    Attributes:
        name: of its tab.
        kind: the layout it seems to have.
        facts: what stands above its table.
        likely: rows that seem to be lines.
        chosen: whether its lines shall be taken.
        hidden: the workbook does not show it; it is not chosen then.
    """

    def __init__(self, cells: SheetCells, chart: Chart) -> None:
        self.name = cells.name
        self._chart = chart
        heads = find_heads(cells.grid)
        self.kind = recognise(cells.name, heads)
        self.facts = read_facts(cells.grid, heads.start if heads else 0, chart)
        self._block: PastedBlock | None = None
        self._prepared: PreparedSheet | None = None
        if heads is not None and self.kind not in LEFT_OUT:
            name = self.facts.activity_text or " ".join(
                str(cell) for row in cells.grid[: heads.start] for cell in row
            )
            if self.facts.activity:
                name = f"{chart.activity_name(self.facts.activity)} {name}"
            self._prepared = prepare(cells.grid, self.kind, heads, chart, name)
        self.likely = self._likely()
        self.hidden = cells.hidden
        self.chosen = bool(self.likely) and not self.hidden
        self._hidden_rows = cells.hidden_rows

    @property
    def is_usable(self) -> bool:
        """Whether it has a table of lines."""
        return self._prepared is not None and bool(self.likely)

    @property
    def is_whole(self) -> bool:
        """Whether it may hold all parts of a budget, told apart by their codes."""
        return self.kind in WHOLE or self._has(Field.ACCOUNT)

    @property
    def asks_activity(self) -> bool:
        """Whether the activity must be asked for: nothing in the sheet names it."""
        return self.is_usable and not self.is_whole and not self.facts.activity

    def block(self) -> PastedBlock:
        """Its rows for the preview; the same each time."""
        if self._block is None:
            prepared = self._prepared
            assert prepared is not None
            part = None if self.is_whole else Part.SPENDING
            target = PasteTarget(part, self.facts.activity, "", self.facts.fund)
            self._block = PastedBlock(prepared.grid, self._chart, target, prepared)
            self._block.guessed_activity = self.facts.by_name
            self._block.hidden = self._hidden_rows
        return self._block

    def _has(self, kind: Field) -> bool:
        prepared = self._prepared
        if prepared is None or prepared.account_column is not None:
            return False
        return kind in prepared.layout.fields

    def _likely(self) -> int:
        prepared = self._prepared
        if prepared is None:
            return 0
        fields = prepared.layout.fields
        places = [n for n, there in enumerate(fields) if there in (Field.PRICE, Field.AMOUNT)]
        return sum(
            any(rough(row[place], foreign=False) is not None for place in places)
            for number, row in enumerate(prepared.grid)
            if number >= prepared.layout.first and number not in prepared.passed
        )


def read_import(path: Path, chart: Chart) -> list[ImportedSheet]:
    """All sheets of a file, recognised.

    Raises:
        UserError: see `workbook_sheets.read_sheets`.
    """
    return [ImportedSheet(sheet, chart) for sheet in read_sheets(path)]
